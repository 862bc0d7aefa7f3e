//! The trunk: its stations, how it rolls and curls, and where its skin is.

use crate::space::{Ball, V, ease, mix, turn, v};
use crate::table::{NECK, ROLL_AXIS, TRUNK, read};
use crate::{Build, Pose};

/// Where the trunk begins to bend, and over how long a way.
const BEND: (f32, f32) = (250., 260.);
/// The trunk bends about this depth, so that the back stays on the floor below.
const BEND_DEPTH: f32 = -90.;
/// Roundness of the trunk's section: 2 is an ellipse.
const SQUARE: f32 = 2.4;
const STEPS: usize = 20;

/// A slice of the trunk.
#[derive(Clone, Copy, Debug)]
pub struct Station {
    pub width: f32,
    pub back: f32,
    pub front: f32,
}

impl Station {
    pub fn middle(&self) -> f32 {
        (self.back + self.front) / 2.
    }

    /// Half its thickness.
    pub fn half(&self) -> f32 {
        (self.front - self.back) / 2.
    }
}

/// The trunk of one pose.
#[derive(Clone, Debug)]
pub struct Body {
    pub build: Build,
    roll: f32,
    curl: f32,
    neck: f32,
    breath: f32,
    /// Where fingers dent the front, and how deep; none when the hand is placed.
    pub dent: (f32, f32),
    /// Places along the bending spine, as y and z, and the angle there.
    spine: [(f32, f32); STEPS + 1],
}

impl Body {
    pub fn new(pose: &Pose, build: Build) -> Body {
        let mut body = Body {
            build,
            roll: pose.roll,
            curl: pose.curl,
            neck: 0.55 * pose.pitch,
            breath: pose.breath,
            dent: (0., 0.),
            spine: [(BEND.0, 0.); STEPS + 1],
        };
        let step = BEND.1 / STEPS as f32;
        for i in 0..STEPS {
            let (sin, cos) = turn(body.bend(BEND.0 + (i as f32 + 0.5) * step));
            let (y, z) = body.spine[i];
            body.spine[i + 1] = (y + cos * step, z + sin * step);
        }
        body
    }

    /// By how many degrees the trunk is bent at this height.
    fn bend(&self, y: f32) -> f32 {
        self.curl * ease(BEND.0, BEND.0 + BEND.1, y)
    }

    /// By how many degrees it is rolled at this height: the pelvis fully, the ribs not at all.
    pub fn rolled(&self, y: f32) -> f32 {
        self.roll * (1. - ease(70., 300., y))
    }

    /// How much thicker limbs are than measured.
    pub fn limbs(&self) -> f32 {
        match self.build {
            Build::Slim => 1.,
            Build::Fuller => 1.16,
            Build::Round => 1.1,
        }
    }

    pub fn station(&self, y: f32) -> Station {
        let [_, width, back, front] = read(&TRUNK, y);
        // A bump around the belly, and one around the hips.
        let bump = |middle: f32, wide: f32| (-((y - middle) / wide).powi(2)).exp();
        let (wider, deeper) = match self.build {
            Build::Slim => (0., 0.),
            Build::Fuller => (20. + 10. * bump(140., 90.), 4. + 12. * bump(150., 110.)),
            Build::Round => (10. + 26. * bump(165., 100.), 44. * bump(165., 105.)),
        };
        let taper = ease(-70., -20., y) * (1. - ease(480., 560., y));
        let dent = self.dent.1 * bump(self.dent.0, 30.);
        Station { width: width + wider * taper, back, front: front + deeper * taper + 9. * self.breath * bump(170., 90.) - dent }
    }

    /// From the body lying flat to where a point is in this pose.
    pub fn place(&self, a: V) -> V {
        let (sin, cos) = turn(self.rolled(a.y));
        let depth = a.z - ROLL_AXIS;
        let a = v(a.x * cos + depth * sin, a.y, ROLL_AXIS - a.x * sin + depth * cos);
        if a.y <= BEND.0 || self.curl == 0. {
            return a;
        }
        let (sin, cos) = turn(self.bend(a.y));
        let at = ((a.y - BEND.0) / BEND.1 * STEPS as f32).min(STEPS as f32);
        let i = (at as usize).min(STEPS - 1);
        let (from, to) = (self.spine[i], self.spine[i + 1]);
        let over = (a.y - BEND.0 - BEND.1).max(0.);
        let y = mix(from.0, to.0, at - i as f32) + over * cos;
        let z = mix(from.1, to.1, at - i as f32) + over * sin;
        let depth = a.z - BEND_DEPTH;
        v(a.x, y - depth * sin, BEND_DEPTH + z + depth * cos)
    }

    /// A direction of the body at a point.
    pub fn aim(&self, at: V, along: V) -> V {
        (self.place(at + along) - self.place(at - along)) * 0.5
    }

    /// Like [`Body::place`] for what moves with the neck.
    pub fn place_neck(&self, a: V) -> V {
        let (sin, cos) = turn(self.neck * ease(545., 615., a.y));
        let (y, z) = (a.y - 545., a.z + 45.);
        self.place(v(a.x, 545. + y * cos - z * sin, -45. + y * sin + z * cos))
    }

    /// Depth of the skin at a place of the belly, before roll and curl.
    pub fn front(&self, x: f32, y: f32) -> f32 {
        let station = self.station(y);
        let across = (x.abs() / station.width).min(1.).powf(SQUARE);
        station.middle() + station.half() * (1. - across).powf(1. / SQUARE)
    }

    /// A place on the belly.
    pub fn skin(&self, x: f32, y: f32) -> V {
        self.place(v(x, y, self.front(x, y)))
    }

    /// A place of the belly, so many millimetres above the skin.
    pub fn above(&self, x: f32, y: f32, by: f32) -> V {
        self.place(v(x, y, self.front(x, y) + by))
    }

    /// A slice of the trunk as an ellipsoid.
    pub fn slice(&self, y: f32, half_length: f32) -> Ball {
        let station = self.station(y);
        let at = v(0., y, station.middle());
        let axes = [v(station.width, 0., 0.), v(0., 0., station.half()), v(0., half_length, 0.)];
        Ball { at: self.place(at), axes: axes.map(|axis| self.aim(at, axis)) }
    }

    /// The trunk from one height to another.
    pub fn slices(&self, from: f32, to: f32, count: usize) -> Vec<Ball> {
        let step = (to - from) / (count - 1) as f32;
        (0..count).map(|i| self.slice(from + step * i as f32, step.abs().min(14.))).collect()
    }

    /// The neck, from its root to the head.
    pub fn neck(&self) -> Vec<Ball> {
        let slice = |i: usize| {
            let y = 548. + 17. * i as f32;
            let [_, width, back, front] = read(&NECK, y);
            let at = v(0., y, (back + front) / 2.);
            let axes = [v(width, 0., 0.), v(0., 0., (front - back) / 2.), v(0., 12., 0.)];
            let aim = |axis: V| (self.place_neck(at + axis) - self.place_neck(at - axis)) * 0.5;
            Ball { at: self.place_neck(at), axes: axes.map(aim) }
        };
        (0..6).map(slice).collect()
    }
}

//! Vectors, ellipsoids, and the eyes that look at them.

use crate::View;
use std::ops::{Add, Mul, Sub};

/// A point or a direction in the room: x to the person's left, y to the head, z up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct V {
    pub x: f32,
    pub y: f32,
    pub z: f32,
}

/// Short for a vector.
pub const fn v(x: f32, y: f32, z: f32) -> V {
    V { x, y, z }
}

impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        v(self.x + o.x, self.y + o.y, self.z + o.z)
    }
}

impl Sub for V {
    type Output = V;
    fn sub(self, o: V) -> V {
        v(self.x - o.x, self.y - o.y, self.z - o.z)
    }
}

impl Mul<f32> for V {
    type Output = V;
    fn mul(self, k: f32) -> V {
        v(self.x * k, self.y * k, self.z * k)
    }
}

impl V {
    pub fn dot(self, o: V) -> f32 {
        self.x * o.x + self.y * o.y + self.z * o.z
    }

    pub fn cross(self, o: V) -> V {
        v(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    pub fn unit(self) -> V {
        self * (1. / self.length().max(1e-6))
    }

    pub fn towards(self, o: V, t: f32) -> V {
        self + (o - self) * t
    }
}

/// Sine and cosine of degrees.
pub fn turn(degrees: f32) -> (f32, f32) {
    degrees.to_radians().sin_cos()
}

/// From 0 to 1, gently at both ends, while `x` goes from `a` to `b`.
pub fn ease(a: f32, b: f32, x: f32) -> f32 {
    let t = ((x - a) / (b - a)).clamp(0., 1.);
    t * t * (3. - 2. * t)
}

/// A number between two.
pub fn mix(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

/// Sorts a short list. (The library's sorts are made for long ones, and take much room in what a phone loads.)
pub fn sort_by<T: Copy>(list: &mut [T], key: impl Fn(T) -> f32) {
    for i in 1..list.len() {
        let mut k = i;
        while k > 0 && key(list[k]) < key(list[k - 1]) {
            list.swap(k, k - 1);
            k -= 1;
        }
    }
}

/// An ellipsoid, by its half axes.
#[derive(Clone, Copy, Debug)]
pub struct Ball {
    pub at: V,
    pub axes: [V; 3],
}

impl Ball {
    pub fn round(at: V, radius: f32) -> Ball {
        Ball { at, axes: [v(radius, 0., 0.), v(0., radius, 0.), v(0., 0., radius)] }
    }

    /// The same, grown by so many millimetres, but not along its last axis.
    pub fn grown(self, by: f32) -> Ball {
        let [a, b, c] = self.axes;
        let more = |axis: V| axis + axis.unit() * by;
        Ball { at: self.at, axes: [more(a), more(b), c] }
    }

    /// The same, flat along its last axis: the end of a sleeve or a leg of the shorts.
    pub fn flat(self) -> Ball {
        let [a, b, c] = self.axes;
        Ball { at: self.at, axes: [a, b, c.unit() * 4.] }
    }
}

/// A point of the picture, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct P {
    pub x: f32,
    pub y: f32,
}

/// Short for a point.
pub const fn p(x: f32, y: f32) -> P {
    P { x, y }
}

impl Add for P {
    type Output = P;
    fn add(self, o: P) -> P {
        p(self.x + o.x, self.y + o.y)
    }
}

impl Sub for P {
    type Output = P;
    fn sub(self, o: P) -> P {
        p(self.x - o.x, self.y - o.y)
    }
}

impl Mul<f32> for P {
    type Output = P;
    fn mul(self, k: f32) -> P {
        p(self.x * k, self.y * k)
    }
}

impl P {
    pub fn dot(self, o: P) -> f32 {
        self.x * o.x + self.y * o.y
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    pub fn unit(self) -> P {
        self * (1. / self.length().max(1e-6))
    }

    /// Turned by a quarter.
    pub fn across(self) -> P {
        p(-self.y, self.x)
    }
}

/// What an ellipsoid is on the picture: a centre and a symmetric matrix of its half axes.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    pub at: P,
    xx: f32,
    xy: f32,
    yy: f32,
}

impl Spot {
    /// How far it reaches in a direction.
    pub fn reach(&self, d: P) -> f32 {
        self.at.dot(d) + (self.xx * d.x * d.x + 2. * self.xy * d.x * d.y + self.yy * d.y * d.y).max(0.).sqrt()
    }
}

/// From how far above the view from above is taken: a weak perspective.
const EYE: f32 = 2600.;

impl View {
    /// Where a point is on the picture.
    pub(crate) fn see(self, a: V) -> P {
        match self {
            View::Top => {
                let s = EYE / (EYE - a.z);
                p(a.x * s, -(a.y - 60.) * s - 60.)
            }
            View::Side => p(-a.y, -a.z),
            View::Cut => p(a.x, -a.z),
        }
    }

    /// Where a direction points on the picture.
    fn aim(self, a: V) -> P {
        match self {
            View::Top => p(a.x, -a.y),
            View::Side => p(-a.y, -a.z),
            View::Cut => p(a.x, -a.z),
        }
    }

    /// How near a point is; nearer is more.
    pub(crate) fn near(self, a: V) -> f32 {
        match self {
            View::Top => a.z,
            View::Side => -a.x,
            View::Cut => -a.y,
        }
    }

    pub(crate) fn spot(self, ball: &Ball) -> Spot {
        let s = if self == View::Top { EYE / (EYE - ball.at.z) } else { 1. };
        let mut spot = Spot { at: self.see(ball.at), xx: 0., xy: 0., yy: 0. };
        for axis in ball.axes {
            let a = self.aim(axis) * s;
            spot.xx += a.x * a.x;
            spot.xy += a.x * a.y;
            spot.yy += a.y * a.y;
        }
        spot
    }

    pub(crate) fn spots(self, chain: &[Ball]) -> Vec<Spot> {
        chain.iter().map(|ball| self.spot(ball)).collect()
    }
}

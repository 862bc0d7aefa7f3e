//! Legs: from joint angles to rows of ellipsoids.

use crate::Leg;
use crate::body::Body;
use crate::space::{Ball, V, turn, v};
use crate::table::{FOOT, HIP, SHANK, SHANKS, THIGH, THIGHS, TOES, read};

/// A leg in the room.
#[derive(Clone, Debug)]
pub struct Limb {
    pub hip: V,
    pub knee: V,
    pub ankle: V,
    /// Along the thigh, towards its front, and across it.
    pub thigh_axes: [V; 3],
    shank_axes: [V; 3],
    foot_axes: [V; 3],
    thick: f32,
    side: f32,
}

impl Limb {
    /// `side` is -1 for the right leg, 1 for the left.
    pub fn new(leg: &Leg, body: &Body, side: f32) -> Limb {
        let hip = body.place(v(side * HIP, 0., 0.));
        let (drop_sin, drop_cos) = turn(leg.drop);
        let (out_sin, out_cos) = turn(leg.out * side);
        let out = |a: V| v(a.x * out_cos - a.y * out_sin, a.x * out_sin + a.y * out_cos, a.z);
        // Along, towards the shin, across.
        let axes = |angle: f32| {
            let (sin, cos) = turn(angle);
            let along = out(v(sin * drop_sin, -cos, sin * drop_cos));
            let front = out(v(cos * drop_sin, sin, cos * drop_cos));
            [along, front, along.cross(front)]
        };
        let thigh_axes = axes(leg.hip);
        let shank_axes = axes(leg.hip - leg.knee);
        let knee = hip + thigh_axes[0] * THIGH;
        let ankle = knee + shank_axes[0] * SHANK;
        let [along, front, across] = axes(leg.hip - leg.knee + 90. - leg.foot);
        // Toes turned out, about the axis across the sole.
        let (toe_sin, toe_cos) = turn(leg.toe * side);
        let foot_axes = [along * toe_cos + across * toe_sin, front, across * toe_cos - along * toe_sin];
        Limb { hip, knee, ankle, thigh_axes, shank_axes, foot_axes, thick: body.limbs(), side }
    }

    fn slice(&self, at: V, axes: &[V; 3], row: [f32; 4], half_length: f32) -> Ball {
        let [_, width, back, front] = row;
        let [along, shin, across] = axes;
        let k = self.thick;
        Ball {
            at: at + *shin * ((back + front) / 2. * k),
            axes: [*across * (width * k), *shin * ((front - back) / 2. * k), *along * half_length],
        }
    }

    fn thigh_at(&self, t: f32, half_length: f32) -> Ball {
        self.slice(self.hip + self.thigh_axes[0] * (THIGH * t), &self.thigh_axes, read(&THIGHS, t), half_length)
    }

    /// The thigh from `from` to `to` of its length.
    pub fn thigh(&self, from: f32, to: f32) -> Vec<Ball> {
        (0..7)
            .map(|i| from + (to - from) * i as f32 / 6.)
            .map(|t| self.thigh_at(t, if !(0.01..=0.99).contains(&t) { 46. } else { 24. }))
            .collect()
    }

    /// The leg of the shorts, with a straight hem.
    pub fn shorts(&self, grown: f32) -> Vec<Ball> {
        let mut chain: Vec<Ball> = [0., 0.12, 0.24, 0.36, 0.45].map(|t| self.thigh_at(t, if t < 0.1 { 44. } else { 24. })).into();
        for (i, ball) in chain.iter_mut().enumerate() {
            // Looser towards the hem.
            *ball = ball.grown(grown + 1.6 * i as f32);
        }
        if let Some(last) = chain.last_mut() {
            *last = last.flat();
        }
        chain
    }

    pub fn shank(&self) -> Vec<Ball> {
        (0..9)
            .map(|i| i as f32 / 8.)
            .map(|t| {
                let at = self.knee + self.shank_axes[0] * (SHANK * t);
                self.slice(at, &self.shank_axes, read(&SHANKS, t), if t < 0.01 { 46. } else { 22. })
            })
            .collect()
    }

    /// The toes, each from the ball of the foot to its tip.
    pub fn toes(&self) -> [[Ball; 2]; 5] {
        let [along, shin, across] = self.foot_axes;
        // Across is outward on the right leg and inward on the left.
        TOES.map(|[tip, aside, radius]| {
            let at = |forward: f32| self.ankle + along * forward + shin * -53. + across * (aside * self.side);
            [Ball::round(at(tip - 24.), radius), Ball::round(at(tip - radius), radius)]
        })
    }

    pub fn foot(&self) -> Vec<Ball> {
        let [along, shin, across] = self.foot_axes;
        let ball = |[forward, up, length, width, height]: [f32; 5]| Ball {
            at: self.ankle + along * forward + shin * up,
            axes: [across * width, shin * height, along * length],
        };
        FOOT[..5].iter().copied().map(ball).collect()
    }

    /// Both edges of the kneecap, while the leg is nearly straight.
    pub fn kneecap(&self) -> [[V; 3]; 2] {
        let [along, front, across] = self.thigh_axes;
        let at = |a: f32, c: f32| self.knee + along * a + front * (54. * self.thick) + across * (c * self.thick);
        [-1., 1.].map(|k| [at(-24., k * 22.), at(0., k * 31.), at(22., k * 20.)])
    }

    /// The inside of the knee, which joins thigh and shank without a seam.
    pub fn bend(&self, size: f32) -> [Ball; 2] {
        let [t, width, back, front] = read(&SHANKS, 0.2);
        let shank = self.slice(self.knee + self.shank_axes[0] * (SHANK * t * size), &self.shank_axes, [t, width, back, front], 30.);
        let k = 0.86 * size;
        [Ball::round(self.knee, 46. * self.thick * size), Ball { axes: shank.axes.map(|axis| axis * k), ..shank }]
    }
}

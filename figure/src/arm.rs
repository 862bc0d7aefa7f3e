//! Arms: the fingertips are aimed, and shoulder, elbow and wrist follow.

use crate::Hand;
use crate::body::Body;
use crate::hand::Palm;
use crate::space::{Ball, V, mix, turn, v};
use crate::table::{FLOOR, FOREARM, FOREARMS, SHOULDER, UPPER_ARM, UPPER_ARMS, read};

/// An arm in the room, with its hand.
#[derive(Clone, Debug)]
pub struct Arm {
    pub shoulder: V,
    pub elbow: V,
    pub palm: Palm,
    thick: f32,
    side: f32,
}

/// The elbow is at least so high above the floor.
const ELBOW_OFF_FLOOR: f32 = 40.;
/// A wrist bends no further, in degrees.
const WRIST: f32 = 74.;

impl Arm {
    /// `side` is -1 for the right arm, 1 for the left.
    pub fn new(hand: &Hand, body: &Body, side: f32) -> Arm {
        let shoulder = body.place(v(side * SHOULDER[0], SHOULDER[1], SHOULDER[2]));
        let palm = Palm::new(hand, target(hand, body), side);
        let elbow = elbow(shoulder, &palm, side, hand.swivel);
        Arm { shoulder, elbow, palm, thick: mix(1., body.limbs(), 0.8), side }
    }

    fn slice(at: V, row: [f32; 3], along: V, wide: V, thick: f32, half_length: f32) -> Ball {
        let across = (wide - along * wide.dot(along)).unit();
        let other = along.cross(across);
        Ball { at, axes: [across * (row[1] * thick), other * (row[2] * thick), along * half_length] }
    }

    /// The upper arm from `from` to `to` of its length.
    pub fn upper(&self, from: f32, to: f32) -> Vec<Ball> {
        let along = (self.elbow - self.shoulder).unit();
        (0..6)
            .map(|i| from + (to - from) * i as f32 / 5.)
            .map(|t| {
                let at = self.shoulder.towards(self.elbow, t);
                if t > 0.99 {
                    return self.elbow_ball();
                }
                let half = if t < 0.01 { 48. } else { 20. };
                Arm::slice(at, read(&UPPER_ARMS, t), along, v(self.side, 0.3, 0.1), self.thick, half)
            })
            .collect()
    }

    /// The sleeve, with a straight hem.
    pub fn sleeve(&self) -> Vec<Ball> {
        let mut chain: Vec<Ball> = self.upper(0., 0.52).into_iter().enumerate().map(|(i, ball)| ball.grown(5. + 1.4 * i as f32)).collect();
        if let Some(last) = chain.last_mut() {
            *last = last.flat();
        }
        chain
    }

    pub fn fore(&self) -> Vec<Ball> {
        let along = (self.palm.wrist - self.elbow).unit();
        (0..8)
            .map(|i| i as f32 / 7.)
            .map(|t| {
                let thick = mix(self.thick, 1., t);
                if t < 0.01 {
                    return self.elbow_ball();
                }
                let half = 16.;
                Arm::slice(self.elbow.towards(self.palm.wrist, t), read(&FOREARMS, t), along, self.palm.thumb, thick, half)
            })
            .collect()
    }

    /// The inside of the elbow, which joins upper arm and forearm without a seam.
    pub fn bend(&self) -> [Ball; 3] {
        let ball = |at: V, radius: f32| Ball::round(at, radius * self.thick);
        let (upper, fore) = (self.elbow.towards(self.shoulder, 0.16), self.elbow.towards(self.palm.wrist, 0.16));
        [ball(upper, 38.), ball(self.elbow, 36.5), ball(fore, 42.)]
    }

    /// The wrist, which joins forearm and hand without a seam.
    pub fn wrist(&self) -> [Ball; 3] {
        let fore = self.fore();
        let small = |ball: Ball| Ball { axes: ball.axes.map(|axis| axis * 0.8), ..ball };
        let palm = &self.palm;
        let root = Ball { at: palm.wrist + palm.along * 24., axes: [palm.thumb * 20., palm.back * 11., palm.along * 8.] };
        [small(fore[fore.len() - 2]), small(fore[fore.len() - 1]), root]
    }

    /// Upper arm and forearm end in the same ball, so that their outlines agree.
    fn elbow_ball(&self) -> Ball {
        Ball::round(self.elbow, 38. * self.thick)
    }

    pub fn shoulder_ball(&self, radius: f32) -> Ball {
        Ball::round(self.shoulder, radius * self.thick)
    }
}

/// Where the fingertips are to be.
fn target(hand: &Hand, body: &Body) -> V {
    let [x, y] = hand.at;
    let pad = 7. - hand.depth + hand.lift;
    let floor = v(x, y, FLOOR + 12. + hand.lift);
    if hand.floor >= 1. {
        return floor;
    }
    let skin = body.skin(x, y) + v(0., 0., pad);
    skin.towards(floor, hand.floor)
}

/// The elbow: hanging and swung outward until it clears the floor and the wrist is at ease.
fn elbow(shoulder: V, palm: &Palm, side: f32, swivel: f32) -> V {
    let line = palm.wrist - shoulder;
    let reach = line.length();
    let along = line.unit();
    // A little stretch, where the hand is just out of reach.
    let k = (reach / (UPPER_ARM + FOREARM - 4.)).max(1.);
    let (upper, fore) = (UPPER_ARM * k, FOREARM * k);
    let forward = ((reach * reach + upper * upper - fore * fore) / (2. * reach)).min(upper);
    let bow = (upper * upper - forward * forward).max(0.).sqrt();
    let down = v(0., 0., -1.);
    let down = (down - along * down.dot(along)).unit();
    let mut out = along.cross(down);
    if out.x * side < 0. {
        out = out * -1.;
    }
    let middle = shoulder + along * forward;
    let at = |angle: f32| {
        let (sin, cos) = turn(angle);
        middle + (down * cos + out * sin) * bow
    };
    // How far an elbow is from what is asked of it; none below 0.
    let lack = |elbow: V| {
        let bend = (palm.wrist - elbow).unit().dot(palm.along).clamp(-1., 1.).acos().to_degrees();
        ((FLOOR + ELBOW_OFF_FLOOR - elbow.z) / 4.).max(bend - WRIST)
    };
    let start = 30. + swivel;
    let mut best = (f32::MAX, start);
    for step in 0..32 {
        let angle = start + 3. * step as f32;
        let lack = lack(at(angle));
        if lack <= 0. {
            // Between this step and the one before, so that the elbow moves without jerks.
            let before = best.0.clamp(0., 40.);
            let part = if step == 0 { 0. } else { before / (before - lack) };
            return at(angle - 3. + 3. * if step == 0 { 1. } else { part });
        }
        best = if lack < best.0 { (lack, angle) } else { best };
    }
    at(best.1)
}

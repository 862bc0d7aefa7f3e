//! Hands: palm, fingers and thumb from the joints of a grip.

use crate::Hand;
use crate::grip::Joints;
use crate::space::{Ball, V, turn, v};
use crate::table::{FINGERS, HAND, PALM, THUMB_BONES, THUMB_RADII, THUMB_ROOT, WEB};

/// A hand in the room.
#[derive(Clone, Debug)]
pub struct Palm {
    pub wrist: V,
    /// Along the fingers, towards the thumb, and out of the back of the hand.
    pub along: V,
    pub thumb: V,
    pub back: V,
    /// Index to little finger, then the thumb: joints from the root to the tip, in the frame of the hand.
    digits: [[V; 4]; 5],
}

impl Palm {
    /// The hand whose fingertips (mean of index, middle and ring finger) are at `target`.
    pub fn new(hand: &Hand, target: V, side: f32) -> Palm {
        let (yaw_sin, yaw_cos) = turn(hand.yaw);
        let (pitch_sin, pitch_cos) = turn(hand.pitch);
        let flat = v(-side * yaw_sin, -yaw_cos, 0.);
        let along = flat * pitch_cos + v(0., 0., -pitch_sin);
        let up = flat * pitch_sin + v(0., 0., pitch_cos);
        let level = up.cross(along) * -side;
        let (roll_sin, roll_cos) = turn(hand.roll);
        let thumb = level * roll_cos + up * roll_sin;
        let back = up * roll_cos - level * roll_sin;
        let digits = digits(&hand.joints);
        let mut palm = Palm { wrist: V::default(), along, thumb, back, digits };
        let tips = (palm.tip(0) + palm.tip(1) + palm.tip(2)) * (1. / 3.);
        palm.wrist = target - tips;
        palm
    }

    fn out(&self, a: V) -> V {
        self.wrist + self.along * a.x + self.thumb * a.y + self.back * a.z
    }

    /// A joint of a digit: 0 index to 3 little finger, 4 the thumb; joint 0 the knuckle, 3 the tip.
    pub fn joint(&self, digit: usize, joint: usize) -> V {
        self.out(self.digits[digit][joint])
    }

    pub fn tip(&self, digit: usize) -> V {
        self.joint(digit, 3)
    }

    /// Half the thickness of a digit at a joint.
    pub fn radius(digit: usize, joint: usize) -> f32 {
        match FINGERS.get(digit) {
            Some(finger) => finger[5] * HAND * [1., 0.97, 0.9, 0.82][joint],
            None => THUMB_RADII[joint] * HAND,
        }
    }

    /// A digit from joint `from` to its tip.
    pub fn digit(&self, digit: usize, from: usize) -> Vec<Ball> {
        (from..4).map(|joint| Ball::round(self.joint(digit, joint), Palm::radius(digit, joint))).collect()
    }

    /// The nail of a digit: its middle, along and across, and the way it faces.
    pub fn nail(&self, digit: usize) -> (V, V, V, V) {
        let [.., last, tip] = self.digits[digit];
        let along = (tip - last).unit();
        // Out of the back of the finger; the thumb's nail faces halfway to the side.
        let up = if digit == 4 { v(0., 0.45, 0.9) } else { v(0., 0., 1.) };
        let up = (up - along * up.dot(along)).unit();
        let radius = Palm::radius(digit, 3);
        let turned = |a: V| self.out(a) - self.wrist;
        let middle = self.out(tip + along * (0.05 * radius) + up * (0.8 * radius));
        (middle, turned(along * (0.72 * radius)), turned(along.cross(up) * (0.6 * radius)), turned(up))
    }

    fn ball(&self, [x, y, z, radius]: [f32; 4]) -> Ball {
        Ball::round(self.out(v(x, y, z) * HAND), radius * HAND)
    }

    /// The groups of balls that the palm is filled out between.
    pub fn groups(&self) -> [Vec<Ball>; 3] {
        let ball = |row: &[f32; 4]| self.ball(*row);
        [PALM[..4].iter().map(ball).collect(), PALM[2..].iter().map(ball).collect(), WEB.iter().map(ball).collect()]
    }

    /// A place on the palm, along and across.
    pub fn on_back(&self, along: f32, across: f32) -> V {
        self.out(v(along, across, 10.) * HAND)
    }
}

/// The joints of all digits in the frame of the hand.
fn digits(joints: &Joints) -> [[V; 4]; 5] {
    let spread = joints[12];
    let mut out = [[V::default(); 4]; 5];
    for (i, finger) in FINGERS.iter().enumerate() {
        let (side_sin, side_cos) = turn(spread * [1.1, 0.2, -0.7, -1.7][i]);
        let mut at = v(finger[0], finger[1], 0.) * HAND;
        let mut bend = 0.;
        out[i][0] = at;
        for bone in 0..3 {
            bend += joints[i * 3 + bone];
            let (sin, cos) = turn(bend);
            at = at + v(cos * side_cos, cos * side_sin, -sin) * (finger[2 + bone] * HAND);
            out[i][bone + 1] = at;
        }
    }
    let [x, y, z] = THUMB_ROOT;
    let mut at = v(x, y, z) * HAND;
    let mut off = joints[13];
    out[4][0] = at;
    for bone in 0..3 {
        if bone > 0 {
            off -= joints[13 + bone];
        }
        let (sin, cos) = turn(off);
        at = at + v(cos, sin, -0.22).unit() * (THUMB_BONES[bone] * HAND);
        out[4][bone + 1] = at;
    }
    out
}

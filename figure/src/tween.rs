//! The way from one pose to another.

use crate::pose::{Hand, Leg};
use crate::space::{ease, mix};
use crate::{Mark, Pose};

/// Marks of the new pose come in the last part of the way.
const MARKS_FROM: f32 = 0.75;
/// A hand that goes further than this is lifted on its way.
const FAR: f32 = 90.;

impl Pose {
    /// The pose on the way to another, `t` from 0 to 1.
    ///
    /// Numbers go smoothly. Marks that both poses share stay; others leave at once, and new ones come near the end.
    #[must_use]
    pub fn between(&self, to: &Pose, t: f32) -> Pose {
        if t <= 0. {
            return self.clone();
        }
        if t >= 1. {
            return to.clone();
        }
        let s = ease(0., 1., t);
        let marks: Vec<Mark> =
            if t > MARKS_FROM { to.marks.clone() } else { self.marks.iter().filter(|mark| to.marks.contains(mark)).cloned().collect() };
        Pose {
            id: to.id.clone(),
            title: to.title.clone(),
            views: to.views.clone(),
            roll: mix(self.roll, to.roll, s),
            curl: mix(self.curl, to.curl, s),
            pitch: mix(self.pitch, to.pitch, s),
            breath: mix(self.breath, to.breath, s),
            legs: [self.legs[0].between(&to.legs[0], s), self.legs[1].between(&to.legs[1], s)],
            hands: hands(self, to, t),
            right_over: if t < 0.5 { self.right_over } else { to.right_over },
            marks,
            props: if t < 0.5 { self.props.clone() } else { to.props.clone() },
        }
    }

    fn both_on_belly(&self) -> bool {
        self.hands.iter().all(|hand| hand.floor < 0.5)
    }
}

impl Leg {
    fn between(&self, to: &Leg, s: f32) -> Leg {
        Leg {
            hip: mix(self.hip, to.hip, s),
            knee: mix(self.knee, to.knee, s),
            drop: mix(self.drop, to.drop, s),
            out: mix(self.out, to.out, s),
            foot: mix(self.foot, to.foot, s),
            toe: mix(self.toe, to.toe, s),
        }
    }
}

impl Hand {
    fn distance(&self, to: &Hand) -> f32 {
        (self.at[0] - to.at[0]).hypot(self.at[1] - to.at[1])
    }

    /// On the way, with the share of the way that is done.
    fn between(&self, to: &Hand, t: f32) -> Hand {
        let s = ease(0., 1., t);
        let mut joints = self.joints;
        joints.iter_mut().zip(to.joints).for_each(|(joint, to)| *joint = mix(*joint, to, s));
        let way = self.distance(to);
        let arc = if way > FAR { (way / 4.).min(FAR) * bow(t) } else { 0. };
        Hand {
            at: [mix(self.at[0], to.at[0], s), mix(self.at[1], to.at[1], s)],
            floor: mix(self.floor, to.floor, s),
            depth: mix(self.depth, to.depth, s),
            lift: mix(self.lift, to.lift, s) + arc,
            yaw: mix(self.yaw, to.yaw, s),
            pitch: mix(self.pitch, to.pitch, s),
            roll: mix(self.roll, to.roll, s),
            swivel: mix(self.swivel, to.swivel, s),
            joints,
        }
    }
}

/// Up and down again.
fn bow(t: f32) -> f32 {
    (t * std::f32::consts::PI).sin()
}

/// Both hands on their way. Where two lie together they do not pass through each other: the left one, which supports,
/// leaves first and comes last, from above and from its own side.
fn hands(from: &Pose, to: &Pose, t: f32) -> [Hand; 2] {
    let [right, left] = &from.hands;
    let [right_to, left_to] = &to.hands;
    let (part, whole) = (|a: f32, b: f32| ((t - a) / (b - a)).clamp(0., 1.), (t, t));
    let (right_t, left_t) = match (from.both_on_belly(), to.both_on_belly()) {
        (false, true) => (part(0., 0.7), part(0.3, 1.)),
        (true, false) => (part(0.3, 1.), part(0., 0.7)),
        (true, true) => (part(0.2, 0.8), part(0.2, 0.8)),
        (false, false) => whole,
    };
    let right = right.between(right_to, right_t);
    let mut moved = left.between(left_to, left_t);
    if from.both_on_belly() && to.both_on_belly() && from.hands != to.hands {
        let apart = ease(0., 0.35, t) * ease(1., 0.65, t);
        moved.at[0] += 130. * apart;
        moved.lift += 60. * ease(0., 0.2, t) * ease(1., 0.8, t);
    }
    [right, moved]
}

//! The way from one pose to the next begins and ends at them, moves smoothly, and marks come at its end.
#![allow(clippy::unwrap_used)]

mod common;

use common::{pose, sequences};
use palpate_figure::{Build, Frame, View, draw, hand_joints};

#[test]
fn a_way_has_the_poses_as_its_ends() {
    for (_, poses) in sequences() {
        for pair in poses.windows(2) {
            assert_eq!(&pair[0].between(pair[1], 0.), pair[0]);
            assert_eq!(&pair[0].between(pair[1], 1.), pair[1]);
        }
    }
}

#[test]
fn marks_leave_at_once_and_come_late() {
    let (from, to) = (pose("fingers-navel"), pose("sink"));
    let marks = |t| from.between(to, t).marks;
    assert!(marks(0.1).iter().all(|mark| from.marks.contains(mark) && to.marks.contains(mark)));
    assert!(marks(0.7).iter().all(|mark| from.marks.contains(mark)));
    assert_eq!(marks(0.8), to.marks);
}

/// No jerk: between two of forty pictures no fingertip jumps.
#[test]
fn hands_move_smoothly() {
    for (guide, poses) in sequences() {
        for pair in poses.windows(2) {
            let tips = |step: usize| hand_joints(&pair[0].between(pair[1], step as f32 / 40.), Build::Slim).map(|hand| hand[1][3]);
            for step in 0..40 {
                for (a, b) in tips(step).iter().zip(tips(step + 1)) {
                    let jump = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f32>().sqrt();
                    assert!(jump < 60., "{guide}: {} to {} jumps {jump} mm at {step}", pair[0].id, pair[1].id);
                }
            }
        }
    }
}

#[test]
fn a_way_that_is_broken_off_can_go_on_from_there() {
    let halfway = pose("knees-up").between(pose("knees-dropped"), 0.4);
    let back = halfway.between(pose("rest-breathe"), 0.01);
    let [a, b] = [&halfway, &back].map(|pose| hand_joints(pose, Build::Slim)[0][1][3]);
    assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < 12.), "{a:?} {b:?}");
    assert!(!draw(&back, View::Top, Frame::Mid, Build::Slim).shapes.is_empty());
}

//! Hands are where a pose says, off the zones that are kept free, and clear of each other on every way.
#![allow(clippy::unwrap_used)]

mod common;

use common::{BUILDS, knowledge, sequences};
use palpate_figure::{Build, CREASE, MarkKind, NAVEL, Pose, hand_joints, skin};

type At = [f32; 3];

fn minus(a: At, b: At) -> At {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

fn length(a: At) -> f32 {
    a.iter().map(|k| k * k).sum::<f32>().sqrt()
}

fn mean(list: &[At]) -> At {
    [0, 1, 2].map(|k| list.iter().map(|at| at[k]).sum::<f32>() / list.len() as f32)
}

/// Index, middle and ring fingertip of a hand.
fn tips(pose: &Pose, build: Build, hand: usize) -> [At; 3] {
    let joints = hand_joints(pose, build)[hand];
    [0, 1, 2].map(|digit| joints[digit][3])
}

#[test]
fn fingertips_land_where_they_are_said_to() {
    for pose in &knowledge().poses {
        for build in BUILDS {
            for (i, hand) in pose.hands.iter().enumerate() {
                let at = mean(&tips(pose, build, i));
                let place = if hand.floor > 0.5 { [hand.at[0], hand.at[1], 0.] } else { skin(pose, build, hand.at) };
                assert!((at[0] - place[0]).hypot(at[1] - place[1]) < 3., "{} hand {i}: {at:?} is not {place:?}", pose.id);
                if hand.floor < 0.5 && hand.lift == 0. && hand.depth > 0. {
                    assert!(at[2] < place[2], "{} hand {i} presses", pose.id);
                }
            }
        }
    }
}

/// How far above the groin crease a place of the belly is, straight up.
fn above_crease(x: f32, y: f32) -> f32 {
    let at = CREASE.windows(2).find(|pair| pair[0][0] <= x && x <= pair[1][0]);
    let Some([a, b]) = at.map(|pair| [pair[0], pair[1]]) else { return if x < CREASE[0][0] { f32::MAX } else { y } };
    y - (a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))
}

#[test]
fn no_pressing_fingertip_is_where_hands_never_go() {
    let mut pressing = 0;
    for pose in &knowledge().poses {
        for (i, hand) in pose.hands.iter().enumerate().filter(|(_, hand)| hand.depth > 0.) {
            pressing += 1;
            let all = tips(pose, Build::Slim, i);
            let middle = mean(&all);
            for tip in all {
                // Back to the body lying flat, near enough over a finger's width.
                let [dx, dy, _] = minus(tip, middle);
                let (x, y) = (hand.at[0] + dx / pose.roll.to_radians().cos(), hand.at[1] + dy);
                assert!(y <= NAVEL, "{}: a finger presses above the navel, at {y}", pose.id);
                assert!(x <= -16. - 9., "{}: a finger presses on the midline, at {x}", pose.id);
                assert!(above_crease(x, y) > 15., "{}: a finger presses {} above the groin crease", pose.id, above_crease(x, y));
            }
        }
    }
    assert!(pressing >= 8, "{pressing}");
}

#[test]
fn zones_are_marked_where_hands_press() {
    for pose in knowledge().poses.iter().filter(|pose| pose.hands.iter().any(|hand| hand.depth > 0.)) {
        let marked = pose.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Keep { above: true, groin: true, .. }));
        assert!(marked, "{} marks no keep-off zones", pose.id);
    }
}

#[test]
fn targets_and_presses_are_off_the_zones() {
    for pose in &knowledge().poses {
        for mark in &pose.marks {
            if let MarkKind::Target { at: [x, y] } | MarkKind::Press { at: [x, y] } = mark.kind {
                assert!(y < NAVEL - 10. && x < -40. && above_crease(x, y) > 25., "{}: {x} {y}", pose.id);
            }
        }
    }
}

/// Points along all bones of a hand.
fn bones(hand: &[[At; 4]; 5]) -> Vec<At> {
    let mut out = Vec::new();
    for digit in hand {
        for pair in digit.windows(2) {
            let way = minus(pair[1], pair[0]);
            out.extend([0., 0.5, 1.].map(|t| [0, 1, 2].map(|k| pair[0][k] + way[k] * t)));
        }
    }
    // The back of the hand, from the thumb's root to the knuckles.
    for digit in &hand[..4] {
        let way = minus(digit[0], hand[4][0]);
        out.extend([0.3, 0.6].map(|t| [0, 1, 2].map(|k| hand[4][0][k] + way[k] * t)));
    }
    out
}

fn gap(pose: &Pose) -> f32 {
    let [right, left] = hand_joints(pose, Build::Slim);
    let (right, left) = (bones(&right), bones(&left));
    right.iter().flat_map(|a| left.iter().map(|b| length(minus(*a, *b)))).fold(f32::MAX, f32::min)
}

/// Bone to bone: two fingers that touch are a finger's width apart.
const FINGER: f32 = 17.;

#[test]
fn hands_do_not_pass_through_each_other() {
    let mut bad = Vec::new();
    for pose in &knowledge().poses {
        if gap(pose) < FINGER {
            bad.push(format!("{} itself: {}", pose.id, gap(pose)));
        }
    }
    for (guide, poses) in sequences() {
        for pair in poses.windows(2).flat_map(|pair| [[pair[0], pair[1]], [pair[1], pair[0]]]) {
            for step in 1..40 {
                let t = step as f32 / 40.;
                let between = pair[0].between(pair[1], t);
                if gap(&between) < FINGER {
                    bad.push(format!("{guide}: {} to {} at {t}: {}", pair[0].id, pair[1].id, gap(&between)));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

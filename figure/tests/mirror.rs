//! The left side is the mirrored right: the frame maps onto itself, and what is symmetric is drawn so.
#![allow(clippy::unwrap_used)]

mod common;

use common::{FRAMES, VIEWS, points, pose};
use palpate_figure::{Build, Drawing, Frame, View, draw};
use std::collections::BTreeMap;

/// The two numbers of `matrix(a 0 0 1 e 0)`.
fn across(drawing: &Drawing) -> (f32, f32) {
    let text = drawing.mirror_transform();
    let inside = text.strip_prefix("matrix(").and_then(|rest| rest.strip_suffix(')')).unwrap();
    let numbers: Vec<f32> = inside.split(' ').map(|number| number.parse().unwrap()).collect();
    assert_eq!(numbers[1..4], [0., 0., 1.]);
    assert_eq!(numbers[5], 0.);
    (numbers[0], numbers[4])
}

#[test]
fn the_frame_maps_onto_itself() {
    for view in VIEWS {
        for frame in FRAMES {
            let drawing = draw(pose("sink"), view, frame, Build::Slim);
            let [x, _, width, _] = drawing.view_box.map(f32::from);
            let (a, e) = across(&drawing);
            assert_eq!(a, -1.);
            assert_eq!([a * x + e, a * (x + width) + e], [x + width, x], "{view:?} {frame:?}");
        }
    }
}

#[test]
fn a_symmetric_pose_is_drawn_symmetric() {
    // Light comes from one side, and a nose, a seam and a fold may lean.
    let leaning = ["figure-shadow", "figure-face", "figure-seam", "figure-fold", "figure-shorts", "figure-shorts-patch"];
    for id in ["lie-flat", "knees-up", "knees-supported"] {
        for build in common::BUILDS {
            let mut by_class: BTreeMap<&str, Vec<[f32; 2]>> = BTreeMap::new();
            for shape in draw(pose(id), View::Top, Frame::Full, build).shapes {
                by_class.entry(shape.class).or_default().extend(points(&shape.d));
            }
            for (class, points) in by_class.iter().filter(|(class, _)| !leaning.contains(class)) {
                for [x, y] in points {
                    let twin = points.iter().any(|[a, b]| (a + x).abs() <= 1. && (b - y).abs() <= 1.);
                    assert!(twin, "{id} {build:?}: {class} has no twin of {x} {y}");
                }
            }
        }
    }
}

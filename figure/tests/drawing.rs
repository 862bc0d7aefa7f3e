//! Every pose draws something sound in every view, build and frame, and draws it the same each time.
#![allow(clippy::unwrap_used)]

mod common;

use common::{BUILDS, FRAMES, VIEWS, knowledge, points, pose};
use palpate_figure::{Build, Frame, View, draw};

#[test]
fn every_pose_draws_something_within_reach() {
    for pose in &knowledge().poses {
        for view in VIEWS {
            for build in BUILDS {
                let drawing = draw(pose, view, Frame::Full, build);
                let mut count = 0;
                for shape in &drawing.shapes {
                    for [x, y] in points(&shape.d) {
                        assert!(x.abs() < 1400. && y.abs() < 1400., "{} {view:?} {build:?} {}: {x} {y}", pose.id, shape.class);
                        count += 1;
                    }
                }
                assert!(count > 400, "{} {view:?} {build:?} has {count} points", pose.id);
            }
        }
    }
}

#[test]
fn the_picture_lies_in_its_frame() {
    for pose in &knowledge().poses {
        assert!(!pose.views.is_empty(), "{}", pose.id);
        for (view, frame) in &pose.views {
            let drawing = draw(pose, *view, *frame, Build::Slim);
            let [x, y, width, height] = drawing.view_box.map(f32::from);
            let skin = drawing.shapes.iter().filter(|shape| shape.class == "figure-skin").flat_map(|shape| points(&shape.d));
            let seen = skin.filter(|[a, b]| (x..=x + width).contains(a) && (y..=y + height).contains(b)).count();
            assert!(seen > 60, "{} {view:?} {frame:?} shows {seen} points of skin", pose.id);
        }
    }
}

/// What moves from picture to picture is the data alone, so that an animation need not rebuild anything.
#[test]
fn the_same_view_has_the_same_classes_in_the_same_order() {
    for view in VIEWS {
        let classes =
            |id: &str, frame, build| -> Vec<_> { draw(pose(id), view, frame, build).shapes.iter().map(|shape| shape.class).collect() };
        let first = classes("lie-flat", Frame::Full, Build::Slim);
        for pose in &knowledge().poses {
            for frame in FRAMES {
                assert_eq!(classes(&pose.id, frame, Build::Round), first, "{} {view:?} {frame:?}", pose.id);
            }
        }
    }
}

#[test]
fn the_same_pose_draws_the_same() {
    for pose in &knowledge().poses {
        for (view, frame) in &pose.views {
            assert_eq!(draw(pose, *view, *frame, Build::Fuller), draw(pose, *view, *frame, Build::Fuller), "{}", pose.id);
        }
    }
}

#[test]
fn a_picture_is_light() {
    for pose in &knowledge().poses {
        for view in VIEWS {
            let size: usize = draw(pose, view, Frame::Full, Build::Slim).shapes.iter().map(|shape| shape.d.len()).sum();
            assert!(size < 40_000, "{} {view:?}: {size}", pose.id);
        }
    }
}

/// Each class that is drawn has its colours.
#[test]
fn every_class_stands_in_the_style_sheet() {
    let sheet = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/figure.css")).unwrap();
    for view in VIEWS {
        for shape in draw(pose("lie-flat"), view, Frame::Full, Build::Slim).shapes {
            for class in shape.class.split(' ') {
                let named = [" ", ":", ","].iter().any(|end| sheet.contains(&format!(".{class}{end}")));
                assert!(class == "figure-mark" || named, "{class} has no colour");
            }
        }
    }
}

#[test]
fn the_cut_shows_the_hand_where_it_is() {
    let ids = ["sink", "toward-spine", "iliacus-lean", "back-to-back"];
    for id in ids {
        assert!(pose(id).views.iter().any(|look| look.0 == View::Cut), "{id}");
    }
}

//! The real poses, and path data read back.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used)]

use palpate_core::Knowledge;
use palpate_figure::{Build, Frame, Pose, View};
use std::path::Path;
use std::sync::OnceLock;

pub const BUILDS: [Build; 3] = [Build::Slim, Build::Fuller, Build::Round];
pub const VIEWS: [View; 3] = [View::Top, View::Side, View::Cut];
pub const FRAMES: [Frame; 5] = [Frame::Full, Frame::Mid, Frame::Drop, Frame::Torso, Frame::Belly];

pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        palpate_compiler::compile(&content).unwrap_or_else(|problems| panic!("{problems:#?}"))
    })
}

pub fn pose(id: &str) -> &'static Pose {
    knowledge().pose(id).unwrap_or_else(|| panic!("no pose {id}"))
}

/// The poses of each walkthrough in the order in which they follow each other.
pub fn sequences() -> Vec<(&'static str, Vec<&'static Pose>)> {
    let guides = knowledge().walkthroughs.iter();
    let figures = |guide: &'static palpate_core::knowledge::Walkthrough| {
        let steps = guide.steps.iter().map(|step| step.figure.as_str());
        let mut ids: Vec<&str> = steps.chain(guide.areas.iter().map(|area| area.figure.as_str())).collect();
        ids.dedup();
        ids.into_iter().map(pose).collect()
    };
    guides.map(|guide| (guide.id.as_str(), figures(guide))).collect()
}

/// Every point of path data, control points too, from its relative numbers.
pub fn points(d: &str) -> Vec<[f32; 2]> {
    let mut out = Vec::new();
    let (mut at, mut letter, mut numbers) = ([0f32; 2], ' ', Vec::<f32>::new());
    let mut rest = d;
    while !rest.is_empty() {
        let c = rest.chars().next().unwrap();
        if c.is_ascii_alphabetic() {
            assert!("Mlqz".contains(c), "{c} in {d}");
            assert!(numbers.is_empty(), "numbers left over before {c}");
            letter = c;
            rest = &rest[1..];
            continue;
        }
        if c == ' ' {
            rest = &rest[1..];
            continue;
        }
        let end = rest[1..].find(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(rest.len(), |end| end + 1);
        numbers.push(rest[..end].parse().unwrap_or_else(|_| panic!("{} is no number", &rest[..end])));
        rest = &rest[end..];
        let wanted = if letter == 'q' { 4 } else { 2 };
        if numbers.len() == wanted {
            let base = if letter == 'M' { [0., 0.] } else { at };
            for pair in numbers.chunks(2) {
                out.push([base[0] + pair[0], base[1] + pair[1]]);
            }
            at = *out.last().unwrap();
            numbers.clear();
        }
    }
    out
}

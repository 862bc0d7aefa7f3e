//! Mistakes in the poses: each comes back with its line and a remedy; and the real poses are what the walkthroughs need.
//!
//! Every test of a mistake breaks one thing in a copy of the real content.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, PSOAS, broken, knowledge};
use palpate_compiler::Fault;
use palpate_figure::{Frame, MarkKind, View};

const POSES: &str = "poses.toml";

fn rule_of(fault: Fault) -> &'static str {
    let Fault::Rule(rule) = fault else { panic!("{fault:?}") };
    rule
}

#[test]
fn every_step_and_area_has_its_pose_and_its_words() {
    for guide in &knowledge().walkthroughs {
        let steps = guide.steps.iter().map(|step| (&step.id, &step.figure, &step.alt));
        for (id, figure, alt) in steps.chain(guide.areas.iter().map(|area| (&area.id, &area.figure, &area.alt))) {
            assert!(knowledge().pose(figure).is_some(), "{}/{id}", guide.id);
            assert!(alt.len() > 30 && alt.ends_with('.'), "{}/{id}", guide.id);
        }
    }
}

#[test]
fn what_must_be_shown_is_shown() {
    let looks = |id: &str| knowledge().pose(id).unwrap_or_else(|| panic!("no {id}")).views.iter().map(|look| look.0).collect::<Vec<_>>();
    for (id, view) in [
        ("lie-flat", View::Side),
        ("knees-up", View::Side),
        ("knees-dropped", View::Top),
        ("knees-supported", View::Side),
        ("head-lift", View::Side),
        ("fingers-navel", View::Top),
        ("slide-out", View::Top),
        ("slide-out", View::Cut),
        ("sink", View::Side),
        ("sink", View::Cut),
        ("toward-spine", View::Top),
        ("toward-spine", View::Cut),
        ("knee-check", View::Side),
        ("iliacus-travel", View::Top),
        ("back-to-back", View::Cut),
        ("iliacus-supported", View::Top),
        ("strokes-low", View::Top),
        ("rest-breathe", View::Top),
        ("lift-off", View::Side),
    ] {
        assert!(looks(id).contains(&view), "{id} {view:?}");
    }
}

#[test]
fn a_pose_takes_body_and_hands_from_its_base_but_no_marks() {
    let (base, pose) = (knowledge().pose("knees-dropped").unwrap(), knowledge().pose("strokes-low").unwrap());
    assert_eq!(pose.roll, base.roll);
    assert_eq!(pose.legs[1], base.legs[1]);
    assert_eq!((pose.legs[0].hip, pose.legs[0].knee), (66., base.legs[0].knee));
    assert_eq!(pose.hands.map(|hand| hand.floor), [0., 0.], "a hand on the skin has left the floor of its base");
    assert!(!pose.marks.iter().any(|mark| base.marks.contains(mark)));
    assert_eq!(base.views, [(View::Top, Frame::Drop)]);
}

#[test]
fn no_depth_bar_invites_to_press_deep() {
    let deep = |mark: &palpate_figure::Mark| if let MarkKind::Depth { deep, .. } = mark.kind { Some(deep) } else { None };
    let bars = knowledge().poses.iter().flat_map(|pose| &pose.marks).filter_map(deep);
    assert!(bars.clone().count() > 0 && bars.into_iter().all(|deep| deep <= 40.));
}

// ---------------------------------------------------------------- mistakes

#[test]
fn a_base_that_is_unknown_or_stands_below() {
    let hint = "Did you mean \"knees-dropped\"?";
    let fault = broken(POSES, "id = \"strokes-low\"", "base = \"knees-dropped\"", "base = \"knees-droped\"", hint);
    assert_eq!(fault, Fault::UnknownId { kind: "pose", id: "knees-droped".to_owned(), hint: hint.to_owned() });
    let fault = broken(POSES, "id = \"choose-side\"", "base = \"knees-up\"", "base = \"rest-breathe\"", "Move its base up.");
    assert!(rule_of(fault).starts_with("a pose inherits from one that stands above it"));
}

#[test]
fn an_id_used_twice() {
    let copy = Copy::new();
    let (first, second, id) = copy.repeat_table(POSES, "[[pose]]");
    let fault = Fault::DuplicateId { kind: "pose", id, first: format!("content/{POSES}:{first}") };
    copy.assert_faults(&[(POSES, second, fault)], "Give one of them another id.");
}

#[test]
fn a_step_without_a_pose() {
    let copy = Copy::new();
    copy.replace(POSES, "id = \"toward-spine\"", "id = \"elsewhere\"");
    let line = copy.line(PSOAS, "id = \"toward-spine\"", "figure = ");
    assert!(matches!(copy.fault(PSOAS, line, "Add it, or name one that exists."), Fault::UnknownId { kind: "pose", .. }));
}

#[test]
fn words_and_fields_that_do_not_exist() {
    let near = |word: &str| format!("Did you mean \"{word}\"?");
    for (anchor, old, new, field, right) in [
        ("id = \"sink\"", "breath = ", "breathe = ", "breathe", "breath"),
        ("id = \"sink\"", "depth = 34", "deepth = 34", "deepth", "depth"),
        ("id = \"knees-up\"", "knee = 100", "kne = 100", "kne", "knee"),
        ("id = \"sink\"", "zones = ", "zone = ", "zone", "zones"),
    ] {
        let fault = broken(POSES, anchor, old, new, &near(right));
        assert_eq!(fault, Fault::UnknownField { field: field.to_owned(), hint: near(right) });
    }
    for (anchor, old, new, found, right) in [
        ("id = \"sink\"", "grip = \"press\"", "grip = \"pres\"", "pres", "press"),
        ("id = \"sink\"", "from = \"side\"", "from = \"sied\"", "sied", "side"),
        ("id = \"sink\"", "kind = \"keep-off\"", "kind = \"keep-of\"", "keep-of", "keep-off"),
        ("id = \"knees-supported\"", "\"bolster\"", "\"bolsters\"", "bolsters", "bolster"),
    ] {
        let fault = broken(POSES, anchor, old, new, &near(right));
        assert_eq!(fault, Fault::UnknownChoice { found: found.to_owned(), hint: near(right) });
    }
}

#[test]
fn a_number_that_no_body_can_reach() {
    for (anchor, old, new, what, found, least, most) in [
        ("id = \"knees-up\"", "hip = 43", "hip = 143", "the bend of the hip", "143", "-4", "75"),
        ("id = \"knees-up\"", "knee = 100", "knee = -20", "the bend of the knee", "-20", "0", "115"),
        ("id = \"knees-dropped\"", "roll = 20", "roll = 90", "the roll of the pelvis", "90", "0", "28"),
        ("id = \"sink\"", "depth = 34", "depth = 80", "the depth of the fingertips", "80", "-60", "40"),
        ("id = \"sink\"", "breath = -0.6", "breath = -6", "the breath", "-6", "-1", "1"),
        ("id = \"sink\"", "deep = 34", "deep = 90", "the depth shown", "90", "5", "40"),
    ] {
        let fault = broken(POSES, anchor, old, new, "Choose a number within it.");
        let [found, least, most] = [found, least, most].map(str::to_owned);
        assert_eq!(fault, Fault::OutOfRange { what, found, least, most });
    }
}

#[test]
fn a_number_that_is_none() {
    let fault = broken(POSES, "id = \"knees-dropped\"", "roll = 20", "roll = \"much\"", "Change it.");
    assert_eq!(fault, Fault::WrongKind { found: "the words \"much\"".to_owned(), expected: "a number".to_owned() });
}

#[test]
fn places_have_two_or_three_numbers() {
    let fault = broken(POSES, "id = \"sink\"", "at = [-86, 134]", "at = [-86, 134, 9]", "Add or remove some.");
    assert!(rule_of(fault).starts_with("a place has two numbers"));
    let fault = broken(POSES, "id = \"knee-check\"", "at = [-60, 70, 20]", "at = [-60, 70]", "Add or remove some.");
    assert!(rule_of(fault).starts_with("a place in the body or the room has three numbers"));
    let fault = broken(POSES, "id = \"strokes-low\"", "points = [[-88, 108], [-88, 80]]", "points = [[-88, 108]]", "Add or remove some.");
    assert!(rule_of(fault).starts_with("an arrow has two to five places"));
}

#[test]
fn a_hand_on_the_skin_and_on_the_floor() {
    let fault = broken(POSES, "id = \"sink\"", "at = [-86, 134], yaw", "at = [-86, 134], on-floor = [-300, 0], yaw", "Remove one.");
    assert!(rule_of(fault).starts_with("a hand lies on the skin"));
}

#[test]
fn a_pose_that_nobody_can_see() {
    let fault = broken(
        POSES,
        "id = \"lift-off\"",
        "views = [{ from = \"side\", frame = \"torso\" }]",
        "views = []",
        "Write it, or remove the entry.",
    );
    assert_eq!(fault, Fault::Empty { what: "the list of views" });
}

#[test]
fn marks_have_what_they_need_and_nothing_else() {
    let fault = broken(POSES, "id = \"focus-areas\"", "{ kind = \"target\", at = [-80, 142] }", "{ kind = \"target\" }", "Add it.");
    assert_eq!(fault, Fault::MarkLacks { kind: "target", needs: "`at`, a place" });
    let fault =
        broken(POSES, "id = \"slide-out\"", "{ kind = \"six-pack\", tense = true }", "{ kind = \"six-pack\", deep = 20 }", "Remove it.");
    assert_eq!(fault, Fault::MarkHasNo { kind: "six-pack", field: "deep" });
    let fault = broken(POSES, "id = \"sink\"", "zones = [\"above-navel\", \"midline\", \"groin\"]", "view = \"top\"", "Add it.");
    assert!(matches!(fault, Fault::MarkLacks { kind: "keep-off", .. }));
}

//! Mistakes in a drawing, in the list of structures and in the pain zones come back with file, line and remedy.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, broken};
use palpate_compiler::Fault;

const FRONT: &str = "diagrams/front.svg";
const STRUCTURES: &str = "structures.toml";
const ZONES: &str = "pain/zones.toml";

#[test]
fn an_id_in_a_drawing_that_is_no_structures() {
    let hint = "Did you mean \"iliacus\"?";
    let fault = broken(FRONT, "id=\"muscle\"", "id=\"iliacus\"", "id=\"illiacus\"", hint);
    assert_eq!(fault, Fault::UnknownId { kind: "structure", id: "illiacus".into(), hint: hint.into() });
}

#[test]
fn a_muscle_that_is_drawn_nowhere() {
    let copy = Copy::new();
    for view in ["front", "back", "left"] {
        let file = format!("diagrams/{view}.svg");
        let text = std::fs::read_to_string(copy.path(&file)).unwrap();
        let kept = text.replace("quadratus-lumborum", "rib-12");
        std::fs::write(copy.path(&file), kept).unwrap();
    }
    let (line, _) = copy.id_after("muscles/quadratus-lumborum.toml", "");
    let fault = copy.fault("muscles/quadratus-lumborum.toml", line, "the id \"quadratus-lumborum\".");
    assert_eq!(fault, Fault::NotDrawn("quadratus-lumborum".into()));
}

#[test]
fn a_drawing_that_can_not_be_read() {
    let told = |old: &str, new: &str, remedy: &str| {
        let Fault::BadDrawing(text) = broken(FRONT, "id=\"muscle\"", old, new, remedy) else { panic!("{new}") };
        text
    };
    assert!(told(" d=\"M", " d=\"Q", "Mend its `d`.").contains("the path can't be read"));
    assert!(told("<path", "<path transform=\"scale(2)\"", "where it belongs.").contains("`transform`"));
    let copy = Copy::new();
    copy.replace_after(FRONT, "id=\"muscle\"", "</g>", "");
    let problems = copy.problems();
    assert!(problems.iter().all(|problem| problem.file == FRONT), "{problems:#?}");
    assert!(problems[0].to_string().contains("this is not XML"), "{}", problems[0]);
}

#[test]
fn a_drawing_that_is_missing() {
    let copy = Copy::new();
    copy.remove("diagrams/back.svg");
    assert!(matches!(copy.fault("diagrams/back.svg", 1, "mend its permissions."), Fault::Unreadable(_)));
}

#[test]
fn a_structure_that_leads_to_two_pages_or_has_no_source() {
    let told = |old: &str, new: &str, remedy: &str| {
        let copy = Copy::new();
        let line = copy.line(STRUCTURES, "id = \"iliacus\"", "id = ");
        copy.replace_after(STRUCTURES, "id = \"iliacus\"", old, new);
        copy.fault(STRUCTURES, line, remedy)
    };
    assert!(matches!(told("layer = ", "term = \"femur\"\nlandmark = \"asis\"\nlayer = ", "`neighbour` and `term`."), Fault::Rule(_)));
    assert_eq!(told("cites = [", "cites = [] # ", "\"our-rule\" or \"unverified\"."), Fault::NoSource("the structure \"iliacus\"".into()));
}

#[test]
fn a_zone_that_leads_nowhere_or_is_no_area() {
    let add = "Add it, or name one that exists.";
    let fault = broken(ZONES, "[[zone]]", "complaint = ", "complaint = \"no-such-place\" # ", add);
    assert_eq!(fault, Fault::UnknownId { kind: "complaint", id: "no-such-place".into(), hint: add.into() });
    let copy = Copy::new();
    let (line, _) = copy.id_after(ZONES, "[[zone]]");
    copy.replace_after(ZONES, "[[zone]]", "outline = [", "outline = [[0, 0], [9, 9]] # [");
    assert!(matches!(copy.fault(ZONES, line, "Add some."), Fault::Rule(_)));
    let spot = broken(ZONES, "[[trigger-point]]", "at = [", "at = [7, ", "Add or remove some.");
    assert!(matches!(spot, Fault::Rule(_)));
}

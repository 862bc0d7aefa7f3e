//! Mistakes in `pain/locator.toml`, which says how the list of "Where does it hurt?" is made, and in the muscles that complaints name.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, broken, knowledge};
use palpate_compiler::Fault;
use palpate_core::knowledge::Who;

const LOCATOR: &str = "pain/locator.toml";
const COMPLAINTS: &str = "pain/complaints.toml";
const ADD_IT: &str = "Add it, or name one that exists.";

#[test]
fn strengths_out_of_order() {
    let remedy = "Lower this number, or raise the one above it.";
    for (table, old, new) in [
        ("[place.common]", "points = 4", "points = 7"),
        ("[place.possible]", "points = 2", "points = 5"),
        ("[sign.common]", "points = 2", "points = 4"),
        ("[sign.possible]", "points = 1", "points = 4"),
    ] {
        let copy = Copy::new();
        let line = copy.replace_after(LOCATOR, table, old, new);
        let problems = copy.problems();
        let told = problems.iter().find(|problem| problem.to_string().ends_with(remedy));
        assert_eq!(told.map(|problem| (problem.file.as_str(), problem.line)), Some((LOCATOR, line)), "{table}: {problems:?}");
    }
    // Equal ones are in order.
    let copy = Copy::new();
    copy.replace_after(LOCATOR, "[place.common]", "points = 4", "points = 6");
    assert!(palpate_compiler::compile(&copy.path("")).is_ok());
}

#[test]
fn a_sign_that_counts_more_than_a_place() {
    broken(LOCATOR, "[sign.core]", "points = 3", "points = 7", "Lower this number, or raise that of the place.");
}

#[test]
fn a_threshold_that_hides_a_place() {
    broken(LOCATOR, "[threshold]", "points = 2", "points = 3", "Lower this number to what a possible place counts, or below.");
}

#[test]
fn a_weight_without_a_why_or_a_source() {
    let copy = Copy::new();
    copy.replace_after(LOCATOR, "[several]", "cites = [", "cites = [] # ");
    let fault = copy.fault(LOCATOR, copy.line(LOCATOR, "[several]", "why = "), "\"our-rule\" or \"unverified\".");
    assert!(matches!(fault, Fault::NoSource(_)), "{fault:?}");
    let copy = Copy::new();
    let line = copy.line(LOCATOR, "[several]", "[several]");
    copy.replace_after(LOCATOR, "[several]", "why = ", "# ");
    assert_eq!(copy.fault(LOCATOR, line, "CONTRIBUTING.md lists the fields of each kind of file."), Fault::MissingField("why".to_owned()));
}

#[test]
fn references_that_lead_nowhere() {
    let copy = Copy::new();
    let mut expected = Vec::new();
    for (anchor, old, new, kind, id) in [
        ("[up-and-down]", "zone = ", "zone = \"no-place\" # ", "zone", "no-place"),
        ("[across]", "sign = ", "sign = \"xyzzy\" # ", "complaint", "xyzzy"),
        ("gesture-page", "gesture-page = ", "gesture-page = \"xyzzy\" # ", "complaint", "xyzzy"),
        ("[[help]]", "complaint = ", "complaint = \"xyzzy\" # ", "complaint", "xyzzy"),
        ("[[help]]", "red-flag = ", "red-flag = \"xyzzy\" # ", "red flag", "xyzzy"),
    ] {
        let fault = Fault::UnknownId { kind, id: id.to_owned(), hint: ADD_IT.to_owned() };
        expected.push((LOCATOR, copy.replace_after(LOCATOR, anchor, old, new), fault));
    }
    copy.assert_faults(&expected, ADD_IT);
}

#[test]
fn a_gesture_that_is_a_place() {
    let fault = broken(LOCATOR, "[across]", "sign = ", "sign = \"groin\" # ", "Name a complaint of the kind sign.");
    assert!(matches!(fault, Fault::Rule(_)), "{fault:?}");
}

#[test]
fn a_complaint_names_a_muscle_or_a_muscle_that_only_the_glossary_explains() {
    let links = || knowledge().complaints.iter().flat_map(|complaint| &complaint.muscles);
    assert!(links().any(|link| link.who == Who::Term("rectus-abdominis".to_owned())));
    assert!(links().any(|link| link.who == Who::Muscle("iliacus".to_owned())), "a muscle with a page, though it is a term too");
    for link in links() {
        assert!(link.who.title(knowledge()).starts_with(char::is_uppercase), "{:?}", link.who);
    }
    let hint = "Did you mean \"rectus-abdominis\"?";
    let fault = broken(COMPLAINTS, "[[complaint]]", "{ muscle = \"psoas-major\"", "{ muscle = \"rectus-abdominus\"", hint);
    assert_eq!(fault, Fault::UnknownId { kind: "muscle", id: "rectus-abdominus".to_owned(), hint: hint.to_owned() });
}

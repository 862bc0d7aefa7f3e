//! Mistakes in the form of a content file, and in what goes together: file, line and a remedy in an author's words.
//!
//! Every test breaks one thing in a copy of the real content.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, ILIACUS, ITEMS, MASSAGE, PSOAS, SAFETY, broken};
use palpate_compiler::Fault;

const ZONES: &str = "pain/zones.toml";

fn rule_of(fault: Fault) -> &'static str {
    let Fault::Rule(rule) = fault else { panic!("{fault:?}") };
    rule
}

// ---------------------------------------------------------------- fields and values

#[test]
fn a_misspelt_field_in_a_table_and_in_a_one_line_table() {
    let near = |field: &str| format!("Did you mean \"{field}\"?");
    for (file, anchor, old, new, field, right) in [
        (PSOAS, "[[step]]", "if-not = ", "if_not = ", "if_not", "if-not"),
        (PSOAS, "id = \"sink\"", "beware-on = { right", "beware-on = { rihgt", "rihgt", "right"),
        (ITEMS, "[[item]]", "key = true", "kye = true", "kye", "key"),
        ("pain/complaints.toml", "[[complaint]]", "reason = ", "raeson = ", "raeson", "reason"),
        ("disagreements.toml", "[[disagreement]]", "{ by = [", "{ bye = [", "bye", "by"),
        (SAFETY, "[[red-flag]]", "[[red-flag]]", "[[red-flags]]", "red-flags", "red-flag"),
    ] {
        let fault = broken(file, anchor, old, new, &near(right));
        assert_eq!(fault, Fault::UnknownField { field: field.to_owned(), hint: near(right) });
    }
}

#[test]
fn a_field_like_no_other_brings_the_list() {
    let fault = broken(ITEMS, "[[item]]", "asks = {", "xyz = {", "rationale, cites, fact, relation, options, steps, pairs.");
    assert!(matches!(fault, Fault::UnknownField { field, .. } if field == "xyz"));
}

#[test]
fn a_word_that_is_no_choice() {
    let hint = "Did you mean \"origin\"?";
    let fault = broken(ILIACUS, "[[claim]]", "\"origin\"", "\"orign\"", hint);
    assert_eq!(fault, Fault::UnknownChoice { found: "orign".to_owned(), hint: hint.to_owned() });
    let fault = broken("pain/complaints.toml", "[[complaint]]", "strength = \"core\"", "strength = \"strong\"", "core, common, possible.");
    assert!(matches!(fault, Fault::UnknownChoice { found, .. } if found == "strong"));
}

#[test]
fn a_field_that_is_missing_is_told_where_its_table_begins() {
    let copy = Copy::new();
    copy.cut_after(PSOAS, "id = \"sink\"", "feel = ", "\"\n");
    let line = copy.line(PSOAS, "", "id = \"sink\"") - 1;
    assert_eq!(copy.fault(PSOAS, line, "CONTRIBUTING.md lists the fields of each kind of file."), Fault::MissingField("feel".to_owned()));
    let fault = broken(
        ITEMS,
        "[[item]]",
        "{ text = \"Pectineal line of the pubis\", ",
        "{ ",
        "CONTRIBUTING.md lists the fields of each kind of file.",
    );
    assert_eq!(fault, Fault::MissingField("text".to_owned()));
}

#[test]
fn a_value_of_another_kind() {
    for (file, anchor, old, new, found, expected) in [
        (PSOAS, "minutes", "minutes = 5", "minutes = \"six\"", "the words \"six\"", "a whole number from 0 to 255"),
        (PSOAS, "minutes", "minutes = 5", "minutes = 600", "the number 600", "a whole number from 0 to 255"),
        (PSOAS, "[[step]]", "do = [", "do = [3, ", "the number 3", "words in quotes"),
        (SAFETY, "[[stop]]", "no-retry-today = true", "no-retry-today = \"yes\"", "the words \"yes\"", "true or false"),
        (ZONES, "[[trigger-point]]", "at = [", "at = [1.5, ", "the number 1.5", "a whole number"),
    ] {
        let fault = broken(file, anchor, old, new, "Change it.");
        assert_eq!(fault, Fault::WrongKind { found: found.to_owned(), expected: expected.to_owned() });
    }
}

#[test]
fn a_file_that_is_not_toml() {
    let remedy = "Look for a quote, comma or bracket that is missing or stands too often, here or just before.";
    for (anchor, old, new) in [
        ("[[step]]", "title = \"Lie down and get comfortable\"", "title = \"Lie down and get comfortable"),
        ("[[step]]", "do = [\"", "do = [\"One.\" \""),
        ("id = \"toward-spine\"", "check = true", "check = yes"),
        ("[[step]]", "why = ", "why "),
    ] {
        let fault = broken(PSOAS, anchor, old, new, remedy);
        assert!(matches!(fault, Fault::Syntax(_)), "{fault:?}");
    }
}

#[test]
fn a_name_that_stands_twice() {
    let remedy = "Remove one, or write [[name]] each time.";
    let copy = Copy::new();
    let line = 1 + copy.replace_after(PSOAS, "[[step]]", "why = ", "feel = \"Twice.\"\nwhy = ");
    assert!(line > 1);
    let second = copy.line(PSOAS, "feel = \"Twice.\"\nwhy", "\nfeel = ") + 1;
    assert_eq!(copy.fault(PSOAS, second, remedy), Fault::RepeatedField);
}

// ---------------------------------------------------------------- files

#[test]
fn a_file_or_folder_that_is_missing() {
    for file in [
        "sources.toml",
        "disagreements.toml",
        "landmarks.toml",
        "glossary.toml",
        SAFETY,
        ZONES,
        "structures.toml",
        "poses.toml",
        "pain/complaints.toml",
        "facts",
        "items",
    ] {
        let copy = Copy::new();
        copy.remove(file);
        let fault = copy.fault(file, 1, "Restore it, or mend its permissions.");
        assert!(matches!(fault, Fault::Unreadable(_)), "{fault:?}");
    }
}

#[test]
fn a_file_that_is_not_utf_8() {
    let copy = Copy::new();
    std::fs::write(copy.path(ILIACUS), b"id = \"iliacus\"\nname = \"Darmbeinmuskel \xfc\"\n").unwrap();
    let fault = copy.fault(ILIACUS, 1, "Restore it, or mend its permissions.");
    assert!(matches!(&fault, Fault::Unreadable(message) if message.contains("UTF-8")), "{fault:?}");
}

#[test]
fn each_unreadable_file_is_told() {
    let copy = Copy::new();
    let first = copy.replace(PSOAS, "kind = \"palpation\"", "kind = palpation");
    let second = copy.replace(ITEMS, "topic = ", "topc = ");
    copy.remove("glossary.toml");
    let places: Vec<_> = copy.problems().into_iter().map(|problem| (problem.file, problem.line)).collect();
    for place in [(PSOAS, first), (ITEMS, second), ("glossary.toml", 1)] {
        assert!(places.contains(&(place.0.to_owned(), place.1)), "{place:?}");
    }
    assert_eq!(places.len(), 3);
}

// ---------------------------------------------------------------- what goes together

#[test]
fn easing_off_says_what_to_do_the_second_time() {
    let copy = Copy::new();
    copy.cut_after(SAFETY, "id = \"pulse\"", "again = [", "]\n");
    // And a rule that ends the session has no second time.
    copy.replace_after(SAFETY, "id = \"lump\"", "no-retry-today", "again = [\"Rest.\"]\nno-retry-today");
    let problems = copy.problems();
    for (problem, id) in problems.iter().zip(["pulse", "lump"]) {
        assert_eq!(problem.line, copy.line(SAFETY, &format!("id = \"{id}\""), "id"));
        assert!(rule_of(problem.fault.clone()).starts_with("a stop rule with the action ease-off says under `again`"));
        assert!(problem.to_string().ends_with("Add it, or remove it."));
    }
    assert_eq!(problems.len(), 2);
}

#[test]
fn referred_pain_says_how_strongly() {
    let copy = Copy::new();
    copy.cut_after(ILIACUS, "kind = \"referred-pain\"", "strength = \"", "\"\n");
    copy.replace_after(ILIACUS, "id = \"iliacus-origin\"", "text = ", "strength = \"core\"\ntext = ");
    let problems = copy.problems();
    let lines = [copy.line(ILIACUS, "", "id = \"iliacus-origin\""), copy.line(ILIACUS, "", "id = \"iliacus-pain-low-back\"")];
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), lines);
    for problem in problems {
        assert!(rule_of(problem.fault.clone()).starts_with("a claim of the kind referred-pain has a `strength`"));
        assert!(problem.to_string().ends_with("Add it, or remove it."));
    }
}

#[test]
fn one_step_asks_whether_it_was_found() {
    let at_id = |copy: &Copy, file: &str| copy.line(file, "", "id = ");
    let copy = Copy::new();
    copy.replace_after(PSOAS, "id = \"sink\"", "cites = ", "check = true\ncites = ");
    let fault = copy.fault(PSOAS, at_id(&copy, PSOAS), "Keep `check = true` on one step.");
    assert!(rule_of(fault).starts_with("more than one step asks"));
    // The question and the help with it go together.
    let copy = Copy::new();
    copy.replace(PSOAS, "check = true", "check = false");
    let fault = copy.fault(PSOAS, at_id(&copy, PSOAS), "Add the one that is missing.");
    assert!(rule_of(fault).starts_with("a step with `check = true` goes with a [check] table"));
}

#[test]
fn a_massage_has_areas_and_a_palpation_has_none() {
    let remedy = "Add or remove them.";
    let copy = Copy::new();
    copy.replace(MASSAGE, "kind = \"massage\"", "kind = \"palpation\"");
    let fault = copy.fault(MASSAGE, copy.line(MASSAGE, "", "id = "), remedy);
    assert!(rule_of(fault).starts_with("a walkthrough of the kind massage has [[area]] tables and a [closing]"));
    let copy = Copy::new();
    copy.replace(PSOAS, "kind = \"palpation\"", "kind = \"massage\"");
    copy.fault(PSOAS, copy.line(PSOAS, "", "id = "), remedy);
}

#[test]
fn a_step_without_instructions() {
    let copy = Copy::new();
    copy.cut_after(PSOAS, "id = \"sink\"", "\ndo = [", "]\n");
    copy.replace_after(PSOAS, "id = \"sink\"", "why = ", "\ndo = []\nwhy = ");
    let fault = copy.fault(PSOAS, copy.line(PSOAS, "", "id = \"sink\""), "Write it, or remove the entry.");
    assert_eq!(fault, Fault::Empty { what: "what to do" });
}

#[test]
fn a_source_without_a_title() {
    let copy = Copy::new();
    copy.replace_after("sources.toml", "id = \"R01\"", "title = \"", "title = \" \" # ");
    let fault = copy.fault("sources.toml", copy.line("sources.toml", "", "id = \"R01\""), "Write it, or remove the entry.");
    assert_eq!(fault, Fault::Empty { what: "the title" });
}

#[test]
fn a_place_has_two_numbers() {
    for spot in ["[-36]", "[-36, 150, 7]", "[]"] {
        let fault = broken(ZONES, "[[zone]]", "outline = [", &format!("outline = [{spot}, "), "Add or remove some.");
        assert!(rule_of(fault).starts_with("a place has two numbers"), "{spot}");
    }
}

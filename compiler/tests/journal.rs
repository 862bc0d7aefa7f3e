//! Mistakes in `journal.toml`: rules of advice and the self-check. Every test breaks one thing in a copy of the real content.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, broken, knowledge};
use palpate_compiler::Fault;

const JOURNAL: &str = "journal.toml";
const ADD_IT: &str = "Add it, or name one that exists.";
const FIELDS: &str = "CONTRIBUTING.md lists the fields of each kind of file.";

#[test]
fn the_file_is_needed() {
    let copy = Copy::new();
    copy.remove(JOURNAL);
    let fault = copy.fault(JOURNAL, 1, "Restore it, or mend its permissions.");
    assert!(matches!(fault, Fault::Unreadable(_)), "{fault:?}");
}

#[test]
fn there_is_exactly_one_self_check() {
    let copy = Copy::new();
    copy.cut_after(JOURNAL, "[self-check]", "[self-check]", "- help\n");
    assert_eq!(copy.fault(JOURNAL, 1, FIELDS), Fault::MissingField("self-check".to_owned()));
    let copy = Copy::new();
    copy.append(JOURNAL, "\n[self-check]\ntitle = \"Once more\"\n");
    let line = copy.line(JOURNAL, "title = \"Once more\"", "title") - 1;
    assert_eq!(copy.fault(JOURNAL, line, "Remove one, or write [[name]] each time."), Fault::RepeatedField);
}

#[test]
fn a_self_check_with_a_part_missing() {
    let fault =
        broken(JOURNAL, "answers = ", "lifts-a-little = \"It lifts a little: less than a fist fits under its middle\", ", "", FIELDS);
    assert_eq!(fault, Fault::MissingField("lifts-a-little".to_owned()));
    let copy = Copy::new();
    let line = copy.line(JOURNAL, "[self-check]", "title");
    copy.cut_after(JOURNAL, "[self-check]", "how = [", "\n]");
    copy.replace_after(JOURNAL, "[self-check]", "\n", "\nhow = []\n");
    assert_eq!(copy.fault(JOURNAL, line + 1, "Write it, or remove the entry."), Fault::Empty { what: "what to do" });
}

#[test]
fn a_self_check_that_names_a_side_or_a_sign() {
    let fault = broken(JOURNAL, "how = [", "\"Keep your back", "\"Keep your right leg", "for one side of the body only, use `beware-on`.");
    assert_eq!(fault, Fault::SideWord { word: "right".to_owned() });
    let fault = broken(JOURNAL, "how = [", "\"Keep your back", "\"Wait 5 s. Keep your back", "make two sentences of one with a semicolon.");
    assert_eq!(fault, Fault::NotForTheEar("5 s".to_owned()));
}

#[test]
fn a_stop_rule_that_nobody_knows() {
    let near = "Did you mean \"lump\"?";
    let fault = broken(JOURNAL, "stopped-by", "\"lump\"", "\"lumpp\"", near);
    assert_eq!(fault, Fault::UnknownId { kind: "stop rule", id: "lumpp".to_owned(), hint: near.to_owned() });
}

#[test]
fn a_misspelt_field_word_or_muscle() {
    let near = |word: &str| format!("Did you mean \"{word}\"?");
    for (old, new, field, right) in
        [("importance = ", "importence = ", "importence", "importance"), ("{ days = ", "{ dyas = ", "dyas", "days")]
    {
        let fault = broken(JOURNAL, "[[advice]]", old, new, &near(right));
        assert_eq!(fault, Fault::UnknownField { field: field.to_owned(), hint: near(right) });
    }
    for (old, new, found, right) in [("\"help\"", "\"halp\"", "halp", "help"), ("{ red-flag = ", "{ red-flags = ", "red-flags", "red-flag")]
    {
        let fault = broken(JOURNAL, "[[advice]]", old, new, &near(right));
        assert_eq!(fault, Fault::UnknownChoice { found: found.to_owned(), hint: near(right) });
    }
    let fault = broken(JOURNAL, "[[advice]]", "{ red-flag = { days = 28 } }", "{ red-flag = { } }", FIELDS);
    assert_eq!(fault, Fault::MissingField("days".to_owned()));
    let fault = broken(JOURNAL, "muscle = ", "\"quadratus-lumborum\"", "\"deltoid\"", ADD_IT);
    assert_eq!(fault, Fault::UnknownId { kind: "muscle", id: "deltoid".to_owned(), hint: ADD_IT.to_owned() });
}

#[test]
fn an_id_used_twice() {
    let copy = Copy::new();
    let (first, second, id) = copy.repeat_table(JOURNAL, "[[advice]]");
    let fault = copy.fault(JOURNAL, second, "Give one of them another id.");
    assert_eq!(fault, Fault::DuplicateId { kind: "advice", id, first: format!("content/{JOURNAL}:{first}") });
}

#[test]
fn advice_that_nobody_says() {
    let copy = Copy::new();
    copy.cut_after(JOURNAL, "id = \"sore\"", "\ncites = [", "]");
    copy.cut_after(JOURNAL, "[self-check]", "\ncites = [", "]");
    let sore = copy.line(JOURNAL, "", "id = \"sore\"\n");
    let title = copy.line(JOURNAL, "[self-check]", "title = ");
    let expected = [
        (JOURNAL, sore, Fault::NoSource("the advice \"sore\"".to_owned())),
        (JOURNAL, title, Fault::NoSource("the self-check \"Does your hip straighten?\"".to_owned())),
    ];
    copy.assert_faults(&expected, "a fact id, \"our-rule\" or \"unverified\".");
}

#[test]
fn advice_that_promises_too_much() {
    let remedy = "Say \"ease\", \"work on\", \"may\" or \"often\".";
    let fault = broken(JOURNAL, "id = \"sore\"", "text = \"", "text = \"This cures it. ", remedy);
    assert_eq!(fault, Fault::ForbiddenWord("cures".to_owned()));
}

#[test]
fn numbers_that_mean_something_else_than_they_say() {
    for (id, old, new, what, [found, least, most]) in [
        ("red-flag", "days = 28", "days = 0", "the number of days", ["0", "1", "365"]),
        ("red-flag", "days = 28", "days = 366", "the number of days", ["366", "1", "365"]),
        ("sore\"", "days = 1", "days = 366", "the number of days", ["366", "0", "365"]),
        ("sore-long", "days = 2", "days = 0", "the number of days", ["0", "1", "365"]),
        ("enough-today", "sessions = 2", "sessions = 0", "the number of sessions", ["0", "1", "20"]),
        ("over-ceiling", "sessions = 2", "sessions = 21", "the number of sessions", ["21", "1", "20"]),
        ("over-ceiling", "days = 14", "days = 0", "the number of days", ["0", "1", "365"]),
        ("short-relief", "sessions = 3", "sessions = 0", "the number of sessions", ["0", "1", "20"]),
        ("short-relief", "by = 2", "by = 11", "the change of the score", ["11", "1", "10"]),
        ("no-change", "days = 42", "days = 0", "the number of days", ["0", "1", "365"]),
        ("no-change", "entries = 3", "entries = 1", "the number of entries", ["1", "2", "100"]),
        ("getting-worse", "days = 14", "days = 0", "the number of days", ["0", "1", "365"]),
        ("getting-worse", "entries = 3", "entries = 101", "the number of entries", ["101", "2", "100"]),
        ("getting-worse", "by = 2", "by = 0", "the change of the score", ["0", "1", "10"]),
        ("worse-after\"\nimportance = \"rest", "sessions = 2", "sessions = 0", "the number of sessions", ["0", "1", "20"]),
        ("worse-after\"\nimportance = \"rest", "by = 1", "by = 0", "the change of the score", ["0", "1", "10"]),
        ("worse-after\"\nimportance = \"rest", "days = 84", "days = 0", "the number of days", ["0", "1", "365"]),
    ] {
        let fault = broken(JOURNAL, &format!("id = \"{id}"), old, new, "Choose a number within it.");
        let [found, least, most] = [found, least, most].map(str::to_owned);
        assert_eq!(fault, Fault::OutOfRange { what, found, least, most }, "{id}");
    }
    for back in [2, 3] {
        let fault = broken(JOURNAL, "id = \"short-relief\"", "back = 1", &format!("back = {back}"), "Make `back` smaller than `by`.");
        assert!(matches!(fault, Fault::Rule(_)), "{fault:?}");
    }
}

#[test]
fn the_weightiest_comes_first_wherever_it_stands() {
    let ranks: Vec<_> = knowledge().advice.iter().map(|rule| rule.importance).collect();
    assert!(ranks.is_sorted());
    let copy = Copy::new();
    copy.replace_after(JOURNAL, "id = \"short-relief\"", "importance = \"idea\"", "importance = \"help\"");
    let moved = palpate_compiler::compile(&copy.path("")).unwrap();
    let ids: Vec<_> = moved.advice.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids[..2], ["red-flag", "short-relief"], "of one importance as in the file: {ids:?}");
}

#[test]
fn advice_left_out_altogether() {
    let copy = Copy::new();
    let text = std::fs::read_to_string(copy.path(JOURNAL)).unwrap();
    let at = text.find("[[advice]]").unwrap();
    // A list has to stand before the first table.
    std::fs::write(copy.path(JOURNAL), format!("advice = []\n{}", &text[..at])).unwrap();
    let fault = copy.fault(JOURNAL, copy.line(JOURNAL, "[self-check]", "title"), "Write it, or remove the entry.");
    assert_eq!(fault, Fault::Empty { what: "the list of advice" });
}

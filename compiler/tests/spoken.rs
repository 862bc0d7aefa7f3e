//! What a session without hands rests on: each place has a pace that a person can follow, and each sentence can be spoken.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, MASSAGE, PSOAS, SAFETY, broken, content, knowledge};
use palpate_compiler::Fault;
use palpate_core::knowledge::{Pacing, Then, Walkthrough};

#[test]
fn a_pace_that_nobody_can_follow() {
    let range =
        |what, found: &str, most: &str| Fault::OutOfRange { what, found: found.to_owned(), least: "0".to_owned(), most: most.to_owned() };
    for (pacing, fault) in [
        ("{ seconds = 61 }", range("the number of seconds", "61", "60")),
        ("{ breaths = 11, sink = true }", range("the number of breaths", "11", "10")),
    ] {
        let told = broken(PSOAS, "id = \"sink\"", "{ breaths = 4, sink = true }", pacing, "Choose a number within it.");
        assert_eq!(told, fault);
    }
    let sinks = broken(PSOAS, "id = \"sink\"", "{ breaths = 4,", "{ seconds = 9,", "Add `breaths`, or remove `sink`.");
    assert!(matches!(sinks, Fault::Rule(_)), "{sinks:?}");
    // Without a pace of its own a step takes the usual one, and waits.
    let copy = Copy::new();
    copy.cut_after(PSOAS, "id = \"sink\"", "\npacing = {", "}");
    let guides = palpate_compiler::compile(&copy.path("")).unwrap().walkthroughs;
    let step = guides.iter().flat_map(|guide| &guide.steps).find(|step| step.id == "sink").unwrap();
    assert_eq!(step.pacing, Pacing::default());
    assert_eq!(step.pacing.then, Then::Wait);
}

#[test]
fn where_the_person_is_asked_nothing_goes_on_by_itself() {
    for (file, anchor, old) in [(PSOAS, "id = \"toward-spine\"", "{ breaths = 2"), (MASSAGE, "[[area]]", "{ breaths = 3, sink = true")] {
        let fault = broken(file, anchor, old, &format!("{old}, then = \"go-on\""), "Remove `then`.");
        assert!(matches!(fault, Fault::Rule(_)), "{fault:?}");
    }
}

#[test]
fn a_sentence_too_long_to_be_spoken() {
    let long = format!("Sink {}now.", "in ".repeat(19));
    for (file, anchor, field) in
        [(PSOAS, "id = \"sink\"", "why = \""), (MASSAGE, "[closing]", "text = [\n  \""), (SAFETY, "id = \"lump\"", "now = [\"")]
    {
        let copy = Copy::new();
        let extra = field.matches('\n').count();
        let line = extra + copy.replace_after(file, anchor, field, &format!("{field}{long} "));
        let fault = copy.fault(file, line, "Split it, so that none has more than 20.");
        assert_eq!(fault, Fault::LongSentence { begins: "Sink in in in".to_owned(), words: 21, most: 20 });
    }
}

#[test]
fn what_a_voice_would_garble() {
    let remedy = "make two sentences of one with a semicolon.";
    for (said, found) in [
        ("Wait 24–48 hours.", "24–48"),
        ("Wait 5 s.", "5 s"),
        ("It lies 4.6 cm deep.", "4.6 cm"),
        ("The point ([[ASIS]]) is near.", "(ASIS)"),
        ("Follow the [[ASIS]] down.", "ASIS"),
        ("About 3 % of them.", "%"),
        ("Hand off; rest.", "off;"),
    ] {
        let fault = broken(PSOAS, "id = \"sink\"", "why = \"", &format!("why = \"{said} "), remedy);
        assert_eq!(fault, Fault::NotForTheEar(found.to_owned()));
    }
}

// ---------------------------------------------------------------- the real content

/// A step that goes on by itself may find the person not ready. So the list is short, and it is held here on purpose: no
/// hand presses, nothing is decided, and nothing is lost by being late.
#[test]
fn few_steps_go_on_by_themselves() {
    let goes_on = |guide: &'static Walkthrough| {
        let steps = guide.steps.iter().filter(|step| step.pacing.then == Then::GoOn);
        steps.map(move |step| format!("{}/{}", guide.id, step.id))
    };
    let all: Vec<_> = knowledge().walkthroughs.iter().flat_map(goes_on).collect();
    assert_eq!(all, ["iliacus-palpation/knees-up", "psoas-palpation/knees-up", "self-massage/search", "self-massage/stroke"]);
    // The two of the massage tell what is done later.
    let massage = knowledge().walkthrough("self-massage").unwrap();
    for step in massage.steps.iter().filter(|step| step.pacing.then == Then::GoOn) {
        assert!(step.instructions[0].starts_with("Only listen for now"), "{}", step.id);
    }
}

#[test]
fn every_step_and_area_has_its_own_pace() {
    for guide in &knowledge().walkthroughs {
        let text = std::fs::read_to_string(content().join(format!("walkthroughs/{}.toml", guide.id))).unwrap();
        let paced = text.lines().filter(|line| line.starts_with("pacing = {")).count();
        assert_eq!(paced, guide.steps.len() + guide.areas.len(), "{}", guide.id);
        let paces = guide.steps.iter().map(|step| (&step.id, step.pacing)).chain(guide.areas.iter().map(|area| (&area.id, area.pacing)));
        for (id, pace) in paces {
            // S1's way in, by R45: three to five breaths.
            assert!(!pace.sink || (3..=5).contains(&pace.breaths), "{}/{id}", guide.id);
            assert!(pace.breaths == 0 || pace.seconds == Pacing::default().seconds, "{}/{id}: breaths replace seconds", guide.id);
        }
    }
}

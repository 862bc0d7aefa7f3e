//! Search by a small made-up knowledge base; the real one is searched in `core/tests/search.rs`.

use super::*;
use crate::knowledge::{Claim, ClaimKind, Landmark, Listed, Muscle, Term};
use proptest::prelude::*;

fn knowledge() -> Knowledge {
    let strings = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let muscle = |id: &str, name: &str, aliases: &[&str], summary: &str| Muscle {
        id: id.to_owned(),
        name: name.to_owned(),
        lay: String::new(),
        aliases: strings(aliases),
        group: None,
        summary: summary.to_owned(),
        related: Vec::new(),
        claims: vec![Claim {
            id: format!("{id}-end"),
            kind: ClaimKind::Insertion,
            text: "The [[lesser-trochanter|lesser trochanter]], by a few fibres of the tendon.".to_owned(),
            answer: None,
            strength: None,
            cites: Vec::new(),
            disagreement: None,
            settled: true,
        }],
    };
    let landmark = |id: &str, name: &str, aliases: &[&str]| Landmark {
        id: id.to_owned(),
        name: name.to_owned(),
        lay: String::new(),
        aliases: strings(aliases),
        text: "A place.".to_owned(),
        find: "Feel for it.".to_owned(),
        cites: Vec::new(),
    };
    let long = "Bleeding into a muscle may follow an injury or the use of blood thinners. ".repeat(3)
        + "One kind, the iliopsoas haematoma, weakens the thigh. "
        + &"Nothing else is said here of it. ".repeat(4);
    let mut knowledge = Knowledge {
        muscles: vec![
            muscle("psoas-major", "Psoas major", &["hip flexor", "psoas"], "From spine to thigh"),
            muscle("iliacus", "Iliacus", &["hip flexor"], "Lines the pelvic bowl"),
        ]
        .into(),
        landmarks: vec![
            landmark("asis", "Front hip-bone point (ASIS)", &["front hip bone"]),
            landmark("navel", "Navel", &["belly button"]),
            landmark("edge", "Outer edge of rectus abdominis", &["edge of the six-pack muscle"]),
        ]
        .into(),
        terms: vec![Term { id: "haematoma".to_owned(), name: "haematoma".to_owned(), aliases: Vec::new(), text: long, cites: Vec::new() }]
            .into(),
        ..Knowledge::default()
    };
    let limit = Listed { id: "cap".to_owned(), text: "Never more than 15 strokes.".to_owned(), cites: Vec::new() };
    knowledge.safety.limits.push(limit);
    knowledge
}

fn find(typed: &str) -> Vec<Hit> {
    Index::new(&knowledge()).search(typed, 10).hits
}

fn first(typed: &str) -> String {
    find(typed).first().map_or_else(String::new, |hit| hit.title.text.clone())
}

fn marked(text: &Marked) -> Vec<&str> {
    text.pieces().filter(|(_, marked)| *marked).map(|(piece, _)| piece).collect()
}

#[test]
fn titles_come_before_aliases_and_texts() {
    assert_eq!(first("psoas"), "Psoas major");
    assert_eq!(first("psoas major"), "Psoas major");
    assert_eq!(first("iliacus"), "Iliacus");
    let hits = find("trochanter");
    assert!(hits.iter().all(|hit| hit.kind == Kind::Claim));
    assert_eq!(hits[0].target, Target::Muscle { id: "psoas-major".to_owned(), claim: Some("psoas-major-end".to_owned()) });
}

#[test]
fn the_last_word_may_be_unfinished() {
    assert_eq!(first("ilia"), "Iliacus");
    assert_eq!(first("psoas ma"), "Psoas major");
    assert_eq!(first("nav"), "Navel");
    assert_eq!(first("n"), "Navel");
}

#[test]
fn every_word_must_be_found() {
    assert!(find("psoas navel").is_empty());
    assert!(find("iliacus zebra").is_empty());
    assert_eq!(first("where is the navel"), "Navel");
}

#[test]
fn slips_are_forgiven_in_longer_words_only() {
    assert_eq!(first("ilaicus"), "Iliacus");
    assert_eq!(first("psoaz"), "Psoas major");
    assert_eq!(first("navle"), "Navel");
    assert!(!find("trocanter").is_empty());
    assert!(!find("trohcanetr").is_empty());
    assert!(!find("trocant").is_empty());
    assert!(find("nav3").is_empty() && find("hpi").is_empty());
    assert!(find("xyzzy").is_empty());
}

#[test]
fn lay_words_find_their_thing() {
    assert_eq!(first("belly button"), "Navel");
    assert_eq!(first("six-pack muscle"), "Outer edge of rectus abdominis");
    assert_eq!(first("sixpack"), "Outer edge of rectus abdominis");
    assert_eq!(first("front hip bone"), "Front hip-bone point (ASIS)");
    let names: Vec<_> = find("hip flexor").into_iter().map(|hit| hit.title.text).collect();
    assert_eq!(names, ["Psoas major", "Iliacus"]);
    let hit = &find("belly button")[0];
    assert_eq!(hit.snippet.text, "Also: belly button. A place. Feel for it.");
    assert_eq!(marked(&hit.snippet), ["belly", "button"]);
}

#[test]
fn spellings_plurals_case_and_accents_are_folded() {
    for typed in ["hematoma", "Haematomas", "HÆMATOMA", "hemat"] {
        assert_eq!(first(typed), "haematoma", "{typed}");
    }
    assert!(!find("fiber").is_empty());
    assert_eq!(first("psoás"), "Psoas major");
    assert_eq!(first("stroke"), "How much is enough");
}

#[test]
fn matches_are_marked_in_title_and_snippet() {
    let hits = find("hip bone");
    assert_eq!(marked(&hits[0].title), ["hip", "bone"]);
    assert_eq!(marked(&find("hipbone")[0].title), ["hip-bone"]);
    let hits = find("iliopsoas");
    let snippet = &hits[0].snippet;
    assert!(snippet.text.starts_with('…') && snippet.text.ends_with('…') && snippet.text.len() < 180, "{snippet:?}");
    assert_eq!(marked(snippet), ["iliopsoas"]);
    assert_eq!(snippet.pieces().map(|(piece, _)| piece).collect::<String>(), snippet.text);
}

#[test]
fn links_are_taken_out() {
    let hits = find("trochanter tendon");
    assert!(hits[0].snippet.text.starts_with("The lesser trochanter, by"));
}

#[test]
fn odd_queries_find_nothing_and_do_no_harm() {
    for typed in ["", "   ", "?!", "💪", "—", "\u{301}", "'", "-"] {
        assert_eq!(find(typed), [], "{typed:?}");
    }
    assert!(find(&"psoas ".repeat(20_000)).len() <= 10);
    assert!(find(&"x".repeat(1_000_000)).is_empty());
    assert!(Index::new(&Knowledge::default()).search("psoas", 5).hits.is_empty());
}

#[test]
fn the_limit_cuts_hits_and_not_the_total() {
    let found = Index::new(&knowledge()).search("a", 2);
    assert_eq!(found.hits.len(), 2);
    assert!(found.total > 2);
}

proptest! {
    #[test]
    fn nothing_typed_panics_and_marks_are_sound(typed in "\\PC{0,40}", cut in 0usize..12) {
        let index = Index::new(&knowledge());
        let word: String = "Front hip-bone haematoma psoäs".chars().skip(cut).collect();
        for typed in [typed.clone(), format!("{word}{typed}"), word] {
            for hit in index.search(&typed, 20).hits {
                for text in [&hit.title, &hit.snippet] {
                    let mut end = 0;
                    for mark in &text.marks {
                        prop_assert!(mark.start >= end && mark.end > mark.start);
                        prop_assert!(text.text.get(mark.clone()).is_some());
                        end = mark.end;
                    }
                    prop_assert_eq!(text.pieces().map(|(piece, _)| piece).collect::<String>(), text.text.clone());
                }
            }
        }
    }
}

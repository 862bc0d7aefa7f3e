//! Searching the real content: what a person types finds what they mean.

mod common;

use common::knowledge;
use palpate_core::search::{Hit, Index, Kind, Target};

fn titles(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.title.text.as_str()).collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let index = Index::new(knowledge());
    for (typed, wanted) in [
        ("psoas", "Psoas major"),
        ("iliacus", "Iliacus"),
        ("ilaicus", "Iliacus"),
        ("psoaz", "Psoas major"),
        ("trocanter", "lesser trochanter"),
        ("lesser trochanters", "lesser trochanter"),
        ("hip flexor", "Psoas major"),
        ("six-pack muscle", "Outer edge of the six-pack (rectus abdominis)"),
        ("front hip bone", "Front hip-bone point (ASIS)"),
        ("belly button", "Navel"),
        ("QL", "Quadratus lumborum"),
        ("hematoma", "haematoma"),
    ] {
        let found = index.search(typed, 4);
        assert!(titles(&found.hits).contains(&wanted), "{typed}: {:?}", titles(&found.hits));
    }
}

#[test]
fn every_kind_of_thing_can_be_found() {
    let knowledge = knowledge();
    let index = Index::new(knowledge);
    let kinds = [
        Kind::Muscle,
        Kind::Claim,
        Kind::Complaint,
        Kind::Term,
        Kind::Landmark,
        Kind::Neighbour,
        Kind::Walkthrough,
        Kind::Step,
        Kind::Safety,
        Kind::Disagreement,
        Kind::Fact,
        Kind::Source,
    ];
    let mut seen = Vec::new();
    for letter in 'a'..='z' {
        seen.extend(index.search(&letter.to_string(), usize::MAX).hits.into_iter().map(|hit| hit.kind));
    }
    for kind in kinds {
        assert!(seen.contains(&kind), "{}", kind.word());
    }
    for fact in knowledge.facts.iter().step_by(20) {
        let found = index.search(&palpate_core::text::plain(&fact.text), usize::MAX);
        let target = Target::Fact(fact.id.clone());
        assert!(found.hits.iter().any(|hit| hit.target == target), "{}", fact.id);
    }
}

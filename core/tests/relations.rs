//! Where the questions of the real bank stand on the map of what is known.

mod common;

use common::knowledge;
use palpate_core::item::{Item, Topic, bank};
use palpate_core::relation::Relation;

fn relation(items: &[Item], id: &str) -> Option<Relation> {
    let found = items.iter().find(|item| item.id == id);
    Relation::of(found.unwrap_or_else(|| panic!("no item {id}")))
}

#[test]
fn questions_stand_where_a_learner_would_look_for_them() {
    let items = bank(knowledge());
    for (id, wanted) in [
        ("gen-begin-iliacus-front", Relation::Origin),
        ("gen-end-psoas-major-front", Relation::Insertion),
        ("gen-locate-l3-front", Relation::Origin),
        ("gen-marks-psoas-ends-front", Relation::Origin),
        ("gen-locate-lesser-trochanter-front", Relation::Insertion),
        ("match-muscle-origin", Relation::Origin),
        ("gen-match-insertion", Relation::Insertion),
        ("match-muscle-nerve", Relation::Nerve),
        ("iliopsoas-main-job", Relation::Action),
        ("gen-locate-psoas-major-front", Relation::Palpation),
        ("gen-locate-asis-front", Relation::Palpation),
        ("gen-hand-psoas-sink-right", Relation::Palpation),
        ("gen-paint-areas-iliopsoas-back", Relation::Pain),
        ("gen-locate-aorta-front", Relation::Safety),
        ("match-nerve-path", Relation::Safety),
    ] {
        assert_eq!(relation(&items, id), Some(wanted), "{id}");
    }
    // No column is about how often a muscle is there, or what supplies it with blood.
    assert_eq!(relation(&items, "psoas-minor-share"), None);
}

#[test]
fn few_questions_are_without_a_place_and_no_topic_but_one_has_any() {
    let items = bank(knowledge());
    let without: Vec<&Item> = items.iter().filter(|item| Relation::of(item).is_none()).collect();
    assert!(without.iter().all(|item| item.topic == Topic::Attachments));
    assert!(without.len() * 15 <= items.len(), "{} of {}", without.len(), items.len());
}

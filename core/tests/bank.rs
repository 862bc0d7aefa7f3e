//! The bank made from the real content: enough items, and each one sound.

mod common;

use common::knowledge;
use palpate_core::item::generate::true_of;
use palpate_core::item::{Body, Choice, Item, Topic, bank};
use palpate_core::quiz::{Card, Round, Scope, Seed};
use palpate_core::record::Settings;
use palpate_core::relation::Relation;
use std::collections::HashSet;

fn is_made(item: &Item) -> bool {
    item.id.starts_with("gen-")
}

fn options(item: &Item) -> &[Choice] {
    match &item.body {
        Body::SingleBest(body) => &body.options,
        Body::SelectAll(body) => &body.options,
        Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => &[],
    }
}

fn type_of(item: &Item) -> &'static str {
    match &item.body {
        Body::SingleBest(_) => "single",
        Body::SelectAll(_) => "select",
        Body::Order(_) => "order",
        Body::Matching(_) => "match",
        Body::Locate(_) => "locate",
        Body::Paint(_) => "paint",
        Body::Marks(_) => "marks",
    }
}

/// Whether it is answered on a picture.
fn is_drawn(item: &Item) -> bool {
    match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) => false,
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => true,
    }
}

/// Everything a person reads before answering.
fn shown(item: &Item) -> Vec<&str> {
    let mut shown = vec![item.stem.as_str()];
    shown.extend(options(item).iter().map(|option| option.text.as_str()));
    match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {}
        Body::Order(body) => shown.extend(body.steps.iter().map(String::as_str)),
        Body::Matching(body) => {
            shown.extend(body.pairs.iter().flat_map(|pair| [pair.left.as_str(), pair.right.as_str()]));
        }
    }
    shown
}

#[test]
fn there_are_enough_items_of_every_topic_and_type() {
    let items = bank(knowledge());
    assert!(items.len() >= 300, "{} items", items.len());
    let written = items.iter().filter(|item| !is_made(item)).count();
    assert!(written >= 150, "{written} written by hand");
    let least = [("single", 100), ("select", 30), ("order", 15), ("match", 20), ("locate", 50), ("paint", 5), ("marks", 5)];
    for (kind, least) in least {
        let count = items.iter().filter(|item| type_of(item) == kind).count();
        assert!(count >= least, "{count} of the type {kind}");
    }
    for (relation, least) in [(0, 20), (1, 10), (2, 10), (3, 15), (4, 30), (5, 30), (6, 60)].map(|(at, least)| (Relation::ALL[at], least)) {
        let count = items.iter().filter(|item| Relation::of(item) == Some(relation)).count();
        assert!(count >= least, "{count} items on {}", relation.slug());
    }
    for topic in Topic::ALL {
        let count = items.iter().filter(|item| item.topic == topic).count();
        assert!(count >= 20, "{} has {count}", topic.slug());
    }
    assert!(items.iter().any(|item| is_made(item) && matches!(item.body, Body::SelectAll(_))));
    assert!(items.iter().any(|item| is_made(item) && matches!(item.body, Body::Order(_))));
    assert!(items.iter().any(|item| is_made(item) && matches!(item.body, Body::Matching(_))));
    assert!(items.iter().any(|item| is_made(item) && matches!(item.body, Body::SingleBest(_))));
}

#[test]
fn no_two_ids_or_stems_are_alike() {
    let (mut ids, mut stems) = (HashSet::new(), HashSet::new());
    for item in bank(knowledge()) {
        // One stem asks something else with each picture.
        assert!(stems.insert((item.stem.to_lowercase(), item.picture.clone())), "{}: {}", item.id, item.stem);
        assert!(ids.insert(item.id.clone()), "{}", item.id);
    }
}

#[test]
fn every_item_has_its_reasons_and_sources() {
    for item in bank(knowledge()) {
        assert!(!item.rationale.trim().is_empty() && !item.cites.is_empty(), "{}", item.id);
        assert!(!item.about.is_empty(), "{}", item.id);
        let enough = if is_drawn(&item) { 1..=9 } else { 3..=9 };
        assert!(enough.contains(&item.len()) || !is_made(&item), "{} has {} parts", item.id, item.len());
        for option in options(&item) {
            assert!(!option.why.trim().is_empty(), "{}: {}", item.id, option.text);
        }
        if is_made(&item) {
            assert!(item.cites.len() <= 20, "{} has {} cites", item.id, item.cites.len());
        }
    }
}

#[test]
fn what_is_shown_is_plain_and_different() {
    for item in bank(knowledge()) {
        let mut seen = HashSet::new();
        for text in shown(&item) {
            assert!(!text.contains("[[") && !text.contains('{'), "{}: {text}", item.id);
            assert!(!text.contains("..") && !text.contains("  "), "{}: {text}", item.id);
            assert!(seen.insert(text.to_lowercase()), "{}: {text}", item.id);
        }
    }
}

#[test]
fn no_distractor_is_true_of_the_stem() {
    let knowledge = knowledge();
    for item in bank(knowledge) {
        let (Some(asks), Body::SingleBest(body)) = (&item.asks, &item.body) else { continue };
        for (at, option) in body.options.iter().enumerate() {
            if at != usize::from(body.key) {
                assert!(!true_of(knowledge, asks, &option.text), "{}: {}", item.id, option.text);
            }
        }
    }
}

#[test]
fn made_items_take_nothing_from_disputed_claims() {
    let knowledge = knowledge();
    let disputed: Vec<&str> = knowledge
        .muscles
        .iter()
        .flat_map(|muscle| &muscle.claims)
        .filter(|claim| !claim.settled)
        .filter_map(|claim| claim.answer.as_deref())
        .collect();
    assert!(!disputed.is_empty());
    for item in bank(knowledge).iter().filter(|item| is_made(item)) {
        for text in shown(item) {
            assert!(!disputed.contains(&text), "{}: {text}", item.id);
        }
    }
}

#[test]
fn every_red_flag_with_one_level_and_every_plain_stop_reason_has_an_item() {
    let knowledge = knowledge();
    let items = bank(knowledge);
    let count = |prefix: &str| items.iter().filter(|item| item.id.starts_with(prefix)).count();
    assert!(count("gen-red-flag-") >= 12, "{}", count("gen-red-flag-"));
    assert!(count("gen-stop-") >= 12, "{}", count("gen-stop-"));
    assert_eq!(count("gen-gate-"), 3);
    assert!(count("gen-side-") >= 5);
    assert_eq!(count("gen-said-"), 4);
}

#[test]
fn a_round_of_ten_is_mixed_and_never_asks_the_same_twice_running() {
    let items = bank(knowledge());
    let count = usize::from(Settings::default().round_length);
    for seed in 0..300 {
        let round = Round::new(&items, Scope::default(), count, Seed(seed));
        assert!(round.fits(&items) && round.cards().len() == count);
        assert_eq!(round.report().topics.len(), 4, "seed {seed}");
        let asked = |card: &Card| items.iter().find(|item| item.id == card.item).and_then(|item| item.asks.clone());
        for pair in round.cards().windows(2) {
            assert!(asked(&pair[0]).is_none() || asked(&pair[0]) != asked(&pair[1]), "seed {seed}");
        }
        let pictured = |card: &&Card| items.iter().any(|item| item.id == card.item && item.is_pictured());
        let pictures = round.cards().iter().filter(pictured).count();
        assert!(pictures <= count / 3, "{pictures} pictures with seed {seed}");
        let made = round.cards().iter().filter(|card| card.item.starts_with("gen-stop-")).count();
        assert!(made <= 3, "{made} stop items with seed {seed}");
    }
}

/// The file that the app reads holds them all, so making them again adds nothing.
#[test]
fn a_bank_that_is_in_place_stays_as_it_is() {
    let knowledge = knowledge();
    let made = bank(knowledge);
    let with_bank = knowledge.clone().with_bank();
    assert_eq!(*with_bank.items, made);
    assert_eq!(bank(&with_bank), made);
}

//! The statements of a learner's log, read back as JSON; [`xapi.mjs`] gives them to the validator of a store of learning records.

use super::knowledge;
use palpate_core::Side;
use palpate_core::exam::{Sat, SatItem};
use palpate_core::exchange::Bank;
use palpate_core::exchange::xapi::{Learned, make};
use palpate_core::item::{Attempt, Body, Item, bank};
use palpate_core::journal::Stamp;
use palpate_core::memory::{Review, Sure, What, skill};
use palpate_core::picture::{Painted, Place, Region};
use palpate_core::quiz::Seed;
use palpate_core::walkthrough::Found;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn positions(count: usize) -> Vec<u8> {
    (0..count).map(|at| u8::try_from(at).unwrap()).collect()
}

fn corner(region: &Region) -> [i16; 2] {
    *region.parts.iter().flatten().chain(&region.lines).flatten().next().unwrap()
}

/// The right answer to an item, or nearly so on a picture.
fn right(item: &Item) -> Attempt {
    let id = item.id.clone();
    match &item.body {
        Body::SingleBest(body) => Attempt::SingleBest { item: id, chosen: body.key },
        Body::SelectAll(body) => Attempt::SelectAll { item: id, chosen: body.keys.clone() },
        Body::Order(body) => Attempt::Order { item: id, order: positions(body.steps.len()) },
        Body::Matching(body) => Attempt::Matching { item: id, matched: positions(body.pairs.len()) },
        Body::Locate(body) => Attempt::Locate { item: id, place: Place { view: body.view, at: corner(&body.target) } },
        Body::Paint(body) => Attempt::Paint { item: id, painted: Painted::filling(body.view, &body.zones[0].0) },
        Body::Marks(body) => Attempt::Marks {
            item: id,
            places: body.targets.iter().map(|(target, _)| Place { view: body.view, at: corner(target) }).collect(),
        },
    }
}

fn at(second: usize) -> Stamp {
    Stamp { at: 1_795_245_600_000.0 + 1_000.0 * second as f64, offset: -60 }
}

/// Every item answered rightly and given up, every kind of practice, and a page read.
fn log(items: &[Item]) -> Vec<Review> {
    let mut log = Vec::new();
    let mut add = |card: &str, what: What| log.push(Review { card: card.to_owned(), when: at(log.len()), what });
    for item in items {
        let attempt = right(item);
        let grade = item.grade(&attempt).unwrap().right;
        add(&item.id, What::Answered { attempt: Some(attempt), right: grade, sure: Sure::Unsure });
        add(&item.id, What::Answered { attempt: None, right: false, sure: Sure::Sure });
    }
    for found in [Found::Yes, Found::NotSure, Found::No] {
        add(&skill("psoas-palpation"), What::Practised { side: Side::Left, found, sure: Sure::Easy });
    }
    add(&items[0].id, What::Read);
    add(
        "gone-since",
        What::Answered { attempt: Some(Attempt::SingleBest { item: "gone-since".into(), chosen: 0 }), right: true, sure: Sure::Sure },
    );
    log
}

/// Four questions: two right, one wrong, one left open.
fn exam(items: &[Item]) -> Sat {
    let asked = |(at, item): (usize, &Item)| SatItem {
        item: item.id.clone(),
        topic: item.topic,
        attempt: (at < 3).then(|| right(item)),
        right: at < 2,
        confidence: None,
    };
    Sat {
        seed: Seed(7),
        bank: 1,
        when: at(50_000),
        used: 754,
        limit: 1_800,
        extra: false,
        confidence: false,
        timed_out: true,
        passed: false,
        items: items.iter().take(4).enumerate().map(asked).collect(),
    }
}

fn statements(items: &[Item], reviews: &[Review], exams: &[Sat]) -> Vec<Value> {
    let made = make(Bank { knowledge: knowledge(), items }, Learned { reviews, exams });
    serde_json::from_slice(&made.bytes).unwrap()
}

fn text<'a>(value: &'a Value, at: &str) -> &'a str {
    value.pointer(at).and_then(Value::as_str).unwrap_or_else(|| panic!("no {at} in {value}"))
}

/// Each id that a definition gives to a choice, a side of a pair or a step.
fn named(definition: &Value) -> BTreeSet<String> {
    ["choices", "source", "target", "steps"]
        .iter()
        .flat_map(|list| definition[list].as_array().into_iter().flatten())
        .map(|part| text(part, "/id").to_owned())
        .collect()
}

#[test]
fn every_row_is_told_and_every_answer_refers_to_what_was_offered() {
    let items = bank(knowledge());
    let log = log(&items);
    let told = statements(&items, &log, &[]);
    assert_eq!(told.len(), log.len());
    let mut definitions: BTreeMap<&str, &Value> = BTreeMap::new();
    let mut kinds = BTreeSet::new();
    for (statement, review) in told.iter().zip(&log) {
        let object = text(statement, "/object/id");
        if let Some(definition) = statement["object"].get("definition") {
            assert!(definitions.insert(object, definition).is_none(), "{object} is described once");
        }
        let definition = definitions[object];
        kinds.insert(text(definition, "/interactionType"));
        let Some(response) = statement.pointer("/result/response").and_then(Value::as_str) else { continue };
        if review.card == "gone-since" {
            continue;
        }
        let offered = named(definition);
        for part in response.split("[,]") {
            let first = part.split("[.]").next().unwrap();
            assert!(offered.contains(first), "{first} is not in {definition}");
        }
        // A right answer is the right answer.
        if statement["result"]["success"] == true
            && let Some(pattern) = definition.pointer("/correctResponsesPattern/0").and_then(Value::as_str)
        {
            assert_eq!(pattern, response);
        }
    }
    assert_eq!(kinds, BTreeSet::from(["choice", "matching", "performance", "sequencing"]));
    let verbs: BTreeSet<_> = told.iter().map(|statement| text(statement, "/verb/display/en")).collect();
    assert_eq!(verbs, BTreeSet::from(["answered", "attempted", "experienced"]));
    assert_eq!(text(&told[0], "/timestamp"), "2026-11-21T08:20:00+01:00");
}

#[test]
fn an_id_belongs_to_a_row_for_good() {
    let items = bank(knowledge());
    let mut log = log(&items[..20]);
    let ids = |log: &[Review]| statements(&items, log, &[]).iter().map(|statement| text(statement, "/id").to_owned()).collect::<Vec<_>>();
    let before = ids(&log);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len());
    // Rows of another device come in between; the same row twice is two.
    log.insert(0, Review { card: "another".to_owned(), when: at(9_999), what: What::Read });
    log.push(log[0].clone());
    let after = ids(&log);
    assert_eq!(after[1..=before.len()], before);
    assert_eq!(after.iter().collect::<BTreeSet<_>>().len(), after.len());
}

#[test]
fn an_exam_is_passed_or_failed() {
    let items = bank(knowledge());
    let exam = exam(&items);
    let told = statements(&items, &[], std::slice::from_ref(&exam));
    let [whole] = &told[..] else { panic!("one statement: its answers are in the log of reviews") };
    assert_eq!(text(whole, "/verb/display/en"), "failed");
    assert_eq!(whole["result"]["completion"], true);
    assert_eq!(whole["result"]["score"]["raw"], 2);
    assert_eq!(whole["result"]["score"]["max"], 4);
    assert_eq!(whole["result"]["score"]["scaled"], 0.5);
    assert_eq!(text(whole, "/result/duration"), "PT754S");
}

/// A year of much learning: what is written for a row stays small, since no item is described twice.
#[test]
fn a_long_log_stays_small() {
    let items = bank(knowledge());
    let one = log(&items);
    let many: Vec<_> =
        one.iter().cycle().take(20_000).enumerate().map(|(second, row)| Review { when: at(second), ..row.clone() }).collect();
    let made = make(Bank { knowledge: knowledge(), items: &items }, Learned { reviews: &many, exams: &[] });
    assert!(made.bytes.len() < 20_000 * 800, "{} bytes", made.bytes.len());
}

/// What [`xapi.mjs`] reads: `PALPATE_XAPI=FILE cargo test -p palpate-core --test exports xapi`.
#[test]
fn the_file_for_a_validator_is_written_on_request() {
    let items = bank(knowledge());
    let made = make(Bank { knowledge: knowledge(), items: &items }, Learned { reviews: &log(&items), exams: &[exam(&items)] });
    if let Some(path) = std::env::var_os("PALPATE_XAPI") {
        std::fs::write(path, &made.bytes).unwrap();
    }
    assert!(made.bytes.starts_with(b"[\n{") && made.bytes.ends_with(b"}\n]\n"));
}

//! What an item asks, as an interaction of SCORM's kind: choices, steps or pairs, and which answer is right.

use super::english;
use crate::exchange::names::XAPI_INTERACTION;
use crate::item::{Attempt, Body, Choice, Item};
use crate::picture::{Painted, Place};
use serde_json::{Value, json};

/// Between the parts of a response, and between the two halves of a part, as the standard has it.
const NEXT: &str = "[,]";
const GOES: &str = "[.]";

/// An item of the bank, described.
pub fn of(item: &Item) -> Value {
    let mut definition = json!({
        "type": XAPI_INTERACTION,
        "name": english(&item.stem),
        "description": english(&item.rationale),
        "interactionType": kind(&item.body),
    });
    let numbered = |side: &str, texts: Vec<&str>| -> Value {
        texts.into_iter().enumerate().map(|(at, text)| json!({ "id": named(side, at), "description": english(text) })).collect()
    };
    let texts = |options: &[Choice]| numbered("option", options.iter().map(|option| option.text.as_str()).collect());
    let (lists, right): (Vec<(&str, Value)>, Option<String>) = match &item.body {
        Body::SingleBest(body) => (vec![("choices", texts(&body.options))], Some(named("option", body.key.into()))),
        Body::SelectAll(body) => (vec![("choices", texts(&body.options))], Some(joined("option", &body.keys))),
        Body::Order(body) => {
            let steps = numbered("step", body.steps.iter().map(String::as_str).collect());
            (vec![("choices", steps)], Some(joined("step", &first(body.steps.len()))))
        }
        Body::Matching(body) => {
            let left = numbered("left", body.pairs.iter().map(|pair| pair.left.as_str()).collect());
            let right = numbered("right", body.pairs.iter().map(|pair| pair.right.as_str()).collect());
            (vec![("source", left), ("target", right)], Some(pairs(&first(body.pairs.len()))))
        }
        // An area has no pattern: whether the answer was right says `success`.
        Body::Locate(_) => (vec![("steps", numbered("place", vec!["The place that was marked: view, millimetres across and up"]))], None),
        Body::Paint(_) => {
            (vec![("steps", numbered("area", vec!["The area that was painted: squares of 8 mm, by view, column and row"]))], None)
        }
        Body::Marks(body) => {
            let each = vec!["A place that was marked: view, millimetres across and up"; body.targets.len()];
            (vec![("steps", numbered("place", each))], None)
        }
    };
    for (name, list) in lists {
        definition[name] = list;
    }
    if let Some(right) = right {
        definition["correctResponsesPattern"] = json!([right]);
    }
    definition
}

fn kind(body: &Body) -> &'static str {
    match body {
        Body::SingleBest(_) | Body::SelectAll(_) => "choice",
        Body::Order(_) => "sequencing",
        Body::Matching(_) => "matching",
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => "performance",
    }
}

/// What was answered.
pub fn response(attempt: &Attempt) -> String {
    match attempt {
        Attempt::SingleBest { chosen, .. } => named("option", (*chosen).into()),
        Attempt::SelectAll { chosen, .. } => joined("option", chosen),
        Attempt::Order { order, .. } => joined("step", order),
        Attempt::Matching { matched, .. } => pairs(matched),
        Attempt::Locate { place, .. } => step("place", 0, &spot(*place)),
        Attempt::Paint { painted, .. } => step("area", 0, &area(painted)),
        Attempt::Marks { places, .. } => {
            places.iter().enumerate().map(|(at, place)| step("place", at, &spot(*place))).collect::<Vec<_>>().join(NEXT)
        }
    }
}

fn named(side: &str, at: usize) -> String {
    format!("{side}-{}", at + 1)
}

fn first(count: usize) -> Vec<u8> {
    (0..count).filter_map(|at| u8::try_from(at).ok()).collect()
}

fn joined(side: &str, positions: &[u8]) -> String {
    positions.iter().map(|at| named(side, (*at).into())).collect::<Vec<_>>().join(NEXT)
}

/// For each left side the right side that it got.
fn pairs(matched: &[u8]) -> String {
    let pair = |(left, right): (usize, &u8)| format!("{}{GOES}{}", named("left", left), named("right", (*right).into()));
    matched.iter().enumerate().map(pair).collect::<Vec<_>>().join(NEXT)
}

fn step(name: &str, at: usize, what: &str) -> String {
    format!("{}{GOES}{what}", named(name, at))
}

/// As in the journal's table: `front:-92:-60`.
fn spot(place: Place) -> String {
    format!("{}:{}:{}", place.view.slug(), place.at[0], place.at[1])
}

fn area(painted: &Painted) -> String {
    painted.0.iter().map(|cell| format!("{}:{}:{}", cell.view.slug(), cell.column, cell.row)).collect::<Vec<_>>().join(" ")
}

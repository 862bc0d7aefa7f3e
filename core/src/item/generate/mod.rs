//! Items made from typed claims, safety lists and walkthroughs, so that new content brings its own questions.
//!
//! One rule over all: a distractor is never true for the stem, never comes from a claim that sources dispute, and always
//! says what it really belongs to. Where that can't be kept, there is no item. The same knowledge gives the same items with
//! the same ids, in the same order.

mod claims;
mod documents;
mod pictures;
mod safety;
mod technique;
pub mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use super::{Asks, Body, Choice, Item, Picture, SelectAll, SingleBest, Topic};
use crate::Knowledge;
use crate::hash;
use crate::knowledge::Cite;
use crate::relation::Relation;
use crate::text;
use std::collections::HashSet;

/// Every item: the hand-written ones, then those made from the knowledge base.
pub fn bank(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = knowledge.items.to_vec();
    // One stem asks something else with each picture.
    let asked = |item: &Item| (words::normalised(&item.stem), item.picture.clone());
    let mut told: HashSet<(String, Option<Picture>)> = items.iter().map(asked).collect();
    let made = [
        claims::items(knowledge),
        documents::items(knowledge),
        technique::items(knowledge),
        safety::items(knowledge),
        pictures::items(knowledge),
    ];
    for made in made.into_iter().flatten() {
        // Someone has written this very question by hand: theirs stands.
        if items.iter().all(|other| other.id != made.id) && told.insert(asked(&made)) {
            items.push(made);
        }
    }
    items
}

/// Whether `text` says something that is true of what is asked: an answer or a claim of that muscle and kind.
///
/// Case, punctuation and glossary links do not matter. Disputed claims count as true here, since they may be.
pub fn true_of(knowledge: &Knowledge, asks: &Asks, text: &str) -> bool {
    let said = words::normalised(text);
    !said.is_empty()
        && knowledge.muscle(&asks.muscle).is_some_and(|muscle| {
            muscle.claims_of(asks.kind).any(|claim| {
                claim.answer.as_deref().is_some_and(|answer| words::normalised(answer) == said) || words::normalised(&claim.text) == said
            })
        })
}

/// An option, with the links of its reason taken out.
fn choice(text: impl Into<String>, why: impl AsRef<str>) -> Choice {
    Choice { text: text.into(), why: text::plain(why.as_ref()) }
}

/// A single-best body. The key's place depends on the id alone, so that it is not always the first.
fn single_best(id: &str, key: Choice, distractors: Vec<Choice>) -> Body {
    let mut options = distractors;
    let place = spread(id) % (options.len() + 1);
    options.insert(place, key);
    Body::SingleBest(SingleBest { options, key: place as u8 })
}

/// A select-all body, keys and distractors interleaved by the id.
fn select_all(id: &str, keys: Vec<Choice>, distractors: Vec<Choice>) -> Body {
    let mut options = keys;
    let mut is_key = vec![true; options.len()];
    for (at, distractor) in distractors.into_iter().enumerate() {
        let place = spread(id).wrapping_mul(at + 3) % (options.len() + 1);
        options.insert(place, distractor);
        is_key.insert(place, false);
    }
    let keys = (0u8..).zip(&is_key).filter(|(_, key)| **key).map(|(at, _)| at).collect();
    Body::SelectAll(SelectAll { options, keys })
}

/// A number from an id.
fn spread(id: &str) -> usize {
    (hash::more(hash::START, id.bytes()) >> 8) as usize
}

/// `cites` and those of `more`, each once.
fn with_cites(cites: &[Cite], more: impl IntoIterator<Item = Cite>) -> Vec<Cite> {
    let mut all = cites.to_vec();
    for cite in more {
        if !all.contains(&cite) {
            all.push(cite);
        }
    }
    all
}

/// Points at a fact by its id.
fn fact_cite(knowledge: &Knowledge, id: &str) -> Option<Cite> {
    let at = knowledge.facts.iter().position(|fact| fact.id == id)?;
    u16::try_from(at).ok().map(Cite::Fact)
}

/// The first letter small, as inside a sentence; words such as "L1" or "ASIS" stay.
pub(super) fn inside(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// The first sentence, without its full stop.
fn first_sentence(text: &str) -> &str {
    let end = text.find(". ").unwrap_or(text.len());
    text[..end].trim_end_matches('.')
}

/// The parts that every generated item shares.
fn item(id: String, topic: Topic, about: &[String], stem: String, body: Body, rationale: String, cites: Vec<Cite>) -> Item {
    let relation = Relation::usual(topic, None);
    Item { id, topic, relation, about: about.to_vec(), stem, picture: None, body, rationale, cites, asks: None, fact: None }
}

//! Rule: no two questions alike.
//!
//! Stems that read the same ask the same, unless each shows its own picture. Stems with most words in common do too,
//! unless what differs is what is asked for: a muscle, a side, a document, a level, or which end of a muscle.

use super::Flaw;
use palpate_core::Knowledge;
use palpate_core::item::generate::words::{self, Words};
use palpate_core::item::{Body, Item};
use std::mem::discriminant;

/// From which share of common words on two stems are nearly the same.
const NEAR: f32 = 0.75;

/// The stems of the bank, read once: comparing each with each is slow otherwise.
pub(super) struct Stems {
    read: Vec<(String, Words)>,
    /// Words that turn one question into another.
    asked: Words,
}

impl Stems {
    pub(super) fn of(knowledge: &Knowledge, items: &[Item]) -> Self {
        let read = items.iter().map(|item| (words::normalised(&item.stem), words::all(&item.stem))).collect();
        Stems { read, asked: asked(knowledge) }
    }

    /// Whether two stems have most words in common and differ in nothing that is asked for.
    fn near(&self, one: usize, two: usize) -> bool {
        let (one, two) = (&self.read[one].1, &self.read[two].1);
        let common = one.intersection(two).count();
        let either = one.len() + two.len() - common;
        let apart = || one.symmetric_difference(two).any(|word| word.starts_with('#') || self.asked.contains(word));
        either > 0 && common as f32 >= NEAR * either as f32 && !apart()
    }

    /// The other items that ask nearly the same as this one.
    pub(super) fn near_to<'a>(&self, items: &'a [Item], at: usize) -> Vec<&'a Item> {
        let near = |other: &usize| *other != at && items[*other].picture == items[at].picture && self.near(at, *other);
        (0..items.len()).filter(near).map(|other| &items[other]).collect()
    }
}

pub(super) fn flaws(stems: &Stems, items: &[Item], at: usize) -> Vec<Flaw> {
    let item = &items[at];
    let same = |other: &usize| stems.read[*other].0 == stems.read[at].0 && items[*other].picture == item.picture;
    if let Some(other) = (0..at).find(same) {
        return vec![Flaw::SameStem(items[other].id.clone())];
    }
    let near = (0..at).find(|other| {
        let (index, other) = (*other, &items[*other]);
        let siblings = family(other).is_some() && family(other) == family(item);
        !siblings && other.picture == item.picture && kind(other) == kind(item) && stems.near(at, index)
    });
    near.map(|other| Flaw::NearStem(items[other].id.clone())).into_iter().collect()
}

/// Items made by one generator differ in the noun that it was given.
fn family(item: &Item) -> Option<&str> {
    let rest = item.id.strip_prefix("gen-")?;
    rest.split('-').next()
}

fn kind(item: &Item) -> std::mem::Discriminant<Body> {
    discriminant(&item.body)
}

/// Words that turn one question into another.
fn asked(knowledge: &Knowledge) -> Words {
    let names = knowledge.muscles.iter().flat_map(|muscle| words::all(&muscle.name));
    let ids = knowledge.sources.iter().flat_map(|source| words::all(&source.id));
    let more = "left right start end origin insertion upper lower front back side one both minor major nerve blood action not";
    names.chain(ids).chain(words::all(more)).collect()
}

/// The documents that a text names.
pub(super) fn documents(text: &str) -> Vec<&'static str> {
    let words = super::plain_words(text);
    ["S1", "S2", "S3"].into_iter().filter(|id| words.iter().any(|word| word.eq_ignore_ascii_case(id))).collect()
}

//! Which two items can't be on one paper: they ask the same, or one tells the answer of the other.
//!
//! It errs on the side of "can't": the bank has many more items than a paper needs.

use crate::item::{Body, Item, Topic};
use crate::knowledge::Cite;
use crate::quiz::same_question;
use std::collections::BTreeSet;

/// An item as far as it matters here.
pub(super) struct Told<'a> {
    item: &'a Item,
    /// What everyone can read before it is answered, in plain words with a space at either end.
    shown: String,
    /// What is right, in the same form.
    right: Vec<String>,
    rationale: String,
    /// Words of the stem without sides, so that left and right of one question are one question.
    stem: Vec<String>,
    /// Statements of the documents that it rests on.
    facts: Vec<Cite>,
    /// The thing that a question on a picture is about, from its id.
    subject: Option<&'a str>,
}

/// Small letters and digits, with a single space between words and at either end.
pub(super) fn plain(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut line = String::from(" ");
    for word in words {
        line.extend(word.chars().flat_map(char::to_lowercase));
        line.push(' ');
    }
    line
}

/// The names of muscles tell nothing: nearly every stem has one.
pub(super) fn muscles(bank: &[Item]) -> BTreeSet<String> {
    bank.iter().flat_map(|item| &item.about).map(|id| plain(id)).collect()
}

impl<'a> Told<'a> {
    pub(super) fn new(item: &'a Item, muscles: &BTreeSet<String>) -> Self {
        let mut shown = plain(&item.stem);
        let mut right: Vec<String> = Vec::new();
        match &item.body {
            Body::SingleBest(body) => right.extend(body.options.get(usize::from(body.key)).map(|option| plain(&option.text))),
            Body::SelectAll(body) => {
                right.extend(body.keys.iter().filter_map(|key| body.options.get(usize::from(*key))).map(|option| plain(&option.text)));
            }
            Body::Order(body) => body.steps.iter().for_each(|step| right.push(plain(step))),
            Body::Matching(body) => body.pairs.iter().for_each(|pair| {
                shown += &plain(&pair.left);
                right.push(plain(&pair.right));
            }),
            Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {}
        }
        right.retain(|text| !text.trim().is_empty() && !muscles.contains(text));
        let sides = ["right", "left", "front", "back", "side"];
        let mut stem: Vec<String> = plain(&item.stem).split_whitespace().filter(|word| !sides.contains(word)).map(str::to_owned).collect();
        crate::order::sort(&mut stem);
        stem.dedup();
        let facts = item.cites.iter().filter(|cite| matches!(cite, Cite::Fact(_))).copied().collect();
        Told {
            facts,
            item,
            shown,
            right,
            rationale: plain(&item.rationale),
            stem,
            subject: item.is_pictured().then(|| subject(&item.id)).flatten(),
        }
    }

    pub(super) fn item(&self) -> &'a Item {
        self.item
    }

    pub(super) fn clashes(&self, other: &Told<'_>) -> bool {
        let (a, b) = (self.item, other.item);
        a.id == b.id
            || same_question(a.asks.as_ref(), b.asks.as_ref())
            || (a.fact.is_some() && a.fact == b.fact)
            || (self.subject.is_some() && self.subject == other.subject)
            || self.rationale == other.rationale
            || nearly_one(&self.stem, &other.stem)
            || self.tells(other)
            || other.tells(self)
            || self.answers_as(other)
            || self.rests_on_the_same(other)
    }

    /// Two statements of the documents in common: then it is one passage that both ask about. Other references are too broad for
    /// that, and what a muscle's claims rest on is settled by `asks`.
    fn rests_on_the_same(&self, other: &Told<'_>) -> bool {
        let typed = self.item.asks.is_some() && other.item.asks.is_some();
        !typed && self.facts.iter().filter(|cite| other.facts.contains(cite)).count() >= 2
    }

    /// Whether what it shows holds an answer of the other.
    fn tells(&self, other: &Told<'_>) -> bool {
        // A number or an abbreviation is in many stems, and answers nothing there.
        other.right.iter().any(|text| text.trim().len() > 4 && self.shown.contains(text.as_str()))
    }

    /// Whether an answer of one is an answer of the other. "Get help today" is the answer to many safety questions, and tells
    /// nothing of the next.
    fn answers_as(&self, other: &Told<'_>) -> bool {
        let is_safety = |told: &Told<'_>| told.item.topic == Topic::Safety;
        !(is_safety(self) && is_safety(other)) && self.right.iter().any(|text| other.right.contains(text))
    }
}

/// Three quarters of all their words are in both.
fn nearly_one(a: &[String], b: &[String]) -> bool {
    let both = a.iter().filter(|word| b.contains(word)).count();
    4 * both > 3 * (a.len() + b.len() - both)
}

/// "gen-locate-lesser-trochanter-front" and "gen-name-lesser-trochanter-back" are about one thing.
fn subject(id: &str) -> Option<&str> {
    let rest = id.strip_prefix("gen-")?;
    let thing = rest.split_once('-')?.1;
    Some(["-front", "-back", "-left"].iter().find_map(|view| thing.strip_suffix(view)).unwrap_or(thing))
}

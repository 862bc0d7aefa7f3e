//! Whether the questions are fair: rules over the whole bank, the items written by hand and those made from content.
//!
//! One file a rule. Each gives the flaws of one item, or of the bank, and knows nothing of files; [`check`] adds the places.

mod alike;
mod contested;
mod coverage;
mod cues;
mod flaw;
mod keys;
mod reasons;
mod truth;
mod wording;

pub use coverage::Excuse;
pub use flaw::Flaw;

use crate::{Content, Problem};
use palpate_core::Knowledge;
use palpate_core::item::{Body, Item, bank};
use std::fmt;
use std::path::Path;

/// A flaw with the item, or the fact, that has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The id of the item or fact, or "the bank" for what no single item can mend.
    pub id: String,
    /// File and line, for what is written by hand.
    pub place: Option<(String, usize)>,
    pub flaw: Flaw,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some((file, line)) => write!(out, "content/{file}:{line}: \"{}\" {}", self.id, self.flaw),
            None => write!(out, "\"{}\" {}", self.id, self.flaw),
        }
    }
}

/// Compiles the content and judges its whole bank.
///
/// # Errors
/// What `compile` reports, when the content can't be compiled.
pub fn check(dir: &Path) -> Result<Vec<Finding>, Vec<Problem>> {
    let content = Content::read(dir)?;
    let knowledge = content.compiled()?;
    let mut findings = judge(&knowledge, &bank(&knowledge), &content.excuses());
    for finding in &mut findings {
        finding.place = content.place_of(&finding.id);
    }
    Ok(findings)
}

/// Judges these items by every rule. No place is given.
pub fn judge(knowledge: &Knowledge, items: &[Item], excuses: &[Excuse]) -> Vec<Finding> {
    let mut findings = judge_items(knowledge, items);
    let mut add = |(id, flaw): (String, Flaw)| findings.push(Finding { id, place: None, flaw });
    cues::of_bank(items).into_iter().for_each(|flaw| add(("the bank".to_owned(), flaw)));
    coverage::flaws(knowledge, items, excuses).into_iter().for_each(&mut add);
    findings
}

/// The rules that need no whole bank: what is wrong with one item, or with it beside the others given.
pub fn judge_items(knowledge: &Knowledge, items: &[Item]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let stems = alike::Stems::of(knowledge, items);
    for (at, item) in items.iter().enumerate() {
        let flaws = [
            keys::flaws(item),
            truth::flaws(knowledge, &stems.near_to(items, at), item),
            contested::flaws(knowledge, item),
            cues::flaws(item),
            wording::flaws(item),
            reasons::flaws(item),
            alike::flaws(&stems, items, at),
        ];
        findings.extend(flaws.into_iter().flatten().map(|flaw| Finding { id: item.id.clone(), place: None, flaw }));
    }
    findings
}

/// An option as the rules see it.
struct Choice<'a> {
    text: &'a str,
    why: &'a str,
    key: bool,
}

/// The options of an item; none for the types that have no options.
fn options(item: &Item) -> Vec<Choice<'_>> {
    match &item.body {
        Body::SingleBest(body) => {
            let is_key = |at: usize| at == usize::from(body.key);
            body.options.iter().enumerate().map(|(at, option)| Choice { text: &option.text, why: &option.why, key: is_key(at) }).collect()
        }
        Body::SelectAll(body) => {
            let is_key = |at: usize| body.keys.iter().any(|key| usize::from(*key) == at);
            body.options.iter().enumerate().map(|(at, option)| Choice { text: &option.text, why: &option.why, key: is_key(at) }).collect()
        }
        Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => Vec::new(),
    }
}

/// Whether exactly one option is right, so that a cue can give it away.
fn is_single(item: &Item) -> bool {
    match &item.body {
        Body::SingleBest(_) => true,
        Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => false,
    }
}

/// Everything that is read before the answer.
fn shown(item: &Item) -> Vec<&str> {
    let mut shown = vec![item.stem.as_str()];
    match &item.body {
        Body::SingleBest(body) => shown.extend(body.options.iter().map(|option| option.text.as_str())),
        Body::SelectAll(body) => shown.extend(body.options.iter().map(|option| option.text.as_str())),
        Body::Order(body) => shown.extend(body.steps.iter().map(String::as_str)),
        Body::Matching(body) => shown.extend(body.pairs.iter().flat_map(|pair| [pair.left.as_str(), pair.right.as_str()])),
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {}
    }
    shown
}

/// The words of a text as they stand, in lower case.
fn plain_words(text: &str) -> Vec<String> {
    let text = palpate_core::text::plain(text).to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

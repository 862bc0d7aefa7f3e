//! Search over everything in the knowledge base, as you type.
//!
//! [`Index::new`] is built once; [`Index::search`] runs at each keystroke. Every word asked for must be found in an entry's
//! title, aliases or text; the last word may be unfinished; typing slips, plurals, accents and British or American spelling
//! are forgiven. Knows nothing of pages: a [`Hit`] says what to open, and the app knows how.

mod entries;
pub(crate) mod fold;
mod marked;
mod query;

#[cfg(test)]
mod tests;

pub use entries::{Kind, SafetyList, Target};
pub use marked::Marked;

use crate::Knowledge;
use entries::Entry;
use query::{Asked, Form, Query, Slips};
use std::collections::BTreeMap;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    pub title: Marked,
    /// Empty when there is nothing to say beyond the title.
    pub snippet: Marked,
    pub target: Target,
}

/// The best hits, and how many entries were found in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub total: usize,
}

/// Which part of an entry a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Alias,
    Body,
}

/// A word that occurs somewhere.
struct Word {
    form: Form,
    posts: Vec<(u16, Field)>,
}

/// Everything that can be found, and the words by which it is.
pub struct Index {
    entries: Vec<Entry>,
    words: Vec<Word>,
}

impl Index {
    pub fn new(knowledge: &Knowledge) -> Self {
        let entries = entries::all(knowledge);
        let mut posts: BTreeMap<String, Vec<(u16, Field)>> = BTreeMap::new();
        for (at, entry) in (0u16..).zip(&entries) {
            let mut post = |text: &str, field: Field| {
                fold::words(text, |_, word| match posts.get_mut(word) {
                    Some(list) if list.last() == Some(&(at, field)) => {}
                    Some(list) => list.push((at, field)),
                    None => drop(posts.insert(word.to_owned(), vec![(at, field)])),
                });
            };
            post(&entry.title, Field::Title);
            entry.aliases.iter().for_each(|alias| post(alias, Field::Alias));
            post(&entry.body, Field::Body);
        }
        let words = posts.into_iter().map(|(raw, posts)| Word { form: Form::of(raw), posts }).collect();
        Index { entries, words }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The best `limit` hits for what was typed so far. Nothing but spaces and signs finds nothing.
    pub fn search(&self, typed: &str, limit: usize) -> Found {
        let query = Query::read(typed);
        if query.words.is_empty() {
            return Found::default();
        }
        // For each entry the points so far; `None` once a word was not found in it.
        let mut points: Vec<Option<u32>> = vec![Some(0); self.entries.len()];
        let mut best: Vec<u32> = vec![0; self.entries.len()];
        let mut slips = Vec::with_capacity(query.words.len());
        for asked in &query.words {
            best.fill(0);
            let allowed = self.slips_needed(asked);
            for word in &self.words {
                let Some(closeness) = asked.matches(&word.form, allowed) else { continue };
                for (entry, field) in &word.posts {
                    let best = &mut best[usize::from(*entry)];
                    *best = (*best).max(closeness.points(*field));
                }
            }
            slips.push(allowed);
            for (sum, best) in points.iter_mut().zip(&best) {
                *sum = sum.filter(|_| *best > 0).map(|sum| sum + best);
            }
        }
        let mut ranked: Vec<(u32, usize)> =
            points.iter().enumerate().filter_map(|(at, points)| points.map(|points| (self.weigh(&query, at, points), at))).collect();
        crate::order::sort_by(&mut ranked, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let total = ranked.len();
        let answers = |word: &str| query.answers(word, &slips);
        let hits = ranked.iter().take(limit).map(|(_, at)| self.entries[*at].hit(&answers)).collect();
        Found { hits, total }
    }

    /// How generous to be with a word: typing slips are considered only when nothing fits as typed.
    fn slips_needed(&self, asked: &Asked) -> Slips {
        let fits = |slips| self.words.iter().any(|word| asked.matches(&word.form, slips).is_some());
        [Slips::None, Slips::Unfinished, Slips::Some].into_iter().find(|slips| fits(*slips)).unwrap_or(Slips::Some)
    }

    /// Points of an entry: its words', more for a title or alias that is the query, times its kind's weight.
    fn weigh(&self, query: &Query, at: usize, points: u32) -> u32 {
        let entry = &self.entries[at];
        let words = query.words.len() as u32;
        let title = &entry.folded_title;
        let whole = if *title == query.folded {
            150
        } else if entry.folded_aliases.contains(&query.folded) {
            120
        } else if title.starts_with(&query.folded) {
            40
        } else {
            0
        };
        (points / words + whole) * entry.kind.weight()
    }
}

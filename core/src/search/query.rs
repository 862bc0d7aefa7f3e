//! What was typed, and how near a word comes to it.

use super::{Field, fold};

/// Longer input is cut: nobody types more, and a pasted page must not stall.
const MOST_WORDS: usize = 8; // as many as a byte has bits
const MOST_LETTERS: usize = 32;

/// Words that are dropped when others remain.
const SMALL: [&str; 24] = [
    "the", "a", "an", "of", "is", "are", "do", "does", "what", "where", "which", "how", "my", "i", "in", "on", "to", "and", "for", "it",
    "can", "me", "with", "at",
];

pub(super) struct Query {
    /// The words with single spaces between them.
    pub(super) folded: String,
    pub(super) words: Vec<Asked>,
}

/// A folded word, ready to be compared.
pub(super) struct Form {
    raw: String,
    /// In one spelling.
    key: String,
    /// Length of the singular within `key`.
    stem: usize,
    /// The letters it uses, as bits.
    letters: u32,
}

/// A word asked for.
pub(super) struct Asked {
    form: Form,
    count: usize,
    /// Whether it may be the start of a word still being typed.
    open: bool,
}

/// What a word may differ by. Each allows what the ones before it do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slips {
    None,
    /// Any word may be unfinished, not only the last.
    Unfinished,
    /// Typing errors too.
    Some,
}

/// How near a word comes to what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closeness {
    Same,
    Begins,
    Slipped,
}

impl Closeness {
    pub(super) fn points(self, field: Field) -> u32 {
        let points = match field {
            Field::Title => [100, 80, 45],
            Field::Alias => [70, 55, 30],
            Field::Body => [30, 20, 8],
        };
        match self {
            Closeness::Same => points[0],
            Closeness::Begins => points[1],
            Closeness::Slipped => points[2],
        }
    }
}

impl Query {
    pub(super) fn read(typed: &str) -> Self {
        let mut raws: Vec<String> = Vec::new();
        let mut end = 0;
        let mut last_end = 0;
        // A slice, so that a pasted book is not folded to the end.
        let cut = typed.char_indices().nth(400).map_or(typed.len(), |(at, _)| at);
        let typed = &typed[..cut];
        fold::words(typed, |range, word| {
            if range.start >= end && raws.len() < MOST_WORDS {
                raws.push(word.chars().take(MOST_LETTERS).collect());
            }
            end = end.max(range.end);
            last_end = range.end;
        });
        let open = typed[last_end..].is_empty();
        let folded = raws.join(" ");
        let last = raws.len().saturating_sub(1);
        let telling = raws.iter().any(|raw| !SMALL.contains(&raw.as_str()));
        let words = raws
            .into_iter()
            .enumerate()
            .filter(|(_, raw)| !telling || !SMALL.contains(&raw.as_str()))
            .map(|(at, raw)| Asked::new(raw, at == last && open))
            .collect();
        Query { folded, words }
    }

    /// Which of the words asked for a folded word of a text answers, each with its own allowance, as bits.
    pub(super) fn answers(&self, word: &str, slips: &[Slips]) -> u8 {
        let form = Form::of(word.to_owned());
        let words = self.words.iter().zip(slips).enumerate();
        words.fold(0, |bits, (at, (asked, slips))| bits | u8::from(asked.matches(&form, *slips).is_some()) << at)
    }
}

impl Form {
    pub(super) fn of(raw: String) -> Self {
        let key = fold::spelled(&raw);
        Form { stem: fold::stem(&key).len(), letters: letters(&key), key, raw }
    }
}

impl Asked {
    fn new(raw: String, open: bool) -> Self {
        let form = Form::of(raw);
        Asked { count: form.key.chars().count(), form, open }
    }

    /// How near a word comes; `None` when it is another word.
    pub(super) fn matches(&self, word: &Form, slips: Slips) -> Option<Closeness> {
        let mine = &self.form;
        if word.key.as_bytes()[..word.stem] == mine.key.as_bytes()[..mine.stem] {
            return Some(Closeness::Same);
        }
        let may_begin = self.open || (slips >= Slips::Unfinished && self.count >= 3);
        if may_begin && (word.raw.starts_with(&mine.raw) || word.key.starts_with(&mine.key)) {
            return Some(Closeness::Begins);
        }
        (slips == Slips::Some && self.is_slip_of(word)).then_some(Closeness::Slipped)
    }

    /// Whether it is the word, or while being typed the start of it, but for a slip or two.
    fn is_slip_of(&self, word: &Form) -> bool {
        let most: usize = match self.count {
            0..=3 => return false,
            4..=7 => 1,
            _ => 2,
        };
        // Each slip changes at most two of the letters used: most words fall here, and cost nothing.
        let near = |letters: u32| (letters ^ self.form.letters).count_ones() as usize <= 2 * most;
        let (mine, theirs) = (self.form.key.as_str(), word.key.as_str());
        let count = theirs.chars().count();
        if count.abs_diff(self.count) <= most && near(word.letters) && strsim::osa_distance(mine, theirs) <= most {
            return true;
        }
        // A slip in an unfinished word: compare with as much of the longer word, give or take the slips.
        let unfinished = self.open && self.count >= 5 && count > self.count;
        unfinished && theirs.chars().next() == mine.chars().next() && {
            let lengths = self.count - most..=self.count + most;
            lengths.filter_map(|length| theirs.char_indices().nth(length)).any(|(end, _)| {
                let start = &theirs[..end];
                near(letters(start)) && strsim::osa_distance(mine, start) <= most
            })
        }
    }
}

/// Which letters a word uses, as bits.
fn letters(key: &str) -> u32 {
    key.chars().fold(0, |bits, letter| bits | 1 << (letter as u32 % 32))
}

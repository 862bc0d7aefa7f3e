//! A text with some of its words marked.

use super::fold;
use std::ops::Range;

/// Tells which of the words asked for a folded word answers, as bits.
pub(super) type Answers<'a> = &'a dyn Fn(&str) -> u8;

/// About how long a snippet is, in bytes.
const SNIPPET: usize = 130;

/// A text and the byte ranges of its marked words: rising, apart, and on character boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// Marks the words that answer something.
    pub(super) fn new(text: String, answers: Answers) -> Self {
        let (marks, _) = ranges(&text, answers);
        Marked { text, marks }
    }

    /// The text in pieces, each with whether it is marked.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut at = 0;
        let mut marks = self.marks.iter();
        let mut next = marks.next();
        std::iter::from_fn(move || {
            if at >= self.text.len() {
                return None;
            }
            let (end, marked) = match next {
                Some(mark) if mark.start <= at => {
                    next = marks.next();
                    (mark.end, true)
                }
                Some(mark) => (mark.start, false),
                None => (self.text.len(), false),
            };
            let piece = self.text.get(at..end)?;
            at = end;
            Some((piece, marked))
        })
    }
}

/// Where the matching words stand, and what they answer together.
pub(super) fn ranges(text: &str, answers: Answers) -> (Vec<Range<usize>>, u8) {
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut answered = 0;
    fold::words(text, |range, word| {
        let bits = answers(word);
        if bits == 0 {
            return;
        }
        answered |= bits;
        // A joined word covers its parts.
        while marks.last().is_some_and(|last| last.start >= range.start) {
            marks.pop();
        }
        match marks.last_mut() {
            Some(last) if last.end > range.start => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    });
    (marks, answered)
}

/// As much of a text as a result has room for, around its first match or from its beginning.
pub(super) fn excerpt(text: &str, answers: Answers) -> String {
    if text.len() <= SNIPPET {
        return text.to_owned();
    }
    let first = ranges(text, answers).0.first().map_or(0, |mark| mark.start);
    let from = if first <= SNIPPET / 2 { 0 } else { word_start(text, first - SNIPPET / 3) };
    let to = word_end(text, from + SNIPPET);
    let mut out = String::with_capacity(to - from + 8);
    if from > 0 {
        out.push('…');
    }
    out.push_str(text[from..to].trim_end_matches([' ', ',', ';', ':']));
    if to < text.len() {
        out.push('…');
    }
    out
}

/// The beginning of the first word at or after a byte.
fn word_start(text: &str, near: usize) -> usize {
    let near = (near..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text[near..].find(' ').map_or(near, |space| near + space + 1)
}

/// The end of the last whole word before a byte.
fn word_end(text: &str, near: usize) -> usize {
    if near >= text.len() {
        return text.len();
    }
    let near = (0..=near).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text[..near].rfind(' ').filter(|space| near - space < SNIPPET / 2).unwrap_or(near)
}

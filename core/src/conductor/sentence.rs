//! Sentences: turned to the side, how long one takes, and numbers as words.

use crate::day::Millis;
use crate::side::Side;
use crate::text::plain;

/// To read a word on the screen.
const READING: Millis = 350.0;
const READING_AT_LEAST: Millis = 2_200.0;
/// No voice is quicker than this, so an utterance that ends sooner was not spoken.
const HASTY: Millis = 110.0;

/// Turned to the side, without links.
pub(super) fn told(side: Side, text: &str) -> String {
    plain(&side.render(text)).trim().to_owned()
}

/// How long a sentence stands on the screen where nothing speaks.
pub(super) fn reading(text: &str) -> Millis {
    (words(text) * READING).max(READING_AT_LEAST)
}

/// How long an utterance is waited for. Generous: a slow voice must not be cut off, but some never tell that they are done.
pub(super) fn patience(text: &str) -> Millis {
    3_000.0 + words(text) * 900.0
}

/// Sooner than this no voice can have spoken it.
pub(super) fn hasty(text: &str) -> Millis {
    words(text) * HASTY
}

fn words(text: &str) -> Millis {
    let count = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
    Millis::from(count)
}

const NUMBERS: [&str; 16] = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen",
    "Fifteen",
];

/// A number from 0 to 15 as a word that begins a sentence.
pub(super) fn number(count: u8) -> &'static str {
    NUMBERS.get(usize::from(count)).copied().unwrap_or("Many")
}

/// "Twelve strokes".
pub(super) fn strokes(count: u8) -> String {
    format!("{} stroke{}", number(count), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_word() {
        assert_eq!((strokes(1), strokes(12)), ("One stroke".to_owned(), "Twelve strokes".to_owned()));
        assert_eq!(number(200), "Many");
    }
}

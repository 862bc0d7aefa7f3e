//! What a voice says, one sentence at a time, while it stands on the screen in very large letters.
//!
//! Browsers cut an utterance short after about 15 seconds. At the slowest rate that a reader can choose, a voice says about
//! 90 words a minute, so that [`MOST_WORDS`] take some 13 seconds. Signs and abbreviations are read out in as many ways as
//! there are voices, and "24–48 h" is no sentence to hear with closed eyes.

use crate::authored::Words;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::Side;
use palpate_core::text::{plain, sentences};

/// No sentence that is spoken has more words than this.
pub const MOST_WORDS: usize = 20;

/// Units that stand for a word.
const UNITS: [&str; 8] = ["h", "s", "min", "mm", "cm", "m", "kg", "g"];

/// Words of a walkthrough, fit to be spoken.
pub fn guided(page: Page<'_>, text: &Words) -> String {
    check(page, text);
    page.guided(text)
}

pub fn guided_all(page: Page<'_>, list: &[Words]) -> Vec<String> {
    list.iter().map(|text| guided(page, text)).collect()
}

/// Prose that names no side, fit to be spoken.
pub fn prose(page: Page<'_>, text: &Words) -> String {
    check(page, text);
    page.prose(text)
}

pub fn prose_all(page: Page<'_>, list: &[Words]) -> Vec<String> {
    list.iter().map(|text| prose(page, text)).collect()
}

/// Words without links, fit to be spoken.
pub fn words(page: Page<'_>, text: &Words) -> String {
    check(page, text);
    page.words(text)
}

fn check(page: Page<'_>, text: &Words) {
    // Both sides have words of nearly the same length; directions are longer than their tokens.
    let shown = plain(&Side::Right.render(text.get_ref()));
    for sentence in sentences(&shown) {
        let count = sentence.split_whitespace().count();
        if count > MOST_WORDS {
            page.report(text, Fault::LongSentence { begins: beginning(sentence), words: count, most: MOST_WORDS });
        }
        if let Some(found) = sign(sentence) {
            page.report(text, Fault::NotForTheEar(found));
        }
    }
}

fn beginning(sentence: &str) -> String {
    sentence.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

/// The first thing in a sentence that a voice may garble.
fn sign(sentence: &str) -> Option<String> {
    let trimmed = |word: &str| word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '%').to_owned();
    let mut before: Option<String> = None;
    for word in sentence.split_whitespace() {
        let bare = trimmed(word);
        let odd = word.contains(['–', '—', '(', ')', '[', ']', ';', '/', '%', '°', '&', '+', '=', '<', '>', '~', '≤', '≥', '×']);
        if odd || is_code(&bare) {
            return Some(word.to_owned());
        }
        if let Some(number) = before.filter(|word| word.ends_with(|c: char| c.is_ascii_digit()))
            && UNITS.contains(&bare.as_str())
        {
            return Some(format!("{number} {bare}"));
        }
        before = Some(bare);
    }
    None
}

/// Abbreviations in capitals, such as L3. The three documents are called S1, S2 and S3 everywhere, and may be here.
fn is_code(word: &str) -> bool {
    let capitals = word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) && word.chars().any(|c| c.is_ascii_uppercase());
    word.len() > 1 && capitals && !matches!(word, "S1" | "S2" | "S3")
}

//! Rule: no option that speaks of the other options, such as "all of the above" or "both A and B".

use super::{Flaw, options, plain_words};
use palpate_core::item::Item;

/// Openings that take other options in, each followed by one of [`OTHERS`] or a letter.
const OPENINGS: [&str; 6] = ["all", "none", "any", "both", "neither", "either"];
const OTHERS: [&str; 4] = ["above", "these", "those", "others"];

pub(super) fn flaws(item: &Item) -> Vec<Flaw> {
    options(item).iter().filter(|option| is_about_options(option.text)).map(|option| Flaw::AboutOptions(option.text.to_owned())).collect()
}

fn is_about_options(text: &str) -> bool {
    let words = plain_words(text);
    let Some(first) = words.first() else { return false };
    let letter = |word: &str| matches!(word, "a" | "b" | "c" | "d");
    let rest = &words[1..];
    let takes_others = rest.iter().any(|word| OTHERS.contains(&word.as_str())) && words.len() <= 5;
    let takes_letters = rest.windows(2).any(|pair| letter(&pair[0]) && matches!(pair[1].as_str(), "and" | "or" | "nor"));
    // "A and B", "All of the above", "Both A and C", "None of these".
    let bare = words.len() == 3 && letter(&words[0]) && letter(&words[2]) && matches!(words[1].as_str(), "and" | "or");
    bare || (OPENINGS.contains(&first.as_str()) && (takes_others || takes_letters))
}

//! Comparing answers by what they say: the same words, the same vertebrae, one inside the other.

use crate::search::fold;
use crate::text;
use std::collections::BTreeSet;

/// The words of a text, folded, without links and punctuation: equal for texts that read the same.
pub fn normalised(text: &str) -> String {
    fold::folded(&text::plain(text))
}

/// A set of words that carry meaning.
pub type Words = BTreeSet<String>;

/// Articles and the like.
const SMALL: [&str; 22] = [
    "the", "of", "and", "or", "to", "from", "a", "an", "in", "on", "with", "at", "by", "its", "it", "is", "between", "also", "as", "for",
    "both", "you",
];

/// Words that say little about which place, nerve or action is meant, as [`root`] leaves them.
const GENERAL: [&str; 32] = [
    "part", "upper", "lower", "inner", "outer", "front", "mainl", "main", "some", "fiber", "muscl", "bone", "nerv", "spin", "spinal",
    "arter", "branch", "ligament", "border", "femur", "thigh", "hip", "leg", "two", "third", "iliac", "nearb", "low", "together", "sourc",
    "shaft", "back",
];

/// Every word but the small ones, singular, with ranges such as T12–L5 spelled out level by level.
pub fn all(text: &str) -> Words {
    let text = text::plain(text);
    let mut words = Words::new();
    let mut last: Option<(u8, usize)> = None;
    let mut done = 0;
    fold::words(&text, |range, word| {
        if range.start < done {
            // The joined form of words already seen.
            return;
        }
        done = range.end;
        if let Some(level) = level(word) {
            let reaches = |(from, end): (u8, usize)| {
                let gap = text.get(end..range.start).unwrap_or_default().trim();
                (matches!(gap, "–" | "-" | "—" | "to") && from < level).then_some(from)
            };
            let from = last.and_then(reaches).unwrap_or(level);
            words.extend((from..=level).map(|step| format!("#{step}")));
            last = Some((level, range.end));
        } else if !SMALL.contains(&word) {
            words.insert(root(word));
        }
    });
    words
}

/// The words that tell one place, nerve, vessel or action from another.
pub fn telling(text: &str) -> Words {
    let mut words = all(text);
    words.retain(|word| !GENERAL.contains(&word.as_str()));
    words
}

/// A word without its ending, so that "flexes" meets "flexion" and "bodies" meets "body".
fn root(word: &str) -> String {
    // "Lateral flexion" is the same as bending to the side.
    if word == "lateral" {
        return "side".to_owned();
    }
    let spelled = fold::spelled(word);
    let stem = fold::stem(&spelled);
    ["ing", "ion", "ed", "e"]
        .into_iter()
        .find_map(|ending| stem.strip_suffix(ending).filter(|rest| rest.len() >= 4))
        .unwrap_or(stem)
        .to_owned()
}

/// The place of a vertebra such as `t12` or `l5`, counted down the spine.
pub(super) fn level(word: &str) -> Option<u8> {
    let (region, number) = word.split_at_checked(1)?;
    let number: u8 = number.parse().ok()?;
    match (region, number) {
        ("t", 1..=12) => Some(number),
        ("l", 1..=5) => Some(12 + number),
        ("s", 1..=5) => Some(17 + number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(words: &[&str]) -> Words {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn texts_that_read_the_same_are_equal() {
        assert_eq!(normalised("The [[lesser-trochanter|Lesser trochanter]]."), normalised("the lesser  trochanter"));
        assert_ne!(normalised("Lesser trochanter"), normalised("Greater trochanter"));
    }

    #[test]
    fn ranges_are_spelled_out() {
        assert_eq!(all("T12–L2"), set(&["#12", "#13", "#14"]));
        assert_eq!(all("L1 to L3"), all("L1-L3"));
        assert_eq!(all("T12 and L1"), set(&["#12", "#13"]));
        assert_eq!(all("S2, L1"), set(&["#19", "#13"]));
    }

    #[test]
    fn general_words_are_written_as_roots() {
        for word in GENERAL {
            assert_eq!(root(word), word);
        }
        for word in ["mainly", "fibres", "muscles", "nerves", "spine", "arteries", "nearby", "sources"] {
            assert!(GENERAL.contains(&root(word).as_str()), "{word}");
        }
    }

    #[test]
    fn forms_of_a_word_meet() {
        assert_eq!(telling("Hip flexion"), telling("flexes the hip"));
        assert_eq!(telling("Bodies of the discs"), telling("body, disc"));
        assert!(telling("Lateral flexion").contains("side"));
        assert!(telling("the nerve").is_empty());
    }
}

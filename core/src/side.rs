//! The side being worked, and how a sentence is turned to it.
//!
//! Content never says left or right. It stores directions seen from the muscle (`{outward}`, `{inward}`, `{side}`,
//! `{other}`), and they become words here, so that one choice of side rewrites every sentence (Part B, B21).

use serde::{Deserialize, Serialize};

/// The side of the body whose muscle is being found or worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Left,
    Right,
}

/// The tokens that content may use, with what each means.
pub const TOKENS: [&str; 4] = ["{side}", "{other}", "{outward}", "{inward}"];

impl Side {
    pub const BOTH: [Side; 2] = [Side::Right, Side::Left];

    /// The other side.
    pub fn opposite(self) -> Self {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }

    /// The word for it, in lower case.
    pub fn word(self) -> &'static str {
        match self {
            Side::Left => "left",
            Side::Right => "right",
        }
    }

    /// The word for it at the start of a sentence or on a button.
    pub fn title(self) -> &'static str {
        match self {
            Side::Left => "Left",
            Side::Right => "Right",
        }
    }

    /// Turns the direction tokens of `text` into words for a person working on this side.
    ///
    /// Outward is away from the midline, so towards the worked side; inward is towards the spine.
    pub fn render(self, text: &str) -> String {
        let (here, there) = (self.word(), self.opposite().word());
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            rest = &rest[open..];
            let words: [(&str, [&str; 2]); 4] =
                [("{side}", ["", here]), ("{other}", ["", there]), ("{outward}", ["to your ", here]), ("{inward}", ["to your ", there])];
            match words.iter().find(|(token, _)| rest.starts_with(token)) {
                Some((token, parts)) => {
                    parts.iter().for_each(|part| out.push_str(part));
                    rest = &rest[token.len()..];
                }
                None => {
                    out.push('{');
                    rest = &rest[1..];
                }
            }
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Swaps the two side words of a rendered sentence.
    fn mirror(text: &str) -> String {
        text.replace("left", "\u{0}").replace("right", "left").replace('\u{0}', "right")
    }

    #[test]
    fn the_documents_example_is_reproduced() {
        // S1: for the right iliopsoas the knees go to the left, the hand glides right, then presses left.
        let text = "Knees to the {other}. Glide {outward}. Then turn {inward}. Work on the {side} side.";
        assert_eq!(Side::Right.render(text), "Knees to the left. Glide to your right. Then turn to your left. Work on the right side.");
        assert_eq!(Side::Left.render(text), "Knees to the right. Glide to your left. Then turn to your right. Work on the left side.");
    }

    #[test]
    fn an_unknown_token_is_left_as_it_stands() {
        assert_eq!(Side::Left.render("a {b} c { d"), "a {b} c { d");
    }

    proptest! {
        #[test]
        fn mirroring_twice_is_identity(parts in prop::collection::vec(prop::sample::select(vec![
            "{side}", "{other}", "{outward}", "{inward}", " and ", "knee", ". "
        ]), 0..20)) {
            let text = parts.concat();
            let right = Side::Right.render(&text);
            prop_assert_eq!(&mirror(&right), &Side::Left.render(&text));
            prop_assert_eq!(mirror(&mirror(&right)), right);
            prop_assert_eq!(Side::Right.opposite().opposite(), Side::Right);
        }
    }
}

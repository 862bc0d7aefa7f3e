//! Prose with glossary links: `the [[lesser trochanter]]` or `[[lesser-trochanter|the bump]]`.
//!
//! The compiler rewrites each link to `[[term-id|words shown]]`, so that no name has to be looked up later.

/// A run of prose: plain words, or words that the glossary explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    Plain(&'a str),
    Term { id: &'a str, shown: &'a str },
}

/// Splits prose into runs. Brackets that do not close are plain text.
pub fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = text;
    let mut pending = None;
    std::iter::from_fn(move || {
        if let Some(term) = pending.take() {
            return Some(term);
        }
        if rest.is_empty() {
            return None;
        }
        let found = rest.find("[[").and_then(|open| rest[open..].find("]]").map(|len| (open, open + len)));
        let Some((open, close)) = found else {
            return Some(Run::Plain(std::mem::take(&mut rest)));
        };
        let (before, inside) = (&rest[..open], &rest[open + 2..close]);
        rest = &rest[close + 2..];
        let (id, shown) = inside.split_once('|').unwrap_or((inside, inside));
        let term = Run::Term { id, shown };
        if before.is_empty() {
            return Some(term);
        }
        pending = Some(term);
        Some(Run::Plain(before))
    })
}

/// The words as they are read, without the links.
pub fn plain(text: &str) -> String {
    runs(text)
        .map(|run| match run {
            Run::Plain(words) | Run::Term { shown: words, .. } => words,
        })
        .collect()
}

/// With a full stop, where nothing ends it yet.
pub fn ended(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// The first letter large, as at the start of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sentences of a text, in order, each with its full stop, question mark or exclamation mark. A voice says one of them
/// at a time, and one stands alone on the screen. So a question stays with the sentence that answers it: of "A pulse? Hand
/// off." the second part alone would say to take the hand off. Links and direction tokens are to be turned into words before.
///
/// A sentence ends where such a mark is followed by a space; so "4.6" ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut ends = rest.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        let end = ends.find(|at| rest[..*at].ends_with(['.', '!']) || (rest[..*at].ends_with('?') && asks_again(&rest[*at..])));
        let (sentence, more) = rest.split_at(end.unwrap_or(rest.len()));
        rest = more.trim_start();
        Some(sentence)
    })
}

/// Whether what follows a question is a question too, and so no answer to it.
fn asks_again(rest: &str) -> bool {
    rest.find(['.', '?', '!']).is_some_and(|at| rest[at..].starts_with('?'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_split_from_words() {
        let text = "Ends on the [[lesser-trochanter|lesser trochanter]], a bump.";
        assert_eq!(
            runs(text).collect::<Vec<_>>(),
            [Run::Plain("Ends on the "), Run::Term { id: "lesser-trochanter", shown: "lesser trochanter" }, Run::Plain(", a bump."),]
        );
        assert_eq!(plain(text), "Ends on the lesser trochanter, a bump.");
    }

    #[test]
    fn an_open_bracket_is_plain_text() {
        assert_eq!(runs("a [[b").collect::<Vec<_>>(), [Run::Plain("a [[b")]);
        assert_eq!(runs("").count(), 0);
        assert_eq!(runs("[[a]]").collect::<Vec<_>>(), [Run::Term { id: "a", shown: "a" }]);
    }

    #[test]
    fn sentences_end_at_their_marks() {
        let text = " A pulse? Hand off, then  4.6 steps.\nNobody stands on a belly! Rest";
        assert_eq!(sentences(text).collect::<Vec<_>>(), ["A pulse? Hand off, then  4.6 steps.", "Nobody stands on a belly!", "Rest"]);
        assert_eq!(sentences("Did it hurt? Where? Here.").collect::<Vec<_>>(), ["Did it hurt?", "Where? Here."]);
        assert_eq!(sentences("Did you find it?").collect::<Vec<_>>(), ["Did you find it?"]);
        assert_eq!(sentences("  ").count(), 0);
        assert_eq!(sentences("One.").collect::<Vec<_>>(), ["One."]);
    }

    #[test]
    fn a_sentence_begins_large_and_ends_with_a_mark() {
        assert_eq!([ended("Rest"), ended("Rest."), ended("Rest?")], ["Rest.", "Rest.", "Rest?"]);
        assert_eq!([capitalised("to the left"), capitalised("édge"), capitalised("")], ["To the left", "Édge", ""]);
    }
}

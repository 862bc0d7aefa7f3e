//! What can be unfair about a question, each with its remedy.

/// What is wrong with an item, and what to do about it. The id stands before it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Flaw {
    #[error("has {0} keys, and exactly one option must be right. Mark one, or make the type \"select\".")]
    KeyCount(usize),
    #[error("has no {0}. A question to choose from needs right options and wrong ones.")]
    NoneOf(&'static str),
    #[error("says the same twice: \"{0}\". Replace one, for no answer could tell them apart.")]
    Twice(String),
    #[error("offers \"{text}\" as wrong, but {why}. Replace it, or make it a key.")]
    TrueDistractor { text: String, why: String },
    #[error(
        "rests on {0}, on which sources differ, and the stem names no source. Begin with \"According to S1\", or say \"this trainer\"."
    )]
    NoSourceNamed(String),
    #[error("asks about \"{words}\", which is never asked ({card}): {why}. Ask something else.")]
    NeverAsk { words: &'static str, card: &'static str, why: &'static str },
    #[error("has a key that is much {0} than every other option, which gives it away. Bring the lengths together.")]
    Length(&'static str),
    #[error(
        "gives the key away: of all options only \"{key}\" repeats \"{word}\" from the stem. Say it in another word, or in another option too."
    )]
    Echo { key: String, word: String },
    #[error("has \"{0}\" in wrong options alone, and absolutes are read as wrong. Say it without, or let the key have one too.")]
    Absolute(&'static str),
    #[error("has {0} in the key alone, which makes it stand out. Give other options one too, or none.")]
    StandsOut(&'static str),
    #[error("ends its stem in \"{article}\", which \"{text}\" does not follow. Move the article into the options.")]
    Article { article: &'static str, text: String },
    #[error("offers \"{0}\", which asks about the other options. Write an option that says something of its own.")]
    AboutOptions(String),
    #[error("has no rationale. Say why the key is right.")]
    NoRationale,
    #[error("has no source. Cite a fact, a reference, a disagreement or \"our-rule\"; \"unverified\" alone is not enough.")]
    NoSource,
    #[error("has no reason for \"{0}\". Write in `why` what it really belongs to.")]
    NoWhy(String),
    #[error("asks the same as \"{0}\". Remove one.")]
    SameStem(String),
    #[error("is nearly the same question as \"{0}\". Remove one, or ask for something else.")]
    NearStem(String),
    #[error(
        "has the longest option as its key in {longest} of {items} questions, and chance would be about {chance}. Shorten keys, or lengthen wrong options."
    )]
    OftenLongest { longest: usize, items: usize, chance: usize },
    #[error(
        "has the shortest option as its key in {shortest} of {items} questions, and chance would be about {chance}. Lengthen keys, or shorten wrong options."
    )]
    OftenShortest { shortest: usize, items: usize, chance: usize },
    #[error("is a fact that no item cites. Write an item on it, or give the reason why not in content/coverage.toml.")]
    NotAsked,
    #[error("is excused in content/coverage.toml, but an item cites it ({0}). Remove it from the list.")]
    ExcusedInVain(String),
    #[error("is excused in content/coverage.toml, and there is no such fact. Correct the id.")]
    UnknownFact,
    #[error("is excused twice in content/coverage.toml. Keep one reason.")]
    ExcusedTwice,
}

//! What can be wrong with the content, each with its place and its remedy.

use std::fmt;

/// A mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "content/{}:{}: {}", self.file, self.line, self.fault)
    }
}

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the file can't be read: {0}. Restore it, or mend its permissions.")]
    Unreadable(String),
    #[error("this is not TOML: {0}. Look for a quote, comma or bracket that is missing or stands too often, here or just before.")]
    Syntax(String),
    #[error("there is no field \"{field}\" here. {hint}")]
    UnknownField { field: String, hint: String },
    #[error("\"{found}\" is not one of the words used here. {hint}")]
    UnknownChoice { found: String, hint: String },
    #[error("the field \"{0}\" is missing from what begins here. Add it; CONTRIBUTING.md lists the fields of each kind of file.")]
    MissingField(String),
    #[error("this name stands twice in one table, or once as [name] and once as [[name]]. Remove one, or write [[name]] each time.")]
    RepeatedField,
    #[error("this should be {expected}, not {found}. Change it.")]
    WrongKind { found: String, expected: String },
    #[error("there is no {kind} with the id \"{id}\". {hint}")]
    UnknownId { kind: &'static str, id: String, hint: String },
    #[error("the {kind} id \"{id}\" is used twice (first in {first}). Give one of them another id.")]
    DuplicateId { kind: &'static str, id: String, first: String },
    #[error("the id \"{0}\" is not a slug. Use lower-case letters, digits and single hyphens.")]
    NotASlug(String),
    #[error("{0} has no source. Add `cites = [...]`: a source code such as \"R01\", a fact id, \"our-rule\" or \"unverified\".")]
    NoSource(String),
    #[error("the glossary has no term \"{term}\". {hint}")]
    UnknownTerm { term: String, hint: String },
    #[error("the item \"{0}\" has no rationale. Add `rationale = \"...\"`: why the key is right.")]
    NoRationale(String),
    #[error(
        "the item \"{item}\" has {count} keys, and a single-best item has exactly one. Mark one option with `key = true`, or make the type \"select\"."
    )]
    KeyCount { item: String, count: usize },
    #[error(
        "the item \"{item}\" offers \"{text}\" as a wrong answer, but it is true of the stem. Replace it, or mark it with `key = true`."
    )]
    TrueDistractor { item: String, text: String },
    #[error("the item \"{item}\" offers \"{text}\" twice. Replace one of them.")]
    RepeatedOption { item: String, text: String },
    #[error("the item \"{item}\" of type {kind} needs {needs}.")]
    ItemShape { item: String, kind: &'static str, needs: &'static str },
    #[error(
        "\"{word}\" stands in a walkthrough, where the side is not known yet. Write {{side}}, {{other}}, {{outward}} or {{inward}}; for one side of the body only, use `beware-on`."
    )]
    SideWord { word: String },
    #[error("\"{0}\" is not a direction. Use {{side}}, {{other}}, {{outward}} or {{inward}}.")]
    UnknownToken(String),
    #[error("the word \"{0}\" promises what this trainer can't. Say \"ease\", \"work on\", \"may\" or \"often\".")]
    ForbiddenWord(String),
    #[error("the sentence \"{begins} …\" has {words} words, and it is spoken in one go. Split it, so that none has more than {most}.")]
    LongSentence { begins: String, words: usize, most: usize },
    #[error(
        "\"{0}\" is spoken here, and voices read signs and abbreviations in different ways. Write it in words: \"24 to 48 hours\", \"2 centimetres\"; make two sentences of one with a semicolon."
    )]
    NotForTheEar(String),
    #[error("{what} is empty. Write it, or remove the entry.")]
    Empty { what: &'static str },
    #[error("{what} is {found}, and the useful range is {least} to {most}. Choose a number within it.")]
    OutOfRange { what: &'static str, found: String, least: String, most: String },
    #[error("a mark of the kind {kind} needs {needs}. Add it.")]
    MarkLacks { kind: &'static str, needs: &'static str },
    #[error("a mark of the kind {kind} has no `{field}`. Remove it.")]
    MarkHasNo { kind: &'static str, field: &'static str },
    #[error("{0}")]
    BadDrawing(String),
    #[error("the muscle \"{0}\" is drawn nowhere. Give its shape in a drawing of content/diagrams the id \"{0}\".")]
    NotDrawn(String),
    #[error("{0}")]
    Rule(&'static str),
}

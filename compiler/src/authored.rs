//! The content files as their authors write them: one struct a table, every word with its place in the file.
//!
//! An unknown or misspelt field is an error, so nothing that an author writes is dropped silently.

use palpate_core::item::Topic;
use palpate_core::knowledge::{Area, ClaimKind, ComplaintKind, Hand, SourceKind, StopAction, Strength, Tier, Urgency, WalkthroughKind};
use serde::Deserialize;
use toml::Spanned;

/// A string with its place.
pub type Words = Spanned<String>;
/// References to who says so; empty when the author gave none.
pub type Cites = Vec<Words>;
/// Two numbers: across and up. A list, since a pair would drop a third number without a word.
pub type Spot = Spanned<Vec<i16>>;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attr:meta])* $field:ident : $kind:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub struct $name { $($(#[$attr])* pub $field: $kind),* }
    )*};
}

tables! {
    /// `sources.toml`
    SourcesFile { source: Vec<Source> }
    Source {
        id: Words, kind: SourceKind, tier: Tier, title: String, publisher: Option<String>, year: String,
        interest: Option<String>, urls: Vec<String>, note: Option<String>,
    }
    /// `facts/*.toml`
    FactsFile { document: Words, fact: Vec<Fact> }
    Fact {
        id: Words, heading: String, category: String, text: Words, about: Vec<Words>,
        disagreement: Option<Words>, #[serde(default)] unverified: bool,
    }
    /// `disagreements.toml`
    DisagreementsFile { disagreement: Vec<Disagreement> }
    Disagreement {
        id: Words, question: Words, area: Area, open: bool, interest: Option<Words>, sides: Vec<Side>,
        teach: Words, #[serde(default)] cites: Cites,
    }
    Side { by: Cites, text: Words }
    /// `muscles/*.toml`
    Muscle {
        id: Words, name: Words, lay: Words, #[serde(default)] aliases: Vec<String>, group: Option<Words>,
        summary: Words, #[serde(default)] order: u8, #[serde(default)] related: Vec<Words>, #[serde(default)] claim: Vec<Claim>,
    }
    Claim {
        id: Words, kind: ClaimKind, text: Words, answer: Option<Words>, strength: Option<Strength>,
        #[serde(default)] cites: Cites, disagreement: Option<Words>, #[serde(default = "yes")] settled: bool,
    }
    /// `landmarks.toml`
    LandmarksFile { landmark: Vec<Landmark>, neighbour: Vec<Neighbour> }
    Landmark {
        id: Words, name: Words, lay: Words, #[serde(default)] aliases: Vec<String>, text: Words, find: Words,
        #[serde(default)] cites: Cites,
    }
    Neighbour {
        id: Words, name: Words, #[serde(default)] aliases: Vec<String>, place: Words, so: Words,
        #[serde(default)] cites: Cites,
    }
    /// `pain/complaints.toml`
    ComplaintsFile { complaint: Vec<Complaint> }
    Complaint {
        id: Words, kind: ComplaintKind, title: Words, #[serde(default)] aliases: Vec<String>, summary: Words,
        #[serde(default)] cites: Cites, #[serde(default)] muscles: Vec<MuscleLink>,
        #[serde(default)] others: Vec<Other>, #[serde(default)] red_flags: Vec<Words>,
        #[serde(default)] facts: Vec<Words>,
    }
    MuscleLink { muscle: Words, strength: Strength, reason: Words, #[serde(default)] cites: Cites }
    Other { text: Words, #[serde(default)] cites: Cites }
    /// `glossary.toml`
    GlossaryFile { term: Vec<Term> }
    Term {
        id: Words, name: Words, #[serde(default)] aliases: Vec<Words>, text: Words,
        #[serde(default)] cites: Cites,
    }
    /// `safety.toml`
    SafetyFile {
        gate: Vec<Gate>, clinician_first: Vec<Listed>, postpone: Vec<Listed>, avoid: Vec<Avoid>,
        stop: Vec<Stop>, red_flag: Vec<RedFlag>, limit: Vec<Listed>,
    }
    Gate { id: Words, question: Words, reason: Words, instead: Words, #[serde(default)] cites: Cites }
    Listed { id: Words, text: Words, #[serde(default)] cites: Cites }
    Avoid { id: Words, text: Words, gate: Words, #[serde(default)] cites: Cites }
    Stop {
        id: Words, feel: Words, action: StopAction, now: Vec<Words>, #[serde(default)] again: Vec<Words>,
        no_retry_today: bool, why: Words, #[serde(default)] cites: Cites,
    }
    RedFlag { id: Words, level: Urgency, signs: Words, think: Words, #[serde(default)] cites: Cites }
    /// `walkthroughs/*.toml`
    Walkthrough {
        id: Words, kind: WalkthroughKind, order: u8, title: Words, muscle: Words, minutes: u8, summary: Words,
        note: Words, #[serde(default)] note_cites: Cites, step: Vec<Step>, check: Option<Check>,
        #[serde(default)] area: Vec<FocusArea>, closing: Option<Closing>,
    }
    Step {
        id: Words, title: Words, r#do: Vec<Words>, #[serde(default)] do_supported: Vec<Words>, why: Words,
        feel: Words, if_not: Words, beware: Option<Words>, #[serde(default)] beware_on: BewareOn,
        figure: Words, alt: Words, #[serde(default)] check: bool, #[serde(default)] cites: Cites,
    }
    Check {
        knee_lift: Vec<Words>, reposition: Vec<Words>, leave: Vec<Words>, #[serde(default)] cites: Cites,
    }
    FocusArea {
        id: Words, title: Words, muscle: Words, hand: Hand, find: Vec<Words>, search: Vec<Words>, hold: Words,
        limit: Words, #[serde(default)] only_if_unrelieved: bool, figure: Words, alt: Words,
        #[serde(default)] cites: Cites,
    }
    Closing { text: Vec<Words>, #[serde(default)] cites: Cites }
    /// `figures.toml`
    FiguresFile { figure: Vec<Figure> }
    Figure { id: Words, #[serde(default)] press: Vec<Spot>, #[serde(default)] arrow: Vec<Spot> }
    /// `items/*.toml`
    ItemsFile { topic: Topic, item: Vec<Item> }
    Item {
        id: Words, r#type: ItemType, stem: Words, #[serde(default)] about: Vec<Words>, asks: Option<Asks>,
        rationale: Option<Words>, #[serde(default)] cites: Cites, fact: Option<u8>,
        #[serde(default)] options: Vec<Choice>, #[serde(default)] steps: Vec<Words>,
        #[serde(default)] pairs: Vec<Pair>,
    }
    Choice { text: Words, #[serde(default)] key: bool, why: Words }
    Pair { left: Words, right: Words }
    Asks { muscle: Words, kind: ClaimKind }
}

/// Warnings for one side of the body.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BewareOn {
    pub left: Option<Words>,
    pub right: Option<Words>,
}

/// The `type` of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemType {
    Single,
    Select,
    Order,
    Match,
}

fn yes() -> bool {
    true
}

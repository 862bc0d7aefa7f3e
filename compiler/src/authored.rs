//! The content files as their authors write them: one struct a table, every word with its place in the file.
//!
//! An unknown or misspelt field is an error, so nothing that an author writes is dropped silently.

use palpate_core::item::Topic;
use palpate_core::knowledge::{
    AdviceWhen, Area, ClaimKind, ComplaintKind, Hand, Importance, Layer, Pacing, SourceKind, StopAction, Strength, Tier, Urgency,
    View as BodyView, WalkthroughKind,
};
use palpate_core::relation::Relation;
use palpate_figure::{Frame, Grip, Muscle as Part, Place, Prop, View};
use serde::Deserialize;
use toml::Spanned;

/// A string with its place.
pub type Words = Spanned<String>;
/// References to who says so; empty when the author gave none.
pub type Cites = Vec<Words>;
/// Two numbers: across and up. A list, since a pair would drop a third number without a word.
pub type Spot = Spanned<Vec<i16>>;
/// A number of a pose, with its place.
pub type Number = Spanned<f32>;
/// Two or three numbers of a pose.
pub type Point = Spanned<Vec<f32>>;

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
        figure: Words, alt: Words, #[serde(default)] check: bool, pacing: Option<Spanned<Pacing>>, #[serde(default)] cites: Cites,
    }
    Check {
        knee_lift: Vec<Words>, reposition: Vec<Words>, leave: Vec<Words>, #[serde(default)] cites: Cites,
    }
    FocusArea {
        id: Words, title: Words, muscle: Words, hand: Hand, find: Vec<Words>, search: Vec<Words>, hold: Words,
        limit: Words, #[serde(default)] only_if_unrelieved: bool, figure: Words, alt: Words, pacing: Option<Spanned<Pacing>>,
        #[serde(default)] cites: Cites,
    }
    Closing { text: Vec<Words>, #[serde(default)] cites: Cites }
    /// `journal.toml`
    JournalFile { self_check: SelfCheck, advice: Vec<Advice> }
    SelfCheck {
        title: Words, how: Vec<Words>, answers: Answers, meaning: Words, beware: Words, #[serde(default)] cites: Cites,
    }
    Answers { flat: Words, lifts_a_little: Words, lifts: Words }
    Advice {
        id: Words, importance: Importance, when: Spanned<AdviceWhen>, title: Words, text: Words, muscle: Option<Words>,
        #[serde(default)] cites: Cites,
    }
    /// `structures.toml`
    StructuresFile { structure: Vec<Structure> }
    Structure {
        id: Words, name: Words, layer: Layer, #[serde(default)] paired: bool, text: Words, #[serde(default)] cites: Cites,
        muscle: Option<Words>, landmark: Option<Words>, neighbour: Option<Words>, term: Option<Words>,
        #[serde(default = "yes")] quiz: bool, relation: Option<Relation>,
    }
    /// `pain/zones.toml`
    ZonesFile { zone: Vec<PainZone>, trigger_point: Vec<TriggerPoint> }
    PainZone {
        id: Words, name: Words, view: BodyView, #[serde(default)] paired: bool, #[serde(default)] draw_only: bool, complaint: Words,
        outline: Vec<Spot>, says: Vec<Said>,
    }
    TriggerPoint {
        id: Words, name: Words, muscle: Words, view: BodyView, at: Spot, text: Words, #[serde(default)] cites: Cites,
        says: Vec<Said>,
    }
    /// `pain/locator.toml`
    LocatorFile {
        disclaimer: Saying, made: Vec<Saying>, cannot: Vec<Saying>, place: Scale, sign: Scale, several: Weight, threshold: Weight,
        group: Rule, sides: Rule, places_first: Rule, hands: Rule, up_and_down: Gesture, across: Gesture,
        gesture_page: Option<Words>, #[serde(default)] check_first: Vec<Words>, help: Vec<HelpRule>,
    }
    Saying { text: Words, #[serde(default)] cites: Cites }
    Scale { core: Weight, common: Weight, possible: Weight }
    Weight { points: Spanned<u16>, why: Words, #[serde(default)] cites: Cites }
    Rule { why: Words, #[serde(default)] cites: Cites }
    Gesture { zone: Words, sign: Words }
    HelpRule { complaint: Words, red_flag: Words, why: Words, #[serde(default)] cites: Cites }
    Said { document: Words, #[serde(default)] part: bool, text: Words, #[serde(default)] cites: Cites }
    /// `poses.toml`
    PosesFile { pose: Vec<Pose> }
    Pose {
        id: Words, title: Words, base: Option<Words>, views: Spanned<Vec<Look>>, roll: Option<Number>,
        curl: Option<Number>, head: Option<Number>, breath: Option<Number>, #[serde(default)] right_leg: Leg,
        #[serde(default)] left_leg: Leg, #[serde(default)] right_hand: HandPose,
        #[serde(default)] left_hand: HandPose, on_top: Option<OnTop>, #[serde(default)] marks: Vec<Mark>,
        #[serde(default)] props: Vec<Prop>,
    }
    Look { from: View, frame: Frame }
    #[derive(Default)]
    Leg {
        hip: Option<Number>, knee: Option<Number>, drop: Option<Number>, out: Option<Number>,
        foot: Option<Number>, toe: Option<Number>,
    }
    #[derive(Default)]
    HandPose {
        at: Option<Point>, on_floor: Option<Point>, depth: Option<Number>, lift: Option<Number>,
        yaw: Option<Number>, pitch: Option<Number>, roll: Option<Number>, elbow: Option<Number>, grip: Option<Grip>,
    }
    Mark {
        kind: Spanned<MarkName>, view: Option<View>, points: Option<Spanned<Vec<Point>>>, on: Option<Spanned<Place>>,
        both_ends: Option<Spanned<bool>>, at: Option<Point>, deep: Option<Number>, aside: Option<Number>,
        tense: Option<Spanned<bool>>, zones: Option<Spanned<Vec<Zone>>>, muscle: Option<Spanned<Part>>,
        both_sides: Option<Spanned<bool>>,
    }
    /// `coverage.toml`
    CoverageFile { excused: Vec<Excused> }
    Excused { reason: String, facts: Vec<Words> }
    /// `items/*.toml`
    ItemsFile { topic: Topic, item: Vec<Item> }
    Item {
        id: Words, r#type: ItemType, stem: Words, #[serde(default)] about: Vec<Words>, asks: Option<Asks>,
        rationale: Option<Words>, #[serde(default)] cites: Cites, fact: Option<u8>, relation: Option<Relation>,
        #[serde(default)] options: Vec<Choice>, #[serde(default)] steps: Vec<Words>,
        #[serde(default)] pairs: Vec<Pair>,
    }
    Choice { text: Words, #[serde(default)] key: bool, why: Words }
    Pair { left: Words, right: Words }
    Asks { muscle: Words, kind: ClaimKind }
}

/// The hand whose forearm lies over the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnTop {
    Right,
    Left,
}

/// The `kind` of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkName {
    Arrow,
    Press,
    Depth,
    SixPack,
    KeepOff,
    Muscle,
    HipBone,
    Groin,
    Target,
    Burst,
    Breath,
}

/// Where hands never go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    AboveNavel,
    Midline,
    Groin,
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

//! How the list of "Where does it hurt?" is made: the weights with their reasons, and what the page says of them.
//!
//! The rules that use them are in [`crate::locator`].

use super::{Cite, Strength};
use serde::{Deserialize, Serialize};

/// A number, why it is what it is, and who says so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    pub points: u16,
    pub why: String,
    pub cites: Vec<Cite>,
}

/// What each strength of a link counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    pub core: Weight,
    pub common: Weight,
    pub possible: Weight,
}

impl Scale {
    pub fn of(&self, strength: Strength) -> &Weight {
        match strength {
            Strength::Core => &self.core,
            Strength::Common => &self.common,
            Strength::Possible => &self.possible,
        }
    }
}

/// A rule without a number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub why: String,
    pub cites: Vec<Cite>,
}

/// What a line drawn over the low back marks, and the sign that it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gesture {
    /// Id of a zone.
    pub zone: String,
    /// Id of a complaint of the kind sign.
    pub sign: String,
}

/// A place or sign that is no matter for hands: it counts like a ticked red flag.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HelpRule {
    /// Id of the complaint of that place, or of the sign.
    pub complaint: String,
    /// Index into [`super::Safety::red_flags`].
    pub red_flag: u16,
    pub why: String,
    pub cites: Vec<Cite>,
}

/// A paragraph of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Saying {
    pub text: String,
    pub cites: Vec<Cite>,
}

/// The weights and rules of the ranking, in the order in which the page explains them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    /// Stands beside every result.
    pub disclaimer: Saying,
    /// How the list is made, in paragraphs.
    pub made: Vec<Saying>,
    /// What it can't do.
    pub cannot: Vec<Saying>,
    /// What a place counts.
    pub place: Scale,
    /// What a telltale sign counts.
    pub sign: Scale,
    /// Once for each further place that the same muscle of the same side explains.
    pub several: Weight,
    /// Below this a muscle is not listed.
    pub threshold: Weight,
    /// Psoas major and iliacus are one entry.
    pub group: Rule,
    /// How left, right and the midline count.
    pub sides: Rule,
    /// A muscle that explains a place stands before those that fit signs alone.
    pub places_first: Rule,
    /// When a walkthrough is offered beside a muscle.
    pub hands: Rule,
    /// Ids of complaints that have muscles and are still better checked by a clinician before hands: no walkthrough with them.
    pub check_first: Vec<String>,
    pub up_and_down: Gesture,
    pub across: Gesture,
    /// Id of the complaint that is a page about both gestures, and so no sign of its own.
    pub gesture_page: Option<String>,
    pub help: Vec<HelpRule>,
}

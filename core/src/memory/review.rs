//! A row of the log, and how it is rated.

use crate::item::Attempt;
use crate::journal::Stamp;
use crate::side::Side;
use crate::walkthrough::Found;
use serde::{Deserialize, Serialize};

/// Something learned or practised, as it is kept. The log only grows; a row is never changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Id of the item, or of the skill (see [`skill`]).
    pub card: String,
    pub when: Stamp,
    pub what: What,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// An item was answered. `attempt` is `None` after "I don't know".
    Answered { attempt: Option<Attempt>, right: bool, sure: Sure },
    /// A palpation was practised.
    Practised { side: Side, found: Found, sure: Sure },
    /// The page of an item that kept failing was read. No grade.
    Read,
}

/// How sure the learner said to be, before the answer was shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    Unsure,
    #[default]
    Sure,
    /// Sure and quick: only the learner says so.
    Easy,
}

/// How well a card was recalled, as FSRS has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rating {
    Again = 1,
    Hard = 2,
    Good = 3,
    Easy = 4,
}

/// The id of the skill card of a walkthrough.
pub fn skill(walkthrough: &str) -> String {
    format!("skill-{walkthrough}")
}

impl Rating {
    /// Wrong is Again; right is Good, Hard when unsure, Easy when the learner said so.
    pub fn of(right: bool, sure: Sure) -> Self {
        match (right, sure) {
            (false, _) => Rating::Again,
            (true, Sure::Unsure) => Rating::Hard,
            (true, Sure::Sure) => Rating::Good,
            (true, Sure::Easy) => Rating::Easy,
        }
    }
}

impl Review {
    /// `None` for what is not graded.
    pub fn rating(&self) -> Option<Rating> {
        match &self.what {
            What::Answered { right, sure, .. } => Some(Rating::of(*right, *sure)),
            What::Practised { found: Found::Yes, sure, .. } => Some(Rating::of(true, *sure)),
            What::Practised { found: Found::NotSure, .. } => Some(Rating::Hard),
            What::Practised { found: Found::No, .. } => Some(Rating::Again),
            What::Read => None,
        }
    }
}

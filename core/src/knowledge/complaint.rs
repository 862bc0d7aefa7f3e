//! From a complaint or sign to what may cause it.

use super::{Cite, Strength};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ComplaintKind {
    Pain,
    Sign,
}

/// A pain or a sign, the muscles that may play a part, and what else it may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Complaint {
    pub id: String,
    pub kind: ComplaintKind,
    pub title: String,
    pub aliases: Vec<String>,
    pub summary: String,
    pub cites: Vec<Cite>,
    pub muscles: Vec<MuscleLink>,
    pub others: Vec<OtherCause>,
    /// Indices into [`super::Safety::red_flags`].
    pub red_flags: Vec<u16>,
    /// Indices into [`super::Knowledge::facts`].
    pub facts: Vec<u16>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MuscleLink {
    pub muscle: String,
    pub strength: Strength,
    pub reason: String,
    pub cites: Vec<Cite>,
}

/// Something that is not one of our muscles and can hurt in the same place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherCause {
    pub text: String,
    pub cites: Vec<Cite>,
}

//! From a complaint or sign to what may cause it.

use super::{Cite, Knowledge, Strength};
use serde::{Deserialize, Serialize};

/// Whether it says where it hurts, or when and how.
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

/// A muscle that may play a part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Id of a muscle.
    Muscle(String),
    /// Id of the glossary term that says what it is: a muscle without a page.
    Term(String),
}

impl Who {
    pub fn id(&self) -> &str {
        match self {
            Who::Muscle(id) | Who::Term(id) => id,
        }
    }

    /// Whether it is the muscle with this id, or a member of the group with this id.
    pub fn is_or_is_in(&self, knowledge: &Knowledge, id: &str) -> bool {
        match self {
            Who::Muscle(own) => own == id || knowledge.muscle(own).is_some_and(|muscle| muscle.group.as_deref() == Some(id)),
            Who::Term(_) => false,
        }
    }

    /// Its name as a heading has it: "Psoas major", "Rectus abdominis".
    pub fn title(&self, knowledge: &Knowledge) -> String {
        let name = match self {
            Who::Muscle(id) => knowledge.muscle(id).map(|muscle| muscle.name.as_str()),
            Who::Term(id) => knowledge.term(id).map(|term| term.name.as_str()),
        };
        // A glossary term is written as inside a sentence, and a heading begins with a capital.
        crate::text::capitalised(name.unwrap_or_default())
    }
}

/// That a muscle may play a part: how strongly, why, and who says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MuscleLink {
    pub who: Who,
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

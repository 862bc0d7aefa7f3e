//! Where sources disagree, err or are unclear, and what the trainer teaches instead.

use super::Cite;
use serde::{Deserialize, Serialize};

/// What a disagreement is about, as its page groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    Anatomy,
    Function,
    Technique,
}

impl Area {
    pub fn title(self) -> &'static str {
        match self {
            Area::Anatomy => "Anatomy",
            Area::Function => "Function, signs and pain",
            Area::Technique => "Technique",
        }
    }
}

/// A question on which sources differ, with their sides and what is taught.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// `B01` … `B37`
    pub id: String,
    pub question: String,
    pub area: Area,
    /// True while experts or evidence still differ; false for a slip that references settle.
    pub open: bool,
    pub interest: Option<String>,
    pub sides: Vec<Position>,
    /// What the trainer teaches.
    pub teach: String,
    pub cites: Vec<Cite>,
}

/// Who takes a side, and what they say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    pub by: Vec<Cite>,
    pub text: String,
}

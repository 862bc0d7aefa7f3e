//! Who says so: the sources, and how a sentence points at them.

use super::{Disagreement, Fact, Knowledge};
use serde::{Deserialize, Serialize};

/// One of the three documents that the trainer starts from, or a public reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Document,
    Reference,
}

/// How much a source weighs: A health service or peer-reviewed; B professional; C blog or vendor (Part C; ARCHITECTURE.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    A,
    B,
    C,
}

impl Tier {
    pub fn letter(self) -> &'static str {
        match self {
            Tier::A => "A",
            Tier::B => "B",
            Tier::C => "C",
        }
    }

    /// What the letter means, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Tier::A => "Health service, peer-reviewed article or standard reference",
            Tier::B => "Professional association, clinician or therapist",
            Tier::C => "Blog, seller or popular page; used only where better sources agree",
        }
    }
}

/// A source that sentences may cite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// `S1` … `S3`, `R01` …
    pub id: String,
    pub kind: SourceKind,
    pub tier: Tier,
    pub title: String,
    pub publisher: Option<String>,
    /// The year as stated, or "not stated".
    pub year: String,
    /// What the source sells or stands to gain, where known.
    pub interest: Option<String>,
    pub urls: Vec<String>,
    pub note: Option<String>,
}

/// A pointer from a sentence to who says it. The numbers index the lists of [`Knowledge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cite {
    Source(u16),
    Fact(u16),
    Disagreement(u16),
    /// A recommendation built from the cited material: our synthesis.
    OurRule,
    /// General knowledge for which no source was retrieved.
    Unverified,
}

impl Cite {
    /// The source behind it, if it is one source: the document of a fact, or the reference itself.
    pub fn source(self, knowledge: &Knowledge) -> Option<&Source> {
        match self {
            Cite::Source(index) => knowledge.sources.get(usize::from(index)),
            Cite::Fact(index) => knowledge.facts.get(usize::from(index)).map(|fact| fact.document(knowledge)),
            Cite::Disagreement(_) | Cite::OurRule | Cite::Unverified => None,
        }
    }

    pub fn fact(self, knowledge: &Knowledge) -> Option<&Fact> {
        match self {
            Cite::Fact(index) => knowledge.facts.get(usize::from(index)),
            Cite::Source(_) | Cite::Disagreement(_) | Cite::OurRule | Cite::Unverified => None,
        }
    }

    pub fn disagreement(self, knowledge: &Knowledge) -> Option<&Disagreement> {
        match self {
            Cite::Disagreement(index) => knowledge.disagreements.get(usize::from(index)),
            Cite::Source(_) | Cite::Fact(_) | Cite::OurRule | Cite::Unverified => None,
        }
    }
}

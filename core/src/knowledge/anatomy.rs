//! Muscles and their typed claims, the documents' facts, landmarks, neighbours at risk, and the glossary.

use super::{Cite, Disagreement, Knowledge, Source};
use serde::{Deserialize, Serialize};

/// A muscle, or the group of them, with what is taught about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Muscle {
    pub id: String,
    pub name: String,
    /// Its everyday name.
    pub lay: String,
    /// Other words that people search for.
    pub aliases: Vec<String>,
    /// The id of the group it belongs to.
    pub group: Option<String>,
    pub summary: String,
    /// Ids of muscles worth a look from here.
    pub related: Vec<String>,
    pub claims: Vec<Claim>,
}

impl Muscle {
    /// The claims of one kind, in the file's order.
    pub fn claims_of(&self, kind: ClaimKind) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.kind == kind)
    }
}

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    Origin,
    Insertion,
    Innervation,
    BloodSupply,
    Action,
    Prevalence,
    Course,
    Relation,
    TriggerPoint,
    ReferredPain,
    Symptom,
    Cause,
    Uncertainty,
}

impl ClaimKind {
    /// All of them, in the order of a muscle page.
    pub const ALL: [ClaimKind; 13] = [
        ClaimKind::Origin,
        ClaimKind::Insertion,
        ClaimKind::Action,
        ClaimKind::Innervation,
        ClaimKind::BloodSupply,
        ClaimKind::Prevalence,
        ClaimKind::Course,
        ClaimKind::Relation,
        ClaimKind::TriggerPoint,
        ClaimKind::ReferredPain,
        ClaimKind::Symptom,
        ClaimKind::Cause,
        ClaimKind::Uncertainty,
    ];

    /// The field's word for it.
    pub fn term(self) -> &'static str {
        match self {
            ClaimKind::Origin => "Origin",
            ClaimKind::Insertion => "Insertion",
            ClaimKind::Innervation => "Innervation",
            ClaimKind::BloodSupply => "Blood supply",
            ClaimKind::Action => "Action",
            ClaimKind::Prevalence => "Prevalence",
            ClaimKind::Course => "Course",
            ClaimKind::Relation => "Neighbours",
            ClaimKind::TriggerPoint => "Trigger points",
            ClaimKind::ReferredPain => "Referred pain",
            ClaimKind::Symptom => "Signs",
            ClaimKind::Cause => "Causes",
            ClaimKind::Uncertainty => "Not settled",
        }
    }

    /// The everyday word for it, as a heading.
    pub fn lay(self) -> &'static str {
        match self {
            ClaimKind::Origin => "Starts",
            ClaimKind::Insertion => "Ends",
            ClaimKind::Innervation => "Nerve",
            ClaimKind::BloodSupply => "Blood",
            ClaimKind::Action => "Does",
            ClaimKind::Prevalence => "Who has it",
            ClaimKind::Course => "Runs",
            ClaimKind::Relation => "Lies beside",
            ClaimKind::TriggerPoint => "Trigger points",
            ClaimKind::ReferredPain => "May hurt",
            ClaimKind::Symptom => "Signs",
            ClaimKind::Cause => "Causes",
            ClaimKind::Uncertainty => "Not settled",
        }
    }
}

/// How strongly a pain area goes with a muscle (Part B, B12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    Core,
    Common,
    Possible,
}

impl Strength {
    pub fn word(self) -> &'static str {
        match self {
            Strength::Core => "core",
            Strength::Common => "common",
            Strength::Possible => "possible",
        }
    }
}

/// A sentence that the trainer teaches about a muscle, with who says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub id: String,
    pub kind: ClaimKind,
    pub text: String,
    /// The short form that generated items use as an answer.
    pub answer: Option<String>,
    pub strength: Option<Strength>,
    pub cites: Vec<Cite>,
    /// Index of the disagreement that touches it.
    pub disagreement: Option<u16>,
    /// False where sources still differ: such a claim is never the key of a generated item.
    pub settled: bool,
}

/// What one document says, under its own id, whether or not it is right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub id: String,
    /// Index of the document in [`Knowledge::sources`].
    pub source: u16,
    pub heading: String,
    pub category: String,
    pub text: String,
    /// Ids of the muscles it speaks of.
    pub about: Vec<String>,
    /// Index of the disagreement that corrects or qualifies it.
    pub disagreement: Option<u16>,
    pub unverified: bool,
}

impl Fact {
    /// The document that states it.
    pub fn document<'a>(&self, knowledge: &'a Knowledge) -> &'a Source {
        &knowledge.sources[usize::from(self.source)]
    }

    /// The correction to show beside it.
    pub fn correction<'a>(&self, knowledge: &'a Knowledge) -> Option<&'a Disagreement> {
        self.disagreement.and_then(|index| knowledge.disagreements.get(usize::from(index)))
    }
}

/// A place that fingers or eyes can find.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Landmark {
    pub id: String,
    pub name: String,
    pub lay: String,
    pub aliases: Vec<String>,
    pub text: String,
    /// How to feel it on yourself, or that it can't be felt.
    pub find: String,
    pub cites: Vec<Cite>,
}

/// A vessel, nerve or organ near the muscle that hands must respect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    /// Where it lies.
    pub place: String,
    /// What follows for the hands.
    pub so: String,
    pub cites: Vec<Cite>,
}

/// A glossary entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub text: String,
    pub cites: Vec<Cite>,
}

//! The knowledge base: what the content files hold, as the rest of the program sees it.
//!
//! The compiler makes it from `content/` at build time and writes it with postcard; [`Knowledge::decode`] reads it back.
//! Ids are stable slugs. References that the program follows are resolved by the compiler, so none can dangle.

mod advice;
mod anatomy;
mod atlas;
mod cite;
mod complaint;
mod disagreement;
mod locator;
mod safety;
mod steps;

pub use advice::{AdviceRule, AdviceWhen, Importance, SelfCheck};
pub use anatomy::{Claim, ClaimKind, Fact, Landmark, Muscle, Neighbour, Strength, Term};
pub use atlas::{Atlas, Layer, More, Said, Shape, Spot, Structure, TriggerPoint, View, Zone};
pub use cite::{Cite, Source, SourceKind, Tier};
pub use complaint::{Complaint, ComplaintKind, MuscleLink, OtherCause, Who};
pub use disagreement::{Area, Disagreement, Position};
pub use locator::{Gesture, HelpRule, Rule, Saying, Scale, Weight, Weights};
pub use safety::{Avoid, GateQuestion, Listed, RedFlag, Safety, StopAction, StopReason, Urgency};
pub use steps::{CheckHelp, Closing, FocusArea, Hand, Pacing, SideNotes, Step, Then, Walkthrough, WalkthroughKind, touched};

use crate::item::Item;
use palpate_figure::Pose;
use serde::{Deserialize, Serialize};

/// Everything that `content/` holds. Lists keep the order of the files, which is the order of the pages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    pub sources: Vec<Source>,
    pub facts: Vec<Fact>,
    pub disagreements: Vec<Disagreement>,
    pub muscles: Vec<Muscle>,
    pub landmarks: Vec<Landmark>,
    pub neighbours: Vec<Neighbour>,
    pub complaints: Vec<Complaint>,
    pub terms: Vec<Term>,
    pub safety: Safety,
    pub walkthroughs: Vec<Walkthrough>,
    pub atlas: Atlas,
    pub locator: Weights,
    /// How the person lies and where the hands are, for each step and area.
    pub poses: Vec<Pose>,
    /// What the journal may advise, weightiest first.
    pub advice: Vec<AdviceRule>,
    /// The self-check of hip extension.
    pub self_check: SelfCheck,
    /// The hand-written items; [`crate::item::bank`] adds the generated ones.
    pub items: Vec<Item>,
}

/// The bytes are not a knowledge base of this version.
#[derive(Debug, thiserror::Error)]
#[error("The built-in knowledge base can't be read: {0}. Load the app again, or download it anew.")]
pub struct DecodeError(postcard::Error);

impl Knowledge {
    /// The compact form that the app carries.
    ///
    /// # Errors
    /// Never for a value made by the compiler; the error type is postcard's own.
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// When the bytes were cut short or made by another version.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        postcard::from_bytes(bytes).map_err(DecodeError)
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    pub fn disagreement(&self, id: &str) -> Option<&Disagreement> {
        self.disagreements.iter().find(|disagreement| disagreement.id == id)
    }

    pub fn muscle(&self, id: &str) -> Option<&Muscle> {
        self.muscles.iter().find(|muscle| muscle.id == id)
    }

    pub fn complaint(&self, id: &str) -> Option<&Complaint> {
        self.complaints.iter().find(|complaint| complaint.id == id)
    }

    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    pub fn walkthrough(&self, id: &str) -> Option<&Walkthrough> {
        self.walkthroughs.iter().find(|walkthrough| walkthrough.id == id)
    }

    /// The pose that a step or an area names.
    pub fn pose(&self, id: &str) -> Option<&Pose> {
        self.poses.iter().find(|pose| pose.id == id)
    }

    /// The facts that one document states, in the document's order.
    pub fn facts_of<'a>(&'a self, document: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().filter(move |fact| fact.document(self).id == document)
    }
}

//! The knowledge base: what the content files hold, as the rest of the program sees it.
//!
//! The compiler makes it from `content/` at build time; [`Knowledge::encode`] makes a file of it, and [`Knowledge::decode`] reads
//! that back.
//! Ids are stable slugs. References that the program follows are resolved by the compiler, so none can dangle.

mod advice;
mod anatomy;
mod atlas;
mod cite;
mod complaint;
mod disagreement;
mod file;
mod lazy;
mod locator;
mod safety;
mod steps;

pub use advice::{AdviceRule, AdviceWhen, Importance, SelfCheck};
pub use anatomy::{Claim, ClaimKind, Fact, Landmark, Muscle, Neighbour, Strength, Term};
pub use atlas::{Atlas, Layer, More, Said, Shape, Spot, Structure, TriggerPoint, View, Zone};
pub use cite::{Cite, Source, SourceKind, Tier};
pub use complaint::{Complaint, ComplaintKind, MuscleLink, OtherCause, Who};
pub use disagreement::{Area, Disagreement, Position};
pub use file::FileError;
pub use lazy::Lazy;
pub use locator::{Gesture, HelpRule, Rule, Saying, Scale, Weight, Weights};
pub use safety::{Avoid, GateQuestion, Listed, RedFlag, Safety, StopAction, StopReason, Urgency};
pub use steps::{CheckHelp, Closing, FocusArea, Hand, Pacing, SideNotes, Step, Then, Walkthrough, WalkthroughKind, touched};

use crate::item::Item;
use palpate_figure::Pose;
use serde::{Deserialize, Serialize};

/// Everything that `content/` holds. Lists keep the order of the files, which is the order of the pages. Safety and the
/// drawings are unpacked at once, the rest when it is first looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Knowledge {
    pub sources: Lazy<Vec<Source>>,
    pub facts: Lazy<Vec<Fact>>,
    pub disagreements: Lazy<Vec<Disagreement>>,
    pub muscles: Lazy<Vec<Muscle>>,
    pub landmarks: Lazy<Vec<Landmark>>,
    pub neighbours: Lazy<Vec<Neighbour>>,
    pub complaints: Lazy<Vec<Complaint>>,
    pub terms: Lazy<Vec<Term>>,
    pub safety: Safety,
    pub walkthroughs: Lazy<Vec<Walkthrough>>,
    pub atlas: Atlas,
    pub locator: Lazy<Weights>,
    /// How the person lies and where the hands are, for each step and area.
    pub poses: Lazy<Vec<Pose>>,
    /// What the journal may advise, weightiest first.
    pub advice: Lazy<Vec<AdviceRule>>,
    /// The self-check of hip extension.
    pub self_check: Lazy<SelfCheck>,
    /// The hand-written items, and once [`Knowledge::with_bank`] was called the generated ones too.
    pub items: Lazy<Vec<Item>>,
}

impl Knowledge {
    /// With the generated items in place: made when the app is built, not each time it starts.
    pub fn with_bank(self) -> Self {
        Knowledge { items: crate::item::bank(&self).into(), ..self }
    }

    /// The file that the app reads.
    ///
    /// # Errors
    /// Never for a value made by the compiler; the error type is postcard's own.
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        Ok(file::wrap(&postcard::to_allocvec(self)?))
    }

    /// Reads that file, of which most stays packed until it is looked at.
    ///
    /// # Errors
    /// [`FileError`] with what to tell the person, when it is cut, damaged, of another version or another file altogether.
    pub fn decode(file: &'static [u8]) -> Result<Self, FileError> {
        // What is whole and still can't be read is of a version that forgot to say so.
        postcard::from_bytes(file::unwrap(file)?).map_err(|_| FileError::Version)
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

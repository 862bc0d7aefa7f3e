//! How what is learned of a muscle is ordered: the columns of the mastery map.

use crate::item::{Item, Topic};
use crate::knowledge::ClaimKind;
use serde::{Deserialize, Serialize};

/// A column of the mastery map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    Origin,
    Insertion,
    Nerve,
    Action,
    Pain,
    Palpation,
    Safety,
}

impl Relation {
    pub const ALL: [Relation; 7] =
        [Relation::Origin, Relation::Insertion, Relation::Nerve, Relation::Action, Relation::Pain, Relation::Palpation, Relation::Safety];

    /// As it stands in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Relation::Origin => "origin",
            Relation::Insertion => "insertion",
            Relation::Nerve => "nerve",
            Relation::Action => "action",
            Relation::Pain => "pain",
            Relation::Palpation => "palpation",
            Relation::Safety => "safety",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Relation::ALL.into_iter().find(|relation| relation.slug() == slug)
    }

    pub fn title(self) -> &'static str {
        match self {
            Relation::Origin => "Origin",
            Relation::Insertion => "Insertion",
            Relation::Nerve => "Nerve",
            Relation::Action => "Action",
            Relation::Pain => "Pain",
            Relation::Palpation => "Palpation",
            Relation::Safety => "Safety",
        }
    }

    /// Where an item belongs on the map; `None` for what no column holds, such as how common a muscle is.
    pub fn of(item: &Item) -> Option<Self> {
        item.relation
    }

    /// Where an item belongs unless its author says otherwise: by the claim it asks for, or else by its topic.
    pub fn usual(topic: Topic, asks: Option<ClaimKind>) -> Option<Self> {
        asks.and_then(Relation::of_claim).or(match topic {
            Topic::Attachments => None,
            Topic::Pain => Some(Relation::Pain),
            Topic::Technique => Some(Relation::Palpation),
            Topic::Safety => Some(Relation::Safety),
        })
    }

    /// The column that a kind of claim belongs to, if there is one.
    pub fn of_claim(kind: ClaimKind) -> Option<Self> {
        match kind {
            ClaimKind::Origin => Some(Relation::Origin),
            ClaimKind::Insertion => Some(Relation::Insertion),
            ClaimKind::Innervation => Some(Relation::Nerve),
            ClaimKind::Action => Some(Relation::Action),
            ClaimKind::TriggerPoint | ClaimKind::ReferredPain | ClaimKind::Symptom | ClaimKind::Cause => Some(Relation::Pain),
            ClaimKind::BloodSupply | ClaimKind::Prevalence | ClaimKind::Course | ClaimKind::Relation | ClaimKind::Uncertainty => None,
        }
    }
}

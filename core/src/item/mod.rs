//! Quiz items: their types, one file each, and how an answer is graded.
//!
//! A new item type is one file here and one in the app's `component/item`; the compiler names every other place.

pub mod generate;
pub mod locate;
pub mod marks;
pub mod matching;
pub mod order;
pub mod paint;
pub mod select_all;
pub mod single_best;

#[cfg(test)]
mod tests;

pub use generate::bank;
pub use locate::Locate;
pub use marks::Marks;
pub use matching::{Matching, Pair};
pub use order::Order;
pub use paint::{Cover, Paint};
pub use select_all::SelectAll;
pub use single_best::SingleBest;

use crate::knowledge::{Cite, ClaimKind, Layer, View};
use crate::picture::{Painted, Place, Region};
use crate::relation::Relation;
use serde::{Deserialize, Serialize};

/// What an item is about, as the quiz groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    Attachments,
    Pain,
    Technique,
    Safety,
}

impl Topic {
    pub const ALL: [Topic; 4] = [Topic::Attachments, Topic::Pain, Topic::Technique, Topic::Safety];

    /// As it stands in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Topic::Attachments => "attachments",
            Topic::Pain => "pain",
            Topic::Technique => "technique",
            Topic::Safety => "safety",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Topic::ALL.into_iter().find(|topic| topic.slug() == slug)
    }

    pub fn title(self) -> &'static str {
        match self {
            Topic::Attachments => "Attachments",
            Topic::Pain => "Pain, signs and causes",
            Topic::Technique => "Palpation technique",
            Topic::Safety => "Safety",
        }
    }
}

/// A question with its answer, its reasons and its sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub id: String,
    pub topic: Topic,
    /// Its column on the map of what is known; `None` where none of them holds it.
    pub relation: Option<Relation>,
    /// Ids of the muscles it is about.
    pub about: Vec<String>,
    pub stem: String,
    /// What the stem shows and asks about ("what is highlighted?"); `None` for most.
    pub picture: Option<Picture>,
    pub body: Body,
    pub rationale: String,
    pub cites: Vec<Cite>,
    /// The typed claim that the stem asks for, where it asks for one.
    pub asks: Option<Asks>,
    /// Number of the quiz fact (1 to 30) that it serves; see ARCHITECTURE.md.
    pub fact: Option<u8>,
}

/// "Which claim of this kind does this muscle have?"
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asks {
    pub muscle: String,
    pub kind: ClaimKind,
}

/// What there is to answer, by type. [`Attempt`] has the same variants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Body {
    SingleBest(SingleBest),
    SelectAll(SelectAll),
    Order(Order),
    Matching(Matching),
    Locate(Locate),
    Paint(Paint),
    Marks(Marks),
}

/// A drawing above the options, with something highlighted in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Picture {
    pub view: View,
    pub asked: Vec<Region>,
    /// What it draws.
    pub layers: Vec<Layer>,
}

/// An option with what it really belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub text: String,
    /// Why it is the key, or what it belongs to.
    pub why: String,
}

/// An answer together with the item that it answers, so that the two can't be of different types.
///
/// Positions are those of the item as written, not as shuffled on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attempt {
    SingleBest { item: String, chosen: u8 },
    SelectAll { item: String, chosen: Vec<u8> },
    Order { item: String, order: Vec<u8> },
    Matching { item: String, matched: Vec<u8> },
    Locate { item: String, place: Place },
    Paint { item: String, painted: Painted },
    Marks { item: String, places: Vec<Place> },
}

impl Attempt {
    /// The id of the item answered.
    pub fn item(&self) -> &str {
        match self {
            Attempt::SingleBest { item, .. }
            | Attempt::SelectAll { item, .. }
            | Attempt::Order { item, .. }
            | Attempt::Matching { item, .. }
            | Attempt::Locate { item, .. }
            | Attempt::Paint { item, .. }
            | Attempt::Marks { item, .. } => item,
        }
    }
}

/// How an answer was graded: whole, and part by part in the item's own order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    pub right: bool,
    /// For each option, step, pair, target, or zone that must be covered: whether it was answered rightly.
    pub parts: Vec<bool>,
}

impl Grade {
    fn of(parts: Vec<bool>) -> Self {
        Grade { right: !parts.is_empty() && parts.iter().all(|part| *part), parts }
    }
}

impl Item {
    /// Grades an attempt; `None` when it is an attempt at another item or of another type.
    pub fn grade(&self, attempt: &Attempt) -> Option<Grade> {
        if attempt.item() != self.id {
            return None;
        }
        match (&self.body, attempt) {
            (Body::SingleBest(body), Attempt::SingleBest { chosen, .. }) => Some(body.grade(*chosen)),
            (Body::SelectAll(body), Attempt::SelectAll { chosen, .. }) => Some(body.grade(chosen)),
            (Body::Order(body), Attempt::Order { order, .. }) => Some(body.grade(order)),
            (Body::Matching(body), Attempt::Matching { matched, .. }) => Some(body.grade(matched)),
            (Body::Locate(body), Attempt::Locate { place, .. }) => Some(Grade::of(vec![body.grade(*place)])),
            (Body::Paint(body), Attempt::Paint { painted, .. }) => Some(body.grade(painted)),
            (Body::Marks(body), Attempt::Marks { places, .. }) => Some(body.grade(places)),
            (
                Body::SingleBest(_)
                | Body::SelectAll(_)
                | Body::Order(_)
                | Body::Matching(_)
                | Body::Locate(_)
                | Body::Paint(_)
                | Body::Marks(_),
                _,
            ) => None,
        }
    }

    /// What came of an attempt on a picture, a sentence each: how far off a place is, how much of an area is covered. Empty
    /// for all other types, whose options say it, and for an attempt at another item.
    pub fn told(&self, attempt: &Attempt) -> Vec<String> {
        match (&self.body, attempt) {
            (Body::Locate(body), Attempt::Locate { item, place }) if *item == self.id => vec![body.told(*place)],
            (Body::Paint(body), Attempt::Paint { item, painted }) if *item == self.id => body.told(painted),
            (Body::Marks(body), Attempt::Marks { item, places }) if *item == self.id => body.told(places),
            (
                Body::SingleBest(_)
                | Body::SelectAll(_)
                | Body::Order(_)
                | Body::Matching(_)
                | Body::Locate(_)
                | Body::Paint(_)
                | Body::Marks(_),
                _,
            ) => Vec::new(),
        }
    }

    /// Whether it asks by a picture, with options or without.
    pub fn is_pictured(&self) -> bool {
        self.picture.is_some()
            || match &self.body {
                Body::SingleBest(_) | Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) => false,
                Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => true,
            }
    }

    /// How many parts it has: options, steps, pairs, targets, or zones that must be covered.
    pub fn len(&self) -> usize {
        match &self.body {
            Body::SingleBest(body) => body.options.len(),
            Body::SelectAll(body) => body.options.len(),
            Body::Order(body) => body.steps.len(),
            Body::Matching(body) => body.pairs.len(),
            Body::Locate(_) => 1,
            Body::Paint(body) => body.wanted().count(),
            Body::Marks(body) => body.targets.len(),
        }
    }

    /// True for an item without parts, which the compiler refuses.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

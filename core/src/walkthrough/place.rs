//! Where a session stands, and how that reads in an address, so that the browser's back button works.

use serde::{Deserialize, Serialize};

/// What the person does when the muscle was not found at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// "Did you find it?"
    Ask,
    /// The tiny knee lift.
    KneeLift,
    /// Shift the fingers, then ask again.
    Reposition,
    /// The tries are used up: leaving it is the right answer.
    Leave,
}

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// All steps or areas were gone through.
    Complete,
    /// Ended by the person, with no complaint.
    Left,
    /// Ended by what was felt: the id of the stop rule.
    Felt(String),
}

/// The place in a walkthrough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Step(u8),
    Check(Check),
    /// Finding and searching a focus area.
    Area(u8),
    /// Stroking the point with this index.
    Point(u8),
    /// A point is done: another one here, or the next area.
    PointDone(u8),
    Closing,
    /// The person said stop; nothing chosen yet.
    Stopped,
    /// Hand off and moved outward once, for the stop rule with this id; then it goes on.
    EasedOff(String),
    Ended(Ending),
}

impl Place {
    /// As it stands in an address; `None` for places that are not visited by address.
    pub fn slug(&self) -> Option<String> {
        match self {
            Place::Step(index) => Some(format!("step-{}", index + 1)),
            Place::Check(_) => Some("check".to_owned()),
            Place::Area(index) => Some(format!("area-{}", index + 1)),
            Place::Point(index) | Place::PointDone(index) => Some(format!("point-{}", index + 1)),
            Place::Closing => Some("closing".to_owned()),
            Place::Stopped | Place::EasedOff(_) => Some("stop".to_owned()),
            Place::Ended(_) => None,
        }
    }

    /// Whether hands are on the belly here, so that time on this side counts.
    pub fn is_hands_on(&self) -> bool {
        match self {
            Place::Area(_) | Place::Point(_) => true,
            Place::Step(_)
            | Place::Check(_)
            | Place::PointDone(_)
            | Place::Closing
            | Place::Stopped
            | Place::EasedOff(_)
            | Place::Ended(_) => false,
        }
    }
}

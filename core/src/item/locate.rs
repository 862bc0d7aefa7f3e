//! Point to a place: right when it lies in the target, or near enough to it.

use crate::knowledge::{Layer, View};
use crate::picture::{Miss, Place, Region};
use serde::{Deserialize, Serialize};

/// A place to point to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locate {
    pub view: View,
    pub target: Region,
    /// How far outside the target still counts, in millimetres.
    pub tolerance: u8,
    /// What the question draws.
    pub layers: Vec<Layer>,
}

impl Locate {
    pub fn grade(&self, place: Place) -> bool {
        place.view == self.view && self.target.distance(place.at) <= f32::from(self.tolerance)
    }

    /// How far off it is and which way, also where that is still near enough; `None` on the target itself.
    pub fn miss(&self, place: Place) -> Option<Miss> {
        Miss::of(&self.target, place)
    }

    /// What came of it, in words.
    pub fn told(&self, place: Place) -> String {
        told(self.miss(place), self.grade(place))
    }
}

/// A miss that may still be near enough.
pub(super) fn told(miss: Option<Miss>, right: bool) -> String {
    match miss {
        None => "Right on it.".to_owned(),
        Some(miss) if right => format!("Near enough. {}", miss.told()),
        Some(miss) => miss.told(),
    }
}

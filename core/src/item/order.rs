//! Put in order: the steps are stored in the right order and shown shuffled.

use super::Grade;
use serde::{Deserialize, Serialize};

/// Steps to put in order, as they are right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub steps: Vec<String>,
}

impl Order {
    /// `order[place]` is the position, as written, of the step put at that place. A part is a place.
    pub fn grade(&self, order: &[u8]) -> Grade {
        let parts = (0..self.steps.len()).map(|place| order.get(place).is_some_and(|step| usize::from(*step) == place)).collect();
        Grade::of(parts)
    }
}

//! Match: each left side goes with one right side.

use super::Grade;
use serde::{Deserialize, Serialize};

/// Pairs to put together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matching {
    pub pairs: Vec<Pair>,
}

/// What belongs together, in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub left: String,
    pub right: String,
}

impl Matching {
    /// `matched[left]` is the position of the right side chosen for it. A part is a left side.
    pub fn grade(&self, matched: &[u8]) -> Grade {
        let parts = (0..self.pairs.len()).map(|left| matched.get(left).is_some_and(|right| usize::from(*right) == left)).collect();
        Grade::of(parts)
    }
}

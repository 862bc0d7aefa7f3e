//! Select all that apply: one or more keys; right only when exactly the keys are chosen.

use super::{Choice, Grade};
use serde::{Deserialize, Serialize};

/// Options of which one or more are keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SelectAll {
    pub options: Vec<Choice>,
    /// Positions of the keys in `options`.
    pub keys: Vec<u8>,
}

impl SelectAll {
    /// A part is right when it was chosen as it should be, or left as it should be.
    pub fn grade(&self, chosen: &[u8]) -> Grade {
        let parts = (0..self.options.len())
            .map(|at| {
                let is = |list: &[u8]| list.iter().any(|position| usize::from(*position) == at);
                is(chosen) == is(&self.keys)
            })
            .collect();
        Grade::of(parts)
    }
}

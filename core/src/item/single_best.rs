//! Single best answer: one key, the other options true of something else.

use super::{Choice, Grade};
use serde::{Deserialize, Serialize};

/// Options of which one is the key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SingleBest {
    pub options: Vec<Choice>,
    /// Position of the key in `options`.
    pub key: u8,
}

impl SingleBest {
    /// Right only when the key was chosen. A part is right when the key was chosen or a distractor left alone.
    pub fn grade(&self, chosen: u8) -> Grade {
        let parts = (0..self.options.len()).map(|at| (at == usize::from(chosen)) == (at == usize::from(self.key))).collect();
        Grade::of(parts)
    }
}

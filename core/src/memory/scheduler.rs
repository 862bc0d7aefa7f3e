//! The one place that speaks to the `fsrs` crate: FSRS-6 with its default parameters, as Anki runs it.
//!
//! Nothing that is not finite goes in or comes out.

use super::Rating;
use crate::record::{Learning, RETENTION};
use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, current_retrievability};

/// Bounds of stability, in days, and of difficulty: those of the crate itself, for what comes from a broken record.
const STABILITY: (f32, f32) = (0.001, 36_500.0);
const DIFFICULTY: (f32, f32) = (1.0, 10.0);

/// Made once for many cards: the crate checks all its parameters each time it is made.
pub(super) struct Scheduler {
    fsrs: FSRS,
}

/// Stability in days, and difficulty.
pub(super) type State = (f32, f32);

impl Scheduler {
    pub(super) fn new() -> Self {
        Scheduler { fsrs: FSRS::default() }
    }

    /// What a review makes of a card; `None` for a card that is new. `days` since its last review: 0 on the same day, which
    /// FSRS-6 counts in a way of its own.
    pub(super) fn next(&self, before: Option<State>, days: u32, rating: Rating) -> Option<State> {
        // A history of one review on top of the state so far, and so one step, where `next_states` takes four.
        let review = FSRSReview { rating: rating as u32, delta_t: days };
        let after = self.fsrs.memory_state(FSRSItem { reviews: vec![review] }, before.map(state)).ok()?;
        Some((after.stability, after.difficulty))
    }

    /// Days after which a card is asked again, at least one.
    pub(super) fn interval(&self, stability: f32, learning: &Learning) -> i32 {
        let (least, most) = RETENTION;
        let retention = f32::from(learning.retention.clamp(least, most)) / 100.0;
        let days = self.fsrs.next_interval(Some(bounded(stability, STABILITY)), retention, 0);
        bounded(days.round(), (1.0, STABILITY.1)) as i32
    }
}

/// The chance of recall some days after the last review, from 0 to 1.
pub(super) fn retrievability(before: State, days: u32) -> f32 {
    bounded(current_retrievability(state(before), days as f32, FSRS6_DEFAULT_DECAY), (0.0, 1.0))
}

fn state((stability, difficulty): State) -> MemoryState {
    MemoryState { stability: bounded(stability, STABILITY), difficulty: bounded(difficulty, DIFFICULTY) }
}

/// Unlike `clamp` it gives the lower bound for what is not a number.
fn bounded(value: f32, (least, most): (f32, f32)) -> f32 {
    value.max(least).min(most)
}

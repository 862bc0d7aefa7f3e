//! An exam: twenty items by a blueprint, timed, with no help until the end. A pure reducer; the clock comes in.
//!
//! [`paper`] draws the questions, [`code`] names a paper so that it can be drawn again elsewhere, [`Exam`] is one that is being
//! sat, [`Sat`] one that is over, and [`calibration`] compares how sure someone was with how often they were right.

mod alike;
pub mod calibration;
pub mod code;
pub mod paper;
mod sat;
mod sitting;

#[cfg(test)]
mod tests;

pub use calibration::{Calibration, Confidence, Level};
pub use code::{Code, CodeError, bank_check};
pub use paper::{BLUEPRINT, ITEMS, draw};
pub use sat::{PASS, Sat, SatItem, unanswered};
pub use sitting::{Event, Exam, Options, Question, State};

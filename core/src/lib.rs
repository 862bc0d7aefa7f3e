//! Everything Palpate knows and decides, with no browser in it.
//!
//! No DOM, no clock, no randomness, no I/O: the time, the seed and the settings come in as arguments,
//! so that every rule here can be tested natively in seconds.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod conductor;
pub mod csv;
pub mod day;
pub mod exam;
pub mod exchange;
pub mod gate;
mod hash;
pub mod item;
pub mod journal;
pub mod knock;
pub mod knowledge;
pub mod locator;
pub mod mastery;
pub mod memory;
pub mod order;
pub mod outbox;
pub mod picture;
pub mod practice;
pub mod quiz;
pub mod record;
pub mod relation;
pub mod search;
pub mod side;
pub mod signal;
pub mod text;
pub mod walkthrough;

pub use day::{Day, Millis};
pub use knowledge::Knowledge;
pub use side::Side;

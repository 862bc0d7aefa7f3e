//! The item types on the screen, one file each. They send quiz events and draw what the reducer says.

pub mod choices;
pub mod matching;
pub mod order;

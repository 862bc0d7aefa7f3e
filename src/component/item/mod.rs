//! The item types on the screen, one file each. They send quiz events and draw what the reducer says.

pub mod choices;
pub mod locate;
pub mod marks;
pub mod matching;
pub mod order;
pub mod paint;
pub mod picture;

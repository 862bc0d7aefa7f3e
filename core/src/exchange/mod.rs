//! What leaves for other tools, and what comes back: one file a format. The app and the command line get the same bytes.
//!
//! Knows no files and no browser: bytes and texts come in and go out.

pub mod anki;
pub mod backup;
mod format;
pub mod gift;
mod names;
pub mod occlusion;
mod package;
pub mod qti;
pub mod scorm;
pub mod table;
mod words;
pub mod xapi;
mod xml;

pub use format::{Format, MadeOf};

use crate::Knowledge;
use crate::item::Item;

/// The bank that is written, with the knowledge that its sources stand in.
#[derive(Clone, Copy, Debug)]
pub struct Bank<'a> {
    pub knowledge: &'a Knowledge,
    pub items: &'a [Item],
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The name that it is saved under.
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

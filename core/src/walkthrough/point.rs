//! A tender point and its strokes. The cap is part of the type: no value above it can exist.

use crate::side::Side;
use serde::{Deserialize, Serialize};

/// Never more strokes than this on a point (S1: `s1-ma-04-max-15-strokes`).
pub const STROKE_CAP: u8 = 15;
/// The usual aim, where the app says that it is enough (Part B, B09: 10–12).
pub const STROKE_TARGET: u8 = 12;
/// From here on a point may be called done without a question (Part B, B09: 10–12).
pub const STROKE_ENOUGH: u8 = 10;

/// How many strokes a point has had, from 0 to [`STROKE_CAP`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Strokes(u8);

/// A kept record claims more strokes than there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} strokes on one point: there are never more than 15")]
pub struct TooManyStrokes(u8);

impl TryFrom<u8> for Strokes {
    type Error = TooManyStrokes;

    fn try_from(count: u8) -> Result<Self, TooManyStrokes> {
        if count <= STROKE_CAP { Ok(Strokes(count)) } else { Err(TooManyStrokes(count)) }
    }
}

impl From<Strokes> for u8 {
    fn from(strokes: Strokes) -> u8 {
        strokes.0
    }
}

impl Strokes {
    pub fn count(self) -> u8 {
        self.0
    }

    pub fn at_cap(self) -> bool {
        self.0 == STROKE_CAP
    }

    /// One more, unless that would pass the cap.
    #[must_use]
    pub fn next(self) -> Self {
        Strokes(self.0.saturating_add(1).min(STROKE_CAP))
    }
}

/// A tender point found in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Index of the focus area in the walkthrough.
    pub area: u8,
    pub side: Side,
    pub strokes: Strokes,
    /// Finished points take no more strokes, whatever happens.
    pub done: bool,
    /// Ids of the stop rules that this point was eased off for, so that the same ache told again later counts once.
    #[serde(default)]
    pub eased: Vec<String>,
}

impl Point {
    pub fn new(area: u8, side: Side) -> Self {
        Point { area, side, strokes: Strokes::default(), done: false, eased: Vec::new() }
    }

    /// Counts one stroke; at the cap the point is done.
    pub fn stroke(&mut self) {
        if self.done {
            return;
        }
        self.strokes = self.strokes.next();
        self.done = self.strokes.at_cap();
    }
}

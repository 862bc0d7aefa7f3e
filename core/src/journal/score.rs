//! A score from 0 to 10. No other can exist, not even by reading a broken record.

use serde::{Deserialize, Serialize};

/// Above this the point ends (Part C7: a hard ceiling of 4 in the belly).
pub const TENDER_CEILING: Score = Score(4);

/// From here on the session ends: nothing that presses on a belly is meant to do that (Part B, B23; our rule).
pub const TENDER_SEVERE: Score = Score(7);

/// The id of the stop rule that so tender a point calls for.
pub fn over_ceiling(tender: Score) -> Option<&'static str> {
    if tender >= TENDER_SEVERE { Some("severe-pain") } else { (tender > TENDER_CEILING).then_some("pain-over-limit") }
}

/// From 0, nothing, to 10, the worst imaginable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

/// A kept record claims more than 10 of 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} of 10: a score is from 0 to 10")]
pub struct NoScore(u8);

impl TryFrom<u8> for Score {
    type Error = NoScore;

    fn try_from(score: u8) -> Result<Self, NoScore> {
        if score <= 10 { Ok(Score(score)) } else { Err(NoScore(score)) }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> u8 {
        score.0
    }
}

impl Score {
    pub const NONE: Score = Score(0);

    /// The eleven scores, 0 to 10.
    pub fn all() -> impl Iterator<Item = Score> {
        (0..=10).map(Score)
    }

    pub fn number(self) -> u8 {
        self.0
    }
}

//! The geometry of places on a picture: what lies where, how far, and in which direction in words.
//!
//! All in millimetres, across and up, as [`crate::knowledge::View`]'s module says. Nothing here knows pixels.

mod clip;
mod painted;
mod region;
pub mod words;

pub use painted::{BRUSH, CELL, Cell, Painted};
pub use region::Region;
pub use words::{Miss, whereabouts};

use crate::Side;
use crate::knowledge::{Spot, View};
use serde::{Deserialize, Serialize};

/// A place on one view of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub view: View,
    pub at: Spot,
}

/// A place mirrored to the other side of the body.
pub fn mirrored([across, up]: Spot) -> Spot {
    [across.saturating_neg(), up]
}

/// On which side of the person a place lies; `None` on the midline and in the left view.
pub fn side_of(place: Place) -> Option<Side> {
    let right_is_negative = match place.view {
        View::Front => true,
        View::Back => false,
        View::Left => return None,
    };
    match place.at[0] {
        0 => None,
        across => Some(if (across < 0) == right_is_negative { Side::Right } else { Side::Left }),
    }
}

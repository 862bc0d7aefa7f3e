//! The journal: what the person found, and how it felt before and after. One entry a session, or a note on a day without one.
//!
//! Entries can be corrected and deleted. A deleted one stays as an empty tombstone, so that an old backup does not bring it
//! back. Records hold ids, never prose. Which feelings end a point is `safety.toml`'s matter (Part C6); the bounds of a
//! score, and the ceiling of 4, are Part C7.

pub mod advice;
pub mod csv;
mod evidence;
pub mod fhir;
mod finding;
mod follow;
pub mod merge;
mod score;
pub mod series;
mod stamp;
mod window;

pub use finding::{Extension, Finding, Spread};
pub use follow::Followed;
pub use score::{NoScore, Score, TENDER_CEILING, TENDER_SEVERE, over_ceiling};

use crate::day::{Day, Millis};
use crate::side::Side;
use serde::{Deserialize, Serialize};

/// A moment, and how the clock of the place was set, so that the day and the hour read the same everywhere later.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970, UTC.
    pub at: Millis,
    /// What JavaScript's `Date.getTimezoneOffset` gave: minutes to add to local time to get UTC.
    pub offset: i16,
}

/// No place on earth is further from UTC, in minutes; FHIR allows no more.
pub(crate) const FURTHEST: i16 = 14 * 60;

/// Moments that can be true, in milliseconds since 1970: until the year 2200. A clock that was wrong by centuries would put off what
/// goes by it as long.
pub(crate) const BELIEVED: std::ops::Range<Millis> = 0.0..7_258_118_400_000.0;

impl Stamp {
    pub fn day(self) -> Day {
        Day::from_clock(self.at, self.offset.into())
    }
}

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Random, and the same for ever: what a merge goes by.
    pub id: String,
    /// When it was; the person can correct it.
    pub when: Stamp,
    /// Wall clock of the last change: of two versions the later one counts.
    pub changed: Millis,
    /// Deleted: nothing but `id`, `when` and `changed` is left.
    pub deleted: bool,
    /// Id of the walkthrough; `None` for a note without a session.
    pub walkthrough: Option<String>,
    pub side: Option<Side>,
    /// Id of the complaint that before and after are about; `None` for the complaint in general.
    pub complaint: Option<String>,
    pub before: Option<Score>,
    pub after: Option<Score>,
    pub extension_before: Option<Extension>,
    pub extension_after: Option<Extension>,
    /// Still sore from last time: a day of rest.
    pub sore: bool,
    /// Id of the stop rule that ended the session, if one did.
    pub stopped: Option<String>,
    pub findings: Vec<Finding>,
    pub note: String,
    /// What its session has brought in already (see [`Entry::follow`]). Not for people to read; a record without it is as good.
    #[serde(default)]
    pub followed: Followed,
}

impl Entry {
    /// An entry with nothing in it.
    pub fn new(id: String, when: Stamp) -> Self {
        Entry {
            id,
            when,
            changed: when.at,
            deleted: false,
            walkthrough: None,
            side: None,
            complaint: None,
            before: None,
            after: None,
            extension_before: None,
            extension_after: None,
            sore: false,
            stopped: None,
            findings: Vec::new(),
            note: String::new(),
            followed: Followed::default(),
        }
    }

    /// The same entry, changed at the wall-clock time `now`: always later than it was changed before, whatever the clock says, so
    /// that an older version of it never counts as much.
    #[must_use]
    pub fn touched(self, now: Millis) -> Self {
        Entry { changed: now.max(self.changed + 1.0), ..self }
    }

    /// What stays of it once it is deleted, at the wall-clock time `now`.
    #[must_use]
    pub fn tombstone(&self, now: Millis) -> Self {
        Entry { deleted: true, changed: self.changed, ..Entry::new(self.id.clone(), self.when) }.touched(now)
    }

    /// Whether nothing was written: such an entry is not worth keeping.
    pub fn is_blank(&self) -> bool {
        let blank = Entry {
            walkthrough: self.walkthrough.clone(),
            side: self.side,
            complaint: self.complaint.clone(),
            changed: self.changed,
            followed: self.followed.clone(),
            ..Entry::new(self.id.clone(), self.when)
        };
        *self == blank
    }
}

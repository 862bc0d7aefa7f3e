//! Time as it comes in from outside: a local calendar day, and milliseconds for durations.

use serde::{Deserialize, Serialize};

/// Milliseconds since the Unix epoch (wall clock) or since any fixed point (monotonic clock).
pub type Millis = f64;

/// A day of the person's own calendar, as days since 1970-01-01 in their time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The local day of a wall-clock time.
    ///
    /// `offset_minutes` is what JavaScript's `Date.getTimezoneOffset` gives: minutes to add to local time to get UTC.
    pub fn from_clock(now: Millis, offset_minutes: f64) -> Self {
        Day(((now - offset_minutes * 60_000.0) / 86_400_000.0).floor() as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_local_midnight() {
        let noon_utc = 12.0 * 3_600_000.0;
        assert_eq!(Day::from_clock(noon_utc, 0.0), Day(0));
        // 13 hours ahead of UTC it is already tomorrow.
        assert_eq!(Day::from_clock(noon_utc, -13.0 * 60.0), Day(1));
        // 13 hours behind it is still yesterday.
        assert_eq!(Day::from_clock(noon_utc, 13.0 * 60.0), Day(-1));
    }
}

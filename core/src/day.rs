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

    /// The date in the calendar that is in use today (Gregorian, carried on before 1582): year, month 1 to 12, day 1 to 31.
    ///
    /// Howard Hinnant's `civil_from_days`: a year that begins on 1 March has its odd day, 29 February, at its very end, so
    /// that lengths of months and leap years come out of divisions, with no table and no loop.
    pub fn date(self) -> (i32, u8, u8) {
        // Days since 1 March of the year 0. In 400 years there are always 146 097 of them.
        let days = i64::from(self.0) + 719_468;
        let (cycle, of_cycle) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        // Of these 400 years: every 4th is a day longer, every 100th is not, the 400th is.
        let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
        let of_year = of_cycle - (365 * year + year / 4 - year / 100);
        // From March on, any five months have 153 days: 31, 30, 31, 30, 31.
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year + cycle * 400 + i64::from(month <= 2);
        // The years of an `i32` of days fit into one, and month and day into theirs.
        (year as i32, month as u8, day as u8)
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

    #[test]
    fn dates_that_are_known() {
        let known = [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (58, (1970, 2, 28)),
            (59, (1970, 3, 1)),
            (11_015, (2000, 2, 28)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_778, (2026, 11, 21)),
            (47_540, (2100, 2, 28)),
            (47_541, (2100, 3, 1)),
            (-719_468, (0, 3, 1)),
            (-719_529, (-1, 12, 31)),
        ];
        for (day, date) in known {
            assert_eq!(Day(day).date(), date, "{day}");
        }
        // The ends of what a day can be are dates too, and nothing overflows.
        assert_eq!((Day(i32::MIN).date().0, Day(i32::MAX).date().0), (-5_877_641, 5_881_580));
    }

    /// Counted up by the rule of the calendar itself, a day at a time, over more than its whole cycle of 400 years.
    #[test]
    fn each_day_follows_the_one_before() {
        let (mut year, mut month, mut day) = (1_600, 1, 1);
        let first = (-200_000..0).find(|number| Day(*number).date() == (year, month, day)).unwrap_or_default();
        assert_eq!(first, -135_140);
        for number in first..first + 200_000 {
            assert_eq!(Day(number).date(), (year, month, day));
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            day += 1;
            if day > length {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
    }
}

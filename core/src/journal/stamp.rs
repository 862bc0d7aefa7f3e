//! A moment in writing, as ISO 8601 has it. Whole seconds, and no fractions, so that no number is written as a float.

use super::{FURTHEST, Stamp};
use crate::day::Day;

const DAY: i64 = 86_400;

impl Stamp {
    /// Date and local time with the offset from UTC, as `2026-11-21T08:20:00+01:00`, cut to whole seconds.
    ///
    /// `None` where a broken record has no such time: not a number, or a year that four digits can't hold. An offset that
    /// no place has is left out of account: the same moment is told in UTC.
    pub fn iso(self) -> Option<String> {
        let (day, second, east) = self.local()?;
        let (date, (hours, minutes)) = (iso_date(day), (second / 3_600, second / 60 % 60));
        let (sign, apart) = (if east < 0 { '-' } else { '+' }, east.abs());
        Some(format!("{date}T{hours:02}:{minutes:02}:{:02}{sign}{:02}:{:02}", second % 60, apart / 60, apart % 60))
    }

    /// The local date alone, as `2026-11-21`; `None` as for [`Stamp::iso`].
    pub fn iso_date(self) -> Option<String> {
        self.local().map(|(day, ..)| iso_date(day))
    }

    /// The local day, the second of that day, and how many minutes local time is ahead of UTC.
    fn local(self) -> Option<(Day, i64, i64)> {
        // What JavaScript counts is to be added to local time, so ahead of UTC it is negative.
        let east = Some(-i64::from(self.offset)).filter(|east| east.abs() <= FURTHEST.into()).unwrap_or_default();
        // A float that is no number becomes 0 here, and one that is too large the largest there is.
        let second = self.at.is_finite().then(|| (self.at / 1_000.0).floor() as i64)?.saturating_add(east * 60);
        let day = Day(i32::try_from(second.div_euclid(DAY)).ok()?);
        (1..=9_999).contains(&day.date().0).then(|| (day, second.rem_euclid(DAY), east))
    }
}

fn iso_date(day: Day) -> String {
    let (year, month, day) = day.date();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn iso(at: f64, offset: i16) -> Option<String> {
        Stamp { at, offset }.iso()
    }

    #[test]
    fn local_time_with_its_offset() {
        // 2026-11-21 07:20 UTC.
        let at = 1_795_245_600_000.0;
        let told = |offset| iso(at, offset).unwrap_or_default();
        assert_eq!(told(-60), "2026-11-21T08:20:00+01:00");
        assert_eq!(told(0), "2026-11-21T07:20:00+00:00");
        assert_eq!(told(480), "2026-11-20T23:20:00-08:00");
        assert_eq!(told(-345), "2026-11-21T13:05:00+05:45");
        assert_eq!(told(210), "2026-11-21T03:50:00-03:30");
        assert_eq!(Stamp { at, offset: 480 }.iso_date().as_deref(), Some("2026-11-20"));
        // Cut, never rounded up: 23:59:59.9 is still that day. Before 1970 too.
        assert_eq!(iso(86_399_999.9, 0).as_deref(), Some("1970-01-01T23:59:59+00:00"));
        assert_eq!(iso(-0.5, 0).as_deref(), Some("1969-12-31T23:59:59+00:00"));
    }

    #[test]
    fn what_no_calendar_has_is_not_told() {
        for at in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 253_402_300_800_000.0, -62_135_596_800_001.0] {
            assert_eq!(iso(at, 0), None, "{at}");
        }
        assert_eq!(iso(253_402_300_799_999.0, 0).as_deref(), Some("9999-12-31T23:59:59+00:00"));
        assert_eq!(iso(-62_135_596_800_000.0, 0).as_deref(), Some("0001-01-01T00:00:00+00:00"));
        // An offset of no place: the moment stays, told in UTC.
        for offset in [i16::MIN, -841, 841, i16::MAX] {
            assert_eq!(iso(0.0, offset).as_deref(), Some("1970-01-01T00:00:00+00:00"), "{offset}");
        }
    }

    proptest! {
        /// Read back with arithmetic of its own, the text is the moment that went in.
        #[test]
        fn it_reads_back(seconds in -62_000_000_000i64..253_000_000_000, offset in -840i16..=840) {
            let text = iso(seconds as f64 * 1_000.0, offset).unwrap_or_default();
            prop_assert_eq!(text.len(), 25);
            let number = |from: usize, to: usize| text[from..to].parse::<i64>().unwrap_or(i64::MIN);
            let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
            // Days by counting leap days before the year and days before the month.
            let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let before = year - 1;
            let months = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            let days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
                + months.iter().take(usize::try_from(month - 1).unwrap_or(0)).sum::<i64>() + day - 1;
            let local = days * 86_400 + number(11, 13) * 3_600 + number(14, 16) * 60 + number(17, 19);
            let east = number(20, 22) * 60 + number(23, 25);
            let east = if &text[19..20] == "-" { -east } else { east };
            prop_assert_eq!(east, -i64::from(offset));
            prop_assert_eq!(local - east * 60, seconds);
        }
    }
}

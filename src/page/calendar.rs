//! What pages call days and times.

use palpate_core::Day;
use palpate_core::journal::Stamp;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "19 Nov", with the year where it is another than today's.
pub fn date(day: Day, today: Day) -> String {
    let (year, month, of_month) = day.date();
    if today.date().0 == year { format!("{of_month} {}", name_of(month)) } else { full_date(day) }
}

/// "19 Nov 2026".
pub fn full_date(day: Day) -> String {
    let (year, month, of_month) = day.date();
    format!("{of_month} {} {year}", name_of(month))
}

fn name_of(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// "Today", "Yesterday", "Thu 19 Nov".
pub fn day(day: Day, today: Day) -> String {
    match today.0.checked_sub(day.0) {
        Some(0) => "Today".to_owned(),
        Some(1) => "Yesterday".to_owned(),
        _ => format!("{} {}", weekday(day), date(day, today)),
    }
}

/// The same within a line: "today", "yesterday", "Thu 19 Nov".
pub fn day_within(at: Day, today: Day) -> String {
    let name = day(at, today);
    if at == today || Some(at.0) == today.0.checked_sub(1) { name.to_lowercase() } else { name }
}

/// "Thu".
pub fn weekday(day: Day) -> &'static str {
    // Day 0, 1 January 1970, was a Thursday.
    usize::try_from((i64::from(day.0) + 3).rem_euclid(7)).ok().and_then(|at| WEEKDAYS.get(at)).copied().unwrap_or_default()
}

/// "08:20", as the clock of the place showed it.
pub fn time(when: Stamp) -> String {
    let minute = ((when.at / 60_000.0).floor() as i64 - i64::from(when.offset)).rem_euclid(1440);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// When something comes again: "today", "tomorrow", "in 4 days", "in about 3 weeks", "in about 5 months".
pub fn again(due: Day, today: Day) -> String {
    match i64::from(due.0) - i64::from(today.0) {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days @ 2..=20 => format!("in {days} days"),
        days @ 21..=75 => format!("in about {} weeks", (days + 3) / 7),
        days @ 76..=700 => format!("in about {} months", (days + 15) / 30),
        days => format!("in about {} years", (days + 182) / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_called_as_people_call_them() {
        let today = Day(20_778); // Saturday, 21 November 2026
        assert_eq!(day(today, today), "Today");
        assert_eq!(day(Day(20_777), today), "Yesterday");
        assert_eq!(day(Day(20_776), today), "Thu 19 Nov");
        assert_eq!(day(Day(20_779), today), "Sun 22 Nov");
        assert_eq!(day(Day(20_453), today), "Wed 31 Dec 2025");
        assert_eq!(day(Day(0), today), "Thu 1 Jan 1970");
        assert_eq!(full_date(today), "21 Nov 2026");
        let ends = [Day(i32::MIN), Day(i32::MAX)];
        assert!(ends.iter().all(|end| !day(*end, today).is_empty() && !full_date(*end).is_empty()));
    }

    #[test]
    fn the_clock_is_that_of_the_place() {
        assert_eq!(time(Stamp { at: 1_795_245_600_000.0, offset: -60 }), "08:20");
        assert_eq!(time(Stamp { at: 1_795_245_600_000.0, offset: 480 }), "23:20");
        assert_eq!(time(Stamp { at: 0.0, offset: 0 }), "00:00");
    }

    #[test]
    fn days_to_come_in_words() {
        let told = |days: i32| again(Day(100 + days), Day(100));
        let known = [
            (-3, "today"),
            (0, "today"),
            (1, "tomorrow"),
            (20, "in 20 days"),
            (21, "in about 3 weeks"),
            (75, "in about 11 weeks"),
            (76, "in about 3 months"),
            (700, "in about 23 months"),
            (701, "in about 2 years"),
        ];
        for (days, words) in known {
            assert_eq!(told(days), words, "{days}");
        }
        // The ends of what a day can be.
        assert_eq!(again(Day(i32::MIN), Day(i32::MAX)), "today");
    }
}

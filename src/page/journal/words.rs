//! What the journal's pages call days, times, places and feelings.

use crate::state::App;
use palpate_core::Day;
use palpate_core::journal::{Entry, Finding, Stamp};
use palpate_core::knowledge::{FocusArea, Muscle, StopReason};
use palpate_core::side::Side;
use palpate_core::walkthrough::Found;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "19 Nov", with the year where it is another than today's.
pub fn date(day: Day, today: Day) -> String {
    let (year, month, of_month) = day.date();
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    if today.date().0 == year { format!("{of_month} {month}") } else { format!("{of_month} {month} {year}") }
}

/// "19 Nov 2026".
pub fn full_date(day: Day) -> String {
    // Seen from a year before or after, the year is always told.
    date(day, Day(day.0.saturating_add(366).max(day.0.saturating_sub(366) + 732)))
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

fn weekday(day: Day) -> &'static str {
    // Day 0, 1 January 1970, was a Thursday.
    usize::try_from((i64::from(day.0) + 3).rem_euclid(7)).ok().and_then(|at| WEEKDAYS.get(at)).copied().unwrap_or_default()
}

/// "08:20", as the clock of the place showed it.
pub fn time(when: Stamp) -> String {
    let minute = ((when.at / 60_000.0).floor() as i64 - i64::from(when.offset)).rem_euclid(1440);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The focus area with this id, in whichever walkthrough has it.
pub fn area(app: App, id: &str) -> Option<&'static FocusArea> {
    app.knowledge.walkthroughs.iter().flat_map(|guide| &guide.areas).find(|area| area.id == id)
}

/// What a muscle is called; its id where it is not known any more.
pub fn muscle(app: App, id: &str) -> String {
    app.knowledge.muscle(id).map_or_else(|| id.to_owned(), |muscle: &Muscle| muscle.name.clone())
}

/// What a finding's place is called, without its side: the area, or else the muscle.
pub fn place(app: App, area_id: Option<&str>, muscle_id: &str, side: Side) -> String {
    match area_id.map(|id| (id, area(app, id))) {
        Some((_, Some(area))) => side.render(&area.title),
        Some((id, None)) => id.to_owned(),
        None => muscle(app, muscle_id),
    }
}

/// The stop rule that an entry was ended by; `Err` with its id where the rule is not known any more.
pub fn stop(app: App, id: &str) -> Option<&'static StopReason> {
    app.knowledge.safety.stop.iter().find(|reason| reason.id == id)
}

/// The sides that an entry is about, for a heading: "Right", "Both sides"; nothing where it tells none.
pub fn sides(entry: &Entry) -> Option<&'static str> {
    let mut sides: Vec<Side> = entry.findings.iter().map(|finding| finding.side).chain(entry.side).collect();
    palpate_core::order::sort_by_key(&mut sides, |side| *side == Side::Left);
    sides.dedup();
    match sides.as_slice() {
        [] => None,
        [side] => Some(side.title()),
        _ => Some("Both sides"),
    }
}

/// How sure, in a few words.
pub fn sure(found: Found) -> &'static str {
    match found {
        Found::Yes => "found it",
        Found::NotSure => "not sure",
        Found::No => "did not find it",
    }
}

/// Where else a finding was felt, by name.
pub fn felt_at(app: App, finding: &Finding) -> Vec<String> {
    finding.felt_at.iter().map(|id| app.knowledge.complaint(id).map_or(id.clone(), |complaint| complaint.title.clone())).collect()
}

/// "1 session", "3 sessions".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
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
        assert!(!day(Day(i32::MIN), today).is_empty() && !day(Day(i32::MAX), today).is_empty());
    }

    #[test]
    fn the_clock_is_that_of_the_place() {
        assert_eq!(time(Stamp { at: 1_795_245_600_000.0, offset: -60 }), "08:20");
        assert_eq!(time(Stamp { at: 1_795_245_600_000.0, offset: 480 }), "23:20");
        assert_eq!(time(Stamp { at: 0.0, offset: 0 }), "00:00");
    }
}

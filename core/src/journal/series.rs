//! What the journal's list, plots and body map show, as plain numbers. Pure: the day of today comes in.
//!
//! - [`newest_first`]: the list.
//! - [`Series::new`]: the plot of before and after, with [`Series::caption`] below it and the same numbers for its table.
//! - [`sureness`]: how sure, over time, for each muscle and side.
//! - [`tender`]: the tender points, for a body map.
//!
//! Deleted entries are in none of them. Positions are whole permille of the width, so that no view needs a float.

pub use super::window::{EARLIEST, Span, WIDTH, Window};

use super::{Entry, Score};
use crate::day::Day;
use crate::side::Side;
use crate::walkthrough::Found;
use std::collections::BTreeMap;

/// The entries that are not deleted, the newest first.
pub fn newest_first(journal: &[Entry]) -> Vec<&Entry> {
    let mut entries = oldest_first(journal);
    entries.reverse();
    entries
}

/// The same, the oldest first. By day before time, so that an entry made on a journey stands on the day it was made.
pub fn oldest_first(journal: &[Entry]) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = journal.iter().filter(|entry| !entry.deleted).collect();
    crate::order::sort_by(&mut entries, |a, b| {
        let days = a.when.day().cmp(&b.when.day());
        days.then_with(|| a.when.at.total_cmp(&b.when.at)).then_with(|| a.id.cmp(&b.id))
    });
    entries
}

/// A mean of scores, exact until it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    pub sum: u32,
    pub count: u32,
}

impl Mean {
    pub fn of(scores: impl IntoIterator<Item = Score>) -> Self {
        let add = |mean: Mean, score: Score| Mean { sum: mean.sum + u32::from(score.number()), count: mean.count + 1 };
        scores.into_iter().fold(Mean::default(), add)
    }

    /// In tenths, halves rounded up; `None` for no scores.
    pub fn tenths(self) -> Option<u32> {
        let (sum, count) = (u64::from(self.sum), u64::from(self.count));
        (sum * 20 + count).checked_div(count * 2).and_then(|tenths| u32::try_from(tenths).ok())
    }

    /// Whether this is `by` or more above the other, exactly; never with nothing on one side.
    pub fn is_above(self, other: Mean, by: u8) -> bool {
        let [sum, count, other_sum, other_count] = [self.sum, self.count, other.sum, other.count].map(u64::from);
        count > 0 && other_count > 0 && sum * other_count >= other_sum * count + u64::from(by) * count * other_count
    }

    /// As it is shown: "4.9", and a single score as it is, "5". A dash for no scores.
    pub fn words(self) -> String {
        match self.tenths() {
            None => "–".to_owned(),
            Some(tenths) if self.count == 1 => format!("{}", tenths / 10),
            Some(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        }
    }
}

/// One entry in the plot. At least one of the two scores is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot<'a> {
    /// For its time, its words and its address.
    pub entry: &'a Entry,
    pub day: Day,
    /// From 0, the left edge, to [`WIDTH`].
    pub x: u16,
    pub side: Option<Side>,
    pub before: Option<Score>,
    pub after: Option<Score>,
}

/// Before and after, over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<'a> {
    pub window: Window,
    pub span: Span,
    /// The oldest first, so left to right; no two at the same place while there is room.
    pub dots: Vec<Dot<'a>>,
    /// How many entries with a score are dated after tomorrow, and so are not shown.
    pub ahead: usize,
    /// How many are dated before [`EARLIEST`], where all are to be shown but these.
    pub long_ago: usize,
}

impl<'a> Series<'a> {
    /// The entries of this window that have a score; `side`: only those of one side.
    pub fn new(journal: &'a [Entry], window: Window, side: Option<Side>, today: Day) -> Self {
        let rated = |entry: &&Entry| entry.before.is_some() || entry.after.is_some();
        let on_side = |entry: &&Entry| side.is_none() || entry.side == side;
        let mut entries: Vec<&Entry> = oldest_first(journal).into_iter().filter(rated).filter(on_side).collect();
        let span = Span::of(entries.iter().copied(), window, today);
        let ahead = entries.iter().filter(|entry| entry.when.day() > span.last).count();
        let old = |entry: &&&Entry| window == Window::All && entry.when.day() < span.first;
        let long_ago = entries.iter().filter(old).count();
        entries.retain(|entry| span.contains(entry.when.day()));
        let days: Vec<Day> = entries.iter().map(|entry| entry.when.day()).collect();
        let dot = |(entry, (x, day)): (&'a Entry, (u16, &Day))| Dot {
            entry,
            day: *day,
            x,
            side: entry.side,
            before: entry.before,
            after: entry.after,
        };
        let dots = entries.into_iter().zip(span.spread(&days).into_iter().zip(&days)).map(dot).collect();
        Series { window, span, dots, ahead, long_ago }
    }

    /// The means before and after of the entries that have both, so that they can be compared.
    pub fn means(&self) -> (Mean, Mean) {
        let both = || self.dots.iter().filter_map(|dot| dot.before.zip(dot.after));
        (Mean::of(both().map(|(before, _)| before)), Mean::of(both().map(|(_, after)| after)))
    }

    /// The sentences below the plot: how many, the means, and what they can't show. Means are compared only over entries that
    /// have both numbers, and the others are counted apart.
    pub fn caption(&self) -> String {
        let singles = |dot: &&Dot| dot.before.is_none() || dot.after.is_none();
        let (before, after) = self.means();
        let lone_before = Mean::of(self.dots.iter().filter(singles).filter_map(|dot| dot.before));
        let lone_after = Mean::of(self.dots.iter().filter(singles).filter_map(|dot| dot.after));
        let all = self.dots.len();
        let of_sessions = self.dots.iter().all(|dot| dot.entry.walkthrough.is_some());
        let counted = |count: usize| match (count, of_sessions) {
            (1, true) => "1 session".to_owned(),
            (1, false) => "1 entry".to_owned(),
            (_, true) => format!("{count} sessions"),
            (_, false) => format!("{count} entries"),
        };
        let averaged = |count: u32| if count == 1 { "" } else { ", on average" };
        if all == 0 {
            return match self.window {
                Window::TwoWeeks => "No numbers in these 2 weeks.".to_owned(),
                Window::ThreeMonths => "No numbers in these 3 months.".to_owned(),
                Window::All => "No numbers yet.".to_owned(),
            };
        }
        if before.count == 0 {
            return match (lone_before.count, lone_after.count) {
                (count, 0) => format!("{}: {} before{}. No number after.", counted(all), lone_before.words(), averaged(count)),
                (0, count) => format!("{}: {} after{}. No number before.", counted(all), lone_after.words(), averaged(count)),
                (_, _) => format!("{}, none with a number both before and after.", counted(all)),
            };
        }
        let limit = if before.tenths() == after.tenths() {
            "A diary cannot show why it stayed the same."
        } else {
            "A diary cannot show why it changed."
        };
        let pairs = before.count as usize;
        let means = format!("{}: {} before, {} after{}.", counted(pairs), before.words(), after.words(), averaged(before.count));
        match all - pairs {
            0 => format!("{means} {limit}"),
            1 => format!("{means} 1 more has only one of the two numbers. {limit}"),
            more => format!("{means} {more} more have only one of the two numbers. {limit}"),
        }
    }
}

/// One answer to how sure the person was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer<'a> {
    pub entry: &'a Entry,
    pub day: Day,
    /// From 0 to [`WIDTH`].
    pub x: u16,
    pub found: Found,
}

/// How sure the person was of one muscle on one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Sureness<'a> {
    /// Id of the muscle.
    pub muscle: &'a str,
    pub side: Side,
    pub yes: usize,
    pub not_sure: usize,
    pub no: usize,
    /// The oldest first.
    pub answers: Vec<Answer<'a>>,
}

/// How sure, for each muscle and side, in order of the muscles' ids, the right side first. Also the days covered.
pub fn sureness(journal: &[Entry], window: Window, today: Day) -> (Span, Vec<Sureness<'_>>) {
    let asked = |entry: &&Entry| entry.findings.iter().any(|finding| finding.sure.is_some());
    let entries: Vec<&Entry> = oldest_first(journal).into_iter().filter(asked).collect();
    let span = Span::of(entries.iter().copied(), window, today);
    let mut told: BTreeMap<(&str, bool), Vec<(&Entry, Found)>> = BTreeMap::new();
    for entry in entries.into_iter().filter(|entry| span.contains(entry.when.day())) {
        for finding in &entry.findings {
            if let Some(found) = finding.sure {
                told.entry((&finding.muscle, finding.side == Side::Left)).or_default().push((entry, found));
            }
        }
    }
    let rows = told.into_iter().map(|((muscle, left), told)| {
        let days: Vec<Day> = told.iter().map(|(entry, _)| entry.when.day()).collect();
        let count = |which: Found| told.iter().filter(|(_, found)| *found == which).count();
        let answers = told.iter().zip(span.spread(&days)).zip(&days);
        Sureness {
            muscle,
            side: if left { Side::Left } else { Side::Right },
            yes: count(Found::Yes),
            not_sure: count(Found::NotSure),
            no: count(Found::No),
            answers: answers.map(|(((entry, found), x), day)| Answer { entry, day: *day, x, found: *found }).collect(),
        }
    });
    (span, rows.collect())
}

/// What was found at one place of the body: a muscle, an area of it and a side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tender<'a> {
    /// Id of the muscle.
    pub muscle: &'a str,
    /// Id of the focus area; `None` where none was named.
    pub area: Option<&'a str>,
    pub side: Side,
    /// How many findings there, with a score or without.
    pub count: usize,
    /// The last score there, and when that was.
    pub latest: Option<(Score, Day)>,
    /// The entry of the last finding there.
    pub entry: &'a Entry,
}

/// The tender points of the window, for a body map: the place found last comes first.
///
/// What counts is a finding at a point, in an area, or with a score; a palpation that says no more than how sure it was does not.
pub fn tender(journal: &[Entry], window: Window, today: Day) -> Vec<Tender<'_>> {
    let entries = oldest_first(journal);
    let span = Span::of(entries.iter().copied(), window, today);
    let mut places: BTreeMap<(&str, Option<&str>, bool), (usize, Tender<'_>)> = BTreeMap::new();
    let mut order = 0;
    for entry in entries.into_iter().filter(|entry| span.contains(entry.when.day())) {
        let points = entry.findings.iter().filter(|finding| finding.point.is_some() || finding.area.is_some() || finding.tender.is_some());
        for finding in points {
            let key = (finding.muscle.as_str(), finding.area.as_deref(), finding.side == Side::Left);
            let fresh = Tender { muscle: key.0, area: key.1, side: finding.side, count: 0, latest: None, entry };
            let (last, place) = places.entry(key).or_insert((0, fresh));
            *last = order;
            place.count += 1;
            place.entry = entry;
            if let Some(score) = finding.tender {
                place.latest = Some((score, entry.when.day()));
            }
            order += 1;
        }
    }
    let mut places: Vec<_> = places.into_values().collect();
    crate::order::sort_by_key(&mut places, |(last, _)| std::cmp::Reverse(*last));
    places.into_iter().map(|(_, place)| place).collect()
}

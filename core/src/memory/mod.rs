//! What a learner remembers: a log of reviews that only grows, and what follows from it by the FSRS scheduler (FSRS-6).
//!
//! The log is the record. Stability, difficulty and retrievability of each card are derived from it, and can be thrown away and
//! made anew at any time. Knows no clock: the day comes in.

mod plan;
mod review;
mod scheduler;
mod syllabus;

pub use plan::{Plan, YEAR, forecast, plan};
pub use review::{Rating, Review, Sure, What, skill};
pub use syllabus::{ESSENTIALS, syllabus};

use crate::day::{Day, Millis};
use crate::journal::{BELIEVED, FURTHEST, Stamp};
use crate::record::Learning;
use scheduler::Scheduler;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// After so many failures in a row an item is not asked again until its page was read.
pub const FAILURES: u8 = 3;

/// What is remembered of one card, an item or a skill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Days until the chance of recall has sunk to 90 per cent.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
    /// Local days of the first and the last graded review.
    pub first: Day,
    pub last: Day,
    /// Graded reviews, and those of them that were not [`Rating::Again`].
    pub reviews: u32,
    pub right: u32,
    /// Failures in a row since the last success, or since the page was last read.
    pub failed: u8,
    /// When its last row was, so that an older one is known as such.
    pub moment: Moment,
}

/// When a row was. Of rows of one card at the same millisecond the lower grade counts as the earlier, so that any order of the
/// log gives the same memory: two that compare equal differ in nothing that counts.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Moment {
    pub at: Millis,
    /// From 1 to 4; 0 for a page that was read.
    pub grade: u8,
    /// Minutes to add to local time to get UTC.
    pub offset: i16,
}

/// All cards that were ever reviewed, by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    pub cards: BTreeMap<String, Card>,
    /// Time of the newest row of all.
    pub newest: Millis,
}

/// What of a row counts for memory.
struct Row<'a> {
    card: &'a str,
    moment: Moment,
    day: Day,
    rating: Option<Rating>,
}

impl<'a> Row<'a> {
    /// `None` for a row whose time is broken: it stays in the log and changes nothing.
    fn of(review: &'a Review) -> Option<Self> {
        let Stamp { at, offset } = review.when;
        let believed = BELIEVED.contains(&at);
        let offset = if (-FURTHEST..=FURTHEST).contains(&offset) { offset } else { 0 };
        let rating = review.rating();
        // Adding 0 makes a minus nought plain: what compares equal has to be the same.
        let moment = Moment { at: at + 0.0, offset, grade: rating.map_or(0, |rating| rating as u8) };
        believed.then(|| Row { card: &review.card, moment, day: Stamp { at, offset }.day(), rating })
    }
}

impl Memory {
    /// What follows from a whole log, in whatever order it stands.
    pub fn of(log: &[Review]) -> Self {
        let mut rows: Vec<Row> = log.iter().filter_map(Row::of).collect();
        // None of them is not a number. What compares equal is the same, or of different cards.
        crate::order::sort_by(&mut rows, |a, b| a.moment.partial_cmp(&b.moment).unwrap_or(Ordering::Equal));
        let scheduler = Scheduler::new();
        let mut memory = Memory::default();
        for row in &rows {
            memory.fold(&scheduler, row);
        }
        memory
    }

    /// Takes one more review. False, and nothing changed, when it is older than what is known of its card; then all has to be
    /// made anew with [`Memory::of`].
    pub fn learn(&mut self, review: &Review) -> bool {
        let Some(row) = Row::of(review) else { return true };
        let late = match self.cards.get(row.card) {
            Some(card) => row.moment < card.moment,
            // Its page may have been read before it was ever asked, and no card tells of that.
            None => row.moment.at < self.newest,
        };
        if !late {
            self.fold(&Scheduler::new(), &row);
        }
        !late
    }

    fn fold(&mut self, scheduler: &Scheduler, row: &Row) {
        self.newest = self.newest.max(row.moment.at);
        let known = self.cards.get_mut(row.card);
        let Some(rating) = row.rating else {
            if let Some(card) = known {
                card.failed = 0;
                card.moment = row.moment;
            }
            return;
        };
        let failed = rating == Rating::Again;
        let Some(card) = known else {
            let Some((stability, difficulty)) = scheduler.next(None, 0, rating) else { return };
            let (right, failed) = (u32::from(!failed), u8::from(failed));
            let card = Card { stability, difficulty, first: row.day, last: row.day, reviews: 1, right, failed, moment: row.moment };
            self.cards.insert(row.card.to_owned(), card);
            return;
        };
        if let Some(state) = scheduler.next(Some((card.stability, card.difficulty)), days(card.last, row.day), rating) {
            (card.stability, card.difficulty) = state;
        }
        // Whoever travels west may meet a day twice: time does not go back for that.
        card.last = card.last.max(row.day);
        card.reviews = card.reviews.saturating_add(1);
        card.right = card.right.saturating_add(u32::from(!failed));
        card.failed = if failed { card.failed.saturating_add(1) } else { 0 };
        card.moment = row.moment;
    }

    /// Today's chance of recalling a card, from 0 to 1; `None` for one that was never reviewed.
    pub fn retrievability(&self, card: &str, today: Day) -> Option<f32> {
        self.cards.get(card).map(|card| card.retrievability(today))
    }

    /// The day on which a card is to be asked again; `None` for one that was never reviewed.
    pub fn due(&self, card: &str, learning: &Learning) -> Option<Day> {
        self.cards.get(card).map(|card| card.due(&Scheduler::new(), learning))
    }
}

impl Card {
    /// Today's chance of recall, from 0 to 1.
    pub fn retrievability(&self, today: Day) -> f32 {
        scheduler::retrievability((self.stability, self.difficulty), days(self.last, today))
    }

    fn due(&self, scheduler: &Scheduler, learning: &Learning) -> Day {
        Day(self.last.0.saturating_add(scheduler.interval(self.stability, learning)))
    }
}

/// Days from one to the other, 0 when the other is the earlier.
fn days(from: Day, to: Day) -> u32 {
    u32::try_from(i64::from(to.0) - i64::from(from.0)).unwrap_or(0)
}

//! Puts two records together: nothing twice, nothing taken away, and the same whichever way round and however often.
//!
//! The journal goes by id (see [`crate::journal::merge`]). A row of a log is the same as another if it would be kept the same.
//! A single value is taken only where there is none. Answers of the safety check are never taken: a file may be another
//! person's, or another day's.

use super::{Record, write};
use crate::journal::merge::merge as merge_journals;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What came of it, as the person is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries of the journal that were not here.
    pub new: usize,
    /// Later versions of entries that were.
    pub newer: usize,
    /// Entries that are here already, as late or later.
    pub same: usize,
    /// Entries that were deleted later, there or here, and so are gone.
    pub deleted: usize,
    /// Added to the logs.
    pub reviews: usize,
    pub exams: usize,
    pub sessions: usize,
    pub settings: bool,
    /// A session, a round or an exam that was left in the middle.
    pub open: bool,
    /// What could not be read and was put aside, now or before.
    pub unread: usize,
}

/// Two records put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    pub whole: Record,
    /// What has to be written, since ours did not hold it like this.
    pub added: Record,
    pub counts: Counts,
}

/// Puts `theirs` into `ours`. The gate of `theirs` is left out.
pub fn merge(ours: Record, theirs: Record) -> Merged {
    let shown: BTreeSet<String> = theirs.journal.iter().filter(|entry| !entry.deleted).map(|entry| entry.id.clone()).collect();
    let journal = merge_journals(ours.journal, theirs.journal);
    let here = journal.entries.iter().filter(|entry| !entry.deleted && shown.contains(&entry.id)).count();
    let unread = theirs.unread.len();
    let (settings, new_settings) = one(ours.settings, theirs.settings);
    let (session, new_session) = one(ours.session, theirs.session.filter(|session| !session.is_over()));
    let (round, new_round) = one(ours.round, theirs.round);
    let (exam, new_exam) = one(ours.exam, theirs.exam);
    let (reviews, new_reviews) = log(ours.reviews, theirs.reviews);
    let (exams, new_exams) = log(ours.exams, theirs.exams);
    let (finished, new_finished) = log(ours.finished, theirs.finished);
    let (aside, new_aside) = log(ours.unread, theirs.unread);
    let counts = Counts {
        new: journal.added,
        newer: journal.updated,
        same: here.saturating_sub(journal.added + journal.updated),
        deleted: journal.removed + (shown.len() - here),
        reviews: new_reviews.len(),
        exams: new_exams.len(),
        sessions: new_finished.len(),
        settings: new_settings.is_some(),
        open: new_session.is_some() || new_round.is_some() || new_exam.is_some(),
        unread,
    };
    let added = Record {
        settings: new_settings,
        gate: None,
        session: new_session,
        round: new_round,
        exam: new_exam,
        reviews: new_reviews,
        exams: new_exams,
        finished: new_finished,
        journal: journal.to_write().cloned().collect(),
        unread: new_aside,
    };
    let whole =
        Record { settings, gate: ours.gate, session, round, exam, reviews, exams, finished, journal: journal.entries, unread: aside };
    Merged { whole, added, counts }
}

/// A single value, and what is new of it.
fn one<T: Clone>(ours: Option<T>, theirs: Option<T>) -> (Option<T>, Option<T>) {
    match ours {
        Some(ours) => (Some(ours), None),
        None => (theirs.clone(), theirs),
    }
}

/// A log that only grows, and what is new of it, in their order. A row that stands there more often than here is added as often
/// as it lacks.
fn log<T: Serialize + Clone>(mut ours: Vec<T>, theirs: Vec<T>) -> (Vec<T>, Vec<T>) {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for row in &ours {
        *known.entry(write::json(row)).or_default() += 1;
    }
    let mut is_new = |row: &T| match known.get_mut(&write::json(row)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    let mut new = theirs;
    new.retain(|row| is_new(row));
    ours.extend_from_slice(&new);
    (ours, new)
}

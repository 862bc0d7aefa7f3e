//! The log of reviews, and the memory that follows from it.
//!
//! The log lies in the store and is read whole only for what is saved or exported. So that a start costs the same however long it
//! is, the memory is kept too, with the number of the last row that it holds; a start reads the rows after that one. Such a
//! snapshot is only written while it is certain to hold exactly the rows up to its number: rows of another tab between ours, or
//! a row that could not be kept, end that until the next start, which reads what is missing.

use super::kept::MEMORY;
use super::{App, StorageError, Store};
use crate::markup::prelude::*;
use crate::platform::page;
use palpate_core::exchange::backup::{Record, name, row_of};
use palpate_core::memory::{Memory, Review};
use palpate_core::outbox::Change;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Raise it when the same log gives other numbers than before: what was remembered by the old one is then made anew.
const SCHEDULER: u32 = 1;
/// A snapshot is written after so many reviews, and when the page is hidden.
const OFTEN: u32 = 50;

/// The memory as it is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Snapshot {
    scheduler: u32,
    /// Number of the last row that is in it.
    upto: f64,
    memory: Memory,
}

impl Snapshot {
    /// `None` for one that can't be read or that another scheduler made.
    pub(super) fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|snapshot: &Snapshot| snapshot.scheduler == SCHEDULER)
    }
}

/// How far the memory follows the log.
#[derive(Debug, Default)]
pub(super) struct Track {
    /// Number of the last row that is in the memory.
    pub(super) upto: f64,
    /// Rows in it that the last snapshot has not.
    since: u32,
    /// Whether the memory may hold other rows than those up to `upto`.
    pub(super) astray: bool,
    /// Whether the store is to be read again, since another tab wrote or a row came late.
    pub(super) stale: bool,
}

impl Track {
    /// After everything was erased: the numbers go on where they were.
    pub(super) fn erased() -> Self {
        Track { astray: true, ..Track::default() }
    }

    /// Whether no row was ever seen.
    pub(super) fn is_new(&self) -> bool {
        self.upto == 0.0
    }

    /// Follows rows that were written. Rows of another tab between ours are read later.
    pub(super) fn follow(&mut self, numbers: &[f64], all: bool) {
        for number in numbers {
            if *number == self.upto + 1.0 {
                self.advance(*number, 1);
            } else {
                (self.astray, self.stale) = (true, true);
            }
        }
        if !all {
            (self.astray, self.stale) = (true, true);
        }
    }

    pub(super) fn advance(&mut self, upto: f64, rows: usize) {
        self.upto = upto;
        self.since += u32::try_from(rows).unwrap_or(u32::MAX);
    }

    pub(super) fn is_due(&self) -> bool {
        self.since >= OFTEN
    }
}

/// The memory as of the last row: from the snapshot and what came after it, or else from the whole log.
pub(super) async fn remembered(store: &Store, snapshot: Option<Snapshot>) -> Result<(Memory, Track), StorageError> {
    if let Some(Snapshot { upto, mut memory, .. }) = snapshot {
        let (rows, last) = store.rows_after(name::REVIEWS, upto).await?;
        let since = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if reviews(&rows).iter().all(|review| memory.learn(review)) {
            return Ok((memory, Track { upto: last, since, ..Track::default() }));
        }
    }
    let (rows, last) = store.rows_after(name::REVIEWS, 0.0).await?;
    let since = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Ok((Memory::of(&reviews(&rows)), Track { upto: last, since, ..Track::default() }))
}

/// Those that can be read.
fn reviews(rows: &[String]) -> Vec<Review> {
    let mut record = Record::default();
    rows.iter().for_each(|row| record.add(name::REVIEWS, row));
    record.reviews
}

impl App {
    pub(super) fn track<T>(self, with: impl FnOnce(&mut Track) -> T) -> T {
        self.inner.with_value(|inner| with(&mut inner.track.borrow_mut()))
    }

    /// Reviews of this visit that are not kept yet, or can't be.
    pub(super) fn waiting_reviews(self) -> Vec<Review> {
        reviews(&self.outbox(|outbox| outbox.reviews().into_iter().map(str::to_owned).collect::<Vec<_>>()))
    }

    /// Adds a row to the log, and to the memory.
    pub(super) fn learn(self, review: Review) {
        self.follow(&review);
        self.put(Change::Row(name::REVIEWS, row_of(&review)));
    }

    /// Makes the memory anew from the whole log.
    pub(super) async fn relearn(self, store: &Rc<Store>) -> Result<(), StorageError> {
        let (memory, track) = remembered(store, None).await?;
        // A row that is being written may be in neither, or in both: then it is looked again when it is written.
        let waiting = self.waiting_reviews();
        let astray = !waiting.is_empty();
        self.track(|kept| *kept = Track { astray, stale: astray, ..track });
        self.memory.set(waiting.iter().fold(memory, |mut memory, review| {
            memory.learn(review);
            memory
        }));
        Ok(())
    }

    /// Keeps the memory, where it holds exactly the rows up to a number.
    pub(super) fn keep_snapshot(self) {
        let waits = !self.outbox(|outbox| outbox.reviews().is_empty());
        let upto = self.track(|track| {
            let sure = !track.astray && !waits && track.since > 0;
            sure.then(|| {
                track.since = 0;
                track.upto
            })
        });
        if let Some(upto) = upto {
            self.keep(MEMORY, Some(&Snapshot { scheduler: SCHEDULER, upto, memory: self.memory.get_untracked() }));
        }
    }

    /// Keeps a snapshot when the page is hidden, and now if the start had much to read.
    pub(super) fn watch_memory(self) {
        page::on_hidden(move |hidden| {
            if hidden {
                self.keep_snapshot();
            }
        })
        .forget();
        if self.track(|track| track.is_due()) {
            self.keep_snapshot();
        }
    }
}

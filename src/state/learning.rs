//! The log of reviews, and the memory that follows from it.
//!
//! The log lies in the store and is read whole only for what is saved or exported. So that a start costs the same however long it
//! is, the memory is kept too, with the number of the last row that it holds; a start reads the rows after that one. Such a
//! snapshot is only written while it is certain to hold exactly the rows up to its number: rows of another tab between ours, or
//! a row that could not be kept, end that until the next start, which reads what is missing.

use super::kept::MEMORY;
use super::{App, Log, StorageError, Store};
use crate::platform::page;
use leptos::prelude::*;
use palpate_core::exchange::backup::{Record, name, row_of};
use palpate_core::memory::{Memory, Review};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

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
    upto: f64,
    /// Rows in it that the last snapshot has not.
    since: u32,
    /// Rows that are being written.
    pending: u32,
    /// Whether the memory may hold other rows than those up to `upto`.
    astray: bool,
    /// Rows that could not be kept, or all where nothing is. They last as long as the page.
    unkept: Vec<Review>,
}

/// The memory as of the last row: from the snapshot and what came after it, or else from the whole log.
pub(super) async fn remembered(store: &Store, snapshot: Option<Snapshot>) -> Result<(Memory, Track), StorageError> {
    if let Some(Snapshot { upto, mut memory, .. }) = snapshot {
        let (rows, last) = store.rows_after(Log::Reviews, upto).await?;
        let since = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if reviews(&rows).iter().all(|review| memory.learn(review)) {
            return Ok((memory, Track { upto: last, since, ..Track::default() }));
        }
    }
    let (rows, last) = store.rows_after(Log::Reviews, 0.0).await?;
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
    fn track<T>(self, with: impl FnOnce(&mut Track) -> T) -> T {
        self.inner.with_value(|inner| with(&mut inner.track.borrow_mut()))
    }

    /// Reviews of this visit that could not be kept.
    pub(super) fn unkept(self) -> Vec<Review> {
        self.track(|track| track.unkept.clone())
    }

    pub(super) fn forget_unkept(self) {
        self.track(|track| *track = Track { astray: true, ..Track::default() });
    }

    pub(super) fn add_unkept(self, reviews: Vec<Review>) {
        self.track(|track| track.unkept.extend(reviews));
    }

    /// Adds a row to the log, and to the memory.
    pub(super) fn learn(self, review: Review) {
        let follows = self.memory.try_update(|memory| memory.learn(&review)).unwrap_or(true);
        let Some(store) = self.store() else {
            self.add_unkept(vec![review]);
            if !follows {
                self.memory.set(Memory::of(&self.unkept()));
            }
            return;
        };
        self.track(|track| track.pending += 1);
        spawn_local(async move {
            let kept = store.append(Log::Reviews, &row_of(&review)).await;
            let trouble = self.track(|track| {
                track.pending -= 1;
                match kept {
                    Ok(number) if number == track.upto + 1.0 => {
                        track.upto = number;
                        track.since += 1;
                        None
                    }
                    Ok(_) => {
                        track.astray = true;
                        None
                    }
                    Err(error) => {
                        track.astray = true;
                        track.unkept.push(review);
                        Some(error)
                    }
                }
            });
            if trouble.is_some() {
                self.trouble.set(trouble);
            }
            if !follows && let Err(error) = self.relearn(&store).await {
                self.trouble.set(Some(error));
            }
            if self.track(|track| track.since >= OFTEN) {
                self.keep_snapshot();
            }
        });
    }

    /// Makes the memory anew from the whole log.
    pub(super) async fn relearn(self, store: &Rc<Store>) -> Result<(), StorageError> {
        let (memory, track) = remembered(store, None).await?;
        let late = self.track(|kept| {
            // A row that is still being written may be in neither: the next start finds it.
            let (pending, unkept) = (kept.pending, std::mem::take(&mut kept.unkept));
            *kept = Track { pending, astray: pending > 0 || !unkept.is_empty(), unkept, ..track };
            kept.unkept.clone()
        });
        self.memory.set(late.iter().fold(memory, |mut memory, review| {
            memory.learn(review);
            memory
        }));
        Ok(())
    }

    /// Keeps the memory, where it holds exactly the rows up to a number.
    pub(super) fn keep_snapshot(self) {
        let upto = self.track(|track| {
            let sure = !track.astray && track.pending == 0 && track.since > 0;
            sure.then(|| {
                track.since = 0;
                track.upto
            })
        });
        if let Some(upto) = upto {
            self.keep(MEMORY, Some(Snapshot { scheduler: SCHEDULER, upto, memory: self.memory.get_untracked() }));
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
        if self.track(|track| track.since >= OFTEN) {
            self.keep_snapshot();
        }
    }
}

//! From a change to the store: what is done in one go is written in one go, and what could not be written waits and is tried again.
//!
//! Nothing counts as kept before the browser says that it is (see `core::outbox`). Other tabs are told through a mark, and what they
//! wrote is read here: when they tell, and when the person comes back to this tab.

use super::{App, StorageError, kept};
use crate::markup::prelude::*;
use crate::platform::{clock, mark, page};
use crate::route::Route;
use gloo_timers::callback::Timeout;
use palpate_core::exam::Sat;
use palpate_core::exchange::backup::{name, row_of};
use palpate_core::gate::Gate;
use palpate_core::journal::Stamp;
use palpate_core::memory::{Memory, Review, What};
use palpate_core::outbox::{Change, Outbox};
use serde::Serialize;
use wasm_bindgen_futures::spawn_local;

/// What failed is tried again after so many milliseconds.
const AGAIN: u32 = 5_000;

impl App {
    pub(super) fn outbox<T>(self, with: impl FnOnce(&mut Outbox) -> T) -> T {
        self.inner.with_value(|inner| with(&mut inner.outbox.borrow_mut()))
    }

    /// Keeps a value; `None` forgets it.
    pub(super) fn keep<T: Serialize>(self, name: &'static str, value: Option<&T>) {
        self.put(Change::Value(name, value.map(row_of)));
    }

    /// Keeps today's gate. A stop that another tab has kept stays, whatever this tab knows of it.
    pub(super) fn keep_gate(self) {
        fn joined(kept: &str, new: &str) -> Option<String> {
            let (kept, mut new): (Gate, Gate) = (serde_json::from_str(kept).ok()?, serde_json::from_str(new).ok()?);
            new.keep_stop(&kept);
            Some(row_of(&new))
        }
        self.put(Change::Joined(name::GATE, row_of(&self.gate.get_untracked()), joined));
    }

    /// Hands an exam in: its record, the end of the sitting and its answers together, and but once, however many tabs have it open.
    pub fn hand_in(self, sat: Sat, answers: Vec<(String, What)>) {
        fn same(kept: &str, new: &str) -> bool {
            let [kept, new] = [kept, new].map(|row| serde_json::from_str::<Sat>(row).ok());
            kept.zip(new).is_some_and(|(kept, new)| kept.is_of(new.seed, new.when))
        }
        let when = Stamp { at: clock::now(), offset: clock::offset() };
        let mut with = vec![Change::Value(name::EXAM, None)];
        for (card, what) in answers {
            let review = Review { card, when, what };
            with.push(Change::Row(name::REVIEWS, row_of(&review)));
            self.follow(&review);
        }
        self.put(Change::Once(name::EXAMS, row_of(&sat), same, with));
        self.exam.set(None);
        self.exams.update(|log| log.push(sat));
    }

    /// Keeps a change, together with all that is changed in the same go.
    pub(super) fn put(self, change: Change) {
        self.outbox(|outbox| outbox.put(change));
        if !self.unsaved.get_untracked() {
            self.unsaved.set(true);
        }
        self.send();
    }

    fn send(self) {
        let Some(store) = self.store() else { return };
        spawn_local(async move {
            while let Some(changes) = self.outbox(Outbox::take) {
                let came = store.commit(&changes, name::REVIEWS).await;
                self.outbox(|outbox| outbox.came(came.is_ok()));
                match came {
                    Ok(written) => {
                        mark::set();
                        if self.trouble.with_untracked(Option::is_some) {
                            self.trouble.set(None);
                        }
                        self.track(|track| track.follow(&written.numbers, written.all));
                    }
                    Err(error) => return self.try_again(error),
                }
            }
            if self.outbox(|outbox| outbox.is_empty()) {
                self.unsaved.set(false);
                self.catch_up();
            }
        });
    }

    fn try_again(self, error: StorageError) {
        match error {
            StorageError::Full | StorageError::Failed => self.inner.with_value(|inner| {
                // The one before is put off, so that there is never more than one.
                *inner.next_try.borrow_mut() = Some(Timeout::new(AGAIN, move || self.send()));
            }),
            // Only another start of the page can help.
            StorageError::Denied
            | StorageError::Blocked
            | StorageError::Newer
            | StorageError::Damaged
            | StorageError::Closed
            | StorageError::Unread => {}
        }
        self.trouble.set(Some(error));
    }

    /// After all is written: the snapshot, and what other tabs wrote meanwhile.
    fn catch_up(self) {
        if self.track(|track| track.stale) {
            self.look_again();
        } else if self.track(|track| track.is_due()) {
            self.keep_snapshot();
        }
    }

    /// Reads what other tabs write, as soon as they tell or the person comes back here.
    pub(super) fn watch_others(self) {
        mark::on_change(move || self.look_again()).forget();
        page::on_focus(move || self.look_again()).forget();
    }

    fn look_again(self) {
        self.track(|track| track.stale = true);
        let Some(store) = self.store().filter(|_| self.outbox(|outbox| outbox.is_empty())) else { return };
        spawn_local(async move {
            let (upto, astray) = self.track(|track| {
                track.stale = false;
                (track.upto, track.astray)
            });
            let before = self.outbox(|outbox| outbox.count());
            let Ok(read) = kept::read_again(&store, upto).await else { return };
            // What is changed here meanwhile comes first.
            if self.outbox(|outbox| outbox.count()) != before {
                return self.look_again();
            }
            let kept::Again { record, reviews, last, emptied } = read;
            let missed = reviews.iter().any(|review| !self.memory.try_update(|memory| memory.learn(review)).unwrap_or(true));
            if missed || astray || emptied {
                if let Err(error) = self.relearn(&store).await {
                    self.trouble.set(Some(error));
                }
            } else {
                self.track(|track| track.advance(last, reviews.len()));
            }
            self.take_over_kept(record);
        });
    }

    /// Takes what is kept in place of what this tab holds, but for what is being done here.
    fn take_over_kept(self, record: palpate_core::exchange::backup::Record) {
        fn change<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
            if signal.with_untracked(|held| *held != now) {
                signal.set(now);
            }
        }
        change(self.settings, record.settings.unwrap_or_default());
        record.gate.into_iter().for_each(|gate| change(self.gate, gate));
        change(self.journal, record.journal);
        if self.finished.with_untracked(Vec::len) != record.finished.len() {
            self.finished.set(record.finished);
        }
        let route = self.route.get_untracked();
        let over = self.exam.with_untracked(|exam| exam.as_ref().is_some_and(|exam| kept::is_logged(exam, &record.exams)));
        change(self.exams, record.exams);
        if !matches!(route, Route::Walkthrough { .. }) {
            change(self.session, record.session);
        }
        if !matches!(route, Route::Round(_) | Route::Today) {
            change(self.round, record.round);
        }
        let sitting = matches!(route, Route::Exam { .. });
        if over || !sitting {
            let mut exam = record.exam.filter(|_| !over);
            // The time that this tab has seen pass stays used.
            exam.iter_mut().for_each(|exam| {
                self.exam.with_untracked(|held| held.iter().for_each(|held| exam.keep_time(held)));
            });
            change(self.exam, exam);
        }
        if over && sitting {
            self.go(&Route::Exams { at: Some(self.exams.with_untracked(Vec::len)) });
        }
    }

    /// Brings a review into the memory.
    pub(super) fn follow(self, review: &Review) {
        let follows = self.memory.try_update(|memory| memory.learn(review)).unwrap_or(true);
        if !follows {
            self.track(|track| (track.astray, track.stale) = (true, true));
            if self.store().is_none() {
                let mut all = self.waiting_reviews();
                all.push(review.clone());
                self.memory.set(Memory::of(&all));
            }
        }
    }
}

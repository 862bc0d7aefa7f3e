//! Reads a saved file back in, without doubles and without taking anything away: `core` merges, this keeps what is new.
//!
//! Answers of the safety check are never taken: a file may be another person's, or another day's; a stop of today is, since it
//! forbids a second try wherever it was felt.

use super::{App, StorageError};
use crate::markup::prelude::*;
use crate::platform::{clock, mark};
use palpate_core::Day;
use palpate_core::exchange::backup::{self, BackupError, Counts, Merged, Record, aside, block, merge, name, row_of};
use palpate_core::gate::{Closed, Gate, Verdict};
use palpate_core::memory::Memory;
use palpate_core::outbox::Change;
use palpate_core::record::Settings;

/// So many reviews of a file are kept together.
const AT_ONCE: usize = 500;

/// Why a file was not read in; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    File(#[from] BackupError),
    #[error("{}", unkept(.0))]
    Storage(#[from] StorageError),
}

fn unkept(error: &StorageError) -> &'static str {
    match error {
        StorageError::Full => {
            "This device has no room left for what is in this file. Nothing was changed. Free some space, then read it in again."
        }
        StorageError::Denied
        | StorageError::Blocked
        | StorageError::Newer
        | StorageError::Damaged
        | StorageError::Closed
        | StorageError::Unread
        | StorageError::Failed => {
            "Your browser could not keep what is in this file. Nothing was changed. Load this page again, then read the file in again."
        }
    }
}

/// What came of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub counts: Counts,
    /// A stop of today, which closes the hands-on part here too.
    pub stopped: bool,
}

impl App {
    /// Everything kept, read anew: another tab may have written since.
    ///
    /// # Errors
    /// When the browser fails to read. Without a store it is what this visit holds.
    pub async fn record(self) -> Result<Record, StorageError> {
        let mut record = Record::default();
        let store = self.store();
        if let Some(store) = &store {
            let places = store.everything().await?;
            let own = |place: &str| place == super::kept::MEMORY || place == super::kept::CARRIED;
            places.iter().filter(|(place, _)| !own(place)).for_each(|(place, json)| record.add(place, json));
        }
        // What waits to be kept, or can't be.
        if store.is_none() || self.unsaved.get_untracked() {
            let mut reviews = std::mem::take(&mut record.reviews);
            reviews.extend(self.waiting_reviews());
            let held = Record {
                settings: Some(self.settings.get_untracked()).filter(|settings| *settings != Settings::default()),
                gate: Some(self.gate.get_untracked()),
                session: self.session.get_untracked(),
                round: self.round.get_untracked(),
                exam: self.exam.get_untracked(),
                reviews,
                exams: self.exams.get_untracked(),
                finished: self.finished.get_untracked(),
                journal: self.journal.get_untracked(),
                unread: Vec::new(),
            };
            record = merge(held, record).whole;
        }
        Ok(record)
    }

    /// Everything kept, as the text of a JSON file.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn export(self) -> Result<String, StorageError> {
        Ok(backup::write(&self.record().await?, &clock::iso(clock::now())))
    }

    /// Reads a saved file in.
    ///
    /// # Errors
    /// [`ImportError`] with what to tell the person; then nothing was changed, here or on the device.
    pub async fn import(self, text: &str) -> Result<Imported, ImportError> {
        Ok(self.take_in(backup::read(text)?).await?)
    }

    /// Merges a record into what is kept: all of it, or on an error nothing.
    pub(super) async fn take_in(self, mut theirs: Record) -> Result<Imported, StorageError> {
        let gate = theirs.gate.take().and_then(|gate| self.stopped_elsewhere(&gate, clock::today()));
        let Merged { whole, added, counts } = merge(self.record().await?, theirs);
        let imported = Imported { counts, stopped: gate.is_some() };
        match self.store() {
            Some(store) => {
                store.commit(&changes(&added, gate.as_ref()), "").await?;
                mark::set();
                self.relearn(&store).await?;
                self.keep_snapshot();
            }
            None => {
                added.reviews.chunks(AT_ONCE).for_each(|reviews| self.put(Change::Row(name::REVIEWS, block(reviews))));
                self.memory.set(Memory::of(&whole.reviews));
            }
        }
        self.journal.set(whole.journal);
        self.exams.set(whole.exams);
        self.finished.set(whole.finished);
        added.settings.into_iter().for_each(|settings| self.settings.set(settings));
        added.session.into_iter().for_each(|session| self.session.set(Some(session)));
        added.round.into_iter().for_each(|round| self.round.set(Some(round)));
        added.exam.into_iter().for_each(|exam| self.exam.set(Some(exam)));
        gate.into_iter().for_each(|gate| self.gate.set(gate));
        Ok(imported)
    }

    /// Today's gate, closed, where a gate of today in a file was closed by a stop; `None` where nothing changes.
    fn stopped_elsewhere(self, theirs: &Gate, today: Day) -> Option<Gate> {
        let safety = &self.knowledge.safety;
        let stopped = |gate: &Gate| match gate.verdict(safety, today) {
            Verdict::Closed(reasons) => reasons.iter().find_map(|reason| match reason {
                Closed::Stopped(rule) => Some(rule.map_or_else(String::new, |rule| rule.id.clone())),
                Closed::Question(..) | Closed::ClinicianFirst | Closed::Postpone => None,
            }),
            Verdict::Questions { .. } | Verdict::ClinicianFirst | Verdict::Postpone | Verdict::Open => None,
        };
        let rule = stopped(theirs)?;
        let mut ours = Gate::for_day(Some(self.gate.get_untracked()), today);
        if stopped(&ours).is_some() {
            return None;
        }
        ours.stop_for_today(&rule);
        Some(ours)
    }
}

/// All that is to be written, at once.
fn changes(added: &Record, gate: Option<&Gate>) -> Vec<Change> {
    let value = |name, json: Option<String>| json.map(|json| Change::Value(name, Some(json)));
    let mut all = Vec::new();
    all.extend(added.journal.iter().map(|entry| Change::Entry(entry.id.clone(), row_of(entry))));
    all.extend(added.reviews.chunks(AT_ONCE).map(|reviews| Change::Row(name::REVIEWS, block(reviews))));
    all.extend(added.exams.iter().map(|sat| Change::Row(name::EXAMS, row_of(sat))));
    all.extend(added.finished.iter().map(|finished| Change::Row(name::FINISHED, row_of(finished))));
    all.extend(value(name::SETTINGS, added.settings.as_ref().map(row_of)));
    all.extend(value(name::SESSION, added.session.as_ref().map(row_of)));
    all.extend(value(name::ROUND, added.round.as_ref().map(row_of)));
    all.extend(value(name::EXAM, added.exam.as_ref().map(row_of)));
    all.extend(value(name::GATE, gate.map(row_of)));
    all.extend(added.unread.iter().map(|(place, json)| Change::Row(name::UNREAD, aside(place, json))));
    all
}

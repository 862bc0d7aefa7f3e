//! Reads a saved file back in, without doubles and without taking anything away: `core` merges, this keeps what is new.
//!
//! Answers of the safety check are never taken: a file may be another person's, or another day's; a stop of today is, since it
//! forbids a second try wherever it was felt.

use super::{App, Batch, Log, StorageError};
use crate::platform::clock;
use leptos::prelude::*;
use palpate_core::Day;
use palpate_core::exchange::backup::{self, BackupError, Counts, Merged, Record, aside, block, merge, name, row_of};
use palpate_core::gate::{Closed, Gate, Verdict};
use palpate_core::memory::Memory;
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
        StorageError::Full => "This device has no room left for what is in this file. Nothing was changed.",
        StorageError::Denied | StorageError::Blocked | StorageError::Newer | StorageError::Failed => {
            "Your browser could not keep what is in this file. Nothing was changed."
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
        match self.store() {
            Some(store) => {
                let places = store.everything().await?;
                let own = |place: &str| place == super::kept::MEMORY || place == super::kept::CARRIED;
                places.iter().filter(|(place, _)| !own(place)).for_each(|(place, json)| record.add(place, json));
            }
            None => {
                record = Record {
                    settings: Some(self.settings.get_untracked()).filter(|settings| *settings != Settings::default()),
                    gate: Some(self.gate.get_untracked()),
                    session: self.session.get_untracked(),
                    round: self.round.get_untracked(),
                    exam: self.exam.get_untracked(),
                    exams: self.exams.get_untracked(),
                    finished: self.finished.get_untracked(),
                    journal: self.journal.get_untracked(),
                    ..record
                };
            }
        }
        record.reviews.extend(self.unkept());
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
                store.add_all(batch(&added, gate.as_ref())).await?;
                self.relearn(&store).await?;
                self.keep_snapshot();
            }
            None => {
                self.add_unkept(added.reviews);
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
fn batch(added: &Record, gate: Option<&Gate>) -> Batch {
    let mut batch = Batch::default();
    added.journal.iter().for_each(|entry| batch.entry(&entry.id, row_of(entry)));
    added.reviews.chunks(AT_ONCE).for_each(|reviews| batch.row(Log::Reviews, block(reviews)));
    added.exams.iter().for_each(|sat| batch.row(Log::Exams, row_of(sat)));
    added.finished.iter().for_each(|finished| batch.row(Log::Finished, row_of(finished)));
    added.settings.iter().for_each(|settings| batch.value(name::SETTINGS, row_of(settings)));
    added.session.iter().for_each(|session| batch.value(name::SESSION, row_of(session)));
    added.round.iter().for_each(|round| batch.value(name::ROUND, row_of(round)));
    added.exam.iter().for_each(|exam| batch.value(name::EXAM, row_of(exam)));
    gate.iter().for_each(|gate| batch.value(name::GATE, row_of(gate)));
    added.unread.iter().for_each(|(place, json)| batch.aside(aside(place, json)));
    batch
}

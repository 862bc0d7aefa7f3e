//! Reads a saved file back in, without doubles and without taking anything away.
//!
//! The journal is merged by `core`. Logs grow by what they lack. Settings, an open session and an open round are taken only
//! where there are none here. Answers of the safety check are never taken: a file may be another person's, or another day's;
//! a stop of today is, since it forbids a second try wherever it was felt.

use super::{App, Batch, Log, StorageError, Store};
use crate::platform::backup::{self, Backup, BackupError, Rows};
use crate::platform::clock;
use leptos::prelude::*;
use palpate_core::gate::{Closed, Gate, Verdict};
use palpate_core::journal::Entry;
use palpate_core::journal::merge::{Merged, MergedLog, merge, merge_logs};
use palpate_core::quiz::Round;
use palpate_core::record::{Answered, Settings};
use palpate_core::walkthrough::{Finished, Session};
use palpate_core::{Day, Millis};
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;

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
    /// Entries of the journal that were not here.
    pub new: usize,
    /// Later versions of entries that were.
    pub newer: usize,
    /// Entries that are here already, as late or later.
    pub same: usize,
    /// Entries that were deleted later, there or here, and so are gone.
    pub deleted: usize,
    /// Added to the logs.
    pub answers: usize,
    pub sessions: usize,
    pub settings: bool,
    /// A session or a round that was left in the middle.
    pub open: bool,
    /// A stop of today, which closes the hands-on part here too.
    pub stopped: bool,
    /// What could not be read and was put aside, now or before.
    pub unread: usize,
}

/// What is kept here, as it was read anew for the import, and what is to be changed of it.
struct Import {
    journal: Merged,
    answered: MergedLog<Answered>,
    finished: MergedLog<Finished>,
    settings: Option<Settings>,
    session: Option<Session>,
    round: Option<Round>,
    gate: Option<Gate>,
    /// What to put aside.
    aside: Vec<JsValue>,
    said: Imported,
}

impl App {
    /// Reads a saved file in.
    ///
    /// # Errors
    /// [`ImportError`] with what to tell the person; then nothing was changed, here or on the device.
    pub async fn import(self, text: &str) -> Result<Imported, ImportError> {
        let file = Backup::of(text)?;
        let store = self.store();
        let mut import = match &store {
            Some(store) => self.compare(store, file).await?,
            None => self.compare_without(file),
        };
        if let Some(store) = &store {
            store.add_all(import.batch()?).await?;
        }
        self.journal.set(import.journal.entries);
        self.answered.set(import.answered.entries);
        self.finished.set(import.finished.entries);
        import.settings.into_iter().for_each(|settings| self.settings.set(settings));
        import.session.into_iter().for_each(|session| self.session.set(Some(session)));
        import.round.into_iter().for_each(|round| self.round.set(Some(round)));
        import.gate.into_iter().for_each(|gate| self.gate.set(gate));
        Ok(import.said)
    }

    /// Compares a file with what is kept: read anew, since another tab may have written since.
    async fn compare(self, store: &Store, file: Backup) -> Result<Import, StorageError> {
        let journal: Rows<Entry> = store.journal_rows().await?;
        let answered: Rows<Answered> = store.rows(Log::Answered).await?;
        let finished: Rows<Finished> = store.rows(Log::Finished).await?;
        let has_settings = store.get::<Settings>("settings").await?.is_some();
        let mut known: BTreeSet<String> = store.unread().await?.iter().filter_map(backup::written).collect();
        for (name, rows) in
            [("journal", &journal.unread), (Log::Answered.name(), &answered.unread), (Log::Finished.name(), &finished.unread)]
        {
            known.extend(rows.iter().filter_map(|row| backup::written(&backup::aside(name, row))));
        }
        let kept = (journal.read, answered.read, finished.read);
        Ok(self.sort(file, kept, has_settings, known))
    }

    /// The same where nothing is kept.
    fn compare_without(self, file: Backup) -> Import {
        let kept = (self.journal.get_untracked(), self.answered.get_untracked(), self.finished.get_untracked());
        let has_settings = self.settings.with_untracked(|settings| *settings != Settings::default());
        self.sort(file, kept, has_settings, BTreeSet::new())
    }

    /// Sorts what stands in a file into what is new and what is not. `known` is what was put aside before, as text.
    fn sort(
        self,
        file: Backup,
        (journal, answered, finished): (Vec<Entry>, Vec<Answered>, Vec<Finished>),
        has_settings: bool,
        mut known: BTreeSet<String>,
    ) -> Import {
        let today = clock::today();
        let mut aside = file.unread;
        let entries: Rows<Entry> = Rows::sound(file.journal, is_sound);
        let answers: Rows<Answered> = Rows::sound(file.answered, |answered: &Answered| is_time(answered.at));
        let sessions: Rows<Finished> = Rows::sound(file.finished, |finished: &Finished| is_time(finished.at));
        let mut kept = Single { values: file.kept, aside: Vec::new() };
        let (settings, session, round, gate) = (kept.take("settings"), kept.take("session"), kept.take("round"), kept.take("gate"));
        aside.extend(entries.unread.iter().map(|row| backup::aside("journal", row)));
        aside.extend(answers.unread.iter().map(|row| backup::aside(Log::Answered.name(), row)));
        aside.extend(sessions.unread.iter().map(|row| backup::aside(Log::Finished.name(), row)));
        aside.extend(kept.values.iter().map(|(name, value)| backup::aside(name, value)));
        aside.append(&mut kept.aside);
        let unread = aside.len();
        // What can't be written as text can't be told from what is aside already, nor saved to a file: it is left out.
        aside.retain(|row| backup::written(row).is_some_and(|text| known.insert(text)));

        let theirs: BTreeSet<String> = entries.read.iter().filter(|entry| !entry.deleted).map(|entry| entry.id.clone()).collect();
        let journal = merge(journal, entries.read);
        let answered = merge_logs(answered, answers.read, |answered| answered.at);
        let finished = merge_logs(finished, sessions.read, |finished| finished.at);
        let settings = settings.filter(|_| !has_settings);
        let shown = journal.entries.iter().filter(|entry| !entry.deleted && theirs.contains(&entry.id)).count();
        let session = session.filter(|session: &Session| !session.is_over() && self.session.with_untracked(Option::is_none));
        let round = round.filter(|_| self.round.with_untracked(Option::is_none));
        let gate = gate.and_then(|gate| self.stopped_elsewhere(&gate, today));
        let said = Imported {
            new: journal.added,
            newer: journal.updated,
            same: shown.saturating_sub(journal.added + journal.updated),
            deleted: journal.removed + (theirs.len() - shown),
            answers: answered.write.len(),
            sessions: finished.write.len(),
            settings: settings.is_some(),
            open: session.is_some() || round.is_some(),
            stopped: gate.is_some(),
            unread,
        };
        Import { journal, answered, finished, settings, session, round, gate, aside, said }
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

impl Import {
    /// All that is to be written, at once.
    fn batch(&mut self) -> Result<Batch, StorageError> {
        let mut batch = Batch::default();
        self.journal.to_write().try_for_each(|entry| batch.entry(&entry.id, entry))?;
        self.answered.to_write().try_for_each(|answered| batch.log(Log::Answered, answered))?;
        self.finished.to_write().try_for_each(|finished| batch.log(Log::Finished, finished))?;
        self.settings.iter().try_for_each(|settings| batch.value("settings", settings))?;
        self.session.iter().try_for_each(|session| batch.value("session", session))?;
        self.round.iter().try_for_each(|round| batch.value("round", round))?;
        self.gate.iter().try_for_each(|gate| batch.value("gate", gate))?;
        self.aside.drain(..).for_each(|pair| batch.aside(pair));
        Ok(batch)
    }
}

/// The single values of a file.
struct Single {
    values: Vec<(String, JsValue)>,
    aside: Vec<JsValue>,
}

impl Single {
    /// The value with this name; one that can't be read is put aside.
    fn take<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let at = self.values.iter().position(|(own, _)| own == name)?;
        let (_, value) = self.values.swap_remove(at);
        let mut rows: Rows<T> = Rows::of(vec![value]);
        self.aside.extend(rows.unread.iter().map(|row| backup::aside(name, row)));
        rows.read.pop()
    }
}

/// Whether it is a moment of this or the next century: what else a file may claim can't be shown as a day.
fn is_time(at: Millis) -> bool {
    (0.0..6e12).contains(&at)
}

/// Whether an entry can be shown and opened: its id stands in its address, beside those of the journal's own pages.
fn is_sound(entry: &Entry) -> bool {
    let id = entry.id.as_str();
    let plain = (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain && !["new", "summary"].contains(&id) && is_time(entry.when.at) && is_time(entry.changed) && entry.when.offset.abs() <= 1440
}

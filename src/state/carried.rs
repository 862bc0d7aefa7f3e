//! A copy of the app that carries a record along, and what is done with that record where the copy is opened.
//!
//! Where nothing is kept yet it is taken over and a banner says so; where something is, the person is asked. What was answered is
//! remembered by the record's fingerprint, so that it neither asks twice nor comes back after everything was erased. Where the
//! browser keeps nothing, nothing can be remembered either: the record is then used for as long as the page lives.

use super::kept::CARRIED;
use super::{App, Imported, StorageError};
use crate::markup::prelude::*;
use crate::platform::download::Content;
use crate::platform::single_file::{self, SingleFileError};
use palpate_core::exchange::backup::carried::{END, ID, ending, fingerprint};
use palpate_core::exchange::backup::{self, BackupError, Record};
use wasm_bindgen_futures::spawn_local;

/// What became of the record that this copy carries.
#[derive(Clone, Debug, PartialEq)]
pub enum Carried {
    /// It is for the person to say.
    Asked(Box<Offer>),
    /// It was taken over. `saved` as in [`Offer`].
    Taken { saved: Option<String>, imported: Imported },
    /// It can't be read.
    Broken(BackupError),
}

/// A record that can be taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The day it was saved, `2026-11-21`.
    pub saved: Option<String>,
    pub answers: usize,
    pub exams: usize,
    pub sessions: usize,
    pub entries: usize,
    record: Record,
    fingerprint: String,
}

/// Why there is no copy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CopyError {
    #[error(transparent)]
    Page(#[from] SingleFileError),
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl App {
    /// The single file of the app, as it was built.
    ///
    /// # Errors
    /// [`SingleFileError`] with what to tell the person.
    pub async fn single_file(self) -> Result<String, SingleFileError> {
        single_file::text(ID, END).await
    }

    /// The single file with everything kept inside.
    ///
    /// # Errors
    /// [`CopyError`] with what to tell the person.
    pub async fn copy_with_data(self) -> Result<Content, CopyError> {
        let record = self.export().await?;
        Ok(single_file::with_ending(ID, END, &ending(&record)).await?)
    }

    /// Looks after the record that this copy carries, if it carries one.
    pub(super) fn meet_carried(self) {
        let Some(text) = single_file::carried(ID) else { return };
        let fingerprint = fingerprint(&text);
        if self.inner.with_value(|inner| inner.met.borrow().contains(&fingerprint)) {
            return;
        }
        let record = match backup::read(&text) {
            Ok(record) => record,
            Err(error) => return self.carried.set(Some(Carried::Broken(error))),
        };
        let offer = Offer {
            saved: backup::saved_at(&text).and_then(|at| Some(at.get(..10)?.to_owned())),
            answers: record.reviews.len(),
            exams: record.exams.len(),
            sessions: record.finished.len(),
            entries: record.journal.iter().filter(|entry| !entry.deleted).count(),
            record,
            fingerprint,
        };
        spawn_local(async move {
            match self.record().await {
                Ok(ours) if ours.is_empty() => self.take_over(offer).await,
                Ok(ours) => {
                    let theirs = Record { gate: None, ..offer.record.clone() };
                    if backup::merge(ours, theirs).added.is_empty() {
                        self.remember_carried(offer.fingerprint);
                    } else {
                        self.carried.set(Some(Carried::Asked(Box::new(offer))));
                    }
                }
                Err(error) => self.trouble.set(Some(error)),
            }
        });
    }

    /// Takes the record over that was offered.
    pub async fn take_over(self, offer: Offer) {
        match self.take_in(offer.record).await {
            Ok(imported) => {
                self.carried.set(Some(Carried::Taken { saved: offer.saved, imported }));
                self.remember_carried(offer.fingerprint);
            }
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    /// Leaves the record that was offered where it is, for good.
    pub fn leave_carried(self, offer: Offer) {
        self.carried.set(None);
        self.remember_carried(offer.fingerprint);
    }

    fn remember_carried(self, fingerprint: String) {
        let met = self.inner.with_value(|inner| {
            let mut met = inner.met.borrow_mut();
            met.push(fingerprint);
            met.clone()
        });
        self.keep(CARRIED, Some(&met));
    }

    /// What is to stay when everything is erased, as JSON: which carried records are not to come back, this copy's among them.
    pub(super) fn met_with_own(self) -> Option<String> {
        let own = single_file::carried(ID).map(|text| fingerprint(&text));
        self.inner.with_value(|inner| {
            let mut met = inner.met.borrow_mut();
            met.extend(own);
            palpate_core::order::sort(&mut met);
            met.dedup();
            (!met.is_empty()).then(|| backup::row_of(&*met))
        })
    }
}

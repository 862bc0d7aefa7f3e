//! What is read from the store at the start. It costs the same however long the log of reviews has become.

use super::learning::{self, Snapshot, Track};
use super::{Log, StorageError, Store};
use crate::platform::clock;
use palpate_core::exchange::backup::{Record, aside, name, review_of};
use palpate_core::gate::Gate;
use palpate_core::memory::Memory;

/// Names of single values that are kept and belong to no record: they follow from it, or are about this device.
pub(super) const MEMORY: &str = "memory";
pub(super) const CARRIED: &str = "carried";

/// What was read from the store at the start.
pub struct Kept {
    pub(super) store: Option<Store>,
    pub(super) trouble: Option<StorageError>,
    /// Without the reviews, which stay where they are until they are asked for.
    pub(super) record: Record,
    pub(super) memory: Memory,
    pub(super) track: Track,
    /// Fingerprints of records that copies of the app carried and that were dealt with here.
    pub(super) met: Vec<String>,
}

impl Kept {
    /// Opens the store and reads it. Without one the app starts empty, and says that nothing is being kept.
    pub async fn load() -> Self {
        let (store, mut trouble) = match Store::open().await {
            Ok(store) => (Some(store), None),
            Err(error) => (None, Some(error)),
        };
        let mut kept = Kept {
            store: None,
            trouble: None,
            record: Record::default(),
            memory: Memory::default(),
            track: Track::default(),
            met: Vec::new(),
        };
        if let Some(store) = &store
            && let Err(error) = kept.read(store).await
        {
            trouble = Some(error);
        }
        Kept { store, trouble, ..kept }
    }

    async fn read(&mut self, store: &Store) -> Result<(), StorageError> {
        let mut snapshot = None;
        for (place, json) in store.kept().await? {
            match place.as_str() {
                MEMORY => snapshot = Snapshot::read(&json),
                CARRIED => self.met = serde_json::from_str(&json).unwrap_or_default(),
                _ => {
                    let before = self.record.unread.len();
                    self.record.add(&place, &json);
                    if self.record.unread.len() > before {
                        store.set_aside(&place, &aside(&place, &json)).await?;
                    }
                }
            }
        }
        // Rows that can't be read stay where they are and are exported.
        for (place, rows) in [
            (name::EXAMS, store.rows(Log::Exams).await?),
            (name::FINISHED, store.rows(Log::Finished).await?),
            (name::JOURNAL, store.journal().await?),
        ] {
            rows.iter().for_each(|row| self.record.add(place, row));
        }
        if !store.rows(Log::Answered).await?.is_empty() {
            store.move_rows(Log::Answered, Log::Reviews, review_of).await?;
        }
        (self.memory, self.track) = learning::remembered(store, snapshot).await?;
        self.record.gate = Some(Gate::for_day(self.record.gate.take(), clock::today()));
        Ok(())
    }
}

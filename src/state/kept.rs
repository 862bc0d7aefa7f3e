//! What is read from the store at the start. It costs the same however long the log of reviews has become.

use super::learning::{self, Snapshot, Track};
use super::{StorageError, Store};
use crate::platform::{clock, mark};
use palpate_core::exam::{Exam, Sat};
use palpate_core::exchange::backup::{Record, aside, name, review_of};
use palpate_core::gate::Gate;
use palpate_core::memory::{Memory, Review};

/// Names of single values that are kept and belong to no record: they follow from it, or are about this device.
pub(super) const MEMORY: &str = "memory";
pub(super) const CARRIED: &str = "carried";

const SINGLES: [&str; 5] = [name::SETTINGS, name::GATE, name::SESSION, name::ROUND, name::EXAM];

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
    /// Values that could not be read, by their names, and the rows to keep of them.
    pub(super) aside: Vec<(&'static str, String)>,
    /// Something was kept here until this day, and now nothing is.
    pub(super) lost: Option<String>,
}

impl Kept {
    /// Opens the store and reads it. Without one the app starts empty, and says that nothing is being kept.
    pub async fn load() -> Self {
        let mut kept = Kept {
            store: None,
            trouble: None,
            record: Record::default(),
            memory: Memory::default(),
            track: Track::default(),
            met: Vec::new(),
            aside: Vec::new(),
            lost: None,
        };
        match Store::open().await {
            Ok(store) => {
                let read = if store.is_whole() { kept.read(&store).await } else { kept.read_parts(&store).await };
                // Over what can't be read nothing is written.
                let unread = matches!(read, Err(StorageError::Unread));
                kept.trouble = read.err().or(kept.trouble);
                kept.store = (!unread).then_some(store);
            }
            Err(error) => kept.trouble = Some(error),
        }
        kept
    }

    /// What a store still has that lacks some of its tables.
    async fn read_parts(&mut self, store: &Store) -> Result<(), StorageError> {
        for (place, json) in store.everything().await.map_err(|_| StorageError::Unread)? {
            if place != MEMORY && place != CARRIED {
                self.record.add(&place, &json);
            }
        }
        self.memory = Memory::of(&std::mem::take(&mut self.record.reviews));
        self.tidy();
        Err(StorageError::Damaged)
    }

    async fn read(&mut self, store: &Store) -> Result<(), StorageError> {
        self.read_whole(store).await.map_err(|_| StorageError::Unread)?;
        self.tidy();
        Ok(())
    }

    fn tidy(&mut self) {
        self.record.gate = Some(Gate::for_day(self.record.gate.take(), clock::today()));
        // Handed in, in another tab or by a version that wrote one after the other.
        self.record.exam = self.record.exam.take().filter(|exam| !is_logged(exam, &self.record.exams));
    }

    async fn read_whole(&mut self, store: &Store) -> Result<(), StorageError> {
        let mut snapshot = None;
        for (place, json) in store.kept().await? {
            match place.as_str() {
                MEMORY => snapshot = Snapshot::read(&json),
                CARRIED => self.met = serde_json::from_str(&json).unwrap_or_default(),
                _ => {
                    let before = self.record.unread.len();
                    self.record.add(&place, &json);
                    if self.record.unread.len() > before {
                        // One of another name is in nobody's way, and stays where it is.
                        let known = SINGLES.into_iter().find(|name| *name == place);
                        self.aside.extend(known.map(|name| (name, aside(&place, &json))));
                    }
                }
            }
        }
        // Rows that can't be read stay where they are and are exported.
        for (place, rows) in [
            (name::EXAMS, store.rows(name::EXAMS).await?),
            (name::FINISHED, store.rows(name::FINISHED).await?),
            (name::JOURNAL, store.rows(name::JOURNAL).await?),
        ] {
            rows.iter().for_each(|row| self.record.add(place, row));
        }
        if !store.rows(name::ANSWERED).await?.is_empty() {
            // Without room for it they stay where they are, until the next start.
            self.trouble = store.move_rows(name::ANSWERED, name::REVIEWS, review_of).await.err();
        }
        (self.memory, self.track) = learning::remembered(store, snapshot).await?;
        // A safety check alone counts for nothing else, but it is something that was kept.
        if self.record.is_empty() && self.record.gate.is_none() && self.track.is_new() {
            self.lost = mark::get().map(|at| clock::local(at, clock::offset()).0);
        }
        Ok(())
    }
}

/// Whether an exam that is open is in the log already.
pub(super) fn is_logged(exam: &Exam, exams: &[Sat]) -> bool {
    exams.iter().any(|sat| sat.is_of(exam.code().seed, exam.started()))
}

/// What is kept now, as at a start.
pub(super) struct Again {
    /// Without the reviews.
    pub record: Record,
    /// Those after the number that was asked for, and the number of the last.
    pub reviews: Vec<Review>,
    pub last: f64,
    /// Whether the log of reviews has no rows any more: it was erased.
    pub emptied: bool,
}

/// Reads what is kept now, but of the reviews only those after a number.
pub(super) async fn read_again(store: &Store, upto: f64) -> Result<Again, StorageError> {
    let mut record = Record::default();
    for (place, json) in store.kept().await? {
        if place != MEMORY && place != CARRIED {
            record.add(&place, &json);
        }
    }
    for table in [name::EXAMS, name::FINISHED, name::JOURNAL] {
        store.rows(table).await?.iter().for_each(|row| record.add(table, row));
    }
    let (rows, last) = store.rows_after(name::REVIEWS, upto).await?;
    rows.iter().for_each(|row| record.add(name::REVIEWS, row));
    record.gate = Some(Gate::for_day(record.gate.take(), clock::today()));
    let reviews = std::mem::take(&mut record.reviews);
    let emptied = upto > 0.0 && !store.has_rows(name::REVIEWS).await?;
    Ok(Again { record, reviews, last, emptied })
}

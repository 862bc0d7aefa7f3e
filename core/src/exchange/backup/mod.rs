//! The file that holds everything kept: what stands in it, how it is written, and how a file that claims to be one is read.
//!
//! The same text is kept row by row in the browser's store, written by the command line, and carried along by a copy of the app
//! (see [`carried`]). The format is described in `docs/backup.md`. What stands in such a file may have been cut short, changed,
//! or made by anyone: nothing of it is believed but that it is JSON of our shape, each row is read by itself, and what can't be
//! read is put aside as it was.

pub mod carried;
mod merge;
mod old;
mod read;
mod write;

pub use merge::{Counts, Merged, merge};
pub use read::{read, saved_at};
pub use write::{aside, block, json as row_of, write};

use crate::day::Millis;
use crate::exam::{Exam, Sat};
use crate::gate::Gate;
use crate::journal::{BELIEVED, Entry, Stamp};
use crate::memory::Review;
use crate::quiz::Round;
use crate::record::{Answered, Settings};
use crate::walkthrough::{Finished, Session};
use serde::de::DeserializeOwned;
use std::convert::identity;

/// What a file says that it is.
pub const FORMAT: &str = "palpate-backup";

/// The largest file that is read, in bytes. A thousand sessions are about two million, a hundred thousand answers about twenty.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// Names of what a record holds, in a file and in the browser's store: single values first, then tables.
pub mod name {
    pub const SETTINGS: &str = "settings";
    pub const GATE: &str = "gate";
    pub const SESSION: &str = "session";
    pub const ROUND: &str = "round";
    pub const EXAM: &str = "exam";

    /// The single values, together, in a file.
    pub const KEPT: &str = "kept";
    /// Answered items, as versions 1 and 2 kept them.
    pub const ANSWERED: &str = "answered";
    pub const REVIEWS: &str = "reviews";
    pub const EXAMS: &str = "exams";
    pub const FINISHED: &str = "finished";
    pub const JOURNAL: &str = "journal";
    pub const UNREAD: &str = "unread";
}

/// Everything kept of a person's work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// `None` where nothing was ever chosen.
    pub settings: Option<Settings>,
    /// Today's answers of the safety check, or those of the day when it was saved.
    pub gate: Option<Gate>,
    pub session: Option<Session>,
    pub round: Option<Round>,
    pub exam: Option<Exam>,
    pub reviews: Vec<Review>,
    pub exams: Vec<Sat>,
    pub finished: Vec<Finished>,
    /// Each id once, tombstones among them.
    pub journal: Vec<Entry>,
    /// What could not be read: the name of its table or value, and its JSON as it stood there.
    pub unread: Vec<(String, String)>,
}

/// Why a file is not one that can be read back in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    #[error("This file is cut short or damaged, so it was not read. Nothing was changed.")]
    Broken,
    #[error("This is not a file that Palpate saved. Nothing was changed.")]
    Foreign,
    #[error("This file was saved by a newer Palpate. Open the newest version and read it in there. Nothing was changed.")]
    Newer,
    #[error("This file is larger than 64 MB, which is more than this page reads. Nothing was changed.")]
    Huge,
}

impl Record {
    /// Adds a value or a row by the name of its place (see [`name`]) and its JSON. What can't be read is put aside, and so is a
    /// second value where there can be but one. An answer of an older version becomes a review. Reviews may come as a [`block`].
    pub fn add(&mut self, place: &str, json: &str) {
        if place == name::REVIEWS
            && let Some(rows) = read::rows_of(json)
        {
            return rows.iter().for_each(|row| self.add_one(place, row.get()));
        }
        self.add_one(place, json);
    }

    /// Adds one that is no block, as a file has them.
    fn add_one(&mut self, place: &str, json: &str) {
        let taken = match place {
            name::SETTINGS => single(&mut self.settings, json, Settings::bounded),
            name::GATE => single(&mut self.gate, json, identity),
            name::SESSION => single(&mut self.session, json, identity),
            name::ROUND => single(&mut self.round, json, identity),
            name::EXAM => single(&mut self.exam, json, identity),
            name::ANSWERED => row(&mut self.reviews, json, |answered: Answered| Some(old::review(answered)).filter(is_sound_review)),
            name::REVIEWS => row(&mut self.reviews, json, |review| Some(review).filter(is_sound_review)),
            name::EXAMS => row(&mut self.exams, json, Some),
            name::FINISHED => row(&mut self.finished, json, |finished: Finished| is_time(finished.at).then_some(finished)),
            name::JOURNAL => row(&mut self.journal, json, |entry| Some(entry).filter(is_sound_entry)),
            name::UNREAD => match read::pair(json) {
                Some(pair) => {
                    self.unread.push(pair);
                    true
                }
                None => false,
            },
            _ => false,
        };
        if !taken {
            self.unread.push((place.to_owned(), write::plain(json)));
        }
    }

    /// Whether nothing of a person's work is in it: today's safety check alone is none.
    pub fn is_empty(&self) -> bool {
        Record { gate: None, ..self.clone() } == Record::default()
    }
}

/// A row of reviews from one of the answers that older versions kept; both as JSON. `None` for one that can't be read.
pub fn review_of(answered: &str) -> Option<String> {
    let mut record = Record::default();
    record.add(name::ANSWERED, answered);
    record.reviews.first().map(row_of)
}

fn single<T: DeserializeOwned>(slot: &mut Option<T>, json: &str, mend: impl FnOnce(T) -> T) -> bool {
    if slot.is_none() {
        *slot = serde_json::from_str(json).ok().map(mend);
        slot.is_some()
    } else {
        false
    }
}

fn row<T: DeserializeOwned, U>(rows: &mut Vec<U>, json: &str, sound: impl FnOnce(T) -> Option<U>) -> bool {
    let read = serde_json::from_str(json).ok().and_then(sound);
    let taken = read.is_some();
    rows.extend(read);
    taken
}

/// What else a file may claim is no moment to show as a day.
fn is_time(at: Millis) -> bool {
    BELIEVED.contains(&at)
}

fn is_stamp(when: Stamp) -> bool {
    is_time(when.at) && (-1440..=1440).contains(&when.offset)
}

fn is_sound_review(review: &Review) -> bool {
    is_stamp(review.when) && (1..=256).contains(&review.card.len())
}

/// Whether an entry can be shown and opened: its id stands in its address, beside those of the journal's own pages.
fn is_sound_entry(entry: &Entry) -> bool {
    let id = entry.id.as_str();
    let plain = (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain && !["new", "summary"].contains(&id) && is_stamp(entry.when) && is_time(entry.changed)
}

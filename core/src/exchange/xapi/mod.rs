//! What was learned, as statements of the Experience API (xAPI 1.0.3): a list in one file, for a store of learning records.
//!
//! Nobody is named in it: the actor is an account "learner" of this program. An id is a name of our own, never an address. The
//! same row has the same id in each export, so that a second import makes no doubles. What an item asks and offers is told
//! the first time that it comes up, as stores need it once.

mod definition;
mod exam;
mod review;

use super::{Bank, Made};
use crate::exam::Sat;
use crate::journal::fhir::{OWN, address};
use crate::memory::Review;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is told: both logs, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Learned<'a> {
    pub reviews: &'a [Review],
    pub exams: &'a [Sat],
}

/// The file.
pub fn make(bank: Bank<'_>, learned: Learned<'_>) -> Made {
    Made { name: "palpate-xapi.json".to_owned(), media_type: "application/json", bytes: write(bank, learned).into_bytes() }
}

/// The statements, one a line. Each is written as it is made, so that a hundred thousand of them need room for their text alone.
pub fn write(bank: Bank<'_>, learned: Learned<'_>) -> String {
    let mut out = String::from("[");
    let mut told = Told::default();
    for review in learned.reviews {
        push(&mut out, &review::statement(bank, review, &mut told));
    }
    for sat in learned.exams {
        push(&mut out, &exam::statement(sat, &mut told));
    }
    out.push_str("\n]\n");
    out
}

fn push(out: &mut String, statement: &Value) {
    out.push_str(if out.len() > 1 { ",\n" } else { "\n" });
    out.push_str(&statement.to_string());
}

/// What has been told so far: activities that were described, and rows that were written.
#[derive(Default)]
struct Told {
    activities: BTreeSet<String>,
    statements: BTreeSet<String>,
}

impl Told {
    /// An activity by its id, described the first time.
    fn activity(&mut self, id: String, definition: impl FnOnce() -> Value) -> Value {
        let mut activity = json!({ "objectType": "Activity", "id": id });
        if self.activities.insert(id) {
            activity["definition"] = definition();
        }
        activity
    }

    /// A UUID for a row: from what it says, and a number where two rows say the very same.
    fn id(&mut self, row: &str) -> String {
        let mut again = 0u32;
        loop {
            let urn = address::urn(row, &format!("statement/{again}"));
            let id = urn.trim_start_matches("urn:uuid:").to_owned();
            if self.statements.insert(id.clone()) {
                return id;
            }
            again += 1;
        }
    }
}

/// A name of our own for a thing: of the form of an IRI, and nobody's address.
fn own(kind: &str, id: &str) -> String {
    format!("{OWN}#{kind}.{}", super::xml::name("", id))
}

fn actor() -> Value {
    json!({ "objectType": "Agent", "name": "Learner", "account": { "homePage": OWN, "name": "learner" } })
}

fn verb(word: &str) -> Value {
    json!({ "id": format!("{}{word}", super::names::XAPI_VERBS), "display": { "en": word } })
}

fn english(text: &str) -> Value {
    json!({ "en": crate::text::plain(text) })
}

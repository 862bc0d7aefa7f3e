//! Short ways to write rows of the log.

use palpate_core::day::Day;
use palpate_core::item::{Item, bank};
use palpate_core::journal::Stamp;
use palpate_core::memory::{Rating, Review, Sure, What, skill};
use palpate_core::walkthrough::Found;
use palpate_core::{Knowledge, Side};
use std::path::Path;

pub const DAY: f64 = 86_400_000.0;

/// The rows' offset from UTC: two hours ahead.
const OFFSET: i16 = -120;

/// Some milliseconds after the local noon of a day.
pub fn noon(day: Day, after: u32) -> Stamp {
    Stamp { at: (f64::from(day.0) + 0.5) * DAY + f64::from(OFFSET) * 60_000.0 + f64::from(after), offset: OFFSET }
}

/// An answer that is rated so.
pub fn answered(card: &str, when: Stamp, rating: Rating) -> Review {
    let (right, sure) = match rating {
        Rating::Again => (false, Sure::Sure),
        Rating::Hard => (true, Sure::Unsure),
        Rating::Good => (true, Sure::Sure),
        Rating::Easy => (true, Sure::Easy),
    };
    Review { card: card.to_owned(), when, what: What::Answered { attempt: None, right, sure } }
}

pub fn read(card: &str, when: Stamp) -> Review {
    Review { card: card.to_owned(), when, what: What::Read }
}

/// The real content and its bank.
pub fn real() -> (Knowledge, Vec<Item>) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let Ok(knowledge) = palpate_compiler::compile(&content) else { panic!("the content has mistakes") };
    let items = bank(&knowledge);
    (knowledge, items)
}

/// A palpation that was practised.
pub fn practised(walkthrough: &str, when: Stamp, found: Found) -> Review {
    Review { card: skill(walkthrough), when, what: What::Practised { side: Side::Right, found, sure: Sure::Sure } }
}

//! The map in words.

use super::name;
use crate::route::{RoundAddress, Route};
use crate::state::App;
use palpate_core::mastery::{Cell, Mastery, Reason, Suggestion};
use palpate_core::relation::Relation;

/// A column in everyday words, as the end of "Iliacus: …".
pub fn lay(relation: Relation) -> &'static str {
    match relation {
        Relation::Origin => "where it starts",
        Relation::Insertion => "where it ends",
        Relation::Nerve => "what makes it move",
        Relation::Action => "what it does",
        Relation::Pain => "where and when it hurts",
        Relation::Palpation => "where it lies, and how hands find it",
        Relation::Safety => "when not to press, and when to stop",
    }
}

/// "Iliacus: origin".
pub fn title(app: App, muscle: &str, relation: Relation) -> String {
    format!("{}: {}", name(app, muscle), relation.title().to_lowercase())
}

/// How much of a cell was ever seen.
pub fn begun(cell: &Cell) -> String {
    match (cell.seen, cell.items) {
        (_, 0) => "no questions".to_owned(),
        (0, 1) => "1 question".to_owned(),
        (0, items) => format!("{items} questions"),
        (seen, items) => format!("{seen} of {items} seen"),
    }
}

/// Why something is suggested, to the learner.
pub fn reason(mastery: &Mastery, one: &Suggestion) -> String {
    let cell = mastery.questions(&one.muscle, one.relation).unwrap_or_default();
    match &one.reason {
        Reason::SafetyFirst if cell.seen == 0 => "Before anything else: learn when not to press, and when to stop.".to_owned(),
        Reason::SafetyFirst => {
            format!("Before anything else: when not to press, and when to stop. You know about {}\u{a0}% of it.", cell.known())
        }
        Reason::Faded => format!("It fades. Of what you have seen here you would know about {}\u{a0}% today.", cell.recall().unwrap_or(0)),
        Reason::Hands { .. } => {
            "You know the safety essentials. If today's safety check lets you, you may look for it with your hands.".to_owned()
        }
        Reason::HandsAgain { .. } => {
            "If today's safety check lets you, you may look for it with your hands again. You can also leave it out.".to_owned()
        }
        Reason::New => format!("New, and next on the way: {}.", lay(one.relation)),
        Reason::GoOn => format!("You have begun: {} of {} questions seen.", cell.seen, cell.items),
    }
}

/// Questions of one cell.
pub fn drill(muscle: &str, relation: Relation) -> Route {
    Route::Round(RoundAddress { muscle: Some(muscle.to_owned()), relation: Some(relation), ..RoundAddress::default() })
}

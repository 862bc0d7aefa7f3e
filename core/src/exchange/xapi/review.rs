//! A row of the log of reviews as a statement.

use super::{Bank, Told, actor, definition, english, own, verb};
use crate::exchange::names::XAPI_INTERACTION;
use crate::item::Attempt;
use crate::memory::{Review, Sure, What, skill};
use crate::side::Side;
use crate::walkthrough::Found;
use serde_json::{Map, Value, json};

/// What a row says. An item that is no longer in the bank is told by its id, with what was answered.
pub(super) fn statement(bank: Bank<'_>, review: &Review, told: &mut Told) -> Value {
    let (word, activity, result) = match &review.what {
        What::Answered { attempt, right, sure } => {
            ("answered", item(bank, &review.card, attempt.as_ref(), told), Some(answered(attempt.as_ref(), *right, *sure)))
        }
        What::Practised { side, found, sure } => ("attempted", practice(bank, &review.card, told), Some(practised(*side, *found, *sure))),
        What::Read => ("experienced", item(bank, &review.card, None, told), None),
    };
    let row = format!("{}\n{}\n{:?}", review.card, review.when.at, review.what);
    let mut statement = json!({ "id": told.id(&row), "actor": actor(), "verb": verb(word), "object": activity });
    if let Some(result) = result {
        statement["result"] = result;
    }
    if let Some(time) = review.when.iso() {
        statement["timestamp"] = json!(time);
    }
    statement
}

fn item(bank: Bank<'_>, id: &str, attempt: Option<&Attempt>, told: &mut Told) -> Value {
    told.activity(own("item", id), || match bank.items.iter().find(|item| item.id == id) {
        Some(item) => definition::of(item),
        None => json!({ "type": XAPI_INTERACTION, "name": english(id), "interactionType": lost_kind(attempt) }),
    })
}

/// The type of a question that the bank has no more, from how it was answered.
fn lost_kind(attempt: Option<&Attempt>) -> &'static str {
    match attempt {
        Some(Attempt::SingleBest { .. } | Attempt::SelectAll { .. }) => "choice",
        Some(Attempt::Order { .. }) => "sequencing",
        Some(Attempt::Matching { .. }) => "matching",
        Some(Attempt::Locate { .. } | Attempt::Paint { .. } | Attempt::Marks { .. }) => "performance",
        None => "other",
    }
}

fn answered(attempt: Option<&Attempt>, right: bool, sure: Sure) -> Value {
    let mut result = scored(right, sure);
    // Nothing was answered after "I don't know".
    if let Some(attempt) = attempt {
        result["response"] = json!(definition::response(attempt));
    }
    result
}

/// Right or not, and how sure the learner said to be.
fn scored(right: bool, sure: Sure) -> Value {
    let mut extensions = Map::new();
    extensions.insert(own("result", "sure"), json!(sure_word(sure)));
    json!({ "success": right, "score": { "scaled": u8::from(right) }, "extensions": extensions })
}

/// A palpation, by the walkthrough that its card is named after.
fn practice(bank: Bank<'_>, card: &str, told: &mut Told) -> Value {
    told.activity(own("skill", card), || {
        let guide = bank.knowledge.walkthroughs.iter().find(|guide| skill(&guide.id) == card);
        json!({
            "type": XAPI_INTERACTION,
            "name": english(guide.map_or(card, |guide| &guide.title)),
            "interactionType": "performance",
            "steps": [
                { "id": "side", "description": english("The side that was palpated") },
                { "id": "found", "description": english("Whether the learner thinks that the muscle was found") },
            ],
        })
    })
}

fn practised(side: Side, found: Found, sure: Sure) -> Value {
    let word = match found {
        Found::Yes => "yes",
        Found::NotSure => "not-sure",
        Found::No => "no",
    };
    let mut result = scored(found == Found::Yes, sure);
    result["response"] = json!(format!("side[.]{}[,]found[.]{word}", side.word()));
    result
}

fn sure_word(sure: Sure) -> &'static str {
    match sure {
        Sure::Unsure => "unsure",
        Sure::Sure => "sure",
        Sure::Easy => "easy",
    }
}

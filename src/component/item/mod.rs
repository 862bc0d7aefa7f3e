//! The item types on the screen, one file each. They send quiz events and draw what the reducer says.

mod choices;
mod locate;
mod marks;
mod matching;
mod order;
mod paint;
pub mod picture;

use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::item::{Body, Item};
use palpate_core::quiz::{Card, Draft, Event, Feedback};

/// The answer in the making; `None` when there is no question.
pub type Making = Signal<Option<Draft>>;

/// What to do, in a sentence.
pub fn hint(body: &Body) -> &'static str {
    match body {
        Body::SingleBest(_) => "Choose one.",
        Body::SelectAll(_) => "Choose all that are right.",
        Body::Order(_) => "Put them in order.",
        Body::Matching(_) => "Give each its partner.",
        Body::Locate(_) => locate::HINT,
        Body::Paint(_) => paint::HINT,
        Body::Marks(_) => marks::HINT,
    }
}

/// What is answered: options, steps, pairs or a drawing; with `feedback`, how it was answered.
pub fn body(
    app: App,
    item: &'static Item,
    card: &Card,
    draft: Making,
    feedback: Option<&Feedback>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    match &item.body {
        Body::SingleBest(body) => choices::view(app, draft, &body.options, card, feedback, true, dispatch),
        Body::SelectAll(body) => choices::view(app, draft, &body.options, card, feedback, false, dispatch),
        Body::Order(body) => order::view(draft, body, feedback, dispatch),
        Body::Matching(body) => matching::view(draft, body, card, feedback, dispatch),
        Body::Locate(body) => locate::view(app, draft, body, feedback, dispatch),
        Body::Paint(body) => paint::view(app, draft, body, feedback, dispatch),
        Body::Marks(body) => marks::view(app, draft, body, feedback, dispatch),
    }
}

//! Single best answer and select all: options as cards, with what each belongs to once answered.

use super::Making;
use crate::component::icon::{Icon, icon};
use crate::component::prose::prose;
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::item::Choice;
use palpate_core::quiz::{Card, Event, Feedback, Part};

/// The options in the order shown. `single` tells radio buttons from check boxes.
pub fn view(
    app: App,
    draft: Making,
    options: &'static [Choice],
    card: &Card,
    feedback: Option<&Feedback>,
    single: bool,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let rows = (0u8..).zip(&card.shown).filter_map(|(place, written)| {
        let choice = options.get(usize::from(*written))?;
        Some(match feedback.and_then(|feedback| feedback.parts.get(usize::from(place))) {
            Some(part) => answered(app, place, choice, *part),
            None => open(draft, place, *written, choice, single, dispatch),
        })
    });
    let role = if feedback.is_some() {
        "list"
    } else if single {
        "radiogroup"
    } else {
        "group"
    };
    view! { <div class="options" role=role aria-label="Options">{rows.collect_view()}</div> }.into_any()
}

fn letter(place: u8) -> char {
    char::from(b'A' + place.min(25))
}

fn open(
    draft: Making,
    place: u8,
    written: u8,
    choice: &Choice,
    single: bool,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let chosen = move || draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.has_chosen(written)));
    let kind = if single { "radio" } else { "checkbox" };
    view! {
        <label class="option">
            <input type=kind name="option" prop:checked=chosen on:change=move |_| dispatch(Event::Choose(place)) />
            <span class="option-letter" aria-hidden="true">{letter(place).to_string()}</span>
            <span class="option-text">{choice.text.clone()}</span>
        </label>
    }
    .into_any()
}

fn answered(app: App, place: u8, choice: &Choice, part: Part) -> AnyView {
    let (chosen, key) = match part {
        Part::Choice { chosen, key } => (chosen, key),
        Part::Place { right, .. } | Part::Target { right } => (false, right),
        Part::Pair { .. } => (false, false),
    };
    let (class, word, mark) = match (chosen, key) {
        (true, true) => ("option option-right", "Correct, your answer", Some(Icon::Check)),
        (false, true) => ("option option-right", "Correct", Some(Icon::Check)),
        (true, false) => ("option option-wrong", "Your answer", Some(Icon::Cross)),
        (false, false) => ("option", "", None),
    };
    let mark = match mark {
        Some(mark) => icon(mark),
        None => letter(place).to_string().into_any(),
    };
    view! {
        <div class=class role="listitem">
            <span class="option-letter" aria-hidden="true">{mark}</span>
            <span class="option-text">{choice.text.clone()} <span class="option-why">{prose(app, &choice.why)}</span></span>
            <span class="option-word">{word}</span>
        </div>
    }
    .into_any()
}

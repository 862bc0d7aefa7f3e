//! A question with its options, and its feedback once it is answered.

use super::send;
use crate::component::icon::{Icon, icon};
use crate::component::item;
use crate::component::prose::cited;
use crate::platform::page::{is_on_control, is_typing};
use crate::route::Route;
use crate::state::App;
use leptos::prelude::*;
use palpate_core::item::{Body, Item};
use palpate_core::quiz::{Event, Feedback, Phase, Round};
use web_sys::KeyboardEvent;

pub fn view(app: App) -> AnyView {
    let round = app.round.get_untracked();
    let Some((round, item)) = round.as_ref().and_then(|round| Some((round, round.item(app.bank())?))) else {
        return view! { <div class="page page-text"><h1 tabindex="-1">"No questions here"</h1><p>"There is no question for this choice. " <a href=Route::Learn.href()>"Choose again"</a></p></div> }.into_any();
    };
    let feedback = round.feedback(app.bank());
    let (at, of) = (round.at(), round.cards().len());
    let attempt = round.card().and_then(|card| card.answer.as_ref()?.attempt.as_ref());
    let told = attempt.map(|attempt| item.told(attempt)).unwrap_or_default();
    let class = if item.is_pictured() { "page question question-pictured" } else { "page page-text question" };
    view! {
        <div class=class>
            <p class="question-where">
                <a class="icon-button" href=Route::Learn.href() aria-label="Leave; you can continue later">{icon(Icon::Close)}</a>
                <span>"Question " {at + 1} " of " {of} " · " {item.topic.title()}</span>
            </p>
            <progress class="question-progress" max=of.to_string() value=at.to_string() aria-label="Questions answered"></progress>
            <h1 class="question-stem" tabindex="-1">{item.stem.clone()}</h1>
            <p class="quiet">{hint(&item.body)}</p>
            {feedback.as_ref().map(|feedback| verdict(app, feedback, item, told))}
            {item.picture.as_ref().map(|picture| item::picture::above(app, picture, feedback.is_some()))}
            {body(app, round, item, feedback.as_ref())}
            {footer(app, round.phase())}
        </div>
    }
    .into_any()
}

fn hint(body: &Body) -> &'static str {
    match body {
        Body::SingleBest(_) => "Choose one.",
        Body::SelectAll(_) => "Choose all that are right.",
        Body::Order(_) => "Put them in order.",
        Body::Matching(_) => "Give each its partner.",
        Body::Locate(_) => item::locate::HINT,
        Body::Paint(_) => item::paint::HINT,
        Body::Marks(_) => item::marks::HINT,
    }
}

fn body(app: App, round: &Round, item: &'static Item, feedback: Option<&Feedback>) -> AnyView {
    let Some(card) = round.card() else { return ().into_any() };
    let dispatch = move |event| send(app, event);
    match &item.body {
        Body::SingleBest(body) => item::choices::view(app, &body.options, card, feedback, true, dispatch),
        Body::SelectAll(body) => item::choices::view(app, &body.options, card, feedback, false, dispatch),
        Body::Order(body) => item::order::view(app, body, feedback, dispatch),
        Body::Matching(body) => item::matching::view(app, body, card, feedback, dispatch),
        Body::Locate(body) => item::locate::view(app, body, feedback, dispatch),
        Body::Paint(body) => item::paint::view(app, body, feedback, dispatch),
        Body::Marks(body) => item::marks::view(app, body, feedback, dispatch),
    }
}

/// `told` says how far off a place on a picture is, or how much of an area was covered.
fn verdict(app: App, feedback: &Feedback, item: &Item, told: Vec<String>) -> AnyView {
    let (class, image, word) = match (feedback.right, feedback.gave_up) {
        (true, _) => ("verdict verdict-right", Icon::Check, "Right"),
        (false, true) => ("verdict verdict-wrong", Icon::Info, "Here is the answer"),
        (false, false) => ("verdict verdict-wrong", Icon::Cross, "Not quite"),
    };
    view! {
        <div class=class id="verdict" tabindex="-1" role="status">
            <p class="verdict-word">{icon(image)} {word}</p>
            {told.into_iter().map(|line| view! { <p class="verdict-told">{line}</p> }).collect_view()}
            <p>{cited(app, &item.rationale, &item.cites)}</p>
        </div>
    }
    .into_any()
}

fn footer(app: App, phase: Phase) -> AnyView {
    match phase {
        Phase::Asking => {
            let ready = move || app.round.with(|round| round.as_ref().is_some_and(Round::can_submit));
            view! {
                <div class="question-footer">
                    <button type="button" class="button" on:click=move |_| send(app, Event::GiveUp)>"I don't know"</button>
                    <button type="button" class="button button-main" disabled=move || !ready() on:click=move |_| send(app, Event::Submit)>"Check"</button>
                </div>
            }
            .into_any()
        }
        Phase::Feedback | Phase::Done => view! {
            <div class="question-footer">
                <button type="button" class="button button-main" on:click=move |_| send(app, Event::Next)>"Next"</button>
            </div>
        }
        .into_any(),
    }
}

/// 1–9 choose an option, Enter checks and goes on.
pub fn key(app: App, event: &KeyboardEvent) {
    let (alt, open) = (event.alt_key() || event.ctrl_key() || event.meta_key(), app.sheet.with_untracked(Option::is_some));
    if alt || open || is_typing(event) && !is_choice(event) {
        return;
    }
    let key = event.key();
    let phase = app.round.with_untracked(|round| round.as_ref().map(Round::phase));
    if let Some(place) = key.parse::<u8>().ok().filter(|number| (1..=9).contains(number)) {
        send(app, Event::Choose(place - 1));
    } else if key == "Enter" && (!is_on_control(event) || is_choice(event)) {
        event.prevent_default();
        match phase {
            Some(Phase::Asking) => send(app, Event::Submit),
            Some(Phase::Feedback) => send(app, Event::Next),
            Some(Phase::Done) | None => {}
        }
    }
}

/// Whether the focus is on a radio button or check box, where digits and Enter mean nothing else.
fn is_choice(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"))
}

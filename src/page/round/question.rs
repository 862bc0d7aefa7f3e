//! A question with its options, and its feedback once it is answered.

use super::{drill, send};
use crate::component::icon::{Icon, icon};
use crate::component::item;
use crate::component::prose::cited;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::page::study::comes_again;
use crate::platform::page::{is_on_choice, is_on_control, is_typing};
use crate::route::Route;
use crate::state::App;
use palpate_core::item::Item;
use palpate_core::memory::{FAILURES, Sure};
use palpate_core::quiz::{Event, Feedback, Phase, Round};
use web_sys::KeyboardEvent;

pub fn view(app: App) -> AnyView {
    let round = app.round.get_untracked();
    let Some((round, item)) = round.as_ref().and_then(|round| Some((round, round.item(app.bank())?))) else {
        return view! { <div class="page page-text"><h1 tabindex="-1">"No questions here"</h1><p>"There is no question for this choice. " <a href=Route::Learn.href()>"Choose again"</a></p></div> }.into_any();
    };
    let feedback = round.feedback(app.bank());
    let draft = Signal::derive(move || app.round.with(|round| Some(round.as_ref()?.card()?.draft.clone())));
    let (at, of) = (round.at(), round.cards().len());
    let attempt = round.card().and_then(|card| card.answer.as_ref()?.attempt.as_ref());
    let told = attempt.map(|attempt| item.told(attempt)).unwrap_or_default();
    let scope = round.scope();
    let about = drill(app, scope.muscle.as_deref(), scope.relation).unwrap_or_else(|| item.topic.title().to_owned());
    let class = if item.is_pictured() { "page question question-pictured" } else { "page page-text question" };
    view! {
        <div class=class>
            <p class="question-where">
                <a class="icon-button" href=Route::Learn.href() aria-label="Leave; you can continue later">{icon(Icon::Close)}</a>
                <span>"Question " {at + 1} " of " {of} " · " {about} {round.is_again().then_some(" · once more")}</span>
            </p>
            <progress class="question-progress" max=of.to_string() value=at.to_string() aria-label="Questions answered"></progress>
            <h1 class="question-stem" tabindex="-1">{item.stem.clone()}</h1>
            <p class="quiet">{item::hint(&item.body)}</p>
            {feedback.as_ref().map(|feedback| verdict(app, feedback, item, told))}
            {item.picture.as_ref().map(|picture| item::picture::above(app, picture, feedback.is_some()))}
            {round.card().map(|card| item::body(app, item, card, draft, feedback.as_ref(), move |event| send(app, event)))}
            {footer(app, round, item)}
        </div>
    }
    .into_any()
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

fn footer(app: App, round: &Round, item: &Item) -> AnyView {
    match round.phase() {
        Phase::Asking => {
            let ready = move || app.round.with(|round| round.as_ref().is_some_and(Round::can_submit));
            view! {
                <div class="question-footer">
                    {how_sure(app)}
                    <button type="button" class="button" on:click=move |_| send(app, Event::GiveUp)>"I don't know"</button>
                    <button type="button" class="button button-main" disabled=move || !ready() on:click=move |_| send(app, Event::Submit)>"Check"</button>
                </div>
            }
            .into_any()
        }
        Phase::Feedback | Phase::Done => view! {
            <div class="question-footer">
                {comes(app, round, item)}
                <button type="button" class="button button-main" on:click=move |_| send(app, Event::Next)>"Next"</button>
            </div>
        }
        .into_any(),
    }
}

/// How sure the learner is, told before the answer is shown. It decides how soon a right answer is asked again.
fn how_sure(app: App) -> AnyView {
    let choices = [(Sure::Unsure, "Not sure"), (Sure::Sure, "Sure"), (Sure::Easy, "Sure and quick")].map(|(sure, words)| {
        let chosen = move || app.round.with(|round| round.as_ref().and_then(Round::card).is_some_and(|card| card.sure == sure));
        segment("sure", words, chosen, move || send(app, Event::Sure(sure)))
    });
    view! { <fieldset class="segments question-sure"><legend class="hidden">"How sure are you?"</legend>{choices.into_iter().collect_view()}</fieldset> }
        .into_any()
}

/// When it comes again, in a line.
fn comes(app: App, round: &Round, item: &Item) -> Option<AnyView> {
    let later = round.cards().iter().skip(round.at() + 1).any(|card| card.item == item.id);
    let failed = app.memory.with_untracked(|memory| memory.cards.get(&item.id).is_some_and(|card| card.failed >= FAILURES));
    let line = if later {
        view! { "Comes again " <strong>"at the end"</strong> }.into_any()
    } else if failed {
        let route = Route::Reread { item: item.id.clone() };
        view! { "Missed " {FAILURES} " times in a row. " <a href=route.href()>"Read it again"</a> }.into_any()
    } else {
        let when = untrack(|| comes_again(app, &item.id))?;
        view! { "Comes again " <strong>{when}</strong> }.into_any()
    };
    Some(view! { <p class="question-again">{line}</p> }.into_any())
}

/// 1–9 choose an option, Enter checks and goes on.
pub fn key(app: App, event: &KeyboardEvent) {
    let (alt, open) = (event.alt_key() || event.ctrl_key() || event.meta_key(), app.sheet.with_untracked(Option::is_some));
    if alt || open || is_typing(event) && !is_on_choice(event) {
        return;
    }
    let key = event.key();
    let phase = app.round.with_untracked(|round| round.as_ref().map(Round::phase));
    if let Some(place) = key.parse::<u8>().ok().filter(|number| (1..=9).contains(number)) {
        send(app, Event::Choose(place - 1));
    } else if key == "Enter" && (!is_on_control(event) || is_on_choice(event)) {
        event.prevent_default();
        match phase {
            Some(Phase::Asking) => send(app, Event::Submit),
            Some(Phase::Feedback) => send(app, Event::Next),
            Some(Phase::Done) | None => {}
        }
    }
}

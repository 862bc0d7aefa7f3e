//! During an exam: one question with its time, the list of all, back and on.

use super::{confirm, numbers};
use crate::component::icon::{Icon, icon};
use crate::component::item;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::platform::page::{is_on_choice, is_on_control, is_typing};
use crate::platform::{clock, page as browser};
use crate::route::Route;
use crate::state::App;
use gloo_timers::callback::Interval;
use palpate_core::exam::{Confidence, Event, Exam, Question};
use palpate_core::quiz;
use web_sys::KeyboardEvent;

/// The page while an exam is open.
#[derive(Clone, Copy)]
pub struct Sitting {
    pub app: App,
    /// Whether it is asked if the exam is to be handed in.
    pub asking: RwSignal<bool>,
}

impl Sitting {
    pub fn with<T>(self, get: impl FnOnce(&Exam) -> T) -> Option<T> {
        self.app.exam.with(|exam| exam.as_ref().map(get))
    }

    /// Sends an event to the reducer; kept when it changed anything.
    pub fn send(self, event: Event) {
        let Some(mut exam) = self.app.exam.get_untracked() else { return };
        if exam.apply(event, self.app.bank(), clock::now()) {
            self.app.change_exam(|kept| *kept = Some(exam));
        }
    }

    /// Shows a question, or with one past the last asks whether to hand in.
    pub fn go(self, to: usize) {
        let count = self.app.exam.with_untracked(|exam| exam.as_ref().map_or(0, |exam| exam.questions().len()));
        self.asking.set(to >= count);
        self.send(Event::Go(to));
        browser::scroll_to_top();
        browser::focus_soon("main h1");
    }
}

pub fn page(app: App) -> AnyView {
    let sitting = Sitting { app, asking: RwSignal::new(false) };
    let seconds = move || app.exam.with_untracked(|exam| exam.as_ref().map_or(0, |exam| exam.left(clock::now())));
    let left = RwSignal::new(seconds());
    let ticks = Interval::new(500, move || {
        let now = seconds();
        if left.get_untracked() != now {
            left.set(now);
        }
    });
    let keys = browser::on_key(move |event| key(sitting, event));
    let held = StoredValue::new_local((ticks, keys));
    on_cleanup(move || held.dispose());
    // Told when it is reached, and not each second.
    let said = Memo::new(move |_| match left.get() {
        0..=60 => "1 minute left.",
        61..=300 => "5 minutes left.",
        301..=600 => "10 minutes left.",
        _ => "",
    });
    let shown = Memo::new(move |_| match left.get() {
        seconds @ 0..=60 => format!("{seconds} s left"),
        seconds => format!("{} min left", seconds.div_ceil(60)),
    });
    // Built anew for each question; choosing an option changes only the option.
    let stage = Memo::new(move |_| (sitting.with(Exam::at), sitting.asking.get()));
    view! {
        <div class="page page-text question">
            <p class="question-where exam-where">
                <a class="icon-button" href=Route::Learn.href() aria-label="Leave; the time runs on">{icon(Icon::Close)}</a>
                <span>{move || where_it_is(sitting)}</span>
                <strong class="exam-left">{shown}</strong>
            </p>
            <p class="hidden" role="status">{said}</p>
            {move || match stage.get() {
                (None, _) => ().into_any(),
                (Some(_), true) => confirm::view(sitting),
                (Some(_), false) => question(sitting),
            }}
        </div>
    }
    .into_any()
}

fn where_it_is(sitting: Sitting) -> String {
    let at = sitting.with(|exam| (exam.at() + 1, exam.questions().len()));
    match at {
        Some((at, of)) if !sitting.asking.get() => format!("Question {at} of {of}"),
        Some(_) | None => "Exam".to_owned(),
    }
}

fn question(sitting: Sitting) -> AnyView {
    let app = sitting.app;
    let exam = app.exam.get_untracked();
    let Some((exam, question, item)) = exam.as_ref().and_then(|exam| Some((exam, exam.question()?, exam.item(app.bank())?))) else {
        return ().into_any();
    };
    let draft = Signal::derive(move || app.exam.with(|exam| Some(exam.as_ref()?.question()?.card.draft.clone())));
    let (at, count) = (exam.at(), exam.questions().len());
    let marked = move || sitting.with(|exam| exam.question().is_some_and(|question| question.marked)).unwrap_or_default();
    view! {
        <h1 class="question-stem" tabindex="-1">{item.stem.clone()}</h1>
        <p class="quiet">{item::hint(&item.body)}</p>
        {item.picture.as_ref().map(|picture| item::picture::above(app, picture, false))}
        {item::body(app, item, &question.card, draft, None, move |event| sitting.send(Event::Answer(event)))}
        {exam.options().confidence.then(|| sureness(sitting))}
        <label class="answer exam-mark">
            <input type="checkbox" prop:checked=marked on:change=move |_| sitting.send(Event::Mark) />
            <span>"Come back to this one"</span>
        </label>
        {numbers::view(sitting)}
        <div class="question-footer">
            <button type="button" class="button" disabled=at == 0 on:click=move |_| sitting.go(at.saturating_sub(1))>"Back"</button>
            <button type="button" class="button button-main" on:click=move |_| sitting.go(at + 1)>{if at + 1 == count { "To the end" } else { "Next" }}</button>
        </div>
    }
    .into_any()
}

fn sureness(sitting: Sitting) -> AnyView {
    let choices = Confidence::ALL.map(|choice| {
        let chosen =
            move || sitting.with(|exam| exam.question().and_then(|question: &Question| question.confidence)).flatten() == Some(choice);
        let title = view! { {choice.title()} <small class="exam-per-cent">" " {choice.per_cent()} " %"</small> };
        segment("confidence", title, chosen, move || sitting.send(Event::Sure(choice)))
    });
    view! {
        <fieldset class="segments exam-sure">
            <legend>"How sure are you? How often would you expect to be right?"</legend>
            {choices.into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// 1–9 choose an option, Enter goes on.
fn key(sitting: Sitting, event: &KeyboardEvent) {
    let held = event.alt_key() || event.ctrl_key() || event.meta_key();
    let on_choice = is_on_choice(event);
    if held || sitting.app.sheet.with_untracked(Option::is_some) || sitting.asking.get_untracked() || is_typing(event) && !on_choice {
        return;
    }
    let key = event.key();
    if let Some(place) = key.parse::<u8>().ok().filter(|number| (1..=9).contains(number)) {
        sitting.send(Event::Answer(quiz::Event::Choose(place - 1)));
    } else if key == "Enter" && (!is_on_control(event) || on_choice) {
        event.prevent_default();
        let at = sitting.app.exam.with_untracked(|exam| exam.as_ref().map_or(0, Exam::at));
        sitting.go(at + 1);
    }
}

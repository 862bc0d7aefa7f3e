//! An exam: before it, during it, and its result. The rules are in `core::exam`.

mod answers;
mod confirm;
mod numbers;
mod paper;
mod record;
pub mod records;
mod sit;
mod start;

use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use gloo_timers::callback::Interval;
use palpate_core::exam::{Confidence, Exam};
use palpate_core::memory::{Sure, What};

/// `code` is that of the address, which names a paper.
pub fn page(app: App, code: Option<String>) -> AnyView {
    hand_in_if_over(app);
    let open = Memo::new(move |_| app.exam.with(Option::is_some));
    view! {
        {move || match (open.get(), &code) {
            (true, None) if fits(app) => sit::page(app),
            (true, None) => stale(app),
            (_, _) => start::page(app, code.clone()),
        }}
    }
    .into_any()
}

fn fits(app: App) -> bool {
    app.exam.with_untracked(|exam| exam.as_ref().is_some_and(|exam| exam.fits(app.bank())))
}

/// An exam over other questions than those of this version can't be marked.
fn stale(app: App) -> AnyView {
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"This exam can't be marked"</h1>
            <p>"Palpate was updated while the exam was open, and its questions have changed. The exam is not counted, and no record is made of it."</p>
            <p class="button-row"><button type="button" class="button button-main" on:click=move |_| app.change_exam(|exam| *exam = None)>"Put it away"</button></p>
        </div>
    }
    .into_any()
}

/// Watches the time of an open exam on whatever page, and hands it in when time is up.
pub fn watch(app: App) {
    let open = Memo::new(move |_| app.exam.with(Option::is_some));
    Effect::new(move |_: Option<Option<Interval>>| {
        open.get().then(|| {
            // Time may have run out while Palpate was closed.
            untrack(|| hand_in_if_over(app));
            Interval::new(1_000, move || {
                app.exam.update_untracked(|exam| exam.iter_mut().for_each(|exam| exam.pass(clock::now())));
                hand_in_if_over(app);
            })
        })
    });
}

fn hand_in_if_over(app: App) {
    let over = app.exam.with_untracked(|exam| exam.as_ref().is_some_and(|exam| exam.is_over(clock::now())));
    if over && fits(app) {
        hand_in(app);
    }
}

/// Marks the exam and logs it, once; then its record is shown, if the exam was on the screen.
fn hand_in(app: App) {
    let Some(exam) = app.exam.get_untracked() else { return };
    let Some(sat) = Exam::hand_in(exam, app.bank(), clock::now()) else { return };
    // What was left open tells of the time, not of what is remembered.
    let answers = sat.items.iter().filter(|item| item.attempt.is_some()).map(|item| {
        let sure = item.confidence.map_or(Sure::Sure, Confidence::sure);
        (item.item.clone(), What::Answered { attempt: item.attempt.clone(), right: item.right, sure })
    });
    let answers = answers.collect();
    app.hand_in(sat, answers);
    if app.route.with_untracked(|route| *route == Route::Exam { code: None }) {
        app.go(&Route::Exams { at: Some(app.exams.with_untracked(Vec::len)) });
    }
}

/// "12 min 5 s".
fn duration(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

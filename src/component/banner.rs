//! Banners: one sentence and at most one action, above the page.

use super::counted::counted;
use super::icon::{Icon, icon};
use super::told::{self, ANSWERS, ENTRIES, EXAMS, SESSIONS};
use crate::markup::prelude::*;
use crate::platform::page::focus_soon;
use crate::platform::worker;
use crate::state::{App, Carried, Offer};
use palpate_core::exchange::backup::BackupError;
use wasm_bindgen_futures::spawn_local;

/// The banners that concern the whole app.
pub fn all(app: App) -> AnyView {
    let trouble = move || app.trouble.get().map(|trouble| caution(trouble.to_string()));
    let update = move || {
        app.update_ready.get().then(|| {
            view! {
                <div class="banner banner-news">
                    {icon(Icon::Info)} <p>"An update is ready."</p>
                    <button type="button" class="link" on:click=move |_| worker::take_update()>"Load it now"</button>
                </div>
            }
        })
    };
    let lost = move || {
        app.lost.get().map(|day| {
            let line = format!(
                "What was kept here until {day} is gone: your browser has cleared it, or someone who used this device. If you saved a file, read it back in, from the settings."
            );
            let close = move |_| {
                app.take_note_of_loss();
                focus_soon("main h1");
            };
            view! {
                <div class="banner banner-caution">
                    {icon(Icon::Warning)} <p>{line}</p>
                    <button type="button" class="link" on:click=close>"All right"</button>
                </div>
            }
        })
    };
    let course = move || {
        app.in_course.get().then(|| {
            noted(
                "A learning system shows Palpate here. It is told which page you are on, for how long, and how an exam went. All else stays on this device.".to_owned(),
                move || app.in_course.set(false),
            )
        })
    };
    view! { <div class="banners" role="status">{trouble} {lost} {update} {course} {move || carried(app)}</div> }.into_any()
}

/// What became of the record that this copy of the app carries along.
fn carried(app: App) -> Option<AnyView> {
    let saved_on = |saved: Option<String>| saved.map_or_else(String::new, |day| format!(" saved on {day}"));
    Some(match app.carried.get()? {
        Carried::Broken(error) => {
            let why = match error {
                BackupError::Broken | BackupError::Foreign => "that is damaged",
                BackupError::Newer => "of a newer Palpate",
                BackupError::Huge => "larger than 64 MB, which is more than this page reads",
            };
            caution(format!("This copy carries a record {why}, so it was not read. Nothing was changed."))
        }
        Carried::Taken { saved, imported } => {
            let line = format!("This copy carried a record{}. It was taken over. {}", saved_on(saved), told::sentence(&imported));
            noted(line, move || app.carried.set(None))
        }
        Carried::Asked(offer) => asked(app, *offer, saved_on),
    })
}

fn asked(app: App, offer: Offer, saved_on: impl Fn(Option<String>) -> String) -> AnyView {
    let Offer { entries, answers, exams, sessions, .. } = offer;
    let holds = [(entries, ENTRIES), (answers, ANSWERS), (exams, EXAMS), (sessions, SESSIONS)];
    let holds: Vec<String> =
        holds.into_iter().filter(|(count, _)| *count > 0).map(|(count, [one, many])| counted(count, one, many)).collect();
    let holds = if holds.is_empty() { "settings".to_owned() } else { holds.join(", ") };
    let line = format!(
        "This copy carries a record{} ({}). Something is kept on this device already. Shall the record be added to it?",
        saved_on(offer.saved.clone()),
        holds
    );
    let taken = offer.clone();
    let take = move |_| {
        let offer = taken.clone();
        spawn_local(app.take_over(offer));
        focus_soon("main h1");
    };
    let leave = move |_| {
        app.leave_carried(offer.clone());
        focus_soon("main h1");
    };
    view! {
        <div class="banner banner-news">
            {icon(Icon::Info)} <p>{line}</p>
            <button type="button" class="link" on:click=take>"Take it over"</button>
            <button type="button" class="link" on:click=leave>"Leave it"</button>
        </div>
    }
    .into_any()
}

/// Something to know, which can be put away.
fn noted(line: String, close: impl Fn() + 'static) -> AnyView {
    let close = move |_| {
        close();
        focus_soon("main h1");
    };
    view! {
        <div class="banner banner-news">
            {icon(Icon::Info)} <p>{line}</p>
            <button type="button" class="link" on:click=close>"All right"</button>
        </div>
    }
    .into_any()
}

/// A caution.
fn caution(text: String) -> AnyView {
    view! { <div class="banner banner-caution">{icon(Icon::Warning)} <p>{text}</p></div> }.into_any()
}

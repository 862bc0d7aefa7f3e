//! Settings: looks, rounds, and what is kept.

pub mod hands_free;
mod import;
pub mod learning;
mod looks;

use crate::component::counted::counted;
use crate::component::saved::{self, Said};
use crate::component::segment::segment;
use crate::component::told::{ANSWERS, ENTRIES, EXAMS, SESSIONS};
use crate::markup::prelude::*;
use crate::page::study;
use crate::platform::page::focus_id_soon;
use crate::route::Route;
use crate::state::App;
use palpate_core::record::Theme;
use wasm_bindgen_futures::spawn_local;

pub fn page(app: App) -> AnyView {
    let said: Said = RwSignal::new(None);
    let sure = RwSignal::new(false);
    let themes = Theme::ALL.map(|theme| {
        let chosen = move || app.settings.get().theme == theme;
        segment("theme", theme.title(), chosen, move || app.change_settings(|settings| settings.theme = theme))
    });
    let lengths = [5u8, 10, 20].map(|length| {
        let chosen = move || app.settings.get().round_length == length;
        segment("length", length, chosen, move || app.change_settings(|settings| settings.round_length = length))
    });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Settings"</h1>
            <fieldset class="segments"><legend>"Light or dark"</legend>{themes.into_iter().collect_view()}</fieldset>
            <fieldset class="segments"><legend>"Questions in a round"</legend>{lengths.into_iter().collect_view()}</fieldset>
            <p class="button-row"><a class="button" href=Route::LearnSettings.href()>"How much a day: new questions, repeats"</a></p>
            {looks::view(app)}
            <h2>"Hands-free sessions"</h2>
            <p><a class="button" href=Route::HandsFree.href()>"Hands-free: voice, tempo, signals"</a></p>
            <h2>"What is kept on this device"</h2>
            <p>{move || kept_line(app)}</p>
            <p class="button-row">
                <button type="button" class="button" on:click=move |_| saved::everything(app, said)>"Save it all to a file"</button>
                <button type="button" class="button" on:click=move |_| saved::copy(app, said)>"Save a copy with my data"</button>
                {import::view(app, said)}
                <button type="button" class="button button-stop" id="erase-ask" on:click=move |_| { sure.set(true); focus_id_soon("erase".to_owned()); }>"Erase it all"</button>
            </p>
            <p class="quiet">"A copy with my data is this whole app in one file, with everything above inside. It opens by a double click, without a connection. Whoever has it can read your record."</p>
            <p><a class="own-line" href=Route::Export.href()>"Files for Anki, Moodle and others"</a></p>
            {move || sure.get().then(|| confirm(app, sure, said))}
            <p role="status" class="said-line" id="said" tabindex="-1">{move || said.get()}</p>
        </div>
    }
    .into_any()
}

fn kept_line(app: App) -> String {
    match app.trouble.get() {
        Some(trouble) => trouble.to_string(),
        None if app.unsaved.get() => "Your last changes are being kept…".to_owned(),
        None => {
            let (_, answers) = study::answers(app);
            let exams = app.exams.with(Vec::len);
            let sessions = app.finished.with(Vec::len);
            let entries = app.journal.with(|journal| journal.iter().filter(|entry| !entry.deleted).count());
            let counts = [(entries, ENTRIES), (answers as usize, ANSWERS), (exams, EXAMS), (sessions, SESSIONS)];
            let counts = counts.map(|(count, [one, many])| counted(count, one, many)).join(", ");
            format!("{counts}, today's safety check and these settings.")
        }
    }
}

fn confirm(app: App, sure: RwSignal<bool>, said: Said) -> AnyView {
    view! {
        <div class="banner banner-stop" id="erase" role="group" aria-label="Erase it all" tabindex="-1">
            <p>"This can't be undone. Save a copy first if you may want it back."</p>
            <p class="button-row">
                <button type="button" class="button button-stop" on:click=move |_| { sure.set(false); erase(app, said); focus_id_soon("said".to_owned()); }>"Erase everything"</button>
                <button type="button" class="button" on:click=move |_| { sure.set(false); focus_id_soon("erase-ask".to_owned()); }>"Keep it"</button>
            </p>
        </div>
    }
    .into_any()
}

fn erase(app: App, said: Said) {
    spawn_local(async move {
        said.set(Some(match app.erase().await {
            Ok(()) => "Erased. Nothing of yours is kept any more.".to_owned(),
            Err(error) => error.to_string(),
        }));
    });
}

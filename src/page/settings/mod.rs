//! Settings: looks, rounds, and what is kept.

pub mod hands_free;
mod import;
pub mod learning;
mod looks;

use crate::component::told::counted;
use crate::markup::prelude::*;
use crate::page::study;
use crate::platform::page::focus_id_soon;
use crate::platform::{clock, download};
use crate::route::Route;
use crate::state::App;
use palpate_core::record::Theme;
use wasm_bindgen_futures::spawn_local;

/// What the page says about the last thing it did.
type Said = RwSignal<Option<String>>;

pub fn page(app: App) -> AnyView {
    let said: Said = RwSignal::new(None);
    let sure = RwSignal::new(false);
    let themes = Theme::ALL.map(|theme| {
        let chosen = move || app.settings.get().theme == theme;
        view! {
            <label class="segment">
                <input type="radio" name="theme" prop:checked=chosen on:change=move |_| app.change_settings(|settings| settings.theme = theme) />
                <span>{theme.title()}</span>
            </label>
        }
    });
    let lengths = [5u8, 10, 20].map(|length| {
        let chosen = move || app.settings.get().round_length == length;
        view! {
            <label class="segment">
                <input type="radio" name="length" prop:checked=chosen on:change=move |_| app.change_settings(|settings| settings.round_length = length) />
                <span>{length}</span>
            </label>
        }
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
                <button type="button" class="button" on:click=move |_| export(app, said)>"Save it all to a file"</button>
                <button type="button" class="button" on:click=move |_| save_copy(app, said)>"Save a copy with my data"</button>
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
            let counts = [(entries, "journal entry"), (answers as usize, "answer"), (exams, "exam"), (sessions, "finished session")];
            let counts = counts.map(|(count, what)| counted(count, what)).join(", ");
            format!("{counts}, today's safety check and these settings.")
        }
    }
}

fn confirm(app: App, sure: RwSignal<bool>, said: Said) -> AnyView {
    view! {
        <div class="banner banner-stop erase" id="erase" role="group" aria-label="Erase it all" tabindex="-1">
            <p>"This can't be undone. Save a copy first if you may want it back."</p>
            <p class="button-row">
                <button type="button" class="button button-stop" on:click=move |_| { sure.set(false); erase(app, said); focus_id_soon("said".to_owned()); }>"Erase everything"</button>
                <button type="button" class="button" on:click=move |_| { sure.set(false); focus_id_soon("erase-ask".to_owned()); }>"Keep it"</button>
            </p>
        </div>
    }
    .into_any()
}

fn export(app: App, said: Said) {
    said.set(Some("Putting the file together…".to_owned()));
    save(said, "palpate", "json", "application/json", async move { app.export().await.map_err(|error| error.to_string()) });
}

/// The whole app in one file, with everything kept inside.
pub fn save_copy(app: App, said: Said) {
    said.set(Some("Putting the copy together…".to_owned()));
    save(said, "palpate-with-my-data", "html", "text/html", async move { app.copy_with_data().await.map_err(|error| error.to_string()) });
}

/// Hands over a file with today's date in its name, once its text is there, and says what became of it.
fn save(
    said: Said,
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    text: impl Future<Output = Result<String, String>> + 'static,
) {
    spawn_local(async move {
        let name = format!("{name}-{}.{ending}", &clock::iso(clock::now())[..10]);
        let saved = text.await.and_then(|text| download::save(&name, media_type, &text).map_err(|error| error.to_string()));
        said.set(Some(saved.map_or_else(|error| error, |()| format!("Saved as {name} in your downloads."))));
    });
}

fn erase(app: App, said: Said) {
    spawn_local(async move {
        said.set(Some(match app.erase().await {
            Ok(()) => "Erased. Nothing of yours is kept any more.".to_owned(),
            Err(error) => error.to_string(),
        }));
    });
}

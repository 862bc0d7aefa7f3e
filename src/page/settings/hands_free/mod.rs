//! Voice, tempo and signals of a session that conducts itself.

mod knocks;
mod names;
pub mod parts;
mod signals;
mod tempo;
mod voice;

use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::record::HandsFree;

/// What the page says about the last thing it did, for the ear.
type Said = RwSignal<String>;

pub fn page(app: App) -> AnyView {
    let said: Said = RwSignal::new(String::new());
    view! {
        <div class="page page-text hands-free">
            <p class="crumbs"><a href=Route::Settings.href()>"Settings"</a></p>
            <h1 tabindex="-1">"Hands-free"</h1>
            <p class="lead">"A session can speak each step, count the strokes and wait for a sign from you. Both hands stay free. Every sentence is shown large as well."</p>
            {voice::view(app, said)}
            {tempo::view(app, said)}
            {knocks::view(app, said)}
            {signals::view(app, said)}
            <p role="status" class="hidden">{move || said.get()}</p>
        </div>
    }
    .into_any()
}

/// Reads one of these settings, and follows it.
fn read<T>(app: App, of: impl FnOnce(&HandsFree) -> T) -> T {
    app.settings.with(|settings| of(&settings.hands_free))
}

/// Changes them, and keeps that.
fn change(app: App, how: impl FnOnce(&mut HandsFree)) {
    app.change_settings(|settings| how(&mut settings.hands_free));
}

//! The journal: what was found, and how it felt before and after.

mod advice;
mod body;
pub mod entry;
mod list;
mod numbers;
mod plot;
mod share;
pub mod summary;
mod sure;

pub use advice::line as advice_line;

use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use palpate_core::journal::series::{Series, Window, tender};

pub fn page(app: App) -> AnyView {
    let is_empty = Memo::new(move |_| app.journal.with(|journal| journal.iter().all(|entry| entry.deleted)));
    let sharing = RwSignal::new(false);
    view! {
        <div class="page">
            <div class="journal-head">
                <h1 tabindex="-1">"Journal"</h1>
                {share::button(sharing)}
            </div>
            {share::panel(app, sharing)}
            {advice::view(app)}
            {move || if is_empty.get() { empty() } else { full(app) }}
        </div>
    }
    .into_any()
}

fn write() -> AnyView {
    view! { <a class="button" href=Route::Entry { id: None }.href()>{icon(Icon::Plus)} "Write an entry"</a> }.into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="journal-empty">
            <p class="lead">"Your journal is still blank, and it is yours alone: nothing of it leaves this device."</p>
            <p>"After a session you can write down how it felt before and after, from 0 to 10, and where it was tender. Here you will then see:"</p>
            <ul class="bullets">
                <li>"how your discomfort was before and after, over weeks"</li>
                <li>"where on the body you found tender points"</li>
                <li>"how sure you were that you had found the muscle"</li>
                <li>"a page to take to a clinician"</li>
            </ul>
            <p class="button-row">
                <a class="button button-main" href=Route::Find.href()>"Choose a session"</a>
                {write()}
            </p>
            <p class="quiet">"You saved a journal before? " <a href=Route::Settings.href()>"Read the file back in"</a></p>
        </div>
    }
    .into_any()
}

fn full(app: App) -> AnyView {
    let window = RwSignal::new(app.journal.with_untracked(|journal| {
        // The nearest that shows something: an empty plot on opening would only ask for a press.
        let today = clock::today();
        let rated = |window: &Window| !Series::new(journal, *window, None, today).dots.is_empty();
        let tender = |window: &Window| !tender(journal, *window, today).is_empty();
        Window::ALL.into_iter().find(rated).or_else(|| Window::ALL.into_iter().find(tender)).unwrap_or_default()
    }));
    view! {
        <div class="journal-body">
            <div class="journal-plots">
                {plot::view(app, window)}
                {body::view(app, window)}
                {sure::view(app, window)}
            </div>
            <section>
                <div class="journal-head"><h2 id="journal-entries">"Entries"</h2> {write()}</div>
                {list::view(app)}
            </section>
        </div>
    }
    .into_any()
}

/// Said of what a window shows.
fn in_window(window: Window) -> &'static str {
    match window {
        Window::TwoWeeks => "in these 2 weeks",
        Window::ThreeMonths => "in these 3 months",
        Window::All => "so far",
    }
}

//! An entry of the journal, to be read, written and corrected. Each change is kept at once: someone in pain is interrupted
//! easily, and a button to save would lose what was written before it.

mod fields;
mod when;

use crate::component::finding::list;
use crate::component::finding::pen::Pen;
use crate::markup::prelude::*;
use crate::platform::{address, page as browser};
use crate::route::Route;
use crate::state::App;
use palpate_core::Side;
use palpate_core::journal::{Entry, Finding};
use palpate_core::walkthrough::Strokes;

pub fn page(app: App, id: Option<String>) -> AnyView {
    let Some(id) = id else { return written(Pen::new(app, app.new_entry()), true) };
    match app.entry(&id) {
        Some(entry) if !entry.deleted => written(Pen::new(app, entry), false),
        Some(_) => absent(
            "This entry was deleted",
            "You deleted it, so nothing of it is kept here. A copy that you saved before may still hold it.",
        ),
        None => absent(
            "There is no such entry",
            "Your journal on this device holds no entry of that name. It may be on another device, or in a copy that you saved.",
        ),
    }
}

fn absent(title: &'static str, line: &'static str) -> AnyView {
    view! {
        <div class="page page-text">
            {crumbs()}
            <h1 tabindex="-1">{title}</h1>
            <p>{line}</p>
            <p class="button-row">
                <a class="button" href=Route::Journal.href()>"To the journal"</a>
                <a class="button" href=Route::Entry { id: None }.href()>"Write a new entry"</a>
            </p>
        </div>
    }
    .into_any()
}

fn crumbs() -> AnyView {
    view! { <p class="crumbs"><a href=Route::Journal.href()>"Journal"</a></p> }.into_any()
}

fn written(pen: Pen, new: bool) -> AnyView {
    let gone = RwSignal::new(None::<Entry>);
    if new {
        // A reload finds the entry again, once there is one; the page itself stays as it is.
        Effect::new(move || {
            if pen.is_kept() {
                address::replace(&Route::Entry { id: Some(pen.id()) }.href());
            }
        });
    }
    view! {
        <div class="page page-text entry">
            {crumbs()}
            {move || if gone.with(Option::is_some) { deleted(pen, gone) } else { fields(pen, new, gone) }}
        </div>
    }
    .into_any()
}

fn fields(pen: Pen, new: bool, gone: RwSignal<Option<Entry>>) -> AnyView {
    view! {
        <h1 tabindex="-1">{if new { "New entry" } else { "Journal entry" }}</h1>
        <p class="quiet">{move || lead(new, pen.app.trouble.get().is_none())}</p>
        {fields::stopped(pen)}
        {when::view(pen)}
        {fields::about(pen)}
        {fields::scores(pen)}
        {fields::check(pen)}
        <h2>"What you found"</h2>
        {list::view(pen)}
        <p><button type="button" class="button" on:click=move |_| add(pen)>"Add a point"</button></p>
        {fields::words(pen)}
        {delete(pen, gone)}
        {pen.status(false)}
    }
    .into_any()
}

/// Nothing is said to be kept where it can't be.
fn lead(new: bool, keeps: bool) -> &'static str {
    match (new, keeps) {
        (true, true) => "From memory. All of it may be left out, and what you write is kept at once.",
        (false, true) => "Correct what you like. Each change is kept at once.",
        (true, false) => "From memory. All of it may be left out. It can't be kept: it is gone once you close this page.",
        (false, false) => "Correct what you like. It can't be kept: it is gone once you close this page.",
    }
}

/// A point from memory, on the side of the entry, in the first area or of the muscle that the entry is about.
fn add(pen: Pen) {
    let app = pen.app;
    let entry = pen.entry.get_untracked();
    let guide = entry.walkthrough.as_ref().and_then(|id| app.knowledge.walkthrough(id));
    let guide = guide.or_else(|| app.knowledge.walkthroughs.iter().find(|guide| !guide.areas.is_empty()));
    let Some(guide) = guide else { return };
    let side = entry.side.or(app.settings.get_untracked().side).unwrap_or(Side::Right);
    let finding = match guide.areas.first() {
        Some(area) => Finding::new(&area.muscle, Some(&area.id), side, Strokes::default()),
        None => Finding::new(&guide.muscle, None, side, Strokes::default()),
    };
    let at = entry.findings.len();
    pen.change(|entry| entry.findings.push(finding));
    browser::press_id_soon(list::id(at));
}

/// Asks once, in place.
fn delete(pen: Pen, gone: RwSignal<Option<Entry>>) -> AnyView {
    let asking = RwSignal::new(false);
    let ask = move |_| {
        asking.set(true);
        browser::focus_id_soon("entry-delete".to_owned());
    };
    let keep = move |_| {
        asking.set(false);
        browser::focus_id_soon("entry-ask".to_owned());
    };
    let delete = move |_| {
        let entry = pen.entry.get_untracked();
        pen.app.delete_entry(&entry.id);
        gone.set(Some(entry));
        browser::scroll_to_top();
        browser::focus_soon("main h1");
    };
    view! {
        <div hidden=move || !pen.is_kept()>
            <p hidden=move || asking.get()><button type="button" class="button button-stop" id="entry-ask" on:click=ask>"Delete this entry"</button></p>
            {move || asking.get().then(|| view! {
                <div class="banner banner-stop" role="group" aria-labelledby="entry-delete">
                    <p id="entry-delete" tabindex="-1">"Delete this entry, with all that it says?"</p>
                    <p class="button-row">
                        <button type="button" class="button button-stop" on:click=delete>"Delete"</button>
                        <button type="button" class="button" on:click=keep>"Keep it"</button>
                    </p>
                </div>
            })}
        </div>
    }
    .into_any()
}

/// Right after: the way back.
fn deleted(pen: Pen, gone: RwSignal<Option<Entry>>) -> AnyView {
    let undo = move |_| {
        if let Some(entry) = gone.get_untracked() {
            pen.app.write_entry(entry);
            gone.set(None);
            browser::focus_soon("main h1");
        }
    };
    view! {
        <h1 tabindex="-1">"Deleted"</h1>
        <p>"Nothing of this entry is kept, but that there was one. As long as you stay on this page, you can take that back."</p>
        <p class="button-row">
            <button type="button" class="button button-main" on:click=undo>"Undo"</button>
            <a class="button" href=Route::Journal.href()>"To the journal"</a>
        </p>
    }
    .into_any()
}

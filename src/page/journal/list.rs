//! The entries by day, the newest first; each leads to its own page. Older ones come when they are asked for.

use crate::component::counted::counted;
use crate::component::finding::words;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::platform::{clock, page};
use crate::route::Route;
use crate::state::App;
use palpate_core::Day;
use palpate_core::journal::series::newest_first;
use palpate_core::journal::{Entry, Score};
use palpate_core::walkthrough::Found;

/// How many entries are shown at first, and how many more each time.
const AT_ONCE: usize = 30;

pub fn view(app: App) -> AnyView {
    let shown = RwSignal::new(AT_ONCE);
    let days = move || {
        app.journal.with(|journal| {
            let today = clock::today();
            let entries = newest_first(journal);
            let end = shown.get().min(entries.len());
            let days = entries[..end].chunk_by(|a, b| a.when.day() == b.when.day());
            days.map(|entries| day(app, entries, today)).collect_view()
        })
    };
    let rest =
        Memo::new(move |_| app.journal.with(|journal| journal.iter().filter(|entry| !entry.deleted).count()).saturating_sub(shown.get()));
    let show_more = move |_| {
        let first = app.journal.with_untracked(|journal| newest_first(journal).get(shown.get_untracked()).map(|entry| anchor(entry)));
        shown.update(|shown| *shown += AT_ONCE);
        // On from where one was, not from the top of the list.
        first.into_iter().for_each(page::focus_id_soon);
    };
    let more = move || {
        (rest.get() > 0).then(|| {
            view! {
                <p class="journal-more">
                    <button type="button" class="button" on:click=show_more>{format!("Show {} older", rest.get().min(AT_ONCE))}</button>
                    <span class="quiet">{counted(rest.get(), "entry more", "entries more")}</span>
                </p>
            }
        })
    };
    view! { <ol class="journal-days" aria-labelledby="journal-entries">{days}</ol> {more} }.into_any()
}

fn anchor(entry: &Entry) -> String {
    format!("entry-{}", entry.id)
}

fn day(app: App, entries: &[&Entry], today: Day) -> AnyView {
    let name = entries.first().map(|entry| calendar::day(entry.when.day(), today));
    let rows = entries.iter().map(|entry| self::entry(app, entry)).collect_view();
    view! { <li class="journal-day"><h3>{name}</h3> <ul>{rows}</ul></li> }.into_any()
}

fn entry(app: App, entry: &Entry) -> AnyView {
    let href = Route::Entry { id: Some(entry.id.clone()) }.href();
    let rest = entry.sore && entry.walkthrough.is_none();
    let title = if rest { "Rest day" } else { words::sides(entry).unwrap_or(if entry.walkthrough.is_some() { "Session" } else { "Note" }) };
    let stopped = entry.stopped.as_deref().map(|id| {
        let feel = words::feel(app, id);
        view! { <span class="journal-stopped">{icon(Icon::Octagon)} <span>"Stopped: " {feel}</span></span> }
    });
    let sore = entry.sore.then(|| view! { <span class="journal-sore">{icon(Icon::Pause)} "Still sore from last time"</span> });
    view! {
        <li>
            <a class="journal-entry" id=anchor(entry) href=href>
                <span class="journal-words">
                    <span class="journal-where"><strong>{title}</strong> " " {places(app, entry)}</span>
                    <span class="quiet">{details(app, entry)}</span>
                    {stopped} {sore}
                </span>
                {scores(entry.before, entry.after)}
            </a>
        </li>
    }
    .into_any()
}

/// The places worked, each once.
fn places(app: App, entry: &Entry) -> String {
    let mut names: Vec<String> = Vec::new();
    for finding in &entry.findings {
        let name = words::place_of(app, finding);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        let guide = entry.walkthrough.as_deref();
        return guide
            .map(|id| app.knowledge.walkthrough(id).map_or_else(|| id.to_owned(), |guide| guide.title.clone()))
            .unwrap_or_default();
    }
    names.join("; ")
}

/// The time, the strokes, and whether it was found.
fn details(app: App, entry: &Entry) -> String {
    let strokes: Vec<String> =
        entry.findings.iter().map(|finding| finding.strokes.count()).filter(|count| *count > 0).map(|count| count.to_string()).collect();
    let found = entry.findings.iter().filter_map(|finding| finding.sure);
    let mut found: Vec<&str> = found.map(|found: Found| words::sure(found)).collect();
    found.dedup();
    let strokes = match strokes.as_slice() {
        [] => None,
        [one] if one == "1" => Some("1 stroke".to_owned()),
        _ => Some(format!("{} strokes", strokes.join(", "))),
    };
    let complaint = entry.complaint.as_deref().and_then(|id| app.knowledge.complaint(id)).map(|complaint| complaint.title.clone());
    let note = (!entry.note.is_empty()).then(|| "with a note".to_owned());
    let found = (!found.is_empty()).then(|| found.join(", "));
    [Some(calendar::time(entry.when)), complaint, strokes, found, note].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "3 → 2".
fn scores(before: Option<Score>, after: Option<Score>) -> Option<AnyView> {
    if before.is_none() && after.is_none() {
        return None;
    }
    let shown = |score: Option<Score>| score.map_or("–".to_owned(), |score| score.number().to_string());
    let told = |score: Option<Score>| score.map_or("no number".to_owned(), |score| score.number().to_string());
    Some(
        view! {
            <span class="journal-scores" aria-hidden="true">{shown(before)} <span class="journal-arrow">" → "</span> <strong>{shown(after)}</strong></span>
            <span class="hidden">{format!(", discomfort {} before, {} after", told(before), told(after))}</span>
        }
        .into_any(),
    )
}

//! Look it up: search over everything as you type, and what there is when nothing is typed.

use crate::component::way;
use crate::markup::prelude::*;
use crate::platform::{address, page as browser};
use crate::route::Route;
use crate::state::App;
use palpate_core::knowledge::ComplaintKind;
use palpate_core::search::{Found, Hit, Marked, SafetyList, Target};

/// Most results shown at once.
const MOST: usize = 30;

pub fn page(app: App) -> AnyView {
    let asked = app.route.with_untracked(|route| if let Route::Lookup { query } = route { query.clone() } else { String::new() });
    let typed = RwSignal::new(asked);
    let found = Memo::new(move |_| typed.with(|typed| app.index().search(typed, MOST)));
    let write = move |event: leptos::ev::Event| {
        typed.set(event_target_value(&event));
        // The address follows without filling the history, so that a result's back button finds the search again.
        address::replace(&Route::Lookup { query: typed.get_untracked() }.href());
    };
    browser::focus_soon("#search");
    // The Search button of the bar, pressed on this page, asks for all of it again.
    Effect::new(move || {
        if let Route::Lookup { query } = app.route.get()
            && typed.with_untracked(|typed| *typed != query)
        {
            typed.set(query);
            browser::focus_soon("#search");
        }
    });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Look it up"</h1>
            <form class="search" role="search" on:submit=|event| event.prevent_default()>
                <label class="hidden" for="search">"Search"</label>
                <input id="search" type="search" autocomplete="off" autocapitalize="none" spellcheck="false"
                    placeholder="Hip flexor, groin, six-pack" prop:value=typed on:input=write />
            </form>
            <p class="hidden" role="status">{move || status(&found.get(), &typed.get())}</p>
            {move || if typed.with(|typed| typed.trim().is_empty()) { browse(app) } else { results(app, &found.get(), &typed.get()) }}
        </div>
    }
    .into_any()
}

fn status(found: &Found, typed: &str) -> String {
    match (typed.trim().is_empty(), found.total) {
        (true, _) => String::new(),
        (false, 0) => "Nothing found".to_owned(),
        (false, 1) => "1 result".to_owned(),
        (false, many) => format!("{many} results"),
    }
}

fn results(app: App, found: &Found, typed: &str) -> AnyView {
    if found.hits.is_empty() {
        return view! {
            <p>"Nothing found for “" {typed.trim().to_owned()} "”. Try fewer letters, or an everyday word such as hip, groin or belly."</p>
        }
        .into_any();
    }
    let rows = found.hits.iter().map(|hit| row(app, hit)).collect_view();
    let more = found.total.saturating_sub(found.hits.len());
    view! {
        <ul class="hits">{rows}</ul>
        {(more > 0).then(|| view! { <p class="quiet">{more} " more. Type another word to narrow it down."</p> })}
    }
    .into_any()
}

fn row(app: App, hit: &Hit) -> AnyView {
    view! {
        <li>
            <a class="hit" href=route_of(app, &hit.target).href()>
                <span class="hit-kind">{hit.kind.word()}</span>
                <span class="hit-title">{marked(&hit.title)}</span>
                <span class="hit-snippet">{marked(&hit.snippet)}</span>
            </a>
        </li>
    }
    .into_any()
}

fn marked(text: &Marked) -> AnyView {
    text.pieces()
        .map(|(piece, marked)| {
            let piece = piece.to_owned();
            if marked { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
        })
        .collect_view()
        .into_any()
}

/// Where a hit leads.
fn route_of(app: App, target: &Target) -> Route {
    match target.clone() {
        Target::Muscle { id, .. } => Route::Muscle { id },
        Target::Complaint(id) => Route::Complaint { id },
        Target::Term(id) => Route::Glossary { at: Some(id) },
        Target::Landmark(id) | Target::Neighbour(id) => Route::Landmarks { at: Some(id) },
        Target::Disagreement(id) => Route::Disagreements { at: Some(id) },
        Target::Source(id) => Route::Source { id, at: None },
        Target::Fact(id) => match app.knowledge.fact(&id) {
            Some(fact) => Route::Source { id: fact.document(app.knowledge).id.clone(), at: Some(id) },
            None => Route::Sources,
        },
        Target::Walkthrough { id, .. } => Route::Walkthrough { id, at: None },
        Target::Safety { list: SafetyList::Gate, .. } => Route::Gate,
        Target::Safety { id, .. } => Route::Safety { at: Some(id) },
    }
}

/// What there is, when nothing is asked for.
fn browse(app: App) -> AnyView {
    let knowledge = app.knowledge;
    let muscles = knowledge.muscles.iter().map(|muscle| {
        view! { <li><a href=Route::Muscle { id: muscle.id.clone() }.href()><span class="serif">{muscle.name.clone()}</span></a> " " <span class="quiet">{muscle.summary.clone()}</span></li> }
    });
    let complaints = |kind: ComplaintKind| {
        knowledge
            .complaints
            .iter()
            .filter(|complaint| complaint.kind == kind)
            .map(|complaint| {
                view! { <li><a href=Route::Complaint { id: complaint.id.clone() }.href()>{complaint.title.clone()}</a></li> }
            })
            .collect_view()
    };
    view! {
        {way::to_hurt()}
        <div class="browse">
            <section><h2>"Muscles"</h2><ul class="ruled">{muscles.collect_view()}</ul></section>
            <section><h2>"Where it hurts"</h2><ul class="ruled">{complaints(ComplaintKind::Pain)}</ul></section>
            <section><h2>"Signs"</h2><ul class="ruled">{complaints(ComplaintKind::Sign)}</ul></section>
            <section>
                <h2>"More"</h2>
                <ul class="ruled">
                    <li><a href=Route::Disagreements { at: None }.href()>"Where sources disagree"</a></li>
                    <li><a href=Route::Landmarks { at: None }.href()>"Landmarks and neighbours"</a></li>
                    <li><a href=Route::Glossary { at: None }.href()>"Words"</a></li>
                    <li><a href=Route::Sources.href()>"Sources"</a></li>
                    <li><a href=Route::About.href()>"About Palpate"</a></li>
                </ul>
            </section>
        </div>
    }
    .into_any()
}

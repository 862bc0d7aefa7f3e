//! The sheet: explains a source or a word on the spot, and gives the focus back when it closes.

use super::icon::{Icon, icon};
use super::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::{App, Sheet};
use leptos::html;
use palpate_core::knowledge::{Cite, Disagreement, Fact, Source, SourceKind};

/// What explains a source or a word, open while [`App::sheet`] holds something.
pub fn sheet(app: App) -> AnyView {
    let close = move || app.sheet.set(None);
    dialog("sheet-title", move || app.sheet.with(Option::is_some), close, move || app.sheet.get().map(|sheet| body(app, &sheet)).into_any())
}

/// A dialog in the form of a sheet, open while `open` says so. `close` makes that untrue; `titled` is the id of the heading in `body`.
pub fn dialog(
    titled: &'static str,
    open: impl Fn() -> bool + 'static,
    close: impl Fn() + Copy + 'static,
    body: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        let wanted = open();
        if wanted && !element.open() {
            // Refused only when the dialog is already open.
            let _ = element.show_modal();
        } else if !wanted && element.open() {
            element.close();
        }
    });
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby=titled on:close=move |_| close() on:click=move |event| {
            // A click on the dialog itself, not on what is in it, is a click beside the sheet.
            if event.target() == event.current_target() {
                close();
            }
        }>
            <div class="sheet-body">
                <button type="button" class="icon-button sheet-close" aria-label="Close" on:click=move |_| close()>{icon(Icon::Close)}</button>
                {body}
            </div>
        </dialog>
    }
    .into_any()
}

fn body(app: App, sheet: &Sheet) -> AnyView {
    match sheet {
        Sheet::Term(id) => term(app, id),
        Sheet::Cite(cite) => said_by(app, *cite),
    }
}

fn term(app: App, id: &str) -> AnyView {
    let Some(term) = app.knowledge.term(id) else {
        return heading("Not in the glossary").into_any();
    };
    let landmark = app.knowledge.landmarks.iter().find(|landmark| landmark.id == id);
    let more = landmark.map(|landmark| {
        let route = Route::Landmarks { at: Some(landmark.id.clone()) };
        view! { <p><a href=route.href()>"How to feel it on yourself"</a></p> }
    });
    view! { {heading(&term.name)} <p>{cited(app, &term.text, &term.cites)}</p> {more} }.into_any()
}

fn said_by(app: App, cite: Cite) -> AnyView {
    match cite {
        Cite::OurRule => view! {
            {heading("Our rule")}
            <p>"No single source says this. We put it together from the sources beside it, on the careful side."</p>
            <p>"No clinician has reviewed it yet."</p>
        }
        .into_any(),
        Cite::Unverified => view! {
            {heading("Unverified")}
            <p>"This is general knowledge. We did not find a source for it, so take it with care."</p>
        }
        .into_any(),
        Cite::Disagreement(_) => cite.disagreement(app.knowledge).map(|card| disagreement(app, card)).into_any(),
        Cite::Source(_) | Cite::Fact(_) => cite
            .source(app.knowledge)
            .map(|source| {
                view! {
                    {heading(&source.title)}
                    {cite.fact(app.knowledge).map(|fact| fact_line(app, fact))}
                    {about(source)}
                    {(source.kind == SourceKind::Document).then(|| view! {
                    <p><a href=Route::Source { id: source.id.clone(), at: None }.href()>"All that it says"</a></p>
                })}
                }
            })
            .into_any(),
    }
}

fn disagreement(app: App, card: &Disagreement) -> AnyView {
    let route = Route::Disagreements { at: Some(card.id.clone()) };
    view! {
        {heading(&card.question)}
        <p><strong>"What we teach: "</strong>{prose(app, &card.teach)}</p>
        <p><a href=route.href()>"Who says what"</a></p>
    }
    .into_any()
}

fn fact_line(app: App, fact: &Fact) -> AnyView {
    view! {
        <p class="sheet-fact">{prose(app, &fact.text)}</p>
        <p class="quiet">"Under the heading " <q>{fact.heading.clone()}</q></p>
    }
    .into_any()
}

/// Tier, date, interest and address of a source.
pub fn about(source: &Source) -> AnyView {
    let kind = match source.kind {
        SourceKind::Document => "One of the three documents that this trainer starts from",
        SourceKind::Reference => "Public reference",
    };
    let interest = source.interest.clone().unwrap_or_else(|| "None known".to_owned());
    let publisher = source.publisher.clone().map(|name| view! { <dt>"Published by"</dt><dd>{name}</dd> });
    let note = source.note.clone().map(|note| view! { <dt>"Note"</dt><dd>{note}</dd> });
    let urls = source.urls.iter().map(|url| {
        view! { <li><a href=url.clone() target="_blank" rel="noopener noreferrer">{url.clone()}</a></li> }
    });
    view! {
        <dl class="about-source">
            <dt>"What it is"</dt><dd>{source.id.clone()} " · " {kind}</dd>
            <dt>"Tier " {source.tier.letter()}</dt><dd>{source.tier.meaning()}</dd>
            {publisher}
            <dt>"Date"</dt><dd>{source.year.clone()}</dd>
            <dt>"Interest"</dt><dd>{interest}</dd>
            {note}
            <dt>"Address (opens the web)"</dt><dd><ul class="urls">{urls.collect_view()}</ul></dd>
        </dl>
    }
    .into_any()
}

fn heading(text: &str) -> AnyView {
    view! { <h2 id="sheet-title" class="sheet-title">{text.to_owned()}</h2> }.into_any()
}

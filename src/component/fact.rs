//! What a document says, with the correction beside it where it is wrong or disputed.

use super::prose::prose;
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::{App, Sheet};
use palpate_core::knowledge::{Cite, Fact};

/// A list of facts.
pub fn list<'a>(app: App, facts: impl IntoIterator<Item = &'a Fact>) -> AnyView {
    let rows: Vec<_> = facts.into_iter().map(|fact| row(app, fact)).collect();
    view! { <ul class="facts">{rows}</ul> }.into_any()
}

fn row(app: App, fact: &Fact) -> AnyView {
    let document = fact.document(app.knowledge);
    let index = app.knowledge.facts.iter().position(|other| other.id == fact.id).and_then(|at| u16::try_from(at).ok());
    let open = move |_| {
        if let Some(index) = index {
            app.sheet.set(Some(Sheet::Cite(Cite::Fact(index))));
        }
    };
    let spoken = format!("Source {}: {}", document.id, document.title);
    let unverified = fact.unverified.then(|| view! { <span class="chip chip-dashed">"Unverified"</span> });
    let correction = fact.correction(app.knowledge).map(|card| {
        let label = if card.open { "Sources disagree. We teach: " } else { "Corrected. We teach: " };
        let route = Route::Disagreements { at: Some(card.id.clone()) };
        view! {
            <p class="fact-correction">
                <strong>{label}</strong> {prose(app, &card.teach)} " "
                <a href=route.href()>"Who says what (" {card.id.clone()} ")"</a>
            </p>
        }
    });
    view! {
        <li class="fact" id=fact.id.clone() tabindex="-1">
            <p>
                {prose(app, &fact.text)} " "
                <span class="chips">
                    <button type="button" class="chip chip-square" aria-haspopup="dialog" aria-label=spoken on:click=open>{document.id.clone()}</button>
                    {unverified}
                </span>
            </p>
            {correction}
        </li>
    }
    .into_any()
}

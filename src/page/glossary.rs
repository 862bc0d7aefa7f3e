//! The words that the app explains, in the order of the alphabet.

use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::platform::page::show_soon;
use crate::state::App;
use palpate_core::knowledge::Term;

pub fn page(app: App, at: Option<String>) -> AnyView {
    if let Some(at) = at {
        show_soon(at);
    }
    let mut terms: Vec<&Term> = app.knowledge.terms.iter().collect();
    palpate_core::order::sort_by_key(&mut terms, |term| term.name.to_lowercase());
    let rows = terms.into_iter().map(|term| {
        let aliases = (!term.aliases.is_empty()).then(|| view! { <span class="quiet">" · " {term.aliases.join(", ")}</span> });
        view! {
            <div class="word" id=term.id.clone() tabindex="-1">
                <dt class="serif">{term.name.clone()} {aliases}</dt>
                <dd>{cited(app, &term.text, &term.cites)}</dd>
            </div>
        }
    });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Words"</h1>
            <dl>{rows.collect_view()}</dl>
        </div>
    }
    .into_any()
}

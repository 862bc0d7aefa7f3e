//! One source: who it is, and, for a document, every fact it states, heading by heading.

use crate::component::{fact, sheet};
use crate::markup::prelude::*;
use crate::platform::page::show_soon;
use crate::route::Route;
use crate::state::App;
use palpate_core::knowledge::{Fact, Source};

pub fn page(app: App, source: &'static Source, at: Option<String>) -> AnyView {
    if let Some(at) = at {
        show_soon(at);
    }
    view! {
        <article class="page page-text">
            <p class="crumbs"><a href=Route::Sources.href()>"Sources"</a></p>
            <h1 tabindex="-1">{source.title.clone()}</h1>
            {sheet::about(source)}
            {by_heading(app, source)}
        </article>
    }
    .into_any()
}

fn by_heading(app: App, source: &Source) -> Option<AnyView> {
    let mut headings: Vec<(&str, Vec<&Fact>)> = Vec::new();
    for fact in app.knowledge.facts_of(&source.id) {
        match headings.last_mut() {
            Some((heading, facts)) if *heading == fact.heading => facts.push(fact),
            _ => headings.push((&fact.heading, vec![fact])),
        }
    }
    let sections: Vec<_> =
        headings.into_iter().map(|(heading, facts)| view! { <h3>{heading.to_owned()}</h3> {fact::list(app, facts)} }).collect();
    (!sections.is_empty()).then(|| {
        view! {
            <h2>"What it says"</h2>
            <p class="quiet">"In our words, heading by heading. Where it is wrong or disputed, the correction stands below."</p>
            {sections}
        }
        .into_any()
    })
}

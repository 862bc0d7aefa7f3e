//! The list of sources at the foot of a hand-out: each code of the page with what it stands for.

use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::knowledge::{Cite, Source, SourceKind};

/// Each source that is cited, once, in the order of the codes. `printed_only` hides it on the screen.
pub fn list(app: App, cites: impl IntoIterator<Item = Cite>, printed_only: bool) -> AnyView {
    let cited: Vec<&str> = cites.into_iter().filter_map(|cite| cite.source(app.knowledge)).map(|source| source.id.as_str()).collect();
    those(app, |source| cited.contains(&source.id.as_str()), printed_only)
}

/// The documents whose claims the questions name by their codes.
pub fn documents(app: App) -> AnyView {
    those(app, |source| source.kind == SourceKind::Document, false)
}

fn those(app: App, which: impl Fn(&Source) -> bool, printed_only: bool) -> AnyView {
    let rows = app.knowledge.sources.iter().filter(|source| which(source)).map(row);
    let class = if printed_only { "references print-only" } else { "references" };
    view! { <section class=class><h2>"Sources"</h2><ul class="plain-list">{rows.collect_view()}</ul></section> }.into_any()
}

fn year(source: &Source) -> String {
    if source.year == "not stated" { "No date stated.".to_owned() } else { format!("{}.", source.year) }
}

fn row(source: &Source) -> AnyView {
    let publisher = source.publisher.as_ref().map(|publisher| format!(" {publisher}."));
    let interest = source.interest.as_ref().map(|interest| format!(" Interest: {}.", interest.trim_end_matches('.')));
    view! { <li><strong>{source.id.clone()}</strong> " " {source.title.clone()} "." {publisher} " " {year(source)} {interest}</li> }
        .into_any()
}

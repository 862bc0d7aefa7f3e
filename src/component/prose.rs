//! Sentences from the knowledge base: words, glossary terms that explain themselves, and who says so.

use super::cite::chips;
use crate::markup::prelude::*;
use crate::state::{App, Sheet};
use palpate_core::knowledge::Cite;
use palpate_core::text::{Run, runs};

/// The words of a sentence, with its glossary terms as buttons.
pub fn prose(app: App, text: &str) -> AnyView {
    runs(text)
        .map(|run| match run {
            Run::Plain(words) => words.to_owned().into_any(),
            Run::Term { id, shown } => term(app, id.to_owned(), shown.to_owned()),
        })
        .collect_view()
        .into_any()
}

fn term(app: App, id: String, shown: String) -> AnyView {
    let open = move |_| app.sheet.set(Some(Sheet::Term(id.clone())));
    view! { <button type="button" class="term" aria-haspopup="dialog" on:click=open>{shown}</button> }.into_any()
}

/// A sentence with the chips of its sources after it.
pub fn cited(app: App, text: &str, cites: &[Cite]) -> AnyView {
    view! { {prose(app, text)} " " {chips(app, cites)} }.into_any()
}

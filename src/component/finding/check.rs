//! The self-check of hip extension: how to do it, its three answers, what it can tell, and when to leave it out.

use super::pick;
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::Side;
use palpate_core::journal::Extension;

/// The three answers in their order.
pub const ANSWERS: [Extension; 3] = [Extension::Flat, Extension::LiftsALittle, Extension::Lifts];

/// Whether the knowledge base describes it.
pub fn is_described(app: App) -> bool {
    !app.knowledge.self_check.how.is_empty()
}

/// An answer in words.
pub fn answer(app: App, extension: Extension) -> String {
    let at = ANSWERS.iter().position(|other| *other == extension).unwrap_or_default();
    let words = app.knowledge.self_check.answers.get(at).cloned().unwrap_or_default();
    // Without a description the answer is still readable.
    if !words.is_empty() {
        return words;
    }
    match extension {
        Extension::Flat => "The thigh lies flat",
        Extension::LiftsALittle => "The thigh lifts a little",
        Extension::Lifts => "The thigh lifts",
    }
    .to_owned()
}

/// How to do it, for a side.
pub fn how(app: App, side: Side) -> AnyView {
    let check = &app.knowledge.self_check;
    let lines = check.how.iter().map(|line| view! { <li>{prose(app, &side.render(line))}</li> });
    view! {
        {(!check.beware.is_empty()).then(|| view! { <div class="banner banner-caution">{icon(Icon::Warning)} <p>{prose(app, &side.render(&check.beware))}</p></div> })}
        <ol class="instructions">{lines.collect_view()}</ol>
        <p class="quiet">{cited(app, &side.render(&check.meaning), &check.cites)}</p>
    }
    .into_any()
}

/// The question with its answers.
pub fn question(
    app: App,
    label: &str,
    value: impl Fn() -> Option<Extension> + Send + Sync + 'static,
    set: impl Fn(Option<Extension>) + Send + Sync + 'static,
) -> AnyView {
    let words = ANSWERS.map(|extension| (extension, answer(app, extension)));
    let choices = words.each_ref().map(|(extension, words)| (*extension, words.as_str()));
    pick::of(label, &choices, value, set)
}

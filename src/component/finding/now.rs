//! How it is now: a score, and which complaint it is about.

use super::{pains, words};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::journal::Entry;

/// The complaint that the last entry with a score was about.
pub fn last_complaint(app: App) -> Option<String> {
    app.journal.with_untracked(|journal| {
        let scored = journal.iter().filter(|entry| !entry.deleted && (entry.before.is_some() || entry.after.is_some()));
        let last = scored.max_by(|a, b| a.when.at.total_cmp(&b.when.at));
        last.and_then(|entry: &Entry| entry.complaint.clone())
    })
}

/// Which complaint a score is about.
pub fn complaint(
    app: App,
    value: impl Fn() -> Option<String> + Copy + Send + Sync + 'static,
    set: impl Fn(Option<String>) + Send + Sync + 'static,
) -> AnyView {
    let old = untrack(value).filter(|id| !pains(app).any(|pain| pain.id == *id));
    let options = pains(app).map(|pain| pain.id.clone()).chain(old).map(|id| {
        let name = words::complaint(app, &id);
        let own = id.clone();
        view! { <option value=id prop:selected=move || value().as_deref() == Some(own.as_str())>{name}</option> }
    });
    let change = move |event| set(Some(event_target_value(&event)).filter(|id| !id.is_empty()));
    view! {
        <label class="field">
            <span>"It is about"</span>
            <select on:change=change>
                <option value="" prop:selected=move || value().is_none()>"How it is in general"</option>
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

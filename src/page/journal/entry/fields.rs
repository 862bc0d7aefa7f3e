//! The fields of an entry: what it is about, the scores, the self-check, soreness and the note.

use crate::component::finding::pen::Pen;
use crate::component::finding::score::{About, score};
use crate::component::finding::{check, fold, note, now, pick, rule_banner, tick};
use crate::markup::prelude::*;
use palpate_core::Side;
use palpate_core::journal::Extension;

/// The stop rule that ended the session.
pub fn stopped(pen: Pen) -> AnyView {
    let stopped = Memo::new(move |_| pen.entry.with(|entry| entry.stopped.clone()));
    view! {
        {move || stopped.get().map(|id| view! { <p class="quiet">"This session was ended by a reason to stop."</p> {rule_banner(pen.app, &id)} })}
    }
    .into_any()
}

/// The walkthrough and the side.
pub fn about(pen: Pen) -> AnyView {
    let app = pen.app;
    let now = move || pen.entry.with(|entry| entry.walkthrough.clone());
    let known = app.knowledge.walkthroughs.iter().map(|guide| (guide.id.clone(), guide.title.clone()));
    let old = untrack(now).filter(|id| app.knowledge.walkthrough(id).is_none()).map(|id| (id.clone(), id));
    let options = known.chain(old).map(|(id, title)| {
        let own = id.clone();
        view! { <option value=id prop:selected=move || now().as_deref() == Some(own.as_str())>{title}</option> }
    });
    let choose = move |event| {
        let id = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        pen.change(|entry| entry.walkthrough = id);
    };
    view! {
        <label class="field">
            <span>"What did you do?"</span>
            <select on:change=choose>
                <option value="" prop:selected=move || now().is_none()>"No session: a note on the day"</option>
                {options.collect_view()}
            </select>
        </label>
        {pick::of("On which side?", &[(Side::Right, "Right"), (Side::Left, "Left")], move || pen.entry.with(|entry| entry.side), move |side| pen.change(|entry| entry.side = side))}
    }
    .into_any()
}

pub fn scores(pen: Pen) -> AnyView {
    view! {
        <h2>"How it was"</h2>
        {now::complaint(pen.app, move || pen.entry.with(|entry| entry.complaint.clone()), move |id| pen.change(|entry| entry.complaint = id))}
        {score("Discomfort before", About::Discomfort, move || pen.entry.with(|entry| entry.before), move |score| pen.change(|entry| entry.before = score))}
        {score("Discomfort after", About::Discomfort, move || pen.entry.with(|entry| entry.after), move |score| pen.change(|entry| entry.after = score))}
        {tick("Still sore from last time".to_owned(), move || pen.entry.with(|entry| entry.sore), move |on| pen.change(|entry| entry.sore = on))}
        <div role="status">{move || pen.entry.with(|entry| entry.sore).then(|| rule_banner(pen.app, "still-sore-from-before"))}</div>
    }
    .into_any()
}

/// The self-check of hip extension, folded away.
pub fn check(pen: Pen) -> Option<AnyView> {
    let app = pen.app;
    let told = pen.entry.with_untracked(|entry| entry.extension_before.is_some() || entry.extension_after.is_some());
    if !told && !check::is_described(app) {
        return None;
    }
    let title = Some(app.knowledge.self_check.title.clone()).filter(|title| !title.is_empty());
    let answered = move || {
        let both = pen.entry.with(|entry| [entry.extension_before, entry.extension_after]);
        if both.iter().any(Option::is_some) { "written" } else { "" }
    };
    let ask = move |label: &'static str,
                    get: fn(&palpate_core::journal::Entry) -> Option<Extension>,
                    set: fn(&mut palpate_core::journal::Entry, Option<Extension>)| {
        check::question(app, label, move || pen.entry.with(get), move |answer| pen.change(|entry| set(entry, answer)))
    };
    let title = title.unwrap_or_else(|| "The self-check of the hip".to_owned());
    Some(fold(view! { {title} <span>{answered}</span> }, move || {
        view! {
            {move || check::how(app, pen.entry.with(|entry| entry.side).unwrap_or(Side::Right))}
            {ask("Before", |entry| entry.extension_before, |entry, answer| entry.extension_before = answer)}
            {ask("After", |entry| entry.extension_after, |entry, answer| entry.extension_after = answer)}
        }
        .into_any()
    }))
}

pub fn words(pen: Pen) -> AnyView {
    note("Your note", move || pen.entry.with(|entry| entry.note.clone()), move |text| pen.change(|entry| entry.note = text))
}

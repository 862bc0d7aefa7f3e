//! The findings of an entry, each with a way to correct it and to take it away.

use super::form::{Form, place, strokes_line, view as form};
use super::pen::Pen;
use super::{calls, words};
use crate::component::diagram::named;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::page as browser;
use crate::state::App;
use palpate_core::journal::{Finding, Spread};
use palpate_core::walkthrough::Found;

/// What was taken away last, and from where.
type Gone = RwSignal<Option<(usize, Finding)>>;

pub fn view(pen: Pen) -> AnyView {
    let count = Memo::new(move |_| pen.entry.with(|entry| entry.findings.len()));
    let open = RwSignal::new(None::<usize>);
    let gone: Gone = RwSignal::new(None);
    let undo = move |_| {
        if let Some((at, finding)) = gone.get_untracked() {
            pen.change(|entry| entry.findings.insert(at.min(entry.findings.len()), finding));
            gone.set(None);
            browser::focus_id_soon(id(at));
        }
    };
    view! {
        <p class="quiet" hidden=move || count.get() != 0>"No point is written down."</p>
        <ul class="findings" hidden=move || count.get() == 0>
            {move || (0..count.get()).map(|at| row(pen, at, open, gone)).collect_view()}
        </ul>
        <p role="status" class="kept">
            {move || gone.with(Option::is_some).then(|| view! { "The point was taken away. " <button type="button" class="link" id="finding-undo" on:click=undo>"Put it back"</button> })}
        </p>
    }
    .into_any()
}

pub fn id(at: usize) -> String {
    format!("finding-{at}")
}

fn row(pen: Pen, at: usize, open: RwSignal<Option<usize>>, gone: Gone) -> AnyView {
    let app = pen.app;
    // The row is gone a moment before the list is drawn anew.
    let finding =
        Signal::derive(move || pen.finding(at).unwrap_or_else(|| Finding::new("", None, palpate_core::Side::Right, Default::default())));
    let title = move || finding.with(|finding| format!("{}, {}", words::place_of(app, finding), finding.side.word()));
    let shown = move || open.get() == Some(at);
    let change = Callback::new(move |finding: Finding| {
        pen.change(|entry| {
            if let Some(kept) = entry.findings.get_mut(at) {
                *kept = finding;
            }
        });
    });
    let remove = move |_| {
        gone.set(pen.finding(at).map(|finding| (at, finding)));
        open.set(None);
        pen.change(|entry| {
            if at < entry.findings.len() {
                entry.findings.remove(at);
            }
        });
        browser::focus_id_soon("finding-undo".to_owned());
    };
    let toggle = move |_| open.update(|open| *open = (*open != Some(at)).then_some(at));
    let from_memory = move || finding.with_untracked(|finding| finding.point.is_none());
    view! {
        <li class="findings-row">
            <div class="findings-head">
                <div>
                    <p class="findings-title">{title}</p>
                    <p class="quiet">{move || finding.with(|finding| summary(app, finding))}</p>
                    {move || finding.with(|finding| calls(app, finding)).map(|id| stop_line(app, id))}
                </div>
                <button type="button" class="button" id=id(at) aria-expanded=move || shown().to_string() aria-label=move || format!("{}: {}", if shown() { "Close" } else { "Correct" }, title()) on:click=toggle>
                    {move || if shown() { "Close" } else { "Correct" }}
                </button>
            </div>
            {move || shown().then(|| {
                let own = Form { app, finding, change, in_session: false };
                view! {
                    <div class="findings-form">
                        {from_memory().then(|| place(own))}
                        {form(own)}
                        <p><button type="button" class="button button-stop" on:click=remove>"Take this point away"</button></p>
                    </div>
                }
            })}
        </li>
    }
    .into_any()
}

/// The rule that it calls for, in a line; all of it is told where it is corrected.
fn stop_line(app: App, id: &str) -> AnyView {
    view! { <p class="findings-stop">{icon(Icon::Octagon)} <span>"A reason to stop: " {words::feel(app, id)}</span></p> }.into_any()
}

/// "Tender 3 of 10, the ache you know, 12 strokes".
pub fn summary(app: App, finding: &Finding) -> String {
    let mut parts = Vec::new();
    parts.extend(finding.tender.map(|score| format!("tender {} of 10", score.number())));
    parts.extend(finding.familiar.map(|familiar| if familiar { "the ache you know" } else { "not an ache you know" }.to_owned()));
    parts.extend(finding.spread.map(|spread| {
        match spread {
            Spread::Stays => "stayed under the finger",
            Spread::Spreads => "spread through the belly",
            Spread::Refers => "felt somewhere else too",
        }
        .to_owned()
    }));
    parts.extend(finding.felt_at.iter().map(|id| words::complaint(app, id)));
    match finding.felt.len() {
        0 => {}
        1 => parts.push("1 place on the picture".to_owned()),
        more => parts.push(format!("{more} places on the picture")),
    }
    parts.extend(finding.sure.map(|sure| {
        match sure {
            Found::Yes => "it was the muscle",
            Found::NotSure => "not sure that it was the muscle",
            Found::No => "it was not the muscle",
        }
        .to_owned()
    }));
    if finding.point.is_some() || finding.strokes.count() > 0 {
        parts.push(strokes_line(finding.strokes.count()).to_lowercase());
    }
    if !finding.note.is_empty() {
        parts.push(format!("\u{201c}{}\u{201d}", finding.note));
    }
    if parts.is_empty() { "Nothing written yet".to_owned() } else { named(&parts.join(", "), None) }
}

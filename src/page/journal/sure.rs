//! How sure the person was of each muscle, over time: a row of marks for each muscle and side, its counts, and a table.

use super::plot::permille;
use super::{in_window, numbers};
use crate::component::finding::words;
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::platform::clock;
use crate::state::App;
use palpate_core::Day;
use palpate_core::journal::series::{Sureness, Window, sureness};
use palpate_core::walkthrough::Found;

pub fn view(app: App, window: RwSignal<Window>) -> AnyView {
    let any = Memo::new(move |_| app.journal.with(|journal| !sureness(journal, window.get(), clock::today()).1.is_empty()));
    let drawn = move || {
        app.journal.with(|journal| {
            let (today, window) = (clock::today(), window.get());
            let (span, rows) = sureness(journal, window, today);
            if rows.is_empty() {
                return view! { <p class="journal-caption journal-nothing">{format!("No answer to this {}.", in_window(window))}</p> }.into_any();
            }
            let from = calendar::date(span.first, today);
            let rows = rows.iter().map(|row| self::row(app, row, today)).collect_view();
            view! {
                {key()}
                <ul class="sure-rows">{rows}</ul>
                <p class="sure-days" aria-hidden="true"><span>{from}</span> <span>{if span.last == today { "Today".to_owned() } else { calendar::date(span.last, today) }}</span></p>
            }
            .into_any()
        })
    };
    // Not asked in most sessions: no card before the first answer.
    let ever = Memo::new(move |_| app.journal.with(|journal| !sureness(journal, Window::All, clock::today()).1.is_empty()));
    let card = move || {
        view! {
            <section class="journal-card">
                <h2>"Did you find it?"</h2>
                {drawn}
                {move || any.get().then(|| table(app, window))}
            </section>
        }
    };
    view! { {move || ever.get().then(card)} }.into_any()
}

fn key() -> AnyView {
    let parts = [(Found::Yes, "found it"), (Found::NotSure, "not sure"), (Found::No, "did not find it")]
        .map(|(found, name)| view! { <li><svg class="plot-swatch" aria-hidden="true">{mark(found, 500)}</svg> {name}</li> });
    view! { <ul class="plot-legend" aria-label="Key">{parts.into_iter().collect_view()}</ul> }.into_any()
}

fn name(app: App, row: &Sureness) -> String {
    format!("{}, {}", words::muscle(app, row.muscle), row.side.word())
}

fn counts(row: &Sureness) -> String {
    format!("found {}, not sure {}, not found {}", row.yes, row.not_sure, row.no)
}

fn row(app: App, row: &Sureness, today: Day) -> AnyView {
    let marks = row.answers.iter().map(|answer| mark(answer.found, answer.x)).collect_view();
    let last =
        row.answers.last().map(|answer| format!("Last, {}: {}.", calendar::day_within(answer.day, today), words::sure(answer.found)));
    let told = format!("{}: {}. {}", name(app, row), counts(row), last.unwrap_or_default());
    view! {
        <li>
            <p class="sure-name"><strong>{name(app, row)}</strong> " " <span class="quiet">{counts(row)}</span></p>
            <svg class="sure-row" role="img" aria-label=told><line class="plot-rule" x1="0" x2="100%" y1="50%" y2="50%"></line>{marks}</svg>
        </li>
    }
    .into_any()
}

/// Found is full, not sure is half full, not found is empty.
fn mark(found: Found, x: u16) -> AnyView {
    let x = permille(x);
    let ring = |class: &'static str| view! { <circle class=class cx=x.clone() cy="50%"></circle> }.into_any();
    match found {
        Found::Yes => ring("sure-yes"),
        Found::No => ring("sure-no"),
        Found::NotSure => view! { {ring("sure-no")} <rect class="sure-half" x=x.clone() y="50%"></rect> }.into_any(),
    }
}

/// Every answer.
fn table(app: App, window: RwSignal<Window>) -> AnyView {
    let rows = move || {
        let today = clock::today();
        app.journal.with(|journal| {
            let (_, rows) = sureness(journal, window.get(), today);
            let mut answers: Vec<_> = rows.iter().flat_map(|row| row.answers.iter().map(move |answer| (answer, row))).collect();
            palpate_core::order::sort_by(&mut answers, |(a, _), (b, _)| {
                b.day.cmp(&a.day).then(b.entry.when.at.total_cmp(&a.entry.when.at))
            });
            let line = |(answer, row): (&palpate_core::journal::series::Answer, &Sureness)| {
                view! {
                    <tr>
                        <th scope="row">{calendar::day(answer.day, today)}</th>
                        <td>{words::muscle(app, row.muscle)}</td>
                        <td>{row.side.title()}</td>
                        <td>{words::sure(answer.found)}</td>
                    </tr>
                }
            };
            answers.into_iter().map(line).collect_view().into_any()
        })
    };
    numbers::folded("How sure, as a table", ["Day", "Muscle", "Side", "Answer"], rows)
}

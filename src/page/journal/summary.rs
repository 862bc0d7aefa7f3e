//! The journal on paper, for a clinician: one or two pages of what the person told, and what that is and is not.

use super::plot;
use crate::component::counted::counted;
use crate::component::finding::words;
use crate::component::icon::{Icon, icon};
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::platform::clock;
use crate::platform::page::print;
use crate::route::Route;
use crate::state::App;
use palpate_core::Day;
use palpate_core::journal::series::{Series, Span, Sureness, Window, oldest_first, sureness};
use palpate_core::journal::{Entry, Extension, Finding, Score, Spread};
use palpate_core::knowledge::StopAction;
use palpate_core::side::Side;
use std::collections::BTreeMap;

/// Rows and notes that still fit on two pages; of more, the latest are shown, and it is said.
const ROWS: usize = 24;
const NOTES: usize = 12;
/// How many days are named for each reason to stop.
const DAYS: usize = 6;

pub fn page(app: App) -> AnyView {
    let window = RwSignal::new(Window::ThreeMonths);
    let notes = RwSignal::new(true);
    let sheet = move || app.journal.with(|journal| sheet(app, journal, window.get(), notes.get()));
    let windows = Window::ALL.map(|choice| segment("period", choice.title(), move || window.get() == choice, move || window.set(choice)));
    view! {
        <article class="page summary">
            <p class="crumbs"><a href=Route::Journal.href()>"Journal"</a></p>
            <h1 tabindex="-1">"Summary for a clinician"</h1>
            <div class="handout-choice">
                <fieldset class="segments"><legend>"How far back"</legend>{windows.into_iter().collect_view()}</fieldset>
                <label class="answer summary-notes">
                    <input type="checkbox" prop:checked=move || notes.get() on:change=move |_| notes.update(|notes| *notes = !*notes) />
                    <span>"With my own notes"</span>
                </label>
                <button type="button" class="button button-main" on:click=move |_| print()>{icon(Icon::Print)} " Print the summary"</button>
            </div>
            {sheet}
        </article>
    }
    .into_any()
}

fn sheet(app: App, journal: &[Entry], window: Window, with_notes: bool) -> AnyView {
    let today = clock::today();
    let (span, sure) = span_of(journal, window, today);
    let entries: Vec<&Entry> = oldest_first(journal).into_iter().filter(|entry| span.contains(entry.when.day())).collect();
    let what = view! {
        <p class="summary-what">
            <strong>"Self-reported; not a diagnosis. "</strong>
            "Palpate is an app that teaches people to find the iliopsoas by hand and to ease tender points with light, short strokes. It is not a medical device. Nobody examined this person: every number is what they felt and typed in, and whether their fingers were on the muscle named is their own guess."
        </p>
    };
    if entries.is_empty() {
        return view! { {what} <p class="lead">{format!("Nothing was written down {}.", super::in_window(window))}</p> }.into_any();
    }
    let series = Series::new(journal, window, None, today);
    view! {
        {what}
        <p><strong>{format!("{} to {}", calendar::full_date(span.first), calendar::full_date(span.last))}</strong> ". " {overview(&entries)}</p>
        <section>
            <h2>"Discomfort before and after, from 0 to 10"</h2>
            <div class="summary-pair"><div>{plot::drawing(&series)}</div> {numbers(&series, &entries, today)}</div>
        </section>
        {points(app, &entries)}
        {sureness_of(app, &sure)}
        {stops(app, &entries, today)}
        {with_notes.then(|| notes(&entries, today))}
        <p class="quiet">{format!("Printed from Palpate on {}. Tender: pressed, 0 is nothing and 10 the worst imaginable; the app asks people to stay at 4 or less.", calendar::full_date(today))}</p>
    }
    .into_any()
}

fn span_of(journal: &[Entry], window: Window, today: Day) -> (Span, Vec<Sureness<'_>>) {
    // The span of the plot leaves out entries without numbers, which count here.
    let (sure_span, sure) = sureness(journal, window, today);
    let series = Series::new(journal, window, None, today).span;
    let days = journal.iter().filter(|entry| !entry.deleted).map(|entry| entry.when.day()).filter(|day| *day <= series.last);
    let first = if window == Window::All { days.min().unwrap_or(series.first) } else { series.first };
    (Span { first, last: series.last.max(sure_span.last) }, sure)
}

/// "14 sessions: 8 right, 6 left. 2 days of rest with soreness."
fn overview(entries: &[&Entry]) -> String {
    let sessions: Vec<&&Entry> = entries.iter().filter(|entry| entry.walkthrough.is_some()).collect();
    let of = |side: Side| sessions.iter().filter(|entry| entry.side == Some(side)).count();
    let sore = entries.iter().filter(|entry| entry.sore).count();
    let notes = entries.len() - sessions.len();
    let mut line = format!("{}: {} right, {} left.", counted(sessions.len(), "session", "sessions"), of(Side::Right), of(Side::Left));
    if notes > 0 {
        line += &format!(" {} without a session.", counted(notes, "entry", "entries"));
    }
    if sore > 0 {
        line += &format!(" Still sore from the last session: {}.", counted(sore, "time", "times"));
    }
    line
}

fn score(score: Option<Score>) -> String {
    score.map_or("–".to_owned(), |score| score.number().to_string())
}

fn extension(extension: Option<Extension>) -> &'static str {
    match extension {
        Some(Extension::Flat) => "flat",
        Some(Extension::LiftsALittle) => "lifts a little",
        Some(Extension::Lifts) => "lifts",
        None => "–",
    }
}

/// The numbers of the plot, the latest first; hip extension where it was ever checked.
fn numbers(series: &Series, entries: &[&Entry], today: Day) -> AnyView {
    let checked = entries.iter().any(|entry| entry.extension_before.is_some() || entry.extension_after.is_some());
    let rows = series.dots.iter().rev().take(ROWS).map(|dot| {
        let entry = dot.entry;
        let thigh = checked.then(|| view! { <td>{extension(entry.extension_before)} " → " {extension(entry.extension_after)}</td> });
        view! {
            <tr><th scope="row">{calendar::date(dot.day, today)}</th><td>{dot.side.map_or("–", Side::title)}</td><td>{score(dot.before)}</td><td>{score(dot.after)}</td>{thigh}</tr>
        }
    });
    let left_out = series.dots.len().saturating_sub(ROWS);
    let left_out = (left_out > 0).then(|| view! { <p class="quiet">{format!("The latest {ROWS} of {}.", series.dots.len())}</p> });
    let head = checked.then(|| view! { <th scope="col">"Thigh on the floor"</th> });
    view! {
        <div class="summary-numbers" tabindex="0" role="group" aria-label="Numbers before and after">
            <table>
                <thead><tr><th scope="col">"Day"</th><th scope="col">"Side"</th><th scope="col">"Before"</th><th scope="col">"After"</th>{head}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {left_out}
        </div>
    }
    .into_any()
}

/// What was found at one place.
#[derive(Default)]
struct Place<'a> {
    findings: Vec<&'a Finding>,
}

impl Place<'_> {
    /// "2 to 4", "3".
    fn tender(&self) -> String {
        let scores = || self.findings.iter().filter_map(|finding| finding.tender);
        match (scores().min(), scores().max()) {
            (Some(low), Some(high)) if low == high => low.number().to_string(),
            (Some(low), Some(high)) => format!("{} to {}", low.number(), high.number()),
            (None, _) | (_, None) => "–".to_owned(),
        }
    }

    /// "stays 5, elsewhere too 2 (An ache in the groin), sharp 1".
    fn felt(&self, app: App) -> String {
        let count = |has: &dyn Fn(&Finding) -> bool| self.findings.iter().filter(|finding| has(finding)).count();
        let mut where_to: Vec<String> =
            self.findings.iter().flat_map(|finding| finding.felt_at.iter().map(|id| words::complaint(app, id))).collect();
        palpate_core::order::sort(&mut where_to);
        where_to.dedup();
        let named = if where_to.is_empty() { String::new() } else { format!(" ({})", where_to.join(", ")) };
        let elsewhere = count(&|finding| finding.spread == Some(Spread::Refers) || !finding.felt_at.is_empty() || !finding.felt.is_empty());
        let parts = [
            ("stays", count(&|finding| finding.spread == Some(Spread::Stays)), ""),
            ("spreads", count(&|finding| finding.spread == Some(Spread::Spreads)), ""),
            ("elsewhere too", elsewhere, named.as_str()),
            ("sharp", count(&|finding| finding.sharp), ""),
            ("rising", count(&|finding| finding.rising), ""),
        ];
        let told = parts.iter().filter(|(_, count, _)| *count > 0).map(|(word, count, named)| format!("{word} {count}{named}"));
        let told: Vec<String> = told.collect();
        if told.is_empty() { "–".to_owned() } else { told.join(", ") }
    }

    fn of_told(&self, told: impl Fn(&Finding) -> Option<bool>) -> String {
        let answers: Vec<bool> = self.findings.iter().filter_map(|finding| told(finding)).collect();
        let yes = answers.iter().filter(|yes| **yes).count();
        if answers.is_empty() { "–".to_owned() } else { format!("{yes} of {}", answers.len()) }
    }
}

fn points(app: App, entries: &[&Entry]) -> Option<AnyView> {
    let mut places: BTreeMap<(bool, &str, Option<&str>), Place> = BTreeMap::new();
    for finding in entries.iter().flat_map(|entry| &entry.findings) {
        let is_point = finding.point.is_some() || finding.area.is_some() || finding.tender.is_some();
        if is_point {
            let key = (finding.side == Side::Left, finding.muscle.as_str(), finding.area.as_deref());
            places.entry(key).or_default().findings.push(finding);
        }
    }
    if places.is_empty() {
        return None;
    }
    let rows = places.iter().map(|((is_left, muscle, area), place)| {
        let side = if *is_left { Side::Left } else { Side::Right };
        view! {
            <tr>
                <th scope="row">{side.title()}</th>
                <td>{words::place(app, *area, muscle, side)} {area.is_some().then(|| format!(" ({})", words::muscle(app, muscle).to_lowercase()))}</td>
                <td>{place.findings.len()}</td>
                <td>{place.tender()}</td>
                <td>{place.of_told(|finding| finding.familiar)}</td>
                <td>{place.felt(app)}</td>
            </tr>
        }
    });
    Some(
        view! {
            <section>
                <h2>"Tender points"</h2>
                <div class="summary-scroll" tabindex="0" role="group" aria-label="Tender points as a table"><table>
                    <thead><tr><th scope="col">"Side"</th><th scope="col">"Place"</th><th scope="col">"Findings"</th><th scope="col">"Tender, of 10"</th><th scope="col">"Familiar ache"</th><th scope="col">"How it was felt"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table></div>
            </section>
        }
        .into_any(),
    )
}

fn sureness_of(app: App, rows: &[Sureness]) -> Option<AnyView> {
    let lines = rows.iter().map(|row| {
        view! { <tr><th scope="row">{row.side.title()}</th><td>{words::muscle(app, row.muscle)}</td><td>{row.yes}</td><td>{row.not_sure}</td><td>{row.no}</td></tr> }
    });
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Did they find the muscle? Their own answer"</h2>
                <div class="summary-scroll" tabindex="0" role="group" aria-label="Their own answer as a table"><table>
                    <thead><tr><th scope="col">"Side"</th><th scope="col">"Muscle"</th><th scope="col">"Yes"</th><th scope="col">"Not sure"</th><th scope="col">"No"</th></tr></thead>
                    <tbody>{lines.collect_view()}</tbody>
                </table></div>
            </section>
        }
        .into_any()
    })
}

/// What calls for help stands first, and with it what is no longer known.
fn urgency(app: App, rule: &str) -> u8 {
    match words::stop(app, rule).map(|reason| reason.action) {
        Some(StopAction::Emergency) | None => 0,
        Some(StopAction::SameDay) => 1,
        Some(StopAction::End) => 2,
        Some(StopAction::EaseOff) => 3,
    }
}

/// What ended a session or a point, or should have: the rules of the app, in the words that the person chose, each once.
fn stops(app: App, entries: &[&Entry], today: Day) -> AnyView {
    let mut told: Vec<(&str, Vec<Day>)> = Vec::new();
    for entry in entries.iter().rev() {
        let day = entry.when.day();
        let of_findings = entry.findings.iter().filter_map(|finding| -> Option<&str> { finding.stop_rule() });
        for rule in entry.stopped.as_deref().into_iter().chain(of_findings) {
            match told.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, days)) if days.contains(&day) => {}
                Some((_, days)) => days.push(day),
                None => told.push((rule, vec![day])),
            }
        }
    }
    palpate_core::order::sort_by_key(&mut told, |(rule, _)| urgency(app, rule));
    let rows = told.iter().map(|(rule, days)| {
        let feel = words::feel(app, rule);
        let shown: Vec<String> = days.iter().take(DAYS).map(|day| calendar::date(*day, today)).collect();
        let more = match days.len().saturating_sub(DAYS) {
            0 => String::new(),
            more => format!(" and {more} days before"),
        };
        view! { <li><strong>{feel}</strong> ": " {shown.join(", ")} {more}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <section>
            <h2>"Reasons to stop that occurred"</h2>
            {if told.is_empty() { view! { <p>"None was told."</p> }.into_any() } else { view! { <ul class="summary-stops">{rows}</ul> }.into_any() }}
        </section>
    }
    .into_any()
}

fn notes(entries: &[&Entry], today: Day) -> Option<AnyView> {
    let of_entry = |entry: &&Entry| {
        let day = entry.when.day();
        let own = Some(&entry.note).into_iter().chain(entry.findings.iter().map(|finding| &finding.note));
        own.filter(|note| !note.trim().is_empty()).map(move |note| (day, note.clone())).collect::<Vec<_>>()
    };
    let all: Vec<(Day, String)> = entries.iter().rev().flat_map(of_entry).collect();
    let left_out = (all.len() > NOTES).then(|| view! { <p class="quiet">{format!("The latest {NOTES} of {}.", all.len())}</p> });
    let rows =
        all.iter().take(NOTES).map(|(day, note)| view! { <li><strong>{calendar::date(*day, today)}</strong> ": " {note.clone()}</li> });
    (!all.is_empty()).then(|| {
        view! { <section><h2>"Their notes"</h2><ul class="summary-stops">{rows.collect_view()}</ul>{left_out}</section> }.into_any()
    })
}

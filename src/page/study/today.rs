//! The questions of today: what is due and what is new, mixed. What is missed comes once more at the end.
//!
//! The round that is kept says which day it is for. One that is lost, to another round or to another day, is drawn anew from the
//! plan, which follows from the log: what was answered is not asked again.

use super::{plan, plan_with};
use crate::component::counted::counted;
use crate::markup::prelude::*;
use crate::page::calendar::again;
use crate::page::round;
use crate::platform::{clock, page as browser, random};
use crate::route::Route;
use crate::state::App;
use palpate_core::memory::Plan;
use palpate_core::quiz::{Phase, Round, Seed, mixed};
use std::collections::BTreeMap;

/// How many new questions come on top when the learner asks for more.
const MORE: u8 = 5;

pub fn page(app: App) -> AnyView {
    if !begin(app) {
        return nothing(app);
    }
    round::stage(app, result)
}

/// Whether a round is today's, begun, and not over.
pub fn is_open(app: App, round: &Round) -> bool {
    is_todays(app, round) && is_begun(round) && round.phase() != Phase::Done
}

fn is_begun(round: &Round) -> bool {
    round.cards().first().is_some_and(|card| card.answer.is_some())
}

fn is_todays(app: App, round: &Round) -> bool {
    round.day() == Some(clock::today()) && round.fits(app.bank()) && !round.cards().is_empty()
}

/// Takes up today's round, or draws it; false when there is neither. One that was only looked at follows the plan, which may have
/// changed since: by how much the learner wants, or by practice.
fn begin(app: App) -> bool {
    let ids = ids(untrack(|| plan(app)));
    let keep = |round: &Round| {
        is_todays(app, round) && (ids.is_empty() || round.phase() != Phase::Done && (is_begun(round) || round.scope().only == ids))
    };
    app.round.with_untracked(|round| round.as_ref().is_some_and(keep)) || draw(app, ids)
}

fn ids(plan: Plan) -> Vec<String> {
    mixed(plan.due, plan.new)
}

/// Draws a round of these items. Without any, what is kept stays as it is.
fn draw(app: App, ids: Vec<String>) -> bool {
    let round = Round::of_day(app.bank(), ids, Seed(random::seed()), clock::today());
    let any = !round.cards().is_empty();
    if any {
        app.change_round(|kept| *kept = Some(round));
    }
    any
}

/// Today's plan with some more new questions than the learner set.
fn more(app: App) -> Plan {
    let today = clock::today();
    let begun = app
        .memory
        .with(|memory| app.bank().iter().filter(|item| memory.cards.get(&item.id).is_some_and(|card| card.first == today)).count());
    let mut learning = app.settings.with(|settings| settings.learning.clone());
    learning.new_a_day = u8::try_from(begun).unwrap_or(u8::MAX).saturating_add(MORE);
    plan_with(app, &learning)
}

/// "5 more new questions", where there are any and nothing else waits.
pub fn more_button(app: App, class: &'static str) -> Option<AnyView> {
    let count = more(app).new.len();
    let begin = move |_| {
        if draw(app, ids(untrack(|| more(app)))) {
            app.go(&Route::Today);
            browser::scroll_to_top();
            browser::focus_soon("main h1");
        }
    };
    (count > 0).then(|| view! { <p><button type="button" class=class on:click=begin>{counted(count, "more new question", "more new questions")}</button></p> }.into_any())
}

fn nothing(app: App) -> AnyView {
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Nothing to ask today"</h1>
            {super::next_day(app).map(|next| view! { <p class="lead">"The next questions come " {next} "."</p> })}
            {more_button(app, "button button-main")}
            <p><a class="button" href=Route::Learn.href()>"Back to Learn"</a></p>
        </div>
    }
    .into_any()
}

fn result(app: App) -> AnyView {
    let Some(round) = app.round.get_untracked() else { return ().into_any() };
    let report = round.report();
    let left = untrack(|| plan(app));
    let rest = left.due.len() + left.new.len();
    let go_on = move |_| {
        draw(app, ids(untrack(|| plan(app))));
        browser::scroll_to_top();
        browser::focus_soon("main h1");
    };
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">{if rest == 0 { "Done for today" } else { "That round is done" }}</h1>
            <p class="lead">{report.right} " of " {report.total} " right at the first try."</p>
            {when(app, &round)}
            {round::missed(app, &report.missed)}
            <div class="button-row">
                {(rest > 0).then(|| view! { <button type="button" class="button button-main" on:click=go_on>"Go on: " {rest} " left today"</button> })}
                <a class=if rest == 0 { "button button-main" } else { "button" } href=Route::Learn.href()>"Back to Learn"</a>
            </div>
            {(rest == 0).then(|| untrack(|| more_button(app, "button")))}
        </div>
    }
    .into_any()
}

/// On which day how many of these questions come again.
fn when(app: App, round: &Round) -> AnyView {
    let learning = app.settings.get_untracked().learning;
    let mut ids: Vec<&str> = round.cards().iter().map(|card| card.item.as_str()).collect();
    palpate_core::order::sort(&mut ids);
    ids.dedup();
    let mut days = BTreeMap::new();
    app.memory.with_untracked(|memory| {
        for due in ids.iter().filter_map(|id| memory.due(id, &learning)) {
            *days.entry(due).or_insert(0usize) += 1;
        }
    });
    let today = clock::today();
    let mut rows: Vec<(String, usize)> = Vec::new();
    for (day, count) in days {
        let words = again(day, today);
        match rows.last_mut() {
            // Days far ahead share their words: weeks, months.
            Some((last, sum)) if *last == words => *sum += count,
            Some(_) | None => rows.push((words, count)),
        }
    }
    let rows = rows.into_iter().map(|(words, count)| view! { <tr><th scope="row">{words}</th><td>{count}</td></tr> });
    view! { <h2>"They come again"</h2> <table class="result"><caption class="hidden">"How many questions come again when"</caption><tbody>{rows.collect_view()}</tbody></table> }
        .into_any()
}

//! The record of one exam: passed or not, by topic, on one page to be signed; below it, on the screen, every answer.

use super::{answers, duration};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::platform::page::print;
use crate::route::Route;
use crate::state::App;
use palpate_core::exam::{PASS, Sat};

pub fn page(app: App, sat: &Sat) -> AnyView {
    view! {
        <div class="page page-text">
            <p class="crumbs"><a href=Route::Exams { at: None }.href()>"Exams you sat"</a></p>
            {sheet(sat)}
            <p class="button-row">
                <button type="button" class="button button-main" on:click=move |_| print()>{icon(Icon::Print)} " Print the record"</button>
                {(!sat.is_safe()).then(|| view! { <a class="button" href=Route::Safety { at: None }.href()>"Read about safety"</a> })}
                <a class="button" href=Route::Exam { code: None }.href()>"Another exam"</a>
            </p>
            {answers::view(app, sat)}
        </div>
    }
    .into_any()
}

/// In plain words, and why.
fn verdict(sat: &Sat) -> (&'static str, String) {
    let (safe, safety) = sat.safety();
    match (sat.passed, sat.has_enough(), sat.is_safe()) {
        (true, _, _) => ("Passed", format!("{} of {} were right, and all {safety} safety questions.", sat.right(), sat.items.len())),
        (false, true, false) => (
            "Not passed this time",
            format!(
                "{} of {} were right, which is enough, but {safe} of {safety} safety questions. These must all be right, so go through them first.",
                sat.right(),
                sat.items.len()
            ),
        ),
        (false, _, is_safe) => (
            "Not passed this time",
            format!(
                "{} of {} were right; {PASS} of 100 are needed.{} You can sit another paper whenever you like.",
                sat.right(),
                sat.items.len(),
                if is_safe {
                    " All safety questions were right."
                } else {
                    " Not all safety questions were right, so go through these first."
                }
            ),
        ),
    }
}

fn sheet(sat: &Sat) -> AnyView {
    let (verdict, why) = verdict(sat);
    let (safe, safety) = sat.safety();
    let topics = sat.topics().into_iter().map(|score| {
        view! { <tr><th scope="row">{score.topic.title()}</th><td>{score.right} " of " {score.total}</td></tr> }
    });
    let safety = format!("{safe} of {safety} right{}", if sat.is_safe() { "" } else { "; all are needed" });
    let used = format!("{} of {}{}", duration(sat.used), duration(sat.limit), if sat.timed_out { "; time was up" } else { "" });
    let rows = [
        ("Date and time", format!("{}, {}", calendar::full_date(sat.when.day()), calendar::time(sat.when))),
        ("Code of the paper", sat.code().to_string()),
        ("Seed", sat.seed.0.to_string()),
        ("Score", format!("{} of {}, {} %", sat.right(), sat.items.len(), sat.per_cent())),
        ("Safety", safety),
        ("Left open", sat.open().to_string()),
        ("Time used", used),
        ("Extra time", if sat.extra { "Yes, chosen at the start" } else { "No" }.to_owned()),
        ("Asked how sure", if sat.confidence { "Yes" } else { "No" }.to_owned()),
    ];
    let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    let questions = sat.items.iter().map(|item| {
        let word = match (item.right, item.attempt.is_some()) {
            (true, _) => "right",
            (false, true) => "wrong",
            (false, false) => "open",
        };
        view! { <li><b>{word}</b> " " <span>{item.item.clone()}</span></li> }
    });
    view! {
        <article class="exam-record">
            <p class="print-only">"Palpate · Record of an exam on finding and easing the iliopsoas by hand"</p>
            <h1 tabindex="-1">{icon(if sat.passed { Icon::Check } else { Icon::Info })} " " {verdict}</h1>
            <p class="lead">{why}</p>
            <dl class="exam-facts">{rows.into_iter().collect_view()}</dl>
            <table class="result"><caption class="hidden">"Result by topic"</caption><tbody>{topics.collect_view()}</tbody></table>
            <div class="print-only">
                <h2>"Question by question"</h2>
                <ol class="exam-ids">{questions.collect_view()}</ol>
                <p class="exam-lines"><span>"Name"</span><span>"Date and signature"</span></p>
                <p class="quiet">{format!("To pass: at least {PASS} of 100 right, and all safety questions. This is Palpate's own rule. The exam was sat without supervision unless someone signs for it. Palpate is no medical device, and passing is no licence to press on anyone.")}</p>
            </div>
        </article>
    }
    .into_any()
}

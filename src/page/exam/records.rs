//! Every exam that was sat, and how sure and right go together.

use super::record;
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::route::Route;
use crate::state::App;
use palpate_core::exam::{Calibration, Sat};

/// `at` counts from 1, the oldest first.
pub fn page(app: App, at: Option<usize>) -> AnyView {
    let Some(at) = at else {
        // One may be handed in meanwhile.
        return view! { {move || app.exams.with(|exams| list(exams))} }.into_any();
    };
    let sat = app.exams.with_untracked(|exams| exams.get(at.checked_sub(1)?).cloned());
    match sat {
        Some(sat) => record::page(app, &sat),
        None => view! {
            <div class="page page-text">
                <h1 tabindex="-1">"There is no such exam"</h1>
                <p>"This device keeps no exam with this number."</p>
                <p><a class="own-line" href=Route::Exams { at: None }.href()>"Exams you sat"</a></p>
            </div>
        }
        .into_any(),
    }
}

fn list(exams: &[Sat]) -> AnyView {
    let rows = (1..).zip(exams).map(|(at, sat)| row(at, sat)).collect::<Vec<_>>();
    let none = exams.is_empty();
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Exams you sat"</h1>
            {none.then(|| view! { <p>"You have not sat an exam on this device."</p> })}
            <ul class="ruled">{rows.into_iter().rev().collect_view()}</ul>
            <p class="button-row"><a class="button button-main" href=Route::Exam { code: None }.href()>"Go to the exam"</a></p>
            {calibration(exams)}
        </div>
    }
    .into_any()
}

fn row(at: usize, sat: &Sat) -> AnyView {
    let (safe, safety) = sat.safety();
    let date = format!("{}, {}", calendar::full_date(sat.when.day()), calendar::time(sat.when));
    view! {
        <li>
            <a href=Route::Exams { at: Some(at) }.href()>{date}</a>
            <p>
                <strong>{if sat.passed { "Passed" } else { "Not passed" }}</strong>
                {format!(": {} of {} right, safety {safe} of {safety}. ", sat.right(), sat.items.len())}
                <span class="quiet">"Paper " {sat.code().to_string()}</span>
            </p>
        </li>
    }
    .into_any()
}

fn calibration(exams: &[Sat]) -> Option<AnyView> {
    let calibration = Calibration::of(exams);
    if calibration.answered() == 0 {
        return None;
    }
    let rows = calibration.levels.iter().map(|level| {
        let right = level.per_cent().map_or("–".to_owned(), |per_cent| format!("{} of {}, {per_cent} %", level.right, level.answered));
        view! { <tr><th scope="row">{level.confidence.title()} ", " {level.confidence.per_cent()} " %"</th><td>{right}</td></tr> }
    });
    let over_all = calibration
        .expected_and_right()
        .map(|(expected, right)| format!("Over all, you expected to be right in {expected} of 100 answers, and were in {right}."));
    Some(
        view! {
            <section>
                <h2>"How sure, and how often right"</h2>
                <p>{calibration.told()} " " {over_all}</p>
                <table class="result exam-calibration">
                    <caption class="hidden">"How sure, and how often right"</caption>
                    <thead><tr><th scope="col">"You said"</th><th scope="col">"You were right in"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </section>
        }
        .into_any(),
    )
}

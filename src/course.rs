//! Palpate as a lesson of a learning system (SCORM 1.2): tells it where the learner is, for how long, and how an exam went.
//! Without such a system nothing here does anything.
//!
//! A mark comes from an exam alone, and with it passed or failed: rounds and daily questions are practice. What was once passed
//! stays passed.

use crate::markup::prelude::*;
use crate::platform::lms::Lms;
use crate::platform::{clock, page as browser};
use crate::route::Route;
use crate::state::App;
use palpate_core::Millis;
use palpate_core::exam::Sat;
use std::rc::Rc;

const STATUS: &str = "cmi.core.lesson_status";
const LOCATION: &str = "cmi.core.lesson_location";
/// Longer texts are refused.
const LONGEST: usize = 255;

/// Looks for a learning system, and keeps it informed for as long as the page lives.
pub fn join(app: App) {
    let Some(lms) = Lms::begin().map(Rc::new) else { return };
    let begun = clock::monotonic();
    if matches!(lms.get(STATUS).as_str(), "" | "not attempted") {
        lms.set(STATUS, "incomplete");
    }
    return_to(app, &lms.get(LOCATION));

    app.in_course.set(true);
    let told = lms.clone();
    Effect::new(move || {
        if let Some(place) = app.route.with(place).filter(|place| place.len() <= LONGEST) {
            told.set(LOCATION, &place);
        }
    });
    let told = lms.clone();
    Effect::new(move |before: Option<usize>| {
        app.exams.with(|exams| {
            // Those of earlier visits are not told again.
            if let (Some(before), Some(sat)) = (before, exams.last())
                && exams.len() > before
            {
                report(&told, sat);
            }
            exams.len()
        })
    });
    let told = lms.clone();
    browser::on_hidden(move |hidden| {
        if hidden {
            told.commit();
        }
    })
    .forget();
    browser::on_left(move || {
        lms.set("cmi.core.session_time", &duration(clock::monotonic() - begun));
        // So the place is there again at the next visit.
        lms.set("cmi.core.exit", "suspend");
        lms.commit();
        lms.finish();
    })
    .forget();
}

/// What is told of where the learner is: the page, without a place or a search on it, and nothing of pages about their own body.
fn place(route: &Route) -> Option<String> {
    let own = matches!(route, Route::Hurt | Route::Gate | Route::Journal | Route::Entry { .. } | Route::Summary);
    (!own).then(|| route.page().href())
}

/// Goes on where the last visit ended, unless the address names a place itself.
fn return_to(app: App, place: &str) {
    let route = Route::parse(place);
    if place.starts_with('#')
        && app.route.with_untracked(|route| *route == Route::Home)
        && !matches!(route, Route::Home | Route::Unknown(_))
    {
        app.go(&route);
    }
}

fn report(lms: &Lms, sat: &Sat) {
    if !sat.passed && lms.get(STATUS) == "passed" {
        return;
    }
    lms.set("cmi.core.score.min", "0");
    lms.set("cmi.core.score.max", "100");
    lms.set("cmi.core.score.raw", &sat.per_cent().to_string());
    lms.set(STATUS, if sat.passed { "passed" } else { "failed" });
    lms.commit();
}

/// A span of time as SCORM writes it: `0000:12:34`, at most 9999 hours.
fn duration(span: Millis) -> String {
    let seconds = ((span / 1_000.0) as u32).min(9_999 * 3_600 + 3_599);
    format!("{:04}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_body_is_told() {
        let walk = |at: Option<&str>| Route::Walkthrough { id: "self-massage".to_owned(), at: at.map(str::to_owned) };
        let look = |query: &str| Route::Lookup { query: query.to_owned() };
        let exam = Route::Exam { code: None };
        for (here, told) in [(&exam, &exam), (&walk(Some("stop")), &walk(None)), (&look("groin"), &look(""))] {
            assert_eq!(place(here), Some(told.href()));
        }
        let own = [Route::Hurt, Route::Gate, Route::Journal, Route::Entry { id: Some("0a1b".to_owned()) }, Route::Summary];
        assert!(own.iter().all(|own| place(own).is_none()));
    }

    #[test]
    fn time_as_scorm_has_it() {
        assert_eq!(duration(0.0), "0000:00:00");
        assert_eq!(duration(754_999.0), "0000:12:34");
        assert_eq!(duration(36_000_000.0), "0010:00:00");
        assert_eq!(duration(1e15), "9999:59:59");
    }
}

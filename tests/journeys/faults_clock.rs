//! A clock that is set, forward and back: safety wins.

use crate::shared::{MASSAGE, Side, answer_one_question, answer_ten, pass_gate, saved, start};
use crate::support::{Page, prepared};

/// A clock that runs as many days ahead as the journey says; a page that is open does not see it move.
const CLOCK: &str = "(() => { const True = Date, ahead = Number(localStorage.getItem('journeyDays') || 0) * 86400000; \
    window.Date = class extends True { constructor(...given) { if (given.length) super(...given); else super(True.now() + ahead); } \
    static now() { return True.now() + ahead; } }; })()";

async fn set_clock(page: &Page<'_>, days: i32) {
    page.script(&format!("localStorage.setItem('journeyDays', {days})")).await;
    page.open("#/about").await;
    page.reload().await;
    page.visit("#/safety/check", "Before your hands").await;
}

#[test]
fn no_clock_undoes_a_stop_or_keeps_a_gate_open() {
    prepared("clock and gate", async |page, _| {
        page.before_each_page(CLOCK).await;
        page.open("").await;
        page.ready().await;
        pass_gate(page).await;
        // An open gate is asked anew on any other day, whichever way the clock went.
        for days in [1, -1] {
            set_clock(page, days).await;
            page.reads("0 of 10 answered").await;
        }
        set_clock(page, 0).await;
        pass_gate(page).await;
        start(page, MASSAGE, Side::Left).await;
        page.press("button", "Stop").await;
        page.press("button", "A leg turns weak, or stays numb").await;
        page.heading("Get medical help today").await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("Do not try again today").await;
        set_clock(page, -1).await;
        page.reads("Do not try again today").await;
        // Tomorrow it is asked anew; answers of that day change nothing when the clock is right again.
        set_clock(page, 1).await;
        page.reads("0 of 10 answered").await;
        answer_ten(page).await;
        set_clock(page, 0).await;
        page.reads("Do not try again today").await;
    });
}

#[test]
fn answers_under_a_clock_that_is_set_are_kept_and_counted() {
    prepared("clock and answers", async |page, _| {
        page.before_each_page(CLOCK).await;
        page.open("").await;
        page.ready().await;
        for (count, days) in [(1, 40), (2, -40), (3, 0)] {
            set_clock(page, days).await;
            answer_one_question(page).await;
            page.visit("#/settings", "Settings").await;
            page.reads(&format!("{count} answer")).await;
            page.visit("#/learn", "Learn it").await;
        }
        assert_eq!(saved(page).await["reviews"].as_array().map(Vec::len), Some(3));
    });
}

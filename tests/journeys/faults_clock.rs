//! A clock that is set, forward and back: safety wins.

use crate::shared::{MASSAGE, Side, answer_one_question, answer_ten, no_hands_on, pass_gate, saved, start};
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

/// A clock that the journey moves under an open page, which notices nothing: a computer that slept over night.
const OVER_NIGHT: &str = "(() => { const True = Date; window.journeyAhead = 0; \
    window.Date = class extends True { constructor(...given) { if (given.length) super(...given); else super(True.now() + window.journeyAhead); } \
    static now() { return True.now() + window.journeyAhead; } }; })()";
const STAND_INS: &str = concat!(include_str!("support/clock.js"), include_str!("support/stand_ins.js"));

#[test]
fn a_page_left_open_over_night_begins_nothing_before_the_safety_check() {
    prepared("over night", async |page, _| {
        page.before_each_page(&format!("{STAND_INS}{OVER_NIGHT}")).await;
        page.open("").await;
        page.ready().await;
        for way in ["Start hands-free on the left side", "Start on the left side"] {
            pass_gate(page).await;
            page.open(MASSAGE).await;
            let sides = page.find("group", "Which side of your body?").await;
            page.press_in(&sides, "radio", Side::Left.word()).await;
            page.find("button", way).await;
            page.script("window.journeyAhead = 86400000").await;
            page.press("button", way).await;
            page.find("link", "Start the safety check").await;
            assert!(no_hands_on(page).await);
            let spoken = page.script("return window.journeyDid.filter((done) => done.what === 'say').length").await;
            assert_eq!(spoken, 0, "{way}");
            page.script("window.journeyAhead = 0").await;
        }
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

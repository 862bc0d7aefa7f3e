//! Everything from the safety check to the end of a session, by hand and hands-free, with the contrast that is read from the
//! floor.

use super::judge::{Contrast, Judge};
use crate::shared::{ILIACUS, MASSAGE, Side, answer_ten, next_step, pass_gate, start, to_the_first_area};
use crate::support::{Key, Page, Server, hosted, prepared};

const STAND_INS: &str = concat!(include_str!("../support/clock.js"), include_str!("../support/stand_ins.js"));

#[test]
fn the_safety_check() {
    hosted("judged, safety check", async |page, _| {
        let judge = Judge::of(page).await;
        answer_ten(page).await;
        let clinician = page.find("radiogroup", "Does any of these apply to you?").await;
        judge.look("ten answers", Contrast::High).await;
        page.press_in(&clinician, "radio", "None of them").await;
        let postpone = page.find("radiogroup", "Is any of these so today?").await;
        judge.look("the second list", Contrast::High).await;
        page.press_in(&postpone, "radio", "None of them").await;
        page.find("link", "Choose a walkthrough").await;
        judge.look("nothing rules it out", Contrast::High).await;
        let first = page.find("group", "1 Are you pregnant").await;
        page.press_in(&first, "radio", "Not sure").await;
        page.reads("Then not today").await;
        judge.look("not today", Contrast::High).await;
        for hash in ["#/find", "#/", ILIACUS] {
            judge.open(hash).await;
            judge.look(&format!("not today, {hash}"), Contrast::High).await;
        }
        judge.verdict();
    });
}

#[test]
fn a_palpation() {
    hosted("judged, palpation", async |page, _| {
        let judge = Judge::of(page).await;
        pass_gate(page).await;
        judge.open(ILIACUS).await;
        judge.look("the start", Contrast::High).await;
        start(page, ILIACUS, Side::Right).await;
        judge.look("step 1", Contrast::High).await;
        judge.look_for_movement("step 1").await;
        for step in 2..=7 {
            next_step(page, step).await;
            if step % 3 == 1 {
                judge.look(&format!("step {step}"), Contrast::High).await;
            }
        }
        page.press("button", "Pause").await;
        page.heading("Paused").await;
        judge.look("paused", Contrast::High).await;
        page.press("button", "Go on").await;
        // The step before the last asks before it lets anyone on.
        page.press("button", "Did I find it?").await;
        page.heading("Did you find it?").await;
        judge.look("the check", Contrast::High).await;
        judge.open("#/").await;
        judge.look("home, a session open", Contrast::Plain).await;
        judge.verdict();
    });
}

#[test]
fn a_massage_and_its_stops() {
    hosted("judged, massage", async |page, _| {
        let judge = Judge::of(page).await;
        to_the_first_area(page, Side::Left).await;
        judge.look("an area", Contrast::High).await;
        page.press("button", "A tender point").await;
        page.find("button", "Count a stroke").await;
        judge.look("the counter", Contrast::High).await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
        judge.look("the stop page", Contrast::High).await;
        page.press("button", "A pulse under my fingers").await;
        page.heading("A pulse under my fingers").await;
        judge.look("easing off", Contrast::High).await;
        page.press("button", "It is gone. Go on").await;
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "Sudden severe belly or back pain").await;
        page.until("the end", async || page.main_heading().await.filter(|heading| !heading.answers_to("Hands off"))).await;
        judge.look("the end after a red flag", Contrast::High).await;
        judge.verdict();
    });
}

async fn hands_free(page: &Page<'_>, _: &Server) {
    page.before_each_page(STAND_INS).await;
    let judge = Judge::of(page).await;
    pass_gate(page).await;
    page.open(MASSAGE).await;
    let sides = page.find("group", "Which side of your body?").await;
    page.press_in(&sides, "radio", "right").await;
    page.press("button", "Start hands-free on the right side").await;
    page.find("button", "Next").await;
    judge.look("hands-free, words", Contrast::High).await;
    for place in ["step-2", "step-4", "area-1", "point-1"] {
        page.until(place, async || {
            page.key(Key::PageDown).await;
            page.hash().await.ends_with(place).then_some(())
        })
        .await;
        judge.look(&format!("hands-free, {place}"), Contrast::High).await;
    }
    page.reads("of 12").await;
    judge.look("hands-free, strokes", Contrast::High).await;
    page.key(Key::Escape).await;
    page.heading("Hands off").await;
    judge.look("hands-free, stopped", Contrast::High).await;
    judge.verdict();
}

#[test]
fn a_session_that_conducts_itself() {
    prepared("judged, hands-free", hands_free);
}

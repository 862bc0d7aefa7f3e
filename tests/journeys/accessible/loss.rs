//! Small screens and large text: no page scrolls sideways, and no control is too small, cut off or covered.

use super::judge::Judge;
use super::pages::{TO_DO, TO_READ};
use crate::shared::{MASSAGE, Side, next_step, pass_gate, start, step_shown};
use crate::support::{Page, hosted};

/// Places within a page that is gone through as a whole.
const WITHIN: [&str; 4] = ["#/landmarks/asis", "#/disagreements/B01", "#/words/aneurysm", "#/safety/lump-painful-or-hard"];

/// Goes through every page and the main states of a session.
async fn nothing_is_lost(page: &Page<'_>) {
    let judge = Judge::of(page).await;
    judge.look_for_loss("home").await;
    let pages = [&TO_READ[..], &TO_DO, &["#/learn/round?only=femur-attachment"]].concat();
    for hash in pages.into_iter().filter(|hash| !WITHIN.contains(hash)) {
        judge.open(hash).await;
        judge.look_for_loss(hash).await;
    }
    page.press("button", "I don't know").await;
    page.find("button", "Next").await;
    judge.look_for_loss("a question, answered").await;
    pass_gate(page).await;
    judge.look_for_loss("the safety check, answered").await;
    judge.open(MASSAGE).await;
    judge.look_for_loss("the start of a massage").await;
    start(page, MASSAGE, Side::Left).await;
    judge.look_for_loss("a step").await;
    let (_, of) = step_shown(page).await.expect("a step is shown");
    for step in 2..=of {
        next_step(page, step).await;
    }
    page.press("button", "Next").await;
    page.heading("Inside the hip bone").await;
    judge.look_for_loss("an area").await;
    page.press("button", "A tender point").await;
    page.find("button", "Count a stroke").await;
    judge.look_for_loss("the counter").await;
    page.press("button", "Stop").await;
    page.heading("Hands off. Rest.").await;
    judge.look_for_loss("the stop page").await;
    judge.verdict();
}

#[test]
fn on_a_screen_320_wide() {
    hosted("nothing lost, narrow", async |page, _| {
        page.on_a_phone(320).await;
        nothing_is_lost(page).await;
    });
}

#[test]
fn at_400_percent() {
    hosted("nothing lost, 400 %", async |page, _| {
        page.on_a_screen(320, 256).await;
        nothing_is_lost(page).await;
    });
}

#[test]
fn with_text_twice_as_large() {
    hosted("nothing lost, large text", async |page, _| {
        page.on_a_screen(640, 360).await;
        page.large_text().await;
        nothing_is_lost(page).await;
    });
}

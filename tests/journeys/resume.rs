//! Leaving a walkthrough in the middle, and taking it up again.

use crate::shared::{MASSAGE, PSOAS, Side, next_step, pass_gate, start, step_shown};
use crate::support::{Page, hosted};

/// After a reload the session may wait for a press; it must be the same step on the same side.
async fn back_at(page: &Page<'_>, step: usize, side: &str) {
    page.until("the step, or a pause before it", async || {
        (page.has("heading", "Paused").await || step_shown(page).await.is_some()).then_some(())
    })
    .await;
    if page.has("heading", "Paused").await {
        page.press("button", "Go on").await;
    }
    page.reads(&format!("Step {step} of")).await;
    let sides = page.find("group", "Side").await;
    assert!(page.find_in(&sides, "button", side).await.is("pressed"));
}

#[test]
fn a_reload_in_the_middle_loses_nothing() {
    hosted("resume after reload", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Left).await;
        for step in 2..=4 {
            next_step(page, step).await;
        }
        page.reload().await;
        back_at(page, 4, "Left").await;
        page.reads("your left hand").await;
        next_step(page, 5).await;
    });
}

#[test]
fn leaving_offers_to_continue() {
    hosted("resume from home", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Right).await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        page.press("link", "Leave").await;
        page.heading("Find it with your hands").await;
        page.visit("#/", "hip flexor").await;
        page.reload().await;
        page.reads("Step 3 of").await;
        page.press("link", "Continue where you left").await;
        page.heading("psoas").await;
        page.press("button", "Continue").await;
        back_at(page, 3, "Right").await;
        page.reads("sink together to your left").await;
    });
}

#[test]
fn strokes_survive_a_reload() {
    hosted("strokes after reload", async |page, _| {
        pass_gate(page).await;
        start(page, MASSAGE, Side::Right).await;
        while let Some((at, of)) = step_shown(page).await {
            if at == of {
                break;
            }
            next_step(page, at + 1).await;
        }
        page.press("button", "Next").await;
        page.press("button", "A tender point").await;
        let counter = page.find("button", "Count a stroke").await;
        page.hammer(&counter, 14).await;
        page.find("button", "14 of 15. Count a stroke").await;
        page.reload().await;
        page.until("the point, or a pause before it", async || {
            (page.has("heading", "Paused").await || page.has("button", "14 of 15. Count a stroke").await).then_some(())
        })
        .await;
        if page.has("heading", "Paused").await {
            page.press("button", "Go on").await;
        }
        let counter = page.find("button", "14 of 15. Count a stroke").await;
        page.hammer(&counter, 5).await;
        page.reads("15 strokes").await;
    });
}

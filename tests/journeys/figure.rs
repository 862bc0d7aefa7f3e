//! The posed figure of a walkthrough: its views, its sides, how it moves on, the learner's choice of body, and the hand-out.

use crate::shared::{PSOAS, Side, next_step, pass_gate, start};
use crate::support::{Page, hosted};
use std::collections::BTreeSet;

/// The outlines of the figure on the screen, as one text.
const OUTLINES: &str = "return [...document.querySelectorAll('.session-plate .figure path')].map(path => path.getAttribute('d')).join('|')";

async fn outlines(page: &Page<'_>) -> String {
    page.script(OUTLINES).await.as_str().unwrap_or_default().to_owned()
}

/// Waits until the figure stands still: as many looks in a row are the same as would see it move.
async fn at_rest(page: &Page<'_>) -> String {
    let (mut last, mut looks) = (String::new(), 0);
    page.until("a figure at rest", async || {
        let now = outlines(page).await;
        looks = if now == last && now.len() > 1000 { looks + 1 } else { 0 };
        last.clone_from(&now);
        (looks >= 4).then_some(now)
    })
    .await
}

/// Waits until the figure is something, and other than before.
async fn changed(page: &Page<'_>, before: &str) -> String {
    page.until("another figure", async || Some(outlines(page).await).filter(|now| now.len() > 1000 && now != before)).await
}

#[test]
fn a_step_is_seen_from_each_view_and_on_the_map() {
    hosted("figure views", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Right).await;
        for to in 2..=4 {
            next_step(page, to).await;
        }
        let above = changed(page, "").await;
        page.find("image", "the flat right hand lies beside the navel").await;
        page.press("button", "Cut").await;
        let cut = changed(page, &above).await;
        page.find("image", "Cut through the belly at the hand").await;
        assert_ne!(above, cut);
        page.press("button", "Map").await;
        page.find("button", "Right inguinal ligament").await;
        page.gone("image", "Cut through the belly").await;
        page.press("button", "Above").await;
        page.find("image", "the flat right hand lies beside the navel").await;
    });
}

#[test]
fn the_figure_follows_the_side_and_the_legs() {
    hosted("figure sides", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Right).await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        let turn = "return document.querySelector('.session-plate .figure g').getAttribute('transform') || ''";
        let right = at_rest(page).await;
        assert_eq!(page.script(turn).await.as_str(), Some(""));
        page.find("image", "rest together on the person's left").await;
        let sides = page.find("group", "Side").await;
        page.press_in(&sides, "button", "Left").await;
        page.reads("Step 1 of").await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        page.find("image", "rest together on the person's right").await;
        page.until_script("a mirrored figure", &format!("return ({{}}, (() => {{ {turn} }})()).startsWith('matrix(-1 0 0 1')")).await;
        page.until_script("the same outlines", &format!("return (() => {{ {OUTLINES} }})() === {}", serde_json::json!(right))).await;
    });
}

#[test]
fn it_moves_softly_and_still_where_less_movement_is_asked_for() {
    let seen_on_the_way = "window.seen = new Set(); new MutationObserver(() => { const d = [...document.querySelectorAll('.session-plate .figure path')]
        .map(path => path.getAttribute('d')).join('|'); if (d.length > 1000) window.seen.add(d); }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] })";
    let count = async |page: &Page<'_>| {
        start(page, PSOAS, Side::Right).await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        let before = at_rest(page).await;
        page.script(seen_on_the_way).await;
        next_step(page, 4).await;
        changed(page, &before).await;
        at_rest(page).await;
        page.script("return window.seen.size").await.as_u64().unwrap_or_default()
    };
    hosted("figure moves", async |page, _| {
        pass_gate(page).await;
        let ways = count(page).await;
        assert!(ways > 3, "only {ways} pictures between two steps");
    });
    hosted("figure still", async |page, _| {
        page.less_movement().await;
        pass_gate(page).await;
        let ways = count(page).await;
        assert!(ways <= 2, "{ways} pictures between two steps");
    });
}

#[test]
fn the_learner_chooses_skin_and_body() {
    hosted("figure looks", async |page, _| {
        page.visit("#/settings", "Settings").await;
        let outline = "return [...document.querySelectorAll('.settings-figure path')].map(path => path.getAttribute('d')).join('|')";
        let tone = "return document.querySelector('.settings-figure .figure').getAttribute('class')";
        let mut bodies = BTreeSet::new();
        for body in ["Fuller", "Round belly", "Slim"] {
            page.press("radio", body).await;
            page.until("another body", async || bodies.insert(page.script(outline).await.to_string()).then_some(())).await;
        }
        page.press("radio", "Brown").await;
        page.until_script("another skin", &format!("return (() => {{ {tone} }})().includes('tone-3')")).await;
        page.reload().await;
        page.until("the choice is kept", async || {
            page.all("radio").await.into_iter().find(|seen| seen.is_called("Brown") && seen.is("checked"))
        })
        .await;
    });
}

#[test]
fn a_walkthrough_is_handed_out_on_paper_with_its_figures_and_sources() {
    hosted("hand-out", async |page, _| {
        page.visit("#/find/psoas-palpation/handout", "Finding psoas major").await;
        let figures = page.all("image").await;
        assert_eq!(figures.len(), 9, "one for each step");
        assert!(figures.iter().all(|figure| figure.name.len() > 20), "{figures:?}");
        page.reads("Keep your hands off if one of these is true").await;
        page.reads("Ask a clinician first if one of these is true").await;
        page.reads("Wait for another day").await;
        page.reads("Stop, and call your local emergency number").await;
        page.find("heading", "Sources").await;
        page.press("radio", "Left").await;
        page.find("image", "the flat left hand lies beside the navel").await;
        page.find("button", "Print the hand-out").await;
    });
}

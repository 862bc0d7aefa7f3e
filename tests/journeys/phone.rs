//! The narrowest phones: everything is reached, and nothing scrolls sideways.

use crate::shared::{ILIACUS, MASSAGE, Side, pass_gate, start, step_shown};
use crate::support::{Page, hosted};

const NARROW: u32 = 320;

/// Nothing is wider than the screen.
async fn fits(page: &Page<'_>, place: &str) {
    let wide = page.script("return document.scrollingElement.scrollWidth").await;
    assert!(wide.as_u64().is_some_and(|wide| wide <= u64::from(NARROW)), "{place} is {wide} wide on a screen of {NARROW}");
}

#[test]
fn the_tabs_lead_everywhere() {
    hosted("tabs", async |page, _| {
        page.on_a_phone(NARROW).await;
        page.reload().await;
        let tabs = page.find("navigation", "Main, bottom").await;
        for (tab, heading) in
            [("Find", "Find it with"), ("Learn", "Learn it"), ("Look up", "Look it up"), ("Journal", "Journal"), ("Home", "hip flexor")]
        {
            page.press_in(&tabs, "link", tab).await;
            page.heading(heading).await;
            fits(page, tab).await;
        }
        // Safety has no tab: its shield stands in the bar at the top, on every page.
        for hash in ["#/", "#/journal", "#/muscle/iliacus"] {
            page.open(hash).await;
            page.press("link", "Safety").await;
            page.heading("Safety").await;
        }
    });
}

#[test]
fn no_page_scrolls_sideways() {
    hosted("narrow pages", async |page, _| {
        page.on_a_phone(NARROW).await;
        page.reload().await;
        let pages = [
            "#/muscle/psoas-major",
            "#/landmarks",
            "#/disagreements",
            "#/words",
            "#/sources",
            "#/sources/S1",
            "#/safety",
            "#/safety/check",
            "#/hurt",
            "#/about",
            "#/settings",
            "#/journal",
            "#/journal/summary",
            "#/look?q=groin",
            "#/learn/round?seed=k3x9&n=5",
            "#/nowhere",
            ILIACUS,
        ];
        for hash in pages {
            let before = page.main_heading().await.map(|heading| heading.name);
            page.open(hash).await;
            page.until("another page", async || page.main_heading().await.filter(|heading| Some(&heading.name) != before.as_ref())).await;
            fits(page, hash).await;
        }
    });
}

#[test]
fn a_session_fits() {
    hosted("narrow session", async |page, _| {
        page.on_a_phone(NARROW).await;
        page.reload().await;
        pass_gate(page).await;
        start(page, MASSAGE, Side::Left).await;
        while let Some((at, of)) = step_shown(page).await {
            fits(page, &format!("step {at}")).await;
            page.press("button", "Next").await;
            if at == of {
                break;
            }
            page.reads(&format!("Step {} of", at + 1)).await;
        }
        page.heading("Inside the hip bone").await;
        fits(page, "an area").await;
        page.press("button", "A tender point").await;
        page.find("button", "Count a stroke").await;
        fits(page, "the counter").await;
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        fits(page, "the stop page").await;
    });
}

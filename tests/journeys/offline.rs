//! With a network once, and without one: what a first visit fetches, the hosted site after it, and the single file from the disk.

use crate::shared::{ILIACUS, Side, answer_one_question, next_step, pass_gate, start};
use crate::support::{Page, hosted, single_file};
use serde_json::json;

/// Waits until the service worker holds the whole app.
async fn installed(page: &Page<'_>) {
    let asked = "navigator.serviceWorker.ready.then(found => { window.journeyWorker = found.active }); return true";
    page.until_script("a question to the browser", asked).await;
    page.until_script("an active worker", "return !!window.journeyWorker && window.journeyWorker.state === 'activated'").await;
}

/// What the page itself asked for; the worker, which fetches all of it anew to check it, is told elsewhere.
const TWICE: &str = "const all = performance.getEntriesByType('resource').map(({ name }) => name); \
    return all.filter((name, at) => /\\.(wasm|bin|js|css)$/.test(name) && all.indexOf(name) !== at)";

#[test]
fn a_first_visit_fetches_each_file_once() {
    hosted("fetched once", async |page, _| {
        page.until_script("the wasm", "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))").await;
        assert_eq!(page.script(TWICE).await, json!([]));
    });
}

#[test]
fn a_first_visit_is_enough_to_work_offline() {
    hosted("hosted offline", async |page, server| {
        // The worker's own look for an update is refused while the server is away.
        page.expect("ERR_CONNECTION_REFUSED");
        page.expect("fetching the script");
        installed(page).await;
        server.stop();
        page.visit("#/muscle/iliacus", "Iliacus").await;
        page.reload().await;
        page.heading("Iliacus").await;
        page.until_script("the worker in control", "return !!navigator.serviceWorker.controller").await;
        page.press("button", "iliac fossa").await;
        page.find("dialog", "iliac fossa").await;
        page.visit("#/learn", "Learn it").await;
        page.reload().await;
        page.heading("Learn it").await;
    });
}

#[test]
fn a_walkthrough_goes_on_when_the_server_goes_away() {
    hosted("walkthrough offline", async |page, server| {
        page.expect("ERR_CONNECTION_REFUSED");
        page.expect("fetching the script");
        installed(page).await;
        server.stop();
        pass_gate(page).await;
        start(page, ILIACUS, Side::Left).await;
        next_step(page, 2).await;
        page.reload().await;
        if page.has("heading", "Paused").await {
            page.press("button", "Go on").await;
        }
        page.reads("Step 2 of").await;
    });
}

#[test]
fn the_single_file_reads_and_keeps() {
    single_file("single file", async |page| {
        page.heading("hip flexor").await;
        page.press("link", "Look it up").await;
        page.heading("Look it up").await;
        page.press("link", "Iliacus").await;
        page.heading("Iliacus").await;
        page.reload().await;
        page.heading("Iliacus").await;

        answer_one_question(page).await;
        page.visit("#/learn", "Learn it").await;
        page.reads("right of 1 answered").await;
        page.reload().await;
        page.heading("Learn it").await;
        page.reads("right of 1 answered").await;
        page.reads("You left a round").await;
        assert!(!page.says("nothing is being kept").await);
    });
}

#[test]
fn the_single_file_guides_too() {
    single_file("single file walkthrough", async |page| {
        pass_gate(page).await;
        start(page, ILIACUS, Side::Right).await;
        next_step(page, 2).await;
        page.back().await;
        page.reads("Step 1 of").await;
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
    });
}

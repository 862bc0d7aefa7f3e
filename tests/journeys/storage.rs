//! Where the browser keeps nothing, the app works on and says so.

use crate::shared::{ILIACUS, Side, next_step, pass_gate, start};
use crate::support::{Page, prepared};

async fn works_without(page: &Page<'_>) {
    page.open("").await;
    page.ready().await;
    page.heading("hip flexor").await;
    page.reads("nothing is being kept").await;
    page.visit("#/muscle/psoas-major", "Psoas major").await;
    page.visit("#/learn", "Learn it").await;
    page.press("link", "Start 10 questions").await;
    page.reads("Question 1 of").await;
    page.press("button", "I don't know").await;
    page.press("button", "Next").await;
    page.reads("Question 2 of").await;
    pass_gate(page).await;
    start(page, ILIACUS, Side::Left).await;
    next_step(page, 2).await;
    page.visit("#/settings", "Settings").await;
    page.press("radio", "Dark").await;
    page.until_script("the dark theme", "return document.documentElement.dataset.theme === 'dark'").await;
    page.reads("nothing is being kept").await;
}

#[test]
fn storage_that_throws_is_no_end() {
    prepared("storage denied", async |page, _| {
        let deny = "IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError') };";
        page.before_each_page(deny).await;
        works_without(page).await;
    });
}

#[test]
fn storage_that_is_absent_is_no_end() {
    prepared("storage absent", async |page, _| {
        page.before_each_page("Object.defineProperty(window, 'indexedDB', { get: () => null, configurable: true });").await;
        works_without(page).await;
    });
}

#[test]
fn what_a_newer_version_keeps_is_left_alone() {
    prepared("storage newer", async |page, _| {
        page.before_each_page("window.journeyNewer = indexedDB.open('palpate', 4000000000);").await;
        page.open("").await;
        page.ready().await;
        page.reads("newer Palpate").await;
        page.reads("nothing is being kept").await;
    });
}

//! A tab that is killed: in the middle of a write, of a session, of an import.

use crate::shared::{
    PSOAS, Side, answer_one_question, entry_row, file_with, next_step, note, pass_gate, read_in, saved, start, step_shown,
};
use crate::support::{Page, hosted};
use serde_json::json;

/// From now on a write is begun and never comes to its end: the browser is kept busy within it until the tab is killed.
async fn writes_never_end(page: &Page<'_>) {
    page.script(
        "for (const name of ['put', 'add']) { const real = IDBObjectStore.prototype[name]; \
         IDBObjectStore.prototype[name] = function (...given) { const done = real.apply(this, given); \
         const again = () => { window.journeyWriting = true; this.count().onsuccess = again; }; again(); return done; } }",
    )
    .await;
}

async fn in_the_middle_of_a_write(page: &Page<'_>) {
    page.until_script("a write under way", "return window.journeyWriting === true").await;
}

async fn killed_and_opened_again(page: &Page<'_>, hash: &str) {
    page.kill_tab().await;
    page.open(hash).await;
    page.ready().await;
}

#[test]
fn killed_in_a_write_nothing_is_kept_by_half() {
    hosted("killed in a write", async |page, _| {
        answer_one_question(page).await;
        page.visit("#/settings", "Settings").await;
        page.reads("1 answer,").await;
        let before = saved(page).await;
        page.visit("#/learn", "Learn it").await;
        writes_never_end(page).await;
        page.press("link", "Start 10 questions").await;
        page.reads("Question 1 of").await;
        page.press("button", "I don't know").await;
        in_the_middle_of_a_write(page).await;
        killed_and_opened_again(page, "#/settings").await;
        page.reads("1 answer,").await;
        let mut after = saved(page).await;
        after["exported_at"] = before["exported_at"].clone();
        assert_eq!(after, before);
    });
}

#[test]
fn killed_as_soon_as_it_is_told_as_kept_it_is_kept() {
    hosted("killed when kept", async |page, _| {
        page.visit("#/journal/new", "New entry").await;
        page.press("checkbox", "").await;
        page.reads("Kept in the journal.").await;
        killed_and_opened_again(page, "#/journal").await;
        page.heading("Journal").await;
        assert_eq!(saved(page).await["journal"].as_array().map(Vec::len), Some(1));
    });
}

#[test]
fn killed_in_a_session_it_goes_on_where_it_was() {
    hosted("killed in a session", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Left).await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        killed_and_opened_again(page, PSOAS).await;
        page.press("button", "Continue").await;
        page.until("the step, or a pause before it", async || {
            (page.has("heading", "Paused").await || step_shown(page).await.is_some()).then_some(())
        })
        .await;
        if page.has("heading", "Paused").await {
            page.press("button", "Go on").await;
        }
        page.reads("Step 3 of").await;
    });
}

#[test]
fn killed_in_an_import_all_of_it_is_there_or_nothing() {
    hosted("killed in an import", async |page, _| {
        read_in(page, &file_with(json!([entry_row("a1", "before")])), "1 new").await;
        let both = file_with(json!([entry_row("b1", "first"), entry_row("b2", "second")]));
        writes_never_end(page).await;
        read_in(page, &both, "Reading the file").await;
        in_the_middle_of_a_write(page).await;
        killed_and_opened_again(page, "#/settings").await;
        page.reads("1 journal entry,").await;
        read_in(page, &both, "2 new").await;
        killed_and_opened_again(page, "#/settings").await;
        page.reads("3 journal entries,").await;
        assert_eq!(note(page, "b2").await, "second");
    });
}

//! A store that is full, broken, emptied or taken away: what was told as kept is there, and the person is told the truth.

use crate::shared::{answer_one_question, entry_row, file_with, note, read_in, saved};
use crate::support::{Page, hosted, prepared};
use serde_json::{Value, json};

/// From the write on whose number stands in `journeyFull` there is no room; the number counts down as it would in one page.
const FULL: &str = "for (const name of ['put', 'add']) { const real = IDBObjectStore.prototype[name]; \
    IDBObjectStore.prototype[name] = function (...given) { const left = sessionStorage.getItem('journeyFull'); \
    if (left !== null && Number(left) <= 1) throw new DOMException('no room', 'QuotaExceededError'); \
    if (left !== null) sessionStorage.setItem('journeyFull', Number(left) - 1); return real.apply(this, given); } }";

async fn full_after(page: &Page<'_>, writes: Option<u32>) {
    page.script(&match writes {
        Some(writes) => format!("sessionStorage.setItem('journeyFull', {})", writes + 1),
        None => "sessionStorage.removeItem('journeyFull')".to_owned(),
    })
    .await;
}

/// A database that someone else has left under our name, of our version: `make` gets the tables by `name => params`.
fn foreign(tables: &Value, entry: Option<Value>) -> String {
    format!(
        "if (!window.name) {{ window.name = 'foreign'; const made = indexedDB.open('palpate', 3); \
         made.onupgradeneeded = () => {{ for (const [name, params] of Object.entries({tables})) {{ \
            const table = made.result.createObjectStore(name, params); \
            if (name === 'journal' && {entry}) table.put({text}, 'a1'); }} }}; \
         made.onsuccess = () => made.result.close(); made.onerror = event => event.preventDefault(); }}",
        entry = entry.is_some(),
        text = json!(entry.map_or_else(String::new, |entry| entry.to_string())),
    )
}

/// All rows of a table, straight from the browser.
async fn rows(page: &Page<'_>, table: &str) -> Value {
    let asked = "if (!window.journeyRows) { window.journeyRows = 'asked'; const open = indexedDB.open('palpate'); \
        open.onsuccess = () => { const all = open.result.transaction('TABLE').objectStore('TABLE').getAll(); \
        all.onsuccess = () => { open.result.close(); window.journeyRows = [all.result]; } } } \
        return Array.isArray(window.journeyRows) ? window.journeyRows : null";
    let asked = asked.replace("TABLE", table);
    let found = page.until("the rows", async || Some(page.script(&asked).await).filter(Value::is_array)).await;
    page.script("delete window.journeyRows").await;
    found[0].clone()
}

#[test]
fn full_in_the_middle_of_an_answer() {
    prepared("full in a write", async |page, _| {
        page.before_each_page(FULL).await;
        page.open("").await;
        page.ready().await;
        read_in(page, &file_with(json!([entry_row("a1", "before")])), "1 new").await;
        page.visit("#/learn", "Learn it").await;
        // The first write of what an answer changes has room, the second has not.
        full_after(page, Some(3)).await;
        answer_one_question(page).await;
        page.reads("no room left, so your last changes are not kept yet").await;
        page.visit("#/settings", "Settings").await;
        assert!(!page.says("1 answer,").await, "what is not kept is not told as kept");
        let told = saved(page).await;
        assert_eq!(told["reviews"].as_array().map(Vec::len), Some(1), "what waits is in what is saved");
        assert_eq!(rows(page, "reviews").await, json!([]), "nothing of a write is kept by half");
        // With room again, all of it is kept, without another press.
        full_after(page, None).await;
        page.until("no trouble any more", async || (!page.says("no room left").await).then_some(())).await;
        page.reads("1 answer,").await;
        page.reload().await;
        page.reads("1 answer,").await;
        assert_eq!(saved(page).await["reviews"], told["reviews"]);
        assert_eq!(note(page, "a1").await, "before");
    });
}

#[test]
fn full_while_a_file_is_read_in() {
    prepared("full in an import", async |page, _| {
        page.before_each_page(FULL).await;
        page.open("").await;
        page.ready().await;
        read_in(page, &file_with(json!([entry_row("a1", "before")])), "1 new").await;
        full_after(page, Some(700)).await;
        let entries: Vec<Value> = (0..2_000).map(|at| entry_row(&format!("big{at}"), &"words ".repeat(300))).collect();
        let large = file_with(json!(entries));
        read_in(page, &large, "no room left for what is in this file. Nothing was changed.").await;
        page.reload().await;
        page.reads("1 journal entry,").await;
        full_after(page, None).await;
        read_in(page, &large, "2000 new").await;
        page.reload().await;
        page.reads("2001 journal entries,").await;
    });
}

#[test]
fn broken_rows_take_nothing_with_them() {
    hosted("broken rows", async |page, _| {
        answer_one_question(page).await;
        read_in(page, &file_with(json!([entry_row("a1", "sound")])), "1 new").await;
        page.until_script(
            "broken rows",
            "if (!window.journeyBroken) { window.journeyBroken = 'asked'; const open = indexedDB.open('palpate'); open.onsuccess = () => { \
             const all = open.result.transaction(['kept', 'reviews', 'exams', 'finished', 'journal'], 'readwrite'); \
             all.objectStore('kept').put('{\"day\":', 'gate'); all.objectStore('kept').put(new Uint8Array(3), 'round'); \
             all.objectStore('reviews').add('[1,'); all.objectStore('exams').add(7); all.objectStore('finished').add(null); \
             all.objectStore('journal').put('{}', 'b2'); \
             all.oncomplete = () => { open.result.close(); window.journeyBroken = 'done'; }; }; } return window.journeyBroken === 'done'",
        )
        .await;
        page.reload().await;
        page.heading("Settings").await;
        page.reads("1 journal entry, 1 answer, 0 exams").await;
        let all = saved(page).await;
        assert_eq!(all["unread"].as_array().map(Vec::len), Some(6), "{}", all["unread"]);
        assert_eq!(note(page, "a1").await, "sound");
        assert!(!page.says("nothing is being kept").await);
    });
}

#[test]
fn a_store_that_lacks_tables_is_read_and_left_alone() {
    prepared("missing tables", async |page, _| {
        page.before_each_page(&foreign(&json!({ "kept": {}, "journal": {} }), Some(entry_row("a1", "still here")))).await;
        page.open("").await;
        page.ready().await;
        page.reads("can't be read, so nothing is being kept now").await;
        assert_eq!(note(page, "a1").await, "still here");
        answer_one_question(page).await;
        page.reads("nothing is being kept now").await;
        // What the page tells to do leads back to a sound store.
        let all = saved(page).await;
        assert_eq!((all["journal"][0]["note"].as_str(), all["reviews"].as_array().map(Vec::len)), (Some("still here"), Some(1)));
        page.script("sessionStorage.clear(); localStorage.clear()").await;
        page.open("#/about").await;
        page.forget_all().await;
        page.reload().await;
        read_in(page, &all.to_string(), "1 new").await;
        page.reload().await;
        assert!(!page.says("nothing is being kept").await);
        page.reads("1 journal entry, 1 answer").await;
    });
}

#[test]
fn tables_of_another_shape_are_told() {
    prepared("foreign tables", async |page, _| {
        let counted = json!({ "autoIncrement": true });
        let tables = json!({ "kept": {}, "journal": {}, "answered": counted, "exams": counted, "finished": counted, "unread": counted,
            "reviews": { "keyPath": "id" } });
        page.before_each_page(&foreign(&tables, Some(entry_row("a1", "still here")))).await;
        page.open("").await;
        page.ready().await;
        answer_one_question(page).await;
        page.reads("could not keep your last changes yet").await;
        let all = saved(page).await;
        assert_eq!((all["journal"][0]["note"].as_str(), all["reviews"].as_array().map(Vec::len)), (Some("still here"), Some(1)));
    });
}

#[test]
fn over_what_can_not_be_read_nothing_is_written() {
    prepared("unreadable", async |page, _| {
        page.before_each_page(
            "if (sessionStorage.getItem('journeyBlind')) IDBObjectStore.prototype.getAll = () => { throw new DOMException('io', 'UnknownError') }",
        )
        .await;
        page.open("").await;
        page.ready().await;
        answer_one_question(page).await;
        read_in(page, &file_with(json!([entry_row("a1", "mine")])), "1 new").await;
        let before = saved(page).await;
        page.script("sessionStorage.setItem('journeyBlind', 1)").await;
        page.reload().await;
        page.reads("could not be read, so nothing is being kept now").await;
        page.press("radio", "Dark").await;
        answer_one_question(page).await;
        page.script("sessionStorage.removeItem('journeyBlind')").await;
        page.reload().await;
        let mut after = saved(page).await;
        after["exported_at"] = before["exported_at"].clone();
        assert_eq!(after, before);
    });
}

#[test]
fn a_store_that_was_emptied_is_told_until_it_is_read() {
    hosted("emptied", async |page, _| {
        answer_one_question(page).await;
        page.visit("#/settings", "Settings").await;
        page.reads("1 answer,").await;
        page.forget_all().await;
        page.reload().await;
        page.reads("is gone: your browser has cleared it").await;
        page.reload().await;
        page.reads("is gone: your browser has cleared it").await;
        page.press("button", "All right").await;
        page.reload().await;
        page.heading("Settings").await;
        assert!(!page.says("is gone").await);
        // What the person erases is no loss.
        answer_one_question(page).await;
        page.visit("#/settings", "Settings").await;
        page.reads("1 answer,").await;
        page.press("button", "Erase it all").await;
        page.press("button", "Erase everything").await;
        page.reads("Nothing of yours is kept").await;
        page.reload().await;
        page.heading("Settings").await;
        assert!(!page.says("is gone").await);
    });
}

#[test]
fn a_store_that_is_taken_away_from_an_open_page_is_told() {
    hosted("taken away", async |page, _| {
        read_in(page, &file_with(json!([entry_row("a1", "mine")])), "1 new").await;
        // As a newer version in another tab does, which then goes no further.
        page.until_script(
            "a newer version asking",
            "if (!window.journeyAsked) { window.journeyAsked = 1; const open = indexedDB.open('palpate', 4); \
             open.onupgradeneeded = () => { window.journeyAsked = 2; open.transaction.abort(); }; open.onerror = event => event.preventDefault(); } \
             return window.journeyAsked === 2",
        )
        .await;
        page.press("radio", "Dark").await;
        page.reads("has closed what is kept here, so nothing is being kept now. Load this page again.").await;
        page.reload().await;
        assert_eq!(note(page, "a1").await, "mine");
        assert!(!page.says("nothing is being kept").await);
    });
}

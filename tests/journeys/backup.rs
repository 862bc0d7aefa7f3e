//! Saved files read back in, whatever state they are in, and what older versions kept.

use crate::shared::{answer_one_question, downloaded, note, read_in, saved};
use crate::support::{hosted, prepared};
use serde_json::{Value, json};

const NOON: f64 = 1_795_262_400_000.0;

fn entry(note: &str) -> Value {
    json!({
        "id": "a1", "when": { "at": NOON, "offset": 0 }, "changed": NOON, "deleted": false,
        "walkthrough": null, "side": "right", "complaint": null, "before": 5, "after": 3,
        "extension_before": null, "extension_after": null, "sore": false, "stopped": null, "findings": [], "note": note,
    })
}

fn answered(item: &str) -> Value {
    json!({ "attempt": { "single-best": { "item": item, "chosen": 0 } }, "right": true, "at": NOON })
}

fn file(schema: u32, journal: Value) -> Value {
    json!({
        "format": "palpate-backup", "schema": schema, "exported_at": "2026-11-21T08:20:00.000Z", "kept": {},
        "reviews": [], "exams": [], "finished": [], "journal": journal, "unread": [],
    })
}

fn without_time(mut saved: Value) -> Value {
    saved["exported_at"] = json!(null);
    saved
}

#[test]
fn what_is_no_file_of_ours_changes_nothing() {
    hosted("import of broken files", async |page, _| {
        answer_one_question(page).await;
        read_in(page, &file(3, json!([entry("kept")])).to_string(), "1 new").await;
        let before = without_time(saved(page).await);
        let whole = file(3, json!([entry("other")]));
        let text = whole.to_string();
        let mut newer = whole.clone();
        newer["schema"] = json!(99);
        for (text, said) in [
            (&text[..text.len() / 2], "cut short or damaged"),
            ("", "not a file that Palpate saved"),
            ("<script>alert(1)</script>", "not a file that Palpate saved"),
            ("{\"format\":\"other\"}", "not a file that Palpate saved"),
            (newer.to_string().as_str(), "newer Palpate"),
        ] {
            read_in(page, text, said).await;
            page.reads("Nothing was changed").await;
        }
        // Told by its size, before it is read.
        page.visit("#/settings", "Settings").await;
        page.script(
            "const field = document.querySelector('input[type=file]'), files = new DataTransfer(); \
             files.items.add(new File([new Uint8Array(65 * 1024 * 1024)], 'palpate.json')); field.files = files.files; \
             field.dispatchEvent(new Event('change', { bubbles: true })); return true",
        )
        .await;
        page.reads("larger than 64 MB").await;
        assert_eq!(without_time(saved(page).await), before);
        page.reload().await;
        assert_eq!(without_time(saved(page).await), before);
    });
}

#[test]
fn what_is_made_to_do_harm_does_none() {
    hosted("import of malicious files", async |page, _| {
        const NOTE: &str = "<img src=x onerror=\"document.title='harmed'\"><b>bold</b>";
        let deep = format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000));
        let text = format!(
            r#"{{"format":"palpate-backup","schema":3,"__proto__":{{"polluted":true}},"constructor":{{"prototype":{{"polluted":true}}}},
                "kept":{{"__proto__":{{"polluted":true}},"gate":{{"__proto__":1}}}},"journal":[{},{{"id":"../../x"}}],"reviews":[{deep}]}}"#,
            entry(NOTE)
        );
        read_in(page, &text, "1 new, 0 newer, 0 already here").await;
        page.reads("parts could not be read and were put aside").await;
        assert_eq!(note(page, "a1").await, NOTE);
        assert_eq!(page.script("return ({}).polluted === undefined && document.title !== 'harmed'").await, true);
        // What was put aside is in what is saved, and that reads back without a change.
        let before = page.keep_downloads().await;
        page.visit("#/settings", "Settings").await;
        page.press("button", "Save it all to a file").await;
        let file = downloaded(page, &before, "json").await;
        let again = page.until("a whole file", async || std::fs::read_to_string(&file).ok().filter(|text| text.ends_with("}\n"))).await;
        assert!(again.contains("\"__proto__\"") && again.contains("../../x"), "{}", again.len());
        read_in(page, &again, "0 new, 0 newer, 1 already here").await;
    });
}

/// Makes the database that an older version had, with these rows.
fn older(version: u32, tables: &str, rows: &[(&str, Option<&str>, Value)]) -> String {
    let rows: Vec<Value> = rows.iter().map(|(table, key, value)| json!([table, key, value])).collect();
    format!(
        "if (!window.name) {{ window.name = 'older'; const old = indexedDB.open('palpate', {version}); \
         old.onupgradeneeded = () => {tables}.forEach(table => \
            old.result.createObjectStore(table, ['kept', 'journal'].includes(table) ? {{}} : {{ autoIncrement: true }})); \
         old.onsuccess = () => {{ old.result.onversionchange = () => old.result.close(); \
            const tables = old.result.transaction({tables}, 'readwrite'); \
            for (const [table, key, value] of {}) tables.objectStore(table).put(value, ...(key ? [key] : [])); }}; \
         old.onerror = event => event.preventDefault(); }}",
        json!(rows)
    )
}

#[test]
fn what_version_1_kept_is_kept_on() {
    prepared("upgrade from 1", async |page, _| {
        let settings = json!({ "theme": "dark", "side": "left", "legs": "dropped", "round_length": 5 });
        page.before_each_page(&older(1, "['kept', 'unread', 'answered', 'finished']", &[("kept", Some("settings"), settings)])).await;
        page.open("").await;
        page.ready().await;
        page.until_script("the dark theme", "return document.documentElement.dataset.theme === 'dark'").await;
        read_in(page, &file(3, json!([entry("")])).to_string(), "1 new").await;
        page.reload().await;
        page.visit("#/journal", "Journal").await;
        page.reads("5 before, 3 after").await;
    });
}

#[test]
fn what_version_2_kept_is_kept_on() {
    prepared("upgrade from 2", async |page, _| {
        let rows = [
            ("kept", Some("settings"), json!({ "theme": "dark" })),
            ("answered", None, answered("i1")),
            ("answered", None, answered("i2")),
            ("answered", None, json!({ "of": "no version" })),
            ("journal", Some("a1"), entry("from version 2")),
            ("unread", None, json!(["gate", { "odd": true }])),
        ];
        page.before_each_page(&older(2, "['kept', 'unread', 'answered', 'finished', 'journal']", &rows)).await;
        page.open("").await;
        page.ready().await;
        page.until_script("the dark theme", "return document.documentElement.dataset.theme === 'dark'").await;
        for _ in 0..2 {
            let saved = saved(page).await;
            let cards: Vec<&Value> = saved["reviews"].as_array().unwrap().iter().map(|review| &review["card"]).collect();
            assert_eq!(cards, ["i1", "i2"], "nothing is lost and nothing is twice");
            assert_eq!(saved["journal"][0]["note"], "from version 2");
            let aside = json!([["answered", { "of": "no version" }], ["gate", { "odd": true }]]);
            assert_eq!(saved["unread"], aside);
            page.reload().await;
        }
        // The file that version 2 had saved before holds nothing new.
        let mut old = file(2, json!([entry("from version 2")]));
        old["answered"] = json!([answered("i1"), answered("i2")]);
        read_in(page, &old.to_string(), "0 new, 0 newer, 1 already here.").await;
        assert!(!page.says("Added").await);
    });
}

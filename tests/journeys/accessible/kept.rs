//! What shows something kept or something wrong: the journal, sheets, confirmations, the locator, banners.

use super::judge::{Contrast, Judge};
use crate::shared::read_in;
use crate::support::{hosted, prepared};
use serde_json::json;

/// A journal of two massages, one of which was stopped by a red flag.
fn journal() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as f64;
    let entry = |id: &str, days: u32, stopped: Option<&str>| {
        let at = now - f64::from(days) * 86_400_000.0;
        let finding = json!({
            "muscle": "iliacus", "point": 0, "area": "inside-hip-bone", "side": "right", "strokes": 12, "tender": 3, "familiar": true,
            "sharp": false, "rising": false, "spread": "stays", "felt": [], "felt_at": [], "sure": null, "note": "",
        });
        json!({
            "id": id, "when": { "at": at, "offset": 0 }, "changed": at, "deleted": false, "walkthrough": "self-massage",
            "side": "right", "complaint": null, "before": 5, "after": 3, "extension_before": null, "extension_after": null,
            "sore": false, "stopped": stopped, "findings": [finding], "note": "warm room",
        })
    };
    let journal = [entry("a1", 1, Some("sudden-severe-pain")), entry("b2", 3, None)];
    json!({
        "format": "palpate-backup", "schema": 2, "exported_at": "2026-11-21T08:20:00.000Z", "kept": {},
        "answered": [], "finished": [], "journal": journal, "unread": [],
    })
    .to_string()
}

#[test]
fn a_full_journal() {
    hosted("judged, journal", async |page, _| {
        let judge = Judge::of(page).await;
        read_in(page, &journal(), "2 new").await;
        judge.look("a file read in", Contrast::Plain).await;
        for hash in ["#/journal", "#/journal/a1", "#/journal/summary", "#/"] {
            judge.open(hash).await;
            judge.look(&format!("{hash}, full"), Contrast::Plain).await;
        }
        judge.open("#/journal/summary").await;
        judge.look_on_paper("a full summary").await;
        judge.open("#/settings").await;
        page.press("button", "Erase it all").await;
        page.find("button", "Erase").await;
        judge.look("erasing, asked first", Contrast::Plain).await;
        judge.verdict();
    });
}

#[test]
fn sheets_and_the_locator() {
    hosted("judged, sheets", async |page, _| {
        let judge = Judge::of(page).await;
        judge.open("#/muscle/psoas-major").await;
        for sheet in ["Source S1", "Source: B31", "lesser trochanter"] {
            page.press("button", sheet).await;
            page.find("dialog", "").await;
            judge.look(&format!("a sheet: {sheet}"), Contrast::Plain).await;
            page.press("button", "Close").await;
            page.gone("dialog", "").await;
        }
        judge.open("#/hurt").await;
        page.press("checkbox", "").await;
        judge.look("a red flag ticked", Contrast::Plain).await;
        page.press("checkbox", "").await;
        page.press("button", "None of these").await;
        let back = page.find("group", "Front and back of the body. Mark where it hurts: back").await;
        page.click_at(&back, [28, 200]).await;
        page.find("button", "Take away: Low back beside the spine, right").await;
        judge.look("marks and muscles", Contrast::Plain).await;
        judge.verdict();
    });
}

#[test]
fn banners() {
    prepared("judged, banners", async |page, _| {
        let deny = "IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError') };";
        let update =
            "Object.defineProperty(ServiceWorkerRegistration.prototype, 'waiting', { get() { return this.active ?? this.installing } });";
        page.before_each_page(&format!("{deny}{update}")).await;
        let judge = Judge::of(page).await;
        page.reads("nothing is being kept").await;
        page.reads("An update is ready").await;
        judge.look("home, with banners", Contrast::Plain).await;
        judge.verdict();
    });
}

#[test]
fn the_page_before_the_app() {
    prepared("judged, shell", async |page, server| {
        for words in [".wasm", "404", "WebAssembly"] {
            page.expect(words);
        }
        server.hide(".wasm");
        let judge = Judge::of_what_fails(page).await;
        page.reads("Palpate could not start").await;
        page.reads("When not to press").await;
        judge.look("the shell", Contrast::Plain).await;
        judge.verdict();
    });
}

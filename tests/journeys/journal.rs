//! The journal: a saved file read back in, what is then seen of it, and what it advises.

use crate::shared::read_in;
use crate::support::hosted;
use serde_json::{Value, json};

/// Days of 24 hours before now, as a moment.
fn days_ago(days: u32) -> f64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    now.as_millis() as f64 - f64::from(days) * 86_400_000.0
}

/// A massage of the right side, with one point inside the hip bone.
fn entry(id: &str, days: u32, before: u8, after: u8) -> Value {
    let finding = json!({
        "muscle": "iliacus", "point": 0, "area": "inside-hip-bone", "side": "right", "strokes": 12, "tender": 3, "familiar": true,
        "sharp": false, "rising": false, "spread": "stays", "felt": [], "felt_at": [], "sure": null, "note": "",
    });
    json!({
        "id": id, "when": { "at": days_ago(days), "offset": 0 }, "changed": days_ago(days), "deleted": false,
        "walkthrough": "self-massage", "side": "right", "complaint": null, "before": before, "after": after,
        "extension_before": null, "extension_after": null, "sore": false, "stopped": null, "findings": [finding], "note": "",
    })
}

fn file(journal: Value) -> Value {
    json!({
        "format": "palpate-backup", "schema": 2, "exported_at": "2026-11-21T08:20:00.000Z", "kept": {},
        "answered": [], "finished": [], "journal": journal, "unread": [],
    })
}

#[test]
fn a_saved_file_is_read_in_once() {
    hosted("import", async |page, _| {
        page.visit("#/journal", "Journal").await;
        page.reads("still blank").await;
        let text = file(json!([entry("a1", 1, 5, 3), entry("b2", 3, 4, 4), { "id": "c3" }])).to_string();
        read_in(page, &text, "2 new, 0 newer, 0 already here. 1 part could not be read").await;
        read_in(page, &text, "0 new, 0 newer, 2 already here").await;
        page.reload().await;
        page.visit("#/journal", "Journal").await;
        page.find("image", "Discomfort from 0 to 10").await;
        page.reads("2 sessions: 4.5 before, 3.5 after, on average").await;
        page.find("image", "The front of the body with your tender points").await;
        page.find("link", "Right Inside the hip bone").await;
        // A later version takes the place of the one that is here; one that was deleted later goes.
        let mut newer = entry("a1", 1, 5, 1);
        newer["changed"] = json!(days_ago(0));
        let mut gone = entry("b2", 3, 4, 4);
        gone["changed"] = json!(days_ago(0));
        gone["deleted"] = json!(true);
        read_in(page, &file(json!([newer, gone])).to_string(), "0 new, 1 newer, 0 already here, 1 deleted").await;
        page.visit("#/journal", "Journal").await;
        page.reads("1 session: 5 before, 1 after").await;
    });
}

#[test]
fn entries_without_numbers_lead_to_where_they_are_written() {
    hosted("no numbers yet", async |page, _| {
        let mut bare = entry("a1", 1, 0, 0);
        (bare["before"], bare["after"]) = (json!(null), json!(null));
        read_in(page, &file(json!([bare])).to_string(), "1 new").await;
        page.visit("#/journal", "Journal").await;
        page.reads("No numbers yet").await;
        page.press("link", "Add numbers to the latest entry").await;
        page.heading("Journal entry").await;
        page.find("radiogroup", "Discomfort before").await;
    });
}

#[test]
fn a_red_flag_is_told_first_here_and_at_home() {
    hosted("advice", async |page, _| {
        let mut flag = entry("a1", 1, 4, 6);
        flag["stopped"] = json!("sudden-severe-pain");
        read_in(page, &file(json!([flag])).to_string(), "1 new").await;
        page.visit("#/", "hip flexor").await;
        page.press("link", "Your journal says Have this looked at first").await;
        page.heading("Journal").await;
        page.reads("Keep your hands off your belly").await;
        page.press("link", "All red flags").await;
        page.heading("Safety").await;
    });
}

#[test]
fn an_entry_can_be_left_from_its_date_and_time() {
    hosted("journal left from a field", async |page, _| {
        for field in ["date", "time"] {
            page.visit("#/journal", "Journal").await;
            page.visit("#/journal/new", "New entry").await;
            let focus = format!(
                "const field = document.querySelector('main input[type={field}]'); field?.focus(); return !!field && document.activeElement === field"
            );
            page.until_script("the focus in the field", &focus).await;
            page.back().await;
            page.heading("Journal").await;
            page.press("link", "Learn").await;
            page.heading("Learn it").await;
        }
    });
}

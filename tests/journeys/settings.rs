//! Settings: the theme, saving everything to a file, and erasing it.

use crate::shared::{PSOAS, Side, answer_one_question, answer_ten, next_step, pass_gate, start};
use crate::support::{Page, hosted};
use serde_json::{Value, json};

async fn theme(page: &Page<'_>, theme: &str) {
    page.until_script(&format!("the {theme} theme"), &format!("return document.documentElement.dataset.theme === '{theme}'")).await;
}

#[test]
fn the_theme_is_kept() {
    hosted("theme", async |page, _| {
        page.press("link", "Settings").await;
        page.heading("Settings").await;
        theme(page, "auto").await;
        page.press("radio", "Dark").await;
        theme(page, "dark").await;
        let dark = page.script("return getComputedStyle(document.body).backgroundColor").await;
        page.reload().await;
        theme(page, "dark").await;
        assert!(page.find("radio", "Dark").await.is("checked"));
        page.press("radio", "Light").await;
        theme(page, "light").await;
        let light = page.script("return getComputedStyle(document.body).backgroundColor").await;
        assert_ne!(dark, light, "the theme is seen");
    });
}

#[test]
fn the_length_of_a_round_is_kept() {
    hosted("round length", async |page, _| {
        page.visit("#/settings", "Settings").await;
        page.press("radio", "5").await;
        page.visit("#/learn", "Learn it").await;
        page.press("link", "Start 5").await;
        page.reads("Question 1 of 5").await;
    });
}

#[test]
fn everything_can_be_saved_to_a_file() {
    hosted("export", async |page, _| {
        let downloads = page.keep_downloads().await;
        pass_gate(page).await;
        start(page, PSOAS, Side::Left).await;
        next_step(page, 2).await;
        answer_one_question(page).await;
        page.visit("#/settings", "Settings").await;
        page.press("radio", "Dark").await;
        theme(page, "dark").await;
        page.press("button", "Save it all to a file").await;
        page.reads("Saved as").await;
        let file = page
            .until("the file", async || {
                let files = std::fs::read_dir(&downloads).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
                files.into_iter().find(|file| file.extension().is_some_and(|end| end == "json"))
            })
            .await;
        let saved: Value = page.until("a whole file", async || serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()).await;
        assert_eq!(saved["format"], "palpate-backup");
        assert_eq!(saved["schema"], 1);
        assert_eq!(saved["kept"]["settings"]["theme"], "dark");
        assert_eq!(saved["kept"]["session"]["side"], "left");
        assert_eq!(saved["kept"]["session"]["walkthrough"], "psoas-palpation");
        assert_eq!(saved["kept"]["gate"]["answers"].as_array().map(Vec::len), Some(10));
        assert_eq!(saved["answered"].as_array().map(Vec::len), Some(1), "{}", saved["answered"]);
        assert_eq!(saved["unread"], json!([]));
    });
}

#[test]
fn everything_can_be_erased() {
    hosted("erase", async |page, _| {
        answer_ten(page).await;
        page.visit("#/settings", "Settings").await;
        page.press("radio", "Dark").await;
        theme(page, "dark").await;
        page.press("button", "Erase it all").await;
        page.reads("can't be undone").await;
        page.press("button", "Keep it").await;
        theme(page, "dark").await;
        page.press("button", "Erase it all").await;
        page.press("button", "Erase everything").await;
        page.reads("Nothing of yours is kept").await;
        theme(page, "auto").await;
        page.reload().await;
        theme(page, "auto").await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("0 of 10 answered").await;
    });
}

//! Settings: the theme, sessions without hands, saving everything to a file, and erasing it.

use crate::shared::{PSOAS, Side, answer_one_question, answer_ten, downloaded, next_step, pass_gate, start};
use crate::support::{Key, Page, hosted};
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
        page.press("link", "Start 5 questions").await;
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
        let file = downloaded(page, &downloads, "json").await;
        let saved: Value = page.until("a whole file", async || serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()).await;
        assert_eq!(saved["format"], "palpate-backup");
        assert_eq!(saved["schema"], 3);
        assert_eq!(saved["journal"], json!([]));
        assert_eq!(saved["kept"]["settings"]["theme"], "dark");
        assert_eq!(saved["kept"]["session"]["side"], "left");
        assert_eq!(saved["kept"]["session"]["walkthrough"], "psoas-palpation");
        assert_eq!(saved["kept"]["gate"]["answers"].as_array().map(Vec::len), Some(10));
        assert_eq!(saved["reviews"].as_array().map(Vec::len), Some(1), "{}", saved["reviews"]);
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

#[test]
fn how_a_session_conducts_itself_is_kept() {
    hosted("hands-free", async |page, _| {
        page.visit("#/settings", "Settings").await;
        page.press("link", "Hands-free").await;
        page.heading("Hands-free").await;
        page.press("radio", "By a tone").await;
        // Once more than there is room for: 15 is the limit.
        for _ in 0..4 {
            page.press("button", "Strokes on a point: more").await;
        }
        page.reads("15 strokes, the limit").await;
        page.reload().await;
        page.heading("Hands-free").await;
        assert!(page.find("radio", "By a tone").await.is("checked"));
        page.reads("15 strokes, the limit").await;
    });
}

#[test]
fn a_key_can_be_given_another_meaning() {
    hosted("signals", async |page, _| {
        page.visit("#/settings/hands-free", "Hands-free").await;
        page.press("button", "Add a key or button for: Stop").await;
        page.reads("Press the key, pedal or headset button now").await;
        page.key(Key::Letter('x')).await;
        page.reads("Key X now means").await;
        page.focused("button", "Add a key or button for: Stop").await;
        page.press("button", "Add a key or button for: Stop").await;
        page.key(Key::Escape).await;
        page.reads("Nothing was changed").await;
        page.reload().await;
        page.find("button", "Remove: Key X").await;
        assert!(!page.has("button", "Remove: Escape").await, "Escape always stops");
        page.press("button", "As it was at first").await;
        page.gone("button", "Remove: Key X").await;
        page.find("button", "Remove: Space bar").await;
    });
}

#[test]
fn without_voice_sound_and_microphone_the_settings_still_stand() {
    hosted("without", async |page, _| {
        let without = "for (const name of ['speechSynthesis', 'AudioContext']) delete window[name];
            for (const name of ['vibrate', 'wakeLock', 'mediaSession', 'mediaDevices']) delete Navigator.prototype[name];";
        page.before_each_page(without).await;
        page.visit("#/settings/hands-free", "Hands-free").await;
        page.reload().await;
        page.reads("no English voice of its own").await;
        page.press("button", "Hear a sample").await;
        page.reads("This browser can make no sound").await;
        page.press("button", "Try it").await;
        page.reads("No microphone was found").await;
    });
}

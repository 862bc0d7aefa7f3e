//! Questions on the drawing: a place by mouse and by keyboard, an area painted, marks, and a part to be named.

use crate::support::{Key, Page, Seen, hosted};

/// Where the navel is, and a place that lies too low for it.
const NAVEL: [i16; 2] = [0, 162];
const TOO_LOW: [i16; 2] = [0, 130];
/// Where the front hip-bone points are, the person's right and left.
const HIP_POINTS: [[i16; 2]; 2] = [[-129, 84], [129, 84]];

/// Opens a round of these questions.
async fn asked(page: &Page<'_>, items: &str, count: usize) {
    page.open(&format!("#/learn/round?only={items}&seed=k3x9")).await;
    page.reads(&format!("Question 1 of {count}")).await;
    page.find("button", "I don't know").await;
}

/// The drawing to answer on. It tells no names.
async fn drawing(page: &Page<'_>) -> Seen {
    page.find("application", "").await
}

/// The verdict, which has the focus, and what it says.
async fn verdict(page: &Page<'_>) -> String {
    let verdict = page.until("a verdict", async || page.all("status").await.into_iter().find(|status| status.is("focused"))).await;
    page.text_of(&verdict).await
}

#[test]
fn a_near_miss_is_told_in_words() {
    hosted("locate by mouse", async |page, _| {
        asked(page, "gen-locate-navel-front", 1).await;
        let body = drawing(page).await;
        assert!(page.find("button", "Check").await.is("disabled"), "nothing is put yet");
        page.click_at(&body, TOO_LOW).await;
        page.press("button", "Check").await;
        let told = verdict(page).await;
        assert!(told.contains("Not quite") && told.contains("too low"), "{told}");
        page.reads("The answer").await;
        page.press("button", "Next").await;
        page.heading("0 of 1 right").await;
        page.reads("Missed").await;
        page.press("link", "Again, only these").await;
        page.find("button", "I don't know").await;
        let body = drawing(page).await;
        // The last place counts.
        page.click_at(&body, TOO_LOW).await;
        page.click_at(&body, NAVEL).await;
        page.press("button", "Check").await;
        let told = verdict(page).await;
        assert!(told.contains("Right"), "{told}");
    });
}

#[test]
fn a_place_is_put_by_keyboard_alone() {
    hosted("locate by keyboard", async |page, _| {
        asked(page, "gen-locate-navel-front", 1).await;
        page.tab_to("application", "").await;
        // The cross begins in the middle, 80 mm up.
        for _ in 0..16 {
            page.key(Key::Up).await;
        }
        page.key(Key::Right).await;
        page.key(Key::Left).await;
        page.key(Key::Enter).await;
        page.tab_to("button", "Check").await;
        page.key(Key::Enter).await;
        let told = verdict(page).await;
        assert!(told.contains("Right"), "{told}");
        page.key(Key::Enter).await;
        page.heading("1 of 1 right").await;
    });
}

#[test]
fn an_area_is_painted_and_wiped() {
    hosted("paint", async |page, _| {
        asked(page, "gen-paint-areas-iliopsoas-back", 1).await;
        let body = drawing(page).await;
        page.drag_along(&body, &[[-100, 0], [-100, 60], [-80, 60]]).await;
        page.press("button", "Clear all paint").await;
        page.until("nothing to check", async || Some(page.find("button", "Check").await).filter(|check| check.is("disabled"))).await;
        let across = if page.says("right").await { 28 } else { -28 };
        page.drag_along(&body, &[[across, 270], [across, 200], [across, 130]]).await;
        page.press("button", "Check").await;
        let told = verdict(page).await;
        assert!(told.contains("You covered"), "{told}");
        for words in ["Your paint", "Core"] {
            page.reads(words).await;
        }
    });
}

#[test]
fn an_area_is_painted_by_keyboard_alone() {
    hosted("paint by keyboard", async |page, _| {
        asked(page, "gen-paint-areas-iliopsoas-back", 1).await;
        page.tab_to("application", "").await;
        for key in [Key::Up, Key::Enter, Key::Up, Key::Up, Key::Enter, Key::Delete, Key::Up, Key::Enter] {
            page.key(key).await;
        }
        page.tab_to("button", "Check").await;
        page.key(Key::Enter).await;
        let told = verdict(page).await;
        assert!(told.contains("You covered"), "{told}");
    });
}

#[test]
fn marks_go_where_they_fit() {
    hosted("marks", async |page, _| {
        asked(page, "gen-marks-asis-front", 1).await;
        page.reads("0 of 2 marks put").await;
        let body = drawing(page).await;
        for spot in HIP_POINTS {
            page.click_at(&body, spot).await;
        }
        page.reads("2 of 2 marks put").await;
        page.press("button", "Check").await;
        let told = verdict(page).await;
        assert!(told.contains("left:") && told.contains("right:"), "{told}");
    });
}

#[test]
fn a_highlighted_part_is_named() {
    hosted("name", async |page, _| {
        asked(page, "gen-name-psoas-major-front", 1).await;
        page.find("radiogroup", "Options").await;
        let body = page.find("group", "A drawing with one part highlighted").await;
        assert!(!body.name.to_lowercase().contains("psoas"), "{}", body.name);
        assert!(!page.has("button", "Right psoas major").await, "the drawing tells no names");
        page.key(Key::Letter('1')).await;
        page.key(Key::Enter).await;
        verdict(page).await;
        page.find("button", "psoas major").await;
    });
}

#[test]
fn not_knowing_shows_the_answer() {
    hosted("picture given up", async |page, _| {
        asked(page, "gen-locate-navel-front,gen-paint-areas-iliopsoas-back,gen-marks-asis-front", 3).await;
        for at in 1..=3 {
            page.reads(&format!("Question {at} of 3")).await;
            page.press("button", "I don't know").await;
            let told = verdict(page).await;
            assert!(told.contains("Here is the answer"), "{told}");
            page.press("button", "Next").await;
        }
        page.heading("0 of 3 right").await;
    });
}

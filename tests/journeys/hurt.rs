//! Where does it hurt: red flags first, then marks by mouse, finger or keyboard, and muscles with their reasons.

use crate::support::{Key, Page, Seen, hosted};

const BACK: &str = "Front and back of the body. Mark where it hurts: back";
const FRONT: &str = "Front and back of the body. Mark where it hurts: front";
const LOW_BACK_RIGHT: [i16; 2] = [28, 200];
const THIGH_RIGHT: [i16; 2] = [-100, -80];

/// To the map, with no red flag.
async fn to_the_map(page: &Page<'_>) {
    page.visit("#/hurt", "Where does it hurt?").await;
    page.press("button", "None of these").await;
    page.find("heading", "You marked").await;
}

/// The muscles of the list, from the first on.
async fn ranked(page: &Page<'_>) -> Vec<Seen> {
    let all = page.all("heading").await;
    let from = all.iter().position(|heading| heading.answers_to("Muscles that may send pain there"));
    let listed = all.into_iter().skip(from.map_or(usize::MAX, |at| at + 1));
    listed.take_while(|heading| heading.level() == Some(3)).collect()
}

async fn first_is(page: &Page<'_>, name: &str) {
    page.until(&format!("{name} first"), async || ranked(page).await.first().filter(|first| first.is_called(name)).cloned()).await;
}

async fn announced(page: &Page<'_>, words: &str) {
    page.until(&format!("“{words}” said"), async || {
        for status in page.all("status").await {
            if page.text_content(&status).await.contains(words) {
                return Some(());
            }
        }
        None
    })
    .await;
}

#[test]
fn two_marks_lead_to_the_iliopsoas_with_its_sources() {
    hosted("hurt by mouse", async |page, _| {
        page.press("link", "Where does it hurt?").await;
        page.heading("Where does it hurt?").await;
        assert!(!page.has("group", BACK).await, "no map before the red flags are answered");
        page.press("button", "None of these").await;
        page.focused("heading", "Where does it hurt?").await;
        let back = page.find("group", BACK).await;
        page.click_at(&back, LOW_BACK_RIGHT).await;
        page.find("button", "Take away: Low back beside the spine, right").await;
        let front = page.find("group", FRONT).await;
        page.click_at(&front, THIGH_RIGHT).await;
        page.find("button", "Take away: Front of the upper thigh, right").await;
        first_is(page, "Iliopsoas").await;
        announced(page, "may send pain there").await;
        for source in ["S1", "S2", "S3"] {
            page.find("button", &format!("Source {source}:")).await;
        }
        for words in ["What else it may be", "Get help instead if", "cannot tell what is wrong with you", "Get help first"] {
            page.reads(words).await;
        }
        assert!(!page.says("%").await, "no shares of a hundred");

        page.press("link", "Learn it: Iliopsoas").await;
        page.heading("Iliopsoas").await;
        page.back().await;
        page.heading("Where does it hurt?").await;
        first_is(page, "Iliopsoas").await;
        page.find("button", "Take away: Front of the upper thigh, right").await;

        page.press("link", "Finding iliacus").await;
        page.heading("Finding iliacus").await;
        assert!(!page.has("button", "Start on the right side").await, "the safety check still comes first");
    });
}

#[test]
fn a_line_and_both_sides() {
    hosted("hurt by line", async |page, _| {
        to_the_map(page).await;
        let back = page.find("group", BACK).await;
        page.drag_along(&back, &[[28, 255], [28, 220], [28, 180], [28, 140], [28, 120]]).await;
        page.find("button", "Take away: Low back beside the spine, right").await;
        page.reads("1 ticked").await;
        page.press("checkbox", "Both sides: Low back beside the spine").await;
        page.find("button", "Take away: Low back beside the spine, both sides").await;
        page.reads("on both sides").await;
        page.press("button", "Take away: Low back beside the spine").await;
        page.focused("heading", "You marked").await;
        page.gone("button", "Take away: Low back beside the spine").await;
    });
}

#[test]
fn the_list_needs_no_picture_and_no_pointer() {
    hosted("hurt by keyboard", async |page, _| {
        page.visit("#/hurt", "Where does it hurt?").await;
        page.tab_to("button", "None of these").await;
        page.key(Key::Enter).await;
        page.focused("heading", "Where does it hurt?").await;
        page.tab_to("DisclosureTriangle", "Choose from a list instead").await;
        page.key(Key::Enter).await;
        for place in ["Low back beside the spine: right", "Front of the upper thigh: right"] {
            page.tab_to("checkbox", place).await;
            page.key(Key::Space).await;
            let marked = page.focused("checkbox", place).await;
            assert!(marked.is("checked"), "{place} is marked and keeps the focus");
        }
        page.tab_to("DisclosureTriangle", "Telltale signs").await;
        page.key(Key::Enter).await;
        page.tab_to("checkbox", "").await;
        page.key(Key::Space).await;
        page.reads("1 ticked").await;
        first_is(page, "Iliopsoas").await;
        announced(page, "may send pain there").await;
        page.tab_to("button", "Quadratus lumborum").await;
        page.key(Key::Enter).await;
        let chosen = page.focused("button", "Quadratus lumborum").await;
        assert!(chosen.is("expanded"), "{chosen:?}");
        page.tab_to("link", "Learn it: Quadratus lumborum").await;
        page.key(Key::Enter).await;
        page.focused("heading", "Quadratus lumborum").await;
    });
}

#[test]
fn a_red_flag_wins_over_everything() {
    hosted("hurt with a red flag", async |page, _| {
        page.visit("#/hurt", "Where does it hurt?").await;
        page.press("checkbox", "Numbness between the legs").await;
        page.press("button", "What to do now").await;
        page.focused("heading", "Call your local emergency number now").await;
        assert!(!page.has("group", BACK).await && !page.has("heading", "Muscles that may send pain there").await, "no map and no list");
        page.visit("#/", "hip flexor").await;
        page.press("link", "Where does it hurt?").await;
        page.heading("Call your local emergency number now").await;
        page.press("button", "Back to the questions").await;
        page.heading("Where does it hurt?").await;
        assert!(!page.has("button", "None of these").await, "it is still ticked");
        page.press("checkbox", "Numbness between the legs").await;
        page.press("button", "None of these").await;
        page.find("group", BACK).await;
        page.press("button", "Get help first").await;
        page.find("button", "None of these").await;
    });
}

#[test]
fn a_place_for_a_clinician_gives_no_list() {
    hosted("hurt at the saddle", async |page, _| {
        to_the_map(page).await;
        page.press("DisclosureTriangle", "Choose from a list instead").await;
        page.press("checkbox", "Low back beside the spine: right").await;
        page.press("checkbox", "Between the legs, from behind: here").await;
        page.heading("Call your local emergency number now").await;
        page.reads("clinician first").await;
        assert!(!page.has("heading", "Muscles that may send pain there").await, "no list");
        page.press("button", "That was a slip").await;
        page.find("button", "Take away: Low back beside the spine, right").await;
        first_is(page, "Iliopsoas").await;
    });
}

#[test]
fn a_finger_marks_on_a_phone() {
    hosted("hurt by finger", async |page, _| {
        page.on_a_phone(360).await;
        page.with_touch().await;
        page.reload().await;
        to_the_map(page).await;
        page.press("radio", "Back").await;
        let back = page.find("group", BACK).await;
        page.tap_at(&back, LOW_BACK_RIGHT).await;
        page.find("button", "Take away: Low back beside the spine, right").await;
        first_is(page, "Iliopsoas").await;
        page.tap_at(&back, LOW_BACK_RIGHT).await;
        page.gone("button", "Take away: Low back beside the spine").await;
    });
}

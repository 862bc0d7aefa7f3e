//! The diagram on a muscle's page: by pointer, by keyboard and by list; layers, sides, zoom, and who says where it hurts.

use crate::support::{Key, Page, Seen, hosted};

const PSOAS: &str = "#/muscle/psoas-major";

/// A number that a script reads off the page.
async fn number(page: &Page<'_>, script: &str) -> f64 {
    page.script(script).await.as_f64().unwrap_or(f64::NAN)
}

/// A script about the box on the screen of the first thing in the picture with this name.
fn of_box(name: &str, what: &str) -> String {
    format!("const box = document.querySelector('svg [aria-label=\"{name}\"]').getBoundingClientRect(); return {what}")
}

/// Waits for the card of a structure, below the picture.
async fn card(page: &Page<'_>, name: &str) -> Seen {
    page.find("region", name).await
}

#[test]
fn a_tap_on_a_structure_opens_its_card() {
    hosted("diagram by pointer", async |page, _| {
        page.visit(PSOAS, "Psoas major").await;
        page.press("button", "Right iliacus").await;
        let told = card(page, "Right iliacus").await;
        assert!(!page.all_in(&told, "button").await.is_empty(), "who says so stands behind it");
        page.find_in(&told, "link", "More about iliacus").await;
        assert!(page.find("button", "Right iliacus").await.is("pressed"));
        page.press_in(&told, "button", "Close").await;
        page.gone("region", "Right iliacus").await;
        assert!(!page.find("button", "Right iliacus").await.is("pressed"));
        page.press("button", "Right iliacus").await;
        page.press_in(&card(page, "Right iliacus").await, "link", "More about iliacus").await;
        page.heading("Iliacus").await;
    });
}

#[test]
fn the_keyboard_reaches_structures_and_speaks_their_names() {
    hosted("diagram by keyboard", async |page, _| {
        page.visit(PSOAS, "Psoas major").await;
        page.tab_to("button", "Right psoas major").await;
        page.key(Key::Right).await;
        let next =
            page.until("the focus on another part", async || page.focus().await.filter(|seen| seen.name != "Right psoas major")).await;
        assert_eq!(next.role, "button", "{next:?}");
        page.key(Key::Left).await;
        // Wherever it goes: no longer there, before something else is to have the focus.
        page.until("the focus on another part again", async || page.focus().await.filter(|seen| seen.name != next.name)).await;
        page.put_focus(&page.find("button", "Left psoas major").await).await;
        page.key(Key::Enter).await;
        card(page, "Left psoas major").await;
        assert!(page.find("button", "Left psoas major").await.is("pressed"));
        page.key(Key::Escape).await;
        page.gone("region", "Left psoas major").await;
        page.focused("button", "Left psoas major").await;
        // One stop for Tab: the next is what stands below the picture.
        page.key(Key::Tab).await;
        page.focused("checkbox", "Skin").await;
        page.key(Key::BackTab).await;
        page.focused("button", "Left psoas major").await;
    });
}

#[test]
fn the_list_does_what_the_picture_does() {
    hosted("diagram by list", async |page, _| {
        page.visit(PSOAS, "Psoas major").await;
        page.press("checkbox", "Muscle").await;
        page.gone("button", "Left iliacus").await;
        page.press("DisclosureTriangle", "All parts as a list").await;
        page.press("button", "Left iliacus").await;
        card(page, "Left iliacus").await;
        let both = async || {
            Some(page.all("button").await)
                .filter(|all| all.iter().filter(|seen| seen.name == "Left iliacus" && seen.is("pressed")).count() == 2)
        };
        page.until("it chosen in the list and on the picture, where its layer is on again", both).await;
        assert!(page.find("checkbox", "Muscle").await.is("checked"));
    });
}

#[test]
fn a_layer_that_is_off_is_neither_seen_nor_told() {
    hosted("diagram layers", async |page, _| {
        page.visit(PSOAS, "Psoas major").await;
        let seen = "return !!document.querySelector('use[href=\"#front-muscle\"]')";
        page.find("button", "Right psoas major").await;
        page.until_script("the muscles", seen).await;
        page.press("checkbox", "Muscle").await;
        page.gone("button", "Right psoas major").await;
        page.until_script("no muscles", &seen.replace("!!", "!")).await;
        page.find("button", "Right hip bone").await;
        assert!(!page.has("button", "Navel").await, "landmarks are off at first");
        page.press("checkbox", "Landmarks").await;
        page.find("button", "Navel").await;
    });
}

#[test]
fn the_turned_picture_keeps_the_persons_own_sides() {
    hosted("diagram turned", async |page, _| {
        page.visit(PSOAS, "Psoas major").await;
        let middle = of_box("Right psoas major", "box.x + box.width / 2 - box.width");
        page.find("button", "Right psoas major").await;
        // The letters stand at the edges, and the side they name is the side that the structure lies on.
        let agrees = |name: &str, letter: &str| {
            format!(
                "const part = document.querySelector('svg [aria-label=\"{name}\"]').getBoundingClientRect(); \
                const frame = document.querySelector('svg[role=group]').getBoundingClientRect(); \
                const letters = [...document.querySelectorAll('svg[role=group] ~ span')].slice(0, 2); \
                const near = letters.find(one => one.innerText === '{letter}').getBoundingClientRect(); \
                const half = frame.x + frame.width / 2; return (part.x + part.width / 2 < half) === (near.x < half)"
            )
        };
        let before = number(page, &middle).await;
        page.until_script("R on the side of the right psoas", &agrees("Right psoas major", "R")).await;
        page.press("radio", "Looking down at myself").await;
        page.until("the right psoas on the other side", async || (number(page, &middle).await > before + 20.0).then_some(())).await;
        page.until_script("R on the side of the right psoas", &agrees("Right psoas major", "R")).await;
        page.until_script("L on the side of the left psoas", &agrees("Left psoas major", "L")).await;
        page.press("button", "Left iliacus").await;
        card(page, "Left iliacus").await;
        // It is kept, for every picture from the front.
        page.visit("#/muscle/iliacus", "Iliacus").await;
        page.reload().await;
        assert!(page.find("radio", "Looking down at myself").await.is("checked"));
    });
}

#[test]
fn keys_zoom_and_show_all_again() {
    hosted("diagram zoom", async |page, _| {
        page.visit(PSOAS, "Psoas major").await;
        page.tab_to("button", "Right psoas major").await;
        let width = of_box("Right psoas major", "box.width");
        let whole = number(page, &width).await;
        page.key(Key::Letter('+')).await;
        page.until("a nearer picture", async || (number(page, &width).await > whole * 1.4).then_some(())).await;
        page.key(Key::Letter('0')).await;
        page.until("the whole picture", async || (number(page, &width).await < whole * 1.05).then_some(())).await;
        page.press("button", "Zoom in").await;
        page.until("a nearer picture", async || (number(page, &width).await > whole * 1.4).then_some(())).await;
        page.press("button", "Show all of it").await;
        page.until("the whole picture", async || (number(page, &width).await < whole * 1.05).then_some(())).await;
    });
}

#[test]
fn each_document_shows_its_own_pain_in_its_own_words() {
    hosted("pain by source", async |page, _| {
        page.visit("#/muscle/iliopsoas", "Iliopsoas").await;
        let sources = page.find("group", "Who says so").await;
        assert!(page.find_in(&sources, "radio", "All sources").await.is("checked"));
        page.find("image", "Right front of the upper thigh").await;
        page.press_in(&sources, "radio", "S2").await;
        page.reads("means both iliopsoas muscles").await;
        page.reads("up and down for one side, across for both").await;
        page.gone("image", "Right front of the upper thigh").await;
        page.find("image", "Right low back beside the spine").await;
        page.press_in(&sources, "radio", "S3").await;
        page.reads("Names the upper thigh, at the front").await;
        page.find("image", "Right front of the upper thigh").await;
    });
}

//! The keyboard alone: where the focus goes, and that it never gets lost.

use crate::support::{Key, hosted};

#[test]
fn the_skip_link_skips_to_the_page() {
    hosted("skip link", async |page, _| {
        page.reload().await;
        page.key(Key::Tab).await;
        page.focused("link", "Skip to the page").await;
        page.key(Key::Enter).await;
        page.focused("main", "").await;
        page.heading("hip flexor").await;
        page.key(Key::Tab).await;
        page.focused("link", "Find it Locate").await;
    });
}

#[test]
fn tab_and_enter_lead_through_the_doors() {
    hosted("doors", async |page, _| {
        for (door, heading) in [("Find it", "Find it with your hands"), ("Learn it", "Learn it"), ("Safety", "Safety")] {
            page.tab_to("link", door).await;
            page.key(Key::Enter).await;
            page.focused("heading", heading).await;
            page.back().await;
            page.focused("heading", "hip flexor").await;
            page.reload().await;
        }
        // The search page is the one exception: there the field is what one came for.
        page.tab_to("link", "Look it up").await;
        page.key(Key::Enter).await;
        page.focused("searchbox", "Search").await;
    });
}

#[test]
fn every_title_says_where_one_is() {
    hosted("titles", async |page, _| {
        for (hash, title) in [("#/muscle/iliacus", "Iliacus"), ("#/safety", "Safety"), ("#/nowhere", "Not found"), ("#/", "Palpate")] {
            page.open(hash).await;
            page.until_script(&format!("the title “{title}”"), &format!("return document.title.startsWith('{title}')")).await;
        }
    });
}

#[test]
fn an_open_sheet_holds_the_focus() {
    hosted("sheet focus", async |page, _| {
        page.visit("#/muscle/psoas-major", "Psoas major").await;
        let chip = page.tab_to("button", "Source").await;
        page.key(Key::Enter).await;
        let sheet = page.find("dialog", "").await;
        let mut inside = 0;
        for key in [[Key::Tab; 12], [Key::BackTab; 12]].concat() {
            page.key(key).await;
            if let Some(focus) = page.focus().await {
                let held = page.all_in(&sheet, &focus.role).await;
                assert!(held.iter().any(|seen| seen.name == focus.name), "{focus:?} is outside the sheet");
                inside += 1;
            }
        }
        assert!(inside > 0, "Tab reaches what is in the sheet");
        assert!(!page.has("link", "Find it").await, "what lies behind is out of reach");
        page.key(Key::Escape).await;
        page.gone("dialog", "").await;
        page.focused("button", &chip.name).await;
    });
}

/// Whether the element with the focus can be seen: nothing fixed at an edge lies over it.
const IN_SIGHT: &str = "const focus = document.activeElement; if (focus === document.body) return true; \
    const shown = focus.labels && focus.labels[0] || focus, box = shown.getClientRects()[0]; \
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); \
    return !!over && (shown.contains(over) || over.contains(shown))";

#[test]
fn nothing_covers_what_has_the_focus() {
    hosted("focus in sight", async |page, _| {
        for (hash, heading) in
            [("#/safety/check", "Before your hands"), ("#/muscle/iliacus", "Iliacus"), ("#/learn/round?seed=k3x9&n=5", "")]
        {
            page.visit(hash, heading).await;
            for _ in 0..30 {
                page.key(Key::Tab).await;
                page.until_script(&format!("the focus on {hash} in sight"), IN_SIGHT).await;
            }
        }
    });
}

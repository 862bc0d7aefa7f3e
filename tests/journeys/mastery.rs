//! The map of what is known: from empty to a cell that has changed, and from a cell to its page, its questions and its walkthrough.

use crate::support::{Key, Page, Seen, hosted};

const MAP: &str = "#/learn/map";

async fn map(page: &Page<'_>) -> Seen {
    page.visit(MAP, "What you know").await;
    page.find("table", "For each muscle").await
}

/// What a cell says, for whoever hears it.
async fn cell(page: &Page<'_>, name: &str) -> String {
    page.find("button", name).await.name
}

/// Says "I don't know" to every question of the round that is open.
async fn know_nothing(page: &Page<'_>) {
    while page.main_heading().await.is_none_or(|heading| !heading.name.ends_with("right")) {
        page.press("button", "I don't know").await;
        page.find("button", "Next").await;
        page.key(Key::Enter).await;
        page.until("the next question, or the result", async || {
            let asks = page.has("button", "I don't know").await;
            let done = page.main_heading().await.is_some_and(|heading| heading.name.ends_with("right"));
            (asks || done).then_some(())
        })
        .await;
    }
}

#[test]
fn an_empty_map_says_what_to_begin_with_and_a_right_answer_changes_it() {
    hosted("mastery from nothing", async |page, _| {
        let table = map(page).await;
        assert_eq!(page.all_in(&table, "rowheader").await.len(), 5, "a row for each muscle");
        assert!(page.all_in(&table, "columnheader").await.len() >= 7, "a column for each relation");
        assert!(cell(page, "Psoas major: insertion").await.contains("new"));
        let first = page.find("link", "Ask me – Iliopsoas: safety").await;
        assert_eq!(page.all("link").await.iter().find(|link| link.name.starts_with("Ask me")), Some(&first), "safety comes first");

        page.open("#/learn/round?only=femur-attachment").await;
        page.press("radio", "Lesser trochanter of the femur").await;
        page.press("button", "Check").await;
        page.reads("Right").await;
        map(page).await;
        // The question is about both muscles, and about no other.
        for muscle in ["Psoas major", "Iliacus"] {
            let says = cell(page, &format!("{muscle}: insertion")).await;
            assert!(says.contains("%") && says.contains("1 of "), "{says}");
        }
        assert!(cell(page, "Psoas minor: insertion").await.contains("new"));
        page.reload().await;
        assert!(cell(page, "Iliacus: insertion").await.contains("1 of "), "and it is kept");
    });
}

#[test]
fn a_weak_cell_leads_to_its_questions_its_page_and_its_walkthrough_by_keyboard_alone() {
    hosted("mastery by keyboard", async |page, _| {
        map(page).await;
        page.tab_to("button", "Iliacus: nerve").await;
        page.key(Key::Enter).await;
        page.find("dialog", "Iliacus Nerve").await;
        page.tab_to("link", "Ask me about it").await;
        page.key(Key::Enter).await;
        page.reads("Question 1 of").await;
        page.reads("Iliacus: nerve").await;
        assert!(page.hash().await.contains("muscle=iliacus&relation=nerve"));
        know_nothing(page).await;

        page.press("link", "Back to the map").await;
        page.heading("What you know").await;
        let says = cell(page, "Iliacus: nerve").await;
        assert!(says.contains(", 0 %") && says.contains(" seen"), "what went wrong today is not known today: {says}");

        // Escape closes, and the focus is where it was.
        page.tab_to("button", "Iliacus: palpation").await;
        page.key(Key::Enter).await;
        page.find("dialog", "Iliacus Palpation").await;
        page.key(Key::Escape).await;
        page.gone("dialog", "Iliacus Palpation").await;
        page.focused("button", "Iliacus: palpation").await;

        page.key(Key::Enter).await;
        page.tab_to("link", "Read about it").await;
        page.key(Key::Enter).await;
        page.heading("Iliacus").await;
        map(page).await;
        page.tab_to("button", "Iliacus: palpation").await;
        page.key(Key::Enter).await;
        page.tab_to("link", "Finding iliacus").await;
        page.key(Key::Enter).await;
        page.heading("Finding iliacus").await;
        assert!(page.has("link", "").await && page.hash().await.starts_with("#/find/iliacus-palpation"));
    });
}

#[test]
fn on_a_phone_it_is_the_same_table_and_nothing_lies_beside_the_screen() {
    hosted("mastery on a phone", async |page, _| {
        page.on_a_phone(360).await;
        let table = map(page).await;
        assert_eq!(page.all_in(&table, "rowheader").await.len(), 5);
        assert_eq!(page.all_in(&table, "cell").await.len(), 35);
        assert!(page.all_in(&table, "columnheader").await.len() >= 7);
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        page.until_script("a page no wider than the screen", fits).await;
        // What a cell is about is seen as well as heard.
        page.press("button", "Quadratus lumborum: action").await;
        let sheet = page.find("dialog", "Quadratus lumborum Action").await;
        assert!(page.text_of(&sheet).await.contains("Ask me about it"));
        page.press_in(&sheet, "button", "Close").await;
        page.gone("dialog", "Quadratus lumborum Action").await;
    });
}

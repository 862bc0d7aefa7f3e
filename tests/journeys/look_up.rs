//! Reading: from home to a search, a muscle, a source and a word.

use crate::support::{Key, hosted};

#[test]
fn from_a_misspelt_word_to_who_says_so() {
    hosted("look up", async |page, _| {
        page.heading("hip flexor").await;
        page.press("link", "Look it up").await;
        page.heading("Look it up").await;
        page.focused("searchbox", "Search").await;
        page.type_text("hip flexr").await;
        page.reads("Iliopsoas").await;
        page.until("the word that was meant, marked", async || {
            for marked in page.all("mark").await {
                if page.text_of(&marked).await.to_lowercase().contains("flex") {
                    return Some(());
                }
            }
            None
        })
        .await;

        page.press("link", "Muscle Iliopsoas").await;
        page.heading("Iliopsoas").await;
        page.back().await;
        page.heading("Look it up").await;
        page.reads("Iliopsoas").await;
        page.press("link", "Muscle Iliopsoas").await;
        page.heading("Iliopsoas").await;

        let chip = page.find("button", "Source S1:").await;
        page.put_focus(&chip).await;
        page.key(Key::Enter).await;
        let sheet = page.find("dialog", "").await;
        let text = page.until("words in the sheet", async || Some(page.text_of(&sheet).await).filter(|text| !text.is_empty())).await;
        assert!(!sheet.name.is_empty(), "the sheet is named by its title");
        assert!(chip.name.contains(&sheet.name), "the sheet tells of the source of the chip: {} in {}", sheet.name, chip.name);
        for part in ["Tier C", "Date", "Interest", "Sells"] {
            assert!(text.contains(part), "the sheet says {part}: {text}");
        }
        page.key(Key::Escape).await;
        page.gone("dialog", "").await;
        page.focused("button", &chip.name).await;
    });
}

#[test]
fn slash_goes_to_the_search_from_anywhere() {
    hosted("slash", async |page, _| {
        page.key(Key::Letter('/')).await;
        page.heading("Look it up").await;
        page.focused("searchbox", "Search").await;
        page.type_text("front hip bone").await;
        page.reads("ASIS").await;
        page.key(Key::Tab).await;
        page.key(Key::Letter('/')).await;
        page.focused("searchbox", "Search").await;
        page.key(Key::Letter('/')).await;
        let typed = page.script("return document.activeElement.value").await;
        assert_eq!(typed, "front hip bone/", "in the field itself a slash is a slash");
    });
}

#[test]
fn lay_words_find_what_is_meant() {
    hosted("lay words", async |page, _| {
        for (typed, found) in [("six-pack muscle", "rectus abdominis"), ("groin", "groin"), ("psoaz", "Psoas major")] {
            page.open("#/").await;
            page.heading("hip flexor").await;
            page.visit("#/look", "Look it up").await;
            page.focused("searchbox", "Search").await;
            page.type_text(typed).await;
            page.find("link", found).await;
        }
        page.visit("#/", "hip flexor").await;
        page.visit("#/look", "Look it up").await;
        page.focused("searchbox", "Search").await;
        page.type_text("qqqqzzzz").await;
        page.reads("Nothing found").await;
    });
}

#[test]
fn a_word_explains_itself_on_the_spot() {
    hosted("glossary", async |page, _| {
        page.visit("#/muscle/iliacus", "Iliacus").await;
        page.press("button", "iliac fossa").await;
        let sheet = page.find("dialog", "iliac fossa").await;
        page.find_in(&sheet, "heading", "iliac fossa").await;
        page.press_in(&sheet, "button", "Close").await;
        page.gone("dialog", "").await;
        page.focused("button", "iliac fossa").await;
        page.heading("Iliacus").await;
    });
}

#[test]
fn a_pain_shows_its_red_flags_first() {
    hosted("complaint", async |page, _| {
        page.visit("#/look", "Look it up").await;
        page.press("link", "groin").await;
        page.reads("red flags").await;
        let headings: Vec<_> = page.all("heading").await.into_iter().filter(|heading| heading.level() == Some(2)).collect();
        assert!(headings.first().is_some_and(|first| first.answers_to("red flags")), "{headings:?}");
        page.reads("Matching is not diagnosis").await;
    });
}

#[test]
fn where_sources_disagree_both_sides_are_shown() {
    hosted("disagreement", async |page, _| {
        page.visit("#/disagreements/B10", "Where sources disagree").await;
        let cards = page.all("article").await;
        assert_eq!(cards.len(), 37, "every disagreement has its card");
        page.reads("What we teach").await;
        page.visit("#/sources/S1", "").await;
        page.reads("What it says").await;
        page.visit("#/sources", "Sources").await;
        page.reads("The three documents").await;
    });
}

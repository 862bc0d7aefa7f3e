//! One person's whole record: learned, sat, written down, saved to a file, erased, and read back in.

use crate::shared::{answer_one_question, days_ahead, downloaded, read_in};
use crate::support::{Key, Page, prepared};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Monday, 2 March 2026, 9:00 UTC, in milliseconds since 1970.
const FIRST_DAY: i64 = 1_772_442_000_000;

/// The start of a wall clock that stands at this moment now, and runs on through reloads.
fn clock_at(moment: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as i64;
    days_ahead(0).replace("ahead = 0 * 86400000", &format!("ahead = {}", moment - now))
}

/// What the person sees of everything that is kept.
#[derive(Debug, PartialEq)]
struct Seen {
    learn: String,
    map: String,
    exams: String,
    exam: String,
    journal: String,
    entry: String,
    limits: String,
    theme: Value,
}

async fn seen(page: &Page<'_>, entry: &str) -> Seen {
    let read = async |hash: &str, heading: &str| {
        page.visit(hash, heading).await;
        page.text_of(&page.find("main", "").await).await
    };
    Seen {
        learn: read("#/learn", "Learn it").await,
        map: read("#/learn/map", "What you know").await,
        exams: read("#/learn/exams", "Exams you sat").await,
        exam: read("#/learn/exams/1", "assed").await,
        journal: read("#/journal", "Journal").await,
        entry: {
            read(entry, "Journal entry").await
                + &page.script("return [...document.querySelectorAll('main textarea, main input')].map(field => [field.value, field.checked]).join()").await.to_string()
        },
        limits: read("#/settings/learning", "How much a day").await,
        theme: page.script("return document.documentElement.dataset.theme").await,
    }
}

/// Everything kept, as the app saves it: the text, and without the time when it was saved.
async fn saved(page: &Page<'_>, folder: &Path) -> (String, Value) {
    page.visit("#/settings", "Settings").await;
    page.press("button", "Save it all to a file").await;
    let file = downloaded(page, folder, "json").await;
    let text = page.until("a whole file", async || std::fs::read_to_string(&file).ok().filter(|text| text.ends_with("}\n"))).await;
    std::fs::remove_file(file).unwrap();
    let mut record: Value = serde_json::from_str(&text).unwrap();
    record["exported_at"] = json!(null);
    (text, record)
}

/// Three new questions a day, and a dark screen.
async fn choose_settings(page: &Page<'_>) {
    page.visit("#/settings", "Settings").await;
    page.press("radio", "Dark").await;
    page.visit("#/settings/learning", "How much a day").await;
    for _ in 0..7 {
        page.press("button", "New questions a day: less").await;
    }
    page.reads("3 at most").await;
}

/// Learns what today brings, each question twice since none is known, and one of practice.
async fn learn(page: &Page<'_>) {
    page.open("#/learn/today").await;
    for at in 1..=6 {
        page.reads(&format!("Question {at} of ")).await;
        page.press("button", "I don't know").await;
        page.press("button", "Next").await;
    }
    page.heading("Done for today").await;
    answer_one_question(page).await;
}

/// How many questions of the exam are answered.
const ANSWERED: usize = 3;

/// Sits an exam and hands it in with some answers.
///
/// The paper is drawn by chance, so it goes on until there have been enough questions that ask for one choice. It waits until
/// each answer is taken and until each next question stands: a press meant for one question must not come to another.
async fn sit_an_exam(page: &Page<'_>) {
    page.visit("#/learn/exam", "Exam").await;
    page.press("button", "Start the exam").await;
    let mut answered = 0;
    for at in 1..=20 {
        page.reads(&format!("Question {at} of 20")).await;
        page.until("the focus on the question", async || page.focus().await.filter(|seen| seen.role == "heading")).await;
        // A picture has radio buttons of its own, for the way it is seen.
        if page.says("Choose one.").await && !page.has("radio", "Facing someone").await {
            page.press("radio", "").await;
            page.find("button", &format!("Question {at}, answered")).await;
            answered += 1;
        }
        if answered == ANSWERED {
            break;
        }
        page.press("button", "Next").await;
    }
    assert_eq!(answered, ANSWERED, "every paper has as many questions that ask for one choice");
    page.press("button", "Question 20,").await;
    page.press("button", "To the end").await;
    page.press("button", "Hand it in").await;
    page.until("a verdict", async || page.main_heading().await.filter(|heading| heading.answers_to("assed"))).await;
}

/// Writes an entry of the journal from memory; gives its address.
async fn write_an_entry(page: &Page<'_>) -> String {
    page.visit("#/journal/new", "New entry").await;
    for (question, answer) in [("Discomfort before", "5"), ("Discomfort after", "3")] {
        let group = page.find("radiogroup", question).await;
        page.press_in(&group, "radio", answer).await;
    }
    page.reads("Kept in the journal").await;
    page.put_focus(&page.find("textbox", "Your note").await).await;
    page.type_text("Less stiff on the stairs.").await;
    page.key(Key::Tab).await;
    page.hash().await
}

#[test]
fn all_is_as_before_once_it_is_read_back_in() {
    prepared("everything", async |page, _| {
        page.before_each_page(&clock_at(FIRST_DAY)).await;
        let folder = page.keep_downloads().await;
        page.open("").await;
        page.ready().await;
        choose_settings(page).await;
        learn(page).await;

        page.before_each_page(&days_ahead(7)).await;
        page.reload().await;
        page.visit("#/learn", "Learn it").await;
        page.reads(" to repeat, 3 new").await;
        sit_an_exam(page).await;
        let entry = write_an_entry(page).await;
        page.visit("#/learn/exams", "Exams you sat").await;
        page.reads("9 Mar 2026").await;

        let before = seen(page, &entry).await;
        assert!(before.learn.contains("to repeat"), "{}", before.learn);
        assert!(before.entry.contains("Less stiff on the stairs."), "{}", before.entry);
        let (file, record) = saved(page, &folder).await;
        assert_eq!(record["reviews"].as_array().unwrap().len(), 7 + ANSWERED, "today's and practice, and the exam's");

        page.press("button", "Erase it all").await;
        page.press("button", "Erase everything").await;
        page.reads("Nothing of yours is kept").await;
        page.reload().await;
        page.visit("#/learn/exams", "Exams you sat").await;
        page.visit("#/learn", "Learn it").await;
        page.reads("10 new").await;
        assert!(!page.says("to repeat").await && !page.says("So far on this device").await);

        read_in(page, &file, "Journal: 1 new").await;
        page.reads("1 exam").await;
        page.reads("Its settings were taken over").await;
        assert_eq!(seen(page, &entry).await, before);
        page.reload().await;
        assert_eq!(seen(page, &entry).await, before);
        assert_eq!(saved(page, &folder).await.1, record);

        read_in(page, &file, "Journal: 0 new, 0 newer, 1 already here.").await;
        assert!(!page.says("Added").await && !page.says("taken over").await);
        assert_eq!(saved(page, &folder).await.1, record);
        assert_eq!(seen(page, &entry).await, before);
    });
}

//! The exam: a whole one by keyboard, time running out, a reload, papers by code, and their records.

use crate::support::{Key, Page, hosted, knowledge, prepared};
use palpate_core::exam::{Event, Exam, Options, bank_check};
use palpate_core::item::{Body, Item, Topic, bank};
use palpate_core::journal::Stamp;
use palpate_core::quiz::{self, Card, Seed};
use serde_json::json;
use std::cell::RefCell;

/// A wall clock that the journey sets ahead, by milliseconds that outlive a reload.
const CLOCK: &str = "(() => { const real = Date.now.bind(Date); \
    Date.now = () => real() + Number(sessionStorage.getItem('journeyAhead') || 0); })()";

/// The same, but a page that is open already does not see it move.
const CLOCK_AT_START: &str = "(() => { const real = Date.now.bind(Date), ahead = Number(sessionStorage.getItem('journeyAhead') || 0); \
    Date.now = () => real() + ahead; })()";

async fn set_ahead(page: &Page<'_>, minutes: f64) {
    page.script(&format!("sessionStorage.setItem('journeyAhead', {})", minutes * 60_000.0)).await;
}

async fn begin(page: &Page<'_>) {
    page.visit("#/learn/exam", "Exam").await;
    page.press("button", "Start the exam").await;
    page.reads("Question 1 of 20").await;
}

/// Chooses the first option where there are options; other kinds stay open. A picture has radio buttons too, for the way it is seen.
async fn choose_first(page: &Page<'_>) -> bool {
    let has_options = page.says("Choose one.").await || page.says("Choose all that are right.").await;
    if has_options {
        page.key(Key::Letter('1')).await;
    }
    has_options
}

#[test]
fn a_whole_exam_by_keyboard() {
    hosted("exam by keyboard", async |page, _| {
        page.visit("#/learn/exam", "Exam").await;
        page.tab_to("button", "Start the exam").await;
        page.key(Key::Enter).await;
        let mut chosen = 0;
        for at in 1..=20 {
            page.reads(&format!("Question {at} of 20")).await;
            page.until("the focus on the question", async || page.focus().await.filter(|seen| seen.role == "heading")).await;
            assert!(!page.has("button", "Check").await, "nothing is told before the end");
            if choose_first(page).await {
                chosen += 1;
                page.find("button", &format!("Question {at}, answered")).await;
            }
            page.key(Key::Enter).await;
        }
        page.heading("Hand it in?").await;
        page.reads(if chosen == 19 { "1 question is open" } else { "are open, and count as wrong" }).await;
        // Back to the first, and again to the end.
        page.press("button", "Question 1,").await;
        page.reads("Question 1 of 20").await;
        page.press("button", "Question 20,").await;
        page.press("button", "To the end").await;
        page.heading("Hand it in?").await;
        page.tab_to("button", "Hand it in").await;
        page.key(Key::Enter).await;
        page.until("a verdict", async || page.main_heading().await.filter(|heading| heading.answers_to("assed"))).await;
        assert_eq!(page.hash().await, "#/learn/exams/1");
        for words in ["Code of the paper", "Seed", "Safety", "Time used"] {
            page.reads(words).await;
        }
        let table = page.find("table", "Result by topic").await;
        assert_eq!(page.all_in(&table, "rowheader").await.len(), 4);
        page.visit("#/learn/exams", "Exams you sat").await;
        page.reads("safety").await;
        assert_eq!(page.all("listitem").await.len(), 1, "it is counted once");
    });
}

/// What answers a question in words rightly.
fn rightly(item: &Item, card: &Card) -> Vec<quiz::Event> {
    let place = |written: usize| card.shown.iter().position(|shown| usize::from(*shown) == written).unwrap() as u8;
    match &item.body {
        Body::SingleBest(body) => vec![quiz::Event::Choose(place(body.key.into()))],
        Body::SelectAll(body) => body.keys.iter().map(|key| quiz::Event::Choose(place((*key).into()))).collect(),
        Body::Matching(body) => (0..body.pairs.len()).map(|at| quiz::Event::Pair { left: at as u8, right: place(at) }).collect(),
        Body::Order(body) => {
            let mut order = card.draft.order().to_vec();
            let mut moves = Vec::new();
            for to in 0..body.steps.len() {
                let from = order.iter().position(|step| usize::from(*step) == to).unwrap();
                let step = order.remove(from);
                order.insert(to, step);
                moves.push(quiz::Event::Move { from: from as u8, to: to as u8 });
            }
            moves
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => Vec::new(),
    }
}

/// An exam as it is kept, all answered rightly but for so many safety questions, which are open. Its paper has no pictures.
fn nearly_all_right(open: usize, at: f64) -> String {
    let items = bank(&knowledge());
    let written: Vec<Item> = items.iter().filter(|item| !item.is_pictured()).cloned().collect();
    let mut exam = Exam::new(&written, Seed(20_261_121), Options::default(), Stamp { at, offset: 0 });
    let mut left = open;
    for number in 0..exam.questions().len() {
        exam.apply(Event::Go(number), &written, at);
        let card = exam.question().unwrap().card.clone();
        if card.topic == Topic::Safety && left > 0 {
            left -= 1;
            continue;
        }
        for event in rightly(exam.item(&written).unwrap(), &card) {
            exam.apply(Event::Answer(event), &written, at);
        }
    }
    let mut kept = json!(exam);
    kept["bank"] = json!(bank_check(&items));
    kept.to_string()
}

/// Goes on with an exam as it is kept, and hands it in.
async fn hand_in_kept(page: &Page<'_>, open: usize) {
    let now = page.script("return Date.now()").await.as_f64().expect("a time");
    let exam = json!(nearly_all_right(open, now));
    let put = "if (!window.journeyPut) { window.journeyPut = 'asked'; const open = indexedDB.open('palpate'); \
        open.onsuccess = () => { const write = open.result.transaction('kept', 'readwrite'); write.objectStore('kept').put(EXAM, 'exam'); \
        write.oncomplete = () => { open.result.close(); window.journeyPut = 'kept' } } } return window.journeyPut === 'kept'";
    page.until_script("the exam to be kept", &put.replace("EXAM", &exam.to_string())).await;
    page.reload().await;
    page.open("#/learn/exam").await;
    page.press("button", "Question 20,").await;
    page.press("button", "To the end").await;
    page.press("button", "Hand it in").await;
}

#[test]
fn one_wrong_safety_question_fails_though_enough_was_right() {
    hosted("exam not safe", async |page, _| {
        hand_in_kept(page, 1).await;
        page.heading("Not passed this time").await;
        page.reads("19 of 20 were right, which is enough, but 4 of 5 safety questions").await;
        page.reads("19 of 20, 95 %").await;
        page.find("link", "Read about safety").await;
        hand_in_kept(page, 0).await;
        page.heading("Passed").await;
        page.reads("and all 5 safety questions").await;
        page.visit("#/learn/exams", "Exams you sat").await;
        page.reads("safety 5 of 5").await;
        page.reads("safety 4 of 5").await;
    });
}

#[test]
fn an_answer_opens_with_its_reason() {
    hosted("exam answers", async |page, _| {
        begin(page).await;
        page.press("button", "Question 20,").await;
        page.press("button", "To the end").await;
        page.reads("20 questions are open").await;
        page.press("button", "Hand it in").await;
        page.heading("Not passed this time").await;
        page.reads("0 of 20").await;
        let answers = page.all("DisclosureTriangle").await;
        assert_eq!(answers.len(), 20);
        page.press("DisclosureTriangle", "Not answered: 1.").await;
        page.find("button", "Source").await;
    });
}

#[test]
fn time_runs_out() {
    prepared("exam time", async |page, _| {
        page.before_each_page(CLOCK).await;
        begin(page).await;
        page.reads("20 min left").await;
        set_ahead(page, 10.5).await;
        page.reads("10 min left").await;
        page.until("10 minutes told", async || {
            page.all("status").await.into_iter().next()?;
            page.script("return [...document.querySelectorAll('[role=status]')].some(e => e.textContent === '10 minutes left.')")
                .await
                .as_bool()?
                .then_some(())
        })
        .await;
        set_ahead(page, 19.5).await;
        page.reads("s left").await;
        set_ahead(page, 20.0).await;
        page.heading("Not passed this time").await;
        page.reads("20 min of 20 min; time was up").await;
    });
}

#[test]
fn time_runs_on_while_the_page_is_closed() {
    prepared("exam closed", async |page, _| {
        // Time leaps only between two pages, so no running page sees it pass.
        page.before_each_page(CLOCK_AT_START).await;
        begin(page).await;
        page.visit("#/learn/exams", "Exams you sat").await;
        set_ahead(page, 45.0).await;
        page.reload().await;
        page.reads("Not passed: 0 of 20 right").await;
        page.visit("#/learn/exam", "Exam").await;
        page.reads("handed in when time was up").await;
        page.visit("#/learn/exams/1", "Not passed this time").await;
        page.reads("time was up").await;
    });
}

#[test]
fn a_reload_in_the_middle_loses_nothing() {
    hosted("exam reload", async |page, _| {
        begin(page).await;
        let mut at = 1;
        while !choose_first(page).await {
            page.press("button", "Next").await;
            at += 1;
            page.reads(&format!("Question {at} of 20")).await;
        }
        page.find("button", &format!("Question {at}, answered")).await;
        page.press("checkbox", "Come back to this one").await;
        page.find("button", &format!("Question {at}, answered, to come back to")).await;
        let stem = page.main_heading().await.expect("a stem").name;
        page.reload().await;
        page.heading(&stem).await;
        page.reads(&format!("Question {at} of 20")).await;
        page.find("button", &format!("Question {at}, answered, to come back to")).await;
    });
}

#[test]
fn a_code_builds_the_same_paper_on_another_device() {
    let first = RefCell::new((String::new(), String::new()));
    hosted("exam code made", async |page, _| {
        page.visit("#/learn/exam", "Exam").await;
        page.press("button", "Draw a paper").await;
        page.heading("Exam, paper").await;
        let code = page.hash().await.replace("#/learn/exam/", "");
        page.press("radio", "Questions").await;
        let text = page.text_of(&page.find("article", "").await).await;
        assert!(!text.contains("Correct"));
        *first.borrow_mut() = (code, text);
    });
    let (code, text) = first.into_inner();
    hosted("exam code typed", async |page, _| {
        page.visit("#/learn/exam", "Exam").await;
        page.put_focus(&page.find("textbox", "Code of the paper").await).await;
        page.type_text(&code.replace('-', " ").to_uppercase()).await;
        page.key(Key::Enter).await;
        page.heading(&format!("Exam, paper {code}")).await;
        page.press("radio", "Questions").await;
        assert_eq!(page.text_of(&page.find("article", "").await).await, text);
        page.press("radio", "Answer key").await;
        page.reads(&format!("Answer key, paper {code}")).await;
        page.press("button", "Start the exam").await;
        page.reads("Question 1 of 20").await;
        let stem = page.main_heading().await.expect("a stem").name;
        assert!(text.contains(&stem), "the paper on the screen is the one that was printed");
    });
}

#[test]
fn a_mistyped_code_is_told() {
    hosted("exam code mistyped", async |page, _| {
        page.visit("#/learn/exam", "Exam").await;
        page.put_focus(&page.find("textbox", "Code of the paper").await).await;
        page.type_text("04tk9zb-7fq2m").await;
        page.key(Key::Enter).await;
        page.reads("This code has a mistake in it. Check it letter by letter.").await;
        page.focused("textbox", "Code of the paper").await;
        page.visit("#/learn/exam/hello", "can't be opened").await;
        page.reads("This code has a mistake in it.").await;
        page.visit("#/learn/exams/7", "There is no such exam").await;
    });
}

//! Two tabs at once.

use crate::shared::{MASSAGE, Side, answer_one_question, entry_row, file_with, note, pass_gate, read_in, saved, start};
use crate::support::{Page, hosted, prepared};
use serde_json::json;

/// A page that never hears of other tabs and never notices that the person came back: the worst case.
const DEAF: &str = "const real = window.addEventListener; window.addEventListener = function (kind, ...given) { \
    if (kind !== 'storage' && kind !== 'focus') real.call(this, kind, ...given); }";

async fn begin_exam(page: &Page<'_>) {
    page.visit("#/learn/exam", "Exam").await;
    page.press("button", "Start the exam").await;
    page.reads("Question 1 of 20").await;
}

async fn hand_in(page: &Page<'_>) {
    page.press("button", "Question 20,").await;
    page.press("button", "To the end").await;
    page.press("button", "Hand it in").await;
}

#[test]
fn answers_of_both_are_kept_and_each_sees_the_other() {
    hosted("two tabs answering", async |page, _| {
        page.visit("#/settings", "Settings").await;
        let [first, second] = page.new_tab().await;
        page.open("").await;
        page.ready().await;
        answer_one_question(page).await;
        read_in(page, &file_with(json!([entry_row("a1", "from the second")])), "1 new").await;
        page.to_tab(&first).await;
        page.reads("1 journal entry, 1 answer").await;
        assert_eq!(note(page, "a1").await, "from the second");
        answer_one_question(page).await;
        page.visit("#/settings", "Settings").await;
        page.reads("1 journal entry, 2 answers").await;
        page.to_tab(&second).await;
        page.reads("1 journal entry, 2 answers").await;
        page.reload().await;
        page.reads("1 journal entry, 2 answers").await;
        assert_eq!(saved(page).await["reviews"].as_array().map(Vec::len), Some(2));
    });
}

#[test]
fn answers_of_deaf_tabs_are_kept_too() {
    prepared("deaf tabs", async |page, _| {
        page.before_each_page(DEAF).await;
        page.open("").await;
        page.ready().await;
        let [first, second] = page.new_tab().await;
        page.before_each_page(DEAF).await;
        page.open("").await;
        page.ready().await;
        for tab in [&first, &second, &first, &second] {
            page.to_tab(tab).await;
            answer_one_question(page).await;
            page.visit("#/settings", "Settings").await;
            page.until("all kept", async || (!page.says("are being kept").await).then_some(())).await;
        }
        page.reload().await;
        page.reads("4 answers,").await;
    });
}

#[test]
fn an_exam_that_both_have_open_is_logged_once() {
    prepared("one exam in two tabs", async |page, _| {
        page.before_each_page(DEAF).await;
        begin_exam(page).await;
        let [first, second] = page.new_tab().await;
        page.before_each_page(DEAF).await;
        page.visit("#/learn/exam", "").await;
        page.reads("Question 1 of 20").await;
        for tab in [&first, &second] {
            page.to_tab(tab).await;
            hand_in(page).await;
            page.heading("Not passed this time").await;
        }
        // And a new one is not taken away by the tab that still had the old one open.
        page.visit("#/settings", "Settings").await;
        page.reads("1 exam,").await;
        page.reload().await;
        page.reads("1 exam,").await;
    });
}

#[test]
fn an_exam_that_was_handed_in_elsewhere_is_over_here() {
    hosted("exam over elsewhere", async |page, _| {
        begin_exam(page).await;
        let [first, _] = page.new_tab().await;
        page.visit("#/learn/exam", "").await;
        page.reads("Question 1 of 20").await;
        hand_in(page).await;
        page.heading("Not passed this time").await;
        page.to_tab(&first).await;
        page.heading("Not passed this time").await;
        assert_eq!(saved(page).await["exams"].as_array().map(Vec::len), Some(1));
    });
}

#[test]
fn a_stop_in_one_closes_the_other() {
    prepared("stop in two tabs", async |page, _| {
        page.open("").await;
        page.ready().await;
        pass_gate(page).await;
        let [first, second] = page.new_tab().await;
        // This one never hears of the stop, and writes the safety check that it knows.
        page.before_each_page(DEAF).await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("Nothing in your answers rules it out today").await;
        page.to_tab(&first).await;
        start(page, MASSAGE, Side::Left).await;
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "A leg turns weak, or stays numb").await;
        page.heading("Get medical help today").await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("Then not today").await;
        page.to_tab(&second).await;
        let list = page.find("radiogroup", "Is any of these so today?").await;
        page.press_in(&list, "radio", "One or more").await;
        page.press_in(&list, "radio", "None of them").await;
        page.reload().await;
        page.reads("Do not try again today").await;
    });
}

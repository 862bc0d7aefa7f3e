//! Each type of question before and after an answer, a round's end, and an exam from its first question to its record.

use super::judge::{Contrast, Judge};
use crate::support::{Key, Page, hosted};

/// One item of each type.
const ITEMS: [&str; 8] = [
    "femur-attachment",
    "uses-in-s1",
    "order-iliacus-top-to-end",
    "match-other-actions",
    "gen-name-psoas-major-front",
    "gen-locate-navel-front",
    "gen-paint-areas-iliopsoas-back",
    "gen-marks-asis-front",
];

/// Judges the question on the screen, open, chosen where there are options, and answered.
async fn judge_question(page: &Page<'_>, judge: &Judge<'_, '_>, item: &str) {
    page.find("button", "I don't know").await;
    judge.look(&format!("{item}, open"), Contrast::Plain).await;
    if page.says("Choose one.").await || page.says("Choose all that are right.").await {
        page.key(Key::Letter('1')).await;
        page.until("an answer to check", async || Some(page.find("button", "Check").await).filter(|check| !check.is("disabled"))).await;
        judge.look(&format!("{item}, chosen"), Contrast::Plain).await;
        page.press("button", "Check").await;
    } else {
        page.press("button", "I don't know").await;
    }
    page.until("a verdict", async || page.all("status").await.into_iter().find(|status| status.is("focused"))).await;
    judge.look(&format!("{item}, answered"), Contrast::Plain).await;
    page.press("button", "Next").await;
}

#[test]
fn every_type_of_question() {
    hosted("judged, questions", async |page, _| {
        let judge = Judge::of(page).await;
        for item in ITEMS {
            judge.open(&format!("#/learn/round?only={item}")).await;
            judge_question(page, &judge, item).await;
            page.heading("of 1 right").await;
        }
        judge.look("a round's end", Contrast::Plain).await;
        judge.open("#/learn/round?seed=k3x9&n=5").await;
        for hash in ["#/learn", "#/learn/today", "#/learn/map"] {
            judge.open(hash).await;
            judge.look(&format!("{hash}, something answered"), Contrast::Plain).await;
        }
        page.press("button", "Psoas major: insertion").await;
        judge.look("a cell of the map", Contrast::Plain).await;
        judge.verdict();
    });
}

#[test]
fn an_exam() {
    hosted("judged, exam", async |page, _| {
        let judge = Judge::of(page).await;
        judge.open("#/learn/exam").await;
        page.press("button", "Draw a paper").await;
        page.heading("Exam, paper").await;
        judge.look("a paper", Contrast::Plain).await;
        page.press("radio", "Answer key").await;
        page.reads("Answer key, paper").await;
        judge.look("an answer key", Contrast::Plain).await;
        judge.look_on_paper("an answer key").await;
        page.press("button", "Start the exam").await;
        page.reads("Question 1 of 20").await;
        judge.look("an exam's question", Contrast::Plain).await;
        page.press("checkbox", "Come back to this one").await;
        page.press("button", "Question 20,").await;
        page.press("button", "To the end").await;
        page.heading("Hand it in?").await;
        judge.look("handing in", Contrast::Plain).await;
        page.press("button", "Hand it in").await;
        page.heading("Not passed this time").await;
        judge.look("an exam's report", Contrast::Plain).await;
        judge.look_on_paper("an exam's report").await;
        page.press("DisclosureTriangle", "Not answered: 1.").await;
        judge.look("an answer of it, opened", Contrast::Plain).await;
        judge.open("#/learn/exams").await;
        judge.look("exams sat", Contrast::Plain).await;
        judge.verdict();
    });
}

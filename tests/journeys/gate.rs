//! The gate before anything hands-on: it refuses at one answer, and asks anew each day.

use crate::shared::{PSOAS, Side, answer_ten, days_ahead, no_hands_on, pass_gate, start};
use crate::support::{Page, hosted};

/// Reading and questions are open, whatever was answered.
async fn reading_is_open(page: &Page<'_>) {
    page.visit("#/muscle/psoas-major", "Psoas major").await;
    page.visit("#/learn", "Learn it").await;
    page.press("link", "Start").await;
    page.reads("Question 1 of").await;
}

/// The deep link to a step shows the walkthrough's first page, and no step.
async fn steps_are_closed(page: &Page<'_>, because: &str) {
    page.visit(&format!("{PSOAS}/step-5"), "psoas").await;
    page.reads(because).await;
    assert!(no_hands_on(page).await, "{}", page.told().await);
    assert!(!page.has("button", "Start on the").await, "no start is offered");
}

#[test]
fn nothing_is_answered_beforehand() {
    hosted("gate empty", async |page, _| {
        steps_are_closed(page, "ten questions").await;
        page.press("link", "Start the safety check").await;
        page.heading("Before your hands").await;
        page.reads("0 of 10 answered").await;
        let answers = page.all("radio").await;
        assert_eq!(answers.len(), 30);
        assert!(answers.iter().all(|answer| !answer.is("checked")), "{answers:?}");
    });
}

#[test]
fn one_not_sure_closes_the_hands_on_part() {
    hosted("gate refuses", async |page, _| {
        answer_ten(page).await;
        let question = page.find("group", "lump").await;
        page.press_in(&question, "radio", "Not sure").await;
        page.reads("Then not today").await;
        page.reads("A lump may be").await;
        page.reads("Show the lump to a doctor").await;
        steps_are_closed(page, "Then not today").await;
        page.visit("#/", "hip flexor").await;
        page.reads("No hands-on work today").await;
        reading_is_open(page).await;
        page.reload().await;
        steps_are_closed(page, "Then not today").await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("10 of 10 answered").await;
        let question = page.find("group", "lump").await;
        assert!(page.find_in(&question, "radio", "Not sure").await.is("checked"), "the answer is kept for the day");
    });
}

#[test]
fn one_yes_closes_it_even_before_the_rest_is_answered() {
    hosted("gate yes", async |page, _| {
        page.visit("#/safety/check", "Before your hands").await;
        let question = page.find("group", "pregnant").await;
        page.press_in(&question, "radio", "Yes").await;
        page.reads("Ask your midwife or doctor").await;
        steps_are_closed(page, "Then not today").await;
    });
}

#[test]
fn each_list_can_close_it() {
    hosted("gate lists", async |page, _| {
        answer_ten(page).await;
        steps_are_closed(page, "ten questions").await;
        page.visit("#/safety/check", "Before your hands").await;
        let first = page.find("radiogroup", "Does any of these apply to you?").await;
        page.press_in(&first, "radio", "I have not asked").await;
        page.reads("Ask a clinician who knows you").await;
        steps_are_closed(page, "Then not today").await;

        page.visit("#/safety/check", "Before your hands").await;
        let first = page.find("radiogroup", "Does any of these apply to you?").await;
        page.press_in(&first, "radio", "None of them").await;
        let second = page.find("radiogroup", "Is any of these so today?").await;
        page.press_in(&second, "radio", "One or more").await;
        page.reads("Wait until that has passed").await;
        steps_are_closed(page, "Then not today").await;
    });
}

#[test]
fn each_day_asks_anew() {
    hosted("gate next day", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Right).await;
        page.before_each_page(&days_ahead(1)).await;
        page.reload().await;
        page.reads("ten questions").await;
        assert!(no_hands_on(page).await, "{}", page.told().await);
        steps_are_closed(page, "ten questions").await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("0 of 10 answered").await;
        assert!(page.all("radio").await.iter().all(|answer| !answer.is("checked")));
        reading_is_open(page).await;
    });
}

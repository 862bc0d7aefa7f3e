//! What a screen reader goes through: headings in order, names for all that can be pressed, landmarks told apart, a title for
//! each page; and where the focus goes and what is said after a press.

use super::judge::Judge;
use crate::shared::{ILIACUS, Side, next_step, pass_gate, start, to_the_first_area};
use crate::support::{Key, Page, Seen, hosted};
use std::cell::RefCell;
use std::collections::BTreeMap;

const CONTROLS: [&str; 11] =
    ["button", "link", "radio", "checkbox", "textbox", "searchbox", "combobox", "slider", "spinbutton", "switch", "application"];
const GROUPS: [&str; 6] = ["dialog", "image", "radiogroup", "group", "table", "progressbar"];

/// The titles so far, each with the place that has it.
#[derive(Default)]
struct Titles(RefCell<BTreeMap<String, String>>);

impl Titles {
    async fn note(&self, page: &Page<'_>, judge: &Judge<'_, '_>, place: &str) {
        let title = page.script("return document.title").await.as_str().unwrap_or_default().to_owned();
        if let Some(other) = self.0.borrow_mut().insert(title.clone(), place.to_owned()) {
            judge.fault(place, &format!("has the title of {other}: {title}"));
        }
    }
}

/// Reads the page through, in order.
async fn read(page: &Page<'_>, judge: &Judge<'_, '_>, place: &str) {
    let all = page.read_through().await;
    let named = |seen: &Seen| CONTROLS.contains(&seen.role.as_str()) || GROUPS.contains(&seen.role.as_str());
    for seen in all.iter().filter(|seen| named(seen) && seen.name.is_empty() && !(seen.role == "group" && seen.level().is_none())) {
        judge.fault(place, &format!("a {} without a name", seen.role));
    }
    let headings: Vec<(u8, &str)> =
        all.iter().filter(|seen| seen.role == "heading").map(|seen| (seen.level().unwrap_or(0), seen.name.as_str())).collect();
    if headings.first().is_none_or(|(level, _)| *level != 1) {
        judge.fault(place, &format!("does not begin with its main heading: {headings:?}"));
    }
    let mut before = 0;
    for (at, (level, name)) in headings.iter().enumerate() {
        if *level > before + 1 || (*level == 1 && at > 0) || name.is_empty() {
            judge.fault(place, &format!("the heading “{name}” of level {level} after one of level {before}"));
        }
        before = *level;
    }
    let mut landmarks: Vec<(&str, &str)> = all
        .iter()
        .filter(|seen| ["main", "banner", "contentinfo", "navigation", "search", "region", "complementary"].contains(&seen.role.as_str()))
        .map(|seen| (seen.role.as_str(), seen.name.as_str()))
        .collect();
    if landmarks.iter().filter(|(role, _)| *role == "main").count() != 1 {
        judge.fault(place, &format!("not one main part: {landmarks:?}"));
    }
    landmarks.sort_unstable();
    if let Some(twice) = landmarks.windows(2).find(|two| two[0] == two[1]) {
        judge.fault(place, &format!("two landmarks that sound the same: {:?}", twice[0]));
    }
}

/// Waits until a live region says something.
async fn said(page: &Page<'_>, words: &str) {
    let live =
        "return [...document.querySelectorAll('[aria-live=polite], [role=status], [role=alert]')].some(e => e.innerText.includes(WORDS))";
    page.until_script(&format!("“{words}” said"), &live.replace("WORDS", &serde_json::json!(words).to_string())).await;
}

#[test]
fn pages_are_read_in_order() {
    hosted("read through, pages", async |page, _| {
        let judge = Judge::of(page).await;
        let titles = Titles::default();
        let other = ["#/", "#/learn/round?seed=k3x9&n=5"];
        let same =
            ["#/landmarks/asis", "#/disagreements/B01", "#/words/aneurysm", "#/look?q=groin", "#/muscle/biceps", "#/learn/exam/hello"];
        for hash in [&super::pages::TO_READ[..], &super::pages::TO_DO, &other].concat() {
            judge.open(hash).await;
            read(page, &judge, hash).await;
            // The place within a page does not change its title, nor does the form in which a walkthrough is shown.
            if !same.contains(&hash) && !hash.ends_with("/handout") && !hash.starts_with("#/safety/l") {
                titles.note(page, &judge, hash).await;
            }
        }
        assert_eq!(page.script("return document.documentElement.lang").await, "en");
        judge.verdict();
    });
}

#[test]
fn a_session_is_read_in_order() {
    hosted("read through, session", async |page, _| {
        let judge = Judge::of(page).await;
        pass_gate(page).await;
        read(page, &judge, "the safety check").await;
        start(page, ILIACUS, Side::Right).await;
        page.focused("heading", "Lie down").await;
        read(page, &judge, "a step").await;
        next_step(page, 2).await;
        page.focused("heading", "knees").await;
        page.press("button", "Pause").await;
        page.focused("heading", "Paused").await;
        read(page, &judge, "paused").await;
        page.press("button", "Go on").await;
        page.focused("heading", "knees").await;
        page.press("button", "Stop").await;
        page.focused("heading", "Hands off").await;
        read(page, &judge, "the stop page").await;
        page.press("button", "A pulse under my fingers").await;
        page.focused("heading", "A pulse under my fingers").await;
        read(page, &judge, "easing off").await;
        page.press("button", "It is still there").await;
        page.until("the end", async || page.focus().await.filter(|seen| seen.role == "heading" && !seen.answers_to("pulse under"))).await;
        read(page, &judge, "the end").await;
        judge.verdict();
    });
}

#[test]
fn strokes_are_told() {
    hosted("read through, strokes", async |page, _| {
        let judge = Judge::of(page).await;
        to_the_first_area(page, Side::Left).await;
        read(page, &judge, "an area").await;
        page.press("button", "A tender point").await;
        page.find("button", "Count a stroke").await;
        read(page, &judge, "the counter").await;
        page.press("button", "Count a stroke").await;
        said(page, "Short and slow").await;
        page.find("button", "1 of 15. Count a stroke").await;
        judge.verdict();
    });
}

#[test]
fn a_question_is_read_in_order() {
    hosted("read through, question", async |page, _| {
        let judge = Judge::of(page).await;
        judge.open("#/learn/round?only=femur-attachment,gen-locate-navel-front&seed=k3x9").await;
        for at in 1..=2 {
            page.reads(&format!("Question {at} of 2")).await;
            page.until("the focus on the stem", async || page.focus().await.filter(|seen| seen.role == "heading")).await;
            read(page, &judge, &format!("question {at}, open")).await;
            page.press("button", "I don't know").await;
            let verdict = page.until("the focus on the verdict", async || page.focus().await.filter(|seen| seen.role == "status")).await;
            assert!(page.text_of(&verdict).await.contains("Here is the answer"));
            read(page, &judge, &format!("question {at}, answered")).await;
            page.key(Key::Enter).await;
        }
        page.focused("heading", "0 of 2 right").await;
        read(page, &judge, "a round's end").await;
        judge.verdict();
    });
}

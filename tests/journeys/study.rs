//! Learning day by day: today's questions, coming back a week later, limits after a break, what keeps failing, and palpations
//! graded as practice.

use crate::shared::{ILIACUS, Side, days_ahead, next_step, pass_gate, start, step_shown};
use crate::support::{Page, hosted, knowledge};
use palpate_core::item::{Topic, bank};
use palpate_core::memory::{ESSENTIALS, syllabus};
use serde_json::json;

/// One question, told by its id, as often as it is opened.
const ONE: &str = "#/learn/round?only=femur-attachment";
const STEM: &str = "Psoas major and iliacus share one end point";

/// Opens the app anew, so many days later than it was.
async fn later(page: &Page<'_>, days: u32) {
    page.before_each_page(&days_ahead(days)).await;
    page.reload().await;
}

/// Presses a button a number of times.
async fn press_times(page: &Page<'_>, name: &str, times: usize) {
    for _ in 0..times {
        page.press("button", name).await;
    }
}

/// No more than so many new questions a day, set from 10.
async fn three_new_a_day(page: &Page<'_>) {
    page.visit("#/settings/learning", "How much a day").await;
    press_times(page, "New questions a day: less", 7).await;
    page.reads("3 at most").await;
}

async fn question(page: &Page<'_>, at: usize, of: usize) {
    page.reads(&format!("Question {at} of {of} ")).await;
    page.find("button", "I don't know").await;
}

/// Gives the question up; says what its options were, if it has any, and which of them were right.
async fn give_up(page: &Page<'_>) -> Known {
    let mut options = Vec::new();
    let stem = page.main_heading().await.expect("a stem").name;
    for role in ["radio", "checkbox"] {
        options.extend(page.all(role).await.into_iter().map(|option| option.name).filter(|name| !SURE.contains(&name.as_str())));
    }
    page.press("button", "I don't know").await;
    page.reads("Here is the answer").await;
    let mut right = Vec::new();
    for row in page.all("listitem").await {
        let text = page.text_of(&row).await;
        let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.last() == Some(&"Correct") {
            right.extend(options.iter().filter(|option| lines.contains(&option.as_str())).cloned());
        }
    }
    Known { stem, right }
}

/// What was shown as right after giving up.
struct Known {
    stem: String,
    right: Vec<String>,
}

const SURE: [&str; 3] = ["Not sure", "Sure", "Sure and quick"];

async fn next(page: &Page<'_>) {
    page.press("button", "Next").await;
}

#[test]
fn today_is_learned_and_comes_back_in_a_week() {
    hosted("a week", async |page, _| {
        three_new_a_day(page).await;
        page.visit("#/", "hip flexor").await;
        assert!(!page.says("Questions today").await, "nothing is due before anything was learned");
        page.visit("#/learn", "Learn it").await;
        page.reads("3 new").await;
        page.press("link", "Start today's questions").await;
        question(page, 1, 3).await;
        let mut known = Vec::new();
        known.push(give_up(page).await);
        page.reads("Comes again at the end").await;
        next(page).await;
        // In the middle, the tab is lost.
        question(page, 2, 4).await;
        let stem = page.main_heading().await.expect("a stem").name;
        page.reload().await;
        question(page, 2, 4).await;
        page.heading(&stem).await;
        page.press("link", "Leave").await;
        page.reads("You are at question 2 of 4").await;
        page.press("link", "Go on with today's questions").await;
        page.heading(&stem).await;
        for (at, of) in [(2, 4), (3, 5)] {
            question(page, at, of).await;
            known.push(give_up(page).await);
            next(page).await;
        }
        // Each comes once more; now it is known, here and there.
        for (at, sure) in (4..=6).zip(["Sure and quick", "Not sure", "Sure"]) {
            question(page, at, 6).await;
            page.reads("once more").await;
            assert!(page.find("radio", "Sure").await.is("checked"), "sure, unless told otherwise");
            let stem = page.main_heading().await.expect("a stem").name;
            let known = known.iter().find(|known| known.stem == stem).expect("it was asked before");
            if known.right.is_empty() {
                page.press("button", "I don't know").await;
                page.reads("Comes again tomorrow").await;
            } else {
                page.press("radio", sure).await;
                let role = if page.says("Choose one.").await { "radio" } else { "checkbox" };
                for option in &known.right {
                    page.press(role, option).await;
                }
                page.press("button", "Check").await;
                let verdict = page.focused("status", "").await;
                assert!(page.text_of(&verdict).await.starts_with("Right"), "{}", page.told().await);
                page.reads("Comes again").await;
            }
            next(page).await;
        }
        page.heading("Done for today").await;
        page.reads("0 of 3 right at the first try").await;
        page.find("table", "How many questions come again when").await;
        page.find("button", "more new questions").await;
        page.visit("#/learn", "Learn it").await;
        page.reads("Done for today").await;
        page.reads("of 6 answered").await;
        // More only when asked for.
        page.press("button", "5 more new questions").await;
        question(page, 1, 5).await;

        later(page, 7).await;
        page.visit("#/", "hip flexor").await;
        page.reads("3 to repeat, 3 new").await;
        page.press("link", "Questions today").await;
        page.heading("Learn it").await;
        page.find("image", "3 questions to repeat within 14 days: today 3").await;
        page.press("link", "Start today's questions").await;
        question(page, 1, 6).await;
        let first = page.main_heading().await.expect("a stem").name;
        assert!(known.iter().any(|known| known.stem == first), "what is due comes first: {first}");
    });
}

#[test]
fn a_round_that_was_only_looked_at_follows_a_new_limit() {
    hosted("a look", async |page, _| {
        page.open("#/learn/today").await;
        question(page, 1, 10).await;
        let stem = page.main_heading().await.expect("a stem").name;
        page.reload().await;
        question(page, 1, 10).await;
        page.heading(&stem).await;
        three_new_a_day(page).await;
        page.visit("#/learn", "Learn it").await;
        page.reads("3 new").await;
        page.press("link", "Start today's questions").await;
        question(page, 1, 3).await;
        give_up(page).await;
        page.visit("#/learn", "Learn it").await;
        page.reads("You are at question 1 of 4").await;
    });
}

#[test]
fn a_practice_round_takes_nothing_from_today() {
    hosted("today and practice", async |page, _| {
        three_new_a_day(page).await;
        page.open("#/learn/today").await;
        question(page, 1, 3).await;
        give_up(page).await;
        page.open(ONE).await;
        question(page, 1, 1).await;
        page.open("#/learn/today").await;
        // What was answered today counts as begun; the other two are still there.
        question(page, 1, 2).await;
    });
}

#[test]
fn after_a_break_a_day_takes_its_share() {
    hosted("a break", async |page, _| {
        page.visit("#/settings/learning", "How much a day").await;
        press_times(page, "New questions a day: less", 1).await;
        press_times(page, "Repeats a day: less", 7).await;
        page.reads("10 at most").await;
        page.reload().await;
        page.reads("10 at most").await;
        page.open("#/learn/round?topics=safety&seed=a1&n=12").await;
        for at in 1..=12 {
            question(page, at, 12).await;
            give_up(page).await;
            next(page).await;
        }
        page.heading("right").await;
        later(page, 40).await;
        page.visit("#/learn", "Learn it").await;
        page.reads("10 to repeat").await;
        page.reads("12 wait. We take 10 a day; nothing is lost; in about").await;
        page.press("link", "Start today's questions").await;
        question(page, 1, 10).await;
    });
}

#[test]
fn what_keeps_failing_is_shown_with_its_page() {
    hosted("reread", async |page, _| {
        for time in 1..=3 {
            page.open(ONE).await;
            question(page, 1, 1).await;
            page.press("button", "I don't know").await;
            page.reads(if time < 3 { "Comes again tomorrow" } else { "Missed 3 times in a row" }).await;
            page.visit("#/learn", "Learn it").await;
        }
        later(page, 2).await;
        page.reads("Read these again").await;
        page.press("link", STEM).await;
        page.heading(STEM).await;
        page.reads("Lesser trochanter of the femur").await;
        page.reads("Correct").await;
        page.reads("Where this is told").await;
        page.find("link", "Psoas major").await;
        page.press("button", "I have read it").await;
        let said = page.focused("status", "").await;
        assert!(page.text_of(&said).await.contains("comes again today"), "{}", page.told().await);
        page.press("link", "Back to Learn").await;
        page.heading("Learn it").await;
        page.reads("1 to repeat").await;
        page.reload().await;
        page.reads("1 to repeat").await;
        assert!(!page.says("Read these again").await);
    });
}

/// From the first step of a palpation to its last, with a yes to "Did you find it?".
async fn to_the_last_step(page: &Page<'_>, side: Side) {
    start(page, ILIACUS, side).await;
    loop {
        let (at, of) = step_shown(page).await.expect("a step is shown");
        if at == of {
            return;
        }
        if page.has("button", "Did I find it?").await {
            page.press("button", "Did I find it?").await;
            page.heading("Did you find it?").await;
            page.press("button", "Yes").await;
            page.reads(&format!("Step {} of {of}", at + 1)).await;
        } else {
            next_step(page, at + 1).await;
        }
    }
}

async fn find_it(page: &Page<'_>, side: Side) {
    to_the_last_step(page, side).await;
    page.press("button", "Next").await;
    page.heading("Done").await;
}

/// Waits until the log of what was learned has so many rows.
async fn rows(page: &Page<'_>, count: usize) {
    let ask = format!(
        "return new Promise((done) => {{ const open = indexedDB.open('palpate');
        open.onsuccess = () => {{ const all = open.result.transaction('reviews').objectStore('reviews').count();
            all.onsuccess = () => {{ open.result.close(); done(all.result === {count}); }}; }}; }})"
    );
    page.until_script(&format!("{count} rows of the log"), &ask).await;
}

/// As if the safety essentials had just been answered rightly; the next start sees it. How many rows that makes.
async fn knows_safety(page: &Page<'_>) -> usize {
    let knowledge = knowledge();
    let items = bank(&knowledge);
    let safety = syllabus(&knowledge, &items).into_iter().filter(|item| item.topic == Topic::Safety).take(ESSENTIALS);
    let ids = json!(safety.map(|item| item.id.as_str()).collect::<Vec<_>>());
    let write = format!(
        "if (!window.journeyKnows) {{ window.journeyKnows = 'asked'; const open = indexedDB.open('palpate');
        open.onsuccess = () => {{ const change = open.result.transaction('reviews', 'readwrite');
            const when = {{ at: Date.now(), offset: new Date().getTimezoneOffset() }};
            const what = {{ answered: {{ attempt: null, right: true, sure: 'sure' }} }};
            {ids}.forEach((card) => change.objectStore('reviews').add(JSON.stringify({{ card, when, what }})));
            change.oncomplete = () => {{ open.result.close(); window.journeyKnows = 'known'; }}; }}; }}
        return window.journeyKnows === 'known'"
    );
    page.until_script("safety is known", &write).await;
    page.reload().await;
    ESSENTIALS
}

#[test]
fn a_palpation_is_graded_once() {
    hosted("skill", async |page, _| {
        pass_gate(page).await;
        find_it(page, Side::Right).await;
        let group = page.find("group", "How sure are you that you found it?").await;
        page.press_in(&group, "button", "Easy to find").await;
        page.focused("status", "").await;
        page.reads("suggest this walkthrough again in").await;
        rows(page, 1).await;
        page.reload().await;
        page.heading("Done").await;
        page.reads("suggest this walkthrough again in").await;
        assert!(!page.has("group", "How sure are you").await, "asked once");
        page.press("button", "Go home").await;
        page.heading("hip flexor").await;
        // Left without a word, it counts as sure.
        find_it(page, Side::Left).await;
        page.press("button", "Go home").await;
        page.heading("hip flexor").await;
        rows(page, 2).await;
        page.reload().await;
        page.heading("hip flexor").await;
        rows(page, 2).await;
        // A palpation is no answer.
        page.visit("#/learn", "Learn it").await;
        assert!(!page.says("So far on this device").await);
        page.visit("#/settings", "Settings").await;
        page.reads(" 0 answers, 0 exams, 2 finished sessions").await;
    });
}

#[test]
fn a_palpation_is_suggested_again_until_something_speaks_against_it() {
    hosted("skill suggested", async |page, _| {
        let known = knows_safety(page).await;
        pass_gate(page).await;
        find_it(page, Side::Right).await;
        page.press("button", "Not sure").await;
        page.reads("suggest this walkthrough again").await;
        later(page, 5).await;
        page.visit("#/learn", "Learn it").await;
        page.reads("Only on a day when you feel well. It begins with today's safety check.").await;
        pass_gate(page).await;
        page.visit("#/learn", "Learn it").await;
        page.reads("Today's safety check is done.").await;
        let main = page.find("main", "").await;
        let guide = page.find_in(&main, "link", "iliacus").await.name;
        // Found again, and then stopped: no grade, and no more suggestions today.
        to_the_last_step(page, Side::Right).await;
        page.press("button", "Stop").await;
        page.press("button", "Sharp, electric").await;
        page.heading("Stop here for today").await;
        page.press("button", "Go home").await;
        page.visit("#/learn", "Learn it").await;
        page.reads("No hands-on practice is suggested now").await;
        assert!(!page.has("link", &guide).await);
        page.find("link", "Start today's questions").await;
        rows(page, known + 1).await;
    });
}

#[test]
fn how_much_a_day_is_kept() {
    hosted("limits", async |page, _| {
        page.visit("#/learn", "Learn it").await;
        page.press("link", "How much a day").await;
        page.heading("How much a day").await;
        press_times(page, "How well to know them: more", 8).await;
        page.reads("97 %").await;
        press_times(page, "New questions a day: less", 11).await;
        page.reads("None").await;
        page.press("checkbox", "Plan palpations too").await;
        page.reload().await;
        page.reads("97 %").await;
        page.reads("None").await;
        assert!(!page.find("checkbox", "Plan palpations too").await.is("checked"));
        page.visit("#/learn", "Learn it").await;
        page.reads("Nothing is planned for today").await;
    });
}

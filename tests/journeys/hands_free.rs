//! Sessions that conduct themselves. Stand-ins take the place of voice, sound, wake lock and vibration, and write down what
//! they were asked for, and when; one journey has none of these.

use crate::shared::{ILIACUS, MASSAGE, pass_gate};
use crate::support::{Key, Page, hosted};
use serde_json::Value;

const STAND_INS: &str = concat!(include_str!("support/clock.js"), include_str!("support/stand_ins.js"));
const NOTHING_THERE: &str = concat!(include_str!("support/clock.js"), include_str!("support/nothing_there.js"));

/// From the gate to the first sentence.
async fn begin(page: &Page<'_>, with: &str, guide: &str, side: &str) {
    page.before_each_page(with).await;
    page.reload().await;
    pass_gate(page).await;
    page.open(guide).await;
    let sides = page.find("group", "Which side of your body?").await;
    page.press_in(&sides, "radio", side).await;
    page.press("button", &format!("Start hands-free on the {side} side")).await;
}

/// Waits until a signal would be answered: the right half says so.
async fn turn(page: &Page<'_>, right: &str) {
    page.find("button", right).await;
}

/// Everything of one kind that was done so far.
async fn did(page: &Page<'_>, what: &str) -> Vec<Value> {
    let all = page.script("return window.journeyDid").await;
    all.as_array().unwrap().iter().filter(|done| done["what"] == what).cloned().collect()
}

async fn said(page: &Page<'_>) -> Vec<String> {
    did(page, "say").await.iter().map(|done| done["text"].as_str().unwrap().to_owned()).collect()
}

async fn until_said(page: &Page<'_>, words: &str) {
    let question = format!("return window.journeyDid.some((done) => done.what === 'say' && done.text.includes({words:?}))");
    page.until_script(&format!("“{words}” spoken"), &question).await;
}

/// Asserts that these were done in this order, with anything between: each is a kind and a part of its text.
async fn in_order(page: &Page<'_>, wanted: &[(&str, &str)]) {
    let all = page.script("return window.journeyDid").await;
    let mut done = all.as_array().unwrap().iter();
    for (what, words) in wanted {
        let found = done.any(|done| done["what"] == *what && done["text"].as_str().unwrap_or_default().contains(words));
        assert!(found, "{what} “{words}” is missing, or not in its order: {all:#}");
    }
}

/// Forward, by a key, until the address names a place.
async fn forward_to(page: &Page<'_>, place: &str) {
    page.until(place, async || {
        page.key(Key::PageDown).await;
        page.hash().await.ends_with(place).then_some(())
    })
    .await;
}

/// At a tender point of the first area, where the strokes are about to begin.
async fn at_a_point(page: &Page<'_>, with: &str) {
    begin(page, with, MASSAGE, "right").await;
    for place in ["step-2", "step-4", "area-1", "point-1"] {
        forward_to(page, place).await;
    }
}

async fn until_stroke(page: &Page<'_>, count: &str) {
    page.until_script(
        &format!("stroke {count}"),
        &format!("return document.querySelector('main').innerText.replace(/\\s+/g, ' ').includes('{count} of 12')"),
    )
    .await;
}

/// Presses a button of the stop page until it has led on: just after the touch that stopped, nothing there can be pressed.
async fn press_on(page: &Page<'_>, name: &str) {
    page.until(name, async || {
        if page.has("button", name).await {
            page.press("button", name).await;
        }
        (!page.has("button", name).await).then_some(())
    })
    .await;
}

async fn go_on(page: &Page<'_>) {
    press_on(page, "Nothing bad. Go on").await;
    page.find("button", "Pause").await;
}

#[test]
fn a_step_is_spoken_in_order_and_waits() {
    hosted("conductor", async |page, _| {
        begin(page, STAND_INS, ILIACUS, "right").await;
        until_said(page, "Step 1 of 8").await;
        turn(page, "Next").await;
        in_order(
            page,
            &[
                ("say", "Step 1 of 8. Lie down and get comfortable."),
                ("said", "Step 1 of 8."),
                ("say", "Lie on your back on the floor."),
                ("said", "Lie on your back on the floor."),
                ("say", "Put a thin pillow under your head."),
                ("say", "Take three slow breaths."),
                ("say", "Dizzy or sick when you lie flat? Stop here for today."),
                ("say", "You should feel: your back is heavy on the floor."),
                ("say", "Breathe in."),
                ("say", "Breathe out."),
                ("say", "Lie on your back on the floor."),
                ("say", "Go on when you are ready."),
            ],
        )
        .await;
        let spoken = did(page, "say").await;
        assert!(spoken.iter().all(|done| done["voice"] == "here"), "a voice of the device, never one that is far away: {spoken:?}");
        let loud = |text: &str| -> Vec<f64> {
            spoken.iter().filter(|done| done["text"] == text).map(|done| done["volume"].as_f64().unwrap()).collect()
        };
        let twice = loud("Lie on your back on the floor.");
        assert!(twice.len() == 2 && twice[1] < twice[0], "the repeat is soft: {twice:?}");
        // One sentence ends before the next begins.
        let all = page
            .script("return window.journeyDid.filter((done) => ['say', 'said', 'hush'].includes(done.what)).map((done) => done.what)")
            .await;
        let all: Vec<_> = all.as_array().unwrap().iter().map(|what| what.as_str().unwrap().to_owned()).collect();
        assert!(all.windows(2).all(|two| two[0] != "say" || two[1] != "say"), "two sentences at once: {all:?}");
        assert_eq!(did(page, "awake").await.len(), 1, "the screen is kept awake");
        assert!(!did(page, "tone").await.is_empty() && !did(page, "vibrate").await.is_empty());
        // Any signal goes on: a key, a headset, a touch on the right half.
        page.key(Key::Space).await;
        until_said(page, "Step 2 of 8. Draw both knees up.").await;
        page.until("the third step, by itself", async || page.hash().await.ends_with("step-3").then_some(())).await;
        turn(page, "Next").await;
        page.until("the fourth step, by the headset", async || {
            page.script("window.journeyMedia.handlers.nexttrack({ action: 'nexttrack' })").await;
            page.hash().await.ends_with("step-4").then_some(())
        })
        .await;
        turn(page, "Next").await;
        page.press("button", "Next").await;
        page.until("the fifth step", async || page.hash().await.ends_with("step-5").then_some(())).await;
        // Away from the session everything is let go of.
        page.press("link", "Leave").await;
        page.until_script("everything let go of", "return window.journeyDid.some((done) => done.what === 'awake no more') && window.journeyDid.some((done) => done.what === 'audio closed')").await;
    });
}

#[test]
fn strokes_keep_time_end_at_the_target_and_are_kept() {
    hosted("tempo", async |page, _| {
        at_a_point(page, STAND_INS).await;
        until_said(page, "Twelve strokes. Hands off.").await;
        in_order(
            page,
            &[
                ("say", "Over four, sharp or rising: stop."),
                ("say", "Breathe in."),
                ("say", "One."),
                ("say", "Two."),
                ("say", "Nine."),
                ("say", "Ten. Two more."),
                ("say", "Eleven. One more."),
                ("say", "Twelve. The last one."),
                ("say", "Twelve strokes. Hands off."),
            ],
        )
        .await;
        assert!(!said(page).await.iter().any(|text| text.starts_with("Thirteen")), "none after the target");
        // The tones that were handed over with a time of their own lie on a grid of half a breath's parts: seven seconds apart.
        let planned: Vec<_> = did(page, "tone").await.into_iter().filter(|tone| tone["from"].as_f64() > tone["asked"].as_f64()).collect();
        assert!(planned.len() >= 3, "the last three strokes are marked: {planned:?}");
        // How tender, whether it is known, and on.
        page.press("button", "2").await;
        until_said(page, "Was it the ache you know?").await;
        page.press("button", "Yes, I know it").await;
        turn(page, "Next area").await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "I am fine").await;
        page.heading("You ended here").await;
        page.visit("#/journal", "Journal").await;
        page.reads("12 strokes").await;
        page.press("link", "Right Inside the hip bone").await;
        page.heading("Journal entry").await;
        page.reads("Tender 2 of 10").await;
    });
}

#[test]
fn a_hidden_page_counts_nothing_and_says_so() {
    hosted("interrupted", async |page, _| {
        at_a_point(page, STAND_INS).await;
        until_stroke(page, "3").await;
        page.script("window.journeyHide(true)").await;
        page.until_script("hushed", "return window.journeyDid.at(-1).what !== 'say'").await;
        let spoken = said(page).await.len();
        // As a phone wakes up again after ten minutes.
        page.script("const now = performance.now.bind(performance); performance.now = () => now() + 600000; window.journeyHide(false)")
            .await;
        page.reads("because this page was hidden").await;
        assert!(said(page).await[spoken..].iter().all(|text| !text.starts_with("Four")), "nothing is counted meanwhile");
        page.press("button", "Go on").await;
        until_stroke(page, "4").await;
        // The tab is killed, and opened again: it stands where it was, and waits.
        page.reload().await;
        page.reads("Here is where you were").await;
        assert!(said(page).await.iter().all(|text| !text.contains("stroke")), "nothing goes on by itself");
        page.press("button", "Go on").await;
        page.until_script("the next stroke", "return /\\b[56] of 12/.test(document.querySelector('main').innerText.replace(/\\s+/g, ' '))")
            .await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
    });
}

#[test]
fn stop_is_one_touch_away() {
    hosted("stopping", async |page, _| {
        begin(page, STAND_INS, ILIACUS, "left").await;
        until_said(page, "Step 1 of 8").await;
        // In the middle of a sentence: it is cut off, and nothing is said before what matters.
        let escape = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))";
        let in_mid_sentence = format!("if (!speechSynthesis.speaking) return false; window.journeyDid.length = 0; {escape}; return true");
        page.until_script("a stop in mid sentence", &in_mid_sentence).await;
        page.heading("Hands off. Rest.").await;
        until_said(page, "The screen asks what you feel.").await;
        in_order(page, &[("hush", ""), ("say", "Hands off. Rest."), ("say", "The screen asks what you feel.")]).await;
        assert_eq!(said(page).await[0], "Hands off. Rest.");
        // No stray press leads on from there.
        let place = page.hash().await;
        page.key(Key::PageDown).await;
        page.key(Key::PageUp).await;
        assert_eq!(page.hash().await, place);
        go_on(page).await;
        // A long press, anywhere.
        let half = page.find("button", "Again").await;
        page.hold_down(&half, "the stop", "return document.querySelector('main').innerText.includes('Hands off. Rest.')").await;
        page.heading("Hands off. Rest.").await;
        go_on(page).await;
        // The big button.
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        press_on(page, "A pulse under my fingers").await;
        until_said(page, "Lift your hand off slowly.").await;
    });
}

#[test]
fn a_sound_that_is_taken_away_pauses_the_strokes() {
    hosted("a call", async |page, _| {
        at_a_point(page, STAND_INS).await;
        until_stroke(page, "2").await;
        page.script("window.journeyAudio.become('suspended')").await;
        page.reads("something else took the sound").await;
        page.script("window.journeyAudio.become('running')").await;
        page.press("button", "Go on").await;
        until_stroke(page, "3").await;
    });
}

#[test]
fn a_browser_with_none_of_it_carries_the_whole_session() {
    hosted("nothing there", async |page, _| {
        begin(page, NOTHING_THERE, ILIACUS, "left").await;
        page.reads("No voice on this device").await;
        page.reads("The screen may go dark").await;
        page.reads("Lie on your back on the floor.").await;
        for place in ["step-2", "step-4", "step-5", "step-6", "step-7", "check"] {
            forward_to(page, place).await;
        }
        page.reads("Did you find it?").await;
        page.press("button", "Yes").await;
        page.until("the last step", async || page.hash().await.ends_with("step-8").then_some(())).await;
        page.until("the end", async || {
            page.key(Key::PageDown).await;
            page.main_heading().await.filter(|heading| heading.name == "Done")
        })
        .await;
        page.reads("You found it.").await;
    });
}

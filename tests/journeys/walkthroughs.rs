//! The three walkthroughs, on each side, from the gate to the end.

use crate::shared::{ILIACUS, MASSAGE, PSOAS, Side, next_step, pass_gate, start, step_shown};
use crate::support::{Page, hosted};

/// What a place says that depends on the side, line by line, with the words for the sides changed over on the left.
/// Warnings are left out: some belong to one side only, such as the appendix.
async fn lines(page: &Page<'_>, side: Side) -> Vec<String> {
    let main = page.find("main", "").await;
    let pictures: Vec<_> = page.all_in(&main, "image").await.into_iter().map(|picture| picture.name).collect();
    assert!(pictures.iter().all(|words| !words.is_empty()), "each picture is told in words: {pictures:?}");
    assert!(!pictures.is_empty(), "each step has its picture: {}", page.told().await);
    let text = page.text_of(&main).await;
    let said = text.lines().map(str::trim).filter(|line| line.len() > 5 && !line.starts_with("Beware"));
    said.map(str::to_owned).chain(pictures).map(|line| if side == Side::Left { changed_over(&line) } else { line }).collect()
}

fn changed_over(line: &str) -> String {
    let parked = line.replace("left", "\u{1}").replace("Left", "\u{2}");
    parked.replace("right", "left").replace("Right", "Left").replace('\u{1}', "right").replace('\u{2}', "Right")
}

/// Goes through every step of a walkthrough up to what follows them, and gives back what each said.
async fn steps(page: &Page<'_>, side: Side) -> Vec<Vec<String>> {
    let mut said = Vec::new();
    loop {
        let (at, of) = step_shown(page).await.expect("a step is shown");
        let sides = page.find("group", "Side").await;
        assert!(page.find_in(&sides, "button", side.word()).await.is("pressed"), "the side is shown as chosen");
        assert!(page.has("button", "Stop").await, "Stop is one press away");
        assert!(!page.says("{").await, "every direction is a word: {}", page.told().await);
        said.push(lines(page, side).await);
        if page.has("button", "Did I find it?").await {
            page.press("button", "Did I find it?").await;
            page.heading("Did you find it?").await;
            page.press("button", "Yes").await;
            page.reads(&format!("Step {} of {of}", at + 1)).await;
        } else if at < of {
            next_step(page, at + 1).await;
        } else {
            page.press("button", "Next").await;
            return said;
        }
    }
}

/// The whole walkthrough on both sides; what it says on one mirrors what it says on the other.
async fn both_sides(page: &Page<'_>, guide: &str, with: impl AsyncFn(&Page, Side)) {
    pass_gate(page).await;
    let mut said = Vec::new();
    for side in Side::BOTH {
        start(page, guide, side).await;
        let steps = steps(page, side).await;
        let all = steps.concat().join("\n");
        for words in [format!("your {}", Side::Left.word()), format!("right {}", "hand")] {
            assert!(all.contains(&words), "{} steps, changed over to the right, say “{words}”: {all}", side.word());
        }
        said.push(steps);
        with(page, side).await;
        page.find("button", "Go home").await;
        page.press("button", if side == Side::Right { "The left side" } else { "Go home" }).await;
    }
    assert_eq!(said[0], said[1], "the left is the mirror of the right");
}

async fn done(page: &Page<'_>, side: Side) {
    page.heading("Done").await;
    page.reads("You found it").await;
    page.reads(&format!("On the {} side", side.word())).await;
}

#[test]
fn iliacus_on_each_side() {
    hosted("iliacus", async |page, _| both_sides(page, ILIACUS, done).await);
}

#[test]
fn psoas_on_each_side() {
    hosted("psoas", async |page, _| both_sides(page, PSOAS, done).await);
}

#[test]
fn massage_on_each_side() {
    hosted("massage", async |page, _| {
        both_sides(page, MASSAGE, async |page, side| {
            for area in ["Inside the hip bone", "Beside and below the navel", "Low, above the groin crease"] {
                page.heading(area).await;
                assert!(page.says(&format!("your {} knee", side.word())).await, "{}", page.told().await);
                page.press("button", "Nothing tender here").await;
            }
            page.heading("Hands off").await;
            page.reads("quadratus lumborum").await;
            page.press("button", "Finish").await;
            page.heading("Done").await;
            page.reads("No point was tender").await;
        })
        .await;
    });
}

#[test]
fn the_browsers_buttons_go_one_step() {
    hosted("browser buttons", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Right).await;
        for step in 2..=4 {
            next_step(page, step).await;
        }
        page.back().await;
        page.reads("Step 3 of").await;
        page.back().await;
        page.reads("Step 2 of").await;
        page.forward().await;
        page.reads("Step 3 of").await;
        page.press("button", "Back").await;
        page.reads("Step 2 of").await;
        // A stop that is over is no place to come back to.
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "Nothing bad").await;
        page.reads("Step 2 of").await;
        page.back().await;
        page.reads("Step 3 of").await;
        page.press("button", "Back").await;
        page.reads("Step 2 of").await;
        // Forward is no way to skip what was never reached.
        page.open(&format!("{PSOAS}/step-8")).await;
        page.until("the step reached before", async || step_shown(page).await.filter(|(at, _)| *at <= 4)).await;
    });
}

#[test]
fn another_side_rewrites_every_sentence() {
    hosted("side switch", async |page, _| {
        pass_gate(page).await;
        start(page, PSOAS, Side::Right).await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        page.reads("sink together to your left").await;
        let sides = page.find("group", "Side").await;
        page.press_in(&sides, "button", "Left").await;
        page.until("the left, chosen", async || {
            page.all("button").await.into_iter().find(|seen| seen.name == "Left" && seen.is("pressed"))
        })
        .await;
        // The knees lie the wrong way now, so it begins again.
        page.reads("Step 1 of").await;
        next_step(page, 2).await;
        next_step(page, 3).await;
        page.reads("sink together to your right").await;
        next_step(page, 4).await;
        page.reads("fingers of your left hand").await;
    });
}

#[test]
fn the_gentle_way_supports_the_knees() {
    hosted("gentle", async |page, _| {
        pass_gate(page).await;
        page.open(ILIACUS).await;
        let legs = page.find("group", "How will your legs lie?").await;
        page.press_in(&legs, "radio", "Gentle").await;
        start(page, ILIACUS, Side::Left).await;
        next_step(page, 2).await;
        page.reads("cushion under both knees").await;
        next_step(page, 3).await;
        page.reads("Leave both knees on the cushion").await;
        assert!(!page.says("sink together").await);
        // Back to the other way, from within.
        page.press("button", "Back").await;
        page.reads("Step 2 of").await;
        page.press("button", "Back").await;
        page.reads("Step 1 of").await;
        page.press("button", "Use the other way").await;
        page.find("button", "Use the gentle way").await;
        next_step(page, 2).await;
        page.reads("feet flat on the floor").await;
    });
}

#[test]
fn not_finding_it_ends_in_leaving_it() {
    hosted("did I find it", async |page, _| {
        pass_gate(page).await;
        start(page, ILIACUS, Side::Right).await;
        while !page.has("button", "Did I find it?").await {
            let (at, _) = step_shown(page).await.expect("a step is shown");
            next_step(page, at + 1).await;
        }
        page.press("button", "Did I find it?").await;
        page.heading("Did you find it?").await;
        page.reads("Never press deeper").await;
        page.press("button", "No").await;
        page.heading("knee lift").await;
        page.reads("your right knee a tiny way").await;
        page.press("button", "Ask me again").await;
        page.heading("Did you find it?").await;
        page.press("button", "No").await;
        page.heading("Shift your fingers").await;
        page.press("button", "Ask me again").await;
        page.heading("Did you find it?").await;
        page.reads("last try").await;
        page.press("button", "No").await;
        page.heading("Leave it").await;
        page.press("button", "Go on").await;
        page.heading("Hands off").await;
        page.press("button", "Next").await;
        page.heading("Done").await;
        page.reads("Leaving it was right").await;
    });
}

#[test]
fn pausing_waits() {
    hosted("pause", async |page, _| {
        pass_gate(page).await;
        start(page, ILIACUS, Side::Right).await;
        next_step(page, 2).await;
        page.press("button", "Pause").await;
        page.heading("Paused").await;
        assert!(page.has("button", "Stop").await, "Stop is one press away");
        page.press("button", "Go on").await;
        page.reads("Step 2 of").await;
    });
}

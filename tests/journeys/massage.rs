//! Strokes, their limit, and stopping.

use crate::shared::{MASSAGE, Side, days_ahead, next_step, no_hands_on, pass_gate, start, to_the_first_area};
use crate::support::{Key, Page, Seen, hosted};

/// From the gate to the first tender point, with its counter on the screen.
async fn first_point(page: &Page<'_>, side: Side) -> Seen {
    to_the_first_area(page, side).await;
    tender(page).await
}

async fn tender(page: &Page<'_>) -> Seen {
    page.press("button", "A tender point").await;
    page.find("button", "Count a stroke").await
}

/// How many strokes the counter shows; `None` when there is no counter.
async fn counted(page: &Page<'_>) -> Option<u8> {
    let counter = page.all("button").await.into_iter().find(|seen| seen.answers_to("Count a stroke"))?;
    counter.name.split_whitespace().find_map(|word| word.parse().ok())
}

#[test]
fn no_press_of_a_key_passes_fifteen() {
    hosted("strokes by key", async |page, _| {
        let counter = first_point(page, Side::Left).await;
        page.put_focus(&counter).await;
        for press in 1..=40u8 {
            page.key(Key::Space).await;
            match press {
                1..=14 => page.until("the count", async || counted(page).await.filter(|count| *count == press)).await,
                _ => page.until("no count past 15", async || (counted(page).await.is_none()).then_some(15)).await,
            };
            if press == 10 {
                page.reads("is the aim").await;
            } else if press == 12 {
                page.reads("enough for this point").await;
            }
        }
        page.heading("Next point").await;
        page.reads("15 strokes").await;
        // Going back to the point does not open it again.
        page.back().await;
        page.forward().await;
        page.until("no open counter", async || counted(page).await.is_none().then_some(())).await;
        assert!(!page.says("16").await);
    });
}

#[test]
fn no_press_of_the_mouse_passes_fifteen() {
    hosted("strokes by mouse", async |page, _| {
        let counter = first_point(page, Side::Right).await;
        page.hammer(&counter, 40).await;
        page.heading("Next point").await;
        page.reads("15 strokes").await;
        page.press("button", "Next area").await;
        page.heading("Beside and below").await;
        for area in 2..=3 {
            page.press("button", "Nothing tender here").await;
            page.heading(if area == 2 { "Low, above" } else { "Hands off" }).await;
        }
        page.press("button", "Finish").await;
        page.heading("Done").await;
        page.reads("15 strokes").await;
    });
}

#[test]
fn a_point_can_be_done_earlier_and_another_follows() {
    hosted("points", async |page, _| {
        let counter = first_point(page, Side::Right).await;
        page.hammer(&counter, 11).await;
        page.until("eleven", async || counted(page).await.filter(|count| *count == 11)).await;
        page.press("button", "Done with this point").await;
        page.heading("Next point").await;
        page.reads("11 strokes").await;
        page.press("button", "Search here for another point").await;
        page.heading("Inside the hip bone").await;
        tender(page).await;
        assert_eq!(counted(page).await, Some(0), "a new point begins at none");
    });
}

#[test]
fn about_five_minutes_end_a_side() {
    hosted("five minutes", async |page, _| {
        let clock = "const real = performance.now.bind(performance); window.journeyAhead = 0; \
            performance.now = () => real() + window.journeyAhead;";
        page.before_each_page(clock).await;
        page.reload().await;
        let counter = first_point(page, Side::Right).await;
        page.script("window.journeyAhead = 6 * 60000").await;
        page.hammer(&counter, 1).await;
        page.press("button", "Done with this point").await;
        page.heading("Next point").await;
        page.reads("five minutes on this side").await;
        assert!(!page.has("button", "Search here").await, "no new point is offered");
        page.press("button", "Finish").await;
        page.heading("Hands off, and rest").await;
    });
}

#[test]
fn escape_stops_and_going_on_returns() {
    hosted("stop", async |page, _| {
        let counter = first_point(page, Side::Left).await;
        page.hammer(&counter, 3).await;
        page.until("three", async || counted(page).await.filter(|count| *count == 3)).await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
        page.focused("heading", "Hands off. Rest.").await;
        page.press("button", "Nothing bad. Go on").await;
        page.until("the three strokes, kept", async || counted(page).await.filter(|count| *count == 3)).await;
        page.press("button", "Stop").await;
        page.press("button", "I am fine").await;
        page.heading("You ended here").await;
        page.reads("3 strokes").await;
        page.press("button", "Go home").await;
        page.find("link", "Change an answer").await;
    });
}

#[test]
fn a_pulse_is_eased_off_once_and_then_ends_it() {
    hosted("pulse", async |page, _| {
        first_point(page, Side::Left).await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "A pulse").await;
        page.heading("A pulse").await;
        page.reads("Move outward once").await;
        page.press("button", "It is gone").await;
        // Not on that point again: on from the next.
        page.heading("Next point").await;
        page.press("button", "Search here").await;
        page.heading("Inside the hip bone").await;
        tender(page).await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "A pulse").await;
        page.heading("Stop here for today").await;
        page.reads("Do not try again today").await;
        page.press("button", "Go home").await;
        page.reads("No hands-on work today").await;
    });
}

#[test]
fn numbness_ends_it_for_today() {
    hosted("numbness", async |page, _| {
        pass_gate(page).await;
        start(page, MASSAGE, Side::Right).await;
        next_step(page, 2).await;
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "Sharp, electric").await;
        page.heading("Stop here for today").await;
        page.reads("Nerves").await;
        // Neither the browser's buttons nor an address nor clearing the answers lead back in.
        page.back().await;
        page.open(&format!("{MASSAGE}/step-2")).await;
        page.until("nothing hands-on", async || no_hands_on(page).await.then_some(())).await;
        page.reload().await;
        page.open(&format!("{MASSAGE}/area-1")).await;
        page.until("nothing hands-on", async || no_hands_on(page).await.then_some(())).await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("Do not try again today").await;
        page.press("button", "Clear my answers").await;
        page.reads("Do not try again today").await;
        page.visit("#/learn", "Learn it").await;

        page.before_each_page(&days_ahead(1)).await;
        page.reload().await;
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("0 of 10 answered").await;
        assert!(!page.says("Do not try again today").await, "another day is another day");
    });
}

#[test]
fn an_emergency_says_so() {
    hosted("emergency", async |page, _| {
        pass_gate(page).await;
        start(page, MASSAGE, Side::Right).await;
        page.key(Key::Escape).await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "Numb between my legs").await;
        page.heading("emergency number").await;
        page.reads("Hours matter").await;
    });
}

#[test]
fn an_emergency_says_so_in_a_session_taken_up_on_another_day() {
    hosted("emergency next day", async |page, _| {
        pass_gate(page).await;
        start(page, MASSAGE, Side::Right).await;
        next_step(page, 2).await;
        page.before_each_page(&days_ahead(1)).await;
        page.reload().await;
        page.reads("ten questions").await;
        pass_gate(page).await;
        page.open(MASSAGE).await;
        page.press("button", "Continue").await;
        page.reads("Step 2 of").await;
        page.press("button", "Stop").await;
        page.heading("Hands off. Rest.").await;
        page.press("button", "Numb between my legs").await;
        page.heading("emergency number").await;
        page.reads("Hours matter").await;
    });
}

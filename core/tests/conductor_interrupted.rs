//! Stops, pauses, lost clocks and answers that end a point: what a conducted session does when it does not just go on.
#![allow(clippy::unwrap_used)]

mod common;
mod conductor_world;

use common::{ILIACUS, MASSAGE, guide, reloaded};
use conductor_world::{Noticed, OPTIONS, STEP, World, said, score};
use palpate_core::Side;
use palpate_core::conductor::{Buzz, Count, Input, Interruption, Mode, Options, Tone};
use palpate_core::signal::Signal;
use palpate_core::walkthrough::{Event, Place};

/// Hush and silence come first, then the sign of a stop, then the words.
fn stop() -> [Noticed; 5] {
    [Noticed::Hush, Noticed::Silence, Noticed::Tone(Tone::Stop), Noticed::Buzz(Buzz::Stop), said("Hands off. Rest.")]
}

#[test]
fn stop_is_one_signal_away_from_everywhere() {
    let mut worlds = vec![World::new(ILIACUS, Side::Right, OPTIONS), World::at_the_first_area(OPTIONS), World::at_a_point(OPTIONS)];
    let mut stroking = World::at_a_point(OPTIONS);
    stroking.until_stroke(3);
    let mut waiting = World::at_a_point(OPTIONS);
    waiting.until_stroke(2);
    waiting.signal(Signal::Pause);
    let mut breathing = World::at_a_point(OPTIONS);
    breathing.until("the breath in", |shown| matches!(shown.mode, Mode::Ready { .. }));
    let mut rating = World::at_a_point(OPTIONS);
    rating.until("a number", |shown| shown.mode == Mode::Rate { number: Some(2) });
    worlds.extend([stroking, waiting, breathing, rating]);
    for mut world in worlds {
        let place = world.session.place.clone();
        world.forget();
        world.signal(Signal::Stop);
        assert_eq!((&world.session.place, world.mode()), (&Place::Stopped, Mode::Page), "from {place:?}");
        assert_eq!(world.noticed[..5], stop(), "from {place:?}");
        assert_eq!((world.shown().left, world.shown().right), (None, None));
        // No stray press goes on from there, and it says what to do.
        for signal in [Signal::Forward, Signal::Backward, Signal::Pause] {
            world.signal(signal);
            world.send(Input::Rated(score(1)));
            world.send(Input::NotFound);
        }
        world.seconds(10);
        assert_eq!((&world.session.place, world.mode()), (&Place::Stopped, Mode::Page));
        assert!(world.said().contains(&"The screen asks what you feel."));
        // A button of the page goes on; the place begins anew.
        world.press(Event::GoOn);
        assert_eq!(world.session.place, place);
        assert!(!matches!(world.mode(), Mode::Page | Mode::Waiting(_)));
    }
}

#[test]
fn what_is_felt_says_what_to_do_now() {
    let mut world = World::at_a_point(OPTIONS);
    world.until_stroke(2);
    world.signal(Signal::Stop);
    world.forget();
    world.press(Event::Feel("pulse".to_owned()));
    assert_eq!(world.mode(), Mode::Page);
    world.seconds(30);
    world.expect(&[
        Noticed::Hush,
        Noticed::Silence,
        Noticed::Tone(Tone::Stop),
        said("Lift your hand off slowly."),
        said("Move outward once, away from your midline, by two finger widths."),
    ]);
    world.press(Event::GoOn);
    assert_eq!((&world.session.place, world.strokes()), (&Place::PointDone(0), vec![2]));
    world.signal(Signal::Stop);
    world.forget();
    world.press(Event::Feel("pulse".to_owned()));
    world.seconds(40);
    world.expect(&[
        said("Lift your hand off slowly."),
        said("End the session."),
        said("Ask a doctor about the pulse before your next session."),
    ]);
    // A stop here silences that too, and changes nothing.
    world.forget();
    world.signal(Signal::Stop);
    assert_eq!(world.noticed, [Noticed::Hush, Noticed::Silence]);
    world.seconds(20);
    assert_eq!(world.said(), [""; 0]);
}

/// Through a gap of any kind the count stays, and nothing of the gap is counted.
#[test]
fn an_interruption_in_mid_stroke() {
    type Break = fn(&mut World);
    let breaks: [(Interruption, Break); 8] = [
        (Interruption::Gap, |world| world.now.steady += 600_000.0),
        (Interruption::Gap, |world| world.now.steady -= 40.0),
        (Interruption::Gap, |world| world.now.steady = f64::NAN),
        (Interruption::Sound, |world| world.now.audio = None),
        (Interruption::Sound, |world| world.now.audio = Some(f64::NAN)),
        (Interruption::Sound, |world| world.now.audio = world.now.audio.map(|audio| audio + 20_000.0)),
        (Interruption::Hidden, |world| world.send(Input::Interrupted(Interruption::Hidden))),
        (Interruption::Asked, |world| world.signal(Signal::Pause)),
    ];
    for (number, (reason, interrupt)) in breaks.into_iter().enumerate() {
        let mut world = World::at_a_point(Options { count: Count::Tone, ..OPTIONS });
        world.until_stroke(4);
        world.seconds(1);
        let good = world.now;
        let hands_on = world.session.hands_on();
        world.forget();
        interrupt(&mut world);
        world.send(Input::Tick);
        assert_eq!(world.mode(), Mode::Waiting(reason), "break {number}");
        assert!(world.session.paused);
        assert_eq!(world.noticed[..2], [Noticed::Hush, Noticed::Silence]);
        assert_eq!(world.noticed.contains(&Noticed::Tone(Tone::Pause)), reason != Interruption::Sound);
        assert_eq!(world.shown().caption, reason.sentence());
        assert_eq!((world.shown().left, world.shown().right), (Some("Again"), Some("Go on")));
        // At most what passed since the session was last told.
        assert!(world.session.hands_on() - hands_on <= 1_000.0);
        let paused = world.session.hands_on();
        // Time goes on; nothing counts.
        (world.now.steady, world.now.audio) = (good.steady + 700_000.0, Some(5.0));
        world.seconds(20);
        assert_eq!((world.strokes(), world.session.hands_on()), (vec![4], paused));
        world.signal(Signal::Forward);
        assert!(matches!(world.mode(), Mode::Ready { count: 4, target: 12, .. }), "{:?}", world.mode());
        let went_on = world.now.steady;
        world.until_stroke(5);
        assert!((world.now.steady - went_on - 2_000.0).abs() <= STEP, "after a breath in");
        world.until("rest", |shown| matches!(shown.place, Place::PointDone(0)));
        assert_eq!(world.strokes(), [12]);
    }
}

/// A clock of the sound that stands still is found out within a second.
#[test]
fn a_frozen_clock_of_the_sound_counts_nothing() {
    let mut world = World::at_a_point(OPTIONS);
    world.until_stroke(6);
    let frozen = world.now.audio;
    for _ in 0..20 {
        world.now.audio = frozen.map(|audio| audio - STEP);
        world.step();
    }
    assert_eq!((world.mode(), world.strokes()), (Mode::Waiting(Interruption::Sound), vec![6]));
}

#[test]
fn a_clock_of_the_sound_that_comes_late_is_taken_for_the_next_strokes() {
    let mut session = World::at_a_point(OPTIONS).session;
    session.paused = false;
    let mut world = World::with(guide(MASSAGE), session, Options { count: Count::Tone, ..OPTIONS }, None);
    world.signal(Signal::Forward);
    world.until_stroke(2);
    world.now.audio = Some(40.0);
    world.until_stroke(9);
    assert!(world.planned.is_empty() && matches!(world.mode(), Mode::Stroke { .. }));
    world.signal(Signal::Pause);
    world.signal(Signal::Pause);
    world.until_stroke(10);
    assert_eq!(world.planned.len(), 1);
}

#[test]
fn the_last_stroke_runs_to_its_end_at_the_cap_too() {
    for target in [5, 15] {
        let mut world = World::at_a_point(Options { target, ..OPTIONS });
        world.until_stroke(target);
        let begun = world.now.steady;
        world.seconds(2);
        assert!(matches!(world.mode(), Mode::Stroke { out: true, .. }));
        assert_eq!(world.session.place == Place::PointDone(0), target == 15);
        world.until("rest", |shown| matches!(shown.place, Place::PointDone(0)));
        assert!((world.now.steady - begun - 3_000.0).abs() <= 2.0 * STEP);
        assert_eq!(world.strokes(), [target]);
    }
}

#[test]
fn enough_is_enough_and_a_point_taken_up_again_counts_on() {
    let mut world = World::at_a_point(OPTIONS);
    world.until_stroke(7);
    // The tab is killed.
    let session = reloaded(&world.session).unwrap();
    let mut world = World::with(guide(MASSAGE), session, OPTIONS, None);
    assert_eq!(world.mode(), Mode::Waiting(Interruption::Left));
    assert_eq!(world.shown().caption, "Here is where you were. Inside the hip bone.");
    world.seconds(60);
    assert_eq!(world.strokes(), [7]);
    world.signal(Signal::Forward);
    world.until_stroke(9);
    world.expect(&[said("Seven strokes so far."), said("Eight.")]);
    // Less is wanted now: then it has had enough.
    world.conductor.set_options(Options { target: 8, ..OPTIONS });
    world.until("rest", |shown| matches!(shown.place, Place::PointDone(0)));
    world.expect(&[said("Nine strokes. Hands off.")]);
    // Or one says so.
    let mut world = World::at_a_point(OPTIONS);
    world.until_stroke(3);
    assert_eq!((world.shown().left, world.shown().right), (Some("Pause"), Some("Enough")));
    world.signal(Signal::Forward);
    assert_eq!(world.session.place, Place::PointDone(0));
    world.expect(&[Noticed::Silence, Noticed::Tone(Tone::Done), said("Three strokes. Hands off.")]);
    // A point that has had enough gets no more.
    let mut session = World::at_a_point(OPTIONS).session;
    (0..12).for_each(|_| session.apply(guide(MASSAGE), common::safety(), Event::Stroke, 0.0));
    let mut world = World::with(guide(MASSAGE), session, OPTIONS, None);
    world.signal(Signal::Forward);
    world.until("rest", |shown| matches!(shown.place, Place::PointDone(0)));
    world.expect(&[said("This point has had twelve strokes. That is enough.")]);
    assert_eq!(world.strokes(), [12]);
}

#[test]
fn a_number_can_wait() {
    let mut world = World::at_a_point(Options { speaks: false, ..OPTIONS });
    world.until_stroke(1);
    world.signal(Signal::Forward);
    world.until("the last number", |shown| shown.mode == Mode::Rate { number: Some(10) });
    world.until("no number", |shown| shown.mode == Mode::Rate { number: None });
    world.seconds(60);
    assert_eq!((world.mode(), world.shown().left), (Mode::Rate { number: None }, Some("Later")));
    world.signal(Signal::Forward);
    assert_eq!(world.mode(), Mode::Rate { number: Some(0) });
    world.signal(Signal::Backward);
    assert_eq!(world.shown().caption, "Was it the ache you know?");
    assert!(!world.noticed.iter().any(|noticed| matches!(noticed, Noticed::Told(_))));
}

#[test]
fn five_minutes_are_enough() {
    let mut world = World::at_the_first_area(OPTIONS);
    // Nobody answers, so it pauses now and then.
    while world.session.place != Place::Closing {
        world.until("the closing", |shown| shown.place == Place::Closing || matches!(shown.mode, Mode::Waiting(_)));
        if world.session.place != Place::Closing {
            world.signal(Signal::Backward);
        }
    }
    assert!((world.session.hands_on() - 300_000.0).abs() < 1_500.0);
    world.expect(&[said("The five minutes for this side are used up.")]);
    world.until("rest", |shown| shown.caption.starts_with("Hands off."));
}

/// Some engines never tell that an utterance is over, and some tell at once that it could not be.
#[test]
fn a_voice_that_never_tells_holds_nothing_up() {
    let mut world = World::new(ILIACUS, Side::Right, OPTIONS);
    world.tells = false;
    world.until("the second step", |shown| shown.place == Place::Step(1) || shown.mode == Mode::Ask);
    let mut world = World::new(ILIACUS, Side::Right, OPTIONS);
    let caption = world.shown().caption.clone();
    world.send(Input::Spoken(1));
    world.seconds(2);
    assert_eq!(world.shown().caption, caption, "it is there to be read");
    world.until("the next", |shown| shown.caption != caption);
    // What ended long ago means nothing.
    let before = world.shown().clone();
    world.forget();
    world.send(Input::Spoken(1));
    world.send(Input::Spoken(77));
    assert_eq!((world.shown(), world.noticed.as_slice()), (&before, [].as_slice()));
}

/// A pedal that bounces answers nothing, and takes back no pause.
#[test]
fn a_press_comes_through_once() {
    let mut world = World::at_the_first_area(OPTIONS);
    world.until("the search", |shown| shown.caption == "Move slowly along the inside of the rim.");
    for _ in 0..3 {
        world.send(Input::Signal(Signal::Forward));
    }
    assert_eq!(
        (&world.session.place, world.shown().caption.as_str()),
        (&Place::Area(0), "Is there a tender point, with the ache you know?")
    );
    for _ in 0..3 {
        world.send(Input::Signal(Signal::Pause));
    }
    assert_eq!(world.mode(), Mode::Waiting(Interruption::Asked));
}

/// Pauses by the page, and a session that was moved by it.
#[test]
fn the_page_may_change_the_session_itself() {
    let mut world = World::at_a_point(OPTIONS);
    world.until_stroke(2);
    world.press(Event::Pause);
    assert_eq!(world.mode(), Mode::Waiting(Interruption::Asked));
    world.press(Event::Resume);
    assert!(matches!(world.mode(), Mode::Ready { count: 2, .. }));
    world.until_stroke(3);
    world.press(Event::Back);
    assert_eq!((&world.shown().place, world.mode()), (&Place::Area(0), Mode::Say));
    world.expect(&[Noticed::Silence, said("Area 1 of 3. Inside the hip bone.")]);
    world.press(Event::Leave);
    assert_eq!((world.mode(), world.shown().caption.as_str()), (Mode::Page, "You ended this session. Rest a little."));
}

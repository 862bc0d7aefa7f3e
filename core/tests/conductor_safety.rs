//! What a conducted session does when an answer, a clock or a long silence says that it is enough.
#![allow(clippy::unwrap_used)]

mod common;
mod conductor_world;

use common::{ILIACUS, MASSAGE, guide};
use conductor_world::{Noticed, OPTIONS, World, said, score};
use palpate_core::Side;
use palpate_core::conductor::{Input, Interruption, Mode, Options, Told};
use palpate_core::signal::Signal;
use palpate_core::walkthrough::{Ending, Event, Found, Place};

/// A world where the number of a point is asked for.
fn rating() -> World {
    let mut world = World::at_a_point(OPTIONS);
    world.until_stroke(2);
    world.signal(Signal::Forward);
    world.until("the numbers", |shown| matches!(shown.mode, Mode::Rate { .. }));
    world
}

fn felt(id: &str) -> Place {
    Place::Ended(Ending::Felt(id.to_owned()))
}

#[test]
fn over_the_ceiling_eases_off_once_the_ache_is_known() {
    let mut world = rating();
    world.send(Input::Rated(score(5)));
    assert_eq!((&world.session.place, world.shown().caption.as_str()), (&Place::PointDone(0), "Was it the ache you know?"));
    world.signal(Signal::Forward);
    assert_eq!(world.session.place, Place::EasedOff("pain-over-limit".to_owned()));
    world.expect(&[Noticed::Told(Told::Tender { point: 0, score: score(5) }), Noticed::Hush, Noticed::Silence]);
    world.seconds(30);
    world.expect(&[said("Leave that point alone.")]);
}

/// Too much and unknown is worse than too much.
#[test]
fn over_the_ceiling_and_unknown_ends_it() {
    let mut world = rating();
    world.send(Input::Rated(score(6)));
    world.signal(Signal::Backward);
    assert_eq!((&world.session.place, world.mode()), (&felt("unfamiliar-pain"), Mode::Page));
    world.expect(&[Noticed::Told(Told::Familiar { point: 0, familiar: false })]);
    world.seconds(40);
    world.expect(&[said("Leave it for today.")]);
}

#[test]
fn severe_pain_ends_it_at_once() {
    for severe in [7, 10] {
        let mut world = rating();
        world.send(Input::Rated(score(severe)));
        assert_eq!(world.session.place, felt("severe-pain"));
    }
}

#[test]
fn an_ache_that_is_not_known_ends_it() {
    let mut world = rating();
    world.send(Input::Rated(score(2)));
    world.signal(Signal::Backward);
    assert_eq!(world.session.place, felt("unfamiliar-pain"));
}

/// Where nothing ached there is nothing to know again.
#[test]
fn no_ache_is_no_unknown_ache() {
    let mut world = rating();
    world.send(Input::Rated(score(0)));
    world.until("the way on", |shown| shown.mode == Mode::Ask);
    assert_eq!(world.shown().right, Some("Next area"));
    assert!(!world.noticed.contains(&said("Was it the ache you know?")));
}

/// Nobody presses on and on while thinking.
#[test]
fn a_long_silence_pauses_what_presses() {
    let mut world = World::at_the_first_area(OPTIONS);
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.seconds(59);
    assert_eq!(world.mode(), Mode::Ask);
    world.seconds(2);
    assert_eq!(world.mode(), Mode::Waiting(Interruption::Asked));
    let mut world = World::patient(ILIACUS, Side::Right, OPTIONS);
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.seconds(600);
    assert_eq!(world.mode(), Mode::Ask, "lying there presses nothing");
    while world.mode() != Mode::Found {
        world.until("a turn", |shown| matches!(shown.mode, Mode::Ask | Mode::Found));
        if world.mode() == Mode::Ask {
            world.signal(Signal::Forward);
        }
    }
    world.seconds(61);
    assert_eq!(world.mode(), Mode::Waiting(Interruption::Asked));
    world.signal(Signal::Forward);
    assert_eq!(world.mode(), Mode::Found);
    world.signal(Signal::Forward);
    assert_eq!(world.session.found, Some(Found::Yes));
}

/// A point that was begun in time ends with the time, after the stroke under way.
#[test]
fn five_minutes_end_a_point_too() {
    let mut session = World::at_the_first_area(OPTIONS).session;
    session.apply(guide(MASSAGE), common::safety(), Event::Resume, 0.0);
    session.apply(guide(MASSAGE), common::safety(), Event::Tick, 260_000.0);
    session.apply(guide(MASSAGE), common::safety(), Event::Tender, 260_000.0);
    let mut world = World::with(guide(MASSAGE), session, Options { breath: 10, target: 15, ..OPTIONS }, Some(0.0));
    world.signal(Signal::Forward);
    world.until("the end of the point", |shown| shown.place == Place::PointDone(0));
    assert!((1..5).contains(&world.strokes()[0]), "{:?}", world.strokes());
    assert!(world.session.hands_on() < 300_000.0 + 11_000.0);
    assert_eq!(world.shown().seconds_left, Some(0));
    // And with no time left, none is begun.
    let mut session = World::at_the_first_area(OPTIONS).session;
    session.apply(guide(MASSAGE), common::safety(), Event::Resume, 0.0);
    session.apply(guide(MASSAGE), common::safety(), Event::Tender, 0.0);
    session.apply(guide(MASSAGE), common::safety(), Event::Tick, 400_000.0);
    let mut world = World::with(guide(MASSAGE), session, OPTIONS, Some(0.0));
    world.signal(Signal::Forward);
    world.until("the end of the point", |shown| shown.place == Place::PointDone(0));
    assert_eq!(world.strokes(), [0]);
}

/// Fifteen strokes on a spot are the most, so the same spot is not looked for again.
#[test]
fn a_point_that_was_worked_is_left_alone() {
    let leave = said("Leave every point that you worked already.");
    let mut world = rating();
    assert!(!world.noticed.contains(&leave));
    world.send(Input::Rated(score(2)));
    world.signal(Signal::Forward);
    world.until("the way on", |shown| shown.left == Some("Search here"));
    world.forget();
    world.signal(Signal::Backward);
    assert_eq!(world.session.place, Place::Area(0));
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.expect(&[leave, said("Sink a little with the out-breath.")]);
}

/// An ache has to fade within about 20 seconds.
#[test]
fn after_three_strokes_it_should_be_fading() {
    let mut world = World::at_a_point(Options { breath: 7, ..OPTIONS });
    world.until("the question", |shown| shown.caption == "Is it fading? If not, stop.");
    assert_eq!(world.strokes(), [3]);
}

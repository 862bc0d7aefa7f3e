//! The rules of a conducted session that no sequence of inputs, clocks and interruptions may break, tried on random walks.
//!
//! A walk is held against every rule at each of its inputs (`conductor_world/walk.rs`). `PROPTEST_CASES` sets how many walks
//! each test takes. Over a million of them, in some minutes:
//! `PALPATE_WALKS=1200000 cargo test --release -p palpate-core --test conductor -- --ignored`
#![allow(clippy::unwrap_used)]

mod common;
mod conductor_world;

use common::{guides, reloaded, safety};
use conductor_world::OPTIONS;
use conductor_world::actions::{Action, Start, actions, small, start};
use conductor_world::walk::{Walk, is_at_rest};
use palpate_core::conductor::{Conductor, Input, Mode, Now};
use palpate_core::knowledge::Walkthrough;
use palpate_core::signal::Signal;
use palpate_core::walkthrough::{Ending, Event, Place};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn walked(guide: &'static Walkthrough, start: &Start, actions: &[Action]) -> Result<Walk, TestCaseError> {
    let mut walk = Walk::begin(guide, start)?;
    actions.iter().try_for_each(|action| walk.go(action))?;
    Ok(walk)
}

/// Clocks as they should be again.
fn with_clocks_again(walk: &mut Walk) -> Result<(), TestCaseError> {
    walk.go(&Action::Freeze(false))?;
    if !walk.now.steady.is_finite() || walk.now.steady.abs() > 1e9 {
        walk.now.steady = 0.0;
    }
    walk.now.audio = None;
    walk.go(&Action::Run(2, 100.0))
}

/// From wherever it is: a stop, and the end; or on to the end of the walkthrough.
fn leads_to_an_end(walk: &mut Walk) -> Result<(), TestCaseError> {
    with_clocks_again(walk)?;
    if walk.session.is_over() {
        return Ok(());
    }
    let mut stopped = walk.session.clone();
    let mut conductor = walk.conductor.clone();
    conductor.apply(&mut stopped, walk.guide, safety(), Input::Signal(Signal::Stop), walk.now);
    prop_assert!(stopped.place == Place::Stopped && conductor.shown().mode == Mode::Page);
    stopped.apply(walk.guide, safety(), Event::Leave, walk.now.steady);
    conductor.apply(&mut stopped, walk.guide, safety(), Input::Changed, walk.now);
    prop_assert_eq!((&stopped.place, conductor.shown().mode), (&Place::Ended(Ending::Left), Mode::Page));
    // From storage, as after a killed tab, it waits where it was, and one signal goes on.
    let mut kept = reloaded(&walk.session)?;
    let fresh = kept.place == Place::Step(0) && !kept.paused;
    let now = Now { steady: 3.0, audio: None };
    let (mut taken_up, _) = Conductor::begin(&mut kept, walk.guide, safety(), OPTIONS, now);
    if !is_at_rest(&kept) {
        prop_assert_eq!(matches!(taken_up.shown().mode, Mode::Waiting(_)), !fresh);
        let soon = Now { steady: now.steady + 400.0, ..now };
        taken_up.apply(&mut kept, walk.guide, safety(), Input::Signal(Signal::Forward), soon);
        prop_assert!(!kept.paused && !matches!(taken_up.shown().mode, Mode::Waiting(_)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_rule_breaks_on_a_small_guide(start in start(), actions in actions(80)) {
        leads_to_an_end(&mut walked(small(), &start, &actions)?)?;
    }

    #[test]
    fn no_rule_breaks_on_the_real_guides(guide in 0..guides().len(), start in start(), actions in actions(120)) {
        leads_to_an_end(&mut walked(&guides()[guide], &start, &actions)?)?;
    }

    /// There is no dead end: signals, answers and time lead from anywhere to the end.
    #[test]
    fn going_on_leads_to_the_end(start in start(), actions in actions(60)) {
        let mut walk = walked(small(), &start, &actions)?;
        with_clocks_again(&mut walk)?;
        for _ in 0..3_000 {
            match (walk.conductor.shown().mode, walk.conductor.shown().right) {
                _ if walk.session.is_over() => break,
                (Mode::Rate { .. }, _) => walk.go(&Action::Rated(2))?,
                // "A tender point" for ever would never end.
                (Mode::Ask, Some("A tender point")) => {
                    walk.go(&Action::Run(1, 400.0))?;
                    walk.go(&Action::Signal(Signal::Backward))?;
                }
                _ => walk.onward()?,
            }
        }
        prop_assert!(walk.session.is_over(), "{:?} {:?}", walk.session.place, walk.conductor.shown());
    }
}

/// Over a million sequences of inputs, clock jumps and interruptions.
#[test]
#[ignore = "takes minutes; the head of this file says how to run it"]
fn a_million_walks() {
    let cases = std::env::var("PALPATE_WALKS").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1_200_000);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let strokes = std::cell::Cell::new((0u64, 0u64));
    let result = TestRunner::new(config).run(&(start(), actions(40)), |(start, actions)| {
        let mut walk = walked(small(), &start, &actions)?;
        let (walks, counted) = strokes.get();
        strokes.set((walks + 1, counted + u64::from(walk.strokes)));
        leads_to_an_end(&mut walk)
    });
    let (walks, counted) = strokes.get();
    println!("{walks} walks, {counted} strokes counted in them");
    result.unwrap();
    assert!(counted > walks / 4, "the walks hardly ever come to strokes");
}

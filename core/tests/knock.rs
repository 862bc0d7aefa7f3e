//! Two knocks on the floor, and everything that must not be taken for them, as made-up loudness over time.
#![allow(clippy::unwrap_used)]

use palpate_core::Millis;
use palpate_core::knock::Knocks;
use proptest::prelude::*;

/// Something to be heard: when it begins, and how loud it is so many milliseconds later.
type Sound = (Millis, fn(Millis) -> f32);

/// A knuckle on a floor board: there at once, and gone within a tenth of a second.
fn knock(since: Millis) -> f32 {
    if since < 0.0 { 0.0 } else { 0.7 * (-since / 25.0).exp() as f32 }
}

/// A soft one on a carpet.
fn soft(since: Millis) -> f32 {
    knock(since) * 0.35
}

fn clap(since: Millis) -> f32 {
    if since < 0.0 { 0.0 } else { 0.9 * (-since / 30.0).exp() as f32 }
}

/// A syllable: it swells, lasts and fades.
fn syllable(since: Millis) -> f32 {
    if (0.0..220.0).contains(&since) { 0.4 * (std::f64::consts::PI * since / 220.0).sin() as f32 } else { 0.0 }
}

/// A door, with the room ringing after it.
fn bang(since: Millis) -> f32 {
    if since < 0.0 { 0.0 } else { (-since / 180.0).exp() as f32 }
}

/// A little noise, the same in each run.
fn noise(at: Millis) -> f32 {
    (0.5 + 0.5 * (at * 0.37).sin() * (at * 0.011).cos()) as f32
}

/// When two knocks were heard among these sounds, in a room with this noise.
fn heard(sounds: &[Sound], room: f32) -> Vec<Millis> {
    heard_every(20.0, sounds, room)
}

fn heard_every(step: Millis, sounds: &[Sound], room: f32) -> Vec<Millis> {
    let mut knocks = Knocks::default();
    let ends = sounds.iter().map(|(at, _)| *at).fold(0.0, Millis::max) + 4_000.0;
    let ticks = (0..).map(|tick| f64::from(tick) * step).take_while(|at| *at < ends);
    let level = |at: Millis| {
        // The largest sample since the level before.
        let loudest =
            |sound: fn(Millis) -> f32, since: Millis| (0..4).map(|part| sound(since - step * f64::from(part) / 4.0)).fold(0.0, f32::max);
        sounds.iter().map(|(from, sound)| loudest(*sound, at - from)).fold(room * noise(at), f32::max)
    };
    ticks.filter(|at| knocks.hear(level(*at), 500.0 + at)).collect()
}

#[test]
fn two_knocks_are_heard_once() {
    for apart in [160.0, 250.0, 400.0, 550.0, 690.0] {
        for room in [0.0, 0.005, 0.02] {
            for sound in [knock, soft, clap] {
                let found = heard(&[(3_000.0, sound), (3_000.0 + apart, sound)], room);
                assert_eq!(found.len(), 1, "{apart} apart, {room} loud: {found:?}");
                assert!(found[0] > 3_000.0 + apart && found[0] < 3_000.0 + apart + 1_100.0);
            }
        }
    }
}

#[test]
fn two_knocks_are_heard_however_often_it_listens() {
    for step in [8.0, 16.7, 20.0, 25.0, 33.0] {
        assert_eq!(heard_every(step, &[(3_000.0, knock), (3_350.0, knock)], 0.01).len(), 1, "every {step} ms");
    }
}

#[test]
fn they_are_heard_again_and_again() {
    let sounds: Vec<Sound> =
        [3_000.0, 8_000.0, 13_000.0].iter().flat_map(|at| [(*at, knock as fn(Millis) -> f32), (at + 300.0, knock)]).collect();
    assert_eq!(heard(&sounds, 0.01).len(), 3);
}

#[test]
fn one_knock_is_none() {
    for sound in [knock, soft, clap, bang] {
        assert_eq!(heard(&[(3_000.0, sound)], 0.01), [0.0; 0]);
    }
}

#[test]
fn two_that_are_too_near_or_too_far_apart_are_none() {
    for apart in [40.0, 80.0, 120.0, 760.0, 900.0, 1_500.0, 3_000.0] {
        assert_eq!(heard(&[(3_000.0, knock), (3_000.0 + apart, knock)], 0.01), [0.0; 0], "{apart} apart");
    }
}

#[test]
fn a_rhythm_is_none() {
    for every in [160.0, 250.0, 400.0, 600.0, 700.0, 850.0] {
        for count in 3..12 {
            for sound in [knock, clap] {
                let sounds: Vec<Sound> =
                    (0..count).map(|number| (3_000.0 + f64::from(number) * every, sound as fn(Millis) -> f32)).collect();
                assert_eq!(heard(&sounds, 0.01), [0.0; 0], "{count}, every {every} ms");
            }
        }
    }
}

#[test]
fn speech_is_none() {
    for every in [180.0, 260.0, 330.0, 500.0] {
        for count in [1, 2, 3, 20] {
            let sounds: Vec<Sound> =
                (0..count).map(|number| (3_000.0 + f64::from(number) * every, syllable as fn(Millis) -> f32)).collect();
            assert_eq!(heard(&sounds, 0.02), [0.0; 0], "{count} syllables, every {every} ms");
        }
    }
}

#[test]
fn two_doors_are_none() {
    assert_eq!(heard(&[(3_000.0, bang), (3_500.0, bang)], 0.01), [0.0; 0]);
}

#[test]
fn what_is_usual_in_a_loud_room_is_none() {
    // A fan: loud, and always there. A soft knock goes under in it, a hard one does not.
    let fan = |_: Millis| 0.2;
    assert_eq!(heard(&[(0.0, fan)], 0.05), [0.0; 0]);
    assert_eq!(heard(&[(0.0, fan), (6_000.0, soft), (6_300.0, soft)], 0.05), [0.0; 0]);
}

#[test]
fn silence_and_broken_levels_are_none() {
    assert_eq!(heard(&[], 0.0), [0.0; 0]);
    let mut knocks = Knocks::default();
    for (tick, level) in
        [f32::NAN, f32::INFINITY, 0.0, f32::NAN, 1.0, -1.0, 0.0, f32::NEG_INFINITY, 0.9, 0.0].iter().cycle().take(2_000).enumerate()
    {
        assert!(!knocks.hear(*level, tick as f64 * 20.0));
    }
    for now in [f64::NAN, f64::INFINITY, 0.0, -1.0, f64::MAX, f64::MIN] {
        assert!(!knocks.hear(0.5, now) && !knocks.hear(0.0, now));
    }
}

/// Where no levels came for a while, what was heard before and after it does not belong together.
#[test]
fn knocks_on_both_sides_of_a_gap_are_none() {
    let mut knocks = Knocks::default();
    let mut fired = false;
    for tick in 0..400 {
        let at = f64::from(tick) * 20.0;
        if (3_040.0..3_340.0).contains(&at) {
            continue;
        }
        fired |= knocks.hear(knock(at - 3_000.0).max(knock(at - 3_400.0)), at);
    }
    assert!(!fired);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// However levels and times come: never more often than twice a second, and never a panic.
    #[test]
    fn it_never_fires_twice_in_a_row(levels in prop::collection::vec((any::<f32>(), -30.0..60.0f64), 0..400)) {
        let mut knocks = Knocks::default();
        let (mut now, mut last) = (0.0, f64::NEG_INFINITY);
        for (level, step) in levels {
            now += step;
            if knocks.hear(level, now) {
                prop_assert!(step < 0.0 || now - last > 500.0);
                last = now;
            }
        }
    }

    /// What stays loud for longer than a knock is none, in whatever rhythm it comes.
    #[test]
    fn nothing_lasting_is_a_knock(lengths in prop::collection::vec((150.0..900.0f64, 100.0..1_500.0f64), 1..20)) {
        let mut knocks = Knocks::default();
        let mut now = 0.0;
        let mut hear = |level: f32, lasts: f64| {
            let steps = (lasts / 20.0).ceil() as u32;
            (0..steps).any(|_| {
                now += 20.0;
                knocks.hear(level, now)
            })
        };
        prop_assert!(!hear(0.01, 2_000.0));
        for (loud, quiet) in lengths {
            prop_assert!(!hear(0.4, loud) && !hear(0.01, quiet));
        }
    }
}

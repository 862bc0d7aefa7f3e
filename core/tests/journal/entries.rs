//! Entries for the tests: made by hand, or any at all.

use crate::common::TODAY;
use palpate_core::journal::{Entry, Finding, Score, Spread, Stamp};
use palpate_core::walkthrough::{Found, Strokes};
use palpate_core::{Day, Side};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub const DAY: f64 = 86_400_000.0;

pub fn score(score: u8) -> Score {
    Score::try_from(score).unwrap()
}

/// Noon of a day so many days ago.
pub fn ago(days: i32) -> Stamp {
    at(Day(TODAY.0 - days), 12)
}

pub fn at(day: Day, hour: i32) -> Stamp {
    Stamp { at: f64::from(day.0) * DAY + f64::from(hour) * DAY / 24.0, offset: 0 }
}

/// A massage on the right side so many days ago.
pub fn massage(id: &str, days: i32, before: Option<u8>, after: Option<u8>) -> Entry {
    Entry {
        walkthrough: Some("self-massage".into()),
        side: Some(Side::Right),
        before: before.map(score),
        after: after.map(score),
        ..Entry::new(id.into(), ago(days))
    }
}

pub fn finding(tender: Option<u8>, strokes: u8) -> Finding {
    let strokes = Strokes::try_from(strokes).unwrap();
    Finding { tender: tender.map(score), ..Finding::new("iliacus", Some("iliac-fossa"), Side::Right, strokes) }
}

pub fn any_score() -> impl Strategy<Value = Score> {
    (0u8..=10).prop_map(score)
}

pub fn any_side() -> impl Strategy<Value = Side> {
    select(Side::BOTH.to_vec())
}

pub fn any_finding() -> impl Strategy<Value = Finding> {
    let whose = (select(vec!["iliacus", "psoas-major", "", "?"]), option::of(select(vec!["a", "b"])), any_side(), 0u8..=15);
    let felt = (option::of(0u8..4), option::of(any_score()), option::of(any::<bool>()), any::<bool>(), any::<bool>());
    let sure = option::of(select(vec![Found::Yes, Found::NotSure, Found::No]));
    let spread = option::of(select(vec![Spread::Stays, Spread::Spreads, Spread::Refers]));
    (whose, felt, sure, spread, ".{0,8}").prop_map(|((muscle, area, side, strokes), felt, sure, spread, note)| {
        let (point, tender, familiar, sharp, rising) = felt;
        let new = Finding::new(muscle, area, side, Strokes::try_from(strokes).unwrap());
        Finding { point, tender, familiar, sharp, rising, sure, spread, note, ..new }
    })
}

/// A moment: mostly of the last months, sometimes to come, sometimes nonsense.
pub fn any_moment() -> impl Strategy<Value = Stamp> {
    let near = (-4_800i32..400).prop_map(|hours| f64::from(TODAY.0) * DAY + f64::from(hours) * DAY / 24.0);
    let wild = select(vec![0.0, -1e300, 1e300, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -0.0]);
    (prop_oneof![20 => near, 1 => wild], select(vec![0i16, -840, 720, i16::MIN, i16::MAX])).prop_map(|(at, offset)| Stamp { at, offset })
}

pub fn stop_rules() -> Vec<&'static str> {
    vec!["pulse", "wide-pulse", "nerve-feeling", "still-sore-from-before", "sudden-severe-pain", "holding-breath", "forgotten"]
}

prop_compose! {
    /// Any entry, with an id of at most `ids`.
    pub fn any_entry(ids: u32)(
        id in 0..ids,
        when in any_moment(),
        changed in prop_oneof![8 => (0u32..4).prop_map(f64::from), 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)],
        deleted in prop::bool::weighted(0.2),
        walkthrough in option::weighted(0.8, select(vec!["self-massage", "psoas-palpation", "gone"])),
        side in option::weighted(0.9, any_side()),
        complaint in option::of(select(vec!["groin", "gone"])),
        scores in (option::weighted(0.8, any_score()), option::weighted(0.8, any_score())),
        sore in prop::bool::weighted(0.2),
        stopped in option::weighted(0.1, select(stop_rules())),
        findings in prop::collection::vec(any_finding(), 0..4),
        note in ".{0,8}",
    ) -> Entry {
        let entry = Entry {
            walkthrough: walkthrough.map(str::to_owned),
            side,
            complaint: complaint.map(str::to_owned),
            before: scores.0,
            after: scores.1,
            sore,
            stopped: stopped.map(str::to_owned),
            findings,
            note,
            changed,
            ..Entry::new(format!("id{id}"), when)
        };
        if deleted { Entry { changed, ..entry.tombstone(changed) } } else { entry }
    }
}

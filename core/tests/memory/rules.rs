//! Rules of the memory that no log may break.

use crate::log::{answered, noon, read};
use palpate_core::Side;
use palpate_core::day::Day;
use palpate_core::journal::Stamp;
use palpate_core::memory::{Card, Memory, Moment, Rating, Review, Sure, What};
use palpate_core::record::Learning;
use palpate_core::walkthrough::Found;
use proptest::prelude::*;

const RATINGS: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

fn rating() -> impl Strategy<Value = Rating> {
    prop::sample::select(RATINGS.to_vec())
}

fn what() -> impl Strategy<Value = What> {
    let sure = prop::sample::select(vec![Sure::Unsure, Sure::Sure, Sure::Easy]);
    let found = prop::sample::select(vec![Found::Yes, Found::NotSure, Found::No]);
    prop_oneof![
        6 => (any::<bool>(), sure.clone()).prop_map(|(right, sure)| What::Answered { attempt: None, right, sure }),
        2 => (found, sure).prop_map(|(found, sure)| What::Practised { side: Side::Left, found, sure }),
        2 => Just(What::Read),
    ]
}

/// Mostly within some weeks, often at the same millisecond as another, and any float at all.
fn stamp() -> impl Strategy<Value = Stamp> {
    let at = prop_oneof![
        4 => (20_000u32..20_060, 0u32..4).prop_map(|(day, after)| f64::from(day) * 86_400_000.0 + f64::from(after) * 2e7),
        1 => 0.0..7e12f64,
        1 => prop::num::f64::ANY,
        1 => prop::sample::select(vec![0.0, -0.0, -1.0, 1e15, 3e13, 7_258_118_400_000.0, f64::MAX, f64::MIN]),
    ];
    (at, prop_oneof![Just(0i16), -840i16..=840, any::<i16>()]).prop_map(|(at, offset)| Stamp { at, offset })
}

fn log() -> impl Strategy<Value = Vec<Review>> {
    let row = (0u8..4, stamp(), what()).prop_map(|(card, when, what)| Review { card: format!("card-{card}"), when, what });
    prop::collection::vec(row, 0..60)
}

/// Reviews of one card: days since the one before, and ratings.
fn history() -> impl Strategy<Value = Vec<(i32, Rating)>> {
    prop::collection::vec((prop_oneof![Just(0), 0..10i32, 0..4_000i32], rating()), 1..20)
}

fn remembered(history: &[(i32, Rating)]) -> (Memory, Day) {
    let mut day = 20_000;
    let mut rows = Vec::new();
    for (after, (gap, rating)) in (0..).zip(history) {
        day += gap;
        rows.push(answered("card", noon(Day(day), after), *rating));
    }
    (Memory::of(&rows), Day(day))
}

proptest! {
    /// Copies of a record that were merged in another order tell the same.
    #[test]
    fn the_order_of_the_log_makes_no_difference((log, shuffled) in log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle()))) {
        prop_assert_eq!(Memory::of(&log), Memory::of(&shuffled));
    }

    /// In whatever order rows come, to take one more or to be told to begin anew is as good as beginning anew each time.
    #[test]
    fn one_by_one_is_as_good_as_all_at_once(log in log()) {
        let mut memory = Memory::default();
        for (at, review) in log.iter().enumerate() {
            let before = memory.clone();
            if !memory.learn(review) {
                prop_assert_eq!(&memory, &before);
                memory = Memory::of(&log[..=at]);
            }
            prop_assert_eq!(&memory, &Memory::of(&log[..=at]));
        }
    }

    /// While the clock runs forward nothing has to be made anew.
    #[test]
    fn rows_in_time_are_taken(gaps in prop::collection::vec((0u8..3, 1u32..900_000_000, what()), 0..40)) {
        let mut memory = Memory::default();
        let mut log = Vec::new();
        let mut at = 1.7e12;
        for (card, gap, what) in gaps {
            at += f64::from(gap);
            log.push(Review { card: format!("card-{card}"), when: Stamp { at, offset: 0 }, what });
            prop_assert!(memory.learn(&log[log.len() - 1]));
        }
        prop_assert_eq!(memory, Memory::of(&log));
    }

    #[test]
    fn what_is_remembered_is_sound_whatever_the_log_holds(log in log(), today in any::<i32>(), retention in any::<u8>()) {
        let memory = Memory::of(&log);
        let learning = Learning { retention, ..Learning::default() };
        for (id, card) in &memory.cards {
            prop_assert!((0.001..=36_500.0).contains(&card.stability), "{}", card.stability);
            prop_assert!((1.0..=10.0).contains(&card.difficulty), "{}", card.difficulty);
            prop_assert!(card.first <= card.last && card.right <= card.reviews && card.reviews > 0);
            prop_assert!(u32::from(card.failed) <= card.reviews - card.right);
            let due = memory.due(id, &learning).unwrap();
            prop_assert!((1..=36_500).contains(&(due.0 - card.last.0)));
            let chance = memory.retrievability(id, Day(today)).unwrap();
            prop_assert!((0.0..=1.0).contains(&chance), "{chance}");
        }
        let graded = log.iter().filter(|row| row.rating().is_some() && (0.0..7_258_118_400_000.0).contains(&row.when.at)).count();
        prop_assert_eq!(memory.cards.values().map(|card| card.reviews as usize).sum::<usize>(), graded);
    }

    /// A better answer never comes back sooner.
    #[test]
    fn due_days_follow_the_rating(history in history(), gap in 0..2_000i32, retention in 80u8..=97) {
        let (memory, last) = remembered(&history);
        let learning = Learning { retention, ..Learning::default() };
        let due = RATINGS.map(|rating| {
            let mut memory = memory.clone();
            assert!(memory.learn(&answered("card", noon(Day(last.0 + gap), 999), rating)));
            memory.due("card", &learning).unwrap()
        });
        prop_assert!(due.is_sorted(), "{due:?}");
    }

    /// The more is to be remembered, the sooner a card is asked again.
    #[test]
    fn due_days_follow_the_retention(history in history()) {
        let (memory, _) = remembered(&history);
        let due: Vec<Day> = (0..=255).map(|retention| memory.due("card", &Learning { retention, ..Learning::default() }).unwrap()).collect();
        prop_assert!(due.is_sorted_by(|a, b| a >= b));
    }

    /// The chance of recall is whole on the day of a review, falls with each day, and is about the learner's when it is due.
    #[test]
    fn recall_falls_with_the_days(history in history(), retention in 80u8..=97) {
        let (memory, last) = remembered(&history);
        let chance = |day: i32| memory.retrievability("card", Day(day)).unwrap();
        prop_assert_eq!(chance(last.0), 1.0);
        prop_assert_eq!(chance(last.0 - 400), 1.0);
        let days: Vec<f32> = (0..2_000).map(|day| chance(last.0 + day)).collect();
        prop_assert!(days.is_sorted_by(|a, b| a >= b));
        prop_assert!(days[1] < 1.0 || memory.cards["card"].stability > 1_000.0);
        let due = memory.due("card", &Learning { retention, ..Learning::default() }).unwrap();
        let wanted = f32::from(retention) / 100.0;
        // An interval is a day at least, and a hundred years at most.
        prop_assert!(chance(due.0 + 1) <= wanted || due.0 == last.0 + 36_500);
        prop_assert!(chance(due.0 - 1) >= wanted || due.0 == last.0 + 1);
    }

    /// Reading the page forgives the failures, and is no review.
    #[test]
    fn a_page_that_was_read_is_no_review(history in history(), gap in 0..400i32) {
        let (memory, last) = remembered(&history);
        let mut after = memory.clone();
        prop_assert!(after.learn(&read("card", noon(Day(last.0 + gap), 999))));
        let (before, card) = (&memory.cards["card"], &after.cards["card"]);
        prop_assert_eq!(card, &Card { failed: 0, moment: card.moment, ..before.clone() });
    }

    /// What comes with an earlier time changes nothing until all is made anew, whatever is wrong with the clock.
    #[test]
    fn a_clock_set_back_does_no_harm(history in history(), back in 1..3_000i32, rating in rating()) {
        let (mut memory, last) = remembered(&history);
        let before = memory.clone();
        prop_assert!(!memory.learn(&answered("card", noon(Day(last.0 - back), 999), rating)));
        prop_assert_eq!(memory, before);
    }

    /// What a broken copy may hold leads to no panic and no nonsense.
    #[test]
    fn a_broken_card_is_read_with_care(stability in prop::num::f32::ANY, difficulty in prop::num::f32::ANY, last in any::<i32>(), today in any::<i32>()) {
        let moment = Moment { at: 0.0, offset: 0, grade: 3 };
        let (first, last) = (Day(0), Day(last));
        let card = Card { stability, difficulty, first, last, reviews: u32::MAX, right: u32::MAX, failed: u8::MAX, moment };
        let mut memory = Memory::default();
        memory.cards.insert("card".to_owned(), card);
        prop_assert!((0.0..=1.0).contains(&memory.retrievability("card", Day(today)).unwrap()));
        prop_assert!(memory.due("card", &Learning::default()).unwrap() > last || last.0 == i32::MAX);
        for rating in RATINGS {
            let row = answered("card", Stamp { at: 1.7e12, offset: 0 }, rating);
            prop_assert!(memory.learn(&row));
        }
        prop_assert!((0.001..=36_500.0).contains(&memory.cards["card"].stability));
    }

    /// A memory that was put away and read back is the same.
    #[test]
    fn a_memory_reads_back(log in log()) {
        let memory = Memory::of(&log);
        let written = serde_json::to_string(&memory).unwrap();
        prop_assert_eq!(serde_json::from_str::<Memory>(&written).unwrap(), memory);
    }
}

#[test]
fn twice_at_the_same_moment_counts_twice() {
    let [wrong, right] = [Rating::Again, Rating::Good].map(|rating| answered("card", noon(Day(20_000), 0), rating));
    let memory = Memory::of(&[right.clone(), wrong.clone()]);
    let card = &memory.cards["card"];
    assert_eq!((card.reviews, card.right, card.failed), (2, 1, 0), "the failure counts as the earlier");
    let mut one_by_one = Memory::default();
    assert!(one_by_one.learn(&right));
    assert!(!one_by_one.learn(&wrong), "it belongs before the other");
    // A copy of a row is a row: whether it is one is for the log to know.
    assert_eq!(Memory::of(&[right.clone(), right]).cards["card"].reviews, 2);
}

#[test]
fn rows_that_no_clock_can_have_written_change_nothing() {
    for at in [f64::NAN, f64::INFINITY, -1.0, 1e300, 31_556_889_864_403_199_000.0] {
        let row = answered("card", Stamp { at, offset: 0 }, Rating::Good);
        let mut memory = Memory::default();
        assert!(memory.learn(&row), "{at}");
        assert_eq!(memory, Memory::default(), "{at}");
    }
    // An offset of no place: the day is told in UTC.
    let row = answered("card", Stamp { at: 86_400_000.0 * 20_000.5, offset: i16::MIN }, Rating::Good);
    assert_eq!(Memory::of(&[row]).cards["card"].last, Day(20_000));
}

/// Days are the learner's own: late in the evening and after midnight are two, wherever that is.
#[test]
fn days_are_those_of_the_place() {
    let evening = Stamp { at: 86_400_000.0 * 20_000.0 + 12.5 * 3_600_000.0, offset: -660 };
    let morning = Stamp { at: evening.at + 3_600_000.0, ..evening };
    let memory = Memory::of(&[answered("card", evening, Rating::Good), answered("card", morning, Rating::Good)]);
    assert_eq!((memory.cards["card"].first, memory.cards["card"].last), (Day(20_000), Day(20_001)));
}

//! Rules of the day's plan, for any log and any limits, on the real bank.

use crate::log::{answered, noon, practised, read, real};
use palpate_core::Knowledge;
use palpate_core::day::Day;
use palpate_core::item::{Item, Topic};
use palpate_core::memory::{ESSENTIALS, FAILURES, Memory, Rating, Review, YEAR, forecast, plan, skill, syllabus};
use palpate_core::record::Learning;
use palpate_core::walkthrough::Found;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

static REAL: LazyLock<(Knowledge, Vec<Item>)> = LazyLock::new(real);

const START: i32 = 20_000;
const SKILLS: [&str; 2] = ["iliacus-palpation", "psoas-palpation"];

#[derive(Clone, Debug)]
enum Did {
    Answered(Rating),
    Read,
}

fn did() -> impl Strategy<Value = Did> {
    let rating = prop::sample::select(vec![Rating::Again, Rating::Again, Rating::Hard, Rating::Good, Rating::Good, Rating::Easy]);
    prop_oneof![8 => rating.prop_map(Did::Answered), 1 => Just(Did::Read)]
}

/// A log over some weeks, of as many different items as `spread` says, and of palpations.
fn log() -> impl Strategy<Value = Vec<Review>> {
    let items = prop_oneof![Just(6usize), Just(60), Just(359)].prop_flat_map(|spread| {
        let row = (0..spread, 0i32..50, 0u32..100, did()).prop_map(|(at, day, after, did)| {
            let id = &REAL.1[at * 7 % REAL.1.len()].id;
            let when = noon(Day(START + day), after);
            match did {
                Did::Answered(rating) => answered(id, when, rating),
                Did::Read => read(id, when),
            }
        });
        prop::collection::vec(row, 0..400)
    });
    let found = prop::sample::select(vec![Found::Yes, Found::NotSure, Found::No]);
    let skill = (prop::sample::select(SKILLS.to_vec()), 0i32..50, found)
        .prop_map(|(id, day, found)| practised(id, noon(Day(START + day), 0), found));
    (items, prop::collection::vec(skill, 0..8)).prop_map(|(items, skills)| [items, skills].concat())
}

fn learning() -> impl Strategy<Value = Learning> {
    (0u8..30, prop_oneof![0u8..60, Just(255)], 70u8..=99, any::<bool>())
        .prop_map(|(new_a_day, reviews_a_day, retention, skills)| Learning { new_a_day, reviews_a_day, retention, skills })
}

/// While the log is written, soon after, and after a holiday.
fn today() -> impl Strategy<Value = Day> {
    prop_oneof![-20..0i32, 0..50i32, 50..60i32, 60..600i32].prop_map(|day| Day(START + day))
}

fn is_safety(id: &str) -> bool {
    REAL.1.iter().any(|item| item.id == id && item.topic == Topic::Safety)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_day_is_more_than_the_learner_allows(log in log(), learning in learning(), today in today()) {
        let (knowledge, items) = &*REAL;
        let memory = Memory::of(&log);
        let plan = plan(knowledge, items, &memory, &learning, today);
        let known: HashMap<&str, _> = items.iter().filter_map(|item| Some((item.id.as_str(), memory.cards.get(&item.id)?))).collect();
        let begun = known.values().filter(|card| card.first == today).count();
        let done = known.values().filter(|card| card.last == today).count();
        let asked = known.values().filter(|card| card.last == today && card.first != today).count();
        prop_assert!(plan.due.is_empty() || plan.due.len() + asked <= learning.reviews_a_day.into());
        prop_assert!(plan.new.is_empty() || plan.new.len() + begun <= learning.new_a_day.into());
        // A limit that has room is used.
        prop_assert!(plan.waiting == 0 || plan.due.len() + asked >= learning.reviews_a_day.into());
        let unknown = items.len() - known.len();
        prop_assert!(plan.waiting > 0 || plan.new.len() == unknown.min(usize::from(learning.new_a_day).saturating_sub(begun)));
        // A backlog is worked off first.
        prop_assert!(plan.waiting == 0 || plan.new.is_empty());
        prop_assert_eq!(plan.waiting > 0, plan.catch_up_days > 0);
        prop_assert!(plan.catch_up_days <= YEAR);
        let skills: Vec<_> = SKILLS.iter().filter_map(|id| memory.cards.get(&skill(id))).filter(|card| card.last == today).collect();
        prop_assert_eq!(plan.done, done + skills.len());
        prop_assert!(plan.skills.len() <= usize::from(learning.skills && skills.is_empty()));
    }

    #[test]
    fn each_id_is_in_the_one_list_it_belongs_to(log in log(), learning in learning(), today in today()) {
        let (knowledge, items) = &*REAL;
        let memory = Memory::of(&log);
        let plan = plan(knowledge, items, &memory, &learning, today);
        let skills = plan.skills.iter().map(|id| skill(id));
        let all: Vec<String> = plan.due.iter().chain(&plan.new).chain(&plan.reread).cloned().chain(skills).collect();
        prop_assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
        for id in &plan.due {
            prop_assert!(memory.due(id, &learning).unwrap() <= today && memory.cards[id].failed < FAILURES);
        }
        prop_assert!(plan.new.iter().all(|id| !memory.cards.contains_key(id)));
        let failing = items.iter().filter(|item| memory.cards.get(&item.id).is_some_and(|card| card.failed >= FAILURES)).count();
        prop_assert_eq!(plan.reread.len(), failing);
        prop_assert!(plan.reread.iter().all(|id| memory.cards[id].failed >= FAILURES));
        prop_assert!(plan.skills.iter().all(|id| memory.due(&skill(id), &learning).is_none_or(|due| due <= today)));
        // Safety first, then what lasts longest.
        let rank = |id: &String| (!is_safety(id), -memory.cards[id].stability);
        prop_assert!(plan.due.is_sorted_by(|a, b| rank(a) <= rank(b)));
        prop_assert!(plan.reread.is_sorted_by_key(|id| !is_safety(id)));
    }

    #[test]
    fn at_most_a_third_of_what_is_new_is_on_a_picture(begun in 0usize..359, learning in learning(), started in 0usize..8) {
        let (knowledge, items) = &*REAL;
        let today = Day(START);
        let rows = syllabus(knowledge, items).into_iter().take(begun).enumerate().map(|(at, item)| {
            // The last of them today, all others so that none is due.
            let day = if at + started >= begun { today } else { Day(START - 1) };
            answered(&item.id, noon(day, 0), Rating::Easy)
        });
        let memory = Memory::of(&rows.collect::<Vec<_>>());
        let plan = plan(knowledge, items, &memory, &learning, today);
        let begun = |item: &&Item| memory.cards.get(&item.id).is_some_and(|card| card.first == today);
        let of_today = items.iter().filter(|item| begun(item) || plan.new.contains(&item.id));
        let pictures = of_today.filter(|item| item.is_pictured()).count();
        let begun_pictures = items.iter().filter(begun).filter(|item| item.is_pictured()).count();
        let left = items.iter().any(|item| !item.is_pictured() && !memory.cards.contains_key(&item.id) && !plan.new.contains(&item.id));
        prop_assert!(!left || pictures <= usize::from(learning.new_a_day / 3).max(1).max(begun_pictures), "{pictures}");
    }

    #[test]
    fn the_forecast_holds_every_card_once(log in log(), learning in learning(), today in today()) {
        let (knowledge, items) = &*REAL;
        let memory = Memory::of(&log);
        let days = forecast(items, &memory, &learning, today, 40_000);
        let asked = items.iter().filter(|item| memory.cards.get(&item.id).is_some_and(|card| card.failed < FAILURES)).count();
        prop_assert_eq!(days.iter().sum::<usize>(), asked);
        let plan = plan(knowledge, items, &memory, &learning, today);
        prop_assert_eq!(days[0], plan.due.len() + plan.waiting);
        prop_assert_eq!(&forecast(items, &memory, &learning, today, 7), &days[..7]);
        prop_assert!(forecast(items, &memory, &learning, today, 0).is_empty());
    }

    /// An item that was taken out of the bank is asked no more, and what is remembered of it stays for the day it returns.
    #[test]
    fn what_left_the_bank_is_left_out(log in log(), today in today(), keep in 0usize..359) {
        let (knowledge, items) = &*REAL;
        let memory = Memory::of(&log);
        let learning = Learning::default();
        let plan = plan(knowledge, &items[..keep], &memory, &learning, today);
        let kept: HashSet<&str> = items[..keep].iter().map(|item| item.id.as_str()).collect();
        prop_assert!(plan.due.iter().chain(&plan.new).chain(&plan.reread).all(|id| kept.contains(id.as_str())));
    }

    /// No new palpation before the safety essentials are known.
    #[test]
    fn safety_comes_before_hands(log in log(), learning in learning(), today in today()) {
        let (knowledge, items) = &*REAL;
        let memory = Memory::of(&log);
        let plan = plan(knowledge, items, &memory, &learning, today);
        let order = syllabus(knowledge, items);
        let known = order[..ESSENTIALS].iter().all(|item| memory.cards.get(&item.id).is_some_and(|card| card.right > 0 && card.failed == 0));
        prop_assert!(known || plan.skills.iter().all(|id| memory.cards.contains_key(&skill(id))));
    }

    /// Any days and limits at all.
    #[test]
    fn no_day_is_too_far(log in log(), today in any::<i32>(), new_a_day in any::<u8>(), reviews_a_day in any::<u8>(), retention in any::<u8>()) {
        let (knowledge, items) = &*REAL;
        let learning = Learning { new_a_day, reviews_a_day, retention, skills: true };
        let memory = Memory::of(&log);
        let plan = plan(knowledge, items, &memory, &learning, Day(today));
        prop_assert!(plan.due.len() <= reviews_a_day.into() && plan.new.len() <= new_a_day.into());
        prop_assert_eq!(forecast(items, &memory, &learning, Day(today), 3).len(), 3);
    }
}

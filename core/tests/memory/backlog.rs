//! In which order a backlog is worked off best, told and not judged: learners as FSRS thinks them, who come back after some
//! time to a bank of the size of this one. `cargo test -p palpate-core --test memory backlog -- --ignored --nocapture`.

use crate::log::{answered, noon};
use palpate_core::day::Day;
use palpate_core::memory::{Card, Memory, Rating};
use palpate_core::record::Learning;

const LEARNERS: u32 = 10;
const ITEMS_A_DAY: u32 = 12;
const DAYS: u32 = 30;

/// Random numbers from 0 to 1, the same for every order.
struct Chance(oorandom::Rand32);

struct Learner {
    memory: Memory,
    today: Day,
    chance: Chance,
}

type Order = fn(&Card, Day) -> f32;

impl Learner {
    fn answer(&mut self, id: &str, after: u32, right: f32) {
        let rating = if self.chance.0.rand_float() < right { Rating::Good } else { Rating::Again };
        assert!(self.memory.learn(&answered(id, noon(self.today, after), rating)));
    }

    /// Asks what is due, the least by the order first. How many were asked, and how many still wait.
    fn study(&mut self, limit: usize, order: Order) -> (usize, usize) {
        let (memory, today, learning) = (&self.memory, self.today, Learning::default());
        let due = memory.cards.iter().filter(|(id, _)| memory.due(id, &learning).is_some_and(|day| day <= today));
        let mut due: Vec<(f32, String, f32)> = due.map(|(id, card)| (order(card, today), id.clone(), card.retrievability(today))).collect();
        due.sort_by(|a, b| a.0.total_cmp(&b.0));
        let now = due.len().min(limit);
        for (after, (_, id, right)) in (0..).zip(&due[..now]) {
            self.answer(id, after, *right);
        }
        (now, due.len() - now)
    }

    fn known(&self) -> f32 {
        self.memory.cards.values().map(|card| card.retrievability(self.today)).sum()
    }
}

#[test]
#[ignore = "a measurement, not a test"]
fn orders_of_a_backlog() {
    let orders: [(&str, Order); 4] = [
        ("best remembered first", |card, today| -card.retrievability(today)),
        ("least remembered first", |card, today| card.retrievability(today)),
        ("longest waiting first", |card, _| card.last.0 as f32 + card.stability),
        ("longest lasting first", |card, _| -card.stability),
    ];
    for (away, limit) in [(30, 20), (30, 40), (90, 20), (90, 40), (200, 20), (200, 40)] {
        for (name, order) in orders {
            let (mut took, mut reviews, mut known) = (0, 0, 0.0);
            for seed in 0..LEARNERS {
                let chance = Chance(oorandom::Rand32::new(seed.into()));
                let mut learner = Learner { memory: Memory::default(), today: Day(20_000), chance };
                for day in 0..DAYS {
                    learner.study(usize::MAX, |_, _| 0.0);
                    for at in 0..ITEMS_A_DAY {
                        learner.answer(&format!("item-{}", day * ITEMS_A_DAY + at), 1_000 + at, 0.8);
                    }
                    learner.today.0 += 1;
                }
                learner.today.0 += away;
                let mut waits = true;
                for day in 1..=60 {
                    let (asked, waiting) = learner.study(limit, order);
                    if waits {
                        (took, reviews, waits) = (took + 1, reviews + asked, waiting > 0);
                    }
                    learner.today.0 += 1;
                    known += if day == 14 { learner.known() } else { 0.0 };
                }
            }
            let mean = |sum: f32| sum / LEARNERS as f32;
            println!(
                "{away} days away, {limit} a day, {name}: {:.1} days, {:.0} reviews, {:.0} of {} known after 14 days",
                mean(took as f32),
                mean(reviews as f32),
                mean(known),
                DAYS * ITEMS_A_DAY
            );
        }
    }
}

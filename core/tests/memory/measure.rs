//! What it costs, told and not judged: `cargo test --release -p palpate-core --test memory measure -- --ignored --nocapture`.

use crate::log::{answered, noon, real};
use palpate_core::day::Day;
use palpate_core::memory::{Memory, Rating, Review, forecast, plan, syllabus};
use palpate_core::record::Learning;
use std::hint::black_box;
use std::time::Instant;

const REVIEWS: u32 = 100_000;

fn told<T>(name: &str, times: u32, mut work: impl FnMut() -> T) {
    let before = Instant::now();
    for _ in 0..times {
        black_box(work());
    }
    println!("{name}: {:.3} ms", before.elapsed().as_secs_f64() * 1_000.0 / f64::from(times));
}

#[test]
#[ignore = "a measurement, not a test"]
fn a_hundred_thousand_reviews() {
    let (knowledge, items) = real();
    // Ten years: some thirty reviews a day, over all items, a sixth of them wrong.
    let log: Vec<Review> = (0..REVIEWS)
        .map(|at| {
            let mixed = at.wrapping_mul(2_654_435_761) >> 8;
            let item = &items[mixed as usize % items.len()].id;
            let rating = [Rating::Again, Rating::Hard, Rating::Good, Rating::Good, Rating::Good, Rating::Easy][(mixed / 7) as usize % 6];
            answered(item, noon(Day(20_000 + (at / 28) as i32), at % 28 * 10_000), rating)
        })
        .collect();
    let backwards: Vec<Review> = log.iter().rev().cloned().collect();
    let today = Day(20_000 + (REVIEWS / 28) as i32 + 1);
    let learning = Learning::default();
    let memory = Memory::of(&log);
    println!("{REVIEWS} reviews of {} items", memory.cards.len());
    told("memory of the log", 10, || Memory::of(&log));
    told("memory of the log backwards", 10, || Memory::of(&backwards));
    let mut known = memory.clone();
    let mut after = 0;
    told("one more review", 1_000, || {
        after += 1;
        known.learn(&answered(&items[0].id, noon(today, after), Rating::Good))
    });
    told("plan", 100, || plan(&knowledge, &items, &memory, &learning, today));
    told("plan after a holiday", 100, || plan(&knowledge, &items, &memory, &learning, Day(today.0 + 300)));
    told("plan of a beginner", 100, || plan(&knowledge, &items, &Memory::default(), &learning, today));
    told("syllabus", 100, || syllabus(&knowledge, &items));
    told("forecast of 30 days", 100, || forecast(&items, &memory, &learning, today, 30));
    told("today's recall of all cards", 100, || items.iter().filter_map(|item| memory.retrievability(&item.id, today)).sum::<f32>());
}

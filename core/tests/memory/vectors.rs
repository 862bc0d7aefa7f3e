//! The reference package for Python agrees, review by review, on random histories (`vectors.py` makes them).

use crate::log::{answered, noon};
use palpate_core::day::Day;
use palpate_core::memory::{Memory, Rating, Review};
use palpate_core::record::Learning;

const VECTORS: &str = include_str!("vectors.csv");

struct Row {
    history: usize,
    retention: u8,
    day: i32,
    rating: Rating,
    recall: Option<f64>,
    stability: f64,
    difficulty: f64,
    interval: i32,
}

fn rows() -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(VECTORS.as_bytes());
    let row = |cells: csv::StringRecord| Row {
        history: cells[0].parse().unwrap(),
        retention: cells[1].parse().unwrap(),
        day: cells[2].parse().unwrap(),
        rating: [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy][cells[3].parse::<usize>().unwrap() - 1],
        recall: (!cells[4].is_empty()).then(|| cells[4].parse().unwrap()),
        stability: cells[5].parse().unwrap(),
        difficulty: cells[6].parse().unwrap(),
        interval: cells[7].parse().unwrap(),
    };
    reader.records().map(|cells| row(cells.unwrap())).collect()
}

/// How far two numbers are apart, measured by the second.
fn apart(ours: f32, theirs: f64) -> f64 {
    (f64::from(ours) - theirs).abs() / theirs.abs()
}

#[test]
fn stability_difficulty_and_recall_are_those_of_the_reference_package() {
    let (mut histories, mut same_day) = (0, 0);
    let (mut worst_stability, mut worst_difficulty, mut worst_recall) = (0.0f64, 0.0f64, 0.0f64);
    let rows = rows();
    for rows in rows.chunk_by(|a, b| a.history == b.history) {
        histories += 1;
        let id = format!("card-{}", rows[0].history);
        let learning = Learning { retention: rows[0].retention, ..Learning::default() };
        let start = 18_000 + i32::try_from(rows[0].history).unwrap();
        let mut memory = Memory::default();
        let mut log: Vec<Review> = Vec::new();
        let mut last = None;
        for (after, row) in (0..).zip(rows) {
            let day = Day(start + row.day);
            same_day += usize::from(last == Some(day));
            last = Some(day);
            let told = format!("history {}, review {after}", row.history);
            assert_eq!(memory.retrievability(&id, day).is_some(), row.recall.is_some(), "{told}");
            if let (Some(ours), Some(theirs)) = (memory.retrievability(&id, day), row.recall) {
                worst_recall = worst_recall.max(apart(ours, theirs));
                assert!(apart(ours, theirs) < 1e-4, "{told}: recall {ours}, not {theirs}");
            }
            log.push(answered(&id, noon(day, after), row.rating));
            assert!(memory.learn(&log[log.len() - 1]), "{told}");
            let card = &memory.cards[&id];
            worst_stability = worst_stability.max(apart(card.stability, row.stability));
            worst_difficulty = worst_difficulty.max(apart(card.difficulty, row.difficulty));
            assert!(apart(card.stability, row.stability) < 1e-4, "{told}: stability {}, not {}", card.stability, row.stability);
            assert!(apart(card.difficulty, row.difficulty) < 1e-4, "{told}: difficulty {}, not {}", card.difficulty, row.difficulty);
            // Both round to whole days. Just at a half they may fall on either side, and so do long intervals by their 1e-4.
            let days = memory.due(&id, &learning).unwrap().0 - day.0;
            assert!((days - row.interval).abs() <= 1 + row.interval / 10_000, "{told}: {days} days, not {}", row.interval);
        }
        assert_eq!(Memory::of(&log), memory, "history {}: all at once and one by one", rows[0].history);
    }
    assert!(histories >= 1_000, "{histories} histories");
    assert!(same_day >= 1_000, "{same_day} reviews on the day of the one before");
    println!(
        "{histories} histories, {} reviews. Furthest apart: stability {worst_stability:.1e}, difficulty {worst_difficulty:.1e}, recall {worst_recall:.1e}",
        rows.len()
    );
}

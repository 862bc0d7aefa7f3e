//! The round of a day, and how sure the learner is.

use super::*;
use crate::day::Day;

const TODAY: Day = Day(20_778);

fn day(bank: &[Item], ids: &[&str]) -> Round {
    Round::of_day(bank, ids.iter().map(|id| (*id).to_owned()).collect(), Seed(5), TODAY)
}

fn asked(round: &Round) -> Vec<&str> {
    round.cards().iter().map(|card| card.item.as_str()).collect()
}

#[test]
fn a_day_asks_what_is_planned_in_its_order() {
    let bank = bank();
    let round = day(&bank, &["item-9", "item-2", "gone", "item-33", "item-2"]);
    assert_eq!(asked(&round), ["item-9", "item-2", "item-33"]);
    assert_eq!((round.day(), round.fits(&bank)), (Some(TODAY), true));
    // Items 0 and 5 ask for the same, so they are moved apart.
    assert_eq!(asked(&day(&bank, &["item-0", "item-5", "item-1"])), ["item-0", "item-1", "item-5"]);
}

#[test]
fn a_missed_item_comes_back_once() {
    let bank = bank();
    let mut round = day(&bank, &["item-1", "item-2"]);
    assert!(round.apply(Event::GiveUp, &bank) && round.apply(Event::Next, &bank));
    assert_eq!(asked(&round), ["item-1", "item-2", "item-1"]);
    answer_rightly(&mut round, &bank);
    assert!(!round.is_again() && round.apply(Event::Next, &bank));
    assert!(round.is_again(), "the missed one, once more");
    assert!(round.apply(Event::GiveUp, &bank) && round.apply(Event::Next, &bank));
    assert_eq!((round.phase(), round.cards().len()), (Phase::Done, 3), "not a third time");
    // Only what was said first counts.
    let report = round.report();
    assert_eq!((report.right, report.total, report.missed), (1, 2, vec!["item-1".to_owned()]));
}

#[test]
fn practice_does_not_ask_again() {
    let (bank, mut round) = one(0);
    assert!(round.apply(Event::GiveUp, &bank));
    assert_eq!((round.cards().len(), round.day()), (1, None));
}

#[test]
fn how_sure_is_told_before_the_answer_and_for_each_question() {
    let bank = bank();
    let mut round = day(&bank, &["item-0", "item-4"]);
    assert_eq!(round.card().map(|card| card.sure), Some(Sure::Sure));
    assert!(!round.apply(Event::Sure(Sure::Sure), &bank), "it was so already");
    assert!(round.apply(Event::Sure(Sure::Easy), &bank) && round.apply(Event::Sure(Sure::Unsure), &bank));
    answer_rightly(&mut round, &bank);
    assert!(!round.apply(Event::Sure(Sure::Easy), &bank), "too late");
    assert_eq!(round.card().map(|card| card.sure), Some(Sure::Unsure));
    assert!(round.apply(Event::Next, &bank));
    assert_eq!(round.card().map(|card| card.sure), Some(Sure::Sure));
}

#[test]
fn a_round_kept_by_an_older_version_can_be_read() {
    let (_, round) = one(0);
    let mut kept = serde_json::to_value(&round).expect("JSON");
    kept.as_object_mut().expect("an object").remove("day");
    kept["cards"][0].as_object_mut().expect("an object").remove("sure");
    assert_eq!(serde_json::from_value::<Round>(kept).expect("a round"), round);
}

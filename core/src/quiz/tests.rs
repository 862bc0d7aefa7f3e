//! A round from draw to report, and what no sequence of events can do to it.

mod days;
mod pictures;

use super::*;
use crate::item::{Asks, Choice, Matching, Order, Pair, SelectAll, SingleBest};
use crate::item::{Locate, Marks, Paint};
use crate::knowledge::{Cite, ClaimKind, Layer, Strength, View};
use crate::picture::Region;
use proptest::prelude::*;

const COUNT: usize = 10;

fn options(count: usize) -> Vec<Choice> {
    (0..count).map(|at| Choice { text: format!("o{at}"), why: "why".to_owned() }).collect()
}

fn item(at: usize) -> Item {
    let body = match at % 4 {
        0 => Body::SingleBest(SingleBest { options: options(4), key: 2 }),
        1 => Body::SelectAll(SelectAll { options: options(5), keys: vec![1, 3] }),
        2 => Body::Order(Order { steps: (0..4).map(|step| format!("s{step}")).collect() }),
        _ => Body::Matching(Matching { pairs: (0..3).map(|pair| Pair { left: format!("l{pair}"), right: format!("r{pair}") }).collect() }),
    };
    Item {
        id: format!("item-{at}"),
        topic: Topic::ALL[(at / 4) % 4],
        relation: None,
        about: vec![if at.is_multiple_of(3) { "iliacus" } else { "psoas-major" }.to_owned()],
        stem: format!("Stem {at}?"),
        picture: None,
        body,
        rationale: "r".to_owned(),
        cites: vec![Cite::OurRule],
        asks: at.is_multiple_of(5).then(|| Asks { muscle: "iliacus".to_owned(), kind: ClaimKind::Origin }),
        fact: None,
    }
}

fn square([x, y]: [i16; 2]) -> Region {
    Region { parts: vec![vec![vec![[x, y], [x + 30, y], [x + 30, y + 30], [x, y + 30]]]], lines: Vec::new() }
}

fn spot(at: [i16; 2]) -> Place {
    Place { view: View::Front, at }
}

/// A question on a picture: one to mark a place, to paint, or to mark two places.
fn picture(at: usize) -> Item {
    let (view, layers) = (View::Front, vec![Layer::Bone]);
    let body = match at % 3 {
        0 => Body::Locate(Locate { view, target: square([-60, 0]), tolerance: 8, layers }),
        1 => Body::Paint(Paint { view, zones: vec![(square([-60, 0]), Strength::Core)], names: vec!["zone".to_owned()], layers }),
        _ => {
            let targets = [[-60, 0], [30, 0]].map(|at| (square(at), format!("square at {}", at[0]))).to_vec();
            Body::Marks(Marks { view, targets, tolerance: 8, layers })
        }
    };
    Item { id: format!("picture-{at}"), stem: format!("Picture {at}?"), body, asks: None, ..item(at) }
}

fn bank() -> Vec<Item> {
    (0..64).map(item).collect()
}

fn one(at: usize) -> (Vec<Item>, Round) {
    let bank = vec![item(at)];
    let round = Round::new(&bank, Scope::default(), COUNT, Seed(7));
    (bank, round)
}

/// The place on the screen of what stands at a position as written.
fn place(round: &Round, written: u8) -> u8 {
    let card = round.card().expect("a card");
    card.shown.iter().position(|at| *at == written).expect("shown") as u8
}

/// Answers the question at hand rightly.
fn answer_rightly(round: &mut Round, bank: &[Item]) {
    match &round.item(bank).expect("an item").body {
        Body::SingleBest(body) => {
            let event = Event::Choose(place(round, body.key));
            assert!(round.apply(event, bank));
        }
        Body::SelectAll(body) => {
            for key in &body.keys {
                let event = Event::Choose(place(round, *key));
                assert!(round.apply(event, bank));
            }
        }
        Body::Order(body) => {
            for to in 0..body.steps.len() as u8 {
                let order = round.card().expect("a card").draft.order().to_vec();
                let from = order.iter().position(|step| *step == to).expect("a step") as u8;
                round.apply(Event::Move { from, to }, bank);
            }
        }
        Body::Matching(body) => {
            for left in 0..body.pairs.len() as u8 {
                let event = Event::Pair { left, right: place(round, left) };
                assert!(round.apply(event, bank));
            }
        }
        Body::Locate(_) => assert!(round.apply(Event::Put(spot([-45, 15])), bank)),
        Body::Paint(_) => {
            for at in [[-50, 10], [-40, 20], [-50, 20], [-40, 10]] {
                assert!(round.apply(Event::Brush { place: spot(at), erase: false }, bank));
            }
        }
        Body::Marks(_) => {
            for at in [[45, 15], [-45, 15]] {
                assert!(round.apply(Event::Put(spot(at)), bank));
            }
        }
    }
    assert!(round.can_submit());
    assert!(round.apply(Event::Submit, bank));
}

#[test]
fn the_same_seed_gives_the_same_round() {
    let bank = bank();
    let draw = |seed| Round::new(&bank, Scope::default(), COUNT, Seed(seed));
    assert_eq!(draw(3), draw(3));
    assert_ne!(draw(3), draw(4));
    assert_eq!(draw(3).cards().len(), COUNT);
    assert_eq!(draw(3).seed().code(), "3");
}

#[test]
fn a_round_is_spread_over_topics_and_types() {
    let bank = bank();
    for seed in 0..50 {
        let round = Round::new(&bank, Scope::default(), 12, Seed(seed));
        for score in round.report().topics {
            assert_eq!(score.total, 3);
        }
        let types: Vec<_> = round.cards().iter().map(|card| std::mem::discriminant(&card.draft)).collect();
        assert!(types.iter().any(|kind| *kind != types[0]), "one type alone with seed {seed}");
    }
}

fn find_at(bank: &[Item], card: &Card) -> usize {
    bank.iter().position(|item| item.id == card.item).expect("in the bank")
}

#[test]
fn a_scope_keeps_others_out() {
    let bank = bank();
    let scope = Scope { topics: vec![Topic::Pain], muscle: Some("iliacus".to_owned()), ..Scope::default() };
    let round = Round::new(&bank, scope.clone(), 100, Seed(1));
    assert_eq!(round.cards().len(), scope.size(&bank));
    assert!(round.cards().iter().all(|card| scope.holds(&bank[find_at(&bank, card)])));
    assert!(!round.cards().is_empty());
    let only = Scope { only: vec!["item-5".to_owned(), "gone".to_owned()], ..Scope::default() };
    assert_eq!(Round::new(&bank, only, 10, Seed(1)).cards().len(), 1);
}

#[test]
fn nothing_to_ask_is_done_at_once() {
    let round = Round::new(&[], Scope::default(), 10, Seed(1));
    assert_eq!((round.phase(), round.card()), (Phase::Done, None));
    assert!(round.fits(&[]));
    assert_eq!(round.again_only_missed(), None);
}

#[test]
fn single_best_gives_feedback_where_it_is_shown() {
    let (bank, mut round) = one(0);
    assert!(!round.can_submit() && !round.apply(Event::Submit, &bank));
    assert!(!round.apply(Event::Choose(9), &bank));
    let wrong = place(&round, 0);
    assert!(round.apply(Event::Choose(wrong), &bank));
    assert!(!round.apply(Event::Choose(wrong), &bank));
    assert_eq!(round.feedback(&bank), None);
    assert!(round.apply(Event::Submit, &bank));
    let feedback = round.feedback(&bank).expect("feedback");
    assert!(!feedback.right && !feedback.gave_up);
    let key = place(&round, 2);
    for (at, part) in (0u8..).zip(&feedback.parts) {
        assert_eq!(*part, Part::Choice { chosen: at == wrong, key: at == key });
        assert_eq!(part.right(), at != wrong && at != key);
    }
    let expected = Attempt::SingleBest { item: "item-0".to_owned(), chosen: 0 };
    assert_eq!(round.card().and_then(|card| card.answer.clone()).and_then(|answer| answer.attempt), Some(expected));
    assert!(!round.apply(Event::Choose(0), &bank) && !round.apply(Event::GiveUp, &bank));
    assert!(round.apply(Event::Next, &bank));
    assert_eq!(round.phase(), Phase::Done);
    assert!(!round.apply(Event::Next, &bank));
    assert_eq!(round.again_only_missed().map(|scope| scope.only), Some(vec!["item-0".to_owned()]));
}

#[test]
fn select_all_takes_a_choice_back() {
    let (bank, mut round) = one(1);
    let at = place(&round, 4);
    assert!(round.apply(Event::Choose(at), &bank) && round.apply(Event::Choose(at), &bank));
    assert!(!round.can_submit());
    answer_rightly(&mut round, &bank);
    assert!(round.feedback(&bank).expect("feedback").right);
}

#[test]
fn an_order_is_never_shown_in_order() {
    let bank = vec![item(2)];
    for seed in 0..200 {
        let round = Round::new(&bank, Scope::default(), 1, Seed(seed));
        assert_ne!(round.cards()[0].shown, [0, 1, 2, 3]);
        assert!(round.can_submit());
    }
}

#[test]
fn a_right_side_belongs_to_one_left_side() {
    let (bank, mut round) = one(3);
    assert!(round.apply(Event::Pair { left: 0, right: 1 }, &bank));
    assert!(!round.apply(Event::Pair { left: 0, right: 1 }, &bank));
    assert!(round.apply(Event::Pair { left: 2, right: 1 }, &bank));
    let card = round.card().expect("a card");
    assert_eq!((card.draft.matched(0), card.draft.matched(2)), (Some(card.shown[1]), Some(card.shown[1])));
    assert!(card.draft.has_shared_partner());
    assert!(round.apply(Event::Pair { left: 1, right: 0 }, &bank));
    assert!(!round.can_submit(), "each right side belongs to one left side");
    assert!(round.apply(Event::Clear { left: 1 }, &bank));
    assert!(round.apply(Event::Clear { left: 2 }, &bank));
    assert!(!round.apply(Event::Clear { left: 2 }, &bank));
    assert!(!round.apply(Event::Pair { left: 3, right: 0 }, &bank));
    assert!(!round.apply(Event::Submit, &bank));
    answer_rightly(&mut round, &bank);
    let feedback = round.feedback(&bank).expect("feedback");
    assert!(feedback.right && feedback.parts.iter().all(|part| part.right()));
}

#[test]
fn giving_up_is_wrong_and_shows_the_key() {
    for at in 0..4 {
        let (bank, mut round) = one(at);
        assert!(round.apply(Event::GiveUp, &bank));
        let feedback = round.feedback(&bank).expect("feedback");
        assert!(feedback.gave_up && !feedback.right);
        assert_eq!(feedback.parts.len(), bank[0].len());
        assert_eq!(round.report().missed, ["item-".to_owned() + &at.to_string()]);
        assert_eq!(round.card().and_then(|card| card.answer.as_ref()).map(|answer| &answer.attempt), Some(&None));
    }
}

#[test]
fn a_round_of_right_answers_misses_nothing() {
    let bank = bank();
    let mut round = Round::new(&bank, Scope::default(), 20, Seed(11));
    while round.phase() != Phase::Done {
        answer_rightly(&mut round, &bank);
        assert!(round.apply(Event::Next, &bank));
    }
    let report = round.report();
    assert_eq!((report.right, report.total, report.missed.len()), (20, 20, 0));
    assert_eq!(report.topics.iter().map(|score| score.right).sum::<usize>(), 20);
    assert_eq!(round.again_only_missed(), None);
}

#[test]
fn a_changed_bank_is_noticed() {
    let (bank, mut round) = one(0);
    assert!(round.fits(&bank));
    assert!(!round.fits(&[]));
    let mut reworded = bank.clone();
    reworded[0].stem = "Another?".to_owned();
    assert!(!round.fits(&reworded));
    assert!(!round.apply(Event::GiveUp, &reworded));
    let mut other_type = item(1);
    other_type.id = "item-0".to_owned();
    assert!(!round.fits(&[other_type]));
    round.at = 5;
    assert!(!round.fits(&bank));
}

#[test]
fn a_round_survives_being_saved() {
    let bank = bank();
    let mut round = Round::new(&bank, Scope::default(), 5, Seed(2));
    round.apply(Event::GiveUp, &bank);
    round.apply(Event::Next, &bank);
    let bytes = postcard::to_allocvec(&round).expect("encodes");
    let back: Round = postcard::from_bytes(&bytes).expect("decodes");
    assert_eq!(back, round);
    assert!(back.fits(&bank));
}

/// As version 1 wrote it, before there were pictures.
const OLD_ROUND: &str = r#"{"seed":2,"scope":{"topics":[],"muscle":null,"only":[]},"cards":[
{"item":"item-2","topic":"attachments","shown":[3,2,1,0],"draft":{"order":[0,1,2,3]},"answer":{"attempt":{"order":{"item":"item-2","order":[0,1,2,3]}},"right":true},"print":2722644044},
{"item":"item-0","topic":"attachments","shown":[2,1,3,0],"draft":{"single-best":null},"answer":{"attempt":null,"right":false},"print":4017926897},
{"item":"item-1","topic":"attachments","shown":[2,1,0,4,3],"draft":{"select-all":[2]},"answer":null,"print":872163912},
{"item":"item-3","topic":"attachments","shown":[2,0,1],"draft":{"matching":[null,null,null]},"answer":null,"print":2435584581}],"at":2}"#;

#[test]
fn a_round_kept_before_there_were_pictures_goes_on() {
    let bank = bank();
    let mut round: Round = serde_json::from_str(OLD_ROUND).expect("reads back");
    assert!(round.fits(&bank) && round.can_submit());
    assert!(round.apply(Event::Submit, &bank) && round.apply(Event::Next, &bank));
    answer_rightly(&mut round, &bank);
    assert_eq!((round.report().right, round.report().total), (2, 4));
}

fn picture_items() -> Vec<Item> {
    (0..3).map(picture).collect()
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0u8..10).prop_map(Event::Choose),
        (0u8..10, 0u8..10).prop_map(|(from, to)| Event::Move { from, to }),
        (0u8..10, 0u8..10).prop_map(|(left, right)| Event::Pair { left, right }),
        (0u8..10).prop_map(|left| Event::Clear { left }),
        (-80i16..80, -40i16..60).prop_map(|(x, y)| Event::Put(spot([x, y]))),
        (any::<[i16; 2]>(), any::<bool>()).prop_map(|(at, erase)| Event::Brush { place: spot(at), erase }),
        (-80i16..0, -40i16..60).prop_map(|(x, y)| Event::Brush { place: spot([x, y]), erase: false }),
        Just(Event::Wipe),
        prop_oneof![Just(Sure::Unsure), Just(Sure::Sure), Just(Sure::Easy)].prop_map(Event::Sure),
        Just(Event::Submit),
        Just(Event::GiveUp),
        Just(Event::Next),
    ]
}

proptest! {
    #[test]
    fn no_events_break_a_round(seed: u32, events in prop::collection::vec(event(), 0..120)) {
        let bank: Vec<Item> = picture_items().into_iter().chain(bank().into_iter().take(12)).collect();
        let mut round = Round::new(&bank, Scope::default(), 8, Seed(seed));
        let asked: Vec<String> = round.cards().iter().map(|card| card.item.clone()).collect();
        for event in events {
            let before = round.clone();
            let changed = round.apply(event, &bank);
            prop_assert_eq!(changed, before != round);
            prop_assert!(round.fits(&bank));
            prop_assert!(round.at() >= before.at() && round.at() <= before.at() + 1);
            prop_assert_eq!(round.feedback(&bank).is_some(), round.phase() == Phase::Feedback);
            if let Some(feedback) = round.feedback(&bank) {
                let answer = round.card().and_then(|card| card.answer.clone()).expect("answered");
                prop_assert_eq!(feedback.right, answer.right);
                let painted = matches!(round.item(&bank).expect("an item").body, Body::Paint(_));
                let whole = !feedback.gave_up && feedback.parts.iter().all(|part| part.right());
                // All zones may be covered, and too much besides.
                prop_assert!(feedback.right == whole || painted && whole);
                let kept = serde_json::to_string(&round).expect("kept");
                prop_assert_eq!(&serde_json::from_str::<Round>(&kept).expect("reads back"), &round);
            }
            for (before, after) in before.cards().iter().zip(round.cards()) {
                prop_assert!(before.answer.is_none() || before.answer == after.answer);
            }
        }
        let report = round.report();
        prop_assert_eq!(report.total, asked.len());
        prop_assert!(report.right + report.missed.len() <= report.total);
        prop_assert!(asked.iter().all(|id| asked.iter().filter(|other| *other == id).count() == 1));
    }

    #[test]
    fn neighbours_never_ask_the_same_where_it_can_be_helped(seed: u32, count in 1usize..30) {
        let bank = bank();
        let round = Round::new(&bank, Scope::default(), count, Seed(seed));
        let asks: Vec<_> = round.cards().iter().map(|card| bank[find_at(&bank, card)].asks.clone()).collect();
        let same = asks.iter().filter(|asks| asks.is_some()).count();
        if 2 * same <= asks.len() + 1 {
            for pair in asks.windows(2) {
                prop_assert!(pair[0].is_none() || pair[0] != pair[1]);
            }
        }
    }
}

//! Exams on the real bank: every paper follows the blueprint, the same code gives the same paper, time, handing in, and the rule
//! about safety.

mod common;

use common::{config, knowledge};
use palpate_core::Millis;
use palpate_core::exam::{BLUEPRINT, Calibration, Code, Confidence, Event, Exam, ITEMS, Options, Sat, draw};
use palpate_core::item::{Attempt, Body, Item, Topic, bank};
use palpate_core::journal::Stamp;
use palpate_core::quiz::{self, Card, Seed};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

const MINUTE: Millis = 60_000.0;
const SEED: Seed = Seed(20_261_121);
const START: Stamp = Stamp { at: 1_795_000_000_000.0, offset: -60 };

fn items() -> &'static [Item] {
    static BANK: OnceLock<Vec<Item>> = OnceLock::new();
    BANK.get_or_init(|| bank(knowledge()))
}

fn item(id: &str) -> &'static Item {
    items().iter().find(|item| item.id == id).unwrap_or_else(|| panic!("{id} is in the bank"))
}

fn paper(seed: u32) -> Vec<Card> {
    draw(items(), Seed(seed))
}

/// Papers of a thousand seeds, drawn once for all tests: the slow part without optimisation.
fn papers() -> &'static [(u32, Vec<Card>)] {
    static PAPERS: OnceLock<Vec<(u32, Vec<Card>)>> = OnceLock::new();
    PAPERS.get_or_init(|| (0..1_000_u32).map(|at| at.wrapping_mul(2_654_435_761)).map(|seed| (seed, paper(seed))).collect())
}

fn begin(seed: u32) -> Exam {
    Exam::new(items(), Seed(seed), Options::default(), START)
}

#[test]
fn every_paper_follows_the_blueprint() {
    for (seed, paper) in papers() {
        assert_eq!(paper.len(), ITEMS, "{seed}");
        let told: Vec<&Item> = paper.iter().map(|card| item(&card.item)).collect();
        for share in BLUEPRINT {
            let of: Vec<_> = told.iter().filter(|item| item.topic == share.topic).collect();
            assert_eq!(of.len(), share.items, "{seed}: {:?}", share.topic);
            assert!(of.iter().filter(|item| item.is_pictured()).count() <= share.pictures, "{seed}: {:?}", share.topic);
        }
        assert!(3 * told.iter().filter(|item| item.is_pictured()).count() <= ITEMS, "{seed}");
        let ids: BTreeSet<&str> = told.iter().map(|item| item.id.as_str()).collect();
        let stems: BTreeSet<&str> = told.iter().map(|item| item.stem.as_str()).collect();
        assert_eq!((ids.len(), stems.len()), (ITEMS, ITEMS), "{seed}: each question once");
        let asked: Vec<_> = told.iter().filter_map(|item| item.asks.as_ref()).map(|asks| (&asks.muscle, asks.kind as u8)).collect();
        assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len(), "{seed}: each claim is asked for once");
        let facts: Vec<u8> = told.iter().filter_map(|item| item.fact).collect();
        assert_eq!(facts.iter().collect::<BTreeSet<_>>().len(), facts.len(), "{seed}: each fact once");
        let kinds: BTreeSet<_> = told.iter().map(|item| kind(&item.body)).collect();
        assert!(kinds.len() >= 3, "{seed}: {kinds:?}");
        let muscles: BTreeSet<&String> = told.iter().flat_map(|item| &item.about).collect();
        assert!(muscles.len() >= 3, "{seed}: {muscles:?}");
    }
}

fn kind(body: &Body) -> &'static str {
    match body {
        Body::SingleBest(_) => "one",
        Body::SelectAll(_) => "all",
        Body::Order(_) => "order",
        Body::Matching(_) => "match",
        Body::Locate(_) => "locate",
        Body::Paint(_) => "paint",
        Body::Marks(_) => "marks",
    }
}

fn plain(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |line, word| line + &word.to_lowercase() + " ")
}

/// A stem that says the right answer of another question on the same paper gives it away. Names of muscles are in most stems.
#[test]
fn no_question_gives_another_away() {
    let muscles: BTreeSet<String> = items().iter().flat_map(|item| &item.about).map(|id| plain(id)).collect();
    for (seed, paper) in papers() {
        let paper: Vec<&Item> = paper.iter().map(|card| item(&card.item)).collect();
        for asked in &paper {
            let Body::SingleBest(body) = &asked.body else { continue };
            let key = plain(&body.options[usize::from(body.key)].text);
            if key.trim().len() <= 4 || muscles.contains(&key) {
                continue;
            }
            for other in paper.iter().filter(|other| other.id != asked.id) {
                assert!(!plain(&other.stem).contains(&key), "{seed}: {} tells the answer of {}", other.id, asked.id);
            }
        }
    }
}

#[test]
fn the_bank_is_used_widely() {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    papers().iter().flat_map(|(_, paper)| paper).for_each(|card| *times.entry(card.item.clone()).or_default() += 1);
    let askable = items().iter().filter(|item| item.topic != Topic::Safety || !item.is_pictured()).count();
    assert!(10 * times.len() >= 8 * askable, "{} of {askable} were ever asked", times.len());
}

#[test]
fn the_same_code_gives_the_same_paper() {
    let exam = begin(77);
    let code = exam.code().to_string();
    let seed = Code::of(&code, items()).expect("its own code");
    assert_eq!(draw(items(), seed), paper(77));
    let shown: Vec<&Card> = exam.questions().iter().map(|question| &question.card).collect();
    assert_eq!(shown, paper(77).iter().collect::<Vec<_>>());
    assert_ne!(paper(78), paper(77));
}

/// Answers the question on the screen: rightly, or else wrongly.
fn answer(exam: &mut Exam, rightly: bool, now: Millis) {
    let question = exam.question().expect("a question").clone();
    let item = item(&question.card.item);
    let place = |written: u8| question.card.shown.iter().position(|shown| *shown == written).expect("shown") as u8;
    let mut send = |event| exam.apply(Event::Answer(event), items(), now);
    match &item.body {
        Body::SingleBest(body) => {
            let wrong = (0..body.options.len() as u8).find(|at| *at != body.key).expect("a wrong one");
            send(quiz::Event::Choose(place(if rightly { body.key } else { wrong })));
        }
        Body::SelectAll(body) => {
            let keys = if rightly { &body.keys[..] } else { &body.keys[..1] };
            for key in keys {
                send(quiz::Event::Choose(place(*key)));
            }
        }
        Body::Order(body) => {
            let mut order = question.card.draft.order().to_vec();
            for to in 0..body.steps.len() {
                let from = order.iter().position(|step| usize::from(*step) == to).expect("a step");
                let step = order.remove(from);
                order.insert(to, step);
                send(quiz::Event::Move { from: from as u8, to: to as u8 });
            }
            if !rightly {
                send(quiz::Event::Move { from: 0, to: 1 });
            }
        }
        Body::Matching(body) => {
            let count = body.pairs.len() as u8;
            for left in 0..count {
                let right = if rightly { left } else { (left + 1) % count };
                send(quiz::Event::Pair { left, right: place(right) });
            }
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {}
    }
}

/// The bank without pictures, every question of which `answer` can answer rightly.
fn written() -> &'static [Item] {
    static BANK: OnceLock<Vec<Item>> = OnceLock::new();
    BANK.get_or_init(|| items().iter().filter(|item| !item.is_pictured()).cloned().collect())
}

fn sit(wrong: impl Fn(usize, &Card) -> bool) -> Sat {
    let mut exam = Exam::new(written(), SEED, Options::default(), START);
    for at in 0..ITEMS {
        exam.apply(Event::Go(at), items(), START.at + MINUTE);
        let rightly = !wrong(at, &exam.question().expect("a question").card);
        answer(&mut exam, rightly, START.at + MINUTE);
    }
    assert_eq!(exam.open(), 0);
    exam.hand_in(written(), START.at + 7.5 * MINUTE).expect("it fits the bank")
}

#[test]
fn all_right_passes() {
    let sat = sit(|_, _| false);
    assert_eq!((sat.right(), sat.per_cent(), sat.safety()), (ITEMS, 100, (5, 5)));
    assert!(sat.passed && !sat.timed_out);
    assert_eq!((sat.used, sat.limit), (450, 1_200));
    assert_eq!(sat.topics().iter().map(|score| score.total).sum::<usize>(), ITEMS);
}

#[test]
fn one_wrong_safety_question_fails_whatever_the_rest() {
    let first = draw(written(), SEED).iter().position(|card| card.topic == Topic::Safety).expect("a safety question");
    let sat = sit(|at, _| at == first);
    assert_eq!((sat.right(), sat.safety()), (ITEMS - 1, (4, 5)));
    assert!(sat.has_enough() && !sat.is_safe() && !sat.passed);
}

#[test]
fn four_of_five_is_enough_and_less_is_not() {
    let others: Vec<usize> = (0..).zip(draw(written(), SEED)).filter(|(_, card)| card.topic != Topic::Safety).map(|(at, _)| at).collect();
    let four = sit(|at, _| others[..4].contains(&at));
    assert!(four.per_cent() == 80 && four.passed);
    let five = sit(|at, _| others[..5].contains(&at));
    assert!(five.per_cent() == 75 && !five.passed && five.is_safe());
}

#[test]
fn answers_can_be_changed_and_what_is_open_is_wrong() {
    let mut exam = Exam::new(written(), SEED, Options::default(), START);
    answer(&mut exam, false, START.at);
    assert!(exam.question().expect("it").is_answered());
    let (card, now) = (exam.question().expect("it").card.clone(), START.at + MINUTE);
    exam.apply(Event::Go(3), items(), now);
    exam.apply(Event::Mark, items(), now);
    exam.apply(Event::Go(0), items(), now);
    assert_eq!(exam.question().expect("it").card, card, "the answer is still there");
    assert!(exam.states()[3].marked && !exam.states()[3].answered);
    assert!(!exam.apply(Event::Answer(quiz::Event::Submit), items(), now), "nothing is told before the end");
    assert!(!exam.apply(Event::Answer(quiz::Event::GiveUp), items(), now));
    assert!(exam.question().expect("it").card.answer.is_none());
    assert!(!exam.apply(Event::Sure(Confidence::Sure), items(), now), "not asked");
    let sat = exam.hand_in(written(), now).expect("it fits");
    assert_eq!((sat.open(), sat.right(), sat.passed), (ITEMS - 1, 0, false));
}

/// An order that nobody touched stands there complete, and is no answer.
#[test]
fn an_untouched_order_is_not_answered() {
    let is_order = |card: &Card| matches!(item(&card.item).body, Body::Order(_));
    let seed = (0..).find(|seed| paper(*seed).iter().any(is_order)).expect("a paper with an order");
    let at = paper(seed).iter().position(is_order).expect("its place");
    let mut exam = begin(seed);
    exam.apply(Event::Go(at), items(), START.at);
    assert_eq!(exam.open(), ITEMS);
    exam.apply(Event::Answer(quiz::Event::Move { from: 0, to: 1 }), items(), START.at);
    assert_eq!(exam.open(), ITEMS - 1);
}

#[test]
fn time_is_up_after_twenty_minutes_or_thirty() {
    let mut exam = begin(1);
    assert_eq!(exam.left(START.at), 1_200);
    assert!(!exam.is_over(START.at + 20.0 * MINUTE - 1.0));
    assert!(exam.is_over(START.at + 20.0 * MINUTE));
    assert!(!exam.apply(Event::Mark, items(), START.at + 20.0 * MINUTE), "nothing changes once time is up");
    let sat = exam.hand_in(items(), START.at + 300.0 * MINUTE).expect("it fits");
    assert!(sat.timed_out && sat.used == 1_200);

    let extra = Exam::new(items(), Seed(1), Options { extra: true, confidence: false }, START);
    assert!(!extra.is_over(START.at + 29.0 * MINUTE) && extra.is_over(START.at + 30.0 * MINUTE));
    assert!(extra.hand_in(items(), START.at + MINUTE).expect("it fits").extra);
}

#[test]
fn a_clock_set_back_takes_nothing_off_and_time_runs_on() {
    let mut exam = begin(1);
    exam.pass(START.at + 10.0 * MINUTE);
    let back = START.at - 60.0 * MINUTE;
    exam.pass(back);
    assert_eq!(exam.left(back), 600);
    assert_eq!(exam.left(back + MINUTE), 540);
    assert!(exam.is_over(back + 10.0 * MINUTE));
}

#[test]
fn it_goes_on_after_a_reload() {
    let mut exam = begin(5);
    answer(&mut exam, true, START.at + MINUTE);
    let text = serde_json::to_string(&exam).expect("it can be kept");
    let again: Exam = serde_json::from_str(&text).expect("it can be read");
    assert_eq!(again, exam);
    assert!(again.fits(items()) && again.left(START.at + 5.0 * MINUTE) == 900);
    let other: Vec<Item> = items().iter().skip(1).cloned().collect();
    assert!(!again.fits(&other) && again.hand_in(&other, START.at).is_none(), "another bank can't mark it");
}

#[test]
fn the_record_shows_every_answer_again_and_outlives_the_bank() {
    let sat = sit(|at, _| at % 3 == 0);
    let text = serde_json::to_string(&sat).expect("it can be kept");
    assert_eq!(serde_json::from_str::<Sat>(&text).expect("it can be read"), sat);
    assert!(items().iter().all(|item| !text.contains(&item.stem)), "a record holds no prose");
    let answers = sat.answers(written()).expect("the bank is the same");
    assert_eq!(answers.len(), ITEMS);
    for ((item, _, feedback), kept) in answers.iter().zip(&sat.items) {
        assert_eq!((item.id.as_str(), feedback.right), (kept.item.as_str(), kept.right));
        assert_eq!(kept.attempt.as_ref().map(Attempt::item), Some(item.id.as_str()));
    }
    assert!(sat.answers(&written()[1..]).is_none(), "another bank can't show it");
}

#[test]
fn sure_and_right_are_compared() {
    let mut exam = Exam::new(written(), SEED, Options { extra: false, confidence: true }, START);
    for at in 0..ITEMS {
        exam.apply(Event::Go(at), items(), START.at);
        answer(&mut exam, at % 2 == 0, START.at);
        exam.apply(Event::Sure(if at < 10 { Confidence::Certain } else { Confidence::Guess }), items(), START.at);
    }
    let sat = exam.hand_in(written(), START.at).expect("it fits");
    let calibration = Calibration::of(std::slice::from_ref(&sat));
    assert_eq!(calibration.answered(), ITEMS);
    assert_eq!(
        calibration.levels.iter().map(|level| (level.answered, level.per_cent())).collect::<Vec<_>>(),
        [(10, Some(50)), (0, None), (0, None), (10, Some(50))]
    );
    assert_eq!(calibration.expected_and_right(), Some((75, 50)));
    assert!(calibration.told().contains("surer than you are right"));
    assert_eq!(Calibration::of(&[]).expected_and_right(), None);
    let unasked = sit(|_, _| false);
    assert_eq!(Calibration::of(&[unasked]).answered(), 0, "an exam without confidence does not count");
}

fn event() -> impl Strategy<Value = Event> {
    let confidence = proptest::sample::select(Confidence::ALL.to_vec());
    prop_oneof![
        4 => (0u8..8).prop_map(|at| Event::Answer(quiz::Event::Choose(at))),
        2 => (0u8..8, 0u8..8).prop_map(|(from, to)| Event::Answer(quiz::Event::Move { from, to })),
        2 => (0u8..8, 0u8..8).prop_map(|(left, right)| Event::Answer(quiz::Event::Pair { left, right })),
        1 => (0u8..8).prop_map(|left| Event::Answer(quiz::Event::Clear { left })),
        1 => Just(Event::Answer(quiz::Event::Wipe)),
        1 => Just(Event::Answer(quiz::Event::Submit)),
        4 => (0usize..25).prop_map(Event::Go),
        1 => Just(Event::Mark),
        1 => confidence.prop_map(Event::Sure),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn time_used_never_shrinks_and_the_marks_add_up(
        seed: u32,
        extra: bool,
        confidence: bool,
        moves in prop::collection::vec((event(), -2_000_000f64..400_000f64), 0..60),
    ) {
        let mut exam = Exam::new(items(), Seed(seed), Options { extra, confidence }, START);
        let mut now = START.at;
        let mut left = exam.left(now);
        for (event, by) in moves {
            now += by;
            let was_over = exam.is_over(now);
            let before = exam.clone();
            let changed = exam.apply(event, items(), now);
            prop_assert!(exam.left(now) <= left);
            left = exam.left(now);
            prop_assert!(!(was_over && changed));
            prop_assert_eq!(before.questions().len(), ITEMS);
        }
        let open = exam.open();
        let sat = exam.hand_in(items(), now).expect("it fits");
        prop_assert_eq!(sat.items.len(), ITEMS);
        prop_assert_eq!(sat.open(), open);
        prop_assert!(sat.right() + open <= ITEMS);
        prop_assert!(sat.used <= sat.limit);
        prop_assert_eq!(sat.topics().iter().map(|score| score.right).sum::<usize>(), sat.right());
        prop_assert_eq!(sat.passed, sat.has_enough() && sat.is_safe());
        prop_assert!(!sat.passed || (sat.safety() == (5, 5) && sat.right() >= 16));
        prop_assert!(sat.answers(items()).is_some());
    }
}

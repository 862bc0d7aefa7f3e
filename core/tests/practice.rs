//! When practising a palpation may be suggested, and what a session tells about the skill.
#![allow(clippy::unwrap_used)]

mod common;

use common::{guides, knowledge};
use palpate_core::gate::{Answer, ClinicianFirst, Gate, Postpone};
use palpate_core::journal::{Entry, Stamp};
use palpate_core::knowledge::WalkthroughKind;
use palpate_core::practice::{Against, Practice, suggests, to_grade};
use palpate_core::walkthrough::{Event, Finished, Found, Legs, Session};
use palpate_core::{Day, Side};

const TODAY: Day = Day(20_778);

fn open_gate() -> Gate {
    let mut gate = Gate::new(TODAY);
    knowledge().safety.gate.iter().for_each(|question| gate.answer(&question.id, Answer::No));
    gate.answer_clinician_first(ClinicianFirst::NoneApply);
    gate.answer_postpone(Postpone::NoneToday);
    gate
}

/// A session on a side, after these events.
fn session(guide: usize, side: Side, day: Day, events: &[Event]) -> Session {
    let guide = &guides()[guide];
    let mut session = Session::new(guide, side, Legs::Dropped, day);
    for event in events {
        session.apply(guide, &knowledge().safety, event.clone(), 0.0);
    }
    session
}

fn stopped(rule: &str) -> [Event; 2] {
    [Event::Stop, Event::Feel(rule.to_owned())]
}

fn finished(sessions: Vec<Session>) -> Vec<Finished> {
    sessions.into_iter().map(|session| Finished { at: f64::from(session.day.0) * 86_400_000.0, session }).collect()
}

fn asked(journal: &[Entry], sessions: Vec<Session>, gate: &Gate) -> Practice {
    suggests(knowledge(), journal, &finished(sessions), gate, TODAY)
}

#[test]
fn an_open_gate_and_nothing_against_it() {
    assert_eq!(asked(&[], Vec::new(), &open_gate()), Practice::Ready);
    assert_eq!(asked(&[], Vec::new(), &Gate::new(TODAY)), Practice::CheckFirst);
    // Yesterday's answers open nothing.
    let mut yesterday = open_gate();
    yesterday.day = Day(TODAY.0 - 1);
    assert_eq!(asked(&[], Vec::new(), &yesterday), Practice::CheckFirst);
}

#[test]
fn a_closed_gate_is_not_asked_around() {
    let mut gate = open_gate();
    gate.answer(&knowledge().safety.gate[0].id, Answer::NotSure);
    assert_eq!(asked(&[], Vec::new(), &gate), Practice::NotToday(Against::Gate));
}

#[test]
fn every_stop_rule_that_ended_a_session_today_silences_it() {
    for rule in &knowledge().safety.stop {
        // What is eased off once ends the session the second time.
        let twice: Vec<Event> = stopped(&rule.id).into_iter().chain(stopped(&rule.id)).collect();
        let today = session(0, Side::Left, TODAY, &twice);
        assert_eq!(today.felt(), Some(rule.id.as_str()));
        assert_eq!(asked(&[], vec![today], &open_gate()), Practice::NotToday(Against::Stopped), "{}", rule.id);
    }
}

#[test]
fn two_sessions_on_a_side_are_enough() {
    let left = |at| session(at, Side::Left, TODAY, &[Event::Leave]);
    let right = session(0, Side::Right, TODAY, &[Event::Leave]);
    assert_eq!(asked(&[], vec![left(0), right], &open_gate()), Practice::Ready, "one on each side");
    for other in 0..guides().len() {
        assert_eq!(asked(&[], vec![left(0), left(other)], &open_gate()), Practice::NotToday(Against::Enough));
    }
    let before = session(0, Side::Left, Day(TODAY.0 - 1), &[Event::Leave]);
    assert_eq!(asked(&[], vec![before, left(1)], &open_gate()), Practice::Ready, "another day does not count");
}

#[test]
fn soreness_in_the_journal_silences_it() {
    let when = Stamp { at: f64::from(TODAY.0) * 86_400_000.0 + 3_600_000.0, offset: 0 };
    let sore = Entry { sore: true, ..Entry::new("a".to_owned(), when) };
    assert_eq!(asked(&[sore], Vec::new(), &open_gate()), Practice::NotToday(Against::Journal));
}

#[test]
fn only_a_palpation_that_ended_well_is_graded_and_once() {
    for (at, guide) in guides().iter().enumerate() {
        let over = |found: Option<Found>, end: &[Event]| {
            let mut session = session(at, Side::Right, TODAY, &[]);
            session.found = found;
            end.iter().for_each(|event| session.apply(guide, &knowledge().safety, event.clone(), 0.0));
            session
        };
        let palpation = guide.kind == WalkthroughKind::Palpation;
        for found in [Found::Yes, Found::NotSure, Found::No] {
            let mut left = over(Some(found), &[Event::Leave]);
            assert_eq!(to_grade(&left, guide), palpation.then_some(found));
            left.graded = true;
            assert_eq!(to_grade(&left, guide), None, "not twice");
            assert_eq!(to_grade(&over(Some(found), &[]), guide), None, "not while it goes on");
            for rule in &knowledge().safety.stop {
                let felt: Vec<Event> = stopped(&rule.id).into_iter().chain(stopped(&rule.id)).collect();
                assert_eq!(to_grade(&over(Some(found), &felt), guide), None, "{}", rule.id);
            }
        }
        assert_eq!(to_grade(&over(None, &[Event::Leave]), guide), None, "nobody was asked");
    }
}

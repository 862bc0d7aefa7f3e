//! An exam that is being sat, as a pure reducer.
//!
//! **Time.** What counts is the wall clock, so that a reload, a closed tab or a sleeping phone stop nothing. Each look at the clock
//! adds what has passed since the look before, and never less than nothing. So this holds: time used never shrinks; a clock that
//! is set forward uses time up, like a closed tab, from which it can't be told; a clock that is set back takes nothing off, and
//! time runs on from there. What it can't see is a clock that is set back while the tab is closed: that time is not counted.

use super::{Code, Confidence, Sat, SatItem, bank_check, draw};
use crate::day::Millis;
use crate::item::{Item, Topic};
use crate::journal::Stamp;
use crate::quiz::{self, Card, Draft, Seed, is_on};
use serde::{Deserialize, Serialize};

/// Twenty minutes: a minute for each question.
const TIME: Millis = 20.0 * 60_000.0;
/// Half as much again, for whoever reads, types or points more slowly.
const EXTRA: Millis = 30.0 * 60_000.0;

/// What is chosen before it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    pub extra: bool,
    /// Whether it is asked how sure, for each answer.
    pub confidence: bool,
}

/// A question on the paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub card: Card,
    /// Whether anything was done: an order stands complete from the start, and is no answer.
    touched: bool,
    /// To come back to.
    pub marked: bool,
    pub confidence: Option<Confidence>,
}

impl Question {
    /// Whether it counts as answered.
    pub fn is_answered(&self) -> bool {
        self.touched && self.card.draft.is_complete()
    }
}

/// How a question stands, for the list of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    pub answered: bool,
    pub marked: bool,
}

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Answers, or changes the answer, of the question on the screen. [`quiz::Event::Submit`] and the like mean nothing here.
    Answer(quiz::Event),
    /// Shows the question with this number, counted from 0.
    Go(usize),
    /// Marks the question to come back to, or takes the mark away.
    Mark,
    Sure(Confidence),
}

/// An exam that is being sat, as it is kept: the paper, what is answered, and the time used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exam {
    seed: Seed,
    bank: u16,
    options: Options,
    started: Stamp,
    /// Milliseconds used, up to `seen`.
    used: Millis,
    /// The wall clock at the last look.
    seen: Millis,
    questions: Vec<Question>,
    at: usize,
}

impl Exam {
    /// Begins at `now`. The same bank and seed give the same paper.
    pub fn new(bank: &[Item], seed: Seed, options: Options, now: Stamp) -> Self {
        let question = |card| Question { card, touched: false, marked: false, confidence: None };
        let questions = draw(bank, seed).into_iter().map(question).collect();
        Exam { seed, bank: bank_check(bank), options, started: now, used: 0.0, seen: now.at, questions, at: 0 }
    }

    pub fn code(&self) -> Code {
        Code { seed: self.seed, bank: self.bank }
    }

    pub fn options(&self) -> Options {
        self.options
    }

    pub fn started(&self) -> Stamp {
        self.started
    }

    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question on the screen, counted from 0.
    pub fn at(&self) -> usize {
        self.at.min(self.questions.len().saturating_sub(1))
    }

    pub fn question(&self) -> Option<&Question> {
        self.questions.get(self.at())
    }

    pub fn item<'a>(&self, bank: &'a [Item]) -> Option<&'a Item> {
        let card = &self.question()?.card;
        bank.iter().find(|item| item.id == card.item)
    }

    pub fn states(&self) -> Vec<State> {
        self.questions.iter().map(|question| State { answered: question.is_answered(), marked: question.marked }).collect()
    }

    /// How many are not answered.
    pub fn open(&self) -> usize {
        self.questions.iter().filter(|question| !question.is_answered()).count()
    }

    /// Whether the questions are still as they were when it began. One that does not fit can't be marked fairly.
    pub fn fits(&self, bank: &[Item]) -> bool {
        let is_kept = |question: &Question| bank.iter().any(|item| item.id == question.card.item && question.card.is_of(item));
        self.bank == bank_check(bank) && !self.questions.is_empty() && self.questions.iter().all(is_kept)
    }

    fn limit(&self) -> Millis {
        if self.options.extra { EXTRA } else { TIME }
    }

    /// Looks at the wall clock.
    pub fn pass(&mut self, now: Millis) {
        // `max` also turns what is no number, from a broken record, into 0.
        self.used = self.used.max(0.0) + (now - self.seen).max(0.0);
        self.seen = now;
    }

    /// Takes over the time that was used in another copy of the same sitting, where that is more.
    pub fn keep_time(&mut self, other: &Exam) {
        if self.seed == other.seed && self.started == other.started && other.used > self.used {
            (self.used, self.seen) = (other.used, other.seen);
        }
    }

    /// Whole seconds left, rounded up; 0 when time is up.
    pub fn left(&self, now: Millis) -> u32 {
        let used = self.used.max(0.0) + (now - self.seen).max(0.0);
        ((self.limit() - used) / 1_000.0).ceil().max(0.0) as u32
    }

    pub fn is_over(&self, now: Millis) -> bool {
        self.left(now) == 0
    }

    /// Takes an event; says whether anything but the time changed. Nothing does once time is up.
    pub fn apply(&mut self, event: Event, bank: &[Item], now: Millis) -> bool {
        self.pass(now);
        if self.is_over(now) {
            return false;
        }
        let (at, count) = (self.at(), self.questions.len());
        let Some(question) = self.questions.get_mut(at) else { return false };
        match event {
            Event::Answer(event) => {
                let Some(item) = bank.iter().find(|item| item.id == question.card.item && question.card.is_of(item)) else { return false };
                let changed = answer(&mut question.card, item, event);
                question.touched |= changed;
                changed
            }
            Event::Go(to) if to < count && to != at => {
                self.at = to;
                true
            }
            Event::Go(_) => false,
            Event::Mark => {
                question.marked = !question.marked;
                true
            }
            Event::Sure(confidence) => self.options.confidence && question.confidence.replace(confidence) != Some(confidence),
        }
    }

    /// Hands it in, with what is answered. An exam that does not fit the bank can't be marked, and gives nothing.
    pub fn hand_in(mut self, bank: &[Item], now: Millis) -> Option<Sat> {
        if !self.fits(bank) {
            return None;
        }
        self.pass(now);
        let timed_out = self.is_over(now);
        let marked = |question: &Question| {
            let attempt = question.is_answered().then(|| question.card.draft.attempt(&question.card.item)).flatten();
            let item = bank.iter().find(|item| item.id == question.card.item);
            let grade = attempt.as_ref().and_then(|attempt| item?.grade(attempt));
            let right = grade.is_some_and(|grade| grade.right);
            let confidence = question.confidence.filter(|_| attempt.is_some());
            SatItem { item: question.card.item.clone(), topic: question.card.topic, attempt, right, confidence }
        };
        let sat = Sat {
            seed: self.seed,
            bank: self.bank,
            when: self.started,
            used: (self.used.min(self.limit()) / 1_000.0) as u32,
            limit: (self.limit() / 1_000.0) as u32,
            extra: self.options.extra,
            confidence: self.options.confidence,
            timed_out,
            passed: false,
            items: self.questions.iter().map(marked).collect(),
        };
        Some(sat.judged())
    }

    /// How many safety questions it has.
    pub fn safety(&self) -> usize {
        self.questions.iter().filter(|question| question.card.topic == Topic::Safety).count()
    }
}

fn answer(card: &mut Card, item: &Item, event: quiz::Event) -> bool {
    let draft: &mut Draft = &mut card.draft;
    match event {
        quiz::Event::Choose(place) => draft.choose(place, &card.shown),
        quiz::Event::Move { from, to } => draft.shift(from, to),
        quiz::Event::Pair { left, right } => draft.pair(left, right, &card.shown),
        quiz::Event::Clear { left } => draft.clear(left),
        quiz::Event::Put(place) => is_on(item, place) && draft.put(place),
        quiz::Event::Brush { place, erase } => is_on(item, place) && draft.brush(place, erase),
        quiz::Event::Wipe => draft.wipe(),
        quiz::Event::Sure(_) | quiz::Event::Submit | quiz::Event::GiveUp | quiz::Event::Next => false,
    }
}

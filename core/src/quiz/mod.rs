//! A round of quiz questions, as a pure reducer: [`Round::apply`] takes an event and the bank, nothing else.
//!
//! Knows nothing of screens, clocks or storage. A round keeps item ids and [`Attempt`]s only, so it can be saved; the words
//! stay in the bank. Positions in events are those shown on the screen; attempts hold positions as written.

mod draft;
pub(crate) mod pick;
mod print;
mod report;
mod seed;
mod study;

#[cfg(test)]
mod tests;

pub use draft::Draft;
pub use report::{Report, TopicScore};
pub use seed::Seed;
pub use study::mixed;

use crate::day::Day;
use crate::item::{Attempt, Body, Grade, Item, Topic};
use crate::memory::Sure;
use crate::picture::Place;
use crate::relation::Relation;
pub(crate) use pick::{family, same_question};
pub(crate) use print::print;
pub(crate) use seed::Dice;
use serde::{Deserialize, Serialize};

/// Which items a round may ask. The default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Empty: every topic.
    pub topics: Vec<Topic>,
    /// Only items about this muscle.
    pub muscle: Option<String>,
    /// Only this column of the mastery map.
    #[serde(default)]
    pub relation: Option<Relation>,
    /// Only these item ids; empty: any.
    pub only: Vec<String>,
}

impl Scope {
    /// Whether an item belongs to it.
    pub fn holds(&self, item: &Item) -> bool {
        (self.topics.is_empty() || self.topics.contains(&item.topic))
            && self.muscle.as_ref().is_none_or(|muscle| item.about.contains(muscle))
            && self.relation.is_none_or(|relation| Relation::of(item) == Some(relation))
            && (self.only.is_empty() || self.only.contains(&item.id))
    }

    /// How many items of the bank it holds.
    pub fn size(&self, bank: &[Item]) -> usize {
        bank.iter().filter(|item| self.holds(item)).count()
    }
}

/// One question of a round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The item's id.
    pub item: String,
    pub topic: Topic,
    /// `shown[place]` is the position, as written, of the option, step or right side at that place on the screen.
    pub shown: Vec<u8>,
    pub draft: Draft,
    /// How sure the learner says to be; told anew for each question.
    #[serde(default)]
    pub sure: Sure,
    pub answer: Option<Answer>,
    /// Tells an item that was changed since from the one shown.
    print: u32,
}

/// What came of a question. `attempt` is `None` after "I don't know".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub attempt: Option<Attempt>,
    pub right: bool,
}

/// What a person does. Positions are places on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Choose an option; in a select-all, choose it or take the choice back.
    Choose(u8),
    /// Order: take the step at one place and put it at another.
    Move { from: u8, to: u8 },
    /// Match: give a left side (as written) the right side at this place. Two may share one on the way (a list passes over
    /// its entries as arrow keys are pressed), but not when they are handed in.
    Pair { left: u8, right: u8 },
    /// Match: take a left side's right side away.
    Clear { left: u8 },
    /// Picture: put the one place here; or the next mark, and when all are there, the nearest of them.
    Put(Place),
    /// Picture: paint here, or take paint away, with a brush of [`crate::picture::BRUSH`].
    Brush { place: Place, erase: bool },
    /// Picture: take everything away again.
    Wipe,
    /// How sure the learner is.
    Sure(Sure),
    /// Hand in the draft. Refused until it is complete.
    Submit,
    /// "I don't know": counts as wrong.
    GiveUp,
    /// On to the next question, after feedback.
    Next,
}

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Asking,
    Feedback,
    Done,
}

/// A grade mapped to what is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    pub right: bool,
    pub gave_up: bool,
    /// For each place shown: an option, a place in the order, a left side; on a picture, a target or a zone to cover.
    pub parts: Vec<Part>,
}

/// How one place on the screen was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Choice {
        chosen: bool,
        key: bool,
    },
    /// `step` is the position, as written, of the step put here: where it belongs.
    Place {
        step: u8,
        right: bool,
    },
    /// Places on the screen of the right side chosen, and of the one that belongs to this left side.
    Pair {
        chosen: Option<u8>,
        key: u8,
    },
    /// Of a picture, in the item's own order.
    Target {
        right: bool,
    },
}

impl Part {
    /// Whether this place was answered as it should be.
    pub fn right(self) -> bool {
        match self {
            Part::Choice { chosen, key } => chosen == key,
            Part::Place { right, .. } | Part::Target { right } => right,
            Part::Pair { chosen, key } => chosen == Some(key),
        }
    }
}

/// A round: its questions in order, each with its draft and answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    seed: Seed,
    scope: Scope,
    /// The day whose plan it asks; `None` for practice.
    #[serde(default)]
    day: Option<Day>,
    cards: Vec<Card>,
    at: usize,
}

impl Round {
    /// Draws up to `count` items of the scope. The same bank, scope, count and seed give the same round.
    pub fn new(bank: &[Item], scope: Scope, count: usize, seed: Seed) -> Self {
        let mut dice = Dice::new(seed);
        let cards = pick::items(bank, &scope, count, &mut dice).into_iter().map(|item| card(item, &mut dice)).collect();
        Round { seed, scope, day: None, cards, at: 0 }
    }

    pub fn seed(&self) -> Seed {
        self.seed
    }

    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The question it stands at, counted from 0; the number of questions when it is done.
    pub fn at(&self) -> usize {
        self.at.min(self.cards.len())
    }

    /// The question it stands at; `None` when it is done.
    pub fn card(&self) -> Option<&Card> {
        self.cards.get(self.at)
    }

    pub fn phase(&self) -> Phase {
        match self.card() {
            None => Phase::Done,
            Some(card) if card.answer.is_some() => Phase::Feedback,
            Some(_) => Phase::Asking,
        }
    }

    /// Whether every item is in the bank as it was when the round was drawn. A saved round that does not fit is dropped.
    pub fn fits(&self, bank: &[Item]) -> bool {
        self.at <= self.cards.len() && self.cards.iter().all(|card| find(bank, card).is_some_and(|item| card.is_of(item)))
    }

    /// The item it stands at.
    pub fn item<'a>(&self, bank: &'a [Item]) -> Option<&'a Item> {
        find(bank, self.card()?)
    }

    /// Whether [`Event::Submit`] would be taken now.
    pub fn can_submit(&self) -> bool {
        self.phase() == Phase::Asking && self.card().is_some_and(|card| card.draft.is_complete())
    }

    /// Takes an event; says whether anything changed. What makes no sense now is ignored.
    pub fn apply(&mut self, event: Event, bank: &[Item]) -> bool {
        let phase = self.phase();
        let Some(card) = self.cards.get_mut(self.at) else { return false };
        let Some(item) = find(bank, card).filter(|item| card.is_of(item)) else { return false };
        match (phase, event) {
            (Phase::Asking, Event::Choose(place)) => card.draft.choose(place, &card.shown),
            (Phase::Asking, Event::Move { from, to }) => card.draft.shift(from, to),
            (Phase::Asking, Event::Pair { left, right }) => card.draft.pair(left, right, &card.shown),
            (Phase::Asking, Event::Clear { left }) => card.draft.clear(left),
            (Phase::Asking, Event::Put(place)) => is_on(item, place) && card.draft.put(place),
            (Phase::Asking, Event::Brush { place, erase }) => is_on(item, place) && card.draft.brush(place, erase),
            (Phase::Asking, Event::Wipe) => card.draft.wipe(),
            (Phase::Asking, Event::Sure(sure)) => std::mem::replace(&mut card.sure, sure) != sure,
            (Phase::Asking, Event::Submit) => {
                let Some(attempt) = card.draft.attempt(&card.item) else { return false };
                let right = item.grade(&attempt).is_some_and(|grade| grade.right);
                card.answer = Some(Answer { attempt: Some(attempt), right });
                self.ask_missed_again(item);
                true
            }
            (Phase::Asking, Event::GiveUp) => {
                card.answer = Some(Answer { attempt: None, right: false });
                self.ask_missed_again(item);
                true
            }
            (Phase::Feedback, Event::Next) => {
                self.at += 1;
                true
            }
            (Phase::Asking, Event::Next) | (Phase::Feedback | Phase::Done, _) => false,
        }
    }

    /// The grade of the question just answered, place by place. `None` while asking, and when the bank has changed.
    pub fn feedback(&self, bank: &[Item]) -> Option<Feedback> {
        let card = self.card()?;
        feedback(card, find(bank, card).filter(|item| card.is_of(item))?)
    }

    /// What came of it so far.
    pub fn report(&self) -> Report {
        Report::of(&self.cards)
    }

    /// The scope of a round with the missed items alone; `None` when none was missed.
    pub fn again_only_missed(&self) -> Option<Scope> {
        let missed = self.report().missed;
        (!missed.is_empty()).then(|| Scope { only: missed, ..Scope::default() })
    }
}

impl Card {
    /// Whether the item is the one that was shown, unchanged.
    pub(crate) fn is_of(&self, item: &Item) -> bool {
        self.print == print(item) && permutes(&self.shown, item.len()) && self.draft.is_of(item)
    }
}

fn find<'a>(bank: &'a [Item], card: &Card) -> Option<&'a Item> {
    bank.iter().find(|item| item.id == card.item)
}

/// Whether a place lies on the view that the item asks on.
pub(crate) fn is_on(item: &Item, place: Place) -> bool {
    match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) => false,
        Body::Locate(body) => body.view == place.view,
        Body::Paint(body) => body.view == place.view,
        Body::Marks(body) => body.view == place.view,
    }
}

pub(crate) fn card(item: &Item, dice: &mut Dice) -> Card {
    let mut shown: Vec<u8> = (0u8..).take(item.len()).collect();
    dice.shuffle(&mut shown);
    if matches!(item.body, Body::Order(_)) && shown.len() > 1 && shown.is_sorted() {
        // Already in order is no question.
        shown.rotate_left(1);
    }
    let draft = Draft::new(item, &shown);
    Card { item: item.id.clone(), topic: item.topic, shown, draft, sure: Sure::default(), answer: None, print: print(item) }
}

fn permutes(shown: &[u8], len: usize) -> bool {
    shown.len() == len && (0..len).all(|at| shown.iter().any(|position| usize::from(*position) == at))
}

pub(crate) fn feedback(card: &Card, item: &Item) -> Option<Feedback> {
    let answer = card.answer.as_ref()?;
    let grade = match &answer.attempt {
        Some(attempt) => item.grade(attempt)?,
        None => Grade { right: false, parts: vec![false; item.len()] },
    };
    let place_of = |written: u8| card.shown.iter().position(|position| *position == written).map(|at| at as u8);
    let choices = |is_key: &dyn Fn(u8) -> bool| -> Vec<Part> {
        let chosen = |written: u8| answer.attempt.is_some() && card.draft.has_chosen(written);
        card.shown.iter().map(|written| Part::Choice { chosen: chosen(*written), key: is_key(*written) }).collect()
    };
    let parts = match &item.body {
        Body::SingleBest(body) => choices(&|written| written == body.key),
        Body::SelectAll(body) => choices(&|written| body.keys.contains(&written)),
        Body::Order(_) => {
            let places = card.draft.order().iter().zip(&grade.parts);
            places.map(|(step, right)| Part::Place { step: *step, right: *right }).collect()
        }
        Body::Matching(body) => (0u8..)
            .take(body.pairs.len())
            .map(|left| {
                let chosen = answer.attempt.as_ref().and_then(|_| card.draft.matched(left)).and_then(place_of);
                Some(Part::Pair { chosen, key: place_of(left)? })
            })
            .collect::<Option<Vec<_>>>()?,
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => grade.parts.iter().map(|right| Part::Target { right: *right }).collect(),
    };
    Some(Feedback { right: grade.right, gave_up: answer.attempt.is_none(), parts })
}

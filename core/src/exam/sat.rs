//! An exam that is over, as it is kept.

use super::{Code, Confidence, draw};
use crate::item::{Attempt, Item, Topic};
use crate::journal::Stamp;
use crate::quiz::{Answer, Card, Draft, Feedback, Seed, TopicScore, feedback};
use serde::{Deserialize, Serialize};

/// Per cent that must be right to pass, and every safety question besides. This is our rule: no body that licenses anyone has set
/// it. Four of five is usual for a test of knowledge; a wrong answer about safety is not made good by knowing origins.
pub const PASS: usize = 80;

/// A kept exam. It can be read and printed without the bank that it came from, so it holds ids, topics and marks, and no prose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sat {
    pub seed: Seed,
    /// Tells the bank it was drawn from (see [`super::bank_check`]).
    pub bank: u16,
    /// When it was begun.
    pub when: Stamp,
    /// Seconds used, and seconds there were.
    pub used: u32,
    pub limit: u32,
    /// Whether extra time was chosen.
    pub extra: bool,
    /// Whether it was asked how sure.
    pub confidence: bool,
    /// Whether it was handed in because time was up.
    pub timed_out: bool,
    /// By the rule of that day (see [`PASS`]).
    pub passed: bool,
    pub items: Vec<SatItem>,
}

/// One question of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SatItem {
    /// Id of the item.
    pub item: String,
    pub topic: Topic,
    /// `None`: not answered, which counts as wrong.
    pub attempt: Option<Attempt>,
    pub right: bool,
    /// How sure; `None` when not asked or not said.
    pub confidence: Option<Confidence>,
}

impl Sat {
    pub fn code(&self) -> Code {
        Code { seed: self.seed, bank: self.bank }
    }

    pub fn right(&self) -> usize {
        self.items.iter().filter(|item| item.right).count()
    }

    pub fn open(&self) -> usize {
        self.items.iter().filter(|item| item.attempt.is_none()).count()
    }

    /// In whole per cent, rounded down, so that 79.9 does not look like a pass.
    pub fn per_cent(&self) -> usize {
        (100 * self.right()).checked_div(self.items.len()).unwrap_or_default()
    }

    /// The topics that were asked, in their usual order.
    pub fn topics(&self) -> Vec<TopicScore> {
        let mut scores = Vec::new();
        for topic in Topic::ALL {
            let of_topic: Vec<&SatItem> = self.items.iter().filter(|item| item.topic == topic).collect();
            if !of_topic.is_empty() {
                scores.push(TopicScore { topic, right: of_topic.iter().filter(|item| item.right).count(), total: of_topic.len() });
            }
        }
        scores
    }

    /// Safety questions right, and all of them.
    pub fn safety(&self) -> (usize, usize) {
        let safety = self.topics().into_iter().find(|score| score.topic == Topic::Safety);
        safety.map_or((0, 0), |score| (score.right, score.total))
    }

    /// Whether every safety question was right.
    pub fn is_safe(&self) -> bool {
        let (right, total) = self.safety();
        right == total
    }

    /// Whether so many were right that it would pass but for safety.
    pub fn has_enough(&self) -> bool {
        !self.items.is_empty() && 100 * self.right() >= PASS * self.items.len()
    }

    pub(super) fn judged(self) -> Self {
        Sat { passed: self.has_enough() && self.is_safe(), ..self }
    }

    /// Whether it is the record of that sitting: one can't begin twice in a millisecond.
    pub fn is_of(&self, seed: Seed, when: Stamp) -> bool {
        self.seed == seed && self.when == when
    }

    /// The questions as they were shown, with the answers and what was right of them. `None` where the bank is another by now.
    pub fn answers<'a>(&self, bank: &'a [Item]) -> Option<Vec<(&'a Item, Card, Feedback)>> {
        if self.bank != super::bank_check(bank) {
            return None;
        }
        let cards = draw(bank, self.seed);
        let mut answers = Vec::with_capacity(cards.len());
        for (mut card, kept) in cards.into_iter().zip(&self.items) {
            let item = bank.iter().find(|item| item.id == card.item && item.id == kept.item)?;
            if let Some(attempt) = &kept.attempt {
                card.draft = Draft::of(attempt);
            }
            if !card.is_of(item) {
                return None;
            }
            card.answer = Some(Answer { attempt: kept.attempt.clone(), right: kept.right });
            let feedback = feedback(&card, item)?;
            answers.push((item, card, feedback));
        }
        Some(answers)
    }
}

/// The feedback of a question that nobody answered: what would have been right.
pub fn unanswered(card: &Card, item: &Item) -> Option<Feedback> {
    let mut card = card.clone();
    card.answer = Some(Answer { attempt: None, right: false });
    feedback(&card, item)
}

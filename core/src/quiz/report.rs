//! What came of a round.

use super::Card;
use crate::item::Topic;

/// A round's result. Questions not answered yet are in `total` and nowhere else; of one that was asked twice the first answer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub right: usize,
    pub total: usize,
    /// The topics that were asked, in their usual order.
    pub topics: Vec<TopicScore>,
    /// Ids of the items answered wrongly or given up, in the order asked.
    pub missed: Vec<String>,
}

/// How many questions of a topic were right, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicScore {
    pub topic: Topic,
    pub right: usize,
    pub total: usize,
}

impl Report {
    pub(super) fn of(all: &[Card]) -> Self {
        let first = |at: usize, card: &Card| all.iter().position(|other| other.item == card.item) == Some(at);
        let cards: Vec<&Card> = all.iter().enumerate().filter(|(at, card)| first(*at, card)).map(|(_, card)| card).collect();
        let right = |card: &&&Card| card.answer.as_ref().is_some_and(|answer| answer.right);
        let missed = |card: &&&Card| card.answer.as_ref().is_some_and(|answer| !answer.right);
        let topics = Topic::ALL.into_iter().filter_map(|topic| {
            let asked = || cards.iter().filter(|card| card.topic == topic);
            let total = asked().count();
            (total > 0).then(|| TopicScore { topic, right: asked().filter(right).count(), total })
        });
        Report {
            right: cards.iter().filter(right).count(),
            total: cards.len(),
            topics: topics.collect(),
            missed: cards.iter().filter(missed).map(|card| card.item.clone()).collect(),
        }
    }
}

//! The round of a day: the items of a plan in their order, and a missed one once more at the end.

use super::seed::Dice;
use super::{Round, Scope, Seed, card, pick};
use crate::day::Day;
use crate::item::Item;

impl Round {
    /// Asks these items on `day`, in this order as far as no two neighbours ask for the same. Ids that the bank does not have,
    /// and those given twice, are left out.
    pub fn of_day(bank: &[Item], ids: Vec<String>, seed: Seed, day: Day) -> Self {
        let mut dice = Dice::new(seed);
        let mut items: Vec<&Item> = Vec::with_capacity(ids.len());
        for id in &ids {
            if let Some(item) = bank.iter().find(|item| item.id == *id)
                && items.iter().all(|other| other.id != *id)
            {
                items.push(item);
            }
        }
        let cards = pick::apart(items).into_iter().map(|item| card(item, &mut dice)).collect();
        Round { seed, scope: Scope { only: ids, ..Scope::default() }, day: Some(day), cards, at: 0 }
    }

    /// The day whose plan it asks; `None` for practice.
    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// Whether the question it stands at was asked before in this round.
    pub fn is_again(&self) -> bool {
        let asked = self.cards.iter().take(self.at);
        self.card().is_some_and(|card| asked.into_iter().any(|other| other.item == card.item))
    }

    /// In a round of a day, an item that was just missed comes once more at the end, shuffled anew.
    pub(super) fn ask_missed_again(&mut self, item: &Item) {
        let missed = self.card().and_then(|card| card.answer.as_ref()).is_some_and(|answer| !answer.right);
        if self.day.is_some() && missed && !self.is_again() {
            let turn = u32::try_from(self.cards.len()).unwrap_or(u32::MAX);
            let mut dice = Dice::new(Seed(self.seed.0.wrapping_add(turn)));
            self.cards.push(card(item, &mut dice));
        }
    }
}

/// What is due and what is new in one list, the new ones spread evenly; each kind keeps its own order. It begins with what is
/// due, where there is any.
pub fn mixed(due: Vec<String>, new: Vec<String>) -> Vec<String> {
    let (dues, news) = (due.len(), new.len());
    let mut all = Vec::with_capacity(dues + news);
    let (mut due, mut new) = (due.into_iter(), new.into_iter());
    for at in 0..dues + news {
        // After so many of all, this many new ones should have come.
        let wanted = (at + 1) * news / (dues + news);
        let come = news - new.len();
        let next = if wanted > come { new.next().or_else(|| due.next()) } else { due.next().or_else(|| new.next()) };
        all.extend(next);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::mixed;
    use proptest::prelude::*;

    fn ids(letter: char, count: usize) -> Vec<String> {
        (0..count).map(|at| format!("{letter}{at}")).collect()
    }

    #[test]
    fn new_ones_are_spread_among_the_due() {
        let list = |due, new| mixed(ids('d', due), ids('n', new)).join(" ");
        assert_eq!(list(4, 2), "d0 d1 n0 d2 d3 n1");
        assert_eq!(list(2, 4), "d0 n0 n1 d1 n2 n3");
        assert_eq!((list(0, 2), list(2, 0), list(0, 0)), ("n0 n1".to_owned(), "d0 d1".to_owned(), String::new()));
    }

    proptest! {
        /// Nothing is lost or doubled, each kind keeps its order, and what is due comes first.
        #[test]
        fn nothing_is_lost(due in 0usize..60, new in 0usize..40) {
            let all = mixed(ids('d', due), ids('n', new));
            let of = |letter: char| all.iter().filter(|id| id.starts_with(letter)).cloned().collect::<Vec<_>>();
            prop_assert_eq!(of('d'), ids('d', due));
            prop_assert_eq!(of('n'), ids('n', new));
            prop_assert!(due == 0 || all[0].starts_with('d'));
        }
    }
}

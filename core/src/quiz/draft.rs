//! An answer while it is being made. Positions inside are those of the item as written.

use crate::item::{Attempt, Body, Item};
use serde::{Deserialize, Serialize};

/// An answer not yet handed in, of the item's own type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Draft {
    SingleBest(Option<u8>),
    /// In rising order.
    SelectAll(Vec<u8>),
    /// The steps as they stand now.
    Order(Vec<u8>),
    /// For each left side, the right side it was given.
    Matching(Vec<Option<u8>>),
}

impl Draft {
    /// Empty; an order begins as shown.
    pub(super) fn new(item: &Item, shown: &[u8]) -> Self {
        match &item.body {
            Body::SingleBest(_) => Draft::SingleBest(None),
            Body::SelectAll(_) => Draft::SelectAll(Vec::new()),
            Body::Order(_) => Draft::Order(shown.to_vec()),
            Body::Matching(body) => Draft::Matching(vec![None; body.pairs.len()]),
        }
    }

    /// Whether it could be handed in: something chosen, every left side matched; an order always.
    pub fn is_complete(&self) -> bool {
        match self {
            Draft::SingleBest(chosen) => chosen.is_some(),
            Draft::SelectAll(chosen) => !chosen.is_empty(),
            Draft::Order(order) => !order.is_empty(),
            Draft::Matching(matched) => !matched.is_empty() && matched.iter().all(|given| given.is_some() && !is_shared(matched, *given)),
        }
    }

    /// Whether two left sides were given the same right side, which is allowed on the way and not at the end.
    pub fn has_shared_partner(&self) -> bool {
        match self {
            Draft::Matching(matched) => matched.iter().any(|given| is_shared(matched, *given)),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) => false,
        }
    }

    /// Whether an option (as written) is chosen.
    pub fn has_chosen(&self, written: u8) -> bool {
        match self {
            Draft::SingleBest(chosen) => *chosen == Some(written),
            Draft::SelectAll(chosen) => chosen.contains(&written),
            Draft::Order(_) | Draft::Matching(_) => false,
        }
    }

    /// The steps as they stand, by their positions as written; empty for other types.
    pub fn order(&self) -> &[u8] {
        match self {
            Draft::Order(order) => order,
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Matching(_) => &[],
        }
    }

    /// The right side (as written) that a left side was given.
    pub fn matched(&self, left: u8) -> Option<u8> {
        match self {
            Draft::Matching(matched) => matched.get(usize::from(left)).copied().flatten(),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) => None,
        }
    }

    pub(super) fn choose(&mut self, place: u8, shown: &[u8]) -> bool {
        let Some(&written) = shown.get(usize::from(place)) else { return false };
        match self {
            Draft::SingleBest(chosen) => {
                let changed = *chosen != Some(written);
                *chosen = Some(written);
                changed
            }
            Draft::SelectAll(chosen) => {
                match chosen.binary_search(&written) {
                    Ok(at) => drop(chosen.remove(at)),
                    Err(at) => chosen.insert(at, written),
                }
                true
            }
            Draft::Order(_) | Draft::Matching(_) => false,
        }
    }

    pub(super) fn shift(&mut self, from: u8, to: u8) -> bool {
        let (from, to) = (usize::from(from), usize::from(to));
        match self {
            Draft::Order(order) if from < order.len() && to < order.len() && from != to => {
                let step = order.remove(from);
                order.insert(to, step);
                true
            }
            Draft::Order(_) | Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Matching(_) => false,
        }
    }

    pub(super) fn put(&mut self, left: u8, right: u8, shown: &[u8]) -> bool {
        let Some(&written) = shown.get(usize::from(right)) else { return false };
        match self {
            Draft::Matching(matched) if usize::from(left) < matched.len() => {
                let left = usize::from(left);
                if matched[left] == Some(written) {
                    return false;
                }
                matched[left] = Some(written);
                true
            }
            Draft::Matching(_) | Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) => false,
        }
    }

    pub(super) fn clear(&mut self, left: u8) -> bool {
        match self {
            Draft::Matching(matched) => matched.get_mut(usize::from(left)).is_some_and(|given| given.take().is_some()),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) => false,
        }
    }

    /// `None` until it is complete.
    pub(super) fn attempt(&self, item: &str) -> Option<Attempt> {
        if !self.is_complete() {
            return None;
        }
        let item = item.to_owned();
        match self {
            Draft::SingleBest(chosen) => chosen.map(|chosen| Attempt::SingleBest { item, chosen }),
            Draft::SelectAll(chosen) => Some(Attempt::SelectAll { item, chosen: chosen.clone() }),
            Draft::Order(order) => Some(Attempt::Order { item, order: order.clone() }),
            Draft::Matching(matched) => {
                let matched: Option<Vec<u8>> = matched.iter().copied().collect();
                matched.map(|matched| Attempt::Matching { item, matched })
            }
        }
    }

    /// Whether it is of the item's type and size.
    pub(super) fn is_of(&self, item: &Item) -> bool {
        match (self, &item.body) {
            (Draft::SingleBest(chosen), Body::SingleBest(body)) => chosen.is_none_or(|chosen| usize::from(chosen) < body.options.len()),
            (Draft::SelectAll(chosen), Body::SelectAll(body)) => {
                chosen.is_sorted() && chosen.iter().all(|at| usize::from(*at) < body.options.len())
            }
            (Draft::Order(order), Body::Order(body)) => super::permutes(order, body.steps.len()),
            (Draft::Matching(matched), Body::Matching(body)) => {
                matched.len() == body.pairs.len() && matched.iter().flatten().all(|right| usize::from(*right) < body.pairs.len())
            }
            (Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Matching(_), _) => false,
        }
    }
}

/// Whether a right side is given to more than one left side.
fn is_shared(matched: &[Option<u8>], given: Option<u8>) -> bool {
    given.is_some() && matched.iter().filter(|other| **other == given).count() > 1
}

//! An answer while it is being made. Positions inside are those of the item as written.

use crate::item::{Attempt, Body, Item};
use crate::picture::{BRUSH, Painted, Place};
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
    Locate(Option<Place>),
    Paint(Painted),
    /// As many as there are targets, in the order put; a mark belongs to no target before it is graded.
    Marks(Vec<Option<Place>>),
}

impl Draft {
    /// Empty; an order begins as shown.
    pub(crate) fn new(item: &Item, shown: &[u8]) -> Self {
        match &item.body {
            Body::SingleBest(_) => Draft::SingleBest(None),
            Body::SelectAll(_) => Draft::SelectAll(Vec::new()),
            Body::Order(_) => Draft::Order(shown.to_vec()),
            Body::Matching(body) => Draft::Matching(vec![None; body.pairs.len()]),
            Body::Locate(_) => Draft::Locate(None),
            Body::Paint(_) => Draft::Paint(Painted::default()),
            Body::Marks(body) => Draft::Marks(vec![None; body.targets.len()]),
        }
    }

    /// The draft that an attempt was handed in from.
    pub(crate) fn of(attempt: &Attempt) -> Self {
        match attempt {
            Attempt::SingleBest { chosen, .. } => Draft::SingleBest(Some(*chosen)),
            Attempt::SelectAll { chosen, .. } => Draft::SelectAll(chosen.clone()),
            Attempt::Order { order, .. } => Draft::Order(order.clone()),
            Attempt::Matching { matched, .. } => Draft::Matching(matched.iter().copied().map(Some).collect()),
            Attempt::Locate { place, .. } => Draft::Locate(Some(*place)),
            Attempt::Paint { painted, .. } => Draft::Paint(painted.clone()),
            Attempt::Marks { places, .. } => Draft::Marks(places.iter().copied().map(Some).collect()),
        }
    }

    /// Whether it could be handed in: something chosen or painted, every left side matched, every mark put; an order always.
    pub fn is_complete(&self) -> bool {
        match self {
            Draft::SingleBest(chosen) => chosen.is_some(),
            Draft::SelectAll(chosen) => !chosen.is_empty(),
            Draft::Order(order) => !order.is_empty(),
            Draft::Matching(matched) => !matched.is_empty() && matched.iter().all(|given| given.is_some() && !is_shared(matched, *given)),
            Draft::Locate(place) => place.is_some(),
            Draft::Paint(painted) => !painted.is_empty(),
            Draft::Marks(marks) => !marks.is_empty() && marks.iter().all(Option::is_some),
        }
    }

    /// Whether two left sides were given the same right side, which is allowed on the way and not at the end.
    pub fn has_shared_partner(&self) -> bool {
        match self {
            Draft::Matching(matched) => matched.iter().any(|given| is_shared(matched, *given)),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Locate(_) | Draft::Paint(_) | Draft::Marks(_) => false,
        }
    }

    /// Whether an option (as written) is chosen.
    pub fn has_chosen(&self, written: u8) -> bool {
        match self {
            Draft::SingleBest(chosen) => *chosen == Some(written),
            Draft::SelectAll(chosen) => chosen.contains(&written),
            Draft::Order(_) | Draft::Matching(_) | Draft::Locate(_) | Draft::Paint(_) | Draft::Marks(_) => false,
        }
    }

    /// The steps as they stand, by their positions as written; empty for other types.
    pub fn order(&self) -> &[u8] {
        match self {
            Draft::Order(order) => order,
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Matching(_) | Draft::Locate(_) | Draft::Paint(_) | Draft::Marks(_) => &[],
        }
    }

    /// The right side (as written) that a left side was given.
    pub fn matched(&self, left: u8) -> Option<u8> {
        match self {
            Draft::Matching(matched) => matched.get(usize::from(left)).copied().flatten(),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Locate(_) | Draft::Paint(_) | Draft::Marks(_) => None,
        }
    }

    /// The places put on a picture so far, in the order put.
    pub fn places(&self) -> Vec<Place> {
        match self {
            Draft::Locate(place) => place.iter().copied().collect(),
            Draft::Marks(marks) => marks.iter().flatten().copied().collect(),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Matching(_) | Draft::Paint(_) => Vec::new(),
        }
    }

    /// What is painted so far; `None` for other types.
    pub fn painted(&self) -> Option<&Painted> {
        match self {
            Draft::Paint(painted) => Some(painted),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Matching(_) | Draft::Locate(_) | Draft::Marks(_) => None,
        }
    }

    pub(crate) fn choose(&mut self, place: u8, shown: &[u8]) -> bool {
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
            Draft::Order(_) | Draft::Matching(_) | Draft::Locate(_) | Draft::Paint(_) | Draft::Marks(_) => false,
        }
    }

    pub(crate) fn shift(&mut self, from: u8, to: u8) -> bool {
        let (from, to) = (usize::from(from), usize::from(to));
        match self {
            Draft::Order(order) if from < order.len() && to < order.len() && from != to => {
                let step = order.remove(from);
                order.insert(to, step);
                true
            }
            Draft::Order(_)
            | Draft::SingleBest(_)
            | Draft::SelectAll(_)
            | Draft::Matching(_)
            | Draft::Locate(_)
            | Draft::Paint(_)
            | Draft::Marks(_) => false,
        }
    }

    pub(crate) fn pair(&mut self, left: u8, right: u8, shown: &[u8]) -> bool {
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
            Draft::Matching(_)
            | Draft::SingleBest(_)
            | Draft::SelectAll(_)
            | Draft::Order(_)
            | Draft::Locate(_)
            | Draft::Paint(_)
            | Draft::Marks(_) => false,
        }
    }

    pub(crate) fn clear(&mut self, left: u8) -> bool {
        match self {
            Draft::Matching(matched) => matched.get_mut(usize::from(left)).is_some_and(|given| given.take().is_some()),
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Locate(_) | Draft::Paint(_) | Draft::Marks(_) => false,
        }
    }

    /// Two marks at one place are one: the second is not taken.
    pub(crate) fn put(&mut self, place: Place) -> bool {
        match self {
            Draft::Locate(at) => at.replace(place) != Some(place),
            Draft::Marks(marks) if marks.contains(&Some(place)) => false,
            Draft::Marks(marks) => {
                let far = |mark: &Option<Place>| {
                    let [dx, dy] = [0, 1].map(|axis| mark.map_or(0, |mark| i64::from(mark.at[axis]) - i64::from(place.at[axis])));
                    dx * dx + dy * dy
                };
                let free = marks.iter().position(Option::is_none);
                let at = free.or_else(|| (0..marks.len()).min_by_key(|at| far(&marks[*at])));
                at.is_some_and(|at| marks[at].replace(place) != Some(place))
            }
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Matching(_) | Draft::Paint(_) => false,
        }
    }

    pub(crate) fn brush(&mut self, place: Place, erase: bool) -> bool {
        match self {
            Draft::Paint(painted) => {
                let before = painted.clone();
                painted.brush(place, BRUSH, erase);
                *painted != before
            }
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Matching(_) | Draft::Locate(_) | Draft::Marks(_) => false,
        }
    }

    /// Takes everything off a picture.
    pub(crate) fn wipe(&mut self) -> bool {
        match self {
            Draft::Locate(place) => place.take().is_some(),
            Draft::Paint(painted) => !std::mem::take(painted).is_empty(),
            Draft::Marks(marks) => {
                let any = marks.iter().any(Option::is_some);
                marks.fill(None);
                any
            }
            Draft::SingleBest(_) | Draft::SelectAll(_) | Draft::Order(_) | Draft::Matching(_) => false,
        }
    }

    /// `None` until it is complete.
    pub(crate) fn attempt(&self, item: &str) -> Option<Attempt> {
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
            Draft::Locate(place) => place.map(|place| Attempt::Locate { item, place }),
            Draft::Paint(painted) => Some(Attempt::Paint { item, painted: painted.clone() }),
            Draft::Marks(marks) => {
                let places: Option<Vec<Place>> = marks.iter().copied().collect();
                places.map(|places| Attempt::Marks { item, places })
            }
        }
    }

    /// Whether it is of the item's type and size.
    pub(crate) fn is_of(&self, item: &Item) -> bool {
        match (self, &item.body) {
            (Draft::SingleBest(chosen), Body::SingleBest(body)) => chosen.is_none_or(|chosen| usize::from(chosen) < body.options.len()),
            (Draft::SelectAll(chosen), Body::SelectAll(body)) => {
                chosen.is_sorted() && chosen.iter().all(|at| usize::from(*at) < body.options.len())
            }
            (Draft::Order(order), Body::Order(body)) => super::permutes(order, body.steps.len()),
            (Draft::Matching(matched), Body::Matching(body)) => {
                matched.len() == body.pairs.len() && matched.iter().flatten().all(|right| usize::from(*right) < body.pairs.len())
            }
            (Draft::Locate(place), Body::Locate(body)) => place.is_none_or(|place| place.view == body.view),
            (Draft::Paint(painted), Body::Paint(body)) => painted.0.iter().all(|cell| cell.view == body.view),
            (Draft::Marks(marks), Body::Marks(body)) => {
                marks.len() == body.targets.len() && marks.iter().flatten().all(|place| place.view == body.view)
            }
            (
                Draft::SingleBest(_)
                | Draft::SelectAll(_)
                | Draft::Order(_)
                | Draft::Matching(_)
                | Draft::Locate(_)
                | Draft::Paint(_)
                | Draft::Marks(_),
                _,
            ) => false,
        }
    }
}

/// Whether a right side is given to more than one left side.
fn is_shared(matched: &[Option<u8>], given: Option<u8>) -> bool {
    given.is_some() && matched.iter().filter(|other| **other == given).count() > 1
}

//! Mark an area: right when what hurts is covered and little else is.
//!
//! Pain is drawn with a broad brush, and the zones are no exact lines either, so that all bounds are generous:
//! - half of each zone that must be covered, so that none is left out;
//! - three fifths of these zones together, so that a streak through each is not enough;
//! - three fifths of the paint in a zone or within a brush's radius of one, so that painting everything is not enough. A
//!   brush held just inside a zone paints so far beyond its edge; that is no mistake.

use super::Grade;
use crate::knowledge::{Layer, Strength, View};
use crate::picture::{BRUSH, Cell, Painted, Region, words};
use crate::text::capitalised;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const EACH: f32 = 0.5;
const TOGETHER: f32 = 0.6;
const INSIDE: f32 = 0.6;

/// An area to paint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paint {
    pub view: View,
    /// Core and common zones must be covered, possible ones may be.
    pub zones: Vec<(Region, Strength)>,
    /// The name of each zone.
    pub names: Vec<String>,
    /// What the question draws.
    pub layers: Vec<Layer>,
}

/// How a painted area lies over the zones, each from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// For each zone that must be covered, how much of it is.
    pub each: Vec<f32>,
    /// How much of these together.
    pub together: f32,
    /// How much of the paint lies in a zone or near one.
    pub inside: f32,
}

impl Paint {
    /// The zones that must be covered, with their names.
    pub fn wanted(&self) -> impl Iterator<Item = (&Region, &str)> {
        let names = self.names.iter().map(String::as_str).chain(std::iter::repeat(""));
        self.zones.iter().zip(names).filter(|((_, strength), _)| must(*strength)).map(|((region, _), name)| (region, name))
    }

    /// A part is a zone that must be covered. All of them can be right and the whole wrong, with too much paint elsewhere.
    pub fn grade(&self, painted: &Painted) -> Grade {
        let cover = self.cover(painted);
        let parts: Vec<bool> = cover.each.iter().map(|covered| *covered >= EACH).collect();
        let whole = cover.together >= TOGETHER && cover.inside >= INSIDE;
        Grade { right: whole && !parts.is_empty() && parts.iter().all(|part| *part), parts }
    }

    pub fn cover(&self, painted: &Painted) -> Cover {
        let paint: BTreeSet<Cell> = painted.0.iter().copied().filter(|cell| cell.view == self.view).collect();
        let share = |part: usize, of: usize| if of == 0 { 0.0 } else { part as f32 / of as f32 };
        let covered = |area: &BTreeSet<Cell>| share(area.intersection(&paint).count(), area.len());
        let areas: Vec<BTreeSet<Cell>> = self.wanted().map(|(region, _)| Painted::filling(self.view, region).0).collect();
        let near = |cell: &&Cell| self.zones.iter().any(|(region, _)| region.distance(cell.middle().at) <= f32::from(BRUSH));
        Cover {
            each: areas.iter().map(covered).collect(),
            together: covered(&areas.iter().flatten().copied().collect()),
            inside: share(paint.iter().filter(near).count(), paint.len()),
        }
    }

    /// What came of it, in words.
    pub fn told(&self, painted: &Painted) -> Vec<String> {
        let cover = self.cover(painted);
        let mut told = vec![format!("You covered {} of it.", words::share(cover.together))];
        if self.zones.len() > 1 {
            for ((_, name), covered) in self.wanted().zip(&cover.each).filter(|(_, covered)| **covered < EACH) {
                told.push(format!("{} covered of: {name}.", capitalised(words::share(*covered))));
            }
        }
        told.push(if cover.inside > 0.95 {
            "None of your paint lies outside.".to_owned()
        } else {
            format!("{} of your paint lies outside.", capitalised(words::share(1.0 - cover.inside)))
        });
        told
    }
}

/// Whether a zone that goes so strongly with a muscle must be covered; a possible one may be.
pub(super) fn must(strength: Strength) -> bool {
    match strength {
        Strength::Core | Strength::Common => true,
        Strength::Possible => false,
    }
}

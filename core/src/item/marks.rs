//! Mark several places, in any order: each mark goes to the target that it fits best.

use super::{Grade, locate};
use crate::knowledge::{Layer, View};
use crate::picture::{Miss, Place, Region};
use serde::{Deserialize, Serialize};

/// Several places to mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    pub view: View,
    /// Where each mark belongs, and what is there.
    pub targets: Vec<(Region, String)>,
    /// How far outside a target still counts, in millimetres.
    pub tolerance: u8,
    /// What the question draws.
    pub layers: Vec<Layer>,
}

/// Worse than any distance on a picture, so that one more mark in its place outweighs how near the others are.
const WRONG: f32 = 1e5;

impl Marks {
    /// A part is a target.
    pub fn grade(&self, places: &[Place]) -> Grade {
        let assigned = self.assigned(places);
        Grade::of(
            assigned.into_iter().zip(&self.targets).map(|(place, (target, _))| place.is_some_and(|at| self.fits(target, at))).collect(),
        )
    }

    /// For each target the mark that belongs to it, so that as many as can be are right, and else all as near as can be.
    /// What does not depend on the order of the marks: which of them goes where.
    pub fn assigned(&self, places: &[Place]) -> Vec<Option<Place>> {
        let mut places: Vec<Place> = places.iter().copied().filter(|place| place.view == self.view).collect();
        crate::order::sort(&mut places);
        places.truncate(self.targets.len());
        let costs: Vec<Vec<f32>> =
            self.targets.iter().map(|(target, _)| places.iter().map(|place| self.cost(target, *place)).collect()).collect();
        let best = cheapest(&costs, &mut vec![false; places.len()]);
        best.1.into_iter().map(|place| place.and_then(|at| places.get(at).copied())).collect()
    }

    /// What came of it, in words: a sentence for each target.
    pub fn told(&self, places: &[Place]) -> Vec<String> {
        let one = |(place, (target, name)): (Option<Place>, &(Region, String))| {
            let told = place.map_or_else(|| "No mark.".to_owned(), |place| locate::told(Miss::of(target, place), self.fits(target, place)));
            format!("{name}: {}", super::generate::inside(&told))
        };
        self.assigned(places).into_iter().zip(&self.targets).map(one).collect()
    }

    fn fits(&self, target: &Region, place: Place) -> bool {
        target.distance(place.at) <= f32::from(self.tolerance)
    }

    fn cost(&self, target: &Region, place: Place) -> f32 {
        let distance = target.distance(place.at).min(WRONG / 100.0);
        if self.fits(target, place) { distance } else { WRONG + distance }
    }
}

/// The cheapest way to give each row its own column, by trying all: there are only a few. A row without one costs most.
fn cheapest(rows: &[Vec<f32>], taken: &mut Vec<bool>) -> (f32, Vec<Option<usize>>) {
    let Some((first, rest)) = rows.split_first() else { return (0.0, Vec::new()) };
    let mut best: Option<(f32, Vec<Option<usize>>)> = None;
    let free: Vec<usize> = (0..taken.len()).filter(|at| !taken[*at]).collect();
    // A row goes without only where there are more rows than columns.
    let without = (free.len() < rows.len()).then_some(None);
    for column in free.into_iter().map(Some).chain(without) {
        if let Some(at) = column {
            taken[at] = true;
        }
        let (cost, mut columns) = cheapest(rest, taken);
        if let Some(at) = column {
            taken[at] = false;
        }
        let cost = cost + column.map_or(2.0 * WRONG, |at| first[at]);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            columns.insert(0, column);
            best = Some((cost, columns));
        }
    }
    best.unwrap_or_default()
}

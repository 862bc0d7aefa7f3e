//! An area of a picture, made of closed outlines and open lines.

use super::mirrored;
use crate::Side;
use crate::knowledge::{Shape, Spot, View, Zone};
use serde::{Deserialize, Serialize};

/// Filled parts, each an outline and the holes in it, and lines, which have no inside. Parts may overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Region {
    pub parts: Vec<Vec<Vec<Spot>>>,
    pub lines: Vec<Vec<Spot>>,
}

impl Region {
    /// Where a structure lies: on one side where it is paired. The left view has no other side.
    pub fn of_shape(shape: &Shape, side: Option<Side>) -> Self {
        let here = Region { parts: shape.parts.clone(), lines: shape.lines.clone() };
        if side == Some(Side::Left) && shape.view != View::Left { here.mirrored() } else { here }
    }

    /// Where a zone lies: on one side where it is paired.
    pub fn of_zone(zone: &Zone, side: Option<Side>) -> Self {
        let here = Region { parts: vec![vec![zone.outline.clone()]], lines: Vec::new() };
        if zone.paired && side == Some(Side::Left) { here.mirrored() } else { here }
    }

    /// One place, as a line without length.
    pub fn point(at: Spot) -> Self {
        Region { parts: Vec::new(), lines: vec![vec![at, at]] }
    }

    /// Both regions as one.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self.lines.extend(other.lines);
        self
    }

    pub fn mirrored(&self) -> Self {
        let flip = |lines: &[Vec<Spot>]| lines.iter().map(|line| line.iter().copied().map(mirrored).collect()).collect();
        Region { parts: self.parts.iter().map(|rings| flip(rings)).collect(), lines: flip(&self.lines) }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.iter().flatten().chain(&self.lines).all(Vec::is_empty)
    }

    /// The lowest and the highest numbers of its corners; `None` for an empty region.
    pub fn bounds(&self) -> Option<[Spot; 2]> {
        let mut corners = self.parts.iter().flatten().chain(&self.lines).flatten().copied();
        let first = corners.next()?;
        Some(corners.fold([first, first], |[low, high], [x, y]| [[low[0].min(x), low[1].min(y)], [high[0].max(x), high[1].max(y)]]))
    }

    /// Whether a place lies inside an outline.
    pub fn contains(&self, at: Spot) -> bool {
        self.parts.iter().any(|rings| is_inside(rings, at.map(f32::from)))
    }

    /// The nearest place of the region: the place itself when it lies inside. `None` for an empty region.
    pub fn nearest(&self, at: Spot) -> Option<[f32; 2]> {
        let place = at.map(f32::from);
        if self.contains(at) {
            return Some(place);
        }
        let rings = self.parts.iter().flatten().flat_map(|ring| edges(ring, true));
        let lines = self.lines.iter().flat_map(|line| edges(line, false));
        rings.chain(lines).map(|edge| on_edge(edge, place)).min_by(|a, b| distance(*a, place).total_cmp(&distance(*b, place)))
    }

    /// How far a place lies from the region, in millimetres: 0 inside. Infinite for an empty region.
    pub fn distance(&self, at: Spot) -> f32 {
        self.nearest(at).map_or(f32::INFINITY, |nearest| distance(nearest, at.map(f32::from)))
    }
}

/// By the even-odd rule, so that an outline inside another is a hole.
fn is_inside(rings: &[Vec<Spot>], [x, y]: [f32; 2]) -> bool {
    let crossed = rings
        .iter()
        .flat_map(|ring| edges(ring, true))
        .filter(|[[ax, ay], [bx, by]]| (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax);
    crossed.count() % 2 == 1
}

fn edges(points: &[Spot], closed: bool) -> impl Iterator<Item = [[f32; 2]; 2]> {
    let count = if closed { points.len() } else { points.len().saturating_sub(1) };
    (0..count).map(move |at| [points[at].map(f32::from), points[(at + 1) % points.len()].map(f32::from)])
}

fn on_edge([[ax, ay], [bx, by]]: [[f32; 2]; 2], [x, y]: [f32; 2]) -> [f32; 2] {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    [ax + along * dx, ay + along * dy]
}

/// Between two places, in millimetres.
pub(super) fn distance([ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> f32 {
    (ax - bx).hypot(ay - by)
}

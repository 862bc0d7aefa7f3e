//! Cutting a region along a level or beside the midline: the upper part of a muscle, one half of the spine.

use super::{Place, Region, side_of};
use crate::Side;
use crate::knowledge::{Spot, View};

impl Region {
    /// A disc, as an outline of sixteen corners.
    pub fn disc(at: Spot, radius: u8) -> Self {
        let corner = |step: u8| {
            let angle = f32::from(step) * std::f32::consts::TAU / 16.0;
            let off = [angle.cos(), angle.sin()].map(|part| (part * f32::from(radius)).round() as i16);
            [at[0].saturating_add(off[0]), at[1].saturating_add(off[1])]
        };
        Region { parts: vec![vec![(0..16).map(corner).collect()]], lines: Vec::new() }
    }

    /// What lies at a level or above it.
    pub fn above(&self, up: i16) -> Self {
        self.kept(|[_, y]| y - f32::from(up))
    }

    /// What lies at a level or below it.
    pub fn below(&self, up: i16) -> Self {
        self.kept(|[_, y]| f32::from(up) - y)
    }

    /// What lies on one side of the person, at least so many millimetres from the midline. The left view has no midline.
    pub fn beside(&self, view: View, side: Side, from: i16) -> Self {
        match side_of(Place { view, at: [1, 0] }) {
            None => self.clone(),
            Some(positive) => {
                let sign = if positive == side { 1.0 } else { -1.0 };
                self.kept(|[x, _]| sign * x - f32::from(from))
            }
        }
    }

    /// What lies where a linear measure is not negative (Sutherland, Hodgman). Pieces of one outline stay joined by their
    /// shared edge.
    fn kept(&self, measure: impl Fn([f32; 2]) -> f32) -> Self {
        let ring = |ring: &Vec<Spot>| cut(ring.iter().copied().chain(ring.first().copied()), &measure).concat();
        let rings = |rings: &Vec<Vec<Spot>>| rings.iter().map(ring).filter(|ring| ring.len() > 2).collect::<Vec<_>>();
        Region {
            parts: self.parts.iter().map(rings).filter(|rings| !rings.is_empty()).collect(),
            lines: self.lines.iter().flat_map(|line| cut(line.iter().copied(), &measure)).filter(|line| line.len() > 1).collect(),
        }
    }
}

/// The pieces of a line that are kept, each with the places where it was cut.
fn cut(line: impl Iterator<Item = Spot>, measure: &impl Fn([f32; 2]) -> f32) -> Vec<Vec<Spot>> {
    let mut pieces: Vec<Vec<Spot>> = vec![Vec::new()];
    let mut last: Option<([f32; 2], f32)> = None;
    for spot in line {
        let (here, now) = (spot.map(f32::from), measure(spot.map(f32::from)));
        if let Some((there, before)) = last.filter(|(_, before)| (*before < 0.0) != (now < 0.0)) {
            let along = before / (before - now);
            let crossing = [0, 1].map(|axis| (there[axis] + along * (here[axis] - there[axis])).round() as i16);
            if now >= 0.0 {
                pieces.push(Vec::new());
            }
            pieces.last_mut().into_iter().for_each(|piece| piece.push(crossing));
        }
        if now >= 0.0 {
            pieces.last_mut().into_iter().for_each(|piece| piece.push(spot));
        }
        last = Some((here, now));
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Region {
        Region { parts: vec![vec![vec![[-20, 0], [20, 0], [20, 40], [-20, 40]]]], lines: vec![vec![[-20, 0], [0, 40], [20, 0]]] }
    }

    #[test]
    fn a_region_is_cut_at_a_level_and_beside_the_midline() {
        let upper = square().above(30);
        assert!(upper.contains([0, 35]) && !upper.contains([0, 25]));
        assert_eq!(upper.bounds(), Some([[-20, 30], [20, 40]]));
        let lower = square().below(10);
        assert!(lower.contains([0, 5]) && !lower.contains([0, 15]));
        assert_eq!(lower.lines.len(), 2, "the line is cut in two");
        let right = square().beside(View::Front, Side::Right, 5);
        assert_eq!(right.bounds(), Some([[-20, 0], [-5, 40]]));
        assert_eq!(square().beside(View::Back, Side::Right, 5).bounds(), Some([[5, 0], [20, 40]]));
        assert_eq!(square().beside(View::Left, Side::Right, 5), square());
        assert!(square().above(50).is_empty());
    }

    #[test]
    fn a_disc_is_round() {
        let disc = Region::disc([-36, 150], 20);
        assert!(disc.contains([-36, 150]) && disc.contains([-50, 160]) && !disc.contains([-52, 166]));
        assert!(disc.distance([-36, 175]) > 4.0);
    }
}

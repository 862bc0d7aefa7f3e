//! The outline of a row of ellipsoids: one clean curve, without boolean geometry.
//!
//! The row is seen along an axis. At each place of the axis the outline is as far out as the hulls of neighbouring
//! ellipses reach there, so that the curve never crosses itself.

use crate::space::{P, Spot, p};

/// Directions tried for each side.
const WAYS: usize = 16;

/// The outline of a chain, in which neighbours are joined.
pub fn chain(spots: &[Spot], steps: usize) -> Vec<P> {
    let pairs: Vec<&[Spot]> = if spots.len() < 2 { vec![spots] } else { spots.windows(2).collect() };
    let axis = match (spots.first(), spots.last()) {
        (Some(first), Some(last)) => last.at - first.at,
        _ => return Vec::new(),
    };
    groups(&pairs, axis, steps)
}

/// The outline of groups of ellipses, each group filled out to its hull, along an axis.
pub fn groups(groups: &[&[Spot]], axis: P, steps: usize) -> Vec<P> {
    let axis = if axis.length() < 4. { p(0., 1.) } else { axis.unit() };
    let across = axis.across();
    let mut ways = [(0., 0.); WAYS];
    for (i, way) in ways.iter_mut().enumerate() {
        *way = ((i as f32 + 0.5) * std::f32::consts::PI / WAYS as f32).sin_cos();
    }
    let slopes = ways.map(|(sin, cos)| (1. / sin, cos / sin));
    let far = |group: &[Spot], d: P| group.iter().map(|spot| spot.reach(d)).fold(f32::MIN, f32::max);
    // For each group: from where to where it reaches along the axis, and how far in each direction on both sides.
    let hulls: Vec<(f32, f32, [[f32; WAYS]; 2])> = groups
        .iter()
        .map(|group| {
            let reach = |side: f32| ways.map(|(sin, cos)| far(group, axis * cos + across * (sin * side)));
            (-far(group, axis * -1.), far(group, axis), [reach(1.), reach(-1.)])
        })
        .collect();
    let from = hulls.iter().map(|hull| hull.0).fold(f32::MAX, f32::min);
    let to = hulls.iter().map(|hull| hull.1).fold(f32::MIN, f32::max);
    let edge = |s: f32, side: usize| {
        let covering = hulls.iter().filter(|hull| hull.0 <= s && s <= hull.1);
        let reach = |hull: &(f32, f32, [[f32; WAYS]; 2])| {
            slopes.iter().zip(hull.2[side]).map(|((steep, flat), h)| h * steep - s * flat).fold(f32::MAX, f32::min)
        };
        covering.map(reach).fold(f32::MIN, f32::max)
    };
    let mut out = vec![P::default(); 2 * steps + 2];
    let length = to - from;
    for i in 0..=steps {
        let t = 0.5 - 0.5 * (i as f32 * std::f32::consts::PI / steps as f32).cos();
        let s = from + length * t;
        // At the very ends the outline has no width: a little further in it has.
        let inside = s.clamp(from + 0.004 * length, to - 0.004 * length);
        let [right, left] = [edge(inside, 0), -edge(inside, 1)];
        let (right, left) = if right < left { ((right + left) / 2., (right + left) / 2.) } else { (right, left) };
        out[i] = axis * s + across * right;
        out[2 * steps + 1 - i] = axis * s + across * left;
    }
    out
}

//! From a curve to a short list of corners, whole millimetres apart.

use kurbo::{BezPath, PathEl, Point};
use palpate_core::knowledge::Spot;

/// How far a corner may be left out of the way, in millimetres.
const TOLERANCE: f64 = 0.7;

/// The corners of each piece of a path, and whether the piece is closed. The drawing's y points down, places point up.
pub fn corners(path: &BezPath) -> Vec<(Vec<Spot>, bool)> {
    let mut pieces: Vec<(Vec<Point>, bool)> = Vec::new();
    kurbo::flatten(path, 0.2, |element| match element {
        PathEl::MoveTo(point) => pieces.push((vec![point], false)),
        PathEl::LineTo(point) => {
            if let Some((points, _)) = pieces.last_mut() {
                points.push(point);
            }
        }
        PathEl::ClosePath => {
            if let Some((_, closed)) = pieces.last_mut() {
                *closed = true;
            }
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    pieces.into_iter().map(|(points, closed)| (spots(&simplified(&points)), closed)).filter(|(spots, _)| spots.len() > 1).collect()
}

fn spots(points: &[Point]) -> Vec<Spot> {
    let mut out: Vec<Spot> = points.iter().map(|point| [point.x.round() as i16, (-point.y).round() as i16]).collect();
    out.dedup();
    if out.len() > 1 && out.first() == out.last() {
        out.pop();
    }
    out
}

/// Leaves out the corners that lie within the tolerance of the line between their neighbours (Ramer, Douglas, Peucker).
fn simplified(points: &[Point]) -> Vec<Point> {
    let [first, .., last] = points else { return points.to_vec() };
    let off = |point: &Point| {
        let along = *last - *first;
        let length = along.hypot();
        if length < 1e-9 { (*point - *first).hypot() } else { (along.cross(*point - *first) / length).abs() }
    };
    let farthest = (1..points.len() - 1).max_by(|a, b| off(&points[*a]).total_cmp(&off(&points[*b])));
    match farthest {
        Some(at) if off(&points[at]) > TOLERANCE => {
            let mut out = simplified(&points[..=at]);
            out.pop();
            out.extend(simplified(&points[at..]));
            out
        }
        _ => vec![*first, *last],
    }
}

//! Path data of regions, smooth curves and painted cells. Millimetres with y up become the drawing's units, y down.
//!
//! Numbers are whole millimetres or tenths, written by hand: floats would bring their formatting along.

use palpate_core::knowledge::{Spot, View};
use palpate_core::picture::{CELL, Painted, Region};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A number in thousandths, as a decimal.
pub fn decimal(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    match size % 1000 {
        0 => format!("{sign}{}", size / 1000),
        part => format!("{sign}{}.{part:03}", size / 1000),
    }
}

/// The outlines and lines of a region.
pub fn region(region: &Region, smooth: bool) -> String {
    let mut out = String::new();
    for ring in region.parts.iter().flatten() {
        if smooth {
            curve(&mut out, ring);
        } else {
            polygon(&mut out, ring);
            out.push('Z');
        }
    }
    for line in &region.lines {
        polygon(&mut out, line);
    }
    out
}

/// An open line.
pub fn line(spots: &[Spot]) -> String {
    let mut out = String::new();
    polygon(&mut out, spots);
    out
}

fn polygon(out: &mut String, spots: &[Spot]) {
    for (at, [x, y]) in spots.iter().enumerate() {
        let letter = if at == 0 { 'M' } else { 'L' };
        // Writing to a string can't fail.
        let _ = write!(out, "{letter}{x} {}", -i32::from(*y));
    }
}

/// A closed curve through the corners (Catmull and Rom), as cubic pieces.
fn curve(out: &mut String, ring: &[Spot]) {
    let count = ring.len();
    if count < 3 {
        return;
    }
    // In sixths of a millimetre, where the pieces' handles are whole numbers.
    let corner = |at: usize| {
        let [x, y] = ring[at % count].map(i32::from);
        [x * 6, -y * 6]
    };
    let write = |out: &mut String, letter: char, [x, y]: [i32; 2]| {
        let _ = write!(out, "{letter}{} {}", decimal(x * 1000 / 6), decimal(y * 1000 / 6));
    };
    write(out, 'M', corner(0));
    for at in 0..count {
        let [before, from, to, after] = [corner(at + count - 1), corner(at), corner(at + 1), corner(at + 2)];
        let handle = |base: [i32; 2], a: [i32; 2], b: [i32; 2]| [base[0] + (b[0] - a[0]) / 6, base[1] + (b[1] - a[1]) / 6];
        write(out, 'C', handle(from, before, to));
        write(out, ' ', handle(to, after, from));
        write(out, ' ', to);
    }
    out.push('Z');
}

/// The outline of what is painted on a view, its corners rounded.
pub fn painted(painted: &Painted, view: View) -> String {
    let cells: Vec<[i32; 2]> =
        painted.0.iter().filter(|cell| cell.view == view).map(|cell| [i32::from(cell.column), i32::from(cell.row)]).collect();
    let has = |x: i32, y: i32| cells.binary_search(&[x, y]).is_ok();
    // The edges between paint and none, walked with the paint on the left.
    let mut next: BTreeMap<[i32; 2], Vec<[i32; 2]>> = BTreeMap::new();
    for [x, y] in &cells {
        let (x, y) = (*x, *y);
        let sides = [
            (has(x, y - 1), [x, y], [x + 1, y]),
            (has(x + 1, y), [x + 1, y], [x + 1, y + 1]),
            (has(x, y + 1), [x + 1, y + 1], [x, y + 1]),
            (has(x - 1, y), [x, y + 1], [x, y]),
        ];
        for (_, from, to) in sides.into_iter().filter(|(covered, ..)| !covered) {
            next.entry(from).or_default().push(to);
        }
    }
    let mut out = String::new();
    while let Some((&start, _)) = next.first_key_value() {
        let mut ring = vec![start];
        while let Some(to) = follow(&mut next, ring[ring.len() - 1])
            && to != start
        {
            ring.push(to);
        }
        rounded(&mut out, &ring);
    }
    out
}

fn follow(next: &mut BTreeMap<[i32; 2], Vec<[i32; 2]>>, from: [i32; 2]) -> Option<[i32; 2]> {
    let ways = next.get_mut(&from)?;
    let to = ways.pop();
    if ways.is_empty() {
        next.remove(&from);
    }
    to
}

/// From the middle of each edge to that of the next, each corner drawing the curve towards it. The steps of the grid are
/// evened out first, unless there is too little to even out.
fn rounded(out: &mut String, ring: &[[i32; 2]]) {
    let mut corners: Vec<[i32; 2]> = ring.iter().map(|[x, y]| [x * i32::from(CELL) * 100, -y * i32::from(CELL) * 100]).collect();
    let count = corners.len();
    let around = |corners: &[[i32; 2]], at: usize| [corners[(at + count - 1) % count], corners[at], corners[(at + 1) % count]];
    for _ in 0..if count < 8 { 0 } else { 2 } {
        let even = |at: usize| {
            let [before, here, after] = around(&corners, at);
            [0, 1].map(|axis| (before[axis] + 2 * here[axis] + after[axis]) / 4)
        };
        corners = (0..count).map(even).collect();
    }
    let middle = |a: [i32; 2], b: [i32; 2]| [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    let write = |out: &mut String, letter: char, [x, y]: [i32; 2]| {
        let _ = write!(out, "{letter}{} {}", decimal(x * 10), decimal(y * 10));
    };
    for at in 0..count {
        let [before, here, after] = around(&corners, at);
        if at == 0 {
            write(out, 'M', middle(before, here));
        }
        write(out, 'Q', here);
        write(out, ' ', middle(here, after));
    }
    out.push('Z');
}

#[cfg(test)]
mod tests {
    use super::*;
    use palpate_core::picture::Place;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        assert_eq!([0, 1500, -1500, -7, 12_000].map(decimal), ["0", "1.500", "-1.500", "-0.007", "12"]);
    }

    #[test]
    fn outlines_turn_upside_down_for_the_drawing() {
        let square = Region { parts: vec![vec![vec![[0, 0], [6, 0], [6, 6], [0, 6]]]], lines: vec![vec![[1, 2], [3, -4]]] };
        assert_eq!(region(&square, false), "M0 0L6 0L6 -6L0 -6ZM1 -2L3 4");
        let smooth = region(&square, true);
        assert!(smooth.starts_with("M0 0C1 1 5 1 6 0C") && smooth.ends_with("ZM1 -2L3 4"), "{smooth}");
    }

    #[test]
    fn paint_is_one_outline_and_a_hole_is_another() {
        let mut paint = Painted::default();
        let at = |x, y| Place { view: View::Front, at: [x, y] };
        paint.brush(at(0, 0), 14, false);
        paint.brush(at(16, 0), 14, false);
        assert_eq!(painted(&paint, View::Front).matches('Z').count(), 1, "what touches is one");
        assert_eq!(painted(&paint, View::Back), "");
        paint = Painted::default();
        (0..5).for_each(|x| (0..5).for_each(|y| paint.brush(at(x * 8 + 4, y * 8 + 4), 1, false)));
        paint.brush(at(20, 20), 1, true);
        assert_eq!(painted(&paint, View::Front).matches('Z').count(), 2);
    }
}

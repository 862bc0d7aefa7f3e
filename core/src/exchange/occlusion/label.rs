//! Where the names of a picture stand: in a column on either side, in the order of height of what they name.

use super::drawing::Drawn;
use crate::knowledge::{Spot, View};
use crate::picture::Region;

/// A picture with its columns, in millimetres.
pub(super) const WIDE: i32 = 660;
pub(super) const HIGH: i32 = 480;
/// One column.
pub(super) const COLUMN: i32 = 160;
/// How far the picture reaches above the hip joints.
pub(super) const TOP: i32 = 330;
/// A line of words.
pub(super) const LINE: i32 = 16;
/// How many letters fit on one.
const LETTERS: usize = 19;
const GAP: i32 = 4;
/// How fine places are tried, and how far from its edges a place must be to be told from what lies beside it.
const STEPS: i32 = 24;
const LEAST_ROOM: f32 = 2.0;

/// A name in its box. `left` is that of its column; a line leads from it to `target`, on the whole picture, y down.
pub(super) struct Label {
    pub lines: Vec<String>,
    pub left: i32,
    pub top: i32,
    pub target: [i32; 2],
}

impl Label {
    pub fn high(&self) -> i32 {
        self.lines.len() as i32 * LINE + 6
    }
}

/// A box for each name of which something can be seen, with its number, which is one more than its place in the atlas.
pub(super) fn placed(named: &[(usize, &str)], drawn: &[Drawn], view: View) -> Vec<(usize, Label)> {
    let middle = WIDE / 2;
    let mut found: Vec<(usize, &str, Spot, bool)> = Vec::new();
    for (number, name) in named {
        if let Some(own) = drawn.iter().position(|one| one.structure + 1 == *number)
            && let Some(at) = target(drawn, own)
        {
            found.push((*number, name, at, drawn[own].mirrored));
        }
    }
    crate::order::sort_by_key(&mut found, |(number, _, at, _)| (-at[1], *number));
    let mut columns: [Vec<(usize, Label)>; 2] = [Vec::new(), Vec::new()];
    for (number, name, at, both) in found {
        // What is there on both sides goes where there is more room; in the left view everything does.
        let right = if both || view == View::Left || at[0] == 0 { columns[1].len() < columns[0].len() } else { at[0] > 0 };
        let x = if both && (at[0] > 0) != right { -i32::from(at[0]) } else { i32::from(at[0]) };
        let lines = wrapped(name);
        let label = Label { lines, left: if right { WIDE - COLUMN } else { 0 }, top: 0, target: [middle + x, TOP - i32::from(at[1])] };
        columns[usize::from(right)].push((number, label));
    }
    for column in &mut columns {
        stack(column);
    }
    let mut all: Vec<_> = columns.into_iter().flatten().collect();
    crate::order::sort_by_key(&mut all, |(number, _)| *number);
    all
}

/// Each as near to the height of its target as the others let it.
fn stack(column: &mut [(usize, Label)]) {
    let mut free = GAP;
    for (_, label) in column.iter_mut() {
        label.top = (label.target[1] - label.high() / 2).max(free);
        free = label.top + label.high() + GAP;
    }
    let mut floor = HIGH - GAP;
    for (_, label) in column.iter_mut().rev() {
        label.top = label.top.min(floor - label.high());
        floor = label.top - GAP;
    }
}

fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A place within it that nothing hides and that is far from its edges; for a line the middle of the first.
fn target(drawn: &[Drawn], own: usize) -> Option<Spot> {
    let region = &drawn[own].region;
    if region.parts.is_empty() {
        let line = region.lines.iter().max_by_key(|line| line.len())?;
        return line.get(line.len() / 2).copied().filter(|at| in_frame(*at));
    }
    let rings = region.parts.iter().flatten();
    let closed = rings.map(|ring| ring.iter().chain(ring.first()).copied().collect()).collect();
    let edges = Region { parts: Vec::new(), lines: closed };
    let above: Vec<&Region> = drawn[own + 1..].iter().filter(|one| one.filled).map(|one| &one.region).collect();
    let [low, high] = region.bounds()?;
    let part = |axis: usize, step: i32| (i32::from(low[axis]) + (i32::from(high[axis]) - i32::from(low[axis])) * step / STEPS) as i16;
    let mut best: Option<(f32, Spot)> = None;
    for at in (1..STEPS).flat_map(|across| (1..STEPS).map(move |up| (across, up))).map(|(across, up)| [part(0, across), part(1, up)]) {
        let most = best.map_or(LEAST_ROOM, |(room, _)| room);
        if in_frame(at) && region.contains(at) && edges.distance(at) > most {
            let room = above.iter().map(|other| other.distance(at)).fold(edges.distance(at), f32::min);
            if room > most {
                best = Some((room, at));
            }
        }
    }
    best.map(|(_, at)| at)
}

fn in_frame(at: Spot) -> bool {
    let half = (WIDE - 2 * COLUMN) / 2 - 6;
    i32::from(at[0]).abs() <= half && (TOP - HIGH + 6..=TOP - 6).contains(&i32::from(at[1]))
}

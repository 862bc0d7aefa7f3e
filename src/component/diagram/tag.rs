//! The name of what is pointed at, in a small tag inside the frame, beside it where there is room.

use super::board::Pane;
use super::camera::Point;
use crate::markup::prelude::*;

/// Height of a tag's line, room around it, and width of a letter, in pixels.
const LINE: f32 = 32.0;
const GAP: f32 = 8.0;
const LETTER: f32 = 8.5;

pub fn tag(pane: Pane) -> AnyView {
    let shown = move || {
        let at = pane.hovered.get().or_else(|| pane.focused.get()).or_else(|| pane.chosen())?;
        pane.targets.with(|targets| {
            let target = targets.get(at)?;
            let camera = pane.camera.get();
            let [_, _, width, height] = pane.frame();
            let corners = target.bounds.map(|corner| camera.seen(corner, [0.0, 0.0, width, height]));
            let [x, y] = place(corners, [width, height], target.name.len());
            Some((target.name.clone(), [x as i32, y as i32]))
        })
    };
    view! {
        {move || shown().map(|(name, [x, y])| view! {
            <p class="diagram-tag" aria-hidden="true" prop:style=format!("left:{x}px;top:{y}px")>{name}</p>
        })}
    }
    .into_any()
}

/// The upper left corner of a tag for what lies between two corners: above it, below, to the right or left, whichever
/// is the first to fit; else at the edge that is farther away.
fn place([a, b]: [Point; 2], [width, height]: Point, letters: usize) -> Point {
    let size =
        [(letters as f32 * LETTER + 20.0).min(width * 0.7), if letters as f32 * LETTER + 20.0 > width * 0.7 { LINE * 1.6 } else { LINE }];
    let [left, right] = [a[0].min(b[0]), a[0].max(b[0])];
    let [top, bottom] = [a[1].min(b[1]), a[1].max(b[1])];
    let middle = [(left + right - size[0]) / 2.0, (top + bottom - size[1]) / 2.0];
    let inside = |[x, y]: Point| [x.clamp(GAP, (width - size[0] - GAP).max(GAP)), y.clamp(GAP, (height - size[1] - GAP).max(GAP))];
    let ways = [[middle[0], top - size[1] - GAP], [middle[0], bottom + GAP], [right + GAP, middle[1]], [left - size[0] - GAP, middle[1]]];
    let clear = |[x, y]: Point| x + size[0] < left || x > right || y + size[1] < top || y > bottom;
    let edge = [middle[0], if top + bottom > height { GAP } else { height }];
    ways.into_iter().map(inside).find(|way| clear(*way)).unwrap_or_else(|| inside(edge))
}

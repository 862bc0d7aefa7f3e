//! Fingers and mouse on a view: taps, drags, pinches, the wheel.

use super::board::Pane;
use super::camera::Point;
use super::{Action, Can};
use crate::markup::prelude::*;
use crate::platform::pointer::{self, Frame};
use leptos::ev::{MouseEvent, PointerEvent, WheelEvent};
use palpate_core::picture::Place;

/// What moves less, in pixels, is a tap.
const STILL: f32 = 8.0;
/// Places of a drawn line lie at least this far apart, in millimetres.
const STRIDE: f32 = 4.0;

/// The pointers that are down on a view.
#[derive(Clone, Debug, Default)]
pub struct Hands {
    down: Vec<(i32, Point)>,
    /// Where the first went down.
    from: Point,
    /// Whether it was more than a tap.
    moved: bool,
    /// Where the brush was last.
    brushed: Option<Place>,
}

fn point(event: &MouseEvent) -> Point {
    [event.client_x() as f32, event.client_y() as f32]
}

fn between(a: Point, b: Point) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

pub fn down(pane: Pane, event: &PointerEvent) {
    let Some(frame) = pointer::frame_here(event).filter(|_| event.button() == 0) else { return };
    let at = point(event);
    let count = pane.hands.try_update_value(|hands| {
        if hands.down.is_empty() {
            *hands = Hands { from: at, ..Hands::default() };
        }
        hands.down.retain(|(id, _)| *id != event.pointer_id());
        hands.down.push((event.pointer_id(), at));
        hands.moved |= hands.down.len() > 1;
        hands.down.len()
    });
    pane.cross_on.set(false);
    match count {
        Some(1) if pane.board.can == Can::Paint => {
            pointer::hold(event);
            brush(pane, at, frame);
        }
        Some(2) => {
            pointer::hold(event);
            pane.line.set(Vec::new());
        }
        _ => {}
    }
}

pub fn moved(pane: Pane, event: &PointerEvent) {
    let at = point(event);
    let Some(Some((was, other))) = pane.hands.try_update_value(|hands| {
        let mine = hands.down.iter().position(|(id, _)| *id == event.pointer_id())?;
        if !hands.moved && between(hands.from, at) < STILL {
            return None;
        }
        hands.moved = true;
        let was = std::mem::replace(&mut hands.down[mine].1, at);
        Some((was, hands.down.iter().find(|(id, _)| *id != event.pointer_id()).map(|(_, at)| *at)))
    }) else {
        return;
    };
    let Some(frame) = pointer::frame_here(event) else { return };
    let camera = pane.camera.get_untracked();
    match (other, pane.board.can) {
        (Some(other), _) => {
            let middle = |at: Point| [(at[0] + other[0]) / 2.0, (at[1] + other[1]) / 2.0];
            let factor = between(at, other) / between(was, other).max(1.0);
            pane.camera.set(camera.dragged(middle(was), middle(at), frame).zoomed(factor, Some((middle(at), frame))));
        }
        (None, Can::Paint) => brush(pane, at, frame),
        (None, Can::Mark) => {
            pointer::hold(event);
            draw(pane, was, at, frame);
        }
        (None, Can::Look | Can::Read | Can::Locate) if !camera.is_home() => {
            pointer::hold(event);
            pane.camera.set(camera.dragged(was, at, frame));
        }
        (None, Can::Look | Can::Read | Can::Locate) => {}
    }
}

/// Lifted, or (with `kept` false) taken over by the browser.
pub fn up(pane: Pane, event: &PointerEvent, kept: bool) {
    let ended = pane.hands.try_update_value(|hands| {
        hands.down.retain(|(id, _)| *id != event.pointer_id());
        hands.down.is_empty()
    });
    let line = pane.line.get_untracked();
    if ended == Some(true) && !line.is_empty() {
        pane.line.set(Vec::new());
        if kept && line.len() > 1 {
            pane.board.on.run(Action::Draw { view: pane.view, line });
        }
    }
}

/// A tap or a click on the view. One on a structure comes from the structure itself, and not here.
pub fn click(pane: Pane, event: &MouseEvent) {
    if pane.board.can == Can::Read && !was_drag(pane) {
        pane.board.chosen.set(None);
    }
    let places = matches!(pane.board.can, Can::Locate | Can::Mark);
    let Some(frame) = pointer::frame_here(event).filter(|_| places && !was_drag(pane)) else { return };
    let place = pane.camera.get_untracked().place(point(event), frame);
    pane.cross.set(place.at);
    pane.board.on.run(Action::Put(place));
}

/// Whether the click that follows ends a drag.
pub fn was_drag(pane: Pane) -> bool {
    pane.hands.with_value(|hands| hands.moved)
}

/// The wheel scrolls the page, and zooms with Ctrl, which is also how a pinch on a touchpad comes.
pub fn wheel(pane: Pane, event: &WheelEvent) {
    let Some(frame) = pointer::frame_here(event).filter(|_| event.ctrl_key() || event.meta_key()) else { return };
    event.prevent_default();
    let factor = (1.0 - event.delta_y() as f32 * 0.004).clamp(0.7, 1.4);
    pane.camera.update(|camera| *camera = camera.zoomed(factor, Some((point(event), frame))));
}

fn brush(pane: Pane, at: Point, frame: Frame) {
    let to = pane.camera.get_untracked().place(at, frame);
    let from = pane.hands.try_update_value(|hands| hands.brushed.replace(to)).flatten().unwrap_or(to);
    let [dx, dy] = [0, 1].map(|axis| i32::from(to.at[axis]) - i32::from(from.at[axis]));
    // Without gaps, however fast the hand.
    let steps = (dx.abs().max(dy.abs()) / 8).max(1);
    let erase = pane.board.erase.get_untracked();
    for step in 1..=steps {
        let part = |from: i16, by: i32| from + (by * step / steps) as i16;
        let place = Place { at: [part(from.at[0], dx), part(from.at[1], dy)], ..to };
        pane.board.on.run(Action::Brush { place, erase });
    }
}

fn draw(pane: Pane, was: Point, at: Point, frame: Frame) {
    let camera = pane.camera.get_untracked();
    pane.line.update(|line| {
        if line.is_empty() {
            line.push(camera.place(was, frame).at);
        }
        let to = camera.place(at, frame).at;
        let far = line.last().is_none_or(|last| between(last.map(f32::from), to.map(f32::from)) >= STRIDE);
        if far {
            line.push(to);
        }
    });
}

//! The keyboard on a view: from part to part, or the cross; nearer, farther and along.

use super::board::Pane;
use super::target::towards;
use super::{Action, Can};
use crate::markup::prelude::*;
use leptos::ev::KeyboardEvent;
use palpate_core::picture::{Place, whereabouts};

/// How much nearer a press on + comes.
pub const STEP: f32 = 1.5;
/// How far the cross moves, in millimetres, alone and with Shift.
const STRIDES: [i16; 2] = [5, 1];

/// What the keys do, for screen readers.
pub fn help(can: Can) -> &'static str {
    match can {
        Can::Look => "Plus, minus and zero zoom.",
        Can::Read => {
            "Arrow keys go to the part that lies that way, Home and End to the first and last, Page Up and Page Down through all. Enter chooses, Escape lets go. Plus, minus and zero zoom, arrows with Shift move the picture."
        }
        Can::Mark => {
            "Arrow keys go to the area that lies that way, Home and End to the first and last, Page Up and Page Down through all. Enter marks it. Plus, minus and zero zoom, arrows with Shift move the picture."
        }
        Can::Locate => {
            "Arrow keys move a cross by 5 millimetres, with Shift by 1. Enter puts your answer there. Plus, minus and zero zoom."
        }
        Can::Paint => {
            "Arrow keys move a cross by 5 millimetres, with Shift by 1. Enter paints around it, Delete wipes out. Plus, minus and zero zoom."
        }
    }
}

pub fn pressed(pane: Pane, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let arrow = match key.as_str() {
        "ArrowUp" => Some([0, -1]),
        "ArrowDown" => Some([0, 1]),
        "ArrowLeft" => Some([-1, 0]),
        "ArrowRight" => Some([1, 0]),
        _ => None,
    };
    let known = match (key.as_str(), arrow) {
        ("+" | "=", _) => zoom(pane, STEP),
        ("-" | "_", _) => zoom(pane, 1.0 / STEP),
        ("0", _) => zoom(pane, 0.0),
        (_, Some(way)) if !pane.board.tells() => cross(pane, way, event.shift_key()),
        (_, Some([dx, dy])) if event.shift_key() => {
            pane.camera.update(|camera| *camera = camera.stepped([dx as f32 * 0.15, dy as f32 * 0.15]));
            true
        }
        (_, Some(way)) => go(pane, way),
        (key, None) if pane.board.tells() => part(pane, key),
        (key, None) => act(pane, key),
    };
    if known {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn zoom(pane: Pane, factor: f32) -> bool {
    pane.camera.update(|camera| *camera = camera.zoomed(factor, None));
    true
}

fn go(pane: Pane, way: [i32; 2]) -> bool {
    let turned = pane.camera.with_untracked(|camera| camera.turned);
    let next = pane.targets.with_untracked(|targets| towards(targets, untrack(|| pane.stop()), way, turned));
    if let Some(at) = next {
        pane.go_to(at);
    }
    true
}

fn part(pane: Pane, key: &str) -> bool {
    let here = untrack(|| pane.stop());
    let last = pane.targets.with_untracked(Vec::len).saturating_sub(1);
    match key {
        "Home" => pane.go_to(0),
        "End" => pane.go_to(last),
        "PageDown" => pane.go_to((here + 1).min(last)),
        "PageUp" => pane.go_to(here.saturating_sub(1)),
        "Enter" | " " => {
            if let Some(target) = pane.targets.with_untracked(|targets| targets.get(here).cloned()) {
                pane.board.press(&target);
            }
        }
        "Escape" if pane.board.chosen.with_untracked(Option::is_some) => pane.board.chosen.set(None),
        _ => return false,
    }
    true
}

fn cross(pane: Pane, [dx, dy]: [i32; 2], slow: bool) -> bool {
    let camera = pane.camera.get_untracked();
    let stride = STRIDES[usize::from(slow)] * if camera.turned { -1 } else { 1 };
    let [left, top, width, height] = camera.home.0.map(|number| number as i16);
    let [x, y] = pane.cross.get_untracked();
    let at = [(x + dx as i16 * stride).clamp(left, left + width), (y - dy as i16 * stride).clamp(-top - height, -top)];
    pane.cross.set(at);
    pane.cross_on.set(true);
    pane.camera.set(camera.showing(at));
    pane.board.said.set(whereabouts(Place { view: pane.view, at }));
    true
}

fn act(pane: Pane, key: &str) -> bool {
    let place = Place { view: pane.view, at: pane.cross.get_untracked() };
    let (action, said) = match (key, pane.board.can) {
        ("Enter" | " ", Can::Locate) => (Action::Put(place), "Put"),
        ("Enter" | " ", Can::Paint) => {
            let erase = pane.board.erase.get_untracked();
            (Action::Brush { place, erase }, if erase { "Wiped out" } else { "Painted" })
        }
        ("Delete" | "Backspace", Can::Paint) => (Action::Brush { place, erase: true }, "Wiped out"),
        _ => return false,
    };
    pane.cross_on.set(true);
    pane.board.said.set(format!("{said}: {}", whereabouts(place)));
    pane.board.on.run(action);
    true
}

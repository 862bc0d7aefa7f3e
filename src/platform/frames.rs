//! One call for each picture that the browser draws, with the time; and whether things may move.

use super::window;
use gloo_render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

/// A movement under way; it ends when this is dropped.
pub struct Frames(#[expect(dead_code, reason = "held, so that the next call comes")] Rc<RefCell<Option<AnimationFrame>>>);

/// Calls `step` before each picture with the milliseconds since the first, until it says that it is done.
pub fn each(step: impl FnMut(f64) -> bool + 'static) -> Frames {
    let next = Rc::new(RefCell::new(None));
    ask(&next, None, step);
    Frames(next)
}

fn ask(next: &Rc<RefCell<Option<AnimationFrame>>>, began: Option<f64>, mut step: impl FnMut(f64) -> bool + 'static) {
    // Not held by its own call, so that dropping `Frames` ends it.
    let again = Rc::downgrade(next);
    let frame = request_animation_frame(move |now| {
        let began = began.unwrap_or(now);
        if step(now - began)
            && let Some(next) = again.upgrade()
        {
            ask(&next, Some(began), step);
        }
    });
    *next.borrow_mut() = Some(frame);
}

/// Whether the device asks for less movement.
pub fn reduced_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

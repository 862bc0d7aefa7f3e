//! Pointers and the boxes that they are over.

use super::{document, later};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// How long after a finger was lifted its click may still come, in milliseconds.
const AFTER_LIFT: u32 = 400;
/// The longest that a finger rests on one place, in milliseconds.
const LONGEST_PRESS: u32 = 20_000;

/// Left, top, width and height on the screen.
pub type Frame = [f32; 4];

/// The box of an element.
pub fn frame_of(element: &Element) -> Frame {
    let frame = element.get_bounding_client_rect();
    [frame.left(), frame.top(), frame.width(), frame.height()].map(|number| number as f32)
}

/// The box of the element with this id.
pub fn frame_of_id(id: &str) -> Option<Frame> {
    document().get_element_by_id(id).map(|element| frame_of(&element))
}

/// The box of the element that listens.
pub fn frame_here(event: &Event) -> Option<Frame> {
    event.current_target()?.dyn_ref::<Element>().map(frame_of)
}

/// Sends what this pointer does to the element that listens, wherever it goes, until it is lifted.
pub fn hold(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // Refused only for a pointer that is gone.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Whether the focus came by keyboard, so that it should be seen.
pub fn is_focus_shown(event: &Event) -> bool {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches(":focus-visible").unwrap_or(true))
}

/// Calls back when a finger is lifted anywhere, or taken for scrolling or zooming, for as long as the listeners live.
pub fn on_lifted(call: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    ["pointerup", "pointercancel"].map(|name| {
        let call = call.clone();
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&document(), name, options, move |_| call())
    })
}

/// Keeps a touch from giving the focus to what it touches, so that the keys of a pedal go on meaning what they meant.
pub fn keep_focus(event: &Event) {
    event.prevent_default();
}

/// After a press that changed the page under the finger: no click arrives from it, nor for a moment after it is lifted.
/// Otherwise lifting it would press what has come in its place.
pub fn shield(event: &PointerEvent) {
    let pointer = event.pointer_id();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let clicks = EventListener::new_with_options(&document(), "click", options, |event| {
        event.stop_propagation();
        event.prevent_default();
    });
    let shield = Rc::new(RefCell::new(Some(clicks)));
    let lifted = ["pointerup", "pointercancel"].map(|name| {
        let shield = Rc::clone(&shield);
        let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&document(), name, capture, move |event| {
            if event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_id() == pointer) {
                let shield = Rc::clone(&shield);
                later::after(AFTER_LIFT, move || drop(shield.take()));
            }
        })
    });
    // A finger that is never seen to be lifted must not shut the page.
    later::after(LONGEST_PRESS, move || drop((lifted, shield.take())));
}

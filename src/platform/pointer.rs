//! Pointers and the boxes that they are over.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

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

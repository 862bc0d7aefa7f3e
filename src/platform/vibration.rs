//! Vibration, where the device has it. A browser can't tell whether it does.

use super::{call, part, window};
use wasm_bindgen::JsValue;

/// Whether the browser can be asked to vibrate. Many computers say yes and have nothing that does.
pub fn can_vibrate() -> bool {
    part(&window().navigator(), "vibrate").is_some()
}

/// Vibrates: on, off, on… in milliseconds, in place of what was going on. Does nothing before the person has touched the page.
pub fn vibrate(pattern_ms: &[u32]) {
    if may() {
        let pattern: js_sys::Array = pattern_ms.iter().map(|ms| JsValue::from(*ms)).collect();
        let _ = call(&window().navigator(), "vibrate", &[pattern.into()]);
    }
}

/// Ends any vibration.
pub fn still() {
    if may() {
        let _ = call(&window().navigator(), "vibrate", &[JsValue::from(0)]);
    }
}

/// Browsers refuse it before the first touch, and complain in the console.
fn may() -> bool {
    let activation = part(&window().navigator(), "userActivation");
    let touched = activation.and_then(|activation| part(&activation, "hasBeenActive")).and_then(|active| active.as_bool());
    touched.unwrap_or(true)
}

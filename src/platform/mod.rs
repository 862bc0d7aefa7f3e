//! The browser, one small file a capability. Nothing here knows anatomy.

pub mod address;
pub mod clock;
pub mod data_file;
pub mod download;
pub mod frames;
pub mod later;
pub mod lms;
pub mod mark;
pub mod media_keys;
pub mod microphone;
pub mod page;
pub mod pointer;
pub mod press;
pub mod random;
pub mod single_file;
pub mod speech;
pub mod storage;
pub mod tone;
pub mod upload;
pub mod vibration;
pub mod wake_lock;
pub mod worker;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Listens for as long as it is held; to nothing where the browser lacks what was to be listened to.
#[must_use = "dropping it ends the listening"]
pub struct Listener {
    _held: Option<EventListener>,
}

impl From<EventListener> for Listener {
    fn from(listener: EventListener) -> Self {
        Listener { _held: Some(listener) }
    }
}

/// The browser's window.
///
/// # Panics
/// Outside a browser's page, where this program is never run.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("Palpate runs in a browser's page")
}

/// The page's document.
///
/// # Panics
/// Outside a browser's page, where this program is never run.
pub fn document() -> web_sys::Document {
    window().document().expect("Palpate runs in a browser's page")
}

/// What stands under a name in an object of the browser; `None` where this browser has no such thing.
fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Sets a property, for parts of the browser that have no types yet. A browser that refuses it goes without.
fn set_part(of: &JsValue, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(of, &name.into(), value);
}

/// Calls a method with these arguments; `None` where there is no such method, or where it throws.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: js_sys::Function = part(of, name)?.dyn_into().ok()?;
    method.apply(of, &arguments.iter().collect()).ok()
}

/// Lets a promise run. A browser that refuses is not to complain of an unheard refusal in the console.
fn let_run(promise: Result<js_sys::Promise, JsValue>) {
    if let Ok(promise) = promise {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

//! The part of the address after `#`, and the browser's history.

use super::window;
use gloo_events::EventListener;

/// The hash as it stands, `#` included; empty when there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another hash, as a new entry of the history.
pub fn go(hash: &str) {
    // Setting a hash can't fail for a string without lone surrogates, which a Rust string never has.
    let _ = window().location().set_hash(hash);
}

/// Replaces the present entry of the history; says nothing to listeners.
pub fn replace(hash: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// The whole address of this page with another hash, for sharing.
pub fn shareable(hash: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}{hash}")
}

/// Calls back whenever the hash changes, for as long as the page lives.
pub fn on_change(mut call: impl FnMut(String) + 'static) {
    EventListener::new(&window(), "hashchange", move |_| call(hash())).forget();
}

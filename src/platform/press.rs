//! Presses of keys, by the names that are kept for them.

use super::{Listener, document};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls back for every key pressed, before anything else of the page hears of it; where `call` returns true, nothing else does.
pub fn catch_keys(mut call: impl FnMut(&KeyboardEvent) -> bool + 'static) -> Listener {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && call(event)
        {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    listener.into()
}

/// The name under which a pressed key is bound: that of `KeyboardEvent.key`, with "Space" for the space bar, letters in
/// small, and "Media " with the action for the keys of players. `None` for keys that only go with others, and for what is
/// held down with Ctrl, Alt or Meta.
pub fn name_of(event: &KeyboardEvent) -> Option<String> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    name_of_key(&event.key())
}

fn name_of_key(key: &str) -> Option<String> {
    match key {
        "" | "Unidentified" | "Dead" | "Process" | "Compose" => None,
        "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "Super" | "Hyper" | "Fn" | "CapsLock" | "NumLock" | "ScrollLock" => None,
        " " | "Spacebar" => Some("Space".to_owned()),
        // Keyboards have keys for what headsets have buttons for; both are bound under one name.
        "MediaPlayPause" | "MediaPlay" => Some("Media play".to_owned()),
        "MediaPause" => Some("Media pause".to_owned()),
        "MediaTrackNext" => Some("Media nexttrack".to_owned()),
        "MediaTrackPrevious" => Some("Media previoustrack".to_owned()),
        "MediaStop" => Some("Media stop".to_owned()),
        key if key.chars().count() == 1 => Some(key.to_lowercase()),
        key => Some(key.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_one_name_whatever_else_is_held() {
        let name = |key| name_of_key(key);
        assert_eq!(name(" ").as_deref(), Some("Space"));
        assert_eq!(name("S"), name("s"));
        assert_eq!(name("MediaTrackNext").as_deref(), Some("Media nexttrack"));
        assert_eq!(name("PageDown").as_deref(), Some("PageDown"));
        assert_eq!((name("Shift"), name("Dead"), name("")), (None, None, None));
    }
}

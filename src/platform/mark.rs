//! A mark beside the store: when something was last kept. It tells other tabs that something was, and it tells after a start that the
//! store was emptied by someone else. Without it (some browsers allow none) neither is known, and all else works.

use super::{clock, part, window};
use gloo_events::EventListener;
use palpate_core::Millis;

const NAME: &str = "palpate-kept";

fn place() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// Marks that something was kept now.
pub fn set() {
    // A device without room for a few digits says so elsewhere.
    let _ = place().map(|place| place.set_item(NAME, &clock::now().to_string()));
}

/// Takes the mark away: nothing is kept, and that is as it should be.
pub fn clear() {
    let _ = place().map(|place| place.remove_item(NAME));
}

/// When something was last kept.
pub fn get() -> Option<Millis> {
    place()?.get_item(NAME).ok().flatten()?.parse().ok()
}

/// Calls back when another tab has kept something, for as long as the listener lives.
#[must_use = "dropping it ends the listening"]
pub fn on_change(mut call: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let name = part(event, "key").and_then(|name| name.as_string());
        // Without a name all was cleared.
        if name.is_none_or(|name| name == NAME) {
            call();
        }
    })
}

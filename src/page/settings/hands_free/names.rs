//! What keys and buttons are called, in words that stand on them.

use palpate_core::signal::KNOCKS;

/// The words for a bound name.
pub fn shown(name: &str) -> String {
    let words = match name {
        "Space" => "Space bar",
        "ArrowLeft" => "Left arrow",
        "ArrowRight" => "Right arrow",
        "ArrowUp" => "Up arrow",
        "ArrowDown" => "Down arrow",
        "PageUp" => "Page up",
        "PageDown" => "Page down",
        "Media play" => "Play button",
        "Media pause" => "Pause button",
        "Media nexttrack" => "Next-track button",
        "Media previoustrack" => "Previous-track button",
        "Media stop" => "Stop button of a headset or player",
        KNOCKS => "Two knocks on the floor",
        name if name.chars().count() == 1 => return format!("Key {}", name.to_uppercase()),
        name => name,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use palpate_core::signal::{Bindings, Signal};

    #[test]
    fn every_key_of_the_beginning_has_words() {
        let bindings = Bindings::default();
        for name in Signal::ALL.into_iter().flat_map(|signal| bindings.names(signal)) {
            let shown = shown(name);
            assert!(!shown.contains("Arrow") && !shown.starts_with("Media"), "{shown}");
        }
    }
}

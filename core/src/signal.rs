//! What a key, a button, a tap or a knock means in a session that conducts itself. Four meanings, so that any pedal will do.

use serde::{Deserialize, Serialize};

/// What the person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// Yes, ready, on: what the right half of the screen says.
    Forward,
    /// No, again, back: what the left half of the screen says.
    Backward,
    /// Pause, or go on after a pause.
    Pause,
    /// Hands off, at once.
    Stop,
}

impl Signal {
    pub const ALL: [Signal; 4] = [Signal::Forward, Signal::Backward, Signal::Pause, Signal::Stop];

    pub fn title(self) -> &'static str {
        match self {
            Signal::Forward => "Forward: the right half",
            Signal::Backward => "Back: the left half",
            Signal::Pause => "Pause, and go on",
            Signal::Stop => "Stop",
        }
    }
}

/// Name of the two knocks among the bindings. Every other name is that of a key (`KeyboardEvent.key`, with "Space" for the
/// space bar) or of a media button (`MediaSessionAction` with "Media " before it).
pub const KNOCKS: &str = "Two knocks";

/// Which key or button means what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bindings(Vec<(String, Signal)>);

impl Default for Bindings {
    fn default() -> Self {
        let list = [
            ("Space", Signal::Forward),
            ("Enter", Signal::Forward),
            ("ArrowRight", Signal::Forward),
            ("ArrowDown", Signal::Forward),
            ("PageDown", Signal::Forward),
            ("Media nexttrack", Signal::Forward),
            (KNOCKS, Signal::Forward),
            ("ArrowLeft", Signal::Backward),
            ("ArrowUp", Signal::Backward),
            ("PageUp", Signal::Backward),
            ("Backspace", Signal::Backward),
            ("Media previoustrack", Signal::Backward),
            ("p", Signal::Pause),
            ("Media play", Signal::Pause),
            ("Media pause", Signal::Pause),
            ("Media stop", Signal::Stop),
            ("s", Signal::Stop),
        ];
        Bindings(list.map(|(name, signal)| (name.to_owned(), signal)).to_vec())
    }
}

impl Bindings {
    /// What a key or button means. Escape is always [`Signal::Stop`], whatever is bound.
    pub fn meaning(&self, name: &str) -> Option<Signal> {
        if name == "Escape" {
            return Some(Signal::Stop);
        }
        self.0.iter().find(|(bound, _)| bound.eq_ignore_ascii_case(name)).map(|(_, signal)| *signal)
    }

    /// The names bound to a signal, in the order they were bound; for [`Signal::Stop`] Escape comes first.
    pub fn names(&self, signal: Signal) -> impl Iterator<Item = &str> {
        let fixed = (signal == Signal::Stop).then_some("Escape");
        fixed.into_iter().chain(self.0.iter().filter(move |(_, bound)| *bound == signal).map(|(name, _)| name.as_str()))
    }

    /// Binds a key or button to a signal, in place of what it meant. Escape stays what it is.
    pub fn bind(&mut self, name: &str, signal: Signal) {
        if name != "Escape" {
            self.unbind(name);
            self.0.push((name.to_owned(), signal));
        }
    }

    pub fn unbind(&mut self, name: &str) {
        self.0.retain(|(bound, _)| !bound.eq_ignore_ascii_case(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_always_stops() {
        let mut bindings = Bindings::default();
        bindings.bind("Escape", Signal::Forward);
        bindings.unbind("Escape");
        assert_eq!(bindings.meaning("Escape"), Some(Signal::Stop));
        assert_eq!(bindings.names(Signal::Stop).next(), Some("Escape"));
    }

    #[test]
    fn a_key_means_one_thing() {
        let mut bindings = Bindings::default();
        assert_eq!(bindings.meaning("PageDown"), Some(Signal::Forward));
        bindings.bind("PageDown", Signal::Stop);
        assert_eq!(bindings.meaning("PageDown"), Some(Signal::Stop));
        assert!(!bindings.names(Signal::Forward).any(|name| name == "PageDown"));
        bindings.unbind("pagedown");
        assert_eq!(bindings.meaning("PageDown"), None);
    }
}

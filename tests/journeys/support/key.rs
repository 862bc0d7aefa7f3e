//! Keys, as WebDriver names them.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Tab,
    /// Shift and Tab together.
    BackTab,
    Enter,
    Escape,
    Space,
    Up,
    Down,
    Left,
    Right,
    Delete,
    PageDown,
    PageUp,
    Letter(char),
}

const SHIFT: char = '\u{E008}';

impl Key {
    fn code(self) -> char {
        match self {
            Key::Tab | Key::BackTab => '\u{E004}',
            Key::Enter => '\u{E007}',
            Key::Escape => '\u{E00C}',
            Key::Space => ' ',
            Key::Up => '\u{E013}',
            Key::Down => '\u{E015}',
            Key::Left => '\u{E012}',
            Key::Right => '\u{E014}',
            Key::Delete => '\u{E017}',
            Key::PageDown => '\u{E00F}',
            Key::PageUp => '\u{E00E}',
            Key::Letter(letter) => letter,
        }
    }

    /// Pressing and letting go.
    pub(super) fn actions(self) -> KeyActions {
        let (down, up) = (KeyAction::Down { value: self.code() }, KeyAction::Up { value: self.code() });
        let keys = KeyActions::new("keyboard".to_owned());
        if self == Key::BackTab {
            keys.then(KeyAction::Down { value: SHIFT }).then(down).then(up).then(KeyAction::Up { value: SHIFT })
        } else {
            keys.then(down).then(up)
        }
    }
}

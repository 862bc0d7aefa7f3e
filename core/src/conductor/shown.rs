//! What the screen of a conducted session shows. It changes only when something else is to be seen, so that comparing is
//! enough to know when to draw; what moves within a phase is left to the style sheet, which is told how long it lasts.

use crate::day::Millis;
use crate::walkthrough::Place;

/// Why a session waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Interruption {
    /// The person asked for it.
    Asked,
    /// The page was hidden: another app, another tab, a locked screen, a call.
    Hidden,
    /// The device slept, or its clocks jumped.
    Gap,
    /// The sound was taken away, as a call does.
    Sound,
    /// A session that was left, taken up again.
    Left,
}

impl Interruption {
    /// Said and shown.
    pub fn sentence(self) -> &'static str {
        match self {
            Interruption::Asked => "Paused. Rest your hands.",
            Interruption::Hidden => "Paused, because this page was hidden.",
            Interruption::Gap => "Paused, because this device was asleep for a moment.",
            Interruption::Sound => "Paused, because something else took the sound.",
            Interruption::Left => "Here is where you were.",
        }
    }
}

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mode {
    /// A sentence is being said.
    Say,
    /// Time to do what was said: a ring runs full in `lasts` milliseconds.
    Time { lasts: Millis },
    /// The person's turn; nothing happens until then.
    Ask,
    /// "Did you find it?": as `Ask`, with a third button for "No".
    Found,
    /// A number from 0 to 10 is asked for: the eleven buttons are shown, and this number is being said (a signal takes it).
    Rate { number: Option<u8> },
    /// A breath in or out, which lasts so many milliseconds; `left` breaths are left, this one included.
    Breathe { out: bool, lasts: Millis, left: u8, sink: bool },
    /// Before the first stroke, and after a pause: the breath in.
    Ready { lasts: Millis, count: u8, target: u8 },
    /// Stroke number `count` of `target`: the stroke itself (`out`), then letting go.
    Stroke { out: bool, lasts: Millis, count: u8, target: u8 },
    /// It waits, for this reason.
    Waiting(Interruption),
    /// Stopped, eased off or ended: the page takes over, and no signal but its own buttons counts.
    Page,
}

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub place: Place,
    pub mode: Mode,
    /// What the place is called, in a few words: "Find the rim", "Inside the hip bone".
    pub title: String,
    /// What is being said, or was said last.
    pub caption: String,
    /// It is the soft repeat.
    pub soft: bool,
    /// What the left and the right half do, while they do anything.
    pub left: Option<&'static str>,
    pub right: Option<&'static str>,
    /// Which step or area this is, counted from 1, and of how many.
    pub step: (u8, u8),
    /// Whole seconds of hands-on time left on this side, in a massage.
    pub seconds_left: Option<u16>,
}

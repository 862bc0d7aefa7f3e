//! What is kept of the person's work, and the versions it has had.
//!
//! Records hold ids, never prose, so that content can change freely. The storage that keeps them is the app's.

use crate::conductor::Count;
use crate::day::Millis;
use crate::item::Attempt;
use crate::side::Side;
use crate::signal::Bindings;
use crate::walkthrough::{Legs, STROKE_CAP, STROKE_TARGET};
use palpate_figure::Build;
use serde::{Deserialize, Serialize};

/// Version of the shape of everything kept. Raise it with each change that old records do not fit, and migrate them.
pub const SCHEMA_VERSION: u32 = 3;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    pub fn slug(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Theme::Auto => "As the device",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        }
    }
}

/// What the person chose. A field that an older version did not have takes its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: Theme,
    /// The side offered first; `None` until one was chosen.
    pub side: Option<Side>,
    pub legs: Legs,
    /// Items in a quiz round.
    pub round_length: u8,
    /// Skin of the drawn figure, from 1 to [`TONES`], light to dark.
    pub tone: u8,
    /// Body of the drawn figure.
    pub build: Build,
    /// Front pictures as when looking down at oneself, in place of facing someone.
    pub own_view: bool,
    pub hands_free: HandsFree,
    pub learning: Learning,
}

/// How many skin tones the figure has.
pub const TONES: u8 = 4;
/// Bounds of the length of a round, both included, as in its address.
pub const ROUND_LENGTH: (u8, u8) = (1, 50);

impl Settings {
    /// With each number brought into its bounds: a file may have been changed by hand, or by a version that allowed more.
    pub fn bounded(mut self) -> Self {
        let HandsFree { rate, volume, breath, target, .. } = &mut self.hands_free;
        let Learning { new_a_day, reviews_a_day, retention, .. } = &mut self.learning;
        let numbers = [
            (&mut self.round_length, ROUND_LENGTH),
            (&mut self.tone, (1, TONES)),
            (rate, RATE),
            (volume, (0, 100)),
            (breath, BREATH),
            (target, TARGET),
            (new_a_day, NEW_A_DAY),
            (reviews_a_day, REVIEWS_A_DAY),
            (retention, RETENTION),
        ];
        numbers.into_iter().for_each(|(number, (least, most))| *number = (*number).clamp(least, most));
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::Auto,
            side: None,
            legs: Legs::Dropped,
            round_length: 10,
            tone: 2,
            build: Build::Slim,
            own_view: false,
            hands_free: HandsFree::default(),
            learning: Learning::default(),
        }
    }
}

/// How a session conducts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandsFree {
    /// Whether sentences are spoken, where the device can.
    pub speak: bool,
    /// `voiceURI` of the voice chosen; `None` for the best local one.
    pub voice: Option<String>,
    /// Rate of speech in per cent of the voice's own.
    pub rate: u8,
    /// Loudness of speech and tones in per cent.
    pub volume: u8,
    pub vibrate: bool,
    pub count: Count,
    /// Seconds for a breath; a stroke takes one breath.
    pub breath: u8,
    /// Strokes on a point.
    pub target: u8,
    /// Whether the instructions of a step are said again, softly.
    pub repeat: bool,
    /// Whether two knocks on the floor are listened for.
    pub knocks: bool,
    pub signals: Bindings,
}

/// Bounds of what can be chosen, both included.
pub const RATE: (u8, u8) = (60, 130);
pub const BREATH: (u8, u8) = (5, 10);
pub const TARGET: (u8, u8) = (5, STROKE_CAP);

impl Default for HandsFree {
    fn default() -> Self {
        HandsFree {
            speak: true,
            voice: None,
            rate: 90,
            volume: 100,
            vibrate: true,
            count: Count::Aloud,
            breath: 7,
            target: STROKE_TARGET,
            repeat: true,
            knocks: false,
            signals: Bindings::default(),
        }
    }
}

/// How much is learned in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Learning {
    /// Items begun in a day, at most.
    pub new_a_day: u8,
    /// Items asked again in a day, at most.
    pub reviews_a_day: u8,
    /// The chance of recall, in per cent, at which an item is asked again.
    pub retention: u8,
    /// Whether palpations are planned too.
    pub skills: bool,
}

/// Bounds of what can be chosen, both included.
pub const NEW_A_DAY: (u8, u8) = (0, 30);
pub const REVIEWS_A_DAY: (u8, u8) = (10, 200);
pub const RETENTION: (u8, u8) = (80, 97);

impl Default for Learning {
    fn default() -> Self {
        Learning { new_a_day: 10, reviews_a_day: 40, retention: 90, skills: true }
    }
}

/// An answered item, as versions 1 and 2 kept it. [`crate::memory::Review`] took its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub attempt: Attempt,
    pub right: bool,
    /// Wall clock, in milliseconds since 1970.
    pub at: Millis,
}

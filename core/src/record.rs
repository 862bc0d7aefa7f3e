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
pub const SCHEMA_VERSION: u32 = 2;

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
}

/// How many skin tones the figure has.
pub const TONES: u8 = 4;

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

/// An answered item, as it is kept. The log only grows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub attempt: Attempt,
    pub right: bool,
    /// Wall clock, in milliseconds since 1970.
    pub at: Millis,
}

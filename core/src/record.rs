//! What is kept of the person's work, and the versions it has had.
//!
//! Records hold ids, never prose, so that content can change freely. The storage that keeps them is the app's.

use crate::day::Millis;
use crate::item::Attempt;
use crate::side::Side;
use crate::walkthrough::Legs;
use palpate_figure::Build;
use serde::{Deserialize, Serialize};

/// Version of the shape of everything kept. Raise it with each change that old records do not fit, and migrate them.
pub const SCHEMA_VERSION: u32 = 1;

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
}

/// How many skin tones the figure has.
pub const TONES: u8 = 4;

impl Default for Settings {
    fn default() -> Self {
        Settings { theme: Theme::Auto, side: None, legs: Legs::Dropped, round_length: 10, tone: 2, build: Build::Slim, own_view: false }
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

//! The three browsers and their drivers, for the journeys through the built app.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{announce, apt, cargo_tool, version};
use crate::command;
use crate::error::Error;
use crate::project::Project;

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Names Chromium to the journeys.
const CHROMIUM_VARIABLE: &str = "PALPATE_CHROMIUM";
const CHROMIUM_DRIVER: &str = "chromedriver";
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
/// WebKitGTK's small browser stands in for Safari. It wants a display and a session bus.
const WEBKIT: [&str; 3] = ["WebKitWebDriver", "xvfb-run", "dbus-run-session"];

/// Which kind of browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's MiniBrowser.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// As the journeys know it, in `PALPATE_ENGINE`.
    fn slug(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xauth", "dbus"],
        }
    }

    /// What is looked for on `PATH`, and what to do by hand.
    fn told(self) -> (String, String, String) {
        match self {
            Self::Chromium => (
                "Chromium with its driver, of one version,".to_owned(),
                format!("{} and {CHROMIUM_DRIVER} on PATH", CHROMIUM.join(" or ")),
                format!("install Chromium or Chrome, and the {CHROMIUM_DRIVER} of the same version, so that both are on PATH"),
            ),
            Self::Firefox => (
                "Firefox".to_owned(),
                format!("{} on PATH", FIREFOX.join(" or ")),
                "install Firefox so that it is on PATH, or leave out --all-browsers".to_owned(),
            ),
            Self::WebKit => (
                "WebKitGTK's driver, with a display and a session bus for it,".to_owned(),
                format!("{} on PATH", WEBKIT.join(" and ")),
                format!("install {} so that they are on PATH, or leave out --all-browsers", WEBKIT.join(", ")),
            ),
        }
    }
}

/// A browser and the driver that fits it.
#[derive(Debug)]
pub struct Browser {
    /// Which.
    pub engine: Engine,
    /// What tells the journeys where things are.
    variables: Vec<(&'static str, PathBuf)>,
}

impl Browser {
    /// Finds both or installs both.
    ///
    /// # Errors
    /// When they are missing, or do not fit each other, and can't be installed.
    pub fn ready(project: &Project, engine: Engine) -> Result<Self, Error> {
        let mut variables = Self::found(engine).map_or_else(|| Self::install(project, engine), Ok)?;
        if engine == Engine::Firefox {
            variables.push(("PALPATE_GECKODRIVER", cargo_tool::geckodriver(project)?));
        }
        Ok(Self { engine, variables })
    }

    /// Chromium alone, for what measures in it: finds it or installs it.
    ///
    /// # Errors
    /// As [`Self::ready`].
    pub fn chromium(project: &Project) -> Result<PathBuf, Error> {
        let found = Self::ready(project, Engine::Chromium)?.variables.into_iter().find(|(name, _)| *name == CHROMIUM_VARIABLE);
        found.map(|(_, program)| program).ok_or_else(|| Error::Wrong("Chromium is installed, and was not found".to_owned()))
    }

    fn install(project: &Project, engine: Engine) -> Result<Vec<(&'static str, PathBuf)>, Error> {
        announce(engine.name(), "the tests walk through the app in a real browser", "some 30 s");
        let why = match apt::install(project, engine.packages()) {
            Ok(()) => match Self::found(engine) {
                Some(found) => return Ok(found),
                None => format!("`{}` (what came is not all that is needed)", apt::by_hand(engine.packages())),
            },
            Err(why) => why,
        };
        let (tool, tried, by_hand) = engine.told();
        Err(Error::Missing { tool, tried: vec![tried, why], by_hand })
    }

    fn found(engine: Engine) -> Option<Vec<(&'static str, PathBuf)>> {
        match engine {
            Engine::Chromium => {
                let driver = command::on_path(CHROMIUM_DRIVER)?;
                let wanted = major(&driver)?;
                let chromium = CHROMIUM.iter().filter_map(|name| command::on_path(name)).find(|file| major(file) == Some(wanted))?;
                Some(vec![(CHROMIUM_VARIABLE, chromium), ("PALPATE_CHROMEDRIVER", driver)])
            }
            Engine::Firefox => Some(vec![("PALPATE_FIREFOX", FIREFOX.iter().find_map(|name| command::on_path(name))?)]),
            Engine::WebKit => {
                let [driver, ..] = WEBKIT.map(command::on_path);
                WEBKIT.iter().all(|name| command::on_path(name).is_some()).then_some(vec![("PALPATE_WEBKITDRIVER", driver?)])
            }
        }
    }

    /// cargo, with all that the journeys need to run in this browser.
    pub fn cargo(&self, project: &Project) -> Command {
        let mut cargo = match self.engine {
            Engine::Chromium | Engine::Firefox => command::command(project, "cargo"),
            Engine::WebKit => {
                let mut around = command::command(project, "dbus-run-session");
                around.args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1200x24", "cargo"]);
                around
            }
        };
        cargo.env("PALPATE_ENGINE", self.engine.slug()).envs(self.variables.iter().map(|(name, file)| (name, file)));
        cargo
    }
}

fn major(program: &Path) -> Option<u32> {
    version::major(version::reported(&command::output(Command::new(program).arg("--version"))?)?)
}

//! Chromium and its driver, for the journeys through the built app.

use std::path::PathBuf;
use std::process::Command;

use super::{announce, apt, version};
use crate::command;
use crate::error::Error;
use crate::project::Project;

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVER: &str = "chromedriver";
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A browser and the driver that fits it.
#[derive(Debug)]
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// The WebDriver server for it.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds both or installs both.
    ///
    /// # Errors
    /// When they are missing, or of different versions, and can't be installed.
    pub fn ready(project: &Project) -> Result<Self, Error> {
        if let Some(found) = Self::found() {
            return Ok(found);
        }
        announce("Chromium and its driver", "the tests walk through the app in a real browser", "some 30 s");
        let why = match apt::install(project, &PACKAGES) {
            Ok(()) => match Self::found() {
                Some(found) => return Ok(found),
                None => format!("`{}` (browser and driver do not fit)", apt::by_hand(&PACKAGES)),
            },
            Err(why) => why,
        };
        Err(Error::Missing {
            tool: "Chromium with its driver, of one version,".to_owned(),
            tried: vec![format!("{} and {DRIVER} on PATH", CHROMIUM.join(" or ")), why],
            by_hand: format!("install Chromium or Chrome, and the {DRIVER} of the same version, so that both are on PATH"),
        })
    }

    fn found() -> Option<Self> {
        let driver = command::on_path(DRIVER)?;
        let wanted = major(&driver)?;
        let chromium = CHROMIUM.iter().filter_map(|name| command::on_path(name)).find(|file| major(file) == Some(wanted))?;
        Some(Self { chromium, driver })
    }
}

fn major(program: &PathBuf) -> Option<u32> {
    version::major(version::reported(&command::output(Command::new(program).arg("--version"))?)?)
}

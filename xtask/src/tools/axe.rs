//! axe-core, which looks over a page for what shuts people out. From npm; the journeys run it inside the pages of the app.

use std::path::PathBuf;

use super::{announce, npm};
use crate::error::Error;
use crate::project::Project;

const PACKAGE: &str = "axe-core";
const VERSION: &str = "4.14.1";

/// Finds its script or installs it.
///
/// # Errors
/// When npm is missing or fails.
pub fn ready(project: &Project) -> Result<PathBuf, Error> {
    let script = npm::folder(project, PACKAGE).join("axe.min.js");
    if script.is_file() && npm::version(project, PACKAGE).as_deref() == Some(VERSION) {
        return Ok(script);
    }
    announce(PACKAGE, "the tests look with it for what shuts people out", "some 10 s");
    npm::install(project, PACKAGE, VERSION).map_err(|why| Error::Missing {
        tool: PACKAGE.to_owned(),
        tried: vec![why],
        by_hand: format!("install Node.js and run this again, or `npm install --prefix {} {PACKAGE}@{VERSION}`", project.tools().display()),
    })?;
    Ok(script)
}

//! Lighthouse, which measures the hosted site as search engines and developers' tools do. From npm; the last version for Node 20.

use std::path::PathBuf;

use super::{announce, npm};
use crate::command;
use crate::error::Error;
use crate::project::Project;

const PACKAGE: &str = "lighthouse";
const VERSION: &str = "12.8.2";

/// Finds it or installs it.
///
/// # Errors
/// When node or npm is missing, or npm fails.
pub fn ready(project: &Project) -> Result<PathBuf, Error> {
    let program = npm::program(project, PACKAGE);
    if program.is_file() && npm::version(project, PACKAGE).as_deref() == Some(VERSION) {
        return Ok(program);
    }
    announce(PACKAGE, "it measures the site", "some minutes, 190 MB");
    let node = command::on_path("node").ok_or_else(|| "node (not on this system)".to_owned());
    node.and_then(|_| npm::install(project, PACKAGE, VERSION)).map_err(|why| Error::Missing {
        tool: PACKAGE.to_owned(),
        tried: vec![why],
        by_hand: "install Node.js 20 or newer, and run this again".to_owned(),
    })?;
    Ok(program)
}

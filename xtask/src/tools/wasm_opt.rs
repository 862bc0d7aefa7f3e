//! wasm-opt, which makes the wasm file smaller. From npm, since Debian's is too old for what today's Rust writes.

use std::path::PathBuf;
use std::process::Command;

use super::{announce, npm, version};
use crate::command;
use crate::error::Error;
use crate::project::Project;

const NAME: &str = "wasm-opt";
const PACKAGE: &str = "binaryen";
const VERSION: &str = "132.0.0";
/// The oldest that knows the wasm features Rust switches on by default.
const OLDEST: u32 = 119;

/// Finds it or installs it.
///
/// # Errors
/// When npm is missing or fails.
pub fn ready(project: &Project) -> Result<PathBuf, Error> {
    let kept = npm::program(project, NAME);
    if let Some(found) = command::on_path(NAME).into_iter().chain([kept.clone()]).find(is_new_enough) {
        return Ok(found);
    }
    let missing = |why: String| Error::Missing {
        tool: NAME.to_owned(),
        tried: vec![format!("{NAME} {OLDEST} or newer on PATH"), why],
        by_hand: format!("install Node.js and run this again, or put {NAME} {OLDEST} or newer (from Binaryen) on PATH"),
    };
    announce(NAME, "it makes the app smaller", "some 10 s");
    npm::install(project, PACKAGE, VERSION).map_err(missing)?;
    if is_new_enough(&kept) { Ok(kept) } else { Err(missing(format!("npm install {PACKAGE}@{VERSION} (it does not run)"))) }
}

fn is_new_enough(file: &PathBuf) -> bool {
    command::output(Command::new(file).arg("--version"))
        .as_deref()
        .and_then(version::reported)
        .and_then(version::major)
        .is_some_and(|major| major >= OLDEST)
}

//! Trunk, the wasm-bindgen program and geckodriver: tools that cargo compiles, and how to have that done in the shortest time.
//!
//! They are compiled without optimisation and without what this project never asks of them (TLS: nothing is downloaded or
//! served by them). On two cores Trunk then takes 2 min (with its defaults 9), wasm-bindgen ½ min (3½); what that costs is
//! a fraction of a second in each build of the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{announce, locked_wasm_bindgen, version};
use crate::command;
use crate::error::Error;
use crate::project::Project;

/// Trunk 0.22 needs a newer Rust than this project asks for.
const TRUNK: &str = "0.21.14";

/// Firefox's driver.
const GECKODRIVER: &str = "0.37.1";

/// A program that `cargo install` makes.
struct CargoTool<'a> {
    name: &'a str,
    package: &'a str,
    version: &'a str,
    why: &'a str,
    how_long: &'a str,
}

/// Finds Trunk or compiles it.
///
/// # Errors
/// When cargo can't install it.
pub fn trunk(project: &Project) -> Result<PathBuf, Error> {
    ready(
        project,
        &CargoTool {
            name: "trunk",
            package: "trunk",
            version: TRUNK,
            why: "it puts the site together",
            how_long: "some 2 min on two cores",
        },
    )
}

/// Finds the wasm-bindgen program of the version in `Cargo.lock`, or compiles it.
///
/// # Errors
/// When cargo can't install it.
pub fn wasm_bindgen(project: &Project) -> Result<PathBuf, Error> {
    let version = locked_wasm_bindgen(project)?;
    ready(
        project,
        &CargoTool {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: &version,
            why: "it joins the app to the browser, and must be of the version in Cargo.lock",
            how_long: "some ½ min on two cores",
        },
    )
}

/// Finds geckodriver or compiles it.
///
/// # Errors
/// When cargo can't install it.
pub fn geckodriver(project: &Project) -> Result<PathBuf, Error> {
    ready(
        project,
        &CargoTool {
            name: "geckodriver",
            package: "geckodriver",
            version: GECKODRIVER,
            why: "the tests drive Firefox by it",
            how_long: "some 1 min on two cores",
        },
    )
}

fn ready(project: &Project, tool: &CargoTool<'_>) -> Result<PathBuf, Error> {
    let kept = project.tools().join("bin").join(format!("{}{}", tool.name, std::env::consts::EXE_SUFFIX));
    if let Some(found) = command::on_path(tool.name).into_iter().chain([kept.clone()]).find(|file| is_version(file, tool.version)) {
        return Ok(found);
    }
    announce(&format!("{} {}", tool.package, tool.version), tool.why, tool.how_long);
    let mut install = command(project, tool);
    let shown = command::show(&install);
    let missing = |why: String| Error::Missing {
        tool: format!("{} {}", tool.package, tool.version),
        tried: vec![format!("{} on PATH", tool.name), why],
        by_hand: format!("cargo install {} --version {} --locked, where crates can be downloaded", tool.package, tool.version),
    };
    command::run(&mut install).map_err(|error| missing(error.to_string()))?;
    // Built once, never again: a gigabyte of object files is of no more use. Left over files do no harm.
    let _ = fs::remove_dir_all(build_folder(project));
    if is_version(&kept, tool.version) { Ok(kept) } else { Err(missing(format!("`{shown}` (it does not run)"))) }
}

/// The `cargo install` for a tool.
fn command(project: &Project, tool: &CargoTool<'_>) -> Command {
    let mut install = command::command(project, "cargo");
    install
        .args([
            "install",
            tool.package,
            "--version",
            tool.version,
            "--bin",
            tool.name,
            "--locked",
            "--debug",
            "--no-default-features",
            "--force",
            "--root",
        ])
        .arg(project.tools())
        .arg("--target-dir")
        .arg(build_folder(project))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
        .env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
    install
}

fn build_folder(project: &Project) -> PathBuf {
    project.native_target().join("tools")
}

fn is_version(file: &Path, wanted: &str) -> bool {
    command::output(Command::new(file).arg("--version")).as_deref().and_then(version::reported) == Some(wanted)
}

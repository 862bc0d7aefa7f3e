//! The tools that a build needs, each installed once, after saying what, why and about how long.
//!
//! An exact version found on `PATH` is used first. What is installed here goes to one folder in cargo's home
//! ([`Project::tools`]), so that a second clone finds it. A machine with no way to get a tool is told what was tried and what
//! to do by hand.

mod apt;
pub mod axe;
mod browser;
mod cargo_tool;
pub mod lighthouse;
mod npm;
mod version;
mod wasm_opt;
mod wasm_rust;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

pub use browser::{Browser, Engine};
pub use wasm_rust::WasmRust;

use crate::command;
use crate::error::Error;
use crate::project::Project;

/// Everything that a build of the site needs.
#[derive(Debug)]
pub struct WebTools {
    /// The Rust that compiles for wasm.
    pub rust: WasmRust,
    /// Trunk itself.
    pub trunk: PathBuf,
    folders: Vec<PathBuf>,
}

impl WebTools {
    /// Finds or installs what a build of the site needs.
    ///
    /// # Errors
    /// When a tool is missing and can't be had.
    pub fn ready(project: &Project) -> Result<Self, Error> {
        let rust = WasmRust::ready(project)?;
        let wasm_opt = wasm_opt::ready(project)?;
        let trunk = cargo_tool::trunk(project)?;
        let wasm_bindgen = cargo_tool::wasm_bindgen(project)?;
        let folders = [&wasm_bindgen, &wasm_opt].into_iter().filter_map(|tool| tool.parent()).map(PathBuf::from).collect();
        Ok(Self { rust, trunk, folders })
    }

    /// `PATH` for Trunk, which looks for wasm-bindgen and wasm-opt there.
    ///
    /// # Errors
    /// When a folder's name can't stand in `PATH`.
    pub fn path(&self) -> Result<OsString, Error> {
        command::path_with(&self.folders)
    }
}

/// Says what is about to be installed.
fn announce(what: &str, why: &str, how_long: &str) {
    println!("Installing {what} ({why}). Once only, {how_long}.");
}

/// The version of `wasm-bindgen` in `Cargo.lock`: the program must be of exactly that version.
fn locked_wasm_bindgen(project: &Project) -> Result<String, Error> {
    let path = project.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Error::file(&path))?;
    version::locked(&lock, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| Error::Wrong("Cargo.lock names no wasm-bindgen: run `cargo update --workspace`".to_owned()))
}

//! Node's package manager, where there is one. Knows no package by name; what it installs goes to the tools' folder.

use std::fs;
use std::path::PathBuf;

use crate::command;
use crate::project::Project;

/// Where a package lies once it is installed.
pub fn folder(project: &Project, package: &str) -> PathBuf {
    project.tools().join("node_modules").join(package)
}

/// The program that a package brings, once it is installed.
pub fn program(project: &Project, name: &str) -> PathBuf {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    project.tools().join("node_modules").join(".bin").join(file)
}

/// The version of a package that is installed; `None` when it is not.
pub fn version(project: &Project, package: &str) -> Option<String> {
    let text = fs::read_to_string(folder(project, package).join("package.json")).ok()?;
    // The package's own version is the first in its file that is indented once.
    let line = text.lines().find_map(|line| line.strip_prefix("  \"version\": \""))?;
    line.split('"').next().map(str::to_owned)
}

/// Installs a package of exactly this version.
///
/// # Errors
/// A sentence that says why not: no npm here, or npm failed.
pub fn install(project: &Project, package: &str, version: &str) -> Result<(), String> {
    let Some(npm) = command::on_path("npm") else {
        return Err("npm (not on this system)".to_owned());
    };
    let mut install = command::command(project, npm);
    install.args(["install", "--silent", "--no-audit", "--no-fund", "--save-exact", "--prefix"]).arg(project.tools());
    command::run(install.arg(format!("{package}@{version}"))).map_err(|error| error.to_string())
}

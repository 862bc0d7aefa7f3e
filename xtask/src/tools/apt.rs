//! Debian's package manager, where there is one and it may be used. Knows no package by name.

use std::cell::OnceCell;
use std::process::Command;

use crate::command;
use crate::error::Error;
use crate::project::Project;

thread_local! {
    /// Whether the package lists were fetched in this run.
    static LISTS: OnceCell<()> = const { OnceCell::new() };
}

/// Installs packages.
///
/// # Errors
/// A sentence that says why not: no apt-get here, not allowed, or apt-get failed.
pub fn install(project: &Project, packages: &[&str]) -> Result<(), String> {
    if command::on_path("apt-get").is_none() {
        return Err("apt-get (not on this system)".to_owned());
    }
    let shown = by_hand(packages);
    if command::output(Command::new("id").arg("-u")).as_deref() != Some("0")
        && command::output(Command::new("sudo").args(["-n", "true"])).is_none()
    {
        return Err(format!("`{shown}` (needs root, and sudo asks for a password)"));
    }
    if LISTS.with(|lists| lists.set(()).is_ok()) {
        // An old list may still do: whether that is so, the install below tells.
        let _ = command::run(&mut apt(project, &["update"]));
    }
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend_from_slice(packages);
    command::run(&mut apt(project, &words)).map_err(|error: Error| error.to_string())
}

/// What a person would type.
pub fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get install {}", packages.join(" "))
}

fn apt(project: &Project, words: &[&str]) -> Command {
    let root = command::output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut apt = if root { command::command(project, "apt-get") } else { command::command(project, "sudo") };
    if !root {
        apt.args(["-n", "apt-get"]);
    }
    apt.arg("--quiet=2").args(words).env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

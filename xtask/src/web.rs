//! The release site: Trunk with the right Rust, tools and folders, and only when something has changed.

use std::fs;
use std::path::Path;

use crate::bundle;
use crate::command;
use crate::error::Error;
use crate::project::Project;
use crate::stamp::TreeHash;
use crate::tools::{WasmRust, WebTools};

/// Everything that the site is made from, this crate included: it writes part of it.
const INPUTS: [&str; 15] = [
    "src",
    "core",
    "compiler",
    "figure",
    "markup",
    "content",
    "style",
    "public",
    "xtask/src",
    "xtask/Cargo.toml",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
];
/// The one variable by which Trunk's hooks find this program again.
const SELF: &str = "PALPATE_XTASK";

/// Brings `dist/` up to date and prints what the first visit loads.
///
/// # Errors
/// When a tool is missing, or the app doesn't build.
pub fn build(project: &Project) -> Result<(), Error> {
    let stamp = project.scratch().join("stamp");
    let inputs = TreeHash::of(project.root(), &INPUTS)?;
    let kept = fs::read_to_string(&stamp).unwrap_or_default();
    if stamp_text(project, &inputs)?.is_some_and(|now| now == kept) {
        println!("{}\ndist/ is up to date.", bundle::last_sizes(project));
        return Ok(());
    }
    let tools = WebTools::ready(project)?;
    println!("Building the site ({}).", explain(tools.rust));
    let mut trunk = command::command(project, &tools.trunk);
    trunk.args(["build", "--release", "--skip-version-check"]).env("PATH", tools.path()?);
    tools.rust.prepare(project, &mut trunk);
    if let Ok(this) = std::env::current_exe() {
        trunk.env(SELF, this);
    }
    // Trunk reads the first as an option of its own and stops at the common value 1; with the second it buries a mistake
    // under a page of its own innards.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    command::run(&mut trunk)?;
    match stamp_text(project, &inputs)? {
        Some(text) => write(&stamp, &text),
        None => Err(Error::Wrong("Trunk ended well, but dist/ is not whole: does Trunk.toml still name the post_build hook?".to_owned())),
    }
}

fn explain(rust: WasmRust) -> &'static str {
    match rust {
        WasmRust::Usual => "with your Rust; some 2 min the first time",
        WasmRust::Debian => "with Debian's Rust; some 3 min the first time",
    }
}

/// What went in and what lies in `dist/`: if either has changed, the site is built again. `None` when `dist/` is not whole.
fn stamp_text(project: &Project, inputs: &TreeHash) -> Result<Option<String>, Error> {
    if !project.single_file().is_file() || !project.dist().join("index.html").is_file() {
        return Ok(None);
    }
    let outputs = TreeHash::of(project.root(), &["dist"])?;
    Ok(Some(format!("in {}\nout {}\n", inputs.as_str(), outputs.as_str())))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    fs::write(path, text).map_err(Error::file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Else a change there would not be built.
    #[test]
    fn every_crate_counts_but_the_benchmark() {
        let manifest = include_str!("../../Cargo.toml");
        let members = manifest.lines().find_map(|line| line.strip_prefix("members = ")).expect("the workspace names its members");
        for member in members.trim_matches(['[', ']']).split(", ").map(|each| each.trim_matches('"')).filter(|each| *each != "bench") {
            assert!(INPUTS.iter().any(|input| input.split('/').next() == Some(member)), "{member} is not in INPUTS");
        }
    }
}

//! `cargo xtask check`: format, lints on both sides, content. Nothing here runs the app.

use std::path::PathBuf;

use crate::command;
use crate::error::Error;
use crate::project::Project;
use crate::tools::WasmRust;
use palpate_core::Knowledge;

/// Runs the checks, the quick ones first.
///
/// # Errors
/// At the first that fails.
pub fn run(project: &Project) -> Result<(), Error> {
    content(project)?;
    println!("Format");
    command::run(command::command(project, "cargo").args(["fmt", "--all", "--check"]))?;
    println!("Lints, native");
    command::run(command::command(project, "cargo").args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
    // `test = false` keeps the journeys out of plain `cargo test`, and so out of `--all-targets`.
    command::run(command::command(project, "cargo").args([
        "clippy",
        "--package",
        "palpate",
        "--test",
        "journeys",
        "--",
        "--deny",
        "warnings",
    ]))?;
    println!("Lints, browser");
    let rust = WasmRust::ready(project)?;
    rust.clippy_ready(project)?;
    let mut clippy = command::command(project, "cargo");
    clippy.args(["clippy", "--package", "palpate", "--target", "wasm32-unknown-unknown", "--", "--deny", "warnings"]);
    rust.prepare(project, &mut clippy);
    command::run(&mut clippy)
}

/// The content's own rules, then those of fair questions, with each mistake's file, line and remedy.
fn content(project: &Project) -> Result<(), Error> {
    println!("Content");
    let findings = palpate_compiler::lint::check(&content_of(project)).map_err(|problems| told("content/", &problems))?;
    if findings.is_empty() { Ok(()) } else { Err(told("questions", &findings)) }
}

/// The knowledge base that the content makes.
///
/// # Errors
/// When there are mistakes in it; they are printed, each with its file, line and remedy.
pub fn compiled(project: &Project) -> Result<Knowledge, Error> {
    palpate_compiler::compile(&content_of(project)).map_err(|problems| told("content/", &problems))
}

fn content_of(project: &Project) -> PathBuf {
    project.root().join("content")
}

fn told(of: &str, all: &[impl std::fmt::Display]) -> Error {
    for one in all {
        eprintln!("{one}");
    }
    Error::Wrong(format!("{of}: {} to mend, named above", all.len()))
}

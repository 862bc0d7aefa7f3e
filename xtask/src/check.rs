//! `cargo xtask check`: format, lints on both sides, content. Nothing here runs the app.

use crate::command;
use crate::error::Error;
use crate::project::Project;
use crate::tools::WasmRust;

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

/// The content's own rules, with each mistake's file, line and remedy.
fn content(project: &Project) -> Result<(), Error> {
    println!("Content");
    palpate_compiler::compile(&project.root().join("content")).map(|_| ()).map_err(|problems| {
        for problem in &problems {
            eprintln!("{problem}");
        }
        Error::Wrong(format!("content/: {} to mend, named above", problems.len()))
    })
}

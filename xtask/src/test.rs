//! `cargo xtask test`: every check and every test there is, the quickest first, the journeys through the built app last.

use crate::check;
use crate::command;
use crate::error::Error;
use crate::project::Project;
use crate::tools::Browser;
use crate::web;

/// Runs everything. cargo's own result lines come last.
///
/// # Errors
/// At the first thing that fails.
pub fn run(project: &Project) -> Result<(), Error> {
    check::run(project)?;
    println!("Tests, native");
    command::run(command::command(project, "cargo").args(["test", "--workspace"]))?;
    web::build(project)?;
    journeys(project)
}

/// The journeys through `dist/` in a real browser: the test target `journeys`, told by these variables where things are.
fn journeys(project: &Project) -> Result<(), Error> {
    let browser = Browser::ready(project)?;
    println!("Journeys, in {}", browser.chromium.display());
    let mut cargo = command::command(project, "cargo");
    cargo
        .args(["test", "--package", "palpate", "--test", "journeys"])
        .env("PALPATE_DIST", project.dist())
        .env("PALPATE_CHROMIUM", &browser.chromium)
        .env("PALPATE_CHROMEDRIVER", &browser.driver);
    command::run(&mut cargo)
}

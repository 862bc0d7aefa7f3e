//! `cargo xtask test`: every check and every test there is, the quickest first, the journeys through the built app last.

use std::fs;
use std::io;

use crate::check;
use crate::cli::TestOptions;
use crate::command;
use crate::error::Error;
use crate::project::Project;
use crate::tools::{Browser, Engine, axe};
use crate::web;

/// The journeys that go where engines differ most: what is kept, files from the disk, no network, keys, narrow screens,
/// downloads. Each is a file of `tests/journeys/`.
const CORE: [&str; 9] = ["backup", "gate", "keyboard", "names", "offline", "phone", "resume", "storage", "watch"];

/// Runs everything. cargo's own result lines come last.
///
/// # Errors
/// At the first thing that fails.
pub fn run(project: &Project, options: &TestOptions) -> Result<(), Error> {
    check::run(project)?;
    println!("Tests, native");
    command::run(command::command(project, "cargo").args(["test", "--workspace"]))?;
    if let Some(node) = command::on_path("node") {
        println!("Tests of the benchmark");
        command::run(command::command(project, node).args(["--test", "bench/"]))?;
    }
    web::build(project)?;
    let engines: &[Engine] = if options.all_browsers { &Engine::ALL } else { &[Engine::Chromium] };
    for engine in engines {
        let core = options.core && *engine != Engine::Chromium;
        journeys(project, *engine, if core { &CORE } else { &[] })?;
    }
    Ok(())
}

/// The journeys through `dist/` in a real browser: the test target `journeys`, told by variables where things are. `rooms` are
/// the files of journeys to go through; none means all.
fn journeys(project: &Project, engine: Engine, rooms: &[&str]) -> Result<(), Error> {
    let browser = Browser::ready(project, engine)?;
    let axe = axe::ready(project)?;
    match rooms {
        [] => println!("Journeys, in {}", engine.name()),
        rooms => println!("Journeys, in {}: {}", engine.name(), rooms.join(", ")),
    }
    let list = project.scratch().join("left-out.txt");
    fs::write(&list, "").map_err(Error::file(&list))?;
    let mut cargo = browser.cargo(project);
    cargo
        .args(["test", "--package", "palpate", "--test", "journeys", "--"])
        .args(rooms.iter().map(|room| format!("{room}::")))
        .env("PALPATE_DIST", project.dist())
        .env("PALPATE_AXE", axe)
        .env("PALPATE_LEFT_OUT", &list);
    let outcome = command::run(&mut cargo);
    tell_left_out(engine, fs::read_to_string(&list));
    outcome
}

/// The journeys that cargo counts as passed, and that could not be gone through to their end in this engine.
fn tell_left_out(engine: Engine, list: io::Result<String>) {
    let list = list.unwrap_or_default();
    if !list.is_empty() {
        println!("Not run in {}: {} of these journeys.\n{list}", engine.name(), list.lines().count());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_journeys_are_there() {
        let main = include_str!("../../tests/journeys/main.rs");
        for room in CORE {
            assert!(main.contains(&format!("mod {room};")), "tests/journeys/{room}.rs");
        }
    }
}

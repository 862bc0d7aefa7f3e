//! The project's commands, run as `cargo xtask …`: serve, build, test, check, export.
//!
//! This crate knows tools, files and processes. It knows no anatomy and nothing of the app's pages; what it needs of them it
//! reads from the built files, and of `core` the formats of its exports alone. Each room has one job: [`cli`] reads the command line, [`tools`] installs what is missing,
//! [`web`] runs Trunk, [`bundle`] finishes what Trunk made, [`server`] serves it, [`check`] and [`test`] judge it,
//! [`export`] writes files for other tools.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bundle;
mod check;
mod cli;
mod command;
mod error;
mod export;
mod project;
mod serve;
mod server;
mod stamp;
mod test;
mod tools;
mod web;

use std::process::ExitCode;

use cli::Task;
use error::Error;
use project::Project;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let task = cli::parse(lexopt::Parser::from_env())?;
    let project = Project::find()?;
    match task {
        Task::Help => {
            println!("{}", cli::HELP);
            Ok(())
        }
        Task::Build => web::build(&project),
        Task::Serve(options) => serve::run(&project, &options),
        Task::Check => check::run(&project),
        Task::Test => test::run(&project),
        Task::Export(options) => export::run(&project, &options),
        Task::PreBuild => bundle::before_trunk(&project),
        Task::PostBuild => bundle::after_trunk(&project),
    }
}

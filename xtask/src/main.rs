//! The project's commands, run as `cargo xtask …`: serve, build, test, check, audit, export, bench.
//!
//! This crate knows tools, files and processes. It knows no anatomy and nothing of the app's pages; what it needs of them it
//! reads from the built files, and of `core` the formats of its exports alone. Each room has one job: [`cli`] reads the command line, [`tools`] installs what is missing,
//! [`web`] runs Trunk, [`bundle`] finishes what Trunk made, [`server`] serves it, [`check`], [`test`] and [`audit`] judge it,
//! [`export`] writes files for other tools, [`bench`] measures the app beside others.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod audit;
mod bench;
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
        Task::Test(options) => test::run(&project, &options),
        Task::Audit { build } => audit::run(&project, build),
        Task::Bench(options) => bench::run(&project, &options),
        Task::Export(options) => export::run(&project, &options),
        Task::PreBuild => bundle::before_trunk(&project),
        Task::PostBuild => bundle::after_trunk(&project),
        Task::ExchangeKnowledge { site, file } => bundle::exchange_knowledge(&project, &site, &file),
    }
}

//! The command line: which task was asked for, with which options. Knows nothing of how a task is done.

use lexopt::{Arg, Parser, ValueExt};

/// What `cargo xtask --help` prints.
pub const HELP: &str = "\
Palpate's commands

  cargo xtask serve [--port N] [--no-build]   build the release site and serve it (port 8080; 0 takes any free one;
                                              --no-build serves dist/ as it is)
  cargo xtask build                           build the release site into dist/, and dist/palpate.html, the single file
  cargo xtask test                            run every check and every test, journeys in a real browser included
  cargo xtask check                           format, lints for both targets, content

What is missing (the wasm target, Trunk, wasm-bindgen, wasm-opt, a browser for tests) is installed once, and said first.";

/// The port `serve` takes when none is named.
pub const DEFAULT_PORT: u16 = 8080;

/// How `serve` was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServeOptions {
    /// The port on 127.0.0.1; 0 lets the system choose.
    pub port: u16,
    /// Whether to bring `dist/` up to date first.
    pub build: bool,
}

/// One command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Build into `dist/`.
    Build,
    /// Build and serve.
    Serve(ServeOptions),
    /// Format, lints, content.
    Check,
    /// Everything.
    Test,
    /// Trunk's hook before a build (not for people).
    PreBuild,
    /// Trunk's hook after a build (not for people).
    PostBuild,
}

/// Reads the command line.
///
/// # Errors
/// A word, option or port it doesn't know, in lexopt's words.
pub fn parse(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut task: Option<Task> = None;
    while let Some(argument) = parser.next()? {
        match (argument, &mut task) {
            (Arg::Short('h') | Arg::Long("help"), _) => return Ok(Task::Help),
            (Arg::Long("port"), Some(Task::Serve(options))) => options.port = parser.value()?.parse()?,
            (Arg::Long("no-build"), Some(Task::Serve(options))) => options.build = false,
            (Arg::Value(word), None) => task = Some(named(&word.string()?)?),
            (other, _) => return Err(other.unexpected()),
        }
    }
    Ok(task.unwrap_or(Task::Help))
}

fn named(word: &str) -> Result<Task, lexopt::Error> {
    match word {
        "build" => Ok(Task::Build),
        "serve" => Ok(Task::Serve(ServeOptions { port: DEFAULT_PORT, build: true })),
        "check" => Ok(Task::Check),
        "test" => Ok(Task::Test),
        "help" => Ok(Task::Help),
        "pre-build" => Ok(Task::PreBuild),
        "post-build" => Ok(Task::PostBuild),
        other => Err(format!("there is no command {other:?}\n\n{HELP}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Task, lexopt::Error> {
        parse(Parser::from_args(words))
    }

    #[test]
    fn nothing_means_help() {
        assert_eq!(read(&[]).unwrap(), Task::Help);
    }

    #[test]
    fn serve_takes_a_port() {
        let wanted = Task::Serve(ServeOptions { port: 9000, build: true });
        assert_eq!(read(&["serve", "--port", "9000"]).unwrap(), wanted);
        assert_eq!(read(&["serve", "--port=9000"]).unwrap(), wanted);
    }

    #[test]
    fn serve_can_leave_the_build_out() {
        assert_eq!(read(&["serve", "--no-build"]).unwrap(), Task::Serve(ServeOptions { port: DEFAULT_PORT, build: false }));
    }

    #[test]
    fn wrong_words_are_refused() {
        assert!(read(&["bulid"]).is_err());
        assert!(read(&["build", "--port", "1"]).is_err());
        assert!(read(&["serve", "--port", "70000"]).is_err());
        assert!(read(&["serve", "build"]).is_err());
    }
}

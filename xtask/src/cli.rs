//! The command line: which task was asked for, with which options. Knows nothing of how a task is done.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use palpate_core::exchange::{Format, MadeOf};

/// What `cargo xtask --help` prints.
pub const HELP: &str = "\
Palpate's commands

  cargo xtask serve [--port N] [--no-build]   build the release site and serve it (port 8080; 0 takes any free one;
                                              --no-build serves dist/ as it is)
  cargo xtask build                           build the release site into dist/, and dist/palpate.html, the single file
  cargo xtask test [--all-browsers [--core]]  run every check and every test, journeys in a real browser included: in
                                              Chromium, or in Chromium, Firefox and WebKitGTK (with --core only those
                                              journeys in the latter two where browsers differ most)
  cargo xtask check                           format, lints for both targets, content
  cargo xtask audit [--no-build]              measure dist/ with Lighthouse, as on a phone and on a desk (needs Node.js)
  cargo xtask export FORMAT --out FILE [--from BACKUP]
                                              write a file for another tool, the same as the app saves it; a file that is
                                              there is written over. FORMAT is one of
                                                anki, gift, qti, csv   the questions
                                                anki-drawings          the drawings, as cards
                                                scorm                  the app as a course; builds it first
                                                xapi, backup           what a learner did, from a file that the app
                                                                       saved under Settings, named with --from
  cargo xtask bench [--quick] [--json FILE] [--no-build] [--only CELLS]
                                              measure Palpate beside other quiz engines, and write docs/benchmarks.md and
                                              its picture (some 25 min; --quick: 3 visits each in place of 7; --json: every
                                              number too; --only: cells whose name fits a pattern, told and not written)

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

/// How `test` was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestOptions {
    /// Whether the journeys go through all three browsers.
    pub all_browsers: bool,
    /// Whether those beside Chromium are gone through by the core journeys alone.
    pub core: bool,
}

/// How `bench` was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenchOptions {
    /// Three visits each, for a first look.
    pub quick: bool,
    /// Where to write every number.
    pub json: Option<PathBuf>,
    /// Whether to bring `dist/` up to date first.
    pub build: bool,
    /// A regular expression for the names of the cells to measure; then no document is written.
    pub only: Option<String>,
}

/// What `export` was asked to write. Of a command that was read to its end, `out` is there, and `from` where it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOptions {
    /// Which format.
    pub format: Format,
    /// Where to.
    pub out: PathBuf,
    /// A backup that the app saved, for what is made of a record.
    pub from: Option<PathBuf>,
}

/// The same while it is being read.
#[derive(Debug, Default)]
struct Asked {
    format: Option<Format>,
    out: Option<PathBuf>,
    from: Option<PathBuf>,
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
    Test(TestOptions),
    /// Lighthouse.
    Audit {
        /// Whether to bring `dist/` up to date first.
        build: bool,
    },
    /// Write a file for another tool.
    Export(ExportOptions),
    /// Measure.
    Bench(BenchOptions),
    /// Trunk's hook before a build (not for people).
    PreBuild,
    /// Trunk's hook after a build (not for people).
    PostBuild,
    /// Give the built site in a folder the knowledge base of a file (not for people: benchmarks do).
    ExchangeKnowledge {
        /// The folder.
        site: PathBuf,
        /// The file.
        file: PathBuf,
    },
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
            (Arg::Long("all-browsers"), Some(Task::Test(options))) => options.all_browsers = true,
            (Arg::Long("core"), Some(Task::Test(options))) if options.all_browsers => options.core = true,
            (Arg::Long("no-build"), Some(Task::Audit { build })) => *build = false,
            (Arg::Long("no-build"), Some(Task::Bench(options))) => options.build = false,
            (Arg::Long("quick"), Some(Task::Bench(options))) => options.quick = true,
            (Arg::Long("json"), Some(Task::Bench(options))) => options.json = Some(parser.value()?.into()),
            (Arg::Long("only"), Some(Task::Bench(options))) => options.only = Some(parser.value()?.string()?),
            (Arg::Value(word), None) => match word.string()?.as_str() {
                "export" => return export(parser),
                "exchange-knowledge" => {
                    let (site, file) = (parser.value()?.into(), parser.value()?.into());
                    task = Some(Task::ExchangeKnowledge { site, file });
                }
                word => task = Some(named(word)?),
            },
            (other, _) => return Err(other.unexpected()),
        }
    }
    Ok(task.unwrap_or(Task::Help))
}

/// The rest of the line after `export`.
fn export(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut asked = Asked::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("out") => asked.out = Some(parser.value()?.into()),
            Arg::Long("from") => asked.from = Some(parser.value()?.into()),
            Arg::Value(word) if asked.format.is_none() => asked.format = Some(format(&word.string()?)?),
            other @ (Arg::Short(_) | Arg::Long(_) | Arg::Value(_)) => return Err(other.unexpected()),
        }
    }
    let Some(format) = asked.format else {
        return Err(format!("say which format: cargo xtask export FORMAT --out FILE. FORMAT is one of {}", formats()).into());
    };
    let slug = format.slug();
    let Some(out) = asked.out else {
        return Err(format!("say where to write it: cargo xtask export {slug} --out FILE").into());
    };
    match (format.made_of(), &asked.from) {
        (MadeOf::Record(_), None) => Err(format!(
            "{slug} is made of what a learner did. Save it in the app (Settings, \"Save it all to a file\") and name that file: \
             cargo xtask export {slug} --out FILE --from palpate-….json"
        )
        .into()),
        (MadeOf::Bank(..) | MadeOf::Page(_), Some(_)) => {
            Err(format!("{slug} holds nothing of a learner's, so --from makes no sense with it. Leave it out").into())
        }
        (MadeOf::Record(_), Some(_)) | (MadeOf::Bank(..) | MadeOf::Page(_), None) => {
            Ok(Task::Export(ExportOptions { format, out, from: asked.from }))
        }
    }
}

fn format(slug: &str) -> Result<Format, lexopt::Error> {
    Format::from_slug(slug).ok_or_else(|| format!("there is no format {slug:?}. It is one of {}", formats()).into())
}

fn formats() -> String {
    Format::ALL.map(Format::slug).join(", ")
}

fn named(word: &str) -> Result<Task, lexopt::Error> {
    match word {
        "build" => Ok(Task::Build),
        "serve" => Ok(Task::Serve(ServeOptions { port: DEFAULT_PORT, build: true })),
        "check" => Ok(Task::Check),
        "test" => Ok(Task::Test(TestOptions::default())),
        "audit" => Ok(Task::Audit { build: true }),
        "bench" => Ok(Task::Bench(BenchOptions { quick: false, json: None, build: true, only: None })),
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
    fn test_takes_all_browsers() {
        let wanted = |all_browsers, core| Task::Test(TestOptions { all_browsers, core });
        assert_eq!(read(&["test"]).unwrap(), wanted(false, false));
        assert_eq!(read(&["test", "--all-browsers"]).unwrap(), wanted(true, false));
        assert_eq!(read(&["test", "--all-browsers", "--core"]).unwrap(), wanted(true, true));
        assert!(read(&["test", "--core"]).is_err());
    }

    #[test]
    fn bench_takes_its_options() {
        let whole = BenchOptions { quick: false, json: None, build: true, only: None };
        assert_eq!(read(&["bench"]).unwrap(), Task::Bench(whole.clone()));
        let quick = BenchOptions { quick: true, json: Some("n.json".into()), build: false, ..whole };
        assert_eq!(read(&["bench", "--quick", "--no-build", "--json", "n.json"]).unwrap(), Task::Bench(quick));
        assert!(read(&["bench", "--json"]).is_err());
        assert!(read(&["build", "--quick"]).is_err());
    }

    #[test]
    fn export_takes_a_format_and_a_file() {
        let wanted =
            |format, from: Option<&str>| Task::Export(ExportOptions { format, out: "a b.txt".into(), from: from.map(PathBuf::from) });
        assert_eq!(read(&["export", "anki", "--out", "a b.txt"]).unwrap(), wanted(Format::Anki, None));
        assert_eq!(read(&["export", "--out=a b.txt", "scorm"]).unwrap(), wanted(Format::Scorm, None));
        assert_eq!(read(&["export", "xapi", "--out", "a b.txt", "--from", "p.json"]).unwrap(), wanted(Format::Xapi, Some("p.json")));
        assert_eq!(read(&["export", "--help"]).unwrap(), Task::Help);
    }

    /// What an export lacks is said, with what to type.
    #[test]
    fn an_export_that_lacks_something_says_what() {
        let said = |words: &[&str]| read(words).unwrap_err().to_string();
        assert!(said(&["export", "--out", "f"]).contains("anki, anki-drawings, gift, qti, csv, scorm, xapi, backup"));
        assert!(said(&["export", "word", "--out", "f"]).contains("there is no format \"word\""));
        assert!(said(&["export", "qti"]).contains("cargo xtask export qti --out FILE"));
        assert!(said(&["export", "backup", "--out", "f"]).contains("--from palpate-"));
        assert!(said(&["export", "gift", "--out", "f", "--from", "p"]).contains("Leave it out"));
        assert!(read(&["export", "gift", "csv", "--out", "f"]).is_err());
        assert!(read(&["export", "gift", "--out"]).is_err());
    }

    #[test]
    fn help_names_every_format() {
        for format in Format::ALL {
            assert!(HELP.contains(format.slug()), "{format:?}");
        }
    }

    #[test]
    fn wrong_words_are_refused() {
        assert!(read(&["bulid"]).is_err());
        assert!(read(&["build", "--port", "1"]).is_err());
        assert!(read(&["serve", "--port", "70000"]).is_err());
        assert!(read(&["serve", "build"]).is_err());
    }
}

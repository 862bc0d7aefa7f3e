//! Makes copies of the built site that know more, or less: `cargo run -p palpate-bench -- site --items N --muscles M --out FOLDER`.
//!
//! The app in the copy is the same to the byte; its knowledge base is exchanged, and with it all that names that file.

mod synthetic;

use lexopt::{Arg, Parser, ValueExt};
use palpate_core::Knowledge;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
Copies of the built site of any size, for benchmarks

  cargo run -p palpate-bench -- site --out FOLDER [--items N] [--muscles M] [--from FOLDER]

Copies the built site (dist/, or the folder named with --from) into a new folder, and gives it a knowledge base of N questions
and M muscles, made of the real one. What is not named stays as it is.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Some(asked) = parse(Parser::from_env())? else {
        println!("{HELP}");
        return Ok(());
    };
    if asked.out.exists() {
        return Err(format!("{} is there already: name a new folder, or delete this one", asked.out.display()).into());
    }
    let from = &asked.from;
    let file = knowledge_file(from)?;
    let known = Knowledge::decode(read(&file)?.leak()).map_err(|error| format!("{}: {error}", file.display()))?;
    let sized = synthetic::sized(known, asked.items, asked.muscles);
    println!("{}: {} questions, {} muscles", asked.out.display(), sized.items.len(), sized.muscles.len());
    copy(from, &asked.out)?;
    // Beside the site: what lies in it is taken for a part of it.
    let made = asked.out.with_extension("knowledge");
    fs::write(&made, sized.encode()?)?;
    let bundle = Command::new(env!("CARGO")).args(["xtask", "exchange-knowledge"]).arg(&asked.out).arg(&made).status()?;
    fs::remove_file(&made)?;
    if !bundle.success() {
        return Err("the knowledge base could not be exchanged, see above".into());
    }
    Ok(())
}

/// What was asked for.
struct Asked {
    from: PathBuf,
    out: PathBuf,
    items: Option<usize>,
    muscles: Option<usize>,
}

/// `None`: help.
fn parse(mut parser: Parser) -> Result<Option<Asked>, lexopt::Error> {
    let (mut from, mut out, mut items, mut muscles, mut is_site) = (PathBuf::from("dist"), None, None, None, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(word) if word == "site" && !is_site => is_site = true,
            Arg::Long("items") => items = Some(parser.value()?.parse()?),
            Arg::Long("muscles") => muscles = Some(parser.value()?.parse()?),
            Arg::Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Arg::Long("from") => from = parser.value()?.into(),
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            other @ (Arg::Short(_) | Arg::Long(_) | Arg::Value(_)) => return Err(other.unexpected()),
        }
    }
    match (is_site, out) {
        (false, _) => Ok(None),
        (true, None) => Err("say where to: --out FOLDER".into()),
        (true, Some(out)) => Ok(Some(Asked { from, out, items, muscles })),
    }
}

/// Where the built site keeps what it knows.
fn knowledge_file(site: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let entries = fs::read_dir(site).map_err(|error| format!("{}: {error}. Build the site first: cargo xtask build", site.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("knowledge-")) {
            return Ok(path);
        }
    }
    Err(format!("{} holds no knowledge base: cargo xtask build", site.display()).into())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy(&entry.path(), &place)? } else { fs::copy(entry.path(), place).map(drop)? }
    }
    Ok(())
}

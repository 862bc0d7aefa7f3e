//! `cargo xtask bench`: Palpate beside other quiz engines, in a real browser. This gets what is needed into one folder in
//! cargo's home; the pages and the measuring are JavaScript, in `bench/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use palpate_core::exchange::Format;

use crate::cli::{BenchOptions, ExportOptions};
use crate::command;
use crate::error::Error;
use crate::export;
use crate::project::Project;
use crate::tools::Browser;
use crate::web;

/// Of this peer the registry of npm has nothing; its scripts come with the crate.
const MDBOOK_QUIZ: &str = "mdbook-quiz";
const MDBOOK_QUIZ_VERSION: &str = "0.5.0";
/// The sizes of the knowledge bases that are made: folder, questions, muscles. `bench/cells.mjs` has the same numbers.
const SITES: [(&str, u32, u32); 7] = [
    ("items-10", 10, 4),
    ("items-100", 100, 4),
    ("items-1000", 1000, 4),
    ("items-10000", 10_000, 4),
    ("muscles-4", 1000, 4),
    ("muscles-40", 1000, 40),
    ("muscles-650", 1000, 650),
];

/// Gets the peers, makes the sites, measures, and writes `docs/benchmarks.md` and its picture.
///
/// # Errors
/// When Node.js, a peer or the browser can't be had, the app doesn't build, or the run itself fails.
pub fn run(project: &Project, options: &BenchOptions) -> Result<(), Error> {
    let node = program("node")?;
    let chromium = Browser::chromium(project)?;
    // What is named on the command line is meant from where it was typed.
    let json = match &options.json {
        Some(path) => Some(std::path::absolute(path).map_err(Error::file(path))?),
        None => None,
    };
    if options.build {
        web::build(project)?;
    } else if !project.single_file().is_file() {
        return Err(Error::Wrong("dist/ holds no built site: leave out --no-build".to_owned()));
    }
    let cache = project.tools().with_file_name("palpate-bench");
    fs::create_dir_all(&cache).map_err(Error::file(&cache))?;
    install(project, &cache.join("npm"))?;
    let mdbook_quiz = mdbook_quiz(project)?;
    let items = cache.join("items.csv");
    export::run(project, &ExportOptions { format: Format::Csv, out: items.clone(), from: None })?;
    sites(project, &cache.join("sites"))?;

    let mut main = command::command(project, node);
    main.arg(project.root().join("bench/main.mjs"));
    main.arg("--chromium").arg(chromium);
    main.arg("--cache").arg(&cache);
    main.arg("--mdbook-quiz").arg(mdbook_quiz);
    main.arg("--items").arg(items);
    main.arg("--dist").arg(project.dist());
    main.arg("--docs").arg(project.root().join("docs"));
    if let Some(json) = json {
        main.arg("--json").arg(json);
    }
    if options.quick {
        main.arg("--quick");
    }
    if let Some(only) = &options.only {
        main.arg("--only").arg(only);
    }
    command::run(&mut main)
}

fn program(name: &str) -> Result<PathBuf, Error> {
    command::on_path(name).ok_or_else(|| Error::Missing {
        tool: name.to_owned(),
        tried: vec![format!("{name} on PATH")],
        by_hand: "install Node.js 20.11 or newer, which brings npm".to_owned(),
    })
}

/// Installs what `bench/package-lock.json` names, unless it is there already.
fn install(project: &Project, folder: &Path) -> Result<(), Error> {
    let done = folder.join("installed.json");
    let lock = project.root().join("bench/package-lock.json");
    let wanted = fs::read_to_string(&lock).map_err(Error::file(&lock))?;
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let npm = program("npm")?;
    println!("Installing the peers that Palpate is measured beside. Once only, some 10 s.");
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    for name in ["package.json", "package-lock.json"] {
        let from = project.root().join("bench").join(name);
        fs::copy(&from, folder.join(name)).map_err(Error::file(from))?;
    }
    let mut install = command::command(project, npm);
    install.args(["ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund"]).current_dir(folder);
    command::run(&mut install)?;
    fs::write(&done, wanted).map_err(Error::file(done))
}

/// The scripts of mdbook-quiz: cargo downloads and unpacks the crate.
fn mdbook_quiz(project: &Project) -> Result<PathBuf, Error> {
    let home = project.tools().parent().map(|home| home.join("registry/src")).unwrap_or_default();
    let unpacked = || {
        let registries = fs::read_dir(&home).ok()?;
        registries.flatten().map(|each| each.path().join(format!("{MDBOOK_QUIZ}-{MDBOOK_QUIZ_VERSION}/js"))).find(|folder| folder.is_dir())
    };
    if let Some(found) = unpacked() {
        return Ok(found);
    }
    let mut info = command::command(project, "cargo");
    info.args(["info", "--quiet"]).arg(format!("{MDBOOK_QUIZ}@{MDBOOK_QUIZ_VERSION}")).stdout(std::process::Stdio::null());
    let shown = command::show(&info);
    let _ = command::run(&mut info);
    unpacked().ok_or_else(|| Error::Missing {
        tool: format!("{MDBOOK_QUIZ} {MDBOOK_QUIZ_VERSION}"),
        tried: vec![shown],
        by_hand: format!("cargo info {MDBOOK_QUIZ}@{MDBOOK_QUIZ_VERSION}, where crates can be downloaded"),
    })
}

/// Copies of the site with knowledge bases of each size.
fn sites(project: &Project, folder: &Path) -> Result<(), Error> {
    // Made anew each time: they hold the app of today.
    let _ = fs::remove_dir_all(folder);
    println!("Making knowledge bases of {} sizes.", SITES.len());
    for (name, items, muscles) in SITES {
        let mut make = command::command(project, env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        make.args(["run", "--quiet", "--package", "palpate-bench", "--", "site"])
            .args(["--items", &items.to_string(), "--muscles", &muscles.to_string(), "--out"])
            .arg(folder.join(name));
        command::run(&mut make)?;
    }
    Ok(())
}

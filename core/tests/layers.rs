//! The layers hold: what each room of the house must not know. Reads the source as text, so it needs no browser and no build.
//!
//! The rules are in ARCHITECTURE.md. Comments may name what code must not, so they are taken out first.

use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files below `folder` with one of these endings, by their path from the root, with what they hold.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(root().join(&folder)) else { panic!("there is no folder {folder} any more") };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{folder}/{name}");
            if entry.path().is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{path}: {error}"));
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds no file to look at");
    found.sort();
    found
}

/// Rust without its comments. A `//` inside a string ends the line too, but for an address (`://`).
fn code(text: &str) -> String {
    let line = |line: &str| {
        let mut from = 0;
        while let Some(at) = line[from..].find("//").map(|at| from + at) {
            if !line[..at].ends_with(':') {
                return line[..at].to_owned();
            }
            from = at + 2;
        }
        line.to_owned()
    };
    text.lines().map(|text| line(text) + "\n").collect()
}

/// Whether `word` stands in `text` by itself, not as a part of a longer name.
fn mentions(text: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_name);
        let after = text[at + word.len()..].chars().next().is_some_and(is_name);
        !before && !after
    })
}

/// Every line of these files that mentions one of the words, as `path:line: word`.
fn mentioned(files: &[(String, String)], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files {
        for (number, line) in (1..).zip(code(text).lines()) {
            found.extend(words.iter().filter(|word| mentions(line, word)).map(|word| format!("{path}:{number}: {word}")));
        }
    }
    found
}

/// Fails with one line for each place where a rule is broken.
fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn core_knows_no_browser_no_clock_and_no_chance() {
    let words = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "leptos",
        "gloo",
        "gloo_timers",
        "gloo_events",
        "idb",
        "std::time",
        "SystemTime",
        "Instant",
        "rand",
        "getrandom",
        "thread_rng",
        "std::fs",
        "std::net",
        "std::env",
    ];
    none(&mentioned(&files("core/src", &[".rs"]), &words), "core takes time, seed and settings as arguments and does no I/O");
}

#[test]
fn core_depends_on_nothing_that_knows_them() {
    let manifest = fs::read_to_string(root().join("core/Cargo.toml")).unwrap_or_default();
    let dependencies = manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap_or_default();
    let names: Vec<_> = dependencies
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .collect();
    assert!(names.contains(&"serde"), "core/Cargo.toml is read wrongly: {names:?}");
    let allowed = ["palpate-figure", "serde", "postcard", "thiserror", "oorandom", "strsim", "serde_json", "fsrs", "zip"];
    let others: Vec<_> = names.iter().filter(|name| !allowed.contains(name)).map(ToString::to_string).collect();
    none(&others, "a new dependency of core: make sure it is pure, then add it to this list");
}

#[test]
fn the_figure_is_arithmetic_alone() {
    let words = ["web_sys", "js_sys", "wasm_bindgen", "leptos", "palpate_core", "std::time", "std::fs", "std::net", "std::env", "rand"];
    none(&mentioned(&files("figure/src", &[".rs"]), &words), "the figure takes numbers and gives paths");
}

#[test]
fn the_compiler_knows_no_browser() {
    none(
        &mentioned(&files("compiler/src", &[".rs"]), &["web_sys", "js_sys", "wasm_bindgen", "leptos"]),
        "the compiler runs where the app is built",
    );
}

#[test]
fn platform_knows_no_anatomy_and_no_pages() {
    let words = [
        "palpate_core::knowledge",
        "palpate_core::walkthrough",
        "palpate_core::item",
        "palpate_core::gate",
        "palpate_core::quiz",
        "palpate_core::search",
        "Knowledge",
        "Walkthrough",
        "Muscle",
        "crate::page",
        "crate::component",
        "crate::state",
        "leptos",
    ];
    none(&mentioned(&files("src/platform", &[".rs"]), &words), "platform is one file per browser capability and knows no anatomy");
}

#[test]
fn markup_knows_no_anatomy_and_no_pages() {
    let mut places = files("markup/src", &[".rs"]);
    places.extend(files("src/markup", &[".rs"]));
    let words = ["palpate_core", "palpate_figure", "crate::page", "crate::component", "crate::state", "crate::route", "crate::platform"];
    none(&mentioned(&places, &words), "markup draws whatever it is given");
}

#[test]
fn only_the_state_keeps_things() {
    let words = [
        "platform::storage",
        "storage::Store",
        "idb",
        "Storage",
        "local_storage",
        "session_storage",
        "indexed_db",
        "IdbFactory",
        "IdbDatabase",
    ];
    let mut places = files("src/page", &[".rs"]);
    places.extend(files("src/component", &[".rs"]));
    none(&mentioned(&places, &words), "pages and components keep nothing themselves; src/state.rs does");
    let others = files("src", &[".rs"]).into_iter().filter(|(path, _)| path != "src/state.rs" && !path.starts_with("src/platform/"));
    none(&mentioned(&others.collect::<Vec<_>>(), &["platform::storage"]), "only src/state.rs talks to the storage");
}

#[test]
fn routes_are_written_in_one_place() {
    let others: Vec<_> =
        files("src", &[".rs"]).into_iter().filter(|(path, _)| path != "src/route.rs" && !path.starts_with("src/route/")).collect();
    let mut found = Vec::new();
    for (path, text) in &others {
        found.extend(
            (1..).zip(code(text).lines()).filter(|(_, line)| line.contains("#/")).map(|(number, line)| format!("{path}:{number}: {line}")),
        );
    }
    none(&found, "addresses come from src/route.rs");
}

/// Names with the form of an address, which nothing fetches: what FHIR calls the systems that its codes are from, and what
/// schemas and vocabularies of exports are called. They may stand in these files alone, just these, and in quotes.
const NAMES: [(&str, &[&str]); 2] = [
    (
        "core/src/journal/fhir/codes.rs",
        &["http://loinc.org", "http://unitsofmeasure.org", "http://terminology.hl7.org/CodeSystem/observation-category"],
    ),
    (
        "core/src/exchange/names.rs",
        &[
            "http://www.imsglobal.org/xsd/imsqti_v2p1",
            "http://www.imsglobal.org/xsd/imscp_v1p1",
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2",
            "http://adlnet.gov/expapi/verbs/",
            "http://adlnet.gov/expapi/activities/cmi.interaction",
            "http://adlnet.gov/expapi/activities/assessment",
        ],
    ),
];

/// Nothing is fetched from anywhere: sources.toml alone holds addresses, to be shown. A namespace is a name, not an address.
#[test]
fn addresses_of_other_hosts_stand_in_the_sources_only() {
    let mut places = files("src", &[".rs", ".js", ".css", ".html"]);
    places.extend(files("content", &[".toml", ".svg"]));
    places.extend(files("style", &[".css"]));
    places.extend(files("core/src", &[".rs"]));
    let mut found = Vec::new();
    for (path, text) in places.iter().filter(|(path, _)| path != "content/sources.toml") {
        for (number, line) in (1..).zip(text.lines()) {
            let mut line = line.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "");
            for (_, names) in NAMES.iter().filter(|(file, _)| path == file) {
                line = names.iter().fold(line, |line, name| line.replace(&format!("\"{name}\""), ""));
            }
            if ["http:", "https:", "ws:", "wss:", "ftp:"].iter().any(|scheme| line.contains(&format!("{scheme}//")))
                || line.contains("\"//")
            {
                found.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    none(&found, "an address outside content/sources.toml");
}

/// Every folder with Rust that people read.
fn rust() -> Vec<(String, String)> {
    let folders = ["src", "core/src", "core/tests", "compiler", "figure", "markup", "xtask", "bench", "tests"];
    folders.iter().flat_map(|folder| files(folder, &[".rs"])).collect()
}

#[test]
fn no_file_is_too_long_to_read() {
    let long = rust().into_iter().map(|(path, text)| (path, text.lines().count())).filter(|(_, lines)| *lines > LONGEST_FILE);
    none(&long.map(|(path, lines)| format!("{path}: {lines} lines")).collect::<Vec<_>>(), "split the file by what it is for");
}

/// Each file begins with what it is for.
#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> = rust().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    none(&silent, "begin the file with a line of //!");
}

#[test]
fn the_reader_of_this_test_reads_rightly() {
    assert_eq!(code("let a = 1; // rand\nlet b = \"https://a.b\"; // c\n"), "let a = 1; \nlet b = \"https://a.b\"; \n");
    assert!(mentions("use rand::Rng;", "rand") && mentions("(Instant)", "Instant"));
    assert!(!mentions("let operand = oorandom::new();", "rand") && !mentions("Instantly", "Instant"));
    let found = mentioned(&[("a.rs".to_owned(), "ok\nstd::time::Instant::now()\n".to_owned())], &["std::time", "Instant"]);
    assert_eq!(found, ["a.rs:2: std::time", "a.rs:2: Instant"]);
}

//! The licences of the libraries that reach the browser, as one text: they ask that their words go along with every copy.
//!
//! Which libraries these are, cargo says; what their licences say stands in the folders that cargo fetched them to. Where one may
//! be had under several licences, the shortest road is taken, MIT. One text that many share stands there once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::BundleError;
use crate::command;
use crate::error::Error;
use crate::project::Project;

const HEAD: &str = "Palpate is free software, under MIT or Apache-2.0, as you choose. The anatomical drawings are under CC BY-SA 4.0:
proportions measured on BodyParts3D, (c) The Database Center for Life Science.

It is built with Rust, whose standard library is (c) The Rust Project Contributors, under MIT or Apache-2.0, and with these
libraries. Their licences follow.
";
/// For libraries whose package holds no text of its own.
const MIT: &str = include_str!("mit.txt");

/// One library.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Library {
    /// Name, version, licence and place, for people.
    title: String,
    texts: Vec<String>,
}

/// The text for the app of this project.
///
/// # Errors
/// When cargo can't tell, or a text could not stand in a page.
pub fn text(project: &Project) -> Result<String, Error> {
    let mut cargo = command::command(project, "cargo");
    cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"]);
    let told = command::output(&mut cargo).and_then(|told| serde_json::from_str::<Value>(&told).ok());
    let told = told.ok_or_else(|| Error::Wrong("`cargo metadata` could not tell which libraries the app has".to_owned()))?;
    let mut libraries = Vec::new();
    for package in shipped(&told, "palpate") {
        libraries.push(library(package)?);
    }
    let text = joined(&libraries);
    // It also stands in the single file, as a block of data.
    if text.contains("<!--") || text.to_ascii_lowercase().contains("</script") {
        return Err(BundleError::Licences.into());
    }
    Ok(text)
}

/// The packages from elsewhere that are compiled into this one, by name: neither macros nor what only builds or tests it.
fn shipped<'told>(told: &'told Value, root: &str) -> Vec<&'told Value> {
    let list = |value: &'told Value| value.as_array().map(Vec::as_slice).unwrap_or_default();
    let packages: HashMap<&str, &Value> =
        list(&told["packages"]).iter().filter_map(|package| Some((package["id"].as_str()?, package))).collect();
    let nodes: HashMap<&str, &Value> =
        list(&told["resolve"]["nodes"]).iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let mut open: Vec<&str> = packages.iter().filter(|(_, package)| package["name"] == root).map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let is_macro = list(&packages[id]["targets"]).iter().any(|target| list(&target["kind"]).contains(&Value::from("proc-macro")));
        if is_macro || !seen.insert(id) {
            continue;
        }
        let used = list(&nodes[id]["deps"]).iter().filter(|used| list(&used["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()));
        open.extend(used.filter_map(|used| used["pkg"].as_str()));
    }
    let mut found: Vec<&Value> = seen.into_iter().map(|id| packages[id]).filter(|package| !package["source"].is_null()).collect();
    found.sort_by_key(|package| (package["name"].as_str(), package["version"].as_str()));
    found
}

fn library(package: &Value) -> Result<Library, Error> {
    let word = |name: &str| package[name].as_str().unwrap_or_default();
    let licence = word("license").replace('/', " OR ");
    let folder = Path::new(word("manifest_path")).parent().unwrap_or_else(|| Path::new("."));
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let entry = entry.map_err(Error::file(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let low = name.to_ascii_lowercase();
        if entry.path().is_file() && ["license", "licence", "copying", "notice"].iter().any(|word| low.starts_with(word)) {
            names.push(name);
        }
    }
    names.sort();
    let mit = |name: &String| name.to_ascii_lowercase().contains("mit");
    if !licence.contains(" AND ") && names.iter().any(mit) {
        names.retain(|name| mit(name) || name.to_ascii_lowercase().starts_with("notice"));
    }
    let mut texts = Vec::new();
    for name in names {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(Error::file(&path))?;
        texts.push(String::from_utf8_lossy(&bytes).lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned());
    }
    if texts.is_empty() && licence.contains("MIT") {
        let authors: Vec<&str> = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let authors = if authors.is_empty() { format!("the authors of {}", word("name")) } else { authors.join(", ") };
        texts.push(format!("Copyright (c) {authors}\n\n{}", MIT.trim()));
    }
    Ok(Library { title: format!("{} {}  ({licence})  {}", word("name"), word("version"), word("repository")).trim_end().to_owned(), texts })
}

/// The list, then each text once, under the libraries that have it.
fn joined(libraries: &[Library]) -> String {
    let mut text = HEAD.to_owned();
    for library in libraries {
        text.push_str(&format!("\n  {}", library.title));
    }
    text.push('\n');
    let mut of: BTreeMap<String, (Vec<&str>, &str)> = BTreeMap::new();
    for library in libraries {
        let name = library.title.split(' ').next().unwrap_or_default();
        for words in &library.texts {
            let key = words.split_whitespace().collect::<Vec<_>>().join(" ");
            of.entry(key).or_insert_with(|| (Vec::new(), words)).0.push(name);
        }
    }
    let mut groups: Vec<(Vec<&str>, &str)> = of.into_values().collect();
    groups.sort();
    for (names, words) in groups {
        text.push_str(&format!("\n{}\n{}\n\n{words}\n", "-".repeat(72), names.join(", ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_what_is_compiled_in_and_nothing_else() {
        let package =
            |id: &str, kind: &str| json!({ "id": id, "name": id, "version": "1", "source": "registry", "targets": [{ "kind": [kind] }] });
        let uses = |id: &str, kind: Value| json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] });
        let mut app = package("app", "bin");
        app["source"] = Value::Null;
        let told = json!({
            "packages": [app, package("lib", "lib"), package("deep", "lib"), package("macro", "proc-macro"), package("test", "lib"), package("build", "lib")],
            "resolve": { "nodes": [
                { "id": "app", "deps": [uses("lib", Value::Null), uses("macro", Value::Null), uses("test", json!("dev")), uses("build", json!("build"))] },
                { "id": "lib", "deps": [uses("deep", Value::Null)] },
                { "id": "deep", "deps": [] }, { "id": "macro", "deps": [uses("build", Value::Null)] }, { "id": "test", "deps": [] }, { "id": "build", "deps": [] },
            ] },
        });
        let names: Vec<&str> = shipped(&told, "app").iter().filter_map(|package| package["name"].as_str()).collect();
        assert_eq!(names, ["deep", "lib"]);
    }

    #[test]
    fn a_text_that_two_share_stands_once() {
        let library = |title: &str, text: &str| Library { title: title.to_owned(), texts: vec![text.to_owned()] };
        let text = joined(&[library("a 1  (MIT)", "Be\nfree."), library("b 2  (MIT)", "Be free."), library("c 1  (Zlib)", "Zed.")]);
        assert!(text.contains("\n  a 1  (MIT)\n  b 2  (MIT)\n  c 1  (Zlib)\n"));
        assert!(text.contains("\na, b\n\nBe\nfree.\n") && text.ends_with("\nc\n\nZed.\n"));
        assert_eq!(text.matches("free.\n").count(), 1);
    }
}

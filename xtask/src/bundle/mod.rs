//! What is done around Trunk: before it, the style sheets become one and the content becomes the knowledge base; after it, the page
//! gets that file and its content security policy, the service worker its file list, and the single file is made. Trunk calls both
//! as hooks (see Trunk.toml).

mod csp;
mod html;
mod integrity;
mod knowledge;
mod lean;
mod licences;
mod program;
mod single;
pub mod sizes;
mod styles;
mod worker;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::check;
use crate::error::Error;
use crate::project::Project;
use crate::stamp;
use palpate_core::Knowledge;

/// The name of the single file in `dist/`.
pub const SINGLE_FILE: &str = "palpate.html";
/// The page Trunk makes.
const PAGE: &str = "index.html";
/// The licences of the libraries, beside the page.
const LICENCES: &str = "licences.txt";
/// The service worker.
const WORKER: &str = "sw.js";
/// The hashes of all other files, beside them: for whoever wants to know that what they were given is what was built.
const SUMS: &str = "SHA256SUMS";
/// The file in [`Project::scratch`] that keeps the table of sizes, which takes a second or two to make.
const SIZES: &str = "sizes.txt";

/// What can be wrong with the files that are put together.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The page lacks something that the next step builds on.
    #[error("index.html has no {0}")]
    PageLacks(&'static str),
    /// The page names a file that Trunk did not make.
    #[error("index.html names {0}, which was not built")]
    NoSuchFile(String),
    /// The glue code isn't of the shape that this knows.
    #[error("the JS glue can't go into one file: {0}")]
    Glue(String),
    /// The service worker's source lacks a place to fill in.
    #[error("public/sw.js has no {0} to fill in")]
    WorkerLacks(&'static str),
    /// A style sheet is wrong.
    #[error("style/{file}: {problem}")]
    Style {
        /// Its name.
        file: String,
        /// What, and what to do.
        problem: String,
    },
    /// A library's licence holds words that a page would take for its own.
    #[error("a library's licence holds the end of a script element, so it can't stand in the single file")]
    Licences,
    /// Compression failed, which memory never does.
    #[error("could not compress: {0}")]
    Compress(std::io::Error),
}

/// Trunk's pre_build hook: joins the style sheets, and makes the knowledge base of the content.
///
/// # Errors
/// When one of them is wrong, or can't be read. Mistakes in the content are printed, each with its file, line and remedy.
pub fn before_trunk(project: &Project) -> Result<(), Error> {
    let folder = project.scratch();
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let joined = lean::css(&styles::join(&project.root().join("style"))?);
    write_changed(&folder.join("palpate.css"), joined.as_bytes())?;
    write_changed(&folder.join(knowledge::MADE), &packed(check::compiled(project)?)?)
}

/// The knowledge base as the app reads it, with every question. All of it is unpacked once, so that the app need not check it.
fn packed(knowledge: Knowledge) -> Result<Vec<u8>, Error> {
    let wrong = |why: &dyn std::fmt::Display| Error::Wrong(format!("the knowledge base can't be packed: {why}"));
    let knowledge = knowledge.with_bank();
    let file = knowledge.encode().map_err(|error| wrong(&error))?;
    let read = Knowledge::decode(file.clone().leak()).map_err(|error| wrong(&error))?;
    if read == knowledge { Ok(file) } else { Err(wrong(&"what is read back is something else")) }
}

/// Trunk's post_build hook: finishes the tree that Trunk is about to move to `dist/`.
///
/// # Errors
/// When a file isn't as expected, or can't be read or written.
pub fn after_trunk(project: &Project) -> Result<(), Error> {
    let Some(tree) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Error::Wrong("this is Trunk's post_build hook; to build by hand: cargo xtask build".to_owned()));
    };
    let page_path = tree.join(PAGE);
    let page = fs::read_to_string(&page_path).map_err(Error::file(&page_path))?;
    let made = project.scratch().join(knowledge::MADE);
    let page = with_knowledge(&tree, &page, &fs::read(&made).map_err(Error::file(&made))?)?;
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "debug") {
        // `trunk serve` adds its own script for reloading: no policy, worker or single file for that.
        return write(&page_path, page);
    }
    let page = program::put_in(&lean_glue(&tree, &lean::html(&page))?)?;
    write(&tree.join(LICENCES), licences::text(project)?)?;
    finish(project, &tree, &page)?;
    let table = sizes::table(&every_file(&tree)?, &html::start_files(&page))?;
    write(&project.scratch().join(SIZES), &table)?;
    println!("{table}");
    // Last, since it names all the others.
    write(&tree.join(SUMS), sums(&every_file(&tree)?))
}

/// The files' hashes, as `sha256sum --check` reads them.
fn sums(files: &[BuiltFile]) -> String {
    let others = files.iter().filter(|file| file.name != SUMS);
    others.map(|file| format!("{}  {}\n", hex(&Sha256::digest(&file.content)), file.name)).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Gives a built site another knowledge base: for benchmarks, which measure the same app with more in it.
///
/// # Errors
/// When the folder holds no built site, or a file can't be read or written.
pub fn exchange_knowledge(project: &Project, site: &Path, file: &Path) -> Result<(), Error> {
    let page_path = site.join(PAGE);
    let page = csp::remove(&fs::read_to_string(&page_path).map_err(Error::file(&page_path))?);
    let Some(old) = knowledge::address(&page).map(|address| site.join(address)) else {
        return Err(Error::Wrong(format!("{} fetches no knowledge base: build the site anew", page_path.display())));
    };
    fs::remove_file(&old).map_err(Error::file(&old))?;
    let page = with_knowledge(site, &page, &fs::read(file).map_err(Error::file(file))?)?;
    finish(project, site, &page)
}

/// Puts the knowledge base into the site, and gives the page that fetches it.
fn with_knowledge(tree: &Path, page: &str, content: &[u8]) -> Result<String, Error> {
    write(&tree.join(knowledge::file_name(content)), content)?;
    Ok(knowledge::put_in(page, content)?)
}

/// The single file, the policy and the service worker, from a page that is else complete.
fn finish(project: &Project, tree: &Path, page: &str) -> Result<(), Error> {
    let licences = String::from_utf8_lossy(&read(tree, LICENCES)?).into_owned();
    write(&tree.join(SINGLE_FILE), single::make(page, &licences, |name| read(tree, name))?)?;
    write(&tree.join(PAGE), csp::insert(page, &csp::hosted(page))?)?;
    let source = project.root().join("public").join(WORKER);
    let template = fs::read_to_string(&source).map_err(Error::file(&source))?;
    write(&tree.join(WORKER), worker::fill(&template, &worker_files(tree)?)?)
}

/// What each file of the last build weighs, as [`after_trunk`] printed it; empty when there was none.
pub fn last_sizes(project: &Project) -> String {
    fs::read_to_string(project.scratch().join(SIZES)).unwrap_or_default()
}

/// Makes the glue smaller, and gives the page with the glue's new integrity.
fn lean_glue(tree: &Path, page: &str) -> Result<String, Error> {
    let links = html::tags(page, "link");
    let glue = links.iter().find(|link| link.get("rel") == Some("modulepreload"));
    let glue = glue.ok_or(BundleError::PageLacks("link to the JS glue"))?;
    let address = glue.get("href").ok_or(BundleError::PageLacks("address of the JS glue"))?;
    let old = read(tree, address)?;
    let new = lean::script(&String::from_utf8_lossy(&old));
    write(&tree.join(address.trim_start_matches("./")), &new)?;
    Ok(page.replace(&integrity::of(&old), &integrity::of(new.as_bytes())))
}

/// Every file that the service worker keeps: all but itself, the single file and the hashes.
fn worker_files(tree: &Path) -> Result<Vec<BuiltFile>, Error> {
    Ok(every_file(tree)?.into_iter().filter(|file| ![WORKER, SINGLE_FILE, SUMS].contains(&file.name.as_str())).collect())
}

/// A file of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltFile {
    /// Its address, relative to the page: forward slashes, no leading one.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

fn every_file(tree: &Path) -> Result<Vec<BuiltFile>, Error> {
    let mut paths = Vec::new();
    stamp::collect(tree, &mut paths)?;
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(tree).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            fs::read(&path).map(|content| BuiltFile { name, content }).map_err(Error::file(&path))
        })
        .collect()
}

fn read(tree: &Path, name: &str) -> Result<Vec<u8>, BundleError> {
    let name = name.strip_prefix("./").unwrap_or(name);
    fs::read(tree.join(name)).map_err(|_| BundleError::NoSuchFile(name.to_owned()))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    fs::write(path, content).map_err(Error::file(path))
}

/// Writes where something is new: `trunk serve` watches these files, and what is unchanged must not look changed.
fn write_changed(path: &Path, content: &[u8]) -> Result<(), Error> {
    if fs::read(path).is_ok_and(|kept| kept == content) { Ok(()) } else { write(path, content) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_as_the_tools_read_them() {
        let file = |name: &str| BuiltFile { name: name.to_owned(), content: Vec::new() };
        // The well-known SHA-256 of nothing.
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sums(&[file(SUMS), file("icons/a.svg")]), format!("{nothing}  icons/a.svg\n"));
    }
}

//! What is done around Trunk: before it, the style sheets become one; after it, the page gets its content security policy, the
//! service worker its file list, and the single file is made. Trunk calls both as hooks (see Trunk.toml).

mod csp;
mod html;
mod integrity;
mod lean;
mod single;
mod sizes;
mod styles;
mod worker;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::project::Project;
use crate::stamp;

/// The name of the single file in `dist/`.
pub const SINGLE_FILE: &str = "palpate.html";
/// The page Trunk makes.
const PAGE: &str = "index.html";
/// The service worker.
const WORKER: &str = "sw.js";
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
    /// Compression failed, which memory never does.
    #[error("could not compress: {0}")]
    Compress(std::io::Error),
}

/// Trunk's pre_build hook: joins the style sheets.
///
/// # Errors
/// When one of them is wrong, or can't be read.
pub fn before_trunk(project: &Project) -> Result<(), Error> {
    let joined = lean::css(&styles::join(&project.root().join("style"))?);
    let folder = project.scratch();
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let sheet = folder.join("palpate.css");
    // `trunk serve` watches it: an unchanged sheet must not look changed.
    if fs::read_to_string(&sheet).is_ok_and(|kept| kept == joined) { Ok(()) } else { write(&sheet, joined) }
}

/// Trunk's post_build hook: finishes the tree that Trunk is about to move to `dist/`.
///
/// # Errors
/// When a file isn't as expected, or can't be read or written.
pub fn after_trunk(project: &Project) -> Result<(), Error> {
    let Some(tree) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Error::Wrong("this is Trunk's post_build hook; to build by hand: cargo xtask build".to_owned()));
    };
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "debug") {
        // `trunk serve` adds its own script for reloading: no policy, worker or single file for that.
        return Ok(());
    }
    let page_path = tree.join(PAGE);
    let page = lean::html(&fs::read_to_string(&page_path).map_err(Error::file(&page_path))?);
    let page = without_wasm_integrity(&lean_glue(&tree, &page)?);
    write(&tree.join(SINGLE_FILE), single::make(&page, |name| read(&tree, name))?)?;
    let policy = csp::hosted(&csp::inline_hashes(&page));
    write(&page_path, csp::insert(&page, &policy)?)?;
    let source = project.root().join("public").join(WORKER);
    let template = fs::read_to_string(&source).map_err(Error::file(&source))?;
    write(&tree.join(WORKER), worker::fill(&template, &worker_files(&tree)?)?)?;
    let page = fs::read_to_string(&page_path).map_err(Error::file(&page_path))?;
    let table = sizes::table(&every_file(&tree)?, &html::start_files(&page))?;
    write(&project.scratch().join(SIZES), &table)?;
    println!("{table}");
    Ok(())
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

/// The page without the wasm's integrity: browsers don't check it on a preload and complain of it on the console. The
/// service worker does check it.
fn without_wasm_integrity(page: &str) -> String {
    let links = html::tags(page, "link");
    let wasm = links.iter().find(|link| link.get("rel") == Some("preload") && link.get("as") == Some("fetch"));
    match wasm.and_then(|link| link.get("integrity")) {
        Some(integrity) => page.replace(&format!(" integrity=\"{integrity}\""), ""),
        None => page.to_owned(),
    }
}

/// Every file that the service worker keeps: all but itself and the single file.
fn worker_files(tree: &Path) -> Result<Vec<BuiltFile>, Error> {
    Ok(every_file(tree)?.into_iter().filter(|file| file.name != WORKER && file.name != SINGLE_FILE).collect())
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

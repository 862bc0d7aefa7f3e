//! What all journeys share: a browser, a server, a page to act on, and what must be true of every journey.

mod browser;
mod chromium;
mod engine;
mod firefox;
mod gateway;
mod key;
mod page;
mod picture;
mod protocol;
mod reading;
mod record;
mod seen;
mod server;
mod surroundings;
mod tree;
mod webkit;

pub use engine::Engine;
pub use key::Key;
pub use page::Page;
pub use seen::Seen;
pub use server::Server;

use browser::Browser;
use engine::NotHere;
use palpate_core::Knowledge;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, PoisonError};

/// Most browsers open at once: two cores drive two of them well.
const MOST_AT_ONCE: usize = 2;

static OPEN: Mutex<usize> = Mutex::new(0);
static CLOSED: Condvar = Condvar::new();

/// A place among the browsers that may be open at once.
struct Turn;

impl Turn {
    fn wait() -> Self {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = CLOSED.wait_while(open, |open| *open >= MOST_AT_ONCE).unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        CLOSED.notify_one();
    }
}

/// The built site.
///
/// # Panics
/// When the variable that names it is not set.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("PALPATE_DIST").map(PathBuf::from);
    dist.expect("PALPATE_DIST names the built site: run `cargo xtask test`")
}

/// What the built site knows.
///
/// # Panics
/// When the site lacks the file that holds it.
pub fn knowledge() -> Knowledge {
    Knowledge::decode(std::fs::read(knowledge_file()).unwrap().leak()).unwrap()
}

/// Where that file lies.
///
/// # Panics
/// When it lies nowhere.
pub fn knowledge_file() -> PathBuf {
    let files = std::fs::read_dir(dist()).unwrap().map(|file| file.unwrap().path());
    let mut known = files.filter(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("knowledge-")));
    known.next().expect("the knowledge base lies in the built site")
}

/// A journey through the hosted site, from its home page.
pub fn hosted(name: &str, body: impl AsyncFnOnce(&Page, &Server)) {
    journey(name, async |browser| {
        let server = Server::start(dist()).await;
        let page = Page::new(browser, server.address());
        page.open("").await;
        page.ready().await;
        body(&page, &server).await;
        page.assert_clean().await;
    });
}

/// A journey through the hosted site that prepares the browser before the first page is opened.
pub fn prepared(name: &str, body: impl AsyncFnOnce(&Page, &Server)) {
    journey(name, async |browser| {
        let server = Server::start(dist()).await;
        let page = Page::new(browser, server.address());
        body(&page, &server).await;
        page.assert_clean().await;
    });
}

/// A journey through the single file, alone in a folder, opened from the disk with the network off.
pub fn single_file(name: &str, body: impl AsyncFnOnce(&Page)) {
    journey(name, async |browser| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("palpate.html");
        std::fs::copy(dist().join("palpate.html"), &file).expect("the single file lies in the built site");
        let page = Page::new(browser, format!("file://{}", file.display()));
        page.network_off().await;
        page.open("").await;
        page.ready().await;
        body(&page).await;
        page.assert_clean().await;
    });
}

/// Opens a browser, goes through the journey, and closes the browser whatever happens. After a failure the last
/// picture and the way that led there are shown; a journey that can't be made in this engine says so.
fn journey(name: &str, body: impl AsyncFnOnce(&Browser)) {
    let _turn = Turn::wait();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let browser = runtime.block_on(Browser::open());
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(body(&browser))));
    let left_out = outcome.as_ref().err().and_then(|panic| panic.downcast_ref::<NotHere>());
    if outcome.is_err() && left_out.is_none() {
        runtime.block_on(browser.tell(name));
    }
    runtime.block_on(browser.close());
    match (left_out, &outcome) {
        (Some(NotHere(why)), _) => engine::tell_left_out(name, why),
        (None, Ok(())) => {}
        (None, Err(_)) => resume_unwind(outcome.unwrap_err()),
    }
}

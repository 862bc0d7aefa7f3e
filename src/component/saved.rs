//! Handing over a file that holds what is kept here, and what is said of it.

use crate::markup::prelude::*;
use crate::platform::clock;
use crate::platform::download::{self, Content, DownloadError};
use crate::state::App;
use wasm_bindgen_futures::spawn_local;

/// What is said beside a button about what came of it.
pub type Said = RwSignal<Option<String>>;

/// A file's name with today in it, by the clock of the place: `palpate-journal-2026-11-21.csv`.
pub fn dated(what: &str, ending: &str) -> String {
    format!("{what}-{}.{ending}", clock::local(clock::now(), clock::offset()).0)
}

/// What came of handing over a file.
pub fn told(name: &str, saved: Result<(), DownloadError>) -> String {
    saved.map_or_else(|error| error.to_string(), |()| format!("Saved as {name} in your downloads."))
}

/// Everything kept, as a file that can be read back in.
pub fn everything(app: App, said: Said) {
    let name = dated("palpate", "json");
    put_together(said, name, "application/json", async move { app.export().await.map(Content::from).map_err(|error| error.to_string()) });
}

/// The whole app in one file, with everything kept inside.
pub fn copy(app: App, said: Said) {
    let name = dated("palpate-with-my-data", "html");
    put_together(said, name, "text/html", async move { app.copy_with_data().await.map_err(|error| error.to_string()) });
}

fn put_together(said: Said, name: String, media_type: &'static str, made: impl Future<Output = Result<Content, String>> + 'static) {
    said.set(Some("Putting it together…".to_owned()));
    spawn_local(async move {
        let line = made.await.map_or_else(|error| error, |content| told(&name, download::save(&name, media_type, content)));
        said.set(Some(line));
    });
}

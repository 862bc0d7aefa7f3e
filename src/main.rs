//! Palpate: an offline trainer for finding and easing the iliopsoas by hand. See ARCHITECTURE.md.

mod app;
mod component;
mod course;
mod markup;
mod page;
mod platform;
mod route;
mod state;

use leptos::mount::mount_to;
use palpate_core::Knowledge;
use platform::{data_file, page as browser};
use wasm_bindgen_futures::spawn_local;

/// Under this name the page hands over the file that `cargo xtask pre-build` made of `content/` (see xtask's bundle).
const KNOWLEDGE: &str = "palpateKnowledge";

fn main() {
    platform::single_file::remember();
    spawn_local(async {
        let Some(root) = browser::root() else { return };
        // While what was kept is read, the knowledge is still on its way.
        let kept = state::Kept::load().await;
        let knowledge = match knowledge().await {
            Ok(knowledge) => knowledge,
            Err(why) => return browser::say_in_shell(&why),
        };
        browser::remove_shell();
        let page = root.clone();
        // Leptos gives the owner of all signals; the views are ours.
        mount_to(root, move || markup::prelude::mount(&page, app::app(knowledge, kept))).forget();
    });
}

/// Read once and kept for as long as the page lives, so that views can borrow from it freely; or why it can't be read.
async fn knowledge() -> Result<&'static Knowledge, String> {
    let file = data_file::brought(KNOWLEDGE).await.map_err(|error| error.to_string())?;
    let knowledge = Knowledge::decode(file.leak()).map_err(|error| error.to_string())?;
    Ok(Box::leak(Box::new(knowledge)))
}

//! Palpate: an offline trainer for finding and easing the iliopsoas by hand. See ARCHITECTURE.md.

mod app;
mod component;
mod course;
mod page;
mod platform;
mod route;
mod state;

use leptos::mount::mount_to;
use palpate_core::Knowledge;
use wasm_bindgen_futures::spawn_local;

/// What `build.rs` made of `content/`.
static KNOWLEDGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));

fn main() {
    platform::single_file::remember();
    spawn_local(async {
        let Some(root) = platform::page::root() else { return };
        // Read once and kept for as long as the page lives, so that views can borrow from it freely.
        let knowledge: &'static Knowledge = match Knowledge::decode(KNOWLEDGE) {
            Ok(knowledge) => Box::leak(Box::new(knowledge)),
            Err(error) => {
                root.set_inner_text(&error.to_string());
                return platform::page::remove_shell();
            }
        };
        let kept = state::Kept::load().await;
        platform::page::remove_shell();
        mount_to(root, move || app::app(knowledge, kept)).forget();
    });
}

//! An address that leads nowhere: says so, and offers the ways on.

use crate::markup::prelude::*;
use crate::route::{Door, Route};

/// For an address that is not one of ours.
pub fn page(raw: &str) -> AnyView {
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"There is no such page"</h1>
            <p>"The address " <code>"#" {raw.to_owned()}</code> " does not lead anywhere in Palpate. It may be misspelt, or from another version."</p>
            {ways_on()}
        </div>
    }
    .into_any()
}

/// For an address of ours that names something we don't have.
pub fn missing(kind: &'static str, id: &str) -> AnyView {
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Not found"</h1>
            <p>"There is no " {kind} " called " <code>{id.to_owned()}</code> " here. It may be misspelt, or from another version."</p>
            {ways_on()}
        </div>
    }
    .into_any()
}

fn ways_on() -> AnyView {
    view! {
        <ul class="plain-list">
            <li><a href=Route::Lookup { query: String::new() }.href()>"Search for it"</a></li>
            <li><a href=Door::Find.route().href()>"Find the muscle by hand"</a></li>
            <li><a href=Door::Learn.route().href()>"Answer questions"</a></li>
            <li><a href=Route::Home.href()>"Go home"</a></li>
        </ul>
    }
    .into_any()
}

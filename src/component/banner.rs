//! Banners: one sentence and at most one action, above the page.

use super::icon::{Icon, icon};
use crate::platform::worker;
use crate::state::App;
use leptos::prelude::*;

/// The banners that concern the whole app.
pub fn all(app: App) -> AnyView {
    let trouble = move || app.trouble.get().map(|trouble| caution(trouble.to_string()));
    let update = move || {
        app.update_ready.get().then(|| {
            view! {
                <div class="banner banner-news">
                    {icon(Icon::Info)} <p>"An update is ready."</p>
                    <button type="button" class="link" on:click=move |_| worker::take_update()>"Load it now"</button>
                </div>
            }
        })
    };
    view! { <div class="banners" role="status">{trouble} {update}</div> }.into_any()
}

/// A caution.
pub fn caution(text: String) -> AnyView {
    view! { <div class="banner banner-caution">{icon(Icon::Warning)} <p>{text}</p></div> }.into_any()
}

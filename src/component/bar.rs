//! The bar at the top and the tabs at the bottom: the same five doors on a wide screen and on a phone.

use super::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::route::{Door, Route};
use crate::state::App;

fn words(door: Door) -> (&'static str, &'static str, Icon) {
    match door {
        Door::Home => ("Home", "Home", Icon::Home),
        Door::Find => ("Find it", "Find", Icon::Hand),
        Door::Learn => ("Learn it", "Learn", Icon::Book),
        Door::Lookup => ("Look it up", "Look up", Icon::Search),
        Door::Journal => ("Journal", "Journal", Icon::Journal),
    }
}

fn current(app: App, door: Door) -> Option<&'static str> {
    (app.route.get().door() == Some(door)).then_some("page")
}

/// The top bar: the name, the doors on a wide screen, safety, search and settings.
pub fn top(app: App) -> AnyView {
    let doors = Door::ALL.map(|door| {
        view! { <a class="bar-door" href=door.route().href() aria-current=move || current(app, door)>{words(door).0}</a> }
    });
    let look = Route::Lookup { query: String::new() };
    view! {
        <header class="bar">
            <a class="bar-name" href=Route::Home.href()>"Palpate"</a>
            <nav class="bar-doors" aria-label="Main">{doors.into_iter().collect_view()}</nav>
            <a class="icon-button bar-safety" href=Route::Safety { at: None }.href()>{icon(Icon::Shield)} <span>"Safety"</span></a>
            <a class="icon-button" href=look.href() aria-label="Search" aria-keyshortcuts="/">{icon(Icon::Search)}</a>
            <a class="icon-button" href=Route::Settings.href() aria-label="Settings">{icon(Icon::Gear)}</a>
        </header>
    }
    .into_any()
}

/// The tabs of a phone.
pub fn tabs(app: App) -> AnyView {
    let tabs = Door::ALL.map(|door| {
        let (_, word, image) = words(door);
        view! {
            <a class="tab" href=door.route().href() aria-current=move || current(app, door)>
                {icon(image)} <span>{word}</span>
            </a>
        }
    });
    view! { <nav class="tabs" aria-label="Main, bottom">{tabs.into_iter().collect_view()}</nav> }.into_any()
}

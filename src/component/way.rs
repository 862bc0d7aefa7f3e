//! A way on: a card of one row that is a link, with what lies behind it.

use super::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::route::Route;

/// A card that leads to `route`.
pub fn way(route: &Route, title: &str, line: &str) -> AnyView {
    view! {
        <a class="way" href=route.href()>
            <span class="way-words"><strong class="way-title">{title.to_owned()}</strong> " " <span class="way-line">{line.to_owned()}</span></span>
            {icon(Icon::Forward)}
        </a>
    }
    .into_any()
}

/// The way to the locator, in the same words wherever it is offered.
pub fn to_hurt() -> AnyView {
    way(&Route::Hurt, "Where does it hurt?", "Mark it on a body, and see which muscles may send pain there")
}

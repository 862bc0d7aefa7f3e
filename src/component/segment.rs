//! One of a few choices that stand beside each other: a radio button in the form of a segment.

use crate::markup::prelude::*;

/// A choice. `group` is the name that all of them share.
pub fn segment(group: &str, title: impl IntoAny, chosen: impl Fn() -> bool + 'static, choose: impl Fn() + 'static) -> AnyView {
    drawn(group.to_owned(), title.into_any(), Box::new(chosen), Box::new(choose))
}

// Apart, so that it is there once and not for each kind of choice.
fn drawn(group: String, title: AnyView, chosen: Box<dyn Fn() -> bool>, choose: Box<dyn Fn()>) -> AnyView {
    view! {
        <label class="segment">
            <input type="radio" name=group prop:checked=chosen on:change=move |_| choose() />
            <span>{title}</span>
        </label>
    }
    .into_any()
}

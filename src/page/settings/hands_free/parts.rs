//! The two kinds of control of this page: a switch, and a value between two bounds.

use super::Said;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;

/// Something to switch on or off, with what to know about it below.
pub fn switch(
    id: &'static str,
    label: &'static str,
    note: &'static str,
    on: impl Fn() -> bool + Send + Sync + 'static,
    set: impl Fn(bool) + 'static,
) -> AnyView {
    let note_id = format!("{id}-note");
    let described = note_id.clone();
    view! {
        <div class="switch">
            <label class="answer">
                <input type="checkbox" id=id aria-describedby=described prop:checked=on on:change=move |event| set(event_target_checked(&event)) />
                <span>{label}</span>
            </label>
            <p class="quiet" id=note_id>{note}</p>
        </div>
    }
    .into_any()
}

/// A number between two bounds, in steps.
#[derive(Clone, Copy)]
pub struct Range {
    pub id: &'static str,
    pub label: &'static str,
    pub bounds: (u8, u8),
    pub step: u8,
    /// The value as it is shown and read out.
    pub words: fn(u8) -> String,
}

/// A slider between two buttons, so that it can be set without dragging.
pub fn slider<G, S>(said: Said, range: Range, value: G, set: S) -> AnyView
where
    G: Fn() -> u8 + Copy + Send + Sync + 'static,
    S: Fn(u8) + Copy + Send + Sync + 'static,
{
    let Range { id, label, bounds: (least, most), step, words } = range;
    let moved = move |event: leptos::ev::Event| {
        if let Ok(given) = event_target_value(&event).parse::<u8>() {
            set(given.clamp(least, most));
        }
    };
    let less = move || value().saturating_sub(step).max(least);
    let more = move || value().saturating_add(step).min(most);
    let button = move |name: String, image: Icon, next: fn(u8, u8) -> bool, to: Box<dyn Fn() -> u8 + Send + Sync>| {
        // Not `disabled`: at the bound that would take the focus away from the button that was pressed.
        let press = move |_| {
            let now = to();
            set(now);
            said.set(format!("{label}: {}", words(now)));
        };
        let at_end = move || !next(value(), if image == Icon::Minus { least } else { most });
        view! { <button type="button" class="icon-button slider-button" aria-label=name aria-disabled=move || at_end().then_some("true") on:click=press>{icon(image)}</button> }
    };
    view! {
        <div class="slider">
            <p class="slider-head"><label for=id>{label}</label><strong>{move || words(value())}</strong></p>
            <div class="slider-row">
                {button(format!("{label}: less"), Icon::Minus, |now, least| now > least, Box::new(less))}
                <input type="range" id=id min=least max=most step=step prop:value=move || value().to_string() aria-valuetext=move || words(value()) on:input=moved />
                {button(format!("{label}: more"), Icon::Plus, |now, most| now < most, Box::new(more))}
            </div>
        </div>
    }
    .into_any()
}

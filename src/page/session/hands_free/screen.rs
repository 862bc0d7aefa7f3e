//! The screen of a session that conducts itself: dark, and readable from two metres.

use super::super::Ctx;
use super::hold::Hold;
use super::parts::{self, seen};
use super::{place, ring};
use crate::markup::prelude::*;
use palpate_core::conductor::Mode;

/// It is built once and stays; only what changes in it is drawn anew, so that the focus stays where the person left it.
pub fn view(ctx: Ctx) -> AnyView {
    let hold = Hold::new(ctx);
    let mode = seen(ctx, |shown| Some(shown.mode));
    let step = seen(ctx, |shown| shown.step);
    let shape = move || mode.get().map_or("words", shape);
    let turn = move || if mode.get().is_some_and(is_turn) { "true" } else { "false" };
    let small = move || mode.get().map(|mode| ring::steps(step.get(), mode));
    let rates = Memo::new(move |_| matches!(mode.get(), Some(Mode::Rate { .. })));
    let block = move |event: leptos::ev::MouseEvent| event.prevent_default();
    view! {
        <section
            class="hands-screen" data-shape=shape data-turn=turn aria-label="Hands-free session"
            on:contextmenu=block
            on:pointerdown=move |event| hold.begin(&event)
        >
            <div class="hands-area">
                {parts::bar(ctx)}
                {parts::notices(ctx)}
                {parts::head(ctx)}
                <div class="hands-round">{small}</div>
                {place::view(ctx)}
                {parts::caption(ctx)}
                <div class="hands-main">
                    {move || mode.get().and_then(parts::pace)}
                    {move || rates.get().then(|| parts::numbers(ctx))}
                </div>
                {parts::halves(ctx)}
            </div>
            {parts::stop(ctx, hold)}
            {hold.ring()}
        </section>
    }
    .into_any()
}

/// How the screen is laid out.
fn shape(mode: Mode) -> &'static str {
    match mode {
        Mode::Say | Mode::Time { .. } | Mode::Ask | Mode::Waiting(_) | Mode::Page => "words",
        Mode::Found => "found",
        Mode::Rate { .. } => "rate",
        Mode::Breathe { .. } | Mode::Ready { .. } | Mode::Stroke { .. } => "pace",
    }
}

/// Whether it is the person's turn.
fn is_turn(mode: Mode) -> bool {
    match mode {
        Mode::Ask | Mode::Found | Mode::Rate { .. } | Mode::Waiting(_) => true,
        Mode::Say | Mode::Time { .. } | Mode::Breathe { .. } | Mode::Ready { .. } | Mode::Stroke { .. } | Mode::Page => false,
    }
}

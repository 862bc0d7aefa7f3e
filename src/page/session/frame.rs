//! What stays put in a session: the bar with side and progress, and the footer where Stop always has the same place.

use super::{Ctx, Scene, hands_free};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::route::Route;
use palpate_core::Side;
use palpate_core::walkthrough::Event;

/// The bar: leave, what and where, and the side.
pub fn bar(ctx: Ctx, scene: &Scene, where_: String, progress: Option<(usize, usize)>) -> AnyView {
    let side = scene.side;
    let sides = Side::BOTH.map(|choice| {
        view! {
            <button type="button" class="side-button" aria-pressed=(choice == side).to_string() on:click=move |_| ctx.send(Event::SetSide(choice))>{choice.title()}</button>
        }
    });
    let segments = progress.map(|(at, of)| {
        let bars = (0..of).map(|index| {
            let class = if index < at {
                "segment-done"
            } else if index == at {
                "segment-now"
            } else {
                "segment-next"
            };
            view! { <span class=class></span> }
        });
        view! { <div class="session-progress" aria-hidden="true">{bars.collect_view()}</div> }
    });
    view! {
        <div class="session-bar">
            <a class="icon-button" href=Route::Find.href() aria-label="Leave; you can continue later">{icon(Icon::Close)}</a>
            <p class="session-where"><strong>{ctx.guide.title.clone()}</strong> " " <span class="quiet">{where_}</span></p>
            <div class="side-switch" role="group" aria-label="Side">{sides.into_iter().collect_view()}</div>
        </div>
        {segments}
    }
    .into_any()
}

/// The footer: Back, Stop in the middle, and what comes next.
pub fn footer(ctx: Ctx, next: AnyView) -> AnyView {
    view! {
        <div class="session-footer">
            <button type="button" class="button" on:click=move |_| ctx.send(Event::Back)>"Back"</button>
            {stop_button(ctx)}
            {next}
        </div>
    }
    .into_any()
}

pub fn stop_button(ctx: Ctx) -> AnyView {
    view! {
        <button type="button" class="button button-stop session-stop" aria-keyshortcuts="Escape" on:click=move |_| ctx.send(Event::Stop)>
            {icon(Icon::Octagon)} "Stop"
        </button>
    }
    .into_any()
}

pub fn next_button(ctx: Ctx, label: &'static str) -> AnyView {
    view! { <button type="button" class="button button-main" on:click=move |_| ctx.send(Event::Next)>{label}</button> }.into_any()
}

/// Repeat and pause, under the words of a place.
pub fn repeat_and_pause(ctx: Ctx) -> AnyView {
    let repeat = |_| {
        crate::platform::page::scroll_to_top();
        crate::platform::page::focus_soon("main h1");
    };
    view! {
        <p class="session-tools">
            <button type="button" class="link" on:click=repeat>{icon(Icon::Repeat)} " Repeat"</button>
            <button type="button" class="link" on:click=move |_| hands_free::switch(ctx, true)>{icon(Icon::Hand)} " Hands-free"</button>
            <button type="button" class="link" on:click=move |_| { ctx.send(Event::Pause); crate::platform::page::focus_soon("main h1"); }>{icon(Icon::Pause)} " Pause"</button>
        </p>
    }
    .into_any()
}

/// The screen while the session waits.
pub fn paused(ctx: Ctx) -> AnyView {
    view! {
        <div class="page page-text session">
            <h1 tabindex="-1">"Paused"</h1>
            <p class="lead">"Rest your hands. Nothing is counted while you wait."</p>
            <div class="session-footer">
                {stop_button(ctx)}
                <button type="button" class="button button-main" on:click=move |_| { ctx.send(Event::Resume); crate::platform::page::focus_soon("main h1"); }>{icon(Icon::Play)} " Go on"</button>
            </div>
        </div>
    }
    .into_any()
}

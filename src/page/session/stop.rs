//! Stop: hands off first, then what is felt, then what to do now. Nothing here asks "are you sure?".

use super::Ctx;
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::platform::page::show_soon;
use palpate_core::knowledge::{StopAction, StopReason};
use palpate_core::walkthrough::Event;

/// The menu of what may be felt.
pub fn menu(ctx: Ctx) -> AnyView {
    let group = |id: &'static str, title: &'static str, wanted: &'static [StopAction]| {
        let class = format!("stop-group {id}");
        let reasons =
            ctx.app.knowledge.safety.stop.iter().filter(|reason| wanted.contains(&reason.action)).map(|reason| choice(ctx, reason));
        view! { <section class=class id=id tabindex="-1"><h2>{title}</h2><div class="answers">{reasons.collect_view()}</div></section> }
    };
    view! {
        <div class="session stop">
            <h1 tabindex="-1">{icon(Icon::Octagon)} " Hands off. Rest."</h1>
            <p class="banner banner-stop">
                {icon(Icon::Warning)}
                <span>"Sudden severe pain, numb between the legs, a collapse? " <strong>"Call your emergency number now."</strong></span>
                <button type="button" class="link" on:click=|_| show_soon("stop-emergency".to_owned())>"All these signs"</button>
            </p>
            <p class="lead">"What do you feel?"</p>
            {group("stop-here", "Under the hand", &[StopAction::EaseOff, StopAction::End])}
            {group("stop-today", "Get help today", &[StopAction::SameDay])}
            {group("stop-emergency", "Call your emergency number", &[StopAction::Emergency])}
            <div class="session-footer stop-footer">
                <button type="button" class="button" on:click=move |_| ctx.send(Event::GoOn)>"Nothing bad. Go on"</button>
                <button type="button" class="button" on:click=move |_| ctx.send(Event::Leave)>"I am fine. End here"</button>
            </div>
        </div>
    }
    .into_any()
}

fn choice(ctx: Ctx, reason: &'static StopReason) -> AnyView {
    view! { <button type="button" class="answer" on:click=move |_| ctx.send(Event::Feel(reason.id.clone()))>{reason.feel.clone()}</button> }
        .into_any()
}

/// After easing off once: what to do, and then on, or the end when it comes again.
pub fn eased_off(ctx: Ctx, id: &str) -> AnyView {
    let Some(reason) = ctx.app.knowledge.safety.stop.iter().find(|reason| reason.id == id) else {
        return menu(ctx);
    };
    view! {
        <div class="session stop">
            <h1 tabindex="-1">{reason.feel.clone()}</h1>
            {steps(ctx, &reason.now)}
            <p>{cited(ctx.app, &reason.why, &reason.cites)}</p>
            <p class="button-row">
                <button type="button" class="button button-main" on:click=move |_| ctx.send(Event::GoOn)>"It is gone. Go on"</button>
                <button type="button" class="button button-stop" on:click=move |_| ctx.send(Event::Feel(reason.id.clone()))>"It is still there, or it came back"</button>
            </p>
            <p><button type="button" class="link" on:click=move |_| ctx.send(Event::Stop)>"I feel something else"</button></p>
        </div>
    }
    .into_any()
}

/// What to do now, in order.
pub fn steps(ctx: Ctx, lines: &[String]) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{prose(ctx.app, line)}</li> });
    view! { <ol class="instructions">{lines.collect_view()}</ol> }.into_any()
}

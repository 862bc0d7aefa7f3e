//! A focus area: how to lie the hands on it, how to search it, and where to stop.

use super::frame::{bar, footer, repeat_and_pause};
use super::step::instructions;
use super::{Ctx, Scene, figure};
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use palpate_core::knowledge::FocusArea;
use palpate_core::walkthrough::Event;

pub fn view(ctx: Ctx, scene: &Scene, area: &FocusArea) -> AnyView {
    let side = scene.side;
    let tender = view! {
        <button type="button" class="button button-main" on:click=move |_| ctx.send(Event::Tender)>"A tender point"</button>
    };
    view! {
        <div class="session">
            {bar(ctx, scene, time_line(ctx), None)}
            <div class="session-body">
                {figure::view(ctx, scene, &area.figure, side.render(&area.alt))}
                <div class="session-words">
                    <h1 tabindex="-1">{side.render(&area.title)}</h1>
                    <p class="lead">{area.hand.words()} "."</p>
                    <h2>"Go there"</h2>
                    {instructions(ctx, &area.find, side)}
                    <h2>"Search"</h2>
                    {instructions(ctx, &area.search, side)}
                    <ul class="step-rows">
                        <li class="row-not">{icon(Icon::Hand)} <p><strong>"Keep hold: "</strong>{cited(ctx.app, &side.render(&area.hold), &area.cites)}</p></li>
                        <li class="row-stop">{icon(Icon::Octagon)} <p><strong>"Stop here: "</strong>{prose(ctx.app, &side.render(&area.limit))}</p></li>
                    </ul>
                    <p><button type="button" class="button button-wide" on:click=move |_| ctx.send(Event::NextArea)>"Nothing tender here. Go on"</button></p>
                    {repeat_and_pause(ctx)}
                </div>
            </div>
            {footer(ctx, tender.into_any())}
        </div>
    }
    .into_any()
}

/// The hands-on time of this side.
pub fn time_line(ctx: Ctx) -> String {
    let minutes = ctx.session().map_or(0.0, |session| session.hands_on() / 60_000.0);
    format!("{} of 5 minutes at most", minutes.round() as u32)
}

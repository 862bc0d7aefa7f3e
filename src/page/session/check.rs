//! "Did you find it?": yes, not sure or no, with the tiny knee lift, another place, and a limit of tries.

use super::frame::{bar, footer, next_button};
use super::step::instructions;
use super::{Ctx, Scene, figure};
use crate::component::cite::chips;
use crate::markup::prelude::*;
use palpate_core::walkthrough::{Check, Event, Found};

pub fn view(ctx: Ctx, scene: &Scene, check: Check) -> AnyView {
    let Some(help) = &ctx.guide.check else { return ().into_any() };
    let side = scene.side;
    let tries = ctx.session().map_or(0, |session| session.tries_left());
    let pose = pose(ctx, check);
    let (title, lines, next) = match check {
        Check::Ask => return ask(ctx, scene, tries),
        Check::KneeLift => ("Try the tiny knee lift", &help.knee_lift, "Ask me again"),
        Check::Reposition => ("Shift your fingers a little", &help.reposition, "Ask me again"),
        Check::Leave => ("Leave it for today", &help.leave, "Go on"),
    };
    view! {
        <div class="session">
            {bar(ctx, scene, "Did you find it?".to_owned(), None)}
            <div class="session-body">
                {figure::view(ctx, scene, pose, ctx.app.knowledge.pose(pose).map(|pose| pose.title.clone()).unwrap_or_default())}
                <div class="session-words">
                    <h1 tabindex="-1">{title}</h1>
                    {instructions(ctx, lines, side)}
                    <p>{chips(ctx.app, &help.cites)}</p>
                </div>
            </div>
            {footer(ctx, next_button(ctx, next))}
        </div>
    }
    .into_any()
}

/// Id of the pose that shows what to try.
pub fn pose(ctx: Ctx, check: Check) -> &'static str {
    match check {
        Check::Ask | Check::KneeLift => "knee-check",
        Check::Reposition if ctx.guide.muscle == "iliacus" => "iliacus-travel",
        Check::Reposition => "slide-out",
        Check::Leave => "rest-breathe",
    }
}

fn ask(ctx: Ctx, scene: &Scene, tries: u8) -> AnyView {
    let answer = |found: Found, label: &'static str, line: &'static str| {
        view! {
            <button type="button" class="answer" on:click=move |_| ctx.send(Event::Found(found))>
                <strong>{label}</strong> " " <span class="quiet">{line}</span>
            </button>
        }
    };
    let left = match tries {
        0 | 1 => "This is the last try. Leaving it is then the right answer.".to_owned(),
        more => format!("You can try {more} times. Many people can't find it the first time."),
    };
    view! {
        <div class="session">
            {bar(ctx, scene, "Did you find it?".to_owned(), None)}
            <div class="session-body session-body-plain">
                <div class="session-words">
                    <h1 tabindex="-1">"Did you find it?"</h1>
                    <div class="answers">
                        {answer(Found::Yes, "Yes", "I feel it, or it tightens when I lift the knee a little")}
                        {answer(Found::NotSure, "Not sure", "Something is there")}
                        {answer(Found::No, "No", "I feel nothing like it")}
                    </div>
                    <p class="quiet">{left} " Never press deeper to prove it."</p>
                </div>
            </div>
            {footer(ctx, ().into_any())}
        </div>
    }
    .into_any()
}

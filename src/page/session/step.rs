//! A step: its figure, what to do, what to feel, what if not, what to beware of, and who says so.

use super::frame::{bar, footer, next_button, repeat_and_pause};
use super::{Ctx, Scene, figure};
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use palpate_core::Side;
use palpate_core::knowledge::Step;
use palpate_core::walkthrough::{Event, Legs};

pub fn view(ctx: Ctx, scene: &Scene, index: u8, step: &Step) -> AnyView {
    let side = scene.side;
    let supported = scene.legs == Legs::Supported && !step.supported.is_empty();
    let lines = if supported { &step.supported } else { &step.instructions };
    let count = ctx.guide.steps.len();
    view! {
        <div class="session">
            {bar(ctx, scene, format!("Step {} of {count}", index + 1), Some((usize::from(index), count)))}
            <div class="session-body">
                {figure::view(ctx, scene, &step.figure, side.render(&step.alt))}
                <div class="session-words">
                    <h1 tabindex="-1">{side.render(&step.title)}</h1>
                    {instructions(ctx, lines, side)}
                    <p class="step-why">{cited(ctx.app, &side.render(&step.why), &step.cites)}</p>
                    {rows(ctx, step, side)}
                    {(index == 0).then(|| variant(ctx, scene))}
                    {repeat_and_pause(ctx)}
                </div>
            </div>
            {footer(ctx, next_button(ctx, if step.check { "Did I find it?" } else { "Next" }))}
        </div>
    }
    .into_any()
}

/// One instruction a line.
pub fn instructions(ctx: Ctx, lines: &[String], side: Side) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{prose(ctx.app, &side.render(line))}</li> });
    view! { <ol class="instructions">{lines.collect_view()}</ol> }.into_any()
}

fn rows(ctx: Ctx, step: &Step, side: Side) -> AnyView {
    let beware = warnings(step, side);
    view! {
        <ul class="step-rows">
            <li class="row-feel">{icon(Icon::Check)} <p><strong>"You should feel "</strong>{prose(ctx.app, &lower(&side.render(&step.feel)))}</p></li>
            <li class="row-not">{icon(Icon::Search)} <p><strong>"If not: "</strong>{prose(ctx.app, &side.render(&step.if_not))}</p></li>
            {beware.map(|text| view! { <li class="row-stop">{icon(Icon::Octagon)} <p><strong>"Beware: "</strong>{prose(ctx.app, &text)}</p></li> }).collect_view()}
        </ul>
    }
    .into_any()
}

/// What to beware of at a step, on this side of the body.
pub fn warnings(step: &Step, side: Side) -> impl Iterator<Item = String> {
    let on_side = match side {
        Side::Left => &step.beware_on.left,
        Side::Right => &step.beware_on.right,
    };
    step.beware.iter().map(move |text| side.render(text)).chain(on_side.iter().cloned())
}

/// A sentence as the rest of another one; abbreviations keep their capitals.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn variant(ctx: Ctx, scene: &Scene) -> AnyView {
    let (other, label) = match scene.legs {
        Legs::Dropped => (Legs::Supported, "Is your back sore? Use the gentle way, knees supported"),
        Legs::Supported => (Legs::Dropped, "Use the other way, knees dropped aside"),
    };
    view! { <p><button type="button" class="link" on:click=move |_| ctx.send(Event::SetLegs(other))>{label}</button></p> }.into_any()
}

//! The figure of a step: the pose, moving on from the step before, from each view that explains it.

use super::{Ctx, Scene};
use crate::component::diagram::{Can, Overlay, Start, diagram};
use crate::component::figure::{self, Scene as Shown};
use crate::markup::prelude::*;
use palpate_core::Side;
use palpate_core::knowledge::View::Front;
use palpate_core::knowledge::{Layer, Spot, touched};
use palpate_core::picture::{Place, mirrored};
use palpate_core::walkthrough::Legs;
use palpate_figure::{Frame, MarkKind, Place as In, Pose, View};

/// The figure with the buttons of its views; nothing where the pose is not known.
///
/// `alt` describes the pose from its first view, already turned to the side being worked.
pub fn view(ctx: Ctx, scene: &Scene, pose: &str, alt: String) -> Option<AnyView> {
    let (pose, alt) = posed(ctx, pose, scene.legs, alt)?;
    let side = scene.side;
    let views = pose.views.clone();
    let chosen = RwSignal::new(0usize);
    let keeps_off = pose.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Keep { .. }));
    let key = keeps_off.then(|| view! { <p class="plate-key" aria-hidden="true"><span class="keep-swatch"></span> "Keep off"</p> });
    let places = if keeps_off { touched(&pose) } else { Vec::new() };
    let map = views.len();
    let title = pose.title.clone();
    let spoken = Signal::derive({
        let views = views.clone();
        move || match (chosen.get(), views.get(chosen.get())) {
            (1.., Some((View::Cut, _))) => format!("Cut through the belly at the hand: {title}"),
            (1.., Some((View::Side, _))) => format!("From the side: {title}"),
            (1.., Some((View::Top, _))) => format!("From above: {title}"),
            _ => alt.clone(),
        }
    });
    let names = views.iter().map(|(view, _)| name(*view)).chain((!places.is_empty()).then_some("Map"));
    let buttons: Vec<_> = (0..)
        .zip(names)
        .map(|(at, name)| {
            let pressed = move || (chosen.get() == at).to_string();
            view! { <button type="button" class="figure-view" aria-pressed=pressed on:click=move |_| chosen.set(at)>{name}</button> }
        })
        .collect();
    let buttons = (buttons.len() > 1).then(|| view! { <div class="figure-views" role="group" aria-label="Seen from">{buttons}</div> });
    let on_map = Memo::new(move |_| chosen.get() == map);
    let shown = Memo::new(move |_| {
        let (view, frame) = views.get(chosen.get()).copied().unwrap_or((View::Top, Frame::Full));
        Shown { pose: pose.clone(), view, frame, side }
    });
    Some(
        view! {
            <div class="session-figure">
                <div class="session-plate" hidden=on_map>{figure::moving(ctx.app, ctx.last, shown, spoken)} {key}</div>
                {move || on_map.get().then(|| self::map(ctx, &places, side))}
                {buttons}
            </div>
        }
        .into_any(),
    )
}

/// The pose as it is with the learner's legs, and what it shows; nothing where it is not known.
pub fn posed(ctx: Ctx, pose: &str, legs: Legs, alt: String) -> Option<(Pose, String)> {
    let written = ctx.app.knowledge.pose(pose)?;
    // What is written of the pose tells of its own legs.
    Some(match supported(ctx, written, legs) {
        Some(pose) => (pose.clone(), pose.title),
        None => (written.clone(), alt),
    })
}

/// The places on the drawing, among what to keep off.
fn map(ctx: Ctx, places: &[Spot], side: Side) -> AnyView {
    let here = |at: &Spot| if side == Side::Right { *at } else { mirrored(*at) };
    let put = places.iter().map(|at| (Place { view: Front, at: here(at) }, 0)).collect();
    let overlay = Signal::stored(Overlay { put, ..Overlay::default() });
    let layers = vec![Layer::Skin, Layer::Keep, Layer::Landmark];
    let start = Start { views: vec![Front], side_by_side: false, layers, switches: true, muscle: ctx.guide.muscle.clone() };
    let label = format!("The front of the body, with the place on your {} side", side.word());
    view! { <div class="session-map">{diagram(ctx.app, &label, Can::Read, start, overlay, |_| ())}</div> }.into_any()
}

/// The pose with the knees supported, where the learner's are; `None` for a pose that stays as it is.
fn supported(ctx: Ctx, pose: &Pose, legs: Legs) -> Option<Pose> {
    let [right, left] = pose.legs;
    let is_dropped = right.drop.abs() > 45.0;
    // Legs that lie flat stay, and a knee that is lifted is the point of its pose.
    let lies = right.knee > 90.0 && (is_dropped || right.hip == left.hip);
    let supported = (legs == Legs::Supported && lies).then(|| ctx.app.knowledge.pose("knees-supported")).flatten()?;
    let is_at_rest = touched(pose).is_empty();
    Some(Pose {
        legs: supported.legs,
        props: supported.props.clone(),
        roll: supported.roll,
        title: if is_at_rest { supported.title.clone() } else { format!("{}; both knees lie on a thick cushion", pose.title) },
        // The arrow that drops the knees goes with them.
        marks: pose.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Arrow { on: In::Room, .. })).cloned().collect(),
        views: pose.views.iter().map(|(view, frame)| (*view, if *frame == Frame::Drop { Frame::Mid } else { *frame })).collect(),
        ..pose.clone()
    })
}

fn name(view: View) -> &'static str {
    match view {
        View::Top => "Above",
        View::Side => "Side",
        View::Cut => "Cut",
    }
}

//! The figure of the place: the same poses as in a session that is pressed through, from the view that explains each best.

use super::super::{Ctx, check, figure};
use super::parts::seen;
use crate::component::figure::{Scene, moving};
use crate::markup::prelude::*;
use palpate_core::knowledge::FocusArea;
use palpate_core::walkthrough::{Check, Legs, Place, Session};
use palpate_figure::view_box;

/// The figure, moving on from place to place; nothing where the first pose is not known.
pub fn view(ctx: Ctx) -> Option<AnyView> {
    let legs = Memo::new(move |_| ctx.app.session.with(|session| session.as_ref().map_or(Legs::Dropped, |session| session.legs)));
    let side = side_of(ctx);
    let place = seen(ctx, |shown| Some(shown.place.clone()));
    let now = Memo::new(move |before: Option<&Option<(Scene, String)>>| {
        let session = untrack(|| ctx.session());
        let (pose, alt) = place.get().zip(session).and_then(|(place, session)| pose_of(ctx, &place, &session))?;
        let alt = side.get().render(alt);
        match figure::posed(ctx, pose, legs.get(), alt) {
            Some((pose, alt)) => Some((Scene::of(&pose, side.get()), alt)),
            None => before.cloned().flatten(),
        }
    });
    let first = now.get_untracked().map(|(scene, _)| scene)?;
    let scene = Memo::new(move |before: Option<&Scene>| match now.get() {
        Some((scene, _)) => scene,
        None => before.unwrap_or(&first).clone(),
    });
    let alt = Signal::derive(move || now.get().map(|(_, alt)| alt).unwrap_or_default());
    // A whole person seen from above wants the height of the screen.
    let tall = move || {
        scene.with(|scene| {
            let [_, _, width, height] = view_box(scene.view, scene.frame);
            if height > width + width / 4 { "hands-figure hands-tall" } else { "hands-figure" }
        })
    };
    Some(view! { <div class=tall>{moving(ctx.app, ctx.last, scene, alt)}</div> }.into_any())
}

/// The side that is being worked.
pub fn side_of(ctx: Ctx) -> Memo<palpate_core::Side> {
    Memo::new(move |_| ctx.app.session.with(|session| session.as_ref().map_or(palpate_core::Side::Right, |session| session.side)))
}

/// The pose that shows a place, and what it shows in words, with side tokens.
fn pose_of(ctx: Ctx, place: &Place, session: &Session) -> Option<(&'static str, &'static str)> {
    let guide = ctx.guide;
    let titled = |pose: &'static str| ctx.app.knowledge.pose(pose).map(|written| (pose, written.title.as_str()));
    let area = |index: u8| guide.areas.get(usize::from(index)).map(|area: &FocusArea| (area.figure.as_str(), area.alt.as_str()));
    match place {
        Place::Step(index) => guide.steps.get(usize::from(*index)).map(|step| (step.figure.as_str(), step.alt.as_str())),
        Place::Check(Check::Ask) => guide.steps.iter().find(|step| step.check).map(|step| (step.figure.as_str(), step.alt.as_str())),
        Place::Check(check) => titled(check::pose(ctx, *check)),
        Place::Area(index) => area(*index),
        Place::Point(index) => area(session.points().get(usize::from(*index))?.area),
        Place::PointDone(_) => titled("lift-off"),
        Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => titled("rest-breathe"),
    }
}

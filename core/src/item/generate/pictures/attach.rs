//! "Mark where iliacus begins": from the claims about origin and insertion, on the drawings that show the muscle.
//!
//! Which part of a drawing a claim means stands here, under the muscle's id. A claim that is not settled is not asked.

use super::{Ask, on_side, seen, side_for};
use crate::Knowledge;
use crate::item::generate::inside;
use crate::item::{Item, Topic};
use crate::knowledge::{Atlas, Claim, ClaimKind, Muscle, View};
use crate::picture::Region;
use crate::relation::Relation;
use crate::side::Side;

/// The vertebrae and discs that psoas major starts from, and the end that it shares with iliacus.
const SPINE: [&str; 11] = ["t12", "disc-t12-l1", "l1", "disc-l1-l2", "l2", "disc-l2-l3", "l3", "disc-l3-l4", "l4", "disc-l4-l5", "l5"];
const END: &str = "lesser-trochanter";

/// How much of the end of a muscle's outline counts where its place on the bone is not drawn, in millimetres.
const TIP: i16 = 18;

/// The middle of the spine is not where psoas major starts: its sides are.
const MIDDLE: i16 = 5;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = Vec::new();
    for (muscle, kind) in [
        ("psoas-major", ClaimKind::Origin),
        ("iliacus", ClaimKind::Origin),
        ("quadratus-lumborum", ClaimKind::Origin),
        ("psoas-major", ClaimKind::Insertion),
        ("iliacus", ClaimKind::Insertion),
    ] {
        let Some(muscle) = knowledge.muscle(muscle) else { continue };
        let settled = |claim: &&Claim| claim.settled && claim.answer.is_some() && !claim.cites.is_empty();
        let Some(claim) = muscle.claims_of(kind).find(settled) else { continue };
        items.extend(View::ALL.into_iter().filter_map(|view| ask(&knowledge.atlas, muscle, claim, view)));
    }
    items
}

fn ask(atlas: &Atlas, muscle: &Muscle, claim: &Claim, view: View) -> Option<Item> {
    let begins = claim.kind == ClaimKind::Origin;
    let slug = if begins { "begin" } else { "end" };
    let id = format!("gen-{slug}-{}-{}", muscle.id, view.slug());
    let side = side_for(&id, true, view);
    let target = match (muscle.id.as_str(), begins) {
        ("psoas-major", true) => spine(atlas, view, side)?,
        ("iliacus", true) => fossa(atlas, view, side)?,
        (_, true) => tip(atlas, &muscle.id, view, side)?,
        (_, false) => end(atlas, &muscle.id, view, side)?,
    };
    let (verb, term) = if begins { ("begins", "origin") } else { ("ends", "insertion") };
    let stem = format!("Mark where {} {verb}{}, {} (its {term}).", inside(&muscle.name), on_side(side), seen(view));
    let (topic, about) = (Topic::Attachments, vec![muscle.id.clone()]);
    let made =
        Ask { id, topic, about, stem, view, target, tolerance: 8, rationale: claim.text.clone(), cites: claim.cites.clone() }.made()?;
    Some(Item { relation: Relation::of_claim(claim.kind), ..made })
}

/// The muscle's own outline; no item on a view that does not show it.
fn muscle_on(atlas: &Atlas, id: &str, view: View, side: Option<Side>) -> Option<Region> {
    atlas.shape(view, id).map(|shape| Region::of_shape(shape, side)).filter(|region| !region.is_empty())
}

/// The side of the spine from T12 to L5.
fn spine(atlas: &Atlas, view: View, side: Option<Side>) -> Option<Region> {
    muscle_on(atlas, "psoas-major", view, side)?;
    let mut all = Region::default();
    for shape in SPINE.iter().filter_map(|id| atlas.shape(view, id)) {
        all.parts.extend(shape.parts.iter().cloned());
    }
    Some(side.map_or_else(|| all.clone(), |side| all.beside(view, side, MIDDLE)))
}

/// The upper two thirds of the hollow in the hip bone, which iliacus fills from its rim down to about the hip joint.
fn fossa(atlas: &Atlas, view: View, side: Option<Side>) -> Option<Region> {
    let muscle = muscle_on(atlas, "iliacus", view, side)?;
    let [_, high] = muscle.bounds()?;
    Some(muscle.above(high[1] / 3))
}

/// The lower end of a muscle's outline.
fn tip(atlas: &Atlas, id: &str, view: View, side: Option<Side>) -> Option<Region> {
    let muscle = muscle_on(atlas, id, view, side)?;
    let [low, _] = muscle.bounds()?;
    Some(muscle.below(low[1].saturating_add(TIP)))
}

/// The lesser trochanter, or the lower end of the muscle where that is not drawn.
fn end(atlas: &Atlas, id: &str, view: View, side: Option<Side>) -> Option<Region> {
    let muscle = tip(atlas, id, view, side)?;
    let bump = atlas.shape(view, END).map(|shape| Region::of_shape(shape, side)).filter(|region| !region.is_empty());
    Some(bump.unwrap_or(muscle))
}

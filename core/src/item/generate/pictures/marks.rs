//! "Mark it on both sides": landmarks that are points; and the two ends of where psoas major starts.

use super::{BARE, about, asked_on, named, placed, seen, topic};
use crate::Knowledge;
use crate::item::generate::{item, with_cites};
use crate::item::{Body, Item, Marks, Topic};
use crate::knowledge::{ClaimKind, Layer, View};
use crate::picture::Region;
use crate::relation::Relation;
use crate::side::Side;
use crate::text::capitalised;

/// Up to this size a landmark is a point, in millimetres.
const POINT: i16 = 45;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let views = [View::Front, View::Back];
    views.into_iter().flat_map(|view| both_sides(knowledge, view).into_iter().chain(first_and_last(knowledge, view))).collect()
}

/// "Mark the front hip-bone point on both sides."
fn both_sides(knowledge: &Knowledge, view: View) -> Vec<Item> {
    let is_point = |region: &Region| region.bounds().is_some_and(|[low, high]| (0..2).all(|axis| high[axis] - low[axis] <= POINT));
    let points = asked_on(knowledge, view)
        .filter(|(structure, shape)| structure.layer == Layer::Landmark && structure.paired && is_point(&Region::of_shape(shape, None)));
    let made = points.map(|(structure, shape)| {
        let target = |side: Side| (Region::of_shape(shape, Some(side)), format!("The person's {}", side.word()));
        let targets = Side::BOTH.map(target).to_vec();
        let body = Body::Marks(Marks { view, targets, tolerance: 10, layers: BARE.to_vec() });
        let id = format!("gen-marks-{}-{}", structure.id, view.slug());
        let stem = format!("Put a mark on {} on both sides, {}.", named(structure), seen(view));
        let made = item(id, topic(structure), &about(knowledge, structure), stem, body, structure.text.clone(), structure.cites.clone());
        placed(structure, made)
    });
    made.collect()
}

/// "Mark the highest and the lowest vertebra that psoas major starts from."
fn first_and_last(knowledge: &Knowledge, view: View) -> Option<Item> {
    let muscle = knowledge.muscle("psoas-major")?;
    let claim = muscle.claims_of(ClaimKind::Origin).find(|claim| claim.settled && claim.answer.is_some())?;
    let target = |id: &str| {
        let (structure, shape) = asked_on(knowledge, view).find(|(structure, _)| structure.id == id)?;
        Some((Region::of_shape(shape, None), capitalised(&structure.name)))
    };
    let targets = vec![target("t12")?, target("l5")?];
    let id = format!("gen-marks-psoas-ends-{}", view.slug());
    let stem = format!("Put a mark on the highest and on the lowest vertebra that psoas major starts from, {}.", seen(view));
    let body = Body::Marks(Marks { view, targets, tolerance: 5, layers: BARE.to_vec() });
    let cites = with_cites(&[], claim.cites.iter().copied());
    let made = item(id, Topic::Attachments, std::slice::from_ref(&muscle.id), stem, body, claim.text.clone(), cites);
    Some(Item { relation: Some(Relation::Origin), ..made })
}

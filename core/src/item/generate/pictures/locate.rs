//! "Mark the lesser trochanter": each structure on the drawings that show it, with only skin and bones drawn.

use super::{Ask, about, asked_on, is_its_view, named, on_side, placed, seen, side_for, topic};
use crate::Knowledge;
use crate::item::Item;
use crate::knowledge::{Layer, Structure, View};
use crate::picture::Region;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let all = View::ALL.into_iter().flat_map(|view| asked_on(knowledge, view).map(move |(structure, shape)| (view, structure, shape)));
    let wanted = all.filter(|(view, structure, _)| !structure.id.starts_with("disc-") || is_its_view(knowledge, structure, *view));
    let made = wanted.filter_map(|(view, structure, shape)| {
        let id = format!("gen-locate-{}-{}", structure.id, view.slug());
        let side = side_for(&id, structure.paired, view);
        let keep = match structure.layer {
            Layer::Keep => "Hands keep off it: mark",
            Layer::Skin | Layer::Bone | Layer::Muscle | Layer::Landmark => "Mark",
        };
        let ask = Ask {
            topic: topic(structure),
            about: about(knowledge, structure),
            stem: format!("{keep} {}{}, {}.", named(structure), on_side(side), seen(view)),
            view,
            target: Region::of_shape(shape, side),
            tolerance: tolerance(structure),
            rationale: structure.text.clone(),
            cites: structure.cites.clone(),
            id,
        };
        ask.made().map(|made| placed(structure, made))
    });
    made.collect()
}

/// Less than from one to the next of its kind: a disc's height between two vertebrae, a finger's width between two
/// landmarks, half of that between two vessels.
fn tolerance(structure: &Structure) -> u8 {
    match structure.layer {
        Layer::Bone => 5,
        Layer::Muscle => 6,
        Layer::Keep => 4,
        Layer::Skin | Layer::Landmark => 10,
    }
}

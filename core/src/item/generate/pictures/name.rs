//! "What is highlighted here?", among structures of the same kind nearby.

use super::{about, asked_on, is_its_view, placed, seen, side_for, topic};
use crate::Knowledge;
use crate::item::generate::{choice, item, single_best, words};
use crate::item::{Item, Picture};
use crate::knowledge::{Layer, Shape, Structure, View};
use crate::picture::Region;
use crate::side::Side;
use crate::text::capitalised;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = Vec::new();
    for view in View::ALL {
        for (structure, shape) in asked_on(knowledge, view) {
            let often = match structure.layer {
                Layer::Muscle | Layer::Keep => true,
                Layer::Skin | Layer::Bone | Layer::Landmark => false,
            };
            if often || is_its_view(knowledge, structure, view) {
                items.extend(name(knowledge, view, structure, shape));
            }
        }
    }
    items
}

fn name(knowledge: &Knowledge, view: View, structure: &Structure, shape: &Shape) -> Option<Item> {
    let id = format!("gen-name-{}-{}", structure.id, view.slug());
    let side = side_for(&id, structure.paired, view);
    let asked = Region::of_shape(shape, side);
    let others = others(knowledge, view, structure, &asked, side);
    if others.len() < 3 {
        return None;
    }
    let option = |structure: &Structure| choice(capitalised(&structure.name), &structure.text);
    let body = single_best(&id, option(structure), others.into_iter().map(option).collect());
    let stem = format!("What is highlighted here, {}?", seen(view));
    let mut layers = super::BARE.to_vec();
    if !layers.contains(&structure.layer) {
        layers.push(structure.layer);
    }
    let made = item(id, topic(structure), &about(knowledge, structure), stem, body, structure.text.clone(), structure.cites.clone());
    let picture = Some(Picture { view, asked: vec![asked], layers });
    Some(Item { picture, ..placed(structure, made) })
}

/// Three others on this view: of the same kind first, then of the same layer, the nearest first.
fn others<'a>(knowledge: &'a Knowledge, view: View, structure: &Structure, asked: &Region, side: Option<Side>) -> Vec<&'a Structure> {
    let mut found: Vec<(bool, bool, i32, &Structure)> = asked_on(knowledge, view)
        .filter(|(other, _)| other.id != structure.id)
        .filter_map(|(other, shape)| {
            let region = Region::of_shape(shape, other.paired.then_some(side).flatten());
            let apart = apart(asked, &region)?;
            (!is_ambiguous(asked, &region)).then_some((kind(other) != kind(structure), other.layer != structure.layer, apart, other))
        })
        .collect();
    crate::order::sort_by_key(&mut found, |(kind, layer, apart, _)| (*kind, *layer, *apart));
    found.into_iter().take(3).map(|(.., other)| other).collect()
}

/// What it is like, as far as its id tells: one of several in a row, or any other of its layer.
#[derive(PartialEq)]
enum Kind {
    Vertebra,
    Disc,
    Rib,
    Other(Layer),
}

fn kind(structure: &Structure) -> Kind {
    match structure.id.split('-').next() {
        Some("disc") => Kind::Disc,
        Some("rib") => Kind::Rib,
        Some(word) if words::level(word).is_some() => Kind::Vertebra,
        Some(_) | None => Kind::Other(structure.layer),
    }
}

/// How far apart the middles of two regions lie, squared.
fn apart(one: &Region, other: &Region) -> Option<i32> {
    let middle = |region: &Region| region.bounds().map(|[low, high]| [0, 1].map(|axis| (i32::from(low[axis]) + i32::from(high[axis])) / 2));
    let ([ax, ay], [bx, by]) = (middle(one)?, middle(other)?);
    Some((ax - bx) * (ax - bx) + (ay - by) * (ay - by))
}

/// Whether one of the two lies, by three quarters of its corners or more, in the other or along it: then its name might be
/// held true of the other as well.
fn is_ambiguous(one: &Region, other: &Region) -> bool {
    const ALONG: i16 = 3;
    let within = |inner: &Region, outer: &Region| {
        let Some([low, high]) = outer.bounds() else { return false };
        let corners: Vec<_> = inner.parts.iter().flatten().chain(&inner.lines).flatten().collect();
        // Most corners lie far off, and to see that needs no measuring.
        let is_near = |at: &[i16; 2]| (0..2).all(|axis| (low[axis] - ALONG..=high[axis] + ALONG).contains(&at[axis]));
        let along = corners.iter().filter(|at| is_near(at)).count();
        4 * along >= 3 * corners.len() && {
            let along = corners.iter().filter(|at| is_near(at) && outer.distance(***at) <= f32::from(ALONG)).count();
            4 * along >= 3 * corners.len()
        }
    };
    within(one, other) || within(other, one)
}

//! The trigger-point sites. How many there are is disputed (B11), so each stem says who describes them.

use super::{Ask, BARE, card, on_side, seen, side_for, without_slip};
use crate::Knowledge;
use crate::item::generate::{fact_cite, inside, item, with_cites};
use crate::item::{Body, Item, Marks, Topic};
use crate::knowledge::{Cite, Layer, TriggerPoint, View};
use crate::picture::Region;
use crate::side::Side;

/// The source that describes the three, and the fact in which one document names its main one.
const SOURCE: &str = "R30";
const MAIN: &str = "s2-primary-trp-upper-iliacus";

/// How near a mark has to be: an X on a drawing is no exact place.
const NEAR: u8 = 18;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let view = View::Front;
    let sites: Vec<&TriggerPoint> =
        knowledge.atlas.trigger_points_of(&knowledge.muscles, "iliopsoas").filter(|point| point.view == view).collect();
    let each = sites.iter().map(|site| one(knowledge, site));
    each.chain([all(knowledge, &sites), main(knowledge, &sites)]).flatten().collect()
}

fn region(site: &TriggerPoint, side: Option<Side>) -> Region {
    let right = Region::point(site.at);
    match side {
        Some(Side::Left) => right.mirrored(),
        Some(Side::Right) | None => right,
    }
}

fn source(knowledge: &Knowledge) -> Option<Cite> {
    let at = knowledge.sources.iter().position(|source| source.id == SOURCE)?;
    u16::try_from(at).ok().map(Cite::Source)
}

/// "R30 describes three sites. Mark them."
fn all(knowledge: &Knowledge, sites: &[&TriggerPoint]) -> Option<Item> {
    if sites.len() < 2 {
        return None;
    }
    let (id, view) = ("gen-marks-trigger-points".to_owned(), View::Front);
    let side = side_for(&id, true, view);
    let stem = format!(
        "A lecture ({SOURCE}) and S2 name {} trigger-point sites of the iliopsoas. Put a mark on each{}, {}.",
        count(sites.len()),
        on_side(side),
        seen(view)
    );
    let targets = sites.iter().map(|site| (region(site, side), site.name.clone())).collect();
    // The muscle itself may be seen here: what is asked is where on it they lie.
    let layers = BARE.into_iter().chain([Layer::Muscle]).collect();
    let body = Body::Marks(Marks { view, targets, tolerance: NEAR, layers });
    let told = sites.iter().map(|site| format!("{}: {}", site.name, site.text)).collect::<Vec<_>>().join(" ");
    let cites = with_cites(&[], [source(knowledge)?].into_iter().chain(card(knowledge, "B11")).chain(first(sites)));
    Some(item(id, Topic::Pain, &["iliopsoas".to_owned()], stem, body, told, cites))
}

fn first(sites: &[&TriggerPoint]) -> impl Iterator<Item = Cite> {
    sites.iter().flat_map(|site| site.cites.iter().copied())
}

/// In words, as far as an item has marks.
fn count(sites: usize) -> String {
    match sites {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        _ => sites.to_string(),
    }
}

fn one(knowledge: &Knowledge, site: &TriggerPoint) -> Option<Item> {
    let (id, view) = (format!("gen-point-{}", site.id), View::Front);
    let side = side_for(&id, true, view);
    let stem =
        format!("A lecture ({SOURCE}) names this trigger-point site: {}. Mark it{}, {}.", inside(&site.name), on_side(side), seen(view));
    let cites = [source(knowledge)?].into_iter().chain(site.cites.iter().copied()).collect();
    let (target, about) = (region(site, side), vec![site.muscle.clone()]);
    Ask { id, topic: Topic::Pain, about, stem, view, target, tolerance: NEAR, rationale: site.text.clone(), cites }.made()
}

/// The one that the author of S2 mostly works on.
fn main(knowledge: &Knowledge, sites: &[&TriggerPoint]) -> Option<Item> {
    let fact = fact_cite(knowledge, MAIN)?;
    let (site, said) = sites
        .iter()
        .find_map(|site| site.says.iter().find(|said| said.document == "S2" && said.cites.contains(&fact)).map(|said| (site, said)))?;
    let (id, view) = ("gen-point-main".to_owned(), View::Front);
    let side = side_for(&id, true, view);
    let stem = format!("According to S2, its author usually works on one trigger point. Mark it{}, {}.", on_side(side), seen(view));
    let cites = without_slip(knowledge, &said.cites).into_iter().chain(card(knowledge, "B11")).collect();
    let rationale = format!("{}: {}", site.name, said.text);
    let (target, about) = (region(site, side), vec![site.muscle.clone()]);
    Ask { id, topic: Topic::Pain, about, stem, view, target, tolerance: NEAR, rationale, cites }.made()
}

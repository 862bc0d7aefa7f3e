//! "Paint where it hurts": the pain areas of a muscle, as one document describes them or as taught here.

use super::{card, on_side, seen, side_for, without_slip};
use crate::Knowledge;
use crate::item::generate::{inside, item, with_cites};
use crate::item::{Body, Item, Paint, Topic, paint};
use crate::knowledge::{Cite, Layer, MuscleLink, Strength, View, Zone};
use crate::picture::Region;
use crate::text::capitalised;

/// The most cites that an item names, so that the first of each zone are there.
const EACH: usize = 4;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let views = [View::Front, View::Back];
    let said = ["S1", "S2", "S3"].iter().flat_map(|document| views.map(|view| said(knowledge, document, view)));
    let taught = ["iliopsoas", "quadratus-lumborum"].iter().flat_map(|muscle| views.map(|view| taught(knowledge, muscle, view)));
    said.chain(taught).flatten().collect()
}

/// The zones of one item, with what is said of each.
#[derive(Default)]
struct Zones<'a> {
    zones: Vec<(&'a Zone, Strength)>,
    reasons: Vec<String>,
    cites: Vec<Cite>,
}

impl<'a> Zones<'a> {
    fn add(&mut self, zone: &'a Zone, strength: Strength, reason: &str, cites: &[Cite]) {
        self.zones.push((zone, strength));
        let may = match strength {
            Strength::Core | Strength::Common => "",
            Strength::Possible => " (possible)",
        };
        self.reasons.push(format!("{}{may}: {reason}", capitalised(&zone.name)));
        self.cites = with_cites(&self.cites, cites.iter().copied().take(EACH));
    }

    /// `None` where there is nothing that must be covered.
    fn made(self, knowledge: &Knowledge, id: String, muscle: &str, view: View, stem: impl Fn(String) -> String) -> Option<Item> {
        if !self.zones.iter().any(|(_, strength)| paint::must(*strength)) || self.cites.is_empty() {
            return None;
        }
        let side = side_for(&id, true, view);
        let body = Paint {
            view,
            zones: self.zones.iter().map(|(zone, strength)| (Region::of_zone(zone, side), *strength)).collect(),
            names: self.zones.iter().map(|(zone, _)| zone.name.clone()).collect(),
            layers: vec![Layer::Skin, Layer::Bone],
        };
        let cites = with_cites(&self.cites, card(knowledge, "B12"));
        let stem = stem(on_side(side));
        Some(item(id, Topic::Pain, &[muscle.to_owned()], stem, Body::Paint(body), self.reasons.join(" "), cites))
    }
}

/// How strongly a zone goes with a muscle, and who says why. The strongest of a group's members counts.
fn link<'a>(knowledge: &'a Knowledge, zone: &Zone, muscle: &str) -> Option<&'a MuscleLink> {
    let links = knowledge.complaint(&zone.complaint)?.muscles.iter();
    links.filter(|link| link.who.is_or_is_in(knowledge, muscle)).min_by_key(|link| link.strength)
}

/// Zones that lie over others are chosen by a gesture, and what it means is disputed (B14).
fn zones(knowledge: &Knowledge, view: View) -> impl Iterator<Item = &Zone> {
    knowledge.atlas.zones_on(view).filter(|zone| !zone.draw_only)
}

/// "According to S2, where does the iliopsoas hurt?"
fn said(knowledge: &Knowledge, document: &str, view: View) -> Option<Item> {
    let mut all = Zones::default();
    for zone in zones(knowledge, view) {
        let Some(said) = zone.says.iter().find(|said| said.document == document) else { continue };
        let strength = match link(knowledge, zone, "iliopsoas").map(|link| link.strength) {
            Some(Strength::Possible) => Strength::Possible,
            // What is named in part need not be painted as a whole.
            _ if said.part => Strength::Possible,
            Some(Strength::Core | Strength::Common) | None => Strength::Core,
        };
        all.add(zone, strength, &said.text, &without_slip(knowledge, &said.cites));
    }
    let id = format!("gen-paint-said-{}-{}", document.to_lowercase(), view.slug());
    let stem = |side| format!("According to {document}, where does the iliopsoas{side} send pain? Paint the area, {}.", seen(view));
    all.made(knowledge, id, "iliopsoas", view, stem)
}

/// "Paint the core and common pain areas of the iliopsoas."
fn taught(knowledge: &Knowledge, muscle: &str, view: View) -> Option<Item> {
    let name = &knowledge.muscle(muscle)?.name;
    let mut all = Zones::default();
    for zone in zones(knowledge, view) {
        if let Some(link) = link(knowledge, zone, muscle) {
            all.add(zone, link.strength, &link.reason, &without_slip(knowledge, &link.cites));
        }
    }
    let id = format!("gen-paint-areas-{muscle}-{}", view.slug());
    let stem =
        |side| format!("Paint the core and common pain areas that this trainer teaches for the {}{side}, {}.", inside(name), seen(view));
    all.made(knowledge, id, muscle, view, stem)
}

//! Items on pictures: mark a place, name what is highlighted, paint where it hurts, mark several places.
//!
//! They come from the drawings' structures, the pain zones, the claims and the poses. Only a structure that its author
//! offers (`quiz`) is asked for by name. No place is a right place to press that the walkthroughs forbid: it lies no
//! higher than the navel, off the midline and above the groin.

mod attach;
mod hands;
mod locate;
mod marks;
mod name;
mod paint;
mod points;

use super::{item, spread, with_cites};
use crate::item::{Body, Item, Locate, Topic};
use crate::knowledge::{Cite, Layer, Shape, Structure, View};
use crate::picture::Region;
use crate::side::Side;
use crate::{Knowledge, text};

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let kinds = [
        locate::items(knowledge),
        name::items(knowledge),
        attach::items(knowledge),
        hands::items(knowledge),
        paint::items(knowledge),
        points::items(knowledge),
        marks::items(knowledge),
    ];
    kinds.into_iter().flatten().collect()
}

/// The bones under the skin, without what is asked for.
const BARE: [Layer; 2] = [Layer::Skin, Layer::Bone];

/// Where one looks from, as the end of a stem.
fn seen(view: View) -> &'static str {
    match view {
        View::Front => "seen from the front",
        View::Back => "seen from the back",
        View::Left => "seen from the left side",
    }
}

/// The side that an item asks about, where there are two: from its id, so that both occur.
fn side_for(id: &str, paired: bool, view: View) -> Option<Side> {
    let both = paired
        && match view {
            View::Front | View::Back => true,
            View::Left => false,
        };
    both.then(|| if spread(id).is_multiple_of(2) { Side::Right } else { Side::Left })
}

/// " on the person's right" where there are two.
fn on_side(side: Option<Side>) -> String {
    side.map_or_else(String::new, |side| format!(" on the person's {}", side.word()))
}

/// The name inside a sentence: "the third lumbar vertebra (L3)", but "psoas major".
fn named(structure: &Structure) -> String {
    match structure.layer {
        Layer::Muscle => structure.name.clone(),
        Layer::Skin | Layer::Bone | Layer::Keep | Layer::Landmark => format!("the {}", structure.name),
    }
}

/// Ids of the muscles that a structure is, or that its text names; the group itself where it names none.
fn about(knowledge: &Knowledge, structure: &Structure) -> Vec<String> {
    let said = format!("{} {}", structure.name, text::plain(&structure.text)).to_lowercase();
    let named: Vec<String> =
        knowledge.muscles.iter().filter(|muscle| said.contains(&muscle.name.to_lowercase())).map(|muscle| muscle.id.clone()).collect();
    if named.is_empty() { vec!["iliopsoas".to_owned()] } else { named }
}

/// The landmarks and lines by which hands find their way in a walkthrough.
const FOR_HANDS: [&str; 7] = ["navel", "midline", "costal-margin", "inguinal-ligament", "rectus-edge", "asis", "iliac-crest"];

fn topic(structure: &Structure) -> Topic {
    match structure.layer {
        Layer::Landmark if FOR_HANDS.contains(&structure.id.as_str()) => Topic::Technique,
        Layer::Skin | Layer::Bone | Layer::Muscle | Layer::Landmark => Topic::Attachments,
        Layer::Keep => Topic::Safety,
    }
}

/// The item on the map of what is known: where the structure's author puts it, or else by its topic.
fn placed(structure: &Structure, made: Item) -> Item {
    Item { relation: structure.relation.or(made.relation), ..made }
}

/// What a drawing shows and its author's words do not describe: the midline they tell of is that of the belly.
const UNTOLD: [(&str, View); 1] = [("midline", View::Back)];

/// The structures that may be asked for on a view.
fn asked_on(knowledge: &Knowledge, view: View) -> impl Iterator<Item = (&Structure, &Shape)> {
    let offered = move |(structure, shape): &(&Structure, &Shape)| {
        let told = !UNTOLD.contains(&(structure.id.as_str(), view));
        structure.quiz && told && !structure.cites.is_empty() && !Region::of_shape(shape, None).is_empty()
    };
    knowledge.atlas.shown_on(view).filter(offered)
}

/// Asked on one of the views that show it, and not on each: a disc looks much the same on all.
fn is_its_view(knowledge: &Knowledge, structure: &Structure, view: View) -> bool {
    let shown: Vec<View> = View::ALL.into_iter().filter(|view| knowledge.atlas.shape(*view, &structure.id).is_some()).collect();
    shown.get(spread(&structure.id) % shown.len().max(1)) == Some(&view)
}

/// The id of a disagreement as a cite.
fn card(knowledge: &Knowledge, id: &str) -> Option<Cite> {
    let at = knowledge.disagreements.iter().position(|card| card.id == id)?;
    u16::try_from(at).ok().map(Cite::Disagreement)
}

/// The slip of one document that no question repeats, not even among its sources (B13): the card that corrects it stands
/// in for the fact.
fn without_slip(knowledge: &Knowledge, cites: &[Cite]) -> Vec<Cite> {
    let slip = card(knowledge, "B13");
    let corrected = |cite: &Cite| {
        let correction = cite.fact(knowledge).and_then(|fact| fact.disagreement).map(Cite::Disagreement);
        if correction.is_some() && correction == slip { slip.unwrap_or(*cite) } else { *cite }
    };
    with_cites(&[], cites.iter().map(corrected))
}

/// A place to mark.
struct Ask {
    id: String,
    topic: Topic,
    about: Vec<String>,
    stem: String,
    view: View,
    target: Region,
    tolerance: u8,
    rationale: String,
    cites: Vec<Cite>,
}

impl Ask {
    /// `None` without a target or a source.
    fn made(self) -> Option<Item> {
        if self.target.is_empty() || self.cites.is_empty() {
            return None;
        }
        let body = Locate { view: self.view, target: self.target, tolerance: self.tolerance, layers: BARE.to_vec() };
        Some(item(self.id, self.topic, &self.about, self.stem, Body::Locate(body), self.rationale, with_cites(&[], self.cites)))
    }
}

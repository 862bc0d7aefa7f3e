//! The drawings and what they show: structures with their outlines in millimetres, pain zones, and trigger-point sites.
//!
//! A place is two numbers, across and up, in millimetres on the picture: 0 across is the midline (in the left view the
//! hip joints), 0 up are the hip joints. Across grows towards the picture's right: on the front towards the person's left, on
//! the back towards their right, in the left view towards their back. What is paired is stored for the person's right
//! side and mirrored for the left by the sign of its first number; the left view shows the left side as it is.

use super::{Cite, Lazy, Muscle};
use crate::relation::Relation;
use serde::{Deserialize, Serialize};

/// Millimetres across and up on a picture; see the module.
pub type Spot = [i16; 2];

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    Front,
    Back,
    Left,
}

impl View {
    pub const ALL: [View; 3] = [View::Front, View::Back, View::Left];

    /// As it stands in file names, ids and addresses.
    pub fn slug(self) -> &'static str {
        match self {
            View::Front => "front",
            View::Back => "back",
            View::Left => "left",
        }
    }

    /// On a button.
    pub fn title(self) -> &'static str {
        match self {
            View::Front => "Front",
            View::Back => "Back",
            View::Left => "Side",
        }
    }
}

/// What can be shown or hidden together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    Skin,
    Bone,
    Muscle,
    /// Places to keep off: vessels, nerves, organs.
    Keep,
    /// Lines and points on the skin.
    Landmark,
}

/// The page that says more about a structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum More {
    Muscle(String),
    Landmark(String),
    Neighbour(String),
    Term(String),
}

/// Something that a drawing shows and that has a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// The id of its path or group in the drawings.
    pub id: String,
    /// With its small first letter, as inside a sentence, and without a side: "third lumbar vertebra (L3)".
    pub name: String,
    pub layer: Layer,
    /// Whether there is one on each side.
    pub paired: bool,
    /// What it is, in a sentence or two.
    pub text: String,
    pub cites: Vec<Cite>,
    pub more: Option<More>,
    /// Whether a picture question may ask for it.
    pub quiz: bool,
    /// Where those questions belong on the map of what is known; `None`: by their topic.
    pub relation: Option<Relation>,
}

/// Where a drawing shows a structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    pub view: View,
    /// Index into [`Atlas::structures`].
    pub structure: u16,
    /// Its filled parts, each an outline and the holes in it; on the front and back those of the person's right side, where
    /// it is paired.
    pub parts: Vec<Vec<Vec<Spot>>>,
    /// Open lines, for what is drawn as a line.
    pub lines: Vec<Vec<Spot>>,
    /// Whether the bones of this view lie over all of it, where they do.
    pub deep: bool,
}

/// What one document says about a zone or a trigger point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Id of the document: S1, S2 or S3.
    pub document: String,
    /// Whether it names only a part of the zone.
    pub part: bool,
    pub text: String,
    pub cites: Vec<Cite>,
}

/// An area of the body that can hurt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    pub id: String,
    /// With its small first letter and without a side: "low back beside the spine".
    pub name: String,
    pub view: View,
    pub paired: bool,
    /// A drawn line or the list marks it, a tap does not: it lies over other zones.
    pub draw_only: bool,
    /// Id of the complaint that says which muscles may refer there, and what else it may be.
    pub complaint: String,
    /// Corners of a closed, smooth curve.
    pub outline: Vec<Spot>,
    /// What the documents say of pain from the iliopsoas here; empty where none names the zone.
    pub says: Vec<Said>,
}

/// A classic trigger-point site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TriggerPoint {
    pub id: String,
    pub name: String,
    /// Id of its muscle.
    pub muscle: String,
    pub view: View,
    pub at: Spot,
    pub text: String,
    pub cites: Vec<Cite>,
    pub says: Vec<Said>,
}

/// The drawings, and all that they show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Atlas {
    pub structures: Lazy<Vec<Structure>>,
    pub shapes: Lazy<Vec<Shape>>,
    pub zones: Lazy<Vec<Zone>>,
    pub trigger_points: Lazy<Vec<TriggerPoint>>,
    /// The drawings as SVG, for the page to define once: of the front the layers `front-skin`, `front-bone`, `front-muscle`,
    /// `front-keep` and `front-landmarks`, in millimetres, y down; likewise of the back and the left side.
    pub drawings: String,
}

impl Atlas {
    pub fn structure(&self, id: &str) -> Option<&Structure> {
        self.structures.iter().find(|structure| structure.id == id)
    }

    pub fn zone(&self, id: &str) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.id == id)
    }

    /// The zones drawn on one view, in the file's order.
    pub fn zones_on(&self, view: View) -> impl Iterator<Item = &Zone> {
        self.zones.iter().filter(move |zone| zone.view == view)
    }

    /// What a view shows, in the file's order of structures.
    pub fn shown_on(&self, view: View) -> impl Iterator<Item = (&Structure, &Shape)> {
        self.shapes
            .iter()
            .filter(move |shape| shape.view == view)
            .filter_map(|shape| Some((self.structures.get(usize::from(shape.structure))?, shape)))
    }

    /// Where a view shows the structure with this id.
    pub fn shape(&self, view: View, id: &str) -> Option<&Shape> {
        self.shown_on(view).find(|(structure, _)| structure.id == id).map(|(_, shape)| shape)
    }

    /// The trigger points of a muscle, or of the members of its group.
    pub fn trigger_points_of<'a>(&'a self, muscles: &'a [Muscle], id: &'a str) -> impl Iterator<Item = &'a TriggerPoint> {
        self.trigger_points.iter().filter(move |point| {
            point.muscle == id || muscles.iter().any(|muscle| muscle.id == point.muscle && muscle.group.as_deref() == Some(id))
        })
    }
}

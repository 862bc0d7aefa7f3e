//! The walkthroughs: steps, focus areas and closing advice, with directions as tokens (see [`crate::side`]).

use super::{Cite, Spot};
use palpate_figure::{MarkKind, Pose};
use serde::{Deserialize, Serialize};

/// Whether the muscle is only found, or tender points are worked too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WalkthroughKind {
    Palpation,
    Massage,
}

/// A guided session: its steps, and for a massage its areas and its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Walkthrough {
    pub id: String,
    pub kind: WalkthroughKind,
    pub title: String,
    /// Id of the muscle that it is about.
    pub muscle: String,
    pub minutes: u8,
    pub summary: String,
    pub note: String,
    pub note_cites: Vec<Cite>,
    pub steps: Vec<Step>,
    /// Help when the muscle is not found; present when a step has [`Step::check`].
    pub check: Option<CheckHelp>,
    /// Massage only: the places to search, in order.
    pub areas: Vec<FocusArea>,
    pub closing: Option<Closing>,
}

impl Walkthrough {
    /// Whether there is an area with this index and the app conducts it, rather than only telling about it.
    pub fn conducts(&self, area: u8) -> bool {
        self.areas.get(usize::from(area)).is_some_and(|area| !area.only_if_unrelieved)
    }
}

/// One step, with what to do, what to feel and what to beware of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub id: String,
    pub title: String,
    /// One instruction a sentence.
    pub instructions: Vec<String>,
    /// The same with the knees supported; empty where nothing changes.
    pub supported: Vec<String>,
    pub why: String,
    pub feel: String,
    pub if_not: String,
    pub beware: Option<String>,
    pub beware_on: SideNotes,
    /// Id of the pose that shows it.
    pub figure: String,
    /// The pose in words, for whoever can't see it.
    pub alt: String,
    /// Whether this step asks "Did you find it?".
    pub check: bool,
    pub pacing: Pacing,
    pub cites: Vec<Cite>,
}

/// Warnings that belong to one side of the body, such as the appendix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SideNotes {
    pub left: Option<String>,
    pub right: Option<String>,
}

/// What helps when the muscle was not found at once, each as a list of instructions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckHelp {
    pub knee_lift: Vec<String>,
    pub reposition: Vec<String>,
    pub leave: Vec<String>,
    pub cites: Vec<Cite>,
}

/// Where the hands lie on the body in a pose, or are to search, on the front view for the right side. A hand that lies on
/// the other one touches nothing.
pub fn touched(pose: &Pose) -> Vec<Spot> {
    let whole = |at: [f32; 2]| at.map(|along| along.round() as i16);
    let hands = pose.hands.iter().filter(|hand| hand.floor < 0.5 && hand.lift < 1.0 && hand.depth > -10.0).map(|hand| whole(hand.at));
    let marks = pose.marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Target { at } => Some(whole(at)),
        MarkKind::Press { .. }
        | MarkKind::Arrow { .. }
        | MarkKind::Depth { .. }
        | MarkKind::Rectus { .. }
        | MarkKind::Keep { .. }
        | MarkKind::Muscle { .. }
        | MarkKind::HipBone
        | MarkKind::Groin
        | MarkKind::Burst { .. }
        | MarkKind::Breath { .. } => None,
    });
    hands.chain(marks).collect()
}

/// How the hands are held on a muscle (S1's own preference).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hand {
    SupportedFingertips,
    BackToBack,
}

impl Hand {
    pub fn words(self) -> &'static str {
        match self {
            Hand::SupportedFingertips => "Fingertips, supported by the other hand",
            Hand::BackToBack => "Both hands, back to back",
        }
    }
}

/// A place to search for tender points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FocusArea {
    pub id: String,
    pub title: String,
    pub muscle: String,
    pub hand: Hand,
    pub find: Vec<String>,
    pub search: Vec<String>,
    /// How to keep hold of the muscle.
    pub hold: String,
    /// Where to stop.
    pub limit: String,
    /// The upper part: told about, never conducted.
    pub only_if_unrelieved: bool,
    pub pacing: Pacing,
    pub figure: String,
    /// The pose in words, for whoever can't see it.
    pub alt: String,
    pub cites: Vec<Cite>,
}

/// What is said at the end of a massage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    pub text: Vec<String>,
    pub cites: Vec<Cite>,
}

/// Whether a session that conducts itself waits for a signal after a step, or goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    #[default]
    Wait,
    GoOn,
}

/// How a step or an area is conducted when nobody presses anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Pacing {
    /// Seconds to do what was said, once everything has been said.
    pub seconds: u8,
    /// Slow breaths that are paced in place of these seconds; 0 for none.
    pub breaths: u8,
    /// The fingers sink with each out-breath of these.
    pub sink: bool,
    pub then: Then,
}

impl Default for Pacing {
    fn default() -> Self {
        Pacing { seconds: 8, breaths: 0, sink: false, then: Then::Wait }
    }
}

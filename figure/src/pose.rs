//! A pose: plain numbers, in millimetres and degrees.
//!
//! The frame is that of the front plate: 0 midway between the hip joints, x towards the person's left, y towards the
//! head, z out of the belly. Lying on the back, z is up; the floor is at z = -125. The right is the working side.

use crate::grip::{Grip, Joints};
use crate::{Frame, View};
use serde::{Deserialize, Serialize};

/// How the person lies, where the hands are, and what is marked. `content/poses.toml` explains each field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pose {
    pub id: String,
    pub title: String,
    /// The views that explain it; the first is the default.
    pub views: Vec<(View, Frame)>,
    /// The pelvis turned about the spine: positive lifts the right hip bone.
    pub roll: f32,
    /// The trunk bent forward.
    pub curl: f32,
    /// The head bent forward, added to `curl`.
    pub pitch: f32,
    /// From -1 (breathed out) to 1 (breathed in).
    pub breath: f32,
    /// The right leg, then the left.
    pub legs: [Leg; 2],
    /// The right hand, then the left.
    pub hands: [Hand; 2],
    /// Whether the right forearm lies over the left.
    pub right_over: bool,
    pub marks: Vec<Mark>,
    pub props: Vec<Prop>,
}

impl Default for Pose {
    /// Flat on the back, arms beside the body.
    fn default() -> Self {
        let leg = Leg { hip: -4., knee: 0., drop: 0., out: 7., foot: 40., toe: 12. };
        let hand = Hand {
            at: [-262., -170.],
            floor: 1.,
            depth: 0.,
            lift: 0.,
            yaw: 0.,
            pitch: 0.,
            roll: 0.,
            swivel: 0.,
            joints: Grip::Rest.joints(),
        };
        Pose {
            id: String::new(),
            title: String::new(),
            views: Vec::new(),
            roll: 0.,
            curl: 0.,
            pitch: 0.,
            breath: 0.,
            legs: [leg; 2],
            hands: [hand, Hand { at: [262., -170.], ..hand }],
            right_over: false,
            marks: Vec::new(),
            props: Vec::new(),
        }
    }
}

/// The joints of a leg, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leg {
    /// Bend of the hip; 0 in line with the trunk, 90 the thigh straight up, -4 lying on the floor.
    pub hip: f32,
    pub knee: f32,
    /// The bent leg turned about the long axis of the body: positive towards the person's left.
    pub drop: f32,
    /// The leg away from the midline.
    pub out: f32,
    /// The sole bent down from square.
    pub foot: f32,
    /// The toes turned out.
    pub toe: f32,
}

/// Where the fingertips are and how the hand is held. The arm follows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hand {
    /// Where the fingertips are, across and up.
    pub at: [f32; 2],
    /// 1 when `at` lies on the floor, 0 when it lies on the skin.
    pub floor: f32,
    /// Pressed in, in millimetres; negative when the hand lies over the other.
    pub depth: f32,
    /// Held above, in millimetres.
    pub lift: f32,
    /// Fingers: 0 towards the feet, positive turned inward across the body.
    pub yaw: f32,
    /// Fingers dipping.
    pub pitch: f32,
    /// 0 the palm down, -80 the backs of the hands facing each other.
    pub roll: f32,
    /// The elbow swung out further.
    pub swivel: f32,
    pub joints: Joints,
}

/// Something marked on the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The one view that shows it, or all.
    pub view: Option<View>,
    pub kind: MarkKind,
}

/// What a mark shows. Places with two numbers lie on the skin, with three in the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MarkKind {
    /// A movement, through its points to its head.
    Arrow { points: Vec<[f32; 3]>, on: Place, both_ends: bool },
    /// Press here.
    Press { at: [f32; 2] },
    /// How deep: a few centimetres.
    Depth { at: [f32; 2], deep: f32, aside: f32 },
    /// The outer edge of the six-pack muscle; tight, its bellies show.
    Rectus { tense: bool },
    /// Hands off: above the navel, on the midline, from the groin crease down.
    Keep { above: bool, midline: bool, groin: bool },
    /// The muscle shows through the skin.
    Muscle { which: Muscle, both_sides: bool },
    /// The front point of the hip bone.
    HipBone,
    /// The groin crease.
    Groin,
    /// A place to search.
    Target { at: [f32; 2] },
    /// The muscle hardens.
    Burst { at: [f32; 3] },
    /// Breathe.
    Breath { at: [f32; 3] },
}

/// Where the points of an arrow are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// A little above the skin; their third number counts from there.
    #[default]
    Skin,
    /// In the body, which may roll or bend.
    Body,
    /// In the room.
    Room,
}

/// Which part of the iliopsoas is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Muscle {
    #[default]
    Both,
    Psoas,
    Iliacus,
}

/// A thing beside the person.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prop {
    /// A thick cushion under both knees.
    Bolster,
    /// A cushion under the knees that have sunk to the side.
    Cushion,
}

//! The posed figure: a lying person with hands, drawn from a few numbers.
//!
//! A [`Pose`] is solved once in three dimensions and then projected, so that the views from above, from the side and
//! through the belly agree. Everything is drawn for the right as the working side; [`Drawing::mirror_transform`] turns it
//! into the left. No I/O, no clock, no browser: numbers in, SVG paths out. Colours are classes, see `style/figure.css`.

mod anatomy;
mod arm;
mod body;
mod cut;
mod frame;
mod grip;
mod hand;
mod head;
mod leg;
mod marks;
mod outline;
mod path;
mod pose;
mod scene;
mod side;
mod space;
mod table;
mod top;
mod tween;

pub use frame::view_box;
pub use grip::Grip;
pub use pose::{Hand, Leg, Mark, MarkKind, Muscle, Place, Pose, Prop};

use serde::{Deserialize, Serialize};

/// Where one looks from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// From above, the head up.
    Top,
    /// From the working side, the head to the left.
    Side,
    /// The section through the belly at the hand, seen from the feet.
    Cut,
}

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    Full,
    Mid,
    /// Like `Mid`, with room for knees that have sunk to the side.
    Drop,
    Torso,
    Belly,
}

/// How the body is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Build {
    /// As the tables were measured.
    Slim,
    /// Broader and softer.
    Fuller,
    /// With a belly that is not flat.
    Round,
}

/// One SVG path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it is, for the style sheet.
    pub class: &'static str,
    /// Its outline in millimetres, y down; empty where the pose has no such part.
    pub d: String,
}

/// A picture: paths from back to front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub view_box: [i16; 4],
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// The SVG transform that turns a picture of the right side into one of the left, within the same frame.
    #[must_use]
    pub fn mirror_transform(&self) -> String {
        let [x, _, width, _] = self.view_box.map(i32::from);
        format!("matrix(-1 0 0 1 {} 0)", 2 * x + width)
    }
}

/// Where the joints of both hands are in the room, right then left: for each digit (index to little finger, thumb) the
/// knuckle, the joints and the tip. For tests of poses.
#[must_use]
pub fn hand_joints(pose: &Pose, build: Build) -> [[[[f32; 3]; 4]; 5]; 2] {
    let figure = scene::Figure::new(pose, build);
    figure.arms.map(|arm| {
        std::array::from_fn(|digit| {
            std::array::from_fn(|joint| {
                let at = arm.palm.joint(digit, joint);
                [at.x, at.y, at.z]
            })
        })
    })
}

/// Where a place of the belly is in the room. For tests of poses.
#[must_use]
pub fn skin(pose: &Pose, build: Build, [x, y]: [f32; 2]) -> [f32; 3] {
    let at = body::Body::new(pose, build).skin(x, y);
    [at.x, at.y, at.z]
}

/// The height above which nobody presses, and the groin crease on the right, as places of the belly.
pub const NAVEL: f32 = table::NAVEL;
pub const CREASE: [[f32; 2]; 4] = marks::CREASE;

/// Draws a pose. For the same view the classes come in the same order, whatever the pose.
#[must_use]
pub fn draw(pose: &Pose, view: View, frame: Frame, build: Build) -> Drawing {
    let view_box = frame::view_box(view, frame);
    let figure = scene::Figure::new(pose, build);
    let mut scene = scene::Scene::new(view, view_box);
    match view {
        View::Top => top::draw(&mut scene, pose, &figure),
        View::Side => side::draw(&mut scene, pose, &figure),
        View::Cut => cut::draw(&mut scene, pose, &figure),
    }
    Drawing { view_box, shapes: scene.shapes }
}

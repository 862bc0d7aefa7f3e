//! How the fingers are held.

use serde::{Deserialize, Serialize};

/// Joints of a hand in degrees: for index, middle, ring and little finger the bend at knuckle, middle and end joint; then
/// how far the fingers are spread, and for the thumb how far it stands off and the bend of its two joints.
pub type Joints = [f32; 16];

/// A way to hold the fingers, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grip {
    /// Open, fingers slightly fanned.
    Flat,
    /// Loose, the little finger bent most.
    Rest,
    /// Fingers together, pads down, thumb clear.
    Press,
    /// Fingers together, a little bent: to press while the other hand lies on them.
    Reach,
    /// Cupped, laid over the fingers of the other hand.
    Support,
    /// Long and closed, thumb along.
    Blade,
}

impl Grip {
    /// The joints of this grip.
    #[must_use]
    pub fn joints(self) -> Joints {
        match self {
            Grip::Flat => [4., 5., 3., 4., 5., 3., 4., 6., 3., 6., 8., 4., 3., 38., 12., 8.],
            Grip::Rest => [6., 12., 8., 8., 14., 8., 10., 16., 10., 14., 20., 12., 2., 30., 8., 12.],
            Grip::Press => [30., 20., 14., 32., 20., 14., 30., 22., 14., 26., 26., 16., 0.6, 46., -4., 12.],
            Grip::Reach => [14., 10., 6., 14., 10., 6., 14., 12., 6., 14., 14., 8., 0.6, 40., 0., 10.],
            Grip::Support => [22., 30., 16., 24., 32., 16., 24., 34., 18., 28., 36., 18., 2., 52., 10., 10.],
            Grip::Blade => [6., 5., 3., 6., 5., 3., 6., 6., 3., 7., 7., 4., 0., 26., 4., 8.],
        }
    }
}

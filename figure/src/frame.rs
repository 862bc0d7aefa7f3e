//! Which part of a view each frame shows.

use crate::{Frame, View};

/// Left, top, width and height in millimetres of the picture.
pub fn view_box(view: View, frame: Frame) -> [i16; 4] {
    match (view, frame) {
        (View::Top, Frame::Full) => [-490, -900, 980, 1960],
        (View::Top, Frame::Mid) => [-450, -880, 900, 1690],
        (View::Top, Frame::Drop) => [-450, -880, 1010, 1720],
        (View::Top, Frame::Torso) => [-400, -600, 840, 980],
        (View::Top, Frame::Belly) => [-270, -330, 500, 460],
        (View::Side, Frame::Full) => [-880, -470, 1930, 640],
        (View::Side, Frame::Mid | Frame::Drop) => [-880, -470, 1660, 640],
        (View::Side, Frame::Torso) => [-700, -430, 1100, 580],
        (View::Side, Frame::Belly) => [-420, -260, 520, 420],
        (View::Cut, _) => [-270, -340, 540, 490],
    }
}

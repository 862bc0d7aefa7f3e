//! Places, distances and misses in words, for a picture that can't be seen or is still to be learned.
//!
//! Lengths are rounded: to half centimetres below three, to whole ones above. More would be untrue of any body but the
//! drawing's.

use super::{Place, Region, mirrored, side_of};
use crate::Side;
use crate::knowledge::{Spot, View};

/// The level of the navel on the front, and of the top of the hip bones on the back, in millimetres above the hip joints.
const NAVEL: i16 = palpate_figure::NAVEL as i16;
const RIM: i16 = 150;

/// From here on a distance to one side is worth a word of its own, in millimetres.
const TELLING: i16 = 7;

/// So far across the midline it is the other side, and no longer just too far in, in millimetres.
const ACROSS: i16 = 10;

/// How far a place lies from where it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss {
    pub view: View,
    /// From the nearest place of the target to the place, in millimetres across and up. On the wrong side of the body: as
    /// if the place were mirrored.
    pub off: Spot,
    /// The side of the person that the target lies on, where it lies clearly on one.
    pub side: Option<Side>,
    /// Whether the place lies on the other side.
    pub crossed: bool,
}

impl Miss {
    /// `None` on the target itself, and when there is no target.
    pub fn of(target: &Region, place: Place) -> Option<Self> {
        let side = side_of_region(place.view, target);
        let crossed = side.is_some() && place.at[0].unsigned_abs() >= ACROSS.unsigned_abs() && side_of(place) == side.map(Side::opposite);
        let at = if crossed { mirrored(place.at) } else { place.at };
        let nearest = target.nearest(at)?;
        let off = [0, 1].map(|axis| (f32::from(at[axis]) - nearest[axis]).round() as i16);
        (crossed || off != [0, 0]).then_some(Miss { view: place.view, off, side, crossed })
    }

    /// A sentence or two: "About 2 cm too low."
    pub fn told(&self) -> String {
        let way = self.way();
        match self.side.filter(|_| self.crossed) {
            Some(side) => {
                let rest = way.map_or_else(|| "fits".to_owned(), |way| format!("is about {way}"));
                format!("That is the {} side. Mirrored to the {} side, it {rest}.", side.opposite().word(), side.word())
            }
            None => way.map_or_else(|| "Right on it.".to_owned(), |way| format!("About {way}.")),
        }
    }

    /// "2 cm too low and 1 cm too far out"; `None` where there is nothing to say.
    fn way(&self) -> Option<String> {
        let [across, up] = self.off;
        let upright = || format!("{} too {}", length(up), if up > 0 { "high" } else { "low" });
        let sideways = || format!("{} too far {}", length(across), self.sideways());
        let (wide, tall) = (across.unsigned_abs(), up.unsigned_abs());
        match (wide >= TELLING.unsigned_abs(), tall >= TELLING.unsigned_abs()) {
            (true, true) if tall >= wide => Some(format!("{} and {}", upright(), sideways())),
            (true, true) => Some(format!("{} and {}", sideways(), upright())),
            (true, false) | (false, true) | (false, false) if wide == 0 && tall == 0 => None,
            (true, false) | (false, true) | (false, false) => Some(if tall >= wide { upright() } else { sideways() }),
        }
    }

    fn sideways(&self) -> String {
        let across = self.off[0];
        match (self.view, self.side) {
            (View::Left, _) => if across > 0 { "back" } else { "forward" }.to_owned(),
            (View::Front | View::Back, Some(side)) => {
                let outward = side_of(Place { view: self.view, at: [across, 0] }) == Some(side);
                if outward { "out" } else { "in" }.to_owned()
            }
            (View::Front | View::Back, None) => format!("to the person's {}", side_word(self.view, across)),
        }
    }
}

/// The side that a region lies on with all its corners, and with at least one of them clear of the midline.
fn side_of_region(view: View, region: &Region) -> Option<Side> {
    let [low, high] = region.bounds()?;
    let far = if high[0] <= 0 { low[0] } else { high[0] };
    let one_side = high[0] <= 0 || low[0] >= 0;
    (one_side && far.unsigned_abs() >= ACROSS.unsigned_abs()).then(|| side_of(Place { view, at: [far, 0] })).flatten()
}

fn side_word(view: View, across: i16) -> &'static str {
    side_of(Place { view, at: [across, 0] }).map_or("", Side::word)
}

/// "1.5 cm", whichever way.
pub fn length(millimetres: i16) -> String {
    let mm = millimetres.unsigned_abs();
    if mm >= 30 {
        return format!("{} cm", mm.saturating_add(5) / 10);
    }
    let halves = ((mm * 2 + 5) / 10).max(1);
    if halves.is_multiple_of(2) { format!("{} cm", halves / 2) } else { format!("{}.5 cm", halves / 2) }
}

/// A share from 0 to 1: "about two thirds".
pub fn share(part: f32) -> &'static str {
    const STEPS: [(f32, &str); 8] = [
        (0.05, "almost none"),
        (0.16, "about a tenth"),
        (0.29, "about a quarter"),
        (0.41, "about a third"),
        (0.58, "about half"),
        (0.70, "about two thirds"),
        (0.85, "about three quarters"),
        (0.97, "nearly all"),
    ];
    STEPS.iter().find(|(below, _)| part < *below).map_or("all", |(_, word)| word)
}

/// Where a place lies, from landmarks that every question shows: "3 cm to the person's right of the midline, 2 cm below
/// the navel".
pub fn whereabouts(place: Place) -> String {
    let [across, up] = place.at;
    let beside =
        |zero: &str, words: String| if across.unsigned_abs() < 3 { zero.to_owned() } else { format!("{} {words}", length(across)) };
    let level = |of: &str, up: i16| match up.unsigned_abs() {
        0..3 => format!("level with {of}"),
        _ => format!("{} {} {of}", length(up), if up > 0 { "above" } else { "below" }),
    };
    let midline = || beside("on the midline", format!("to the person's {} of the midline", side_word(place.view, across)));
    match place.view {
        View::Front => format!("{}, {}", midline(), level("the navel", up.saturating_sub(NAVEL))),
        View::Back => format!("{}, {}", midline(), level("the top of the hip bones", up.saturating_sub(RIM))),
        View::Left => {
            let word = if across > 0 { "behind the hip joint" } else { "in front of the hip joint" };
            format!("{}, {}", beside("in line with the hip joint", word.to_owned()), level("it", up))
        }
    }
}

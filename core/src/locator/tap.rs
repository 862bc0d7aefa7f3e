//! Which zone a tap means.

use crate::Side;
use crate::knowledge::{Atlas, Spot, View, Zone};
use crate::picture::{Place, Region, mirrored, side_of};

/// How far beside a zone a tap may fall, in millimetres.
pub const NEAR: f32 = 12.0;
/// A tap that is almost as near to the zone of the one side as to that of the other means both.
const BETWEEN: f32 = 6.0;

/// The zone that holds the place, else the nearest one within reach. A paired zone without a side means both sides.
///
/// A zone that is drawn only is never meant. Of two zones at the same distance the first in the file is.
pub fn zone_at(atlas: &Atlas, place: Place) -> Option<(&Zone, Option<Side>)> {
    let (_, zone, side) = atlas
        .zones_on(place.view)
        .filter(|zone| !zone.draw_only)
        .map(|zone| {
            let (distance, side) = reach(zone, place);
            (distance, zone, side)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(distance, ..)| *distance <= NEAR)?;
    Some((zone, side))
}

/// How far a place lies from a zone, and on which side of the body the nearer half of it is.
///
/// The place is brought to the right side first, so that left and right can't differ by how an outline's own edge counts.
pub(super) fn reach(zone: &Zone, place: Place) -> (f32, Option<Side>) {
    let region = Region::of_zone(zone, None);
    if place.view == View::Left {
        // It shows the left side as it is.
        return (region.distance(place.at), zone.paired.then_some(Side::Left));
    }
    let side = side_of(place);
    let [here, there] = if side == Some(Side::Left) { [mirrored(place.at), place.at] } else { [place.at, mirrored(place.at)] };
    let [near, far] = [here, there].map(|at: Spot| region.distance(at));
    if !zone.paired {
        // It lies on both halves alike.
        return (near.min(far), None);
    }
    let between = side.is_none() || (far - near).abs() < BETWEEN;
    (near.min(far), side.filter(|_| !between))
}

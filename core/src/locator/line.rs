//! What a drawn line of pain means: the zones it runs through, and whether it is one of the two telling gestures.
//!
//! A hand that shows an ache goes to and fro, so the line is judged by how far it spreads, not by its two ends.

use super::Mark;
use super::tap::{reach, zone_at};
use crate::knowledge::{Spot, View};
use crate::picture::{Place, side_of};
use crate::{Knowledge, Side};
use std::collections::BTreeMap;

/// What a line marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    pub marks: Vec<Mark>,
    /// Id of the sign that the line is.
    pub sign: Option<String>,
}

/// A shorter line is a tap.
const SHORT: f32 = 12.0;
/// A gesture spreads at least so far.
const LONG: i32 = 40;
/// And so many times farther one way than the other.
const SLENDER: i32 = 2;
/// A line within so many millimetres of a gesture's zone runs along it: hands are not exact.
const BESIDE: f32 = 20.0;
/// The distance between the places that are looked at along a line.
const STRIDE: f32 = 4.0;
/// A line up and down whose middle is no farther from the midline lies on the spine itself.
const ON_SPINE: i32 = 5;
/// A line across reaches so far to both sides.
const PAST_MIDLINE: i16 = 20;
/// A zone counts from so many places of the line, or from every fourth.
const ENOUGH: usize = 8;

/// The marks and the sign of a line drawn on a view.
pub fn drawn(knowledge: &Knowledge, view: View, line: &[Spot]) -> Drawn {
    let places: Vec<Place> = strides(line).into_iter().map(|at| Place { view, at }).collect();
    let Some([low, high]) = bounds(line) else { return Drawn::default() };
    let [wide, tall] = [0, 1].map(|axis| i32::from(high[axis]) - i32::from(low[axis]));
    let weights = &knowledge.locator;
    if tall >= LONG && tall >= SLENDER * wide && runs_along(knowledge, &weights.up_and_down.zone, &places) {
        let mut marks = through(knowledge, &places);
        let middle = places.iter().map(|place| i32::from(place.at[0])).sum::<i32>() / i32::try_from(places.len()).unwrap_or(1).max(1);
        let side = if middle.abs() <= ON_SPINE { None } else { side_of(Place { view, at: [middle.clamp(-1, 1) as i16, 0] }) };
        // A line beside the spine that wavers over it is still the line of one side.
        marks.retain(|mark| mark.zone != weights.up_and_down.zone);
        let own = Side::BOTH.into_iter().filter(|own| side.is_none_or(|side| side == *own));
        marks.splice(0..0, own.map(|side| Mark { zone: weights.up_and_down.zone.clone(), side: Some(side) }));
        return Drawn { marks, sign: Some(weights.up_and_down.sign.clone()) };
    }
    let crosses = low[0] <= -PAST_MIDLINE && high[0] >= PAST_MIDLINE;
    let near_back = || {
        let zones = [&weights.across.zone, &weights.up_and_down.zone];
        zones.into_iter().any(|zone| runs_along(knowledge, zone, &places))
    };
    if crosses && wide >= LONG && wide >= SLENDER * tall && near_back() {
        // It lies over other zones on its way and means the band, but for places that are for a clinician first.
        let is_plain = |mark: &Mark| {
            let complaint = knowledge.atlas.zone(&mark.zone).and_then(|zone| knowledge.complaint(&zone.complaint));
            complaint.is_some_and(|complaint| !complaint.muscles.is_empty())
        };
        let mut marks = vec![Mark { zone: weights.across.zone.clone(), side: None }];
        marks.extend(through(knowledge, &places).into_iter().filter(|mark| !is_plain(mark)));
        return Drawn { marks, sign: Some(weights.across.sign.clone()) };
    }
    Drawn { marks: through(knowledge, &places), sign: None }
}

/// Whether at least half of the places lie in or beside a zone.
fn runs_along(knowledge: &Knowledge, zone: &str, places: &[Place]) -> bool {
    let Some(zone) = knowledge.atlas.zone(zone) else { return false };
    let beside = places.iter().filter(|place| place.view == zone.view && reach(zone, **place).0 <= BESIDE).count();
    beside * 2 >= places.len() && beside > 0
}

/// The zones that a line runs through far enough, in the order of the file, the right side first.
fn through(knowledge: &Knowledge, places: &[Place]) -> Vec<Mark> {
    let length = places.len();
    let looked_at = if length as f32 * STRIDE < SHORT { places.get(length / 2..=length / 2).unwrap_or(places) } else { places };
    let mut counts: BTreeMap<(usize, bool), (Mark, usize)> = BTreeMap::new();
    for place in looked_at {
        let Some((zone, side)) = zone_at(&knowledge.atlas, *place) else { continue };
        let order = knowledge.atlas.zones.iter().position(|other| other.id == zone.id).unwrap_or(usize::MAX);
        let sides = if zone.paired { side.map_or(Side::BOTH.map(Some).to_vec(), |side| vec![Some(side)]) } else { vec![None] };
        for side in sides {
            let mark = Mark { zone: zone.id.clone(), side };
            counts.entry((order, side == Some(Side::Left))).or_insert((mark, 0)).1 += 1;
        }
    }
    let enough = |count: usize| count >= ENOUGH || count * 4 >= looked_at.len();
    counts.into_values().filter(|(_, count)| enough(*count)).map(|(mark, _)| mark).collect()
}

/// The lowest and the highest numbers of a line's corners.
fn bounds(line: &[Spot]) -> Option<[Spot; 2]> {
    let first = *line.first()?;
    Some(
        line.iter().fold([first, first], |[low, high], at| {
            [[0, 1].map(|axis| low[axis].min(at[axis])), [0, 1].map(|axis| high[axis].max(at[axis]))]
        }),
    )
}

/// Places along a line at even distances, its two ends among them.
fn strides(line: &[Spot]) -> Vec<Spot> {
    let mut places: Vec<Spot> = line.first().copied().into_iter().collect();
    for ends in line.windows(2) {
        let [from, to] = [ends[0].map(f32::from), ends[1].map(f32::from)];
        let length = (to[0] - from[0]).hypot(to[1] - from[1]);
        let steps = (length / STRIDE).ceil().max(1.0);
        places.extend(
            (1..=steps as u16)
                .map(|step| [0, 1].map(|axis| (from[axis] + (to[axis] - from[axis]) * f32::from(step) / steps).round() as i16)),
        );
    }
    places
}

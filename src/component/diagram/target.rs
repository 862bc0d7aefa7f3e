//! What can be pointed at on a view: structures, zones and named areas, with their outlines and the words for them.

use super::{Area, Overlay};
use palpate_core::Side;
use palpate_core::knowledge::{Atlas, Layer, Shape, Spot, Structure, View, Zone};
use palpate_core::picture::{Place, Region};

/// What a target stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Structure,
    /// A pain zone of the atlas. `through` says that a tap on it means another zone, and a line means this one.
    Zone {
        through: bool,
    },
    /// An area that only tells its name.
    Area,
}

/// Something that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub kind: Kind,
    pub view: View,
    pub layer: Layer,
    /// Of the structure or zone; empty for an area.
    pub id: String,
    pub side: Option<Side>,
    /// With the person's own side, and a capital: "Right psoas major".
    pub name: String,
    pub region: Region,
    /// Whether the region's corners are those of a curve.
    pub smooth: bool,
    pub bounds: [Spot; 2],
    /// A place in it, near its middle.
    pub middle: Spot,
    /// In square millimetres; 0 for lines.
    pub size: i32,
    /// Whether bones lie over it in this view.
    pub deep: bool,
}

impl Target {
    fn new(kind: Kind, view: View, layer: Layer, region: &Region, smooth: bool) -> Option<Self> {
        let bounds = region.bounds()?;
        Some(Target {
            kind,
            view,
            layer,
            id: String::new(),
            side: None,
            name: String::new(),
            region: region.clone(),
            smooth,
            bounds,
            middle: middle(region, bounds),
            size: region.parts.iter().filter_map(|rings| rings.first()).map(|ring| twice_area(ring).abs() / 2).sum(),
            deep: false,
        })
    }

    pub fn place(&self) -> Place {
        Place { view: self.view, at: self.middle }
    }

    /// The long way through it.
    pub fn line(&self) -> Vec<Spot> {
        let [[left, low], [right, high]] = self.bounds;
        let [x, y] = self.middle;
        if right - left > high - low { vec![[left, y], [x, y], [right, y]] } else { vec![[x, high], [x, y], [x, low]] }
    }
}

/// With the side first and a capital: "Right psoas major", "Third lumbar vertebra (L3)".
pub fn named(name: &str, side: Option<Side>) -> String {
    match side {
        Some(side) => format!("{} {name}", side.title()),
        None => {
            let mut letters = name.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

/// The sides that a view shows of what is paired.
fn sides(view: View, paired: bool) -> &'static [Option<Side>] {
    match (paired, view) {
        (false, _) => &[None],
        (true, View::Left) => &[Some(Side::Left)],
        (true, View::Front | View::Back) => &[Some(Side::Right), Some(Side::Left)],
    }
}

/// The structures on a view, in the file's order.
pub fn structures(atlas: &Atlas, view: View) -> Vec<Target> {
    atlas.shown_on(view).flat_map(|(structure, shape)| of_structure(structure, shape)).collect()
}

fn of_structure(structure: &Structure, shape: &Shape) -> Vec<Target> {
    let target = |side: &Option<Side>| {
        let region = Region::of_shape(shape, *side);
        Some(Target {
            id: structure.id.clone(),
            side: *side,
            name: named(&structure.name, *side),
            deep: shape.deep,
            ..Target::new(Kind::Structure, shape.view, structure.layer, &region, false)?
        })
    };
    sides(shape.view, structure.paired).iter().filter_map(target).collect()
}

/// The pain zones on a view.
pub fn zones(atlas: &Atlas, view: View) -> Vec<Target> {
    atlas.zones_on(view).flat_map(of_zone).collect()
}

fn of_zone(zone: &Zone) -> Vec<Target> {
    let target = |side: &Option<Side>| {
        // The left view shows the left side as it is.
        let region = Region::of_zone(zone, side.filter(|_| zone.view != View::Left));
        let kind = Kind::Zone { through: zone.draw_only };
        let found = Target::new(kind, zone.view, Layer::Skin, &region, true)?;
        Some(Target { id: zone.id.clone(), side: *side, name: named(&zone.name, *side), ..found })
    };
    sides(zone.view, zone.paired).iter().filter_map(target).collect()
}

/// The areas and points of an overlay that tell their names.
pub fn told(overlay: &Overlay, view: View) -> Vec<Target> {
    let points = overlay.points.iter().filter(|(place, name)| place.view == view && !name.is_empty());
    let points = points.filter_map(|(place, name)| {
        let [x, y] = place.at;
        let around = [[9, 0], [6, 6], [0, 9], [-6, 6], [-9, 0], [-6, -6], [0, -9], [6, -6]].map(|[dx, dy]| [x + dx, y + dy]);
        let region = Region { parts: vec![vec![around.to_vec()]], lines: Vec::new() };
        Some(Target { name: name.clone(), ..Target::new(Kind::Area, view, Layer::Skin, &region, true)? })
    });
    areas(&overlay.zones, view).into_iter().chain(points).collect()
}

fn areas(areas: &[Area], view: View) -> Vec<Target> {
    let named = areas.iter().filter(|area| area.view == view && !area.name.is_empty());
    named
        .filter_map(|area| {
            Some(Target { name: area.name.clone(), ..Target::new(Kind::Area, view, Layer::Skin, &area.region, area.smooth)? })
        })
        .collect()
}

/// Twice the area of a ring, its sign after its direction.
fn twice_area(ring: &[Spot]) -> i32 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    pairs.map(|([ax, ay], [bx, by])| i32::from(*ax) * i32::from(*by) - i32::from(*bx) * i32::from(*ay)).sum()
}

/// The middle of the largest part, moved into it where it lies outside.
fn middle(region: &Region, [low, high]: [Spot; 2]) -> Spot {
    let largest = region.parts.iter().filter_map(|rings| rings.first()).max_by_key(|ring| twice_area(ring).abs());
    let Some(ring) = largest.filter(|ring| twice_area(ring) != 0) else {
        let longest = region.lines.iter().max_by_key(|line| line.len());
        return longest.and_then(|line| line.get(line.len() / 2)).copied().unwrap_or([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2]);
    };
    let mut sum = [0i64; 2];
    for ([ax, ay], [bx, by]) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = i64::from(*ax) * i64::from(*by) - i64::from(*bx) * i64::from(*ay);
        sum[0] += i64::from(ax + bx) * cross;
        sum[1] += i64::from(ay + by) * cross;
    }
    let whole = 3 * i64::from(twice_area(ring));
    let at = sum.map(|sum| (sum / whole) as i16);
    region.nearest(at).map_or(at, |nearest| nearest.map(|number| number.round() as i16))
}

/// The nearest target in a direction on the screen, from the one at `from`. `flip` when the body is turned.
pub fn towards(targets: &[Target], from: usize, [dx, dy]: [i32; 2], flip: bool) -> Option<usize> {
    let sign = if flip { -1 } else { 1 };
    let here = targets.get(from)?.middle.map(i32::from);
    let away = |target: &Target| {
        let [x, y] = target.middle.map(i32::from);
        let (x, y) = ((x - here[0]) * sign, (here[1] - y) * sign);
        let (along, across) = (x * dx + y * dy, (x * dy - y * dx).abs());
        (along > 1 && across <= 2 * along).then_some(along + 2 * across)
    };
    let others = targets.iter().enumerate().filter(|(at, _)| *at != from);
    others.filter_map(|(at, target)| Some((away(target)?, at))).min().map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn square(x: i16, y: i16) -> Target {
        let region = Region { parts: vec![vec![vec![[x, y], [x + 10, y], [x + 10, y + 10], [x, y + 10]]]], lines: Vec::new() };
        Target::new(Kind::Structure, View::Front, Layer::Bone, &region, false).unwrap()
    }

    #[test]
    fn arrows_go_to_the_nearest_that_way() {
        let targets = [square(0, 0), square(40, 0), square(90, 0), square(0, 60), square(45, 50)];
        assert_eq!(targets[1].middle, [45, 5]);
        let go = |way, turned| towards(&targets, 0, way, turned);
        assert_eq!(go([1, 0], false), Some(1));
        assert_eq!(go([0, -1], false), Some(3), "up on the screen is up on the body");
        assert_eq!(go([0, 1], false), None);
        assert_eq!(go([0, 1], true), Some(3), "and down when the picture is turned");
        assert_eq!(go([-1, 0], true), Some(1));
    }

    #[test]
    fn names_begin_with_the_persons_side_and_a_capital() {
        assert_eq!(named("psoas major", Some(Side::Right)), "Right psoas major");
        assert_eq!(named("third lumbar vertebra (L3)", None), "Third lumbar vertebra (L3)");
    }

    #[test]
    fn the_middle_lies_inside() {
        // A hook, whose middle is in the open.
        let ring = vec![[0, 0], [60, 0], [60, 10], [10, 10], [10, 50], [60, 50], [60, 60], [0, 60]];
        let region = Region { parts: vec![vec![ring]], lines: Vec::new() };
        let target = Target::new(Kind::Structure, View::Front, Layer::Bone, &region, false).unwrap();
        assert!(region.distance(target.middle) <= 1.0, "{:?}", target.middle);
    }
}

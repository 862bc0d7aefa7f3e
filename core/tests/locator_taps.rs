//! Taps and drawn lines of "Where does it hurt?" on the real zones.

mod common;

use common::{config, knowledge};
use palpate_core::Side;
use palpate_core::knowledge::{Spot, View, Zone};
use palpate_core::locator::{Drawn, Event, Flags, Locator, Mark, NEAR, drawn, zone_at};
use palpate_core::picture::{Painted, Place, Region, mirrored};
use proptest::prelude::*;
use proptest::sample::select;

fn zone(id: &str) -> &'static Zone {
    knowledge().atlas.zone(id).unwrap_or_else(|| panic!("there is no zone {id}"))
}

/// Places well inside a zone, on one side where it is paired: neighbours share an edge.
fn inside(zone: &Zone, side: Option<Side>) -> Vec<Place> {
    let region = Region::of_zone(zone, side);
    let well_in = |[across, up]: Spot| [[2, 0], [-2, 0], [0, 2], [0, -2]].iter().all(|by| region.contains([across + by[0], up + by[1]]));
    let middles = Painted::filling(zone.view, &region).0.into_iter().map(|cell| cell.middle());
    middles.filter(|place| well_in(place.at)).collect()
}

fn tapped(view: View, at: Spot) -> Option<(&'static str, Option<Side>)> {
    zone_at(&knowledge().atlas, Place { view, at }).map(|(zone, side)| (zone.id.as_str(), side))
}

fn open() -> Locator {
    Locator { flags: Flags::None, ..Locator::default() }
}

fn mark(zone: &str, side: Option<Side>) -> Mark {
    Mark { zone: zone.to_owned(), side }
}

// ---------------------------------------------------------------- taps

#[test]
fn a_tap_inside_a_zone_means_it_and_its_side() {
    for zone in knowledge().atlas.zones.iter().filter(|zone| !zone.draw_only) {
        let sides = if zone.paired { Side::BOTH.map(Some).to_vec() } else { vec![None] };
        for side in sides {
            let places = inside(zone, side);
            assert!(!places.is_empty(), "{} has no inside", zone.id);
            for place in places {
                let (found, on) = tapped(place.view, place.at).unwrap_or_else(|| panic!("{place:?} is nowhere"));
                assert_eq!(found, zone.id, "{place:?}");
                // Almost on the midline it may mean both sides, never the other one.
                assert!(on == side || (on.is_none() && place.at[0].abs() < 10), "{place:?}: {on:?} and not {side:?}");
            }
        }
    }
}

#[test]
fn a_tap_beside_a_zone_means_the_nearest_and_far_from_all_means_none() {
    // On the spine between the two lines: both sides.
    assert_eq!(tapped(View::Back, [0, 200]), Some(("low-back-line", None)));
    assert_eq!(tapped(View::Back, [0, 20]), Some(("sacrum-middle", None)));
    assert_eq!(tapped(View::Back, [30, 200]), Some(("low-back-line", Some(Side::Right))));
    assert_eq!(tapped(View::Front, [30, -100]), Some(("inner-thigh", Some(Side::Left))));
    let edge = zone("front-of-thigh").outline.iter().map(|at| at[1]).min().unwrap_or_default();
    assert_eq!(tapped(View::Front, [-100, edge - NEAR as i16 + 1]), Some(("front-of-thigh", Some(Side::Right))));
    assert_eq!(tapped(View::Front, [-100, edge - NEAR as i16 - 2]), None);
    assert_eq!(tapped(View::Front, [400, 400]), None);
}

#[test]
fn a_second_tap_takes_the_mark_away_and_a_tap_on_the_spine_stands_for_both() {
    let tap = |locator: &mut Locator, at| locator.apply(knowledge(), Event::Tap(Place { view: View::Back, at }));
    let mut locator = open();
    tap(&mut locator, [0, 200]);
    assert_eq!(locator.marks, Side::BOTH.map(|side| mark("low-back-line", Some(side))));
    tap(&mut locator, [30, 200]);
    assert_eq!(locator.marks, [mark("low-back-line", Some(Side::Left))]);
    tap(&mut locator, [0, 200]);
    assert_eq!(locator.marks.len(), 2, "the missing side is added first");
    tap(&mut locator, [0, 200]);
    assert_eq!(locator.marks, []);
    locator.apply(knowledge(), Event::BothSides { zone: "upper-buttock".to_owned() });
    assert_eq!(locator.marks.len(), 2);
    locator.apply(knowledge(), Event::Clear);
    assert_eq!(locator, open());
}

// ---------------------------------------------------------------- lines

/// The line of the low back and the sign that it is; a hand that goes to and fro three times.
fn to_and_fro(ends: [Spot; 2]) -> Drawn {
    drawn(knowledge(), View::Back, &[ends[0], ends[1], ends[0], ends[1]])
}

#[test]
fn up_and_down_beside_the_low_spine_is_the_line_of_that_side() {
    for (across, side) in [(30, Side::Right), (-30, Side::Left), (15, Side::Right), (55, Side::Right)] {
        for ends in [[[across, 270], [across, 110]], [[across, 110], [across + 10, 190]]] {
            let found = to_and_fro(ends);
            assert_eq!(found.sign.as_deref(), Some("gesture-vertical"), "{ends:?}");
            assert!(found.marks.contains(&mark("low-back-line", Some(side))), "{found:?}");
            assert!(!found.marks.contains(&mark("low-back-line", Some(side.opposite()))), "{found:?}");
        }
    }
    // Down to the base of the spine: both places.
    let long = to_and_fro([[30, 270], [40, 50]]);
    assert_eq!(long.marks, [mark("low-back-line", Some(Side::Right)), mark("upper-buttock", Some(Side::Right))]);
    // On the spine itself: both sides.
    let spine = to_and_fro([[0, 270], [2, 120]]);
    assert_eq!(
        (spine.marks, spine.sign.as_deref()),
        (Side::BOTH.map(|side| mark("low-back-line", Some(side))).to_vec(), Some("gesture-vertical"))
    );
}

#[test]
fn across_the_low_back_is_the_band_alone() {
    for up in [115, 135, 160] {
        let found = to_and_fro([[-100, up], [95, up + 8]]);
        assert_eq!((&found.marks[..], found.sign.as_deref()), (&[mark("low-back-band", None)][..], Some("gesture-across")), "{up}");
    }
}

#[test]
fn a_sweep_from_flank_to_flank_keeps_the_flanks_which_are_for_a_clinician_first() {
    let found = to_and_fro([[-100, 200], [95, 208]]);
    let flanks = Side::BOTH.map(|side| mark("flank-back", Some(side)));
    assert_eq!(found.marks, [&[mark("low-back-band", None)], &flanks[..]].concat());
    assert_eq!(found.sign.as_deref(), Some("gesture-across"));
}

#[test]
fn other_lines_mark_what_they_run_through_and_are_no_sign() {
    let view = |view, line: &[Spot]| {
        let found = drawn(knowledge(), view, line);
        assert_eq!(found.sign, None, "{line:?}");
        found.marks
    };
    // One side only, too short to be a sweep across; the thigh; the belly; the buttocks.
    assert_eq!(
        view(View::Back, &[[20, 140], [100, 140]]),
        [mark("low-back-line", Some(Side::Right)), mark("hip-rim-back", Some(Side::Right))]
    );
    assert_eq!(view(View::Front, &[[-100, 0], [-100, -130]]), [mark("front-of-thigh", Some(Side::Right))]);
    assert_eq!(view(View::Front, &[[-80, 110], [80, 110]]), Side::BOTH.map(|side| mark("lower-belly", Some(side))));
    assert!(view(View::Back, &[[-100, -50], [100, -50]]).iter().all(|mark| mark.zone != "low-back-band"));
    assert_eq!(view(View::Back, &[[70, 70], [72, 71]]), [mark("upper-buttock", Some(Side::Right))], "a dab is a tap");
    assert_eq!(view(View::Back, &[[70, 70]]), [mark("upper-buttock", Some(Side::Right))]);
    assert_eq!(view(View::Back, &[]), []);
    assert_eq!(view(View::Front, &[[400, 300], [400, 100]]), []);
}

#[test]
fn the_last_way_of_showing_it_counts() {
    let mut locator = open();
    let draw = |locator: &mut Locator, line: [Spot; 2]| locator.apply(knowledge(), Event::Draw { view: View::Back, line: line.to_vec() });
    draw(&mut locator, [[30, 270], [30, 110]]);
    assert_eq!(locator.signs, ["gesture-vertical"]);
    draw(&mut locator, [[30, 270], [30, 110]]);
    assert_eq!((locator.signs.len(), locator.marks.len()), (1, 1), "a line drawn again takes nothing away");
    draw(&mut locator, [[-100, 140], [100, 140]]);
    assert_eq!(locator.signs, ["gesture-across"]);
    assert_eq!(locator.marks, [mark("low-back-line", Some(Side::Right)), mark("low-back-band", None)]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_mirrored_tap_means_the_same_zone_on_the_other_side(view in select(vec![View::Front, View::Back]), at in [-180i16..180, -160i16..340]) {
        let flipped = tapped(view, at).map(|(zone, side)| (zone, side.map(Side::opposite)));
        prop_assert_eq!(tapped(view, mirrored(at)), flipped);
    }

    #[test]
    fn a_mirrored_line_means_the_same_on_the_other_side(
        view in select(vec![View::Front, View::Back]),
        line in prop::collection::vec([-180i16..180, -160i16..340], 0..6),
    ) {
        let one = drawn(knowledge(), view, &line);
        let other = drawn(knowledge(), view, &line.into_iter().map(mirrored).collect::<Vec<_>>());
        prop_assert_eq!(&one.sign, &other.sign);
        let mut flipped: Vec<Mark> = other.marks.into_iter().map(|mark| Mark { side: mark.side.map(Side::opposite), ..mark }).collect();
        prop_assert_eq!(one.marks.len(), flipped.len());
        flipped.retain(|mark| !one.marks.contains(mark));
        prop_assert_eq!(flipped, []);
    }
}

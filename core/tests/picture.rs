//! What holds of every place, region, painted area and mark on a picture, and of the words for them.

use palpate_core::item::{Attempt, Body, Item, Locate, Marks, Paint, Topic};
use palpate_core::knowledge::{Cite, Layer, Spot, Strength, View};
use palpate_core::picture::{BRUSH, Cell, Miss, Painted, Place, Region, mirrored, side_of, whereabouts};
use palpate_core::quiz::{Event, Round, Scope, Seed};
use proptest::prelude::*;
use proptest::sample::select;

fn view() -> impl Strategy<Value = View> {
    select(View::ALL.to_vec())
}

/// One of the two that have a right and a left.
fn both_sided() -> impl Strategy<Value = View> {
    select(vec![View::Front, View::Back])
}

fn spot() -> impl Strategy<Value = Spot> {
    [-170i16..=170, -150i16..=330]
}

/// A star of corners about a middle, on the picture: never crossing itself, rarely round.
fn star() -> impl Strategy<Value = Region> {
    let corners = prop::collection::vec((0.3..1.0f32, 0.0..0.9f32), 3..12);
    ([-110i16..=110, -90i16..=250], 8.0..60.0f32, corners).prop_map(|([x, y], size, corners)| {
        let step = std::f32::consts::TAU / corners.len() as f32;
        let corner = |(at, (far, turn)): (usize, &(f32, f32))| {
            let angle = (at as f32 + turn) * step;
            [x + (angle.cos() * size * far).round() as i16, y + (angle.sin() * size * far).round() as i16]
        };
        Region { parts: vec![vec![corners.iter().enumerate().map(corner).collect()]], lines: Vec::new() }
    })
}

fn line() -> impl Strategy<Value = Region> {
    prop::collection::vec(spot(), 2..6).prop_map(|line| Region { parts: Vec::new(), lines: vec![line] })
}

fn region() -> impl Strategy<Value = Region> {
    prop_oneof![3 => star(), 1 => line(), 1 => spot().prop_map(Region::point)]
}

fn place(view: View, at: Spot) -> Place {
    Place { view, at }
}

fn flipped(place: Place) -> Place {
    Place { at: mirrored(place.at), ..place }
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.01
}

fn item(body: Body) -> Item {
    Item {
        id: "one".to_owned(),
        topic: Topic::Pain,
        relation: None,
        about: Vec::new(),
        stem: "Where?".to_owned(),
        picture: None,
        body,
        rationale: "Because.".to_owned(),
        cites: vec![Cite::OurRule],
        asks: None,
        fact: None,
    }
}

fn locate(view: View, target: Region, tolerance: u8) -> Item {
    item(Body::Locate(Locate { view, target, tolerance, layers: vec![Layer::Bone] }))
}

fn paint(view: View, zones: Vec<(Region, Strength)>) -> Paint {
    let names = (0..zones.len()).map(|at| format!("zone {at}")).collect();
    Paint { view, zones, names, layers: vec![Layer::Skin] }
}

fn marks(view: View, targets: Vec<Region>, tolerance: u8) -> Marks {
    let targets = targets.into_iter().zip('a'..).map(|(region, name)| (region, name.to_string())).collect();
    Marks { view, targets, tolerance, layers: vec![Layer::Muscle] }
}

fn strokes() -> impl Strategy<Value = Vec<(Spot, bool)>> {
    prop::collection::vec((spot(), prop::bool::weighted(0.3)), 1..40)
}

fn painted(view: View, strokes: &[(Spot, bool)]) -> Painted {
    let mut painted = Painted::default();
    strokes.iter().for_each(|(at, erase)| painted.brush(place(view, *at), BRUSH, *erase));
    painted
}

proptest! {
    #[test]
    fn a_mirrored_region_holds_the_mirrored_place(region in region(), at in spot()) {
        prop_assert!(near(region.distance(at), region.mirrored().distance(mirrored(at))));
        prop_assert_eq!(region.mirrored().mirrored(), region.clone());
        // A place on the very edge may count as inside on one side and not on the other: the edge has no width.
        if region.contains(at) != region.mirrored().contains(mirrored(at)) {
            let closed = Region { parts: Vec::new(), lines: region.parts.iter().flatten().map(|ring| [&ring[..], &ring[..1]].concat()).collect() };
            prop_assert!(closed.distance(at) < 0.01);
        }
    }

    #[test]
    fn distance_is_nothing_inside_and_something_outside(region in star(), at in spot()) {
        prop_assert!(region.distance(at) >= 0.0);
        if region.contains(at) {
            prop_assert_eq!(region.distance(at), 0.0);
        } else if region.distance(at) == 0.0 {
            prop_assert!(region.parts.iter().flatten().count() == 1, "on the edge");
        }
        let nearest = region.nearest(at).expect("not empty");
        prop_assert!(near(region.distance(at), (nearest[0] - f32::from(at[0])).hypot(nearest[1] - f32::from(at[1]))));
    }

    #[test]
    fn going_toward_the_nearest_place_comes_nearer(region in region(), at in spot(), step in 0.1..1.0f32) {
        let before = region.distance(at);
        prop_assume!(before > 3.0);
        let nearest = region.nearest(at).expect("not empty");
        let toward = [0, 1].map(|axis| (f32::from(at[axis]) + step * (nearest[axis] - f32::from(at[axis]))).round() as i16);
        // Whole millimetres: up to 0.71 may be lost.
        prop_assert!(region.distance(toward) <= before * (1.0 - step) + 0.75);
    }

    #[test]
    fn no_place_is_further_than_its_neighbour_and_the_way_between(region in region(), a in spot(), b in spot()) {
        let between = (f32::from(a[0]) - f32::from(b[0])).hypot(f32::from(a[1]) - f32::from(b[1]));
        prop_assert!(region.distance(a) <= region.distance(b) + between + 0.01);
    }

    #[test]
    fn a_mirrored_attempt_at_a_mirrored_item_has_the_same_grade(
        view in both_sided(), target in region(), at in spot(), other in region(), second in spot(), tolerance in 0u8..30, strokes in strokes(),
    ) {
        let asked = [&target, &target.mirrored()].map(|region| locate(view, region.clone(), tolerance));
        let tried = [at, mirrored(at)].map(|at| Attempt::Locate { item: "one".to_owned(), place: place(view, at) });
        let edge = (target.distance(at) - f32::from(tolerance)).abs() < 0.01;
        prop_assert!(edge || asked[0].grade(&tried[0]) == asked[1].grade(&tried[1]));

        let targets = [vec![target.clone(), other.clone()], vec![target.mirrored(), other.mirrored()]];
        let [here, there] = targets.map(|targets| marks(view, targets, tolerance));
        let places = [place(view, at), place(view, second)];
        let clear = |region: &Region| places.iter().all(|place| (region.distance(place.at) - f32::from(tolerance)).abs() > 0.01);
        if clear(&target) && clear(&other) {
            prop_assert_eq!(here.grade(&places).right, there.grade(&places.map(flipped)).right);
        }

        // Cells begin at the midline, so that paint mirrors cell by cell. A cell whose middle lies on the very edge may not.
        let flip = |painted: &Painted| Painted(painted.0.iter().map(|cell| Cell { column: -1 - cell.column, ..*cell }).collect());
        if flip(&Painted::filling(view, &target)) == Painted::filling(view, &target.mirrored()) {
            let paint_here = painted(view, &strokes);
            let cover = |region: &Region, painted: &Painted| paint(view, vec![(region.clone(), Strength::Core)]).cover(painted);
            prop_assert_eq!(cover(&target, &paint_here), cover(&target.mirrored(), &flip(&paint_here)));
        }
    }

    #[test]
    fn a_brush_is_undone_by_erasing(view in view(), strokes in strokes(), at in any::<Spot>(), radius in 0i16..60) {
        let before = painted(view, &strokes);
        let mut after = before.clone();
        after.brush(place(view, at), radius, false);
        prop_assert!(after.0.is_superset(&before.0) && !after.is_empty());
        prop_assert!(after.0.contains(&Cell::of(place(view, at))));
        let mut again = after.clone();
        again.brush(place(view, at), radius, false);
        prop_assert_eq!(&again, &after, "twice is once");
        again.brush(place(view, at), radius, true);
        prop_assert!(again.0.is_subset(&before.0));
        let mut erased = before.clone();
        erased.brush(place(view, at), radius, true);
        prop_assert_eq!(erased, again, "as if never painted");
    }

    #[test]
    fn which_mark_was_put_first_does_not_matter(
        view in view(), targets in prop::collection::vec(region(), 1..5), mut spots in prop::collection::vec(spot(), 0..6), tolerance in 0u8..40, turn in 0usize..6,
    ) {
        spots.truncate(targets.len());
        let body = marks(view, targets, tolerance);
        let mut places: Vec<Place> = spots.iter().map(|at| place(view, *at)).collect();
        let (grade, assigned) = (body.grade(&places), body.assigned(&places));
        if !places.is_empty() {
            let by = turn % places.len();
            places.rotate_left(by);
        }
        prop_assert_eq!(&body.grade(&places), &grade);
        prop_assert_eq!(&body.assigned(&places), &assigned);
        places.reverse();
        prop_assert_eq!(&body.told(&places), &body.told(&spots.iter().map(|at| place(view, *at)).collect::<Vec<_>>()));
        // Each mark goes to one target, and none is left over.
        let mut given: Vec<Place> = assigned.iter().flatten().copied().collect();
        given.sort_unstable();
        places.sort_unstable();
        prop_assert_eq!(given, places);
        // No other way of giving them out has more of them right.
        let fits = |order: &[Option<Place>]| {
            order.iter().zip(&body.targets).filter(|(place, (target, _))| place.is_some_and(|place| target.distance(place.at) <= f32::from(tolerance))).count()
        };
        let best = fits(&assigned);
        for a in 0..assigned.len() {
            for b in 0..a {
                let mut swapped = assigned.clone();
                swapped.swap(a, b);
                prop_assert!(fits(&swapped) <= best);
            }
        }
    }

    #[test]
    fn a_miss_says_which_way(view in view(), target in region(), at in spot()) {
        let place = place(view, at);
        let Some(miss) = Miss::of(&target, place) else {
            prop_assert!(target.distance(at) < 1.0);
            return Ok(());
        };
        let told = miss.told();
        prop_assert!(told.ends_with('.') && !told.contains("  ") && !told.contains("{"), "{}", told);
        let [across, up] = miss.off;
        prop_assert!(!told.contains("too high") || up > 0, "{}", told);
        prop_assert!(!told.contains("too low") || up < 0, "{}", told);
        prop_assert!(up.abs() < 7 || told.contains("too high") || told.contains("too low"), "{}", told);
        let sideways = told.matches("too far").count() == 1;
        prop_assert!(across.abs() < 7 || sideways, "{}", told);
        if miss.crossed {
            let wrong = side_of(place).expect("off the midline");
            let said = format!("That is the {} side.", wrong.word());
            prop_assert!(told.starts_with(&said), "{}", told);
            prop_assert_eq!(miss.side, Some(wrong.opposite()));
        } else if sideways {
            let right = match (view, miss.side) {
                (View::Left, _) => told.contains("too far back") == (across > 0) && told.contains("too far forward") == (across < 0),
                (View::Front | View::Back, Some(side)) => {
                    let outward = side_of(Place { view, at: [across, 0] }) == Some(side);
                    told.contains("too far out") == outward && told.contains("too far in") != outward
                }
                (View::Front | View::Back, None) => {
                    let side = side_of(Place { view, at: [across, 0] }).expect("sideways");
                    let said = format!("too far to the person's {}", side.word());
                    told.contains(&said)
                }
            };
            prop_assert!(right, "{} {:?}", told, miss);
        }
        // The other half of the body says the same, and the other side.
        if view != View::Left {
            let mirror = Miss::of(&target.mirrored(), flipped(place)).map(|miss| miss.told()).unwrap_or_default();
            let swapped = told.replace("left", "\u{0}").replace("right", "left").replace('\u{0}', "right");
            prop_assert!(mirror == swapped || near_tie(&target, place), "{} / {}", mirror, swapped);
        }
    }

    #[test]
    fn whereabouts_never_fail_and_mirror(view in both_sided(), at in any::<Spot>()) {
        prop_assume!(at[0] != i16::MIN);
        let (here, there) = (whereabouts(place(view, at)), whereabouts(place(view, mirrored(at))));
        prop_assert_eq!(here.replace("person's left", "\u{0}").replace("person's right", "person's left").replace('\u{0}', "person's right"), there);
    }

    #[test]
    fn a_picture_half_done_is_kept(seed: u32, view in view(), events in prop::collection::vec((spot(), 0u8..5), 0..25)) {
        let zones = vec![(Region::disc([30, 30], 40), Strength::Core)];
        let targets = vec![Region::point([10, 10]), Region::point([40, 90])];
        let bank: Vec<Item> = [
            Body::Locate(Locate { view, target: Region::point([0, 0]), tolerance: 9, layers: Vec::new() }),
            Body::Paint(paint(view, zones)),
            Body::Marks(marks(view, targets, 9)),
        ]
        .into_iter()
        .enumerate()
        .map(|(at, body)| Item { id: format!("item-{at}"), ..item(body) })
        .collect();
        let mut round = Round::new(&bank, Scope::default(), 3, Seed(seed));
        prop_assert_eq!(round.cards().len(), 3, "nothing but pictures is asked where there is nothing else");
        for (at, what) in events {
            let event = match what {
                0 | 1 => Event::Put(place(view, at)),
                2 => Event::Brush { place: place(view, at), erase: false },
                3 => Event::Brush { place: place(view, at), erase: true },
                _ => if round.can_submit() { Event::Submit } else { Event::Next },
            };
            round.apply(event, &bank);
            let kept = serde_json::to_string(&round).expect("kept");
            let back: Round = serde_json::from_str(&kept).expect("reads back");
            prop_assert!(back.fits(&bank));
            prop_assert_eq!(&back, &round);
        }
    }
}

/// Whether two places of the target are about equally near: which of them is meant may differ by rounding.
fn near_tie(target: &Region, place: Place) -> bool {
    let tries = [place.at, mirrored(place.at)];
    tries.into_iter().any(|at| {
        let nearest = |at: Spot| target.nearest(at).expect("not empty");
        let all = [[1, 0], [-1, 0], [0, 1], [0, -1]].map(|[x, y]| nearest([at[0] + x, at[1] + y]));
        let half = nearest(at).map(|part| (part.fract().abs() - 0.5).abs() < 0.02);
        half.contains(&true) || all.iter().any(|other| (other[0] - nearest(at)[0]).hypot(other[1] - nearest(at)[1]) > 3.0)
    })
}

proptest! {
    // Painting everything takes long without optimising.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn filling_every_zone_is_right_and_nothing_is_wrong(view in view(), zones in prop::collection::vec((star(), select(vec![Strength::Core, Strength::Common, Strength::Possible])), 1..5)) {
        let body = paint(view, zones);
        let filled = |wanted: &dyn Fn(Strength) -> bool| {
            let chosen = body.zones.iter().filter(|(_, strength)| wanted(*strength));
            Painted(chosen.flat_map(|(region, _)| Painted::filling(view, region).0).collect())
        };
        let must = |strength: Strength| strength != Strength::Possible;
        let big = body.wanted().all(|(region, _)| !Painted::filling(view, region).is_empty());
        prop_assume!(big && body.wanted().count() > 0);
        prop_assert!(body.grade(&filled(&must)).right, "what must be covered");
        prop_assert!(body.grade(&filled(&|_| true)).right, "possible zones may be");
        prop_assert!(!body.grade(&Painted::default()).right);
        prop_assert_eq!(body.grade(&filled(&must)).parts.len(), item(Body::Paint(body.clone())).len());
        let everywhere = Painted((-25..25).flat_map(|column| (-20..45).map(move |row| Cell { view, column, row })).collect());
        let cover = body.cover(&everywhere);
        prop_assert_eq!(body.grade(&everywhere).right, cover.inside >= 0.6, "all is covered, and too much");
    }
}

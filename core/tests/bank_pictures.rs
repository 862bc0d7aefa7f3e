//! The picture items made from the real content: enough of each kind, each one answerable, and none that asks for a press
//! where none is allowed.

mod common;

use common::knowledge;
use palpate_core::Side;
use palpate_core::item::{Attempt, Body, Item, Topic, bank};
use palpate_core::knowledge::{Spot, View};
use palpate_core::picture::{Painted, Place, Region};
use palpate_core::quiz::{Round, Scope, Seed};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

fn pictures() -> &'static [Item] {
    static PICTURES: OnceLock<Vec<Item>> = OnceLock::new();
    PICTURES.get_or_init(|| bank(knowledge()).into_iter().filter(Item::is_pictured).collect())
}

/// The mould of a generated item: `gen-locate-…`.
fn mould(item: &Item) -> &str {
    item.id.split('-').nth(1).unwrap_or_default()
}

/// A whole place that counts as on the target.
fn place_on(view: View, target: &Region) -> Place {
    let corners = target.parts.iter().flatten().chain(&target.lines).flatten();
    let nearest = |at: &Spot| target.nearest(*at).map(|at| at.map(|part| part.round() as i16)).unwrap_or_default();
    Place { view, at: corners.map(nearest).next().unwrap_or_default() }
}

/// The perfect answer.
fn right(item: &Item) -> Attempt {
    let id = item.id.clone();
    match &item.body {
        Body::SingleBest(body) => Attempt::SingleBest { item: id, chosen: body.key },
        Body::Locate(body) => Attempt::Locate { item: id, place: place_on(body.view, &body.target) },
        Body::Paint(body) => {
            let cells = body.wanted().flat_map(|(region, _)| Painted::filling(body.view, region).0).collect();
            Attempt::Paint { item: id, painted: Painted(cells) }
        }
        Body::Marks(body) => {
            let places = body.targets.iter().rev().map(|(target, _)| place_on(body.view, target)).collect();
            Attempt::Marks { item: id, places }
        }
        Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) => panic!("{id} shows no picture"),
    }
}

#[test]
fn there_are_enough_of_each_kind() {
    let mut count = BTreeMap::new();
    pictures().iter().for_each(|item| *count.entry(mould(item)).or_insert(0) += 1);
    assert!(pictures().len() >= 60, "{count:?}");
    for (mould, least) in
        [("locate", 30), ("name", 30), ("begin", 6), ("end", 4), ("hand", 8), ("limit", 3), ("paint", 7), ("point", 4), ("marks", 4)]
    {
        assert!(count.get(mould).is_some_and(|count| *count >= least), "{mould}: {count:?}");
    }
    for topic in [Topic::Attachments, Topic::Pain, Topic::Technique] {
        assert!(pictures().iter().filter(|item| item.topic == topic).count() >= 10, "{topic:?}");
    }
}

#[test]
fn each_has_a_right_answer_and_words_for_it() {
    for item in pictures() {
        let attempt = right(item);
        let grade = item.grade(&attempt).expect("an attempt at it");
        assert!(grade.right && grade.parts.len() == item.len(), "{}: {:?}", item.id, item.told(&attempt));
        for told in item.told(&attempt) {
            assert!(told.ends_with('.') && !told.contains("too "), "{}: {told}", item.id);
        }
    }
}

#[test]
fn both_sides_are_asked() {
    for side in Side::BOTH {
        let word = format!("person's {}", side.word());
        let asked = pictures().iter().filter(|item| item.stem.contains(&word)).count();
        assert!(asked >= 10, "{asked} of the {}", side.word());
    }
}

#[test]
fn only_what_is_offered_is_asked_by_name() {
    let atlas = &knowledge().atlas;
    for item in pictures().iter().filter(|item| ["locate", "name"].contains(&mould(item))) {
        let rest = item.id.trim_start_matches("gen-locate-").trim_start_matches("gen-name-");
        let id = rest.rsplit_once('-').map(|(id, _)| id).unwrap_or_default();
        assert!(atlas.structure(id).is_some_and(|structure| structure.quiz), "{}", item.id);
    }
}

/// Hands work no higher than the navel, off the midline, above the groin crease, and not close beside the front hip-bone
/// point: nothing else may be right where a question asks for a place to touch.
#[test]
fn no_forbidden_place_is_right_to_touch() {
    let atlas = &knowledge().atlas;
    let shape = |id: &str, side| Region::of_shape(atlas.shape(View::Front, id).unwrap_or_else(|| panic!("no {id}")), side);
    let mut asked = 0;
    for item in pictures().iter().filter(|item| mould(item) == "hand") {
        let Body::Locate(body) = &item.body else { panic!("{}", item.id) };
        let side = if item.stem.contains("right") { Side::Right } else { Side::Left };
        let keep_off = ["groin-band", "iliac-band", "aorta-band"].map(|id| shape(id, Some(side)));
        let (point, crease) = (shape("asis", Some(side)), shape("groin-crease", Some(side)));
        assert_eq!((body.view, body.tolerance), (View::Front, 0));
        for corner in body.target.parts.iter().flatten().flatten() {
            assert!(corner[1] <= 163, "{} is above the navel at {corner:?}", item.id);
            assert!(point.distance(*corner) > 10.0, "{} is close to the hip-bone point at {corner:?}", item.id);
            let below = crease.nearest(*corner).expect("a crease");
            assert!(f32::from(corner[1]) > below[1], "{} is below the crease at {corner:?}", item.id);
            for strip in &keep_off {
                assert!(!strip.contains(*corner), "{} lies on a strip to keep off at {corner:?}", item.id);
            }
        }
        asked += 1;
    }
    assert_eq!(asked, 8);
}

/// A structure never stands among the options of a question that might mean it as well.
#[test]
fn options_are_different_and_drawn() {
    for item in pictures() {
        let (Some(picture), Body::SingleBest(body)) = (&item.picture, &item.body) else { continue };
        let texts: BTreeSet<String> = body.options.iter().map(|option| option.text.to_lowercase()).collect();
        assert_eq!((texts.len(), picture.asked.len()), (4, 1), "{}", item.id);
        let drawn = |text: &str| knowledge().atlas.shown_on(picture.view).any(|(structure, _)| structure.name.to_lowercase() == text);
        assert!(texts.iter().all(|text| drawn(text)), "{}: {texts:?}", item.id);
    }
}

#[test]
fn a_round_on_pictures_alone_asks_nothing_else() {
    let items = bank(knowledge());
    let only: Vec<String> = pictures().iter().map(|item| item.id.clone()).collect();
    let round = Round::new(&items, Scope { only, ..Scope::default() }, 20, Seed(5));
    assert_eq!(round.cards().len(), 20);
    let topics = vec![Topic::Attachments];
    for seed in 0..50 {
        let round = Round::new(&items, Scope { topics: topics.clone(), ..Scope::default() }, 12, Seed(seed));
        let pictured = round.cards().iter().filter(|card| only_pictures(&card.item)).count();
        assert!((1..=4).contains(&pictured), "{pictured} with seed {seed}");
    }
}

fn only_pictures(id: &str) -> bool {
    pictures().iter().any(|item| item.id == id)
}

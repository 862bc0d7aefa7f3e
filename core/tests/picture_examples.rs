//! What is said of places, misses and paint, by example.

use palpate_core::item::{Attempt, Body, Item, Locate, Marks, Paint, Topic};
use palpate_core::knowledge::{Cite, Layer, Spot, Strength, View};
use palpate_core::picture::words::{length, share};
use palpate_core::picture::{Miss, Painted, Place, Region, whereabouts};

fn place(view: View, at: Spot) -> Place {
    Place { view, at }
}

fn square([x, y]: Spot, size: i16) -> Region {
    Region { parts: vec![vec![vec![[x, y], [x + size, y], [x + size, y + size], [x, y + size]]]], lines: Vec::new() }
}

#[test]
fn misses_are_told_in_plain_words() {
    let target = square([-100, -10], 20);
    let told = |view, at| Miss::of(&target, place(view, at)).map(|miss| miss.told()).unwrap_or_default();
    assert_eq!(told(View::Front, [-90, 0]), "");
    assert_eq!(told(View::Front, [-90, -30]), "About 2 cm too low.");
    assert_eq!(told(View::Front, [-112, 3]), "About 1 cm too far out.");
    assert_eq!(told(View::Front, [-40, 30]), "About 4 cm too far in and 2 cm too high.");
    assert_eq!(told(View::Front, [5, 0]), "About 9 cm too far in.");
    assert_eq!(told(View::Front, [90, -26]), "That is the left side. Mirrored to the right side, it is about 1.5 cm too low.");
    assert_eq!(told(View::Back, [90, 0]), "That is the right side. Mirrored to the left side, it fits.");
    assert_eq!(told(View::Left, [-116, 0]), "About 1.5 cm too far forward.");
    let middle = Region { parts: vec![vec![vec![[-20, 0], [20, 0], [20, 30], [-20, 30]]]], lines: Vec::new() };
    let told = |view, at| Miss::of(&middle, place(view, at)).map(|miss| miss.told()).unwrap_or_default();
    assert_eq!(told(View::Front, [60, 10]), "About 4 cm too far to the person's left.");
    assert_eq!(told(View::Back, [60, 10]), "About 4 cm too far to the person's right.");
}

#[test]
fn lengths_and_shares_are_rounded() {
    let lengths = [1, 7, 8, 12, 13, 18, 23, 27, 28, 30, 34, 35, -35, i16::MIN].map(length);
    let said =
        ["0.5 cm", "0.5 cm", "1 cm", "1 cm", "1.5 cm", "2 cm", "2.5 cm", "2.5 cm", "3 cm", "3 cm", "3 cm", "4 cm", "4 cm", "3277 cm"];
    assert_eq!(lengths, said);
    assert_eq!(
        [0.0, 0.25, 0.33, 0.5, 0.66, 0.75, 0.9, 1.0].map(share),
        ["almost none", "about a quarter", "about a third", "about half", "about two thirds", "about three quarters", "nearly all", "all"]
    );
}

#[test]
fn whereabouts_start_from_what_is_drawn() {
    let said = |view, at| whereabouts(place(view, at));
    assert_eq!(said(View::Front, [-30, 142]), "3 cm to the person's right of the midline, 2 cm below the navel");
    assert_eq!(said(View::Front, [0, 162]), "on the midline, level with the navel");
    assert_eq!(said(View::Back, [-45, 165]), "5 cm to the person's left of the midline, 1.5 cm above the top of the hip bones");
    assert_eq!(said(View::Left, [40, -60]), "4 cm behind the hip joint, 6 cm below it");
    assert_eq!(said(View::Left, [0, 0]), "in line with the hip joint, level with it");
}

#[test]
fn paint_is_told_by_how_much_is_covered() {
    let zone = |x: i16| square([x, 0], 48);
    let body = Paint {
        view: View::Back,
        zones: vec![(zone(0), Strength::Core), (zone(96), Strength::Common), (zone(-96), Strength::Possible)],
        names: ["first", "second", "third"].map(str::to_owned).to_vec(),
        layers: vec![Layer::Skin],
    };
    let one = Painted::filling(View::Back, &zone(0));
    assert_eq!(body.told(&one), ["You covered about half of it.", "Almost none covered of: second.", "None of your paint lies outside."]);
    assert!(!body.grade(&one).right);
    assert_eq!(body.grade(&one).parts, [true, false]);
    let both = Painted(one.0.iter().copied().chain(Painted::filling(View::Back, &zone(96)).0).collect());
    assert!(body.grade(&both).right);
    let far = Painted::filling(
        View::Back,
        &Region { parts: vec![vec![vec![[-160, 120], [160, 120], [160, 200], [-160, 200]]]], lines: Vec::new() },
    );
    let too_much = Painted(both.0.iter().copied().chain(far.0).collect());
    assert!(!body.grade(&too_much).right && body.grade(&too_much).parts == [true, true]);
    assert_eq!(body.told(&too_much), ["You covered all of it.", "About three quarters of your paint lies outside."]);
}

#[test]
fn each_mark_is_told_by_what_it_stands_for() {
    let targets = vec![(Region::point([-112, 114]), "Upper".to_owned()), (Region::point([-68, 134]), "Belly".to_owned())];
    let marks = Marks { view: View::Front, targets, tolerance: 18, layers: Vec::new() };
    let told = marks.told(&[place(View::Front, [-68, 104]), place(View::Front, [-112, 114])]);
    assert_eq!(told, ["Upper: right on it.", "Belly: about 3 cm too low."]);
    assert_eq!(marks.told(&[place(View::Front, [-68, 134])]), ["Upper: no mark.", "Belly: right on it."]);
    assert_eq!(marks.grade(&[]).parts, [false, false]);
}

#[test]
fn a_place_on_another_view_is_wrong() {
    let item = Item {
        id: "one".to_owned(),
        topic: Topic::Pain,
        relation: None,
        about: Vec::new(),
        stem: "Where?".to_owned(),
        picture: None,
        body: Body::Locate(Locate { view: View::Front, target: Region::point([0, 0]), tolerance: 10, layers: Vec::new() }),
        rationale: "Because.".to_owned(),
        cites: vec![Cite::OurRule],
        asks: None,
        fact: None,
    };
    let grade = |view| item.grade(&Attempt::Locate { item: "one".to_owned(), place: place(view, [0, 0]) }).expect("same type");
    assert!(grade(View::Front).right && !grade(View::Back).right);
    let other = Attempt::Locate { item: "two".to_owned(), place: place(View::Front, [0, 0]) };
    assert_eq!((item.grade(&other), item.told(&other)), (None, Vec::<String>::new()));
    let told = |at| item.told(&Attempt::Locate { item: "one".to_owned(), place: place(View::Front, at) });
    assert_eq!(told([0, 0]), ["Right on it."]);
    assert_eq!(told([0, 9]), ["Near enough. About 1 cm too high."]);
    assert_eq!(told([0, 19]), ["About 2 cm too high."]);
}

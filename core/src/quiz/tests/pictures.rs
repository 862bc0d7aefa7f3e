//! Marking and painting on a picture, event by event.

use super::*;

#[test]
fn a_place_moves_and_marks_are_put_one_by_one() {
    let bank = vec![picture(0)];
    let mut round = Round::new(&bank, Scope::default(), 1, Seed(1));
    let places = |round: &Round| round.card().expect("a card").draft.places();
    assert!(!round.can_submit() && !round.apply(Event::Brush { place: spot([0, 0]), erase: false }, &bank));
    assert!(!round.apply(Event::Put(Place { view: View::Back, at: [0, 0] }), &bank), "not on this picture");
    assert!(round.apply(Event::Put(spot([0, 0])), &bank) && round.apply(Event::Put(spot([5, 0])), &bank));
    assert!(!round.apply(Event::Put(spot([5, 0])), &bank));
    assert_eq!(places(&round), [spot([5, 0])]);
    assert!(round.apply(Event::Wipe, &bank) && !round.apply(Event::Wipe, &bank) && !round.can_submit());
    answer_rightly(&mut round, &bank);
    assert_eq!(round.feedback(&bank).expect("feedback").parts, [Part::Target { right: true }]);

    let bank = vec![picture(2)];
    let mut round = Round::new(&bank, Scope::default(), 1, Seed(1));
    assert!(round.apply(Event::Put(spot([0, 0])), &bank) && !round.can_submit());
    assert!(!round.apply(Event::Put(spot([0, 0])), &bank), "one mark at one place");
    assert!(round.apply(Event::Put(spot([50, 0])), &bank) && round.can_submit());
    assert!(round.apply(Event::Put(spot([40, 9])), &bank), "the nearest moves");
    assert_eq!(places(&round), [spot([0, 0]), spot([40, 9])]);
    assert!(round.apply(Event::Submit, &bank));
    let parts = round.feedback(&bank).expect("feedback").parts;
    assert_eq!(parts, [Part::Target { right: false }, Part::Target { right: true }]);
}

#[test]
fn paint_is_brushed_erased_and_wiped() {
    let bank = vec![picture(1)];
    let mut round = Round::new(&bank, Scope::default(), 1, Seed(1));
    let brush = |erase| Event::Brush { place: spot([-40, 16]), erase };
    assert!(!round.apply(Event::Put(spot([0, 0])), &bank) && !round.apply(brush(true), &bank));
    assert!(round.apply(brush(false), &bank) && !round.apply(brush(false), &bank) && round.can_submit());
    assert!(round.apply(brush(true), &bank) && !round.can_submit());
    assert!(round.apply(brush(false), &bank) && round.apply(Event::Wipe, &bank));
    answer_rightly(&mut round, &bank);
    let attempt = round.card().and_then(|card| card.answer.clone()).and_then(|answer| answer.attempt).expect("an attempt");
    assert!(round.feedback(&bank).expect("feedback").right, "{:?}", bank[0].told(&attempt));
}

//! "Where does it hurt?" on the real content: red flags first, and rules that hold for any marks and signs.

mod common;

use common::marks::{LOW_BACK, at, mapping, scores};
use common::{config, knowledge};
use palpate_core::knowledge::{ComplaintKind, Urgency};
use palpate_core::locator::{Event, Flags, Locator, Mark, Match, Phase, Ranking, Sides, flags_to_ask, rank, signs_to_offer};
use palpate_core::{Knowledge, Side};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

// ---------------------------------------------------------------- red flags first

#[test]
fn every_red_flag_is_asked_once_the_most_urgent_first() {
    let asked: Vec<_> = flags_to_ask(knowledge()).collect();
    assert_eq!(asked.iter().map(|(level, _)| *level).collect::<Vec<_>>(), Urgency::ALL);
    let mut numbers: Vec<u16> = asked.iter().flat_map(|(_, flags)| flags.iter().map(|(number, _)| *number)).collect();
    for (level, flags) in &asked {
        for (number, flag) in flags {
            assert_eq!((flag.level, &knowledge().safety.red_flags[usize::from(*number)].id), (*level, &flag.id));
            // Asked on a small screen, one after the other.
            assert!(flag.signs.len() <= 180, "{} is too long to ask", flag.id);
        }
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (0..knowledge().safety.red_flags.len() as u16).collect::<Vec<_>>());
}

#[test]
fn nothing_is_marked_before_the_red_flags_and_none_of_these_is_said_in_words() {
    let mut locator = Locator::default();
    let Mark { zone, side } = at(LOW_BACK, Side::Right);
    let mark = Event::Mark { zone, side, on: true };
    locator.apply(knowledge(), mark.clone());
    assert_eq!((locator.phase(knowledge()), locator.marks.len()), (Phase::Flags, 0));
    locator.apply(knowledge(), Event::Flag { flag: 0, on: true });
    locator.apply(knowledge(), Event::NoFlags);
    assert_eq!(locator.flags, Flags::Some(vec![0]), "none of these can't be said of a ticked one");
    locator.apply(knowledge(), Event::Flag { flag: 0, on: false });
    assert_eq!(locator.phase(knowledge()), Phase::Flags, "unticking is not yet none of these");
    locator.apply(knowledge(), Event::NoFlags);
    locator.apply(knowledge(), mark);
    assert_eq!((locator.phase(knowledge()), locator.marks.len()), (Phase::Mapping, 1));
    locator.apply(knowledge(), Event::AskAgain);
    assert_eq!((locator.phase(knowledge()), locator.marks.len()), (Phase::Flags, 1));
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let all: Vec<Mark> = knowledge()
        .atlas
        .zones
        .iter()
        .flat_map(|zone| {
            let sides = if zone.paired { Side::BOTH.map(Some).to_vec() } else { vec![None] };
            sides.into_iter().map(|side| Mark { zone: zone.id.clone(), side })
        })
        .collect();
    let most = all.len().min(7);
    subsequence(all, 0..=most).prop_shuffle()
}

fn signs() -> impl Strategy<Value = Vec<String>> {
    let all: Vec<String> = signs_to_offer(knowledge()).map(|sign| sign.id.clone()).collect();
    let most = all.len();
    subsequence(all, 0..=most).prop_shuffle()
}

fn mirrored(marks: &[Mark]) -> Vec<Mark> {
    marks.iter().map(|mark| Mark { side: mark.side.map(Side::opposite), ..mark.clone() }).collect()
}

fn swapped(sides: Sides) -> Sides {
    match sides {
        Sides::Open => Sides::Open,
        Sides::One(side) => Sides::One(side.opposite()),
        Sides::Both { more } => Sides::Both { more: more.map(Side::opposite) },
    }
}

/// What the reasons of one side add up to.
fn sum(knowledge: &Knowledge, found: &Match<'_>, marks: &[Mark], side: Side) -> u16 {
    let here = |index: &usize| marks[*index].side.is_none_or(|own| own == side);
    let counted = || found.reasons.iter().filter(|reason| reason.points > 0 && (reason.marks.is_empty() || reason.marks.iter().any(here)));
    let places = counted().filter(|reason| !reason.marks.is_empty()).count();
    let further = u16::try_from(places.saturating_sub(1)).unwrap_or(0);
    counted().map(|reason| reason.points).sum::<u16>() + further * knowledge.locator.several.points
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_red_flag_closes_the_list_whatever_is_marked(marks in marks(), signs in signs(), flag in 0..19u16) {
        let signs: Vec<&str> = signs.iter().map(String::as_str).collect();
        let mut locator = mapping(&marks, &signs);
        let flag = flag % knowledge().safety.red_flags.len() as u16;
        locator.apply(knowledge(), Event::Flag { flag, on: true });
        prop_assert_eq!(locator.rank(knowledge()), None);
        match locator.phase(knowledge()) {
            Phase::Help(help) => {
                prop_assert!(help.flags.contains(&flag) && help.urgency <= knowledge().safety.red_flags[usize::from(flag)].level);
            }
            other @ (Phase::Flags | Phase::Mapping) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn what_fits_never_lowers_a_muscle(marks in marks(), signs in signs(), more in marks(), sign in signs()) {
        let helps = |id: &str| knowledge().atlas.zone(id).is_none_or(|zone| knowledge().locator.help.iter().any(|rule| rule.complaint == zone.complaint));
        let before = rank(knowledge(), &marks, &signs);
        let mut fuller = (marks.clone(), signs.clone());
        fuller.0.extend(more.into_iter().filter(|mark| !marks.contains(mark) && !helps(&mark.zone)).take(1));
        fuller.1.extend(sign.into_iter().filter(|sign| !signs.contains(sign)).take(1));
        let after = rank(knowledge(), &fuller.0, &fuller.1);
        let scores = scores(&after);
        for found in &before.matches {
            let score = scores.get(found.who.id());
            prop_assert!(score.is_some_and(|score| *score >= found.score), "{:?}: {} became {:?}", found.who, found.score, score);
        }
    }

    #[test]
    fn swapping_the_sides_of_the_marks_swaps_those_of_the_muscles_and_nothing_else(marks in marks(), signs in signs()) {
        let mut expected = rank(knowledge(), &marks, &signs);
        expected.matches.iter_mut().for_each(|found| found.sides = swapped(found.sides));
        prop_assert_eq!(rank(knowledge(), &mirrored(&marks), &signs), expected);
    }

    #[test]
    fn the_order_of_marks_and_signs_does_not_matter(both in (marks(), signs()).prop_flat_map(|(marks, signs)| {
        (Just(marks.clone()), Just(signs.clone()), Just(marks).prop_shuffle(), Just(signs).prop_shuffle())
    })) {
        let (marks, signs, other_marks, other_signs) = both;
        let (one, other) = (rank(knowledge(), &marks, &signs), rank(knowledge(), &other_marks, &other_signs));
        let standing = |ranking: &Ranking<'_>| ranking.matches.iter().map(|found| (found.who.clone(), found.score, found.tied, found.sides)).collect::<Vec<_>>();
        prop_assert_eq!(standing(&one), standing(&other));
        prop_assert_eq!(&one.help_if, &other.help_if);
        for found in &one.matches {
            let twin = other.matches.iter().find(|twin| twin.who == found.who);
            for (mark, strength) in marks.iter().zip(&found.per_mark) {
                let there = other_marks.iter().position(|other| other == mark);
                prop_assert_eq!(twin.and_then(|twin| there.map(|at| twin.per_mark[at])), Some(*strength));
            }
        }
    }

    #[test]
    fn every_place_in_the_list_is_explained(marks in marks(), signs in signs()) {
        let ranking = rank(knowledge(), &marks, &signs);
        for pair in ranking.matches.windows(2) {
            let standing = |found: &Match<'_>| (found.per_mark.iter().any(Option::is_some), found.score);
            prop_assert!(standing(&pair[0]) >= standing(&pair[1]));
            if standing(&pair[0]) == standing(&pair[1]) {
                prop_assert!(pair[0].tied && pair[1].tied);
            }
        }
        for found in &ranking.matches {
            prop_assert!(found.score >= knowledge().locator.threshold.points && !found.reasons.is_empty());
            let sums = Side::BOTH.map(|side| sum(knowledge(), found, &marks, side));
            prop_assert_eq!(found.score, sums[0].max(sums[1]), "{:?}", found.who);
            prop_assert_eq!(found.per_mark.len(), marks.len());
            for reason in &found.reasons {
                prop_assert!(!reason.text.is_empty() && !reason.cites.is_empty());
                prop_assert!(reason.marks.is_empty() == (reason.about.kind == ComplaintKind::Sign));
                prop_assert!(is_honest(reason.text), "{}", reason.text);
            }
        }
        for other in &ranking.others {
            prop_assert!(!other.text.is_empty() && !other.cites.is_empty() && !other.about.is_empty());
            prop_assert!(is_honest(other.text), "{}", other.text);
        }
        for first in &ranking.clinician_first {
            prop_assert!(!first.complaint.summary.is_empty() && is_honest(&first.complaint.summary));
            prop_assert!(ranking.matches.iter().all(|found| found.walkthroughs.is_empty()));
        }
    }

    #[test]
    fn the_reducer_keeps_its_word(events in prop::collection::vec(event(), 0..40)) {
        let mut locator = Locator::default();
        for event in events {
            let before = locator.clone();
            locator.apply(knowledge(), event);
            let open = before.phase(knowledge()) == Phase::Mapping;
            if !open {
                prop_assert!(locator.marks.iter().all(|mark| before.marks.contains(mark)), "marked while closed");
                prop_assert!(locator.signs.iter().all(|sign| before.signs.contains(sign)), "ticked while closed");
            }
            prop_assert_eq!(locator.rank(knowledge()).is_some(), locator.phase(knowledge()) == Phase::Mapping);
            if locator.flags != Flags::None {
                prop_assert_eq!(locator.rank(knowledge()), None);
            }
            prop_assert!(locator.flags != Flags::Some(Vec::new()));
            for (at, mark) in locator.marks.iter().enumerate() {
                let zone = knowledge().atlas.zone(&mark.zone);
                prop_assert!(zone.is_some_and(|zone| zone.paired == mark.side.is_some()));
                prop_assert!(!locator.marks[..at].contains(mark), "marked twice");
            }
            let kept = serde_json::to_string(&locator).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let back: Locator = serde_json::from_str(&kept).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&back, &locator);
        }
    }
}

fn event() -> impl Strategy<Value = Event> {
    use palpate_core::knowledge::View;
    use palpate_core::picture::Place;
    let spot = || [-180i16..180, -160i16..340];
    let view = || select(View::ALL.to_vec());
    let zone = || select(knowledge().atlas.zones.iter().map(|zone| zone.id.clone()).chain(["no-zone".to_owned()]).collect::<Vec<_>>());
    let side = || prop::option::of(select(Side::BOTH.to_vec()));
    let sign =
        || select(knowledge().complaints.iter().map(|complaint| complaint.id.clone()).chain(["no-sign".to_owned()]).collect::<Vec<_>>());
    prop_oneof![
        2 => (0..25u16, prop::bool::weighted(0.3)).prop_map(|(flag, on)| Event::Flag { flag, on }),
        6 => Just(Event::NoFlags),
        6 => (view(), spot()).prop_map(|(view, at)| Event::Tap(Place { view, at })),
        3 => (view(), prop::collection::vec(spot(), 0..6)).prop_map(|(view, line)| Event::Draw { view, line }),
        4 => (zone(), side(), any::<bool>()).prop_map(|(zone, side, on)| Event::Mark { zone, side, on }),
        2 => zone().prop_map(|zone| Event::BothSides { zone }),
        4 => (sign(), any::<bool>()).prop_map(|(id, on)| Event::Sign { id, on }),
        1 => Just(Event::Clear),
        1 => Just(Event::AskAgain),
    ]
}

/// Whether it promises nothing.
fn is_honest(text: &str) -> bool {
    let stems = ["diagnos", "treat", "curing"];
    text.to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .all(|word| !stems.iter().any(|stem| word.starts_with(stem)) && !["cure", "cures", "cured"].contains(&word))
}

#[test]
fn every_weight_and_paragraph_says_why_and_who_says_so() {
    let weights = &knowledge().locator;
    let scales = [&weights.place, &weights.sign].into_iter().flat_map(|scale| [&scale.core, &scale.common, &scale.possible]);
    let numbers = scales.chain([&weights.several, &weights.threshold]).map(|weight| (&weight.why, &weight.cites));
    let rules = [&weights.group, &weights.sides, &weights.places_first, &weights.hands].into_iter().map(|rule| (&rule.why, &rule.cites));
    let help = weights.help.iter().map(|rule| (&rule.why, &rule.cites));
    let said = weights.made.iter().chain(&weights.cannot).chain([&weights.disclaimer]).map(|saying| (&saying.text, &saying.cites));
    for (text, cites) in numbers.chain(rules).chain(help).chain(said) {
        assert!(!text.is_empty() && !cites.is_empty() && is_honest(text), "{text}");
    }
    assert!(weights.disclaimer.text.contains("may"));
}

/// Each place that is not a muscle's leads somewhere, and every zone to a complaint that can be read.
#[test]
fn every_zone_is_explained() {
    for zone in &knowledge().atlas.zones {
        let complaint = knowledge().complaint(&zone.complaint);
        assert!(complaint.is_some_and(|complaint| complaint.kind == ComplaintKind::Pain && !complaint.others.is_empty()), "{}", zone.id);
    }
}

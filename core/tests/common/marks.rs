//! Shared by the tests of "Where does it hurt?": marks by the complaint of their place, and lists made of them.

use super::knowledge;
use palpate_core::Side;
use palpate_core::knowledge::Who;
use palpate_core::locator::{Event, Locator, Mark, Ranking, rank, signs_to_offer};
use std::collections::BTreeMap;

pub const LOW_BACK: &str = "low-back-vertical";
pub const SACROILIAC: &str = "sacroiliac-upper-buttock";
pub const THIGH: &str = "front-of-upper-thigh";
pub const GROIN: &str = "groin";

/// A mark on the first zone of a complaint.
pub fn at(complaint: &str, side: Side) -> Mark {
    let zone = knowledge().atlas.zones.iter().find(|zone| zone.complaint == complaint && !zone.draw_only);
    let zone = zone.unwrap_or_else(|| panic!("no zone leads to {complaint}"));
    Mark { zone: zone.id.clone(), side: zone.paired.then_some(side) }
}

pub fn band() -> Mark {
    Mark { zone: knowledge().locator.across.zone.clone(), side: None }
}

pub fn ranked(marks: &[Mark], signs: &[&str]) -> Ranking<'static> {
    for sign in signs {
        assert!(signs_to_offer(knowledge()).any(|offered| offered.id == *sign), "{sign} is not offered");
    }
    rank(knowledge(), marks, &signs.iter().map(|sign| (*sign).to_owned()).collect::<Vec<_>>())
}

pub fn muscle(id: &str) -> Who {
    Who::Muscle(id.to_owned())
}

pub fn place_of(ranking: &Ranking<'_>, who: &Who) -> Option<usize> {
    ranking.matches.iter().position(|found| found.who == *who)
}

/// A locator whose red flags are answered with none.
pub fn mapping(marks: &[Mark], signs: &[&str]) -> Locator {
    let mut locator = Locator::default();
    locator.apply(knowledge(), Event::NoFlags);
    for Mark { zone, side } in marks.iter().cloned() {
        locator.apply(knowledge(), Event::Mark { zone, side, on: true });
    }
    for sign in signs {
        locator.apply(knowledge(), Event::Sign { id: (*sign).to_owned(), on: true });
    }
    locator
}

pub fn scores<'r>(ranking: &'r Ranking<'_>) -> BTreeMap<&'r str, u16> {
    ranking.matches.iter().map(|found| (found.who.id(), found.score)).collect()
}

//! Records for the tests: any at all, as an app could have kept them.

use crate::common::{MASSAGE, PSOAS, TODAY, guide, safety, start};
use crate::entries::{DAY, any_entry};
use palpate_core::exchange::backup::Record;
use palpate_core::gate::{Answer, Gate};
use palpate_core::item::Attempt;
use palpate_core::journal::{Entry, Stamp};
use palpate_core::memory::{Review, Sure, What};
use palpate_core::picture::Place;
use palpate_core::record::{Settings, Theme};
use palpate_core::walkthrough::{Event, Finished, Found};
use palpate_core::{Day, Side};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub fn moment() -> impl Strategy<Value = Stamp> {
    let at = prop_oneof![(0u32..40).prop_map(|n| f64::from(TODAY.0) * DAY + f64::from(n)), 0.0..6e12];
    (at, select(vec![0i16, -60, 480, -840])).prop_map(|(at, offset)| Stamp { at, offset })
}

fn attempt() -> impl Strategy<Value = Attempt> {
    let item = select(vec!["i1", "gen-a-b", "\u{1f9b4} \"<&\\", "\u{2028}"]).prop_map(str::to_owned);
    (item, prop::collection::vec(any::<u8>(), 0..4), 0u8..4).prop_map(|(item, chosen, kind)| match kind {
        0 => Attempt::SingleBest { item, chosen: chosen.first().copied().unwrap_or_default() },
        1 => Attempt::SelectAll { item, chosen },
        2 => Attempt::Order { item, order: chosen },
        _ => Attempt::Matching { item, matched: chosen },
    })
}

pub fn review() -> impl Strategy<Value = Review> {
    let sure = || select(vec![Sure::Unsure, Sure::Sure, Sure::Easy]);
    let answered =
        (option::of(attempt()), any::<bool>(), sure()).prop_map(|(attempt, right, sure)| What::Answered { attempt, right, sure });
    let found = select(vec![Found::Yes, Found::NotSure, Found::No]);
    let practised = (select(Side::BOTH.to_vec()), found, sure()).prop_map(|(side, found, sure)| What::Practised { side, found, sure });
    let what = prop_oneof![answered, practised, Just(What::Read)];
    (select(vec!["a", "b", "skill-psoas-palpation"]), moment(), what).prop_map(|(card, when, what)| Review {
        card: card.to_owned(),
        when,
        what,
    })
}

fn finished() -> impl Strategy<Value = Finished> {
    (select(vec![MASSAGE, PSOAS]), moment()).prop_map(|(id, when)| {
        let guide = guide(id);
        let mut session = start(guide);
        session.apply(guide, safety(), Event::SetSide(Side::Left), when.at);
        session.apply(guide, safety(), Event::Leave, when.at + 1_000.5);
        // As it is after it was kept: without the clock of the page.
        let session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        Finished { session, at: when.at }
    })
}

/// An entry that the app could have written: at a moment that there is, and changed at one.
fn entry() -> impl Strategy<Value = Entry> {
    (any_entry(6), moment(), moment()).prop_map(|(entry, when, changed)| Entry { when, changed: changed.at, ..entry })
}

fn gate() -> impl Strategy<Value = Gate> {
    (0i32..40_000, 0usize..10).prop_map(|(day, answers)| {
        let mut gate = Gate::new(Day(day));
        (0..answers).for_each(|n| gate.answer(&format!("q{n}"), Answer::No));
        gate
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    (5u8..20).prop_map(|round_length| Settings { theme: Theme::Dark, round_length, ..Settings::default() })
}

fn unread() -> impl Strategy<Value = (String, String)> {
    let json = vec!["null", "{\"a\":[1,2,\" \"]}", "\"\\ud800\"", "1e999", "[[[[]]]]", "{\"__proto__\":{\"x\":1}}"];
    (select(vec!["journal", "reviews", "gate", "of a version to come"]), select(json))
        .prop_map(|(place, json)| (place.to_owned(), json.to_owned()))
}

prop_compose! {
    pub fn any_record()(
        settings in option::of(settings()),
        gate in option::of(gate()),
        reviews in prop::collection::vec(review(), 0..12),
        finished in prop::collection::vec(finished(), 0..4),
        journal in prop::collection::vec(entry(), 0..6),
        unread in prop::collection::vec(unread(), 0..4),
    ) -> Record {
        // Each id once, as the store has it.
        let journal = palpate_core::journal::merge::merge(journal, Vec::new()).entries;
        let session = finished.first().map(|finished| finished.session.clone());
        Record { settings, gate, session, reviews, finished, journal, unread, ..Record::default() }
    }
}

/// An answer on a picture, which holds places.
pub fn on_a_picture(at: f64) -> Review {
    let place: Place = serde_json::from_str(r#"{"view":"front","at":[-12,40]}"#).unwrap();
    let attempt = Some(Attempt::Locate { item: "p".to_owned(), place });
    Review { card: "p".to_owned(), when: Stamp { at, offset: 0 }, what: What::Answered { attempt, right: true, sure: Sure::Sure } }
}

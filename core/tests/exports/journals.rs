//! Journals to export: the example, one with each answer that there is, and random ones with anything in their texts.

use super::knowledge;
use palpate_core::Side;
use palpate_core::journal::{Entry, Extension, Finding, Score, Spread, Stamp};
use palpate_core::knowledge::View;
use palpate_core::picture::Place;
use palpate_core::walkthrough::{Found, Strokes};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub const NOW: Stamp = Stamp { at: 1_795_600_000_000.0, offset: -60 };

const EXTENSIONS: [Extension; 3] = [Extension::Flat, Extension::LiftsALittle, Extension::Lifts];
const SPREADS: [Spread; 3] = [Spread::Stays, Spread::Spreads, Spread::Refers];
const FOUND: [Found; 3] = [Found::Yes, Found::NotSure, Found::No];

/// `journal.json`.
pub fn example() -> Vec<Entry> {
    serde_json::from_str(include_str!("journal.json")).unwrap()
}

/// The example and entries that between them hold each answer there is.
pub fn every_answer() -> Vec<Entry> {
    let mut entries = example();
    for index in 0..3 {
        let mut finding = Finding::new("iliacus", None, Side::BOTH[index % 2], Strokes::try_from(9).unwrap());
        (finding.spread, finding.sure, finding.sharp) = (Some(SPREADS[index]), Some(FOUND[index]), true);
        let mut entry = Entry::new(format!("00000000000000{index:02}"), NOW);
        (entry.extension_before, entry.extension_after) = (Some(EXTENSIONS[index]), Some(EXTENSIONS[index]));
        (entry.side, entry.sore) = (Some(Side::BOTH[index % 2]), true);
        entry.findings = vec![finding];
        entries.push(entry);
    }
    entries
}

/// What a person may type, and what may break a table or a spreadsheet.
pub fn text() -> impl Strategy<Value = String> {
    let part = select(vec![
        "=",
        "+",
        "-",
        "@",
        "＝",
        "'",
        "''",
        "\"",
        "\"\"",
        ",",
        ";",
        "\r\n",
        "\n",
        "\r",
        "\t",
        " ",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\0",
        "\u{1b}",
        "SUM(A1)",
        "cmd|' /C calc'!A0",
        "tender",
        "été",
        "痛い",
        "🦵🏽",
        "</td>",
        "null",
    ]);
    prop_oneof![
        3 => Just(String::new()),
        3 => prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
        1 => "[ -~\n]{0,40}",
    ]
}

/// An id that content knows, or one of a record that came from elsewhere.
fn id(known: Vec<String>) -> impl Strategy<Value = String> {
    prop_oneof![4 => select(known), 1 => text()]
}

fn ids<T>(things: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
    things.iter().map(|thing| id(thing).clone()).collect()
}

pub fn stamp() -> impl Strategy<Value = Stamp> {
    let at = prop_oneof![6 => 1.7e12..1.9e12f64, 1 => -1e14..1e15f64, 1 => any::<f64>()];
    let offset = prop_oneof![3 => select(vec![0i16, -60, 480, -345, 210]), 1 => any::<i16>()];
    (at, offset).prop_map(|(at, offset)| Stamp { at, offset })
}

fn score() -> impl Strategy<Value = Option<Score>> {
    of((0u8..=10).prop_map(|score| Score::try_from(score).unwrap()))
}

fn side() -> impl Strategy<Value = Side> {
    select(Side::BOTH.to_vec())
}

fn place() -> impl Strategy<Value = Place> {
    (select(View::ALL.to_vec()), any::<[i16; 2]>()).prop_map(|(view, at)| Place { view, at })
}

fn finding() -> impl Strategy<Value = Finding> {
    let areas = knowledge().walkthroughs.iter().flat_map(|guide| ids(&guide.areas, |area| &area.id)).collect();
    let who = (id(ids(&knowledge().muscles, |muscle| &muscle.id)), of(0u8..4), of(id(areas)), side(), 0u8..=15);
    let what = (score(), of(any::<bool>()), any::<bool>(), any::<bool>(), of(select(SPREADS.to_vec())));
    let complaints = ids(&knowledge().complaints, |complaint| &complaint.id);
    let felt = (prop::collection::vec(place(), 0..3), prop::collection::vec(id(complaints), 0..3));
    (who, what, felt, of(select(FOUND.to_vec())), text()).prop_map(|(who, what, felt, sure, note)| {
        let (muscle, point, area, side, strokes) = who;
        let (tender, familiar, sharp, rising, spread) = what;
        let (felt, felt_at) = felt;
        let strokes = Strokes::try_from(strokes).unwrap();
        Finding { muscle, point, area, side, strokes, tender, familiar, sharp, rising, spread, felt, felt_at, sure, note }
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    let complaints = ids(&knowledge().complaints, |complaint| &complaint.id);
    let what = (
        of(id(ids(&knowledge().walkthroughs, |guide| &guide.id))),
        of(side()),
        of(id(complaints)),
        of(id(ids(&knowledge().safety.stop, |reason| &reason.id))),
    );
    let how = (score(), score(), of(select(EXTENSIONS.to_vec())), of(select(EXTENSIONS.to_vec())), any::<bool>());
    let id = prop_oneof![8 => "[0-9a-f]{16}", 1 => text()];
    let findings = prop::collection::vec(finding(), 0..4);
    (id, stamp(), prop::bool::weighted(0.15), what, how, findings, text()).prop_map(|(id, when, deleted, what, how, findings, note)| {
        let (walkthrough, side, complaint, stopped) = what;
        let (before, after, extension_before, extension_after, sore) = how;
        let entry = Entry::new(id, when);
        let told = Entry { walkthrough, side, complaint, before, after, ..entry };
        Entry { deleted, extension_before, extension_after, sore, stopped, findings, note, ..told }
    })
}

/// A journal in which no id comes twice, as a merge leaves it.
pub fn journal() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(entry(), 0..5).prop_map(|mut entries| {
        entries.sort_by(|one, other| one.id.cmp(&other.id));
        entries.dedup_by(|one, other| one.id == other.id);
        entries
    })
}

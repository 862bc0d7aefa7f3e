//! The journal as a table for spreadsheets and statistics: one row a finding. docs/exports.md tells of every column.
//!
//! How a table is written is [`crate::csv`]'s matter.

pub use crate::csv::unguarded;

use super::{Entry, Extension, Finding, Score, Spread};
use crate::csv::{BYTE_ORDER_MARK, guarded, row};
use crate::knowledge::Knowledge;
use crate::side::Side;
use crate::walkthrough::Found;

/// The columns, in order. Names are stable: other people's scripts go by them.
pub const COLUMNS: [&str; 32] = [
    "entry_id",
    "when",
    "date",
    "walkthrough",
    "side",
    "complaint_id",
    "complaint",
    "before",
    "after",
    "extension_before",
    "extension_after",
    "sore",
    "stopped",
    "finding",
    "point",
    "muscle_id",
    "muscle",
    "area_id",
    "area",
    "finding_side",
    "tender",
    "familiar",
    "sharp",
    "rising",
    "spread",
    "felt",
    "felt_at",
    "sure",
    "strokes",
    "finding_stop",
    "finding_note",
    "entry_note",
];

/// How many columns stand before those of the finding, and how many are its.
const OF_ENTRY: usize = 13;
const OF_FINDING: usize = 18;

/// The entries that are not deleted, oldest first, as the text of a CSV file.
pub fn write(knowledge: &Knowledge, entries: &[Entry]) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    row(&mut out, COLUMNS.map(str::to_owned));
    for entry in in_order(entries) {
        let head = of_entry(knowledge, entry);
        let empty = [const { String::new() }; OF_FINDING];
        let findings = (1..).zip(&entry.findings).map(|(number, finding)| of_finding(knowledge, entry, number, finding));
        let none = entry.findings.is_empty().then_some(empty);
        for finding in findings.chain(none) {
            row(&mut out, head.iter().cloned().chain(finding).chain([guarded(&entry.note)]));
        }
    }
    out
}

/// What is to be exported: entries that are not deleted, by time, and by id where that is the same.
pub(super) fn in_order(entries: &[Entry]) -> Vec<&Entry> {
    let mut kept: Vec<_> = entries.iter().filter(|entry| !entry.deleted).collect();
    crate::order::sort_by(&mut kept, |one, other| one.when.at.total_cmp(&other.when.at).then_with(|| one.id.cmp(&other.id)));
    kept
}

fn of_entry(knowledge: &Knowledge, entry: &Entry) -> [String; OF_ENTRY] {
    let complaint = entry.complaint.as_deref();
    [
        guarded(&entry.id),
        entry.when.iso().unwrap_or_default(),
        entry.when.iso_date().unwrap_or_default(),
        id(entry.walkthrough.as_deref()),
        side(entry.side),
        id(complaint),
        id(complaint.and_then(|id| knowledge.complaint(id)).map(|complaint| complaint.title.as_str())),
        score(entry.before),
        score(entry.after),
        slug(entry.extension_before.map(extension)),
        slug(entry.extension_after.map(extension)),
        ticked(entry.sore),
        id(entry.stopped.as_deref()),
    ]
}

fn of_finding(knowledge: &Knowledge, entry: &Entry, number: usize, finding: &Finding) -> [String; OF_FINDING] {
    let felt = finding.felt.iter().map(|place| format!("{}:{}:{}", place.view.slug(), place.at[0], place.at[1]));
    [
        number.to_string(),
        finding.point.map(|index| (usize::from(index) + 1).to_string()).unwrap_or_default(),
        guarded(&finding.muscle),
        id(knowledge.muscle(&finding.muscle).map(|muscle| muscle.name.as_str())),
        id(finding.area.as_deref()),
        id(area(knowledge, entry, finding)),
        side(Some(finding.side)),
        score(finding.tender),
        slug(finding.familiar.map(|familiar| if familiar { "yes" } else { "no" })),
        ticked(finding.sharp),
        ticked(finding.rising),
        slug(finding.spread.map(spread)),
        felt.collect::<Vec<_>>().join(";"),
        guarded(&finding.felt_at.join(";")),
        slug(finding.sure.map(sure)),
        finding.strokes.count().to_string(),
        slug(finding.stop_rule()),
        guarded(&finding.note),
    ]
}

/// The title of the area that a finding was made in.
pub(super) fn area<'k>(knowledge: &'k Knowledge, entry: &Entry, finding: &Finding) -> Option<&'k str> {
    let guide = knowledge.walkthrough(entry.walkthrough.as_deref()?)?;
    let id = finding.area.as_deref()?;
    guide.areas.iter().find(|area| area.id == id).map(|area| area.title.as_str())
}

pub(super) fn extension(extension: Extension) -> &'static str {
    match extension {
        Extension::Flat => "flat",
        Extension::LiftsALittle => "lifts-a-little",
        Extension::Lifts => "lifts",
    }
}

pub(super) fn spread(spread: Spread) -> &'static str {
    match spread {
        Spread::Stays => "stays",
        Spread::Spreads => "spreads",
        Spread::Refers => "refers",
    }
}

pub(super) fn sure(found: Found) -> &'static str {
    match found {
        Found::Yes => "yes",
        Found::NotSure => "not-sure",
        Found::No => "no",
    }
}

fn side(side: Option<Side>) -> String {
    slug(side.map(Side::word))
}

fn score(score: Option<Score>) -> String {
    score.map(|score| score.number().to_string()).unwrap_or_default()
}

/// A box that was not ticked says nothing: it may not have been asked. So there is no "no".
fn ticked(ticked: bool) -> String {
    slug(ticked.then_some("yes"))
}

fn slug(word: Option<&'static str>) -> String {
    word.unwrap_or_default().to_owned()
}

/// Words of the person or of the content, or an id of a record that came from anywhere.
fn id(text: Option<&str>) -> String {
    guarded(text.unwrap_or_default())
}

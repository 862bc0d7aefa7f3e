//! What places, sides, rules and feelings of the journal are called. What is no longer known is called by its id.

use crate::state::App;
use palpate_core::journal::{Entry, Finding};
use palpate_core::knowledge::{FocusArea, Muscle, StopReason};
use palpate_core::side::Side;
use palpate_core::walkthrough::Found;

/// The focus area with this id, in whichever walkthrough has it.
pub fn area(app: App, id: &str) -> Option<&'static FocusArea> {
    app.knowledge.walkthroughs.iter().flat_map(|guide| &guide.areas).find(|area| area.id == id)
}

/// What a muscle is called.
pub fn muscle(app: App, id: &str) -> String {
    app.knowledge.muscle(id).map_or_else(|| id.to_owned(), |muscle: &Muscle| muscle.name.clone())
}

/// What a finding's place is called, without its side: the area, or else the muscle.
pub fn place(app: App, area_id: Option<&str>, muscle_id: &str, side: Side) -> String {
    let Some(id) = area_id else { return muscle(app, muscle_id) };
    area(app, id).map_or_else(|| id.to_owned(), |area| side.render(&area.title))
}

/// The stop rule with this id, where it is still known.
pub fn stop(app: App, id: &str) -> Option<&'static StopReason> {
    app.knowledge.safety.stop.iter().find(|reason| reason.id == id)
}

/// What a stop rule says of what is felt.
pub fn feel(app: App, id: &str) -> String {
    stop(app, id).map_or_else(|| id.to_owned(), |reason| reason.feel.clone())
}

/// What the place of a finding is called.
pub fn place_of(app: App, finding: &Finding) -> String {
    place(app, finding.area.as_deref(), &finding.muscle, finding.side)
}

/// The sides that an entry is about, for a heading: "Right", "Both sides"; nothing where it tells none.
pub fn sides(entry: &Entry) -> Option<&'static str> {
    let mut sides: Vec<Side> = entry.findings.iter().map(|finding| finding.side).chain(entry.side).collect();
    palpate_core::order::sort_by_key(&mut sides, |side| *side == Side::Left);
    sides.dedup();
    match sides.as_slice() {
        [] => None,
        [side] => Some(side.title()),
        _ => Some("Both sides"),
    }
}

/// How sure, in a few words.
pub fn sure(found: Found) -> &'static str {
    match found {
        Found::Yes => "found it",
        Found::NotSure => "not sure",
        Found::No => "did not find it",
    }
}

/// What a complaint is called.
pub fn complaint(app: App, id: &str) -> String {
    app.knowledge.complaint(id).map_or_else(|| id.to_owned(), |complaint| complaint.title.clone())
}

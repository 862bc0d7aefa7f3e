//! Codes and what they are called: the standard ones that are exactly right, and our own for all else.
//!
//! A wrong code is a false clinical sentence that no reader sees. So there is no code here that was not looked up, none of
//! SNOMED CT (a code of a muscle would say that it was this muscle, and the person only looked for it), and none for
//! tenderness under one's own finger, where LOINC has no term that says that. The addresses here are names that FHIR gives
//! to these systems; nothing is ever fetched from them.

use super::model::{CodeableConcept, Coding, Quantity};
use crate::journal::{Extension, Score, Spread, csv};
use crate::side::Side;
use crate::walkthrough::Found;

const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// Our own code system. docs/exports.md lists what is in it. It needs no host: a name of this form is nobody's address.
pub const OWN: &str = "urn:uuid:d43f2e0d-bd43-43ad-bda6-edf981a4eb9c";

/// LOINC's code for a number from 0 to 10 that a person gives to pain, and its name there.
pub const PAIN: (&str, &str) = ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported");

/// What the person says of themselves. Not `exam`: that is what a clinician finds.
pub fn survey() -> CodeableConcept {
    let coding = Coding { system: CATEGORY, code: "survey".to_owned(), display: Some("Survey") };
    CodeableConcept { coding: vec![coding], text: None }
}

/// A score, in the unit that UCUM has for scores.
pub fn quantity(score: Score) -> Quantity {
    Quantity { value: score.number(), unit: "{score}", system: UCUM, code: "{score}" }
}

/// A code of our own, with its words.
pub fn own(code: &str, text: &str) -> CodeableConcept {
    CodeableConcept { coding: vec![Coding { system: OWN, code: code.to_owned(), display: None }], text: clean(text) }
}

/// Something that content names: by our code where content knows it (`title`), else by its id, in words alone.
pub fn named(kind: &str, id: &str, title: Option<&str>) -> Option<CodeableConcept> {
    match title {
        Some(title) => Some(own(&format!("{kind}.{id}"), title)),
        None => clean(id).map(|text| CodeableConcept { coding: Vec::new(), text: Some(text) }),
    }
}

/// The moment of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Before,
    After,
}

/// What a score before or after is of. LOINC's code says pain, so it stands only where it was pain that was asked about;
/// our code says which of the two it is.
pub fn discomfort(moment: Moment, is_pain: bool) -> CodeableConcept {
    let (code, text) = match (moment, is_pain) {
        (Moment::Before, true) => ("before", "Pain before, from 0 (none) to 10 (the worst imaginable)"),
        (Moment::After, true) => ("after", "Pain after, from 0 (none) to 10 (the worst imaginable)"),
        (Moment::Before, false) => ("before", "How strong the complaint was before, from 0 (not at all) to 10 (the worst imaginable)"),
        (Moment::After, false) => ("after", "How strong the complaint was after, from 0 (not at all) to 10 (the worst imaginable)"),
    };
    let mut concept = own(code, text);
    if is_pain {
        concept.coding.insert(0, Coding { system: LOINC, code: PAIN.0.to_owned(), display: Some(PAIN.1) });
    }
    concept
}

pub fn extension_at(moment: Moment) -> CodeableConcept {
    match moment {
        Moment::Before => own("extension-before", "Self-check of how far the hip straightens, before (a hint at most)"),
        Moment::After => own("extension-after", "Self-check of how far the hip straightens, after (a hint at most)"),
    }
}

pub fn extension(extension: Extension) -> CodeableConcept {
    let text = match extension {
        Extension::Flat => "On the back, other knee held: the thigh lies on the floor",
        Extension::LiftsALittle => "On the back, other knee held: the thigh lifts a little",
        Extension::Lifts => "On the back, other knee held: the thigh lifts",
    };
    own(&format!("extension.{}", csv::extension(extension)), text)
}

pub fn spread(spread: Spread) -> CodeableConcept {
    let text = match spread {
        Spread::Stays => "Felt under the finger alone",
        Spread::Spreads => "Widens around the finger",
        Spread::Refers => "Felt somewhere else too",
    };
    own(&format!("spread.{}", csv::spread(spread)), text)
}

pub fn sure(found: Found) -> CodeableConcept {
    let text = match found {
        Found::Yes => "Yes",
        Found::NotSure => "Not sure",
        Found::No => "No",
    };
    own(&format!("found.{}", csv::sure(found)), text)
}

pub fn side(side: Side) -> CodeableConcept {
    match side {
        Side::Left => own("side.left", "Left"),
        Side::Right => own("side.right", "Right"),
    }
}

/// Text as FHIR can hold it: no control characters but tab and line ends, no spaces that its pattern does not know, none
/// at the ends; `None` when nothing is left, for FHIR has no empty text.
pub fn clean(text: &str) -> Option<String> {
    let known = |c: char| match c {
        '\t' | '\n' | '\r' => Some(c),
        _ if c.is_control() || c == '\u{feff}' => None,
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    };
    let text: String = text.chars().filter_map(known).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

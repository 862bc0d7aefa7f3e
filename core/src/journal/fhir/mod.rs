//! The journal for a clinician's software: FHIR R4, a collection of observations. docs/exports.md says why it is as it is.
//!
//! Each entry becomes one observation that stands for it, with a member for the score before, for the score after, and for
//! each finding. All were told by the person, of the person, and nobody is named. A box that was not ticked says nothing.

pub(crate) mod address;
mod codes;
mod model;

pub use codes::{OWN, PAIN};
pub use model::{Annotation, Bundle, BundleEntry, CodeableConcept, Coding, Component, Observation, Quantity, Reference};

use super::{Entry, Finding, Score, Stamp, csv};
use crate::knowledge::{ComplaintKind, Knowledge};
use crate::picture::{Place, whereabouts};
use address::urn;
use codes::{Moment, clean, named, own};

/// The entries that are not deleted, oldest first.
pub fn bundle(knowledge: &Knowledge, entries: &[Entry], exported_at: Stamp) -> Bundle {
    let entry = csv::in_order(entries).into_iter().flat_map(|entry| of_entry(knowledge, entry)).collect();
    Bundle { resource_type: "Bundle", kind: "collection", timestamp: exported_at.iso(), entry }
}

/// The observation that stands for an entry, and those that belong to it.
fn of_entry(knowledge: &Knowledge, entry: &Entry) -> Vec<BundleEntry> {
    let scored = [(Moment::Before, "before", entry.before), (Moment::After, "after", entry.after)];
    let scores = scored.into_iter().filter_map(|(moment, part, score)| {
        score.map(|score| BundleEntry { full_url: urn(&entry.id, part), resource: scored_at(knowledge, entry, moment, score) })
    });
    let findings = (0..entry.findings.len()).map(|index| BundleEntry {
        full_url: urn(&entry.id, &part_of(&entry.findings, index)),
        resource: found(knowledge, entry, &entry.findings[index]),
    });
    let members: Vec<_> = scores.chain(findings).collect();
    let whole = BundleEntry { full_url: urn(&entry.id, "entry"), resource: whole(knowledge, entry, &members) };
    [whole].into_iter().chain(members).collect()
}

/// What tells a finding from the others of its entry, also when one of them is deleted later: where it was made, and a number
/// where two were made at the same.
fn part_of(findings: &[Finding], index: usize) -> String {
    let key = |finding: &Finding| {
        let point = finding.point.map(|point| point.to_string()).unwrap_or_default();
        format!("{point}/{}/{}/{}", finding.muscle, finding.area.as_deref().unwrap_or_default(), finding.side.word())
    };
    let own = key(&findings[index]);
    let earlier = findings[..index].iter().filter(|finding| key(finding) == own).count();
    format!("finding/{own}/{earlier}")
}

/// An observation with what all have in common.
fn observation(entry: &Entry, code: CodeableConcept) -> Observation {
    let person = Reference { reference: None, kind: Some("Patient"), display: Some("The person who keeps this journal") };
    Observation {
        resource_type: "Observation",
        status: "final",
        category: vec![codes::survey()],
        code,
        subject: person.clone(),
        effective_date_time: entry.when.iso(),
        performer: vec![person],
        value_quantity: None,
        value_string: None,
        note: Vec::new(),
        body_site: None,
        has_member: Vec::new(),
        component: Vec::new(),
    }
}

/// The entry itself: what was done, and what is said of all of it.
fn whole(knowledge: &Knowledge, entry: &Entry, members: &[BundleEntry]) -> Observation {
    let mut whole = observation(entry, own("entry", "Entry of a journal of self-palpation"));
    let mut add = |code, value: Option<CodeableConcept>| whole.component.extend(value.map(|value| concept(code, value)));
    let walkthrough = entry.walkthrough.as_deref();
    let guide = walkthrough.and_then(|id| knowledge.walkthrough(id)).map(|guide| guide.title.as_str());
    add(own("walkthrough", "What was done"), walkthrough.and_then(|id| named("walkthrough", id, guide)));
    add(own("side", "Side that was worked on"), entry.side.map(codes::side));
    add(codes::extension_at(Moment::Before), entry.extension_before.map(codes::extension));
    add(codes::extension_at(Moment::After), entry.extension_after.map(codes::extension));
    let stopped = entry.stopped.as_deref();
    let feel = stopped.and_then(|id| knowledge.safety.stop.iter().find(|reason| reason.id == id)).map(|reason| reason.feel.as_str());
    add(own("stopped", "Feeling that ended it early"), stopped.and_then(|id| named("stop", id, feel)));
    if entry.sore {
        whole.component.push(flag(own("sore", "Still sore from last time"), true));
    }
    let member = |url: &String| Reference { reference: Some(url.clone()), kind: Some("Observation"), display: None };
    whole.has_member = members.iter().map(|entry| member(&entry.full_url)).collect();
    let note = clean(&entry.note);
    // A note alone is what was observed; beside anything else it is a note on that.
    if whole.component.is_empty() && whole.has_member.is_empty() {
        whole.value_string = note;
    } else {
        whole.note = note.map(|text| Annotation { text }).into_iter().collect();
    }
    whole
}

/// The score before or after.
fn scored_at(knowledge: &Knowledge, entry: &Entry, moment: Moment, score: Score) -> Observation {
    let id = entry.complaint.as_deref();
    let complaint = id.and_then(|id| knowledge.complaint(id));
    // Of a complaint that content does not know any more nobody can say that it was pain.
    let is_pain = match complaint.map(|complaint| complaint.kind) {
        Some(ComplaintKind::Pain) => true,
        Some(ComplaintKind::Sign) => false,
        None => id.is_none(),
    };
    let value = id.and_then(|id| named("complaint", id, complaint.map(|complaint| complaint.title.as_str())));
    Observation {
        value_quantity: Some(codes::quantity(score)),
        component: value.map(|value| concept(own("complaint", "What it was about"), value)).into_iter().collect(),
        ..observation(entry, codes::discomfort(moment, is_pain))
    }
}

/// What was found at one place.
fn found(knowledge: &Knowledge, entry: &Entry, finding: &Finding) -> Observation {
    let code = match finding.tender {
        Some(_) => own("tenderness", "How tender it was under the person's own finger, from 0 (not at all) to 10 (the worst imaginable)"),
        None => own("finding", "What the person felt at a place that they pressed"),
    };
    let mut component = Vec::new();
    if let Some(familiar) = finding.familiar {
        component.push(flag(own("familiar", "It is the ache that the person knows"), familiar));
    }
    if finding.sharp {
        component.push(flag(own("sharp", "It was sharp"), true));
    }
    if finding.rising {
        component.push(flag(own("rising", "It rose, or did not fade within about 20 seconds"), true));
    }
    let spread = finding.spread.map(|spread| concept(own("spread", "What the ache did while pressed"), codes::spread(spread)));
    component.extend(spread);
    for id in &finding.felt_at {
        let title = knowledge.complaint(id).map(|complaint| complaint.title.as_str());
        component.extend(named("complaint", id, title).map(|value| concept(own("felt-at", "Also felt as"), value)));
    }
    for place in &finding.felt {
        component
            .push(Component { value_string: Some(place_in_words(*place)), ..empty(own("felt", "Also felt at, on a drawing of a body")) });
    }
    let sure = finding.sure.map(|sure| concept(own("sure", "Whether the person thinks that they found the muscle"), codes::sure(sure)));
    component.extend(sure);
    // A point has strokes, if only 0 of them; where there was no point there is nothing to count.
    if finding.point.is_some() || finding.strokes.count() > 0 {
        component.push(Component { value_integer: Some(finding.strokes.count()), ..empty(own("strokes", "Strokes on this point")) });
    }
    Observation {
        value_quantity: finding.tender.map(codes::quantity),
        body_site: Some(site(knowledge, entry, finding)),
        note: clean(&finding.note).map(|text| Annotation { text }).into_iter().collect(),
        component,
        ..observation(entry, code)
    }
}

/// Where the fingers were: "Left side, looking for: Iliacus (Inside the hip bone)". In words, and by our code of the muscle.
fn site(knowledge: &Knowledge, entry: &Entry, finding: &Finding) -> CodeableConcept {
    let muscle = knowledge.muscle(&finding.muscle);
    let name = muscle.map(|muscle| muscle.name.clone()).or_else(|| clean(&finding.muscle)).unwrap_or_else(|| "a muscle".to_owned());
    let area = csv::area(knowledge, entry, finding).map(|title| format!(" ({title})")).unwrap_or_default();
    let text = format!("{} side, looking for: {name}{area}", finding.side.title());
    match muscle {
        Some(muscle) => own(&format!("muscle.{}", muscle.id), &text),
        None => CodeableConcept { coding: Vec::new(), text: Some(text) },
    }
}

fn place_in_words(place: Place) -> String {
    format!("{} view: {}", place.view.title(), whereabouts(place))
}

fn empty(code: CodeableConcept) -> Component {
    Component { code, value_codeable_concept: None, value_string: None, value_boolean: None, value_integer: None }
}

fn concept(code: CodeableConcept, value: CodeableConcept) -> Component {
    Component { value_codeable_concept: Some(value), ..empty(code) }
}

fn flag(code: CodeableConcept, value: bool) -> Component {
    Component { value_boolean: Some(value), ..empty(code) }
}

//! Reads `content/` and makes the knowledge base of it.
//!
//! The people who write content need not know Rust, so every mistake comes back as a file, a line and a remedy, and
//! all mistakes come back at once. Used by `cargo xtask build` and `check`, and by tests.

mod aloud;
mod anatomy;
mod atlas;
mod authored;
mod desk;
mod drawing;
mod files;
mod items;
mod journal;
pub mod lint;
mod locator;
mod poses;
mod problem;
mod reading;
mod safety;
mod walkthroughs;

pub use problem::{Fault, Problem};

use authored as from;
use desk::{Desk, Page};
use drawing::Drawing;
use files::File;
use palpate_core::Knowledge;
use palpate_core::knowledge::{Atlas, Lazy, View};
use serde::de::DeserializeOwned;
use std::path::Path;

/// Reads every file below `dir` and returns the knowledge base.
///
/// # Errors
/// All problems found, in the order of the files; when a file is not readable or not TOML, those problems alone.
pub fn compile(dir: &Path) -> Result<Knowledge, Vec<Problem>> {
    Content::read(dir)?.compiled()
}

/// A file together with what it holds.
type Read<T> = (File, T);

/// Every content file, parsed.
struct Content {
    sources: Read<from::SourcesFile>,
    facts: Vec<Read<from::FactsFile>>,
    disagreements: Read<from::DisagreementsFile>,
    muscles: Vec<Read<from::Muscle>>,
    landmarks: Read<from::LandmarksFile>,
    complaints: Read<from::ComplaintsFile>,
    glossary: Read<from::GlossaryFile>,
    safety: Read<from::SafetyFile>,
    walkthroughs: Vec<Read<from::Walkthrough>>,
    structures: Read<from::StructuresFile>,
    zones: Read<from::ZonesFile>,
    locator: Read<from::LocatorFile>,
    journal: Read<from::JournalFile>,
    drawings: Vec<Drawing>,
    poses: Read<from::PosesFile>,
    items: Vec<Read<from::ItemsFile>>,
    coverage: Read<from::CoverageFile>,
}

fn one<T: DeserializeOwned>(dir: &Path, name: &str, problems: &mut Vec<Problem>) -> Option<Read<T>> {
    let read = File::read(dir, name).and_then(|file| file.parse().map(|table| (file, table)));
    read.map_err(|problem| problems.push(problem)).ok()
}

fn folder<T: DeserializeOwned>(dir: &Path, name: &str, problems: &mut Vec<Problem>) -> Vec<Read<T>> {
    let files = File::read_all(dir, name).unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    files
        .into_iter()
        .filter_map(|file| match file.parse() {
            Ok(table) => Some((file, table)),
            Err(problem) => {
                problems.push(problem);
                None
            }
        })
        .collect()
}

impl Content {
    fn read(dir: &Path) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let content = Content::read_files(dir, &mut problems);
        content.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// Every file is read before the first that is missing ends it, so that all problems are told at once.
    fn read_files(dir: &Path, bad: &mut Vec<Problem>) -> Option<Self> {
        let sources = one(dir, "sources.toml", bad);
        let facts = folder(dir, "facts", bad);
        let disagreements = one(dir, "disagreements.toml", bad);
        let mut muscles = folder(dir, "muscles", bad);
        let landmarks = one(dir, "landmarks.toml", bad);
        let complaints = one(dir, "pain/complaints.toml", bad);
        let glossary = one(dir, "glossary.toml", bad);
        let safety = one(dir, "safety.toml", bad);
        let mut walkthroughs = folder(dir, "walkthroughs", bad);
        let poses = one(dir, "poses.toml", bad);
        let structures = one(dir, "structures.toml", bad);
        let zones = one(dir, "pain/zones.toml", bad);
        let locator = one(dir, "pain/locator.toml", bad);
        let journal = one(dir, "journal.toml", bad);
        let drawing = |view| Drawing::read(dir, view).map_err(|problem| bad.push(problem)).ok();
        let drawings = View::ALL.into_iter().filter_map(drawing).collect();
        let items = folder(dir, "items", bad);
        let coverage = one(dir, "coverage.toml", bad);
        muscles.sort_by_key(|(_, muscle): &Read<from::Muscle>| muscle.order);
        walkthroughs.sort_by_key(|(_, guide): &Read<from::Walkthrough>| guide.order);
        Some(Content {
            sources: sources?,
            facts,
            disagreements: disagreements?,
            muscles,
            landmarks: landmarks?,
            complaints: complaints?,
            glossary: glossary?,
            safety: safety?,
            walkthroughs,
            poses: poses?,
            structures: structures?,
            zones: zones?,
            locator: locator?,
            journal: journal?,
            drawings,
            items,
            coverage: coverage?,
        })
    }

    fn compiled(&self) -> Result<Knowledge, Vec<Problem>> {
        let desk = self.number();
        let knowledge = self.knowledge(&desk);
        for id in self.coverage.1.excused.iter().flat_map(|group| &group.facts) {
            (Page { desk: &desk, file: &self.coverage.0 }).number(&desk.facts, id);
        }
        let problems = desk.problems.into_inner();
        if problems.is_empty() { Ok(knowledge) } else { Err(problems) }
    }

    /// The facts that no item asks for, with the reason.
    fn excuses(&self) -> Vec<lint::Excuse> {
        let facts = |group: &from::Excused| group.facts.iter().map(|id| id.get_ref().clone()).collect();
        self.coverage.1.excused.iter().map(|group| lint::Excuse { reason: group.reason.clone(), facts: facts(group) }).collect()
    }

    /// File and line of a hand-written item, or of a fact: where it is excused, or else where it is stated.
    fn place_of(&self, id: &str) -> Option<(String, usize)> {
        let items = self.items.iter().flat_map(|(file, table)| table.item.iter().map(move |item| (file, &item.id)));
        let excused = self.coverage.1.excused.iter().flat_map(|group| group.facts.iter().map(|fact| (&self.coverage.0, fact)));
        let facts = self.facts.iter().flat_map(|(file, table)| table.fact.iter().map(move |fact| (file, &fact.id)));
        let mut all = items.chain(excused).chain(facts);
        all.find(|(_, known)| known.get_ref() == id).map(|(file, known)| (file.name.clone(), file.line(known.span().start)))
    }

    /// Numbers all ids, so that references can be resolved in any order.
    fn number(&self) -> Desk {
        let mut desk = Desk::default();
        let (safety, safety_file) = (&self.safety.1, &self.safety.0);
        desk.sources = desk.number("source", self.sources.1.source.iter().map(|source| (&self.sources.0, &source.id)));
        desk.facts = desk.number("fact", self.facts.iter().flat_map(|(file, table)| table.fact.iter().map(move |fact| (file, &fact.id))));
        desk.disagreements =
            desk.number("disagreement", self.disagreements.1.disagreement.iter().map(|card| (&self.disagreements.0, &card.id)));
        desk.muscles = desk.number("muscle", self.muscles.iter().map(|(file, muscle)| (file, &muscle.id)));
        desk.gate = desk.number("gate question", safety.gate.iter().map(|gate| (safety_file, &gate.id)));
        desk.red_flags = desk.number("red flag", safety.red_flag.iter().map(|flag| (safety_file, &flag.id)));
        desk.stops = desk.number("stop rule", safety.stop.iter().map(|entry| (safety_file, &entry.id)));
        desk.landmarks = desk.number("landmark", self.landmarks.1.landmark.iter().map(|entry| (&self.landmarks.0, &entry.id)));
        desk.neighbours = desk.number("neighbour", self.landmarks.1.neighbour.iter().map(|entry| (&self.landmarks.0, &entry.id)));
        desk.complaints = desk.number("complaint", self.complaints.1.complaint.iter().map(|entry| (&self.complaints.0, &entry.id)));
        desk.term_ids = desk.number("term", self.glossary.1.term.iter().map(|entry| (&self.glossary.0, &entry.id)));
        desk.structures = desk.number("structure", self.structures.1.structure.iter().map(|entry| (&self.structures.0, &entry.id)));
        desk.zones = desk.number("zone", self.zones.1.zone.iter().map(|zone| (&self.zones.0, &zone.id)));
        desk.poses = desk.number("pose", self.poses.1.pose.iter().map(|pose| (&self.poses.0, &pose.id)));
        self.number_the_rest(&desk);
        for term in &self.glossary.1.term {
            desk.name_term(term.name.get_ref(), term.id.get_ref());
        }
        for term in &self.glossary.1.term {
            term.aliases.iter().for_each(|alias| desk.name_term(alias.get_ref(), term.id.get_ref()));
        }
        desk
    }

    /// Ids that nothing refers to by number still have to be unique.
    fn number_the_rest(&self, desk: &Desk) {
        let claims = self.muscles.iter().flat_map(|(file, muscle)| muscle.claim.iter().map(move |claim| (file, &claim.id)));
        desk.number("claim", claims);
        desk.number("trigger point", self.zones.1.trigger_point.iter().map(|point| (&self.zones.0, &point.id)));
        let safety = &self.safety.1;
        let listed = safety.clinician_first.iter().chain(&safety.postpone).chain(&safety.limit).map(|entry| &entry.id);
        desk.number("safety entry", listed.map(|id| (&self.safety.0, id)));
        desk.number("contraindication", safety.avoid.iter().map(|entry| (&self.safety.0, &entry.id)));
        desk.number("walkthrough", self.walkthroughs.iter().map(|(file, guide)| (file, &guide.id)));
        desk.number("advice", self.journal.1.advice.iter().map(|rule| (&self.journal.0, &rule.id)));
        for (file, guide) in &self.walkthroughs {
            desk.number("step", guide.step.iter().map(|step| (file, &step.id)));
            desk.number("area", guide.area.iter().map(|area| (file, &area.id)));
        }
        let items = self.items.iter().flat_map(|(file, table)| table.item.iter().map(move |item| (file, &item.id)));
        desk.number("item", items);
    }

    fn knowledge(&self, desk: &Desk) -> Knowledge {
        let page = |file| Page { desk, file };
        let mut knowledge = Knowledge {
            sources: self.sources.1.source.iter().map(|source| anatomy::source(page(&self.sources.0), source)).collect(),
            facts: self
                .facts
                .iter()
                .flat_map(|(file, table)| {
                    let document = page(file).number(&desk.sources, &table.document);
                    table.fact.iter().map(move |fact| anatomy::fact(Page { desk, file }, document, fact))
                })
                .collect(),
            disagreements: self
                .disagreements
                .1
                .disagreement
                .iter()
                .map(|card| anatomy::disagreement(page(&self.disagreements.0), card))
                .collect(),
            muscles: self.muscles.iter().map(|(file, muscle)| anatomy::muscle(page(file), muscle)).collect(),
            landmarks: self.landmarks.1.landmark.iter().map(|entry| anatomy::landmark(page(&self.landmarks.0), entry)).collect(),
            neighbours: self.landmarks.1.neighbour.iter().map(|entry| anatomy::neighbour(page(&self.landmarks.0), entry)).collect(),
            complaints: self.complaints.1.complaint.iter().map(|entry| anatomy::complaint(page(&self.complaints.0), entry)).collect(),
            terms: self.glossary.1.term.iter().map(|entry| anatomy::term(page(&self.glossary.0), entry)).collect(),
            safety: safety::safety(page(&self.safety.0), &self.safety.1),
            walkthroughs: self.walkthroughs.iter().map(|(file, guide)| walkthroughs::walkthrough(page(file), guide)).collect(),
            atlas: self.atlas(desk),
            locator: locator::weights(page(&self.locator.0), &self.locator.1, &self.complaints.1.complaint).into(),
            poses: poses::poses(page(&self.poses.0), &self.poses.1.pose).into(),
            advice: journal::advice(page(&self.journal.0), &self.journal.1).into(),
            self_check: journal::self_check(page(&self.journal.0), &self.journal.1.self_check).into(),
            items: Lazy::default(),
        };
        knowledge.items = self
            .items
            .iter()
            .flat_map(|(file, table)| {
                let knowledge = &knowledge;
                table.item.iter().map(move |item| items::item(Page { desk, file }, table.topic, knowledge, item))
            })
            .collect();
        knowledge
    }

    fn atlas(&self, desk: &Desk) -> Atlas {
        let page = |file| Page { desk, file };
        let (structures, zones) = (page(&self.structures.0), page(&self.zones.0));
        let told = desk.problems.borrow().len();
        let prepared = |drawing: &Drawing| drawing.prepared().map_err(|problem| desk.report(problem)).ok();
        let drawings = self.drawings.iter().filter_map(prepared).collect();
        let shapes = self.drawings.iter().flat_map(|drawing| atlas::shapes(structures, drawing)).collect();
        let all_read = desk.problems.borrow().len() == told;
        let atlas = Atlas {
            structures: self.structures.1.structure.iter().map(|entry| atlas::structure(structures, entry)).collect(),
            shapes,
            zones: self.zones.1.zone.iter().map(|zone| atlas::zone(zones, zone)).collect(),
            trigger_points: self.zones.1.trigger_point.iter().map(|point| atlas::trigger_point(zones, point)).collect(),
            drawings,
        };
        // A drawing that can't be read would make every muscle in it a second problem.
        for (file, muscle) in self.muscles.iter().filter(|_| all_read) {
            let is_member = |other: &from::Muscle| other.group.as_ref().is_some_and(|group| group.get_ref() == muscle.id.get_ref());
            let is_group = self.muscles.iter().any(|(_, other)| is_member(other));
            atlas::check_drawn(page(file), muscle, is_group, &atlas);
        }
        atlas
    }
}

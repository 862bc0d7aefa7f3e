//! Reads `content/` and makes the knowledge base of it.
//!
//! The people who write content need not know Rust, so every mistake comes back as a file, a line and a remedy, and
//! all mistakes come back at once. Used by the app's `build.rs`, by `cargo xtask check`, and by tests.

mod anatomy;
mod authored;
mod desk;
pub mod diagram;
mod files;
mod items;
mod problem;
mod reading;
mod safety;
mod walkthroughs;

pub use problem::{Fault, Problem};

use authored as from;
use desk::{Desk, Page};
use files::File;
use palpate_core::Knowledge;
use serde::de::DeserializeOwned;
use std::path::Path;

/// Reads every file below `dir` and returns the knowledge base.
///
/// # Errors
/// All problems found, in the order of the files; when a file is not readable or not TOML, those problems alone.
pub fn compile(dir: &Path) -> Result<Knowledge, Vec<Problem>> {
    let content = Content::read(dir)?;
    let desk = content.number();
    let knowledge = content.knowledge(&desk);
    let problems = desk.problems.into_inner();
    if problems.is_empty() { Ok(knowledge) } else { Err(problems) }
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
    figures: Read<from::FiguresFile>,
    items: Vec<Read<from::ItemsFile>>,
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
        let bad = &mut problems;
        let sources = one(dir, "sources.toml", bad);
        let facts = folder(dir, "facts", bad);
        let disagreements = one(dir, "disagreements.toml", bad);
        let mut muscles = folder(dir, "muscles", bad);
        let landmarks = one(dir, "landmarks.toml", bad);
        let complaints = one(dir, "pain/complaints.toml", bad);
        let glossary = one(dir, "glossary.toml", bad);
        let safety = one(dir, "safety.toml", bad);
        let mut walkthroughs = folder(dir, "walkthroughs", bad);
        let figures = one(dir, "figures.toml", bad);
        let items = folder(dir, "items", bad);
        muscles.sort_by_key(|(_, muscle): &Read<from::Muscle>| muscle.order);
        walkthroughs.sort_by_key(|(_, guide): &Read<from::Walkthrough>| guide.order);
        match (sources, disagreements, landmarks, complaints, glossary, safety, figures) {
            (Some(sources), Some(disagreements), Some(landmarks), Some(complaints), Some(glossary), Some(safety), Some(figures))
                if problems.is_empty() =>
            {
                Ok(Content {
                    sources,
                    facts,
                    disagreements,
                    muscles,
                    landmarks,
                    complaints,
                    glossary,
                    safety,
                    walkthroughs,
                    figures,
                    items,
                })
            }
            _ => Err(problems),
        }
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
        desk.figures = desk.number("figure", self.figures.1.figure.iter().map(|figure| (&self.figures.0, &figure.id)));
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
        desk.number("landmark", self.landmarks.1.landmark.iter().map(|entry| (&self.landmarks.0, &entry.id)));
        desk.number("neighbour", self.landmarks.1.neighbour.iter().map(|entry| (&self.landmarks.0, &entry.id)));
        desk.number("complaint", self.complaints.1.complaint.iter().map(|entry| (&self.complaints.0, &entry.id)));
        desk.number("term", self.glossary.1.term.iter().map(|entry| (&self.glossary.0, &entry.id)));
        let safety = &self.safety.1;
        let listed = safety.clinician_first.iter().chain(&safety.postpone).chain(&safety.limit).map(|entry| &entry.id);
        desk.number("safety entry", listed.map(|id| (&self.safety.0, id)));
        desk.number("contraindication", safety.avoid.iter().map(|entry| (&self.safety.0, &entry.id)));
        desk.number("stop rule", safety.stop.iter().map(|entry| (&self.safety.0, &entry.id)));
        desk.number("walkthrough", self.walkthroughs.iter().map(|(file, guide)| (file, &guide.id)));
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
            figures: self.figures.1.figure.iter().map(|figure| anatomy::figure(page(&self.figures.0), figure)).collect(),
            items: Vec::new(),
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
}

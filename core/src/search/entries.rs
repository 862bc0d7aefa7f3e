//! What can be found: one entry for each thing in the knowledge base that a page can show.

use super::marked::{Answers, Marked, excerpt, ranges};
use super::{Hit, fold};
use crate::Knowledge;
use crate::knowledge::{Cite, Listed, Step, Walkthrough, Who};
use crate::text::plain;

/// What a hit is, for its label and its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Muscle,
    Claim,
    Complaint,
    Term,
    Landmark,
    Neighbour,
    Walkthrough,
    Step,
    Safety,
    Disagreement,
    Fact,
    Source,
}

impl Kind {
    /// The label beside a hit.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Muscle => "Muscle",
            Kind::Claim => "What we teach",
            Kind::Complaint => "Pain or sign",
            Kind::Term => "Word",
            Kind::Landmark => "Landmark",
            Kind::Neighbour => "Neighbour",
            Kind::Walkthrough => "Walkthrough",
            Kind::Step => "Step",
            Kind::Safety => "Safety",
            Kind::Disagreement => "Sources disagree",
            Kind::Fact => "What a document says",
            Kind::Source => "Source",
        }
    }

    pub(super) fn weight(self) -> u32 {
        match self {
            Kind::Muscle => 13,
            Kind::Complaint | Kind::Term => 12,
            Kind::Landmark | Kind::Walkthrough | Kind::Safety => 11,
            Kind::Neighbour | Kind::Disagreement => 10,
            Kind::Step | Kind::Claim => 8,
            Kind::Fact => 6,
            Kind::Source => 5,
        }
    }
}

/// A list of the safety page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SafetyList {
    Gate,
    ClinicianFirst,
    Postpone,
    Avoid,
    Stop,
    RedFlags,
    Limits,
}

/// What to open, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A muscle's page, at a claim where one was found.
    Muscle {
        id: String,
        claim: Option<String>,
    },
    Complaint(String),
    Term(String),
    Landmark(String),
    Neighbour(String),
    Disagreement(String),
    Source(String),
    Fact(String),
    /// A walkthrough, at a step or focus area where one was found.
    Walkthrough {
        id: String,
        step: Option<String>,
    },
    Safety {
        list: SafetyList,
        id: String,
    },
}

pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) folded_title: String,
    pub(super) aliases: Vec<String>,
    pub(super) folded_aliases: Vec<String>,
    pub(super) body: String,
    target: Target,
}

impl Entry {
    /// A hit with the matching words marked. What only another name answers, that name leads the snippet.
    pub(super) fn hit(&self, answers: Answers) -> Hit {
        let mut snippet = excerpt(&self.body, answers);
        let told = ranges(&self.title, answers).1 | ranges(&snippet, answers).1;
        let adds = |alias: &&String| (ranges(alias, answers).1 & !told).count_ones();
        // The first of the best: people's own words come before descriptions.
        if let Some(alias) = self.aliases.iter().rev().max_by_key(adds).filter(|alias| adds(alias) > 0) {
            let gap = if snippet.is_empty() { "" } else { ". " };
            snippet = format!("Also: {}{gap}{snippet}", alias.trim_end_matches('.'));
        }
        Hit {
            kind: self.kind,
            title: Marked::new(self.title.clone(), answers),
            snippet: Marked::new(snippet, answers),
            target: self.target.clone(),
        }
    }
}

/// Gathers entries; texts may hold glossary links, which are taken out.
struct Gathered(Vec<Entry>);

impl Gathered {
    fn add(&mut self, kind: Kind, target: Target, title: &str, aliases: Vec<String>, body: &[&str]) {
        let parts: Vec<String> = body.iter().filter(|part| !part.is_empty()).map(|part| plain(part)).collect();
        let title = plain(title);
        let folded_title = fold::folded(&title);
        let folded_aliases = aliases.iter().map(|alias| fold::folded(alias)).collect();
        self.0.push(Entry { kind, folded_title, title, aliases, folded_aliases, body: parts.join(" "), target });
    }

    fn listed(&mut self, list: SafetyList, title: &str, entries: &[Listed]) {
        for entry in entries {
            let target = Target::Safety { list, id: entry.id.clone() };
            self.add(Kind::Safety, target, title, Vec::new(), &[&entry.text]);
        }
    }
}

pub(super) fn all(knowledge: &Knowledge) -> Vec<Entry> {
    let mut found = Gathered(Vec::new());
    muscles(knowledge, &mut found);
    for complaint in &knowledge.complaints {
        let target = Target::Complaint(complaint.id.clone());
        let mut body = vec![complaint.summary.as_str()];
        body.extend(complaint.muscles.iter().map(|link| link.reason.as_str()));
        // A muscle without a page is found through the pains that name it.
        body.extend(complaint.muscles.iter().filter_map(|link| match &link.who {
            Who::Muscle(_) => None,
            Who::Term(id) => knowledge.term(id).map(|term| term.name.as_str()),
        }));
        body.extend(complaint.others.iter().map(|other| other.text.as_str()));
        found.add(Kind::Complaint, target, &complaint.title, complaint.aliases.clone(), &body);
    }
    for term in &knowledge.terms {
        let target = Target::Term(term.id.clone());
        found.add(Kind::Term, target, &term.name, term.aliases.clone(), &[&term.text]);
    }
    for landmark in &knowledge.landmarks {
        let target = Target::Landmark(landmark.id.clone());
        let aliases = others(&landmark.aliases, &landmark.lay);
        found.add(Kind::Landmark, target, &landmark.name, aliases, &[&landmark.text, &landmark.find]);
    }
    for neighbour in &knowledge.neighbours {
        let target = Target::Neighbour(neighbour.id.clone());
        let body = [neighbour.place.as_str(), &neighbour.so];
        found.add(Kind::Neighbour, target, &neighbour.name, neighbour.aliases.clone(), &body);
    }
    for walkthrough in &knowledge.walkthroughs {
        walk(walkthrough, &mut found);
    }
    safety(knowledge, &mut found);
    documents(knowledge, &mut found);
    found.0
}

fn others(aliases: &[String], lay: &str) -> Vec<String> {
    aliases.iter().cloned().chain((!lay.is_empty()).then(|| plain(lay))).collect()
}

fn muscles(knowledge: &Knowledge, found: &mut Gathered) {
    for muscle in &knowledge.muscles {
        let target = Target::Muscle { id: muscle.id.clone(), claim: None };
        let aliases = others(&muscle.aliases, &muscle.lay);
        found.add(Kind::Muscle, target, &muscle.name, aliases, &[&muscle.summary]);
        for claim in &muscle.claims {
            let target = Target::Muscle { id: muscle.id.clone(), claim: Some(claim.id.clone()) };
            let title = format!("{}: {}", muscle.name, claim.kind.term().to_lowercase());
            let lay = vec![claim.kind.lay().to_owned()];
            found.add(Kind::Claim, target, &title, lay, &[&claim.text]);
        }
    }
}

fn walk(walkthrough: &Walkthrough, found: &mut Gathered) {
    let at = |step: Option<&str>| Target::Walkthrough { id: walkthrough.id.clone(), step: step.map(str::to_owned) };
    // Directions depend on a side that is not chosen yet.
    let sideless = |text: &str| {
        let words = [("{side}", "chosen"), ("{other}", "other"), ("{outward}", "outward"), ("{inward}", "inward")];
        words.iter().fold(text.to_owned(), |text, (token, word)| text.replace(token, word))
    };
    let body = [walkthrough.summary.as_str(), &walkthrough.note];
    found.add(Kind::Walkthrough, at(None), &walkthrough.title, Vec::new(), &body);
    for step in &walkthrough.steps {
        let Step { instructions, why, feel, if_not, beware, .. } = step;
        let mut body: Vec<String> = instructions.iter().map(|line| sideless(line)).collect();
        body.extend([why, feel, if_not].into_iter().chain(beware).map(|text| sideless(text)));
        let body: Vec<&str> = body.iter().map(String::as_str).collect();
        let aliases = vec![walkthrough.title.clone()];
        found.add(Kind::Step, at(Some(&step.id)), &sideless(&step.title), aliases, &body);
    }
    for area in &walkthrough.areas {
        let lines = area.find.iter().chain(&area.search).chain([&area.hold, &area.limit]);
        let body: Vec<String> = lines.map(|text| sideless(text)).collect();
        let body: Vec<&str> = body.iter().map(String::as_str).collect();
        let aliases = vec![walkthrough.title.clone()];
        found.add(Kind::Step, at(Some(&area.id)), &sideless(&area.title), aliases, &body);
    }
}

fn safety(knowledge: &Knowledge, found: &mut Gathered) {
    let safety = &knowledge.safety;
    let at = |list, id: &str| Target::Safety { list, id: id.to_owned() };
    for question in &safety.gate {
        let body = [question.reason.as_str(), &question.instead];
        found.add(Kind::Safety, at(SafetyList::Gate, &question.id), &question.question, Vec::new(), &body);
    }
    for flag in &safety.red_flags {
        let (first, rest) = flag.signs.split_once(". ").unwrap_or((&flag.signs, ""));
        let advice = format!("{}.", flag.level.advice());
        let target = at(SafetyList::RedFlags, &flag.id);
        found.add(Kind::Safety, target, first.trim_end_matches('.'), Vec::new(), &[&advice, rest, &flag.think]);
    }
    for reason in &safety.stop {
        let mut body: Vec<&str> = reason.now.iter().map(String::as_str).collect();
        body.push(&reason.why);
        let aliases = vec!["stop".to_owned()];
        found.add(Kind::Safety, at(SafetyList::Stop, &reason.id), &reason.feel, aliases, &body);
    }
    for avoid in &safety.avoid {
        let target = at(SafetyList::Avoid, &avoid.id);
        found.add(Kind::Safety, target, "Do not press with this", vec!["contraindication".to_owned()], &[&avoid.text]);
    }
    found.listed(SafetyList::ClinicianFirst, "Ask a clinician first", &safety.clinician_first);
    found.listed(SafetyList::Postpone, "Not today", &safety.postpone);
    found.listed(SafetyList::Limits, "How much is enough", &safety.limits);
}

fn documents(knowledge: &Knowledge, found: &mut Gathered) {
    for disagreement in &knowledge.disagreements {
        let target = Target::Disagreement(disagreement.id.clone());
        let mut body = vec![disagreement.teach.as_str()];
        body.extend(disagreement.sides.iter().map(|side| side.text.as_str()));
        let aliases = vec![disagreement.id.clone()];
        found.add(Kind::Disagreement, target, &disagreement.question, aliases, &body);
    }
    for (at, fact) in (0u16..).zip(&knowledge.facts) {
        let target = Target::Fact(fact.id.clone());
        let document = Cite::Fact(at).source(knowledge).map_or("", |source| source.id.as_str());
        let title = format!("{document}: {}", fact.heading);
        found.add(Kind::Fact, target, &title, Vec::new(), &[&fact.text]);
    }
    for source in &knowledge.sources {
        let target = Target::Source(source.id.clone());
        let mut aliases = vec![source.id.clone()];
        aliases.extend(source.publisher.clone());
        let body = [source.note.as_deref().unwrap_or_default(), source.interest.as_deref().unwrap_or_default(), &source.year];
        found.add(Kind::Source, target, &source.title, aliases, &body);
    }
}

//! What the compiler knows while it works: every id with its place, the glossary's names, and the problems found.

use crate::authored::Words;
use crate::files::File;
use crate::problem::{Fault, Problem};
use palpate_core::knowledge::{Cite, Who};
use palpate_core::side::TOKENS;
use palpate_core::text::{Run, runs};
use std::cell::RefCell;
use std::collections::HashMap;
use toml::Spanned;

/// The ids of one kind of entry, in order, each with its place.
#[derive(Debug)]
pub struct Ids {
    pub kind: &'static str,
    known: HashMap<String, (u16, String)>,
}

impl Ids {
    fn new(kind: &'static str) -> Self {
        Ids { kind, known: HashMap::new() }
    }

    /// The number of an id.
    ///
    /// # Errors
    /// When there is none, with the one that looks most like it.
    pub fn find(&self, id: &str) -> Result<u16, Fault> {
        let unknown = || Fault::UnknownId { kind: self.kind, id: id.to_owned(), hint: self.hint(id) };
        self.known.get(id).map(|(number, _)| *number).ok_or_else(unknown)
    }

    /// The id that looks most like a misspelt one.
    fn hint(&self, id: &str) -> String {
        remedy(id, self.known.keys().map(String::as_str))
    }
}

/// The candidate that looks most like a misspelt word, if one does.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

fn remedy<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    nearest(word, candidates)
        .map_or_else(|| "Add it, or name one that exists.".to_owned(), |candidate| format!("Did you mean \"{candidate}\"?"))
}

/// Everything that references are checked against.
#[derive(Debug)]
pub struct Desk {
    pub problems: RefCell<Vec<Problem>>,
    pub sources: Ids,
    pub facts: Ids,
    pub disagreements: Ids,
    pub muscles: Ids,
    pub gate: Ids,
    pub red_flags: Ids,
    pub stops: Ids,
    pub landmarks: Ids,
    pub neighbours: Ids,
    pub complaints: Ids,
    pub structures: Ids,
    pub zones: Ids,
    pub term_ids: Ids,
    pub poses: Ids,
    /// Names and aliases of terms, in lower case, with the term's id.
    terms: HashMap<String, String>,
}

impl Default for Desk {
    fn default() -> Self {
        Desk {
            problems: RefCell::default(),
            sources: Ids::new("source"),
            facts: Ids::new("fact"),
            disagreements: Ids::new("disagreement"),
            muscles: Ids::new("muscle"),
            gate: Ids::new("gate question"),
            red_flags: Ids::new("red flag"),
            stops: Ids::new("stop rule"),
            landmarks: Ids::new("landmark"),
            neighbours: Ids::new("neighbour"),
            complaints: Ids::new("complaint"),
            structures: Ids::new("structure"),
            zones: Ids::new("zone"),
            term_ids: Ids::new("term"),
            poses: Ids::new("pose"),
            terms: HashMap::new(),
        }
    }
}

impl Desk {
    pub fn report(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Numbers the ids of one kind, and reports those used twice or misspelt.
    pub fn number<'a>(&self, kind: &'static str, entries: impl IntoIterator<Item = (&'a File, &'a Words)>) -> Ids {
        let mut ids = Ids::new(kind);
        for (index, (file, id)) in entries.into_iter().enumerate() {
            let page = Page { desk: self, file };
            let slug = id.get_ref();
            if !is_slug(slug) {
                page.report(id, Fault::NotASlug(slug.clone()));
            }
            let place = format!("content/{}:{}", file.name, file.line(id.span().start));
            match ids.known.get(slug) {
                Some((_, first)) => page.report(id, Fault::DuplicateId { kind, id: slug.clone(), first: first.clone() }),
                None => {
                    let number = u16::try_from(index).unwrap_or(u16::MAX);
                    ids.known.insert(slug.clone(), (number, place));
                }
            }
        }
        ids
    }

    /// Takes a name of a glossary term; the first to claim a name keeps it.
    pub fn name_term(&mut self, name: &str, id: &str) {
        self.terms.entry(name.to_lowercase()).or_insert_with(|| id.to_owned());
    }
}

/// Sources and disagreements are named in capitals (S1, R17a, B04); everything else is a kebab-case slug.
fn is_slug(id: &str) -> bool {
    let code =
        id.starts_with(['S', 'R', 'B']) && id.len() > 1 && id[1..].chars().all(|rest| rest.is_ascii_digit() || rest.is_ascii_lowercase());
    let slug =
        !id.is_empty() && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c.is_ascii_lowercase()));
    code || slug
}

/// One file on the desk: reports carry its name.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    pub desk: &'a Desk,
    pub file: &'a File,
}

impl Page<'_> {
    pub fn report<T>(&self, at: &Spanned<T>, fault: Fault) {
        self.desk.report(self.file.problem(at.span(), fault));
    }

    /// The number of an id, or 0 and a problem.
    pub fn number(&self, ids: &Ids, id: &Words) -> u16 {
        ids.find(id.get_ref()).unwrap_or_else(|fault| {
            self.report(id, fault);
            0
        })
    }

    /// The id itself, once it is known to exist.
    pub fn known(&self, ids: &Ids, id: &Words) -> String {
        self.number(ids, id);
        id.get_ref().clone()
    }

    pub fn known_all(&self, ids: &Ids, list: &[Words]) -> Vec<String> {
        list.iter().map(|id| self.known(ids, id)).collect()
    }

    /// A muscle, or else a glossary term that says what muscle it is.
    pub fn muscle_or_term(&self, id: &Words) -> Who {
        let (desk, slug) = (self.desk, id.get_ref());
        if !desk.muscles.known.contains_key(slug) && desk.term_ids.known.contains_key(slug) {
            return Who::Term(slug.clone());
        }
        if !desk.muscles.known.contains_key(slug) {
            let hint = remedy(slug, desk.muscles.known.keys().chain(desk.term_ids.known.keys()).map(String::as_str));
            self.report(id, Fault::UnknownId { kind: desk.muscles.kind, id: slug.clone(), hint });
        }
        Who::Muscle(slug.clone())
    }

    pub fn disagreement(&self, id: Option<&Words>) -> Option<u16> {
        id.map(|id| self.number(&self.desk.disagreements, id))
    }

    /// Who says so. `what` names the sentence in the report when nobody does.
    pub fn cites(&self, owner: &Words, what: &str, list: &[Words]) -> Vec<Cite> {
        if list.is_empty() {
            self.report(owner, Fault::NoSource(format!("{what} \"{}\"", owner.get_ref())));
        }
        list.iter().filter_map(|cite| self.cite(cite)).collect()
    }

    fn cite(&self, cite: &Words) -> Option<Cite> {
        let id = cite.get_ref().as_str();
        let desk = self.desk;
        let number = |ids: &Ids| ids.known.get(id).map(|(number, _)| *number);
        let found = match id {
            "our-rule" => Some(Cite::OurRule),
            "unverified" => Some(Cite::Unverified),
            _ => number(&desk.facts)
                .map(Cite::Fact)
                .or_else(|| number(&desk.sources).map(Cite::Source))
                .or_else(|| number(&desk.disagreements).map(Cite::Disagreement)),
        };
        if found.is_none() {
            let all = [&desk.facts, &desk.sources, &desk.disagreements];
            let hint = remedy(id, all.into_iter().flat_map(|ids| ids.known.keys().map(String::as_str)));
            self.report(cite, Fault::UnknownId { kind: "source or fact", id: id.to_owned(), hint });
        }
        found
    }

    /// Words without links: a title, an option, a label.
    pub fn words(&self, text: &Words) -> String {
        self.honest(text);
        text.get_ref().clone()
    }

    /// Prose, with its glossary links turned to ids.
    pub fn prose(&self, text: &Words) -> String {
        self.honest(text);
        let mut out = String::with_capacity(text.get_ref().len());
        for run in runs(text.get_ref()) {
            match run {
                Run::Plain(plain) => out.push_str(plain),
                Run::Term { id: name, shown } => match self.desk.terms.get(&name.to_lowercase()) {
                    Some(id) => {
                        out.push_str("[[");
                        out.push_str(id);
                        out.push('|');
                        out.push_str(shown);
                        out.push_str("]]");
                    }
                    None => {
                        let hint = remedy(name, self.desk.terms.keys().map(String::as_str));
                        self.report(text, Fault::UnknownTerm { term: name.to_owned(), hint });
                    }
                },
            }
        }
        out
    }

    /// Prose of a walkthrough: directions are tokens, and no side is named.
    pub fn guided(&self, text: &Words) -> String {
        let mut bare = text.get_ref().clone();
        for token in TOKENS {
            bare = bare.replace(token, "");
        }
        if let Some(open) = bare.find('{') {
            let token: String = bare[open..].chars().take_while(|c| !c.is_whitespace() && *c != ',' && *c != '.').collect();
            self.report(text, Fault::UnknownToken(token));
        }
        for word in lower_words(&bare) {
            if matches!(word.as_str(), "left" | "right" | "leftward" | "rightward") {
                self.report(text, Fault::SideWord { word });
            }
        }
        self.prose(text)
    }

    fn honest(&self, text: &Words) {
        if text.get_ref().trim().is_empty() {
            self.report(text, Fault::Empty { what: "a sentence" });
        }
        for word in lower_words(text.get_ref()) {
            let promises = ["diagnos", "treat"].iter().any(|stem| word.starts_with(stem))
                || matches!(word.as_str(), "cure" | "cures" | "cured" | "curing");
            if promises && word != "diagnosis" {
                self.report(text, Fault::ForbiddenWord(word));
            }
        }
    }
}

fn lower_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

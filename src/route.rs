//! The addresses of the app. This module alone knows how a page is written in the hash.
//!
//! Routes live in the hash so that the hosted site and the single file on `file://` share them. Anything that can't be
//! read becomes [`Route::Unknown`], which has a helpful page of its own.

mod query;

#[cfg(test)]
mod tests;

use palpate_core::item::Topic;
use palpate_core::relation::Relation;
use query::{decode, encode, parameter};
use std::fmt;

/// What a quiz round is about, as an address carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundAddress {
    pub topics: Vec<Topic>,
    pub muscle: Option<String>,
    pub relation: Option<Relation>,
    pub only: Vec<String>,
    /// The shared seed; `None` asks for a fresh one.
    pub seed: Option<String>,
    pub count: Option<u8>,
}

/// A page, and where on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    Find,
    /// Where it hurts, and which muscles may send pain there.
    Hurt,
    /// A walkthrough, and the slug of the place in it (see `Place::slug`).
    Walkthrough {
        id: String,
        at: Option<String>,
    },
    /// A walkthrough to be printed.
    Handout {
        id: String,
    },
    Learn,
    Round(RoundAddress),
    /// The questions of today: what is due and what is new.
    Today,
    /// An item that keeps failing, with its page.
    Reread {
        item: String,
    },
    /// Muscle by relation, with today's chance of recall.
    Mastery,
    /// How much is learned in a day.
    LearnSettings,
    /// An exam; `code` names a paper.
    Exam {
        code: Option<String>,
    },
    /// Every exam sat, and the record of one, counted from 1, to be read and printed.
    Exams {
        at: Option<usize>,
    },
    /// Files for other tools.
    Export,
    Lookup {
        query: String,
    },
    Muscle {
        id: String,
    },
    Complaint {
        id: String,
    },
    Landmarks {
        at: Option<String>,
    },
    Disagreements {
        at: Option<String>,
    },
    Glossary {
        at: Option<String>,
    },
    Sources,
    Source {
        id: String,
        at: Option<String>,
    },
    Safety {
        at: Option<String>,
    },
    Gate,
    About,
    Journal,
    /// An entry of the journal, to be read and corrected; `None` is a new one.
    Entry {
        id: Option<String>,
    },
    /// The journal on paper, for a clinician.
    Summary,
    Settings,
    /// Voice, tempo and signals of a session that conducts itself.
    HandsFree,
    Unknown(String),
}

/// The doors of the app: what the bars at the top and the bottom offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    Home,
    Find,
    Learn,
    Lookup,
    Journal,
}

impl Route {
    /// Reads the part of an address after `#`.
    pub fn parse(hash: &str) -> Self {
        let raw = hash.trim_start_matches('#');
        let (path, query) = raw.split_once('?').unwrap_or((raw, ""));
        let Some(decoded) = path.split('/').filter(|part| !part.is_empty()).map(decode).collect::<Option<Vec<_>>>() else {
            return Route::Unknown(raw.to_owned());
        };
        let parts: Vec<&str> = decoded.iter().map(String::as_str).collect();
        let own = str::to_owned;
        match parts.as_slice() {
            [] => Route::Home,
            ["find"] => Route::Find,
            ["find", id] => Route::Walkthrough { id: own(id), at: None },
            ["find", id, "handout"] => Route::Handout { id: own(id) },
            ["find", id, at] => Route::Walkthrough { id: own(id), at: Some(own(at)) },
            ["hurt"] => Route::Hurt,
            ["learn"] => Route::Learn,
            ["learn", "round"] => match parse_round(query) {
                Some(round) => Route::Round(round),
                None => Route::Unknown(raw.to_owned()),
            },
            ["learn", "today"] => Route::Today,
            ["learn", "reread", item] => Route::Reread { item: own(item) },
            ["learn", "map"] => Route::Mastery,
            ["learn", "exam"] => Route::Exam { code: None },
            ["learn", "exam", code] => Route::Exam { code: Some(own(code)) },
            ["learn", "exams"] => Route::Exams { at: None },
            ["learn", "exams", at] => match at.parse() {
                Ok(at) => Route::Exams { at: Some(at) },
                Err(_) => Route::Unknown(raw.to_owned()),
            },
            ["export"] => Route::Export,
            ["look"] => Route::Lookup { query: parameter(query, "q").unwrap_or_default() },
            ["muscle", id] => Route::Muscle { id: own(id) },
            ["sign", id] => Route::Complaint { id: own(id) },
            ["landmarks"] => Route::Landmarks { at: None },
            ["landmarks", at] => Route::Landmarks { at: Some(own(at)) },
            ["disagreements"] => Route::Disagreements { at: None },
            ["disagreements", at] => Route::Disagreements { at: Some(own(at)) },
            ["words"] => Route::Glossary { at: None },
            ["words", at] => Route::Glossary { at: Some(own(at)) },
            ["sources"] => Route::Sources,
            ["sources", id] => Route::Source { id: own(id), at: None },
            ["sources", id, at] => Route::Source { id: own(id), at: Some(own(at)) },
            ["safety"] => Route::Safety { at: None },
            ["safety", "check"] => Route::Gate,
            ["safety", at] => Route::Safety { at: Some(own(at)) },
            ["about"] => Route::About,
            ["journal"] => Route::Journal,
            ["journal", "new"] => Route::Entry { id: None },
            ["journal", "summary"] => Route::Summary,
            ["journal", id] => Route::Entry { id: Some(own(id)) },
            ["settings"] => Route::Settings,
            ["settings", "hands-free"] => Route::HandsFree,
            ["settings", "learning"] => Route::LearnSettings,
            _ => Route::Unknown(raw.to_owned()),
        }
    }

    /// The address, for a link.
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// The door that this page lies behind.
    pub fn door(&self) -> Option<Door> {
        match self {
            Route::Home => Some(Door::Home),
            Route::Find | Route::Hurt | Route::Walkthrough { .. } | Route::Handout { .. } => Some(Door::Find),
            Route::Learn
            | Route::Round(_)
            | Route::Today
            | Route::Reread { .. }
            | Route::Mastery
            | Route::Exam { .. }
            | Route::Exams { .. } => Some(Door::Learn),
            Route::Lookup { .. }
            | Route::Muscle { .. }
            | Route::Complaint { .. }
            | Route::Landmarks { .. }
            | Route::Disagreements { .. }
            | Route::Glossary { .. }
            | Route::Sources
            | Route::Source { .. } => Some(Door::Lookup),
            Route::Journal | Route::Entry { .. } | Route::Summary => Some(Door::Journal),
            Route::Safety { .. }
            | Route::Gate
            | Route::About
            | Route::Settings
            | Route::HandsFree
            | Route::LearnSettings
            | Route::Export
            | Route::Unknown(_) => None,
        }
    }

    /// The same page without the place on it, so that moving within a page does not build it anew.
    pub fn page(&self) -> Self {
        if let Route::Walkthrough { id, .. } = self {
            Route::Walkthrough { id: id.clone(), at: None }
        } else if matches!(self, Route::Lookup { .. }) {
            Route::Lookup { query: String::new() }
        } else {
            self.clone()
        }
    }
}

impl Door {
    pub const ALL: [Door; 5] = [Door::Home, Door::Find, Door::Learn, Door::Lookup, Door::Journal];

    pub fn route(self) -> Route {
        match self {
            Door::Home => Route::Home,
            Door::Find => Route::Find,
            Door::Learn => Route::Learn,
            Door::Lookup => Route::Lookup { query: String::new() },
            Door::Journal => Route::Journal,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = |out: &mut fmt::Formatter<'_>, path: &str, at: &Option<String>| match at {
            Some(at) => write!(out, "/{path}/{}", encode(at)),
            None => write!(out, "/{path}"),
        };
        match self {
            Route::Home => out.write_str("/"),
            Route::Find => out.write_str("/find"),
            Route::Hurt => out.write_str("/hurt"),
            Route::Walkthrough { id, at } => page(out, &format!("find/{}", encode(id)), at),
            Route::Handout { id } => write!(out, "/find/{}/handout", encode(id)),
            Route::Learn => out.write_str("/learn"),
            Route::Round(round) => write_round(out, round),
            Route::Today => out.write_str("/learn/today"),
            Route::Reread { item } => write!(out, "/learn/reread/{}", encode(item)),
            Route::Mastery => out.write_str("/learn/map"),
            Route::LearnSettings => out.write_str("/settings/learning"),
            Route::Exam { code } => page(out, "learn/exam", code),
            Route::Exams { at } => page(out, "learn/exams", &at.map(|at| at.to_string())),
            Route::Export => out.write_str("/export"),
            Route::Lookup { query } if query.is_empty() => out.write_str("/look"),
            Route::Lookup { query } => write!(out, "/look?q={}", encode(query)),
            Route::Muscle { id } => write!(out, "/muscle/{}", encode(id)),
            Route::Complaint { id } => write!(out, "/sign/{}", encode(id)),
            Route::Landmarks { at } => page(out, "landmarks", at),
            Route::Disagreements { at } => page(out, "disagreements", at),
            Route::Glossary { at } => page(out, "words", at),
            Route::Sources => out.write_str("/sources"),
            Route::Source { id, at } => page(out, &format!("sources/{}", encode(id)), at),
            Route::Safety { at } => page(out, "safety", at),
            Route::Gate => out.write_str("/safety/check"),
            Route::About => out.write_str("/about"),
            Route::Journal => out.write_str("/journal"),
            Route::Entry { id: None } => out.write_str("/journal/new"),
            Route::Entry { id: Some(id) } => write!(out, "/journal/{}", encode(id)),
            Route::Summary => out.write_str("/journal/summary"),
            Route::Settings => out.write_str("/settings"),
            Route::HandsFree => out.write_str("/settings/hands-free"),
            Route::Unknown(raw) => out.write_str(raw),
        }
    }
}

/// `None` when a topic is not one of ours: such an address is broken, not empty.
fn parse_round(query: &str) -> Option<RoundAddress> {
    let list = |name| parameter(query, name).unwrap_or_default();
    let topics = list("topics");
    let topics = topics.split(',').filter(|slug| !slug.is_empty());
    let only = list("only");
    Some(RoundAddress {
        topics: topics.map(Topic::from_slug).collect::<Option<_>>()?,
        muscle: parameter(query, "muscle"),
        relation: match parameter(query, "relation") {
            Some(slug) => Some(Relation::from_slug(&slug)?),
            None => None,
        },
        only: only.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        seed: parameter(query, "seed"),
        count: match parameter(query, "n") {
            Some(count) => Some(count.parse().ok().filter(|count| (1..=50).contains(count))?),
            None => None,
        },
    })
}

fn write_round(out: &mut fmt::Formatter<'_>, round: &RoundAddress) -> fmt::Result {
    out.write_str("/learn/round")?;
    let topics: Vec<_> = round.topics.iter().map(|topic| topic.slug()).collect();
    let fields = [
        ("topics", (!topics.is_empty()).then(|| topics.join(","))),
        ("muscle", round.muscle.as_deref().map(encode)),
        ("relation", round.relation.map(|relation| relation.slug().to_owned())),
        ("only", (!round.only.is_empty()).then(|| round.only.iter().map(|id| encode(id)).collect::<Vec<_>>().join(","))),
        ("seed", round.seed.as_deref().map(encode)),
        ("n", round.count.map(|count| count.to_string())),
    ];
    let mut mark = '?';
    for (name, value) in fields {
        if let Some(value) = value {
            write!(out, "{mark}{name}={value}")?;
            mark = '&';
        }
    }
    Ok(())
}

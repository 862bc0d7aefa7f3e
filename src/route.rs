//! The addresses of the app. This module alone knows how a page is written in the hash.
//!
//! Routes live in the hash so that the hosted site and the single file on `file://` share them. Anything that can't be
//! read becomes [`Route::Unknown`], which has a helpful page of its own.

use palpate_core::item::Topic;
use std::fmt;

/// What a quiz round is about, as an address carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundAddress {
    pub topics: Vec<Topic>,
    pub muscle: Option<String>,
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
            Route::Learn | Route::Round(_) => Some(Door::Learn),
            Route::Lookup { .. }
            | Route::Muscle { .. }
            | Route::Complaint { .. }
            | Route::Landmarks { .. }
            | Route::Disagreements { .. }
            | Route::Glossary { .. }
            | Route::Sources
            | Route::Source { .. } => Some(Door::Lookup),
            Route::Journal | Route::Entry { .. } | Route::Summary => Some(Door::Journal),
            Route::Safety { .. } | Route::Gate | Route::About | Route::Settings | Route::HandsFree | Route::Unknown(_) => None,
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
        ("only", (!round.only.is_empty()).then(|| round.only.join(","))),
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

/// The value of a query parameter; one that is not valid UTF-8 counts as absent.
fn parameter(query: &str, name: &str) -> Option<String> {
    let found = query.split('&').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    found.and_then(decode).filter(|value| !value.is_empty())
}

fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match first {
            b'%' => {
                let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
                bytes.push(u8::from_str_radix(digits, 16).ok()?);
                rest = &rest[2..];
            }
            b'+' => bytes.push(b' '),
            byte => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back_what_it_writes() {
        let at = || Some("asis".to_owned());
        let routes = [
            Route::Home,
            Route::Find,
            Route::Hurt,
            Route::Walkthrough { id: "psoas-palpation".into(), at: None },
            Route::Walkthrough { id: "psoas-palpation".into(), at: Some("step-3".into()) },
            Route::Handout { id: "psoas-palpation".into() },
            Route::Learn,
            Route::Round(RoundAddress::default()),
            Route::Round(RoundAddress {
                topics: vec![Topic::Pain, Topic::Safety],
                muscle: Some("iliacus".into()),
                only: vec!["a-1".into(), "b".into()],
                seed: Some("k3x9".into()),
                count: Some(20),
            }),
            Route::Lookup { query: String::new() },
            Route::Lookup { query: "front hip & größe + 100 %".into() },
            Route::Muscle { id: "psoas-major".into() },
            Route::Complaint { id: "groin".into() },
            Route::Landmarks { at: at() },
            Route::Disagreements { at: Some("B10".into()) },
            Route::Glossary { at: None },
            Route::Sources,
            Route::Source { id: "S1".into(), at: None },
            Route::Source { id: "S1".into(), at: Some("s1-group-names".into()) },
            Route::Safety { at: Some("red-flags".into()) },
            Route::Gate,
            Route::About,
            Route::Journal,
            Route::Entry { id: None },
            Route::Entry { id: Some("0a1b".into()) },
            Route::Summary,
            Route::Settings,
            Route::HandsFree,
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
        }
    }

    #[test]
    fn what_is_no_address_of_ours_is_unknown() {
        for hash in ["#/nowhere", "#/find/a/b/c", "#/learn/round?topics=hats", "#/learn/round?n=0", "#/muscle/%zz", "#/muscle/%ff"] {
            assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
        }
        for hash in ["", "#", "#/", "#//"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
    }
}

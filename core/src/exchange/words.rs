//! The words of an item, as the text files for other tools show them: without glossary links, with sources that can be read
//! outside of Palpate, and with what must be said where Palpate's safety questions are not.

use crate::Knowledge;
use crate::item::{Body, Choice, Item, Topic};
use crate::knowledge::{Cite, Source, SourceKind};
use crate::text;

/// What stands with every question about technique: elsewhere no gate comes before it.
const CAUTION: &str = "Before you press on anyone, go through the safety questions in Palpate, or leave your hands off. \
                       Some people must not be pressed there. \
                       Palpate also says which feelings mean that you lift your hand off.";

/// Whether it can be asked without a drawing.
pub(super) fn in_words(item: &Item) -> bool {
    !item.is_pictured()
}

/// The type as the files name it.
pub(super) fn kind(item: &Item) -> &'static str {
    match &item.body {
        Body::SingleBest(_) => "single",
        Body::SelectAll(_) => "multiple",
        Body::Order(_) => "order",
        Body::Matching(_) => "matching",
        Body::Locate(_) => "locate",
        Body::Paint(_) => "paint",
        Body::Marks(_) => "marks",
    }
}

/// What there is to do, where the stem does not say it.
pub(super) fn task(item: &Item) -> &'static str {
    match &item.body {
        Body::SelectAll(_) => "Choose all that apply.",
        Body::Order(_) => "Put these in the right order.",
        Body::Matching(_) => "Match each number with a letter.",
        Body::SingleBest(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => "",
    }
}

pub(super) fn caution(item: &Item) -> &'static str {
    match item.topic {
        Topic::Technique => CAUTION,
        Topic::Attachments | Topic::Pain | Topic::Safety => "",
    }
}

/// The options of an item that has options.
pub(super) fn options(item: &Item) -> &[Choice] {
    match &item.body {
        Body::SingleBest(body) => &body.options,
        Body::SelectAll(body) => &body.options,
        Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => &[],
    }
}

/// Whether the option at this position, as written, is a key.
pub(super) fn is_key(item: &Item, at: usize) -> bool {
    match &item.body {
        Body::SingleBest(body) => usize::from(body.key) == at,
        Body::SelectAll(body) => body.keys.iter().any(|key| usize::from(*key) == at),
        Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => false,
    }
}

/// The order in which options, steps or right sides are shown: positions as written. It follows from the id alone, so that
/// the same item looks the same in each file and at each export. Steps are never in the right order already, nor do
/// all right sides stand beside what they belong to.
pub(super) fn shown(item: &Item) -> Vec<usize> {
    let mut dice = oorandom::Rand32::new(crate::hash::of_text(&item.id));
    let mut shown: Vec<usize> = (0..item.len()).collect();
    for at in (1..shown.len()).rev() {
        let other = dice.rand_range(0..u32::try_from(at + 1).unwrap_or(u32::MAX));
        shown.swap(at, other as usize);
    }
    if matches!(item.body, Body::Order(_) | Body::Matching(_)) && shown.is_sorted() && shown.len() > 1 {
        shown.rotate_left(1);
    }
    shown
}

/// Where in [`shown`] each position as written stands.
pub(super) fn places(shown: &[usize]) -> Vec<usize> {
    let mut places = vec![0; shown.len()];
    for (place, written) in shown.iter().enumerate() {
        places[*written] = place;
    }
    places
}

/// `A` to `Z`, then `AA`, as spreadsheets and lists of HTML have it.
pub(super) fn letter(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    if place < 26 { last.to_string() } else { letter(place / 26 - 1) + &last.to_string() }
}

/// What is read, without links, line ends as `\n`, and no other control characters: no format can hold them all.
pub(super) fn plain(text: &str) -> String {
    text::plain(text).replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace(no_text, " ")
}

/// Control characters, and the two that are no characters at all.
fn no_text(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The same in one line.
pub(super) fn line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// For HTML, on one line: no tab and no line end is left in it.
pub(super) fn html(text: &str) -> String {
    let mut out = String::new();
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            other => out.push(other),
        }
    }
    out
}

/// One line of the sources: what it is called, what it is, and where it can be read.
pub(super) struct Reference<'a> {
    pub label: &'a str,
    pub text: String,
    pub url: Option<&'a str>,
}

/// Each thing that is cited, once, in the order of the cites. A disagreement brings its wording along.
pub(super) fn references<'a>(knowledge: &'a Knowledge, cites: &[Cite]) -> Vec<Reference<'a>> {
    let mut out: Vec<Reference<'a>> = Vec::new();
    for cite in cites {
        let new = match cite {
            Cite::Source(_) | Cite::Fact(_) => cite.source(knowledge).map(of_source),
            Cite::Disagreement(_) => cite.disagreement(knowledge).map(|card| {
                let what = if card.open { "Sources disagree" } else { "Sources corrected" };
                let text = format!("{what}: {} What Palpate teaches: {}", line(&card.question), line(&card.teach));
                Reference { label: &card.id, text, url: None }
            }),
            Cite::OurRule => {
                Some(Reference { label: "Our rule", text: "a recommendation that Palpate made from what it cites.".to_owned(), url: None })
            }
            Cite::Unverified => {
                Some(Reference { label: "Unverified", text: "general knowledge for which no source was retrieved.".to_owned(), url: None })
            }
        };
        out.extend(new.filter(|new| out.iter().all(|old| old.label != new.label)));
    }
    out
}

fn of_source(source: &Source) -> Reference<'_> {
    let mut text = line(&source.title);
    if let Some(publisher) = &source.publisher {
        text.push_str(", ");
        text.push_str(&line(publisher));
    }
    if source.year != "not stated" {
        text.push_str(", ");
        text.push_str(&line(&source.year));
    }
    Reference { label: &source.id, text, url: source.urls.first().map(String::as_str) }
}

/// The documents that the stem names by their code, so that nobody has to know what "S1" is.
pub(super) fn named<'a>(knowledge: &'a Knowledge, stem: &str) -> Vec<Reference<'a>> {
    let documents = knowledge.sources.iter().filter(|source| source.kind == SourceKind::Document && !source.id.is_empty());
    documents.filter(|source| stem.split(|c: char| !c.is_alphanumeric()).any(|word| word == source.id)).map(of_source).collect()
}

/// References as lines of HTML, joined by line breaks. Only addresses of the web become links.
pub(super) fn references_html(references: &[Reference<'_>]) -> String {
    let lines = references.iter().map(|one| {
        let text = match one.url.filter(|url| url.starts_with("http")) {
            Some(url) => format!("<a href=\"{}\">{}</a>", html(url), html(&one.text)),
            None => html(&one.text),
        };
        format!("{} · {text}", html(one.label))
    });
    lines.collect::<Vec<_>>().join("<br>")
}

/// References as lines of plain text.
pub(super) fn references_plain(references: &[Reference<'_>]) -> String {
    let lines = references.iter().map(|one| {
        let url = one.url.map(|url| format!(" <{}>", line(url))).unwrap_or_default();
        format!("{} · {}{url}", line(one.label), one.text)
    });
    lines.collect::<Vec<_>>().join("\n")
}

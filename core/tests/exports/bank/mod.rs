//! The bank in other tools' formats: what is written is read back by readers that know nothing of the writers.
//!
//! Beside the formats' own clients (`anki_engine.py`, `gift.mjs`; docs/exports.md), which are run by hand, each format has a reader
//! here that follows its client's rules, so that each run of the tests can fail.

mod anki;
mod gift;
mod items;
mod occlusion;
mod table;

use palpate_core::exchange::{Bank, Made};
use palpate_core::item::{Body, Choice, Item};

fn text(made: &Made) -> String {
    String::from_utf8(made.bytes.clone()).unwrap()
}

/// What a text of content becomes: line ends as `\n`, a space for each other control character, no links.
fn said(words: &str) -> String {
    let words = palpate_core::text::plain(words).replace("\r\n", "\n");
    words
        .chars()
        .map(|c| match c {
            '\r' | '\u{2028}' | '\u{2029}' | '\n' => '\n',
            '\u{fffe}' | '\u{ffff}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

fn in_one_line(words: &str) -> String {
    said(words).replace('\n', " ")
}

fn is_drawn(item: &Item) -> bool {
    item.picture.is_some() || matches!(item.body, Body::Locate(_) | Body::Paint(_) | Body::Marks(_))
}

fn written(bank: Bank<'_>) -> Vec<&Item> {
    bank.items.iter().filter(|item| !is_drawn(item)).collect()
}

/// The options with whether each is a key; none for other types.
fn options(item: &Item) -> Vec<(&Choice, bool)> {
    let (options, keys) = match &item.body {
        Body::SingleBest(body) => (&body.options, vec![body.key]),
        Body::SelectAll(body) => (&body.options, body.keys.clone()),
        Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => return Vec::new(),
    };
    (0u8..).zip(options).map(|(at, option)| (option, keys.contains(&at))).collect()
}

/// What HTML of ours shows: tags away, line breaks and entities as what they stand for. Panics where it is not well-formed.
fn shown(html: &str) -> String {
    let html = html.replace("<br>", "<br/>").replace("&nbsp;", "\u{a0}");
    let html = format!("<all>{html}</all>");
    let read = roxmltree::Document::parse(&html).unwrap_or_else(|error| panic!("{error}: {html:?}"));
    words(read.root_element())
}

fn words(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants()
        .map(|node| if node.has_tag_name("br") { "\n".to_owned() } else { node.text().filter(|_| node.is_text()).unwrap_or("").to_owned() })
        .collect()
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}

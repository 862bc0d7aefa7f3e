//! The bank as a table: one row an item. docs/exports.md tells of every column.

use super::words::{self, is_key, letter, line, options, places, plain, shown};
use super::{Bank, Made};
use crate::csv::{BYTE_ORDER_MARK, guarded, row};
use crate::item::{Body, Item};
use crate::relation::Relation;

/// The columns in front of the options. Names are stable: other people's scripts go by them.
pub const BEFORE: [&str; 6] = ["id", "type", "topic", "relation", "muscles", "stem"];
/// The columns behind the options.
pub const AFTER: [&str; 5] = ["key", "rationale", "whys", "sources", "caution"];

/// The table. It has as many columns for options as the longest item needs.
pub fn make(bank: Bank<'_>) -> Made {
    let items = || bank.items.iter().filter(|item| words::in_words(item));
    let wide = items().map(Item::len).max().unwrap_or(0);
    let mut out = String::from(BYTE_ORDER_MARK);
    let named = |name: &str| name.to_owned();
    let lettered = (0..wide).map(|place| format!("option_{}", letter(place).to_lowercase()));
    row(&mut out, BEFORE.map(named).into_iter().chain(lettered).chain(AFTER.map(named)));
    for item in items() {
        let shown = shown(item);
        let mut cells = vec![
            item.id.clone(),
            words::kind(item).to_owned(),
            item.topic.slug().to_owned(),
            Relation::of(item).map(Relation::slug).unwrap_or_default().to_owned(),
            item.about.join(";"),
            plain(&item.stem),
        ];
        cells.extend(shown.iter().map(|at| plain(option(item, *at))));
        cells.resize(BEFORE.len() + wide, String::new());
        cells.push(key(item, &shown));
        cells.push(plain(&item.rationale));
        cells.push(whys(item, &shown));
        cells.push(words::references_plain(&words::references(bank.knowledge, &item.cites)));
        cells.push(words::caution(item).to_owned());
        row(&mut out, cells.iter().map(|cell| guarded(cell)));
    }
    Made { name: "palpate-items.csv".to_owned(), media_type: "text/csv", bytes: out.into_bytes() }
}

/// How many items it can't hold: those that are asked on a picture.
pub fn left_out(bank: Bank<'_>) -> usize {
    bank.items.iter().filter(|item| !words::in_words(item)).count()
}

fn option(item: &Item, at: usize) -> &str {
    let text = match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) => options(item).get(at).map(|option| &option.text),
        Body::Order(body) => body.steps.get(at),
        Body::Matching(body) => body.pairs.get(at).map(|pair| &pair.left),
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => None,
    };
    text.map(String::as_str).unwrap_or_default()
}

/// The letters of the keys; of the steps in their right order; or for each letter what belongs to it.
fn key(item: &Item, shown: &[usize]) -> String {
    match &item.body {
        Body::Order(_) => places(shown).into_iter().map(letter).collect::<Vec<_>>().join(";"),
        Body::Matching(body) => {
            let pairs = shown.iter().enumerate().filter_map(|(place, at)| Some((place, body.pairs.get(*at)?)));
            pairs.map(|(place, pair)| format!("{}: {}", letter(place), line(&pair.right))).collect::<Vec<_>>().join("\n")
        }
        Body::SingleBest(_) | Body::SelectAll(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {
            let keys = shown.iter().enumerate().filter(|(_, at)| is_key(item, **at));
            keys.map(|(place, _)| letter(place)).collect::<Vec<_>>().join(";")
        }
    }
}

fn whys(item: &Item, shown: &[usize]) -> String {
    let options = shown.iter().enumerate().filter_map(|(place, at)| Some((place, options(item).get(*at)?)));
    options.map(|(place, option)| format!("{}: {}", letter(place), line(&option.why))).collect::<Vec<_>>().join("\n")
}

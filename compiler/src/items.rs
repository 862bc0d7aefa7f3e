//! The hand-written items, and the rules that make them fair.

use crate::authored as from;
use crate::authored::ItemType;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::item as to;
use palpate_core::item::generate::true_of;
use palpate_core::relation::Relation;
use palpate_core::{Knowledge, item::Topic};
use std::collections::HashSet;

/// One item. `knowledge` already holds the muscles, whose claims a distractor must not repeat.
pub fn item(page: Page<'_>, topic: Topic, knowledge: &Knowledge, item: &from::Item) -> to::Item {
    let id = item.id.get_ref().clone();
    let rationale = item.rationale.as_ref().map(|text| page.prose(text)).unwrap_or_default();
    if rationale.trim().is_empty() {
        page.report(&item.id, Fault::NoRationale(id.clone()));
    }
    let asks = item.asks.as_ref().map(|asks| to::Asks { muscle: page.known(&page.desk.muscles, &asks.muscle), kind: asks.kind });
    check_options(page, knowledge, item, asks.as_ref());
    to::Item {
        id,
        topic,
        relation: item.relation.or(Relation::usual(topic, item.asks.as_ref().map(|asks| asks.kind))),
        about: page.known_all(&page.desk.muscles, &item.about),
        stem: page.words(&item.stem),
        picture: None,
        body: body(page, item),
        rationale,
        cites: page.cites(&item.id, "the item", &item.cites),
        asks,
        fact: item.fact,
    }
}

fn check_options(page: Page<'_>, knowledge: &Knowledge, item: &from::Item, asks: Option<&to::Asks>) {
    let id = || item.id.get_ref().clone();
    let mut seen = HashSet::new();
    let texts = item.options.iter().map(|option| &option.text);
    let texts = texts.chain(&item.steps).chain(item.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]));
    for text in texts {
        if !seen.insert(text.get_ref().to_lowercase()) {
            page.report(text, Fault::RepeatedOption { item: id(), text: text.get_ref().clone() });
        }
    }
    let Some(asks) = asks else { return };
    for option in item.options.iter().filter(|option| !option.key) {
        if true_of(knowledge, asks, option.text.get_ref()) {
            let text = option.text.get_ref().clone();
            page.report(&option.text, Fault::TrueDistractor { item: id(), text });
        }
    }
}

fn body(page: Page<'_>, item: &from::Item) -> to::Body {
    let misshapen = |kind, needs| {
        page.report(&item.id, Fault::ItemShape { item: item.id.get_ref().clone(), kind, needs });
    };
    let keys: Vec<u8> = (0u8..).zip(&item.options).filter_map(|(at, option)| option.key.then_some(at)).collect();
    let options = || {
        item.options.iter().map(|option| to::Choice { text: page.words(&option.text), why: page.prose(&option.why) }).collect::<Vec<_>>()
    };
    let bare = item.steps.is_empty() && item.pairs.is_empty();
    match item.r#type {
        ItemType::Single => {
            if item.options.len() < 3 || !bare {
                misshapen("single", "`options`, three or more, and nothing else");
            }
            if keys.len() != 1 {
                page.report(&item.id, Fault::KeyCount { item: item.id.get_ref().clone(), count: keys.len() });
            }
            let key = keys.first().copied().unwrap_or(0);
            to::Body::SingleBest(to::SingleBest { options: options(), key })
        }
        ItemType::Select => {
            if item.options.len() < 3 || keys.is_empty() || !bare {
                misshapen("select", "`options`, three or more, with at least one key, and nothing else");
            }
            to::Body::SelectAll(to::SelectAll { options: options(), keys })
        }
        ItemType::Order => {
            if item.steps.len() < 3 || !item.options.is_empty() || !item.pairs.is_empty() {
                misshapen("order", "`steps`, three or more in their right order, and nothing else");
            }
            let steps = item.steps.iter().map(|step| page.words(step)).collect();
            to::Body::Order(to::Order { steps })
        }
        ItemType::Match => {
            if item.pairs.len() < 3 || !item.options.is_empty() || !item.steps.is_empty() {
                misshapen("match", "`pairs`, three or more, and nothing else");
            }
            let pairs = item.pairs.iter().map(|pair| to::Pair { left: page.words(&pair.left), right: page.words(&pair.right) }).collect();
            to::Body::Matching(to::Matching { pairs })
        }
    }
}

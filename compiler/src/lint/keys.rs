//! Rule: exactly one key, or with "choose every one" at least one key and one wrong option; and nothing said twice.

use super::{Flaw, options};
use palpate_core::item::generate::words;
use palpate_core::item::{Body, Item};

pub(super) fn flaws(item: &Item) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let keys = options(item).iter().filter(|option| option.key).count();
    let wrong = options(item).len() - keys;
    let texts: Vec<&str> = match &item.body {
        Body::SingleBest(body) => {
            if keys != 1 {
                flaws.push(Flaw::KeyCount(keys));
            }
            body.options.iter().map(|option| option.text.as_str()).collect()
        }
        Body::SelectAll(body) => {
            flaws.extend((keys == 0).then_some(Flaw::NoneOf("key")));
            flaws.extend((wrong == 0).then_some(Flaw::NoneOf("wrong option")));
            // Two marks on one option, or a mark on none.
            flaws.extend((keys != body.keys.len()).then_some(Flaw::KeyCount(body.keys.len())));
            body.options.iter().map(|option| option.text.as_str()).collect()
        }
        Body::Order(body) => body.steps.iter().map(String::as_str).collect(),
        // Two pairs with one right side could be answered both ways.
        Body::Matching(body) => {
            flaws.extend(repeated(body.pairs.iter().map(|pair| pair.left.as_str())));
            body.pairs.iter().map(|pair| pair.right.as_str()).collect()
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => Vec::new(),
    };
    flaws.extend(repeated(texts.into_iter()));
    flaws
}

fn repeated<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Flaw> {
    let mut seen = Vec::new();
    for text in texts {
        let said = words::normalised(text);
        if seen.contains(&said) {
            return Some(Flaw::Twice(text.to_owned()));
        }
        seen.push(said);
    }
    None
}

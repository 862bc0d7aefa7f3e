//! Rule: no wrong option is true for the stem, as far as this can be told without understanding the words.
//!
//! Four tests: the claims of the muscle that the item asks for; another claim of the muscle and kind that the key is;
//! where all that a document says is to be chosen, any of its facts; the key of another item that asks nearly the same.

use super::{Choice, Flaw, alike, is_single, options};
use palpate_core::Knowledge;
use palpate_core::item::generate::{true_of, words};
use palpate_core::item::{Asks, Item};

/// `near` are the items that ask nearly the same.
pub(super) fn flaws(knowledge: &Knowledge, near: &[&Item], item: &Item) -> Vec<Flaw> {
    let all = options(item);
    let (keys, wrong): (Vec<&Choice<'_>>, Vec<&Choice<'_>>) = all.iter().partition(|option| option.key);
    let claims = asked_claims(knowledge, item, &keys);
    let document = if is_single(item) { Vec::new() } else { alike::documents(&item.stem) };
    let mut flaws = Vec::new();
    for option in wrong {
        let mut add = |why: String| flaws.push(Flaw::TrueDistractor { text: option.text.to_owned(), why });
        if let Some(asks) = claims.iter().find(|asks| true_of(knowledge, asks, option.text)) {
            add(format!("a claim of {} says so", asks.muscle));
        }
        if let [document] = document.as_slice()
            && let Some(fact) = said_by(knowledge, item, document, option.text)
        {
            add(format!("{document} says so too ({fact})"));
        }
        if let Some(other) = near.iter().find(|other| is_key_of(item, other, option.text)) {
            add(format!("it is a key of \"{}\", which asks nearly the same", other.id));
        }
    }
    flaws
}

/// What the item asks for: as it says, or else the muscle and kind of claim whose answer its key is.
fn asked_claims(knowledge: &Knowledge, item: &Item, keys: &[&Choice<'_>]) -> Vec<Asks> {
    if let Some(asks) = &item.asks {
        return vec![asks.clone()];
    }
    let muscles = knowledge.muscles.iter().filter(|muscle| item.about.contains(&muscle.id));
    let claims = muscles.flat_map(|muscle| muscle.claims.iter().map(move |claim| Asks { muscle: muscle.id.clone(), kind: claim.kind }));
    let mut asked: Vec<Asks> = Vec::new();
    for asks in claims {
        if !asked.contains(&asks) && !keys.is_empty() && keys.iter().all(|key| true_of(knowledge, &asks, key.text)) {
            asked.push(asks);
        }
    }
    asked
}

/// A fact of the named document, of a category that the item draws on, that has every telling word of the option.
fn said_by<'a>(knowledge: &'a Knowledge, item: &Item, document: &str, text: &str) -> Option<&'a str> {
    let told = words::telling(text);
    let of_document = |fact: &&palpate_core::knowledge::Fact| fact.document(knowledge).id == document;
    let categories: Vec<&str> =
        item.cites.iter().filter_map(|cite| cite.fact(knowledge)).filter(of_document).map(|fact| fact.category.as_str()).collect();
    let facts = knowledge.facts.iter().filter(of_document).filter(|fact| categories.contains(&fact.category.as_str()));
    // One word proves nothing: "pain" stands in half of them.
    let fact = facts.into_iter().find(|fact| told.len() > 1 && told.is_subset(&words::telling(&fact.text)));
    fact.map(|fact| fact.id.as_str())
}

/// Whether another item, nearly the same question, takes this very text for right.
fn is_key_of(item: &Item, other: &Item, text: &str) -> bool {
    // Two items on typed claims are held to these claims, above.
    let by_claims = item.asks.is_some() && other.asks.is_some();
    !by_claims && options(other).iter().any(|option| option.key && words::normalised(option.text) == words::normalised(text))
}

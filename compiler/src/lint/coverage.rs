//! Rule: each fact of the three documents is asked for by an item, or the reason why not is written down.
//!
//! A fact is asked for when an item cites it, or asks for a settled claim that cites it.

use super::Flaw;
use palpate_core::Knowledge;
use palpate_core::item::Item;
use palpate_core::knowledge::Cite;
use std::collections::BTreeMap;

/// Facts that no item asks for, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excuse {
    pub reason: String,
    pub facts: Vec<String>,
}

pub(super) fn flaws(knowledge: &Knowledge, items: &[Item], excuses: &[Excuse]) -> Vec<(String, Flaw)> {
    let asked = asked(knowledge, items);
    let excused: Vec<&String> = excuses.iter().flat_map(|excuse| &excuse.facts).collect();
    let mut flaws = Vec::new();
    for (at, id) in excused.iter().enumerate() {
        if excused[..at].contains(id) {
            flaws.push(((*id).clone(), Flaw::ExcusedTwice));
        } else if let Some(item) = asked.get(id.as_str()) {
            flaws.push(((*id).clone(), Flaw::ExcusedInVain((*item).to_owned())));
        } else if knowledge.facts.iter().all(|fact| fact.id != **id) {
            flaws.push(((*id).clone(), Flaw::UnknownFact));
        }
    }
    let missing = knowledge.facts.iter().filter(|fact| !asked.contains_key(fact.id.as_str()) && !excused.contains(&&fact.id));
    flaws.extend(missing.map(|fact| (fact.id.clone(), Flaw::NotAsked)));
    flaws
}

/// Each fact that is asked for, with the first item that does.
fn asked<'a>(knowledge: &'a Knowledge, items: &'a [Item]) -> BTreeMap<&'a str, &'a str> {
    let mut asked = BTreeMap::new();
    for item in items {
        let claims = item.asks.iter().filter_map(|asks| Some(knowledge.muscle(&asks.muscle)?.claims_of(asks.kind)));
        let by_claim = claims.flatten().filter(|claim| claim.settled && claim.answer.is_some()).flat_map(|claim| claim.cites.iter());
        for fact in item.cites.iter().chain(by_claim).filter_map(|cite: &Cite| cite.fact(knowledge)) {
            asked.entry(fact.id.as_str()).or_insert(item.id.as_str());
        }
    }
    asked
}

//! Rule: each item says why and who says so, and each option what it belongs to.

use super::{Flaw, options};
use palpate_core::item::Item;
use palpate_core::knowledge::Cite;

pub(super) fn flaws(item: &Item) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if item.rationale.trim().is_empty() {
        flaws.push(Flaw::NoRationale);
    }
    if item.cites.iter().all(|cite| *cite == Cite::Unverified) {
        flaws.push(Flaw::NoSource);
    }
    flaws.extend(options(item).iter().filter(|option| option.why.trim().is_empty()).map(|option| Flaw::NoWhy(option.text.to_owned())));
    flaws
}

//! The table of the bank, read back by a library that knows nothing of ours.

use super::items::{random, real, small, small_knowledge};
use super::{in_one_line, options, said, sorted, text, written};
use crate::{as_kept, config, told};
use palpate_core::csv::unguarded;
use palpate_core::exchange::Bank;
use palpate_core::exchange::table::{AFTER, BEFORE, left_out, make};
use palpate_core::item::{Body, Item};
use palpate_core::relation::Relation;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn rows(bank: Bank<'_>) -> Vec<Row> {
    let made = text(&make(bank));
    let made = made.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(made.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let wide = names.len() - BEFORE.len() - AFTER.len();
    assert_eq!(names[..BEFORE.len()], BEFORE);
    assert_eq!(names[BEFORE.len() + wide..], AFTER);
    assert!(names[BEFORE.len()..].iter().take(wide).all(|name| name.starts_with("option_")));
    reader.records().map(|row| names.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()).collect()
}

/// The cell under `option_` and this letter.
fn option<'r>(row: &'r Row, letter: &str) -> &'r str {
    unguarded(&row[&format!("option_{}", letter.to_lowercase())])
}

fn check(bank: Bank<'_>) {
    let rows = rows(bank);
    let items = written(bank);
    assert_eq!(rows.len(), items.len());
    assert_eq!(left_out(bank), bank.items.len() - items.len());
    for (row, item) in rows.iter().zip(items) {
        assert!(row.values().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])), "{row:?}");
        assert_eq!(unguarded(&row["id"]), item.id);
        assert_eq!(row["topic"], item.topic.slug());
        assert_eq!(row["relation"], Relation::of(item).map(Relation::slug).unwrap_or_default());
        assert_eq!(unguarded(&row["stem"]), said(&item.stem));
        assert_eq!(unguarded(&row["rationale"]), said(&item.rationale));
        parts(row, item);
    }
}

fn parts(row: &Row, item: &Item) {
    match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) => {
            let keys: Vec<_> = unguarded(&row["key"]).split(';').map(|letter| option(row, letter).to_owned()).collect();
            let wanted: Vec<_> = options(item).iter().filter(|(_, key)| *key).map(|(option, _)| said(&option.text)).collect();
            assert_eq!(sorted(keys), sorted(wanted));
            let whys: Vec<_> = unguarded(&row["whys"]).split('\n').map(|line| line.split_once(": ").unwrap()).collect();
            let told: Vec<_> = whys.iter().map(|(letter, why)| (option(row, letter).to_owned(), (*why).to_owned())).collect();
            let wanted = options(item).iter().map(|(option, _)| (said(&option.text), in_one_line(&option.why))).collect();
            assert_eq!(sorted(told), sorted(wanted));
        }
        Body::Order(body) => {
            let steps: Vec<_> = row["key"].split(';').map(|letter| option(row, letter).to_owned()).collect();
            assert_eq!(steps, body.steps.iter().map(|step| said(step)).collect::<Vec<_>>());
        }
        Body::Matching(body) => {
            let pairs = unguarded(&row["key"]).split('\n').map(|line| line.split_once(": ").unwrap());
            let pairs = pairs.map(|(letter, right)| (option(row, letter).to_owned(), right.to_owned())).collect();
            assert_eq!(sorted(pairs), sorted(body.pairs.iter().map(|pair| (said(&pair.left), in_one_line(&pair.right))).collect()));
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => panic!("a drawing in a table"),
    }
}

#[test]
fn the_example_is_as_it_was_looked_at() {
    as_kept("bank.csv", &text(&make(Bank { knowledge: small_knowledge(), items: &small() })));
}

#[test]
fn the_real_bank_reads_back() {
    check(real());
    assert!(rows(real()).len() > 100);
}

#[test]
fn every_column_is_documented() {
    let told = told();
    assert!(BEFORE.iter().chain(&AFTER).all(|name| told.contains(&format!("\n| `{name}` |"))));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bank_reads_back(items in random()) {
        check(Bank { knowledge: small_knowledge(), items: &items });
    }
}

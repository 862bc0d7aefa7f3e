//! Kept entries: read back as they were, and not at all when they claim what can't be.

use crate::common::config;
use crate::entries::{any_entry, finding, massage};
use palpate_core::journal::{Entry, Score};
use proptest::prelude::*;
use serde_json::{Value, json};

fn kept() -> Value {
    let mut entry = massage("e", 0, Some(5), Some(3));
    entry.findings.push(finding(Some(4), 12));
    serde_json::to_value(&entry).unwrap()
}

fn reads(value: Value) -> bool {
    serde_json::from_value::<Entry>(value).is_ok()
}

#[test]
fn impossible_numbers_are_not_read() {
    assert!(reads(kept()));
    for (pointer, wrong) in [
        ("/before", json!(11)),
        ("/before", json!(-1)),
        ("/before", json!(4.5)),
        ("/after", json!(255)),
        ("/after", json!("3")),
        ("/findings/0/tender", json!(11)),
        ("/findings/0/strokes", json!(16)),
        ("/findings/0/strokes", json!(null)),
        ("/findings/0/side", json!("middle")),
        ("/findings/0/point", json!(256)),
        ("/findings/0/sure", json!("maybe")),
        ("/when/at", json!(null)),
        ("/deleted", json!(0)),
        ("/extension_before", json!("very")),
        ("/followed/points", json!([16])),
    ] {
        let mut value = kept();
        *value.pointer_mut(pointer).unwrap() = wrong.clone();
        assert!(!reads(value), "{pointer} = {wrong}");
    }
}

#[test]
fn the_bounds_can_be_read() {
    for (pointer, right) in [
        ("/before", json!(0)),
        ("/before", json!(10)),
        ("/before", json!(null)),
        ("/findings/0/strokes", json!(15)),
        ("/followed", json!({})),
    ] {
        let mut value = kept();
        *value.pointer_mut(pointer).unwrap() = right.clone();
        assert!(reads(value), "{pointer} = {right}");
    }
    assert_eq!(Score::try_from(11).unwrap_err().to_string(), "11 of 10: a score is from 0 to 10");
    assert_eq!(Score::all().map(Score::number).collect::<Vec<_>>(), (0..=10).collect::<Vec<u8>>());
}

#[test]
fn an_entry_that_was_kept_before_it_knew_what_it_follows_is_read() {
    let mut value = kept();
    value.as_object_mut().unwrap().remove("followed");
    assert_eq!(serde_json::from_value::<Entry>(value).unwrap(), serde_json::from_value::<Entry>(kept()).unwrap());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_was_kept_comes_back(entry in any_entry(3).prop_filter("JSON has no such number", |entry| {
        entry.when.at.is_finite() && entry.changed.is_finite()
    })) {
        let kept = serde_json::to_string(&entry).unwrap();
        prop_assert_eq!(serde_json::from_str::<Entry>(&kept).unwrap(), entry);
    }
}

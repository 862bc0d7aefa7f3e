//! Journals put together: the same whichever way round and however often, and nothing twice.

use crate::common::config;
use crate::entries::{any_entry, massage};
use palpate_core::journal::Entry;
use palpate_core::journal::merge::{Merged, merge};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

fn changed(entry: &Entry, at: f64) -> Entry {
    Entry { changed: at, ..entry.clone() }
}

fn counts(merged: &Merged) -> [usize; 4] {
    [merged.added, merged.updated, merged.removed, merged.kept]
}

/// To compare, times that are no numbers among them.
fn told(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(|entry| format!("{entry:?}")).collect()
}

fn merged(ours: &[Entry], theirs: &[Entry]) -> Vec<Entry> {
    merge(ours.to_vec(), theirs.to_vec()).entries
}

#[test]
fn the_later_change_wins_and_is_counted() {
    let a = changed(&massage("a", 3, Some(5), Some(4)), 10.0);
    let b = changed(&massage("b", 2, Some(5), None), 10.0);
    let c = changed(&massage("c", 1, Some(5), None), 10.0);
    let new = massage("d", 0, None, None);
    let corrected = Entry { note: "really".into(), ..changed(&a, 11.0) };
    let older = Entry { note: "not yet".into(), ..changed(&b, 9.0) };
    let deleted = c.tombstone(12.0);
    let unknown = massage("e", 4, None, None).tombstone(12.0);
    let both = merge(vec![c.clone(), a.clone(), b.clone()], vec![new.clone(), corrected.clone(), older, deleted.clone(), unknown.clone()]);
    assert_eq!(both.entries, [unknown.clone(), corrected.clone(), b.clone(), deleted.clone(), new.clone()]);
    assert_eq!(counts(&both), [1, 1, 1, 1]);
    assert_eq!(both.to_write().collect::<Vec<_>>(), [&unknown, &corrected, &deleted, &new]);
    // The same backup again changes nothing.
    let again = merge(both.entries.clone(), vec![new, corrected, deleted.clone(), unknown]);
    assert_eq!((again.entries == both.entries, counts(&again), again.write.len()), (true, [0, 0, 0, 3], 0));
    // An old backup does not bring back what was deleted since.
    assert_eq!(merge(vec![deleted.clone()], vec![c]).entries, [deleted]);
}

#[test]
fn of_two_changes_at_once_deleting_counts() {
    let entry = changed(&massage("a", 0, Some(5), Some(4)), 10.0);
    let deleted = Entry { changed: 10.0, ..entry.tombstone(10.0) };
    let (entry, deleted) = ([entry], [deleted]);
    assert_eq!(merged(&entry, &deleted), deleted);
    assert_eq!(merged(&deleted, &entry), deleted);
}

#[test]
fn a_change_counts_more_than_what_it_changed_though_the_clock_went_back() {
    let entry = Entry { note: "long and wrong".into(), ..changed(&massage("a", 0, Some(5), Some(4)), 1e15) };
    let corrected = Entry { note: "short".into(), ..entry.clone() }.touched(1e12);
    let (entry, corrected) = ([entry], [corrected]);
    assert_eq!(merged(&corrected, &entry), corrected);
    let deleted = [corrected[0].tombstone(1e12)];
    assert_eq!(merged(&merged(&corrected, &deleted), &entry), deleted);
    assert_eq!(changed(&entry[0], f64::NAN).touched(5.0).changed, 5.0);
}

#[test]
fn doubles_in_one_journal_go() {
    let entry = massage("a", 0, Some(5), Some(4));
    assert_eq!(merged(&[entry.clone(), entry.clone()], std::slice::from_ref(&entry)), [entry]);
}

#[test]
fn a_hundred_thousand_entries_take_no_time() {
    let journal = |from: u32| -> Vec<Entry> { (from..from + 100_000).map(|n| massage(&format!("{n:08x}"), 1, Some(3), Some(2))).collect() };
    let (ours, theirs) = (journal(0), journal(50_000));
    let begun = Instant::now();
    let both = merge(ours, theirs);
    assert_eq!(counts(&both), [50_000, 0, 0, 100_000]);
    // Built without optimisation this takes a second or two; anything quadratic would take hours.
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

fn any_journal() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(any_entry(4), 0..10)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in any_journal(), b in any_journal(), c in any_journal()) {
        let ab = merged(&a, &b);
        prop_assert_eq!(told(&ab), told(&merged(&b, &a)));
        prop_assert_eq!(told(&merged(&ab, &c)), told(&merged(&a, &merged(&b, &c))));
        prop_assert_eq!(told(&merged(&ab, &b)), told(&ab));
        prop_assert_eq!(told(&merged(&ab, &ab)), told(&ab));
        prop_assert_eq!(told(&merged(&a, &[])), told(&merged(&[], &a)));
    }

    #[test]
    fn nothing_is_twice_lost_or_miscounted(a in any_journal(), b in any_journal()) {
        let both = merge(a.clone(), b.clone());
        let ids: Vec<&String> = both.entries.iter().map(|entry| &entry.id).collect();
        let all: BTreeSet<&String> = a.iter().chain(&b).map(|entry| &entry.id).collect();
        prop_assert_eq!(ids.len(), all.len());
        prop_assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), all);
        // Whatever is there was there.
        let versions: BTreeSet<String> = told(&a).into_iter().chain(told(&b)).collect();
        prop_assert!(told(&both.entries).iter().all(|version| versions.contains(version)));
        // Where one of the latest versions is a tombstone, nothing comes back.
        for entry in &both.entries {
            let known = |time: f64| if time.is_nan() { f64::NEG_INFINITY } else { time };
            let versions: Vec<&Entry> = a.iter().chain(&b).filter(|version| version.id == entry.id).collect();
            let latest = versions.iter().map(|version| known(version.changed)).fold(f64::NEG_INFINITY, f64::max);
            prop_assert_eq!(known(entry.changed), latest);
            let deleted = versions.iter().any(|version| known(version.changed) == latest && version.deleted);
            prop_assert_eq!(entry.deleted, deleted);
        }
        let visible = both.entries.iter().filter(|entry| !entry.deleted).count();
        prop_assert_eq!(both.added + both.updated + both.kept, visible);
        let before = merge(a, Vec::new());
        let shown = before.entries.iter().filter(|entry| !entry.deleted).count();
        prop_assert_eq!(both.updated + both.removed + both.kept, shown);
        // What is to be written, and no more, differs from ours.
        let ours: BTreeSet<String> = told(&before.entries).into_iter().collect();
        let news: Vec<usize> = told(&both.entries).iter().enumerate().filter(|(_, entry)| !ours.contains(*entry)).map(|(index, _)| index).collect();
        prop_assert_eq!(both.write, news);
    }
}

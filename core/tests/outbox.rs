//! What was told as kept is kept, whatever fails: random changes from two tabs over one store, with writes that fail and tabs
//! that are killed at any moment.
//!
//! The store here does in a few lines what `src/platform/storage.rs` does with IndexedDB: all of a batch, or nothing.
#![allow(clippy::unwrap_used)]

use palpate_core::outbox::{Change, Outbox};
use proptest::prelude::*;
use std::collections::BTreeMap;

const NAMES: [&str; 2] = ["session", "gate"];
/// Each tab has a round of its own.
const ROUNDS: [&str; 2] = ["round-0", "round-1"];

#[derive(Clone, Debug, Default, PartialEq)]
struct Store {
    kept: BTreeMap<&'static str, String>,
    journal: BTreeMap<String, String>,
    rows: Vec<(&'static str, String)>,
}

impl Store {
    fn commit(&mut self, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Value(name, Some(value)) => drop(self.kept.insert(name, value.clone())),
                Change::Value(name, None) => drop(self.kept.remove(name)),
                Change::Joined(name, value, join) => {
                    let joined = self.kept.get(name).and_then(|kept| join(kept, value));
                    self.kept.insert(name, joined.unwrap_or_else(|| value.clone()));
                }
                Change::Entry(id, entry) => drop(self.journal.insert(id.clone(), entry.clone())),
                Change::Row(table, row) => self.rows.push((table, row.clone())),
                Change::Once(table, row, same, with) => {
                    if !self.rows.iter().any(|(other, kept)| other == table && same(kept, row)) {
                        self.rows.push((table, row.clone()));
                        self.commit(with);
                    }
                }
            }
        }
    }
}

/// What a person or the browser does. The numbers are of the tab, and of a name, an entry or an exam.
#[derive(Clone, Debug)]
enum Does {
    Value(usize, usize, bool),
    Stop(usize),
    Entry(usize, u8),
    Answer(usize),
    /// An answer in a round: the round and the answer in one go.
    Round(usize),
    HandIn(usize, u8),
    /// The browser begins to write what waits.
    Take(usize),
    /// What was begun comes to its end, well or not. What ends badly has changed nothing.
    Came(usize, bool),
    /// The tab is killed, in the middle of a write if one is under way, which the browser may yet finish. It is opened anew.
    Kill(usize, bool),
}

fn does() -> impl Strategy<Value = Does> {
    let tab = 0usize..2;
    prop_oneof![
        (tab.clone(), 0usize..2, any::<bool>()).prop_map(|(tab, name, some)| Does::Value(tab, name, some)),
        tab.clone().prop_map(Does::Stop),
        (tab.clone(), 0u8..3).prop_map(|(tab, id)| Does::Entry(tab, id)),
        tab.clone().prop_map(Does::Answer),
        tab.clone().prop_map(Does::Round),
        (tab.clone(), 0u8..2).prop_map(|(tab, exam)| Does::HandIn(tab, exam)),
        tab.clone().prop_map(Does::Take),
        tab.clone().prop_map(Does::Take),
        (tab.clone(), any::<bool>()).prop_map(|(tab, well)| Does::Came(tab, well)),
        (tab, any::<bool>()).prop_map(|(tab, finished)| Does::Kill(tab, finished)),
    ]
}

/// A stop, once kept, is in whatever is kept later.
fn with_stop(kept: &str, new: &str) -> Option<String> {
    (kept.contains("stop") && !new.contains("stop")).then(|| format!("{new} stop"))
}

fn same_exam(kept: &str, new: &str) -> bool {
    kept.split(' ').next() == new.split(' ').next()
}

#[derive(Default)]
struct Tab {
    outbox: Outbox,
    under_way: Option<Vec<Change>>,
    /// Rows and latest values that this tab has put, in their order.
    put: Vec<Change>,
    /// How many of them were put when what is under way was taken.
    taken: usize,
}

impl Tab {
    fn put(&mut self, change: Change) {
        self.put.push(change.clone());
        self.outbox.put(change);
    }
}

/// What has to be in the store once these changes were told as kept, and nobody else wrote since.
fn check_kept(told: &[Change], store: &Store) -> Result<(), TestCaseError> {
    for change in told {
        match change {
            Change::Row(table, row) => {
                let times = store.rows.iter().filter(|kept| *kept == &(*table, row.clone())).count();
                prop_assert_eq!(times, 1, "{} {}", table, row);
            }
            Change::Once(table, row, same, _) => {
                let times = store.rows.iter().filter(|(other, kept)| other == table && same(kept, row)).count();
                prop_assert_eq!(times, 1, "an exam is logged once");
            }
            Change::Value(..) | Change::Joined(..) | Change::Entry(..) => {}
        }
    }
    let last = |of: &dyn Fn(&Change) -> bool| told.iter().rev().find(|change| of(change));
    if let Some(Change::Value(_, value)) = last(&|change| matches!(change, Change::Value("session", _))) {
        prop_assert_eq!(store.kept.get("session"), value.as_ref());
    }
    for id in ["0", "1", "2"] {
        if let Some(Change::Entry(_, entry)) = last(&|change| matches!(change, Change::Entry(other, _) if other == id)) {
            prop_assert_eq!(store.journal.get(id), Some(entry));
        }
    }
    Ok(())
}

/// What is erased while it is being written does not come back, whether or not that fails; what is put after it waits its turn.
#[test]
fn what_was_erased_is_not_tried_again() {
    for well in [false, true] {
        let mut outbox = Outbox::default();
        outbox.put(Change::Row("reviews", "before".to_owned()));
        assert!(outbox.take().is_some());
        outbox.put(Change::Row("reviews", "waits".to_owned()));
        outbox.clear();
        outbox.put(Change::Row("reviews", "after".to_owned()));
        outbox.came(well);
        assert_eq!(outbox.reviews(), ["after"]);
        assert!(outbox.take().is_some());
        outbox.came(false);
        assert_eq!(outbox.reviews(), ["after"], "this one is tried again");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn what_was_told_as_kept_is_kept(steps in prop::collection::vec(does(), 1..80)) {
        let mut store = Store::default();
        let mut tabs = [Tab::default(), Tab::default()];
        let mut told_rows: Vec<Change> = Vec::new();
        let mut stopped = false;
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Does::Value(tab, name, some) => {
                    let value = format!("{number}");
                    if NAMES[name] == "gate" {
                        tabs[tab].put(Change::Joined("gate", value, with_stop));
                    } else {
                        tabs[tab].put(Change::Value("session", some.then_some(value)));
                    }
                }
                Does::Stop(tab) => tabs[tab].put(Change::Joined("gate", format!("{number} stop"), with_stop)),
                Does::Entry(tab, id) => tabs[tab].put(Change::Entry(format!("{id}"), format!("{number}"))),
                Does::Answer(tab) => tabs[tab].put(Change::Row("reviews", format!("{number}"))),
                Does::Round(tab) => {
                    tabs[tab].put(Change::Value(ROUNDS[tab], Some(format!("{number}"))));
                    tabs[tab].put(Change::Row("reviews", format!("{} {number}", ROUNDS[tab])));
                }
                Does::HandIn(tab, exam) => {
                    let answers = (0..3).map(|item| Change::Row("reviews", format!("exam-{exam} {item}")));
                    let with = std::iter::once(Change::Value("exam", None)).chain(answers).collect();
                    tabs[tab].put(Change::Once("exams", format!("exam-{exam} by {tab}"), same_exam, with));
                }
                Does::Take(tab) => {
                    let tab = &mut tabs[tab];
                    if let Some(changes) = tab.outbox.take() {
                        prop_assert!(tab.under_way.is_none());
                        tab.under_way = Some(changes);
                        tab.taken = tab.put.len();
                    }
                }
                Does::Came(tab, well) => {
                    let tab = &mut tabs[tab];
                    if let Some(changes) = tab.under_way.take() {
                        if well {
                            store.commit(&changes);
                            check_kept(&tab.put[..tab.taken], &store)?;
                            stopped |= changes.iter().any(|change| matches!(change, Change::Joined(_, value, _) if value.contains("stop")));
                            let rows = tab.put.drain(..tab.taken);
                            told_rows.extend(rows.filter(|change| matches!(change, Change::Row(..) | Change::Once(..))));
                        }
                        tab.outbox.came(well);
                        // Only what was put since waits on, or all of it.
                        prop_assert_eq!(tab.outbox.is_empty(), tab.put.is_empty());
                    }
                }
                Does::Kill(tab, finished) => {
                    let killed = std::mem::take(&mut tabs[tab]);
                    if let Some(changes) = killed.under_way.filter(|_| finished) {
                        store.commit(&changes);
                    }
                }
            }
        }
        // Whatever came later, no row that was told as kept is gone or twice, and no stop is undone.
        check_kept(&told_rows, &store)?;
        prop_assert!(!stopped || store.kept["gate"].contains("stop"), "{:?}", store.kept);
        // Of what was done in one go there is never a half.
        for (table, row) in &store.rows {
            if let (&"reviews", Some((round, number))) = (table, row.split_once(' ').filter(|(round, _)| ROUNDS.contains(round))) {
                prop_assert!(store.kept[round].parse::<usize>().unwrap() >= number.parse().unwrap());
            }
        }
        let exams = store.rows.iter().filter(|(table, _)| *table == "exams").count();
        let answers = store.rows.iter().filter(|(_, row)| row.starts_with("exam-") && !row.contains("by")).count();
        prop_assert_eq!(answers, 3 * exams);
        // In the end everything that waits can be written.
        for tab in &mut tabs {
            tab.outbox.came(false);
            let Some(changes) = tab.outbox.take() else { continue };
            store.commit(&changes);
            tab.outbox.came(true);
            prop_assert!(tab.outbox.is_empty());
            check_kept(&tab.put, &store)?;
        }
    }
}

#[test]
fn the_latest_of_a_value_is_written_and_what_is_under_way_is_left_alone() {
    let value = |text: &str| Change::Value("session", Some(text.to_owned()));
    let mut outbox = Outbox::default();
    outbox.put(value("1"));
    outbox.put(value("2"));
    let taken = outbox.take().unwrap();
    assert!(matches!(taken.as_slice(), [Change::Value("session", Some(text))] if text == "2"));
    outbox.put(value("3"));
    assert!(outbox.take().is_none(), "one write at a time");
    outbox.came(false);
    assert_eq!(outbox.take().unwrap().len(), 2, "the one that failed is tried again, before the later one");
    outbox.came(true);
    assert!(outbox.is_empty() && outbox.take().is_none());
}

#[test]
fn reviews_that_wait_are_known_even_inside_an_exam() {
    let mut outbox = Outbox::default();
    outbox.put(Change::Row("reviews", "1".to_owned()));
    outbox.put(Change::Row("finished", "2".to_owned()));
    outbox.put(Change::Once("exams", "3".to_owned(), same_exam, vec![Change::Row("reviews", "4".to_owned())]));
    assert_eq!(outbox.reviews(), ["1", "4"]);
    outbox.clear();
    assert!(outbox.is_empty());
}

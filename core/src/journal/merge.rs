//! Putting two journals together, as when a backup is read back in: nothing twice, nothing deleted comes back, and the same
//! result whichever way round and however often.
//!
//! Versions are compared by what is kept of them (their packed form), so that what a record does not keep makes no doubles.

use super::Entry;
use crate::day::Millis;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

/// Two journals put together. The counts are of what the person sees, so a tombstone counts only where it took an entry away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// Each id once, tombstones among them; the oldest first.
    pub entries: Vec<Entry>,
    /// Entries that our journal did not show before.
    pub added: usize,
    /// Entries of ours that the other journal had changed later.
    pub updated: usize,
    /// Entries of ours that the other journal had deleted later.
    pub removed: usize,
    /// Entries of ours that are as they were.
    pub kept: usize,
    /// Indices in `entries` of all that has to be written, since our journal did not hold it like this. In order.
    pub write: Vec<usize>,
}

impl Merged {
    pub fn to_write(&self) -> impl Iterator<Item = &Entry> {
        self.write.iter().filter_map(|index| self.entries.get(*index))
    }
}

/// Puts two journals together by id. The version that was changed last counts; of two that were changed in the same
/// millisecond a tombstone, or else the longer record. The result is the same whichever of the two is ours.
pub fn merge(ours: Vec<Entry>, theirs: Vec<Entry>) -> Merged {
    let mut merged = Merged::default();
    let ours = latest(ours).into_iter().map(|(id, entry)| (id, (entry, false)));
    let mut all: BTreeMap<String, (Entry, bool)> = ours.collect();
    merged.kept = all.values().filter(|(entry, _)| !entry.deleted).count();
    for (id, theirs) in latest(theirs) {
        match all.entry(id) {
            Slot::Vacant(slot) => {
                merged.added += usize::from(!theirs.deleted);
                slot.insert((theirs, true));
            }
            Slot::Occupied(mut slot) => {
                let ours = &slot.get().0;
                if newer(&theirs, ours) {
                    match (ours.deleted, theirs.deleted) {
                        (true, true) => {}
                        (true, false) => merged.added += 1,
                        (false, true) => merged.removed += 1,
                        (false, false) => merged.updated += 1,
                    }
                    merged.kept -= usize::from(!ours.deleted);
                    slot.insert((theirs, true));
                }
            }
        }
    }
    // By id already, so that entries of the same moment are in order of their ids.
    let mut all: Vec<(Entry, bool)> = all.into_values().collect();
    crate::order::sort_by(&mut all, |(a, _), (b, _)| rank(a.when.at).total_cmp(&rank(b.when.at)));
    merged.write = all.iter().enumerate().filter(|(_, (_, is_new))| *is_new).map(|(index, _)| index).collect();
    merged.entries = all.into_iter().map(|(entry, _)| entry).collect();
    merged
}

/// The latest version of each.
fn latest(entries: Vec<Entry>) -> BTreeMap<String, Entry> {
    let mut latest: BTreeMap<String, Entry> = BTreeMap::new();
    for entry in entries {
        match latest.entry(entry.id.clone()) {
            Slot::Vacant(slot) => {
                slot.insert(entry);
            }
            Slot::Occupied(mut slot) if newer(&entry, slot.get()) => {
                slot.insert(entry);
            }
            Slot::Occupied(_) => {}
        }
    }
    latest
}

/// Whether `a` takes the place of `b`. Of two different versions one always does: only so is the order of merging without effect.
fn newer(a: &Entry, b: &Entry) -> bool {
    let order = rank(a.changed).total_cmp(&rank(b.changed)).then(a.deleted.cmp(&b.deleted));
    order.then_with(|| longer(&packed(a), &packed(b))) == Ordering::Greater
}

fn longer(a: &Option<Vec<u8>>, b: &Option<Vec<u8>>) -> Ordering {
    let length = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(Vec::len);
    length(a).cmp(&length(b)).then_with(|| a.cmp(b))
}

/// What is no number is taken for the earliest time.
fn rank(time: Millis) -> Millis {
    if time.is_nan() { Millis::NEG_INFINITY } else { time }
}

/// As it would be kept. `None` only for what can't be packed, which no entry is.
fn packed(entry: &Entry) -> Option<Vec<u8>> {
    postcard::to_allocvec(entry).ok()
}

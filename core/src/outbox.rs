//! What is on its way to the store. Whatever is done in one go is written in one go: all of it, or nothing, and then it waits for
//! the next try. So nothing is told as kept that is not, and a tab that is killed leaves no half of a change behind.
//!
//! Knows no browser: it is told when a batch was written and when it was not.

use crate::exchange::backup::name;

/// One change of what is kept. Values and rows are JSON.
#[derive(Clone, Debug)]
pub enum Change {
    /// A single value under its name; `None` forgets it.
    Value(&'static str, Option<String>),
    /// A single value, made of the one that is there and this one by the function.
    Joined(&'static str, String, fn(&str, &str) -> Option<String>),
    /// An entry of the journal under its id, in place of the one before.
    Entry(String, String),
    /// A row at the end of a table.
    Row(&'static str, String),
    /// A row and what goes with it, unless a row that is the same by the function is there: another tab was first.
    Once(&'static str, String, fn(&str, &str) -> bool, Vec<Change>),
}

/// Changes in their order, the ones that are being written first.
#[derive(Debug, Default)]
pub struct Outbox {
    waiting: Vec<Change>,
    /// How many of them are being written.
    under_way: usize,
    /// What is being written was erased meanwhile, so it is not tried again.
    erased: bool,
    /// How many were ever put.
    count: u32,
}

impl Outbox {
    /// Adds a change. A value takes the place of the one under its name that still waits.
    pub fn put(&mut self, change: Change) {
        if let Change::Value(name, _) | Change::Joined(name, ..) = &change {
            self.drop_waiting(|other| matches!(other, Change::Value(other, _) | Change::Joined(other, ..) if other == name));
        }
        if let Change::Entry(id, _) = &change {
            self.drop_waiting(|other| matches!(other, Change::Entry(other, _) if other == id));
        }
        self.waiting.push(change);
        self.count = self.count.wrapping_add(1);
    }

    /// A number that is another after each change.
    pub fn count(&self) -> u32 {
        self.count
    }

    fn drop_waiting(&mut self, is_old: impl Fn(&Change) -> bool) {
        let mut at = 0;
        let under_way = self.under_way;
        self.waiting.retain(|change| {
            at += 1;
            at <= under_way || !is_old(change)
        });
    }

    /// All that is to be written now, at once; `None` while something is being written, or when nothing waits.
    pub fn take(&mut self) -> Option<Vec<Change>> {
        if self.under_way > 0 || self.waiting.is_empty() {
            return None;
        }
        self.under_way = self.waiting.len();
        Some(self.waiting.clone())
    }

    /// What was taken has been written, or has to wait on.
    pub fn came(&mut self, written: bool) {
        if written || self.erased {
            self.waiting.drain(..self.under_way);
        }
        self.under_way = 0;
        self.erased = false;
    }

    /// Whether everything is written.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Rows of the log of reviews that are not written yet.
    pub fn reviews(&self) -> Vec<&str> {
        fn of<'a>(changes: &'a [Change], rows: &mut Vec<&'a str>) {
            for change in changes {
                match change {
                    Change::Row(table, row) if *table == name::REVIEWS => rows.push(row),
                    Change::Once(.., with) => of(with, rows),
                    Change::Row(..) | Change::Value(..) | Change::Joined(..) | Change::Entry(..) => {}
                }
            }
        }
        let mut rows = Vec::new();
        of(&self.waiting, &mut rows);
        rows
    }

    /// Forgets what waits, and what is being written too should that fail: everything is erased, and nothing of it comes back.
    pub fn clear(&mut self) {
        self.waiting.truncate(self.under_way);
        self.erased = self.under_way > 0;
    }
}

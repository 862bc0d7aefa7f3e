//! The backup file: what is read of whatever claims to be one, and that nothing is lost or doubled on the way.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../journal/entries.rs"]
#[allow(dead_code)]
mod entries;
mod files;
mod laws;
mod records;
mod replay;
mod targets;

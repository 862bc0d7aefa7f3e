//! The journal: how entries follow a session, merge, and make the numbers and the advice.
#![allow(clippy::unwrap_used)]

mod advice;
mod advice_rules;
#[path = "../common/mod.rs"]
mod common;
mod entries;
mod follow;
mod merge;
mod records;
mod series;

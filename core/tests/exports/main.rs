//! Exports of the journal and of the bank: what others' software is to read, read by others' software.
//!
//! Beside this file lie a journal, both exports of it, HL7's schema, ways to break an export, and scripts for validators
//! that are too heavy to run each time (docs/exports.md). `PALPATE_BLESS=1` writes the two exports anew: look at what
//! changed, and run the scripts.
#![allow(clippy::unwrap_used)]

mod bank;
#[path = "../common/mod.rs"]
mod common;
mod fhir;
mod journals;
mod qti;
mod table;
mod xapi;

use common::{config, knowledge};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports")
}

/// What is written must not drift from the file that people and validators have looked at.
fn as_kept(name: &str, written: &str) {
    let path = folder().join(name);
    if std::env::var_os("PALPATE_BLESS").is_some() {
        fs::write(&path, written).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == written, "{name} is not what is written now. PALPATE_BLESS=1 writes it anew; docs/exports.md says what to run then.");
}

/// The page that explains the exports.
fn told() -> String {
    fs::read_to_string(folder().join("../../../docs/exports.md")).unwrap()
}

//! Files that claim to be a backup.
#![no_main]

#[allow(dead_code)]
#[path = "../../core/tests/backup/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::backup(bytes));

//! Records inside a copy of the app.
#![no_main]

#[allow(dead_code)]
#[path = "../../core/tests/backup/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::carried_record(bytes));

//! Codes of exam papers, as someone may type them.
#![no_main]

#[allow(dead_code)]
#[path = "../../core/tests/backup/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::exam_code(bytes));

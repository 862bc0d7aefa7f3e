//! The file that brings the knowledge base to the app: whole, it reads back as it was; anything else is told, and never read.
#![allow(clippy::unwrap_used)]

use palpate_core::Knowledge;
use palpate_core::knowledge::FileError;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    palpate_compiler::compile(&content).expect("the content is sound").with_bank().encode().expect("it can be packed")
});

/// Reads a file with this change.
fn read(change: impl FnOnce(&mut Vec<u8>)) -> Result<Knowledge, FileError> {
    let mut bytes = FILE.clone();
    change(&mut bytes);
    Knowledge::decode(bytes.leak())
}

/// Changes nothing.
fn whole(_: &mut Vec<u8>) {}

#[test]
fn what_is_packed_reads_back_as_it_was() {
    let read = read(whole).expect("it can be read");
    assert_eq!(read.encode().as_ref(), Ok(&*FILE), "what nobody looked at");
    assert_eq!(read, palpate_compiler::compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).unwrap().with_bank());
    assert_eq!(read.encode().as_ref(), Ok(&*FILE), "what was unpacked");
    let mut changed = read.clone();
    changed.muscles[0].name = "other".to_owned();
    assert_ne!(read, changed);
    assert_ne!(changed.encode().as_ref(), Ok(&*FILE));
}

#[test]
fn another_file_is_told_from_a_part_of_ours() {
    assert_eq!(read(|bytes| bytes.clear()).err(), Some(FileError::Cut));
    assert_eq!(read(|bytes| bytes.truncate(5)).err(), Some(FileError::Cut));
    assert_eq!(read(|bytes| bytes.truncate(23)).err(), Some(FileError::Cut));
    assert_eq!(read(|bytes| bytes.truncate(24)).err(), Some(FileError::Cut));
    assert_eq!(read(|bytes| bytes.push(0)).err(), Some(FileError::Cut));
    assert_eq!(read(|bytes| *bytes = b"<!doctype html>".to_vec()).err(), Some(FileError::Foreign));
    assert_eq!(read(|bytes| bytes.rotate_left(1)).err(), Some(FileError::Foreign));
}

#[test]
fn another_version_is_told_before_anything_is_read() {
    assert_eq!(read(|bytes| bytes[8] += 1).err(), Some(FileError::Version));
    // Even where the rest would make no sense to this version.
    assert_eq!(
        read(|bytes| {
            bytes[8] += 1;
            bytes.truncate(40)
        })
        .err(),
        Some(FileError::Version)
    );
}

#[test]
fn each_sentence_says_what_to_do() {
    for error in [FileError::Foreign, FileError::Cut, FileError::Damaged, FileError::Version] {
        let said = error.to_string();
        assert!(said.contains("Load this page again.") && said.contains("download that file anew"), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_of_a_bit_goes_unseen(at in 0..FILE.len(), bit in 0..8u8) {
        let told = read(|bytes| bytes[at] ^= 1 << bit).err();
        let wanted = match at {
            0..8 => FileError::Foreign,
            8..12 => FileError::Version,
            12..16 => FileError::Cut,
            _ => FileError::Damaged,
        };
        prop_assert_eq!(told, Some(wanted));
    }

    #[test]
    fn no_cut_goes_unseen(at in 0..FILE.len()) {
        prop_assert_eq!(read(|bytes| bytes.truncate(at)).err(), Some(FileError::Cut));
    }
}

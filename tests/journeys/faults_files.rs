//! Every malformed file that is known: one sentence each, and nothing changes.

use crate::shared::{entry_row, file_with, read_in, saved};
use crate::support::hosted;
use palpate_core::exchange::backup::read;
use serde_json::json;
use std::path::Path;

/// Files that no reader takes: those that the fuzzers found, and those that a person may choose by mistake.
fn malformed() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/backup");
    let found = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let mut texts: Vec<String> = found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
    texts.extend(
        ["", "\u{0}", "[]", "null", "%PDF-1.7", "PK\u{3}\u{4}", "date,item,right\r\n", "<!doctype html><html></html>"].map(str::to_owned),
    );
    texts.sort();
    texts.into_iter().filter_map(|text| read(&text).err().map(|error| (text, error.to_string()))).collect()
}

#[test]
fn every_malformed_file_gets_its_sentence_and_changes_nothing() {
    hosted("malformed files", async |page, _| {
        read_in(page, &file_with(json!([entry_row("a1", "kept")])), "1 new").await;
        let before = saved(page).await;
        let malformed = malformed();
        assert!(malformed.len() > 20, "{}", malformed.len());
        for (text, said) in &malformed {
            assert!(said.ends_with("Nothing was changed."), "{said}");
            // A sentence of the file before is no sentence of this one.
            page.visit("#/about", "").await;
            read_in(page, text, said).await;
        }
        page.reload().await;
        let mut after = saved(page).await;
        after["exported_at"] = before["exported_at"].clone();
        assert_eq!(after, before);
    });
}

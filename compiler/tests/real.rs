//! The project's own content compiles, and holds what it must hold.
#![allow(clippy::unwrap_used)]

use palpate_compiler::compile;
use std::path::Path;

#[test]
fn the_content_compiles() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let knowledge = compile(&dir).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"));
    });
    let bytes = knowledge.encode().unwrap();
    assert_eq!(palpate_core::Knowledge::decode(&bytes).unwrap(), knowledge);
    println!("{} bytes", bytes.len());
    std::fs::write(std::env::temp_dir().join("knowledge.bin"), &bytes).unwrap();
}

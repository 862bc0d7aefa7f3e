//! The stamp of the last good build: what went in and what came out, as one hash each. As long as both still agree, there is
//! nothing to build.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;

/// The hash of a set of files, by name and content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeHash(String);

impl TreeHash {
    /// Hashes files and folders under `root`. What isn't there is left out (and changes the hash when it comes).
    ///
    /// # Errors
    /// When something there can't be read.
    pub fn of(root: &Path, names: &[&str]) -> Result<Self, Error> {
        let mut files = Vec::new();
        for name in names {
            collect(&root.join(name), &mut files)?;
        }
        files.sort();
        let mut hash = Sha256::new();
        for file in files {
            let content = fs::read(&file).map_err(Error::file(&file))?;
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            hash.update((name.len() as u64).to_le_bytes());
            hash.update(name.as_bytes());
            hash.update((content.len() as u64).to_le_bytes());
            hash.update(&content);
        }
        Ok(Self(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Every file at or below `path`; nothing when there is none. Hidden files are left out: editors put theirs there.
///
/// # Errors
/// When a folder can't be read.
pub fn collect(path: &Path, into: &mut Vec<PathBuf>) -> Result<(), Error> {
    if path.is_file() {
        into.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path).map_err(Error::file(path))? {
            let entry = entry.map_err(Error::file(path))?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                collect(&entry.path(), into)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("src")).unwrap();
        fs::write(dir.path().join("src/main.rs"), "fn main() {}").unwrap();
        fs::write(dir.path().join("index.html"), "<!doctype html>").unwrap();
        dir
    }

    #[test]
    fn same_files_same_hash() {
        let names = ["src", "index.html", "not-there"];
        assert_eq!(TreeHash::of(tree().path(), &names).unwrap(), TreeHash::of(tree().path(), &names).unwrap());
    }

    #[test]
    fn content_name_and_number_of_files_count() {
        let names = ["src", "index.html"];
        let before = TreeHash::of(tree().path(), &names).unwrap();

        let changed = tree();
        fs::write(changed.path().join("src/main.rs"), "fn main() { }").unwrap();
        assert_ne!(before, TreeHash::of(changed.path(), &names).unwrap());

        let renamed = tree();
        fs::rename(renamed.path().join("src/main.rs"), renamed.path().join("src/lib.rs")).unwrap();
        assert_ne!(before, TreeHash::of(renamed.path(), &names).unwrap());

        let added = tree();
        fs::write(added.path().join("src/empty.rs"), "").unwrap();
        assert_ne!(before, TreeHash::of(added.path(), &names).unwrap());
    }

    #[test]
    fn hidden_files_do_not_count() {
        let names = ["src", "index.html"];
        let dir = tree();
        let before = TreeHash::of(dir.path(), &names).unwrap();
        fs::write(dir.path().join("src/.main.rs.swp"), "x").unwrap();
        assert_eq!(before, TreeHash::of(dir.path(), &names).unwrap());
    }
}

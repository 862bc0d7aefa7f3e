//! Reads the content files, and turns a place in one into a line.

use crate::problem::{Fault, Problem};
use crate::reading;
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::path::Path;

/// A file as it was read.
#[derive(Debug)]
pub struct File {
    /// Its path below the content folder, with forward slashes.
    pub name: String,
    text: String,
}

impl File {
    /// Reads `name` below `dir`.
    ///
    /// # Errors
    /// When it is missing, unreadable or not UTF-8.
    pub fn read(dir: &Path, name: &str) -> Result<Self, Problem> {
        match std::fs::read_to_string(dir.join(name)) {
            Ok(text) => Ok(File { name: name.to_owned(), text }),
            Err(error) => Err(Problem { file: name.to_owned(), line: 1, fault: Fault::Unreadable(error.to_string()) }),
        }
    }

    /// Reads every `.toml` file of a folder below `dir`, in the order of their names.
    ///
    /// # Errors
    /// When the folder or one of its files can't be read.
    pub fn read_all(dir: &Path, folder: &str) -> Result<Vec<Self>, Problem> {
        let unreadable = |error: std::io::Error| Problem { file: folder.to_owned(), line: 1, fault: Fault::Unreadable(error.to_string()) };
        let mut names = Vec::new();
        for entry in std::fs::read_dir(dir.join(folder)).map_err(unreadable)? {
            let name = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".toml") {
                names.push(format!("{folder}/{name}"));
            }
        }
        names.sort();
        names.iter().map(|name| File::read(dir, name)).collect()
    }

    /// Reads the tables of the file.
    ///
    /// # Errors
    /// When it is not TOML or a field is missing, unknown or of the wrong kind.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        toml::from_str(&self.text).map_err(|error| {
            let fault = reading::fault(error.message());
            self.problem(error.span().unwrap_or(0..0), fault)
        })
    }

    /// A problem at a place of this file.
    pub fn problem(&self, span: Range<usize>, fault: Fault) -> Problem {
        Problem { file: self.name.clone(), line: self.line(span.start), fault }
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, at: usize) -> usize {
        1 + self.text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count()
    }
}

//! A copy of the real content in which a test breaks one thing, to see what the compiler says.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used)]

use palpate_compiler::{Fault, Problem, compile};
use palpate_core::Knowledge;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

pub const PSOAS: &str = "walkthroughs/psoas-palpation.toml";
pub const MASSAGE: &str = "walkthroughs/self-massage.toml";
pub const ILIACUS: &str = "muscles/iliacus.toml";
pub const ITEMS: &str = "items/attachments.toml";
pub const SAFETY: &str = "safety.toml";

/// Breaks one thing and returns the fault found there.
pub fn broken(file: &str, anchor: &str, old: &str, new: &str, remedy: &str) -> Fault {
    let copy = Copy::new();
    let line = copy.replace_after(file, anchor, old, new);
    copy.fault(file, line, remedy)
}

pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// The project's own content, compiled once.
pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        compile(&content()).unwrap_or_else(|problems| {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"));
        })
    })
}

/// A copy of the content folder, thrown away at the end.
pub struct Copy {
    dir: TempDir,
}

impl Copy {
    pub fn new() -> Self {
        let dir = TempDir::new().unwrap();
        copy(&content(), dir.path());
        Copy { dir }
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.dir.path().join(file)
    }

    /// Replaces the first `old` after `anchor`, and returns the line (from 1) on which the new text begins.
    pub fn replace_after(&self, file: &str, anchor: &str, old: &str, new: &str) -> usize {
        let text = fs::read_to_string(self.path(file)).unwrap();
        let from = text.find(anchor).unwrap_or_else(|| panic!("{file} has no {anchor:?} any more: choose another place to break"));
        let at = text[from..].find(old).map(|at| from + at);
        let at = at.unwrap_or_else(|| panic!("{file} has no {old:?} after {anchor:?} any more: choose another place to break"));
        fs::write(self.path(file), format!("{}{new}{}", &text[..at], &text[at + old.len()..])).unwrap();
        // Line breaks at the head of the new text belong to the lines before it.
        let lead = new.len() - new.trim_start_matches('\n').len();
        1 + text[..at].matches('\n').count() + lead
    }

    pub fn replace(&self, file: &str, old: &str, new: &str) -> usize {
        self.replace_after(file, old, old, new)
    }

    /// Takes out what stands between `start`, the first after `anchor`, and the next `end`, both included.
    pub fn cut_after(&self, file: &str, anchor: &str, start: &str, end: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        let from = text.find(anchor).and_then(|at| text[at..].find(start).map(|start| at + start));
        let from = from.unwrap_or_else(|| panic!("{file} has no {start:?} after {anchor:?} any more: choose another place to break"));
        let to = from + text[from..].find(end).unwrap() + end.len();
        fs::write(self.path(file), format!("{}{}", &text[..from], &text[to..])).unwrap();
    }

    /// Writes the first table under `header` once more at the end, and returns the lines of the two ids and the id.
    pub fn repeat_table(&self, file: &str, header: &str) -> (usize, usize, String) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        let from = text.find(header).unwrap_or_else(|| panic!("{file} has no {header} any more"));
        let to = text[from + 1..].find("\n[").map_or(text.len(), |at| from + 1 + at);
        let table = &text[from..to];
        let id = table.split("id = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        fs::write(self.path(file), format!("{text}\n{table}\n")).unwrap();
        let before = 1 + table[..table.find("id = ").unwrap()].matches('\n').count();
        (before + text[..from].matches('\n').count(), before + text.matches('\n').count() + 1, id)
    }

    /// The line (from 1) of the first `needle` after `anchor`.
    pub fn line(&self, file: &str, anchor: &str, needle: &str) -> usize {
        let text = fs::read_to_string(self.path(file)).unwrap();
        let from = text.find(anchor).unwrap_or_else(|| panic!("{file} has no {anchor:?}"));
        let at = from + text[from..].find(needle).unwrap_or_else(|| panic!("{file} has no {needle:?} after {anchor:?}"));
        1 + text[..at].matches('\n').count()
    }

    /// The line of the first id after `anchor`, and the id.
    pub fn id_after(&self, file: &str, anchor: &str) -> (usize, String) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        let line = self.line(file, anchor, "id = \"");
        let id = text.lines().nth(line - 1).unwrap().trim_start_matches("id = ").trim_matches('"');
        (line, id.to_owned())
    }

    pub fn append(&self, file: &str, more: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        fs::write(self.path(file), text + more).unwrap();
    }

    pub fn remove(&self, file: &str) {
        let path = self.path(file);
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }

    /// What the compiler says. It must say something.
    pub fn problems(&self) -> Vec<Problem> {
        compile(self.dir.path()).expect_err("the break went unnoticed")
    }

    /// Asserts that the compiler says these things and no others, each at its file and line and ending in the remedy.
    pub fn assert_faults(&self, expected: &[(&str, usize, Fault)], remedy: &str) {
        let problems = self.problems();
        for (file, line, fault) in expected {
            let found = problems.iter().find(|problem| problem.file == *file && problem.line == *line && problem.fault == *fault);
            let found = found.unwrap_or_else(|| panic!("{file}:{line} should have {fault:?} among {problems:#?}"));
            let told = found.to_string();
            assert!(told.starts_with(&format!("content/{file}:{line}: ")) && told.ends_with(remedy), "{told}");
        }
        assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    }

    /// The one thing that the compiler says: at this file and line, ending in a remedy.
    pub fn fault(&self, file: &str, line: usize, remedy: &str) -> Fault {
        let problems = self.problems();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let [problem] = &problems[..] else { panic!("{file}:{line} should be the one problem, not:\n{}", told.join("\n")) };
        assert_eq!((problem.file.as_str(), problem.line), (file, line), "{problem}");
        assert!(told[0].starts_with(&format!("content/{file}:{line}: ")), "{problem}");
        assert!(told[0].ends_with(remedy), "{problem}\nhas another remedy than\n{remedy}");
        problem.fault.clone()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { fs::write(&target, fs::read(entry.path()).unwrap()).unwrap() }
    }
}

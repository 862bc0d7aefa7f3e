//! What the site weighs: each file as it is and as a server would send it (Brotli, level 11).

use std::io::{self, Write as _};
use std::thread;

use super::{BuiltFile, BundleError, SINGLE_FILE};

/// A table of the files and the total of the first load.
///
/// `start` names what the page waits for before the app runs; what the service worker fetches in the background is not
/// counted in it.
///
/// # Errors
/// When compression fails.
pub fn table(files: &[BuiltFile], start: &[String]) -> Result<String, BundleError> {
    let mut lines = vec![format!("{:>9}  {:>9}  file", "bytes", "brotli 11")];
    let (mut first, mut kept) = (Pair::default(), Pair::default());
    for (file, small) in files.iter().zip(brotli_all(files)?) {
        let pair = Pair { raw: file.content.len(), small };
        let loads_first = start.contains(&file.name);
        if loads_first {
            first.add(&pair);
        }
        if file.name != SINGLE_FILE {
            kept.add(&pair);
        }
        let note = match file.name.as_str() {
            _ if loads_first => "",
            SINGLE_FILE => "   (the single file, by itself)",
            _ => "   (later, in the background)",
        };
        lines.push(format!("{:>9}  {:>9}  {}{note}", pair.raw, pair.small, file.name));
    }
    lines.push(format!("{:>9}  {:>9}  first load", first.raw, first.small));
    lines.push(format!("{:>9}  {:>9}  all that is kept for offline use", kept.raw, kept.small));
    Ok(lines.join("\n"))
}

#[derive(Debug, Default)]
struct Pair {
    raw: usize,
    small: usize,
}

impl Pair {
    fn add(&mut self, other: &Self) {
        self.raw += other.raw;
        self.small += other.small;
    }
}

/// The compressed size of each file. Level 11 takes seconds for the wasm, so each has a thread of its own.
fn brotli_all(files: &[BuiltFile]) -> Result<Vec<usize>, BundleError> {
    thread::scope(|scope| {
        let threads: Vec<_> = files.iter().map(|file| scope.spawn(|| Ok(brotli(&file.content)?.len()))).collect();
        let stopped = || BundleError::Compress(io::Error::other("a thread stopped"));
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(stopped()))).collect()
    })
}

/// A file as a server would send it.
///
/// # Errors
/// When compression fails.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>, BundleError> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(content).map_err(BundleError::Compress)?;
    writer.flush().map_err(BundleError::Compress)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_first_load_apart() {
        let file = |name: &str, length: usize| BuiltFile { name: name.to_owned(), content: vec![b'a'; length] };
        let files = [file("index.html", 100), file("icon.svg", 10), file(SINGLE_FILE, 1000)];
        let text = table(&files, &["index.html".to_owned()]).unwrap();
        let line = |ending: &str| text.lines().find(|line| line.ends_with(ending)).unwrap().trim_start().to_owned();
        assert!(line("first load").starts_with("100 "));
        assert!(line("offline use").starts_with("110 "));
    }
}

//! The service worker's file list: every file of the site with its integrity, and a version that changes when any of them does.

use sha2::{Digest, Sha256};

use super::{BuiltFile, BundleError, PAGE, integrity, lean};

const VERSION: &str = "__VERSION__";
const FILES: &str = "__FILES__";

/// Fills in the version and the list.
///
/// # Errors
/// When the template lacks a place for either.
pub fn fill(template: &str, files: &[BuiltFile]) -> Result<String, BundleError> {
    for place in [VERSION, FILES] {
        if !template.contains(place) {
            return Err(BundleError::WorkerLacks(place));
        }
    }
    let list = list(files);
    Ok(lean::script(template).replacen(VERSION, &version(&list), 1).replacen(FILES, &list, 1))
}

/// `[["address","sha384-…"],…]`: the page goes by the folder's own address.
fn list(files: &[BuiltFile]) -> String {
    let entries: Vec<String> = files
        .iter()
        .map(|file| {
            let address = if file.name == PAGE { "./".to_owned() } else { format!("./{}", escape(&file.name)) };
            format!("  [\"{address}\", \"{}\"]", integrity::of(&file.content))
        })
        .collect();
    format!("[\n{}\n]", entries.join(",\n"))
}

/// A file's name as part of an address inside a JavaScript string.
fn escape(name: &str) -> String {
    let mut result = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            result.push(char::from(byte));
        } else {
            result.push_str(&format!("%{byte:02X}"));
        }
    }
    result
}

fn version(list: &str) -> String {
    Sha256::digest(list.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, content: &str) -> BuiltFile {
        BuiltFile { name: name.to_owned(), content: content.as_bytes().to_vec() }
    }

    const TEMPLATE: &str = "const VERSION = \"__VERSION__\";\nconst FILES = __FILES__;\n";

    #[test]
    fn lists_each_file_with_its_integrity() {
        let filled = fill(TEMPLATE, &[file("index.html", ""), file("icons/a b\".svg", "x")]).unwrap();
        // The well-known SHA-384 of nothing.
        assert!(filled.contains("[\"./\", \"sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb\"]"));
        assert!(filled.contains("\"./icons/a%20b%22.svg\""));
        assert!(!filled.contains("__"));
    }

    #[test]
    fn the_version_follows_the_content() {
        let one = fill(TEMPLATE, &[file("a.js", "1")]).unwrap();
        let same = fill(TEMPLATE, &[file("a.js", "1")]).unwrap();
        let other = fill(TEMPLATE, &[file("a.js", "2")]).unwrap();
        assert_eq!(one, same);
        assert_ne!(one.lines().next(), other.lines().next());
    }

    #[test]
    fn a_template_without_places_is_refused() {
        assert!(fill("const FILES = __FILES__;", &[]).is_err());
        assert!(fill("const VERSION = \"__VERSION__\";", &[]).is_err());
    }
}

//! From an address as a browser writes it to a path inside the served folder. Pure: it never looks at the disk.

use std::path::PathBuf;

/// The relative path of an address, or `None` when it could lead out of the folder or makes no sense.
pub fn to_path(url: &str) -> Option<PathBuf> {
    let decoded = decode(without_query(url).strip_prefix('/')?)?;
    let mut path = PathBuf::new();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            // A drive, a Windows separator or an end of string, on any system.
            _ if part.contains(['\\', ':', '\0']) => return None,
            _ => path.push(part),
        }
    }
    Some(path)
}

/// Whether the address names a folder, as those that end in a slash do.
pub fn is_folder(url: &str) -> bool {
    without_query(url).ends_with('/')
}

fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// Undoes `%20` and the like; `None` when what comes out is no text.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push(high * 16 + low);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn plain_addresses() {
        assert_eq!(to_path("/").as_deref(), Some(Path::new("")));
        assert_eq!(to_path("/a.js?v=1#x").as_deref(), Some(Path::new("a.js")));
        assert_eq!(to_path("//icons//./icon%20a.svg").as_deref(), Some(Path::new("icons/icon a.svg")));
    }

    #[test]
    fn no_way_out() {
        for url in ["/..", "/a/../../b", "/%2e%2e/b", "/%2E%2E%2Fb", "/..%5cb", "/C:/b", "/a%00b", "a", "/%zz", "/%f", "/%ff"] {
            assert_eq!(to_path(url), None, "{url}");
        }
    }

    #[test]
    fn folders_end_in_a_slash() {
        assert!(is_folder("/"));
        assert!(is_folder("/icons/?x"));
        assert!(!is_folder("/icons"));
    }
}

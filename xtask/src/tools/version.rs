//! Reading version numbers out of what programs and lock files say. Pure.

/// The version in the first line of a `--version` answer: its first word that begins with a digit.
///
/// `trunk 0.21.14`, `wasm-opt version 132 (version_132)` and `ChromeDriver 156.0.8078.79 (…)` are all read.
pub fn reported(answer: &str) -> Option<&str> {
    answer.lines().next()?.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The first number of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split(|each: char| !each.is_ascii_digit()).next()?.parse().ok()
}

/// The version that a `Cargo.lock` holds for a crate; the first one if there are several.
pub fn locked<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let mut lines = lock.lines();
    lines.find(|line| value(line, "name") == Some(name))?;
    lines.next().and_then(|line| value(line, "version"))
}

fn value<'line>(line: &'line str, key: &str) -> Option<&'line str> {
    line.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim().strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_tools_way_of_answering() {
        assert_eq!(reported("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(reported("wasm-bindgen 0.2.126 (abcdef)"), Some("0.2.126"));
        assert_eq!(reported("wasm-opt version 132 (version_132)\n"), Some("132"));
        assert_eq!(reported("Chromium 156.0.8078.79 built on Debian"), Some("156.0.8078.79"));
        assert_eq!(reported("no number here"), None);
        assert_eq!(reported(""), None);
    }

    #[test]
    fn major_is_the_first_number() {
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major("x"), None);
    }

    #[test]
    fn finds_a_crate_in_a_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.76\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.126"));
        assert_eq!(locked(lock, "leptos"), None);
    }
}

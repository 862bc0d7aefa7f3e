//! A number of things in words.

/// "1 session", "3 sessions".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

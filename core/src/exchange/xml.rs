//! Text and names inside XML.

/// Text for between tags or within a quoted attribute. A character that XML 1.0 can't hold is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // As they are, they would be read back as spaces within an attribute, and a return as a line end anywhere.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// An id as a name that XML allows (NCName), after a prefix that begins with a letter. Different ids have different names.
pub fn name(prefix: &str, id: &str) -> String {
    let mut out = prefix.to_owned();
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            out.push_str(&format!("_{:x}.", u32::from(c)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_reads_back(text in any::<String>()) {
            let kept: String = text.chars().filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect();
            let xml = format!("<a b=\"{0}\">{0}</a>", escaped(&text));
            let read = roxmltree::Document::parse(&xml).unwrap();
            prop_assert_eq!(read.root_element().attribute("b"), Some(kept.as_str()));
            prop_assert_eq!(read.root_element().text().unwrap_or_default(), kept);
        }

        #[test]
        fn a_name_is_a_name_and_its_own(one in any::<String>(), other in any::<String>()) {
            let named = name("item-", &one);
            prop_assert!(named.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
            prop_assert_eq!(named == name("item-", &other), one == other);
        }
    }
}

//! A small reader for the page that this project writes and Trunk completes: its tags, their attributes, its scripts. It knows
//! as much HTML as that page uses (no comments that hold tags, no CDATA) and rewrites by position, never by guess.

use super::{knowledge, program};
use std::ops::Range;

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'page> {
    /// From `<` to after `>`.
    pub range: Range<usize>,
    attributes: &'page str,
}

/// An element whose content is no markup: a script or a style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<'page> {
    /// From `<script` to after `</script>`.
    pub range: Range<usize>,
    /// Its start tag.
    pub tag: Tag<'page>,
    /// What lies between the tags.
    pub body: &'page str,
}

impl<'page> Tag<'page> {
    /// An attribute's value; empty when it has none; `None` when it isn't there.
    pub fn get(&self, wanted: &str) -> Option<&'page str> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let name_end = rest.find(|each: char| each.is_whitespace() || each == '=').unwrap_or(rest.len());
            let (name, after) = rest.split_at(name_end);
            let (value, next) = match after.trim_start().strip_prefix('=') {
                Some(value) => split_value(value.trim_start()),
                None => ("", after),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            rest = next.trim_start();
        }
        None
    }
}

fn split_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Every start tag of this name, in order.
pub fn tags<'page>(page: &'page str, name: &str) -> Vec<Tag<'page>> {
    let opening = format!("<{name}");
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find(&opening).map(|at| from + at) {
        let inside = start + opening.len();
        from = inside;
        if !page[inside..].starts_with(|next: char| next.is_whitespace() || next == '>' || next == '/') {
            continue;
        }
        let Some(end) = tag_end(page, inside) else {
            break;
        };
        found.push(Tag { range: start..end, attributes: page[inside..end - 1].trim_end_matches('/') });
        from = end;
    }
    found
}

/// The position after the `>` that ends a tag, quotes minded.
fn tag_end(page: &str, from: usize) -> Option<usize> {
    let mut quote = None;
    for (at, each) in page[from..].char_indices() {
        match (quote, each) {
            (None, '>') => return Some(from + at + 1),
            (None, '"' | '\'') => quote = Some(each),
            (Some(open), _) if open == each => quote = None,
            (None | Some(_), _) => {}
        }
    }
    None
}

/// Every script element, in order.
pub fn scripts(page: &str) -> Vec<Block<'_>> {
    blocks(page, "script")
}

/// Every style element, in order.
pub fn styles(page: &str) -> Vec<Block<'_>> {
    blocks(page, "style")
}

fn blocks<'page>(page: &'page str, name: &str) -> Vec<Block<'page>> {
    let closing = format!("</{name}>");
    let mut found: Vec<Block<'page>> = Vec::new();
    for tag in tags(page, name) {
        if found.last().is_some_and(|last| tag.range.start < last.range.end) {
            continue; // the text "<script" inside a script
        }
        let Some(length) = page[tag.range.end..].find(&closing) else {
            break;
        };
        let body = &page[tag.range.end..tag.range.end + length];
        found.push(Block { range: tag.range.start..tag.range.end + length + closing.len(), tag, body });
    }
    found
}

/// The script with this id.
pub fn script_with_id<'a>(page: &'a str, id: &str) -> Option<Block<'a>> {
    scripts(page).into_iter().find(|script| script.tag.get("id") == Some(id))
}

/// The address in a script that does nothing but fetch one file: the first text in double quotes.
pub fn fetched_by<'a>(script: &Block<'a>) -> Option<&'a str> {
    script.body.split('"').nth(1)
}

/// The page with these pieces replaced. The ranges must not overlap.
pub fn replace(page: &str, mut pieces: Vec<(Range<usize>, String)>) -> String {
    pieces.sort_by_key(|(range, _)| range.start);
    let mut result = String::with_capacity(page.len());
    let mut from = 0;
    for (range, text) in pieces {
        result.push_str(&page[from..range.start]);
        result.push_str(&text);
        from = range.end;
    }
    result.push_str(&page[from..]);
    result
}

/// The files that the page asks for before the app runs, the page itself first: what a first visit waits for.
pub fn start_files(page: &str) -> Vec<String> {
    let mut files = vec!["index.html".to_owned()];
    for link in tags(page, "link") {
        let waits = matches!(link.get("rel"), Some("stylesheet" | "modulepreload"));
        if let (true, Some(address)) = (waits, link.get("href")) {
            files.push(address.trim_start_matches("./").to_owned());
        }
    }
    let fetched = [program::address(page), knowledge::address(page)];
    files.extend(fetched.into_iter().flatten().map(|address| address.trim_start_matches("./").to_owned()));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_attributes_in_each_spelling() {
        let page = r#"<link rel="stylesheet" href='./a.css' integrity=sha384-x= crossorigin/>"#;
        let tag = &tags(page, "link")[0];
        assert_eq!(tag.get("rel"), Some("stylesheet"));
        assert_eq!(tag.get("href"), Some("./a.css"));
        assert_eq!(tag.get("integrity"), Some("sha384-x="));
        assert_eq!(tag.get("crossorigin"), Some(""));
        assert_eq!(tag.get("media"), None);
    }

    #[test]
    fn a_longer_name_is_another_tag() {
        assert!(tags("<linked><links href=x>", "link").is_empty());
    }

    #[test]
    fn a_quoted_bracket_does_not_end_a_tag() {
        let page = r#"<meta content="a > b"><p>"#;
        assert_eq!(tags(page, "meta")[0].get("content"), Some("a > b"));
        assert_eq!(tags(page, "meta")[0].range, 0..22);
    }

    #[test]
    fn finds_scripts_and_not_the_word_inside_them() {
        let page = "<script>let a = '<script>';</script><script type=\"module\" src=\"b.js\"></script>";
        let found = scripts(page);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].body, "let a = '<script>';");
        assert_eq!(found[1].tag.get("type"), Some("module"));
        assert_eq!(&page[found[1].range.clone()], "<script type=\"module\" src=\"b.js\"></script>");
    }

    #[test]
    fn replaces_by_position() {
        let pieces = vec![(2..3, "C".to_owned()), (0..1, String::new())];
        assert_eq!(replace("abcd", pieces), "bCd");
    }

    #[test]
    fn a_first_visit_waits_for_these() {
        let page = r#"<link rel="icon" href="./i.svg"><link rel="stylesheet" href="./a.css"><link rel="modulepreload" href="./a.js"><script id="palpate-program">fetch("./a.wasm")</script>"#;
        assert_eq!(start_files(page), ["index.html", "a.css", "a.js", "a.wasm"]);
    }
}

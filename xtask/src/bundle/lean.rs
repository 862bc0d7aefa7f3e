//! Taking out what browsers don't need: comments and indentation. Compression does the rest, so this stops where a parser
//! would begin.

/// JavaScript without the comments that stand on lines of their own, indentation and empty lines. For code whose strings never
/// go over a line's end: wasm-bindgen's glue and our own service worker.
pub fn script(source: &str) -> String {
    let mut lines = Vec::new();
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

/// A style sheet without comments, indentation and empty lines.
pub fn css(source: &str) -> String {
    let mut bare = String::with_capacity(source.len());
    let mut quote = None;
    let mut each = source.chars().peekable();
    while let Some(this) = each.next() {
        match (quote, this) {
            (None, '/') if each.peek() == Some(&'*') => {
                each.next();
                let mut before = ' ';
                for inside in each.by_ref() {
                    if (before, inside) == ('*', '/') {
                        break;
                    }
                    before = inside;
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(this),
            (Some(open), _) if open == this => quote = None,
            (Some(_), '\\') => {
                bare.push(this);
                bare.extend(each.next());
                continue;
            }
            (None | Some(_), _) => {}
        }
        bare.push(this);
    }
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

/// A page without its comments. Those inside scripts and styles (`<!--` is none there) are not looked for: the page has none.
pub fn html(page: &str) -> String {
    let mut result = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        result.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, rest)| rest.trim_start_matches('\n'));
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_keeps_all_its_code() {
        let source = "/* eslint-disable */\n    /**\n     * @returns {number}\n     */\n    get a() {\n        return b * c; // kept\n    }\n\n// gone\n  const d = '// kept';\n";
        assert_eq!(script(source), "get a() {\nreturn b * c; // kept\n}\nconst d = '// kept';\n");
    }

    #[test]
    fn css_keeps_what_only_looks_like_a_comment() {
        let source = "/* head\n */\na {\n  content: \"/* \\\" kept */\"; /* gone */\n  color: red;\n}\n\n/**/b{}";
        assert_eq!(css(source), "a {\ncontent: \"/* \\\" kept */\";\ncolor: red;\n}\nb{}\n");
    }

    #[test]
    fn html_loses_its_comments() {
        assert_eq!(html("<!doctype html>\n<!-- a\nb -->\n<p>c</p>"), "<!doctype html>\n<p>c</p>");
    }
}

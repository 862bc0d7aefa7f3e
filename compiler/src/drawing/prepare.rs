//! Prepares a drawing for the app: one definition that every picture of a page can point at.
//!
//! A drawing holds the subject's right half of what is paired, in groups of the class `half`. Each is mirrored directly
//! after itself, since what lies over what depends on the order. Ids take a prefix, so that they are the page's own.

use crate::problem::Fault;

/// The inside of a drawing, mirrored where it is one half, with `prefix-` before each id.
///
/// # Errors
/// When it is not one `<svg>` or a half is unnamed or unclosed.
pub fn prepare(svg: &str, prefix: &str) -> Result<String, Fault> {
    let body = without_comments(svg);
    let start = body.find("<svg").and_then(|at| body[at..].find('>').map(|end| at + end + 1));
    let inside = start.zip(body.rfind("</svg>")).and_then(|(start, end)| body.get(start..end));
    let inside = inside.ok_or_else(|| Fault::BadDrawing("no <svg> stands around the drawing. Add it.".to_owned()))?;
    let mirrored = mirror_halves(inside)?;
    let packed: String = mirrored.lines().map(str::trim).collect();
    Ok(packed.replace(" id=\"", &format!(" id=\"{prefix}-")).replace("href=\"#", &format!("href=\"#{prefix}-")))
}

fn without_comments(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(open) = rest.find("<!--") {
        out.push_str(&rest[..open]);
        rest = rest[open..].find("-->").map_or("", |close| &rest[open + close + 3..]);
    }
    out.push_str(rest);
    out
}

fn mirror_halves(inside: &str) -> Result<String, Fault> {
    const HALF: &str = "<g class=\"half\"";
    let mut out = String::with_capacity(inside.len() + 1024);
    let mut rest = inside;
    while let Some(at) = rest.find(HALF) {
        let tag = &rest[at..];
        let head = &tag[..tag.find('>').unwrap_or(tag.len())];
        let id = head.split("id=\"").nth(1).and_then(|id| id.split('"').next());
        let id = id.ok_or_else(|| Fault::BadDrawing("a group of the class half has no id. Give it one.".to_owned()))?;
        let end = group_end(tag).ok_or_else(|| Fault::BadDrawing(format!("the group \"{id}\" is not closed. Add its </g>.")))?;
        out.push_str(&rest[..at + end]);
        out.push_str(&format!("<use href=\"#{id}\" transform=\"scale(-1 1)\"/>"));
        rest = &rest[at + end..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Where the group that begins the text ends.
fn group_end(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0usize, 0usize);
    loop {
        let open = text[at..].find("<g").map(|found| at + found);
        let close = text[at..].find("</g>").map(|found| at + found)?;
        match open {
            Some(open) if open < close => {
                depth += 1;
                at = open + 2;
            }
            _ => {
                depth = depth.checked_sub(1)?;
                at = close + 4;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn halves_are_mirrored_after_themselves() {
        let svg = r#"<svg viewBox="0 0 1 1"><!-- note --><g id="a"><g class="half" id="h"><g id="x"><path d="M0"/></g></g><path id="m"/></g></svg>"#;
        assert_eq!(
            prepare(svg, "front").unwrap(),
            r##"<g id="front-a"><g class="half" id="front-h"><g id="front-x"><path d="M0"/></g></g><use href="#front-h" transform="scale(-1 1)"/><path id="front-m"/></g>"##
        );
    }

    #[test]
    fn a_broken_drawing_is_refused() {
        for (svg, word) in [
            ("<path/>", "<svg>"),
            (r#"<svg><g class="half"></g></svg>"#, "has no id"),
            (r#"<svg><g class="half" id="h"><g></g></svg>"#, "is not closed"),
        ] {
            let told = prepare(svg, "f").unwrap_err().to_string();
            assert!(told.contains(word), "{told}");
        }
    }
}

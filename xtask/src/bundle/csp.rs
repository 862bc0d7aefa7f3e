//! The content security policy, as a meta tag: nothing runs but what was built here, nothing is loaded from elsewhere.
//!
//! Inline scripts and styles are named by their hash, which also covers the single file's whole code. No style may stand in an
//! attribute; the app sets those few that it computes through the CSSOM (`prop:style`). Media may come from memory alone
//! (`blob:`): the silence that lets headset buttons through is made there. Trusted Types are on: a text becomes markup or a
//! script's address only through the one policy that the first script of `index.html` makes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{BundleError, html};

/// What both forms say alike. `trusted-types default` lets one policy be made, of that name, once.
const BOTH: &str = "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// The policy of the hosted site.
pub fn hosted(page: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src 'self' {}; img-src 'self'; media-src blob:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; {BOTH}",
        scripts(page),
        styles(page)
    )
}

/// The policy of the single file.
pub fn single(page: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; media-src blob:; {BOTH}",
        scripts(page),
        styles(page)
    )
}

/// A text's name in the policy: `'sha256-…'`.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The hashes of the page's inline scripts, in order. Blocks of data (`application/…`) don't run and need none.
fn scripts(page: &str) -> String {
    let all = html::scripts(page);
    let inline = all
        .iter()
        .filter(|script| script.tag.get("src").is_none() && !script.tag.get("type").is_some_and(|kind| kind.starts_with("application/")));
    hashes(inline.map(|script| script.body))
}

/// The hashes of the page's inline styles, in order.
fn styles(page: &str) -> String {
    hashes(html::styles(page).iter().map(|style| style.body))
}

fn hashes<'page>(texts: impl Iterator<Item = &'page str>) -> String {
    texts.map(hash).collect::<Vec<_>>().join(" ")
}

/// The page with the policy right after its `<meta charset>`, so before anything it has to govern.
///
/// # Errors
/// When the page has no such tag.
pub fn insert(page: &str, policy: &str) -> Result<String, BundleError> {
    let charset = html::tags(page, "meta").into_iter().find(|tag| tag.get("charset").is_some());
    let at = charset.ok_or(BundleError::PageLacks("<meta charset>"))?.range.end;
    let tag = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(html::replace(page, vec![(at..at, tag)]))
}

/// The page without the policy that [`insert`] gave it.
pub fn remove(page: &str) -> String {
    let policy = html::tags(page, "meta").into_iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"));
    policy.map_or_else(|| page.to_owned(), |tag| html::replace(page, vec![(tag.range.start - 1..tag.range.end, String::new())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><style>s</style><script>a</script><script src=\"b.js\"></script>\
        <script type=\"module\">c</script><script type=\"application/octet-stream\">d</script>";

    #[test]
    fn hashes_as_browsers_do() {
        // The example of the CSP specification.
        assert_eq!(hash("doSomething();"), "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
    }

    #[test]
    fn inline_scripts_and_styles_only() {
        assert_eq!(scripts(PAGE), format!("{} {}", hash("a"), hash("c")));
        assert_eq!(styles(PAGE), hash("s"));
    }

    #[test]
    fn stands_before_the_first_script() {
        let with = insert(PAGE, &single(PAGE)).unwrap();
        assert!(with.find("Content-Security-Policy").unwrap() < with.find("<style>").unwrap());
        assert_eq!(single(&with), single(PAGE));
        assert_eq!(remove(&with), PAGE);
        assert_eq!(remove(PAGE), PAGE);
    }

    #[test]
    fn no_charset_no_policy() {
        assert!(insert("<head><script>a</script>", "").is_err());
    }

    /// Each directive with its sources, in order: a policy that opens anything more has to change this test too.
    #[test]
    fn nothing_is_open_but_what_stands_here() {
        let page = "<style>s</style><script>a</script>";
        let of = |policy: &str| {
            let named = policy.replace(&hash("a"), "SCRIPT").replace(&hash("s"), "STYLE");
            named.split("; ").map(str::to_owned).collect::<Vec<_>>()
        };
        let single_file = [
            "default-src 'none'",
            "script-src SCRIPT 'wasm-unsafe-eval'",
            "style-src STYLE",
            "img-src data:",
            "media-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        ];
        assert_eq!(of(&single(page)), single_file);
        let site = [
            "default-src 'none'",
            "script-src 'self' SCRIPT 'wasm-unsafe-eval'",
            "style-src 'self' STYLE",
            "img-src 'self'",
            "media-src blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        ];
        assert_eq!(of(&hosted(page)), site);
    }
}

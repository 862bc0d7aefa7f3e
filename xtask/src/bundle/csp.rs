//! The content security policy, as a meta tag: nothing runs but what was built here, nothing is loaded from elsewhere.
//!
//! Inline scripts are named by their hash, which also covers the single file's whole code. Styles may stand in attributes,
//! for the geometry of figures. Media may come from memory alone (`blob:`): the silence that lets headset buttons through is
//! made there. The other values are those that were tried on file:// in Chromium, Firefox and WebKit.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{BundleError, html};

/// A script's name in the policy: `'sha256-…'`.
pub fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())))
}

/// The hashes of the page's inline scripts, in order. Blocks of data (`application/…`) don't run and need none.
pub fn inline_hashes(page: &str) -> Vec<String> {
    html::scripts(page)
        .iter()
        .filter(|script| script.tag.get("src").is_none() && !script.tag.get("type").is_some_and(|kind| kind.starts_with("application/")))
        .map(|script| hash(script.body))
        .collect()
}

/// The policy of the hosted site.
pub fn hosted(hashes: &[String]) -> String {
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src blob:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
        hashes.join(" ")
    )
}

/// The policy of the single file.
pub fn single(hashes: &[String]) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:; media-src blob:; base-uri 'none'; \
         form-action 'none'",
        hashes.join(" ")
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_browsers_do() {
        // The example of the CSP specification.
        assert_eq!(hash("doSomething();"), "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
    }

    #[test]
    fn inline_scripts_only() {
        let page = "<script>a</script><script src=\"b.js\"></script><script type=\"module\">c</script><script type=\"application/octet-stream\">d</script>";
        assert_eq!(inline_hashes(page), [hash("a"), hash("c")]);
    }

    #[test]
    fn stands_before_the_first_script() {
        let page = "<head><meta charset=\"utf-8\"><script>a</script>";
        let with = insert(page, &single(&inline_hashes(page))).unwrap();
        assert!(with.find("Content-Security-Policy").unwrap() < with.find("<script>").unwrap());
        assert_eq!(inline_hashes(&with), inline_hashes(page));
    }

    #[test]
    fn no_charset_no_policy() {
        assert!(insert("<head><script>a</script>", "").is_err());
    }

    /// Each directive with its sources, in order: a policy that opens anything more has to change this test too.
    #[test]
    fn nothing_is_open_but_what_stands_here() {
        let hashes = [hash("a")];
        let of = |policy: &str| policy.split(';').map(|part| part.trim().replace(&hashes[0], "HASH")).collect::<Vec<_>>();
        let single_file = [
            "default-src 'none'",
            "script-src HASH 'wasm-unsafe-eval'",
            "style-src 'unsafe-inline'",
            "img-src data:",
            "media-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ];
        assert_eq!(of(&single(&hashes)), single_file);
        let site = [
            "default-src 'none'",
            "script-src 'self' HASH 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "media-src blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ];
        assert_eq!(of(&hosted(&hashes)), site);
    }

    #[test]
    fn the_single_file_asks_for_nothing() {
        let policy = single(&[hash("a")]);
        assert!(!policy.contains("'self'") && !policy.contains("connect-src"));
    }
}

//! The knowledge base as a file of the site: its name, and the script by which the page fetches it.
//!
//! The page asks for it as soon as it is read, so that it comes beside the wasm; the browser checks it against its hash. A script
//! does that and no `<link rel="preload">`: a preload can't be checked, and what is then fetched with a hash is fetched a second
//! time by Firefox and WebKit (measured).

use sha2::{Digest, Sha256};

use super::{BundleError, html, integrity};

/// Its name in the folder of this crate's own things, before it is put into the site.
pub const MADE: &str = "knowledge.bin";
/// The id of that script in the page, and of the block of data in the single file.
pub const ID: &str = "palpate-knowledge";
/// The property of the window under which the app finds the answer (see `src/main.rs`).
pub const HANDED_OVER: &str = "palpateKnowledge";

/// Its name in the site, which changes with what is in it.
pub fn file_name(content: &[u8]) -> String {
    let hash: String = Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("knowledge-{hash}.bin")
}

/// The page with the script that fetches it, before the style sheets: a script after them would wait for them. A script that is
/// there already is replaced.
///
/// # Errors
/// When the page has no style sheet.
pub fn put_in(page: &str, content: &[u8]) -> Result<String, BundleError> {
    // A file that does not come is told by the app; here it must not look like a mistake that nobody caught.
    let script = format!(
        "<script id=\"{ID}\">(window.{HANDED_OVER} = fetch(\"./{}\", {{ integrity: \"{}\" }})).catch(function () {{}});</script>",
        file_name(content),
        integrity::of(content)
    );
    if let Some(old) = script_of(page) {
        return Ok(html::replace(page, vec![(old.range, script)]));
    }
    let sheet = html::tags(page, "link").into_iter().find(|link| link.get("rel") == Some("stylesheet"));
    let at = sheet.ok_or(BundleError::PageLacks("style sheet"))?.range.start;
    Ok(html::replace(page, vec![(at..at, script + "\n")]))
}

/// The script that [`put_in`] wrote.
pub fn script_of(page: &str) -> Option<html::Block<'_>> {
    html::script_with_id(page, ID)
}

/// The address of the file that the page fetches.
pub fn address(page: &str) -> Option<&str> {
    html::fetched_by(&script_of(page)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=\"icon\"><link rel=\"stylesheet\" href=\"a.css\"></head>";

    #[test]
    fn the_page_fetches_the_file_by_its_content() {
        let page = put_in(PAGE, b"a").unwrap();
        let address = address(&page).unwrap();
        assert_eq!(address, format!("./{}", file_name(b"a")));
        assert!(page.contains(&integrity::of(b"a")));
        assert!(page.find(ID) < page.find("stylesheet"), "{page}");
        assert_ne!(file_name(b"a"), file_name(b"b"));
    }

    #[test]
    fn another_file_takes_the_place_of_the_first() {
        let first = put_in(PAGE, b"a").unwrap();
        let second = put_in(&first, b"b").unwrap();
        assert_eq!(second, put_in(PAGE, b"b").unwrap());
    }

    #[test]
    fn a_page_without_a_sheet_is_refused() {
        assert!(put_in("<head></head>", b"a").is_err());
        assert_eq!(address("<head></head>"), None);
    }
}

//! The wasm as the page asks for it: a script fetches it while the page is read and keeps the answer, which the app is then
//! started with.
//!
//! Trunk writes a `<link rel="preload">`. WebKit does not hand what that brought on to a `fetch`, whatever attributes the link has,
//! and asked for two megabytes twice (measured).

use super::{BundleError, html};

/// The id of that script.
const ID: &str = "palpate-program";
/// The property of the window under which the starting script finds the answer.
const HANDED_OVER: &str = "palpateProgram";

/// What is done when the start fails: the mistake is one of the page's, of which the page tells (index.html). WebKit tells nobody of
/// a module that fails while it waits (measured).
const FAILS: &str = "(error) => new Promise(() => setTimeout(() => { throw error; }))";

/// The page with the script in place of the link, and a start that takes what the script asked for. It is not checked against its
/// hash: a browser that does so compiles nothing before all of it has come. The service worker does check it.
///
/// # Errors
/// When the page has no such link, or does not start the app with the link's address.
pub fn put_in(page: &str) -> Result<String, BundleError> {
    let links = html::tags(page, "link");
    let link = links.iter().find(|link| link.get("rel") == Some("preload") && link.get("as") == Some("fetch"));
    let link = link.ok_or(BundleError::PageLacks("link to the wasm"))?;
    let address = link.get("href").ok_or(BundleError::PageLacks("address of the wasm"))?;
    // A wasm that does not come is told where the app is started; here it must not look like a mistake that nobody caught.
    let script = format!("<script id=\"{ID}\">(window.{HANDED_OVER} = fetch(\"{address}\")).catch(function () {{}});</script>");
    let named = format!("'{address}' }})");
    let start = html::scripts(page).into_iter().find(|script| script.body.contains(&named));
    let start = start.ok_or(BundleError::PageLacks("module script that starts the app with the wasm's address"))?.range;
    let starts = page[start.clone()].replace(&named, &format!("window.{HANDED_OVER} }}).catch({FAILS})"));
    Ok(html::replace(page, vec![(link.range.clone(), script), (start, starts)]))
}

/// The script that [`put_in`] wrote.
pub fn script_of(page: &str) -> Option<html::Block<'_>> {
    html::script_with_id(page, ID)
}

/// The address of the wasm that the page fetches.
pub fn address(page: &str) -> Option<&str> {
    html::fetched_by(&script_of(page)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "<script type=\"module\">import init from './a.js';\nawait init({ module_or_path: './a.wasm' });</script>";
    const LINK: &str = "<link rel=\"preload\" href=\"./a.wasm\" crossorigin=\"anonymous\" integrity=\"sha384-x\" as=\"fetch\">";

    #[test]
    fn the_page_fetches_it_once() {
        let page = put_in(&format!("<head>{START}{LINK}</head>")).unwrap();
        assert_eq!(address(&page), Some("./a.wasm"));
        assert_eq!(page.matches("a.wasm").count(), 1, "{page}");
        assert_eq!(page.matches(&format!("window.{HANDED_OVER}")).count(), 2, "{page}");
        assert!(page.contains(&format!("}}).catch({FAILS});</script>")), "{page}");
        assert!(!page.contains("preload") && page.contains("import init from './a.js'"), "{page}");
    }

    #[test]
    fn a_page_of_another_shape_is_refused() {
        assert!(put_in(START).is_err());
        assert!(put_in(&format!("{LINK}<script type=\"module\">await init();</script>")).is_err());
        assert_eq!(address(START), None);
    }
}

//! The single file of the app as text, as it was built: from the page itself where that is the single file, and from the own
//! origin where it is hosted. And the data that such a file carries along.

use super::download::Content;
use super::{document, page, window};
use js_sys::{JsString, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

/// The block that only the single file has (see xtask's bundle).
const WASM: &str = "palpate-wasm";
/// Beside the hosted page. The service worker does not keep it: it would double what a first visit fetches.
const ADDRESS: &str = "./palpate.html";
/// The block that holds the licences of the libraries; the hosted page has them beside it.
pub const LICENCES: &str = "palpate-licences";
pub const LICENCES_ADDRESS: &str = "./licences.txt";
thread_local! {
    /// A copy of the whole page from before anything was changed. The text of its blocks is shared with the page, not doubled.
    static PRISTINE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Why there is no single file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SingleFileError {
    #[error("The single file is not kept on this device, and could not be fetched. With a connection it can: try again then.")]
    Offline,
    #[error("This site holds no single file. It is named palpate.html where it was built.")]
    Missing,
    #[error("Your browser could not copy this page.")]
    Failed,
}

/// Remembers the page as it is. To be called before anything of it is changed.
pub fn remember() {
    let Some(html) = document().document_element().filter(|_| is_single()) else { return };
    if let Some(copy) = html.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<Element>().ok()) {
        // The page's own mark while it opens (index.html).
        let _ = copy.remove_attribute("data-opening");
        PRISTINE.set(Some(copy));
    }
}

/// What the block of data with this id holds, if the page has one.
pub fn carried(id: &str) -> Option<String> {
    document().get_element_by_id(id).and_then(|block| block.text_content())
}

/// The text of the single file, the same as it was built, with `end` as its last part. What it carries in the block `data` is left
/// out.
///
/// # Errors
/// [`SingleFileError`] with what to tell the person.
pub async fn text(data: &str, end: &str) -> Result<String, SingleFileError> {
    Ok(built(data, end).await?.into())
}

/// The same with `ending` in place of `end`. It stays in the browser's memory: the program's own, once it has grown by some megabytes,
/// never shrinks again.
///
/// # Errors
/// [`SingleFileError`] with what to tell the person.
pub async fn with_ending(data: &str, end: &str, ending: &str) -> Result<Content, SingleFileError> {
    let page = built(data, end).await?;
    Ok(Content::of(&page.slice(0, page.length() - end.len() as u32), ending))
}

async fn built(data: &str, end: &str) -> Result<JsString, SingleFileError> {
    if !is_single() && page::is_hosted() {
        return fetched(end).await;
    }
    PRISTINE.with_borrow(|page| {
        let page = page.as_ref().ok_or(SingleFileError::Failed)?;
        if let Ok(Some(block)) = page.query_selector(&format!("#{data}")) {
            block.remove();
        }
        let html: JsString =
            Reflect::get(page, &"outerHTML".into()).ok().and_then(|html| html.dyn_into().ok()).ok_or(SingleFileError::Failed)?;
        let whole = JsString::from("<!doctype html>\n").concat(&html);
        if ends_with(&whole, end) { Ok(whole) } else { Err(SingleFileError::Failed) }
    })
}

pub(super) fn is_single() -> bool {
    document().get_element_by_id(WASM).is_some()
}

fn ends_with(page: &JsString, end: &str) -> bool {
    page.ends_with(end, page.length() as i32)
}

async fn fetched(end: &str) -> Result<JsString, SingleFileError> {
    let answer = JsFuture::from(window().fetch_with_str(ADDRESS)).await.map_err(|_| SingleFileError::Offline)?;
    let answer: Response = answer.dyn_into().map_err(|_| SingleFileError::Failed)?;
    let text = answer.text().map_err(|_| SingleFileError::Failed)?;
    let text = JsFuture::from(text).await.ok().and_then(|text| text.dyn_into::<JsString>().ok()).ok_or(SingleFileError::Offline)?;
    // A host may answer for what it has not with a page of its own.
    let is_ours = answer.ok() && text.includes(WASM, 0) && ends_with(&text, end);
    if is_ours { Ok(text) } else { Err(SingleFileError::Missing) }
}

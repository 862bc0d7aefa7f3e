//! Hands the person a file.

use super::{document, later};
use js_sys::{Array, JsString, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// By then a browser has read a file that it was handed, in milliseconds.
const READ_BY: u32 = 60_000;

/// The browser would not make the file.
#[derive(Debug, thiserror::Error)]
#[error("Your browser didn't let the file be saved.")]
pub struct DownloadError;

impl From<JsValue> for DownloadError {
    fn from(_: JsValue) -> Self {
        DownloadError
    }
}

/// A value as the text of a JSON file.
///
/// # Errors
/// When the value has a form that JSON has not.
pub fn json<T: Serialize>(value: &T) -> Result<String, DownloadError> {
    serde_json::to_string_pretty(value).map_err(|_| DownloadError)
}

/// What a file is to hold: pieces that lie in the browser's memory, one behind the other.
pub struct Content(Array);

impl Content {
    pub(super) fn of(first: &JsString, second: &str) -> Self {
        Content(Array::of2(first, &second.into()))
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Content(Array::of1(&text.into()))
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Content::from(text.as_str())
    }
}

impl From<&[u8]> for Content {
    fn from(bytes: &[u8]) -> Self {
        Content(Array::of1(&Uint8Array::from(bytes)))
    }
}

/// Saves `content` under `name` in the person's downloads.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn save(name: &str, media_type: &str, content: impl Into<Content>) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    // The constructor takes texts and bytes alike.
    let blob = Blob::new_with_str_sequence_and_options(&content.into().0, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers read what is behind the address only after the click.
    later::after(READ_BY, move || drop(Url::revoke_object_url(&url)));
    Ok(())
}

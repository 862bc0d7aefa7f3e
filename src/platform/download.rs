//! Hands the person a file.

use super::document;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

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

/// Saves `text` under `name` in the person's downloads.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), DownloadError> {
    hand_over(name, media_type, JsValue::from_str(text))
}

/// Saves `bytes` under `name` in the person's downloads.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    hand_over(name, media_type, js_sys::Uint8Array::from(bytes).into())
}

fn hand_over(name: &str, media_type: &str, content: JsValue) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    // The constructor takes texts and bytes alike.
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)?;
    Ok(())
}

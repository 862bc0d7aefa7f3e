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

/// A value as the text of a JSON file, as the browser writes it.
///
/// # Errors
/// When the value can't be turned into a plain object.
pub fn json<T: Serialize>(value: &T) -> Result<String, DownloadError> {
    let plain = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|_| DownloadError)?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&plain, &JsValue::NULL, &JsValue::from_f64(2.0))?;
    Ok(text.into())
}

/// Saves `text` under `name` in the person's downloads.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)?;
    Ok(())
}

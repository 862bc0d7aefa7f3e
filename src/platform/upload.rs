//! A file that the person chooses, as text. It is read on this device and goes nowhere.

use palpate_core::exchange::backup::{BackupError, LARGEST};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// Why a chosen file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UploadError {
    #[error("{}", BackupError::Huge)]
    TooLarge,
    #[error("Your browser could not read this file. Nothing was changed.")]
    Unreadable,
}

/// The text of the file that was chosen in a file field, and the field made ready for another choice; `None` where none was.
///
/// # Errors
/// [`UploadError::TooLarge`] before anything is read, [`UploadError::Unreadable`] when the browser fails.
pub async fn text(field: &HtmlInputElement) -> Result<Option<String>, UploadError> {
    let file = field.files().and_then(|files| files.get(0));
    let Some(file) = file else { return Ok(None) };
    if file.size() > LARGEST as f64 {
        field.set_value("");
        return Err(UploadError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await;
    // Only now: emptying the field may let go of the file. The same file can then be chosen again.
    field.set_value("");
    text.ok().and_then(|text| text.dyn_into::<js_sys::JsString>().ok()).map(|text| Some(String::from(text))).ok_or(UploadError::Unreadable)
}

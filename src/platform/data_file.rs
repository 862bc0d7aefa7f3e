//! A file of data that the page brings along: fetched by its own script while the program loads, or inflated from a block of the
//! single file. Both hand it over as an answer to a request, or as the promise of one (see xtask's bundle).

use super::window;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why it did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DataFileError {
    /// No connection, or the browser found another file in its place: it tells neither from the other.
    #[error(
        "A part of Palpate could not be fetched: the file that holds what it knows. Check your connection, then load this page again. If that does not help, tell whoever runs this site."
    )]
    Unreachable,
    #[error(
        "A part of Palpate is missing here: the file that holds what it knows. Load this page again. If that does not help, tell whoever \
         runs this site that not all of its files were copied."
    )]
    Missing,
    #[error(
        "A part of Palpate did not come whole: the file that holds what it knows. Load this page again. If you opened Palpate from a file \
         of your own, download that file anew."
    )]
    Broken,
}

/// What the file holds. `name` is that of the window's property under which the page hands it over.
///
/// # Errors
/// [`DataFileError`] with what to tell the person.
pub async fn brought(name: &str) -> Result<Vec<u8>, DataFileError> {
    let answer = Reflect::get(&window(), &name.into()).map_err(|_| DataFileError::Missing)?;
    let answer = JsFuture::from(Promise::resolve(&answer)).await.map_err(|_| DataFileError::Unreachable)?;
    let answer: Response = answer.dyn_into().map_err(|_| DataFileError::Missing)?;
    if !answer.ok() {
        return Err(DataFileError::Missing);
    }
    let bytes = answer.array_buffer().map_err(|_| DataFileError::Broken)?;
    let bytes = JsFuture::from(bytes).await.map_err(|_| DataFileError::Broken)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

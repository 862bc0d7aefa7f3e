//! The browser, one small file a capability. Nothing here knows anatomy.

pub mod address;
pub mod clock;
pub mod download;
pub mod frames;
pub mod page;
pub mod pointer;
pub mod random;
pub mod storage;
pub mod worker;

/// The browser's window.
///
/// # Panics
/// Outside a browser's page, where this program is never run.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("Palpate runs in a browser's page")
}

/// The page's document.
///
/// # Panics
/// Outside a browser's page, where this program is never run.
pub fn document() -> web_sys::Document {
    window().document().expect("Palpate runs in a browser's page")
}

//! The media type of a file, by its ending. Browsers refuse wasm, modules and style sheets of the wrong type.

use std::path::Path;

/// The value for `Content-Type`.
pub fn of(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_ending() {
        assert_eq!(of(Path::new("a-1f_bg.wasm")), "application/wasm");
        assert_eq!(of(Path::new("manifest.webmanifest")), "application/manifest+json");
        assert_eq!(of(Path::new("none")), "application/octet-stream");
    }
}

//! Addresses, as a link may bring them.
#![no_main]

/// As the app has it: the module knows nothing of a browser.
#[path = "../../src"]
#[allow(dead_code)]
mod app {
    pub mod route;
}

use app::route::Route;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let route = Route::parse(&String::from_utf8_lossy(bytes));
    assert_eq!(Route::parse(&route.href()), route);
    assert_eq!(route.page().page(), route.page());
});

//! The watch over every journey sees what it is there to see.

use crate::support::hosted;

#[test]
#[should_panic(expected = "the browser complains")]
fn a_breach_of_the_policy_is_seen() {
    hosted("breach", async |page, _| {
        page.script("fetch('http://127.0.0.1:3/beacon').catch(() => {})").await;
        page.reload().await;
    });
}

#[test]
#[should_panic(expected = "requests beyond the app's own files")]
fn a_request_beyond_the_app_is_seen() {
    hosted("beacon", async |page, _| {
        page.script("location.href = 'http://127.0.0.1:3/'").await;
        page.until_script("another page", "return !location.href.includes('palpate')").await;
    });
}

#[test]
#[should_panic(expected = "the browser complains")]
fn an_error_of_the_page_is_seen() {
    hosted("page error", async |page, _| {
        // A function of the page's own, so that it is the page's error in every engine.
        page.script("window.setTimeout(window.BigInt)").await;
        page.reload().await;
    });
}

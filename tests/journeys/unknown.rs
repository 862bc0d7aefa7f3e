//! Addresses that lead nowhere, and an app that can't start.

use crate::support::{hosted, prepared};

#[test]
fn an_unknown_address_offers_ways_on() {
    hosted("unknown address", async |page, _| {
        for hash in ["#/nowhere", "#/find/a/b/c", "#/learn/round?topics=hats", "#/muscle/%zz"] {
            page.visit(hash, "There is no such page").await;
            page.find("link", "Search for it").await;
            page.visit("#/", "hip flexor").await;
        }
        for hash in ["#/muscle/biceps", "#/sign/toothache", "#/find/elbow", "#/sources/R999"] {
            page.visit(hash, "Not found").await;
            page.find("link", "Answer questions").await;
        }
        page.visit("#/learn/round?seed=!", "can't be opened").await;
        page.press("link", "Start a new round").await;
        page.heading("Learn it").await;
        page.visit("#/learn/round?only=no-such-question", "No questions here").await;
        page.press("link", "Choose again").await;
        page.heading("Learn it").await;
        page.visit("#/<img src=x onerror=alert(1)>", "There is no such page").await;
        page.press("link", "Go home").await;
        page.heading("hip flexor").await;
    });
}

#[test]
fn a_missing_program_is_told() {
    prepared("no program", async |page, server| {
        page.expect(".wasm");
        page.expect("404");
        page.expect("WebAssembly");
        // WebKit complains of the kind of the answer.
        page.expect("application/wasm");
        server.hide(".wasm");
        page.open("").await;
        page.reads("Palpate could not start").await;
        page.find("alert", "").await;
        assert!(!page.says("Opening").await, "it no longer says that it is about to");
    });
}

#[test]
fn an_old_browser_is_told() {
    prepared("no WebAssembly", async |page, _| {
        page.expect("WebAssembly");
        page.before_each_page("delete window.WebAssembly").await;
        page.open("").await;
        page.reads("needs a current browser").await;
    });
}

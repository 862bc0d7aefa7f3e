//! A new version: it waits, also in a session; a broken one never takes over; files that are gone are told.

use crate::shared::{PSOAS, Side, next_step, pass_gate, start};
use crate::support::{Page, Server, dist, prepared};
use std::path::Path;
use tempfile::TempDir;

/// The built site in a folder that can be changed.
fn copy_of_the_site() -> TempDir {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            let there = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &there)
            } else {
                {
                    std::fs::copy(entry.path(), there).unwrap();
                }
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    copy(&dist(), folder.path());
    folder
}

async fn installed(page: &Page<'_>) {
    let asked = "navigator.serviceWorker.ready.then(found => { window.journeyWorker = found.active }); return true";
    page.until_script("a question to the browser", asked).await;
    page.until_script("an active worker", "return !!window.journeyWorker && window.journeyWorker.state === 'activated'").await;
    page.reload().await;
    page.until_script("the worker in control", "return !!navigator.serviceWorker.controller").await;
}

/// Puts a new version of the page into the folder. Its hash in the list is right, or is still that of the old one.
async fn publish(page: &Page<'_>, site: &Path, right_hash: bool) {
    let of = |text: &str| {
        format!(
            "if (!window.journeyHash) {{ window.journeyHash = 'asked'; \
             crypto.subtle.digest('SHA-384', new TextEncoder().encode({})).then(hash => {{ \
             window.journeyHash = 'sha384-' + btoa(String.fromCharCode(...new Uint8Array(hash))); }}); }} \
             return window.journeyHash.startsWith('sha384-') ? window.journeyHash : null",
            serde_json::json!(text)
        )
    };
    let (home, worker) = (site.join("index.html"), site.join("sw.js"));
    let old = std::fs::read_to_string(&home).unwrap();
    let new = old.replace("<title>Palpate</title>", "<title>Palpate, the next version</title><meta name=\"journey\" content=\"next\">");
    assert_ne!(old, new);
    page.script("delete window.journeyHash").await;
    let hash = page.until("a hash", async || page.script(&of(&new)).await.as_str().map(str::to_owned)).await;
    std::fs::write(home, new).unwrap();
    let script = std::fs::read_to_string(&worker).unwrap();
    let mark = script.find("const VERSION = \"").unwrap() + "const VERSION = \"".len();
    let mut script = format!("{}next{}", &script[..mark], &script[mark..]);
    if right_hash {
        let at = script.find("[\"./\", \"").unwrap() + "[\"./\", \"".len();
        let end = at + script[at..].find('"').unwrap();
        script.replace_range(at..end, &hash);
    }
    std::fs::write(worker, script).unwrap();
    let look = "navigator.serviceWorker.getRegistration().then(found => found.update()).then( \
        () => { window.journeyLooked = true }, () => { window.journeyLooked = true }); return true";
    page.until_script("a look for an update", look).await;
}

async fn is_next(page: &Page<'_>) -> bool {
    page.script("return !!document.querySelector('meta[name=journey]')").await == serde_json::json!(true)
}

/// A journey over a site of its own that can be changed.
fn over_a_site(name: &str, body: impl AsyncFnOnce(&Page, &Server, &Path)) {
    let site = copy_of_the_site();
    prepared(name, async |page, _| {
        let server = Server::start(site.path().to_owned()).await;
        page.move_to(server.address()).await;
        body(page, &server, site.path()).await;
    });
}

#[test]
fn an_update_in_a_session_waits_until_it_is_asked_for() {
    over_a_site("update in a session", async |page, _, site| {
        installed(page).await;
        pass_gate(page).await;
        start(page, PSOAS, Side::Left).await;
        next_step(page, 2).await;
        publish(page, site, true).await;
        page.until_script(
            "a waiting version",
            "navigator.serviceWorker.getRegistration().then(found => { window.journeyWaits = !!found.waiting }); return !!window.journeyWaits",
        )
        .await;
        // Nothing happens to the session, and a reload in it is still the old version.
        page.reads("Step 2 of").await;
        assert!(!is_next(page).await);
        page.reload().await;
        assert!(!is_next(page).await);
        page.visit("#/settings", "Settings").await;
        page.reads("An update is ready.").await;
        page.press("button", "Load it now").await;
        page.until("the new version", async || is_next(page).await.then_some(())).await;
        // The session is still there.
        page.ready().await;
        page.open(PSOAS).await;
        page.press("button", "Continue").await;
        page.until("its step", async || (page.says("Step 2 of").await || page.has("heading", "Paused").await).then_some(())).await;
    });
}

#[test]
fn a_version_with_a_wrong_hash_never_takes_over() {
    over_a_site("update with a wrong hash", async |page, server, site| {
        page.expect("integrity");
        page.expect("ERR_CONNECTION_REFUSED");
        page.expect("fetching the script");
        installed(page).await;
        publish(page, site, false).await;
        page.until_script("the look to be over", "return window.journeyLooked === true").await;
        page.until_script(
            "no new version",
            "navigator.serviceWorker.getRegistration().then(found => { window.journeyNone = !found.waiting && !found.installing }); \
             return window.journeyNone === true",
        )
        .await;
        page.reload().await;
        assert!(!is_next(page).await && !page.says("An update is ready").await);
        // The old one is whole, without any server.
        server.stop();
        page.reload().await;
        page.heading("hip flexor").await;
        assert!(!is_next(page).await);
    });
}

#[test]
fn a_page_whose_files_are_gone_is_told() {
    for (name, end) in [("no glue", ".js"), ("no program", "_bg.wasm")] {
        prepared(name, async |page, server| {
            for words in [".wasm", ".js", "404", "WebAssembly", "MIME", "module"] {
                page.expect(words);
            }
            server.hide(end);
            page.open("").await;
            page.reads("a part of Palpate did not arrive").await;
            page.find("alert", "").await;
        });
    }
}

#[test]
fn a_kept_version_goes_on_when_the_server_has_another() {
    over_a_site("old page, new files", async |page, _, site| {
        installed(page).await;
        // The server now has other names, as after a new version, and none of the old files.
        for file in std::fs::read_dir(site).unwrap().map(Result::unwrap) {
            let name = file.file_name().into_string().unwrap();
            if name.starts_with("palpate-") {
                std::fs::rename(file.path(), site.join(name.replace("palpate-", "palpate-0"))).unwrap();
            }
        }
        page.reload().await;
        page.heading("hip flexor").await;
        page.visit("#/muscle/iliacus", "Iliacus").await;
    });
}

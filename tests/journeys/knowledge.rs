//! The file that holds what the app knows, when it does not come as it was built: the page says so, and what to do.

use crate::support::{Page, Server, dist, knowledge_file, prepared};
use std::fs;
use std::path::Path;

/// The page stands, without the app, and says this.
async fn told(page: &Page<'_>, sentence: &str) {
    page.reads(sentence).await;
    page.find("alert", "").await;
    page.heading("hip flexor").await;
    assert!(!page.says("Opening").await, "it no longer says that it is about to");
    assert!(page.says("load this page again").await || page.says("Load this page again").await);
}

/// The built site in a folder of its own.
fn copied(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&place).unwrap();
            copied(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).unwrap();
        }
    }
}

/// `text` without what stands from `start` to the next `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let (before, rest) = text.split_once(start).expect(start);
    format!("{before}{}", rest.split_once(end).expect(end).1)
}

#[test]
fn a_file_that_is_not_there() {
    prepared("no knowledge", async |page, server| {
        page.expect("knowledge-");
        page.expect("404");
        server.hide(".bin");
        page.open("").await;
        // What is missing comes under its hash, so the browser refuses the answer that says so.
        told(page, "could not be fetched").await;
    });
}

#[test]
fn a_file_that_is_another() {
    prepared("other knowledge", async |page, _| {
        let folder = tempfile::tempdir().unwrap();
        copied(&dist(), folder.path());
        let file = folder.path().join(knowledge_file().file_name().unwrap());
        let built = fs::read(&file).unwrap();
        let server = Server::start(folder.path().to_owned()).await;

        // Not what the page was built with: the browser itself refuses it.
        page.expect("integrity");
        page.expect("Failed to find a valid digest");
        fs::write(&file, &built[..built.len() - 1]).unwrap();
        page.turn_to(server.address()).await;
        told(page, "could not be fetched").await;

        // A page that says nothing of its hash: the app finds out.
        let index = folder.path().join("index.html");
        let text = fs::read_to_string(&index).unwrap();
        let text = without(&without(&text, "<meta http-equiv=\"Content-Security-Policy\"", ">"), ", { integrity: ", " }");
        fs::write(index, text).unwrap();
        let changed = |at: usize| {
            let mut bytes = built.clone();
            bytes[at] ^= 1;
            bytes
        };
        let cases = [
            (built[..built.len() / 2].to_vec(), "is not whole"),
            (changed(0), "is another file"),
            (changed(8), "is of another version"),
            (changed(built.len() / 2), "is damaged"),
        ];
        for (bytes, sentence) in cases {
            fs::write(&file, bytes).unwrap();
            page.turn_to("about:blank".to_owned()).await;
            page.turn_to(server.address()).await;
            told(page, sentence).await;
        }
        fs::write(&file, &built).unwrap();
        page.reload().await;
        page.heading("hip flexor").await;
    });
}

#[test]
fn a_single_file_that_was_cut() {
    prepared("cut single file", async |page, _| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("palpate.html");
        let built = fs::read_to_string(dist().join("palpate.html")).unwrap();
        let place = built.find("id=\"palpate-knowledge\"").unwrap() + 1000;
        // As a download ends that was broken off.
        fs::write(&file, &built[..place]).unwrap();
        page.turn_to(format!("file://{}", file.display())).await;
        page.reads("download the file anew").await;
        // As an editor might leave it.
        page.expect("Error");
        fs::write(&file, format!("{}{}", &built[..place], &built[place + 4..])).unwrap();
        page.turn_to("about:blank".to_owned()).await;
        page.turn_to(format!("file://{}", file.display())).await;
        told(page, "did not come whole").await;
    });
}

//! The app in one file, and that file with a record inside.

use crate::shared::{answer_one_question, answer_ten, downloaded, note, read_in};
use crate::support::{Engine, Page, dist, hosted, single_file};
use std::path::{Path, PathBuf};

/// Saves a copy with the data, and gives its place.
async fn save_copy(page: &Page<'_>) -> PathBuf {
    let folder = page.keep_downloads().await;
    page.visit("#/settings", "Settings").await;
    page.press("button", "Save a copy with my data").await;
    page.reads("Saved as palpate-with-my-data-").await;
    // Out of the way of the next one.
    let (file, count) = (downloaded(page, &folder, "html").await, std::fs::read_dir(folder.parent().unwrap()).unwrap().count());
    let copy = folder.with_file_name(format!("copy-{count}.html"));
    std::fs::rename(&file, &copy).unwrap();
    copy
}

fn without_record(copy: &str) -> String {
    let (before, rest) = copy.split_once("<script type=\"application/json\" id=\"record\">").expect("a record inside");
    format!("{before}{}", rest.split_once("</script>").expect("its end").1)
}

/// Opens a file from the disk in the same browser.
async fn open_file(page: &Page<'_>, file: &Path) {
    page.move_to(format!("file://{}", file.display())).await;
    page.heading("hip flexor").await;
}

async fn erase(page: &Page<'_>) {
    page.visit("#/settings", "Settings").await;
    page.press("button", "Erase it all").await;
    page.press("button", "Erase everything").await;
    page.reads("Nothing of yours is kept").await;
}

const NOTE: &str = r#"{"format":"palpate-backup","schema":3,"exported_at":"x","kept":{},"journal":[{"id":"a1","when":{"at":1795262400000,
    "offset":0},"changed":1795262400000,"deleted":false,"walkthrough":null,"side":"right","complaint":null,"before":5,"after":3,
    "extension_before":null,"extension_after":null,"sore":false,"stopped":null,"findings":[],"note":"</script><b>mine"}]}"#;

#[test]
fn a_copy_carries_its_record_asks_and_lets_go() {
    single_file("copy with data", async |page| {
        let built = std::fs::read_to_string(dist().join("palpate.html")).unwrap();
        answer_ten(page).await;
        answer_one_question(page).await;
        read_in(page, NOTE, "1 new").await;
        page.visit("#/settings", "Settings").await;
        page.press("radio", "Dark").await;
        let copy = save_copy(page).await;
        let text = std::fs::read_to_string(&copy).unwrap();
        assert!(without_record(&text) == built, "but for the record it is the file as it was built");

        // The same device: everything of it is here already, so nothing is asked.
        open_file(page, &copy).await;
        assert!(!page.says("This copy carries").await);

        // A device that keeps nothing: taken over, and said so. Today's safety check does not come along.
        page.forget_all().await;
        open_file(page, &copy).await;
        page.reads("This copy carried a record saved on").await;
        page.reads("It was taken over. Journal: 1 new").await;
        page.until_script("the dark theme", "return document.documentElement.dataset.theme === 'dark'").await;
        assert_eq!(note(page, "a1").await, "</script><b>mine");
        page.visit("#/safety/check", "Before your hands").await;
        page.reads("0 of 10 answered").await;

        // A copy of the copy is the built file again, with one record.
        let second = save_copy(page).await;
        assert!(without_record(&std::fs::read_to_string(&second).unwrap()) == built);

        // Erased, it stays erased.
        erase(page).await;
        page.reload().await;
        page.visit("#/journal", "Journal").await;
        page.reads("still blank").await;
        assert!(!page.says("This copy carries").await && !page.says("taken over").await);
    });
}

#[test]
fn where_something_is_kept_a_copy_asks_first() {
    single_file("copy that asks", async |page| {
        page.not_in(Engine::Firefox, "there each file keeps apart what it keeps, so nothing else is ever there");
        read_in(page, NOTE, "1 new").await;
        let copy = save_copy(page).await;
        page.forget_all().await;
        open_file(page, &copy).await;
        page.reads("It was taken over").await;
        page.forget_all().await;
        // Something else is kept on this device.
        let built = copy.with_file_name("built.html");
        std::fs::copy(dist().join("palpate.html"), &built).unwrap();
        open_file(page, &built).await;
        read_in(page, &NOTE.replace("\"a1\"", "\"b2\"").replace("</script><b>mine", "another"), "1 new").await;
        open_file(page, &copy).await;
        page.reads("(1 journal entry)").await;
        page.visit("#/journal", "Journal").await;
        page.reads("1 entry: 5 before, 3 after").await;
        page.press("button", "Leave it").await;
        page.until_script(
            "the answer kept",
            "return new Promise((done) => { const open = indexedDB.open('palpate'); open.onsuccess = () => { \
             const all = open.result.transaction('kept').objectStore('kept').count('carried'); \
             all.onsuccess = () => { open.result.close(); done(all.result === 1); }; }; })",
        )
        .await;
        page.reload().await;
        page.heading("Journal").await;
        assert!(!page.says("This copy carries").await, "it asks once");
        // Forgotten by the browser alone, it asks again; this time the answer is yes.
        page.until_script(
            "the answer forgotten",
            "const open = indexedDB.open('palpate'); open.onsuccess = () => { \
             open.result.transaction('kept', 'readwrite').objectStore('kept').delete('carried').onsuccess = () => window.forgotten = true; \
             open.result.close(); }; return !!window.forgotten",
        )
        .await;
        page.reload().await;
        page.press("button", "Take it over").await;
        page.reads("It was taken over. Journal: 1 new").await;
        assert_eq!(note(page, "a1").await, "</script><b>mine");
        assert_eq!(note(page, "b2").await, "another");
    });
}

#[test]
fn where_nothing_can_be_kept_a_copy_still_shows_its_record_and_saves_it() {
    single_file("copy without storage", async |page| {
        read_in(page, NOTE, "1 new").await;
        let copy = save_copy(page).await;
        page.before_each_page("IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError') };").await;
        open_file(page, &copy).await;
        page.reads("nothing is being kept").await;
        page.reads("It was taken over. Journal: 1 new").await;
        answer_one_question(page).await;
        let folder = page.keep_downloads().await;
        page.visit("#/settings", "Settings").await;
        page.press("button", "Save it all to a file").await;
        let file = downloaded(page, &folder, "json").await;
        let saved: serde_json::Value =
            page.until("a whole file", async || serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()).await;
        assert_eq!(saved["journal"][0]["id"], "a1");
        assert!(saved["reviews"].as_array().is_some_and(|reviews| !reviews.is_empty()), "what was answered in this visit");
    });
}

#[test]
fn the_hosted_site_gives_the_same_copy_and_says_when_it_can_not() {
    hosted("copy from the site", async |page, server| {
        let built = std::fs::read_to_string(dist().join("palpate.html")).unwrap();
        read_in(page, NOTE, "1 new").await;
        let copy = save_copy(page).await;
        assert!(without_record(&std::fs::read_to_string(&copy).unwrap()) == built);
        page.expect("palpate.html");
        page.expect("ERR_CONNECTION_REFUSED");
        server.stop();
        page.press("button", "Save a copy with my data").await;
        page.reads("could not be fetched").await;
    });
}

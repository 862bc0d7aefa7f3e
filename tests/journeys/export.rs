//! "Take it along": what the app saves is what the command line writes, to the byte.

use crate::shared::{answer_one_question, answer_ten, downloaded};
use crate::support::{Page, dist, hosted, knowledge, single_file};
use palpate_core::exchange::{Bank, Format, Made, MadeOf, backup};
use palpate_core::item::bank;
use std::fs;
use std::path::Path;

/// What the command line makes of this format, which is not of the learner's.
fn wanted(format: Format) -> Made {
    let knowledge = knowledge();
    match format.made_of() {
        MadeOf::Bank(make, _) => make(Bank { knowledge: &knowledge, items: &bank(&knowledge) }),
        MadeOf::Page(make) => make(&fs::read(dist().join("palpate.html")).unwrap()),
        MadeOf::Record(_) => panic!("{format:?} is made of a record"),
    }
}

/// Presses the button of a format and waits for what is said. What was saved, once it is whole, and out of the way of the next.
async fn saved(page: &Page<'_>, folder: &Path, format: Format, ending: &str) -> (String, Vec<u8>) {
    page.press("button", format.title()).await;
    let file = downloaded(page, folder, ending).await;
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    page.reads(&format!("Saved as {name}")).await;
    let bytes = fs::read(&file).unwrap();
    fs::remove_file(file).unwrap();
    (name, bytes)
}

async fn is_as_wanted(page: &Page<'_>, folder: &Path, format: Format, ending: &str) {
    let made = wanted(format);
    let (name, bytes) = saved(page, folder, format, ending).await;
    assert_eq!(name, made.name);
    assert!(bytes == made.bytes, "{format:?}: {} bytes in the app, {} on the command line", bytes.len(), made.bytes.len());
}

#[test]
fn the_questions_are_saved_as_the_command_line_writes_them() {
    hosted("export questions", async |page, _| {
        let folder = page.keep_downloads().await;
        page.visit("#/settings", "Settings").await;
        page.press("link", "Files for Anki, Moodle and others").await;
        page.heading("Take it along").await;
        page.reads("to your downloads and nowhere else").await;
        for (format, ending) in [
            (Format::Anki, "txt"),
            (Format::Drawings, "txt"),
            (Format::Gift, "txt"),
            (Format::Csv, "csv"),
            (Format::Qti, "zip"),
            (Format::Scorm, "zip"),
        ] {
            is_as_wanted(page, &folder, format, ending).await;
        }
    });
}

#[test]
fn the_single_file_makes_a_course_of_itself() {
    single_file("export single file", async |page| {
        let folder = page.keep_downloads().await;
        page.visit("#/export", "Take it along").await;
        is_as_wanted(page, &folder, Format::Scorm, "zip").await;
        is_as_wanted(page, &folder, Format::Anki, "txt").await;
    });
}

#[test]
fn what_is_mine_is_saved_and_can_be_made_again_from_the_backup() {
    hosted("export mine", async |page, _| {
        let folder = page.keep_downloads().await;
        answer_ten(page).await;
        answer_one_question(page).await;
        page.visit("#/export", "Take it along").await;
        let (_, statements) = saved(page, &folder, Format::Xapi, "json").await;
        let (name, kept) = saved(page, &folder, Format::Backup, "json").await;
        assert!(name.starts_with("palpate-20"), "{name}");
        // As the command line does it, from the file that was saved.
        let text = String::from_utf8(kept.clone()).unwrap();
        let record = backup::read(&text).unwrap();
        assert_eq!(record.reviews.len(), 1);
        let knowledge = knowledge();
        let again = |format: Format| match format.made_of() {
            MadeOf::Record(make) => {
                make(Bank { knowledge: &knowledge, items: &bank(&knowledge) }, &record, &backup::saved_at(&text).unwrap())
            }
            MadeOf::Bank(..) | MadeOf::Page(_) => panic!("{format:?}"),
        };
        assert!(again(Format::Backup).bytes == kept, "the backup");
        assert_eq!(String::from_utf8(again(Format::Xapi).bytes).unwrap(), String::from_utf8(statements).unwrap());
    });
}

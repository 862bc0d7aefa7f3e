//! `cargo xtask export`: files for other tools, the same to the byte as those that the app saves.

use std::fs;
use std::path::Path;

use palpate_core::exchange::backup::{self, LARGEST};
use palpate_core::exchange::{Bank, Made, MadeOf};
use palpate_core::item::bank;

use crate::check;
use crate::cli::ExportOptions;
use crate::error::Error;
use crate::project::Project;
use crate::web;

/// Makes the file and writes it, over one that is there.
///
/// # Errors
/// When the content has mistakes, the app doesn't build, a backup can't be read, or the file can't be written.
pub fn run(project: &Project, options: &ExportOptions) -> Result<(), Error> {
    let (made, left_out) = made(project, options)?;
    fs::write(&options.out, &made.bytes).map_err(Error::file(&options.out))?;
    println!("{}: {}, {} bytes", options.out.display(), options.format.title(), made.bytes.len());
    if left_out > 0 {
        println!("{left_out} questions are not in it: this format has no way to ask them");
    }
    Ok(())
}

/// The file, and how many questions it leaves out.
fn made(project: &Project, options: &ExportOptions) -> Result<(Made, usize), Error> {
    match options.format.made_of() {
        MadeOf::Bank(make, left_out) => {
            let knowledge = check::compiled(project)?;
            let bank = Bank { knowledge: &knowledge, items: &bank(&knowledge) };
            Ok((make(bank), left_out(bank)))
        }
        MadeOf::Page(make) => {
            web::build(project)?;
            let page = project.single_file();
            Ok((make(&fs::read(&page).map_err(Error::file(&page))?), 0))
        }
        MadeOf::Record(make) => {
            // The command line names a file for each of these formats.
            let from = options.from.as_deref().unwrap_or_else(|| Path::new(""));
            let text = text(from)?;
            let record = backup::read(&text).map_err(|error| Error::Wrong(format!("{}: {error}", from.display())))?;
            let knowledge = check::compiled(project)?;
            let bank = Bank { knowledge: &knowledge, items: &bank(&knowledge) };
            Ok((make(bank, &record, &backup::saved_at(&text).unwrap_or_default()), 0))
        }
    }
}

/// What stands in a file that the app saved.
fn text(path: &Path) -> Result<String, Error> {
    let size = fs::metadata(path).map_err(Error::file(path))?.len();
    if size > LARGEST as u64 {
        return Err(Error::Wrong(format!("{}: {}", path.display(), backup::BackupError::Huge)));
    }
    fs::read_to_string(path).map_err(Error::file(path))
}

//! A zip archive that is the same for the same files, whoever makes it and when.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The files of a package, by their path in it, in the order given. Nothing is compressed, and every file has the same date,
/// the earliest that the format knows: so the bytes depend on the files alone.
pub fn zipped<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        // Fails only for a path given twice or a file over 4 GiB, and then the file is left out: no package here has either.
        if archive.start_file(path, options).is_ok() {
            let _ = archive.write_all(bytes);
        }
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_goes_in_comes_out_in_order() {
        let files: [(&str, &[u8]); 3] = [("b.xml", b"<b/>"), ("a/c.txt", "ä".as_bytes()), ("empty", b"")];
        let bytes = zipped(files);
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (at, (path, wanted)) in files.into_iter().enumerate() {
            let mut file = archive.by_index(at).unwrap();
            let mut read = Vec::new();
            file.read_to_end(&mut read).unwrap();
            assert_eq!((file.name().unwrap().as_ref(), read.as_slice()), (path, wanted));
            assert_eq!(file.last_modified().map(|date| date.year()), Some(1980));
        }
        assert_eq!(bytes, zipped(files), "the same each time");
    }
}

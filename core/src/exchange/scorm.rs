//! A course for a learning system, as SCORM 1.2 has it: the single file as its one lesson, and the manifest.
//!
//! The schemas that a manifest may bring along are left out: learning systems have their own. So is a mastery score: with one,
//! the learning system decides by the mark alone who has passed, and an exam with a safety question wrong is not passed,
//! whatever its mark. The course itself reports passed or failed.

use super::{Made, names, package};

/// Where the course's one page lies in the package.
const PAGE: &str = "palpate.html";

/// `page` is the single file, as the build made it.
pub fn make(page: &[u8]) -> Made {
    let manifest = manifest();
    let bytes = package::zipped([("imsmanifest.xml", manifest.as_bytes()), (PAGE, page)]);
    Made { name: "palpate-scorm12.zip".to_owned(), media_type: "application/zip", bytes }
}

fn manifest() -> String {
    let (package, scorm) = (names::SCORM_PACKAGE, names::SCORM);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="palpate" version="1.0" xmlns="{package}" xmlns:adlcp="{scorm}">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>Palpate: find and ease the iliopsoas by hand</title>
      <item identifier="lesson" identifierref="page" isvisible="true">
        <title>Palpate</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    fn read(archive: &mut zip::ZipArchive<Cursor<&Vec<u8>>>, name: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn the_manifest_leads_to_the_page() {
        let page = "<!doctype html>\u{e4}".as_bytes();
        let made = make(page);
        let mut archive = zip::ZipArchive::new(Cursor::new(&made.bytes)).unwrap();
        let manifest = String::from_utf8(read(&mut archive, "imsmanifest.xml")).unwrap();
        let document = roxmltree::Document::parse(&manifest).unwrap();
        assert!(!manifest.contains("masteryscore"), "a mark alone does not pass an exam");
        let find = |tag: &str| document.descendants().find(|node| node.tag_name().name() == tag).unwrap();
        let item = find("item");
        let resource = find("resource");
        assert_eq!(item.attribute("identifierref"), resource.attribute("identifier"));
        assert_eq!(find("organizations").attribute("default"), find("organization").attribute("identifier"));
        assert_eq!(resource.attribute((names::SCORM, "scormtype")), Some("sco"));
        assert_eq!(find("schemaversion").text(), Some("1.2"));
        let href = resource.attribute("href").unwrap();
        assert_eq!(find("file").attribute("href"), Some(href));
        assert_eq!(read(&mut archive, href), page, "the page as it was");
        assert_eq!(archive.len(), 2);
    }
}

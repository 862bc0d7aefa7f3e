//! Questions as a package of IMS QTI 2.1: a manifest, a test with a section for each topic, and a file for each question.
//!
//! Choices stand shuffled, and players may shuffle them again; their names are those of the position as written. Questions on a
//! picture are left out: what counts as right there is a distance from an outline, which the format has no way to say.

mod item;

use super::{Bank, Made, names, package, words, xml};
use crate::item::{Item, Topic};
use std::fmt::Write;

const TEST: &str = "assessment.xml";

/// The package.
pub fn make(bank: Bank<'_>) -> Made {
    let items: Vec<(&Item, String)> = bank.items.iter().filter_map(|item| Some((item, item::write(bank, item)?))).collect();
    let paths: Vec<String> = items.iter().map(|(item, _)| path(item)).collect();
    let (manifest, test) = (manifest(&paths), test(items.iter().map(|(item, _)| *item)));
    let own = [("imsmanifest.xml", manifest.as_bytes()), (TEST, test.as_bytes())];
    let files = paths.iter().zip(&items).map(|(path, (_, text))| (path.as_str(), text.as_bytes()));
    Made { name: "palpate-qti21.zip".to_owned(), media_type: "application/zip", bytes: package::zipped(own.into_iter().chain(files)) }
}

/// How many items it can't hold: those that are asked on a picture.
pub fn left_out(bank: Bank<'_>) -> usize {
    bank.items.iter().filter(|item| !words::in_words(item)).count()
}

/// The item's identifier, the same in each export.
fn identifier(item: &Item) -> String {
    xml::name("item-", &item.id)
}

fn path(item: &Item) -> String {
    format!("items/{}.xml", identifier(item))
}

fn section(topic: Topic) -> String {
    xml::name("section-", topic.slug())
}

/// What is in the package, and which file needs which.
fn manifest(paths: &[String]) -> String {
    let package = names::CONTENT_PACKAGE;
    let mut out = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="palpate" xmlns="{package}">
  <metadata>
    <schema>QTIv2.1 Package</schema>
    <schemaversion>1.0.0</schemaversion>
  </metadata>
  <organizations/>
  <resources>
    <resource identifier="test" type="imsqti_test_xmlv2p1" href="{TEST}">
      <file href="{TEST}"/>
"#
    );
    // Writing to a string never fails.
    for at in 1..=paths.len() {
        let _ = writeln!(out, "      <dependency identifierref=\"resource-{at}\"/>");
    }
    out.push_str("    </resource>\n");
    for (at, path) in (1..).zip(paths) {
        let _ = writeln!(
            out,
            "    <resource identifier=\"resource-{at}\" type=\"imsqti_item_xmlv2p1\" href=\"{path}\">\n      <file href=\"{path}\"/>\n    </resource>"
        );
    }
    out.push_str("  </resources>\n</manifest>\n");
    out
}

/// The test: all questions, a section for each topic that has any. Its score is the sum of theirs.
fn test<'a>(items: impl Iterator<Item = &'a Item> + Clone) -> String {
    let qti = names::QTI;
    let mut out = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<assessmentTest xmlns="{qti}" identifier="palpate" title="Palpate: the iliopsoas">
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  <testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
"#
    );
    for topic in Topic::ALL {
        let mut of_topic = items.clone().filter(|item| item.topic == topic).peekable();
        if of_topic.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "    <assessmentSection identifier=\"{}\" title=\"{}\" visible=\"true\">", section(topic), topic.title());
        for item in of_topic {
            let _ = writeln!(out, "      <assessmentItemRef identifier=\"{}\" href=\"{}\"/>", identifier(item), path(item));
        }
        out.push_str("    </assessmentSection>\n");
    }
    out.push_str(
        r#"  </testPart>
  <outcomeProcessing>
    <setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue>
  </outcomeProcessing>
</assessmentTest>
"#,
    );
    out
}

//! The drawings for Anki: each box covers its own name and nothing else, and a card stays the same card for ever.

use super::items::{real, small, small_knowledge};
use super::text;
use crate::as_kept;
use palpate_core::exchange::Bank;
use palpate_core::exchange::occlusion::{cards, left_out, make};
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn named() -> &'static [(String, usize, String)] {
    static CARDS: OnceLock<Vec<(String, usize, String)>> = OnceLock::new();
    CARDS.get_or_init(|| cards(real()))
}

struct Note {
    id: String,
    /// Number, and left, top, right and bottom in parts of the picture.
    boxes: Vec<(usize, [f32; 4])>,
    svg: String,
}

fn notes() -> Vec<Note> {
    let made = text(&make(real()));
    let rest: String = made.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).from_reader(rest.as_bytes());
    reader.records().map(|row| note(&row.unwrap())).collect()
}

fn note(row: &csv::StringRecord) -> Note {
    assert_eq!(row.len(), 7);
    let boxes = row[1].split("<br>").map(|mask| {
        let mask = mask.strip_prefix("{{c").and_then(|mask| mask.strip_suffix(":oi=1}}")).unwrap();
        let (number, rest) = mask.split_once("::image-occlusion:rect:left=").unwrap();
        let numbers: Vec<f32> =
            rest.split([':', '=']).filter(|part| part.starts_with('.')).map(|part| format!("0{part}").parse().unwrap()).collect();
        let [left, top, width, height] = numbers[..] else { panic!("{rest}") };
        (number.parse().unwrap(), [left, top, left + width, top + height])
    });
    let address = row[2].strip_prefix("<img srcset=\"data:image/svg+xml,").and_then(|rest| rest.strip_suffix("\">")).unwrap();
    assert!(!address.contains([' ', '"', '<', '{', '#']) && !address.ends_with(','), "it would end early");
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let hex = |byte: Option<u8>| char::from(byte.unwrap()).to_digit(16).unwrap() as u8;
        bytes.push(if byte == b'%' { hex(rest.next()) * 16 + hex(rest.next()) } else { byte });
    }
    Note { id: row[0].to_owned(), boxes: boxes.collect(), svg: String::from_utf8(bytes).unwrap() }
}

#[test]
fn each_box_covers_its_own_name_and_nothing_else() {
    let named = named();
    for note in notes() {
        let svg = roxmltree::Document::parse(&note.svg).unwrap();
        let size = |name: &str| svg.root_element().attribute(name).unwrap().parse::<f32>().unwrap() / 2.0;
        let (wide, high) = (size("width"), size("height"));
        let words: Vec<(f32, f32, &str)> = svg
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .map(|node| {
                let at = |name: &str| node.attribute(name).unwrap().parse::<f32>().unwrap();
                (at("x") / wide, at("y") / high, node.text().unwrap())
            })
            .collect();
        for (number, [left, top, right, bottom]) in &note.boxes {
            assert!(*left >= 0.0 && *top >= 0.0 && *right <= 1.0 && *bottom <= 1.0, "{}: box {number}", note.id);
            let under: Vec<&str> =
                words.iter().filter(|(x, y, _)| x > left && x < right && y > top && y < bottom).map(|(_, _, words)| *words).collect();
            let card = named.iter().find(|(id, own, _)| note.id == format!("palpate:occlusion-{id}") && own == number).unwrap();
            assert_eq!(under.join(" "), card.2);
            // The longest line at the width of a wide letter stays under the box.
            assert!(under.iter().all(|line| line.chars().count() as f32 * 8.2 < (right - left) * wide), "{under:?}");
            for (other, [x, y, far, low]) in note.boxes.iter().filter(|(other, _)| other != number) {
                assert!(x >= right || far <= left || y >= bottom || low <= top, "{}: boxes {number} and {other}", note.id);
            }
        }
        assert_eq!(words.len(), named.iter().filter(|card| note.id.ends_with(&card.0)).map(|card| lines(&words, &card.2)).sum::<usize>());
    }
}

/// In how many lines a name is written.
fn lines(words: &[(f32, f32, &str)], name: &str) -> usize {
    (1..=words.len())
        .find(|count| words.windows(*count).any(|run| run.iter().map(|word| word.2).collect::<Vec<_>>().join(" ") == name))
        .unwrap()
}

/// What was learned in Anki hangs on a note and a number. A new structure may come at the end of the file.
#[test]
fn a_card_stays_the_same_card() {
    let told: String = named().iter().map(|(note, number, name)| format!("{note} {number} {name}\n")).collect();
    as_kept("drawings.txt", &told);
    let all: BTreeSet<_> = named().iter().map(|(note, number, _)| (note, number)).collect();
    assert_eq!(all.len(), named().len());
    assert!(all.iter().all(|(_, number)| **number < 500), "Anki has no more than 499 cards a note");
}

#[test]
fn every_name_is_on_some_picture() {
    let told: BTreeSet<String> = named().iter().map(|card| card.2.clone()).collect();
    let missing: Vec<_> = real().knowledge.atlas.structures.iter().filter(|one| one.quiz && !told.contains(&one.name)).collect();
    // All but what is seen on one view alone, and hidden there.
    assert!(missing.is_empty(), "{:?}", missing.iter().map(|one| &one.id).collect::<Vec<_>>());
    assert!(left_out(real()) < named().len());
}

#[test]
fn without_drawings_there_is_a_file_without_notes() {
    let none = Bank { knowledge: small_knowledge(), items: &small() };
    assert!(text(&make(none)).lines().all(|line| line.starts_with('#')));
    assert_eq!(left_out(none), 0);
}

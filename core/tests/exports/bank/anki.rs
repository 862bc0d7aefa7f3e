//! The file for Anki, read back: its table by the `csv` library, its fields as XML.

use super::items::{random, real, small, small_knowledge};
use super::{in_one_line, options, said, sorted, text, words, written};
use crate::{as_kept, config};
use palpate_core::exchange::Bank;
use palpate_core::exchange::anki::{left_out, make};
use palpate_core::item::{Body, Item};
use proptest::prelude::*;
use std::collections::BTreeSet;

const HEAD: [&str; 7] = [
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#guid column:1",
    "#deck column:4",
    "#tags column:5",
    "#columns:Identity\tFront\tBack\tDeck\tTags",
];

fn notes(bank: Bank<'_>) -> Vec<Vec<String>> {
    let made = text(&make(bank));
    let lines: Vec<&str> = made.split_inclusive('\n').collect();
    assert_eq!(lines[..HEAD.len()].iter().map(|line| line.trim_end()).collect::<Vec<_>>(), HEAD);
    assert!(lines[HEAD.len()..].iter().all(|line| !line.starts_with('#')), "Anki would take a note for a comment");
    let rest = lines[HEAD.len()..].concat();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(false).from_reader(rest.as_bytes());
    let notes: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(notes.len(), rest.lines().count(), "a note on more than one line");
    notes
}

/// The lines of each list of a field, and its first paragraph.
fn field(html: &str) -> (String, Vec<Vec<String>>) {
    let html = format!("<all>{}</all>", html.replace("<br>", "<br/>"));
    let read = roxmltree::Document::parse(&html).unwrap_or_else(|error| panic!("{error}: {html:?}"));
    let tagged = |name: &'static str| read.descendants().filter(move |node| node.has_tag_name(name));
    let lines = |list: roxmltree::Node<'_, '_>| list.children().map(words).collect::<Vec<_>>();
    (tagged("p").map(words).next().unwrap_or_default(), tagged("ol").map(lines).collect())
}

fn check(bank: Bank<'_>) {
    let notes = notes(bank);
    let items = written(bank);
    assert_eq!(notes.len(), items.len());
    assert_eq!(left_out(bank), bank.items.len() - items.len());
    assert_eq!(notes.iter().map(|note| &note[0]).collect::<BTreeSet<_>>().len(), notes.len(), "an identity twice");
    for (note, item) in notes.iter().zip(items) {
        assert_eq!(note[0], format!("palpate:{}", in_one_line(&item.id)));
        assert_eq!(note[4].split(' ').next().unwrap(), format!("palpate::topic::{}", item.topic.slug()));
        assert!(note[3].starts_with("Palpate::"));
        let (stem, lists) = field(&note[1]);
        assert_eq!(stem, said(&item.stem));
        answered(item, &lists, &field(&note[2]), &note[2]);
    }
}

fn answered(item: &Item, front: &[Vec<String>], back: &(String, Vec<Vec<String>>), html: &str) {
    let all = |texts: Vec<String>| sorted(texts);
    match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) => {
            assert_eq!(all(front[0].clone()), all(options(item).iter().map(|(option, _)| said(&option.text)).collect()));
            let html = format!("<all>{}</all>", html.replace("<br>", "<br/>"));
            let read = roxmltree::Document::parse(&html).unwrap();
            let keys: Vec<_> = read.descendants().filter(|node| node.has_tag_name("b")).map(words).collect();
            let of_front = keys.iter().map(|key| {
                let (letter, words) = key.split_once(". ").unwrap();
                assert_eq!(words, front[0][usize::from(letter.as_bytes()[0] - b'A')], "the letter names another option");
                words.to_owned()
            });
            assert_eq!(
                all(of_front.collect()),
                all(options(item).iter().filter(|(_, key)| *key).map(|(option, _)| said(&option.text)).collect())
            );
            let shown = words(read.root_element());
            assert!(options(item).iter().all(|(option, _)| shown.contains(&said(&option.why))), "a reason is missing");
            assert!(shown.contains(&said(&item.rationale)));
        }
        Body::Order(body) => {
            let steps: Vec<_> = body.steps.iter().map(|step| said(step)).collect();
            assert_eq!(back.1[0], steps);
            assert_eq!(all(front[0].clone()), all(steps.clone()));
            let same = steps.iter().collect::<BTreeSet<_>>().len() < steps.len();
            assert!(same || front[0] != steps, "the front tells the order");
        }
        Body::Matching(body) => {
            assert_eq!(front[0], body.pairs.iter().map(|pair| said(&pair.left)).collect::<Vec<_>>());
            for ((line, pair), at) in back.1[0].iter().zip(&body.pairs).zip(0..) {
                let (left, right) = (&front[0][at], said(&pair.right));
                assert!(line.starts_with(&format!("{left} – ")) && line.ends_with(&format!(". {right}")), "{line:?}");
            }
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => panic!("a drawing on a card"),
    }
}

#[test]
fn the_example_is_as_it_was_looked_at() {
    as_kept("bank-anki.txt", &text(&make(Bank { knowledge: small_knowledge(), items: &small() })));
}

#[test]
fn the_real_bank_reads_back() {
    check(real());
    // The key stands at each place about as often, so that its place tells nothing.
    let mut places = [0; 4];
    for item in written(real()).iter().filter(|item| matches!(item.body, Body::SingleBest(_)) && item.len() == 4) {
        let one = [(*item).clone()];
        let note = &notes(Bank { items: &one, ..real() })[0];
        let key = note[2].split("<b>").nth(1).and_then(|rest| rest.bytes().next()).unwrap();
        places[usize::from(key - b'A')] += 1;
    }
    let all: i32 = places.iter().sum();
    assert!(all > 50 && places.iter().all(|count| *count * 8 > all), "{places:?}");
}

#[test]
fn technique_never_leaves_without_a_word_of_caution() {
    for (note, item) in notes(real()).iter().zip(written(real())) {
        let is_about_hands = item.topic == palpate_core::item::Topic::Technique;
        assert_eq!(note[2].contains("Some people must not be pressed there."), is_about_hands, "{}", item.id);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bank_reads_back(items in random()) {
        check(Bank { knowledge: small_knowledge(), items: &items });
    }
}

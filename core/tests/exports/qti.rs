//! The package of questions, read by an XML library; [`qti.py`] holds it against the official schemas.

use super::{config, knowledge};
use palpate_core::exchange::{Bank, qti};
use palpate_core::item::{Body, Choice, Item, Matching, Order, Pair, SelectAll, SingleBest, Topic, bank};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

type Files = BTreeMap<String, String>;

fn files(items: &[Item]) -> Files {
    let made = qti::make(Bank { knowledge: knowledge(), items });
    let mut archive = zip::ZipArchive::new(Cursor::new(made.bytes)).unwrap();
    let count = archive.len();
    let one = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..count).map(one).collect()
}

fn all<'a>(document: &'a Document<'_>, tag: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == tag)
}

fn attributes(document: &Document<'_>, tag: &str, name: &str) -> Vec<String> {
    all(document, tag).filter_map(|node| node.attribute(name)).map(str::to_owned).collect()
}

/// Each name once, and each one that XML allows.
fn are_names(names: &[String]) {
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    for name in names {
        let mut letters = name.chars();
        assert!(letters.next().is_some_and(|c| c.is_ascii_alphabetic()), "{name}");
        assert!(letters.all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{name}");
    }
}

/// What must hold of one question's file.
fn is_sound(text: &str) {
    let document = Document::parse(text).unwrap();
    let choices: Vec<String> =
        ["simpleChoice", "simpleAssociableChoice"].iter().flat_map(|tag| attributes(&document, tag, "identifier")).collect();
    are_names(&choices);
    assert!(choices.len() >= 2, "{text}");
    let response = all(&document, "responseDeclaration").next().unwrap();
    let correct: Vec<_> = response.descendants().filter(|node| node.tag_name().name() == "value").filter_map(|node| node.text()).collect();
    let keys = attributes(&document, "mapEntry", "mapKey");
    assert!(!correct.is_empty(), "{text}");
    for value in correct.iter().copied().chain(keys.iter().map(String::as_str)) {
        assert!(value.split(' ').all(|name| choices.iter().any(|choice| choice == name)), "{value} is no choice of {text}");
    }
    // Whoever answers rightly gets all the points.
    if let Some(mapping) = all(&document, "mapping").next() {
        let points = |node: Node<'_, '_>| node.attribute("mappedValue").unwrap().parse::<i32>().unwrap();
        let entries = mapping.children().filter(|node| node.is_element());
        let sum: i32 = entries.filter(|node| correct.contains(&node.attribute("mapKey").unwrap())).map(points).sum();
        assert_eq!(mapping.attribute("upperBound"), Some(sum.to_string().as_str()));
    }
    let outcomes = attributes(&document, "outcomeDeclaration", "identifier");
    for named in
        attributes(&document, "setOutcomeValue", "identifier").iter().chain(&attributes(&document, "modalFeedback", "outcomeIdentifier"))
    {
        assert!(outcomes.contains(named), "{named} is not declared in {text}");
    }
}

#[test]
fn the_whole_bank_but_pictures_is_in_it() {
    let items = bank(knowledge());
    let files = files(&items);
    let taken = items.len() - qti::left_out(Bank { knowledge: knowledge(), items: &items });
    assert!(taken > 100, "{taken}");
    assert_eq!(taken, items.iter().filter(|item| !item.is_pictured()).count());
    assert_eq!(files.len(), taken + 2);
    files.iter().filter(|(path, _)| path.starts_with("items/")).for_each(|(_, text)| is_sound(text));
}

#[test]
fn manifest_and_test_name_every_file() {
    let files = files(&bank(knowledge()));
    let manifest = Document::parse(&files["imsmanifest.xml"]).unwrap();
    let listed: BTreeSet<_> = attributes(&manifest, "file", "href").into_iter().collect();
    let there: BTreeSet<_> = files.keys().filter(|path| *path != "imsmanifest.xml").cloned().collect();
    assert_eq!(listed, there);
    let resources = attributes(&manifest, "resource", "identifier");
    are_names(&resources);
    let needed = attributes(&manifest, "dependency", "identifierref");
    assert_eq!(needed.len() + 1, resources.len(), "the test needs all the others");
    assert!(needed.iter().all(|name| resources.contains(name)));

    let test = Document::parse(&files["assessment.xml"]).unwrap();
    let sections = attributes(&test, "assessmentSection", "title");
    assert_eq!(sections, Topic::ALL.map(Topic::title));
    are_names(&attributes(&test, "assessmentItemRef", "identifier"));
    for reference in all(&test, "assessmentItemRef") {
        let item = Document::parse(&files[reference.attribute("href").unwrap()]).unwrap();
        assert_eq!(item.root_element().attribute("identifier"), reference.attribute("identifier"));
    }
}

#[test]
fn the_steps_of_an_order_do_not_stand_in_it() {
    let mut orders = 0;
    for (path, text) in files(&bank(knowledge())) {
        let document = Document::parse(&text).unwrap();
        if all(&document, "orderInteraction").next().is_some() {
            let right = all(&document, "correctResponse").next().unwrap();
            let right: Vec<_> =
                right.descendants().filter(|node| node.tag_name().name() == "value").filter_map(|node| node.text()).collect();
            assert_ne!(attributes(&document, "simpleChoice", "identifier"), right, "{path}");
            orders += 1;
        }
    }
    assert!(orders > 0);
}

/// Elsewhere no safety check comes before a question about technique, so the words bring the warning along.
#[test]
fn what_is_said_of_technique_warns() {
    let items = bank(knowledge());
    let files = files(&items);
    let technique = files.values().filter(|text| text.contains("safety questions in Palpate")).count();
    assert_eq!(technique, items.iter().filter(|item| item.topic == Topic::Technique && !item.is_pictured()).count());
}

fn item(body: Body, text: &str) -> Item {
    Item {
        id: text.to_owned(),
        topic: Topic::Pain,
        about: Vec::new(),
        stem: text.to_owned(),
        picture: None,
        body,
        rationale: text.to_owned(),
        cites: Vec::new(),
        asks: None,
        relation: None,
        fact: None,
    }
}

proptest! {
    #![proptest_config(config())]

    /// Whatever words and ids an item has, its file can be read, and holds them.
    #[test]
    fn any_words_are_carried(text in "[ -~äöü“<>&\"'\\]]{1,60}", form in 0u8..4, count in 2usize..6) {
        let option = |at: usize| Choice { text: format!("{text}{at}"), why: text.clone() };
        let options: Vec<Choice> = (0..count).map(option).collect();
        let body = match form {
            0 => Body::SingleBest(SingleBest { options, key: 1 }),
            1 => Body::SelectAll(SelectAll { options, keys: vec![0, 1] }),
            2 => Body::Order(Order { steps: options.into_iter().map(|option| option.text).collect() }),
            _ => Body::Matching(Matching { pairs: options.into_iter().map(|option| Pair { left: option.text, right: option.why }).collect() }),
        };
        let files = files(&[item(body, &text)]);
        let (_, written) = files.iter().find(|(path, _)| path.starts_with("items/")).unwrap();
        is_sound(written);
        let document = Document::parse(written).unwrap();
        let prompt = all(&document, "prompt").next().unwrap();
        prop_assert!(prompt.text().unwrap_or_default().starts_with(&palpate_core::text::plain(&text)));
    }
}

//! The file for Moodle, read back by a small reader that goes about it as Moodle's does: escapes become placeholders, a
//! blank line ends a question, the first braces hold the answers. Weights are held to the list that Moodle accepts.

use super::items::{random, real, small, small_knowledge};
use super::{in_one_line, is_drawn, options, said, shown, sorted, text};
use crate::{as_kept, config};
use palpate_core::exchange::Bank;
use palpate_core::exchange::gift::{left_out, make};
use palpate_core::item::{Body, Item, Topic};
use proptest::prelude::*;

/// The shares of a mark that Moodle accepts, with either sign (`question_bank::fraction_options_full`), in percent.
const ACCEPTED: [f64; 20] = [
    100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0, 20.0, 16.66667, 14.28571, 12.5, 11.11111,
    10.0, 5.0,
];

#[derive(Debug, Default)]
struct Question {
    category: String,
    name: String,
    stem: String,
    general: String,
    /// Weight in percent, text, feedback.
    choices: Vec<(f64, String, String)>,
    single: bool,
    pairs: Vec<(String, String)>,
}

const SIGNS: [char; 6] = [':', '#', '=', '{', '}', '~'];

/// Escaped signs become control characters, of which the file has none, so that they steer nothing.
fn hidden(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, SIGNS.iter().position(|sign| chars.as_str().starts_with(*sign)), chars.as_str().starts_with('\\')) {
            ('\\', Some(sign), _) => {
                out.push(char::from_u32(1 + sign as u32).unwrap());
                chars.next();
            }
            ('\\', None, true) => {
                out.push('\\');
                chars.next();
            }
            ('\\', None, false) => panic!("a backslash that escapes nothing: {text:?}"),
            _ => out.push(c),
        }
    }
    out
}

/// Back to signs, then from HTML to words.
fn back(text: &str) -> String {
    let text: String = text
        .trim_matches(' ')
        .chars()
        .map(|c| (c as u32).checked_sub(1).and_then(|at| SIGNS.get(at as usize).copied()).unwrap_or(c))
        .collect();
    assert!(!text.starts_with(['[', '%']), "it would name a format or a weight: {text:?}");
    shown(&text)
}

fn read(text: &str) -> Vec<Question> {
    let mut category = String::new();
    let mut questions = Vec::new();
    for block in text.split("\n\n") {
        let lines: Vec<&str> = block.lines().filter(|line| !line.trim().starts_with("//")).collect();
        let block = hidden(lines.join("\n").trim());
        if let Some(name) = block.strip_prefix("$CATEGORY: ") {
            category = name.to_owned();
        } else if !block.is_empty() {
            questions.push(question(&block, &category));
        }
    }
    questions
}

fn question(block: &str, category: &str) -> Question {
    let (name, rest) = block.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a name");
    let (stem, rest) = rest.split_once('{').expect("answers");
    let answers = rest.strip_suffix('}').expect("answers at the end");
    assert!(!stem.contains(SIGNS) && !answers.contains(['{', '}', ':']), "a sign that is not escaped: {block:?}");
    let (answers, general) = answers.rsplit_once("####").expect("general feedback");
    let plain = |text: &str| back(text).replace('\u{a0}', " ");
    let mut out = Question {
        category: category.to_owned(),
        name: plain(&name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")),
        ..Question::default()
    };
    out.stem = back(stem.strip_prefix("[html]").expect("a format"));
    out.general = back(general);
    if answers.contains('~') {
        out.single = answers.contains('=');
        for answer in answers.replace('=', "~=").split('~').map(str::trim_ascii).filter(|answer| !answer.is_empty()) {
            let (weight, rest) = match (answer.strip_prefix('='), answer.strip_prefix('%')) {
                (Some(rest), _) => (100.0, rest),
                (None, Some(rest)) => rest.split_once('%').map(|(weight, rest)| (weight.parse().unwrap(), rest)).unwrap(),
                (None, None) => (0.0, answer),
            };
            let (words, why) = rest.split_once('#').unwrap_or((rest, ""));
            out.choices.push((weight, back(words), back(why)));
        }
    } else {
        for pair in answers.split('=').map(str::trim_ascii).filter(|pair| !pair.is_empty()) {
            let (left, right) = pair.split_once("->").expect("a pair");
            out.pairs.push((back(left), back(right)));
        }
    }
    out
}

/// As Moodle keeps it: without spaces at its ends; where there is nothing at all, a space that does not break.
fn kept(words: &str) -> String {
    let said = said(words);
    if said.trim().is_empty() && !said.contains('\n') { "\u{a0}".to_owned() } else { said.trim_matches(' ').to_owned() }
}

fn fits(item: &Item) -> bool {
    let keys = options(item).iter().filter(|(_, key)| *key).count();
    !is_drawn(item) && keys <= 10
}

fn check(bank: Bank<'_>) {
    let questions = read(&text(&make(bank)));
    let items: Vec<&Item> =
        Topic::ALL.iter().flat_map(|topic| bank.items.iter().filter(|item| item.topic == *topic && fits(item))).collect();
    assert_eq!(questions.len(), items.len());
    assert_eq!(left_out(bank), bank.items.len() - items.len());
    for (question, item) in questions.iter().zip(items) {
        assert_eq!(question.category, format!("$course$/top/Palpate/{}", item.topic.title()).replace(':', "\u{1}"));
        assert_eq!(question.name.trim_matches(' '), in_one_line(&item.id).replace('\u{a0}', " ").trim_matches(' '));
        assert!(question.stem.starts_with(&said(&item.stem)), "{question:?}");
        assert!(question.general.starts_with(&said(&item.rationale)), "{question:?}");
        answers(question, item);
    }
}

fn answers(question: &Question, item: &Item) {
    match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) => {
            assert_eq!(question.single, matches!(item.body, Body::SingleBest(_)));
            let wanted = options(item);
            let told = question.choices.iter().map(|(weight, words, why)| (*weight > 0.0, words.clone(), why.clone())).collect();
            let why = |why: &str| if why.is_empty() { String::new() } else { kept(why) };
            assert_eq!(sorted(told), sorted(wanted.iter().map(|(option, key)| (*key, kept(&option.text), why(&option.why))).collect()));
            let right: f64 = question.choices.iter().map(|(weight, ..)| weight.max(0.0)).sum();
            assert!((right - 100.0).abs() < 0.0002, "the marks of the keys make {right}");
            for (weight, ..) in &question.choices {
                let accepted = *weight == 0.0 || ACCEPTED.iter().any(|share| (share - weight.abs()).abs() < 0.001);
                assert!(accepted && (question.single || *weight != 0.0), "Moodle has no share of {weight}");
            }
        }
        Body::Order(body) => {
            let wanted = body.steps.iter().zip(1..).map(|(step, place)| (kept(step), place.to_string())).collect();
            assert_eq!(sorted(question.pairs.clone()), sorted(wanted));
        }
        Body::Matching(body) => {
            let wanted = body.pairs.iter().map(|pair| (kept(&pair.left), kept(&in_one_line(&pair.right)))).collect();
            assert_eq!(sorted(question.pairs.clone()), sorted(wanted));
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => panic!("a drawing in a text"),
    }
}

#[test]
fn the_example_is_as_it_was_looked_at() {
    as_kept("bank-gift.txt", &text(&make(Bank { knowledge: small_knowledge(), items: &small() })));
}

#[test]
fn the_real_bank_reads_back() {
    check(real());
    // Moodle's tables have so much room for a name and for a choice of a list.
    for question in read(&text(&make(real()))) {
        assert!(
            question.name.chars().count() <= 255 && question.pairs.iter().all(|(_, right)| right.chars().count() <= 255),
            "{question:?}"
        );
    }
}

#[test]
fn the_reader_finds_what_is_wrong() {
    for broken in ["::a::[html]b{=c}", "::a::[html]b:c{=d~e####f}", "::a::[html]b{=c~d#{e}####f}", "::a::[html]b{=c~d\\q####f}"] {
        assert!(std::panic::catch_unwind(|| read(broken)).is_err(), "{broken}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bank_reads_back(items in random()) {
        check(Bank { knowledge: small_knowledge(), items: &items });
    }
}

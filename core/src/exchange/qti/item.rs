//! One question as an assessment item: what is asked, which response is right, how it is scored and what is said of it.
//!
//! The rules are written out in place of a standard template, since no template says why an answer is right. They score as the
//! templates do: one choice and an order as a whole, several choices and pairs by their parts, from 0 to 1. The outcome
//! `RESULT` is `right` or `wrong` as a whole, which is how Palpate itself grades.

use super::{identifier, names};
use crate::exchange::Bank;
use crate::exchange::words::{self, caution, references};
use crate::exchange::xml::escaped;
use crate::item::{Body, Choice, Item, Matching, Order, Pair, SelectAll, SingleBest};
use crate::text;

/// What differs between types of questions; all of it is XML.
struct Parts {
    cardinality: &'static str,
    base: &'static str,
    /// The right response: each value of it.
    correct: Vec<String>,
    mapping: Option<Mapping>,
    /// The interaction, but for its prompt, which comes after `open`.
    open: String,
    inside: String,
    close: &'static str,
    /// Said of one choice once it was chosen: its identifier, and the words.
    said: Vec<(String, String)>,
    /// The right answer in words, for who was wrong.
    answer: String,
}

/// Points for parts of a response. `most` is what all of them together make.
struct Mapping {
    entries: Vec<(String, i8)>,
    most: usize,
}

/// The file of a question; `None` for one on a picture.
pub fn write(bank: Bank<'_>, item: &Item) -> Option<String> {
    if !words::in_words(item) {
        return None;
    }
    let shown = words::shown(item);
    let parts = match &item.body {
        Body::SingleBest(body) => single_best(body, &shown),
        Body::SelectAll(body) => select_all(body, &shown),
        Body::Order(body) => order(body, &shown),
        Body::Matching(body) => matching(body, &shown),
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => return None,
    };
    Some(file(bank, item, &parts))
}

/// The name of the choice at a position as written.
fn choice(at: usize) -> String {
    format!("choice-{}", at + 1)
}

/// Choices with these texts, in the order in which they are shown.
fn simple_choices<'a>(texts: impl Fn(usize) -> &'a str, shown: &[usize]) -> String {
    let one = |at: &usize| format!("<simpleChoice identifier=\"{}\">{}</simpleChoice>", choice(*at), read(texts(*at)));
    shown.iter().map(one).collect()
}

fn said(options: &[Choice]) -> Vec<(String, String)> {
    options.iter().enumerate().map(|(at, option)| (choice(at), text::plain(&option.why))).collect()
}

fn single_best(body: &SingleBest, shown: &[usize]) -> Parts {
    let key = usize::from(body.key);
    Parts {
        cardinality: "single",
        base: "identifier",
        correct: vec![choice(key)],
        mapping: None,
        open: "<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"1\">".to_owned(),
        inside: simple_choices(|at| &body.options[at].text, shown),
        close: "</choiceInteraction>",
        said: said(&body.options),
        answer: body.options.get(key).map(|option| text::plain(&option.text)).unwrap_or_default(),
    }
}

fn select_all(body: &SelectAll, shown: &[usize]) -> Parts {
    let is_key = |at: usize| body.keys.iter().any(|key| usize::from(*key) == at);
    let keys = || (0..body.options.len()).filter(|at| is_key(*at));
    let named: Vec<String> = keys().map(|at| text::plain(&body.options[at].text)).collect();
    Parts {
        cardinality: "multiple",
        base: "identifier",
        correct: keys().map(choice).collect(),
        // A wrong choice takes a point away; the sum goes no lower than 0.
        mapping: Some(Mapping {
            entries: (0..body.options.len()).map(|at| (choice(at), if is_key(at) { 1 } else { -1 })).collect(),
            most: keys().count(),
        }),
        open: "<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"0\">".to_owned(),
        inside: simple_choices(|at| &body.options[at].text, shown),
        close: "</choiceInteraction>",
        said: said(&body.options),
        answer: named.join("; "),
    }
}

fn order(body: &Order, shown: &[usize]) -> Parts {
    Parts {
        cardinality: "ordered",
        base: "identifier",
        correct: (0..body.steps.len()).map(choice).collect(),
        mapping: None,
        open: "<orderInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\">".to_owned(),
        inside: simple_choices(|at| &body.steps[at], shown),
        close: "</orderInteraction>",
        said: Vec::new(),
        answer: body.steps.iter().map(|step| text::plain(step)).collect::<Vec<_>>().join("; "),
    }
}

fn matching(body: &Matching, shown: &[usize]) -> Parts {
    let pairs: Vec<String> = (1..=body.pairs.len()).map(|at| format!("left-{at} right-{at}")).collect();
    let one = |side: &str, at: usize, text: &str| {
        format!("<simpleAssociableChoice identifier=\"{side}-{}\" matchMax=\"1\">{}</simpleAssociableChoice>", at + 1, read(text))
    };
    let left: String = body.pairs.iter().enumerate().map(|(at, pair)| one("left", at, &pair.left)).collect();
    let right: String = shown.iter().map(|at| one("right", *at, &body.pairs[*at].right)).collect();
    let told = |pair: &Pair| format!("{}: {}", text::plain(&pair.left), text::plain(&pair.right));
    Parts {
        cardinality: "multiple",
        base: "directedPair",
        mapping: Some(Mapping { entries: pairs.iter().map(|pair| (pair.clone(), 1)).collect(), most: pairs.len() }),
        correct: pairs,
        open: format!("<matchInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxAssociations=\"{}\">", body.pairs.len()),
        inside: format!("<simpleMatchSet>{left}</simpleMatchSet><simpleMatchSet>{right}</simpleMatchSet>"),
        close: "</matchInteraction>",
        said: Vec::new(),
        answer: body.pairs.iter().map(told).collect::<Vec<_>>().join("; "),
    }
}

fn file(bank: Bank<'_>, item: &Item, parts: &Parts) -> String {
    let (qti, id, stem) = (names::QTI, identifier(item), read(&item.stem));
    let task = match words::task(item) {
        "" => String::new(),
        task => format!(" {}", escaped(task)),
    };
    let Parts { cardinality, base, open, inside, close, .. } = parts;
    let correct: String = parts.correct.iter().map(|value| format!("<value>{value}</value>")).collect();
    let mapping = parts.mapping.as_ref().map(mapping).unwrap_or_default();
    let feedback = if parts.said.is_empty() {
        String::new()
    } else {
        format!("  <outcomeDeclaration identifier=\"CHOSEN\" cardinality=\"{cardinality}\" baseType=\"identifier\"/>\n")
    };
    let (processing, said) = (processing(parts), modal_feedback(bank, item, parts));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="{qti}" identifier="{id}" title="{stem}" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">
    <correctResponse>{correct}</correctResponse>
{mapping}  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="1"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  <outcomeDeclaration identifier="RESULT" cardinality="single" baseType="identifier"><defaultValue><value>wrong</value></defaultValue></outcomeDeclaration>
{feedback}  <itemBody>
    {open}<prompt>{stem}{task}</prompt>{inside}{close}
  </itemBody>
{processing}{said}</assessmentItem>
"#
    )
}

fn mapping(mapping: &Mapping) -> String {
    let entries: String =
        mapping.entries.iter().map(|(key, points)| format!("<mapEntry mapKey=\"{key}\" mappedValue=\"{points}\"/>")).collect();
    format!("    <mapping lowerBound=\"0\" upperBound=\"{}\" defaultValue=\"0\">{entries}</mapping>\n", mapping.most)
}

fn processing(parts: &Parts) -> String {
    const MATCH: &str = r#"<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>"#;
    let set = |name: &str, value: &str| format!("<setOutcomeValue identifier=\"{name}\">{value}</setOutcomeValue>");
    let float = |number: usize| format!("<baseValue baseType=\"float\">{number}</baseValue>");
    let result = |name: &str| set("RESULT", &format!("<baseValue baseType=\"identifier\">{name}</baseValue>"));
    let (whole, by_parts) = match &parts.mapping {
        None => ((set("SCORE", &float(1)), set("SCORE", &float(0))), String::new()),
        Some(mapping) => {
            let points = format!("<divide><mapResponse identifier=\"RESPONSE\"/>{}</divide>", float(mapping.most));
            ((String::new(), String::new()), format!("    {}\n", set("SCORE", &points)))
        }
    };
    let chosen =
        if parts.said.is_empty() { String::new() } else { format!("    {}\n", set("CHOSEN", "<variable identifier=\"RESPONSE\"/>")) };
    format!(
        "  <responseProcessing>\n    <responseCondition><responseIf>{MATCH}{}{}</responseIf><responseElse>{}{}</responseElse></responseCondition>\n{by_parts}{chosen}  </responseProcessing>\n",
        whole.0,
        result("right"),
        whole.1,
        result("wrong")
    )
}

/// What each chosen option really is, and why the right answer is right, whatever was answered.
fn modal_feedback(bank: Bank<'_>, item: &Item, parts: &Parts) -> String {
    let one = |outcome: &str, name: &str, text: &str| {
        format!(
            "  <modalFeedback outcomeIdentifier=\"{outcome}\" identifier=\"{name}\" showHide=\"show\">{}</modalFeedback>\n",
            escaped(text)
        )
    };
    let sources = references(bank.knowledge, &item.cites).iter().map(told).collect::<Vec<_>>().join(" ");
    let why =
        [&*text::plain(&item.rationale), caution(item), &sources].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut out: String = parts.said.iter().map(|(name, text)| one("CHOSEN", name, text)).collect();
    out.push_str(&one("RESULT", "right", &format!("Right. {why}")));
    out.push_str(&one("RESULT", "wrong", &format!("Not right. The answer: {} {why}", text::ended(&parts.answer))));
    out
}

/// A source, as one sentence.
fn told(reference: &words::Reference<'_>) -> String {
    let place = reference.url.map(|url| format!(" {url}")).unwrap_or_default();
    format!("{}: {}{place}.", reference.label, reference.text.trim_end_matches('.'))
}

/// Prose without its links, for XML.
fn read(prose: &str) -> String {
    escaped(&text::plain(prose))
}

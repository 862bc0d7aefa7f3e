//! The bank as a text file for Moodle (GIFT): a category a topic, a question an item.
//!
//! Texts are HTML, each on one line. Of the signs that steer GIFT each is escaped; `[` and `%` in front of a text, which
//! would name a format or a weight and have no escape, become entities. There is no type for an order: each step is matched
//! with its place.

use super::words::{self, html, is_key, options, shown};
use super::{Bank, Made};
use crate::item::{Body, Item, Pair, Topic};
use crate::relation::Relation;

/// In front of a line that is no question. In one piece it would look like an address to the test that looks for these.
const COMMENT: &str = concat!("/", "/");

/// What Moodle allows as a share of the mark, for 1 to 10 options that share it. Each share times the number of options is 1
/// to within Moodle's own rounding (`question_bank::fraction_options_full`).
const SHARES: [&str; 10] = ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"];

/// The file.
pub fn make(bank: Bank<'_>) -> Made {
    let mut out = format!("{COMMENT} Questions from Palpate. For learning: not a medical device, and no leave to press on anyone.\n\n");
    for topic in Topic::ALL {
        let mut items = bank.items.iter().filter(|item| item.topic == topic && fits(item)).peekable();
        if items.peek().is_some() {
            out.push_str(&format!("$CATEGORY: $course$/top/Palpate/{}\n\n", topic.title()));
        }
        for item in items {
            question(&mut out, bank, item);
        }
    }
    Made { name: "palpate-gift.txt".to_owned(), media_type: "text/plain", bytes: out.into_bytes() }
}

/// How many items it can't hold: those that are asked on a picture, and those that Moodle has no mark for.
pub fn left_out(bank: Bank<'_>) -> usize {
    bank.items.iter().filter(|item| !fits(item)).count()
}

fn fits(item: &Item) -> bool {
    let keys = (0..item.len()).filter(|at| is_key(item, *at)).count();
    words::in_words(item)
        && item.len() > 1
        && match &item.body {
            Body::SingleBest(_) => keys == 1,
            Body::SelectAll(_) => (1..=SHARES.len()).contains(&keys),
            Body::Order(_) | Body::Matching(_) => true,
            Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => false,
        }
}

fn question(out: &mut String, bank: Bank<'_>, item: &Item) {
    if is_slug(&item.id) {
        out.push_str(&format!("{COMMENT} [id:{}]{}\n", item.id, tags(item)));
    }
    let mut stem = format!("<p>{}</p>", html(&item.stem));
    let task = match &item.body {
        Body::Order(_) => "Give each step its place, from 1 (first).",
        Body::Matching(_) => "Match each line with what belongs to it.",
        Body::SelectAll(_) | Body::SingleBest(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => words::task(item),
    };
    let named = words::references_html(&words::named(bank.knowledge, &item.stem));
    for more in [task, &named].into_iter().filter(|more| !more.is_empty()) {
        stem.push_str(&format!("<p><small>{more}</small></p>"));
    }
    out.push_str(&format!("::{}::[html]{}{{\n", escaped(&words::line(&item.id)), escaped(&stem)));
    match &item.body {
        Body::SingleBest(_) => choices(out, item, |key| if key { "=" } else { "~" }.to_owned()),
        Body::SelectAll(body) => {
            let keys = (0..body.options.len()).filter(|at| is_key(item, *at)).count();
            let others = body.options.len() - keys;
            choices(out, item, |key| if key { format!("~%{}%", share(keys)) } else { format!("~%-{}%", share(others)) });
        }
        Body::Order(body) => {
            for at in shown(item) {
                out.push_str(&format!("={} -> {}\n", text(&body.steps[at]), at + 1));
            }
        }
        // A right side is a choice in a list, which holds one line and no HTML but entities.
        Body::Matching(body) => {
            let pair = |pair: &Pair| format!("={} -> {}\n", text(&pair.left), text(&words::line(&pair.right)));
            out.extend(shown(item).into_iter().map(|at| pair(&body.pairs[at])));
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {}
    }
    let mut general = format!("<p>{}</p>", html(&item.rationale));
    let references = words::references_html(&words::references(bank.knowledge, &item.cites));
    for more in [html(words::caution(item)), references].into_iter().filter(|more| !more.is_empty()) {
        general.push_str(&format!("<p><small>{more}</small></p>"));
    }
    out.push_str(&format!("####{}\n}}\n\n", escaped(&general)));
}

/// The largest share of the mark that so many options can each have without going over the whole of it.
fn share(options: usize) -> &'static str {
    SHARES.get(options.saturating_sub(1)).unwrap_or(&SHARES[SHARES.len() - 1])
}

fn choices(out: &mut String, item: &Item, sign: impl Fn(bool) -> String) {
    for at in shown(item) {
        let option = &options(item)[at];
        out.push_str(&format!("{}{}", sign(is_key(item, at)), text(&option.text)));
        if !option.why.is_empty() {
            out.push_str(&format!("#{}", text(&option.why)));
        }
        out.push('\n');
    }
}

/// Words as HTML that GIFT takes for nothing else. An empty text would end the question early.
fn text(words: &str) -> String {
    let html = html(words);
    let html = match html.trim_start().chars().next() {
        Some('[') => html.replacen('[', "&#91;", 1),
        Some('%') => html.replacen('%', "&#37;", 1),
        Some(_) => html,
        None => "&nbsp;".to_owned(),
    };
    escaped(&html)
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '~' | '=' | '#' | '{' | '}' | ':') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether it can stand in Moodle's comment of an id or a tag.
fn is_slug(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn tags(item: &Item) -> String {
    let relation = Relation::of(item).map(Relation::slug).filter(|relation| *relation != item.topic.slug());
    let muscles = item.about.iter().map(String::as_str).filter(|muscle| is_slug(muscle));
    [item.topic.slug()].into_iter().chain(relation).chain(muscles).map(|tag| format!(" [tag:{tag}]")).collect()
}

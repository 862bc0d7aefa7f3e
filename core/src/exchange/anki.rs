//! The bank as a text file for Anki: one note an item, of the note type "Basic" that every profile has.
//!
//! The lines with `#` in front tell Anki all that its import dialog would ask. The first column is the note's global id: by
//! it a second import changes notes and leaves their schedule alone, and no field and so no card holds it
//! (`core/tests/exports/anki_engine.py` shows both in Anki's own engine). Fields are HTML on one line: a line end is `<br>`.

use super::words::{self, html, is_key, letter, options, places, shown};
use super::{Bank, Made};
use crate::item::{Body, Item, Topic};
use crate::relation::Relation;

/// What Anki is told before the notes come. Names of decks and tags can't hold every character; those of topics are ours.
const HEAD: &str = "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:4\n#tags column:5\n\
                    #columns:Identity\tFront\tBack\tDeck\tTags\n";

/// The file.
pub fn make(bank: Bank<'_>) -> Made {
    let mut out = HEAD.to_owned();
    for item in bank.items.iter().filter(|item| words::in_words(item)) {
        let cells = [guid(item), front(bank, item), back(bank, item), deck(item.topic).to_owned(), tags(item)];
        let cells = cells.map(|cell| if cell.contains('"') { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell });
        out.push_str(&cells.join("\t"));
        out.push('\n');
    }
    Made { name: "palpate-anki.txt".to_owned(), media_type: "text/plain", bytes: out.into_bytes() }
}

/// How many items it can't hold: those that are asked on a picture.
pub fn left_out(bank: Bank<'_>) -> usize {
    bank.items.iter().filter(|item| !words::in_words(item)).count()
}

/// Never changes for an item, and begins like no comment.
fn guid(item: &Item) -> String {
    format!("palpate:{}", words::line(&item.id))
}

fn deck(topic: Topic) -> &'static str {
    match topic {
        Topic::Attachments => "Palpate::Attachments",
        Topic::Pain => "Palpate::Pain, signs and causes",
        Topic::Technique => "Palpate::Palpation technique",
        Topic::Safety => "Palpate::Safety",
    }
}

/// Separated by spaces, in a tree under `palpate`.
fn tags(item: &Item) -> String {
    let tag = |kind: &str, name: &str| format!("palpate::{kind}::{}", name.replace(|c: char| c.is_whitespace() || c.is_control(), "-"));
    let relation = Relation::of(item).map(|relation| tag("relation", relation.slug()));
    let muscles = item.about.iter().map(|muscle| tag("muscle", muscle));
    [tag("topic", item.topic.slug())].into_iter().chain(relation).chain(muscles).collect::<Vec<_>>().join(" ")
}

/// A list of HTML whose signs are `A`, `B` … or `1`, `2` …
fn list(kind: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.map(|line| format!("<li>{line}</li>")).collect();
    format!("<ol type=\"{kind}\" style=\"text-align: left\">{lines}</ol>")
}

fn small(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p style=\"text-align: left\"><small>{text}</small></p>") }
}

fn front(bank: Bank<'_>, item: &Item) -> String {
    let shown = shown(item);
    let parts = match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) => {
            list("A", shown.iter().filter_map(|at| options(item).get(*at)).map(|option| html(&option.text)))
        }
        Body::Order(body) => list("A", shown.iter().filter_map(|at| body.steps.get(*at)).map(|step| html(step))),
        Body::Matching(body) => {
            let lefts = list("1", body.pairs.iter().map(|pair| html(&pair.left)));
            lefts + &list("A", shown.iter().filter_map(|at| body.pairs.get(*at)).map(|pair| html(&pair.right)))
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => String::new(),
    };
    let named = small(&words::references_html(&words::named(bank.knowledge, &item.stem)));
    format!("<p>{}</p>{}{parts}{named}", html(&item.stem), small(words::task(item)))
}

fn back(bank: Bank<'_>, item: &Item) -> String {
    let shown = shown(item);
    let places = places(&shown);
    let (answer, whys) = match &item.body {
        Body::SingleBest(_) | Body::SelectAll(_) => {
            let of = |keys: bool| {
                let lines = shown.iter().enumerate().filter(move |(_, at)| is_key(item, **at) == keys);
                lines.filter_map(|(place, at)| Some((letter(place), options(item).get(*at)?)))
            };
            let why = |why: &str| if why.is_empty() { String::new() } else { format!(" – {}", html(why)) };
            let keys = of(true).map(|(letter, option)| format!("<b>{letter}. {}</b>{}", html(&option.text), why(&option.why)));
            let others = of(false).map(|(letter, option)| format!("{letter}. {}{}", html(&option.text), why(&option.why)));
            (keys.collect::<Vec<_>>().join("<br>"), others.collect::<Vec<_>>().join("<br>"))
        }
        Body::Order(body) => {
            let letters: Vec<_> = places.iter().map(|place| letter(*place)).collect();
            (format!("<b>{}</b>{}", letters.join(" "), list("1", body.steps.iter().map(|step| html(step)))), String::new())
        }
        Body::Matching(body) => {
            let pairs = body.pairs.iter().zip(&places);
            let lines = pairs.map(|(pair, place)| format!("{} – <b>{}. {}</b>", html(&pair.left), letter(*place), html(&pair.right)));
            (list("1", lines), String::new())
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => (String::new(), String::new()),
    };
    let paragraph = |text: &str| if text.is_empty() { String::new() } else { format!("<p style=\"text-align: left\">{text}</p>") };
    let caution = small(&html(words::caution(item)));
    let sources = small(&words::references_html(&words::references(bank.knowledge, &item.cites)));
    let answer = format!("<div style=\"text-align: left\">{answer}</div>");
    answer + &paragraph(&html(&item.rationale)) + &paragraph(&whys) + &caution + &sources
}

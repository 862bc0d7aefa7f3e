//! Rule: where sources differ, the stem names whose answer is wanted; and some things are never asked at all.

use super::{Flaw, plain_words, shown};
use palpate_core::Knowledge;
use palpate_core::item::{Body, Item};
use palpate_core::knowledge::{Cite, Disagreement};

/// Words by which a stem names a source, our own rule among them.
const NAMING: [&str; 10] = ["source", "sources", "document", "documents", "association", "lecture", "study", "trainer", "we", "our"];

/// What no question asks, with its disagreement: nothing holds it up, or it would advertise.
const NEVER: [(&str, &str, &str); 6] = [
    ("first rib", "B13", "it is a slip for the lowest rib"),
    ("knee pain", "B36", "no text of the documents supports that caption"),
    ("pso rite", "B25", "a claim made for a product is no knowledge"),
    ("psorite", "B25", "a claim made for a product is no knowledge"),
    ("ql claw", "B25", "a claim made for a product is no knowledge"),
    ("podcast", "B25", "an endorsement is no evidence"),
];

/// What may be asked with its source alone, also where no cite tells that it is contested.
const WITH_SOURCE: [(&[&str], &str); 4] = [
    (&["rotation", "rotates", "rotate", "rotator"], "B15"),
    (&["turns the thigh", "turn the thigh", "turning the thigh"], "B15"),
    (&["sweeps from side to side", "horizontal"], "B14"),
    (&["satellite"], "B28"),
];

pub(super) fn flaws(knowledge: &Knowledge, item: &Item) -> Vec<Flaw> {
    let shown = shown(item).iter().map(|text| plain_words(text).join(" ")).collect::<Vec<_>>().join(" . ");
    let shown = format!(" {shown} ");
    let holds = |words: &str| shown.contains(&format!(" {words} "));
    let mut flaws: Vec<Flaw> =
        NEVER.iter().filter(|(words, ..)| holds(words)).map(|(words, card, why)| Flaw::NeverAsk { words, card, why }).collect();
    if names_source(&item.stem) {
        return flaws;
    }
    let by_words = WITH_SOURCE.iter().find(|(phrases, _)| phrases.iter().any(|phrase| holds(phrase)));
    if let Some((_, card)) = by_words {
        flaws.push(Flaw::NoSourceNamed((*card).to_owned()));
    } else if let Some(card) = open_card(knowledge, item) {
        // What is drawn is asked for as it is drawn. There the reason names who says the rest.
        if !(is_of_drawing(item) && names_source(&item.rationale)) {
            flaws.push(Flaw::NoSourceNamed(card.id.clone()));
        }
    }
    flaws
}

/// The first disagreement still open among the cites, by itself or by way of a fact, or behind the claim asked for.
fn open_card<'a>(knowledge: &'a Knowledge, item: &Item) -> Option<&'a Disagreement> {
    let by_cite = item.cites.iter().filter_map(|cite| match cite {
        Cite::Disagreement(_) => cite.disagreement(knowledge),
        Cite::Fact(_) => cite.fact(knowledge)?.correction(knowledge),
        Cite::Source(_) | Cite::OurRule | Cite::Unverified => None,
    });
    let claims = item.asks.iter().filter_map(|asks| Some(knowledge.muscle(&asks.muscle)?.claims_of(asks.kind)));
    let unsettled = claims.flatten().filter(|claim| !claim.settled && is_key(item, claim.answer.as_deref()));
    let by_claim = unsettled.filter_map(|claim| knowledge.disagreements.get(usize::from(claim.disagreement?)));
    by_cite.chain(by_claim).find(|card| card.open)
}

fn is_key(item: &Item, answer: Option<&str>) -> bool {
    answer.is_some_and(|answer| super::options(item).iter().any(|option| option.key && option.text == answer))
}

/// Whether it asks where something lies or what it is, on a picture.
fn is_of_drawing(item: &Item) -> bool {
    item.picture.is_some()
        || match &item.body {
            Body::Locate(_) | Body::Marks(_) => true,
            Body::SingleBest(_) | Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) | Body::Paint(_) => false,
        }
}

/// Whether a text says whose word it is: a document, a reference, "one source", "this trainer".
fn names_source(text: &str) -> bool {
    let coded = |word: &str| {
        let digits = word.strip_prefix('s').or_else(|| word.strip_prefix('r'));
        // S1 to S3 are the documents. Beyond them, S2 and the like could be a level of the sacrum, which no stem here asks for.
        digits.is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()))
    };
    let words = plain_words(text);
    words.iter().any(|word| NAMING.contains(&word.as_str()) || coded(word)) || words.windows(2).any(|pair| pair == ["experts", "disagree"])
}

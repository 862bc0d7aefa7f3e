//! Items on who says what: "According to S1, which of these are causes?"
//!
//! A fact's text is a sentence about its document and would give the answer away, so the short forms stand here, under
//! the facts' stable ids. A fact that is not in the knowledge base is left out. Each item's distractors are other
//! documents' facts that the document in the stem does not state in any form.

use super::{choice, fact_cite, item, select_all};
use crate::Knowledge;
use crate::item::{Choice, Item, Topic};
use crate::knowledge::Cite;

/// A question to one document, with its facts and other documents' facts in short form.
struct Ask {
    id: &'static str,
    document: &'static str,
    stem: &'static str,
    keys: &'static [(&'static str, &'static str)],
    others: &'static [(&'static str, &'static str)],
}

const ASKS: [Ask; 4] = [
    Ask {
        id: "gen-said-s1-causes",
        document: "S1",
        stem: "According to S1, which of these are causes of a troubled iliopsoas? Choose every one.",
        keys: &[
            ("s1-cause-long-sitting", "Long sitting at a desk or in a car"),
            ("s1-cause-step-aerobics", "Step aerobics"),
            ("s1-cause-mountain-climbing", "Mountain climbing"),
        ],
        others: &[("s2-cause-sudden-fall", "A sudden fall"), ("s2-cause-fetal-sleeping", "Sleeping curled up")],
    },
    Ask {
        id: "gen-said-s1-areas",
        document: "S1",
        stem: "According to the text of S1, where can the iliopsoas send pain? Choose every place it names.",
        keys: &[("s1-pain-upper-thigh", "The upper thigh"), ("s1-pain-low-back", "The lower back")],
        others: &[("s2-pain-to-si-joint", "The sacroiliac joint"), ("s2-pain-groin-possible", "The groin")],
    },
    Ask {
        id: "gen-said-s3-areas",
        document: "S3",
        stem: "According to S3, where can psoas trigger points hurt? Choose every place it names.",
        keys: &[("s3-pain-low-back", "The lower back"), ("s3-pain-front-upper-thigh", "The front of the upper thigh")],
        others: &[("s2-pain-to-si-joint", "The sacroiliac joint"), ("s2-pain-groin-possible", "The groin")],
    },
    Ask {
        id: "gen-said-s3-signs",
        document: "S3",
        stem: "According to S3, which signs point to the psoas? Choose every one.",
        keys: &[
            ("s3-standing-after-sitting-sign", "Trouble standing up after long sitting"),
            ("s3-pain-when-straightening", "Pain on straightening up to stand"),
        ],
        others: &[
            ("s2-symptom-bowel-movement", "Pain during a bowel movement"),
            ("s1-pain-situps-running", "Discomfort in sit-ups or running"),
        ],
    },
];

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    ASKS.iter().filter_map(|ask| said(knowledge, ask)).collect()
}

fn said(knowledge: &Knowledge, ask: &Ask) -> Option<Item> {
    let mut cites = Vec::new();
    let mut about: Vec<String> = Vec::new();
    let mut options = |list: &[(&str, &str)]| -> Vec<Choice> {
        let found = list.iter().filter_map(|(id, short)| {
            let cite = fact_cite(knowledge, id)?;
            let fact = cite.fact(knowledge)?;
            cites.push(cite);
            for muscle in &fact.about {
                if !about.contains(muscle) {
                    about.push(muscle.clone());
                }
            }
            let document = &fact.document(knowledge).id;
            Some(choice(*short, format!("{document} says so, under \u{201c}{}\u{201d}.", fact.heading)))
        });
        found.collect()
    };
    let (keys, others) = (options(ask.keys), options(ask.others));
    if keys.len() < 2 || others.is_empty() {
        return None;
    }
    let corrections: Vec<Cite> = cites.iter().filter_map(|cite| cite.fact(knowledge)?.disagreement.map(Cite::Disagreement)).collect();
    let cites = super::with_cites(&[], cites.iter().copied().chain(corrections));
    let named: Vec<String> = keys.iter().map(|key| super::inside(&key.text)).collect();
    let rationale = format!("{} names: {}. The other options come from other documents.", ask.document, named.join(", "));
    let body = select_all(ask.id, keys, others);
    Some(item(ask.id.to_owned(), Topic::Pain, &about, ask.stem.to_owned(), body, rationale, cites))
}

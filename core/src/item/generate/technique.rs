//! Items on technique: the order of a walkthrough, and which way things go on each side.

use super::{choice, fact_cite, item, single_best, with_cites};
use crate::Knowledge;
use crate::item::{Body, Item, Order, Topic};
use crate::knowledge::{Cite, Walkthrough, WalkthroughKind};
use crate::side::Side;
use crate::text;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = Vec::new();
    for walkthrough in &knowledge.walkthroughs {
        let made = match walkthrough.kind {
            WalkthroughKind::Palpation => orders(walkthrough),
            // Its steps come round again at each point; only the places have one order.
            WalkthroughKind::Massage => areas(walkthrough).into_iter().collect(),
        };
        for item in made {
            // Two walkthroughs may begin alike.
            if items.iter().all(|other: &Item| other.body != item.body) {
                items.push(item);
            }
        }
    }
    for turn in &TURNS {
        for side in Side::BOTH {
            items.extend(turned(knowledge, turn, side));
        }
    }
    items
}

/// "Put these steps in order": its first steps, its last ones, and every other one.
fn orders(walkthrough: &Walkthrough) -> Vec<Item> {
    let count = walkthrough.steps.len();
    let mut picks: Vec<(&str, &str, Vec<usize>)> = Vec::new();
    if count <= 5 {
        picks.push(("all", "the steps", (0..count).collect()));
    } else {
        picks.push(("first", "the first steps", (0..4).collect()));
        picks.push(("last", "the last steps", (count - 4..count).collect()));
        if count >= 7 {
            picks.push(("spaced", "these steps", (0..count).step_by(2).take(5).collect()));
        }
    }
    let made = picks.into_iter().filter_map(|(slug, which, places)| {
        let title = |place: &usize| Side::Right.render(&text::plain(&walkthrough.steps[*place].title));
        let steps: Vec<String> = places.iter().map(title).collect();
        let sided = places.iter().any(|place| walkthrough.steps[*place].title.contains('{'));
        let cites = places.iter().filter_map(|place| walkthrough.steps[*place].cites.first().copied());
        let on = if sided { " on the right side" } else { "" };
        let stem = format!("\u{201c}{}\u{201d}{on}: put {which} in order.", walkthrough.title);
        in_order(walkthrough, slug, stem, steps, with_cites(&[], cites))
    });
    made.collect()
}

/// "In which order are the places searched?"
fn areas(walkthrough: &Walkthrough) -> Option<Item> {
    let conducted = || walkthrough.areas.iter().filter(|area| !area.only_if_unrelieved);
    let steps = conducted().map(|area| text::plain(&area.title)).collect();
    let cites = with_cites(&[], conducted().filter_map(|area| area.cites.first().copied()));
    let stem = format!("\u{201c}{}\u{201d}: in which order are the places searched?", walkthrough.title);
    in_order(walkthrough, "areas", stem, steps, cites)
}

/// None with fewer than three steps, or with two that read alike.
fn in_order(walkthrough: &Walkthrough, slug: &str, stem: String, steps: Vec<String>, cites: Vec<Cite>) -> Option<Item> {
    let alike = steps.iter().enumerate().any(|(at, step)| steps[..at].contains(step));
    if steps.len() < 3 || alike || cites.is_empty() {
        return None;
    }
    let id = format!("gen-order-{}-{slug}", walkthrough.id);
    let about = [walkthrough.muscle.clone()];
    let rationale = format!("In order: {}.", steps.join(". "));
    Some(item(id, Topic::Technique, &about, stem, Body::Order(Order { steps }), rationale, cites))
}

/// A direction that mirrors with the side worked on. Patterns hold the tokens of [`crate::side`].
struct Turn {
    slug: &'static str,
    about: &'static str,
    stem: &'static str,
    key: &'static str,
    /// Never right on either side, with what each belongs to.
    distractors: [(&'static str, &'static str); 3],
    why: &'static str,
    facts: &'static [&'static str],
    /// Number of the Part D fact that asks the same, and for which side it does.
    by_hand: Option<(u8, Side)>,
}

const TURNS: [Turn; 4] = [
    Turn {
        slug: "knees",
        about: "psoas-major",
        stem: "You are working on the {SIDE} psoas. To which side do the knees sink?",
        key: "To the {other}",
        distractors: [
            ("To the {side}", "That is the way for the {other} psoas."),
            ("One to each side", "Both knees go together, to the same side."),
            ("To either side, it makes no difference", "It does: away from the muscle you are looking for."),
        ],
        why: "The knees go to the side opposite the muscle: for the {side} psoas, to the {other}.",
        facts: &["s1-ps-03-knees-opposite", "s1-ps-04-example-right"],
        by_hand: Some((8, Side::Right)),
    },
    Turn {
        slug: "outward",
        about: "psoas-major",
        stem: "You are looking for the {SIDE} psoas and start beside the navel. Which way does your hand glide?",
        key: "A little {outward}, away from the midline",
        distractors: [
            ("A little {inward}, across the midline", "That is the way out on the {other} side."),
            ("Straight up, toward the ribs", "The trainer stays at the navel or below it."),
            ("Straight down, onto the groin crease", "Nothing on or below the groin crease."),
        ],
        why: "Outward on the {side} side is {outward}: to the outer edge of the six-pack muscle.",
        facts: &["s1-ps-10-glide-outward"],
        by_hand: None,
    },
    Turn {
        slug: "spine",
        about: "psoas-major",
        stem: "Your fingers have sunk in on the {SIDE} side. Which way do they turn to meet the psoas?",
        key: "{Inward}, toward the spine",
        distractors: [
            ("{Outward}, toward the hip bone", "That is the way to iliacus."),
            ("Up, toward the ribs", "The kidney lies there. Stay at the navel or below it."),
            ("Down, onto the groin crease", "The nerve and vessels of the thigh lie there."),
        ],
        why: "From the {side} side the spine lies {inward}. Turn toward it, and never press in the midline itself.",
        facts: &["s1-ps-16-toward-spine"],
        by_hand: Some((9, Side::Left)),
    },
    Turn {
        slug: "iliacus",
        about: "iliacus",
        stem: "You are looking for the {SIDE} iliacus and start at the navel. Which way do your fingers travel?",
        key: "{Outward}, to the hip bone",
        distractors: [
            ("{Inward}, across the navel", "That leads to the {other} iliacus."),
            ("Up, under the ribs", "The trainer stays at the navel or below it."),
            ("Straight down, onto the groin crease", "Nothing on or below the groin crease."),
        ],
        why: "Iliacus lines the inside of the hip bone: on the {side} side that is {outward}.",
        facts: &["s1-il-04-start-navel", "s1-il-05-move-to-hip-bone"],
        by_hand: None,
    },
];

fn turned(knowledge: &Knowledge, turn: &Turn, side: Side) -> Option<Item> {
    let written = |(fact, on): (u8, Side)| on == side && knowledge.items.iter().any(|item| item.fact == Some(fact));
    if turn.by_hand.is_some_and(written) {
        return None;
    }
    let cites = turn.facts.iter().map(|id| fact_cite(knowledge, id)).collect::<Option<Vec<_>>>()?;
    let mirror = knowledge.disagreements.iter().position(|disagreement| disagreement.id == "B21");
    let mirror = mirror.and_then(|at| u16::try_from(at).ok()).map(Cite::Disagreement);
    let words = |pattern: &str| {
        let pattern = pattern
            .replace("{SIDE}", &side.word().to_uppercase())
            .replace("{Outward}", &crate::text::capitalised(&side.render("{outward}")))
            .replace("{Inward}", &crate::text::capitalised(&side.render("{inward}")));
        side.render(&pattern)
    };
    let id = format!("gen-side-{}-{}", turn.slug, side.word());
    let distractors = turn.distractors.iter().map(|(text, why)| choice(words(text), words(why))).collect();
    let body = single_best(&id, choice(words(turn.key), words(turn.why)), distractors);
    let about = [turn.about.to_owned()];
    let cites = with_cites(&cites, mirror);
    let rationale = format!("{} The other side is the mirror image.", words(turn.why));
    Some(item(id, Topic::Technique, &about, words(turn.stem), body, rationale, cites))
}

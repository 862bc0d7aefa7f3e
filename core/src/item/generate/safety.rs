//! Safety items: how soon a sign wants care, what to do when something is felt, and what closes the gate.
//!
//! A distractor is never an option that would be safe as well: where the content itself names two levels, or leaves a
//! choice, there is no item.

use super::{choice, fact_cite, first_sentence, item, select_all, single_best, with_cites};
use crate::Knowledge;
use crate::item::{Choice, Item, Topic};
use crate::knowledge::{Cite, Listed, RedFlag, StopAction, StopReason, Urgency};
use crate::text;

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let safety = &knowledge.safety;
    let mut items: Vec<Item> = safety.red_flags.iter().filter_map(how_soon).collect();
    items.extend(safety.stop.iter().filter_map(|reason| what_now(knowledge, reason)));
    items.extend(gate(knowledge));
    items.extend(listed(
        knowledge,
        "gen-ask-first",
        &ASK_FIRST,
        "A clinician who knows you can say whether it is safe.",
        "These are on the list of what to ask a clinician about first. The others are everyday habits.",
        &safety.clinician_first,
    ));
    items.extend(listed(
        knowledge,
        "gen-not-today",
        &NOT_TODAY,
        "It passes. Wait until it has.",
        "These are on the list of reasons to wait. The others are everyday habits.",
        &safety.postpone,
    ));
    items
}

/// Stems for the groups of each list; a group beyond them has no item, for no two stems may be alike.
const GATE: [&str; 4] = [
    "A yes to which of these closes the hands-on part for today? Choose every one.",
    "Which of these does the safety gate ask before any hands-on step? Choose every one.",
    "Which yes leaves you reading and the quiz only? Choose every one.",
    "Which of these questions need a plain no before you begin? Choose every one.",
];
const ASK_FIRST: [&str; 4] = [
    "Which of these mean that you ask a clinician before any hands-on work? Choose every one.",
    "The gate is clear. Which of these still want a clinician's word first? Choose every one.",
    "Which of these do you talk over with a clinician before you start? Choose every one.",
    "Who checks with a clinician before the first session? Choose every one.",
];
const NOT_TODAY: [&str; 3] = [
    "Which of these mean that you leave it for today? Choose every one.",
    "Which of these are reasons to wait for another day? Choose every one.",
    "When do you put a session off? Choose every one.",
];

/// "What do you do?": how soon to get help.
fn how_soon(flag: &RedFlag) -> Option<Item> {
    let signs = text::plain(&flag.signs);
    // Signs that may also be of another level have no single answer.
    if signs.contains("emergency") || signs.contains("same day") || flag.cites.is_empty() {
        return None;
    }
    let id = format!("gen-red-flag-{}", flag.id);
    // Getting help sooner is never wrong, so a faster level is never an option: every distractor does less than the key.
    let mut distractors: Vec<Choice> = Urgency::ALL
        .into_iter()
        .filter(|level| *level > flag.level)
        .map(|level| choice(level.advice(), "Too slow for these signs."))
        .collect();
    distractors.push(choice("Carry on with slow strokes", "That is for a familiar ache that eases. Never with these signs."));
    distractors.push(choice("Wait and see whether it passes", "Waiting is for a dull soreness after a session. Not with these signs."));
    distractors.push(choice("Stretch the hip first", "That is for a plain stiff hip. Not with these signs."));
    distractors.truncate(3);
    let body = single_best(&id, choice(flag.level.advice(), "That is how soon these signs want care."), distractors);
    let stem = format!("{}. What do you do?", first_sentence(&signs));
    let sooner = if flag.level == Urgency::Emergency { "" } else { " If it gets worse or you are in doubt, get help sooner." };
    let rationale = format!("{} {}{sooner}", flag.signs, flag.think);
    Some(item(id, Topic::Safety, &["iliopsoas".to_owned()], stem, body, rationale, flag.cites.clone()))
}

/// What to do, as an option with its reason, for the levels that are plain.
fn action(action: StopAction) -> Option<Choice> {
    match action {
        // What to do then differs from reason to reason; those have hand-written items.
        StopAction::EaseOff => None,
        StopAction::End => Some(choice("Hands off, and end the session for today", "The session is over, whatever comes next.")),
        StopAction::SameDay => Some(choice("Hands off, and get medical help today", "It wants care today, and no more pressing.")),
        StopAction::Emergency => Some(choice("Hands off, and call the emergency number now", "It cannot wait.")),
    }
}

/// "You press Stop and choose …. What now?" Every distractor does less than the key asks for.
fn what_now(knowledge: &Knowledge, reason: &StopReason) -> Option<Item> {
    let key = action(reason.action)?;
    if reason.cites.is_empty() {
        return None;
    }
    let id = format!("gen-stop-{}", reason.id);
    let instead = |action: StopAction| {
        let other = knowledge.safety.stop.iter().find(|other| other.action == action);
        other.map_or_else(String::new, |other| format!("That is for \u{201c}{}\u{201d}. ", other.feel))
    };
    let too_little = "That does too little for what you feel.";
    let mut distractors = Vec::new();
    match reason.action {
        StopAction::EaseOff | StopAction::End => {}
        StopAction::SameDay => {
            distractors.push(choice("Hands off, and see how it is next week", too_little));
        }
        StopAction::Emergency => {
            let why = format!("{}This cannot wait.", instead(StopAction::SameDay));
            distractors.push(choice("Hands off, and ask a doctor later today", why));
            distractors.push(choice("Hands off, and see how it is next week", too_little));
        }
    }
    let eased = format!("{}Here the session is over.", instead(StopAction::EaseOff));
    distractors.push(choice("Move outward once, then go on", eased));
    distractors.push(choice("Hold still and press until it fades", "Only a mild, familiar ache may fade under your hand."));
    distractors
        .push(choice("Finish the strokes for this point first", "Strokes are for a plain tender point. Stop comes before any count."));
    distractors.truncate(3);
    let body = single_best(&id, key, distractors);
    let stem = format!("You press Stop and choose \u{201c}{}\u{201d}. What now?", reason.feel);
    let rationale = format!("{} {}", reason.why, reason.now.join(" "));
    Some(item(id, Topic::Safety, &["iliopsoas".to_owned()], stem, body, rationale, reason.cites.clone()))
}

/// Habits that a document lists as causes and that are on no list of reasons to stay away: as a question, as a sentence.
const HARMLESS: [(&str, &str, &str); 6] = [
    ("s1-cause-long-sitting", "Do you sit at a desk or in a car for hours?", "You sit at a desk for hours."),
    ("s1-cause-running", "Do you go running?", "You go running."),
    ("s1-cause-step-aerobics", "Do you do step aerobics?", "You do step aerobics."),
    ("s1-cause-mountain-climbing", "Do you climb mountains?", "You climb mountains."),
    ("s2-cause-fetal-sleeping", "Do you sleep curled up?", "You sleep curled up."),
    ("s2-cause-situps", "Do you do sit-ups?", "You do sit-ups."),
];

/// `count` harmless options, from a place in the list on; `pick` takes the question or the sentence.
fn harmless(
    knowledge: &Knowledge,
    from: usize,
    count: usize,
    pick: fn(&(&str, &'static str, &'static str)) -> &'static str,
) -> Vec<(Choice, Cite)> {
    let found: Vec<(Choice, Cite)> = HARMLESS
        .iter()
        .filter_map(|entry| {
            let cite = fact_cite(knowledge, entry.0)?;
            let document = &cite.fact(knowledge)?.document(knowledge).id;
            let why = format!("{document} lists it as a possible cause. It is no reason to stay away.");
            Some((choice(pick(entry), why), cite))
        })
        .collect();
    let all = found.len();
    found.into_iter().cycle().skip(from % all.max(1)).take(count.min(all)).collect()
}

/// The gate's questions in groups, among habits that close nothing.
fn gate(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, (group, stem)) in in_groups(&knowledge.safety.gate).into_iter().zip(GATE).enumerate() {
        let (others, fact_cites): (Vec<_>, Vec<_>) = harmless(knowledge, at * 2, 2, |entry| entry.1).into_iter().unzip();
        if others.len() < 2 || group.iter().any(|question| question.cites.is_empty()) {
            continue;
        }
        let id = format!("gen-gate-{}", group[0].id);
        let keys = group.iter().map(|question| choice(&question.question, &question.reason)).collect();
        let cites = group.iter().flat_map(|question| question.cites.iter().copied()).chain(fact_cites);
        let rationale = "A yes or a not sure to any gate question closes the hands-on part for the day. Reading and the quiz stay open.";
        let body = select_all(&id, keys, others);
        let cites = with_cites(&[], cites);
        items.push(item(id, Topic::Safety, &["iliopsoas".to_owned()], stem.to_owned(), body, rationale.to_owned(), cites));
    }
    items
}

/// The entries of a list in groups, among habits that are on no list.
fn listed(knowledge: &Knowledge, slug: &str, stems: &[&str], short: &str, rationale: &str, list: &[Listed]) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, (group, stem)) in in_groups(list).into_iter().zip(stems).enumerate() {
        let (others, fact_cites): (Vec<_>, Vec<_>) = harmless(knowledge, at * 2 + 1, 2, |entry| entry.2).into_iter().unzip();
        if others.len() < 2 || group.iter().any(|entry| entry.cites.is_empty()) {
            continue;
        }
        let id = format!("{slug}-{}", group[0].id);
        let sentence = |entry: &Listed| format!("{}.", first_sentence(&text::plain(&entry.text)));
        let why = |entry: &Listed| {
            let rest = entry.text.split_once(". ").map(|(_, rest)| rest.to_owned());
            rest.unwrap_or_else(|| short.to_owned())
        };
        let keys = group.iter().map(|entry| choice(sentence(entry), why(entry))).collect();
        let cites = group.iter().flat_map(|entry| entry.cites.iter().copied()).chain(fact_cites);
        let body = select_all(&id, keys, others);
        let cites = with_cites(&[], cites);
        items.push(item(id, Topic::Safety, &["iliopsoas".to_owned()], (*stem).to_owned(), body, rationale.to_owned(), cites));
    }
    items
}

/// A list in groups of three, the last one of three to five.
fn in_groups<T>(list: &[T]) -> Vec<&[T]> {
    let count = (list.len() / 3).max(1);
    let mut groups = Vec::new();
    for at in 0..count {
        let end = if at + 1 == count { list.len() } else { (at + 1) * 3 };
        if at * 3 < end {
            groups.push(&list[at * 3..end]);
        }
    }
    groups
}

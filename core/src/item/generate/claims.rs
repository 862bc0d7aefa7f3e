//! Items from typed claims: which place, nerve, vessel or action a muscle has, and the other way round.

use super::words::{self, Words};
use super::{choice, first_sentence, inside, item, single_best, spread, with_cites};
use crate::Knowledge;
use crate::item::{Asks, Body, Choice, Item, Matching, Pair, Topic};
use crate::knowledge::{Claim, ClaimKind, Landmark, Muscle};
use crate::relation::Relation;

/// How one kind of claim is asked for. `{m}` is the muscle inside a sentence, `{M}` at its start, `{a}` the answer.
struct Form {
    kind: ClaimKind,
    slug: &'static str,
    ask: &'static str,
    ask_back: &'static str,
    belongs: &'static str,
    /// What another muscle has, as the reason against it.
    other: &'static str,
    pair: &'static str,
}

const FORMS: [Form; 5] = [
    Form {
        kind: ClaimKind::Origin,
        slug: "origin",
        ask: "Where does {m} start (its origin)?",
        ask_back: "Which muscle starts here: {a}?",
        belongs: "That is where {m} starts.",
        other: "{M} starts here: {a}.",
        pair: "Match each muscle with where it starts (origin).",
    },
    Form {
        kind: ClaimKind::Insertion,
        slug: "insertion",
        ask: "Where does {m} end (its insertion)?",
        ask_back: "Which muscle ends here: {a}?",
        belongs: "That is where {m} ends.",
        other: "{M} ends here: {a}.",
        pair: "Match each muscle with where it ends (insertion).",
    },
    Form {
        kind: ClaimKind::Innervation,
        slug: "nerve",
        ask: "Which nerve supply does {m} have?",
        ask_back: "Which muscle do these nerves serve: {a}?",
        belongs: "That is the nerve supply of {m}.",
        other: "{M} has this one: {a}.",
        pair: "Match each muscle with its nerves (innervation).",
    },
    Form {
        kind: ClaimKind::BloodSupply,
        slug: "blood",
        ask: "Which blood supply does {m} have?",
        ask_back: "Which muscle do all of these vessels feed: {a}?",
        belongs: "That is the blood supply of {m}.",
        other: "{M} has this one: {a}.",
        pair: "Match each muscle with its blood supply.",
    },
    Form {
        kind: ClaimKind::Action,
        slug: "action",
        ask: "What does {m} do?",
        ask_back: "Which muscle works like this: {a}?",
        belongs: "That is what {m} does.",
        other: "{M} does this: {a}.",
        pair: "Match each muscle with what it does (action).",
    },
];

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let mut items = Vec::new();
    for form in &FORMS {
        for muscle in single_muscles(knowledge) {
            for (at, (claim, answer)) in keys(muscle, form.kind).enumerate() {
                let tail = if at == 0 { muscle.id.clone() } else { claim.id.clone() };
                items.extend(ask(knowledge, form, muscle, claim, answer, &tail));
                items.extend(ask_back(knowledge, form, muscle, claim, answer, &tail));
            }
        }
        items.extend(pairs(knowledge, form));
    }
    items
}

/// The muscles that are not groups of others.
fn single_muscles(knowledge: &Knowledge) -> impl Iterator<Item = &Muscle> {
    let is_group = |muscle: &Muscle| knowledge.muscles.iter().any(|other| other.group.as_deref() == Some(muscle.id.as_str()));
    knowledge.muscles.iter().filter(move |muscle| !is_group(muscle))
}

fn siblings<'a>(knowledge: &'a Knowledge, muscle: &'a Muscle) -> impl Iterator<Item = &'a Muscle> {
    single_muscles(knowledge).filter(|other| other.id != muscle.id)
}

/// What may be a key: settled, with a short answer and a source.
fn keys(muscle: &Muscle, kind: ClaimKind) -> impl Iterator<Item = (&Claim, &str)> {
    muscle
        .claims_of(kind)
        .filter(|claim| claim.settled && !claim.cites.is_empty())
        .filter_map(|claim| claim.answer.as_deref().map(|answer| (claim, answer)))
}

fn fill(pattern: &str, muscle: &Muscle, answer: &str) -> String {
    pattern.replace("{m}", &inside(&muscle.name)).replace("{M}", &muscle.name).replace("{a}", &inside(answer))
}

/// Everything said of a muscle under one kind, disputed or not, as telling words.
fn said(muscle: &Muscle, kind: ClaimKind) -> Words {
    muscle.claims_of(kind).flat_map(|claim| claim.answer.iter().chain([&claim.text]).flat_map(|text| words::telling(text))).collect()
}

/// Whether an answer that belongs to another muscle might be held true, even in part, of this one.
fn might_be_true(muscle: &Muscle, kind: ClaimKind, answer: &str) -> bool {
    let (answer, said) = (words::telling(answer), said(muscle, kind));
    if kind == ClaimKind::Innervation {
        // Neighbouring muscles share spinal levels; only a part or the whole of the truth misleads.
        let holds_key =
            muscle.claims_of(kind).filter_map(|claim| claim.answer.as_deref()).any(|key| words::telling(key).is_subset(&answer));
        answer.is_subset(&said) || holds_key
    } else {
        answer.is_empty() || !answer.is_disjoint(&said)
    }
}

/// "Where does psoas major start?"
fn ask(knowledge: &Knowledge, form: &Form, muscle: &Muscle, claim: &Claim, answer: &str, tail: &str) -> Option<Item> {
    let asks = Asks { muscle: muscle.id.clone(), kind: form.kind };
    let by_hand = |other: &Item| other.asks.as_ref() == Some(&asks) && matches!(other.body, Body::SingleBest(_));
    if knowledge.items.iter().any(by_hand) {
        return None;
    }
    let id = format!("gen-{}-of-{tail}", form.slug);
    let mut distractors = Vec::new();
    let mut chosen = vec![words::telling(answer)];
    let mut cites = claim.cites.clone();
    for sibling in siblings(knowledge, muscle) {
        for (other, text) in keys(sibling, form.kind).take(1) {
            let words = words::telling(text);
            let alike = chosen.iter().any(|known| words.is_subset(known) || known.is_subset(&words));
            if !alike && !might_be_true(muscle, form.kind, text) {
                distractors.push(choice(text, belongs(knowledge, form, sibling, text)));
                chosen.push(words);
                cites = with_cites(&cites, other.cites.first().copied());
            }
        }
    }
    if matches!(form.kind, ClaimKind::Origin | ClaimKind::Insertion) {
        let fitting: Vec<&Landmark> =
            knowledge.landmarks.iter().filter(|landmark| is_elsewhere(muscle, form.kind, landmark, &chosen)).collect();
        let missing = 3usize.saturating_sub(distractors.len());
        let start = spread(&id) % fitting.len().max(1);
        for landmark in fitting.iter().cycle().skip(start).take(missing.min(fitting.len())) {
            distractors.push(landmark_choice(landmark));
            cites = with_cites(&cites, landmark.cites.first().copied());
        }
    }
    if distractors.len() < 3 {
        return None;
    }
    distractors.truncate(3);
    let key = choice(answer, belongs(knowledge, form, muscle, answer));
    let body = single_best(&id, key, distractors);
    let stem = fill(form.ask, muscle, answer);
    let about = [muscle.id.clone()];
    let mut made = item(id, Topic::Attachments, &about, stem, body, claim.text.clone(), cites);
    made.relation = Relation::of_claim(form.kind);
    made.asks = Some(asks);
    Some(made)
}

/// "That is where iliacus ends. Psoas major too."
fn belongs(knowledge: &Knowledge, form: &Form, owner: &Muscle, answer: &str) -> String {
    let told = words::telling(answer);
    let mut why = fill(form.belongs, owner, answer);
    for sibling in siblings(knowledge, owner) {
        if keys(sibling, form.kind).any(|(_, text)| words::telling(text) == told) {
            why.push_str(&format!(" {} too.", sibling.name));
        }
    }
    why
}

/// Whether a landmark is a place on bone that nothing said of the muscle, and no option yet, comes near.
fn is_elsewhere(muscle: &Muscle, kind: ClaimKind, landmark: &Landmark, chosen: &[Words]) -> bool {
    const BONY: [&str; 6] = ["bone", "crest", "trochanter", "rib", "spine", "pubic"];
    let names = || landmark.name.split(['(', ')']).chain(landmark.aliases.iter().map(String::as_str));
    let bony = names().any(|name| name.split([' ', '-', '(', ')']).any(|word| BONY.contains(&word)));
    let said: Words =
        muscle.claims_of(kind).flat_map(|claim| claim.answer.iter().chain([&claim.text]).flat_map(|text| words::all(text))).collect();
    let near = |name: &str| {
        let all = words::all(name);
        let telling = words::telling(name);
        let is_option = |words: &Words| !telling.is_disjoint(words) && telling.is_subset(words);
        (!all.is_empty() && all.is_subset(&said)) || chosen.iter().any(is_option)
    };
    // "Halfway from here to there" is no place that a muscle could hold on to.
    let is_one_place = !landmark.name.contains(" to ");
    bony && is_one_place && !names().any(near)
}

fn landmark_choice(landmark: &Landmark) -> Choice {
    let plain = crate::text::plain(&landmark.text);
    choice(&landmark.name, format!("A landmark: {}.", inside(first_sentence(&plain))))
}

/// "Which muscle starts here: …?"
fn ask_back(knowledge: &Knowledge, form: &Form, muscle: &Muscle, claim: &Claim, answer: &str, tail: &str) -> Option<Item> {
    let told = words::telling(answer);
    let mut distractors = Vec::new();
    let mut cites = claim.cites.clone();
    for sibling in siblings(knowledge, muscle) {
        let theirs = said(sibling, form.kind);
        // Nothing known of it, or the same is true of it: the question would have no single answer.
        if theirs.is_empty() || told.is_subset(&theirs) {
            return None;
        }
        let why = match keys(sibling, form.kind).next() {
            Some((other, text)) => {
                cites = with_cites(&cites, other.cites.first().copied());
                fill(form.other, sibling, text)
            }
            None => format!("No source that was checked says this of {}.", inside(&sibling.name)),
        };
        distractors.push(choice(&sibling.name, why));
    }
    if distractors.len() < 3 {
        return None;
    }
    let id = format!("gen-{}-to-{tail}", form.slug);
    distractors.truncate(3);
    let body = single_best(&id, choice(&muscle.name, fill(form.belongs, muscle, answer)), distractors);
    let stem = fill(form.ask_back, muscle, answer);
    let about = [muscle.id.clone()];
    let mut made = item(id, Topic::Attachments, &about, stem, body, claim.text.clone(), cites);
    made.relation = Relation::of_claim(form.kind);
    made.asks = Some(Asks { muscle: muscle.id.clone(), kind: form.kind });
    Some(made)
}

/// "Match each muscle with where it starts."
fn pairs(knowledge: &Knowledge, form: &Form) -> Option<Item> {
    let mut pairs: Vec<Pair> = Vec::new();
    let (mut about, mut cites, mut rationale) = (Vec::new(), Vec::new(), Vec::new());
    let mut known: Vec<Words> = Vec::new();
    for muscle in single_muscles(knowledge) {
        let Some((claim, answer)) = keys(muscle, form.kind).next() else { continue };
        let words = words::telling(answer);
        if known.contains(&words) {
            continue;
        }
        pairs.push(Pair { left: muscle.name.clone(), right: answer.to_owned() });
        rationale.push(format!("{}: {}", muscle.name, claim.text));
        about.push(muscle.id.clone());
        cites = with_cites(&cites, claim.cites.iter().copied());
        known.push(words);
    }
    if pairs.len() < 3 || knowledge.items.iter().any(|written| asks_the_same(written, &pairs)) {
        return None;
    }
    let id = format!("gen-match-{}", form.slug);
    let body = Body::Matching(Matching { pairs });
    let made = item(id, Topic::Attachments, &about, form.pair.to_owned(), body, rationale.join(" "), cites);
    Some(Item { relation: Relation::of_claim(form.kind), ..made })
}

/// Whether a hand-written item matches the same muscles with much the same answers.
fn asks_the_same(written: &Item, pairs: &[Pair]) -> bool {
    let Body::Matching(body) = &written.body else { return false };
    let alike = |pair: &&Pair| {
        let words = words::telling(&pair.right);
        let same = |other: &Pair| {
            let theirs = words::telling(&other.right);
            other.left == pair.left && 2 * words.intersection(&theirs).count() >= words.len().max(theirs.len())
        };
        body.pairs.iter().any(same)
    };
    pairs.iter().filter(alike).count() >= 2
}

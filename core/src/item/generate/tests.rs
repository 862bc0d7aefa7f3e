//! The rules that every generated item keeps.

use super::sample::{claim, knowledge};
use super::*;
use crate::item::{Body, SelectAll};
use crate::knowledge::ClaimKind;

fn find<'a>(items: &'a [Item], id: &str) -> Option<&'a Item> {
    items.iter().find(|item| item.id == id)
}

fn options(item: &Item) -> (Vec<&str>, &str) {
    match &item.body {
        Body::SingleBest(body) => {
            (body.options.iter().map(|option| option.text.as_str()).collect(), body.options[usize::from(body.key)].text.as_str())
        }
        Body::SelectAll(_) | Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {
            panic!("{} is not single best", item.id)
        }
    }
}

fn asks(muscle: &str, kind: ClaimKind) -> Asks {
    Asks { muscle: muscle.to_owned(), kind }
}

#[test]
fn the_bank_is_the_same_each_time_and_ids_are_unique() {
    let knowledge = knowledge();
    let items = bank(&knowledge);
    assert_eq!(items, bank(&knowledge));
    for (at, item) in items.iter().enumerate() {
        assert!(items[..at].iter().all(|other| other.id != item.id && other.stem != item.stem), "{}", item.id);
        assert!(!item.cites.is_empty() && !item.rationale.is_empty(), "{}", item.id);
    }
}

#[test]
fn an_insertion_shared_by_two_muscles_is_never_a_distractor() {
    let items = bank(&knowledge());
    let item = find(&items, "gen-insertion-of-psoas-major").expect("made");
    let (texts, key) = options(item);
    assert_eq!(key, "Lesser trochanter");
    assert!(!texts.contains(&"Lesser trochanter of the femur"));
    assert!(!texts.iter().any(|text| text.contains("lesser trochanter")));
    assert_eq!(texts.len(), 4);
}

#[test]
fn part_of_the_truth_is_never_a_distractor() {
    let items = bank(&knowledge());
    // Bodies T12 and L1 lie inside T12–L5, so psoas minor's origin stays out of psoas major's question.
    let (texts, _) = options(find(&items, "gen-origin-of-psoas-major").expect("made"));
    assert!(!texts.contains(&"Bodies T12 and L1"));
    // And the other way round there would be two right muscles.
    assert!(find(&items, "gen-origin-to-psoas-minor").is_none());
    assert!(find(&items, "gen-origin-to-psoas-major").is_some());
    assert!(find(&items, "gen-insertion-to-psoas-major").is_none());
    assert!(find(&items, "gen-insertion-to-quadratus-lumborum").is_some());
}

#[test]
fn disputed_claims_are_neither_key_nor_distractor() {
    let mut knowledge = knowledge();
    for muscle in &mut knowledge.muscles {
        for claim in &mut muscle.claims {
            claim.settled &= muscle.id != "quadratus-lumborum";
        }
    }
    for item in bank(&knowledge).iter().filter(|item| item.topic == Topic::Attachments) {
        let texts = match &item.body {
            Body::SingleBest(body) => body.options.iter().map(|option| option.text.clone()).collect::<Vec<_>>(),
            Body::Matching(body) => body.pairs.iter().map(|pair| pair.right.clone()).collect(),
            Body::SelectAll(_) | Body::Order(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => Vec::new(),
        };
        for disputed in ["Iliac crest", "12th rib", "Side-bending"] {
            assert!(!texts.iter().any(|text| text == disputed), "{}: {disputed}", item.id);
        }
    }
}

#[test]
fn a_question_asked_by_hand_is_not_made_again() {
    let mut knowledge = knowledge();
    let made = bank(&knowledge);
    let mut by_hand = find(&made, "gen-insertion-of-psoas-major").expect("made").clone();
    by_hand.id = "by-hand".to_owned();
    by_hand.stem = "Where does it end?".to_owned();
    knowledge.items.push(by_hand);
    let items = bank(&knowledge);
    assert_eq!(items[0].id, "by-hand");
    assert!(find(&items, "gen-insertion-of-psoas-major").is_none());
}

#[test]
fn truth_is_read_from_answers_and_texts() {
    let mut knowledge = knowledge();
    knowledge.muscles[1].claims.push(claim("extra", ClaimKind::Origin, "Discs"));
    let origin = asks("psoas-major", ClaimKind::Origin);
    assert!(true_of(&knowledge, &origin, "bodies T12-L5"));
    assert!(true_of(&knowledge, &origin, "[[disc|Discs]]."));
    assert!(true_of(&knowledge, &origin, "It is discs"));
    assert!(!true_of(&knowledge, &origin, "Iliac fossa"));
    assert!(!true_of(&knowledge, &asks("psoas-major", ClaimKind::Insertion), "Discs"));
    assert!(!true_of(&knowledge, &asks("nobody", ClaimKind::Origin), "Discs"));
    assert!(!true_of(&knowledge, &origin, "…"));
}

#[test]
fn a_second_claim_of_a_kind_has_its_own_id_and_is_no_distractor_of_the_first() {
    let mut knowledge = knowledge();
    knowledge.muscles[1].claims.push(claim("psoas-discs", ClaimKind::Origin, "Discs"));
    let items = bank(&knowledge);
    assert!(find(&items, "gen-origin-to-psoas-discs").is_some());
    let (texts, _) = options(find(&items, "gen-origin-of-psoas-major").expect("made"));
    assert!(!texts.contains(&"Discs"));
}

#[test]
fn red_flags_that_name_two_levels_have_no_item() {
    let items = bank(&knowledge());
    assert!(find(&items, "gen-red-flag-clot").is_none());
    let (texts, key) = options(find(&items, "gen-red-flag-pus").expect("made"));
    assert_eq!(key, "Get medical help today");
    assert_eq!(texts.len(), 4);
}

#[test]
fn red_flag_items_offer_no_level_sooner_than_the_key() {
    use crate::knowledge::Urgency;
    let items = bank(&knowledge());
    for (id, level) in
        [("gen-red-flag-burst", Urgency::Emergency), ("gen-red-flag-pus", Urgency::SameDay), ("gen-red-flag-growth", Urgency::Soon)]
    {
        let (texts, key) = options(find(&items, id).expect("made"));
        assert_eq!((texts.len(), key), (4, level.advice()));
        for sooner in Urgency::ALL.into_iter().filter(|other| *other < level) {
            assert!(!texts.contains(&sooner.advice()), "{id}");
        }
    }
}

#[test]
fn stop_items_offer_nothing_safer_than_the_key() {
    let items = bank(&knowledge());
    assert!(find(&items, "gen-stop-pulse").is_none());
    let (texts, key) = options(find(&items, "gen-stop-lump").expect("made"));
    assert_eq!(key, "Hands off, and end the session for today");
    assert!(!texts.iter().any(|text| text.contains("help") || text.contains("emergency")));
    let (texts, _) = options(find(&items, "gen-stop-rebound").expect("made"));
    assert!(!texts.iter().any(|text| text.contains("emergency") || text.contains("end the session")));
    assert!(options(find(&items, "gen-stop-collapse").expect("made")).1.contains("emergency number"));
}

#[test]
fn side_items_mirror() {
    let items = bank(&knowledge());
    let key = |id: &str| options(find(&items, id).expect(id)).1.to_owned();
    assert_eq!(key("gen-side-knees-left"), "To the right");
    assert_eq!(key("gen-side-knees-right"), "To the left");
    assert_eq!(key("gen-side-outward-left"), "A little to your left, away from the midline");
    assert_eq!(key("gen-side-spine-left"), "To your right, toward the spine");
    let stem = &find(&items, "gen-side-knees-left").expect("made").stem;
    assert_eq!(stem, "You are working on the LEFT psoas. To which side do the knees sink?");
    // Its facts are not in this knowledge base.
    assert!(find(&items, "gen-side-iliacus-left").is_none());
    assert!(!items.iter().any(|item| format!("{item:?}").contains('{') && format!("{:?}", item.stem).contains('{')));
}

#[test]
fn steps_are_put_in_their_own_order_for_a_side() {
    let items = bank(&knowledge());
    let item = find(&items, "gen-order-psoas-palpation-first").expect("made");
    assert_eq!(item.stem, "“Finding psoas major” on the right side: put the first steps in order.");
    let Body::Order(body) = &item.body else { panic!("not an order") };
    assert_eq!(body.steps, ["Lie down", "Knees up", "Knees to the left", "Sink"]);
}

#[test]
fn gate_items_mix_reasons_with_habits() {
    let items = bank(&knowledge());
    let item = find(&items, "gen-gate-a").expect("made");
    let Body::SelectAll(SelectAll { options, keys }) = &item.body else { panic!("not select all") };
    assert_eq!((options.len(), keys.len()), (6, 4));
    for (at, option) in (0u8..).zip(options) {
        assert_eq!(keys.contains(&at), option.text.starts_with("Do you have"), "{}", option.text);
    }
    assert!(find(&items, "gen-ask-first-coil").is_some());
}

#[test]
fn an_empty_knowledge_base_has_an_empty_bank() {
    assert!(bank(&Knowledge::default()).is_empty());
}

#[test]
fn words_fit_inside_a_sentence() {
    assert_eq!(inside("Psoas major"), "psoas major");
    assert_eq!(inside("L1 to L3"), "L1 to L3");
    assert_eq!(inside("ASIS"), "ASIS");
    assert_eq!(first_sentence("One. Two."), "One");
    assert_eq!(first_sentence("One."), "One");
}

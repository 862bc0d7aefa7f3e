//! Grading: what is right is right in every type, and nothing else is.

use super::*;
use proptest::prelude::*;

fn choices(count: usize) -> Vec<Choice> {
    (0..count).map(|at| Choice { text: format!("option {at}"), why: format!("why {at}") }).collect()
}

fn item(body: Body) -> Item {
    Item {
        id: "one".to_owned(),
        topic: Topic::Safety,
        relation: None,
        about: Vec::new(),
        stem: "Which?".to_owned(),
        picture: None,
        body,
        rationale: "Because.".to_owned(),
        cites: vec![Cite::OurRule],
        asks: None,
        fact: None,
    }
}

fn id() -> String {
    "one".to_owned()
}

/// Whether every part is right exactly when the whole is, and there is a part for each thing shown.
fn sound(item: &Item, grade: &Grade) -> bool {
    grade.parts.len() == item.len() && grade.right == grade.parts.iter().all(|part| *part)
}

proptest! {
    #[test]
    fn single_best_is_right_for_the_key_alone(count in 2usize..9, key in 0u8..9, chosen: u8) {
        let key = key % count as u8;
        let item = item(Body::SingleBest(SingleBest { options: choices(count), key }));
        let grade = item.grade(&Attempt::SingleBest { item: id(), chosen }).expect("same type");
        prop_assert!(sound(&item, &grade));
        prop_assert_eq!(grade.right, chosen == key);
    }

    #[test]
    fn select_all_is_right_for_the_very_keys(
        count in 2usize..9,
        keys in prop::collection::btree_set(0u8..9, 1..9),
        chosen in prop::collection::vec(0u8..9, 0..12),
    ) {
        let within = |list: &mut dyn Iterator<Item = u8>| -> Vec<u8> { list.filter(|at| usize::from(*at) < count).collect() };
        let keys = within(&mut keys.into_iter());
        let chosen = within(&mut chosen.into_iter());
        let item = item(Body::SelectAll(SelectAll { options: choices(count), keys: keys.clone() }));
        let grade = item.grade(&Attempt::SelectAll { item: id(), chosen: chosen.clone() }).expect("same type");
        prop_assert!(sound(&item, &grade));
        let mut set = chosen;
        set.sort_unstable();
        set.dedup();
        prop_assert_eq!(grade.right, set == keys);
        for (at, part) in (0u8..).zip(&grade.parts) {
            prop_assert_eq!(*part, set.contains(&at) == keys.contains(&at));
        }
    }

    #[test]
    fn order_is_right_only_as_written(order in prop::collection::vec(0u8..7, 0..8), count in 1usize..7) {
        let steps = (0..count).map(|at| format!("step {at}")).collect();
        let item = item(Body::Order(Order { steps }));
        let grade = item.grade(&Attempt::Order { item: id(), order: order.clone() }).expect("same type");
        prop_assert!(sound(&item, &grade));
        let as_written = order.len() >= count && (0..count).all(|at| usize::from(order[at]) == at);
        prop_assert_eq!(grade.right, as_written);
    }

    #[test]
    fn matching_is_right_only_pair_by_pair(matched in prop::collection::vec(0u8..6, 0..7), count in 1usize..6) {
        let pair = |at: usize| Pair { left: format!("left {at}"), right: format!("right {at}") };
        let item = item(Body::Matching(Matching { pairs: (0..count).map(pair).collect() }));
        let grade = item.grade(&Attempt::Matching { item: id(), matched: matched.clone() }).expect("same type");
        prop_assert!(sound(&item, &grade));
        let all = matched.len() >= count && (0..count).all(|at| usize::from(matched[at]) == at);
        prop_assert_eq!(grade.right, all);
    }
}

#[test]
fn an_attempt_at_something_else_has_no_grade() {
    let item = item(Body::SingleBest(SingleBest { options: choices(4), key: 1 }));
    assert_eq!(item.grade(&Attempt::SingleBest { item: "two".to_owned(), chosen: 1 }), None);
    assert_eq!(item.grade(&Attempt::Order { item: id(), order: vec![0, 1] }), None);
    assert_eq!(item.grade(&Attempt::SelectAll { item: id(), chosen: vec![1] }), None);
    assert_eq!(item.grade(&Attempt::Matching { item: id(), matched: vec![1] }), None);
}

#[test]
fn an_item_without_parts_is_never_right() {
    for (body, attempt) in [
        (Body::SelectAll(SelectAll { options: Vec::new(), keys: Vec::new() }), Attempt::SelectAll { item: id(), chosen: vec![] }),
        (Body::Order(Order { steps: Vec::new() }), Attempt::Order { item: id(), order: vec![] }),
        (Body::Matching(Matching { pairs: Vec::new() }), Attempt::Matching { item: id(), matched: vec![] }),
    ] {
        let item = item(body);
        assert!(item.is_empty());
        assert!(!item.grade(&attempt).expect("same type").right);
    }
}

/// What is kept names its type and its item, so that records from before there were pictures read back as they were.
#[test]
fn attempts_are_kept_by_type_and_old_ones_read_back() {
    use crate::knowledge::View;
    use crate::record::Answered;
    let old = [
        (r#"{"single-best":{"item":"one","chosen":2}}"#, Attempt::SingleBest { item: id(), chosen: 2 }),
        (r#"{"select-all":{"item":"one","chosen":[0,2]}}"#, Attempt::SelectAll { item: id(), chosen: vec![0, 2] }),
        (r#"{"order":{"item":"one","order":[1,0]}}"#, Attempt::Order { item: id(), order: vec![1, 0] }),
        (r#"{"matching":{"item":"one","matched":[1,0]}}"#, Attempt::Matching { item: id(), matched: vec![1, 0] }),
    ];
    let place = Place { view: View::Back, at: [-20, 90] };
    let mut painted = Painted::default();
    painted.brush(Place { view: View::Back, at: [4, 4] }, 1, false);
    let new = [
        (r#"{"locate":{"item":"one","place":{"view":"back","at":[-20,90]}}}"#, Attempt::Locate { item: id(), place }),
        (r#"{"paint":{"item":"one","painted":[{"view":"back","column":0,"row":0}]}}"#, Attempt::Paint { item: id(), painted }),
        (r#"{"marks":{"item":"one","places":[{"view":"back","at":[-20,90]}]}}"#, Attempt::Marks { item: id(), places: vec![place] }),
    ];
    for (kept, attempt) in old.into_iter().chain(new) {
        let record = format!(r#"{{"attempt":{kept},"right":true,"at":1700000000000.0}}"#);
        let answered: Answered = serde_json::from_str(&record).expect("reads back");
        assert_eq!(answered.attempt, attempt);
        assert_eq!(serde_json::to_string(&attempt).expect("kept"), kept);
        assert_eq!(answered.attempt.item(), "one");
    }
}

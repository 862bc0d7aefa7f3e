//! The map of what is known, over the real bank: what its cells say, and what is suggested next and why.

use palpate_core::Knowledge;
use palpate_core::day::Day;
use palpate_core::item::{Item, bank};
use palpate_core::journal::Stamp;
use palpate_core::mastery::{Cell, FADED, MOSTLY, Mastery, Reason, Suggestion};
use palpate_core::memory::{Memory, Review, Sure, What, skill};
use palpate_core::quiz::Scope;
use palpate_core::relation::Relation;
use palpate_core::side::Side;
use palpate_core::walkthrough::Found;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

const TODAY: Day = Day(20_000);

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    palpate_compiler::compile(&content).unwrap_or_else(|problems| panic!("the content has {} mistakes", problems.len()))
});
static BANK: LazyLock<Vec<Item>> = LazyLock::new(|| bank(&KNOWLEDGE));

/// Noon, so many days ago.
fn ago(days: i32) -> Stamp {
    Stamp { at: f64::from(TODAY.0 - days) * 86_400_000.0 + 43_200_000.0, offset: 0 }
}

fn answered(card: &str, right: bool, days: i32) -> Review {
    Review { card: card.to_owned(), when: ago(days), what: What::Answered { attempt: None, right, sure: Sure::Sure } }
}

fn practised(walkthrough: &str, found: Found, days: i32) -> Review {
    Review { card: skill(walkthrough), when: ago(days), what: What::Practised { side: Side::Right, found, sure: Sure::Sure } }
}

fn map(log: &[Review]) -> Mastery {
    Mastery::of(&KNOWLEDGE, &BANK, &Memory::of(log), TODAY)
}

fn cell(map: &Mastery, muscle: &str, relation: Relation) -> Cell {
    *map.cell(muscle, relation).unwrap_or_else(|| panic!("no row {muscle}"))
}

/// Items that count in a cell.
fn items(muscle: &str, relation: Relation) -> Vec<&'static Item> {
    let scope = Scope { muscle: Some(muscle.to_owned()), relation: Some(relation), ..Scope::default() };
    BANK.iter().filter(|item| scope.holds(item)).collect()
}

/// Right answers to everything of these relations.
fn all_right(relations: &[Relation], days: i32) -> Vec<Review> {
    let wanted = BANK.iter().filter(|item| Relation::of(item).is_some_and(|relation| relations.contains(&relation)));
    wanted.map(|item| answered(&item.id, true, days)).collect()
}

fn told(next: &[Suggestion]) -> Vec<(&str, Relation, &Reason)> {
    next.iter().map(|one| (one.muscle.as_str(), one.relation, &one.reason)).collect()
}

#[test]
fn rows_are_the_muscles_in_their_order_and_a_drill_has_what_its_cell_counts() {
    let map = map(&[]);
    let rows: Vec<&str> = map.rows.iter().map(|row| row.muscle.as_str()).collect();
    assert_eq!(rows, ["iliopsoas", "iliacus", "psoas-major", "psoas-minor", "quadratus-lumborum"]);
    for row in &map.rows {
        for relation in Relation::ALL {
            let questions = map.questions(&row.muscle, relation).map(|cell| cell.items);
            assert_eq!(questions, Some(items(&row.muscle, relation).len()), "{} {relation:?}", row.muscle);
        }
    }
    // The walkthrough to iliacus counts as one thing more.
    assert_eq!(cell(&map, "iliacus", Relation::Palpation).items, items("iliacus", Relation::Palpation).len() + 1);
}

#[test]
fn nothing_is_known_of_what_was_never_seen() {
    for row in map(&[]).rows {
        for relation in Relation::ALL {
            let cell = row.cell(relation);
            assert_eq!((cell.seen, cell.recall(), cell.known()), (0, None, 0));
        }
    }
}

#[test]
fn an_answer_moves_the_cells_of_all_its_muscles_and_no_other() {
    let before = map(&[]);
    let after = map(&[answered("match-muscle-origin", true, 0)]);
    for (old, new) in before.rows.iter().zip(&after.rows) {
        for relation in Relation::ALL {
            let moved = relation == Relation::Origin && new.muscle != "iliopsoas";
            assert_eq!(old.cell(relation) != new.cell(relation), moved, "{} {relation:?}", new.muscle);
        }
    }
    let cell = cell(&after, "psoas-minor", Relation::Origin);
    assert_eq!((cell.seen, cell.recall()), (1, Some(100)));
    assert!((1..=50).contains(&cell.known()), "one of {} is known: {}", cell.items, cell.known());
}

#[test]
fn what_was_known_fades_and_what_went_wrong_today_is_not_known_today() {
    let origin = |log: &[Review]| cell(&map(log), "psoas-minor", Relation::Origin);
    let right = |days| origin(&all_right(&[Relation::Origin], days));
    assert_eq!((right(0).known(), right(0).recall()), (100, Some(100)));
    assert!(right(3).known() < 100 && right(3).known() > right(30).known());
    assert_eq!(right(3).known(), right(3).recall().unwrap_or(0), "all was seen");
    let wrong: Vec<Review> = items("psoas-minor", Relation::Origin).iter().map(|item| answered(&item.id, false, 0)).collect();
    assert_eq!((origin(&wrong).seen, origin(&wrong).recall(), origin(&wrong).known()), (wrong.len(), Some(0), 0));
    let mut mended = wrong.clone();
    mended.push(answered(&wrong[0].card, true, 0));
    assert!(origin(&mended).known() > 0);
}

#[test]
fn a_palpation_counts_as_something_known() {
    let before = cell(&map(&[]), "iliacus", Relation::Palpation);
    let found = cell(&map(&[practised("iliacus-palpation", Found::Yes, 0)]), "iliacus", Relation::Palpation);
    assert_eq!((before.items, found.items, found.seen, found.recall()), (found.items, before.items, 1, Some(100)));
    let not = cell(&map(&[practised("iliacus-palpation", Found::No, 0)]), "iliacus", Relation::Palpation);
    assert_eq!((not.seen, not.recall()), (1, Some(0)));
}

#[test]
fn a_beginner_starts_with_safety_and_then_with_where_muscles_start() {
    let next = map(&[]).next(None);
    assert_eq!(
        told(&next),
        [
            ("iliopsoas", Relation::Safety, &Reason::SafetyFirst),
            ("iliopsoas", Relation::Origin, &Reason::New),
            ("iliacus", Relation::Origin, &Reason::New),
        ]
    );
}

#[test]
fn the_path_leads_on_when_most_of_a_cell_is_known() {
    let next = map(&all_right(&[Relation::Safety, Relation::Origin], 0)).next(None);
    assert_eq!(next.first().map(|one| (one.relation, &one.reason)), Some((Relation::Insertion, &Reason::New)));
    let half: Vec<Review> = items("iliopsoas", Relation::Origin).iter().take(2).map(|item| answered(&item.id, true, 0)).collect();
    assert_eq!(told(&map(&half).next(None))[1], ("iliopsoas", Relation::Origin, &Reason::GoOn));
}

#[test]
fn what_has_faded_comes_before_what_is_new() {
    let mut log = all_right(&[Relation::Safety], 0);
    let pain = items("iliacus", Relation::Pain);
    log.extend(pain.iter().map(|item| answered(&item.id, true, 60)));
    assert_eq!(told(&map(&log).next(None))[0], ("iliacus", Relation::Pain, &Reason::Faded));
}

#[test]
fn the_day_s_plan_alone_decides_on_hands() {
    let hands = |log: &[Review], practise: Option<&str>| {
        let next = map(log).next(practise);
        next.into_iter().find(|one| one.relation == Relation::Palpation)
    };
    let iliacus = Some("iliacus-palpation");
    let suggestion = |reason| Some(Suggestion { muscle: "iliacus".to_owned(), relation: Relation::Palpation, reason });
    // Never without it, however much is known.
    let mut log = all_right(&[Relation::Safety, Relation::Palpation], 0);
    assert_eq!(hands(&log, None), None);
    assert_eq!(hands(&log, iliacus), suggestion(Reason::Hands { walkthrough: "iliacus-palpation".to_owned() }));
    log.push(practised("iliacus-palpation", Found::No, 1));
    assert_eq!(hands(&log, iliacus), suggestion(Reason::HandsAgain { walkthrough: "iliacus-palpation".to_owned() }));
    assert_eq!(hands(&log, None), None, "the plan has none today, or something speaks against it");
    // What of safety is not yet known still stands before it.
    let next = map(&[]).next(iliacus);
    let reasons: Vec<_> = next.iter().map(|one| &one.reason).take(2).collect();
    assert_eq!(reasons, [&Reason::SafetyFirst, &Reason::Hands { walkthrough: "iliacus-palpation".to_owned() }]);
}

#[test]
fn when_all_is_known_nothing_is_asked_for() {
    let mut log = all_right(&Relation::ALL, 0);
    log.extend(["iliacus-palpation", "psoas-palpation"].map(|id| practised(id, Found::Yes, 0)));
    assert_eq!(map(&log).next(None), []);
}

fn logs() -> impl Strategy<Value = Vec<Review>> {
    let item = (0..BANK.len(), any::<bool>(), 0..90).prop_map(|(at, right, days)| answered(&BANK[at].id, right, days));
    let found = prop::sample::select(vec![Found::Yes, Found::NotSure, Found::No]);
    let guide = prop::sample::select(vec!["iliacus-palpation", "psoas-palpation"]);
    let skill = (guide, found, 0..90).prop_map(|(guide, found, days)| practised(guide, found, days));
    // From hardly anything to most of the bank, with whole relations known at times.
    let some = prop::collection::vec(prop_oneof![60 => item, 1 => skill], 0..900);
    (some, prop::collection::vec(prop::sample::select(Relation::ALL.to_vec()), 0..7), 0..40).prop_map(|(mut log, relations, days)| {
        log.extend(all_right(&relations, days));
        log
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_a_share_and_follows_from_the_log(log in logs()) {
        let map = map(&log);
        for row in &map.rows {
            for relation in Relation::ALL {
                let cell = row.cell(relation);
                prop_assert!(cell.seen <= cell.items && cell.known() <= 100);
                prop_assert_eq!(cell.recall().is_some(), cell.seen > 0);
                prop_assert!(cell.recall().unwrap_or(0) <= 100);
                // Half of a cell can't be known when less than half of it was seen.
                prop_assert!(usize::from(cell.known()) <= 100 * cell.seen / cell.items.max(1) + 1);
                prop_assert!(cell.known() < 100 || cell.seen == cell.items);
            }
        }
        let mut reversed = log.clone();
        reversed.reverse();
        prop_assert_eq!(Mastery::of(&KNOWLEDGE, &BANK, &Memory::of(&reversed), TODAY), map);
    }

    #[test]
    fn suggestions_are_few_and_each_has_its_reason(log in logs(), guide in 0..3_usize) {
        let map = map(&log);
        let practise = [None, Some("iliacus-palpation"), Some("psoas-palpation")][guide];
        let next = map.next(practise);
        prop_assert_eq!(&next, &map.next(practise));
        prop_assert!(next.len() <= 3);
        let safe = Relation::Safety;
        let is_safe = map.rows.iter().all(|row| row.cell(safe).items == 0 || row.cell(safe).known() >= MOSTLY);
        prop_assert_eq!(next.first().is_some_and(|one| one.reason == Reason::SafetyFirst), !is_safe, "safety first, or not needed");
        for (at, one) in next.iter().enumerate() {
            prop_assert!(next[..at].iter().all(|other| (&other.muscle, other.relation) != (&one.muscle, one.relation)));
            let cell = map.questions(&one.muscle, one.relation).unwrap_or_default();
            let skill = map.skills_of(&one.muscle).next().and_then(|skill| skill.chance);
            let fits = match &one.reason {
                Reason::SafetyFirst => one.relation == safe && cell.known() < MOSTLY,
                Reason::Faded => cell.recall().is_some_and(|recall| recall < FADED),
                Reason::Hands { walkthrough } => practise == Some(walkthrough) && skill.is_none(),
                Reason::HandsAgain { walkthrough } => practise == Some(walkthrough) && skill.is_some(),
                Reason::New => cell.seen == 0 && cell.items > 0,
                Reason::GoOn => cell.seen > 0 && cell.seen < cell.items,
            };
            prop_assert!(fits, "{:?} {:?}", one, cell);
        }
        if next.is_empty() {
            let cells = map.rows.iter().flat_map(|row| Relation::ALL.map(|relation| map.questions(&row.muscle, relation).unwrap_or_default()));
            let is_done = |cell: Cell| cell.seen == cell.items && cell.recall().is_none_or(|recall| recall >= FADED);
            prop_assert!(cells.into_iter().all(is_done));
        }
    }
}

#[test]
fn it_is_drawn_up_in_no_time() {
    let memory = Memory::of(&all_right(&Relation::ALL, 3));
    let begin = std::time::Instant::now();
    let rounds = 100;
    for _ in 0..rounds {
        let map = Mastery::of(&KNOWLEDGE, &BANK, &memory, TODAY);
        assert!(map.next(Some("iliacus-palpation")).len() <= 3);
    }
    let each = begin.elapsed() / rounds;
    println!("the map of {} items in {each:?}", BANK.len());
    // Well below a millisecond where nothing else runs and the code is optimised; the bound is for a busy machine and neither.
    assert!(each.as_millis() < 20, "{each:?}");
}

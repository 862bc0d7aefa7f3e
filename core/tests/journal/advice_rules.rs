//! What holds for any rules, journals and logs: a red flag is never drowned, and nothing counts that should not.

use crate::advice::{open, pairs, reason, session, stopped, with};
use crate::common::{TODAY, config, feelings, safety};
use crate::entries::{any_entry, any_side, massage, score};
use palpate_core::Day;
use palpate_core::gate::Gate;
use palpate_core::journal::Entry;
use palpate_core::journal::advice::{Advised, advise};
use palpate_core::knowledge::{AdviceWhen, Importance, StopAction};
use palpate_core::walkthrough::Finished;
use proptest::prelude::*;
use proptest::sample::select;

fn any_when() -> impl Strategy<Value = AdviceWhen> {
    let count = || prop_oneof![4 => 0u16..5, 1 => Just(u16::MAX)];
    let days = || prop_oneof![4 => 0u16..60, 1 => Just(u16::MAX)];
    let by = || prop_oneof![4 => 0u8..4, 1 => Just(u8::MAX)];
    prop_oneof![
        days().prop_map(|days| AdviceWhen::RedFlag { days }),
        Just(AdviceWhen::StoppedToday),
        count().prop_map(|sessions| AdviceWhen::EnoughToday { sessions }),
        days().prop_map(|days| AdviceWhen::Sore { days }),
        days().prop_map(|days| AdviceWhen::SoreFor { days }),
        (count(), days()).prop_map(|(sessions, days)| AdviceWhen::OverCeiling { sessions, days }),
        (count(), by(), by()).prop_map(|(sessions, by, back)| AdviceWhen::ShortRelief { sessions, by, back }),
        (days(), count()).prop_map(|(days, entries)| AdviceWhen::NoChange { days, entries }),
        (days(), count(), by()).prop_map(|(days, entries, by)| AdviceWhen::GettingWorse { days, entries, by }),
        (count(), by(), days()).prop_map(|(sessions, by, days)| AdviceWhen::WorseAfter { sessions, by, days }),
    ]
}

fn any_rules() -> impl Strategy<Value = Vec<(Importance, AdviceWhen)>> {
    let importance = select(vec![Importance::Help, Importance::Clinician, Importance::Rest, Importance::Idea]);
    prop::collection::vec((importance, any_when()), 0..12)
}

fn any_journal() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(any_entry(1_000_000), 0..40)
}

fn any_finished() -> impl Strategy<Value = Vec<Finished>> {
    let known: Vec<String> = safety().stop.iter().map(|rule| rule.id.clone()).collect();
    let rule =
        prop::option::weighted(0.3, select(known).prop_filter("ends at once", |id| !feelings(StopAction::EaseOff).contains(&id.as_str())));
    prop::collection::vec(
        (-30i32..5, rule, prop::option::of(0u32..1_000_000))
            .prop_map(|(days, rule, id)| session(Day(TODAY.0 + days), rule.as_deref(), id.map(|id| format!("id{id}")).as_deref())),
        0..4,
    )
}

/// To compare.
fn told(advised: &[Advised]) -> Vec<(String, String)> {
    advised.iter().map(|advised| (advised.rule.id.clone(), advised.reason.clone())).collect()
}

fn is_flag(advised: &Advised) -> bool {
    matches!(advised.rule.when, AdviceWhen::RedFlag { .. })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn advice_has_reasons_in_order_and_never_fails(rules in any_rules(), journal in any_journal(), finished in any_finished(), day in prop_oneof![
        8 => Just(TODAY), 1 => select(vec![Day(i32::MIN), Day(i32::MAX), Day(0)]),
    ]) {
        let knowledge = with(&rules);
        let advised = advise(&knowledge, &journal, &finished, &Gate::new(day), day);
        for told in &advised {
            prop_assert!(told.reason.ends_with('.') && !told.reason.contains("  ") && !told.reason.contains('–'));
        }
        let weights = advised.iter().map(|advised| if is_flag(advised) { (0, Importance::Help) } else { (1, advised.rule.importance) });
        prop_assert!(weights.is_sorted());
        let help = advised.iter().any(|advised| is_flag(advised) || advised.rule.importance == Importance::Help);
        let idea = advised.iter().any(|advised| !is_flag(advised) && advised.rule.importance == Importance::Idea);
        prop_assert!(!(help && idea));
        // The order in which things are kept means nothing.
        let (mut turned, mut log) = (journal.clone(), finished.clone());
        turned.reverse();
        log.reverse();
        let again = advise(&knowledge, &turned, &log, &Gate::new(day), day);
        prop_assert_eq!(told(&again).into_iter().map(|(id, _)| id).collect::<Vec<_>>(), told(&advised).into_iter().map(|(id, _)| id).collect::<Vec<_>>());
    }

    #[test]
    fn a_red_flag_is_always_first_and_there_is_no_idea_with_it(rules in any_rules(), journal in any_journal(), finished in any_finished(),
                                                                 days in 0u16..30, ago in 0i32..30, by_log in any::<bool>()) {
        prop_assume!(ago <= i32::from(days));
        let rules: Vec<_> = rules.into_iter().chain([(Importance::Help, AdviceWhen::RedFlag { days })]).collect();
        let knowledge = with(&rules);
        let (mut journal, mut finished) = (journal, finished);
        if by_log {
            finished.push(session(Day(TODAY.0 - ago), Some("wide-pulse"), None));
        } else {
            journal.push(stopped("flag", ago, "wide-pulse"));
        }
        let advised = advise(&knowledge, &journal, &finished, &open(), TODAY);
        prop_assert!(is_flag(&advised[0]));
        let last = format!("{}", rules.len() - 1);
        prop_assert!(advised.iter().any(|advised| advised.rule.id == last));
        prop_assert!(advised.iter().all(|advised| is_flag(advised) || advised.rule.importance != Importance::Idea));
    }

    #[test]
    fn deleted_entries_never_count(rules in any_rules(), journal in any_journal(), more in any_journal(), finished in any_finished()) {
        let knowledge = with(&rules);
        let with_deleted: Vec<Entry> = journal.iter().cloned().chain(more.into_iter().map(|entry| Entry { deleted: true, ..entry })).collect();
        prop_assert_eq!(
            told(&advise(&knowledge, &journal, &finished, &open(), TODAY)),
            told(&advise(&knowledge, &with_deleted, &finished, &open(), TODAY))
        );
    }

    #[test]
    fn what_is_dated_to_come_counts_for_nothing_but_a_red_flag(rules in any_rules(), journal in any_journal(), more in any_journal()) {
        let rules: Vec<_> = rules.into_iter().filter(|(_, when)| !matches!(when, AdviceWhen::RedFlag { .. })).collect();
        let knowledge = with(&rules);
        let later = more.into_iter().filter(|entry| entry.when.day() > TODAY);
        let with_later: Vec<Entry> = journal.iter().cloned().chain(later).collect();
        prop_assert_eq!(told(&advise(&knowledge, &journal, &[], &open(), TODAY)), told(&advise(&knowledge, &with_later, &[], &open(), TODAY)));
    }

    #[test]
    fn the_other_side_does_not_change_what_is_said_of_this_one(journal in any_journal(), more in any_journal(), side in any_side(),
                                                                 sessions in 1u16..4, by in 1u8..3, back in 0u8..3) {
        let knowledge = with(&[(Importance::Idea, AdviceWhen::ShortRelief { sessions, by, back })]);
        let said = |journal: &[Entry]| -> Option<String> {
            let advised = advise(&knowledge, journal, &[], &open(), TODAY).pop()?;
            let of_side = advised.reason.split_inclusive(". ").filter(|sentence| sentence.contains(side.word())).map(str::trim).collect::<Vec<_>>();
            assert_eq!(advised.sides.contains(&side), !of_side.is_empty());
            (!of_side.is_empty()).then(|| of_side.join(" "))
        };
        let others = more.into_iter().map(|entry| Entry { side: Some(side.opposite()), ..entry });
        let with_others: Vec<Entry> = journal.iter().cloned().chain(others).collect();
        prop_assert_eq!(said(&journal), said(&with_others));
    }

    /// More relief that did not last never silences the rule.
    #[test]
    fn one_more_short_relief_never_silences_it(numbers in prop::collection::vec((0u8..=10, 0u8..=10), 1..12), sessions in 1u16..5) {
        let when = AdviceWhen::ShortRelief { sessions, by: 2, back: 0 };
        let mut journal: Vec<Entry> = pairs(&numbers);
        let last = journal.last_mut().unwrap();
        (last.before, last.after) = (Some(score(6)), Some(score(2)));
        let before = reason(when.clone(), &journal).is_some();
        journal.push(massage("next", 0, Some(6), Some(2)));
        let pair_was_dropped = reason(when, &journal).is_none();
        // Of the sessions looked at, at most one leaves as this one comes in.
        prop_assert!(!(before && pair_was_dropped));
    }
}

//! What the journal advises, on rules made for it.

use crate::common::{MASSAGE, TODAY, guide, knowledge, safety, start};
use crate::entries::{ago, finding, massage};
use palpate_core::gate::{Answer, Gate};
use palpate_core::journal::advice::advise;
use palpate_core::journal::{Entry, Finding};
use palpate_core::knowledge::{AdviceRule, AdviceWhen, Importance, Knowledge, StopAction};
use palpate_core::walkthrough::{Event, Finished, Place};
use palpate_core::{Day, Side};

/// What the advice needs of the real content, with these rules in place of its own, numbered in their order.
pub fn with(rules: &[(Importance, AdviceWhen)]) -> Knowledge {
    let rule = |(number, (importance, when)): (usize, &(Importance, AdviceWhen))| AdviceRule {
        id: format!("{number}"),
        importance: *importance,
        when: when.clone(),
        title: "A title".into(),
        text: "A text.".into(),
        muscle: None,
        cites: Vec::new(),
    };
    let (safety, walkthroughs, complaints) = (safety().clone(), knowledge().walkthroughs.clone(), knowledge().complaints.clone());
    Knowledge { advice: rules.iter().enumerate().map(rule).collect(), safety, walkthroughs, complaints, ..Knowledge::default() }
}

pub fn open() -> Gate {
    Gate::new(TODAY)
}

/// The reason of the one rule, if it speaks.
pub fn reason(when: AdviceWhen, journal: &[Entry]) -> Option<String> {
    let knowledge = with(&[(Importance::Idea, when)]);
    advise(&knowledge, journal, &[], &open(), TODAY).pop().map(|advised| advised.reason)
}

pub fn stopped(id: &str, days: i32, rule: &str) -> Entry {
    Entry { stopped: Some(rule.into()), ..massage(id, days, Some(3), None) }
}

/// A massage of a day with a stroke, ended by this rule or as it should.
pub fn session(day: Day, rule: Option<&str>, entry: Option<&str>) -> Finished {
    let massage = guide(MASSAGE);
    let mut session = start(massage);
    (session.day, session.entry) = (day, entry.map(str::to_owned));
    let mut send = |event: Event| session.apply(massage, safety(), event, 1_000.0);
    massage.steps.iter().for_each(|_| send(Event::Next));
    [Event::Tender, Event::Stroke].into_iter().for_each(&mut send);
    match rule {
        Some(rule) => [Event::Stop, Event::Feel(rule.into())].into_iter().for_each(send),
        None => send(Event::Leave),
    }
    assert!(matches!(session.place, Place::Ended(_)) && session.points()[0].strokes.count() == 1);
    Finished { session, at: ago(0).at }
}

#[test]
fn a_red_flag_is_found_in_the_entry_the_log_and_the_gate() {
    let knowledge = with(&[(Importance::Help, AdviceWhen::RedFlag { days: 7 })]);
    let told = |journal: &[Entry], finished: &[Finished], gate: &Gate| advise(&knowledge, journal, finished, gate, TODAY);
    assert!(told(&[stopped("a", 0, "pulse"), stopped("b", 0, "nerve-feeling"), stopped("c", 0, "forgotten")], &[], &open()).is_empty());
    let by_entry = told(&[stopped("a", 7, "wide-pulse"), massage("b", 0, Some(1), Some(1))], &[], &open());
    assert_eq!(by_entry[0].reason, "7 days ago a session ended with “A wide or swelling pulse”.");
    assert_eq!(by_entry[0].stop.map(|rule| rule.id.as_str()), Some("wide-pulse"));
    assert!(told(&[stopped("a", 8, "wide-pulse")], &[], &open()).is_empty());
    // Deleting the entry does not silence it, since the session is in the log.
    let deleted = stopped("a", 1, "wide-pulse").tombstone(0.0);
    assert!(told(std::slice::from_ref(&deleted), &[], &open()).is_empty());
    let by_log = told(&[deleted], &[session(Day(TODAY.0 - 1), Some("wide-pulse"), Some("a"))], &open());
    assert_eq!(by_log[0].reason, "Yesterday a session ended with “A wide or swelling pulse”.");
    let mut gate = open();
    gate.stop_for_today("worse-on-release");
    assert_eq!(told(&[], &[], &gate)[0].reason, "Today a session ended with “It hurts more when I let go”.");
    // The gate of another day says nothing of today.
    let mut old = Gate::new(Day(TODAY.0 - 1));
    old.stop_for_today("worse-on-release");
    assert!(told(&[], &[], &old).is_empty());
    // The worst one is named, though another is later.
    let two = told(&[stopped("a", 3, "sudden-severe-pain"), stopped("b", 0, "wide-pulse")], &[], &open());
    assert_eq!(two[0].stop.map(|rule| rule.action), Some(StopAction::Emergency));
    // The clock was set back since.
    assert_eq!(told(&[stopped("a", -7, "wide-pulse")], &[], &open()).len(), 1);
    assert!(told(&[stopped("a", -8, "wide-pulse")], &[], &open()).is_empty());
}

#[test]
fn a_stop_of_today_counts_today_alone() {
    let told = |journal: &[Entry]| reason(AdviceWhen::StoppedToday, journal);
    assert_eq!(
        told(&[stopped("a", 0, "pain-over-limit")]).as_deref(),
        Some("Today a session ended with “Pain above 4, rising, or not fading”.")
    );
    assert_eq!(told(&[stopped("a", 0, "forgotten")]).as_deref(), Some("Today a session was ended by a stop rule."));
    assert_eq!(
        told(&[stopped("a", 0, "forgotten"), stopped("b", 0, "pulse")]).as_deref(),
        Some("Today a session ended with “A pulse under my fingers”.")
    );
    assert_eq!(told(&[stopped("a", 0, "holding-breath"), stopped("b", 1, "pulse"), stopped("c", -1, "pulse")]), None);
}

#[test]
fn a_stop_that_sends_to_a_doctor_is_remembered() {
    let told = |journal: &[Entry]| reason(AdviceWhen::StoppedBy { rules: vec!["pulse".into(), "lump".into()], days: 28 }, journal);
    assert_eq!(told(&[stopped("a", 28, "lump")]).as_deref(), Some("28 days ago a session ended with “A lump”."));
    let nearest = told(&[stopped("a", 9, "lump"), stopped("b", 1, "pulse")]);
    assert_eq!(nearest.as_deref(), Some("Yesterday a session ended with “A pulse under my fingers”."));
    assert_eq!(told(&[stopped("a", 29, "lump"), stopped("b", 2, "wide-pulse"), stopped("c", 0, "forgotten")]), None);
}

#[test]
fn enough_today_counts_each_session_once() {
    let knowledge = with(&[(Importance::Rest, AdviceWhen::EnoughToday { sessions: 2 })]);
    let told = |journal: &[Entry], finished: &[Finished]| {
        advise(&knowledge, journal, finished, &open(), TODAY).pop().map(|advised| (advised.reason, advised.sides))
    };
    let stroked = |id: &str, days: i32| Entry { findings: vec![finding(None, 3)], ..massage(id, days, None, None) };
    let twice = Some(("2 sessions on your right side today.".to_owned(), vec![Side::Right]));
    assert_eq!(told(&[stroked("a", 0), stroked("b", 0)], &[]), twice);
    assert_eq!(told(&[stroked("a", 0)], &[session(TODAY, None, Some("a"))]), None, "the same session");
    assert_eq!(told(&[stroked("a", 0)], &[session(TODAY, None, None)]), twice);
    assert_eq!(told(&[], &[session(TODAY, None, None), session(TODAY, None, Some("gone"))]), twice);
    assert_eq!(told(&[stroked("a", 0), stroked("b", 1)], &[session(Day(TODAY.0 - 1), None, None)]), None);
    // A massage without points counts for its side; a palpation and a note without strokes do not.
    assert_eq!(told(&[massage("a", 0, Some(2), None), stroked("b", 0)], &[]), twice);
    let palpation = Entry { walkthrough: Some("psoas-palpation".into()), ..massage("p", 0, None, None) };
    assert_eq!(told(&[palpation, stroked("b", 0), Entry::new("n".into(), ago(0))], &[]), None);
    // Each side by itself.
    let left = |id: &str| Entry { findings: vec![Finding { side: Side::Left, ..finding(None, 1) }], ..massage(id, 0, None, None) };
    assert_eq!(told(&[stroked("a", 0), left("b")], &[]), None);
    let both = told(&[stroked("a", 0), left("b"), stroked("c", 0), left("d")], &[]).unwrap();
    assert_eq!(
        both,
        ("2 sessions on your right side today. 2 sessions on your left side today.".to_owned(), vec![Side::Right, Side::Left])
    );
}

fn sore(id: &str, days: i32) -> Entry {
    Entry { sore: true, ..massage(id, days, None, None) }
}

#[test]
fn soreness_counts_for_its_days() {
    let told = |days, journal: &[Entry]| reason(AdviceWhen::Sore { days }, journal);
    assert_eq!(told(0, &[sore("a", 0)]).as_deref(), Some("Today you were still sore from a session before."));
    assert_eq!(told(0, &[sore("a", 1)]), None);
    assert_eq!(told(1, &[sore("a", 1), sore("b", 5)]).as_deref(), Some("Yesterday you were still sore from a session before."));
    assert!(told(1, &[stopped("a", 0, "still-sore-from-before")]).is_some());
    assert_eq!(told(3, &[sore("a", -1), sore("b", 2).tombstone(0.0)]), None);
    let knowledge = with(&[(Importance::Rest, AdviceWhen::Sore { days: 0 })]);
    assert_eq!(advise(&knowledge, &[], &[session(TODAY, Some("still-sore-from-before"), None)], &open(), TODAY).len(), 1);
}

#[test]
fn soreness_that_lasts_is_told_on_days_apart_with_nothing_else_between() {
    let told = |journal: &[Entry]| reason(AdviceWhen::SoreFor { days: 2 }, journal);
    let lasts = "You noted soreness on 2 days, the last 2 days after the first, and no session without it in between.";
    assert_eq!(told(&[sore("a", 3), sore("b", 1)]).as_deref(), Some(lasts));
    assert_eq!(told(&[sore("a", 2), sore("b", 1)]), None, "only a day apart");
    assert_eq!(told(&[sore("a", 3), massage("m", 2, None, None), sore("b", 1)]), None, "a session without soreness between");
    assert_eq!(told(&[sore("a", 3), sore("b", 1), massage("m", 0, None, None)]), None, "over since");
    assert_eq!(told(&[sore("a", 3), Entry::new("n".into(), ago(2)), sore("b", 1)]).as_deref(), Some(lasts), "a note says nothing");
    assert_eq!(told(&[sore("a", 9), sore("b", 1)]), None, "too far apart to be the same");
    assert_eq!(told(&[sore("a", 12), sore("b", 8)]), None, "long ago");
    assert!(told(&[sore("a", 9), sore("c", 5), sore("b", 1)]).is_some());
    // Sore in the morning, a session in the evening: that day was sore.
    assert!(told(&[sore("a", 3), sore("b", 1), massage("m", 1, None, None)]).is_some());
}

#[test]
fn points_over_the_ceiling_are_counted_by_session() {
    let told = |days, journal: &[Entry]| reason(AdviceWhen::OverCeiling { sessions: 2, days }, journal);
    let tender = |id: &str, days: i32, scores: &[u8]| {
        let findings = scores.iter().map(|score| finding(Some(*score), 5)).collect();
        Entry { findings, ..massage(id, days, None, None) }
    };
    let journal = [tender("a", 0, &[5, 6, 7]), tender("b", 2, &[4]), tender("c", 7, &[2, 5]), tender("d", 3, &[]), tender("e", 8, &[9])];
    assert_eq!(told(7, &journal).as_deref(), Some("In the last 7 days a point was above 4 in 2 of 3 sessions with a score."));
    assert_eq!(told(6, &journal), None);
    assert_eq!(
        told(0, &[tender("a", 0, &[5]), tender("b", 0, &[5])]).as_deref(),
        Some("Today a point was above 4 in 2 of 2 sessions with a score.")
    );
}

const SHORT: AdviceWhen = AdviceWhen::ShortRelief { sessions: 3, by: 2, back: 1 };

/// Sessions with these numbers before and after, the last one yesterday, two days apart.
fn sessions(numbers: &[(Option<u8>, Option<u8>)]) -> Vec<Entry> {
    let days = |index: usize| 1 + 2 * (numbers.len() - 1 - index) as i32;
    numbers.iter().enumerate().map(|(index, (before, after))| massage(&format!("s{index}"), days(index), *before, *after)).collect()
}

pub fn pairs(numbers: &[(u8, u8)]) -> Vec<Entry> {
    sessions(&numbers.iter().map(|(before, after)| (Some(*before), Some(*after))).collect::<Vec<_>>())
}

#[test]
fn relief_that_does_not_last_is_seen() {
    let told = |journal: &[Entry]| reason(SHORT, journal);
    let journal = pairs(&[(6, 3), (5, 3), (5, 5), (6, 4), (6, 2)]);
    assert_eq!(
        told(&journal).as_deref(),
        Some("On your right side, in 3 of the last 4 sessions it eased by 2 or more, and was back to within 1 the next time.")
    );
    // The last session has no next one yet, however much it eased.
    assert_eq!(told(&pairs(&[(6, 3), (6, 3), (6, 3)])), None);
    // It stayed lower, or did not ease in the first place.
    assert_eq!(told(&pairs(&[(9, 6), (7, 5), (5, 3), (3, 1), (1, 0)])), None);
    assert_eq!(told(&pairs(&[(6, 5), (6, 5), (6, 5), (6, 5), (6, 5)])), None);
    // Older ones are not looked at.
    assert_eq!(told(&pairs(&[(6, 3), (6, 3), (6, 3), (6, 6), (6, 6), (6, 6), (6, 6)])), None);
    // Sessions without numbers are passed over.
    let holes = sessions(&[(Some(6), Some(3)), (None, None), (Some(6), Some(3)), (None, Some(1)), (Some(6), Some(3)), (Some(6), None)]);
    assert!(told(&holes).is_some());
    // Another complaint is another thing.
    let mut other = journal.clone();
    other[1].complaint = Some("groin".into());
    assert_eq!(told(&other), None);
    let title = &knowledge().complaint("groin").unwrap().title;
    let named: Vec<Entry> = journal.into_iter().map(|entry| Entry { complaint: Some("groin".into()), ..entry }).collect();
    assert!(told(&named).unwrap().starts_with(&format!("On your right side (“{title}”), in 3 ")));
    // What comes back after weeks did not come back at once.
    let rare: Vec<Entry> = (0..5).map(|n| massage(&format!("{n}"), 15 * n, Some(6), Some(3))).collect();
    assert_eq!(told(&rare), None);
}

#[test]
fn no_change_compares_thirds() {
    let told = |days, journal: &[Entry]| reason(AdviceWhen::NoChange { days, entries: 3 }, journal);
    // Every third day for 45 days, from and to these numbers.
    let line = |from: u8, to: u8| -> Vec<Entry> {
        (0..16).map(|n| massage(&format!("{n}"), 45 - 3 * n, Some(if n < 8 { from } else { to }), None)).collect()
    };
    assert_eq!(told(42, &line(5, 5)).as_deref(), Some("Over 45 days: 5.0 before on average in the first third, 5.0 in the last."));
    assert!(told(42, &line(5, 6)).is_some());
    assert_eq!(told(42, &line(5, 4)), None, "fallen by 1");
    assert_eq!(told(46, &line(5, 5)), None, "not long enough");
    assert_eq!(told(42, &line(0, 0)), None, "there was nothing to fall");
    assert_eq!(told(42, &line(5, 5)[..15].iter().step_by(4).cloned().collect::<Vec<_>>()), None, "too few");
    // What was longer ago than twice the time is left out: it had fallen long before.
    let mut long = line(5, 5);
    long.extend((0..10).map(|n| massage(&format!("old{n}"), 200 + n, Some(9), None)));
    assert!(told(42, &long).is_some());
}

#[test]
fn getting_worse_compares_two_times_of_the_same_length() {
    let told = |journal: &[Entry]| reason(AdviceWhen::GettingWorse { days: 7, entries: 2, by: 2 }, journal);
    let journal = |numbers: [(i32, u8); 4]| numbers.map(|(days, before)| massage(&format!("{days}"), days, Some(before), None));
    assert_eq!(
        told(&journal([(13, 3), (7, 4), (6, 5), (0, 6)])).as_deref(),
        Some("5.5 before on average in the last 7 days, 3.5 in the 7 days before that.")
    );
    assert_eq!(told(&journal([(13, 3), (7, 4), (6, 5), (0, 5)])), None);
    assert_eq!(told(&journal([(14, 0), (7, 1), (6, 5), (0, 5)])), None, "too long ago");
    assert_eq!(told(&journal([(13, 0), (7, 1), (6, 5), (-1, 5)])), None, "to come");
}

#[test]
fn worse_after_looks_at_the_last_sessions() {
    let told = |journal: &[Entry]| reason(AdviceWhen::WorseAfter { sessions: 2, by: 1, days: 84 }, journal);
    assert_eq!(
        told(&pairs(&[(3, 4), (3, 3), (3, 5)])).as_deref(),
        Some("In 2 of the last 3 sessions it was more after than before, by 1 or more.")
    );
    assert_eq!(told(&pairs(&[(3, 4), (3, 3), (3, 3), (3, 5)])), None);
    assert!(told(&sessions(&[(Some(3), Some(4)), (Some(3), None), (None, None), (Some(3), Some(5))])).is_some());
    // Up to the last day of the time that the rule looks at, and no longer.
    let long_ago = |days: i32| [massage("a", days, Some(3), Some(4)), massage("b", days, Some(3), Some(5))];
    assert!(told(&long_ago(84)).is_some());
    assert_eq!(told(&long_ago(85)), None);
}

#[test]
fn what_matters_most_comes_first_and_help_silences_ideas() {
    let sore_today = AdviceWhen::Sore { days: 0 };
    let knowledge = with(&[
        (Importance::Idea, sore_today.clone()),
        (Importance::Rest, sore_today.clone()),
        (Importance::Clinician, sore_today.clone()),
        (Importance::Clinician, AdviceWhen::Sore { days: 1 }),
        // A red flag is one, whatever its rule says.
        (Importance::Idea, AdviceWhen::RedFlag { days: 1 }),
        (Importance::Idea, AdviceWhen::NoChange { days: 1, entries: 1 }),
    ]);
    let ids = |journal: &[Entry], gate: &Gate| -> String {
        advise(&knowledge, journal, &[], gate, TODAY).iter().map(|advised| advised.rule.id.as_str()).collect()
    };
    assert_eq!(ids(&[sore("a", 0)], &open()), "2310");
    assert_eq!(ids(&[sore("a", 0), stopped("b", 1, "wide-pulse")], &open()), "4231");
    // A day on which the gate is closed is no day for ideas either.
    let mut closed = open();
    closed.answer(&safety().gate[0].id, Answer::NotSure);
    assert_eq!(ids(&[sore("a", 0)], &closed), "231");
    assert_eq!(ids(&[], &open()), "");
}

#[test]
fn a_journal_of_years_is_no_burden() {
    let rules: Vec<_> = [
        AdviceWhen::RedFlag { days: 7 },
        AdviceWhen::EnoughToday { sessions: 2 },
        AdviceWhen::SoreFor { days: 2 },
        AdviceWhen::OverCeiling { sessions: 3, days: 14 },
        SHORT,
        AdviceWhen::NoChange { days: 42, entries: 3 },
        AdviceWhen::GettingWorse { days: 14, entries: 3, by: 2 },
        AdviceWhen::WorseAfter { sessions: 2, by: 1, days: 84 },
    ]
    .map(|when| (Importance::Idea, when))
    .to_vec();
    let knowledge = with(&rules);
    let journal: Vec<Entry> = (0..20_000).map(|n| massage(&format!("{n}"), n / 10, Some(5), Some(3))).collect();
    let begun = std::time::Instant::now();
    assert!(!advise(&knowledge, &journal, &[], &open(), TODAY).is_empty());
    assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
}

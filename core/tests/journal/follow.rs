//! How an entry follows its session.

use crate::common::{ILIACUS, MASSAGE, TODAY, actions, config, guide, guides, safety, start, walk};
use crate::entries::{ago, score};
use palpate_core::Side;
use palpate_core::journal::{Entry, Finding};
use palpate_core::knowledge::{Walkthrough, WalkthroughKind};
use palpate_core::walkthrough::{Ending, Event, Found, Place, Session, Strokes};
use proptest::prelude::*;

fn entry() -> Entry {
    Entry::new("e".into(), ago(0))
}

/// Sends events one after the other, a second apart.
fn send(session: &mut Session, guide: &Walkthrough, events: &[Event]) {
    for event in events {
        session.apply(guide, safety(), event.clone(), 1_000.0);
    }
}

/// A massage at its first area.
fn searching() -> (Session, &'static Walkthrough) {
    let massage = guide(MASSAGE);
    let mut session = start(massage);
    while !matches!(session.place, Place::Area(_)) {
        send(&mut session, massage, &[Event::Next]);
    }
    (session, massage)
}

fn strokes(count: u8) -> Strokes {
    Strokes::try_from(count).unwrap()
}

#[test]
fn points_become_findings_and_their_strokes_go_on() {
    let (mut session, massage) = searching();
    let mut entry = entry();
    entry.follow(&session, massage);
    assert!(entry.findings.is_empty() && entry.is_blank(), "a session in which nothing was found yet is nothing to keep");
    assert_eq!((entry.walkthrough.as_deref(), entry.side), (Some(MASSAGE), Some(Side::Right)));

    send(&mut session, massage, &[Event::Tender, Event::Stroke, Event::Stroke]);
    entry.follow(&session, massage);
    let area = &massage.areas[0];
    let first = Finding { point: Some(0), ..Finding::new(&area.muscle, Some(&area.id), Side::Right, strokes(2)) };
    assert_eq!(entry.findings, std::slice::from_ref(&first));
    assert!(!entry.is_blank());

    entry.findings[0].tender = Some(score(3));
    entry.findings[0].note = "by the rim".into();
    send(&mut session, massage, &[Event::Stroke, Event::Enough, Event::SearchOn, Event::Tender]);
    entry.follow(&session, massage);
    let first = Finding { strokes: strokes(3), tender: Some(score(3)), note: "by the rim".into(), ..first };
    assert_eq!(entry.findings[0], first);
    assert_eq!((entry.findings[1].point, entry.findings[1].strokes), (Some(1), strokes(0)));
}

#[test]
fn what_was_deleted_or_corrected_while_the_session_is_open_stays_so() {
    let (mut session, massage) = searching();
    let mut entry = entry();
    send(&mut session, massage, &[Event::Tender, Event::Stroke, Event::Enough, Event::SearchOn, Event::Tender, Event::Stroke]);
    entry.follow(&session, massage);
    entry.findings.remove(0);
    entry.findings[0].side = Side::Left;
    entry.findings[0].area = None;
    entry.findings[0].strokes = strokes(9);
    let corrected = entry.clone();
    entry.follow(&session, massage);
    assert_eq!(entry, corrected);
    // It is still so once it was written down and read again.
    entry = serde_json::from_str(&serde_json::to_string(&entry).unwrap()).unwrap();
    send(&mut session, massage, &[Event::Enough, Event::SearchOn, Event::Tender]);
    entry.follow(&session, massage);
    assert_eq!(entry.findings.len(), 2);
    assert_eq!(entry.findings[0], corrected.findings[0]);
    assert_eq!(entry.findings[1].point, Some(2));
    // But another stroke is counted.
    let (mut session, massage) = searching();
    let mut entry = self::entry();
    send(&mut session, massage, &[Event::Tender, Event::Stroke]);
    entry.follow(&session, massage);
    entry.findings[0].strokes = strokes(0);
    send(&mut session, massage, &[Event::Stroke]);
    entry.follow(&session, massage);
    assert_eq!(entry.findings[0].strokes, strokes(2));
}

#[test]
fn what_was_said_of_a_point_before_it_was_followed_is_taken_up() {
    let (mut session, massage) = searching();
    let mut entry = entry();
    send(&mut session, massage, &[Event::Tender, Event::Stroke]);
    let told = Finding::new("iliacus", None, Side::Right, strokes(0));
    entry.findings.push(Finding { point: Some(0), tender: Some(score(2)), ..told });
    entry.follow(&session, massage);
    assert_eq!(entry.findings.len(), 1);
    let finding = &entry.findings[0];
    assert_eq!((finding.tender, finding.strokes, finding.area.as_ref()), (Some(score(2)), strokes(1), Some(&massage.areas[0].id)));
}

#[test]
fn points_keep_their_own_side() {
    let (mut session, massage) = searching();
    let mut entry = entry();
    send(&mut session, massage, &[Event::Tender, Event::Stroke, Event::SetSide(Side::Left)]);
    entry.follow(&session, massage);
    while !matches!(session.place, Place::Area(_)) {
        send(&mut session, massage, &[Event::Next]);
    }
    send(&mut session, massage, &[Event::Tender, Event::Stroke]);
    entry.follow(&session, massage);
    assert_eq!(entry.findings.iter().map(|finding| finding.side).collect::<Vec<_>>(), [Side::Right, Side::Left]);
    assert_eq!(entry.side, Some(Side::Left));
    entry.side = Some(Side::Right);
    entry.follow(&session, massage);
    assert_eq!(entry.side, Some(Side::Right), "corrected, and the session's side has not changed since");
}

/// A palpation up to its question.
fn asked(session: &mut Session, guide: &Walkthrough) {
    while !matches!(session.place, Place::Check(_)) {
        send(session, guide, &[Event::Next]);
    }
}

#[test]
fn a_palpation_has_one_finding_a_side_once_it_was_asked() {
    let palpation = guide(ILIACUS);
    let mut session = start(palpation);
    let mut entry = entry();
    asked(&mut session, palpation);
    entry.follow(&session, palpation);
    assert!(entry.findings.is_empty());
    send(&mut session, palpation, &[Event::Found(Found::No)]);
    entry.follow(&session, palpation);
    let not_found = Finding { sure: Some(Found::No), ..Finding::new(&palpation.muscle, None, Side::Right, strokes(0)) };
    assert_eq!(entry.findings, std::slice::from_ref(&not_found));
    // Found at the second try: the same finding.
    send(&mut session, palpation, &[Event::Next, Event::Found(Found::Yes)]);
    entry.follow(&session, palpation);
    let found = Finding { sure: Some(Found::Yes), ..not_found };
    assert_eq!(entry.findings, std::slice::from_ref(&found));
    // Corrected; the session says nothing new, so it stays.
    entry.findings[0].sure = Some(Found::NotSure);
    entry.follow(&session, palpation);
    assert_eq!(entry.findings[0].sure, Some(Found::NotSure));
    // The other side is another finding, and the first one stays.
    send(&mut session, palpation, &[Event::SetSide(Side::Left)]);
    entry.follow(&session, palpation);
    assert_eq!(entry.findings.len(), 1);
    asked(&mut session, palpation);
    send(&mut session, palpation, &[Event::Found(Found::NotSure)]);
    entry.follow(&session, palpation);
    assert_eq!(entry.findings[1], Finding { side: Side::Left, sure: Some(Found::NotSure), ..found });
    // Deleted: a new answer does not bring it back.
    entry.findings.clear();
    send(&mut session, palpation, &[Event::Next, Event::Found(Found::Yes)]);
    entry.follow(&session, palpation);
    assert!(entry.findings.is_empty());
}

#[test]
fn the_stop_rule_that_ended_it_is_written_down() {
    let (mut session, massage) = searching();
    let mut entry = entry();
    send(&mut session, massage, &[Event::Stop, Event::Feel("pulse".into())]);
    entry.follow(&session, massage);
    assert_eq!(entry.stopped, None, "eased off, not ended");
    send(&mut session, massage, &[Event::GoOn, Event::Stop, Event::Feel("pulse".into())]);
    entry.follow(&session, massage);
    assert_eq!(entry.stopped.as_deref(), Some("pulse"));
}

#[test]
fn a_deleted_entry_is_left_alone() {
    let (mut session, massage) = searching();
    send(&mut session, massage, &[Event::Tender, Event::Stroke]);
    let mut entry = entry();
    entry.follow(&session, massage);
    let deleted = entry.tombstone(entry.changed + 1.0);
    let mut followed = deleted.clone();
    followed.follow(&session, massage);
    assert_eq!(followed, deleted);
    assert_eq!(deleted, Entry { deleted: true, changed: entry.changed + 1.0, ..Entry::new("e".into(), ago(0)) });
    assert_eq!(entry.when.day(), TODAY);
}

proptest! {
    #![proptest_config(config())]

    /// Followed after each event or only at the end, in any session: once more changes nothing, and each point is there once.
    #[test]
    fn following_twice_is_following_once(number in 0..guides().len(), actions in actions(), skip in 1usize..5) {
        let guide = &guides()[number];
        let mut often = entry();
        let mut count = 0;
        let (session, _) = walk(guide, &actions, |moment| {
            count += 1;
            if count % skip == 0 {
                often.follow(moment.after, guide);
                let once = often.clone();
                often.follow(moment.after, guide);
                prop_assert_eq!(&often, &once);
            }
            Ok(())
        })?;
        often.follow(&session, guide);
        let points: Vec<_> = often.findings.iter().filter_map(|finding| finding.point).collect();
        prop_assert_eq!(points.len(), session.points().len());
        for (index, point) in session.points().iter().enumerate() {
            let finding = &often.findings[often.findings.iter().position(|finding| finding.point == Some(index as u8)).unwrap()];
            prop_assert_eq!((finding.strokes, finding.side), (point.strokes, point.side));
            prop_assert_eq!(finding.area.as_ref(), Some(&guide.areas[usize::from(point.area)].id));
            prop_assert_eq!(&finding.muscle, &guide.areas[usize::from(point.area)].muscle);
        }
        let pointless = often.findings.iter().filter(|finding| finding.point.is_none()).count();
        let most = if guide.kind == WalkthroughKind::Palpation { 2 } else { 0 };
        prop_assert!(pointless <= most);
        let felt = if let Place::Ended(Ending::Felt(id)) = &session.place { Some(id) } else { None };
        prop_assert_eq!(often.stopped.as_ref(), felt);
        // Only at the end: the same, but for answers on a side that was left.
        let mut late = entry();
        late.follow(&session, guide);
        prop_assert_eq!(late.side, often.side);
        prop_assert_eq!(late.findings.iter().filter(|finding| finding.point.is_some()).count(), points.len());
    }

    /// Whatever is deleted at any time, it does not come back.
    #[test]
    fn no_deleted_finding_comes_back(number in 0..guides().len(), actions in actions(), deletions in prop::collection::vec((0usize..60, 0usize..8), 0..6)) {
        let guide = &guides()[number];
        let mut entry = entry();
        let mut gone = Vec::new();
        let mut moves = 0;
        walk(guide, &actions, |moment| {
            entry.follow(moment.after, guide);
            for (_, index) in deletions.iter().filter(|(at, _)| *at == moves) {
                if *index < entry.findings.len() {
                    let finding = entry.findings.remove(*index);
                    gone.push((finding.point, finding.side));
                }
            }
            moves += 1;
            prop_assert!(entry.findings.iter().all(|finding| !gone.contains(&(finding.point, finding.side))));
            Ok(())
        })?;
    }
}

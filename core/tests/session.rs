//! The rules of a session that nothing may break, tried on random walks through the real walkthroughs.
//!
//! Each test is one rule. A walk mixes what the page offers with any event at all, clocks that jump, and reloads.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Moment, actions, config, feelings, found, guides, reloaded, safety, slug, start, walk};
use palpate_core::knowledge::{StopAction, Walkthrough};
use palpate_core::walkthrough::{Check, Ending, Event, Found, MOST_TRIES, Place, Point, SIDE_LIMIT, STROKE_CAP, Session, Strokes};
use palpate_core::{Day, Side};
use proptest::prelude::*;
use proptest::sample::select;
use std::ops::Deref;

/// A walkthrough, told by its number in [`guides`] when a test fails.
#[derive(Clone, Copy, Debug)]
struct Guide(usize);

impl Deref for Guide {
    type Target = Walkthrough;

    fn deref(&self) -> &Walkthrough {
        &guides()[self.0]
    }
}

fn any_guide() -> impl Strategy<Value = Guide> {
    (0..guides().len()).prop_map(Guide)
}

fn nothing(_: &Moment<'_>) -> Result<(), TestCaseError> {
    Ok(())
}

/// Whether a pause holds back this event: all but resuming, stopping and leaving. The stop menu is never paused.
fn is_asleep(session: &Session, event: &Event) -> bool {
    let stopping = matches!(session.place, Place::Stopped | Place::EasedOff(_));
    session.paused && !stopping && !matches!(event, Event::Resume | Event::Stop | Event::Leave)
}

/// The highest step and area that were entered on the present side.
#[derive(Default)]
struct Been {
    step: u8,
    area: Option<u8>,
}

impl Been {
    fn note(&mut self, moment: &Moment<'_>) {
        if moment.after.side != moment.before.side {
            *self = Been::default();
        }
        match moment.after.place {
            Place::Step(index) => self.step = self.step.max(index),
            Place::Area(index) => self.area = self.area.max(Some(index)),
            Place::Check(_)
            | Place::Point(_)
            | Place::PointDone(_)
            | Place::Closing
            | Place::Stopped
            | Place::EasedOff(_)
            | Place::Ended(_) => {}
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_point_ever_has_more_than_fifteen_strokes(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            let (before, after) = (moment.before.points(), moment.after.points());
            prop_assert!(after.iter().all(|point| point.strokes.count() <= STROKE_CAP && STROKE_CAP == 15));
            // No count is set back, so that none can begin anew.
            prop_assert!(before.iter().zip(after).all(|(before, after)| before.strokes <= after.strokes));
            prop_assert!(after.len() >= before.len());
            let counted = |points: &[Point]| points.iter().map(|point| u32::from(point.strokes.count())).sum::<u32>();
            let counts = matches!(moment.before.place, Place::Point(_)) && *moment.event == Event::Stroke;
            prop_assert!(counted(after) - counted(before) <= u32::from(counts));
            Ok(())
        })?;
    }

    #[test]
    fn a_finished_point_takes_no_more(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            for (before, after) in moment.before.points().iter().zip(moment.after.points()) {
                // What it is told of later may grow; its strokes and its end do not change.
                prop_assert!(after.eased.starts_with(&before.eased));
                let worked = |point: &Point| Point { eased: Vec::new(), ..point.clone() };
                prop_assert!(!before.done || worked(before) == worked(after));
                prop_assert!(after.done || !after.strokes.at_cap());
            }
            if let (Place::Point(_), Some(point)) = (&moment.after.place, moment.after.point()) {
                prop_assert!(!point.done);
            }
            Ok(())
        })?;
    }

    #[test]
    fn hands_are_never_on_a_point_of_the_other_side(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            prop_assert!(moment.after.point().is_none_or(|point| point.side == moment.after.side));
            Ok(())
        })?;
    }

    #[test]
    fn an_ended_session_never_changes(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            if moment.before.is_over() {
                prop_assert_eq!(reloaded(moment.before)?, reloaded(moment.after)?);
            }
            Ok(())
        })?;
    }

    #[test]
    fn no_point_begins_once_the_time_of_the_side_is_used_up(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            let begun = moment.after.points().len() > moment.before.points().len();
            prop_assert!(!begun || moment.after.hands_on() < SIDE_LIMIT);
            prop_assert_eq!(moment.after.time_is_up(), moment.after.hands_on() >= SIDE_LIMIT);
            // Nor is a place to search entered anew, and a search goes on only until the page looks at the clock.
            let onward = matches!(moment.event, Event::Next | Event::NextArea | Event::SearchOn | Event::Visit(_));
            let entered = onward && moment.before.place != moment.after.place && moment.before.place != Place::Stopped;
            prop_assert!(!(entered && matches!(moment.after.place, Place::Area(_)) && moment.after.time_is_up()));
            let searching = matches!(moment.after.place, Place::Area(_)) && !moment.after.paused;
            prop_assert!(!(searching && *moment.event == Event::Tick && moment.after.time_is_up()));
            Ok(())
        })?;
    }

    #[test]
    fn time_counts_forward_only_once_and_never_in_a_pause(guide in any_guide(), actions in actions()) {
        let mut most = [0.0f64; 2];
        let at = |side: Side| usize::from(side == Side::Right);
        walk(&guide, &actions, |moment| {
            let before = moment.before;
            if before.place.is_hands_on() && !before.paused {
                most[at(before.side)] += moment.step;
            }
            let most = most[at(moment.after.side)];
            prop_assert!(moment.after.hands_on().is_finite());
            prop_assert!(moment.after.hands_on() <= most, "{} > {most}", moment.after.hands_on());
            prop_assert!(moment.after.side != before.side || moment.after.hands_on() >= before.hands_on());
            Ok(())
        })?;
    }

    #[test]
    fn a_pause_holds_everything_back_but_resuming_stopping_and_leaving(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            if is_asleep(moment.before, moment.event) {
                prop_assert_eq!(reloaded(moment.before)?, reloaded(moment.after)?);
            }
            Ok(())
        })?;
    }

    /// From anywhere, paused or not: one event stops, and one more ends it with what is felt.
    #[test]
    fn stop_is_one_event_away(guide in any_guide(), actions in actions(), pause in any::<bool>(), which in any::<prop::sample::Index>()) {
        let (mut session, now) = walk(&guide, &actions, nothing)?;
        prop_assume!(!session.is_over());
        let ending = [StopAction::End, StopAction::SameDay, StopAction::Emergency].map(feelings).concat();
        let id = which.get(&ending).to_string();
        session.apply(&guide, safety(), Event::Stop, now);
        prop_assert_eq!(&session.place, &Place::Stopped);
        if pause {
            session.apply(&guide, safety(), Event::Pause, now);
        }
        session.apply(&guide, safety(), Event::Feel(id.clone()), now);
        prop_assert_eq!(&session.place, &Place::Ended(Ending::Felt(id.clone())));
        prop_assert_eq!(session.ended_by(safety()).map(|reason| &reason.id), Some(&id));
        prop_assert!(session.points().iter().all(|point| point.done));
    }

    /// A feeling to ease off from does so once; the same feeling a second time ends the session.
    #[test]
    fn easing_off_works_once_for_each_feeling(guide in any_guide(), actions in actions()) {
        let mut eased = Vec::new();
        walk(&guide, &actions, |moment| {
            let stopping = matches!(moment.before.place, Place::Stopped | Place::EasedOff(_));
            let Event::Feel(id) = moment.event else { return Ok(()) };
            let reason = safety().stop.iter().find(|reason| reason.id == *id);
            let Some(reason) = reason.filter(|_| stopping) else {
                prop_assert_eq!(&moment.after.place, &moment.before.place);
                return Ok(());
            };
            let expected = if reason.action == StopAction::EaseOff && !eased.contains(id) {
                eased.push(id.clone());
                Place::EasedOff(id.clone())
            } else {
                Place::Ended(Ending::Felt(id.clone()))
            };
            prop_assert_eq!(&moment.after.place, &expected);
            prop_assert_eq!(moment.after.came_again(reason), reason.action == StopAction::EaseOff);
            Ok(())
        })?;
    }

    /// What had to be eased off is left alone, however it goes on: by the button, back, the address or a second stop.
    #[test]
    fn a_point_that_was_eased_off_takes_no_more(guide in any_guide(), actions in actions()) {
        let mut left = Vec::<usize>::new();
        let mut stopped_at = None;
        walk(&guide, &actions, |moment| {
            match (&moment.before.place, &moment.after.place) {
                (Place::Point(index), Place::Stopped) => stopped_at = Some(usize::from(*index)),
                (_, Place::EasedOff(_)) => left.extend(stopped_at.take()),
                (Place::Stopped, _) => stopped_at = None,
                _ => {}
            }
            for index in &left {
                prop_assert!(moment.after.points()[*index].done && moment.after.place != Place::Point(*index as u8));
            }
            Ok(())
        })?;
    }

    #[test]
    fn going_on_returns_to_the_place_before_the_stop(guide in any_guide(), actions in actions(), pause in any::<bool>()) {
        let (mut session, now) = walk(&guide, &actions, nothing)?;
        prop_assume!(!session.is_over() && !matches!(session.place, Place::Stopped | Place::EasedOff(_)));
        let place = session.place.clone();
        for event in [Event::Stop, if pause { Event::Pause } else { Event::Tick }, Event::GoOn] {
            session.apply(&guide, safety(), event, now);
        }
        prop_assert_eq!((&session.place, session.paused), (&place, false));
    }

    #[test]
    fn a_session_can_always_be_ended_and_resumed(guide in any_guide(), actions in actions()) {
        let (session, now) = walk(&guide, &actions, nothing)?;
        prop_assume!(!session.is_over());
        let then = |events: &[Event]| {
            let mut session = session.clone();
            events.iter().for_each(|event| session.apply(&guide, safety(), event.clone(), now));
            session
        };
        prop_assert_eq!(then(&[Event::Leave]).place, Place::Ended(Ending::Left));
        prop_assert_eq!(then(&[Event::Pause, Event::Leave]).place, Place::Ended(Ending::Left));
        let resumed = then(&[Event::Pause, Event::Resume]);
        prop_assert_eq!((&resumed.place, resumed.paused), (&session.place, false));
    }

    /// There is no dead end: going on from anywhere leads to the end of the walkthrough.
    #[test]
    fn every_place_leads_to_the_end(guide in any_guide(), actions in actions()) {
        let (mut session, now) = walk(&guide, &actions, nothing)?;
        prop_assume!(!session.is_over());
        session.apply(&guide, safety(), Event::Resume, now);
        for _ in 0..guide.steps.len() + guide.areas.len() + 6 {
            let onward = match session.place {
                Place::Step(_) | Place::Check(Check::KneeLift | Check::Reposition | Check::Leave) | Place::Closing => Event::Next,
                Place::Check(Check::Ask) => Event::Found(Found::Yes),
                Place::Area(_) | Place::PointDone(_) => Event::NextArea,
                Place::Point(_) => Event::Enough,
                Place::Stopped | Place::EasedOff(_) => Event::GoOn,
                Place::Ended(_) => break,
            };
            session.apply(&guide, safety(), onward, now);
        }
        prop_assert_eq!(session.place, Place::Ended(Ending::Complete));
    }

    /// A no or a not sure is taken three times at most; then leaving it is the answer, until the side changes.
    #[test]
    fn looking_for_the_muscle_ends_after_three_tries(guide in any_guide(), actions in actions()) {
        let mut unsure = 0;
        walk(&guide, &actions, |moment| {
            if moment.after.side != moment.before.side {
                unsure = 0;
            }
            let answered = moment.before.place == Place::Check(Check::Ask) && !is_asleep(moment.before, moment.event);
            if answered && matches!(moment.event, Event::Found(Found::NotSure | Found::No)) {
                unsure += 1;
                let leave = moment.after.place == Place::Check(Check::Leave);
                prop_assert!(unsure <= MOST_TRIES && (leave || unsure < MOST_TRIES));
            }
            let asked = moment.after.place == Place::Check(Check::Ask);
            prop_assert!(!asked || moment.after.tries_left() > 0 || moment.after.found == Some(Found::Yes));
            Ok(())
        })?;
    }

    /// Whatever is answered, in whatever order, without going back: three questions at most.
    #[test]
    fn three_answers_settle_it(answers in prop::collection::vec(found(), 3)) {
        let guide = common::guide(common::PSOAS);
        let mut session = start(guide);
        while session.place != Place::Check(Check::Ask) {
            session.apply(guide, safety(), Event::Next, 0.0);
        }
        for answer in &answers {
            session.apply(guide, safety(), Event::Found(*answer), 0.0);
            if matches!(session.place, Place::Check(Check::KneeLift | Check::Reposition)) {
                session.apply(guide, safety(), Event::Next, 0.0);
            }
        }
        let settled = if answers.contains(&Found::Yes) { matches!(session.place, Place::Step(_)) } else { session.place == Place::Check(Check::Leave) };
        prop_assert!(settled, "{:?}", session.place);
    }

    /// The address bar reaches only where the session has been on this side.
    #[test]
    fn no_address_leads_further_than_the_session_has_been(guide in any_guide(), actions in actions(), visits in prop::collection::vec(slug(), 4)) {
        let mut been = Been::default();
        let check_step = guide.steps.iter().position(|step| step.check);
        let mut allowed = |moment: &Moment<'_>| {
            if matches!(moment.event, Event::Visit(_)) {
                let after = moment.after;
                match &after.place {
                    Place::Step(index) => prop_assert!(*index <= been.step),
                    Place::Area(index) => prop_assert!(Some(*index) <= been.area),
                    Place::Check(_) => prop_assert!(check_step.is_some_and(|step| step <= usize::from(been.step))),
                    Place::Point(index) | Place::PointDone(index) => {
                        let point = &after.points()[usize::from(*index)];
                        prop_assert!(point.side == after.side && Some(point.area) <= been.area);
                    }
                    Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => {
                        let stays = after.place == moment.before.place;
                        prop_assert!(stays || moment.before.place == Place::Stopped);
                    }
                }
            }
            been.note(moment);
            Ok(())
        };
        let (mut session, now) = walk(&guide, &actions, &mut allowed)?;
        for visit in visits {
            let (before, event) = (session.clone(), Event::Visit(visit));
            session.apply(&guide, safety(), event.clone(), now);
            allowed(&Moment { before: &before, event: &event, step: 0.0, after: &session })?;
        }
    }

    #[test]
    fn the_upper_part_is_never_conducted(guide in any_guide(), actions in actions()) {
        walk(&guide, &actions, |moment| {
            let area = match moment.after.place {
                Place::Area(index) => Some(index),
                Place::Point(_) | Place::PointDone(_) => moment.after.point().map(|point| point.area),
                Place::Step(_) | Place::Check(_) | Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => None,
            };
            prop_assert!(area.is_none_or(|index| !guide.areas[usize::from(index)].only_if_unrelieved));
            Ok(())
        })?;
    }

    /// What comes out of storage is what went in, and goes on in the same way.
    #[test]
    fn a_reload_changes_nothing(guide in any_guide(), first in actions(), side in select(Side::BOTH.to_vec())) {
        // The clock is not kept, so both begin without one.
        let mut kept = reloaded(&walk(&guide, &first, nothing)?.0)?;
        let mut back = reloaded(&kept)?;
        prop_assert_eq!(&back, &kept);
        let bytes = postcard::to_allocvec(&kept).unwrap();
        prop_assert_eq!(&postcard::from_bytes::<Session>(&bytes).unwrap(), &kept);
        for (at, event) in [Event::Resume, Event::Next, Event::Stroke, Event::SetSide(side), Event::Back, Event::Tick].into_iter().enumerate() {
            kept.apply(&guide, safety(), event.clone(), at as f64 * 700.0);
            back.apply(&guide, safety(), event, at as f64 * 700.0);
            prop_assert_eq!(&back, &kept);
        }
    }

    /// The same day a session can be taken up from anywhere; another day only if no hand was on the belly.
    #[test]
    fn what_was_left_in_the_middle_can_be_taken_up(guide in any_guide(), actions in actions(), days in 1i32..400) {
        let (session, _) = walk(&guide, &actions, nothing)?;
        let session = reloaded(&session)?;
        prop_assert_eq!(session.can_resume(&guide, common::TODAY), !session.is_over());
        if !session.points().is_empty() {
            prop_assert!(!session.can_resume(&guide, Day(common::TODAY.0 + days)));
        }
        prop_assert!(guides().iter().all(|other| other.id == guide.id || !session.can_resume(other, common::TODAY)));
    }

    /// A file may say anything: a time below nothing would put off the end of the five minutes.
    #[test]
    fn a_record_with_less_than_no_time_is_not_taken_up(guide in any_guide(), actions in actions(), side in 0usize..2, time in 1f64..1e9) {
        let (session, _) = walk(&guide, &actions, nothing)?;
        let mut record: serde_json::Value = serde_json::to_value(&session).unwrap();
        record["hands_on"][side] = serde_json::json!(-time);
        let session: Session = serde_json::from_value(record).unwrap();
        prop_assert!(!session.can_resume(&guide, common::TODAY));
    }

    #[test]
    fn a_record_with_too_many_strokes_is_refused(strokes in any::<u8>()) {
        let json = format!(r#"{{"area":0,"side":"left","strokes":{strokes},"done":false}}"#);
        prop_assert_eq!(serde_json::from_str::<Point>(&json).is_ok(), strokes <= STROKE_CAP);
        prop_assert_eq!(postcard::from_bytes::<Strokes>(&[strokes]).is_ok(), strokes <= STROKE_CAP);
        prop_assert_eq!(Strokes::try_from(strokes).is_ok(), strokes <= STROKE_CAP);
    }
}

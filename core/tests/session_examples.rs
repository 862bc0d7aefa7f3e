//! Whole sessions on the real walkthroughs, event by event, as a person lives through them.
#![allow(clippy::unwrap_used)]

mod common;

use common::{ILIACUS, MASSAGE, PSOAS, TODAY, guide, reloaded, safety};
use palpate_core::knowledge::Walkthrough;
use palpate_core::walkthrough::{
    Check, Ending, Event, Finished, Found, Legs, Place, Point, SESSIONS_A_DAY, SIDE_LIMIT, STROKE_CAP, STROKE_TARGET, Session, enough_today,
};
use palpate_core::{Day, Millis, Side};

/// A session with its walkthrough and a clock that goes on by one second with each event.
struct Sitting {
    guide: &'static Walkthrough,
    session: Session,
    now: Millis,
}

impl Sitting {
    fn new(id: &str, side: Side) -> Self {
        let guide = guide(id);
        Sitting { guide, session: Session::new(guide, side, Legs::Dropped, TODAY), now: 0.0 }
    }

    fn then(&mut self, event: Event) -> &Place {
        self.after(1_000.0, event)
    }

    fn after(&mut self, time: Millis, event: Event) -> &Place {
        self.now += time;
        self.session.apply(self.guide, safety(), event, self.now);
        &self.session.place
    }

    fn visit(&mut self, slug: &str) -> &Place {
        self.then(Event::Visit(slug.to_owned()))
    }

    fn times(&mut self, count: usize, event: &Event) -> &Place {
        (0..count).for_each(|_| {
            self.then(event.clone());
        });
        &self.session.place
    }

    /// Through the steps up to the first question, or into the first area.
    fn through_the_steps(&mut self) -> &Place {
        let steps = self.guide.steps.iter().position(|step| step.check).map_or(self.guide.steps.len(), |step| step + 1);
        self.times(steps, &Event::Next)
    }

    fn strokes(&self) -> Vec<u8> {
        self.session.points().iter().map(|point| point.strokes.count()).collect()
    }
}

#[test]
fn a_psoas_palpation_on_each_side() {
    for side in Side::BOTH {
        let mut sitting = Sitting::new(PSOAS, side);
        let mut seen = Vec::new();
        while let Place::Step(index) = sitting.session.place {
            seen.push(sitting.guide.steps[usize::from(index)].id.as_str());
            sitting.then(Event::Next);
        }
        let first = ["lie-down", "knees-up", "knees-aside", "fingers-navel", "head-lift", "slide-out", "sink", "toward-spine"];
        assert_eq!(seen, first);
        assert_eq!(sitting.session.place, Place::Check(Check::Ask));
        // The question wants an answer.
        assert_eq!(sitting.then(Event::Next), &Place::Check(Check::Ask));
        assert_eq!(sitting.then(Event::Found(Found::Yes)), &Place::Step(8));
        assert_eq!(sitting.then(Event::Next), &Place::Ended(Ending::Complete));
        assert_eq!((sitting.session.found, sitting.session.side), (Some(Found::Yes), side));
        assert_eq!(sitting.session.hands_on(), 0.0, "only a massage is timed");
    }
}

#[test]
fn an_iliacus_palpation_where_nothing_clear_is_felt() {
    let mut sitting = Sitting::new(ILIACUS, Side::Left);
    sitting.then(Event::SetLegs(Legs::Supported));
    assert_eq!(sitting.through_the_steps(), &Place::Check(Check::Ask));
    assert_eq!(sitting.session.tries_left(), 3);
    assert_eq!(sitting.then(Event::Found(Found::NotSure)), &Place::Check(Check::KneeLift));
    assert_eq!(sitting.then(Event::Next), &Place::Check(Check::Ask));
    assert_eq!(sitting.then(Event::Found(Found::No)), &Place::Check(Check::Reposition));
    assert_eq!(sitting.then(Event::Next), &Place::Check(Check::Ask));
    // The third time leaving it is the right answer, and it stays so.
    assert_eq!(sitting.then(Event::Found(Found::NotSure)), &Place::Check(Check::Leave));
    assert_eq!(sitting.then(Event::Back), &Place::Step(6));
    assert_eq!(sitting.then(Event::Next), &Place::Check(Check::Leave));
    assert_eq!(sitting.then(Event::Next), &Place::Step(7));
    assert_eq!(sitting.then(Event::Next), &Place::Ended(Ending::Complete));
    assert_eq!((sitting.session.found, sitting.session.legs), (Some(Found::NotSure), Legs::Supported));
}

#[test]
fn a_whole_self_massage() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    assert_eq!(sitting.through_the_steps(), &Place::Area(0));
    // The first point gets the usual twelve strokes.
    assert_eq!(sitting.then(Event::Tender), &Place::Point(0));
    sitting.times(usize::from(STROKE_TARGET), &Event::Stroke);
    assert_eq!(sitting.then(Event::Enough), &Place::PointDone(0));
    // The second is stroked until it takes no more.
    assert_eq!(sitting.then(Event::SearchOn), &Place::Area(0));
    sitting.then(Event::Tender);
    assert_eq!(sitting.times(40, &Event::Stroke), &Place::PointDone(1));
    // Nothing is tender in the next area; the third has one point; the upper part is not offered.
    assert_eq!(sitting.then(Event::NextArea), &Place::Area(1));
    assert_eq!(sitting.then(Event::NextArea), &Place::Area(2));
    assert!(sitting.guide.areas[3].only_if_unrelieved);
    sitting.then(Event::Tender);
    sitting.times(3, &Event::Stroke);
    sitting.then(Event::Enough);
    assert_eq!(sitting.then(Event::NextArea), &Place::Closing);
    assert_eq!(sitting.then(Event::Next), &Place::Ended(Ending::Complete));
    assert_eq!(sitting.strokes(), [STROKE_TARGET, STROKE_CAP, 3]);
    assert!(sitting.session.hands_on() > 0.0 && !sitting.session.time_is_up());
}

/// The reducer stops at fifteen, and so does the type by itself.
#[test]
fn the_cap_is_part_of_the_type() {
    let mut point = Point::new(0, Side::Left);
    (0..100).for_each(|_| point.stroke());
    assert!(point.done && point.strokes.count() == STROKE_CAP);
    assert_eq!(point.strokes.next(), point.strokes);
    let mut left = Point { done: true, ..Point::new(0, Side::Left) };
    left.stroke();
    assert_eq!(left.strokes.count(), 0, "a point that is done takes no more");
}

/// So that the ache it was eased off for, told again in the journal, is not taken for a second one.
#[test]
fn a_point_remembers_what_it_was_eased_off_for() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    sitting.then(Event::Tender);
    sitting.then(Event::Stop);
    sitting.then(Event::Feel("pain-over-limit".to_owned()));
    assert_eq!(sitting.then(Event::GoOn), &Place::PointDone(0));
    assert_eq!(sitting.session.points()[0].eased, ["pain-over-limit"]);
    // The next point has no such memory, and the same feeling there is the second time.
    sitting.then(Event::SearchOn);
    sitting.then(Event::Tender);
    assert!(sitting.session.points()[1].eased.is_empty());
    sitting.then(Event::Stop);
    let ended = Place::Ended(Ending::Felt("pain-over-limit".to_owned()));
    assert_eq!(sitting.then(Event::Feel("pain-over-limit".to_owned())), &ended);
}

#[test]
fn a_reload_in_the_middle_of_a_point() {
    let mut sitting = Sitting::new(MASSAGE, Side::Left);
    sitting.through_the_steps();
    sitting.then(Event::Tender);
    sitting.times(9, &Event::Stroke);
    let before = sitting.session.hands_on();
    // The page comes back with a clock of its own, an hour on.
    sitting.session = reloaded(&sitting.session).unwrap();
    assert!(sitting.session.can_resume(sitting.guide, TODAY));
    assert!(!sitting.session.can_resume(sitting.guide, Day(TODAY.0 + 1)), "strokes count for one day");
    assert!(!sitting.session.can_resume(guide(PSOAS), TODAY));
    assert_eq!(sitting.after(3_600_000.0, Event::Stroke), &Place::Point(0));
    assert_eq!(sitting.session.hands_on(), before, "the hour away does not count");
    // The count goes on where it was.
    assert_eq!(sitting.times(10, &Event::Stroke), &Place::PointDone(0));
    assert_eq!(sitting.strokes(), [STROKE_CAP]);
}

#[test]
fn steps_alone_can_be_taken_up_on_another_day() {
    let mut sitting = Sitting::new(MASSAGE, Side::Left);
    sitting.times(2, &Event::Next);
    let later = Day(TODAY.0 + 3);
    assert!(sitting.session.can_resume(sitting.guide, later));
    // From then on it is one of that day's: it can still be taken up once hands were on the belly, and counts where it was done.
    sitting.session.go_on_today(later);
    sitting.through_the_steps();
    sitting.then(Event::Tender);
    sitting.times(3, &Event::Stroke);
    assert!(sitting.session.can_resume(sitting.guide, later) && !sitting.session.can_resume(sitting.guide, TODAY));
    sitting.session.go_on_today(Day(later.0 + 1));
    assert_eq!(sitting.session.day, later, "strokes stay with their day");
    sitting.then(Event::Leave);
    assert!(!sitting.session.can_resume(sitting.guide, later), "what is over is not taken up");
    let finished = [0, 1].map(|at| Finished { session: sitting.session.clone(), at: f64::from(at) });
    let had = |day| enough_today(&finished, MASSAGE, Side::Left, day);
    assert!(had(later) && !had(TODAY));
}

#[test]
fn another_side_begins_at_the_first_step() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    sitting.then(Event::Tender);
    sitting.times(4, &Event::Stroke);
    assert_eq!(sitting.then(Event::SetSide(Side::Left)), &Place::Step(0));
    assert_eq!(sitting.session.hands_on(), 0.0, "each side has its own time");
    assert!(sitting.session.points()[0].done, "the point on the right is left as it is");
    // The browser's history still holds the places of the right side. They are not places of the left side.
    for slug in ["step-2", "step-5", "area-1", "point-1"] {
        assert_eq!(sitting.visit(slug), &Place::Step(0), "{slug}");
    }
    // Not even once this side has come as far.
    assert_eq!(sitting.through_the_steps(), &Place::Area(0));
    assert_eq!(sitting.visit("point-1"), &Place::Area(0));
    // Back on the right there is no short cut past the steps to the old point either.
    sitting.then(Event::SetSide(Side::Right));
    assert_eq!(sitting.visit("point-1"), &Place::Step(0));
    assert_eq!(sitting.through_the_steps(), &Place::Area(0));
    assert_eq!(sitting.visit("point-1"), &Place::PointDone(0));
}

#[test]
fn after_five_minutes_a_side_is_done() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    sitting.then(Event::Tender);
    sitting.after(SIDE_LIMIT, Event::Stroke);
    assert!(sitting.session.time_is_up());
    // The point begun may be finished, under its own cap; then comes the closing.
    assert_eq!(sitting.times(20, &Event::Stroke), &Place::PointDone(0));
    assert_eq!(sitting.then(Event::SearchOn), &Place::Closing);
    assert_eq!(sitting.visit("area-1"), &Place::Closing);
    assert_eq!(sitting.visit("step-5"), &Place::Step(4));
    assert_eq!(sitting.then(Event::Next), &Place::Closing);
    // The other side has its own five minutes.
    sitting.then(Event::SetSide(Side::Left));
    assert_eq!(sitting.through_the_steps(), &Place::Area(0));
    // A search that lasts too long ends by itself.
    assert_eq!(sitting.after(SIDE_LIMIT - 2_000.0, Event::Tick), &Place::Area(0));
    assert_eq!(sitting.after(2_000.0, Event::Tick), &Place::Closing);
    assert_eq!(sitting.strokes(), [STROKE_CAP]);
}

#[test]
fn a_pulse_eases_off_once_and_ends_it_the_second_time() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    assert_eq!(sitting.then(Event::Stop), &Place::Stopped);
    assert_eq!(sitting.then(Event::Feel("pulse".to_owned())), &Place::EasedOff("pulse".to_owned()));
    assert_eq!(sitting.then(Event::GoOn), &Place::Area(0));
    sitting.then(Event::Stop);
    let ended = Place::Ended(Ending::Felt("pulse".to_owned()));
    assert_eq!(sitting.then(Event::Feel("pulse".to_owned())), &ended);
    let reason = sitting.session.ended_by(safety()).unwrap();
    assert!(sitting.session.came_again(reason) && reason.no_retry_today && !reason.again.is_empty());
    // Over is over.
    for event in [Event::GoOn, Event::Resume, Event::Back, Event::Leave, Event::Stroke] {
        assert_eq!(sitting.then(event), &ended);
    }
}

/// A second stop from there, or the way back, is no way round it.
#[test]
fn a_point_that_was_eased_off_is_left_alone() {
    for onward in
        [&[Event::GoOn][..], &[Event::Stop, Event::GoOn], &[Event::Stop, Event::Back], &[Event::Stop, Event::Visit("point-1".to_owned())]]
    {
        let mut sitting = Sitting::new(MASSAGE, Side::Right);
        sitting.through_the_steps();
        sitting.then(Event::Tender);
        sitting.times(5, &Event::Stroke);
        sitting.then(Event::Stop);
        sitting.then(Event::Feel("pain-over-limit".to_owned()));
        onward.iter().for_each(|event| {
            sitting.then(event.clone());
        });
        assert_eq!(sitting.session.place, Place::PointDone(0), "{onward:?}");
        assert_eq!(sitting.times(3, &Event::Stroke), &Place::PointDone(0));
        assert_eq!(sitting.strokes(), [5]);
    }
    // A stop by mistake leaves the point as it was.
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    sitting.then(Event::Tender);
    sitting.then(Event::Stop);
    assert_eq!(sitting.then(Event::GoOn), &Place::Point(0));
}

/// A tab that is hidden pauses the session. In the stop menu that must not make the answers dead.
#[test]
fn what_is_felt_can_be_named_after_looking_away() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    sitting.then(Event::Stop);
    sitting.then(Event::Pause);
    assert_eq!(sitting.then(Event::Feel("holding-breath".to_owned())), &Place::EasedOff("holding-breath".to_owned()));
    sitting.then(Event::Pause);
    assert_eq!(sitting.then(Event::GoOn), &Place::Area(0));
    assert!(!sitting.session.paused);
    sitting.then(Event::Pause);
    sitting.then(Event::Stop);
    assert_eq!(sitting.then(Event::Feel("weak-leg".to_owned())), &Place::Ended(Ending::Felt("weak-leg".to_owned())));
}

#[test]
fn a_pause_stops_the_clock_and_a_broken_clock_adds_nothing() {
    let mut sitting = Sitting::new(MASSAGE, Side::Right);
    sitting.through_the_steps();
    sitting.after(10_000.0, Event::Pause);
    sitting.after(600_000.0, Event::Resume);
    sitting.after(5_000.0, Event::Tick);
    assert_eq!(sitting.session.hands_on(), 15_000.0);
    for now in [f64::INFINITY, f64::NAN, f64::NEG_INFINITY, 0.0, -5.0] {
        sitting.session.apply(sitting.guide, safety(), Event::Tick, now);
        assert_eq!(sitting.session.hands_on(), 15_000.0, "{now}");
    }
}

#[test]
fn two_sessions_a_day_are_enough_for_a_side() {
    let massage = |side: Side, strokes: usize| {
        let mut sitting = Sitting::new(MASSAGE, side);
        sitting.through_the_steps();
        sitting.then(Event::Tender);
        sitting.times(strokes, &Event::Stroke);
        sitting.then(Event::Leave);
        Finished { session: sitting.session, at: 0.0 }
    };
    let mut kept = vec![massage(Side::Right, 5), massage(Side::Right, 0), massage(Side::Left, 12)];
    assert!(!enough_today(&kept, MASSAGE, Side::Right, TODAY), "a session without strokes does not count");
    kept.push(massage(Side::Right, 1));
    assert_eq!(SESSIONS_A_DAY, 2);
    assert!(enough_today(&kept, MASSAGE, Side::Right, TODAY));
    assert!(!enough_today(&kept, MASSAGE, Side::Left, TODAY), "each side for itself");
    assert!(!enough_today(&kept, MASSAGE, Side::Right, Day(TODAY.0 + 1)), "each day anew");
    assert!(!enough_today(&kept, PSOAS, Side::Right, TODAY));
}

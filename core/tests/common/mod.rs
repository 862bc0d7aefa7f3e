//! Shared by the session tests: the real content, what can happen to a session, and walking through it.
//!
//! `PROPTEST_CASES` sets how many random walks each rule is tried on; without it there are enough for every run of the tests.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod marks;

use palpate_core::knowledge::{Safety, StopAction, Walkthrough};
use palpate_core::walkthrough::{Check, Event, Found, Legs, Place, Session};
use palpate_core::{Day, Knowledge, Millis, Side};
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;
use std::sync::OnceLock;

pub const TODAY: Day = Day(20_000);
pub const MASSAGE: &str = "self-massage";
pub const PSOAS: &str = "psoas-palpation";
pub const ILIACUS: &str = "iliacus-palpation";

/// The project's own content, compiled once.
pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        palpate_compiler::compile(&content).unwrap_or_else(|problems| {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("the content has mistakes:\n{}", told.join("\n"))
        })
    })
}

pub fn safety() -> &'static Safety {
    &knowledge().safety
}

pub fn guide(id: &str) -> &'static Walkthrough {
    knowledge().walkthrough(id).unwrap_or_else(|| panic!("there is no walkthrough {id}"))
}

/// The real walkthroughs, and a massage whose areas stand in the opposite order, so that the part that is never
/// conducted comes first.
pub fn guides() -> &'static [Walkthrough] {
    static GUIDES: OnceLock<Vec<Walkthrough>> = OnceLock::new();
    GUIDES.get_or_init(|| {
        let mut upside_down = guide(MASSAGE).clone();
        upside_down.areas.reverse();
        let mut middle = guide(MASSAGE).clone();
        middle.areas.swap(1, 3);
        knowledge().walkthroughs.iter().cloned().chain([upside_down, middle]).collect()
    })
}

/// Ids of the stop rules with this action.
pub fn feelings(action: StopAction) -> Vec<&'static str> {
    safety().stop.iter().filter(|reason| reason.action == action).map(|reason| reason.id.as_str()).collect()
}

pub fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 4_000, max_global_rejects: u32::MAX, ..ProptestConfig::default() }
}

/// What the clock shows at the next event.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// So many milliseconds later, or earlier.
    By(Millis),
    /// Whatever it showed before, now this.
    At(Millis),
}

/// What happens next in a random walk.
#[derive(Clone, Debug)]
pub enum Action {
    /// Any event, sensible or not.
    Any(Event, Clock),
    /// An event that the page offers where the session stands: the one with this number.
    Offered(u8, Clock),
    /// The browser's back button: the address that was shown so many moves ago.
    History(u8),
    /// So many strokes in a row.
    Strokes(u8),
    /// The page is loaded again: the session comes from storage and the clock begins anew.
    Reload,
}

/// An event of one session, with the session before and after it.
pub struct Moment<'a> {
    pub before: &'a Session,
    pub event: &'a Event,
    /// How far the clock went forward since the event before; 0 where it did not or can't be known.
    pub step: Millis,
    pub after: &'a Session,
}

/// A clock as it should be: some seconds between two presses.
fn steady() -> BoxedStrategy<Clock> {
    (0.0..6_000.0f64).prop_map(Clock::By).boxed()
}

/// A clock that was set, slept or broke.
fn jumping() -> BoxedStrategy<Clock> {
    prop_oneof![
        16 => (0.0..15_000.0f64).prop_map(Clock::By),
        2 => (0.0..400_000.0f64).prop_map(Clock::By),
        2 => (-400_000.0..0.0f64).prop_map(Clock::By),
        2 => select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 0.0, -0.0, 1e-300]).prop_map(Clock::At),
        1 => any::<f64>().prop_map(Clock::At),
    ]
    .boxed()
}

/// An address below the walkthrough: most look like real ones.
pub fn slug() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "(step|area|point)-[1-9]",
        2 => select(vec!["check", "closing", "stop", "step-0", "area-0", "point-0", "step-255", "step-256", "point-255", "step", "-", ""])
            .prop_map(str::to_owned),
        1 => "(step|area|point|check|stop)-?[0-9+ -]{0,4}",
        1 => any::<String>(),
    ]
}

fn feeling() -> impl Strategy<Value = String> {
    let known: Vec<String> = safety().stop.iter().map(|reason| reason.id.clone()).collect();
    let easing: Vec<String> = feelings(StopAction::EaseOff).into_iter().map(str::to_owned).collect();
    prop_oneof![3 => select(easing), 2 => select(known), 1 => any::<String>()]
}

pub fn found() -> impl Strategy<Value = Found> {
    select(vec![Found::Yes, Found::NotSure, Found::No])
}

/// Every kind of event but leaving.
pub fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => Just(Event::Next),
        2 => Just(Event::Back),
        4 => slug().prop_map(Event::Visit),
        1 => Just(Event::Pause),
        2 => Just(Event::Resume),
        1 => select(Side::BOTH.to_vec()).prop_map(Event::SetSide),
        1 => select(vec![Legs::Dropped, Legs::Supported]).prop_map(Event::SetLegs),
        2 => found().prop_map(Event::Found),
        3 => Just(Event::Tender),
        4 => Just(Event::Stroke),
        1 => Just(Event::Enough),
        2 => Just(Event::SearchOn),
        1 => Just(Event::NextArea),
        1 => Just(Event::Stop),
        1 => feeling().prop_map(Event::Feel),
        2 => Just(Event::GoOn),
        1 => Just(Event::Tick),
    ]
}

/// A walk, half of them under a clock that jumps. Leaving comes late if at all, since nothing happens after that.
pub fn actions() -> impl Strategy<Value = Vec<Action>> {
    prop_oneof![walk_under(steady), walk_under(jumping)]
}

fn walk_under(clock: fn() -> BoxedStrategy<Clock>) -> impl Strategy<Value = Vec<Action>> {
    let action = prop_oneof![
        30 => (any::<u8>(), clock()).prop_map(|(number, clock)| Action::Offered(number, clock)),
        10 => (event(), clock()).prop_map(|(event, clock)| Action::Any(event, clock)),
        4 => (0u8..30).prop_map(Action::History),
        4 => (1u8..40).prop_map(Action::Strokes),
        2 => Just(Action::Reload),
    ];
    let leaving = prop::option::weighted(0.1, Just(Action::Any(Event::Leave, Clock::By(1.0))));
    (prop::collection::vec(action, 0..90), leaving, prop::collection::vec((event(), clock()), 0..6)).prop_map(
        |(mut actions, leaving, after)| {
            actions.extend(leaving);
            actions.extend(after.into_iter().map(|(event, clock)| Action::Any(event, clock)));
            actions
        },
    )
}

/// What the page offers at this place.
fn offered(session: &Session) -> Vec<Event> {
    if session.paused && !matches!(session.place, Place::Stopped | Place::EasedOff(_)) {
        return vec![Event::Resume];
    }
    let other_side = Event::SetSide(session.side.opposite());
    let easing = |number: usize| Event::Feel(feelings(StopAction::EaseOff)[number].to_owned());
    match session.place {
        Place::Step(_) => vec![Event::Next, Event::Next, Event::Next, Event::Next, Event::Back, Event::Stop, Event::Pause, other_side],
        Place::Check(Check::Ask) => vec![Event::Found(Found::Yes), Event::Found(Found::NotSure), Event::Found(Found::No), Event::Back],
        Place::Check(Check::KneeLift | Check::Reposition | Check::Leave) => vec![Event::Next, Event::Next, Event::Back],
        Place::Area(_) => vec![Event::Tender, Event::Tender, Event::Tender, Event::NextArea, Event::Back, Event::Stop, Event::Tick],
        Place::Point(_) => vec![Event::Stroke, Event::Stroke, Event::Stroke, Event::Enough, Event::Stop, Event::Pause],
        Place::PointDone(_) => vec![Event::SearchOn, Event::SearchOn, Event::NextArea, Event::Next, Event::Back, other_side],
        Place::Closing => vec![Event::Back, Event::Next, Event::Stop],
        Place::Stopped => vec![Event::GoOn, Event::GoOn, easing(0), easing(1), easing(2), Event::Pause],
        Place::EasedOff(_) => vec![Event::GoOn, Event::GoOn, Event::Stop, easing(0), Event::Pause],
        Place::Ended(_) => vec![Event::Tick],
    }
}

pub fn start(guide: &Walkthrough) -> Session {
    Session::new(guide, Side::Right, Legs::Dropped, TODAY)
}

/// Out of storage again, as a page that is loaded anew finds it.
pub fn reloaded(session: &Session) -> Result<Session, TestCaseError> {
    let fail = |error: serde_json::Error| TestCaseError::fail(error.to_string());
    let kept = serde_json::to_string(session).map_err(fail)?;
    serde_json::from_str(&kept).map_err(fail)
}

/// Walks from the first step, and calls `check` with each event. Returns the session and the clock at the end.
pub fn walk(
    guide: &Walkthrough,
    actions: &[Action],
    mut check: impl FnMut(&Moment<'_>) -> Result<(), TestCaseError>,
) -> Result<(Session, Millis), TestCaseError> {
    let mut session = start(guide);
    let (mut last, mut finite) = (None::<Millis>, 1_000.0);
    let mut history = vec!["step-1".to_owned()];
    for action in actions {
        let (events, clock) = match action {
            Action::Any(event, clock) => (vec![event.clone()], *clock),
            Action::Offered(number, clock) => {
                let offered = offered(&session);
                (vec![offered[usize::from(*number) % offered.len()].clone()], *clock)
            }
            Action::History(moves) => {
                let slug = history[history.len().saturating_sub(1 + usize::from(*moves))].clone();
                (vec![Event::Visit(slug)], Clock::By(500.0))
            }
            Action::Strokes(count) => (vec![Event::Stroke; usize::from(*count)], Clock::By(2_000.0)),
            Action::Reload => {
                session = reloaded(&session)?;
                (last, finite) = (None, 50.0);
                continue;
            }
        };
        for event in events {
            let now = match clock {
                Clock::By(step) => finite + step,
                Clock::At(time) => time,
            };
            let step = last.filter(|last| now.is_finite() && now > *last).map_or(0.0, |last| now - last);
            last = now.is_finite().then_some(now);
            finite = last.unwrap_or(finite);
            let before = session.clone();
            session.apply(guide, safety(), event.clone(), now);
            if session.place != before.place {
                history.extend(session.place.slug());
            }
            check(&Moment { before: &before, event: &event, step, after: &session })?;
        }
    }
    Ok((session, finite))
}

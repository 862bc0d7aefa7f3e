//! What happens in a random walk of a conducted session, and a walkthrough that is short enough for a million of them.

use palpate_core::conductor::{Count, Interruption, Options};
use palpate_core::knowledge::{CheckHelp, Closing, FocusArea, Hand, Pacing, SideNotes, Step, Then, Walkthrough, WalkthroughKind};
use palpate_core::signal::Signal;
use palpate_core::walkthrough::{Event, Found, Legs};
use palpate_core::{Millis, Side};
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::OnceLock;

/// A massage and a palpation in one, as short as can be, so that a million walks are walked in minutes.
pub fn small() -> &'static Walkthrough {
    static SMALL: OnceLock<Walkthrough> = OnceLock::new();
    SMALL.get_or_init(|| {
        let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let step = |number: u8, pacing: Pacing| Step {
            id: format!("step-{number}"),
            title: format!("Step {number}"),
            instructions: lines(&["Lie."]),
            supported: lines(&["Lie on it."]),
            why: String::new(),
            feel: "Ease.".to_owned(),
            if_not: "Then not.".to_owned(),
            beware: Some(format!("Beware {number}.")),
            beware_on: SideNotes { left: None, right: Some(format!("Beware {number} here.")) },
            figure: String::new(),
            alt: String::new(),
            check: false,
            pacing,
            cites: Vec::new(),
        };
        let area = |number: u8, only_if_unrelieved: bool| FocusArea {
            id: format!("area-{number}"),
            title: format!("Area {number}"),
            muscle: String::new(),
            hand: Hand::SupportedFingertips,
            find: lines(&["Find."]),
            search: lines(&["Search."]),
            hold: "Hold.".to_owned(),
            limit: format!("Limit {number}."),
            only_if_unrelieved,
            pacing: Pacing { seconds: 2, ..Pacing::default() },
            figure: String::new(),
            alt: String::new(),
            cites: Vec::new(),
        };
        let breaths = Pacing { breaths: 1, sink: true, then: Then::GoOn, ..Pacing::default() };
        let check = Step { check: true, ..step(2, Pacing { seconds: 1, ..Pacing::default() }) };
        let help =
            CheckHelp { knee_lift: lines(&["Lift."]), reposition: lines(&["Shift."]), leave: lines(&["Leave it."]), cites: Vec::new() };
        Walkthrough {
            id: "small".to_owned(),
            kind: WalkthroughKind::Massage,
            title: String::new(),
            muscle: String::new(),
            minutes: 5,
            summary: String::new(),
            note: String::new(),
            note_cites: Vec::new(),
            steps: vec![step(1, breaths), check],
            check: Some(help),
            areas: vec![area(1, false), area(2, true), area(3, false)],
            closing: Some(Closing { text: lines(&["Hands off. Rest."]), cites: Vec::new() }),
        }
    })
}

/// What happens next.
#[derive(Clone, Debug)]
pub enum Action {
    /// So many ticks, so many milliseconds apart; the voice tells when it is done, where it does.
    Run(u8, Millis),
    Signal(Signal),
    /// What leads on from where it is: a signal, over and over.
    Onward(u8),
    Rated(u8),
    NotFound,
    Interrupted(Interruption),
    /// The end of an utterance that may or may not be under way.
    Spoken(u32),
    /// The steady clock jumps, or is set to this.
    Jump(Millis),
    Set(Millis),
    /// The clock of the sound: gone, there again, strayed, or frozen from now on.
    Sound(Option<Millis>),
    Stray(Millis),
    Freeze(bool),
    /// A button of the page.
    Page(Event),
    Options(Options),
    /// The tab was killed: the session comes from storage, and the clocks begin anew.
    Reload,
}

pub fn options() -> impl Strategy<Value = Options> {
    (any::<bool>(), any::<bool>(), 5u8..=10, prop_oneof![3 => 5u8..=15, 1 => any::<u8>()], any::<bool>()).prop_map(
        |(speaks, aloud, breath, target, repeat)| {
            let count = if aloud { Count::Aloud } else { Count::Tone };
            Options { speaks, count, breath, target, repeat }
        },
    )
}

fn page() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => select(vec![Event::Next, Event::Back, Event::Pause, Event::Resume, Event::Tender, Event::Enough, Event::SearchOn]),
        1 => select(vec![Event::NextArea, Event::Stop, Event::Found(Found::Yes), Event::Found(Found::No), Event::Tick]),
        4 => Just(Event::GoOn),
        1 => select(vec!["pulse", "holding-breath", "pain-over-limit", "weak-leg", "nothing"]).prop_map(|id| Event::Feel(id.to_owned())),
        1 => select(vec!["step-1", "step-2", "area-1", "area-3", "point-1", "closing"]).prop_map(|slug| Event::Visit(slug.to_owned())),
        1 => select(Side::BOTH.to_vec()).prop_map(Event::SetSide),
        1 => select(vec![Legs::Dropped, Legs::Supported]).prop_map(Event::SetLegs),
    ]
}

pub fn actions(most: usize) -> impl Strategy<Value = Vec<Action>> {
    let broken = select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 0.0, -0.0, 1e-300]);
    let action = prop_oneof![
        24 => (1u8..24, prop_oneof![Just(50.0), 20.0..1_490.0f64]).prop_map(|(ticks, step)| Action::Run(ticks, step)),
        16 => (1u8..6).prop_map(Action::Onward),
        6 => select(vec![Signal::Forward, Signal::Forward, Signal::Backward, Signal::Pause]).prop_map(Action::Signal),
        1 => Just(Action::Signal(Signal::Stop)),
        2 => (0u8..=10).prop_map(Action::Rated),
        1 => Just(Action::NotFound),
        1 => select(vec![Interruption::Hidden, Interruption::Sound, Interruption::Gap, Interruption::Asked]).prop_map(Action::Interrupted),
        1 => (0u32..40).prop_map(Action::Spoken),
        1 => prop_oneof![-1e6..1e6f64, 1_400.0..1_700.0f64].prop_map(Action::Jump),
        1 => broken.clone().prop_map(Action::Set),
        1 => prop::option::of(prop_oneof![3 => 0.0..1e6f64, 1 => any::<f64>()]).prop_map(Action::Sound),
        1 => (-1_200.0..1_200.0f64).prop_map(Action::Stray),
        1 => any::<bool>().prop_map(Action::Freeze),
        4 => page().prop_map(Action::Page),
        1 => options().prop_map(Action::Options),
        1 => Just(Action::Reload),
    ];
    prop::collection::vec(action, 0..most)
}

/// How a walk begins.
#[derive(Clone, Debug)]
pub struct Start {
    pub options: Options,
    pub audio: Option<Millis>,
    /// How long a word takes to say; none for a voice that never tells.
    pub word: Option<Millis>,
    /// Begun at the first focus area.
    pub at_area: bool,
    /// Begun at a point there, which has had so many strokes.
    pub at_point: Option<u8>,
}

pub fn start() -> impl Strategy<Value = Start> {
    let word = prop::option::weighted(0.9, 0.0..600.0f64);
    let at_point = prop::option::of(prop_oneof![2 => Just(0u8), 1 => 0..15u8]);
    (options(), prop::option::of(0.0..1e5f64), word, any::<bool>(), at_point).prop_map(|(options, audio, word, at_area, at_point)| Start {
        options,
        audio,
        word,
        at_area,
        at_point,
    })
}

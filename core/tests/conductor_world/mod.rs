//! A made-up world that performs what the conductor asks for: it speaks, sounds and lets time pass. For the examples.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod actions;
pub mod walk;

use crate::common::{TODAY, guide, safety};
use palpate_core::conductor::{Buzz, Command, Conductor, Count, Input, Mode, Now, Options, Shown, Told, Tone};
use palpate_core::journal::Score;
use palpate_core::knowledge::{Pacing, Walkthrough};
use palpate_core::signal::Signal;
use palpate_core::walkthrough::{Event, Legs, Session};
use palpate_core::{Millis, Side};

/// How far the world goes on in one step.
pub const STEP: Millis = 50.0;

pub const OPTIONS: Options = Options { speaks: true, count: Count::Aloud, breath: 5, target: 12, repeat: true };

/// What can be noticed from outside, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Noticed {
    Said(String),
    SaidSoftly(String),
    /// The caption changed.
    Shown(String),
    Tone(Tone),
    Buzz(Buzz),
    Hush,
    Silence,
    Told(Told),
}

pub struct World {
    pub guide: &'static Walkthrough,
    pub session: Session,
    pub conductor: Conductor,
    pub now: Now,
    pub noticed: Vec<Noticed>,
    /// When each tone with a time of its own is to sound.
    pub planned: Vec<(Tone, Millis)>,
    /// Number of the utterance being spoken, and when it ends.
    speaking: Option<(u32, Millis)>,
    /// Whether the voice ever tells that it is done.
    pub tells: bool,
}

impl World {
    pub fn new(id: &str, side: Side, options: Options) -> Self {
        let guide = guide(id);
        Self::with(guide, Session::new(guide, side, Legs::Dropped, TODAY), options, Some(70.0))
    }

    /// The same where every step waits for a signal, whatever pace the content gives it.
    pub fn patient(id: &str, side: Side, options: Options) -> Self {
        let mut patient = guide(id).clone();
        patient.steps.iter_mut().for_each(|step| step.pacing = Pacing::default());
        let guide: &'static Walkthrough = Box::leak(Box::new(patient));
        Self::with(guide, Session::new(guide, side, Legs::Dropped, TODAY), options, Some(70.0))
    }

    pub fn with(guide: &'static Walkthrough, mut session: Session, options: Options, audio: Option<Millis>) -> Self {
        let now = Now { steady: 1_000.0, audio };
        let (conductor, commands) = Conductor::begin(&mut session, guide, safety(), options, now);
        let (noticed, planned) = (Vec::new(), Vec::new());
        let mut world = World { guide, session, conductor, now, noticed, planned, speaking: None, tells: true };
        world.perform(commands);
        world
    }

    /// A world where the session stands at its first focus area, and the conductor waits to go on.
    pub fn at_the_first_area(options: Options) -> Self {
        let guide = guide(crate::common::MASSAGE);
        let mut session = Session::new(guide, Side::Right, Legs::Dropped, TODAY);
        guide.steps.iter().for_each(|_| session.apply(guide, safety(), Event::Next, 0.0));
        let mut world = Self::with(guide, session, options, Some(70.0));
        world.signal(Signal::Forward);
        world
    }

    /// A world in which a tender point was just found.
    pub fn at_a_point(options: Options) -> Self {
        let mut world = Self::at_the_first_area(options);
        world.until("the turn at the area", |shown| shown.mode == Mode::Ask);
        world.signal(Signal::Forward);
        world
    }

    pub fn shown(&self) -> &Shown {
        self.conductor.shown()
    }

    pub fn mode(&self) -> Mode {
        self.conductor.shown().mode
    }

    pub fn strokes(&self) -> Vec<u8> {
        self.session.points().iter().map(|point| point.strokes.count()).collect()
    }

    /// Hands the conductor an input, and performs what it asks for.
    pub fn send(&mut self, input: Input) {
        let before = self.conductor.shown().caption.clone();
        let commands = self.conductor.apply(&mut self.session, self.guide, safety(), input, self.now);
        self.perform(commands);
        let caption = &self.conductor.shown().caption;
        if *caption != before {
            self.noticed.push(Noticed::Shown(caption.clone()));
        }
    }

    /// A press, a moment after whatever was shown last.
    pub fn signal(&mut self, signal: Signal) {
        if matches!(self.mode(), Mode::Ask | Mode::Found | Mode::Rate { number: None } | Mode::Waiting(_)) {
            self.now.steady += 300.0;
            self.now.audio = self.now.audio.map(|audio| audio + 300.0);
        }
        self.send(Input::Signal(signal));
    }

    /// A button of the page, which goes to the session itself.
    pub fn press(&mut self, event: Event) {
        self.session.apply(self.guide, safety(), event, self.now.steady);
        self.send(Input::Changed);
    }

    fn perform(&mut self, commands: Vec<Command>) {
        for command in commands {
            let noticed = match command {
                Command::Say { number, text, soft } => {
                    // About as fast as a slow voice.
                    let lasts = 300.0 + 65.0 * text.chars().count() as Millis;
                    self.speaking = Some((number, self.now.steady + lasts));
                    if soft { Noticed::SaidSoftly(text) } else { Noticed::Said(text) }
                }
                Command::Hush => {
                    self.speaking = None;
                    Noticed::Hush
                }
                Command::Sound { tone, at } => {
                    self.planned.extend(at.map(|at| (tone, at)));
                    Noticed::Tone(tone)
                }
                Command::Silence => {
                    let audio = self.now.audio.unwrap_or(Millis::INFINITY);
                    self.planned.retain(|(_, at)| *at <= audio);
                    Noticed::Silence
                }
                Command::Buzz(buzz) => Noticed::Buzz(buzz),
                Command::Told(told) => Noticed::Told(told),
            };
            self.noticed.push(noticed);
        }
    }

    /// One step of time.
    pub fn step(&mut self) {
        self.now.steady += STEP;
        self.now.audio = self.now.audio.map(|audio| audio + STEP);
        if let Some((number, ends)) = self.speaking
            && ends <= self.now.steady
        {
            self.speaking = None;
            if self.tells {
                self.send(Input::Spoken(number));
            }
        }
        self.send(Input::Tick);
    }

    /// Lets so many seconds pass.
    pub fn seconds(&mut self, seconds: u32) {
        (0..seconds * 20).for_each(|_| self.step());
    }

    /// Lets time pass until something is shown; at most twenty minutes.
    pub fn until(&mut self, what: &str, is_there: impl Fn(&Shown) -> bool) {
        for _ in 0..20 * 60 * 20 {
            if is_there(self.conductor.shown()) {
                return;
            }
            self.step();
        }
        panic!("{what} never came: {:?}", self.conductor.shown());
    }

    /// Until this stroke has begun.
    pub fn until_stroke(&mut self, number: u8) {
        self.until("the stroke", |shown| matches!(shown.mode, Mode::Stroke { out: true, count, .. } if count == number));
    }

    /// Everything said so far, soft or not.
    pub fn said(&self) -> Vec<&str> {
        let said = self.noticed.iter().filter_map(|noticed| match noticed {
            Noticed::Said(text) | Noticed::SaidSoftly(text) => Some(text.as_str()),
            Noticed::Shown(_) | Noticed::Tone(_) | Noticed::Buzz(_) | Noticed::Hush | Noticed::Silence | Noticed::Told(_) => None,
        });
        said.collect()
    }

    /// Whether these things were noticed in this order, with anything between them.
    #[track_caller]
    pub fn expect(&self, order: &[Noticed]) {
        let mut noticed = self.noticed.iter();
        for expected in order {
            assert!(noticed.any(|noticed| noticed == expected), "{expected:?} did not come, or not in this order:\n{:#?}", self.noticed);
        }
    }

    /// Forgets what was noticed.
    pub fn forget(&mut self) {
        self.noticed.clear();
    }
}

pub fn said(text: &str) -> Noticed {
    Noticed::Said(text.to_owned())
}

pub fn score(number: u8) -> Score {
    Score::try_from(number).unwrap_or_else(|error| panic!("{error}"))
}

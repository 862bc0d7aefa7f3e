//! Random walks of a conducted session, with a model of what may be counted beside it. The model knows the clocks and the
//! session from outside, and nothing of how the conductor works.

use super::actions::{Action, Start};
use crate::common::{TODAY, reloaded, safety};
use palpate_core::conductor::{Command, Conductor, Input, Interruption, Mode, Now, Options, Shown, Tone};
use palpate_core::knowledge::Walkthrough;
use palpate_core::signal::Signal;
use palpate_core::text::plain;
use palpate_core::walkthrough::{Event, Found, Legs, Place, STROKE_CAP, Session};
use palpate_core::{Millis, Side};
use proptest::prelude::*;

/// A longer step of the steady clock is a gap.
pub const GAP: Millis = 1_500.0;
/// How far the clock of the sound may stray before it counts as taken away.
const STRAY: Millis = 500.0;

/// What the model holds beside the session.
#[derive(Default)]
struct Model {
    /// Hands-on time that may have been counted, by side: right first.
    clean: [Millis; 2],
    /// The last input whose clock made sense.
    last: Option<Millis>,
    /// The strokes under way: when their breath in began, the shortest breath since, and how many were counted.
    run: Option<(Millis, Millis, u32)>,
    /// Number of the last utterance.
    number: u32,
    /// What was shown since the place was entered.
    captions: Vec<String>,
    place: Option<(Place, Side, Legs)>,
}

pub struct Walk {
    pub guide: &'static Walkthrough,
    pub session: Session,
    pub conductor: Conductor,
    pub now: Now,
    options: Options,
    word: Option<Millis>,
    frozen: bool,
    speaking: Option<(u32, Millis)>,
    model: Model,
    /// How many strokes were counted in all.
    pub strokes: u32,
}

fn of(side: Side) -> usize {
    usize::from(side == Side::Left)
}

impl Walk {
    pub fn begin(guide: &'static Walkthrough, start: &Start) -> Result<Self, TestCaseError> {
        let mut session = Session::new(guide, Side::Right, Legs::Dropped, TODAY);
        if start.at_area || start.at_point.is_some() {
            while let Place::Step(_) | Place::Check(_) = session.place {
                session.apply(guide, safety(), Event::Next, 5_000.0);
                session.apply(guide, safety(), Event::Found(Found::Yes), 5_000.0);
            }
        }
        if let Some(had) = start.at_point {
            session.apply(guide, safety(), Event::Tender, 5_000.0);
            (0..had).for_each(|_| session.apply(guide, safety(), Event::Stroke, 5_000.0));
        }
        let now = Now { steady: 5_000.0, audio: start.audio };
        let (conductor, commands) = Conductor::begin(&mut session, guide, safety(), start.options, now);
        let mut walk = Walk {
            guide,
            session,
            conductor,
            now,
            options: start.options,
            word: start.word,
            frozen: false,
            speaking: None,
            model: Model { last: Some(now.steady), ..Model::default() },
            strokes: 0,
        };
        walk.perform(&commands)?;
        Ok(walk)
    }

    /// Most strokes that the conductor may count on a point now.
    fn target(&self) -> u8 {
        self.options.target.min(STROKE_CAP)
    }

    pub fn go(&mut self, action: &Action) -> Result<(), TestCaseError> {
        match action {
            Action::Run(ticks, step) => {
                for _ in 0..*ticks {
                    self.pass(*step);
                    self.tick()?;
                }
            }
            Action::Signal(signal) => self.send(Input::Signal(*signal))?,
            Action::Onward(times) => {
                for _ in 0..*times {
                    self.onward()?;
                }
            }
            Action::Rated(number) => self.send(Input::Rated(super::score(*number)))?,
            Action::NotFound => self.send(Input::NotFound)?,
            Action::Interrupted(reason) => self.send(Input::Interrupted(*reason))?,
            Action::Spoken(number) => self.send(Input::Spoken(*number))?,
            Action::Jump(by) => {
                self.pass(*by);
                self.send(Input::Tick)?;
            }
            Action::Set(time) => {
                let before = self.now.steady;
                self.now.steady = *time;
                self.send(Input::Tick)?;
                self.now.steady = before;
            }
            Action::Sound(audio) => self.now.audio = *audio,
            Action::Stray(by) => self.now.audio = self.now.audio.map(|audio| audio + by),
            Action::Freeze(frozen) => self.frozen = *frozen,
            Action::Page(event) => self.press(event)?,
            Action::Options(options) => {
                self.options = *options;
                self.conductor.set_options(*options);
                if let Some((_, shortest, _)) = &mut self.model.run {
                    *shortest = shortest.min(Millis::from(options.breath) * 1_000.0);
                }
            }
            Action::Reload => self.reload()?,
        }
        Ok(())
    }

    pub fn pass(&mut self, step: Millis) {
        self.now.steady += step;
        if !self.frozen {
            self.now.audio = self.now.audio.map(|audio| audio + step);
        }
    }

    /// A tick, and the end of what is being said, where that is now.
    pub fn tick(&mut self) -> Result<(), TestCaseError> {
        if let Some((number, ends)) = self.speaking
            && ends <= self.now.steady
        {
            self.speaking = None;
            self.send(Input::Spoken(number))?;
        }
        self.send(Input::Tick)
    }

    /// The signal or the button that leads on.
    pub fn onward(&mut self) -> Result<(), TestCaseError> {
        match self.conductor.shown().mode {
            Mode::Page => self.press(&Event::GoOn),
            // What is said or breathed has its time first.
            Mode::Ready { .. } | Mode::Stroke { .. } => {
                self.pass(1_000.0);
                self.tick()
            }
            Mode::Say if self.conductor.shown().right.is_none() => {
                self.pass(1_000.0);
                self.tick()
            }
            // Nobody answers at once.
            Mode::Ask | Mode::Found | Mode::Rate { .. } | Mode::Waiting(_) => {
                self.pass(300.0);
                self.send(Input::Signal(Signal::Forward))
            }
            Mode::Say | Mode::Time { .. } | Mode::Breathe { .. } => self.send(Input::Signal(Signal::Forward)),
        }
    }

    pub fn press(&mut self, event: &Event) -> Result<(), TestCaseError> {
        // The page asks the conductor first, so that a gap is seen before its button is counted.
        self.send(Input::Tick)?;
        let at = self.model.last.unwrap_or(0.0);
        self.session.apply(self.guide, safety(), event.clone(), at);
        self.send(Input::Changed)
    }

    fn reload(&mut self) -> Result<(), TestCaseError> {
        let before = self.session.points().to_vec();
        self.session = reloaded(&self.session)?;
        self.now = Now { steady: 10.0, audio: self.now.audio };
        (self.model.last, self.model.run, self.model.number) = (Some(10.0), None, 0);
        self.model.place = None;
        self.speaking = None;
        let (conductor, commands) = Conductor::begin(&mut self.session, self.guide, safety(), self.options, self.now);
        self.conductor = conductor;
        prop_assert_eq!(before, self.session.points());
        self.perform(&commands)
    }

    /// Sends an input, and holds what came of it against every rule.
    pub fn send(&mut self, input: Input) -> Result<(), TestCaseError> {
        let at_rest = is_at_rest(&self.session);
        let (place, side, paused) = (self.session.place.clone(), self.session.side, self.session.paused);
        let had: u32 = counted(&self.session);
        let had_here = self.session.point().map(|point| point.strokes.count());
        let steady = self.now.steady;
        let step = self.model.last.map(|last| steady - last).filter(|step| (0.0..=GAP).contains(step));
        if steady.abs() < 1e15 {
            self.model.last = Some(steady);
        }
        if let Some(step) = step
            && place.is_hands_on()
            && !paused
        {
            self.model.clean[of(side)] += step;
        }
        let commands = self.conductor.apply(&mut self.session, self.guide, safety(), input.clone(), self.now);

        // Strokes: one at a time, on a tick, never in a gap or a pause, never past the target.
        let new = counted(&self.session) - had;
        if new > 0 {
            prop_assert!(new == 1 && input == Input::Tick && step.is_some() && !paused, "{new} strokes by {input:?}");
            prop_assert!(had_here.is_some_and(|had| had < self.target()) && matches!(place, Place::Point(_)));
            let Some((since, shortest, count)) = &mut self.model.run else {
                return Err(TestCaseError::fail("a stroke without a breath in"));
            };
            *count += 1;
            let elapsed = steady - *since + STRAY;
            let most = (elapsed - 0.4 * *shortest) / *shortest + 1.0;
            prop_assert!(f64::from(*count) <= most + 1e-6, "{count} strokes in {elapsed} ms");
            self.strokes += 1;
        }
        prop_assert!(self.session.points().iter().all(|point| point.strokes.count() <= STROKE_CAP));
        let hands_on = self.session.hands_on();
        prop_assert!(hands_on <= self.model.clean[of(self.session.side)] + 1e-3, "{hands_on} of {:?}", self.model.clean);

        // What is shown fits where the session is.
        let rests = is_at_rest(&self.session);
        let shown = self.conductor.shown();
        prop_assert_eq!(rests, shown.mode == Mode::Page, "{:?} at {:?}", shown.mode, self.session.place);
        if !rests {
            prop_assert_eq!(self.session.paused, matches!(shown.mode, Mode::Waiting(_)), "{:?}", shown.mode);
        }
        if rests {
            prop_assert_eq!((shown.left, shown.right), (None, None));
        }
        match input {
            Input::Signal(Signal::Stop) => {
                prop_assert!(rests, "a stop at {place:?} led to {:?}", self.session.place);
                let has = |wanted: &Command| commands.contains(wanted);
                prop_assert!(has(&Command::Hush) && has(&Command::Silence));
                let stop = has(&Command::Sound { tone: Tone::Stop, at: None });
                prop_assert!(at_rest || stop);
            }
            Input::Signal(_)
            | Input::Rated(_)
            | Input::NotFound
            | Input::Interrupted(_)
            | Input::Spoken(_)
            | Input::Changed
            | Input::Tick => {
                // Nothing but the buttons of the page, and a stop, leads on from there.
                prop_assert!(!at_rest || self.session.place == place, "{input:?} led from {place:?} to {:?}", self.session.place);
            }
        }
        if let Input::Spoken(number) = input
            && number != self.model.number
            && step.is_some()
        {
            let quiet = commands.is_empty() || matches!(self.conductor.shown().mode, Mode::Waiting(Interruption::Sound));
            prop_assert!(quiet, "{number} ended long ago: {commands:?}");
        }
        if step.is_none() && !paused && !at_rest && !rests {
            prop_assert!(matches!(self.conductor.shown().mode, Mode::Waiting(_)), "it went on over a gap");
        }
        self.warned(&place, &input)?;
        self.perform(&commands)
    }

    /// No step is left by signals and time before its warnings were shown.
    fn warned(&mut self, place: &Place, input: &Input) -> Result<(), TestCaseError> {
        let next = match (place, &self.session.place) {
            (Place::Step(before), Place::Step(after)) => before < after,
            (Place::Step(_), Place::Check(_) | Place::Area(_)) => true,
            _ => false,
        };
        if let (Place::Step(step), true) = (place, next && *input != Input::Changed) {
            let step = &self.guide.steps[usize::from(*step)];
            let here = if self.session.side == Side::Right { &step.beware_on.right } else { &None };
            for warning in step.beware.iter().chain(here) {
                let warning = plain(&self.session.side.render(warning));
                prop_assert!(self.model.captions.join(" ").contains(&warning), "{warning} was not shown: {:?}", self.model.captions);
            }
        }
        let key = (self.session.place.clone(), self.session.side, self.session.legs);
        if self.model.place.as_ref() != Some(&key) {
            self.model.place = Some(key);
            self.model.captions.clear();
        }
        let Shown { caption, mode, .. } = self.conductor.shown();
        if self.model.captions.last() != Some(caption) && !matches!(mode, Mode::Waiting(_)) {
            self.model.captions.push(caption.clone());
        }
        Ok(())
    }

    fn perform(&mut self, commands: &[Command]) -> Result<(), TestCaseError> {
        for command in commands {
            match command {
                Command::Say { number, text, .. } => {
                    prop_assert!(self.options.speaks && *number > self.model.number && !text.is_empty());
                    self.model.number = *number;
                    self.speaking = self.word.map(|word| (*number, self.now.steady + word * text.split(' ').count() as Millis));
                }
                Command::Sound { at: Some(at), .. } => {
                    let ahead = self.now.audio.map(|audio| at - audio);
                    // Numbers as large as no clock shows are too coarse for this.
                    let coarse = at.abs() > 1e12;
                    prop_assert!(coarse || ahead.is_some_and(|ahead| (-1e-3..=200.0 + 1e-3).contains(&ahead)), "{ahead:?} ahead");
                }
                Command::Hush => self.speaking = None,
                Command::Sound { .. } | Command::Silence | Command::Buzz(_) | Command::Told(_) => {}
            }
        }
        self.model.run = match (self.conductor.shown().mode, self.model.run) {
            (Mode::Ready { .. }, Some(run)) if !commands.contains(&Command::Sound { tone: Tone::BreatheIn, at: None }) => Some(run),
            (Mode::Ready { .. }, _) => Some((self.model.last.unwrap_or(0.0), Millis::from(self.options.breath.clamp(5, 10)) * 1_000.0, 0)),
            (Mode::Stroke { .. }, run) => run,
            _ => None,
        };
        Ok(())
    }
}

pub fn is_at_rest(session: &Session) -> bool {
    matches!(session.place, Place::Stopped | Place::EasedOff(_) | Place::Ended(_))
}

fn counted(session: &Session) -> u32 {
    session.points().iter().map(|point| u32::from(point.strokes.count())).sum()
}

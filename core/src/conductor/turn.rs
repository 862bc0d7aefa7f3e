//! One turn of the conductor: an input taken in, the session followed, and what is under way brought on.

use super::programme::Question;
use super::tempo::{Tempo, is_time};
use super::{Command, Conductor, Input, Interruption, Mode, Now, Tone};
use crate::day::Millis;
use crate::knowledge::{Safety, Walkthrough};
use crate::side::Side;
use crate::signal::Signal;
use crate::walkthrough::{Event, Legs, Place, Session};

/// A longer step between two inputs is a gap: the device slept, or the clock was set.
const GAP: Millis = 1_500.0;

/// What is under way in a beat. Times are of the steady clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phase {
    /// Nothing: it waits, or the programme is over.
    Idle,
    /// A sentence; `number` is that of the utterance while one is expected to end.
    Line {
        number: Option<u32>,
        since: Millis,
        until: Millis,
    },
    /// After a sentence.
    Rest {
        until: Millis,
    },
    Time {
        until: Millis,
    },
    Breathe {
        out: bool,
        until: Millis,
        left: u8,
        sink: bool,
        first: bool,
    },
    Ask(Question),
    /// A number from 0 to 10 is looked for; with none yet the question is being said.
    Rate {
        number: Option<u8>,
        rounds: u8,
        until: Millis,
    },
    Strokes(Tempo),
}

/// What a programme was made for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Made {
    pub place: Place,
    pub side: Side,
    pub legs: Legs,
}

impl Made {
    pub fn of(session: &Session) -> Self {
        Made { place: session.place.clone(), side: session.side, legs: session.legs }
    }
}

pub(super) struct Turn<'a> {
    pub conductor: &'a mut Conductor,
    pub session: &'a mut Session,
    pub guide: &'a Walkthrough,
    pub safety: &'a Safety,
    pub now: Now,
    pub out: Vec<Command>,
}

impl Turn<'_> {
    /// The first turn of a session.
    pub fn begin(&mut self) {
        self.make(false);
        let usable = is_time(self.now.steady);
        if usable {
            self.conductor.last = self.now.steady;
        }
        let fresh = self.session.place == Place::Step(0) && !self.session.paused;
        if self.is_at_rest() || (fresh && usable) {
            self.enter();
        } else {
            self.session.apply(self.guide, self.safety, Event::Pause, self.now.steady);
            self.wait(if usable { Interruption::Left } else { Interruption::Gap });
        }
        self.refresh();
    }

    pub fn take(&mut self, input: &Input) {
        let before = self.conductor.last;
        let broken = self.look_at_the_clocks();
        if broken == Some(Interruption::Gap) && self.is_at_rest() {
            self.begin_phase_anew();
        }
        let interrupted = broken.is_some_and(|reason| self.interrupt(reason, before));
        self.follow();
        match *input {
            Input::Signal(Signal::Stop) => self.stop(),
            Input::Spoken(number) => self.spoken(number),
            Input::Interrupted(reason) => {
                self.interrupt(reason, self.conductor.last);
            }
            Input::Signal(_) | Input::Rated(_) | Input::NotFound if interrupted => {}
            Input::Signal(signal) => self.signal(signal),
            Input::Rated(score) => self.rated(score),
            Input::NotFound => self.not_found(),
            Input::Changed => {}
            Input::Tick => self.tick(),
        }
        self.follow();
        self.refresh();
    }

    /// The time now, or the last that made sense.
    pub fn at(&self) -> Millis {
        self.conductor.last
    }

    pub fn is_at_rest(&self) -> bool {
        matches!(self.session.place, Place::Stopped | Place::EasedOff(_) | Place::Ended(_))
    }

    /// Compares the clocks with those of the last input.
    fn look_at_the_clocks(&mut self) -> Option<Interruption> {
        let steady = self.now.steady;
        if !is_time(steady) {
            return Some(Interruption::Gap);
        }
        let step = steady - self.conductor.last;
        self.conductor.last = steady;
        let sound_holds = match self.conductor.phase {
            Phase::Strokes(tempo) => tempo.holds(self.now),
            Phase::Idle
            | Phase::Line { .. }
            | Phase::Rest { .. }
            | Phase::Time { .. }
            | Phase::Breathe { .. }
            | Phase::Ask(_)
            | Phase::Rate { .. } => true,
        };
        if !(0.0..=GAP).contains(&step) {
            Some(Interruption::Gap)
        } else if sound_holds {
            None
        } else {
            Some(Interruption::Sound)
        }
    }

    /// Pauses, as of `then`: what came after it was not conducted, and is not counted. Says whether it did.
    fn interrupt(&mut self, reason: Interruption, then: Millis) -> bool {
        if self.is_at_rest() || self.conductor.waiting.is_some() {
            return false;
        }
        self.out.push(Command::Hush);
        self.out.push(Command::Silence);
        self.conductor.speaking = None;
        self.session.apply(self.guide, self.safety, Event::Pause, then);
        if reason != Interruption::Sound {
            self.out.push(Command::Sound { tone: Tone::Pause, at: None });
        }
        self.wait(reason);
        true
    }

    pub fn pause(&mut self) {
        self.interrupt(Interruption::Asked, self.at());
    }

    pub fn wait(&mut self, reason: Interruption) {
        self.conductor.phase = Phase::Idle;
        self.conductor.waiting = Some(reason);
        self.conductor.asked_at = self.at();
        self.show_waiting(reason);
        // A call has the sound: then it is only shown.
        if reason != Interruption::Sound && self.conductor.options.speaks {
            let text = self.conductor.shown.caption.clone();
            self.say(&text, false);
        }
    }

    fn show_waiting(&mut self, reason: Interruption) {
        let shown = &mut self.conductor.shown;
        shown.mode = Mode::Waiting(reason);
        shown.soft = false;
        shown.caption = match reason {
            Interruption::Left if !shown.title.is_empty() => format!("{} {}.", reason.sentence(), shown.title.trim_end_matches(['.', '?'])),
            Interruption::Left | Interruption::Asked | Interruption::Hidden | Interruption::Gap | Interruption::Sound => {
                reason.sentence().to_owned()
            }
        };
    }

    /// Goes on after waiting: what was under way begins anew. With `anew` the whole place does.
    pub fn resume(&mut self, anew: bool) {
        if !is_time(self.now.steady) {
            return;
        }
        self.event(Event::Resume);
        self.hush();
        if anew {
            self.conductor.beat = 0;
        }
        self.follow();
    }

    fn stop(&mut self) {
        if matches!(self.session.place, Place::Stopped | Place::Ended(_)) {
            self.out.push(Command::Hush);
            self.out.push(Command::Silence);
            self.conductor.speaking = None;
            self.conductor.phase = Phase::Idle;
        } else {
            self.event(Event::Stop);
            self.follow();
        }
    }

    /// Hands the session an event of now.
    pub fn event(&mut self, event: Event) {
        self.conductor.told_at = self.at();
        let at = self.at();
        self.session.apply(self.guide, self.safety, event, at);
    }

    /// Looks where the session is, and goes there if that is somewhere else.
    pub fn follow(&mut self) {
        let moved = self.conductor.made != Made::of(self.session);
        if self.is_at_rest() {
            if moved {
                self.out.push(Command::Hush);
                self.out.push(Command::Silence);
                self.conductor.speaking = None;
                self.conductor.waiting = None;
                self.make(false);
                self.enter();
            }
            return;
        }
        if self.is_ending_the_last_stroke() {
            return;
        }
        match (self.conductor.waiting, self.session.paused) {
            (None, true) => {
                if moved {
                    self.make(false);
                }
                self.interrupt(Interruption::Asked, self.at());
            }
            (Some(_), false) => {
                self.conductor.waiting = None;
                if moved {
                    self.make(false);
                }
                self.enter();
            }
            (Some(reason), true) => {
                if moved {
                    self.make(false);
                    self.show_waiting(reason);
                }
            }
            (None, false) => {
                if moved {
                    self.cut();
                    self.make(false);
                    self.enter();
                }
            }
        }
    }

    /// At the cap the session has left the point when the last stroke has only begun.
    fn is_ending_the_last_stroke(&self) -> bool {
        let Phase::Strokes(tempo) = self.conductor.phase else { return false };
        let (Place::Point(before), Place::PointDone(now)) = (&self.conductor.made.place, &self.session.place) else { return false };
        let same = self.conductor.made.side == self.session.side && self.conductor.made.legs == self.session.legs;
        tempo.last && before == now && same && !self.session.paused
    }

    /// At rest a gap only means that the sentence under way gets its time anew.
    fn begin_phase_anew(&mut self) {
        let at = self.at();
        match &mut self.conductor.phase {
            Phase::Line { since, until, .. } => (*since, *until) = (at, at + (*until - *since)),
            Phase::Rest { until } => *until = at,
            Phase::Idle | Phase::Time { .. } | Phase::Breathe { .. } | Phase::Ask(_) | Phase::Rate { .. } | Phase::Strokes(_) => {}
        }
    }
}

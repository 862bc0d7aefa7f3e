//! Playing a programme: each beat begun, timed and ended.

use super::programme::{Answered, Beat, Call, Kind, heading, programme};
use super::sentence::{hasty, patience, reading};
use super::tempo::is_time;
use super::turn::{Made, Phase, Turn};
use super::{Buzz, Command, Mode, Tone};
use crate::day::Millis;
use crate::walkthrough::{Check, Event, Place};

/// How often the session is told that time passes. Each change of it is kept, so not at every tick.
const TELL: Millis = 1_000.0;
/// How long a question waits while fingers press; then it pauses and says to rest the hands.
const LONGEST_ASK: Millis = 60_000.0;

impl Turn<'_> {
    /// Makes the programme of the place; it is begun with [`Turn::enter`].
    pub fn make(&mut self, again: bool) {
        let mut answered = Answered::default();
        if let Place::PointDone(point) = &self.session.place {
            answered = Answered { rated: self.conductor.rated.contains(point), familiar: self.conductor.familiar.contains(point) };
        }
        let from_stop = self.conductor.made.place == Place::Stopped && self.session.place != Place::Stopped;
        let made = Made::of(self.session);
        let call = Call {
            session: self.session,
            guide: self.guide,
            safety: self.safety,
            options: self.conductor.options,
            again,
            answered,
            from_stop,
        };
        self.conductor.programme = programme(&call);
        let (title, step) = heading(self.session, self.guide);
        self.conductor.shown.title = title;
        self.conductor.shown.step = step.unwrap_or(self.conductor.shown.step);
        if self.conductor.made.place != self.session.place {
            self.conductor.too_much = None;
        }
        self.conductor.warned &= again;
        self.conductor.shown.place = made.place.clone();
        self.conductor.made = made;
        self.conductor.beat = 0;
        self.conductor.phase = Phase::Idle;
        if self.is_at_rest() {
            self.conductor.shown.mode = Mode::Page;
        }
    }

    /// Begins the beat where the programme stands.
    pub fn enter(&mut self) {
        self.conductor.phase = Phase::Idle;
        loop {
            let beat = self.conductor.programme.get(self.conductor.beat).cloned();
            match beat {
                None => return,
                Some(Beat::Cue(tone, buzz)) => {
                    self.out.push(Command::Sound { tone, at: None });
                    self.out.extend(buzz.map(Command::Buzz));
                    self.conductor.beat += 1;
                    continue;
                }
                // The repeat was switched off meanwhile.
                Some(Beat::Say { soft: true, .. }) if !self.conductor.options.repeat => {
                    self.conductor.beat += 1;
                    continue;
                }
                Some(Beat::Say { text, soft, .. }) => self.line(&text, soft),
                Some(Beat::Time { seconds }) => {
                    let lasts = Millis::from(seconds) * 1_000.0;
                    self.conductor.phase = Phase::Time { until: self.at() + lasts };
                    self.conductor.shown.mode = Mode::Time { lasts };
                }
                Some(Beat::Breathe { breaths, sink }) => self.breathe(false, breaths, sink, true, self.at()),
                Some(Beat::Ask(question)) => self.ask(question),
                Some(Beat::Strokes) => self.begin_strokes(),
                Some(Beat::Go) => {
                    self.event(Event::Next);
                    self.follow();
                }
            }
            return;
        }
    }

    /// On to the next beat.
    pub fn advance(&mut self) {
        self.conductor.beat = self.conductor.beat.saturating_add(1);
        let rest = self.conductor.programme.get(self.conductor.beat..).unwrap_or_default();
        self.conductor.warned |= !rest.iter().any(|beat| matches!(beat, Beat::Say { kind: Kind::Warning, .. }));
        self.enter();
    }

    fn line(&mut self, text: &str, soft: bool) {
        let number = self.say(text, soft);
        let lasts = if number.is_some() { patience(text) } else { reading(text) };
        if number.is_none() {
            self.out.push(Command::Sound { tone: Tone::Line, at: None });
            self.out.push(Command::Buzz(Buzz::Line));
        }
        self.conductor.phase = Phase::Line { number, since: self.at(), until: self.at() + lasts };
        self.show(text, soft);
        if !self.is_at_rest() {
            self.conductor.shown.mode = Mode::Say;
        }
    }

    /// Whether the fingers press while the question is open.
    fn presses(&self) -> bool {
        match &self.session.place {
            Place::Area(_) => true,
            Place::Check(check) => *check != Check::Leave,
            Place::Step(index) => self.guide.steps.get(usize::from(*index)).is_some_and(|step| step.check || step.pacing.sink),
            Place::Point(_) | Place::PointDone(_) | Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => false,
        }
    }

    pub fn show(&mut self, text: &str, soft: bool) {
        text.clone_into(&mut self.conductor.shown.caption);
        self.conductor.shown.soft = soft;
    }

    /// Says it, where something can, and tells the number of the utterance.
    pub fn say(&mut self, text: &str, soft: bool) -> Option<u32> {
        if !self.conductor.options.speaks {
            return None;
        }
        let number = self.conductor.number.wrapping_add(1);
        self.conductor.number = number;
        self.conductor.speaking = Some(number);
        self.out.push(Command::Say { number, text: text.to_owned(), soft });
        Some(number)
    }

    pub fn hush(&mut self) {
        if self.conductor.speaking.take().is_some() {
            self.out.push(Command::Hush);
        }
    }

    /// Ends what is heard of the beat under way.
    pub fn cut(&mut self) {
        self.hush();
        if matches!(self.conductor.phase, Phase::Strokes(_) | Phase::Breathe { .. }) {
            self.out.push(Command::Silence);
        }
        self.conductor.phase = Phase::Idle;
    }

    pub fn spoken(&mut self, number: u32) {
        if self.conductor.speaking == Some(number) {
            self.conductor.speaking = None;
            self.question_said();
        }
        let Phase::Line { number: Some(expected), since, .. } = self.conductor.phase else { return };
        if expected != number {
            return;
        }
        let Some(Beat::Say { text, after, .. }) = self.conductor.programme.get(self.conductor.beat) else { return };
        self.conductor.phase = if self.at() - since < hasty(text) {
            // It could not be spoken: then it is there to be read.
            Phase::Line { number: None, since, until: since + reading(text) }
        } else {
            Phase::Rest { until: self.at() + after }
        };
    }

    pub fn tick(&mut self) {
        if !is_time(self.now.steady) || self.conductor.waiting.is_some() {
            return;
        }
        if self.session.place.is_hands_on() && !self.session.paused && self.at() - self.conductor.told_at >= TELL {
            self.event(Event::Tick);
            self.follow();
        }
        let at = self.at();
        match self.conductor.phase {
            Phase::Line { number, until, .. } if at >= until => {
                if number.is_some() {
                    self.hush();
                }
                let after = match self.conductor.programme.get(self.conductor.beat) {
                    Some(Beat::Say { after, .. }) => *after,
                    _ => 0.0,
                };
                self.conductor.phase = Phase::Rest { until: at + after };
            }
            Phase::Rest { until } | Phase::Time { until } if at >= until => self.advance(),
            Phase::Breathe { out, until, left, sink, first } if at >= until => self.next_breath(out, until, left, sink, first),
            Phase::Rate { number, rounds, until } if at >= until => self.next_number(number, rounds),
            Phase::Strokes(tempo) => self.stroke_tick(tempo),
            // Nobody presses on and on while thinking.
            Phase::Ask(_) if self.presses() && at - self.conductor.asked_at >= LONGEST_ASK => self.pause(),
            Phase::Idle
            | Phase::Line { .. }
            | Phase::Rest { .. }
            | Phase::Time { .. }
            | Phase::Breathe { .. }
            | Phase::Ask(_)
            | Phase::Rate { .. } => {}
        }
    }
}

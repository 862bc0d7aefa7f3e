//! Breaths and strokes: the two paces of a session.

use super::sentence::number;
use super::tempo::{Due, OUT, Part, Tempo};
use super::turn::{Phase, Turn};
use super::{Buzz, Command, Count, Mode, Now, Tone};
use crate::day::Millis;
use crate::walkthrough::{Event, Place};

/// The strokes that are marked as the last ones.
const MARKED: u8 = 3;
/// After this stroke the ache should be fading.
const FADING: u8 = 3;

impl Turn<'_> {
    fn breath(&self) -> Millis {
        Millis::from(self.conductor.options.breath) * 1_000.0
    }

    /// Begins a breath in or out at this time.
    pub fn breathe(&mut self, out: bool, left: u8, sink: bool, first: bool, from: Millis) {
        let lasts = self.breath() * if out { OUT } else { 1.0 - OUT };
        let (tone, buzz, text) = match (out, sink) {
            (false, _) => (Tone::BreatheIn, Buzz::BreatheIn, "Breathe in."),
            (true, true) => (Tone::BreatheOut, Buzz::BreatheOut, "Breathe out, and sink a little."),
            (true, false) => (Tone::BreatheOut, Buzz::BreatheOut, "Breathe out."),
        };
        self.out.push(Command::Sound { tone, at: None });
        self.out.push(Command::Buzz(buzz));
        if first {
            self.say(text, false);
        }
        self.show(text, false);
        self.conductor.phase = Phase::Breathe { out, until: from + lasts, left, sink, first };
        self.conductor.shown.mode = Mode::Breathe { out, lasts, left, sink };
    }

    pub fn next_breath(&mut self, out: bool, until: Millis, left: u8, sink: bool, first: bool) {
        match (out, left) {
            (false, _) => self.breathe(true, left, sink, first, until),
            (true, 0 | 1) => self.advance(),
            (true, more) => self.breathe(false, more - 1, sink, false, until),
        }
    }

    fn strokes(&self) -> u8 {
        self.session.point().map_or(0, |point| point.strokes.count())
    }

    /// Strokes after a breath in; none where the point had enough.
    pub fn begin_strokes(&mut self) {
        let (count, target) = (self.strokes(), self.conductor.options.target);
        if count >= target || self.session.time_is_up() {
            return self.end_point();
        }
        let tempo = Tempo::begin(Now { steady: self.at(), ..self.now }, self.breath());
        self.out.push(Command::Sound { tone: Tone::BreatheIn, at: None });
        self.out.push(Command::Buzz(Buzz::BreatheIn));
        self.say("Breathe in.", false);
        self.show("Breathe in.", false);
        self.conductor.phase = Phase::Strokes(tempo);
        self.conductor.shown.mode = Mode::Ready { lasts: tempo.lasts(), count, target };
    }

    /// Enough on this point, for whatever reason.
    pub fn end_point(&mut self) {
        self.cut();
        self.event(Event::Enough);
        self.follow();
    }

    pub fn stroke_tick(&mut self, mut tempo: Tempo) {
        if let Some(due) = tempo.due(self.now) {
            self.sound_next(tempo, due);
        }
        let part = tempo.turn(self.now, self.breath());
        self.conductor.phase = Phase::Strokes(tempo);
        match part {
            Some(Part::Out) => self.stroke(tempo),
            Some(Part::In) => self.let_go(tempo),
            Some(Part::Ready) | None => {}
        }
    }

    /// The tone of the part that comes next.
    fn sound_next(&mut self, tempo: Tempo, due: Due) {
        let at = match due {
            Due::At(at) => Some(at),
            Due::AtOnce => None,
        };
        let options = self.conductor.options;
        let marked = options.target.saturating_sub(self.strokes()) <= MARKED;
        let tone = match tempo.part {
            Part::Ready | Part::In if marked => Tone::LastStrokes,
            Part::Ready | Part::In if options.speaks && options.count == Count::Aloud => return,
            Part::Ready | Part::In => Tone::Stroke,
            Part::Out if tempo.last => return,
            Part::Out => Tone::BreatheIn,
        };
        self.out.push(Command::Sound { tone, at });
    }

    /// A stroke begins: it is counted first, and announced then.
    fn stroke(&mut self, mut tempo: Tempo) {
        let (had, target) = (self.strokes(), self.conductor.options.target);
        if had >= target {
            return self.end_point();
        }
        self.event(Event::Stroke);
        let count = self.strokes();
        if count == had {
            return self.end_point();
        }
        tempo.last = count >= target || !matches!(self.session.place, Place::Point(_));
        self.conductor.phase = Phase::Strokes(tempo);
        let more = target.saturating_sub(count);
        self.out.push(Command::Buzz(if more < MARKED { Buzz::LastStrokes } else { Buzz::Stroke }));
        let left = match more {
            0 => " The last one.",
            1 => " One more.",
            2 => " Two more.",
            _ => "",
        };
        let text = format!("{}.{left}", number(count));
        if self.conductor.options.count == Count::Aloud {
            self.hush();
            self.say(&text, false);
        }
        self.show(&text, false);
        self.conductor.shown.mode = Mode::Stroke { out: true, lasts: tempo.lasts(), count, target };
    }

    /// A stroke is over: let go, or, after the last one, hands off.
    fn let_go(&mut self, tempo: Tempo) {
        let (count, target) = (self.strokes(), self.conductor.options.target);
        if tempo.last || count >= target || self.session.time_is_up() {
            return self.end_point();
        }
        self.out.push(Command::Buzz(Buzz::BreatheIn));
        // It has to fade within about 20 seconds (Part C7), and by then so much time has gone.
        let fading = count == FADING;
        let text = if fading { "Is it fading? If not, stop." } else { "Breathe in, and let go." };
        if fading {
            self.hush();
            self.say(text, false);
        }
        self.show(text, false);
        self.conductor.shown.mode = Mode::Stroke { out: false, lasts: tempo.lasts(), count, target };
    }
}

//! The person's turn: what the two halves do at each moment, and what an answer leads to.

use super::programme::{Beat, Kind, Question, has_next_area};
use super::sentence::{number as named, patience, reading};
use super::turn::{Phase, Turn};
use super::{Buzz, Command, Mode, Told, Tone};
use crate::day::Millis;
use crate::journal::{Score, TENDER_SEVERE, over_ceiling};
use crate::knowledge::WalkthroughKind;
use crate::signal::Signal;
use crate::walkthrough::{Event, Found, Place, SIDE_LIMIT};

/// From one number to the next, where a signal takes the one that is said.
const NUMBER: Millis = 1_600.0;
/// Sooner than this nobody answers.
const TOO_SOON: Millis = 300.0;
/// How often the numbers are gone through before they wait.
const ROUNDS: u8 = 2;

impl Turn<'_> {
    pub fn signal(&mut self, signal: Signal) {
        let waiting = self.conductor.waiting.is_some();
        if self.is_at_rest() || (self.is_too_soon() && (waiting || signal != Signal::Pause)) {
            return;
        }
        match (signal, waiting) {
            (Signal::Stop, _) => {}
            (Signal::Forward | Signal::Pause, true) => self.resume(false),
            (Signal::Backward, true) => self.resume(true),
            (Signal::Pause, false) => self.pause(),
            (Signal::Forward, false) => self.forward(),
            (Signal::Backward, false) => self.backward(),
        }
    }

    /// A pedal that bounces, or a press meant for the sentence before, is no answer to a question that nobody has heard yet,
    /// and takes back no pause.
    fn is_too_soon(&self) -> bool {
        let waits = match self.conductor.phase {
            Phase::Ask(_) | Phase::Rate { number: None, .. } => true,
            Phase::Idle => self.conductor.waiting.is_some(),
            Phase::Line { .. }
            | Phase::Rest { .. }
            | Phase::Time { .. }
            | Phase::Breathe { .. }
            | Phase::Rate { .. }
            | Phase::Strokes(_) => false,
        };
        waits && (0.0..TOO_SOON).contains(&(self.at() - self.conductor.asked_at))
    }

    fn forward(&mut self) {
        match self.conductor.phase {
            Phase::Idle => {}
            Phase::Line { .. } | Phase::Rest { .. } | Phase::Time { .. } | Phase::Breathe { .. } => self.skip(),
            Phase::Strokes(_) => self.end_point(),
            Phase::Ask(question) => {
                let event = match question {
                    Question::On(_) => Event::Next,
                    Question::Found => Event::Found(Found::Yes),
                    Question::Tender => Event::Tender,
                    Question::Onward => Event::NextArea,
                    Question::Familiar => return self.familiar(true),
                    Question::Rate => return,
                };
                self.answer(event);
            }
            Phase::Rate { number: Some(number), .. } => {
                if let Ok(score) = Score::try_from(number) {
                    self.rated(score);
                }
            }
            Phase::Rate { number: None, .. } => self.next_number(None, 0),
        }
    }

    fn backward(&mut self) {
        match self.conductor.phase {
            Phase::Idle => {}
            Phase::Line { .. } | Phase::Rest { .. } | Phase::Time { .. } | Phase::Breathe { .. } => self.again(),
            Phase::Strokes(_) => self.pause(),
            Phase::Ask(question) => match question {
                Question::On(_) => {
                    self.cut();
                    self.make(true);
                    self.enter();
                }
                Question::Found => self.answer(Event::Found(Found::NotSure)),
                Question::Tender => self.answer(Event::NextArea),
                Question::Familiar => self.familiar(false),
                Question::Onward if !self.session.time_is_up() => self.answer(Event::SearchOn),
                Question::Onward | Question::Rate => {}
            },
            Phase::Rate { .. } => {
                self.note_rated();
                self.cut();
                self.advance();
            }
        }
    }

    pub fn not_found(&mut self) {
        if self.conductor.phase == Phase::Ask(Question::Found) {
            self.answer(Event::Found(Found::No));
        }
    }

    fn answer(&mut self, event: Event) {
        self.event(event);
        self.follow();
    }

    /// To the person's turn, but never past a warning that was not shown yet.
    fn skip(&mut self) {
        if self.is_locked() {
            return;
        }
        let warned = self.conductor.warned;
        let stops = |beat: &Beat| match beat {
            Beat::Say { kind, .. } => match kind {
                Kind::Plain => false,
                Kind::Warning => !warned,
                Kind::Paragraph => true,
            },
            Beat::Ask(_) | Beat::Strokes | Beat::Go => true,
            Beat::Cue(..) | Beat::Time { .. } | Beat::Breathe { .. } => false,
        };
        let after = self.conductor.beat.saturating_add(1);
        let next = (after..self.conductor.programme.len()).find(|index| self.conductor.programme.get(*index).is_some_and(stops));
        if let Some(next) = next {
            self.cut();
            self.conductor.beat = next;
            self.enter();
        }
    }

    /// A warning is being said for the first time: nothing skips it.
    fn is_locked(&self) -> bool {
        let warning = matches!(self.conductor.programme.get(self.conductor.beat), Some(Beat::Say { kind: Kind::Warning, .. }));
        warning && !self.conductor.warned
    }

    /// Whether the first sentence of the place is being said.
    fn is_at_the_start(&self) -> bool {
        let first = self.conductor.programme.iter().position(|beat| matches!(beat, Beat::Say { .. }));
        self.conductor.beat <= first.unwrap_or(0)
    }

    /// The place from its beginning; from there to the place before.
    fn again(&mut self) {
        let at_the_start = self.is_at_the_start();
        self.cut();
        if at_the_start {
            self.event(Event::Back);
            self.follow();
            if self.conductor.phase != Phase::Idle {
                return;
            }
        }
        self.conductor.beat = 0;
        self.enter();
    }

    pub fn ask(&mut self, question: Question) {
        self.conductor.asked_at = self.at();
        // With one way to go there is nothing to choose.
        let text = if question == Question::Onward && self.session.time_is_up() { Question::On("").text() } else { question.text() };
        self.out.push(Command::Sound { tone: Tone::Ask, at: None });
        self.out.push(Command::Buzz(Buzz::Ask));
        let spoken = self.say(text, false).is_some();
        self.show(text, false);
        (self.conductor.phase, self.conductor.shown.mode) = match question {
            Question::Rate => {
                let until = self.at() + if spoken { patience(text) } else { reading(text) };
                (Phase::Rate { number: None, rounds: 0, until }, Mode::Rate { number: None })
            }
            Question::Found => (Phase::Ask(question), Mode::Found),
            Question::On(_) | Question::Tender | Question::Familiar | Question::Onward => (Phase::Ask(question), Mode::Ask),
        };
    }

    /// The next number from 0 to 10; after the last round it waits for a signal.
    pub fn next_number(&mut self, number: Option<u8>, rounds: u8) {
        let (number, rounds) = match number {
            None => (Some(0), 0),
            Some(10) if rounds + 1 >= ROUNDS => (None, 0),
            Some(10) => (Some(0), rounds + 1),
            Some(number) => (Some(number.saturating_add(1)), rounds),
        };
        let until = if number.is_some() { self.at() + NUMBER } else { Millis::INFINITY };
        self.hush();
        let text = number.map_or(Question::Rate.text(), named);
        if number.is_some() && self.say(text, false).is_none() {
            self.out.push(Command::Sound { tone: Tone::Line, at: None });
            self.out.push(Command::Buzz(Buzz::Line));
        }
        self.show(text, false);
        self.conductor.phase = Phase::Rate { number, rounds, until };
        self.conductor.shown.mode = Mode::Rate { number };
    }

    /// The question for a number was said: soon the numbers begin.
    pub fn question_said(&mut self) {
        if let Phase::Rate { number: None, rounds, until } = self.conductor.phase
            && until.is_finite()
        {
            self.conductor.phase = Phase::Rate { number: None, rounds, until: until.min(self.at() + NUMBER) };
        }
    }

    fn note_rated(&mut self) {
        if let Place::PointDone(point) = self.session.place {
            self.conductor.rated.push(point);
        }
    }

    pub fn rated(&mut self, score: Score) {
        let Phase::Rate { .. } = self.conductor.phase else { return };
        let Place::PointDone(point) = self.session.place else { return };
        self.out.push(Command::Told(Told::Tender { point, score }));
        self.note_rated();
        let asked = self.conductor.familiar.contains(&point);
        if score == Score::NONE {
            // No ache, so none that could be unknown.
            self.conductor.familiar.push(point);
            self.cut();
            self.make(false);
            self.enter();
        } else if let Some(rule) = over_ceiling(score).filter(|_| asked || score >= TENDER_SEVERE) {
            self.stop_for(rule);
        } else {
            // Too much and unknown is worse than too much: the rule waits for the next answer, with the hands off.
            self.conductor.too_much = over_ceiling(score);
            self.cut();
            self.advance();
        }
    }

    fn familiar(&mut self, familiar: bool) {
        let Place::PointDone(point) = self.session.place else { return };
        self.out.push(Command::Told(Told::Familiar { point, familiar }));
        self.conductor.familiar.push(point);
        match self.conductor.too_much.take() {
            _ if !familiar => self.stop_for("unfamiliar-pain"),
            Some(rule) => self.stop_for(rule),
            None => {
                self.cut();
                self.advance();
            }
        }
    }

    /// What was answered is a reason to stop (Part C6).
    fn stop_for(&mut self, id: &str) {
        self.event(Event::Stop);
        self.event(Event::Feel(id.to_owned()));
        self.follow();
    }

    /// What the halves do now, and the time that is left.
    pub fn refresh(&mut self) {
        let (left, right) = self.halves();
        let timed = self.guide.kind == WalkthroughKind::Massage
            && matches!(self.session.place, Place::Area(_) | Place::Point(_) | Place::PointDone(_));
        let left_over = ((SIDE_LIMIT - self.session.hands_on()).max(0.0) / 1_000.0).ceil();
        let shown = &mut self.conductor.shown;
        (shown.left, shown.right) = (left, right);
        shown.seconds_left = timed.then_some(left_over as u16);
    }

    fn halves(&self) -> (Option<&'static str>, Option<&'static str>) {
        if self.is_at_rest() {
            return (None, None);
        }
        if self.conductor.waiting.is_some() {
            return (Some("Again"), Some("Go on"));
        }
        match self.conductor.phase {
            Phase::Idle => (None, None),
            Phase::Line { .. } | Phase::Rest { .. } | Phase::Time { .. } | Phase::Breathe { .. } => {
                let back = self.is_at_the_start() && self.session.place != Place::Step(0);
                (Some(if back { "Back" } else { "Again" }), (!self.is_locked()).then_some("Skip"))
            }
            Phase::Strokes(_) => (Some("Pause"), Some("Enough")),
            Phase::Rate { number, .. } => (Some("Later"), Some(if number.is_some() { "This number" } else { "Start" })),
            Phase::Ask(question) => match question {
                Question::On(label) => (Some("Again"), Some(label)),
                Question::Found => (Some("Not sure"), Some("Yes")),
                Question::Tender => (Some("Nothing tender"), Some("A tender point")),
                Question::Familiar => (Some("No"), Some("Yes, I know it")),
                Question::Rate => (None, None),
                Question::Onward => {
                    let on = if has_next_area(self.session, self.guide) { "Next area" } else { "Finish" };
                    ((!self.session.time_is_up()).then_some("Search here"), Some(on))
                }
            },
        }
    }
}

//! The programme of a place: what is said, timed and asked there, in order. Made anew whenever the session moves.

use super::sentence::{strokes, told};
use super::{Buzz, Options, Tone};
use crate::day::Millis;
use crate::knowledge::{FocusArea, Pacing, Safety, Step, Then, Walkthrough};
use crate::side::Side;
use crate::text::{ended, sentences};
use crate::walkthrough::{Check, Ending, Legs, Place, Point, Session};

/// After an instruction, to do it.
const TO_DO: Millis = 2_500.0;
const SHORTLY: Millis = 900.0;
const BETWEEN: Millis = 500.0;
/// Seconds of rest after a point.
const REST: u8 = 8;

/// What may be skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    /// Never skipped before it was said or shown to its end once.
    Warning,
    /// Begins a paragraph: a skip leads no further than here.
    Paragraph,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Beat {
    Cue(Tone, Option<Buzz>),
    Say { text: String, soft: bool, after: Millis, kind: Kind },
    Time { seconds: u8 },
    Breathe { breaths: u8, sink: bool },
    Ask(Question),
    Strokes,
    Go,
}

/// What the person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether to go on; with what the right half says.
    On(&'static str),
    Found,
    Tender,
    Rate,
    Familiar,
    /// On from a point.
    Onward,
}

impl Question {
    pub fn text(self) -> &'static str {
        match self {
            Question::On(_) => "Go on when you are ready.",
            Question::Found => "Ease the pressure. Did you find it?",
            Question::Tender => "Is there a tender point, with the ache you know?",
            Question::Rate => "How tender was it, from zero to ten? Give the signal at your number.",
            Question::Familiar => "Was it the ache you know?",
            Question::Onward => "Is there more to find here, or will you go on?",
        }
    }
}

/// What was answered about a point already, or put off.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Answered {
    pub rated: bool,
    pub familiar: bool,
}

/// How a programme comes about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call<'a> {
    pub session: &'a Session,
    pub guide: &'a Walkthrough,
    pub safety: &'a Safety,
    pub options: Options,
    /// Asked for again at the person's turn: first what helps, and no soft repeat.
    pub again: bool,
    pub answered: Answered,
    /// Hands are off already, and it was said.
    pub from_stop: bool,
}

/// What a place is called, and which it is of how many; none of a number where hands are off for good or for now.
pub(super) fn heading(session: &Session, guide: &Walkthrough) -> (String, Option<(u8, u8)>) {
    let steps = small(guide.steps.len());
    let check_step = guide.steps.iter().position(|step| step.check).map_or(steps, |index| small(index) + 1);
    let area = |index: u8| guide.areas.get(usize::from(index)).map(|area| (area.title.as_str(), Some(conducted(guide, index))));
    let headed = match &session.place {
        Place::Step(index) => {
            guide.steps.get(usize::from(*index)).map(|step| (step.title.as_str(), Some((index.saturating_add(1), steps))))
        }
        Place::Check(check) => {
            let title = match check {
                Check::Ask => "Did you find it?",
                Check::KneeLift => "Try the tiny knee lift",
                Check::Reposition => "Shift your fingers a little",
                Check::Leave => "Leave it for today",
            };
            Some((title, Some((check_step, steps))))
        }
        Place::Area(index) => area(*index),
        Place::Point(_) | Place::PointDone(_) => session.point().and_then(|point| area(point.area)),
        Place::Closing | Place::Stopped | Place::EasedOff(_) => Some(("Hands off, and rest", None)),
        Place::Ended(_) => Some(("The session is over", None)),
    };
    let (title, step) = headed.unwrap_or_default();
    (told(session.side, title), step)
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX - 1)
}

/// Which of the areas that are conducted this is, counted from 1, and how many there are.
fn conducted(guide: &Walkthrough, index: u8) -> (u8, u8) {
    let all = (0..small(guide.areas.len())).filter(|area| guide.conducts(*area));
    let (before, all) = all.fold((0, 0), |(before, all), area| (before + u8::from(area <= index), all + 1));
    (before.max(1), all.max(1))
}

/// Whether a search can go on to a further area after this one.
pub(super) fn has_next_area(session: &Session, guide: &Walkthrough) -> bool {
    let after = session.point().map_or(0, |point| point.area.saturating_add(1));
    !session.time_is_up() && (after..small(guide.areas.len())).any(|area| guide.conducts(area))
}

pub(super) fn programme(call: &Call<'_>) -> Vec<Beat> {
    let Call { session, guide, .. } = *call;
    let mut made = Made { side: session.side, beats: Vec::new() };
    match &session.place {
        Place::Step(index) => {
            if let Some(step) = guide.steps.get(usize::from(*index)) {
                made.step(call, step, *index);
            }
        }
        Place::Check(check) => made.check(guide, *check),
        Place::Area(index) => {
            if let Some(area) = guide.areas.get(usize::from(*index)) {
                made.area(call, area, conducted(guide, *index));
            }
        }
        Place::Point(_) => made.point(call),
        Place::PointDone(_) => made.point_done(call),
        Place::Closing => made.closing(session, guide),
        Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => made.rest(call),
    }
    made.beats
}

struct Made {
    side: Side,
    beats: Vec<Beat>,
}

impl Made {
    fn cue(&mut self, tone: Tone, buzz: Option<Buzz>) {
        self.beats.push(Beat::Cue(tone, buzz));
    }

    /// Each sentence of the text by itself.
    fn text(&mut self, text: &str, after: Millis, kind: Kind) {
        let told = told(self.side, text);
        let after_that = |first: bool| if kind == Kind::Paragraph && !first { Kind::Plain } else { kind };
        self.beats.extend(sentences(&told).enumerate().map(|(index, text)| Beat::Say {
            text: text.to_owned(),
            soft: false,
            after,
            kind: after_that(index == 0),
        }));
    }

    fn texts(&mut self, texts: &[String], after: Millis) {
        texts.iter().for_each(|text| self.text(text, after, Kind::Plain));
    }

    fn softly(&mut self, texts: &[String]) {
        let from = self.beats.len();
        self.texts(texts, SHORTLY);
        for beat in &mut self.beats[from..] {
            if let Beat::Say { soft, .. } = beat {
                *soft = true;
            }
        }
    }

    /// One utterance, whatever it holds.
    fn line(&mut self, text: String, kind: Kind) {
        self.beats.push(Beat::Say { text, soft: false, after: BETWEEN, kind });
    }

    fn beware(&mut self, step: &Step) {
        let here = match self.side {
            Side::Left => &step.beware_on.left,
            Side::Right => &step.beware_on.right,
        };
        for warning in step.beware.iter().chain(here) {
            self.text(warning, BETWEEN, Kind::Warning);
        }
    }

    /// The time to do it, as breaths or seconds.
    fn pace(&mut self, pacing: Pacing) {
        if pacing.breaths > 0 {
            self.beats.push(Beat::Breathe { breaths: pacing.breaths, sink: pacing.sink });
        } else if pacing.seconds > 0 {
            self.beats.push(Beat::Time { seconds: pacing.seconds });
        }
    }

    fn step(&mut self, call: &Call<'_>, step: &Step, index: u8) {
        let instructions = match call.session.legs {
            Legs::Supported if !step.supported.is_empty() => &step.supported,
            Legs::Supported | Legs::Dropped => &step.instructions,
        };
        self.cue(Tone::Place, None);
        if call.again {
            self.text(&step.if_not, BETWEEN, Kind::Plain);
        } else {
            let title = told(self.side, &step.title);
            self.line(format!("Step {} of {}. {}", index.saturating_add(1), call.guide.steps.len(), ended(&title)), Kind::Plain);
        }
        // Where fingers sink in, what to beware of comes before they do.
        let presses = step.check || step.pacing.sink;
        if presses {
            self.beware(step);
        }
        self.texts(instructions, TO_DO);
        if !presses {
            self.beware(step);
        }
        if !step.feel.trim().is_empty() {
            let told = told(self.side, &step.feel);
            let mut feel = sentences(&told);
            if let Some(first) = feel.next() {
                self.line(format!("You should feel: {}", lowered(first)), Kind::Plain);
            }
            feel.for_each(|sentence| self.line(sentence.to_owned(), Kind::Plain));
        }
        self.pace(step.pacing);
        if call.options.repeat && !call.again {
            self.softly(instructions);
        }
        let last = usize::from(index) + 1 >= call.guide.steps.len() && call.guide.areas.is_empty();
        let ask = match step.pacing.then {
            _ if step.check => Beat::Ask(Question::On("Did I find it?")),
            Then::GoOn => Beat::Go,
            Then::Wait => Beat::Ask(Question::On(if last { "Finish" } else { "Next" })),
        };
        self.beats.push(ask);
    }

    fn check(&mut self, guide: &Walkthrough, check: Check) {
        let Some(help) = &guide.check else {
            self.beats.push(Beat::Ask(Question::On("Go on")));
            return;
        };
        let (texts, label) = match check {
            Check::Ask => {
                self.beats.push(Beat::Ask(Question::Found));
                return;
            }
            Check::KneeLift => (&help.knee_lift, "Ask me again"),
            Check::Reposition => (&help.reposition, "Ask me again"),
            Check::Leave => (&help.leave, "Go on"),
        };
        self.cue(Tone::Place, None);
        // The fingers sink in anew, so what to beware of is said anew.
        if check == Check::Reposition
            && let Some(step) = guide.steps.iter().find(|step| step.check)
        {
            self.beware(step);
        }
        self.texts(texts, TO_DO);
        self.beats.push(Beat::Ask(Question::On(label)));
    }

    fn area(&mut self, call: &Call<'_>, area: &FocusArea, (index, all): (u8, u8)) {
        self.cue(Tone::Place, None);
        let title = told(self.side, &area.title);
        self.line(format!("Area {index} of {all}. {}", ended(&title)), Kind::Plain);
        self.line(ended(area.hand.words()), Kind::Plain);
        self.texts(&area.find, TO_DO);
        let worked = |point: &Point| call.session.place == Place::Area(point.area) && point.side == self.side;
        if call.session.points().iter().any(worked) {
            self.line("Leave every point that you worked already.".to_owned(), Kind::Warning);
        }
        // Where to stop comes before the fingers sink in.
        self.text(&area.limit, BETWEEN, Kind::Warning);
        self.texts(&area.search, TO_DO);
        self.text(&area.hold, BETWEEN, Kind::Plain);
        // No soft repeat here: the hands are on the belly, and their five minutes run.
        self.pace(area.pacing);
        self.beats.push(Beat::Ask(Question::Tender));
    }

    fn point(&mut self, call: &Call<'_>) {
        let had = call.session.point().map_or(0, |point| point.strokes.count());
        self.cue(Tone::Place, None);
        if had >= call.options.target {
            self.line(format!("This point has had {}. That is enough.", lowered(&strokes(had))), Kind::Warning);
        } else {
            self.line("A tender point.".to_owned(), Kind::Plain);
            if had > 0 {
                self.line(format!("{} so far.", strokes(had)), Kind::Plain);
            }
            for text in ["One slow stroke with each out-breath.", "Let go with each in-breath.", "Always in the same direction."] {
                self.line(text.to_owned(), Kind::Plain);
            }
            let limits = [
                "Two or three out of ten is enough.",
                "Over four, sharp or rising: stop.",
                "An ache that you do not know, or one that spreads in your belly: stop.",
            ];
            for text in limits {
                self.line(text.to_owned(), Kind::Warning);
            }
        }
        self.beats.push(Beat::Strokes);
    }

    fn point_done(&mut self, call: &Call<'_>) {
        let had = call.session.point().map_or(0, |point| point.strokes.count());
        self.cue(Tone::Done, Some(Buzz::Done));
        let done = if had == 0 { "Hands off.".to_owned() } else { format!("{}. Hands off.", strokes(had)) };
        self.line(done, Kind::Warning);
        if !call.answered.rated {
            self.line("Rest.".to_owned(), Kind::Plain);
            self.beats.push(Beat::Time { seconds: REST });
            self.beats.push(Beat::Ask(Question::Rate));
        }
        if !call.answered.familiar {
            self.beats.push(Beat::Ask(Question::Familiar));
        }
        self.beats.push(Beat::Ask(Question::Onward));
    }

    fn closing(&mut self, session: &Session, guide: &Walkthrough) {
        self.cue(Tone::Place, None);
        if session.time_is_up() {
            self.line("The five minutes for this side are used up.".to_owned(), Kind::Plain);
        }
        for text in guide.closing.iter().flat_map(|closing| &closing.text) {
            self.text(text, SHORTLY, Kind::Paragraph);
        }
        self.beats.push(Beat::Ask(Question::On("Finish")));
    }

    /// Stopped, eased off or ended: what to do now. The page shows the same, and asks what has to be asked.
    fn rest(&mut self, call: &Call<'_>) {
        let rule = |id: &String| call.safety.stop.iter().find(|reason| reason.id == *id);
        let hands_off = "Hands off. Rest.".to_owned();
        match &call.session.place {
            Place::Ended(Ending::Complete) => self.line("This session is done. Rest a little.".to_owned(), Kind::Plain),
            Place::Ended(Ending::Left) => self.line("You ended this session. Rest a little.".to_owned(), Kind::Plain),
            Place::Stopped => {
                self.cue(Tone::Stop, Some(Buzz::Stop));
                self.line(hands_off, Kind::Plain);
                self.line("The screen asks what you feel.".to_owned(), Kind::Plain);
            }
            Place::EasedOff(id) | Place::Ended(Ending::Felt(id)) => {
                self.cue(Tone::Stop, Some(Buzz::Stop));
                if !call.from_stop {
                    self.line(hands_off, Kind::Plain);
                }
                let Some(reason) = rule(id) else { return };
                let again = call.session.is_over() && call.session.came_again(reason) && !reason.again.is_empty();
                self.texts(if again { &reason.again } else { &reason.now }, SHORTLY);
            }
            Place::Step(_) | Place::Check(_) | Place::Area(_) | Place::Point(_) | Place::PointDone(_) | Place::Closing => {}
        }
    }
}

/// With a small first letter, as after a colon; a name in capitals stays.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => first.to_lowercase().chain(letters).collect(),
        (Some(_) | None, _) => text.to_owned(),
    }
}

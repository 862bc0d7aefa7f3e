//! The conductor of a session without hands: what to say, sound and show, and when.
//!
//! Pure: events and times go in, commands come out. `src/platform` performs them and knows nothing of what they mean. The
//! session itself (`walkthrough::Session`) stays the one record of what was done; the conductor sends it events, and holds
//! only where in a place it is. So a tab that is killed loses a sentence, and never a stroke.
//!
//! Whenever the session stands at a new place, `programme.rs` makes the list of what happens there: sentences, time or breaths
//! to do it, a question, the strokes. `play.rs` goes through it beat by beat, `strokes.rs` and `tempo.rs` keep the two paces,
//! and `answer.rs` says what the two halves of the screen mean at each moment. `turn.rs` takes in every input in the same
//! order: first the clocks are compared with those of the input before; then the session is looked at, since a button of the
//! page may have moved it; only then does the input count. A gap in the clocks, a clock of the sound that strays while the
//! strokes run on it, or a word from the browser that the page was hidden pauses the session **as of the last good time**.
//! Going on begins the beat anew, strokes with a breath in. There are no timers in here: all that passes comes with a tick.
//!
//! Rules that no sequence of inputs, clocks or interruptions may break: a stroke is counted when it begins, before it is
//! announced; nothing is counted over a gap in the clocks, while hidden or paused, or past the target or the cap; Stop
//! silences everything at once; no signal leads on from a stop; no warning is skipped before it was said or shown once; from
//! every state the session can be taken up or ended.
//!
//! For the caller: send a tick before a button of the page is handed to the session itself, so that a gap is noticed before
//! its time is counted, and [`Input::Changed`] after it.

mod answer;
mod play;
mod programme;
mod sentence;
mod shown;
mod strokes;
mod tempo;
mod turn;

pub use shown::{Interruption, Mode, Shown};

use crate::day::Millis;
use crate::journal::Score;
use crate::knowledge::{Safety, Walkthrough};
use crate::record::{BREATH, HandsFree, TARGET};
use crate::signal::Signal;
use crate::walkthrough::{STROKE_CAP, Session};
use programme::Beat;
use serde::{Deserialize, Serialize};
use turn::{Made, Phase, Turn};

/// Both clocks of the browser, in milliseconds. What their zero is means nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Now {
    /// The clock that only runs forward.
    pub steady: Millis,
    /// The clock of the sound, where there is sound. The tempo runs on it.
    pub audio: Option<Millis>,
}

/// How strokes are counted for the ear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    #[default]
    Aloud,
    Tone,
}

/// What can reach the conductor.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    Signal(Signal),
    /// The utterance with this number was spoken to its end, or could not be.
    Spoken(u32),
    /// A number from 0 to 10 was pressed, where one is asked for.
    Rated(Score),
    /// "Did you find it?": none of it (the two halves say yes and not sure).
    NotFound,
    /// Something took the sound, the screen or the page away.
    Interrupted(Interruption),
    /// The session was changed by something else (a button of the page, the browser's back button): look at it anew.
    Changed,
    /// Time has passed. To be sent at least ten times a second.
    Tick,
}

/// What the browser is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Speak; [`Input::Spoken`] with this number is expected back. Where nothing can speak, no command of this kind comes.
    Say {
        number: u32,
        text: String,
        soft: bool,
    },
    /// End what is being spoken, now.
    Hush,
    /// A tone, at a time of the audio clock (ms), or at once.
    Sound {
        tone: Tone,
        at: Option<Millis>,
    },
    /// Take back every tone that has not ended.
    Silence,
    Buzz(Buzz),
    /// An answer about the point that was just worked, for the journal.
    Told(Told),
}

/// What a tone means; each sounds different in pitch, length and number, so that the ear alone can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A new place begins.
    Place,
    /// The next sentence is shown; sounded only where nothing speaks.
    Line,
    /// It is the person's turn.
    Ask,
    BreatheIn,
    BreatheOut,
    /// A stroke begins.
    Stroke,
    /// One of the last three strokes begins.
    LastStrokes,
    /// The strokes of this point are done.
    Done,
    Pause,
    Stop,
}

/// What a vibration means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Buzz {
    Line,
    Ask,
    BreatheIn,
    BreatheOut,
    Stroke,
    LastStrokes,
    Done,
    Stop,
}

/// An answer given to a spoken question, about the point with this index in the session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    Tender { point: u8, score: Score },
    Familiar { point: u8, familiar: bool },
}

/// What the person chose, as the conductor needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Something can speak, and may.
    pub speaks: bool,
    pub count: Count,
    /// Seconds for a breath, and so for a stroke.
    pub breath: u8,
    /// Strokes on a point, at most `STROKE_CAP`.
    pub target: u8,
    pub repeat: bool,
}

impl Options {
    /// From what is kept, whatever that claims: brought within its bounds.
    pub fn of(kept: &HandsFree, can_speak: bool) -> Self {
        Options {
            speaks: kept.speak && can_speak,
            count: kept.count,
            breath: kept.breath.clamp(BREATH.0, BREATH.1),
            target: kept.target.clamp(TARGET.0, TARGET.1),
            repeat: kept.repeat,
        }
    }

    /// Whatever was asked for: no breath too short or long, and no target above the cap.
    fn bounded(self) -> Self {
        Options { breath: self.breath.clamp(BREATH.0, BREATH.1), target: self.target.min(STROKE_CAP), ..self }
    }
}

/// The conductor of one session, from when it is begun or taken up until it is left.
#[derive(Clone, Debug)]
pub struct Conductor {
    options: Options,
    shown: Shown,
    /// What the programme was made for.
    made: Made,
    programme: Vec<Beat>,
    /// Index of the beat under way.
    beat: usize,
    phase: Phase,
    /// It waits, for this reason; the session is paused then.
    waiting: Option<Interruption>,
    /// Every warning of this place was said or shown to its end.
    warned: bool,
    /// Number of the last utterance.
    number: u32,
    /// The utterance that has not ended yet.
    speaking: Option<u32>,
    /// Steady time of the last input whose clock made sense.
    last: Millis,
    /// When the session was last told anything.
    told_at: Millis,
    /// When the question that is open was put, or the waiting began.
    asked_at: Millis,
    /// Points that were asked for their number, and for whether their ache is known.
    rated: Vec<u8>,
    familiar: Vec<u8>,
    /// The stop rule that the number just given calls for, until it is known whether a worse one does.
    too_much: Option<&'static str>,
}

impl Conductor {
    /// Takes up a session where it stands: at its beginning it starts to speak; one that was under way waits first
    /// ([`Interruption::Left`]) until the person goes on.
    pub fn begin(session: &mut Session, guide: &Walkthrough, safety: &Safety, options: Options, now: Now) -> (Self, Vec<Command>) {
        let shown = Shown {
            place: session.place.clone(),
            mode: Mode::Ask,
            title: String::new(),
            caption: String::new(),
            soft: false,
            left: None,
            right: None,
            step: (1, 1),
            seconds_left: None,
        };
        let mut conductor = Conductor {
            options: options.bounded(),
            shown,
            made: Made::of(session),
            programme: Vec::new(),
            beat: 0,
            phase: Phase::Idle,
            waiting: None,
            warned: false,
            number: 0,
            speaking: None,
            last: 0.0,
            told_at: Millis::NEG_INFINITY,
            asked_at: Millis::NEG_INFINITY,
            rated: Vec::new(),
            familiar: Vec::new(),
            too_much: None,
        };
        let mut turn = Turn { conductor: &mut conductor, session, guide, safety, now, out: Vec::new() };
        turn.begin();
        let commands = turn.out;
        (conductor, commands)
    }

    /// Takes in an input at a time; changes the session, and says what to perform, in order.
    pub fn apply(&mut self, session: &mut Session, guide: &Walkthrough, safety: &Safety, input: Input, now: Now) -> Vec<Command> {
        let mut turn = Turn { conductor: self, session, guide, safety, now, out: Vec::new() };
        turn.take(&input);
        turn.out
    }

    /// Takes over what was changed in the settings; from the next sentence or stroke on.
    pub fn set_options(&mut self, options: Options) {
        self.options = options.bounded();
    }

    pub fn shown(&self) -> &Shown {
        &self.shown
    }
}

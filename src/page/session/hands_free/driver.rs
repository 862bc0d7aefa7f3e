//! Between the conductor and the browser: inputs and times go in, what is to be performed comes out and is performed.

use super::super::Ctx;
use super::{keys, tones};
use crate::component::finding;
use crate::markup::prelude::*;
use crate::platform::media_keys::MediaKeys;
use crate::platform::microphone::Microphone;
use crate::platform::speech::{self, Speech};
use crate::platform::tone::Audio;
use crate::platform::wake_lock::WakeLock;
use crate::platform::{Listener, clock, vibration};
use gloo_timers::callback::{Interval, Timeout};
use palpate_core::conductor::{Command, Conductor, Input, Interruption, Mode, Now, Options};
use palpate_core::knock::Knocks;
use palpate_core::record::HandsFree;
use palpate_core::signal::{KNOCKS, Signal as Meaning};
use palpate_core::walkthrough::{Event, Session};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;

/// How often time is told to the conductor, in milliseconds.
const EVERY: u32 = 50;
/// How often time alone is worth writing down, in milliseconds.
const KEEP_EVERY: f64 = 5_000.0;
/// By then a browser has told its voices, if it has any; milliseconds.
const VOICES_KNOWN: u32 = 3_100;
/// A knock is told so long after it was heard, in milliseconds.
const KNOCK_TOLD: f64 = 1_200.0;
/// Loudness of the soft repeat, in hundredths of the rest.
const SOFT: u16 = 60;

/// Conducts one session in this browser, until it is dropped.
pub struct Driver {
    ctx: Ctx,
    chosen: HandsFree,
    conductor: RefCell<Conductor>,
    /// Inputs that came while one was being taken in.
    waiting: RefCell<VecDeque<Input>>,
    at_work: Cell<bool>,
    kept_at: Cell<f64>,
    /// The sentence that is being spoken.
    speaking: Cell<Option<u32>>,
    /// Steady time when the last tone has ended.
    toned: Cell<f64>,
    speech: Speech,
    audio: Option<Audio>,
    held: RefCell<Held>,
}

/// What ends when it is dropped.
#[derive(Default)]
struct Held {
    media: Option<MediaKeys>,
    microphone: Option<Microphone>,
    awake: Option<WakeLock>,
    ticks: Option<Interval>,
    voices: Option<(Listener, Timeout)>,
    sound: Option<Listener>,
    keys: Option<keys::Keys>,
}

impl Driver {
    /// Takes up the open session of this walkthrough, and goes on with it; one that nobody asked for in a press waits for
    /// that. Nothing happens where there is none.
    pub fn start(ctx: Ctx, pressed: bool) {
        let Some(mut session) = ctx.session() else { return };
        let chosen = ctx.app.settings.get_untracked().hands_free;
        let before = session.clone();
        let audio = Audio::start();
        let options = Options::of(&chosen, speech::can_speak());
        let now = Now { steady: clock::monotonic(), audio: audio.as_ref().and_then(Audio::clock) };
        let safety = &ctx.app.knowledge.safety;
        if !pressed {
            session.apply(ctx.guide, safety, Event::Pause, now.steady);
        }
        let (mut conductor, mut commands) = Conductor::begin(&mut session, ctx.guide, safety, options, now);
        // Whoever has just asked for it is not asked once more.
        if pressed && matches!(conductor.shown().mode, Mode::Waiting(_)) {
            session.apply(ctx.guide, safety, Event::Resume, now.steady);
            commands = conductor.apply(&mut session, ctx.guide, safety, Input::Changed, now);
        }
        let driver = Rc::new_cyclic(|me: &Weak<Driver>| Driver {
            ctx,
            chosen,
            conductor: RefCell::new(conductor),
            waiting: RefCell::default(),
            at_work: Cell::new(false),
            kept_at: Cell::new(now.steady),
            speaking: Cell::new(None),
            toned: Cell::new(f64::NEG_INFINITY),
            speech: Speech::new({
                let me = me.clone();
                move |number| told_of(&me, |driver| driver.spoken(number))
            }),
            audio,
            held: RefCell::default(),
        });
        ctx.hands.speaks.set(options.speaks);
        ctx.hands.driver.set_value(Some(Rc::clone(&driver)));
        driver.hold();
        driver.follow(&before, session, commands);
    }

    /// Listens to everything that can reach the session, and keeps the screen awake.
    fn hold(self: &Rc<Self>) {
        let me = || Rc::downgrade(self);
        let hands = self.ctx.hands;
        let mut held = self.held.borrow_mut();
        hands.awake.set(None);
        held.awake = Some(WakeLock::hold(move |awake| {
            hands.awake.try_set(Some(awake));
        }));
        held.media = MediaKeys::listen(&self.ctx.guide.title, {
            let me = me();
            move |action: &str| told_of(&me, |driver| driver.pressed(&format!("Media {action}")))
        });
        held.ticks = Some(Interval::new(EVERY, {
            let me = me();
            move || told_of(&me, |driver| driver.take_in(Input::Tick))
        }));
        let again = me();
        let voices = speech::on_voices(move || told_of(&again, |driver| driver.choose()));
        let again = me();
        held.voices = Some((voices, Timeout::new(VOICES_KNOWN, move || told_of(&again, |driver| driver.choose()))));
        let heard = Cell::new(self.audio.as_ref().is_some_and(Audio::is_running));
        held.sound = self.audio.as_ref().map(|audio| {
            let me = me();
            audio.on_state(move |runs| {
                if heard.replace(runs) && !runs {
                    told_of(&me, |driver| driver.take_in(Input::Interrupted(Interruption::Sound)));
                }
            })
        });
        held.keys = Some(keys::listen(self.ctx));
        drop(held);
        hands.deaf.set(None);
        if self.chosen.knocks {
            self.open_ear();
        }
    }

    /// Listens for knocks. Only how loud it is is looked at.
    fn open_ear(self: &Rc<Self>) {
        let me = Rc::downgrade(self);
        let deaf = self.ctx.hands.deaf;
        spawn_local(async move {
            let mut knocks = Knocks::default();
            let heard = me.clone();
            let opened = Microphone::listen(move |level, now| {
                if knocks.hear(level, now) {
                    told_of(&heard, |driver| driver.knocked());
                }
            });
            match opened.await {
                // The session may have ended while the browser asked; then what was opened is dropped, and so released.
                Ok(microphone) => told_of(&me, |driver| {
                    let mut held = driver.held.borrow_mut();
                    if held.keys.is_some() {
                        held.microphone = Some(microphone);
                    }
                }),
                Err(error) => {
                    deaf.try_set(Some(error.to_string()));
                }
            }
        });
    }

    /// The voices have come, or it is known now that none will.
    fn choose(&self) {
        let options = Options::of(&self.chosen, speech::can_speak());
        self.ctx.hands.speaks.set(options.speaks);
        self.conductor.borrow_mut().set_options(options);
    }

    fn spoken(self: &Rc<Self>, number: u32) {
        if self.speaking.get() == Some(number) {
            self.speaking.set(None);
        }
        self.take_in(Input::Spoken(number));
    }

    /// The microphone hears the device too. A tone is as short and sharp as a knock, so none counts that may be one; and while
    /// a sentence is spoken, knocks may stop it and no more.
    fn knocked(self: &Rc<Self>) {
        let tone = clock::monotonic() < self.toned.get() + KNOCK_TOLD;
        let meaning = self.chosen.signals.meaning(KNOCKS).filter(|_| !tone);
        if let Some(meaning) = meaning.filter(|meaning| *meaning == Meaning::Stop || self.speaking.get().is_none()) {
            self.signal(meaning);
        }
    }

    fn pressed(self: &Rc<Self>, name: &str) {
        // Headphones that are pulled out say so; that must not make a paused session go on.
        if name == "Media pause" && matches!(self.conductor.borrow().shown().mode, Mode::Waiting(_)) {
            return;
        }
        if let Some(meaning) = self.meaning(name) {
            self.signal(meaning);
        }
    }

    /// What a key or button with this name means.
    pub fn meaning(&self, name: &str) -> Option<Meaning> {
        self.chosen.signals.meaning(name)
    }

    /// The person asks for something.
    pub fn signal(self: &Rc<Self>, meaning: Meaning) {
        // What a call has taken away comes back with a touch, if at all.
        if meaning != Meaning::Stop {
            if let Some(audio) = &self.audio {
                audio.resume();
            }
            if let Some(media) = &self.held.borrow().media {
                media.resume();
            }
        }
        self.take_in(Input::Signal(meaning));
    }

    /// Takes in an input. One that comes while another is being taken in, waits for its turn.
    pub fn take_in(self: &Rc<Self>, input: Input) {
        self.waiting.borrow_mut().push_back(input);
        if self.at_work.replace(true) {
            return;
        }
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(input) = next else { break };
            self.conduct(input);
        }
        self.at_work.set(false);
    }

    fn conduct(&self, input: Input) {
        let ctx = self.ctx;
        let Some(mut session) = untrack(|| ctx.session()) else { return };
        let before = session.clone();
        let now = Now { steady: clock::monotonic(), audio: self.audio.as_ref().and_then(Audio::clock) };
        let commands = self.conductor.borrow_mut().apply(&mut session, ctx.guide, &ctx.app.knowledge.safety, input, now);
        self.follow(&before, session, commands);
    }

    /// Keeps what was changed before anything of it is announced, performs the commands, and shows where it stands.
    fn follow(&self, before: &Session, session: Session, commands: Vec<Command>) {
        let place = before.place.clone();
        let over = session.is_over();
        self.keep(before, session);
        for command in commands {
            self.perform(command);
        }
        let conductor = self.conductor.borrow();
        let shown = self.ctx.hands.shown;
        if shown.with_untracked(|shown| shown.as_ref() != Some(conductor.shown())) {
            shown.set(Some(conductor.shown().clone()));
        }
        drop(conductor);
        self.ctx.arrive(&place, false);
        if over {
            self.end_listening();
        }
    }

    /// Writes the session back. Time alone is written down every few seconds.
    fn keep(&self, before: &Session, session: Session) {
        if *before == session {
            return;
        }
        let now = clock::monotonic();
        let due = session.place.is_hands_on() && now - self.kept_at.get() > KEEP_EVERY;
        if due || !is_alike(before, &session) {
            self.kept_at.set(now);
            self.ctx.app.change_session(|kept| *kept = Some(session));
        } else {
            self.ctx.app.pass_time(session);
        }
    }

    fn perform(&self, command: Command) {
        let loud = self.chosen.volume;
        match command {
            Command::Say { number, text, soft } => {
                self.speaking.set(Some(number));
                let volume = if soft { (u16::from(loud) * SOFT / 100) as u8 } else { loud };
                self.speech.say(number, &text, self.chosen.voice.as_deref(), self.chosen.rate, volume);
            }
            Command::Hush => {
                self.speaking.set(None);
                self.speech.hush();
            }
            Command::Sound { tone, at } => {
                if let Some(audio) = &self.audio {
                    let notes = tones::notes(tone);
                    audio.sound(notes, at, loud);
                    let wait = at.zip(audio.clock()).map_or(0.0, |(at, now)| (at - now).max(0.0));
                    let lasts = notes.iter().map(|note| note.after_ms + note.lasts_ms).fold(0.0, f32::max);
                    self.toned.set(self.toned.get().max(clock::monotonic() + wait + f64::from(lasts)));
                }
            }
            Command::Silence => {
                if let Some(audio) = &self.audio {
                    audio.silence();
                }
                vibration::still();
            }
            Command::Buzz(buzz) => {
                if self.chosen.vibrate && vibration::can_vibrate() {
                    vibration::vibrate(tones::pattern(buzz));
                }
            }
            Command::Told(told) => finding::told(self.ctx.app, told),
        }
    }

    /// The session is over: nothing is listened to any more, and the screen may go dark.
    fn end_listening(&self) {
        let mut held = self.held.borrow_mut();
        held.media = None;
        held.microphone = None;
        held.awake = None;
        held.keys = None;
    }

    /// Lets go of everything, even if someone still holds this.
    pub fn end(&self) {
        let held = self.held.take();
        drop(held);
        self.speech.hush();
        if let Some(audio) = &self.audio {
            audio.silence();
        }
        vibration::still();
    }
}

/// Calls the driver, if it still lives.
fn told_of(driver: &Weak<Driver>, call: impl FnOnce(&Rc<Driver>)) {
    if let Some(driver) = driver.upgrade() {
        call(&driver);
    }
}

/// Whether two states of a session differ in nothing but time.
fn is_alike(before: &Session, now: &Session) -> bool {
    before.place == now.place
        && before.side == now.side
        && before.legs == now.legs
        && before.paused == now.paused
        && before.entry == now.entry
        && before.found == now.found
        && before.points() == now.points()
}

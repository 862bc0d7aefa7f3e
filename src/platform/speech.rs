//! Speech by the voices of the device, one sentence at a time.
//!
//! Only voices that work on the device itself are used. Others send what they say to their maker, and nothing is to leave
//! this device; so they are listed, and never speak. The waiting line is kept here and not in the browser, so that hushing
//! leaves nothing behind.

use super::{Listener, clock, part, window};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// A voice that the browser names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub uri: String,
    pub name: String,
    /// Such as `en-GB`.
    pub lang: String,
    /// Speaks on the device itself. One that does not is never used.
    pub local: bool,
}

impl Voice {
    /// Whether it may speak: an English one of the device. What is written here is English, and a voice for another language
    /// would make it hard to follow.
    pub fn is_usable(&self) -> bool {
        rank(&self.lang, self.local) <= USABLE
    }
}

/// Why a sentence was not spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum SpeechError {
    #[error("No voice on this device can speak.")]
    NoVoice,
    #[error("The browser could not make the sentence.")]
    Failed,
}

/// Browsers load their voices in the background. After this many milliseconds an empty list counts as one.
const LOADING: f64 = 3000.0;
/// Chrome may swallow what is spoken within a moment after it was told to be quiet; milliseconds.
const AFTER_HUSH: f64 = 80.0;
/// A sentence that has not begun by then was swallowed, and is given once more; milliseconds. The first may take longer: some
/// devices have to wake their voice.
const BEGINS: u32 = 2000;
const FIRST_BEGINS: u32 = 5000;
/// How long a sentence may take: this, and so much for each letter, at the voice's own rate; milliseconds.
const LONGEST: (u32, u32) = (6000, 160);

thread_local! {
    /// When the voices were first asked for.
    static ASKED: Cell<Option<f64>> = const { Cell::new(None) };
}

fn synthesis() -> Option<SpeechSynthesis> {
    part(&window(), "SpeechSynthesisUtterance")?;
    part(&window(), "speechSynthesis").map(JsCast::unchecked_into)
}

/// The browser's voices, best first.
fn known(synthesis: &SpeechSynthesis) -> Vec<SpeechSynthesisVoice> {
    if ASKED.get().is_none() {
        ASKED.set(Some(clock::monotonic()));
    }
    let mut voices: Vec<SpeechSynthesisVoice> = synthesis.get_voices().into_iter().map(JsCast::unchecked_into).collect();
    palpate_core::order::sort_by_key(&mut voices, |voice| (rank(&voice.lang(), voice.local_service()), !voice.default()));
    voices
}

/// The last [`rank`] of those that may speak.
const USABLE: u8 = 1;

/// The smaller the better: English voices of the device, British ones first, then other English ones, then the rest.
fn rank(lang: &str, local: bool) -> u8 {
    let lang = lang.to_ascii_lowercase().replace('_', "-");
    match (lang == "en" || lang.starts_with("en-"), local) {
        (true, true) if lang.starts_with("en-gb") => 0,
        (true, true) => 1,
        (true, false) => 2,
        (false, true) => 3,
        (false, false) => 4,
    }
}

/// Whether the list may still come.
fn is_loading() -> bool {
    ASKED.get().is_none_or(|asked| clock::monotonic() - asked < LOADING)
}

/// Whether sentences can be spoken: an English voice of the device is there, or the list of voices may still come. Ask again
/// when [`on_voices`] calls, and three seconds after the first call.
pub fn can_speak() -> bool {
    let Some(synthesis) = synthesis() else { return false };
    let voices = known(&synthesis);
    if voices.is_empty() { is_loading() } else { voices.first().is_some_and(speaks_here) }
}

fn speaks_here(voice: &SpeechSynthesisVoice) -> bool {
    rank(&voice.lang(), voice.local_service()) <= USABLE
}

/// Every voice that the browser names, best first: English ones of the device, en-GB before others; then other English ones;
/// then the rest.
pub fn voices() -> Vec<Voice> {
    let voices = synthesis().map(|synthesis| known(&synthesis)).unwrap_or_default();
    let plain = |voice: SpeechSynthesisVoice| Voice {
        uri: voice.voice_uri(),
        name: voice.name(),
        lang: voice.lang(),
        local: voice.local_service(),
    };
    voices.into_iter().map(plain).collect()
}

/// Calls back when the list of voices has come or changed.
pub fn on_voices(call: impl Fn() + 'static) -> Listener {
    // Old WebKits have a list that can't be listened to.
    let target = synthesis().filter(|synthesis| part(synthesis, "addEventListener").is_some());
    Listener { _held: target.map(|synthesis| EventListener::new(&synthesis, "voiceschanged", move |_| call())) }
}

/// The speaking voice. Dropping it hushes.
pub struct Speech(Rc<Inner>);

struct Inner {
    synthesis: Option<SpeechSynthesis>,
    on_end: Box<dyn Fn(u32)>,
    /// Sentences that wait for their turn.
    waiting: RefCell<VecDeque<Line>>,
    now: RefCell<Option<Spoken>>,
    hushed_at: Cell<f64>,
    /// Something was spoken already.
    awake: Cell<bool>,
    /// Counts what was given to the browser, so that what it says of an older sentence is known as such.
    turn: Cell<u32>,
}

#[derive(Clone)]
struct Line {
    number: u32,
    text: String,
    voice: Option<String>,
    rate: f32,
    volume: f32,
    /// Given once before, and swallowed.
    again: bool,
}

/// What is being spoken. Chrome clears an utterance away that nobody holds, and then never says that it has ended.
struct Spoken {
    line: Line,
    begun: bool,
    /// Runs out when the browser says nothing.
    _patience: Timeout,
    _utterance: Option<(SpeechSynthesisUtterance, [EventListener; 3])>,
}

impl Speech {
    /// A voice that calls back once with the number of each sentence that was spoken to its end or can't be; never for one that
    /// was hushed, and never from within [`Speech::say`].
    pub fn new(on_end: impl Fn(u32) + 'static) -> Speech {
        Speech(Rc::new(Inner {
            synthesis: synthesis(),
            on_end: Box::new(on_end),
            waiting: RefCell::default(),
            now: RefCell::new(None),
            hushed_at: Cell::new(f64::NEG_INFINITY),
            awake: Cell::new(false),
            turn: Cell::new(0),
        }))
    }

    /// Speaks a sentence, after those that were given before. `voice` is a [`Voice::uri`]; without it, or where it isn't one of
    /// the device's own, the best one speaks. The first call must be in a tap or key press.
    pub fn say(&self, number: u32, text: &str, voice: Option<&str>, rate_percent: u8, volume_percent: u8) {
        self.0.waiting.borrow_mut().push_back(Line {
            number,
            text: text.to_owned(),
            voice: voice.map(str::to_owned),
            rate: f32::from(rate_percent.max(10)) / 100.0,
            volume: f32::from(volume_percent.min(100)) / 100.0,
            again: false,
        });
        if self.0.now.borrow().is_none() {
            next(&self.0);
        }
    }

    /// Ends what is being spoken, and forgets what waits, at once.
    pub fn hush(&self) {
        self.0.hush();
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        self.0.hush();
    }
}

impl Inner {
    fn hush(&self) {
        self.waiting.borrow_mut().clear();
        let was = self.now.take();
        if was.is_some() {
            self.quiet();
        }
    }

    /// Empties the browser's own line.
    fn quiet(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
        if let Some(synthesis) = &self.synthesis {
            synthesis.cancel();
            self.hushed_at.set(clock::monotonic());
        }
    }
}

/// Takes the next sentence from the line.
fn next(inner: &Rc<Inner>) {
    let line = inner.waiting.borrow_mut().pop_front();
    if let Some(line) = line {
        give(inner, line);
    }
}

/// Gives a sentence to the browser, now or as soon as it is ready for one.
fn give(inner: &Rc<Inner>, line: Line) {
    let turn = inner.turn.get().wrapping_add(1);
    inner.turn.set(turn);
    let loading = inner.synthesis.as_ref().is_some_and(|synthesis| known(synthesis).is_empty()) && is_loading();
    let since_hush = clock::monotonic() - inner.hushed_at.get();
    if loading || since_hush < AFTER_HUSH {
        let wait = if loading { 100 } else { AFTER_HUSH as u32 };
        let later = line.clone();
        let patience = timer(inner, turn, wait, move |inner| {
            inner.now.take();
            give(inner, later);
        });
        *inner.now.borrow_mut() = Some(Spoken { line, begun: false, _patience: patience, _utterance: None });
    } else if speak(inner, turn, &line).is_err() {
        // Said later, so that nobody is called back from within their own call.
        let patience = timer(inner, turn, 0, end);
        *inner.now.borrow_mut() = Some(Spoken { line, begun: false, _patience: patience, _utterance: None });
    }
}

fn speak(inner: &Rc<Inner>, turn: u32, line: &Line) -> Result<(), SpeechError> {
    let synthesis = inner.synthesis.as_ref().ok_or(SpeechError::NoVoice)?;
    let voices = known(synthesis);
    let own = |voice: &&SpeechSynthesisVoice| speaks_here(voice);
    let chosen = voices.iter().filter(own).find(|voice| line.voice.as_deref() == Some(voice.voice_uri().as_str()));
    let voice = chosen.or_else(|| voices.iter().find(own)).ok_or(SpeechError::NoVoice)?;
    let utterance = SpeechSynthesisUtterance::new_with_text(&line.text).map_err(|_| SpeechError::Failed)?;
    let lang = voice.lang().replace('_', "-");
    utterance.set_lang(if lang.is_empty() { "en-GB" } else { &lang });
    utterance.set_voice(Some(voice));
    utterance.set_rate(line.rate);
    utterance.set_volume(line.volume);
    let heard = |name: &'static str, call: fn(&Rc<Inner>)| {
        let inner = Rc::downgrade(inner);
        EventListener::new(&utterance, name, move |_| at(&inner, turn, call))
    };
    let listeners = [heard("start", begin), heard("end", end), heard("error", end)];
    if synthesis.paused() {
        synthesis.resume();
    }
    synthesis.speak(&utterance);
    let patience = timer(inner, turn, if inner.awake.get() { BEGINS } else { FIRST_BEGINS }, swallowed);
    *inner.now.borrow_mut() =
        Some(Spoken { line: line.clone(), begun: false, _patience: patience, _utterance: Some((utterance, listeners)) });
    Ok(())
}

/// Calls after some milliseconds, unless something else is being spoken by then.
fn timer(inner: &Rc<Inner>, turn: u32, after: u32, call: impl FnOnce(&Rc<Inner>) + 'static) -> Timeout {
    let inner = Rc::downgrade(inner);
    Timeout::new(after, move || at(&inner, turn, call))
}

fn at(inner: &Weak<Inner>, turn: u32, call: impl FnOnce(&Rc<Inner>)) {
    if let Some(inner) = inner.upgrade()
        && inner.turn.get() == turn
    {
        call(&inner);
    }
}

/// The sentence is being spoken; now it may take its time.
fn begin(inner: &Rc<Inner>) {
    let turn = inner.turn.get();
    inner.awake.set(true);
    if let Some(spoken) = inner.now.borrow_mut().as_mut() {
        let letters = u32::try_from(spoken.line.text.chars().count()).unwrap_or(u32::MAX);
        let own = LONGEST.0.saturating_add(LONGEST.1.saturating_mul(letters));
        spoken.begun = true;
        spoken._patience = timer(inner, turn, (own as f32 / spoken.line.rate.max(0.1)) as u32, |inner| {
            inner.quiet();
            end(inner);
        });
    }
}

/// Nothing was heard of the sentence. Once more; then it counts as one that can't be spoken.
fn swallowed(inner: &Rc<Inner>) {
    // Better to wait too long than to cut off a voice that began and did not say so.
    if inner.synthesis.as_ref().is_some_and(SpeechSynthesis::speaking) {
        return begin(inner);
    }
    let line = inner.now.borrow().as_ref().filter(|spoken| !spoken.begun && !spoken.line.again).map(|spoken| spoken.line.clone());
    inner.quiet();
    match line {
        Some(line) => {
            inner.now.take();
            give(inner, Line { again: true, ..line });
        }
        None => end(inner),
    }
}

/// The sentence has ended, or never will.
fn end(inner: &Rc<Inner>) {
    inner.turn.set(inner.turn.get().wrapping_add(1));
    let ended = inner.now.take();
    if let Some(spoken) = ended {
        let number = spoken.line.number;
        // Its listeners go first, so that whoever is called back may say the next at once.
        drop(spoken);
        next(inner);
        (inner.on_end)(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_voices_of_the_device_come_first() {
        let ranks =
            [("en-GB", true), ("en_US", true), ("en-GB", false), ("de-DE", true), ("enm", false)].map(|(lang, local)| rank(lang, local));
        assert_eq!(ranks, [0, 1, 2, 3, 4]);
    }
}

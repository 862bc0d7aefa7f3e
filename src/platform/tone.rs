//! Tones, timed by the clock of the sound itself, and made here: nothing is fetched.

use super::{Listener, let_run};
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{
    AudioContext, AudioContextLatencyCategory, AudioContextOptions, AudioContextState, GainNode, OscillatorNode, OscillatorType,
};

/// One note of a tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    pub hertz: f32,
    /// From the tone's beginning.
    pub after_ms: f32,
    pub lasts_ms: f32,
    /// Swells and ebbs, in place of being struck.
    pub soft: bool,
}

/// How soon a struck and a soft note is at its loudest, in seconds. Neither is so short that it clicks.
const ATTACK: f64 = 0.006;
const SWELL: f64 = 0.04;
/// How loud a note is at full volume, of 1: several at once must not be clipped.
const LOUDEST: f32 = 0.4;
/// How long after it was asked to start the sound may take until it does, in milliseconds. Until then notes may be put in wait.
const STARTING: f64 = 1000.0;

/// The sound; it ends for good when this is dropped.
pub struct Audio {
    inner: Rc<Inner>,
    _state: EventListener,
}

struct Inner {
    context: AudioContext,
    notes: RefCell<Vec<Sounding>>,
    asked_at: Cell<f64>,
}

struct Sounding {
    oscillator: OscillatorNode,
    gain: GainNode,
    /// Seconds of the sound's clock.
    ends: f64,
}

impl Audio {
    /// Starts the sound. To be called in a tap or key press, since browsers stay silent otherwise; `None` where there is none.
    pub fn start() -> Option<Audio> {
        let options = AudioContextOptions::new();
        options.set_latency_hint_audio_context_latency_category(AudioContextLatencyCategory::Interactive);
        let context = AudioContext::new_with_context_options(&options).ok()?;
        let inner = Rc::new(Inner { context, notes: RefCell::new(Vec::new()), asked_at: Cell::new(0.0) });
        inner.ask();
        // What waits must not sound late, after whatever took the sound away.
        let halted = Rc::downgrade(&inner);
        let state = EventListener::new(&inner.context, "statechange", move |_| {
            if let Some(inner) = halted.upgrade()
                && !inner.runs()
            {
                inner.silence();
            }
        });
        Some(Audio { inner, _state: state })
    }

    /// The clock of the sound, in milliseconds; `None` while it stands.
    pub fn clock(&self) -> Option<f64> {
        self.is_running().then(|| self.inner.context.current_time() * 1000.0)
    }

    pub fn is_running(&self) -> bool {
        self.inner.runs()
    }

    /// Sounds notes at a time of [`Audio::clock`], or at once; a time that is past means at once. While the sound stands,
    /// they are left out: late they would mislead.
    pub fn sound(&self, notes: &[Note], at: Option<f64>, volume_percent: u8) {
        let context = &self.inner.context;
        let starting = super::clock::monotonic() - self.inner.asked_at.get() < STARTING;
        if !self.is_running() && !starting {
            return;
        }
        let now = context.current_time();
        self.inner.notes.borrow_mut().retain(|note| note.ends > now);
        let begin = at.map_or(now, |at| (at / 1000.0).max(now));
        // What is half as loud for the ear has a fourth of the amplitude or less.
        let volume = f32::from(volume_percent.min(100)) / 100.0;
        for note in notes {
            // Fails only where the browser has no room for another note; the others still sound.
            if let Ok(sounding) = start(context, note, begin, LOUDEST * volume * volume) {
                self.inner.notes.borrow_mut().push(sounding);
            }
        }
    }

    /// Ends every note that sounds or waits, at once.
    pub fn silence(&self) {
        self.inner.silence();
    }

    /// Calls back when the sound starts to run (true) or stands (false): another app, a call, a locked screen.
    pub fn on_state(&self, call: impl Fn(bool) + 'static) -> Listener {
        let inner = Rc::downgrade(&self.inner);
        EventListener::new(&self.inner.context, "statechange", move |_| {
            call(inner.upgrade().is_some_and(|inner| inner.runs()));
        })
        .into()
    }

    /// Asks for the sound to run again after an interruption; best in a tap.
    pub fn resume(&self) {
        if !self.is_running() {
            self.inner.silence();
            self.inner.ask();
        }
    }
}

impl Drop for Audio {
    fn drop(&mut self) {
        self.inner.silence();
        let_run(self.inner.context.close());
    }
}

impl Inner {
    fn runs(&self) -> bool {
        self.context.state() == AudioContextState::Running
    }

    fn ask(&self) {
        self.asked_at.set(super::clock::monotonic());
        let_run(self.context.resume());
    }

    fn silence(&self) {
        for note in self.notes.take() {
            // Cutting the line ends it at once even where the browser would not stop it; neither fails for a note that began.
            let _ = note.gain.disconnect();
            let _ = note.oscillator.stop();
            let _ = note.oscillator.disconnect();
        }
    }
}

fn start(context: &AudioContext, note: &Note, begin: f64, peak: f32) -> Result<Sounding, wasm_bindgen::JsValue> {
    let from = begin + f64::from(note.after_ms) / 1000.0;
    let lasts = f64::from(note.lasts_ms.max(20.0)) / 1000.0;
    let ends = from + lasts;
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.set_type(if note.soft { OscillatorType::Sine } else { OscillatorType::Triangle });
    oscillator.frequency().set_value(note.hertz);
    let level = gain.gain();
    level.set_value(0.0);
    level.set_value_at_time(0.0, from)?;
    if note.soft {
        let swell = SWELL.min(lasts / 3.0);
        level.linear_ramp_to_value_at_time(peak, from + swell)?;
        level.set_value_at_time(peak, ends - swell)?;
        level.linear_ramp_to_value_at_time(0.0, ends)?;
    } else {
        level.linear_ramp_to_value_at_time(peak, from + ATTACK)?;
        // An exponential fall can't reach nothing; a thousandth is not heard, and the last step not either.
        level.exponential_ramp_to_value_at_time((peak / 1000.0).max(f32::MIN_POSITIVE), ends - ATTACK)?;
        level.linear_ramp_to_value_at_time(0.0, ends)?;
    }
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(from)?;
    oscillator.stop_with_when(ends + ATTACK)?;
    Ok(Sounding { oscillator, gain, ends: ends + ATTACK })
}

//! Whether sentences are spoken, by which voice, how fast and how loud.
//!
//! Only voices of the device are offered. Others send each sentence to their maker, and nothing leaves this device.

use super::parts::{Range, slider, switch};
use super::{Said, change, read};
use crate::markup::prelude::*;
use crate::platform::speech::{self, Speech, Voice};
use crate::platform::tone::{Audio, Note};
use crate::state::App;
use palpate_core::record::RATE;

const SAMPLE: &str = "Let your belly go soft. Breathe out slowly.";
/// By how much the loudness changes in a step, and the least that is still heard.
const VOLUME: (u8, u8) = (10, 100);

/// What the browser says of its voices.
#[derive(Clone, Copy)]
struct Voices {
    list: RwSignal<Vec<Voice>>,
    can: RwSignal<bool>,
}

impl Voices {
    /// The list, as it comes in; browsers load it in the background.
    fn follow() -> Self {
        let voices = Voices { list: RwSignal::new(speech::voices()), can: RwSignal::new(speech::can_speak()) };
        let look = move || {
            voices.list.try_set(speech::voices());
            voices.can.try_set(speech::can_speak());
        };
        // Where no list comes, nobody says so.
        let late = gloo_timers::callback::Timeout::new(3_500, look);
        let held = StoredValue::new_local((speech::on_voices(look), late));
        on_cleanup(move || held.dispose());
        voices
    }

    fn usable(self) -> Vec<Voice> {
        self.list.with(|list| list.iter().filter(|voice| voice.is_usable()).cloned().collect())
    }
}

pub fn view(app: App, said: Said) -> AnyView {
    let voices = Voices::follow();
    let rate = Range { id: "hands-free-rate", label: "Speed of the voice", bounds: RATE, step: 10, words: rate_words };
    let volume = Range { id: "hands-free-volume", label: "Loudness of voice and tones", bounds: VOLUME, step: 10, words: volume_words };
    view! {
        <section aria-labelledby="hands-free-voice-title">
            <h2 id="hands-free-voice-title">"Voice"</h2>
            {switch("hands-free-speak", "Speak each sentence", "Without a voice, tones and vibration lead through the session, and the words stay on the screen.",
                move || read(app, |kept| kept.speak), move |on| change(app, |kept| kept.speak = on))}
            {move || choice(app, voices)}
            {slider(said, rate, move || read(app, |kept| kept.rate), move |rate| change(app, |kept| kept.rate = rate))}
            {slider(said, volume, move || read(app, |kept| kept.volume), move |volume| change(app, |kept| kept.volume = volume))}
            {sample(app, voices)}
        </section>
    }
    .into_any()
}

/// Drawn anew only when the list changes, so that a choice leaves the focus where it is.
fn choice(app: App, voices: Voices) -> AnyView {
    let usable = voices.usable();
    let left_out = voices.list.with(|list| list.iter().filter(|voice| !voice.local).count());
    let left_out = match left_out {
        0 => None,
        1 => Some(
            "1 voice is left out. It doesn't speak on this device itself, so the browser may send each sentence to its maker.".to_owned(),
        ),
        more => Some(format!(
            "{more} voices are left out. They don't speak on this device itself, so the browser may send each sentence to their makers."
        )),
    };
    let left_out = left_out.map(|line| view! { <p class="quiet">{line}</p> });
    if usable.is_empty() {
        let line = move || {
            if voices.can.get() {
                "Asking this device for its voices …"
            } else {
                "This device has no English voice of its own. A session shows each sentence large, with tones."
            }
        };
        return view! { <p>{line}</p>{left_out} }.into_any();
    }
    let chosen = move || read(app, |kept| kept.voice.clone());
    let known: Vec<String> = usable.iter().map(|voice| voice.uri.clone()).collect();
    let gone = move || chosen().is_some_and(|uri| !known.contains(&uri));
    let options = usable.into_iter().map(|voice| {
        let uri = voice.uri.clone();
        view! { <option value=voice.uri prop:selected=move || chosen().as_deref() == Some(uri.as_str())>{format!("{} ({})", voice.name, voice.lang.replace('_', "-"))}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        let uri = event_target_value(&event);
        change(app, |kept| kept.voice = (!uri.is_empty()).then_some(uri));
    };
    view! {
        <div class="hands-free-voice">
            <label for="hands-free-voice">"Which voice"</label>
            <select id="hands-free-voice" class="matching-choice" on:change=choose>
                <option value="" prop:selected=move || chosen().is_none()>"The best voice on this device"</option>
                {options.collect_view()}
            </select>
        </div>
        {move || gone().then(|| view! { <p class="quiet">"The voice that you chose is not on this device. The best one speaks in its place."</p> })}
        {left_out}
    }
    .into_any()
}

/// The voice, or a tone where nothing speaks, as it would sound in a session.
fn sample(app: App, voices: Voices) -> AnyView {
    let speaks = RwSignal::new(false);
    let heard = RwSignal::new("");
    let speech = StoredValue::new_local(None::<Speech>);
    let audio = StoredValue::new_local(None::<Audio>);
    on_cleanup(move || {
        speech.dispose();
        audio.dispose();
    });
    let stop = move || {
        speech.update_value(|speech| drop(speech.take()));
        speaks.set(false);
    };
    let press = move |_| {
        if speaks.get_untracked() {
            return stop();
        }
        let kept = app.settings.with_untracked(|settings| settings.hands_free.clone());
        if kept.speak && voices.can.get_untracked() {
            heard.set("");
            speaks.set(true);
            let voice = Speech::new(move |_| {
                speaks.try_set(false);
            });
            voice.say(1, SAMPLE, kept.voice.as_deref(), kept.rate, kept.volume);
            speech.set_value(Some(voice));
        } else {
            audio.update_value(|audio| {
                *audio = audio.take().or_else(Audio::start);
                let strike = |hertz, after_ms| Note { hertz, after_ms, lasts_ms: 350.0, soft: false };
                if let Some(audio) = audio {
                    audio.resume();
                    audio.sound(&[strike(523.0, 0.0), strike(784.0, 450.0)], None, kept.volume);
                }
                heard.set(if audio.is_some() {
                    "No voice speaks. That was how loud a tone is."
                } else {
                    "This browser can make no sound."
                });
            });
        }
    };
    view! {
        <p class="button-row"><button type="button" class="button" on:click=press>{move || if speaks.get() { "Be quiet" } else { "Hear a sample" }}</button></p>
        <p role="status" class="quiet">{move || heard.get()}</p>
    }
    .into_any()
}

fn rate_words(rate: u8) -> String {
    let words = match rate {
        ..=70 => "slow",
        71..=90 => "a little slow",
        91..=109 => "as the voice is",
        110..=119 => "a little fast",
        _ => "fast",
    };
    format!("{rate} %, {words}")
}

fn volume_words(volume: u8) -> String {
    let words = match volume {
        ..=30 => "soft",
        31..=60 => "middling",
        61..=90 => "loud",
        _ => "as loud as the device is set",
    };
    format!("{volume} %, {words}")
}

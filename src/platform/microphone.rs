//! How loud it is at the microphone. Loudness alone is looked at; nothing is recorded, kept or sent.

use super::{clock, let_run, part, set_part, window};
use gloo_timers::callback::Interval;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AnalyserNode, AudioContext, MediaDevices, MediaStream, MediaStreamAudioSourceNode, MediaStreamConstraints, MediaStreamTrack,
};

/// Why nothing is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MicrophoneError {
    #[error("Your browser doesn't let this page use the microphone. You can allow it in the browser's settings for this page.")]
    Denied,
    #[error("No microphone was found.")]
    Absent,
    #[error("The microphone could not be used. Another app may be using it.")]
    Failed,
}

impl From<JsValue> for MicrophoneError {
    fn from(error: JsValue) -> Self {
        let name = part(&error, "name").and_then(|name| name.as_string()).unwrap_or_default();
        match name.as_str() {
            "NotAllowedError" | "SecurityError" => MicrophoneError::Denied,
            "NotFoundError" | "OverconstrainedError" => MicrophoneError::Absent,
            _ => MicrophoneError::Failed,
        }
    }
}

/// The open microphone; dropping it lets it go, and the browser's sign for it goes out.
pub struct Microphone {
    _ear: Ear,
    _timer: Interval,
}

/// How often it is listened to, in milliseconds.
const EVERY: u32 = 20;
/// Samples that the browser holds for us: about 40 ms, so that a late look misses nothing.
const HELD: u32 = 2048;

impl Microphone {
    /// Asks for the microphone, which makes the browser ask the person; to be called in a tap. Then calls back about fifty
    /// times a second with the largest sample since the last call, from 0 to 1, and a steady time in milliseconds.
    ///
    /// # Errors
    /// When the person or the device refuses, when there is none, and when the browser fails.
    pub async fn listen(mut call: impl FnMut(f32, f64) + 'static) -> Result<Microphone, MicrophoneError> {
        let navigator = window().navigator();
        let devices: MediaDevices = part(&navigator, "mediaDevices").ok_or(MicrophoneError::Absent)?.unchecked_into();
        let stream = JsFuture::from(devices.get_user_media_with_constraints(&constraints())?).await?;
        let ear = Ear::open(stream.unchecked_into())?;
        let analyser = ear.analyser.clone();
        let per_ms = f64::from(ear.context.sample_rate()) / 1000.0;
        let mut samples = vec![0.0; HELD as usize];
        let mut last = clock::monotonic();
        let timer = Interval::new(EVERY, move || {
            let now = clock::monotonic();
            analyser.get_float_time_domain_data(&mut samples);
            // Only what is new: otherwise one knock would be heard in two calls and seem longer than it was.
            let new = (((now - last) * per_ms) as usize).clamp(1, samples.len());
            last = now;
            let peak = samples[samples.len() - new..].iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
            call(peak.min(1.0), now);
        });
        Ok(Microphone { _ear: ear, _timer: timer })
    }
}

/// The sound's way from the microphone to its loudness. It leads nowhere else: to no loudspeaker, no memory, no network.
struct Ear {
    stream: MediaStream,
    context: AudioContext,
    analyser: AnalyserNode,
    /// Held, since some browsers would clear it away while it is in use.
    source: Option<MediaStreamAudioSourceNode>,
}

impl Ear {
    fn open(stream: MediaStream) -> Result<Ear, JsValue> {
        let context = AudioContext::new().inspect_err(|_| stop(&stream))?;
        let analyser = context.create_analyser().inspect_err(|_| stop(&stream))?;
        // From here on dropping it lets the microphone go, should anything fail.
        let mut ear = Ear { stream, context, analyser, source: None };
        ear.analyser.set_fft_size(HELD);
        let source = ear.context.create_media_stream_source(&ear.stream)?;
        source.connect_with_audio_node(&ear.analyser)?;
        ear.source = Some(source);
        let_run(ear.context.resume());
        Ok(ear)
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        stop(&self.stream);
        if let Some(source) = self.source.take() {
            let _ = source.disconnect();
        }
        let_run(self.context.close());
    }
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

/// Sound alone, as it is: what browsers do to voices would swallow knocks.
fn constraints() -> MediaStreamConstraints {
    let audio = js_sys::Object::new();
    for name in ["echoCancellation", "noiseSuppression", "autoGainControl"] {
        set_part(&audio, name, &JsValue::FALSE);
    }
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&audio);
    constraints
}

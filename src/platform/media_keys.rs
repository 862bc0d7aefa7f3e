//! The buttons of headsets, remotes and keyboards that are meant for music. By reflection: web-sys has no stable types for them yet.
//!
//! Their presses reach a page only while it plays something, so a silence is played over and over, made here in memory.

use super::{call, let_run, part, set_part, window};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlAudioElement, Url};

/// The actions that are listened for.
pub const ACTIONS: [&str; 5] = ["play", "pause", "nexttrack", "previoustrack", "stop"];

/// Why no button is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum MediaKeysError {
    #[error("This browser hands on no media buttons.")]
    Absent,
    #[error("The silence that lets media buttons through could not be made.")]
    Failed,
}

impl From<JsValue> for MediaKeysError {
    fn from(_: JsValue) -> Self {
        MediaKeysError::Failed
    }
}

/// Listens to media buttons until it is dropped.
pub struct MediaKeys {
    /// A `MediaSession`.
    session: JsValue,
    silence: Silence,
    _handlers: Vec<Closure<dyn FnMut()>>,
}

impl MediaKeys {
    /// Listens to media buttons and calls back with an action of [`ACTIONS`]. To be called in a tap or key press, since
    /// browsers play nothing otherwise. `title` is shown on the lock screen and on headsets. `None` where the browser has none.
    pub fn listen(title: &str, call: impl Fn(&str) + 'static) -> Option<MediaKeys> {
        Self::open(title, Rc::new(call)).ok()
    }

    fn open(title: &str, heard: Rc<dyn Fn(&str)>) -> Result<MediaKeys, MediaKeysError> {
        let session = part(&window().navigator(), "mediaSession").ok_or(MediaKeysError::Absent)?;
        let silence = Silence::play()?;
        set_title(&session, title);
        let handlers = ACTIONS.map(|action| {
            let heard = Rc::clone(&heard);
            let handler = Closure::<dyn FnMut()>::new(move || heard(action));
            // Throws for an action that this browser doesn't know; the others still work.
            let _ = self::call(&session, "setActionHandler", &[action.into(), handler.as_ref().clone()]);
            handler
        });
        set_part(&session, "playbackState", &"playing".into());
        Ok(MediaKeys { session, silence, _handlers: handlers.into() })
    }

    /// Plays the silence again after something, such as a call, has halted it; best in a tap.
    pub fn resume(&self) {
        if self.silence.element.paused() {
            let_run(self.silence.element.play());
        }
        set_part(&self.session, "playbackState", &"playing".into());
    }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        for action in ACTIONS {
            let _ = call(&self.session, "setActionHandler", &[action.into(), JsValue::NULL]);
        }
        set_part(&self.session, "playbackState", &"none".into());
        set_part(&self.session, "metadata", &JsValue::NULL);
    }
}

fn set_title(session: &JsValue, title: &str) {
    let Some(make) = part(&window(), "MediaMetadata").and_then(|make| make.dyn_into::<js_sys::Function>().ok()) else { return };
    let about = js_sys::Object::new();
    set_part(&about, "title", &title.into());
    if let Ok(metadata) = js_sys::Reflect::construct(&make, &js_sys::Array::of1(&about)) {
        set_part(session, "metadata", &metadata);
    }
}

/// A silence that is played; dropping it ends that.
struct Silence {
    element: HtmlAudioElement,
    /// Its address (`blob:`), to be given back.
    address: String,
}

impl Silence {
    fn play() -> Result<Silence, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type("audio/wav");
        let bytes = js_sys::Uint8Array::from(wav().as_slice());
        let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &options)?;
        let element = HtmlAudioElement::new()?;
        let silence = Silence { address: Url::create_object_url_with_blob(&blob)?, element };
        silence.element.set_loop(true);
        silence.element.set_src(&silence.address);
        let_run(silence.element.play());
        Ok(silence)
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        let _ = self.element.pause();
        // Without this some browsers go on showing it as what is being played.
        let _ = self.element.remove_attribute("src");
        self.element.load();
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// Samples a second: the lowest rate that every browser plays.
const RATE: u32 = 8000;
/// Browsers hand on no buttons for what lasts five seconds or less.
const SECONDS: u32 = 8;

/// A silence as a WAV file: one channel of eight bits, 64 kB.
fn wav() -> Vec<u8> {
    let length = RATE * SECONDS;
    let mut file = Vec::with_capacity(44 + length as usize);
    file.extend(b"RIFF");
    file.extend((36 + length).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    // Plain samples, one channel.
    file.extend(1_u16.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(RATE.to_le_bytes());
    // Bytes a second, bytes and bits a sample.
    file.extend(RATE.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(8_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    // Eight-bit samples have no sign: the middle is silence.
    file.resize(file.len() + length as usize, 128);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_silence_is_a_whole_file() {
        let file = wav();
        assert_eq!(file.len(), 44 + (RATE * SECONDS) as usize);
        assert_eq!(u32::from_le_bytes([file[4], file[5], file[6], file[7]]) as usize, file.len() - 8);
        assert!(file[44..].iter().all(|sample| *sample == 128));
        const { assert!(SECONDS > 5, "browsers hand on no buttons for less") };
    }
}

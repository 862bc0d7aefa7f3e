//! The learning system that this page may run in, by SCORM 1.2: an object `API` in a window around it or in the one that opened it.
//!
//! Windows of other origins throw when they are asked; that counts as having none.

use super::{call, part, window};
use js_sys::Object;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// How many windows out the object may be.
const FURTHEST: usize = 7;

/// A learning system that has begun to listen.
pub struct Lms {
    api: JsValue,
    /// A browser may still hide the page after it was left, and a system takes a word after the end for an error.
    is_over: Cell<bool>,
}

impl Lms {
    /// Looks for one and begins; `None` where there is none, or where it refuses.
    pub fn begin() -> Option<Self> {
        let here: JsValue = window().into();
        let api = around(here.clone()).or_else(|| around(part(&here, "opener")?))?;
        let lms = Lms { api, is_over: Cell::new(false) };
        lms.says_true("LMSInitialize", &[""]).then_some(lms)
    }

    /// What stands under a name of its data model; empty where nothing does.
    pub fn get(&self, name: &str) -> String {
        call(&self.api, "LMSGetValue", &[name.into()]).and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// Sets a value; false where it refuses.
    pub fn set(&self, name: &str, value: &str) -> bool {
        self.says_true("LMSSetValue", &[name, value])
    }

    /// Asks it to keep what was set.
    pub fn commit(&self) -> bool {
        self.says_true("LMSCommit", &[""])
    }

    /// The last that it hears of this visit.
    pub fn finish(&self) -> bool {
        let heard = self.says_true("LMSFinish", &[""]);
        self.is_over.set(true);
        heard
    }

    /// By the standard it answers with a text; some answer with a truth value.
    fn says_true(&self, name: &str, words: &[&str]) -> bool {
        if self.is_over.get() {
            return false;
        }
        let words: Vec<JsValue> = words.iter().map(|word| JsValue::from_str(word)).collect();
        call(&self.api, name, &words)
            .is_some_and(|said| said.as_bool().unwrap_or(false) || said.as_string().is_some_and(|text| text == "true"))
    }
}

/// The object in a window or in one around it.
fn around(mut frame: JsValue) -> Option<JsValue> {
    for _ in 0..=FURTHEST {
        if let Some(api) = part(&frame, "API") {
            return Some(api);
        }
        // The outermost window is its own parent.
        let parent = part(&frame, "parent").filter(|parent| !Object::is(parent, &frame))?;
        frame = parent;
    }
    None
}

//! Which browser a run of the journeys goes through, and what to say where one can't.

use std::fs::OpenOptions;
use std::io::Write;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's MiniBrowser: a stand-in for Safari, not Safari.
    WebKit,
}

impl Engine {
    /// The engine that `PALPATE_ENGINE` names: `chromium` (also where it is not set), `firefox` or `webkit`.
    ///
    /// # Panics
    /// On another name.
    pub fn of_this_run() -> Self {
        match std::env::var("PALPATE_ENGINE").unwrap_or_default().as_str() {
            "" | "chromium" => Engine::Chromium,
            "firefox" => Engine::Firefox,
            "webkit" => Engine::WebKit,
            other => panic!("PALPATE_ENGINE is “{other}”, and can be chromium, firefox or webkit"),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKitGTK",
        }
    }
}

/// What a journey throws that can't go on in this engine, for a reason that is no fault of the app's.
pub(super) struct NotHere(pub String);

/// Leaves the journey, which counts as not run in this engine and is told so.
pub(super) fn not_here(why: &str) -> ! {
    std::panic::resume_unwind(Box::new(NotHere(why.to_owned())))
}

/// Says that a journey was not run, past what cargo keeps to itself, and writes it into the file that
/// `PALPATE_LEFT_OUT` names.
pub(super) fn tell_left_out(name: &str, why: &str) {
    let line = format!("not in {}: {name} ({why})\n", Engine::of_this_run().name());
    std::io::stderr().write_all(line.as_bytes()).ok();
    if let Some(list) = std::env::var_os("PALPATE_LEFT_OUT") {
        let written = OpenOptions::new().create(true).append(true).open(list).and_then(|mut list| list.write_all(line.as_bytes()));
        written.expect("the list of what was left out can be written");
    }
}

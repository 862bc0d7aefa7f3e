//! Journeys through the built app, in a real headless Chromium, as a person would make them.
//!
//! `cargo xtask test` builds the app and runs them. They find things by role and name, as the browser's own
//! accessibility tree tells them, never by class; they wait for states, never for a time. At the end of every journey:
//! no request has left the origin, and the browser's console has no error and no breach of the policy.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod support;

mod backup;
mod copy;
mod cost;
mod course;
mod diagram;
mod everything;
mod exam;
mod export;
mod figure;
mod findings;
mod gate;
mod hands_free;
mod hurt;
mod journal;
mod keyboard;
mod look_up;
mod massage;
mod mastery;
mod offline;
mod phone;
mod pictures;
mod quiz;
mod resume;
mod settings;
mod shared;
mod storage;
mod study;
mod unknown;
mod walkthroughs;
mod watch;

//! Journeys through the built app, in a real browser, as a person would make them.
//!
//! `cargo xtask test` builds the app and runs them in Chromium, with `--all-browsers` also in Firefox and WebKitGTK. They find
//! things by role and name, as the accessibility tree tells them, never by class; they wait for states, never for a time. At the end of every journey:
//! no request has left the origin, and the browser's console has no error and no breach of the policy.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod support;

mod accessible;
mod backup;
mod copy;
mod cost;
mod course;
mod diagram;
mod everything;
mod exam;
mod export;
mod faults;
mod faults_clock;
mod faults_files;
mod faults_killed;
mod faults_tabs;
mod faults_update;
mod figure;
mod findings;
mod gate;
mod hands_free;
mod hostile;
mod hurt;
mod journal;
mod keyboard;
mod knowledge;
mod look_up;
mod massage;
mod mastery;
mod names;
mod offline;
mod phone;
mod pictures;
mod quiz;
mod resume;
mod settings;
mod shared;
mod soak;
mod storage;
mod study;
mod unknown;
mod walkthroughs;
mod watch;

//! What a learner remembers, and what is planned of it: the reference package, rules that no log may break, whole days.
#![allow(clippy::unwrap_used)]

mod backlog;
mod days;
mod log;
mod measure;
mod plans;
mod rules;
mod vectors;

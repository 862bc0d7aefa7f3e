//! How each tone and each vibration of the conductor is made: told apart by pitch, number and length, and calm.

use crate::platform::tone::Note;
use palpate_core::conductor::{Buzz, Tone};

/// A note that is struck, like a wooden bar.
const fn struck(hertz: f32, after_ms: f32, lasts_ms: f32) -> Note {
    Note { hertz, after_ms, lasts_ms, soft: false }
}

/// A note that swells and ebbs, like a breath.
const fn soft(hertz: f32, after_ms: f32, lasts_ms: f32) -> Note {
    Note { hertz, after_ms, lasts_ms, soft: true }
}

/// The notes of a tone. Pitches are of one scale (C, E, G), so that no two clash; rising asks or begins, falling ends.
pub fn notes(tone: Tone) -> &'static [Note] {
    match tone {
        Tone::Place => const { &[struck(392.0, 0.0, 350.0), struck(523.25, 180.0, 500.0)] },
        Tone::Line => const { &[struck(523.25, 0.0, 180.0)] },
        Tone::Ask => const { &[struck(523.25, 0.0, 220.0), struck(659.25, 200.0, 220.0), struck(783.99, 400.0, 600.0)] },
        Tone::BreatheIn => const { &[soft(196.0, 0.0, 700.0), soft(261.63, 350.0, 900.0)] },
        Tone::BreatheOut => const { &[soft(261.63, 0.0, 700.0), soft(196.0, 350.0, 900.0)] },
        Tone::Stroke => const { &[struck(329.63, 0.0, 260.0)] },
        Tone::LastStrokes => const { &[struck(440.0, 0.0, 200.0), struck(440.0, 220.0, 260.0)] },
        Tone::Done => {
            const { &[struck(783.99, 0.0, 400.0), struck(659.25, 260.0, 400.0), struck(523.25, 520.0, 400.0), struck(392.0, 780.0, 1100.0)] }
        }
        Tone::Pause => const { &[struck(392.0, 0.0, 300.0), struck(293.66, 240.0, 500.0)] },
        Tone::Stop => const { &[struck(220.0, 0.0, 350.0), struck(164.81, 260.0, 350.0), struck(110.0, 520.0, 900.0)] },
    }
}

/// A vibration: on, off, on, in milliseconds.
pub fn pattern(buzz: Buzz) -> &'static [u32] {
    match buzz {
        Buzz::Line => &[40],
        Buzz::Ask => &[80, 100, 80],
        Buzz::BreatheIn => &[60, 120, 160],
        Buzz::BreatheOut => &[260],
        Buzz::Stroke => &[120],
        Buzz::LastStrokes => &[120, 110, 120],
        Buzz::Done => &[160, 120, 160, 120, 500],
        Buzz::Stop => &[700],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 10] = [
        Tone::Place,
        Tone::Line,
        Tone::Ask,
        Tone::BreatheIn,
        Tone::BreatheOut,
        Tone::Stroke,
        Tone::LastStrokes,
        Tone::Done,
        Tone::Pause,
        Tone::Stop,
    ];
    const BUZZES: [Buzz; 8] =
        [Buzz::Line, Buzz::Ask, Buzz::BreatheIn, Buzz::BreatheOut, Buzz::Stroke, Buzz::LastStrokes, Buzz::Done, Buzz::Stop];

    #[test]
    fn no_two_tones_sound_alike() {
        for (at, one) in TONES.iter().enumerate() {
            for other in &TONES[at + 1..] {
                let pitches = |tone: Tone| notes(tone).iter().map(|note| note.hertz).collect::<Vec<_>>();
                assert_ne!(pitches(*one), pitches(*other), "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn no_two_vibrations_feel_alike() {
        for (at, one) in BUZZES.iter().enumerate() {
            for other in &BUZZES[at + 1..] {
                assert_ne!(pattern(*one), pattern(*other), "{one:?} and {other:?}");
            }
        }
    }

    /// The next stroke must not begin before the tone of this one has ended; the shortest breath is five seconds.
    #[test]
    fn tones_end_before_the_next_may_begin() {
        for tone in TONES {
            assert!(notes(tone).iter().all(|note| note.after_ms + note.lasts_ms < 2000.0), "{tone:?}");
        }
    }
}

//! The tempo of the strokes: where in a breath it is, and when the next tone is due. Pure arithmetic on one clock.
//!
//! It runs on the clock of the sound where there is one when it begins, and on the steady clock otherwise; it never changes
//! over. Every boundary is reckoned from the one before it and not from when it was noticed, so a late tick shifts nothing.

use super::Now;
use crate::day::Millis;

/// The part of a breath that goes out: the stroke. The rest of it goes in: letting go.
pub(super) const OUT: Millis = 0.6;
/// How long ahead a tone is handed to the clock of the sound.
const AHEAD: Millis = 200.0;
/// How far the two clocks may drift apart before the sound counts as taken away.
const DRIFT: Millis = 500.0;

/// Whether a clock shows a time. One that is further from its zero than thirty thousand years is broken, and a number that
/// large has no room left for milliseconds: every boundary would be due at once.
pub(super) fn is_time(time: Millis) -> bool {
    time.abs() < 1e15
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Clock {
    /// The clock of the sound, which was so far ahead of the steady one at the start.
    Audio {
        offset: Millis,
    },
    Steady,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The breath in before the first stroke.
    Ready,
    Out,
    In,
}

/// When a tone is to sound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Due {
    At(Millis),
    AtOnce,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tempo {
    clock: Clock,
    pub part: Part,
    /// When this part ends.
    ends: Millis,
    breath: Millis,
    /// The tone of the next part was handed over already.
    handed: bool,
    /// The stroke under way is the last one.
    pub last: bool,
}

impl Tempo {
    /// Begins with a breath in.
    pub fn begin(now: Now, breath: Millis) -> Self {
        let audio = now.audio.filter(|audio| is_time(*audio));
        let clock = audio.map_or(Clock::Steady, |audio| Clock::Audio { offset: audio - now.steady });
        let ends = audio.unwrap_or(now.steady) + breath * (1.0 - OUT);
        Tempo { clock, part: Part::Ready, ends, breath, handed: false, last: false }
    }

    /// Whether its clock still runs as it did; a clock of the sound that stands still, jumps or is gone does not.
    pub fn holds(&self, now: Now) -> bool {
        match self.clock {
            Clock::Steady => true,
            Clock::Audio { offset } => now.audio.is_some_and(|audio| (audio - now.steady - offset).abs() <= DRIFT),
        }
    }

    fn time(&self, now: Now) -> Millis {
        match self.clock {
            Clock::Steady => now.steady,
            Clock::Audio { .. } => now.audio.unwrap_or(Millis::NAN),
        }
    }

    /// When the tone of the next part is to sound; told once for each part, a little ahead.
    pub fn due(&mut self, now: Now) -> Option<Due> {
        let time = self.time(now);
        let due = match self.clock {
            _ if self.handed => None,
            Clock::Audio { .. } if time < self.ends => (time >= self.ends - AHEAD).then_some(Due::At(self.ends)),
            Clock::Audio { .. } | Clock::Steady => (time >= self.ends).then_some(Due::AtOnce),
        };
        self.handed |= due.is_some();
        due
    }

    /// The part that begins now, if one does. At most one, however late it is noticed.
    pub fn turn(&mut self, now: Now, breath: Millis) -> Option<Part> {
        // A clock that shows no number is never due.
        if self.time(now).partial_cmp(&self.ends).is_none_or(std::cmp::Ordering::is_lt) {
            return None;
        }
        self.handed = false;
        match self.part {
            Part::Ready | Part::In => {
                self.breath = breath;
                self.part = Part::Out;
            }
            Part::Out => self.part = Part::In,
        }
        self.ends += self.lasts();
        Some(self.part)
    }

    /// How long this part lasts in all.
    pub fn lasts(&self) -> Millis {
        match self.part {
            Part::Ready | Part::In => self.breath * (1.0 - OUT),
            Part::Out => self.breath * OUT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(steady: Millis, audio: Option<Millis>) -> Now {
        Now { steady, audio }
    }

    #[test]
    fn a_late_tick_shifts_nothing() {
        let mut tempo = Tempo::begin(now(0.0, None), 5_000.0);
        assert_eq!(tempo.turn(now(1_999.0, None), 5_000.0), None);
        assert_eq!(tempo.turn(now(2_900.0, None), 5_000.0), Some(Part::Out));
        assert_eq!(tempo.turn(now(4_999.0, None), 5_000.0), None);
        assert_eq!(tempo.turn(now(5_000.0, None), 5_000.0), Some(Part::In));
        assert_eq!(tempo.turn(now(7_000.0, None), 5_000.0), Some(Part::Out));
    }

    #[test]
    fn a_tone_is_handed_over_once_and_ahead() {
        let mut tempo = Tempo::begin(now(0.0, Some(70.0)), 5_000.0);
        assert_eq!(tempo.due(now(1_700.0, Some(1_770.0))), None);
        assert_eq!(tempo.due(now(1_850.0, Some(1_920.0))), Some(Due::At(2_070.0)));
        assert_eq!(tempo.due(now(1_900.0, Some(1_970.0))), None);
        assert_eq!(tempo.turn(now(2_010.0, Some(2_080.0)), 6_000.0), Some(Part::Out));
        assert_eq!((tempo.lasts(), tempo.ends), (3_600.0, 5_670.0));
    }

    #[test]
    fn a_clock_of_the_sound_that_strays_does_not_hold() {
        let tempo = Tempo::begin(now(100.0, Some(0.0)), 5_000.0);
        assert!(tempo.holds(now(1_100.0, Some(1_000.0))) && tempo.holds(now(1_100.0, Some(1_400.0))));
        for audio in [None, Some(f64::NAN), Some(f64::INFINITY), Some(0.0), Some(1_600.0), Some(-5.0)] {
            assert!(!tempo.holds(now(1_100.0, audio)), "{audio:?}");
        }
        // A clock that shows no time is not taken.
        assert_eq!(Tempo::begin(now(0.0, Some(1e90)), 5_000.0).clock, Clock::Steady);
        assert!(Tempo::begin(now(0.0, None), 5_000.0).holds(now(1_000.0, Some(3.0))));
    }
}

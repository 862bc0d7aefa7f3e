//! Two knocks on the floor, told from the loudness of what the microphone hears. Loudness alone comes in: no sound is kept.
//!
//! A knock rises at once, far above what is usual here, and is over at once. Two of them count when it was quiet before, and
//! when no third follows: speech lasts, a door is one, applause goes on.

use crate::day::Millis;

/// A knock is at least so loud, and so many times louder than it is usually here.
const LOUD: f32 = 0.12;
const ABOVE: f32 = 4.0;
/// It has risen within this time, has fallen to a third within this one, and is silent after that one.
const RISE: Millis = 50.0;
const FALL: Millis = 120.0;
const FALLEN: f32 = 0.35;
const SILENT: Millis = 260.0;
/// From the first knock to the second.
const APART: (Millis, Millis) = (150.0, 700.0);
/// How quiet it was before: longer than two knocks are apart, so that a rhythm never holds two that stand alone.
const QUIET: Millis = 1_000.0;
/// How long a third is waited for, and how much longer than the two were apart.
const NO_THIRD: Millis = 350.0;
const RHYTHM: Millis = 1.4;
/// Longer without a level, and what was heard before means nothing.
const LOST: Millis = 250.0;
/// How quickly the usual loudness follows: down and up while it is quiet, and while it is loud.
const SETTLES: Millis = 500.0;
const SETTLES_LOUD: Millis = 3_000.0;

/// Something loud.
#[derive(Clone, Copy, Debug)]
struct Burst {
    since: Millis,
    peak: f32,
    /// It has fallen to a third in time.
    short: bool,
    /// It rose at once.
    sharp: bool,
}

/// Listens for two knocks. To be sent a level about fifty times a second.
#[derive(Clone, Debug, Default)]
pub struct Knocks {
    /// How loud it is usually here.
    floor: f32,
    last: Option<Millis>,
    /// When it was last quiet.
    quiet_at: Millis,
    /// When something loud last ended.
    loud_at: Millis,
    burst: Option<Burst>,
    first: Option<Millis>,
    /// There was a second knock, and until this time there must be no third.
    second: Option<Millis>,
}

impl Knocks {
    /// Takes in how loud it is, from 0 to 1 (the largest sample), at a steady time; true when the second of two knocks is over.
    pub fn hear(&mut self, level: f32, now: Millis) -> bool {
        let step = self.last.map(|last| now - last).filter(|step| (0.0..=LOST).contains(step));
        let Some(step) = step.filter(|_| level.is_finite()) else {
            self.begin_anew(level, now);
            return false;
        };
        self.last = Some(now);
        let level = level.clamp(0.0, 1.0);
        let on = (self.floor * ABOVE).max(LOUD);
        let off = (self.floor * ABOVE / 2.0).max(LOUD / 2.0);
        let settles = if self.burst.is_some() || level >= on { SETTLES_LOUD } else { SETTLES };
        self.floor += (level - self.floor) * (step / (settles + step)) as f32;
        match self.burst {
            Some(burst) => self.loud(burst, level, off, now),
            None if level >= on => {
                let sharp = now - self.quiet_at <= RISE;
                self.burst = Some(Burst { since: now, peak: level, short: false, sharp });
            }
            None => {
                if level < off {
                    self.quiet_at = now;
                }
                return self.pair_is_over(now);
            }
        }
        false
    }

    /// After silence, a broken clock or no level at all: the next second tells what is usual.
    fn begin_anew(&mut self, level: f32, now: Millis) {
        let usable = now.is_finite() && level.is_finite();
        *self = Knocks {
            floor: if usable { level.clamp(0.0, 1.0) } else { 0.0 },
            last: usable.then_some(now),
            quiet_at: now,
            loud_at: now,
            ..Knocks::default()
        };
    }

    fn loud(&mut self, mut burst: Burst, level: f32, off: f32, now: Millis) {
        let lasted = now - burst.since;
        burst.peak = burst.peak.max(level);
        burst.short |= lasted <= FALL && level <= burst.peak * FALLEN;
        // Loud again after it had fallen: not one knock.
        burst.short &= level <= burst.peak * 0.6;
        self.burst = Some(burst);
        if level < off {
            let quiet_before = burst.since - std::mem::replace(&mut self.loud_at, now);
            self.quiet_at = now;
            self.burst = None;
            self.take(burst.sharp && burst.short && lasted <= SILENT, burst.since, quiet_before);
        }
    }

    /// Something loud is over: a knock or not, begun at this time, after so much quiet.
    fn take(&mut self, knock: bool, at: Millis, quiet_before: Millis) {
        (self.first, self.second) = match (self.first, self.second) {
            // A third: then the two before mean nothing either.
            (_, Some(_)) => (None, None),
            (_, None) if !knock => (None, None),
            (None, None) => ((quiet_before >= QUIET).then_some(at), None),
            (Some(first), None) => {
                let apart = at - first;
                if (APART.0..=APART.1).contains(&apart) {
                    (None, Some(at + NO_THIRD.max(apart * RHYTHM)))
                } else {
                    ((quiet_before >= QUIET).then_some(at), None)
                }
            }
        };
    }

    /// Nothing is loud now: whether a second knock stands, with no third after it.
    fn pair_is_over(&mut self, now: Millis) -> bool {
        let over = self.second.is_some_and(|until| now >= until);
        if over {
            self.second = None;
        }
        over
    }
}

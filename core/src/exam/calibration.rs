//! How sure someone was, against how often they were right.

use super::Sat;
use crate::memory::Sure;
use serde::{Deserialize, Serialize};

/// How sure an answer is, as a few choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    Guess,
    Unsure,
    Sure,
    Certain,
}

impl Confidence {
    pub const ALL: [Confidence; 4] = [Confidence::Guess, Confidence::Unsure, Confidence::Sure, Confidence::Certain];

    pub fn title(self) -> &'static str {
        match self {
            Confidence::Guess => "Guess",
            Confidence::Unsure => "Unsure",
            Confidence::Sure => "Sure",
            Confidence::Certain => "Certain",
        }
    }

    /// How often someone who says so expects to be right, in per cent.
    pub fn per_cent(self) -> usize {
        match self {
            Confidence::Guess => 50,
            Confidence::Unsure => 70,
            Confidence::Sure => 90,
            Confidence::Certain => 100,
        }
    }

    /// As the scheduler has it.
    pub fn sure(self) -> Sure {
        match self {
            Confidence::Guess | Confidence::Unsure => Sure::Unsure,
            Confidence::Sure | Confidence::Certain => Sure::Sure,
        }
    }
}

/// The answers that were given with one confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    pub confidence: Confidence,
    pub answered: usize,
    pub right: usize,
}

impl Level {
    /// How often they were right, in whole per cent; `None` when there are none.
    pub fn per_cent(self) -> Option<usize> {
        (100 * self.right + self.answered / 2).checked_div(self.answered)
    }
}

/// How sure someone was over all exams, level by level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// One for each confidence, in rising order.
    pub levels: Vec<Level>,
}

/// Fewer answers than one exam has say nothing about a person.
const ENOUGH: usize = 20;
/// Within so many points of a hundred, sure and right are as good as equal.
const NEAR: usize = 5;

impl Calibration {
    /// From all answers with a confidence. What was not answered has none.
    pub fn of(exams: &[Sat]) -> Self {
        let mut levels: Vec<Level> =
            Confidence::ALL.iter().map(|confidence| Level { confidence: *confidence, answered: 0, right: 0 }).collect();
        for item in exams.iter().flat_map(|sat| &sat.items).filter(|item| item.attempt.is_some()) {
            if let Some(level) = levels.iter_mut().find(|level| Some(level.confidence) == item.confidence) {
                level.answered += 1;
                level.right += usize::from(item.right);
            }
        }
        Calibration { levels }
    }

    pub fn answered(&self) -> usize {
        self.levels.iter().map(|level| level.answered).sum()
    }

    /// How often right they expected to be, and were, in whole per cent over all answers; `None` while there are too few.
    pub fn expected_and_right(&self) -> Option<(usize, usize)> {
        let answered = self.answered();
        if answered < ENOUGH {
            return None;
        }
        let expected: usize = self.levels.iter().map(|level| level.answered * level.confidence.per_cent()).sum();
        let right: usize = self.levels.iter().map(|level| level.right).sum();
        Some(((expected + answered / 2) / answered, (100 * right + answered / 2) / answered))
    }

    /// What that means, in a sentence.
    pub fn told(&self) -> &'static str {
        match self.expected_and_right() {
            None => "There are too few answers yet to say how sure and right go together.",
            Some((expected, right)) if expected > right + NEAR => {
                "You are surer than you are right. Where you feel certain, it may be worth checking."
            }
            Some((expected, right)) if right > expected + NEAR => "You are right more often than you expect.",
            Some(_) => "You are about as sure as you are right.",
        }
    }
}

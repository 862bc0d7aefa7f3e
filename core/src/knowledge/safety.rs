//! The safety gate, the lists that follow it, the stop rules and the red flags.

use super::Cite;
use serde::{Deserialize, Serialize};

/// Everything of `safety.toml`, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Safety {
    pub gate: Vec<GateQuestion>,
    pub clinician_first: Vec<Listed>,
    pub postpone: Vec<Listed>,
    pub avoid: Vec<Avoid>,
    pub stop: Vec<StopReason>,
    pub red_flags: Vec<RedFlag>,
    pub limits: Vec<Listed>,
}

impl Safety {
    /// The limit with this id.
    pub fn limit(&self, id: &str) -> Option<&Listed> {
        self.limits.iter().find(|limit| limit.id == id)
    }
}

/// A question that closes the hands-on part unless it is answered with a plain no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GateQuestion {
    pub id: String,
    pub question: String,
    pub reason: String,
    pub instead: String,
    pub cites: Vec<Cite>,
}

/// An entry of a list: a sentence with who says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub id: String,
    pub text: String,
    pub cites: Vec<Cite>,
}

/// A reason never to press, and the gate question that asks about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Avoid {
    pub id: String,
    pub text: String,
    /// Index into [`Safety::gate`].
    pub gate: u16,
    pub cites: Vec<Cite>,
}

/// What a feeling during a session leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopAction {
    /// Hand off, move outward once; a second time ends the session.
    EaseOff,
    /// The session ends.
    End,
    /// The session ends; see a clinician today.
    SameDay,
    /// The session ends; call the emergency number.
    Emergency,
}

/// Something that a person may feel, and what to do now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StopReason {
    pub id: String,
    pub feel: String,
    pub action: StopAction,
    pub now: Vec<String>,
    pub again: Vec<String>,
    pub no_retry_today: bool,
    pub why: String,
    pub cites: Vec<Cite>,
}

/// How soon a red flag wants care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    Emergency,
    SameDay,
    Soon,
}

impl Urgency {
    pub const ALL: [Urgency; 3] = [Urgency::Emergency, Urgency::SameDay, Urgency::Soon];

    /// What to do.
    pub fn advice(self) -> &'static str {
        match self {
            Urgency::Emergency => "Call your local emergency number now",
            Urgency::SameDay => "Get medical help today",
            Urgency::Soon => "See a doctor soon",
        }
    }
}

/// Signs that need a clinician, and how soon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RedFlag {
    pub id: String,
    pub level: Urgency,
    pub signs: String,
    pub think: String,
    pub cites: Vec<Cite>,
}

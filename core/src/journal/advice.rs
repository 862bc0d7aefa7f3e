//! What the journal advises: the rules of `content/`, asked of what was written and done. The most important comes first.
//!
//! Deleted entries never count. The log of sessions and the gate count beside the journal in what protects the person (red flags,
//! stops, soreness, enough for today), so that a tidied journal does not take a warning away; all that compares numbers goes by
//! the journal alone.

use super::Entry;
use super::evidence::Evidence;
use crate::day::Day;
use crate::gate::{Gate, Verdict};
use crate::knowledge::{AdviceRule, AdviceWhen, Importance, Knowledge, StopReason};
use crate::side::Side;
use crate::walkthrough::Finished;

/// A rule that speaks, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised<'a> {
    pub rule: &'a AdviceRule,
    /// Why it speaks, in plain numbers: one or more short sentences, never empty.
    pub reason: String,
    /// The sides that the reason is about; none where it is about both or neither.
    pub sides: Vec<Side>,
    /// The stop rule behind it, where there is one that is still known.
    pub stop: Option<&'a StopReason>,
}

/// The rules of `knowledge.advice` that speak today: red flags first, then by importance, then as the content has them.
///
/// Ideas ([`Importance::Idea`]) are left out while there is a call for help, and on a day on which the gate is closed: nothing may
/// encourage going on then.
pub fn advise<'a>(knowledge: &'a Knowledge, journal: &[Entry], finished: &[Finished], gate: &Gate, today: Day) -> Vec<Advised<'a>> {
    let evidence = Evidence::new(knowledge, journal, finished, gate, today);
    let mut advised: Vec<Advised<'a>> = knowledge.advice.iter().filter_map(|rule| evidence.ask(rule)).collect();
    crate::order::sort_by_key(&mut advised, |advised| weight(advised.rule));
    let help = advised.iter().any(|advised| weight(advised.rule).1 == Importance::Help);
    let closed = matches!(gate.verdict(&knowledge.safety, today), Verdict::Closed(_));
    if help || closed {
        advised.retain(|advised| weight(advised.rule).1 != Importance::Idea);
    }
    advised
}

/// What a rule weighs. A red flag is a call for help, whatever the content says of it.
fn weight(rule: &AdviceRule) -> (bool, Importance) {
    match rule.when {
        AdviceWhen::RedFlag { .. } => (false, Importance::Help),
        AdviceWhen::StoppedToday
        | AdviceWhen::StoppedBy { .. }
        | AdviceWhen::EnoughToday { .. }
        | AdviceWhen::Sore { .. }
        | AdviceWhen::SoreFor { .. }
        | AdviceWhen::OverCeiling { .. }
        | AdviceWhen::ShortRelief { .. }
        | AdviceWhen::NoChange { .. }
        | AdviceWhen::GettingWorse { .. }
        | AdviceWhen::WorseAfter { .. } => (true, rule.importance),
    }
}

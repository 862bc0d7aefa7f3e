//! The gate, the lists, the stop menu and the red flags.

use crate::aloud;
use crate::authored as from;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::knowledge as to;

pub fn safety(page: Page<'_>, file: &from::SafetyFile) -> to::Safety {
    to::Safety {
        gate: file.gate.iter().map(|question| gate(page, question)).collect(),
        clinician_first: listed_all(page, &file.clinician_first),
        postpone: listed_all(page, &file.postpone),
        avoid: file.avoid.iter().map(|avoid| self::avoid(page, avoid)).collect(),
        stop: file.stop.iter().map(|stop| self::stop(page, stop)).collect(),
        red_flags: file.red_flag.iter().map(|flag| red_flag(page, flag)).collect(),
        limits: listed_all(page, &file.limit),
    }
}

fn gate(page: Page<'_>, question: &from::Gate) -> to::GateQuestion {
    to::GateQuestion {
        id: question.id.get_ref().clone(),
        question: page.words(&question.question),
        reason: page.prose(&question.reason),
        instead: page.prose(&question.instead),
        cites: page.cites(&question.id, "the gate question", &question.cites),
    }
}

fn listed_all(page: Page<'_>, list: &[from::Listed]) -> Vec<to::Listed> {
    list.iter()
        .map(|entry| to::Listed {
            id: entry.id.get_ref().clone(),
            text: page.prose(&entry.text),
            cites: page.cites(&entry.id, "the entry", &entry.cites),
        })
        .collect()
}

fn avoid(page: Page<'_>, avoid: &from::Avoid) -> to::Avoid {
    to::Avoid {
        id: avoid.id.get_ref().clone(),
        text: page.prose(&avoid.text),
        gate: page.number(&page.desk.gate, &avoid.gate),
        cites: page.cites(&avoid.id, "the entry", &avoid.cites),
    }
}

fn stop(page: Page<'_>, stop: &from::Stop) -> to::StopReason {
    let can_recur = stop.action == to::StopAction::EaseOff;
    if stop.now.is_empty() {
        page.report(&stop.id, Fault::Empty { what: "what to do now" });
    }
    if can_recur == stop.again.is_empty() {
        page.report(
            &stop.id,
            Fault::Rule("a stop rule with the action ease-off says under `again` what to do the second time, and no other rule does. Add it, or remove it."),
        );
    }
    to::StopReason {
        id: stop.id.get_ref().clone(),
        feel: aloud::words(page, &stop.feel),
        action: stop.action,
        now: aloud::prose_all(page, &stop.now),
        again: aloud::prose_all(page, &stop.again),
        no_retry_today: stop.no_retry_today,
        why: aloud::prose(page, &stop.why),
        cites: page.cites(&stop.id, "the stop rule", &stop.cites),
    }
}

fn red_flag(page: Page<'_>, flag: &from::RedFlag) -> to::RedFlag {
    to::RedFlag {
        id: flag.id.get_ref().clone(),
        level: flag.level,
        signs: page.prose(&flag.signs),
        think: page.prose(&flag.think),
        cites: page.cites(&flag.id, "the red flag", &flag.cites),
    }
}

//! What the journal may advise and when, and the self-check of hip extension.

use crate::aloud;
use crate::authored as from;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::knowledge as to;
use palpate_core::knowledge::AdviceWhen;
use toml::Spanned;

/// The rules, what matters most first; rules of one importance keep the order of the file.
pub fn advice(page: Page<'_>, file: &from::JournalFile) -> Vec<to::AdviceRule> {
    if file.advice.is_empty() {
        page.report(&file.self_check.title, Fault::Empty { what: "the list of advice" });
    }
    let mut rules: Vec<_> = file.advice.iter().map(|rule| self::rule(page, rule)).collect();
    rules.sort_by_key(|rule| rule.importance);
    rules
}

fn rule(page: Page<'_>, rule: &from::Advice) -> to::AdviceRule {
    check_numbers(page, &rule.when);
    to::AdviceRule {
        id: rule.id.get_ref().clone(),
        importance: rule.importance,
        when: rule.when.get_ref().clone(),
        title: page.words(&rule.title),
        text: page.prose(&rule.text),
        muscle: rule.muscle.as_ref().map(|id| page.known(&page.desk.muscles, id)),
        cites: page.cites(&rule.id, "the advice", &rule.cites),
    }
}

/// Numbers outside of these make a rule that never speaks, always speaks, or means something else than it says.
fn check_numbers(page: Page<'_>, when: &Spanned<AdviceWhen>) {
    let within = |what: &'static str, found: u16, (least, most): (u16, u16)| {
        if !(least..=most).contains(&found) {
            page.report(when, Fault::OutOfRange { what, found: found.to_string(), least: least.to_string(), most: most.to_string() });
        }
    };
    let days = |found| within("the number of days", found, (1, 365));
    let sessions = |found| within("the number of sessions", found, (1, 20));
    let entries = |found| within("the number of entries", found, (2, 100));
    let by = |found: u8| within("the change of the score", found.into(), (1, 10));
    match *when.get_ref() {
        AdviceWhen::StoppedToday => {}
        AdviceWhen::StoppedBy { ref rules, days: found } => {
            days(found);
            if rules.is_empty() {
                page.report(when, Fault::Empty { what: "the list of stop rules" });
            }
            rules.iter().filter_map(|rule| page.desk.stops.find(rule).err()).for_each(|fault| page.report(when, fault));
        }
        AdviceWhen::RedFlag { days: found } | AdviceWhen::SoreFor { days: found } => days(found),
        AdviceWhen::EnoughToday { sessions: found } => sessions(found),
        AdviceWhen::Sore { days: found } => within("the number of days", found, (0, 365)),
        AdviceWhen::OverCeiling { sessions: count, days: span } => {
            sessions(count);
            days(span);
        }
        AdviceWhen::ShortRelief { sessions: count, by: fall, back } => {
            sessions(count);
            by(fall);
            if back >= fall {
                page.report(
                    when,
                    Fault::Rule("relief that is lost again has to be more than what counts as being back. Make `back` smaller than `by`."),
                );
            }
        }
        AdviceWhen::NoChange { days: span, entries: count } => {
            days(span);
            entries(count);
        }
        AdviceWhen::GettingWorse { days: span, entries: count, by: rise } => {
            days(span);
            entries(count);
            by(rise);
        }
        AdviceWhen::WorseAfter { sessions: count, by: rise, days: span } => {
            sessions(count);
            by(rise);
            days(span);
        }
    }
}

pub fn self_check(page: Page<'_>, check: &from::SelfCheck) -> to::SelfCheck {
    if check.how.is_empty() {
        page.report(&check.title, Fault::Empty { what: "what to do" });
    }
    let answers = [&check.answers.flat, &check.answers.lifts_a_little, &check.answers.lifts];
    to::SelfCheck {
        title: page.words(&check.title),
        how: aloud::guided_all(page, &check.how),
        answers: answers.map(|answer| page.words(answer)),
        meaning: page.guided(&check.meaning),
        beware: page.guided(&check.beware),
        cites: page.cites(&check.title, "the self-check", &check.cites),
    }
}

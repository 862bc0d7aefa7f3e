//! What the rules of the advice are asked of, and how each kind of rule is answered. Each answer is a reason in plain numbers.

use super::advice::Advised;
use super::series::{Mean, oldest_first};
use super::{Entry, Score, TENDER_CEILING};
use crate::day::Day;
use crate::gate::{Closed, Gate, Verdict};
use crate::knowledge::{AdviceRule, AdviceWhen, Knowledge, StopAction, StopReason, WalkthroughKind};
use crate::side::Side;
use crate::walkthrough::Finished;
use std::collections::BTreeMap;

/// The stop rule that tells of soreness.
const STILL_SORE: &str = "still-sore-from-before";
/// Two tellings of soreness further apart than this, in days, are not taken for the same, nor is an older one for present.
const SAME_SORENESS: i64 = 7;
/// What is back only later than so many days after did not come back at once.
const SHORT: i64 = 14;

/// Why a rule speaks.
#[derive(Default)]
struct Because<'a> {
    reason: String,
    sides: Vec<Side>,
    stop: Option<&'a StopReason>,
}

impl Because<'_> {
    fn plain(reason: String) -> Self {
        Because { reason, ..Because::default() }
    }
}

/// A session that a stop rule ended.
struct Stopped<'a> {
    day: Day,
    /// `None` when the rule is no longer known.
    rule: Option<&'a StopReason>,
}

/// Everything that the rules look at, in order of time.
pub(super) struct Evidence<'a, 'j> {
    knowledge: &'a Knowledge,
    today: Day,
    /// The entries that count, the oldest first: none deleted, none dated later than today.
    entries: Vec<&'j Entry>,
    finished: &'j [Finished],
    /// Whatever their day, since a clock may have been set.
    stopped: Vec<Stopped<'a>>,
}

impl<'a, 'j> Evidence<'a, 'j> {
    pub(super) fn new(knowledge: &'a Knowledge, journal: &'j [Entry], finished: &'j [Finished], gate: &Gate, today: Day) -> Self {
        let mut entries = oldest_first(journal);
        let rule = |id: &str| knowledge.safety.stop.iter().find(|rule| rule.id == id);
        let written = entries.iter().filter_map(|entry| Some(Stopped { day: entry.when.day(), rule: rule(entry.stopped.as_ref()?) }));
        let logged = finished.iter().filter_map(|finished| {
            let id = finished.session.felt()?;
            Some(Stopped { day: finished.session.day, rule: rule(id) })
        });
        let mut stopped: Vec<Stopped<'a>> = written.chain(logged).collect();
        if let Verdict::Closed(closed) = gate.verdict(&knowledge.safety, today) {
            stopped.extend(closed.into_iter().filter_map(|closed| match closed {
                Closed::Stopped(rule) => Some(Stopped { day: today, rule }),
                Closed::Question(..) | Closed::ClinicianFirst | Closed::Postpone => None,
            }));
        }
        entries.retain(|entry| entry.when.day() <= today);
        Evidence { knowledge, today, entries, finished, stopped }
    }

    /// Whether the rule speaks, and why.
    pub(super) fn ask(&self, rule: &'a AdviceRule) -> Option<Advised<'a>> {
        let because = match rule.when {
            AdviceWhen::RedFlag { days } => self.red_flag(days),
            AdviceWhen::StoppedToday => self.stopped_today(),
            AdviceWhen::StoppedBy { ref rules, days } => self.stopped_by(rules, days),
            AdviceWhen::EnoughToday { sessions } => self.enough_today(at_least_one(sessions)),
            AdviceWhen::Sore { days } => self.sore(days),
            AdviceWhen::SoreFor { days } => self.sore_for(days),
            AdviceWhen::OverCeiling { sessions, days } => self.over_ceiling(at_least_one(sessions), days),
            AdviceWhen::ShortRelief { sessions, by, back } => self.short_relief(at_least_one(sessions), by.max(1), back),
            AdviceWhen::NoChange { days, entries } => self.no_change(days, at_least_one(entries)),
            AdviceWhen::GettingWorse { days, entries, by } => self.getting_worse(days.max(1), at_least_one(entries), by.max(1)),
            AdviceWhen::WorseAfter { sessions, by, days } => self.worse_after(at_least_one(sessions), by.max(1), days),
        }?;
        Some(Advised { rule, reason: because.reason, sides: because.sides, stop: because.stop })
    }

    /// How many days ago; negative for a day to come.
    fn age(&self, day: Day) -> i64 {
        i64::from(self.today.0) - i64::from(day.0)
    }

    fn red_flag(&self, days: u16) -> Option<Because<'a>> {
        let urgency = |rule: &StopReason| match rule.action {
            StopAction::Emergency => Some(0),
            StopAction::SameDay => Some(1),
            StopAction::EaseOff | StopAction::End => None,
        };
        let flags = self.stopped.iter().filter_map(|stopped| Some((urgency(stopped.rule?)?, self.age(stopped.day), stopped.rule?)));
        // A day to come counts as far as a day that was: the clock was set back, or its owner has flown west.
        let near = flags.filter(|(_, age, _)| age.unsigned_abs() <= u64::from(days));
        let (_, age, rule) = near.min_by_key(|(urgency, age, _)| (*urgency, age.unsigned_abs()))?;
        Some(Because { reason: format!("{} a session ended with “{}”.", when(age), rule.feel), sides: Vec::new(), stop: Some(rule) })
    }

    fn stopped_today(&self) -> Option<Because<'a>> {
        let today = self.stopped.iter().filter(|stopped| stopped.day == self.today);
        let for_good = today.filter(|stopped| stopped.rule.is_none_or(|rule| rule.no_retry_today));
        // One that is still known, so that it can be named.
        let stop = for_good.min_by_key(|stopped| stopped.rule.is_none())?.rule;
        let reason = match stop {
            Some(rule) => format!("Today a session ended with “{}”.", rule.feel),
            None => "Today a session was ended by a stop rule.".to_owned(),
        };
        Some(Because { reason, sides: Vec::new(), stop })
    }

    fn stopped_by(&self, rules: &[String], days: u16) -> Option<Because<'a>> {
        let named = self.stopped.iter().filter_map(|stopped| Some((self.age(stopped.day), stopped.rule?)));
        let (age, rule) =
            named.filter(|(age, rule)| (0..=i64::from(days)).contains(age) && rules.contains(&rule.id)).min_by_key(|(age, _)| *age)?;
        Some(Because { reason: format!("{} a session ended with “{}”.", when(age), rule.feel), sides: Vec::new(), stop: Some(rule) })
    }

    fn enough_today(&self, sessions: usize) -> Option<Because<'a>> {
        // By the entry's id, or the session's number where it has none: whether the right and the left side were worked.
        let mut today: BTreeMap<(Option<&str>, usize), [bool; 2]> = BTreeMap::new();
        let index = |side: Side| usize::from(side == Side::Left);
        for entry in self.entries.iter().filter(|entry| entry.when.day() == self.today) {
            let sides = today.entry((Some(&entry.id), 0)).or_default();
            self.worked(entry).into_iter().for_each(|side| sides[index(side)] = true);
        }
        for (number, finished) in self.finished.iter().enumerate().filter(|(_, finished)| finished.session.day == self.today) {
            let session = &finished.session;
            let key = session.entry.as_deref().map_or((None, number), |id| (Some(id), 0));
            let sides = today.entry(key).or_default();
            session.points().iter().filter(|point| point.strokes.count() > 0).for_each(|point| sides[index(point.side)] = true);
        }
        self.by_side(|side| {
            let count = today.values().filter(|sides| sides[index(side)]).count();
            (count >= sessions).then(|| format!("{} on your {} side today.", counted(count, "session"), side.word()))
        })
    }

    /// The sides on which an entry tells of strokes. A massage that was written down without any points counts for its side.
    fn worked(&self, entry: &Entry) -> Vec<Side> {
        let is_massage = |id: &str| self.knowledge.walkthrough(id).is_some_and(|guide| guide.kind == WalkthroughKind::Massage);
        if entry.findings.is_empty() && entry.walkthrough.as_deref().is_some_and(is_massage) {
            return entry.side.into_iter().collect();
        }
        entry.findings.iter().filter(|finding| finding.strokes.count() > 0).map(|finding| finding.side).collect()
    }

    /// The days up to today on which something says whether there was soreness, in order. A mere note that does not speak of it
    /// says neither.
    fn soreness(&self) -> BTreeMap<Day, bool> {
        let mut days: BTreeMap<Day, bool> = BTreeMap::new();
        for entry in &self.entries {
            let sore = entry.sore || entry.stopped.as_deref() == Some(STILL_SORE);
            if sore || entry.walkthrough.is_some() {
                *days.entry(entry.when.day()).or_default() |= sore;
            }
        }
        for finished in self.finished.iter().filter(|finished| finished.session.felt() == Some(STILL_SORE)) {
            if finished.session.day <= self.today {
                days.insert(finished.session.day, true);
            }
        }
        days
    }

    fn sore(&self, days: u16) -> Option<Because<'a>> {
        let (day, _) = self.soreness().into_iter().rfind(|(_, sore)| *sore)?;
        let age = self.age(day);
        (age <= i64::from(days)).then(|| Because::plain(format!("{} you were still sore from a session before.", when(age))))
    }

    fn sore_for(&self, days: u16) -> Option<Because<'a>> {
        let mut run: Vec<Day> = Vec::new();
        for (day, sore) in self.soreness() {
            let goes_on = sore && run.last().is_none_or(|last| i64::from(day.0) - i64::from(last.0) <= SAME_SORENESS);
            if !goes_on {
                run.clear();
            }
            if sore {
                run.push(day);
            }
        }
        let (first, last) = (*run.first()?, *run.last()?);
        let apart = self.age(first) - self.age(last);
        if apart < i64::from(days.max(1)) || self.age(last) > SAME_SORENESS {
            return None;
        }
        let (days, apart) = (counted(run.len(), "day"), counted_days(apart));
        let reason = format!("You noted soreness on {days}, the last {apart} after the first, and no session without it in between.");
        Some(Because::plain(reason))
    }

    fn over_ceiling(&self, sessions: usize, days: u16) -> Option<Because<'a>> {
        let lately = self.entries.iter().filter(|entry| self.age(entry.when.day()) <= i64::from(days));
        let highest = lately.filter_map(|entry| entry.findings.iter().filter_map(|finding| finding.tender).max());
        let (all, over) = highest.fold((0, 0), |(all, over), score| (all + 1, over + usize::from(score > TENDER_CEILING)));
        let ceiling = TENDER_CEILING.number();
        let since = if days == 0 { "Today".to_owned() } else { format!("In the last {}", counted_days(days.into())) };
        (over >= sessions)
            .then(|| Because::plain(format!("{since} a point was above {ceiling} in {over} of {} with a score.", counted(all, "session"))))
    }

    fn short_relief(&self, sessions: usize, by: u8, back: u8) -> Option<Because<'a>> {
        self.by_side(|side| {
            self.each_complaint(|entry| entry.side == Some(side), |about, told| {
                let returned = told.windows(2).rev().filter_map(|pair| came_back(pair, by, back)).take(sessions + 1);
                let (all, short) = returned.fold((0, 0), |(all, short), returned| (all + 1, short + usize::from(returned)));
                let last = counted(all, "session");
                let within = if back == 0 { String::new() } else { format!(" to within {back}") };
                (short >= sessions).then(|| {
                    format!(
                        "On your {} side{about}, in {short} of the last {last} it eased by {by} or more, and was back{within} the next time.",
                        side.word()
                    )
                })
            })
        })
    }

    fn no_change(&self, days: u16, entries: usize) -> Option<Because<'a>> {
        let longest = i64::from(days.max(1)) * 2;
        let reason = self.each_complaint(
            |entry| self.age(entry.when.day()) <= longest,
            |about, told| {
                let (oldest, newest) = (self.age(told.first()?.when.day()), self.age(told.last()?.when.day()));
                let reach = oldest - newest;
                // The thirds share the way from the first day to the last.
                let at = |entry: &Entry| (oldest - self.age(entry.when.day())) * 3;
                let early = before(told, |entry| at(entry) < reach);
                let late = before(told, |entry| at(entry) > reach * 2);
                let enough = reach >= i64::from(days) && early.count as usize >= entries && late.count as usize >= entries;
                (enough && !early.is_above(late, 1) && late.sum >= late.count).then(|| {
                    let (from, to) = (early.words(), late.words());
                    let over = counted_days(reach);
                    format!("Over {over}{about}: {from} before on average in the first third, {to} in the last.")
                })
            },
        );
        reason.map(Because::plain)
    }

    fn getting_worse(&self, days: u16, entries: usize, by: u8) -> Option<Because<'a>> {
        let days = i64::from(days);
        let reason = self.each_complaint(
            |entry| self.age(entry.when.day()) < days * 2,
            |about, told| {
                let late = before(told, |entry| self.age(entry.when.day()) < days);
                let early = before(told, |entry| self.age(entry.when.day()) >= days);
                let enough = early.count as usize >= entries && late.count as usize >= entries;
                (enough && late.is_above(early, by)).then(|| {
                    let (period, from, to) = (counted_days(days), early.words(), late.words());
                    format!("{to} before on average in the last {period}{about}, {from} in the {period} before that.")
                })
            },
        );
        reason.map(Because::plain)
    }

    fn worse_after(&self, sessions: usize, by: u8, days: u16) -> Option<Because<'a>> {
        let lately = self.entries.iter().rev().filter(|entry| self.age(entry.when.day()) <= i64::from(days));
        let told = lately.filter_map(|entry| entry.before.zip(entry.after)).take(sessions + 1);
        let worse = |(before, after): (Score, Score)| after.number() >= before.number().saturating_add(by);
        let (all, count) = told.fold((0, 0), |(all, count), told| (all + 1, count + usize::from(worse(told))));
        (count >= sessions).then(|| {
            Because::plain(format!("In {count} of the last {} it was more after than before, by {by} or more.", counted(all, "session")))
        })
    }

    /// Asks for each side; the reasons of both are put together.
    fn by_side(&self, ask: impl Fn(Side) -> Option<String>) -> Option<Because<'a>> {
        let told: Vec<(Side, String)> = Side::BOTH.into_iter().filter_map(|side| Some((side, ask(side)?))).collect();
        let (sides, reasons): (Vec<Side>, Vec<String>) = told.into_iter().unzip();
        (!sides.is_empty()).then(|| Because { reason: reasons.join(" "), sides, stop: None })
    }

    /// Asks for each complaint, with those entries that have a number before, the oldest first; the reasons are put together.
    fn each_complaint(&self, which: impl Fn(&Entry) -> bool, ask: impl Fn(&str, &[&Entry]) -> Option<String>) -> Option<String> {
        let mut told: BTreeMap<Option<&str>, Vec<&Entry>> = BTreeMap::new();
        for entry in self.entries.iter().filter(|entry| entry.before.is_some() && which(entry)) {
            told.entry(entry.complaint.as_deref()).or_default().push(entry);
        }
        let reasons: Vec<String> = told.iter().filter_map(|(complaint, told)| ask(&self.about(*complaint), told)).collect();
        (!reasons.is_empty()).then(|| reasons.join(" "))
    }

    /// What the numbers are about, to be put after them; empty for the complaint in general, or one no longer known.
    fn about(&self, complaint: Option<&str>) -> String {
        let known = complaint.and_then(|id| self.knowledge.complaint(id));
        known.map_or_else(String::new, |complaint| format!(" (“{}”)", complaint.title))
    }
}

/// Of two entries in a row: whether it eased by `by` in the first, and was back at the second to within `back` of where it began.
/// `None` where the numbers for that are missing.
fn came_back(pair: &[&Entry], by: u8, back: u8) -> Option<bool> {
    let [first, second] = pair else { return None };
    let (before, after, next) = (first.before?.number(), first.after?.number(), second.before?.number());
    let apart = i64::from(second.when.day().0) - i64::from(first.when.day().0);
    Some(before >= after.saturating_add(by) && next.saturating_add(back) >= before && apart <= SHORT)
}

/// The mean before of those entries.
fn before(told: &[&Entry], which: impl Fn(&Entry) -> bool) -> Mean {
    Mean::of(told.iter().filter(|entry| which(entry)).filter_map(|entry| entry.before))
}

/// No rule speaks for nothing at all.
fn at_least_one(count: u16) -> usize {
    usize::from(count.max(1))
}

/// The start of a sentence.
fn when(age: i64) -> String {
    match age {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        2.. => format!("{age} days ago"),
        ..0 => "On a day still to come by this device's clock".to_owned(),
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn counted_days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

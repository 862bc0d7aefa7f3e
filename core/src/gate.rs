//! The safety gate: ten questions, then two lists, asked anew each day.
//!
//! Anything but a plain no to all of them closes the hands-on part for the day; reading and quizzes stay open. Nothing
//! is answered by default, and an answer of another day counts for nothing (Part C4; ARCHITECTURE.md says what the parts are).

use crate::day::Day;
use crate::knowledge::{GateQuestion, Safety, StopReason};
use serde::{Deserialize, Serialize};

/// An answer to one of the ten questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    No,
    NotSure,
    Yes,
}

impl Answer {
    pub const ALL: [Answer; 3] = [Answer::No, Answer::NotSure, Answer::Yes];

    pub fn word(self) -> &'static str {
        match self {
            Answer::No => "No",
            Answer::NotSure => "Not sure",
            Answer::Yes => "Yes",
        }
    }
}

/// An answer to "does any of these apply to you?" for what needs a clinician's word first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClinicianFirst {
    NoneApply,
    /// Something applies, and a clinician who knows about it has agreed.
    Agreed,
    /// Something applies or may apply, and nobody was asked.
    NotAsked,
}

/// An answer to "is any of these so today?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Postpone {
    NoneToday,
    SomeToday,
}

/// What was answered on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub day: Day,
    /// Question ids with their answers, in the order they were given.
    answers: Vec<(String, Answer)>,
    clinician_first: Option<ClinicianFirst>,
    postpone: Option<Postpone>,
    /// Id of the stop reason that ended a day's hands-on work for good.
    stopped: Option<String>,
    /// That day; `None` for `day` itself, as older versions kept it.
    #[serde(default)]
    stopped_on: Option<Day>,
}

/// A clock that is set back this many days does not undo a stop. One that is further off was wrong when the stop was kept.
const BACK: i32 = 7;

/// Why the hands-on part is closed today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Closed<'a> {
    Question(&'a GateQuestion, Answer),
    ClinicianFirst,
    Postpone,
    /// A session today ended with a feeling that rules out another try; `None` when the rule is no longer known.
    Stopped(Option<&'a StopReason>),
}

/// What the gate says now.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict<'a> {
    /// Some of the ten questions are open.
    Questions {
        answered: usize,
    },
    /// All ten are a no; the list of what needs a clinician first is next.
    ClinicianFirst,
    /// The list of reasons to wait is next.
    Postpone,
    /// No hands-on work today, for these reasons.
    Closed(Vec<Closed<'a>>),
    Open,
}

impl Gate {
    /// A gate with nothing answered.
    pub fn new(day: Day) -> Self {
        Gate { day, answers: Vec::new(), clinician_first: None, postpone: None, stopped: None, stopped_on: None }
    }

    /// What was kept, if it was kept today; otherwise a gate with nothing answered. A stop stays known, so that no change of the
    /// clock undoes it.
    pub fn for_day(kept: Option<Gate>, today: Day) -> Self {
        match kept {
            Some(gate) if gate.day == today => gate,
            Some(gate) => {
                let mut new = Gate::new(today);
                new.keep_stop(&gate);
                new
            }
            None => Gate::new(today),
        }
    }

    /// The day of the stop, if there was one.
    fn stop_day(&self) -> Option<Day> {
        self.stopped.as_ref().map(|_| self.stopped_on.unwrap_or(self.day))
    }

    /// Takes over the stop of another gate, where that one holds on this day and ours does not, or else where it is the later one.
    pub fn keep_stop(&mut self, other: &Gate) {
        let weight = |gate: &Gate| (gate.is_stopped(self.day), gate.stop_day());
        if weight(other) > weight(self) {
            self.stopped_on = other.stop_day();
            self.stopped.clone_from(&other.stopped);
        }
    }

    /// Whether a stop holds on this day: on its own, and before, which is a clock that was set back.
    fn is_stopped(&self, today: Day) -> bool {
        self.stop_day().is_some_and(|day| (0..=BACK).contains(&day.0.saturating_sub(today.0)))
    }

    pub fn answer_to(&self, question: &str) -> Option<Answer> {
        self.answers.iter().find(|(id, _)| id == question).map(|(_, answer)| *answer)
    }

    pub fn answer(&mut self, question: &str, answer: Answer) {
        self.answers.retain(|(id, _)| id != question);
        self.answers.push((question.to_owned(), answer));
    }

    pub fn clinician_first(&self) -> Option<ClinicianFirst> {
        self.clinician_first
    }

    pub fn answer_clinician_first(&mut self, answer: ClinicianFirst) {
        self.clinician_first = Some(answer);
    }

    pub fn postpone(&self) -> Option<Postpone> {
        self.postpone
    }

    pub fn answer_postpone(&mut self, answer: Postpone) {
        self.postpone = Some(answer);
    }

    /// Rules out another try today. A stop that holds already keeps its day, which is no earlier; one that a clock far ahead once
    /// told does not hold, and must not take this one's place.
    pub fn stop_for_today(&mut self, reason: &str) {
        if !self.is_stopped(self.day) {
            self.stopped_on = Some(self.day);
        }
        self.stopped = Some(reason.to_owned());
    }

    /// Forgets the answers so that they are asked again. A stop for today stays.
    pub fn ask_again(&mut self) {
        *self = Gate { stopped: self.stopped.take(), stopped_on: self.stopped_on, ..Gate::new(self.day) };
    }

    /// What follows from the answers, on the day `today`.
    pub fn verdict<'a>(&self, safety: &'a Safety, today: Day) -> Verdict<'a> {
        if let Some(stopped) = self.stopped.as_ref().filter(|_| self.is_stopped(today)) {
            let reason = safety.stop.iter().find(|reason| reason.id == *stopped);
            return Verdict::Closed(vec![Closed::Stopped(reason)]);
        }
        if self.day != today {
            return Verdict::Questions { answered: 0 };
        }
        let answers = || safety.gate.iter().map(|question| (question, self.answer_to(&question.id)));
        let mut closed: Vec<_> = answers()
            .filter_map(|(question, answer)| match answer {
                Some(answer @ (Answer::Yes | Answer::NotSure)) => Some(Closed::Question(question, answer)),
                Some(Answer::No) | None => None,
            })
            .collect();
        let answered = answers().filter(|(_, answer)| answer.is_some()).count();
        if closed.is_empty() && answered == safety.gate.len() {
            match (self.clinician_first, self.postpone) {
                (Some(ClinicianFirst::NotAsked), _) => closed.push(Closed::ClinicianFirst),
                (None, _) => return Verdict::ClinicianFirst,
                (Some(_), Some(Postpone::SomeToday)) => closed.push(Closed::Postpone),
                (Some(_), None) => return Verdict::Postpone,
                (Some(ClinicianFirst::NoneApply | ClinicianFirst::Agreed), Some(Postpone::NoneToday)) => {
                    return Verdict::Open;
                }
            }
        }
        if closed.is_empty() { Verdict::Questions { answered } } else { Verdict::Closed(closed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Cite;
    use proptest::prelude::*;

    const TODAY: Day = Day(20_000);

    fn safety() -> Safety {
        let question = |n: usize| GateQuestion {
            id: format!("q{n}"),
            question: "?".into(),
            reason: "Then not today.".into(),
            instead: "Read.".into(),
            cites: vec![Cite::OurRule],
        };
        Safety { gate: (0..10).map(question).collect(), ..Safety::default() }
    }

    fn all_no() -> Gate {
        let mut gate = Gate::new(TODAY);
        (0..10).for_each(|n| gate.answer(&format!("q{n}"), Answer::No));
        gate
    }

    #[test]
    fn nothing_is_open_until_everything_is_answered() {
        let safety = safety();
        assert_eq!(Gate::new(TODAY).verdict(&safety, TODAY), Verdict::Questions { answered: 0 });
        let mut gate = all_no();
        assert_eq!(gate.verdict(&safety, TODAY), Verdict::ClinicianFirst);
        gate.answer_clinician_first(ClinicianFirst::NoneApply);
        assert_eq!(gate.verdict(&safety, TODAY), Verdict::Postpone);
        gate.answer_postpone(Postpone::NoneToday);
        assert_eq!(gate.verdict(&safety, TODAY), Verdict::Open);
    }

    #[test]
    fn each_list_can_close_it() {
        let safety = safety();
        let mut gate = all_no();
        gate.answer_clinician_first(ClinicianFirst::NotAsked);
        assert_eq!(gate.verdict(&safety, TODAY), Verdict::Closed(vec![Closed::ClinicianFirst]));
        gate.answer_clinician_first(ClinicianFirst::Agreed);
        gate.answer_postpone(Postpone::SomeToday);
        assert_eq!(gate.verdict(&safety, TODAY), Verdict::Closed(vec![Closed::Postpone]));
    }

    #[test]
    fn another_day_asks_anew_whichever_way_the_clock_went() {
        let safety = safety();
        let mut gate = all_no();
        gate.answer_clinician_first(ClinicianFirst::NoneApply);
        gate.answer_postpone(Postpone::NoneToday);
        for day in [Day(TODAY.0 + 1), Day(TODAY.0 - 1)] {
            assert_eq!(gate.verdict(&safety, day), Verdict::Questions { answered: 0 });
            assert_eq!(Gate::for_day(Some(gate.clone()), day), Gate::new(day));
        }
        assert_eq!(Gate::for_day(Some(gate.clone()), TODAY), gate);
    }

    #[test]
    fn a_stop_for_today_outlives_asking_again() {
        let safety = safety();
        let mut gate = all_no();
        gate.stop_for_today("numb");
        gate.ask_again();
        assert_eq!(gate.verdict(&safety, TODAY), Verdict::Closed(vec![Closed::Stopped(None)]));
    }

    #[test]
    fn a_clock_that_is_set_undoes_no_stop() {
        let safety = safety();
        let stopped = |gate: &Gate, day: i32| gate.verdict(&safety, Day(day)) == Verdict::Closed(vec![Closed::Stopped(None)]);
        let mut gate = all_no();
        gate.stop_for_today("numb");
        // Forward and back again, back and forward again, with answers in between.
        for days in [[1, 0], [-1, 0], [30, -2], [-2, -1]] {
            let mut gate = gate.clone();
            for day in days {
                gate = Gate::for_day(Some(gate), Day(TODAY.0 + day));
                gate.answer("q1", Answer::No);
                assert_eq!(stopped(&gate, TODAY.0 + day), day <= 0, "{day}");
            }
            assert!(stopped(&Gate::for_day(Some(gate), TODAY), TODAY.0));
        }
        // The next day it is over; and a clock that was a year ahead does not close the year.
        assert!(!stopped(&gate, TODAY.0 + 1) && !stopped(&gate, TODAY.0 - 365));
        // A second stop under a clock that was set back does not shorten the first.
        let mut back = Gate::for_day(Some(gate.clone()), Day(TODAY.0 - 1));
        back.stop_for_today("faint");
        assert!(stopped(&Gate::for_day(Some(back), TODAY), TODAY.0));
        // As an older version kept it.
        let old = Gate { stopped_on: None, ..gate.clone() };
        assert!(stopped(&old, TODAY.0) && !stopped(&old, TODAY.0 + 1));
        // Another tab knows of the stop, and this one keeps its own answers after it.
        let mut other = all_no();
        other.keep_stop(&gate);
        assert!(stopped(&other, TODAY.0));
    }

    #[test]
    fn a_stop_of_a_clock_far_ahead_hides_no_stop_of_today() {
        let safety = safety();
        let stopped = |gate: &Gate| gate.verdict(&safety, TODAY) == Verdict::Closed(vec![Closed::Stopped(None)]);
        let mut ahead = Gate::new(Day(TODAY.0 + 400));
        ahead.stop_for_today("numb");
        let mut gate = Gate::for_day(Some(ahead.clone()), TODAY);
        assert!(!stopped(&gate));
        gate.stop_for_today("faint");
        assert!(stopped(&gate) && stopped(&Gate::for_day(Some(gate.clone()), TODAY)));
        // Nor does what another tab or a file still knows of it, whichever is joined to which.
        let [mut kept, mut old] = [gate.clone(), Gate::for_day(Some(ahead), TODAY)];
        kept.keep_stop(&old);
        old.keep_stop(&gate);
        assert!(stopped(&kept) && stopped(&old));
    }

    proptest! {
        /// However the answers are given or changed, one yes or not sure keeps it closed.
        #[test]
        fn open_only_after_ten_plain_noes(steps in prop::collection::vec((0usize..10, 0usize..3), 0..60),
                                          clinician in 0usize..3, postpone in 0usize..2) {
            let safety = safety();
            let mut gate = Gate::new(TODAY);
            gate.answer_clinician_first([ClinicianFirst::NoneApply, ClinicianFirst::Agreed, ClinicianFirst::NotAsked][clinician]);
            gate.answer_postpone([Postpone::NoneToday, Postpone::SomeToday][postpone]);
            let mut last = [None; 10];
            for (n, answer) in steps {
                gate.answer(&format!("q{n}"), Answer::ALL[answer]);
                last[n] = Some(Answer::ALL[answer]);
            }
            let clean = last.iter().all(|answer| *answer == Some(Answer::No)) && clinician < 2 && postpone == 0;
            prop_assert_eq!(gate.verdict(&safety, TODAY) == Verdict::Open, clean);
        }
    }
}

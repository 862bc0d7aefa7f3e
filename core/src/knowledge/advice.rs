//! What the journal may advise: rules as data, each with its sentence and who says so.

use super::Cite;
use serde::{Deserialize, Serialize};

/// When a rule speaks. The numbers are the content's; `core::journal::advice` asks them.
///
/// Days are of the person's calendar. "At most `days` days ago" includes today, so 0 is today alone. Deleted entries never count,
/// nor do those dated later than today, but for [`AdviceWhen::RedFlag`]. A count of 0, and a difference of 0, are taken as 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum AdviceWhen {
    /// A session at most `days` days ago was ended by a stop rule that calls for help the same day or at once. The entry, the log of
    /// sessions and today's gate each suffice, so deleting the entry does not silence it. A day to come counts as far as a day that
    /// was, since the clock may have been set back.
    RedFlag { days: u16 },
    /// A session of today was ended by a stop rule that allows no other try today, or by one that is no longer known. By the
    /// entry, the log or the gate.
    StoppedToday,
    /// A session at most `days` days ago was ended by one of these stop rules, told by their ids. By the entry, the log or the gate.
    StoppedBy { rules: Vec<String>, days: u16 },
    /// This many sessions on one side today, or more. Told by strokes, in the entries or in the log, each session once; a massage
    /// written down without any points counts for its side.
    EnoughToday { sessions: u16 },
    /// Still sore, said at most `days` days ago, in an entry or by the stop rule for it.
    Sore { days: u16 },
    /// Soreness told on days that lie `days` or more apart without a day in between that says otherwise: a day with a session and
    /// no word of soreness. Tellings more than a week apart are not the same soreness; the last was at most a week ago, and
    /// nothing said otherwise since.
    SoreFor { days: u16 },
    /// Points over the ceiling of 4 in this many sessions, or more, at most `days` days ago.
    OverCeiling { sessions: u16, days: u16 },
    /// On a side and for one complaint: in this many of the last `sessions + 1` sessions it eased by `by` or more, and was back at
    /// the next, at most `back` below where it began, within two weeks. Sessions without both numbers, and the last one, which has
    /// no next yet, are not among these.
    ShortRelief { sessions: u16, by: u8, back: u8 },
    /// For one complaint, among the entries at most twice `days` days ago that have a number before: the first and the last lie
    /// `days` or more apart; of this time, at least `entries` stand in the first and in the last third; and the mean before has not
    /// fallen by 1 from the first third to the last. It does not speak where the mean of the last third is under 1.
    NoChange { days: u16, entries: u16 },
    /// For one complaint: the mean before of the last `days` days, today included, is `by` or more above that of the `days` days
    /// before these, with at least `entries` in each.
    GettingWorse { days: u16, entries: u16, by: u8 },
    /// More discomfort after than before, by `by` or more, in this many of the last `sessions + 1` entries that have both numbers, of
    /// those at most `days` days ago.
    WorseAfter { sessions: u16, by: u8, days: u16 },
}

/// How much an advice matters. What matters most is told first, and [`Importance::Help`] silences every [`Importance::Idea`], which
/// might say go on. Rules of [`AdviceWhen::RedFlag`] are taken as `Help`, whatever they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Importance {
    /// See a clinician today, or call for help.
    Help,
    /// See a clinician.
    Clinician,
    /// Rest.
    Rest,
    /// Something to read or to try.
    Idea,
}

/// One rule: when it speaks, and what it says. `content/journal.toml` gives the reason for each number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdviceRule {
    pub id: String,
    pub importance: Importance,
    pub when: AdviceWhen,
    pub title: String,
    pub text: String,
    /// Id of a muscle whose page says more.
    pub muscle: Option<String>,
    pub cites: Vec<Cite>,
}

/// How the person checks hip extension, where the journal offers it (Part C9, Thomas; one source on how little it tells). Show
/// `beware` before `how`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SelfCheck {
    pub title: String,
    /// One instruction a sentence, with side tokens.
    pub how: Vec<String>,
    /// What each answer is called: flat, lifts a little, lifts.
    pub answers: [String; 3],
    /// What it can tell, and what it can't.
    pub meaning: String,
    /// When to leave it out.
    pub beware: String,
    pub cites: Vec<Cite>,
}

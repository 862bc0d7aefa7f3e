//! Practising a palpation as something to learn: whether it may be suggested today, and what a session tells about it.
//!
//! A suggestion gives way to everything that protects the person: the gate, a stop, sessions enough for a day, and what the
//! journal advises. Whether a session may begin is still for the gate alone to say.

use crate::day::Day;
use crate::gate::{Gate, Verdict};
use crate::journal::Entry;
use crate::journal::advice::advise;
use crate::knowledge::{AdviceWhen, Importance, Knowledge, Walkthrough, WalkthroughKind};
use crate::side::Side;
use crate::walkthrough::{Ending, Finished, Found, Place, SESSIONS_A_DAY, Session};

/// Whether practising may be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practice {
    /// The gate is open, and nothing speaks against it.
    Ready,
    /// Nothing speaks against it yet, but today's safety check is not done.
    CheckFirst,
    /// Not today.
    NotToday(Against),
}

/// What speaks against practising today; the first that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// A session of today was ended by what was felt.
    Stopped,
    /// The answers to the safety check.
    Gate,
    /// A side had all the sessions that it should have in a day.
    Enough,
    /// The journal advises rest, or to see someone.
    Journal,
}

/// Whether practising may be suggested on the day `today`.
pub fn suggests(knowledge: &Knowledge, journal: &[Entry], finished: &[Finished], gate: &Gate, today: Day) -> Practice {
    let sessions = || finished.iter().map(|finished| &finished.session).filter(|session| session.day == today);
    // A massage counts for each side on which a point was worked, and for the side that it ended on.
    let had =
        |side: Side| sessions().filter(move |session| session.side == side || session.points().iter().any(|point| point.side == side));
    let against = |advised: &crate::journal::advice::Advised| {
        matches!(advised.rule.when, AdviceWhen::RedFlag { .. }) || advised.rule.importance != Importance::Idea
    };
    let verdict = gate.verdict(&knowledge.safety, today);
    if sessions().any(|session| session.felt().is_some()) {
        Practice::NotToday(Against::Stopped)
    } else if matches!(verdict, Verdict::Closed(_)) {
        Practice::NotToday(Against::Gate)
    } else if Side::BOTH.into_iter().any(|side| had(side).count() >= SESSIONS_A_DAY) {
        Practice::NotToday(Against::Enough)
    } else if advise(knowledge, journal, finished, gate, today).iter().any(against) {
        Practice::NotToday(Against::Journal)
    } else if verdict == Verdict::Open {
        Practice::Ready
    } else {
        Practice::CheckFirst
    }
}

/// What a session that is over tells about the skill of its walkthrough, as long as it was not graded. `None` for a massage, where
/// nobody was asked, and for one that ended by what was felt: that says something about the body, and nothing about skill.
pub fn to_grade(session: &Session, guide: &Walkthrough) -> Option<Found> {
    let well = matches!(session.place, Place::Ended(Ending::Complete | Ending::Left));
    let palpation = guide.kind == WalkthroughKind::Palpation && guide.id == session.walkthrough;
    session.found.filter(|_| well && palpation && !session.graded)
}

//! "Where does it hurt?": red flags first, then places and signs, and from these the muscles that may play a part.
//!
//! A reducer, kept in memory by the app. Nothing can be marked before the red flags are answered, and a ticked one, or a
//! place or sign that counts like one, closes the list until it is taken back (Part C5; ARCHITECTURE.md says what the parts
//! are). What the marks mean is in `rank`, which names muscles that may refer there and never what is wrong.

mod line;
mod rank;
mod tap;

pub use line::{Drawn, drawn};
pub use rank::{ClinicianFirst, Match, Other, Ranking, Reason, Sides, Together, rank};
pub use tap::{NEAR, zone_at};

use crate::knowledge::{Complaint, ComplaintKind, RedFlag, Spot, Urgency, View};
use crate::picture::Place;
use crate::{Knowledge, Side};
use serde::{Deserialize, Serialize};

/// What was said about the red flags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flags {
    #[default]
    Unasked,
    /// "None of these" was said.
    None,
    /// Indices into [`crate::knowledge::Safety::red_flags`].
    Some(Vec<u16>),
}

/// A place that hurts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Id of a zone.
    pub zone: String,
    /// `None` for a zone that is not paired.
    pub side: Option<Side>,
}

/// The red flags as answered, the places marked and the signs ticked, each in the order of marking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locator {
    pub flags: Flags,
    pub marks: Vec<Mark>,
    /// Ids of complaints of the kind sign.
    pub signs: Vec<String>,
}

/// What happens on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Flag {
        flag: u16,
        on: bool,
    },
    /// "None of these": counts only while none is ticked.
    NoFlags,
    /// Marks the zone there, or takes the mark away.
    Tap(Place),
    /// Marks what a drawn line runs through, and the sign that the line is.
    Draw {
        view: View,
        line: Vec<Spot>,
    },
    /// From the list of zones. A paired zone without a side means both.
    Mark {
        zone: String,
        side: Option<Side>,
        on: bool,
    },
    BothSides {
        zone: String,
    },
    Sign {
        id: String,
        on: bool,
    },
    /// Takes all marks and signs away; the red flags stay answered.
    Clear,
    /// Asks the red flags anew; marks and signs stay.
    AskAgain,
}

/// Why there is no list, and how soon to get help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The most urgent of the red flags.
    pub urgency: Urgency,
    /// The red flags that apply, the most urgent first.
    pub flags: Vec<u16>,
    /// Indices of marks that count like a red flag.
    pub marks: Vec<usize>,
    /// Ids of signs that count like one.
    pub signs: Vec<String>,
}

/// What the page is about now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The red flags are asked.
    Flags,
    Help(Help),
    /// Places and signs are marked, and the list shows.
    Mapping,
}

/// The red flags in the order to ask them: the most urgent first, each with its number.
pub fn flags_to_ask(knowledge: &Knowledge) -> impl Iterator<Item = (Urgency, Vec<(u16, &RedFlag)>)> {
    Urgency::ALL.into_iter().filter_map(move |level| {
        let asked: Vec<_> = (0..).zip(&knowledge.safety.red_flags).filter(|(_, flag)| flag.level == level).collect();
        (!asked.is_empty()).then_some((level, asked))
    })
}

/// The signs to offer: those that speak of a muscle. What counts like a red flag is asked as one.
pub fn signs_to_offer(knowledge: &Knowledge) -> impl Iterator<Item = &Complaint> {
    let helps = |id: &str| knowledge.locator.help.iter().any(|rule| rule.complaint == id);
    knowledge
        .complaints
        .iter()
        .filter(move |complaint| is_sign(knowledge, complaint) && !complaint.muscles.is_empty() && !helps(&complaint.id))
}

/// Whether it can be ticked: a sign, and not a page about others.
fn is_sign(knowledge: &Knowledge, complaint: &Complaint) -> bool {
    complaint.kind == ComplaintKind::Sign && knowledge.locator.gesture_page.as_ref() != Some(&complaint.id)
}

impl Locator {
    /// What follows from the answers so far.
    pub fn phase(&self, knowledge: &Knowledge) -> Phase {
        let ticked = match &self.flags {
            Flags::Unasked => return Phase::Flags,
            Flags::None => &[][..],
            Flags::Some(ticked) if ticked.is_empty() => return Phase::Flags,
            Flags::Some(ticked) => ticked,
        };
        let mut help = Help { urgency: Urgency::Soon, flags: ticked.to_vec(), marks: Vec::new(), signs: Vec::new() };
        for rule in &knowledge.locator.help {
            let zone = |mark: &Mark| knowledge.atlas.zone(&mark.zone).is_some_and(|zone| zone.complaint == rule.complaint);
            let marks: Vec<usize> = (0..).zip(&self.marks).filter(|(_, mark)| zone(mark)).map(|(at, _)| at).collect();
            let sign = self.signs.contains(&rule.complaint);
            if sign || !marks.is_empty() {
                help.flags.push(rule.red_flag);
                help.marks.extend(marks);
                help.signs.extend(sign.then(|| rule.complaint.clone()));
            }
        }
        let level = |flag: &u16| knowledge.safety.red_flags.get(usize::from(*flag)).map(|flag| flag.level);
        crate::order::sort_by_key(&mut help.flags, |flag| (level(flag), *flag));
        help.flags.dedup();
        crate::order::sort(&mut help.marks);
        // A flag that the content no longer holds still closes the list, on the careful side.
        let known = help.flags.iter().filter_map(level).min();
        if help.flags.is_empty() { Phase::Mapping } else { Phase::Help(Help { urgency: known.unwrap_or(Urgency::Emergency), ..help }) }
    }

    /// The list; `None` while red flags are open or ticked.
    pub fn rank<'a>(&self, knowledge: &'a Knowledge) -> Option<Ranking<'a>> {
        match self.phase(knowledge) {
            Phase::Mapping => Some(rank(knowledge, &self.marks, &self.signs)),
            Phase::Flags | Phase::Help(_) => None,
        }
    }

    /// Takes one step. What makes no sense now changes nothing.
    pub fn apply(&mut self, knowledge: &Knowledge, event: Event) {
        match event {
            Event::Flag { flag, on } => self.flag(knowledge, flag, on),
            Event::NoFlags => {
                if self.flags == Flags::Unasked {
                    self.flags = Flags::None;
                }
            }
            Event::Tap(place) => {
                if let Some((zone, side)) = zone_at(&knowledge.atlas, place) {
                    let on = !self.is_marked(&zone.id, zone.paired, side);
                    self.mark(knowledge, &zone.id, side, on);
                }
            }
            Event::Draw { view, line } => self.draw(knowledge, view, &line),
            Event::Mark { zone, side, on } => self.mark(knowledge, &zone, side, on),
            Event::BothSides { zone } => self.mark(knowledge, &zone, None, true),
            Event::Sign { id, on } => self.sign(knowledge, &id, on),
            Event::Clear => {
                self.marks.clear();
                self.signs.clear();
            }
            Event::AskAgain => self.flags = Flags::Unasked,
        }
    }

    /// A ticked flag unsays "none of these"; when the last is unticked, that has to be said anew.
    fn flag(&mut self, knowledge: &Knowledge, flag: u16, on: bool) {
        if usize::from(flag) >= knowledge.safety.red_flags.len() {
            return;
        }
        let mut ticked = match &mut self.flags {
            Flags::Some(ticked) => std::mem::take(ticked),
            Flags::None if !on => return,
            Flags::None | Flags::Unasked => Vec::new(),
        };
        ticked.retain(|other| *other != flag);
        if on {
            ticked.push(flag);
            crate::order::sort(&mut ticked);
        }
        self.flags = if ticked.is_empty() { Flags::Unasked } else { Flags::Some(ticked) };
    }

    /// Whether the list is open for more; taking away is always possible.
    fn is_open(&self, knowledge: &Knowledge) -> bool {
        self.phase(knowledge) == Phase::Mapping
    }

    /// Whether a zone is marked, on both sides where `side` leaves it open.
    fn is_marked(&self, zone: &str, paired: bool, side: Option<Side>) -> bool {
        sides(paired, side).iter().all(|side| self.marks.iter().any(|mark| mark.zone == zone && mark.side == *side))
    }

    fn mark(&mut self, knowledge: &Knowledge, zone: &str, side: Option<Side>, on: bool) {
        let Some(zone) = knowledge.atlas.zone(zone) else { return };
        for side in sides(zone.paired, side) {
            let mark = Mark { zone: zone.id.clone(), side };
            let marked = self.marks.contains(&mark);
            if !on {
                self.marks.retain(|other| *other != mark);
            } else if !marked && self.is_open(knowledge) {
                self.marks.push(mark);
            }
        }
    }

    fn sign(&mut self, knowledge: &Knowledge, id: &str, on: bool) {
        let known = knowledge.complaint(id).is_some_and(|complaint| is_sign(knowledge, complaint));
        if !on {
            self.signs.retain(|other| other != id);
        } else if known && !self.signs.iter().any(|other| other == id) && self.is_open(knowledge) {
            self.signs.push(id.to_owned());
        }
    }

    fn draw(&mut self, knowledge: &Knowledge, view: View, line: &[Spot]) {
        if !self.is_open(knowledge) {
            return;
        }
        let Drawn { marks, sign } = drawn(knowledge, view, line);
        for mark in marks {
            self.mark(knowledge, &mark.zone, mark.side, true);
        }
        if let Some(sign) = sign {
            // A hand shows it in one way: the last line drawn counts.
            let gestures = [&knowledge.locator.up_and_down.sign, &knowledge.locator.across.sign];
            self.signs.retain(|other| !gestures.contains(&other));
            self.sign(knowledge, &sign, true);
        }
    }
}

/// The sides that a mark stands for.
fn sides(paired: bool, side: Option<Side>) -> Vec<Option<Side>> {
    match (paired, side) {
        (false, _) => vec![None],
        (true, Some(side)) => vec![Some(side)],
        (true, None) => Side::BOTH.map(Some).to_vec(),
    }
}

//! What to take up next, and why: the path through the map.
//!
//! Safety comes first, for it decides who may press at all. Then what has faded, since it costs little to bring back. Then hands,
//! when the day's plan has them: it alone decides that, so that the map and Learn say the same. The rest goes along the path from
//! where muscles start to how they are found.

use super::{Cell, Mastery, Skill};
use crate::relation::Relation;

/// From here on a cell counts as mostly known, in per cent of all its questions.
pub const MOSTLY: u8 = 80;

/// Below this chance, in per cent, what was once seen counts as faded.
pub const FADED: u8 = 80;

/// How many suggestions there are at most.
const COUNT: usize = 3;

/// What to learn of a muscle before hands look for it. Safety, which comes before all, closes the path as well: what is left of it
/// once it is mostly known.
const PATH: [Relation; 7] =
    [Relation::Origin, Relation::Insertion, Relation::Nerve, Relation::Action, Relation::Pain, Relation::Palpation, Relation::Safety];

/// A cell to take up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Id of the muscle.
    pub muscle: String,
    pub relation: Relation,
    pub reason: Reason,
}

/// Why a cell is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// When not to press, and when to stop, is not yet mostly known.
    SafetyFirst,
    /// What was known is slipping away.
    Faded,
    /// This walkthrough may be tried for the first time: the safety essentials are known.
    Hands { walkthrough: String },
    /// This walkthrough was practised, and has come round again.
    HandsAgain { walkthrough: String },
    /// Nothing of it was asked yet, and it is next on the path.
    New,
    /// It is begun, and more of it was never asked.
    GoOn,
}

impl Mastery {
    /// What to take up next, the first thing first; three at most, no cell twice, and nothing when all is known.
    ///
    /// `practise` is the walkthrough that the day's plan has, if it has one and nothing speaks against it (see
    /// [`crate::memory::Plan::skills`] and [`crate::practice::suggests`]). Without it hands are not suggested.
    pub fn next(&self, practise: Option<&str>) -> Vec<Suggestion> {
        let mut next = Chosen(Vec::new());
        let safety = self.first(Relation::Safety, |cell| cell.known() < MOSTLY);
        let is_safe = safety.is_none();
        next.add(safety, Relation::Safety, Reason::SafetyFirst);
        let faded = self.faded();
        if let Some((muscle, relation, _)) = faded.first() {
            next.add(Some(muscle), *relation, Reason::Faded);
        }
        if let Some(skill) = self.skills.iter().find(|skill| Some(skill.walkthrough.as_str()) == practise) {
            next.add(Some(&skill.muscle), Relation::Palpation, hands(skill));
        }
        // Most of every cell first, then the rest.
        for begun in [MOSTLY, 100] {
            for relation in PATH {
                // Safety that is not mostly known has the first place, one muscle at a time.
                if relation == Relation::Safety && !is_safe {
                    continue;
                }
                for row in &self.rows {
                    let is_wanted = |cell: &Cell| cell.seen < cell.items && 100 * cell.seen <= usize::from(begun) * cell.items;
                    if let Some(cell) = self.questions(&row.muscle, relation).filter(is_wanted) {
                        next.add(Some(&row.muscle), relation, if cell.seen == 0 { Reason::New } else { Reason::GoOn });
                    }
                }
            }
        }
        for (muscle, relation, _) in faded.iter().skip(1) {
            next.add(Some(muscle), *relation, Reason::Faded);
        }
        next.0
    }

    /// The first muscle whose questions of this relation are so.
    fn first(&self, relation: Relation, is_so: impl Fn(&Cell) -> bool) -> Option<&str> {
        let mut muscles = self.rows.iter().map(|row| row.muscle.as_str());
        muscles.find(|muscle| self.questions(muscle, relation).is_some_and(|cell| cell.items > 0 && is_so(&cell)))
    }

    /// Cells with something seen that has faded, the most faded first.
    fn faded(&self) -> Vec<(&str, Relation, u8)> {
        let mut faded = Vec::new();
        for row in &self.rows {
            for relation in Relation::ALL {
                if let Some(recall) = self.questions(&row.muscle, relation).and_then(|cell| cell.recall()).filter(|recall| *recall < FADED)
                {
                    faded.push((row.muscle.as_str(), relation, recall));
                }
            }
        }
        crate::order::sort_by_key(&mut faded, |(.., recall)| *recall);
        faded
    }
}

fn hands(skill: &Skill) -> Reason {
    let walkthrough = skill.walkthrough.clone();
    if skill.chance.is_some() { Reason::HandsAgain { walkthrough } } else { Reason::Hands { walkthrough } }
}

/// What is chosen so far.
struct Chosen(Vec<Suggestion>);

impl Chosen {
    /// Takes a cell, unless there are enough or it is there already.
    fn add(&mut self, muscle: Option<&str>, relation: Relation, reason: Reason) {
        let Some(muscle) = muscle else { return };
        let is_there = self.0.iter().any(|other| other.muscle == muscle && other.relation == relation);
        if !is_there && self.0.len() < COUNT {
            self.0.push(Suggestion { muscle: muscle.to_owned(), relation, reason });
        }
    }
}

//! The map of what is known: muscle by relation, with today's chance of recall, and what to take up next.
//!
//! Follows from the memory and the bank alone, in one pass over the bank, so it is made anew whenever it is looked at. Knows no
//! clock: the day comes in.

mod next;

pub use next::{FADED, MOSTLY, Reason, Suggestion};

use crate::day::Day;
use crate::item::Item;
use crate::knowledge::{Knowledge, Muscle, WalkthroughKind};
use crate::memory::{Memory, skill};
use crate::relation::Relation;

/// A row for each muscle: each group with its members, then the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mastery {
    pub rows: Vec<Row>,
    /// The palpations in the order in which they are taught.
    pub skills: Vec<Skill>,
}

/// One muscle. A question about several muscles counts in each of their rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The muscle's id.
    pub muscle: String,
    /// One for each of [`Relation::ALL`].
    cells: [Cell; Relation::ALL.len()],
}

/// How a palpation stands: the walkthrough as something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// Id of the walkthrough.
    pub walkthrough: String,
    /// Id of the muscle.
    pub muscle: String,
    /// Today's chance of finding it, from 0 to 1; `None` before the first time.
    pub chance: Option<f32>,
}

/// The questions about one relation of one muscle; under palpation, its walkthroughs too.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// Questions and walkthroughs that belong here.
    pub items: usize,
    /// Those of them that were ever answered or practised.
    pub seen: usize,
    /// The chances of all that were seen, added up.
    sum: f32,
}

impl Mastery {
    /// What the memory says of each cell today.
    ///
    /// What went wrong today counts as not known today: the model alone would take it for known, since its answer was just read.
    pub fn of(knowledge: &Knowledge, bank: &[Item], memory: &Memory, today: Day) -> Self {
        let rows = in_groups(&knowledge.muscles).into_iter().map(|muscle| Row { muscle: muscle.id.clone(), cells: Default::default() });
        let mut mastery = Mastery { rows: rows.collect(), skills: Vec::new() };
        for item in bank {
            let Some(relation) = Relation::of(item) else { continue };
            let chance = chance(memory, &item.id, today);
            for row in mastery.rows.iter_mut().filter(|row| item.about.contains(&row.muscle)) {
                row.cells[relation as usize].count(chance);
            }
        }
        for guide in knowledge.walkthroughs.iter().filter(|guide| guide.kind == WalkthroughKind::Palpation) {
            let chance = chance(memory, &skill(&guide.id), today);
            for row in mastery.rows.iter_mut().filter(|row| row.muscle == guide.muscle) {
                row.cells[Relation::Palpation as usize].count(chance);
            }
            mastery.skills.push(Skill { walkthrough: guide.id.clone(), muscle: guide.muscle.clone(), chance });
        }
        mastery
    }

    /// The cell of a muscle, if there is such a muscle.
    pub fn cell(&self, muscle: &str, relation: Relation) -> Option<&Cell> {
        self.rows.iter().find(|row| row.muscle == muscle).map(|row| row.cell(relation))
    }

    /// The palpations of a muscle.
    pub fn skills_of(&self, muscle: &str) -> impl Iterator<Item = &Skill> {
        self.skills.iter().filter(move |skill| skill.muscle == muscle)
    }

    /// The questions of a cell, without the palpations that are counted in it.
    pub fn questions(&self, muscle: &str, relation: Relation) -> Option<Cell> {
        let mut cell = *self.cell(muscle, relation)?;
        if relation == Relation::Palpation {
            self.skills_of(muscle).for_each(|skill| cell.leave_out(skill.chance));
        }
        Some(cell)
    }
}

/// Each group with its members, then the muscles by themselves; otherwise in the order of the content.
fn in_groups(muscles: &[Muscle]) -> Vec<&Muscle> {
    let members = |group: &Muscle| muscles.iter().filter(|muscle| muscle.group.as_deref() == Some(group.id.as_str())).collect::<Vec<_>>();
    let (groups, alone): (Vec<&Muscle>, Vec<&Muscle>) =
        muscles.iter().filter(|muscle| muscle.group.is_none()).partition(|muscle| !members(muscle).is_empty());
    groups.into_iter().chain(alone).flat_map(|muscle| [vec![muscle], members(muscle)].concat()).collect()
}

/// Today's chance of recall of a card, from 0 to 1; `None` for one never seen.
fn chance(memory: &Memory, card: &str, today: Day) -> Option<f32> {
    let card = memory.cards.get(card)?;
    let wrong_today = card.failed > 0 && card.last >= today;
    Some(if wrong_today { 0.0 } else { card.retrievability(today) })
}

impl Row {
    pub fn cell(&self, relation: Relation) -> &Cell {
        &self.cells[relation as usize]
    }
}

impl Cell {
    fn count(&mut self, chance: Option<f32>) {
        self.items += 1;
        self.seen += usize::from(chance.is_some());
        self.sum += chance.unwrap_or_default();
    }

    fn leave_out(&mut self, chance: Option<f32>) {
        self.items -= 1;
        self.seen -= usize::from(chance.is_some());
        self.sum -= chance.unwrap_or_default();
    }

    /// Today's chance that you would know one that you have seen, in per cent; `None` when you have seen none.
    pub fn recall(&self) -> Option<u8> {
        (self.seen > 0).then(|| percent(self.sum, self.seen))
    }

    /// How much of all that belongs here you are likely to know today, in per cent; what was never seen counts as not known.
    /// 100 only when all was seen, and 0 only when nothing is likely to be known.
    pub fn known(&self) -> u8 {
        if self.items == 0 {
            return 0;
        }
        let most = if self.seen < self.items { 99 } else { 100 };
        percent(self.sum, self.items).clamp(u8::from(self.sum > 0.0), most)
    }
}

/// Whole per cent.
fn percent(sum: f32, of: usize) -> u8 {
    (100.0 * sum / of as f32).round().clamp(0.0, 100.0) as u8
}

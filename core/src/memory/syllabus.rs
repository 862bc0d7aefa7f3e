//! The order in which new items are begun, and which of them are today's.

use super::Memory;
use crate::day::Day;
use crate::item::{Item, Topic};
use crate::knowledge::{Knowledge, WalkthroughKind};
use crate::quiz::pick::family;
use crate::record::Learning;
use crate::relation::Relation;
use std::collections::{BTreeMap, VecDeque};

/// How many safety items come before everything else. All of them have to be right before a palpation is first offered:
/// hands follow the head. Eight fit into the first day at the usual limit, and hold what Part D asks of safety (facts 28 to 30)
/// and the sorts of question that follow it.
pub const ESSENTIALS: usize = 8;

/// All items in the order in which they are to be learned. The same content gives the same order.
///
/// First the safety essentials. Then muscle by muscle; of each one item from every column of the mastery map, then the next from
/// every column, so that a muscle is met as a whole and grows, and no ten questions in a row are about origins. Every third is
/// about safety until there are no more. Within a column the facts of Part D lead, written items come before made ones, and the
/// kind of question asked least often so far comes first.
pub fn syllabus<'a>(knowledge: &Knowledge, items: &'a [Item]) -> Vec<&'a Item> {
    let (safety, others): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| is_safety(item));
    let mut out = Vec::with_capacity(items.len());
    let mut safety = in_turn(vec![safety]).into_iter();
    out.extend(safety.by_ref().take(ESSENTIALS));
    for pair in by_muscle(knowledge, others).chunks(2) {
        out.extend(pair);
        out.extend(safety.next());
    }
    out.extend(safety);
    out
}

pub(super) fn is_safety(item: &Item) -> bool {
    item.topic == Topic::Safety
}

/// Ids of the items to begin today, besides those begun already: at most what the learner allows. A third at most ask on a
/// picture, as in a round, and no two ask for the same claim, unless nothing else is left.
pub(super) fn begin(order: &[&Item], memory: &Memory, learning: &Learning, today: Day) -> Vec<String> {
    let limit = usize::from(learning.new_a_day);
    let mut chosen: Vec<&Item> = Vec::new();
    let mut unknown: Vec<&Item> = Vec::new();
    for item in order {
        match memory.cards.get(&item.id) {
            Some(card) if card.first == today => chosen.push(item),
            Some(_) => {}
            None => unknown.push(item),
        }
    }
    let begun = chosen.len();
    let pictures = (limit / 3).max(1);
    // The first time each rule holds; then nothing else is left, and pictures wait longest.
    for (any_claim, any_picture) in [(false, false), (true, false), (true, true)] {
        unknown.retain(|item| {
            // Looked at only while there is room: most of a large bank is passed over.
            let asked_today = || item.asks.is_some() && chosen.iter().any(|other| other.asks == item.asks);
            let full = || item.is_pictured() && chosen.iter().filter(|other| other.is_pictured()).count() >= pictures;
            let fits = chosen.len() < limit && (any_claim || !asked_today()) && (any_picture || !full());
            if fits {
                chosen.push(item);
            }
            !fits
        });
    }
    chosen.iter().skip(begun).map(|item| item.id.clone()).collect()
}

/// The muscles that are to be found come first, in the order of their walkthroughs. Then the parts of a group before the group,
/// so that it is made of what is known, and first the one that most is asked about. An item about several muscles waits until
/// all of them are met.
fn by_muscle<'a>(knowledge: &Knowledge, items: Vec<&'a Item>) -> Vec<&'a Item> {
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for about in items.iter().flat_map(|item| &item.about) {
        *asked.entry(about).or_default() += 1;
    }
    let palpated = |muscle: &str| {
        let mut guides = knowledge.walkthroughs.iter();
        guides.position(|guide| guide.kind == WalkthroughKind::Palpation && guide.muscle == muscle).unwrap_or(usize::MAX)
    };
    let mut muscles: Vec<(usize, bool, usize, &str)> = Vec::new();
    for muscle in &knowledge.muscles {
        muscles.push((palpated(&muscle.id), muscle.group.is_none(), usize::MAX - asked.get(muscle.id.as_str()).unwrap_or(&0), &muscle.id));
    }
    crate::order::sort(&mut muscles);
    let places: BTreeMap<&str, usize> = muscles.iter().enumerate().map(|(at, (.., id))| (*id, at)).collect();
    // One column for each muscle and relation, then one for what belongs to no relation. What is about no muscle comes last.
    let width = Relation::ALL.len() + 1;
    let mut columns: Vec<Vec<&Item>> = vec![Vec::new(); (muscles.len() + 1) * width];
    for item in items {
        let muscle = item.about.iter().filter_map(|about| places.get(about.as_str()).copied()).max().unwrap_or(muscles.len());
        let relation = Relation::of(item).and_then(|relation| Relation::ALL.iter().position(|other| *other == relation));
        columns[muscle * width + relation.unwrap_or(width - 1)].push(item);
    }
    columns.chunks(width).flat_map(|muscle| in_turn(muscle.to_vec())).collect()
}

/// What of a column differs in nothing that decides whose turn it is, in the order of the bank.
struct Line<'a> {
    /// No fact of Part D; made.
    later: (bool, bool),
    family: &'a str,
    waiting: VecDeque<(usize, &'a Item)>,
}

/// One item from each column, then the next from each, until all are empty.
fn in_turn(columns: Vec<Vec<&Item>>) -> Vec<&Item> {
    let mut out: Vec<&Item> = Vec::new();
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let mut columns: Vec<Vec<Line>> = columns.into_iter().map(lines).collect();
    while !columns.is_empty() {
        for column in &mut columns {
            // Of equals the first in the bank.
            let rank =
                |line: &Line| (line.later, met.get(line.family).copied().unwrap_or_default(), line.waiting.front().map(|(at, _)| *at));
            let Some(at) = (0..column.len()).min_by_key(|at| rank(&column[*at])) else { continue };
            if let Some((_, item)) = column[at].waiting.pop_front() {
                *met.entry(column[at].family).or_default() += 1;
                out.push(item);
            }
            if column[at].waiting.is_empty() {
                column.swap_remove(at);
            }
        }
        columns.retain(|column| !column.is_empty());
    }
    out
}

/// A column as a few lines, so that a turn looks at the first of each and not at all that waits.
fn lines<'a>(column: Vec<&'a Item>) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (at, item) in column.into_iter().enumerate() {
        let (later, family) = ((item.fact.is_none(), item.id.starts_with("gen-")), family(item));
        match lines.iter_mut().find(|line| line.later == later && line.family == family) {
            Some(line) => line.waiting.push_back((at, item)),
            None => lines.push(Line { later, family, waiting: VecDeque::from([(at, item)]) }),
        }
    }
    lines
}

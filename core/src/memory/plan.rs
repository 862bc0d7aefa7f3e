//! What to learn today: what is due, what is new, which page to read again, which palpation to practise.

use super::scheduler::Scheduler;
use super::syllabus::{self, ESSENTIALS, is_safety, syllabus};
use super::{Card, FAILURES, Memory, skill};
use crate::day::Day;
use crate::item::Item;
use crate::knowledge::{Knowledge, WalkthroughKind};
use crate::record::Learning;

/// What is to be done today. No id is in two of the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Ids of items to ask again, in the order in which they are best asked, within the day's limit.
    pub due: Vec<String>,
    /// Ids of items to begin, in the order in which they teach, within the day's limit. None while a backlog waits.
    pub new: Vec<String>,
    /// Ids of items that failed [`FAILURES`] times in a row, and whose page was not read since.
    pub reread: Vec<String>,
    /// Ids of walkthroughs to practise: one at most. Whether the body is up to it is for the gate to say.
    pub skills: Vec<String>,
    /// How many items are due beyond today's limit.
    pub waiting: usize,
    /// In about how many days after today nothing waits any more, at the learner's limit: 0 when nothing waits, [`YEAR`] for a
    /// year or more.
    pub catch_up_days: usize,
    /// How many cards were reviewed today, items and skills.
    pub done: usize,
}

/// How far ahead [`Plan::catch_up_days`] looks.
pub const YEAR: usize = 365;

/// Days that a palpation is left alone which was not found [`FAILURES`] times in a row. Some of these muscles may be out of reach of
/// hands (B10), and nobody is to press deeper day by day to prove otherwise.
const LEAVE: i32 = 7;

/// Days that a palpation is left alone after each time: soreness may last 24 to 48 hours (Part C7), and sore tissue is not pressed.
const REST: i32 = 2;

/// An item that is due, with its stability and today's chance of recall.
struct Due<'a> {
    item: &'a Item,
    stability: f32,
    recall: f32,
}

/// Plans a day. What was done today counts against the limits.
///
/// After a holiday there is no wall: the limit holds, nothing new is begun until nothing waits, and what is due comes in an
/// order that works it off well. Safety comes first. Then what lasts longest: once right, it is gone for long, so the pile
/// shrinks soonest, and begins with what is firm. What is weak is mostly forgotten by then, loses little more by waiting, and
/// would be back tomorrow. Anki has the best remembered first for backlogs (ankitects/anki, issue 3460 and pull request 3559),
/// with no agreement on what to measure. On a bank of this size that takes 6 to 30 per cent more days, and as much or less is
/// known after two weeks: `core/tests/memory/backlog.rs` compares four orders.
pub fn plan(knowledge: &Knowledge, items: &[Item], memory: &Memory, learning: &Learning, today: Day) -> Plan {
    let scheduler = Scheduler::new();
    let mut plan = Plan::default();
    let mut due: Vec<Due> = Vec::new();
    let mut reread: Vec<&Item> = Vec::new();
    let mut asked = 0;
    for item in items {
        let Some(card) = memory.cards.get(&item.id) else { continue };
        if card.last == today {
            plan.done += 1;
            asked += usize::from(card.first != today);
        }
        if card.keeps_failing() {
            reread.push(item);
        } else if card.due(&scheduler, learning) <= today {
            due.push(Due { item, stability: card.stability, recall: card.retrievability(today) });
        }
    }
    // Stable: what is alike stays in the order of the bank.
    crate::order::sort_by_key(&mut reread, |item| !is_safety(item));
    plan.reread = reread.iter().map(|item| item.id.clone()).collect();
    crate::order::sort_by(&mut due, |a, b| is_safety(b.item).cmp(&is_safety(a.item)).then(b.stability.total_cmp(&a.stability)));
    let now = due.len().min(usize::from(learning.reviews_a_day).saturating_sub(asked));
    plan.due = due[..now].iter().map(|due| due.item.id.clone()).collect();
    plan.waiting = due.len() - now;
    let order = syllabus(knowledge, items);
    if plan.waiting > 0 {
        plan.catch_up_days = catch_up_days(&due, now, &forecast(items, memory, learning, today, YEAR), learning);
    } else {
        plan.new = syllabus::begin(&order, memory, learning, today);
    }
    palpations(&mut plan, knowledge, &order, memory, learning, &scheduler, today);
    plan
}

/// How many reviews fall due on each of the next days, by the present state: the first is today, with all that was due before.
/// Items that wait for their page to be read are not among them.
pub fn forecast(items: &[Item], memory: &Memory, learning: &Learning, today: Day, days: usize) -> Vec<usize> {
    let scheduler = Scheduler::new();
    let mut counts = vec![0; days];
    let cards = items.iter().filter_map(|item| memory.cards.get(&item.id)).filter(|card| !card.keeps_failing());
    for card in cards {
        let ahead = super::days(today, card.due(&scheduler, learning)) as usize;
        if let Some(count) = counts.get_mut(ahead) {
            *count += 1;
        }
    }
    counts
}

impl Card {
    fn keeps_failing(&self) -> bool {
        self.failed >= FAILURES
    }

    fn palpation_due(&self, scheduler: &Scheduler, learning: &Learning) -> Day {
        let rest = if self.keeps_failing() { LEAVE } else { REST };
        self.due(scheduler, learning).max(Day(self.last.0.saturating_add(rest)))
    }
}

impl Memory {
    /// The day from which a palpation may be suggested again; `None` for one that was never practised.
    pub fn palpation_due(&self, walkthrough: &str, learning: &Learning) -> Option<Day> {
        self.cards.get(&skill(walkthrough)).map(|card| card.palpation_due(&Scheduler::new(), learning))
    }
}

/// What is due today beyond the limit, and what falls due on the way, at so many a day. What is forgotten is asked once more.
fn catch_up_days(due: &[Due], now: usize, forecast: &[usize], learning: &Learning) -> usize {
    let forgotten: f32 = due.iter().map(|due| 1.0 - due.recall).sum();
    let mut waiting = due.len() - now + forgotten.round() as usize;
    for (day, more) in forecast.iter().enumerate().skip(1) {
        waiting = (waiting + more).saturating_sub(learning.reviews_a_day.into());
        if waiting == 0 {
            return day;
        }
    }
    YEAR
}

/// One palpation a day at most: first one that is known and has come round again, then a new one.
///
/// Hands follow the head: none comes unless the safety essentials are known, that is, were right when they were last answered.
/// A new one also waits until those before it were found, for the second says to do the first one first.
fn palpations(
    plan: &mut Plan,
    knowledge: &Knowledge,
    order: &[&Item],
    memory: &Memory,
    learning: &Learning,
    scheduler: &Scheduler,
    today: Day,
) {
    let mut known: Vec<(Day, &str)> = Vec::new();
    let mut new: Option<&str> = None;
    let (mut practised, mut all_found) = (false, true);
    for walkthrough in knowledge.walkthroughs.iter().filter(|walkthrough| walkthrough.kind == WalkthroughKind::Palpation) {
        let Some(card) = memory.cards.get(&skill(&walkthrough.id)) else {
            new = new.or(Some(&walkthrough.id));
            continue;
        };
        known.push((card.palpation_due(scheduler, learning), &walkthrough.id));
        plan.done += usize::from(card.last == today);
        practised |= card.last == today;
        all_found &= card.failed == 0;
    }
    let round_again = known.iter().filter(|(due, _)| *due <= today).min_by_key(|(due, _)| *due).map(|(_, id)| *id);
    let mut essentials = order.iter().filter(|item| is_safety(item)).take(ESSENTIALS).peekable();
    let is_safe = essentials.peek().is_some()
        && essentials.all(|item| memory.cards.get(&item.id).is_some_and(|card| card.right > 0 && card.failed == 0));
    if learning.skills && !practised && is_safe {
        plan.skills = round_again.or(new.filter(|_| all_found)).map(str::to_owned).into_iter().collect();
    }
}

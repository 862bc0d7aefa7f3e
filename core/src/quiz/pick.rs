//! Which items a round asks, and in which order.

use super::Scope;
use super::seed::Dice;
use crate::item::{Asks, Body, Item, Topic};

/// Picks up to `count` items of the scope, spread over topics and kinds of question.
///
/// A third of them at most ask on a picture, for there are many of these, unless there is nothing else left to ask.
pub(super) fn items<'a>(bank: &'a [Item], scope: &Scope, count: usize, dice: &mut Dice) -> Vec<&'a Item> {
    let mut pools: Vec<Vec<&Item>> = Topic::ALL
        .into_iter()
        .map(|topic| bank.iter().filter(|item| item.topic == topic && scope.holds(item)).collect())
        .filter(|pool: &Vec<&Item>| !pool.is_empty())
        .collect();
    dice.shuffle(&mut pools);
    let pictures = (count / 3).max(1);
    let mut spare: Vec<Vec<&Item>> = Vec::new();
    let mut picked: Vec<&Item> = Vec::new();
    let mut turn = 0;
    while picked.len() < count {
        if picked.iter().filter(|item| item.is_pictured()).count() == pictures && spare.is_empty() {
            spare = set_aside(&mut pools);
        }
        if pools.is_empty() {
            pools = std::mem::take(&mut spare);
        }
        if pools.is_empty() {
            break;
        }
        let at = turn % pools.len();
        let chosen = best_of_three(&pools[at], &picked, dice);
        picked.push(pools[at].swap_remove(chosen));
        if pools[at].is_empty() {
            pools.remove(at);
            turn = at;
        } else {
            turn = at + 1;
        }
    }
    dice.shuffle(&mut picked);
    apart(picked)
}

/// Takes the items that ask on a picture out of the pools, and leaves no pool empty.
fn set_aside<'a>(pools: &mut Vec<Vec<&'a Item>>) -> Vec<Vec<&'a Item>> {
    let halves = pools.drain(..).map(|pool| pool.into_iter().partition(|item| item.is_pictured()));
    let (pictures, others): (Vec<Vec<&Item>>, Vec<Vec<&Item>>) = halves.unzip();
    *pools = others.into_iter().filter(|pool| !pool.is_empty()).collect();
    pictures.into_iter().filter(|pool| !pool.is_empty()).collect()
}

/// Of three drawn at random, the one least like what the round has already.
fn best_of_three(pool: &[&Item], picked: &[&Item], dice: &mut Dice) -> usize {
    let alike = |at: usize| {
        let item = pool[at];
        let asked = picked.iter().filter(|other| same_question(other.asks.as_ref(), item.asks.as_ref())).count();
        let family = picked.iter().filter(|other| family(other) == family(item)).count();
        3 * asked + family
    };
    let drawn = [dice.pick(pool.len()), dice.pick(pool.len()), dice.pick(pool.len())];
    drawn.into_iter().min_by_key(|at| alike(*at)).unwrap_or_default()
}

/// Generated items of one mould, or written items of one type, which should not crowd a round.
pub(crate) fn family(item: &Item) -> &str {
    let made = item.id.strip_prefix("gen-").and_then(|rest| rest.split('-').next());
    made.unwrap_or(match item.body {
        Body::SingleBest(_) => "single best",
        Body::SelectAll(_) => "select all",
        Body::Order(_) => "order",
        Body::Matching(_) => "matching",
        Body::Locate(_) => "locate",
        Body::Paint(_) => "paint",
        Body::Marks(_) => "marks",
    })
}

pub(crate) fn same_question(a: Option<&Asks>, b: Option<&Asks>) -> bool {
    a.is_some() && a == b
}

/// Reorders so that no two neighbours ask for the same claim, wherever that can be done.
pub(super) fn apart(mut rest: Vec<&Item>) -> Vec<&Item> {
    let mut out: Vec<&Item> = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let last = out.last().and_then(|item| item.asks.as_ref());
        let many = |asks: Option<&Asks>| rest.iter().filter(|item| same_question(item.asks.as_ref(), asks)).count();
        // A claim asked by more than half of what is left has to go first, or it ends up next to itself.
        let free = |item: &&Item| !same_question(item.asks.as_ref(), last);
        let pressing = |item: &&Item| free(item) && 2 * many(item.asks.as_ref()) > rest.len();
        let at = rest.iter().position(pressing).or_else(|| rest.iter().position(free)).unwrap_or(0);
        out.push(rest.remove(at));
    }
    out
}

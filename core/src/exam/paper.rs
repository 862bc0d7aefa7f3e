//! Twenty questions, drawn by a blueprint from a seed.

use super::alike::{Told, muscles};
use crate::item::{Item, Topic};
use crate::quiz::{Card, Dice, Seed, card, family};
use crate::relation::Relation;

/// What a topic has on each paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub topic: Topic,
    pub items: usize,
    /// At most so many of them on a picture.
    pub pictures: usize,
}

/// Attachments and technique are what a palpation rests on, so they have most of the paper. Safety has a quarter: the rule that
/// all of it must be right means little with fewer. A picture has many questions in the bank and would crowd out the rest, so
/// that a third of the paper at most, six, are on one. None of the safety questions is: an inexact tap is no dangerous answer,
/// and must not fail anyone.
pub const BLUEPRINT: [Share; 4] = [
    Share { topic: Topic::Safety, items: 5, pictures: 0 },
    Share { topic: Topic::Attachments, items: 6, pictures: 2 },
    Share { topic: Topic::Pain, items: 4, pictures: 2 },
    Share { topic: Topic::Technique, items: 5, pictures: 2 },
];

/// Questions on a paper.
pub const ITEMS: usize = 20;

/// Questions of one mould, such as "mark this place", on a paper.
const OF_A_FAMILY: usize = 3;

/// How many that fit are compared for each place on the paper.
const COMPARED: usize = 10;

/// The paper of a seed. The same bank and seed give the same paper, in the same order and with the options in the same order.
/// Shorter than [`ITEMS`] only for a bank that has no more that go together; the project's own has (a test holds it).
pub fn draw(bank: &[Item], seed: Seed) -> Vec<Card> {
    let mut dice = Dice::new(seed);
    let mut picked = pick(bank, &mut dice);
    dice.shuffle(&mut picked);
    picked.into_iter().map(|item| card(item, &mut dice)).collect()
}

fn pick<'a>(bank: &'a [Item], dice: &mut Dice) -> Vec<&'a Item> {
    let muscles = muscles(bank);
    let mut picked: Vec<&Item> = Vec::new();
    let mut told: Vec<Told<'_>> = Vec::new();
    for share in BLUEPRINT {
        let mut pool: Vec<&Item> = bank.iter().filter(|item| item.topic == share.topic).collect();
        dice.shuffle(&mut pool);
        let mut pictures = share.pictures;
        for _ in 0..share.items {
            let mut best: Option<(usize, Told<'_>)> = None;
            let mut compared = 0;
            for item in &pool {
                let fits = (pictures > 0 || !item.is_pictured())
                    && picked.iter().filter(|other| family(other) == family(item)).count() < OF_A_FAMILY;
                if !fits {
                    continue;
                }
                let candidate = Told::new(item, &muscles);
                if told.iter().any(|other| other.clashes(&candidate)) {
                    continue;
                }
                let likeness = likeness(item, &picked);
                if best.as_ref().is_none_or(|(least, _)| likeness < *least) {
                    best = Some((likeness, candidate));
                }
                compared += 1;
                if compared == COMPARED {
                    break;
                }
            }
            let Some((_, chosen)) = best else { break };
            pictures -= usize::from(chosen.item().is_pictured());
            picked.push(chosen.item());
            pool.retain(|item| item.id != chosen.item().id);
            told.push(chosen);
        }
    }
    picked
}

/// How much it is like what the paper has already: kind of question, relation and muscle.
fn likeness(item: &Item, picked: &[&Item]) -> usize {
    let same = |other: &&&Item| {
        let form = std::mem::discriminant(&other.body) == std::mem::discriminant(&item.body);
        let about = other.about.first() == item.about.first();
        let relation = Relation::of(other) == Relation::of(item) && other.topic == item.topic;
        let kind = family(other) == family(item);
        usize::from(form) + usize::from(about) + 2 * usize::from(relation && about) + 3 * usize::from(kind)
    };
    picked.iter().map(|other| same(&other)).sum()
}

//! Learning day by day: the plan of today, what comes when, and what needs to be read again.

mod forecast;
mod overview;
mod pages;
pub mod reread;
mod skill;
pub mod today;

pub use overview::{home, overview};
pub use pages::pages;

use crate::markup::prelude::*;
use crate::page::calendar::again;
use crate::platform::clock;
use crate::state::App;
use palpate_core::memory::{self, Memory, Plan, skill};
use palpate_core::record::Learning;

/// Today's plan as it is now; follows what is learned and how much the learner wants.
fn plan(app: App) -> Plan {
    plan_with(app, &app.settings.with(|settings| settings.learning.clone()))
}

fn plan_with(app: App, learning: &Learning) -> Plan {
    // The gate changes when the day does, so a page left open over night plans anew.
    app.gate.track();
    app.memory.with(|memory| memory::plan(app.knowledge, app.bank(), memory, learning, clock::today()))
}

/// In how many days a card comes again, in words; `None` for one that was never asked.
pub fn comes_again(app: App, card: &str) -> Option<String> {
    let due = app.settings.with(|settings| app.memory.with(|memory| memory.due(card, &settings.learning)))?;
    Some(again(due, clock::today()))
}

/// The next day on which any question comes again, after today.
fn next_day(app: App) -> Option<String> {
    const AHEAD: usize = 60;
    let counts = forecast_of(app, AHEAD);
    let at = counts.iter().skip(1).position(|count| *count > 0)?;
    let today = clock::today();
    Some(again(palpate_core::Day(today.0.saturating_add(i32::try_from(at).unwrap_or(i32::MAX).saturating_add(1))), today))
}

fn forecast_of(app: App, days: usize) -> Vec<usize> {
    app.settings.with(|settings| app.memory.with(|memory| memory::forecast(app.bank(), memory, &settings.learning, clock::today(), days)))
}

/// How many answers were right, and how many were given at all. Palpations are not answers.
pub fn answers(app: App) -> (u32, u32) {
    let skills: Vec<String> = app.knowledge.walkthroughs.iter().map(|guide| skill(&guide.id)).collect();
    app.memory.with(|memory| {
        let cards = memory.cards.iter().filter(|(id, _)| !skills.contains(id)).map(|(_, card)| card);
        cards.fold((0, 0), |(right, all), card| (right + card.right, all + card.reviews))
    })
}

/// Whether anything was ever learned.
fn has_begun(memory: &Memory) -> bool {
    !memory.cards.is_empty()
}

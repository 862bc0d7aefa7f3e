//! How many questions fall due on the days to come, as bars, each with its number and told as a whole in words.

use super::forecast_of;
use crate::component::counted::counted;
use crate::markup::prelude::*;
use crate::page::calendar::{again, weekday};
use crate::platform::clock;
use crate::state::App;
use palpate_core::Day;

const DAYS: usize = 14;

/// Nothing where nothing falls due.
pub fn view(app: App) -> Option<AnyView> {
    let counts = forecast_of(app, DAYS);
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    let today = clock::today();
    let bars = (0i32..).zip(&counts).map(|(ahead, count)| {
        let height = format!("{}%", count * 100 / most);
        // "Mo": fourteen stand beside each other.
        let name = weekday(Day(today.0.saturating_add(ahead))).get(..2);
        view! {
            <div class="forecast-day">
                <span class="forecast-count">{(*count > 0).then_some(*count)}</span>
                <span class="forecast-room"><span class="forecast-bar" style:height=height></span></span>
                <span class="forecast-name">{name}</span>
            </div>
        }
    });
    let told = told(&counts, today);
    Some(
        view! {
            <section class="learn-part">
                <h2>"The next two weeks"</h2>
                <div class="forecast" role="img" aria-label=told>{bars.collect_view()}</div>
                <p class="quiet">"Questions to repeat from today on, as things stand. What you answer today moves them; new ones are added."</p>
            </section>
        }
        .into_any(),
    )
}

/// All bars in words: the days without any are left out.
fn told(counts: &[usize], today: Day) -> String {
    let day = |ahead: i32| again(Day(today.0.saturating_add(ahead)), today);
    let days = (0i32..).zip(counts).filter(|(_, count)| **count > 0).map(|(ahead, count)| format!("{} {}", day(ahead), count));
    let sum = counted(counts.iter().sum(), "question", "questions");
    format!("{sum} to repeat within {DAYS} days: {}", days.collect::<Vec<_>>().join(", "))
}

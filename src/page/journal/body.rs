//! Tender points on the body: a still drawing of the front with the latest score at each place, and the same as a list.

use super::in_window;
use crate::component::finding::words;
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use palpate_core::Day;
use palpate_core::journal::TENDER_CEILING;
use palpate_core::journal::series::{Tender, Window, tender};
use palpate_core::knowledge::{Spot, WalkthroughKind, touched};
use palpate_core::picture::mirrored;
use palpate_core::side::Side;

/// How far from the midline the numbers stand, and how far apart, in millimetres.
const ASIDE: i16 = 164;
const APART: i16 = 33;
/// The lowest a number may stand.
const LOWEST: i16 = 62;

pub fn view(app: App, window: RwSignal<Window>) -> AnyView {
    let drawn = move || {
        app.journal.with(|journal| {
            let (today, window) = (clock::today(), window.get());
            let places = tender(journal, window, today);
            if places.is_empty() {
                return view! { <p class="journal-caption journal-nothing">{format!("No tender point noted {}.", in_window(window))}</p> }
                    .into_any();
            }
            let rows = places.iter().map(|place| row(app, place, today)).collect_view();
            view! {
                {picture(app, &places)}
                <p class="journal-caption">"The number is how tender a place was the last time, from 0 to 10."</p>
                <ul class="ruled tender-list">{rows}</ul>
            }
            .into_any()
        })
    };
    view! { <section class="journal-card"><h2>"Tender points"</h2>{drawn}</section> }.into_any()
}

/// Where on the front of the body a place is: where the hands touch in the picture of its area, or of the walkthrough that
/// finds its muscle. `None` where no picture knows.
pub fn spot(app: App, place: &Tender) -> Option<Spot> {
    let touched_in = |pose: &str| {
        let spots = touched(app.knowledge.pose(pose)?);
        let count = i16::try_from(spots.len()).ok().filter(|count| *count > 0)?;
        let middle = [0, 1].map(|axis| spots.iter().map(|spot| spot[axis]).sum::<i16>() / count);
        Some(middle)
    };
    let right = match place.area {
        Some(area) => touched_in(&words::area(app, area)?.figure),
        None => {
            let finds =
                |guide: &&palpate_core::knowledge::Walkthrough| guide.kind == WalkthroughKind::Palpation && guide.muscle == place.muscle;
            let guide = app.knowledge.walkthroughs.iter().find(finds)?;
            guide.steps.iter().rev().filter(|step| step.check).find_map(|step| touched_in(&step.figure))
        }
    }?;
    Some(if place.side == Side::Right { right } else { mirrored(right) })
}

/// A place with where it is and where its number stands.
struct Shown<'a> {
    place: &'a Tender<'a>,
    at: Spot,
    number: Spot,
}

/// The numbers stand in a column on each side, in the order of their places, so that none covers another or the body.
fn arranged<'a>(app: App, places: &'a [Tender<'a>]) -> Vec<Shown<'a>> {
    let mut all = Vec::new();
    for side in Side::BOTH {
        let mut of_side: Vec<(&Tender, Spot)> =
            places.iter().filter(|place| place.side == side).filter_map(|place| Some((place, spot(app, place)?))).collect();
        palpate_core::order::sort_by_key(&mut of_side, |(_, at)| std::cmp::Reverse(at[1]));
        let across = if side == Side::Right { -ASIDE } else { ASIDE };
        let count = i16::try_from(of_side.len()).unwrap_or(i16::MAX).min(6);
        let top = LOWEST.saturating_add(APART.saturating_mul(count - 1).max(APART * 2));
        let rows = (0i16..6).map(|index| top - APART * index);
        all.extend(of_side.into_iter().zip(rows).map(|((place, at), up)| Shown { place, at, number: [across, up] }));
    }
    all
}

fn picture(app: App, places: &[Tender]) -> Option<AnyView> {
    let shown = arranged(app, places);
    if shown.is_empty() {
        return None;
    }
    let told: Vec<String> = shown.iter().map(|shown| told(app, shown.place)).collect();
    let marks = shown
        .iter()
        .map(|Shown { place, at: [x, y], number: [nx, ny] }| {
            let over = place.latest.is_some_and(|(score, _)| score > TENDER_CEILING);
            let class = if over { "tender-number tender-over" } else { "tender-number" };
            let number = place.latest.map_or("–".to_owned(), |(score, _)| score.number().to_string());
            view! {
                <path class="tender-casing" d=format!("M{x} {}L{nx} {}", -y, -ny)></path>
                <path class="tender-line" d=format!("M{x} {}L{nx} {}", -y, -ny)></path>
                <circle class="tender-dot" cx=*x cy=-y r="4"></circle>
                <circle class=class cx=*nx cy=-ny r="15"></circle>
                <text class="tender-text" x=*nx y=-ny + 6>{number}</text>
            }
        })
        .collect_view();
    Some(
        view! {
            <div class="tender-plate">
                <svg class="plate tender-drawing" viewBox="-186 -228 372 236" role="img" aria-label="The front of the body with your tender points" aria-describedby="tender-text">
                    <desc id="tender-text">{told.join(" ")}</desc>
                    <use href="#front-skin"></use>
                    <use class="tender-faint" href="#front-bone"></use>
                    <use href="#front-landmarks"></use>
                    {marks}
                    <text class="tender-letter" x="-176" y="-206">"R"</text>
                    <text class="tender-letter" x="176" y="-206">"L"</text>
                </svg>
            </div>
        }
        .into_any(),
    )
}

fn told(app: App, place: &Tender) -> String {
    let name = words::place(app, place.area, place.muscle, place.side);
    match place.latest {
        Some((score, _)) => format!("{}, {name}: {} of 10.", place.side.title(), score.number()),
        None => format!("{}, {name}: no number.", place.side.title()),
    }
}

fn row(app: App, place: &Tender, today: Day) -> AnyView {
    let name = words::place(app, place.area, place.muscle, place.side);
    let muscle = place.area.is_some().then(|| format!(" ({})", words::muscle(app, place.muscle).to_lowercase()));
    let over = place.latest.is_some_and(|(score, _)| score > TENDER_CEILING);
    let latest = match place.latest {
        Some((score, day)) => format!("{} of 10, {}", score.number(), calendar::day_within(day, today)),
        None => "no number".to_owned(),
    };
    let count = (place.count > 1).then(|| format!("; noted {} times", place.count));
    view! {
        <li>
            <a class="tender-row" href=Route::Entry { id: Some(place.entry.id.clone()) }.href()>
                <span><strong>{place.side.title()}</strong> " " {name} {muscle}</span>
                <span class="quiet">{latest} {over.then_some(", above the limit of 4")} {count}</span>
            </a>
        </li>
    }
    .into_any()
}

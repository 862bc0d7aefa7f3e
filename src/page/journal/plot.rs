//! The plot of discomfort before and after: a drawing with a name and a description, its caption, and the numbers as a table.

use super::numbers;
use crate::component::counted::counted;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::page::calendar;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use palpate_core::journal::series::{Dot, Series, Window, newest_first};
use palpate_core::journal::{Entry, Score};
use palpate_core::side::Side;

/// Closer than this on average, in permille of the width, the marks are drawn smaller, and smaller still.
const CLOSE: usize = 28;
const DENSE: usize = 7;

/// Which entries are shown.
type Sides = RwSignal<Option<Side>>;

pub fn view(app: App, window: RwSignal<Window>) -> AnyView {
    let side: Sides = RwSignal::new(None);
    let drawn = move || app.journal.with(|journal| drawing(&Series::new(journal, window.get(), side.get(), clock::today())));
    let rated = Memo::new(move |_| app.journal.with(|journal| is_rated(journal)));
    let any =
        Memo::new(move |_| app.journal.with(|journal| !Series::new(journal, window.get(), side.get(), clock::today()).dots.is_empty()));
    view! {
        <section class="journal-card">
            <h2>"Discomfort, out of 10"</h2>
            <div class="journal-choices">
                {windows(window)}
                {move || rated.get().then(|| sides(side))}
            </div>
            {move || if rated.get() { drawn().into_any() } else { unrated(app) }}
            {move || any.get().then(|| table(app, window, side))}
        </section>
    }
    .into_any()
}

fn is_rated(journal: &[Entry]) -> bool {
    journal.iter().any(|entry| !entry.deleted && (entry.before.is_some() || entry.after.is_some()))
}

/// Entries, but no number in any: what would be here, and the way to write one.
fn unrated(app: App) -> AnyView {
    let latest = app.journal.with(|journal| newest_first(journal).first().map(|entry| entry.id.clone()));
    let to = latest.map(|id| Route::Entry { id: Some(id) }.href());
    view! {
        <p class="journal-caption journal-nothing">"No numbers yet. How it was before and after, from 0 to 10, is drawn here once you write it."</p>
        {to.map(|href| view! { <p class="journal-add"><a href=href>"Add numbers to the latest entry"</a></p> })}
    }
    .into_any()
}

fn windows(window: RwSignal<Window>) -> AnyView {
    let parts = Window::ALL.map(|choice| segment("window", choice.title(), move || window.get() == choice, move || window.set(choice)));
    view! { <fieldset class="segments"><legend class="hidden">"How far back"</legend>{parts.into_iter().collect_view()}</fieldset> }
        .into_any()
}

fn sides(side: Sides) -> AnyView {
    let parts = [None, Some(Side::Right), Some(Side::Left)]
        .map(|choice| segment("plot-side", choice.map_or("Both", Side::title), move || side.get() == choice, move || side.set(choice)));
    view! { <fieldset class="segments"><legend class="hidden">"Which side"</legend>{parts.into_iter().collect_view()}</fieldset> }
        .into_any()
}

/// Legend, plot and caption.
pub fn drawing(series: &Series) -> AnyView {
    let today = clock::today();
    let caption = series.caption();
    let ahead = (series.ahead > 0).then(|| {
        let count = counted(series.ahead, "entry is dated", "entries are dated");
        view! { <p class="quiet">{format!("{count} in the future and not shown.")}</p> }
    });
    let long_ago = (series.long_ago > 0).then(|| {
        let count = counted(series.long_ago, "entry is dated", "entries are dated");
        view! { <p class="quiet">{format!("{count} before the year 2000 and not shown.")}</p> }
    });
    if series.dots.is_empty() {
        return view! { <p class="journal-caption journal-nothing">{caption}</p> {ahead} {long_ago} }.into_any();
    }
    let ticks: Vec<_> = series
        .span
        .ticks(4)
        .into_iter()
        .map(|(day, x)| {
            let class = if x > 930 { "plot-tick plot-tick-last" } else { "plot-tick" };
            let name = if day == today { "Today".to_owned() } else { calendar::date(day, today) };
            view! { <span class=class style:left=permille(x)>{name}</span> }
        })
        .collect();
    let marks = [10, 8, 6, 4, 2, 0].map(|mark| view! { <span style:top=permille(1000 - 100 * mark)>{mark}</span> });
    view! {
        {legend(series)}
        <div class="plot">
            <div class="plot-marks" aria-hidden="true">{marks.into_iter().collect_view()}</div>
            {plot(series, &caption)}
            <div class="plot-ticks" aria-hidden="true">{ticks}</div>
        </div>
        <p class="journal-caption">{caption}</p>
        {ahead}
        {long_ago}
    }
    .into_any()
}

/// What the marks mean. Where all are of one side, its shape stands for before and after; otherwise the shapes are named too.
fn legend(series: &Series) -> AnyView {
    let first = series.dots.first().and_then(|dot| dot.side);
    if series.dots.iter().all(|dot| dot.side == first) {
        let of = first.map_or_else(String::new, |side| format!(", {}", side.word()));
        return view! {
            <ul class="plot-legend" aria-label="Key">
                <li>{swatch(first, false)} "Before" {of.clone()}</li>
                <li>{swatch(first, true)} "After" {of}</li>
            </ul>
        }
        .into_any();
    }
    let shapes: Vec<_> = [Some(Side::Right), Some(Side::Left), None]
        .into_iter()
        .filter(|side| series.dots.iter().any(|dot| dot.side == *side))
        .map(|side| {
            let name = side.map_or("No side told", Side::title);
            view! { <li>{swatch(side, true)} {name}</li> }
        })
        .collect();
    view! {
        <ul class="plot-legend" aria-label="Key">
            <li>{swatch(Some(Side::Right), false)} "Hollow: before"</li>
            <li>{swatch(Some(Side::Right), true)} "Filled: after"</li>
            {shapes}
        </ul>
    }
    .into_any()
}

fn swatch(side: Option<Side>, after: bool) -> AnyView {
    view! { <svg class="plot-swatch" aria-hidden="true">{mark(side, 500, 500, after, false)}</svg> }.into_any()
}

/// A whole permille as CSS and SVG have it.
pub fn permille(x: u16) -> String {
    format!("{}.{}%", x / 10, x % 10)
}

fn up(score: Score) -> u16 {
    1000 - 100 * u16::from(score.number())
}

/// How near to each other the marks stand.
fn crowding(series: &Series) -> &'static str {
    let (Some(first), Some(last)) = (series.dots.first(), series.dots.last()) else { return "" };
    let gaps = series.dots.len() - 1;
    match usize::from(last.x.saturating_sub(first.x)).checked_div(gaps) {
        Some(gap) if gap < DENSE => "plot-dense",
        Some(gap) if gap < CLOSE => "plot-close",
        Some(_) | None => "",
    }
}

fn plot(series: &Series, caption: &str) -> AnyView {
    let rules =
        [0u16, 200, 400, 600, 800, 1000].map(|y| view! { <line class="plot-rule" x1="0" x2="100%" y1=permille(y) y2=permille(y)></line> });
    let dots = series.dots.iter().map(|dot| {
        let same = dot.before.is_some() && dot.before == dot.after;
        let stem = dot.before.zip(dot.after).filter(|_| !same).map(|(before, after)| {
            view! { <line class="plot-stem" x1=permille(dot.x) x2=permille(dot.x) y1=permille(up(before)) y2=permille(up(after))></line> }
        });
        let before = dot.before.map(|score| mark(dot.side, dot.x, up(score), false, same));
        let after = dot.after.map(|score| mark(dot.side, dot.x, up(score), true, same));
        view! { {stem} {before} {after} }
    });
    view! {
        <svg class=format!("plot-drawing {}", crowding(series)) role="img" aria-label="Discomfort from 0 to 10, before and after each session" aria-describedby="plot-text">
            <desc id="plot-text">{format!("{caption} {}", told(series))}</desc>
            {rules.into_iter().collect_view()}
            {dots.collect_view()}
        </svg>
    }
    .into_any()
}

/// Right a circle, left a square, and a square on its corner where no side was told. `same`: before and after are one number,
/// so that the one before is drawn as a ring around the other.
fn mark(side: Option<Side>, x: u16, y: u16, after: bool, same: bool) -> AnyView {
    let (x, y) = (permille(x), permille(y));
    let class = match (after, same) {
        (true, _) => "plot-after",
        (false, false) => "plot-before",
        (false, true) => "plot-before plot-ring",
    };
    match side {
        Some(Side::Right) => view! { <circle class=class cx=x cy=y></circle> }.into_any(),
        Some(Side::Left) => view! { <rect class=class x=x y=y></rect> }.into_any(),
        None => view! { <rect class=format!("{class} plot-corner") x=x y=y></rect> }.into_any(),
    }
}

/// The first and the last in words, so that the description says more than means.
fn told(series: &Series) -> String {
    let today = clock::today();
    let one = |dot: &Dot| {
        let side = dot.side.map_or_else(String::new, |side| format!(", {}", side.word()));
        let score = |score: Option<Score>| score.map_or("no number".to_owned(), |score| score.number().to_string());
        format!("{}{side}: {} before, {} after", calendar::day(dot.day, today), score(dot.before), score(dot.after))
    };
    match series.dots.as_slice() {
        [] => String::new(),
        [only] => format!("{}.", one(only)),
        [first, .., last] => format!("First {}; last {}. All numbers are in the table below.", one(first), one(last)),
    }
}

/// The same numbers.
fn table(app: App, window: RwSignal<Window>, side: Sides) -> AnyView {
    let rows = move || {
        let today = clock::today();
        app.journal.with(|journal| {
            let series = Series::new(journal, window.get(), side.get(), today);
            series.dots.iter().rev().map(|dot| row(dot, today)).collect_view().into_any()
        })
    };
    numbers::folded("Discomfort as a table", ["Day", "Side", "Before", "After"], rows)
}

fn row(dot: &Dot, today: palpate_core::Day) -> AnyView {
    let score = |score: Option<Score>| score.map_or("–".to_owned(), |score| score.number().to_string());
    view! {
        <tr>
            <th scope="row">{calendar::day(dot.day, today)} ", " {calendar::time(dot.entry.when)}</th>
            <td>{dot.side.map_or("–", Side::title)}</td>
            <td>{score(dot.before)}</td>
            <td>{score(dot.after)}</td>
        </tr>
    }
    .into_any()
}

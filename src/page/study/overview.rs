//! What there is to do today, for the page of learning and for home.

use super::{forecast, has_begun, next_day, plan, skill, today};
use crate::component::counted::counted;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::memory::{FAILURES, Plan, YEAR};
use palpate_core::quiz::Round;

/// Questions that take about a minute.
const A_MINUTE: usize = 2;

/// Today, what to read again, what to practise, and the days to come.
pub fn overview(app: App) -> AnyView {
    let plan = Memo::new(move |_| plan(app));
    view! {
        {move || plan.with(|plan| of_today(app, plan))}
        {move || plan.with(|plan| to_read(app, plan))}
        {move || plan.with(|plan| skill::view(app, &plan.skills))}
        {move || forecast::view(app)}
    }
    .into_any()
}

fn of_today(app: App, plan: &Plan) -> AnyView {
    let (due, new) = (plan.due.len(), plan.new.len());
    let open = app.round.with(|round| round.as_ref().filter(|round| today::is_open(app, round)).map(left));
    let inside = match open {
        Some((at, of)) => view! {
            <p class="learn-count">"You are at question " {at} " of " {of} "."</p>
            <p><a class="button button-main button-wide" href=Route::Today.href()>"Go on with today's questions"</a></p>
        }
        .into_any(),
        None if due + new > 0 => view! {
            <p class="learn-count">{counts(due, new)}</p>
            <p class="quiet">{minutes(due + new)}</p>
            <p><a class="button button-main button-wide" href=Route::Today.href()>"Start today's questions"</a></p>
        }
        .into_any(),
        None => nothing_left(app, plan),
    };
    let waiting = (plan.waiting > 0).then(|| view! { <p class="learn-waiting">{waiting(app, plan)}</p> });
    view! { <section class="learn-today"><h2>"Today"</h2> {inside} {waiting}</section> }.into_any()
}

/// The question that a round stands at, and of how many.
fn left(round: &Round) -> (usize, usize) {
    (round.at() + 1, round.cards().len())
}

/// "12 to repeat, 5 new".
fn counts(due: usize, new: usize) -> String {
    match (due, new) {
        (0, new) => format!("{new} new"),
        (due, 0) => format!("{due} to repeat"),
        (due, new) => format!("{due} to repeat, {new} new"),
    }
}

fn minutes(questions: usize) -> String {
    format!("About {}", counted(questions.div_ceil(A_MINUTE), "minute", "minutes"))
}

/// After a break: how much there is, what a day takes of it, and when it is through. Nobody is late.
fn waiting(app: App, plan: &Plan) -> String {
    let all = plan.waiting + plan.due.len();
    let a_day = app.settings.with(|settings| settings.learning.reviews_a_day);
    let through = match plan.catch_up_days {
        YEAR.. => "at this pace it takes more than a year".to_owned(),
        days => format!("in about {} you are through", counted(days.max(1), "day", "days")),
    };
    format!("{all} wait. We take {a_day} a day; nothing is lost; {through}. New questions begin again after that.")
}

fn nothing_left(app: App, plan: &Plan) -> AnyView {
    // What waits beyond today's limit goes on tomorrow.
    let next = if plan.waiting > 0 { Some("tomorrow".to_owned()) } else { next_day(app) };
    let line = match (plan.done, next) {
        (0, Some(next)) => format!("Nothing to repeat today. The next questions come {next}."),
        (_, Some(next)) => format!("Done for today. The next questions come {next}."),
        (0, None) => "Nothing is planned for today.".to_owned(),
        (_, None) => "Done for today.".to_owned(),
    };
    view! {
        <p class="learn-count">{icon(Icon::Check)} " " {line}</p>
        {today::more_button(app, "button")}
    }
    .into_any()
}

/// Items that kept failing, each with the way to read it again.
fn to_read(app: App, plan: &Plan) -> Option<AnyView> {
    let items: Vec<_> = plan.reread.iter().filter_map(|id| app.bank().iter().find(|item| item.id == *id)).collect();
    let rows = items.iter().map(|item| {
        let route = Route::Reread { item: item.id.clone() };
        view! { <li><a class="learn-row" href=route.href()><span>{item.stem.clone()} <span class="quiet">{item.topic.title()}</span></span> {icon(Icon::Forward)}</a></li> }
    });
    (!items.is_empty()).then(|| {
        view! {
            <section class="learn-part">
                <h2>"Read these again"</h2>
                <p>"Missed " {FAILURES} " times in a row. Asking again would not help: read the page once, then the question comes back."</p>
                <ul class="ruled">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// The line on the home page, once something was learned.
pub fn home(app: App) -> Option<AnyView> {
    if !app.memory.with(has_begun) {
        return None;
    }
    let plan = plan(app);
    let (due, new) = (plan.due.len(), plan.new.len());
    let (title, line) = match due + new {
        0 if plan.reread.is_empty() => ("Done for today".to_owned(), next_day(app).map(|next| format!("The next questions come {next}"))),
        0 => (counted(plan.reread.len(), "question to read again", "questions to read again"), None),
        all => (counts(due, new), Some(minutes(all))),
    };
    Some(
        view! {
            <a class="home-resume" href=Route::Learn.href()>
                <span>
                    <span class="quiet">"Questions today"</span>
                    <strong>{title}</strong>
                    {line.map(|line| view! { <span class="quiet">{line}</span> })}
                </span>
                {icon(Icon::Forward)}
            </a>
        }
        .into_any(),
    )
}

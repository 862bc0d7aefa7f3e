//! The result: right of all, by topic, what was missed with its page, and "again, only these".

use crate::markup::prelude::*;
use crate::page::learn::address_of;
use crate::page::study::pages;
use crate::platform::{address, page as browser};
use crate::route::{RoundAddress, Route};
use crate::state::App;
use palpate_core::item::Item;
use palpate_core::quiz::Round;

pub fn view(app: App) -> AnyView {
    let Some(round) = app.round.get_untracked() else { return ().into_any() };
    let report = round.report();
    let topics = report.topics.iter().map(|score| {
        view! { <tr><th scope="row">{score.topic.title()}</th><td>{score.right} " of " {score.total}</td></tr> }
    });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">{report.right} " of " {report.total} " right"</h1>
            <table class="result"><caption class="hidden">"Result by topic"</caption><tbody>{topics.collect_view()}</tbody></table>
            {missed(app, &report.missed)}
            <div class="button-row">
                {again(&round)}
                <button type="button" class="button" on:click=move |_| all_again(app)>"Again, all of these"</button>
                <a class="button" href=fresh(&round).href()>"A new round"</a>
                {round.scope().relation.map(|_| view! { <a class="button" href=Route::Mastery.href()>"Back to the map"</a> })}
                <a class="button" href=Route::Learn.href()>"Change topics"</a>
            </div>
            <p class="quiet">"This address opens the same questions in the same order: " <span class="address">{address::shareable(&address_of(&round).href())}</span></p>
        </div>
    }
    .into_any()
}

/// What was missed, each with its reason and its page.
pub fn missed(app: App, ids: &[String]) -> Option<AnyView> {
    let items: Vec<&'static Item> = ids.iter().filter_map(|id| app.bank().iter().find(|item| item.id == *id)).collect();
    let rows = items.iter().map(|item| {
        let page = pages(app, item).into_iter().next().map(|(name, route)| view! { <a href=route.href()>"Read: " {name}</a> });
        view! { <li><p>{item.stem.clone()}</p><p class="quiet">{palpate_core::text::plain(&item.rationale)}</p>{page}</li> }
    });
    (!items.is_empty()).then(|| view! { <section><h2>"Missed"</h2><ul class="ruled">{rows.collect_view()}</ul></section> }.into_any())
}

fn again(round: &Round) -> Option<AnyView> {
    let scope = round.again_only_missed()?;
    let route = Route::Round(RoundAddress { only: scope.only, ..RoundAddress::default() });
    Some(view! { <a class="button button-main" href=route.href()>"Again, only these"</a> }.into_any())
}

fn fresh(round: &Round) -> Route {
    let scope = round.scope();
    Route::Round(RoundAddress {
        topics: scope.topics.clone(),
        muscle: scope.muscle.clone(),
        relation: scope.relation,
        ..RoundAddress::default()
    })
}

/// The same questions in the same order, from the first.
fn all_again(app: App) {
    app.change_round(|round| {
        *round = round.take().map(|round| Round::new(app.bank(), round.scope().clone(), round.cards().len(), round.seed()));
    });
    browser::scroll_to_top();
    browser::focus_soon("main h1");
}

//! An item that keeps failing, shown with its page in place of being asked again and again.

use super::{comes_again, pages};
use crate::component::icon::{Icon, icon};
use crate::component::item;
use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::page::unknown;
use crate::platform::page as browser;
use crate::route::Route;
use crate::state::App;
use palpate_core::item::Item;
use palpate_core::memory::What;
use palpate_core::quiz::{Event, Round, Scope, Seed};

pub fn page(app: App, id: &str) -> AnyView {
    match app.bank().iter().find(|item| item.id == id) {
        Some(item) => shown(app, item),
        None => unknown::missing("question", id),
    }
}

fn shown(app: App, item: &'static Item) -> AnyView {
    let class = if item.is_pictured() { "page question-pictured" } else { "page page-text" };
    let read = RwSignal::new(false);
    let note = move |_| {
        app.log_review(item.id.clone(), What::Read);
        read.set(true);
        // Scrolled to, if need be: it is taller than the button that it replaces.
        browser::focus_id_soon("question-read".to_owned());
    };
    let ways = pages(app, item).into_iter().map(|(name, route)| view! { <li><a href=route.href()>{name}</a></li> });
    view! {
        <div class=class>
            <p class="crumbs"><a href=Route::Learn.href()>"Learn it"</a></p>
            <p class="quiet">"Read it again · " {item.topic.title()}</p>
            <h1 class="question-stem" tabindex="-1">{item.stem.clone()}</h1>
            <p class="question-why">{cited(app, &item.rationale, &item.cites)}</p>
            {item.picture.as_ref().map(|picture| item::picture::above(app, picture, true))}
            {answer(app, item)}
            <h2>"Where this is told"</h2>
            <ul class="plain-list">{ways.collect_view()}</ul>
            {move || if read.get() { said(app, item) } else {
                view! { <p class="button-row"><button type="button" class="button button-main" on:click=note>"I have read it"</button></p> }.into_any()
            }}
        </div>
    }
    .into_any()
}

/// What is right and what each other option belongs to, as after "I don't know". Nothing of it is kept.
fn answer(app: App, item: &'static Item) -> Option<AnyView> {
    let bank = std::slice::from_ref(item);
    let mut round = Round::new(bank, Scope::default(), 1, Seed(0));
    round.apply(Event::GiveUp, bank);
    let feedback = round.feedback(bank);
    let draft = Signal::derive(|| None);
    Some(item::body(app, item, round.card()?, draft, feedback.as_ref(), |_| {}))
}

fn said(app: App, item: &Item) -> AnyView {
    let when = comes_again(app, &item.id);
    view! {
        <div class="banner banner-news" id="question-read" tabindex="-1" role="status">
            {icon(Icon::Check)}
            <p>"Noted. " {when.map(|when| view! { "The question comes again " {when} "." })}</p>
            <a class="button button-main" href=Route::Learn.href()>"Back to Learn"</a>
        </div>
    }
    .into_any()
}

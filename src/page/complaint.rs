//! A pain or a sign: red flags first, then the muscles that may play a part, then what else it may be.

use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::component::way;
use crate::component::{fact, pain};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::knowledge::{Complaint, MuscleLink, Who};

pub fn page(app: App, complaint: &'static Complaint) -> AnyView {
    let facts = complaint.facts.iter().filter_map(|index| app.knowledge.facts.get(usize::from(*index)));
    let others = complaint.others.iter().map(|other| view! { <li>{cited(app, &other.text, &other.cites)}</li> });
    view! {
        <article class="page page-text">
            <p class="crumbs"><a href=Route::Lookup { query: String::new() }.href()>"Signs and pains"</a></p>
            <h1 tabindex="-1">{complaint.title.clone()}</h1>
            <p class="lead">{cited(app, &complaint.summary, &complaint.cites)}</p>
            {flags(app, complaint)}
            {pain::of_complaint(app, complaint)}
            {muscles(app, complaint)}
            {way::to_hurt()}
            <section>
                <h2>"What else it may be"</h2>
                <p class="quiet">"Matching is not diagnosis. Hips, discs and organs can hurt here too."</p>
                <ul class="ruled">{others.collect_view()}</ul>
            </section>
            <section>
                <h2>"What the documents say"</h2>
                {fact::list(app, facts)}
            </section>
        </article>
    }
    .into_any()
}

fn flags(app: App, complaint: &Complaint) -> Option<AnyView> {
    let mut flags: Vec<_> =
        complaint.red_flags.iter().filter_map(|index| app.knowledge.safety.red_flags.get(usize::from(*index))).collect();
    palpate_core::order::sort_by_key(&mut flags, |flag| flag.level);
    let rows: Vec<_> = flags
        .iter()
        .map(|flag| {
            view! { <li><strong>{flag.level.advice()} ": "</strong> {cited(app, &flag.signs, &flag.cites)}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="flags">
                <h2>{icon(Icon::Warning)} " First, the red flags"</h2>
                <ul class="ruled">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn muscles(app: App, complaint: &Complaint) -> AnyView {
    if complaint.muscles.is_empty() {
        return view! { <p class="banner banner-stop">{icon(Icon::Octagon)} <span>"This is not a sign for self-massage. Get it checked first."</span></p> }.into_any();
    }
    let mut links: Vec<&MuscleLink> = complaint.muscles.iter().collect();
    palpate_core::order::sort_by_key(&mut links, |link| link.strength);
    let rows = links.into_iter().map(|link| {
        let word = link.strength.word();
        view! {
            <li>
                <a class="serif" href=page_of(&link.who).href()>{link.who.title(app.knowledge)}</a> " "
                <span class=format!("strength strength-{word}")>{word}</span>
                <p>{cited(app, &link.reason, &link.cites)}</p>
            </li>
        }
    });
    view! {
        <section>
            <h2>"Muscles that may play a part"</h2>
            <ul class="ruled">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Where a muscle is explained: its page, or its place in the glossary when it has none.
fn page_of(who: &Who) -> Route {
    match who {
        Who::Muscle(id) => Route::Muscle { id: id.clone() },
        Who::Term(id) => Route::Glossary { at: Some(id.clone()) },
    }
}

//! All the places where the documents err, are unclear, or differ from each other or from standard references.

use crate::component::disagreement::card;
use crate::markup::prelude::*;
use crate::platform::page::show_soon;
use crate::state::App;
use palpate_core::knowledge::Area;

pub fn page(app: App, at: Option<String>) -> AnyView {
    if let Some(at) = at {
        show_soon(at);
    }
    let areas = [Area::Anatomy, Area::Function, Area::Technique].map(|area| {
        let cards = app.knowledge.disagreements.iter().filter(|card| card.area == area).map(|disagreement| card(app, disagreement));
        view! { <h2>{area.title()}</h2> {cards.collect_view()} }
    });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Where sources disagree"</h1>
            <p class="lead">{app.knowledge.disagreements.len()} " places where the three documents differ, err or are unclear. Each card says who says what, then what we teach."</p>
            {areas.into_iter().collect_view()}
        </div>
    }
    .into_any()
}

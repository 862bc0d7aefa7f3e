//! Every source, with its tier, its date and its interest.

use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::knowledge::{Source, SourceKind, Tier};

pub fn page(app: App) -> AnyView {
    let list = |kind: SourceKind| {
        let rows = app.knowledge.sources.iter().filter(move |source| source.kind == kind).map(row);
        view! { <ul class="ruled">{rows.collect_view()}</ul> }
    };
    let tiers =
        [Tier::A, Tier::B, Tier::C].map(|tier| view! { <li><span class="chip-tier">{tier.letter()}</span> " " {tier.meaning()} "."</li> });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Sources"</h1>
            <p class="lead">"Three documents are where this trainer starts from. None of them names a contraindication, a stop rule or a red flag, and all three sell something related. Public references correct and complete them."</p>
            <ul class="plain-list">{tiers.into_iter().collect_view()}</ul>
            <p class="quiet">"We read stored excerpts of the references, not whole pages. The tier is our judgement."</p>
            <h2>"The three documents"</h2>
            {list(SourceKind::Document)}
            <h2>"Public references"</h2>
            {list(SourceKind::Reference)}
        </div>
    }
    .into_any()
}

fn row(source: &Source) -> AnyView {
    let interest = source.interest.clone().map(|interest| view! { <span class="quiet">" · Interest: " {interest}</span> });
    view! {
        <li>
            <a href=Route::Source { id: source.id.clone(), at: None }.href()>{source.id.clone()} " " {source.title.clone()}</a>
            <br />
            <span class="quiet">"Tier " {source.tier.letter()} " · " {source.year.clone()}</span> {interest}
        </li>
    }
    .into_any()
}

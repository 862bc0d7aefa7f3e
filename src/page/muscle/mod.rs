//! A muscle: what is taught about it, where sources disagree, and what the documents say.

mod hurts;

use crate::component::diagram::{Can, Overlay, Start, diagram};
use crate::component::prose::cited;
use crate::component::{disagreement, fact, references};
use crate::markup::prelude::*;
use crate::platform::page::print;
use crate::route::{RoundAddress, Route};
use crate::state::App;
use palpate_core::knowledge::{ClaimKind, Complaint, Disagreement, Fact, Layer, Muscle, View};

pub fn page(app: App, muscle: &'static Muscle) -> AnyView {
    let kinds = ClaimKind::ALL.into_iter().filter_map(|kind| claims(app, muscle, kind)).collect_view();
    view! {
        <article class="page muscle">
            <div class="muscle-plate">{picture(app, muscle)}</div>
            <div>
                <p class="crumbs"><a href=Route::Lookup { query: String::new() }.href()>"Muscles"</a></p>
                <h1 class="plate-name" tabindex="-1">{muscle.name.clone()}</h1>
                <p class="lead">{muscle.summary.clone()} ". " <span class="quiet">{muscle.lay.clone()}</span></p>
                <dl>{kinds}</dl>
                {hurts::section(app, muscle)}
                {cards(app, muscle)}
                {said(app, muscle)}
                {ways_on(app, muscle)}
                {references::list(app, muscle.claims.iter().flat_map(|claim| claim.cites.iter().copied()), true)}
            </div>
        </article>
    }
    .into_any()
}

/// The muscle among its neighbours, from three sides.
fn picture(app: App, muscle: &Muscle) -> AnyView {
    let start = Start {
        views: View::ALL.to_vec(),
        side_by_side: false,
        layers: vec![Layer::Skin, Layer::Muscle, Layer::Bone],
        switches: true,
        muscle: muscle.id.clone(),
    };
    diagram(app, &muscle.name, Can::Read, start, Signal::stored(Overlay::default()), |_| ())
}

fn claims(app: App, muscle: &Muscle, kind: ClaimKind) -> Option<AnyView> {
    let mut lines = muscle.claims_of(kind).peekable();
    lines.peek()?;
    let lines = lines.map(|claim| {
        let strength = claim.strength.map(|strength| {
            let word = strength.word();
            view! { <span class=format!("strength strength-{word}")>{word}</span> " " }
        });
        view! { <p>{strength} {cited(app, &claim.text, &claim.cites)}</p> }
    });
    Some(view! { <div class="claim"><dt title=kind.term()>{kind.lay()}</dt><dd>{lines.collect_view()}</dd></div> }.into_any())
}

/// The disagreements that the muscle's claims and facts touch, each once.
fn cards(app: App, muscle: &Muscle) -> Option<AnyView> {
    let touched =
        muscle.claims.iter().filter_map(|claim| claim.disagreement).chain(facts(app, muscle).filter_map(|fact| fact.disagreement));
    let mut indices: Vec<u16> = touched.collect();
    palpate_core::order::sort(&mut indices);
    indices.dedup();
    let cards: Vec<&Disagreement> =
        indices.iter().filter_map(|index| app.knowledge.disagreements.get(usize::from(*index))).filter(|card| card.open).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Where sources disagree"</h2>
                {cards.into_iter().map(|card| view! { <details class="said"><summary>{card.question.clone()}</summary>{disagreement::card(app, card)}</details> }).collect_view()}
            </section>
        }
        .into_any()
    })
}

fn facts<'a>(app: App, muscle: &'a Muscle) -> impl Iterator<Item = &'static Fact> + 'a {
    app.knowledge.facts.iter().filter(|fact| fact.about.contains(&muscle.id))
}

/// The three documents' own statements, grouped by document.
fn said(app: App, muscle: &Muscle) -> Option<AnyView> {
    let documents: Vec<_> = app
        .knowledge
        .sources
        .iter()
        .filter_map(|source| {
            let facts: Vec<_> = facts(app, muscle).filter(|fact| fact.document(app.knowledge).id == source.id).collect();
            (!facts.is_empty()).then(|| {
                view! {
                    <details class="said">
                        <summary>{source.id.clone()} ": " {source.title.clone()} <span class="quiet">" (" {facts.len()} ")"</span></summary>
                        {fact::list(app, facts)}
                    </details>
                }
            })
        })
        .collect();
    (!documents.is_empty()).then(|| {
        view! {
            <section>
                <h2>"What the documents say"</h2>
                <p class="quiet">"In our words. Where a document is wrong or disputed, the correction stands below it."</p>
                {documents}
            </section>
        }
        .into_any()
    })
}

fn ways_on(app: App, muscle: &Muscle) -> AnyView {
    let guides = app.knowledge.walkthroughs.iter().filter(|guide| guide.muscle == muscle.id || (muscle.id == "iliopsoas")).map(|guide| {
        view! { <li><a href=Route::Walkthrough { id: guide.id.clone(), at: None }.href()>{guide.title.clone()}</a></li> }
    });
    let related = muscle.related.iter().chain(muscle.group.as_ref()).filter_map(|id| app.knowledge.muscle(id)).map(|other| {
        view! { <li><a href=Route::Muscle { id: other.id.clone() }.href()>{other.name.clone()}</a></li> }
    });
    // The page of a group lists what its members may play a part in.
    let about_it = |complaint: &&Complaint| complaint.muscles.iter().any(|link| link.who.is_or_is_in(app.knowledge, &muscle.id));
    let signs = app.knowledge.complaints.iter().filter(about_it).map(|complaint| {
        view! { <li><a href=Route::Complaint { id: complaint.id.clone() }.href()>{complaint.title.clone()}</a></li> }
    });
    let round = Route::Round(RoundAddress { muscle: Some(muscle.id.clone()), ..RoundAddress::default() });
    view! {
        <section class="ways-on">
            <h2>"Pains and signs it may play a part in"</h2>
            <ul class="plain-list">{signs.collect_view()}</ul>
            <h2>"From here"</h2>
            <ul class="plain-list">
                {guides.collect_view()}
                <li><a href=round.href()>"Questions about it"</a></li>
                {related.collect_view()}
                <li><button type="button" class="link" on:click=move |_| print()>"Print this page"</button></li>
            </ul>
        </section>
    }
    .into_any()
}

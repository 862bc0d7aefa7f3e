//! What stands below the list: what else it may be, when to get help instead, and how the list is made.

use super::Ctx;
use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::component::swatch::swatch;
use crate::markup::prelude::*;
use palpate_core::knowledge::{Cite, Saying, Strength, Urgency};
use palpate_core::locator::Ranking;

pub fn view(ctx: Ctx) -> AnyView {
    view! {
        {move || ctx.ranking.with(|ranking| ranking.as_ref().map(|ranking| view! { {others(ctx, ranking)} {help_if(ctx, ranking)} }.into_any()))}
        {how(ctx)}
    }
    .into_any()
}

fn others(ctx: Ctx, ranking: &Ranking<'static>) -> Option<AnyView> {
    let rows: Vec<_> = ranking.others.iter().map(|other| view! { <li>{cited(ctx.app, other.text, other.cites)}</li> }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>"What else it may be"</h2>
                <p class="quiet">"Not muscles, or not these. No list can tell them apart; a clinician can."</p>
                <ul class="ruled">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// The red flags of what was marked, by how soon they want care.
fn help_if(ctx: Ctx, ranking: &Ranking<'static>) -> Option<AnyView> {
    let flags = || ranking.help_if.iter().filter_map(|flag| ctx.app.knowledge.safety.red_flags.get(usize::from(*flag)));
    let levels: Vec<_> = Urgency::ALL
        .into_iter()
        .filter(|level| flags().any(|flag| flag.level == *level))
        .map(|level| {
            let rows = flags().filter(|flag| flag.level == level).map(|flag| view! { <li>{cited(ctx.app, &flag.signs, &flag.cites)}</li> });
            view! { <h3>{level.advice()}</h3><ul class="ruled">{rows.collect_view()}</ul> }
        })
        .collect();
    (!levels.is_empty()).then(|| {
        view! {
            <section class="flags">
                <h2>{icon(Icon::Warning)} " Get help instead if …"</h2>
                {levels}
            </section>
        }
        .into_any()
    })
}

fn how(ctx: Ctx) -> AnyView {
    let weights = &ctx.app.knowledge.locator;
    let saying = |saying: &Saying| said(ctx, &saying.text, &saying.cites);
    let scales = [("A place", &weights.place), ("A sign", &weights.sign)].map(|(what, scale)| {
        let rows = [Strength::Core, Strength::Common, Strength::Possible].map(|strength| {
            let weight = scale.of(strength);
            view! { <li class="hurt-weight">{swatch(Some(strength))} <span><strong>{strength.word()} ": "</strong> {cited(ctx.app, &weight.why, &weight.cites)}</span></li> }
        });
        view! { <h3>{what}</h3><ul class="ruled">{rows.into_iter().collect_view()}</ul> }
    });
    let rules = [&weights.several, &weights.threshold].map(|weight| said(ctx, &weight.why, &weight.cites));
    let more = [&weights.group, &weights.sides, &weights.places_first, &weights.hands].map(|rule| said(ctx, &rule.why, &rule.cites));
    view! {
        <details class="hurt-fold">
            <summary>"How this list is made"</summary>
            {weights.made.iter().map(saying).collect_view()}
            {scales.into_iter().collect_view()}
            <h3>"The order"</h3>
            {rules.into_iter().collect_view()}
            {more.into_iter().collect_view()}
            <h3>"What it can't do"</h3>
            {weights.cannot.iter().map(saying).collect_view()}
        </details>
    }
    .into_any()
}

fn said(ctx: Ctx, text: &str, cites: &[Cite]) -> AnyView {
    view! { <p>{cited(ctx.app, text, cites)}</p> }.into_any()
}

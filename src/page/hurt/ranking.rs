//! The muscles that may send pain there, in order, each with its reasons and who says so. No scores are shown.

use super::Ctx;
use super::marks::{Marked, marked};
use crate::component::cite::chips;
use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::component::swatch::{swatch, word};
use crate::markup::prelude::*;
use crate::route::Route;
use palpate_core::knowledge::{Strength, Who};
use palpate_core::locator::{Match, Ranking, Reason, Sides};

pub fn view(ctx: Ctx) -> AnyView {
    let count = Memo::new(move |_| ctx.ranking.with(|ranking| ranking.as_ref().map_or(0, |ranking| ranking.matches.len())));
    view! {
        <section>
            <h2>"Muscles that may send pain there"</h2>
            <p class="hidden" role="status">{move || status(ctx, count.get())}</p>
            {move || ctx.ranking.with(|ranking| ranking.as_ref().map(|ranking| results(ctx, ranking)))}
        </section>
    }
    .into_any()
}

fn anything(ctx: Ctx) -> bool {
    ctx.app.locator.with(|locator| !locator.marks.is_empty() || !locator.signs.is_empty())
}

fn status(ctx: Ctx, count: usize) -> String {
    match count {
        _ if !anything(ctx) => String::new(),
        0 => "No muscle of ours is known for this".to_owned(),
        1 => "1 muscle may send pain there".to_owned(),
        many => format!("{many} muscles may send pain there"),
    }
}

fn results(ctx: Ctx, ranking: &Ranking<'static>) -> AnyView {
    let groups = marked(ctx);
    let first = ranking.clinician_first.iter().map(|first| {
        view! {
            <div class="banner banner-stop">
                {icon(Icon::Octagon)}
                <div>
                    <p><strong>"Ask a clinician first: " {first.complaint.title.clone()} "."</strong></p>
                    <p>{cited(ctx.app, &first.complaint.summary, &first.complaint.cites)}</p>
                </div>
            </div>
        }
    });
    let list = if ranking.matches.is_empty() {
        let words = if anything(ctx) {
            "No muscle that we know sends pain there. That does not make it harmless: see below what else it may be."
        } else {
            "Mark a place, and the muscles that may send pain there come here, with their reasons."
        };
        view! { <p class="hurt-empty">{words}</p> }.into_any()
    } else {
        let rows = ranking.matches.iter().map(|found| row(ctx, found, ordinal(ranking, found), &groups)).collect_view();
        view! { <div class="hurt-ranking">{head(&groups)} <ol class="hurt-rows">{rows}</ol></div> }.into_any()
    };
    let disclaimer = &ctx.app.knowledge.locator.disclaimer;
    view! {
        {first.collect_view()}
        {list}
        <p class="quiet">{cited(ctx.app, &disclaimer.text, &disclaimer.cites)}</p>
    }
    .into_any()
}

/// Tied ones share the number of the first of them.
fn ordinal(ranking: &Ranking<'_>, found: &Match<'_>) -> String {
    let explains = |found: &Match<'_>| found.per_mark.iter().any(Option::is_some);
    let same = |other: &Match<'_>| other.score == found.score && explains(other) == explains(found);
    let place = ranking.matches.iter().position(same).unwrap_or_default() + 1;
    if found.tied { format!("{place}=") } else { place.to_string() }
}

/// The numbers over the swatches.
fn head(groups: &[Marked]) -> Option<AnyView> {
    let badges = (1..=groups.len()).map(|number| view! { <span class="hurt-badge">{number}</span> }).collect_view();
    (!groups.is_empty())
        .then(|| view! { <p class="hurt-head" aria-hidden="true"><span>"Typical of place"</span> <span class="hurt-swatches">{badges}</span></p> }.into_any())
}

fn row(ctx: Ctx, found: &Match<'static>, ordinal: String, groups: &[Marked]) -> AnyView {
    let own = StoredValue::new(found.who.id().to_owned());
    let shown = Memo::new(move |_| ctx.shown().is_some_and(|shown| own.with_value(|own| *own == shown)));
    let swatches = (1..).zip(groups).map(|(number, group)| {
        let strength = group.marks.iter().filter_map(|at| found.per_mark.get(*at).copied().flatten()).min();
        view! { <li>{swatch(strength)} <span class="hidden">{format!("Place {number}: {}", word(strength))}</span></li> }
    });
    let (mut reasons, more): (Vec<_>, Vec<_>) = found.reasons.iter().partition(|reason| reason.points > 0);
    let first = reasons.drain(..reasons.len().min(1)).map(|reason| said(ctx, reason)).collect_view();
    let rest = reasons.into_iter().chain(more).map(|reason| said(ctx, reason)).collect_view();
    let together = found.together.as_ref().map(|together| {
        view! { <li>"It goes with " {together.places} " of these places on one side. " {chips(ctx.app, together.cites)}</li> }
    });
    let tied = found.tied.then(|| view! { <span class="hidden">" with another"</span> });
    view! {
        <li class="hurt-row" class:hurt-row-chosen=move || shown.get()>
            <span class="hurt-ordinal">{ordinal} {tied}</span>
            <h3 class="hurt-heading">
                <button type="button" class="hurt-name" aria-expanded=move || shown.get().to_string() on:click=move |_| ctx.chosen.set(Some(own.get_value()))>
                    {found.who.title(ctx.app.knowledge)} " " {icon(Icon::Down)}
                    <span class="hurt-sides">{sides(found.sides)}</span>
                </button>
            </h3>
            <ul class="hurt-swatches">{swatches.collect_view()}</ul>
            <ul class="hurt-why">{first}</ul>
            <div class="hurt-more" hidden=move || !shown.get()>
                <ul class="hurt-why">{rest} {together}</ul>
                {ways(ctx, found)}
            </div>
        </li>
    }
    .into_any()
}

fn said(ctx: Ctx, reason: &Reason<'static>) -> AnyView {
    view! { <li>{cited(ctx.app, reason.text, reason.cites)}</li> }.into_any()
}

fn sides(sides: Sides) -> String {
    match sides {
        Sides::Open => String::new(),
        Sides::One(side) => format!("on the {}", side.word()),
        Sides::Both { more: None } => "on both sides".to_owned(),
        Sides::Both { more: Some(side) } => format!("on both sides, more on the {}", side.word()),
    }
}

/// On from here: reading, and hands-on where no clinician comes first. The safety check still stands before it.
fn ways(ctx: Ctx, found: &Match<'static>) -> AnyView {
    let name = found.who.title(ctx.app.knowledge);
    let learn = match &found.who {
        Who::Muscle(id) => Route::Muscle { id: id.clone() },
        Who::Term(id) => Route::Glossary { at: Some(id.clone()) },
    };
    let guides = found.walkthroughs.iter().filter_map(|id| ctx.app.knowledge.walkthrough(id)).map(|guide| {
        let route = Route::Walkthrough { id: guide.id.clone(), at: None };
        view! { <a href=route.href()>{guide.title.clone()}</a> }
    });
    let guides: Vec<_> = guides.collect();
    let hands = (!guides.is_empty()).then(|| {
        view! { <p class="hurt-hands"><span>"Find it with your hands, after the safety check:"</span> <span class="hurt-ways">{guides}</span></p> }
    });
    let only_possible = found.reasons.iter().all(|reason| reason.strength == Strength::Possible);
    let doubt = only_possible.then(|| view! { <p class="quiet">"Only a possible match. Look into what else it may be first."</p> });
    view! {
        {doubt}
        <p class="hurt-ways"><a href=learn.href() aria-label=format!("Learn it: {name}")>"Learn it"</a></p>
        {hands}
    }
    .into_any()
}

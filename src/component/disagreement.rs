//! "Sources disagree": who says what, then what we teach. Always in that order; never a vote count.

use super::cite::chips;
use super::icon::{Icon, icon};
use super::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::knowledge::Disagreement;

/// The card.
pub fn card(app: App, card: &Disagreement) -> AnyView {
    let label = if card.open { "Sources disagree" } else { "Sources corrected" };
    let sides = card.sides.iter().map(|side| {
        view! {
            <li class="disagreement-side">
                <span class="disagreement-by">{chips(app, &side.by)}</span>
                <span>{prose(app, &side.text)}</span>
            </li>
        }
    });
    let interest = card.interest.as_deref().map(|line| view! { <p class="disagreement-interest">{prose(app, line)}</p> });
    view! {
        <article class="disagreement" id=card.id.clone() tabindex="-1">
            <p class="disagreement-label">{icon(Icon::Fork)} {label} <span class="disagreement-id">{card.id.clone()}</span></p>
            <h3 class="disagreement-question">{card.question.clone()}</h3>
            <ul class="disagreement-sides">{sides.collect_view()}</ul>
            {interest}
            <div class="disagreement-teach">
                <p class="disagreement-we">"What we teach"</p>
                <p>{cited(app, &card.teach, &card.cites)}</p>
            </div>
        </article>
    }
    .into_any()
}

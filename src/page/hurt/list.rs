//! The same without a picture: every place by its name and side, and the telltale signs.

use super::Ctx;
use crate::component::diagram::named;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use palpate_core::Side;
use palpate_core::knowledge::{View, Zone};
use palpate_core::locator::{Event, signs_to_offer};

/// Every place, back and front, with its sides.
pub fn places(ctx: Ctx) -> AnyView {
    let part = |view: View, title: &'static str| {
        let zones = ctx.app.knowledge.atlas.zones_on(view).map(|zone| row(ctx, zone)).collect_view();
        view! { <h3>{title}</h3><ul class="hurt-list">{zones}</ul> }
    };
    view! {
        <details class="hurt-fold">
            <summary>"Choose from a list instead"</summary>
            {part(View::Back, "Back")}
            {part(View::Front, "Front")}
        </details>
    }
    .into_any()
}

fn row(ctx: Ctx, zone: &'static Zone) -> AnyView {
    let choices = if zone.paired {
        Vec::from(
            [("Right", Some(Side::Right)), ("Left", Some(Side::Left)), ("Both", None)].map(|(word, side)| choice(ctx, zone, word, side)),
        )
    } else {
        vec![choice(ctx, zone, "Here", None)]
    };
    view! { <li><fieldset class="segments"><legend>{named(&zone.name, None)}</legend>{choices}</fieldset></li> }.into_any()
}

fn choice(ctx: Ctx, zone: &'static Zone, word: &'static str, side: Option<Side>) -> AnyView {
    let marked = move |side: Option<Side>| {
        ctx.app.locator.with(|locator| locator.marks.iter().any(|mark| mark.zone == zone.id && mark.side == side))
    };
    let on = move || match (zone.paired, side) {
        (true, None) => Side::BOTH.into_iter().all(|side| marked(Some(side))),
        (true, Some(_)) | (false, _) => marked(side),
    };
    let change = move |event| ctx.send(Event::Mark { zone: zone.id.clone(), side, on: event_target_checked(&event) });
    view! {
        <label class="segment">
            <input type="checkbox" aria-label=format!("{}: {}", named(&zone.name, None), word.to_lowercase()) prop:checked=on on:change=change />
            <span>{icon(Icon::Check)} {word}</span>
        </label>
    }
    .into_any()
}

/// The signs that speak for a muscle. How the hand shows the pain may also come from a line drawn on the map.
pub fn signs(ctx: Ctx) -> AnyView {
    let rows = signs_to_offer(ctx.app.knowledge).map(|sign| {
        let id = sign.id.as_str();
        let on = move || ctx.app.locator.with(|locator| locator.signs.iter().any(|ticked| ticked == id));
        let change = move |event| ctx.send(Event::Sign { id: id.to_owned(), on: event_target_checked(&event) });
        view! {
            <li><label class="hurt-check"><input type="checkbox" prop:checked=on on:change=change /><span>{sign.title.clone()}</span></label></li>
        }
    });
    let ticked = move || match ctx.app.locator.with(|locator| locator.signs.len()) {
        0 => String::new(),
        count => format!("{count} ticked"),
    };
    view! {
        <details class="hurt-fold">
            <summary>"Telltale signs" <span>{ticked}</span></summary>
            <p class="quiet">"Tick what is so for you. How your hand shows it counts too: a line drawn on the map ticks it. A sign is a hint, never a proof."</p>
            <ul class="hurt-list">{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}

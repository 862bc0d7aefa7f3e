//! The body, front and back: what was marked in outline with its number, and the zones of the muscle that is looked at.

use super::Ctx;
use super::marks::marked;
use crate::component::diagram::{Action, Area, Can, Fill, Overlay, Start, diagram, named};
use crate::component::swatch::swatch;
use crate::markup::prelude::*;
use palpate_core::Side;
use palpate_core::knowledge::{Complaint, Layer, Strength, View, Who, Zone};
use palpate_core::locator::{Event, Match, Sides};
use palpate_core::picture::Region;

pub fn view(ctx: Ctx) -> AnyView {
    let start = Start {
        views: vec![View::Front, View::Back],
        side_by_side: true,
        layers: vec![Layer::Skin, Layer::Bone, Layer::Landmark],
        switches: false,
        muscle: String::new(),
    };
    let overlay = Signal::derive(move || overlay(ctx));
    view! {
        <p class="quiet hurt-how">"Tap where it hurts, or draw the line of the pain. The list below does the same without a picture."</p>
        <div class="hurt-map">{diagram(ctx.app, "Front and back of the body. Mark where it hurts", Can::Mark, start, overlay, move |action| act(ctx, action))}</div>
        <p class="hurt-note" role="status">{move || ctx.note.get()}</p>
        {move || key(ctx)}
    }
    .into_any()
}

fn act(ctx: Ctx, action: Action) {
    let before = ctx.app.locator.with_untracked(|locator| locator.marks.clone());
    match action {
        Action::Put(place) => ctx.send(Event::Tap(place)),
        Action::Draw { view, line } => ctx.send(Event::Draw { view, line }),
        Action::Choose { .. } | Action::Brush { .. } => return,
    }
    let same = ctx.app.locator.with_untracked(|locator| locator.marks == before);
    ctx.note.set(if same { "No area is drawn there. Tap a little nearer to the back, hip, belly or thigh." } else { "" });
}

fn overlay(ctx: Ctx) -> Overlay {
    let mut zones = shown_zones(ctx);
    for (badge, group) in (1u8..).zip(marked(ctx)) {
        // One number on each place, though both sides of it are marked.
        zones.extend(group.sides.iter().map(|side| Area {
            view: group.zone.view,
            region: Region::of_zone(group.zone, *side),
            fill: Fill::Marked,
            name: group.title(),
            badge,
            smooth: true,
        }));
    }
    Overlay { zones, ..Overlay::default() }
}

/// The zones of the muscle that is looked at, on the sides that it may be.
fn shown_zones(ctx: Ctx) -> Vec<Area> {
    let Some(shown) = ctx.shown() else { return Vec::new() };
    let taken: Vec<&str> = marked(ctx).iter().map(|group| group.zone.id.as_str()).collect();
    ctx.ranking.with(|ranking| {
        let Some(found) = ranking.as_ref().and_then(|ranking| ranking.matches.iter().find(|found| found.who.id() == shown)) else {
            return Vec::new();
        };
        // A zone that lies over others is shown only where it was marked.
        let zones = ctx.app.knowledge.atlas.zones.iter().filter(|zone| !zone.draw_only || taken.contains(&zone.id.as_str()));
        zones.flat_map(|zone| areas(ctx, found, zone)).collect()
    })
}

fn areas(ctx: Ctx, found: &Match<'static>, zone: &'static Zone) -> Vec<Area> {
    let Some(strength) = ctx.app.knowledge.complaint(&zone.complaint).and_then(|complaint| strength(ctx, &found.who, complaint)) else {
        return Vec::new();
    };
    let area = |side: Option<Side>| Area {
        view: zone.view,
        region: Region::of_zone(zone, side),
        fill: Fill::Strength(strength),
        name: format!("{}: {} for {}", named(&zone.name, None), strength.word(), found.who.title(ctx.app.knowledge)),
        badge: 0,
        smooth: true,
    };
    match (zone.paired, found.sides) {
        (false, _) => vec![area(None)],
        (true, Sides::One(side)) => vec![area(Some(side))],
        (true, Sides::Both { .. } | Sides::Open) => Side::BOTH.map(|side| area(Some(side))).to_vec(),
    }
}

/// How strongly a place goes with a muscle or with the members of its group.
fn strength(ctx: Ctx, who: &Who, complaint: &Complaint) -> Option<Strength> {
    let links = complaint.muscles.iter().filter(|link| link.who == *who || link.who.is_or_is_in(ctx.app.knowledge, who.id()));
    links.map(|link| link.strength).min()
}

/// What the patterns on the map mean, and whose they are.
fn key(ctx: Ctx) -> Option<AnyView> {
    let shown = ctx.shown()?;
    let name = ctx.ranking.with(|ranking| {
        ranking.as_ref()?.matches.iter().find(|found| found.who.id() == shown).map(|found| found.who.title(ctx.app.knowledge))
    })?;
    let rows = [Strength::Core, Strength::Common, Strength::Possible].map(|strength| {
        view! { <li>{swatch(Some(strength))} {named(strength.word(), None)}</li> }
    });
    Some(
        view! {
            <ul class="hurt-key" aria-label="Key to the map">
                <li><strong class="serif">{name}</strong></li>
                {rows.into_iter().collect_view()}
                <li><span class="hurt-outline" aria-hidden="true"></span> "You marked"</li>
            </ul>
        }
        .into_any(),
    )
}

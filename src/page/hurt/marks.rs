//! What was marked: one chip for each place, with its number, its sides and a way to take it away.

use super::Ctx;
use crate::component::diagram::named;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::page as browser;
use palpate_core::Side;
use palpate_core::knowledge::Zone;
use palpate_core::locator::{Event, Locator};

/// A marked zone with its sides; both sides of it are one place, with one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    pub zone: &'static Zone,
    pub sides: Vec<Option<Side>>,
    /// Its marks, as indices of [`Locator::marks`].
    pub marks: Vec<usize>,
}

impl Marked {
    /// "Low back beside the spine, right".
    pub fn title(&self) -> String {
        let name = named(&self.zone.name, None);
        match self.sides.as_slice() {
            [Some(side)] => format!("{name}, {}", side.word()),
            [_, _] => format!("{name}, both sides"),
            _ => name,
        }
    }
}

/// The marked places in the order of marking, which is that of their numbers.
pub fn marked(ctx: Ctx) -> Vec<Marked> {
    let group = |locator: &Locator| {
        let mut groups: Vec<Marked> = Vec::new();
        for (at, mark) in locator.marks.iter().enumerate() {
            match groups.iter_mut().find(|group| group.zone.id == mark.zone) {
                Some(group) => {
                    group.sides.push(mark.side);
                    group.marks.push(at);
                }
                None => {
                    let zone = ctx.app.knowledge.atlas.zone(&mark.zone);
                    groups.extend(zone.map(|zone| Marked { zone, sides: vec![mark.side], marks: vec![at] }));
                }
            }
        }
        groups
    };
    ctx.app.locator.with(group)
}

pub fn view(ctx: Ctx) -> AnyView {
    let groups = Memo::new(move |_| (1usize..).zip(marked(ctx)).collect::<Vec<_>>());
    let ids = move || groups.with(|groups| groups.iter().map(|(_, group)| group.zone.id.as_str()).collect::<Vec<&'static str>>());
    let any = Memo::new(move |_| !ids().is_empty());
    view! {
        <section>
            <h2 id="hurt-marks" tabindex="-1">"You marked"</h2>
            <ul class="hurt-marks">
                {move || ids().into_iter().map(|id| chip(ctx, id, groups)).collect_view()}
            </ul>
            <p class="quiet" hidden=move || any.get()>"Nothing yet. Tap where it hurts, or draw the line of the pain."</p>
            <button type="button" class="link" hidden=move || !any.get() on:click=move |_| clear(ctx)>"Take all away"</button>
        </section>
    }
    .into_any()
}

fn chip(ctx: Ctx, id: &'static str, groups: Memo<Vec<(usize, Marked)>>) -> AnyView {
    let own = Memo::new(move |_| groups.with(|groups| groups.iter().find(|(_, group)| group.zone.id == id).cloned()));
    let title = move || own.with(|own| own.as_ref().map(|(_, group)| group.title()).unwrap_or_default());
    let number = move || own.with(|own| own.as_ref().map_or(0, |(number, _)| *number));
    let both = move || own.with(|own| own.as_ref().is_some_and(|(_, group)| group.sides.len() > 1));
    let paired = ctx.app.knowledge.atlas.zone(id).is_some_and(|zone| zone.paired);
    view! {
        <li class="hurt-mark">
            <span class="hurt-badge" aria-hidden="true">{number}</span>
            <span><span class="hidden">{number} ": "</span>{title}</span>
            {paired.then(|| view! {
                <label class="hurt-both">
                    <input type="checkbox" aria-label=move || format!("Both sides: {}", title()) prop:checked=both on:change=move |event| both_sides(ctx, id, event_target_checked(&event)) />
                    <span aria-hidden="true">"Both sides"</span>
                </label>
            })}
            <button type="button" class="icon-button" id=format!("hurt-remove-{id}") aria-label=move || format!("Take away: {}", title()) on:click=move |_| remove(ctx, id)>{icon(Icon::Close)}</button>
        </li>
    }
    .into_any()
}

/// Both sides, or only the one that was marked first.
fn both_sides(ctx: Ctx, id: &str, on: bool) {
    let zone = id.to_owned();
    if on {
        ctx.send(Event::BothSides { zone });
    } else if let Some(mark) = ctx.app.locator.with_untracked(|locator| locator.marks.iter().rfind(|mark| mark.zone == id).cloned()) {
        ctx.send(Event::Mark { zone, side: mark.side, on: false });
    }
}

/// The focus goes to the chip that takes its place, or to the heading when it was the last.
fn remove(ctx: Ctx, id: &'static str) {
    let groups = untrack(|| marked(ctx));
    let at = groups.iter().position(|group| group.zone.id == id).unwrap_or_default();
    let next = groups.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| groups.get(before)));
    let focus = next.map_or_else(|| "hurt-marks".to_owned(), |group| format!("hurt-remove-{}", group.zone.id));
    ctx.send(Event::Mark { zone: id.to_owned(), side: None, on: false });
    browser::focus_id_soon(focus);
}

fn clear(ctx: Ctx) {
    ctx.send(Event::Clear);
    browser::focus_id_soon("hurt-marks".to_owned());
}

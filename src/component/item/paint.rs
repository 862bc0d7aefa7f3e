//! Paint an area of pain. Once answered, the zones lie over the paint at their strengths.

use super::Making;
use super::picture::{self, Shown, Sign};
use crate::component::diagram::{Area, Can, Fill, Overlay};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::item::Paint;
use palpate_core::knowledge::Strength;
use palpate_core::picture::Painted;
use palpate_core::quiz::{Event, Feedback};

pub const HINT: &str = "Paint it with your finger or the mouse. With the keyboard: arrows move the cross, Enter paints, Delete wipes out.";

pub fn view(
    app: App,
    draft: Making,
    body: &'static Paint,
    feedback: Option<&Feedback>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let answered = feedback.is_some();
    let painted = move || draft.with(|draft| draft.as_ref().and_then(|draft| draft.painted().cloned())).unwrap_or_default();
    let overlay = Signal::derive(move || Overlay {
        zones: if answered { zones(body) } else { Vec::new() },
        painted: painted(),
        ..Overlay::default()
    });
    let shown = Shown { view: body.view, layers: &body.layers, can: if answered { Can::Read } else { Can::Paint } };
    let empty = Memo::new(move |_| Painted::is_empty(&painted()));
    let label = if answered { picture::ANSWER } else { "Where does it hurt? Paint the area" };
    view! {
        <div class="picture-stand">
            {answered.then(|| key(body, untrack(|| !painted().is_empty())))}
            {picture::drawing(app, label, shown, overlay, dispatch)}
            {(!answered).then(|| view! {
                    <div class="picture-tools">
                        <button type="button" class="button" disabled=move || empty.get() on:click=move |_| dispatch(Event::Wipe)>"Clear all paint"</button>
                    </div>
            })}
        </div>
    }
    .into_any()
}

fn zones(body: &Paint) -> Vec<Area> {
    let names = body.names.iter().cloned().chain(std::iter::repeat_with(String::new));
    let area = |((region, strength), name): (&(_, Strength), String)| Area {
        view: body.view,
        region: Clone::clone(region),
        fill: Fill::Strength(*strength),
        name: format!("{name}, {}", strength.word()),
        badge: 0,
        smooth: true,
    };
    body.zones.iter().zip(names).map(area).collect()
}

/// What the patterns mean, of those that the answer has.
fn key(body: &Paint, painted: bool) -> AnyView {
    let words = [(Strength::Core, "Core"), (Strength::Common, "Common"), (Strength::Possible, "Possible; you may leave it out")];
    let own = words.into_iter().filter(|(strength, _)| body.zones.iter().any(|(_, own)| own == strength));
    let zones: Vec<_> = own.map(|(strength, word)| (Sign::Strength(strength), word)).collect();
    picture::key(&picture::yours(painted, Sign::Paint, "Your paint", &zones))
}

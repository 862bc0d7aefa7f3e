//! What all picture questions share: the drawing, the answer in the making, and the key to what lies over it.

use super::Making;
use crate::component::diagram::{Action, Area, Can, Fill, Overlay, Start, diagram};
use crate::component::icon::{Icon, icon};
use crate::component::swatch::swatch;
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::item::Picture;
use palpate_core::knowledge::{Layer, Strength, View};
use palpate_core::picture::Place;
use palpate_core::quiz::{Draft, Event};

/// What the drawing is for once it is answered.
pub const ANSWER: &str = "The answer on the drawing";

/// Which drawing, how deep, and what may be done on it.
pub struct Shown<'a> {
    pub view: View,
    pub layers: &'a [Layer],
    pub can: Can,
}

/// The places put so far.
pub fn places(draft: Making) -> Vec<Place> {
    draft.with(|draft| draft.as_ref().map(Draft::places).unwrap_or_default())
}

/// The drawing. Its actions become events of the round.
pub fn drawing(
    app: App,
    label: &str,
    shown: Shown<'_>,
    overlay: Signal<Overlay>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let start = Start {
        views: vec![shown.view],
        side_by_side: false,
        layers: shown.layers.to_vec(),
        switches: shown.can == Can::Read,
        muscle: String::new(),
    };
    let on = move |action| match action {
        Action::Put(place) => dispatch(Event::Put(place)),
        Action::Brush { place, erase } => dispatch(Event::Brush { place, erase }),
        Action::Choose { .. } | Action::Draw { .. } => {}
    };
    view! { <div class="picture">{diagram(app, label, shown.can, start, overlay, on)}</div> }.into_any()
}

/// The drawing above the options of "what is highlighted?". No names are told before it is answered.
pub fn above(app: App, picture: &'static Picture, answered: bool) -> AnyView {
    let zones = picture.asked.iter().map(|region| Area {
        view: picture.view,
        region: region.clone(),
        fill: Fill::Asked,
        name: if answered { "What was asked".to_owned() } else { String::new() },
        badge: 0,
        smooth: false,
    });
    let overlay = Overlay { zones: zones.collect(), ..Overlay::default() };
    let shown = Shown { view: picture.view, layers: &picture.layers, can: if answered { Can::Read } else { Can::Look } };
    let label = if answered { "The drawing, with names" } else { "A drawing with one part highlighted" };
    let drawing = drawing(app, label, shown, Signal::derive(move || overlay.clone()), |_| ());
    view! { <div class="picture-stand">{drawing}</div> }.into_any()
}

/// A part of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Place,
    Marks,
    Paint,
    Answer,
    Strength(Strength),
}

/// The key, with the learner's own part first where there is one.
pub fn yours(is_there: bool, sign: Sign, words: &'static str, others: &[(Sign, &'static str)]) -> Vec<(Sign, &'static str)> {
    is_there.then_some((sign, words)).into_iter().chain(others.iter().copied()).collect()
}

/// What lies over the drawing once it is answered.
pub fn key(parts: &[(Sign, &'static str)]) -> AnyView {
    let rows = parts.iter().map(|(sign, words)| view! { <li>{drawn(*sign)} {*words}</li> });
    view! { <ul class="picture-key">{rows.collect_view()}</ul> }.into_any()
}

fn drawn(sign: Sign) -> AnyView {
    let (class, inside) = match sign {
        Sign::Strength(strength) => return swatch(Some(strength)),
        Sign::Place => ("picture-swatch picture-swatch-place", None),
        Sign::Marks => ("picture-swatch picture-swatch-marks", Some("1".into_any())),
        Sign::Paint => ("picture-swatch picture-swatch-paint", None),
        Sign::Answer => ("picture-swatch picture-swatch-answer", Some(icon(Icon::Check))),
    };
    view! { <span class=class aria-hidden="true">{inside}</span> }.into_any()
}

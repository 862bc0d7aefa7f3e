//! The drawings, defined once in the page ([`definitions`]) so that every picture can point at their layers, and the plates
//! of the home page's doors.

use crate::markup::prelude::*;
use palpate_core::knowledge::Atlas;

/// How deep a plate looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The skin, with a ring where a finger is laid.
    Skin,
    Muscle,
    Bone,
}

/// The drawings themselves, once a page, out of sight.
pub fn definitions(atlas: &'static Atlas) -> AnyView {
    view! { <svg class="plate-definitions" aria-hidden="true"><defs inner_html=atlas.drawings.as_str()></defs>
    <pattern id="keep-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="keep-hatch-ground" width="6" height="6"></rect>
        <rect class="keep-hatch-line" width="1.3" height="6"></rect>
    </pattern></svg> }
    .into_any()
}

/// The front of the trunk as an ornament, for a door of the home page.
pub fn plate(depth: Depth) -> AnyView {
    let layers: &[&str] = match depth {
        Depth::Skin => &["skin", "landmarks"],
        Depth::Muscle => &["skin", "bone", "muscle"],
        Depth::Bone => &["skin", "bone"],
    };
    let uses = layers.iter().map(|layer| view! { <use href=format!("#front-{layer}")></use> });
    let ring = (depth == Depth::Skin).then(|| {
        view! {
            <g class="mark-press">
                <circle cx="-100" cy="-104" r="13"></circle>
                <circle class="mark-dot" cx="-100" cy="-104" r="3.4"></circle>
            </g>
        }
    });
    view! {
        <svg class="plate" viewBox="-180 -300 360 318" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {uses.collect_view()} {ring}
        </svg>
    }
    .into_any()
}

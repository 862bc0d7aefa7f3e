//! How strongly a place goes with a muscle, as a small pattern: core cross-hatched, common hatched, possible dotted, no match
//! an empty dashed box. Decoration beside words, or with words of its own for screen readers.

use crate::markup::prelude::*;
use palpate_core::knowledge::Strength;

pub fn swatch(strength: Option<Strength>) -> AnyView {
    let class = match strength {
        Some(Strength::Core) => "swatch swatch-core",
        Some(Strength::Common) => "swatch swatch-common",
        Some(Strength::Possible) => "swatch swatch-possible",
        None => "swatch swatch-none",
    };
    view! { <span class=class aria-hidden="true"></span> }.into_any()
}

/// What the pattern says.
pub fn word(strength: Option<Strength>) -> &'static str {
    strength.map_or("no match", Strength::word)
}

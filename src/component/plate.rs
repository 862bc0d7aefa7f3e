//! The front plate: our measured drawing, at three depths, with the places and movements of a step marked on it.
//!
//! The drawing is defined once in the page ([`definitions`]) and every plate points at its layers.

use leptos::prelude::*;
use palpate_core::Side;
use palpate_core::knowledge::Figure;

/// What `build.rs` made of `content/diagrams/front.svg`: layers `front-skin`, `front-bone`, `front-muscle`,
/// `front-keep` and `front-landmarks`, in millimetres, y down.
static FRONT: &str = include_str!(concat!(env!("OUT_DIR"), "/front.svg"));

/// How deep the plate looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Skin,
    Muscle,
    Bone,
}

/// Which part of the drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crop {
    /// A door of the home page.
    Door,
    /// The whole drawing.
    Whole,
    /// The belly, from above the navel to below the groin crease.
    Belly,
}

impl Crop {
    fn view_box(self) -> &'static str {
        match self {
            Crop::Door => "-180 -300 360 318",
            Crop::Whole => "-180 -325 360 412",
            Crop::Belly => "-180 -250 360 268",
        }
    }
}

/// The drawing itself, once a page, out of sight.
pub fn definitions() -> AnyView {
    view! { <svg class="plate-definitions" aria-hidden="true"><defs inner_html=FRONT></defs>
    <pattern id="keep-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="keep-hatch-ground" width="6" height="6"></rect>
        <rect class="keep-hatch-line" width="1.3" height="6"></rect>
    </pattern></svg> }
    .into_any()
}

/// A plate without marks.
pub fn plate(crop: Crop, depth: Depth) -> AnyView {
    with_focus(crop, depth, "")
}

/// The whole plate with one muscle, by id, standing out.
pub fn of_muscle(id: &str) -> AnyView {
    with_focus(Crop::Whole, Depth::Muscle, id)
}

fn with_focus(crop: Crop, depth: Depth, muscle: &str) -> AnyView {
    let layers: &[&str] = match depth {
        Depth::Skin => &["skin", "landmarks"],
        Depth::Muscle => &["skin", "bone", "muscle"],
        Depth::Bone => &["skin", "bone"],
    };
    let sides = (crop == Crop::Whole).then(|| side_letters(crop));
    view! {
        <svg class=format!("plate plate-of-{muscle}") viewBox=crop.view_box() preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {uses(layers)} {sides}
            {(depth == Depth::Skin).then(|| press(-100, -104))}
        </svg>
    }
    .into_any()
}

/// Height of the navel in the drawing, in millimetres (landmark of `content/diagrams/front.svg`).
const NAVEL: i16 = 162;

/// The belly with the marks of a step, for the side being worked.
pub fn marked(figure: &Figure, side: Side) -> AnyView {
    // The drawing is stored for the right side. In the picture, as when facing someone, their right is on the left.
    let mirror = match side {
        Side::Right => "scale(1 1)",
        Side::Left => "scale(-1 1)",
    };
    let press = figure.press.iter().map(|[x, y]| press(*x, -*y));
    view! {
        <svg class="plate plate-step" viewBox=Crop::Belly.view_box() role="img" aria-label=alternative(figure, side)>
            {uses(&["skin", "landmarks", "keep"])}
            {keep_bands()}
            <g transform=mirror>{arrow(&figure.arrow)} {press.collect_view()}</g>
            {side_letters(Crop::Belly)}
        </svg>
    }
    .into_any()
}

/// What the plate shows, in words.
fn alternative(figure: &Figure, side: Side) -> String {
    let mut out = String::from(
        "The belly from the front. Keep off: above the navel, the midline, a band from it down and out along the vessels of the pelvis, and the groin crease and below.",
    );
    for [x, y] in &figure.press {
        let below = NAVEL - y;
        out.push_str(&format!(
            " A ring on the {} side: {} from the midline, {} below the level of the navel.",
            side.word(),
            centimetres(x.abs()),
            centimetres(below)
        ));
    }
    if let [[from, _], .., [to, _]] = figure.arrow.as_slice() {
        let way = if to < from { "{outward}" } else { "{inward}" };
        out.push_str(&side.render(&format!(" An arrow points {way}.")));
    }
    out
}

/// To the nearest centimetre.
fn centimetres(millimetres: i16) -> String {
    format!("{} cm", (millimetres + 5) / 10)
}

/// Where hands never go, whichever side: above the navel and along the midline (Part B, B22; Part C3).
fn keep_bands() -> AnyView {
    view! {
        <g class="keep-bands">
            <rect x="-118" y="-212" width="236" height="28" rx="14"></rect>
            <rect x="-14" y="-178" width="28" height="148" rx="14"></rect>
        </g>
    }
    .into_any()
}

fn uses(layers: &[&str]) -> AnyView {
    layers.iter().map(|layer| view! { <use href=format!("#front-{layer}")></use> }).collect_view().into_any()
}

/// The ring that says "press here".
fn press(x: i16, y: i16) -> AnyView {
    view! {
        <g class="mark-press">
            <circle cx=x cy=y r="13"></circle>
            <circle class="mark-dot" cx=x cy=y r="3.4"></circle>
        </g>
    }
    .into_any()
}

fn arrow(places: &[[i16; 2]]) -> Option<AnyView> {
    let (path, before, head) = match places {
        [[x0, y0], [x1, y1]] => (format!("M{x0} {}L{x1} {}", -y0, -y1), [*x0, *y0], [*x1, *y1]),
        [[x0, y0], [cx, cy], [x1, y1]] => (format!("M{x0} {}Q{cx} {} {x1} {}", -y0, -cy, -y1), [*cx, *cy], [*x1, *y1]),
        _ => return None,
    };
    let [dx, dy] = [f32::from(head[0] - before[0]), f32::from(before[1] - head[1])];
    let turn = dy.atan2(dx).to_degrees();
    let tip = format!("translate({} {}) rotate({})", head[0], -head[1], turn.round() as i32);
    let shaft = path.clone();
    Some(
        view! {
            <g class="mark-arrow">
                <path class="mark-casing" d=path></path>
                <path class="mark-casing" d="M-9-8 1 0-9 8" transform=tip.clone()></path>
                <path d=shaft></path>
                <path d="M-9-8 1 0-9 8" transform=tip></path>
            </g>
        }
        .into_any(),
    )
}

/// R and L, as on a radiograph; the person's right is on the picture's left.
fn side_letters(crop: Crop) -> AnyView {
    let top = match crop {
        Crop::Door | Crop::Belly => "translate(0 0)",
        Crop::Whole => "translate(0 -72)",
    };
    view! {
        <g class="plate-side" aria-hidden="true" transform=top>
            <rect x="-172" y="-242" width="22" height="22" rx="4"></rect>
            <text x="-161" y="-226">"R"</text>
            <rect x="150" y="-242" width="22" height="22" rx="4"></rect>
            <text x="161" y="-226">"L"</text>
        </g>
    }
    .into_any()
}

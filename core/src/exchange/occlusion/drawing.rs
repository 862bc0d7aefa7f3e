//! A drawing as SVG that stands alone: outlines in millimetres, colours of the light theme (`style/tokens.css`).

use super::label::{COLUMN, HIGH, LINE, Label, WIDE};
use crate::exchange::words::html;
use crate::knowledge::{Atlas, Layer, Spot, Structure, View};
use crate::picture::Region;
use std::fmt::Write;

/// Something on the picture: both sides of what is paired.
pub(super) struct Drawn {
    /// Position in the atlas.
    pub structure: usize,
    pub region: Region,
    /// What may stand on the other side of the picture.
    pub mirrored: bool,
    pub filled: bool,
    style: &'static str,
}

/// What lies over what, from below to above, as the drawings themselves have it. What a view can't show truly by outlines
/// alone stands in no list: from behind the hip bone hides iliacus, and from the side it hides all but marks.
fn order(view: View) -> &'static [&'static str] {
    match view {
        View::Front => &[
            "coccyx",
            "symphysis",
            "hip-bone",
            "sacrum",
            "disc-l5-s1",
            "vertebra",
            "rib",
            "disc",
            "femur",
            "quadratus-lumborum",
            "iliacus",
            "psoas-major",
            "vessel-or-nerve",
            "landmark",
        ],
        View::Back => &[
            "psoas-major",
            "rib",
            "femur",
            "symphysis",
            "disc-l5-s1",
            "disc",
            "sacrum",
            "hip-bone",
            "coccyx",
            "vertebra",
            "quadratus-lumborum",
            "landmark",
        ],
        View::Left => &["sacrum", "coccyx", "vertebra", "disc-l5-s1", "disc", "symphysis", "hip-bone", "femur", "rib", "landmark"],
    }
}

/// Its word in the lists above.
fn kind(structure: &Structure) -> &str {
    let id = structure.id.as_str();
    match structure.layer {
        Layer::Keep => "vessel-or-nerve",
        Layer::Landmark => "landmark",
        Layer::Bone if id.starts_with("disc-") && id != "disc-l5-s1" => "disc",
        Layer::Bone if id.starts_with("rib-") => "rib",
        Layer::Bone if id.len() <= 3 => "vertebra",
        Layer::Bone | Layer::Muscle | Layer::Skin => id,
    }
}

/// What a view shows, from below to above. `whole` with muscles and all that lies over them.
pub(super) fn drawn(atlas: &Atlas, view: View, whole: bool) -> Vec<Drawn> {
    let mut out: Vec<(usize, Drawn)> = Vec::new();
    for shape in atlas.shapes.iter().filter(|shape| shape.view == view) {
        let at = usize::from(shape.structure);
        if let Some(structure) = atlas.structures.get(at)
            && let Some(depth) = depth(structure, view, whole)
        {
            let mirrored = structure.paired && view != View::Left;
            let here = Region::of_shape(shape, None);
            let region = if mirrored { here.clone().and(here.mirrored()) } else { here };
            out.push((depth, Drawn { structure: at, region, mirrored, filled: !shape.parts.is_empty(), style: style(structure) }));
        }
    }
    crate::order::sort_by_key(&mut out, |(depth, _)| *depth);
    out.into_iter().map(|(_, drawn)| drawn).collect()
}

fn depth(structure: &Structure, view: View, whole: bool) -> Option<usize> {
    match structure.layer {
        Layer::Skin => Some(0),
        Layer::Bone | Layer::Muscle | Layer::Keep | Layer::Landmark if structure.quiz && (whole || structure.layer == Layer::Bone) => {
            order(view).iter().position(|kind| *kind == self::kind(structure)).map(|at| at + 1)
        }
        Layer::Bone | Layer::Muscle | Layer::Keep | Layer::Landmark => None,
    }
}

/// Its class in the style sheet below: by its own id where that has one, else by its layer.
fn style(structure: &Structure) -> &'static str {
    match (structure.layer, structure.id.as_str()) {
        (Layer::Bone, id) if id.starts_with("disc") || id == "symphysis" => "d",
        (Layer::Bone, _) => "b",
        (Layer::Muscle, "iliacus") => "i",
        (Layer::Muscle, "quadratus-lumborum") => "q",
        (Layer::Muscle, _) => "p",
        (Layer::Keep, id) if id.ends_with("nerve") => "n",
        (Layer::Keep, _) => "v",
        (Layer::Landmark, _) => "l",
        (Layer::Skin, _) => "s",
    }
}

/// Lines of landmarks are dark: on the app's own drawings they are the skin's, which is not there below muscles.
const STYLE: &str = "path{stroke-width:1;stroke-linejoin:round;stroke-linecap:round}.s{fill:#F3DFD0;stroke:#9A7058}\
                     .b{fill:#EFE5CD;stroke:#7A6A4C}.d{fill:#BBD2DB;stroke:#4B6F81}.p{fill:#BC5347;stroke:#7E2A22}\
                     .i{fill:#DC9A62;stroke:#7F4716}.q{fill:#8F9A5E;stroke:#414A1E}.v{fill:#B3261E;fill-opacity:.45;stroke:#B3261E}\
                     .n{fill:#8A6700;fill-opacity:.45;stroke:#8A6700}.l{fill:#FFFFFF;fill-opacity:.25;stroke:#1F1B16}\
                     path.o{fill:none;stroke-width:2.5}.h{fill:none;stroke:#FFFFFF;stroke-width:3}.k{fill:none;stroke:#1F1B16;stroke-width:1}\
                     circle{fill:#1F1B16;stroke:#FFFFFF}text{font:14px sans-serif;fill:#1F1B16}";

/// The picture with its names, in millimetres, at two pixels each.
pub(super) fn svg<'a>(drawn: &[Drawn], labels: impl Iterator<Item = &'a Label>) -> String {
    let (wide, high) = (WIDE - 2 * COLUMN, HIGH);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {WIDE} {HIGH}\"><style>{STYLE}</style>\
         <rect width=\"{WIDE}\" height=\"{HIGH}\" fill=\"#FFFFFF\"/>\
         <svg x=\"{COLUMN}\" width=\"{wide}\" height=\"{high}\" viewBox=\"{} {} {wide} {high}\">",
        2 * WIDE,
        2 * HIGH,
        -wide / 2,
        -super::label::TOP,
    );
    for one in drawn {
        for rings in &one.region.parts {
            let mut path = String::new();
            rings.iter().for_each(|ring| line(&mut path, ring, true));
            let _ = write!(out, "<path class=\"{}\" fill-rule=\"evenodd\" d=\"{path}\"/>", one.style);
        }
        if !one.region.lines.is_empty() {
            let mut path = String::new();
            one.region.lines.iter().for_each(|points| line(&mut path, points, false));
            let _ = write!(out, "<path class=\"{} o\" d=\"{path}\"/>", one.style);
        }
    }
    out.push_str("</svg>");
    for label in labels {
        let [x, y] = label.target;
        let from = if label.left == 0 { COLUMN - 2 } else { label.left + 2 };
        let middle = label.top + label.high() / 2;
        for class in ["h", "k"] {
            let _ = write!(out, "<path class=\"{class}\" d=\"M{from},{middle}L{x},{y}\"/>");
        }
        let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"3\"/>");
        for (number, words) in (1..).zip(&label.lines) {
            let (x, y) = (label.left + COLUMN / 2, label.top + number * LINE - 1);
            let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{}</text>", html(words));
        }
    }
    out + "</svg>"
}

/// Path data: the first corner, then steps. Up is up in the atlas and down on a screen.
fn line(path: &mut String, points: &[Spot], closed: bool) {
    let Some(first) = points.first() else { return };
    let _ = write!(path, "M{},{}", first[0], -i32::from(first[1]));
    let mut before = *first;
    path.push('l');
    for (at, point) in points.iter().enumerate().skip(1) {
        let step = |axis: usize| i32::from(point[axis]) - i32::from(before[axis]);
        let _ = write!(path, "{}{},{}", if at > 1 { "," } else { "" }, step(0), -step(1));
        before = *point;
    }
    if points.len() < 2 {
        path.push_str("0,0");
    }
    path.push_str(if closed { "z" } else { "" });
}

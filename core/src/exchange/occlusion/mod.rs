//! The drawings as a text file for Anki: notes of its stock type "Image Occlusion", with a card for each name on a picture.
//!
//! A text file brings no media along, so the picture stands in its field as a `data:` address. It stands in `srcset`, which
//! shows like `src`: from `src` Anki takes the name of a media file, and would report this one as missing. The masks can't
//! be moved in Anki's own editor, which looks for such a file (`core/tests/exports/anki_engine.py` shows what works).
//!
//! A card is known by its note and its number, and numbers follow the order of `content/structures.toml`: a new structure
//! belongs at its end, or what was learned of one goes to another. A test holds that.

mod drawing;
mod label;

use super::words::html;
use super::{Bank, Made};
use crate::knowledge::{Layer, Structure, View};
use drawing::Drawn;
use label::{HIGH, Label, WIDE};

const HEAD: &str = "#separator:tab\n#html:true\n#notetype:Image Occlusion\n#guid column:1\n#deck column:6\n#tags column:7\n\
                    #columns:Identity\tOcclusion\tImage\tHeader\tBack Extra\tDeck\tTags\n";

/// What the licence of the drawings asks for (content/diagrams/LICENSE.md).
const CREDIT: &str = "Diagrams by the Palpate contributors, CC BY-SA 4.0; names and boxes were added. Proportions measured on BodyParts3D, \
                      © The Database Center for Life Science. A body differs from a drawing.";

/// What the names of a picture are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Bones,
    Rest,
}

impl Part {
    fn slug(self) -> &'static str {
        match self {
            Part::Bones => "bones",
            Part::Rest => "marks",
        }
    }

    fn title(self, view: View) -> &'static str {
        match (self, view) {
            (Part::Bones, _) => "bones and discs",
            (Part::Rest, View::Front) => "muscles, vessels, nerves and marks",
            (Part::Rest, View::Back) => "muscles and marks",
            (Part::Rest, View::Left) => "marks",
        }
    }

    fn of(structure: &Structure) -> Option<Self> {
        match structure.layer {
            Layer::Skin => None,
            Layer::Bone => Some(Part::Bones),
            Layer::Muscle | Layer::Keep | Layer::Landmark => Some(Part::Rest),
        }
    }
}

/// A picture with its names. The number of a name is its card's.
struct Picture {
    view: View,
    part: Part,
    drawn: Vec<Drawn>,
    labels: Vec<(usize, Label)>,
}

/// The file.
pub fn make(bank: Bank<'_>) -> Made {
    let mut out = HEAD.to_owned();
    for picture in pictures(bank).iter().filter(|picture| !picture.labels.is_empty()) {
        let labels = || picture.labels.iter();
        let masks: Vec<String> = labels().map(|(number, label)| mask(*number, label)).collect();
        let svg = drawing::svg(&picture.drawn, labels().map(|(_, label)| label));
        let cells = [
            format!("palpate:occlusion-{}-{}", picture.view.slug(), picture.part.slug()),
            masks.join("<br>"),
            format!("<img srcset=\"{}\">", address(&svg)),
            html(&format!("{}: {}. Which name is under the red box?", seen(picture.view), picture.part.title(picture.view))),
            html(CREDIT),
            "Palpate::Drawings".to_owned(),
            format!("palpate::drawing::{}", picture.view.slug()),
        ];
        let cells = cells.map(|cell| if cell.contains('"') { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell });
        out.push_str(&cells.join("\t"));
        out.push('\n');
    }
    Made { name: "palpate-anki-drawings.txt".to_owned(), media_type: "text/plain", bytes: out.into_bytes() }
}

/// How many names of the drawings no card asks for, since outlines alone don't show on that view what they name.
pub fn left_out(bank: Bank<'_>) -> usize {
    let atlas = &bank.knowledge.atlas;
    let named = atlas.shapes.iter().filter_map(|shape| atlas.structures.get(usize::from(shape.structure)));
    named.filter(|structure| structure.quiz).count().saturating_sub(cards(bank).len())
}

/// The cards: note, number and name of each. What was learned in Anki hangs on the first two.
pub fn cards(bank: Bank<'_>) -> Vec<(String, usize, String)> {
    let of = |picture: &Picture| {
        let note = format!("{}-{}", picture.view.slug(), picture.part.slug());
        picture.labels.iter().map(|(number, label)| (note.clone(), *number, label.lines.join(" "))).collect::<Vec<_>>()
    };
    pictures(bank).iter().flat_map(of).collect()
}

fn seen(view: View) -> &'static str {
    match view {
        View::Front => "From the front",
        View::Back => "From the back",
        View::Left => "From the left side",
    }
}

fn pictures(bank: Bank<'_>) -> Vec<Picture> {
    let atlas = &bank.knowledge.atlas;
    let mut pictures = Vec::new();
    for view in View::ALL {
        for part in [Part::Bones, Part::Rest] {
            let drawn = drawing::drawn(atlas, view, part == Part::Rest);
            let mut named: Vec<(usize, &str)> = Vec::new();
            for (at, structure) in atlas.structures.iter().enumerate() {
                if structure.quiz && Part::of(structure) == Some(part) {
                    named.push((at + 1, &structure.name));
                }
            }
            let labels = label::placed(&named, &drawn, view);
            pictures.push(Picture { view, part, drawn, labels });
        }
    }
    pictures
}

/// A box of Anki's, in parts of the picture's width and height. `oi` hides the other names too.
fn mask(number: usize, label: &Label) -> String {
    let part = |length: i32, of: i32| format!(".{:04}", (length.max(0) * 10_000 / of).min(9_999));
    let (left, top, width, height) = (part(label.left, WIDE), part(label.top, HIGH), part(label::COLUMN, WIDE), part(label.high(), HIGH));
    format!("{{{{c{number}::image-occlusion:rect:left={left}:top={top}:width={width}:height={height}:oi=1}}}}")
}

/// As an address that holds it all. What could end it or mean something to Anki or HTML is escaped.
fn address(svg: &str) -> String {
    let mut out = "data:image/svg+xml,".to_owned();
    for byte in svg.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:=,;()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

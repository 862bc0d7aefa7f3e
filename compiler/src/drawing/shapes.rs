//! Finds the structures in a drawing: a path's or group's id is a structure's id.
//!
//! A structure may be drawn in pieces ([`PIECES`]): `l3-body` belongs to `l3`, and `femur-r` to `femur`. Lines of ornament (fibres,
//! shades) are no part of an outline. Ids that name no structure are those of layers and of halves.

use super::outline::corners;
use crate::problem::{Fault, Problem};
use kurbo::{BezPath, Circle, Ellipse, Line, Rect, RoundedRect, Shape as _};
use palpate_core::knowledge::{Spot, View};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// Groups that order the drawing and are no structures.
const GROUPS: [&str; 11] =
    ["skin", "bone", "bone-deep", "muscle", "muscle-deep", "seen-through", "keep", "landmarks", "vertebrae", "column", "midline-keep"];
/// What a piece of a structure may be called, after the structure's id.
const PIECES: [&str; 8] = ["-r", "-l", "-body", "-arch", "-relief", "-tendon", "-through", "-edge"];
/// What is drawn on a structure and does not bound it.
const ORNAMENT: [&str; 8] = ["fibre", "line", "edge", "bone-shade", "psoas-shade", "iliacus-shade", "foramen", "cap"];
/// What is drawn as a line alone.
const STROKED: [&str; 3] = ["landmark", "vessel", "nerve"];

/// A drawing file as it was read.
#[derive(Debug)]
pub struct Drawing {
    pub view: View,
    /// Its path below the content folder.
    pub name: String,
    text: String,
}

/// What a drawing shows under one structure's id.
#[derive(Debug, Default)]
pub struct Named {
    pub parts: Vec<Vec<Vec<Spot>>>,
    pub lines: Vec<Vec<Spot>>,
    /// Whether a piece of it lies outside the groups of what is painted first, below the bones.
    pub on_top: bool,
}

impl Drawing {
    /// Reads the drawing of a view below the content folder.
    ///
    /// # Errors
    /// When the file is missing or unreadable.
    pub fn read(dir: &std::path::Path, view: View) -> Result<Self, Problem> {
        let name = format!("diagrams/{}.svg", view.slug());
        match std::fs::read_to_string(dir.join(&name)) {
            Ok(text) => Ok(Drawing { view, name, text }),
            Err(error) => Err(Problem { file: name, line: 1, fault: Fault::Unreadable(error.to_string()) }),
        }
    }

    /// Ready for the page; see [`super::prepare`].
    ///
    /// # Errors
    /// When it is not one `<svg>` or a half is unnamed or unclosed.
    pub fn prepared(&self) -> Result<String, Problem> {
        super::prepare(&self.text, self.view.slug()).map_err(|fault| self.problem(1, fault))
    }

    fn problem(&self, line: usize, fault: Fault) -> Problem {
        Problem { file: self.name.clone(), line, fault }
    }

    /// What it shows of each structure. `structure` says which structure an id belongs to, or that there is none.
    ///
    /// # Errors
    /// When it is not XML, or an id is unknown, or a path can't be read.
    pub fn structures(&self, structure: impl Fn(&str) -> Result<u16, Fault>) -> Result<BTreeMap<u16, Named>, Vec<Problem>> {
        let document = Document::parse(&self.text).map_err(|error| {
            vec![self.problem(
                error.pos().row as usize,
                Fault::BadDrawing(format!("this is not XML: {error}. Look for a bracket or a quote that is missing, here or just before.")),
            )]
        })?;
        let mut reader = Reader { drawing: self, structure: &structure, found: BTreeMap::new(), problems: Vec::new() };
        reader.walk(document.root_element(), None, false);
        if reader.problems.is_empty() { Ok(reader.found) } else { Err(reader.problems) }
    }
}

struct Reader<'a, F> {
    drawing: &'a Drawing,
    structure: &'a F,
    found: BTreeMap<u16, Named>,
    problems: Vec<Problem>,
}

impl<F: Fn(&str) -> Result<u16, Fault>> Reader<'_, F> {
    fn walk(&mut self, node: Node<'_, '_>, outer: Option<u16>, deep: bool) {
        let owner = self.owner(node).or(outer);
        let deep = deep || node.attribute("id").is_some_and(|id| id.ends_with("-deep") || id == "seen-through");
        if node.attribute("transform").is_some() {
            self.report(
                node,
                Fault::BadDrawing("a `transform` stands here, and outlines are read in place. Draw the shape where it belongs.".to_owned()),
            );
        }
        if let Some(owner) = owner {
            match path(node) {
                Ok(Some(path)) => self.add(owner, node, &path, deep),
                Ok(None) => {}
                Err(fault) => self.report(node, fault),
            }
        }
        for child in node.children().filter(Node::is_element) {
            self.walk(child, owner, deep);
        }
    }

    fn report(&mut self, node: Node<'_, '_>, fault: Fault) {
        let line = node.document().text_pos_at(node.range().start).row as usize;
        self.problems.push(self.drawing.problem(line, fault));
    }

    fn owner(&mut self, node: Node<'_, '_>) -> Option<u16> {
        let id = node.attribute("id")?;
        if GROUPS.contains(&id) || node.attribute("class") == Some("half") {
            return None;
        }
        let base = PIECES.iter().find_map(|end| id.strip_suffix(end));
        let found = (self.structure)(id).or_else(|fault| base.map_or(Err(fault.clone()), |base| (self.structure)(base).map_err(|_| fault)));
        found.map_err(|fault| self.report(node, fault)).ok()
    }

    fn add(&mut self, owner: u16, node: Node<'_, '_>, path: &BezPath, deep: bool) {
        let classes: Vec<&str> = node.attribute("class").unwrap_or_default().split(' ').collect();
        let is = |list: &[&str]| classes.iter().any(|class| list.contains(class));
        if is(&ORNAMENT) {
            return;
        }
        let named = self.found.entry(owner).or_default();
        named.on_top |= !deep;
        let (closed, open): (Vec<_>, Vec<_>) = corners(path).into_iter().partition(|(_, closed)| *closed && !is(&STROKED));
        let rings: Vec<_> = closed.into_iter().map(|(spots, _)| spots).filter(|spots| spots.len() > 2).collect();
        if !rings.is_empty() {
            named.parts.push(rings);
        }
        named.lines.extend(open.into_iter().map(|(mut spots, closed)| {
            if closed {
                spots.extend(spots.first().copied());
            }
            spots
        }));
    }
}

/// The curve of a drawn element; `None` for one that draws nothing of its own.
fn path(node: Node<'_, '_>) -> Result<Option<BezPath>, Fault> {
    let number = |name: &str| node.attribute(name).and_then(|value| value.trim().parse::<f64>().ok()).unwrap_or_default();
    let path = match node.tag_name().name() {
        "path" => {
            let data = node.attribute("d").unwrap_or_default();
            BezPath::from_svg(data).map_err(|error| Fault::BadDrawing(format!("the path can't be read: {error}. Mend its `d`.")))?
        }
        "circle" => Circle::new((number("cx"), number("cy")), number("r")).to_path(0.1),
        "ellipse" => Ellipse::new((number("cx"), number("cy")), (number("rx"), number("ry")), 0.0).to_path(0.1),
        "rect" => {
            let rect = Rect::from_origin_size((number("x"), number("y")), (number("width"), number("height")));
            RoundedRect::from_rect(rect, number("rx")).to_path(0.1)
        }
        "line" => Line::new((number("x1"), number("y1")), (number("x2"), number("y2"))).to_path(0.1),
        _ => return Ok(None),
    };
    Ok(Some(path))
}

//! Structures with their outlines from the drawings, pain zones, and trigger-point sites.

use crate::authored as from;
use crate::desk::Page;
use crate::drawing::Drawing;
use crate::problem::Fault;
use palpate_core::knowledge as to;

pub fn structure(page: Page<'_>, structure: &from::Structure) -> to::Structure {
    let desk = page.desk;
    let more = [
        structure.muscle.as_ref().map(|id| to::More::Muscle(page.known(&desk.muscles, id))),
        structure.landmark.as_ref().map(|id| to::More::Landmark(page.known(&desk.landmarks, id))),
        structure.neighbour.as_ref().map(|id| to::More::Neighbour(page.known(&desk.neighbours, id))),
        structure.term.as_ref().map(|id| to::More::Term(page.known(&desk.term_ids, id))),
    ];
    let mut more = more.into_iter().flatten();
    let first = more.next();
    if more.next().is_some() {
        page.report(&structure.id, Fault::Rule("a structure leads to one page. Keep one of `muscle`, `landmark`, `neighbour` and `term`."));
    }
    to::Structure {
        id: structure.id.get_ref().clone(),
        name: page.words(&structure.name),
        layer: structure.layer,
        paired: structure.paired,
        text: page.prose(&structure.text),
        cites: page.cites(&structure.id, "the structure", &structure.cites),
        more: first,
        quiz: structure.quiz,
        relation: structure.relation,
    }
}

/// What a drawing shows of the structures; every id in it is a structure's.
pub fn shapes(page: Page<'_>, drawing: &Drawing) -> Vec<to::Shape> {
    let found = drawing.structures(|id| page.desk.structures.find(id));
    match found {
        Ok(found) => found
            .into_iter()
            .map(|(structure, named)| to::Shape {
                view: drawing.view,
                structure,
                parts: named.parts,
                lines: named.lines,
                deep: !named.on_top,
            })
            .collect(),
        Err(problems) => {
            problems.into_iter().for_each(|problem| page.desk.report(problem));
            Vec::new()
        }
    }
}

/// Each muscle is in a drawing; a group is drawn by its members.
pub fn check_drawn(page: Page<'_>, muscle: &from::Muscle, is_group: bool, atlas: &to::Atlas) {
    let drawn = atlas.shapes.iter().any(|shape| {
        let structure = atlas.structures.get(usize::from(shape.structure));
        structure.is_some_and(|structure| structure.id == *muscle.id.get_ref()) && !(shape.parts.is_empty() && shape.lines.is_empty())
    });
    if !is_group && !drawn {
        page.report(&muscle.id, Fault::NotDrawn(muscle.id.get_ref().clone()));
    }
}

pub fn zone(page: Page<'_>, zone: &from::PainZone) -> to::Zone {
    if zone.outline.len() < 3 {
        page.report(&zone.id, Fault::Rule("a zone's outline has at least three corners. Add some."));
    }
    to::Zone {
        id: zone.id.get_ref().clone(),
        name: page.words(&zone.name),
        view: zone.view,
        paired: zone.paired,
        draw_only: zone.draw_only,
        complaint: page.known(&page.desk.complaints, &zone.complaint),
        outline: zone.outline.iter().map(|spot| self::spot(page, spot)).collect(),
        says: zone.says.iter().map(|said| self::said(page, said)).collect(),
    }
}

pub fn trigger_point(page: Page<'_>, point: &from::TriggerPoint) -> to::TriggerPoint {
    to::TriggerPoint {
        id: point.id.get_ref().clone(),
        name: page.words(&point.name),
        muscle: page.known(&page.desk.muscles, &point.muscle),
        view: point.view,
        at: spot(page, &point.at),
        text: page.prose(&point.text),
        cites: page.cites(&point.id, "the trigger point", &point.cites),
        says: point.says.iter().map(|said| self::said(page, said)).collect(),
    }
}

fn said(page: Page<'_>, said: &from::Said) -> to::Said {
    to::Said {
        document: page.known(&page.desk.sources, &said.document),
        part: said.part,
        text: page.prose(&said.text),
        cites: page.cites(&said.text, "the sentence", &said.cites),
    }
}

fn spot(page: Page<'_>, spot: &from::Spot) -> to::Spot {
    match spot.get_ref()[..] {
        [across, up] => [across, up],
        _ => {
            page.report(spot, Fault::Rule("a place has two numbers, across and up. Add or remove some."));
            [0, 0]
        }
    }
}

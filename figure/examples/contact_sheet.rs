//! Writes sheets of all poses to look at: `cargo run -p palpate-figure --example contact_sheet -- FOLDER`.
#![allow(clippy::unwrap_used)]

use palpate_figure::{Build, Drawing, Frame, Pose, View, draw};
use std::fmt::Write as _;
use std::path::Path;

const HATCH: &str = "<svg width='0' height='0' style='position:absolute'><pattern id='keep-hatch' width='6' height='6' \
    patternUnits='userSpaceOnUse' patternTransform='rotate(45)'><rect width='1.6' height='6' fill='#B3372C'/></pattern></svg>";

fn svg(drawing: &Drawing, class: &str, width: u32, mirrored: bool) -> String {
    let [x, y, w, h] = drawing.view_box;
    let mut out = format!("<svg class='figure {class}' style='width:{width}px' viewBox='{x} {y} {w} {h}'>");
    let transform = if mirrored { drawing.mirror_transform() } else { String::new() };
    write!(out, "<g transform='{transform}'>").unwrap();
    for shape in drawing.shapes.iter().filter(|shape| !shape.d.is_empty()) {
        write!(out, "<path class='{}' d='{}'/>", shape.class, shape.d).unwrap();
    }
    out + "</g></svg>"
}

struct Sheet {
    out: String,
}

impl Sheet {
    fn new(dark: bool) -> Sheet {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let css = std::fs::read_to_string(root.join("style/figure.css")).unwrap();
        let theme = if dark { " data-theme='dark'" } else { "" };
        let ground = if dark { "#141210;color:#eee" } else { "#fff" };
        let out = format!(
            "<!doctype html><html{theme}><meta charset=utf-8><style>{css} *{{animation:none!important}}\nbody{{margin:6px;background:{ground};font:12px sans-serif;display:flex;flex-wrap:wrap;gap:6px;align-items:flex-start}}</style>{HATCH}"
        );
        Sheet { out }
    }

    fn add(&mut self, words: &str, drawing: &Drawing, class: &str, width: u32, mirrored: bool) {
        write!(self.out, "<div style='width:{width}px'>{}<br>{words}</div>", svg(drawing, class, width, mirrored)).unwrap();
    }

    fn save(self, folder: &Path, name: &str) {
        std::fs::write(folder.join(name), self.out).unwrap();
    }
}

fn size(view: View, frame: Frame) -> u32 {
    match (view, frame) {
        (View::Side, _) => 480,
        (_, Frame::Belly) => 380,
        _ => 280,
    }
}

fn main() {
    let folder = std::env::args().nth(1).expect("a folder to write to");
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let knowledge = palpate_compiler::compile(&content).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let poses = &knowledge.poses;
    let find = |id: &str| knowledge.pose(id).unwrap();
    for (name, wanted) in [("top.html", View::Top), ("side.html", View::Side), ("cut.html", View::Cut)] {
        let mut sheet = Sheet::new(false);
        for pose in poses {
            for (view, frame) in pose.views.iter().filter(|look| look.0 == wanted) {
                sheet.add(&pose.id, &draw(pose, *view, *frame, Build::Slim), "", size(*view, *frame), false);
            }
        }
        sheet.save(folder, name);
    }
    others(folder, poses, &find);
    let mut sizes: Vec<(usize, String)> = Vec::new();
    for pose in poses {
        for (view, frame) in &pose.views {
            let drawing = draw(pose, *view, *frame, Build::Slim);
            sizes.push((drawing.shapes.iter().map(|shape| shape.d.len()).sum(), format!("{} {view:?}", pose.id)));
        }
    }
    for view in [View::Top, View::Side, View::Cut] {
        let rounds = 100;
        let start = std::time::Instant::now();
        (0..rounds).for_each(|_| assert!(!draw(find("iliacus-supported"), view, Frame::Belly, Build::Slim).shapes.is_empty()));
        println!("{view:?}: {:?} a picture", start.elapsed() / rounds);
    }
    sizes.sort();
    for (size, name) in sizes.iter().rev().take(4).chain(sizes.first()) {
        println!("{size:6} bytes {name}");
    }
}

fn others<'a>(folder: &Path, poses: &'a [Pose], find: &dyn Fn(&str) -> &'a Pose) {
    let shown = |id: &str, frame: Frame, view: View, build: Build| draw(find(id), view, frame, build);
    let mut sheet = Sheet::new(false);
    for pose in poses {
        let (view, frame) = pose.views[0];
        sheet.add(&pose.id, &draw(pose, view, frame, Build::Slim), "", 320, true);
    }
    sheet.save(folder, "left.html");
    let mut sheet = Sheet::new(true);
    for pose in poses {
        let (view, frame) = pose.views[0];
        sheet.add(&pose.id, &draw(pose, view, frame, Build::Slim), "", 300, false);
    }
    sheet.save(folder, "dark.html");
    let mut sheet = Sheet::new(false);
    for build in [Build::Slim, Build::Fuller, Build::Round] {
        for (id, view, frame) in [
            ("lie-flat", View::Top, Frame::Full),
            ("knees-dropped", View::Top, Frame::Drop),
            ("toward-spine", View::Top, Frame::Belly),
            ("toward-spine", View::Cut, Frame::Belly),
            ("sink", View::Side, Frame::Torso),
        ] {
            sheet.add(&format!("{id} {build:?}"), &shown(id, frame, view, build), "", 230, false);
        }
    }
    for tone in ["tone-1", "tone-2", "tone-3", "tone-4"] {
        sheet.add(tone, &shown("iliacus-supported", Frame::Belly, View::Top, Build::Slim), tone, 280, false);
    }
    sheet.save(folder, "builds.html");
    let mut sheet = Sheet::new(false);
    for (from, to, view, frame) in [
        ("knees-up", "knees-dropped", View::Top, Frame::Drop),
        ("knees-dropped", "fingers-navel", View::Top, Frame::Drop),
        ("knees-dropped", "back-to-back", View::Top, Frame::Torso),
        ("back-to-back", "strokes-low", View::Top, Frame::Torso),
        ("iliacus-supported", "rest-breathe", View::Top, Frame::Torso),
        ("lie-flat", "knees-up", View::Side, Frame::Full),
        ("head-lift", "slide-out", View::Top, Frame::Mid),
    ] {
        let wide = if view == View::Side { 200 } else { 130 };
        for step in 0..=8 {
            let pose = find(from).between(find(to), step as f32 / 8.);
            sheet.add(to, &draw(&pose, view, frame, Build::Slim), "", wide, false);
        }
    }
    sheet.save(folder, "tween.html");
}

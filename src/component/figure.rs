//! The posed figure: a still picture, and one that moves softly from one pose to the next.

use crate::markup::prelude::*;
use crate::platform::{document, frames};
use crate::state::App;
use palpate_core::Side;
use palpate_core::record::Settings;
use palpate_figure::{Drawing, Frame, Pose, View, draw, view_box};
use web_sys::Element;

/// How long a movement from pose to pose takes, in milliseconds.
const MOVE: f64 = 500.0;

/// What a figure shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub pose: Pose,
    pub view: View,
    pub frame: Frame,
    pub side: Side,
}

impl Scene {
    /// A pose from the view that explains it best.
    pub fn of(pose: &Pose, side: Side) -> Self {
        let (view, frame) = pose.views.first().copied().unwrap_or((View::Top, Frame::Full));
        Scene { pose: pose.clone(), view, frame, side }
    }
}

/// A picture that does not move. `alt` says what it shows.
pub fn still(app: App, scene: &Scene, alt: String) -> AnyView {
    let settings = app.settings.get_untracked();
    let drawing = draw(&scene.pose, scene.view, scene.frame, settings.build);
    let paths = drawing.shapes.iter().map(|shape| view! { <path class=shape.class d=shape.d.clone()></path> });
    view! {
        <svg class=class(&settings) viewBox=words(drawing.view_box) role="img" aria-label=alt>
            <g transform=turn(&drawing, scene.side)>{paths.collect_view()}</g>
        </svg>
    }
    .into_any()
}

/// A picture that moves from the scene shown before to this one, and then to each that follows.
///
/// `last` is where the figure stands; who builds the page anew keeps it, so that the movement goes on from there.
pub fn moving(app: App, last: StoredValue<Option<Scene>, LocalStorage>, scene: Memo<Scene>, alt: Signal<String>) -> AnyView {
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let settings = app.settings.get_untracked();
    let build = settings.build;
    Effect::new(move |under_way: Option<Option<frames::Frames>>| {
        drop(under_way);
        let to = scene.get();
        let svg: Element = svg.get()?.into();
        let mut canvas = Canvas::on(&svg)?;
        let from = last.try_update_value(|last| last.replace(to.clone())).flatten();
        let moves = |from: &Scene| from.pose != to.pose || from.view == to.view && from.frame != to.frame;
        let from = from.filter(|from| from.side == to.side && moves(from) && !frames::reduced_motion());
        let Some(from) = from else {
            canvas.paint(&draw(&to.pose, to.view, to.frame, build), to.side);
            return None;
        };
        let there = view_box(to.view, to.frame);
        // Seen from elsewhere, the body moves on and the frame is the new one from the start.
        let here = if from.view == to.view { view_box(from.view, from.frame) } else { there };
        let mut show = move |elapsed: f64| {
            let done = elapsed >= MOVE;
            let t = (elapsed / MOVE).min(1.0) as f32;
            let pose = if done { to.pose.clone() } else { from.pose.between(&to.pose, t) };
            let mut drawing = draw(&pose, to.view, to.frame, build);
            drawing.view_box = between(here, there, t);
            canvas.paint(&drawing, to.side);
            !done
        };
        show(0.0);
        Some(frames::each(show))
    });
    // The place on the page has the shape of the picture to come from the start, so that nothing below it moves along.
    let shape = move || {
        scene.with(|scene| {
            let [_, _, width, height] = view_box(scene.view, scene.frame);
            format!("{width} / {height}")
        })
    };
    view! { <svg node_ref=svg class=class(&settings) style:aspect-ratio=shape role="img" aria-label=alt><g></g></svg> }.into_any()
}

/// From one frame to the next, as softly as the figure moves.
fn between(from: [i16; 4], to: [i16; 4], t: f32) -> [i16; 4] {
    let eased = t * t * (3.0 - 2.0 * t);
    std::array::from_fn(|at| (f32::from(from[at]) + f32::from(to[at] - from[at]) * eased).round() as i16)
}

/// The paths on the page, so that a frame writes only what has changed.
struct Canvas {
    svg: Element,
    group: Element,
    paths: Vec<(Element, &'static str, String)>,
}

impl Canvas {
    fn on(svg: &Element) -> Option<Self> {
        let group = svg.first_element_child()?;
        group.set_text_content(None);
        Some(Canvas { svg: svg.clone(), group, paths: Vec::new() })
    }

    /// Setting an attribute fails only for names that no attribute can have.
    fn paint(&mut self, drawing: &Drawing, side: Side) {
        let _ = self.svg.set_attribute("viewBox", &words(drawing.view_box));
        let _ = self.group.set_attribute("transform", &turn(drawing, side));
        while self.paths.len() < drawing.shapes.len() {
            let Ok(path) = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "path") else { return };
            let _ = self.group.append_child(&path);
            self.paths.push((path, "", String::new()));
        }
        let empty = palpate_figure::Shape { class: "", d: String::new() };
        for (at, (path, class, d)) in self.paths.iter_mut().enumerate() {
            let shape = drawing.shapes.get(at).unwrap_or(&empty);
            if *class != shape.class {
                *class = shape.class;
                let _ = path.set_attribute("class", class);
            }
            if *d != shape.d {
                d.clone_from(&shape.d);
                let _ = path.set_attribute("d", d);
            }
        }
    }
}

fn class(settings: &Settings) -> String {
    format!("figure tone-{}", settings.tone)
}

fn words([x, y, width, height]: [i16; 4]) -> String {
    format!("{x} {y} {width} {height}")
}

fn turn(drawing: &Drawing, side: Side) -> String {
    match side {
        Side::Right => String::new(),
        Side::Left => drawing.mirror_transform(),
    }
}

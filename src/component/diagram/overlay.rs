//! What lies over the drawing: zones in patterns, paint, lines, and marks that keep their size.

use super::board::Pane;
use super::{Area, Fill, path};
use crate::markup::prelude::*;
use palpate_core::knowledge::{Spot, Strength, View};
use palpate_core::picture::Region;

/// The patterns that zones are filled with, once a page.
pub fn patterns() -> AnyView {
    view! {
        <svg class="plate-definitions" aria-hidden="true">
            <pattern id="zone-core" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="diagram-solid" width="5" height="5"></rect>
                <path class="diagram-thread" d="M0 .5H5M.5 0V5"></path>
            </pattern>
            <pattern id="zone-common" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="diagram-ground" width="6" height="6"></rect>
                <rect class="diagram-solid" width="2.6" height="6"></rect>
            </pattern>
            <pattern id="zone-possible" width="6.4" height="6.4" patternUnits="userSpaceOnUse">
                <rect class="diagram-ground" width="6.4" height="6.4"></rect>
                <circle class="diagram-solid" cx="1.6" cy="1.6" r="1.15"></circle>
                <circle class="diagram-solid" cx="4.8" cy="4.8" r="1.15"></circle>
            </pattern>
            <pattern id="zone-painted" width="6" height="6" patternUnits="userSpaceOnUse">
                <rect class="diagram-paint-ground" width="6" height="6"></rect>
                <circle class="diagram-paint-dot" cx="1.5" cy="1.5" r="1"></circle>
                <circle class="diagram-paint-dot" cx="4.5" cy="4.5" r="1"></circle>
            </pattern>
        </svg>
    }
    .into_any()
}

/// The sheet's class of a fill.
fn class(fill: Fill) -> &'static str {
    match fill {
        Fill::Strength(Strength::Core) => "diagram-zone diagram-zone-core",
        Fill::Strength(Strength::Common) => "diagram-zone diagram-zone-common",
        Fill::Strength(Strength::Possible) => "diagram-zone diagram-zone-possible",
        Fill::Marked => "diagram-zone diagram-zone-marked",
        Fill::Answer => "diagram-zone diagram-zone-answer",
        Fill::Asked => "diagram-zone diagram-zone-asked",
    }
}

fn areas(pane: Pane) -> Vec<Area> {
    pane.board.overlay.with(|overlay| overlay.zones.iter().filter(|area| area.view == pane.view).cloned().collect())
}

pub fn zones(pane: Pane) -> AnyView {
    let drawn = move || {
        areas(pane)
            .into_iter()
            .map(|area| {
                let d = path::region(&area.region, area.smooth);
                let cased = matches!(area.fill, Fill::Answer | Fill::Asked);
                let open = if area.region.parts.is_empty() { " diagram-zone-open" } else { "" };
                view! {
                    {cased.then(|| view! { <path class="diagram-casing" d=d.clone()></path> })}
                    <path class=format!("{}{open}", class(area.fill)) d=d></path>
                }
            })
            .collect_view()
    };
    view! { {drawn} }.into_any()
}

pub fn painted(pane: Pane) -> AnyView {
    let d = move || pane.board.overlay.with(|overlay| path::painted(&overlay.painted, pane.view));
    view! { <path class="diagram-casing" d=d></path><path class="diagram-painted" d=d></path> }.into_any()
}

pub fn lines(pane: Pane) -> AnyView {
    let drawn = move || pane.board.overlay.with(|overlay| lines_on(&overlay.lines, pane.view));
    let drawing = move || pane.line.with(|line| (!line.is_empty()).then(|| drawn_line(line)));
    view! { {drawn} {drawing} }.into_any()
}

fn lines_on(lines: &[(View, Vec<Spot>)], view: View) -> AnyView {
    lines.iter().filter(|(on, _)| *on == view).map(|(_, line)| drawn_line(line)).collect_view().into_any()
}

fn drawn_line(line: &[Spot]) -> AnyView {
    let d = path::line(line);
    view! { <path class="diagram-casing" d=d.clone()></path><path class="diagram-line" d=d></path> }.into_any()
}

/// What keeps its size however near one comes: badges, X marks, places that were put, the cross.
pub fn marks(pane: Pane) -> AnyView {
    let badges = move || areas(pane).into_iter().filter_map(|area| badge_of(pane, &area)).collect_view();
    let points = move || {
        let points = pane.board.overlay.with(|overlay| overlay.points.clone());
        points.into_iter().filter(|(place, _)| place.view == pane.view).map(|(place, _)| mark(pane, place.at, cross_mark())).collect_view()
    };
    let put = move || {
        let put = pane.board.overlay.with(|overlay| overlay.put.clone());
        put.into_iter()
            .filter(|(place, _)| place.view == pane.view)
            .map(|(place, number)| mark(pane, place.at, put_mark(number)))
            .collect_view()
    };
    let cross = move || pane.cross_on.get().then(|| mark(pane, pane.cross.get(), keyboard_cross()));
    view! { <g class="diagram-marks">{points} {badges} {put} {cross}</g> }.into_any()
}

fn mark(pane: Pane, at: Spot, inside: AnyView) -> AnyView {
    view! { <g transform=move || pane.camera.with(|camera| camera.mark(at))>{inside}</g> }.into_any()
}

fn badge_of(pane: Pane, area: &Area) -> Option<AnyView> {
    let at = middle(&area.region)?;
    let answer = area.fill == Fill::Answer;
    (answer || area.badge > 0).then(|| {
        let inside = if area.badge > 0 {
            number(area.badge)
        } else {
            view! { <path class="diagram-check" d="M-5 .4-1.5 4 5-3.6"></path> }.into_any()
        };
        let class = if answer { "diagram-badge diagram-badge-answer" } else { "diagram-badge" };
        mark(pane, at, view! { <circle class=class r="11"></circle>{inside} }.into_any())
    })
}

fn number(number: u8) -> AnyView {
    view! { <text class="diagram-number" y="4.5">{number.to_string()}</text> }.into_any()
}

fn middle(region: &Region) -> Option<Spot> {
    let [low, high] = region.bounds()?;
    let at = [0, 1].map(|axis| (low[axis] + high[axis]) / 2);
    region.nearest(at).map(|at| at.map(|number| number.round() as i16))
}

/// A trigger point.
pub fn cross_mark() -> AnyView {
    view! { <circle class="diagram-disc" r="10"></circle><path class="diagram-x" d="M-4-4 4 4M-4 4 4-4"></path> }.into_any()
}

fn put_mark(count: u8) -> AnyView {
    if count > 0 {
        return view! { <circle class="diagram-badge" r="12"></circle>{number(count)} }.into_any();
    }
    view! { <circle class="diagram-put-casing" r="13"></circle><circle class="diagram-put" r="13"></circle><circle class="diagram-dot" r="3.4"></circle> }.into_any()
}

fn keyboard_cross() -> AnyView {
    const ARMS: &str = "M-22 0H-6M6 0H22M0-22V-6M0 6V22";
    view! { <path class="diagram-cross-casing" d=ARMS></path><path class="diagram-cross" d=ARMS></path><circle class="diagram-dot" r="1.6"></circle> }.into_any()
}

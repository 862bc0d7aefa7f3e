//! One view of the body: the drawing's layers, what lies over them, and what can be pointed at.

use super::board::{Board, Pane};
use super::camera::{Camera, Home};
use super::target::{Kind, Target};
use super::{Can, Fill, hands, keys, overlay, path, tag};
use crate::markup::prelude::*;
use crate::platform::pointer;
use palpate_core::knowledge::{Layer, View};

/// The layers of a drawing below what lies over it, from the deepest on, and those above.
const BELOW: [(Layer, &str); 6] = [
    (Layer::Skin, "skin"),
    (Layer::Bone, "bone-deep"),
    (Layer::Muscle, "muscle-deep"),
    (Layer::Bone, "bone"),
    (Layer::Muscle, THROUGH),
    (Layer::Muscle, "muscle"),
];
/// Where muscles lie behind bone: drawn on the back alone, and only over bone.
const THROUGH: &str = "seen-through";
const ABOVE: [(Layer, &str); 2] = [(Layer::Keep, "keep"), (Layer::Landmark, "landmarks")];

/// The pane of a view. `muscle` stands out.
pub fn pane(pane: Pane, label: &str, muscle: &str) -> AnyView {
    let board = pane.board;
    let home = pane.camera.with_untracked(|camera| camera.home);
    let camera = move || pane.camera.with(Camera::transform);
    let turn = move || pane.camera.with(Camera::turn);
    let crossed = matches!(board.can, Can::Locate | Can::Paint);
    let name = format!("{label}: {}", if pane.view == View::Left { "left side" } else { pane.view.slug() });
    let away = move || board.view.get() != pane.view;
    view! {
        <div class=format!("diagram-pane diagram-pane-{}", pane.view.slug()) class:diagram-pane-away=away>
            <svg id=pane.id() class=format!("diagram-plate plate-of-{muscle}") class:diagram-close=home == Home::MUSCLES class:diagram-near=move || !pane.camera.with(Camera::is_home)
                viewBox=home.view_box() role=if crossed { "application" } else { "group" } aria-label=name
                aria-describedby=format!("diagram-{}-keys", board.number) tabindex=if crossed { "0" } else { "-1" }
                on:pointerdown=move |event| hands::down(pane, &event) on:pointermove=move |event| hands::moved(pane, &event)
                on:pointerup=move |event| hands::up(pane, &event, true) on:pointercancel=move |event| hands::up(pane, &event, false)
                on:click=move |event| hands::click(pane, &event) on:wheel=move |event| hands::wheel(pane, &event)
                on:keydown=move |event| keys::pressed(pane, &event)
                on:focus=move |event| pane.cross_on.set(crossed && pointer::is_focus_shown(&event)) on:blur=move |_| pane.cross_on.set(false)>
                <g class="diagram-camera" style:transform=camera>
                    <g transform=turn>
                        {uses(board, pane.view, &BELOW)}
                        {overlay::zones(pane)}
                        {uses(board, pane.view, &ABOVE)}
                        {overlay::painted(pane)}
                        {hits(pane)}
                        {outlines(pane)}
                        {overlay::lines(pane)}
                    </g>
                    {overlay::marks(pane)}
                </g>
            </svg>
            {letters(pane)}
            {tag::tag(pane)}
        </div>
    }
    .into_any()
}

fn uses(board: Board, view: View, layers: &'static [(Layer, &'static str)]) -> AnyView {
    // The front is drawn without deep layers.
    let is_drawn = move |name: &str| if name == THROUGH { view == View::Back } else { view != View::Front || !name.ends_with("-deep") };
    let drawn = layers.iter().filter(move |(_, name)| is_drawn(name));
    drawn
        .map(|(layer, name)| {
            let shown = move || board.layers.with(|layers| layers.contains(layer) && (*name != THROUGH || layers.contains(&Layer::Bone)));
            let href = format!("#{}-{name}", view.slug());
            let class = format!("diagram-{}", name.trim_end_matches("-deep"));
            view! { {move || shown().then(|| view! { <use class=class.clone() href=href.clone()></use> })} }.into_any()
        })
        .collect_view()
        .into_any()
}

/// The areas that can be pointed at: what lies under bone first, then the smaller over the larger.
fn hits(pane: Pane) -> AnyView {
    let stop = Memo::new(move |_| pane.stop());
    let drawn = move || {
        pane.targets.with(|targets| {
            let mut order: Vec<usize> = (0..targets.len()).collect();
            palpate_core::order::sort_by_key(&mut order, |at| {
                (targets[*at].kind == Kind::Area, !targets[*at].deep, std::cmp::Reverse(targets[*at].size))
            });
            order.into_iter().map(|at| hit(pane, stop, at, &targets[at])).collect_view()
        })
    };
    view! { {drawn} }.into_any()
}

/// Below this size, in square millimetres, the hit area reaches beyond the outline.
const SMALL: i32 = 900;

fn hit(pane: Pane, stop: Memo<usize>, at: usize, target: &Target) -> AnyView {
    let board = pane.board;
    let class = match target.kind {
        Kind::Zone { through: true } => "diagram-hit diagram-hit-through",
        // The body as a whole lies under everything; a pointer on it means nothing in particular.
        Kind::Structure if target.layer == Layer::Skin => "diagram-hit diagram-hit-through",
        _ if target.size == 0 => "diagram-hit diagram-hit-line",
        _ if target.size < SMALL => "diagram-hit diagram-hit-small",
        Kind::Structure | Kind::Zone { .. } | Kind::Area => "diagram-hit",
    };
    let named = target.kind == Kind::Area;
    let key = Some((target.id.clone(), target.side));
    let bounds = target.bounds;
    let view = pane.view;
    let pressed = move || match board.can {
        _ if named => None,
        Can::Mark => Some(board.overlay.with(|overlay| {
            overlay.zones.iter().any(|area| area.fill == Fill::Marked && area.view == view && area.region.bounds() == Some(bounds))
        })),
        Can::Look | Can::Read | Can::Locate | Can::Paint => Some(board.chosen.with(|chosen| *chosen == key)),
    };
    let press = target.clone();
    let click = move |event: leptos::ev::MouseEvent| {
        // In Mark a click means the place; without a place (from a screen reader) it means the zone.
        if hands::was_drag(pane) || board.can == Can::Mark && event.detail() != 0 {
            return;
        }
        event.stop_propagation();
        board.press(&press);
    };
    let leave = move || {
        if pane.hovered.get_untracked() == Some(at) {
            pane.hovered.set(None);
        }
    };
    view! {
        <path id=pane.target_id(at) class=class d=path::region(&target.region, target.smooth) role=if named { "img" } else { "button" } aria-label=target.name.clone()
            aria-pressed=move || pressed().map(|pressed| pressed.to_string()) tabindex=move || if stop.get() == at { "0" } else { "-1" }
            on:click=click on:focus=move |event| { pane.current.set(Some(at)); pane.focused.set(pointer::is_focus_shown(&event).then_some(at)); } on:blur=move |_| pane.focused.set(None)
            on:pointerenter=move |event| if event.pointer_type() != "touch" { pane.hovered.set(Some(at)) } on:pointerleave=move |_| leave()></path>
    }
    .into_any()
}

/// The outlines of what is chosen, focused and under the pointer.
fn outlines(pane: Pane) -> AnyView {
    let of = move |at: Option<usize>| {
        at.and_then(|at| pane.targets.with(|targets| targets.get(at).map(|target| path::region(&target.region, true))))
    };
    let cased = |class: &'static str, d: String| view! { <path class="diagram-casing" d=d.clone()></path><path class=class d=d></path> };
    view! {
        <g class="diagram-outlines">
            {move || of(pane.hovered.get()).map(|d| view! { <path class="diagram-hovered" d=d></path> })}
            {move || of(pane.chosen()).map(|d| cased("diagram-chosen", d))}
            {move || of(pane.focused.get()).map(|d| cased("diagram-focused", d))}
        </g>
    }
    .into_any()
}

/// R and L, as on a radiograph. The sides are the person's own.
fn letters(pane: Pane) -> AnyView {
    let words = move || match (pane.view, pane.camera.with(|camera| camera.turned)) {
        (View::Front, false) => ["R", "L"],
        (View::Front, true) | (View::Back, _) => ["L", "R"],
        (View::Left, _) => ["Front", "Back"],
    };
    let caption = match (pane.view, pane.board.pair) {
        (View::Left, _) => Some("Left side"),
        (view, true) => Some(view.title()),
        (_, false) => None,
    };
    view! {
        <span class="diagram-letter" aria-hidden="true">{move || words()[0]}</span>
        <span class="diagram-letter diagram-letter-end" aria-hidden="true">{move || words()[1]}</span>
        {caption.map(|caption| view! { <span class="diagram-caption" aria-hidden="true">{caption}</span> })}
    }
    .into_any()
}

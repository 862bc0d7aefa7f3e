//! What stands below the picture: layers, views, zoom, and which way one looks.

use super::Can;
use super::board::Board;
use super::keys::STEP;
use crate::component::icon::{Icon, icon};
use crate::component::segment::segment;
use crate::markup::prelude::*;
use palpate_core::knowledge::{Layer, View};

/// A layer's name on its switch.
pub fn layer_title(layer: Layer) -> &'static str {
    match layer {
        Layer::Skin => "Skin",
        Layer::Bone => "Bone",
        Layer::Muscle => "Muscle",
        Layer::Keep => "Keep off",
        Layer::Landmark => "Landmarks",
    }
}

pub fn layers(board: Board) -> AnyView {
    let switches = [Layer::Skin, Layer::Muscle, Layer::Bone, Layer::Keep, Layer::Landmark].map(|layer| {
        let on = move || board.layers.with(|layers| layers.contains(&layer));
        let change = move |_| {
            board.layers.update(|layers| {
                let count = layers.len();
                layers.retain(|other| *other != layer);
                if layers.len() == count {
                    layers.push(layer);
                }
            });
        };
        view! {
            <label class="diagram-layer">
                <input type="checkbox" prop:checked=on on:change=change />
                <span class="diagram-box">{icon(Icon::Check)}</span>
                <span>{layer_title(layer)}</span>
            </label>
        }
    });
    view! { <fieldset class="diagram-layers"><legend class="hidden">"Layers"</legend>{switches.into_iter().collect_view()}</fieldset> }
        .into_any()
}

pub fn bar(board: Board) -> AnyView {
    let views: Vec<View> = board.panes().into_iter().map(|pane| pane.view).collect();
    let class =
        if board.pair && !views.contains(&View::Left) { "diagram-views diagram-views-pair segments" } else { "diagram-views segments" };
    let switch = (views.len() > 1).then(|| {
        let segments = views.iter().copied().map(|view| {
            segment(&format!("diagram-view-{}", board.number), view.title(), move || board.view.get() == view, move || board.view.set(view))
        });
        view! { <fieldset class=class><legend class="hidden">"View"</legend>{segments.collect_view()}</fieldset> }
    });
    let zoom = [("Zoom out", Icon::Minus, 1.0 / STEP), ("Zoom in", Icon::Plus, STEP), ("Show all of it", Icon::Whole, 0.0)].map(|(name, image, factor)| {
        view! { <button type="button" class="icon-button" aria-label=name on:click=move |_| board.aim(|camera| camera.zoomed(factor, None))>{icon(image)}</button> }
    });
    view! { <div class="diagram-bar">{switch}<div class="diagram-zoom" role="group" aria-label="Zoom">{zoom.into_iter().collect_view()}</div></div> }.into_any()
}

/// As when facing someone, or as when looking down at oneself. Left and right are the person's own either way.
pub fn turn(board: Board) -> Option<AnyView> {
    board.panes().iter().any(|pane| pane.view == View::Front).then(|| {
        let own = move || board.app.settings.with(|settings| settings.own_view);
        let set = move |own: bool| board.app.change_settings(|settings| settings.own_view = own);
        let group = format!("diagram-turn-{}", board.number);
        let away = move || !board.shows(View::Front);
        view! {
            <fieldset class="diagram-turn segments" class:diagram-turn-away=away>
                <legend class="hidden">"The picture from the front"</legend>
                {segment(&group, "Facing someone", move || !own(), move || set(false))}
                {segment(&group, "Looking down at myself", own, move || set(true))}
            </fieldset>
        }
        .into_any()
    })
}

/// Paint or wipe out.
pub fn brush(board: Board) -> Option<AnyView> {
    (board.can == Can::Paint).then(|| {
        let group = format!("diagram-brush-{}", board.number);
        view! {
            <fieldset class="segments">
                <legend class="hidden">"The brush"</legend>
                {segment(&group, "Paint", move || !board.erase.get(), move || board.erase.set(false))}
                {segment(&group, "Wipe out", move || board.erase.get(), move || board.erase.set(true))}
            </fieldset>
        }
        .into_any()
    })
}

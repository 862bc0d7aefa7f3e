//! The diagram in words: the card of what is chosen, the list that does what the picture does, where the cross is.

use super::Can;
use super::board::Board;
use super::controls::layer_title;
use super::target::{self, Target, named};
use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::route::Route;
use palpate_core::knowledge::{Layer, More, Structure};
use palpate_core::text::plain;

/// What is chosen, below the picture.
pub fn card(board: Board) -> AnyView {
    let chosen = move || {
        let (id, side) = board.chosen.get()?;
        let structure = board.app.knowledge.atlas.structure(&id)?;
        Some((structure, named(&structure.name, side)))
    };
    let spoken = move || chosen().map(|(structure, name)| format!("{name}. {}", plain(&structure.text)));
    view! {
        <p class="hidden" role="status">{move || spoken().unwrap_or_else(|| board.said.get())}</p>
        {move || chosen().map(|(structure, name)| card_of(board, structure, name))}
    }
    .into_any()
}

fn card_of(board: Board, structure: &'static Structure, name: String) -> AnyView {
    let more = structure.more.as_ref().map(route_of).filter(|route| board.app.route.with_untracked(|here| here != route));
    let label = name.clone();
    view! {
        <section class="diagram-card" aria-label=label>
            <button type="button" class="icon-button diagram-card-close" aria-label="Close" on:click=move |_| board.close()>{icon(Icon::Close)}</button>
            <p class="diagram-card-name">{name}</p>
            <p>{cited(board.app, &structure.text, &structure.cites)}</p>
            {more.map(|route| view! { <p><a class="diagram-more" href=route.href()>"More about " {structure.name.clone()}</a></p> })}
        </section>
    }
    .into_any()
}

fn route_of(more: &More) -> Route {
    match more.clone() {
        More::Muscle(id) => Route::Muscle { id },
        More::Landmark(id) | More::Neighbour(id) => Route::Landmarks { at: Some(id) },
        More::Term(id) => Route::Glossary { at: Some(id) },
    }
}

/// All that can be chosen, as buttons, by layer or view. Drawn once it is opened.
pub fn list(board: Board) -> Option<AnyView> {
    let title = match board.can {
        Can::Read => "All parts as a list",
        Can::Mark => "All areas as a list",
        Can::Look | Can::Locate | Can::Paint => return None,
    };
    let open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    Some(
        view! {
            <details class="diagram-list" on:toggle=toggle hidden=move || board.maps()>
                <summary>{title}</summary>
                {move || open.get().then(|| rows(board))}
            </details>
        }
        .into_any(),
    )
}

fn rows(board: Board) -> AnyView {
    let atlas = &board.app.knowledge.atlas;
    let views = board.panes().into_iter().map(|pane| pane.view);
    if board.can == Can::Mark {
        return views.map(|view| group(board, view.title(), target::zones(atlas, view))).collect_view().into_any();
    }
    let mut all: Vec<Target> = Vec::new();
    // The view that is shown comes first, so that a press needs no other where it can be helped.
    let mut views: Vec<_> = views.collect();
    palpate_core::order::sort_by_key(&mut views, |view| *view != board.view.get());
    for found in views.into_iter().flat_map(|view| target::structures(atlas, view)) {
        if !all.iter().any(|target| target.name == found.name) {
            all.push(found);
        }
    }
    let layers = [Layer::Muscle, Layer::Bone, Layer::Landmark, Layer::Keep, Layer::Skin].into_iter().map(|layer| {
        let (these, rest) = std::mem::take(&mut all).into_iter().partition(|target| target.layer == layer);
        all = rest;
        group(board, layer_title(layer), these)
    });
    layers.collect_view().into_any()
}

fn group(board: Board, title: &'static str, targets: Vec<Target>) -> AnyView {
    let buttons = targets.into_iter().map(|target| {
        let key = Some((target.id.clone(), target.side));
        let pressed = move || (board.can == Can::Read && board.chosen.with(|chosen| *chosen == key)).to_string();
        let name = target.name.clone();
        view! { <li><button type="button" class="diagram-part" aria-pressed=pressed on:click=move |_| board.press_from_afar(&target)>{name}</button></li> }
    });
    view! { <p class="diagram-list-title">{title}</p><ul class="diagram-parts">{buttons.collect_view()}</ul> }.into_any()
}

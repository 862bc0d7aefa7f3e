//! Landmarks that fingers can find, and the neighbours that hands must respect.

use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::platform::page::show_soon;
use crate::state::App;

pub fn page(app: App, at: Option<String>) -> AnyView {
    if let Some(at) = at {
        show_soon(at);
    }
    let landmarks = app.knowledge.landmarks.iter().map(|landmark| {
        view! {
            <li id=landmark.id.clone() tabindex="-1">
                <h3 class="serif">{landmark.name.clone()}</h3>
                <p class="quiet">{landmark.lay.clone()}</p>
                <p>{prose(app, &landmark.text)}</p>
                <p><strong>"Find it: "</strong>{cited(app, &landmark.find, &landmark.cites)}</p>
            </li>
        }
    });
    let neighbours = app.knowledge.neighbours.iter().map(|neighbour| {
        view! {
            <li id=neighbour.id.clone() tabindex="-1">
                <h3 class="serif">{neighbour.name.clone()}</h3>
                <p>{prose(app, &neighbour.place)}</p>
                <p><strong>"So: "</strong>{cited(app, &neighbour.so, &neighbour.cites)}</p>
            </li>
        }
    });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Landmarks and neighbours"</h1>
            <h2>"Places to find"</h2>
            <ul class="ruled">{landmarks.collect_view()}</ul>
            <h2>"Neighbours to respect"</h2>
            <ul class="ruled">{neighbours.collect_view()}</ul>
        </div>
    }
    .into_any()
}

//! Put several marks on the drawing, in any order. Once answered, each is numbered and the answers lie under them.

use super::Making;
use super::picture::{self, Shown, Sign};
use crate::component::diagram::{Area, Can, Fill, Overlay};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::item::Marks;
use palpate_core::quiz::{Event, Feedback};

pub const HINT: &str = "Tap each place; one more tap moves the nearest mark. With the keyboard: arrows move the cross, Enter puts it.";

pub fn view(
    app: App,
    draft: Making,
    body: &'static Marks,
    feedback: Option<&Feedback>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let answered = feedback.is_some();
    let count = body.targets.len();
    let overlay = Signal::derive(move || Overlay {
        zones: if answered { answers(body) } else { Vec::new() },
        put: picture::places(draft).into_iter().zip(1u8..).collect(),
        ..Overlay::default()
    });
    let put = move || picture::places(draft).len();
    let label = if answered { picture::ANSWER } else { "Where are they? Put each mark" };
    let shown = Shown { view: body.view, layers: &body.layers, can: if answered { Can::Read } else { Can::Locate } };
    view! {
        <div class="picture-stand">
            {answered.then(|| picture::key(&picture::yours(untrack(put) > 0, Sign::Marks, "Your marks", &[(Sign::Answer, "The answers")])))}
            {picture::drawing(app, label, shown, overlay, dispatch)}
            {(!answered).then(|| view! {
                    <div class="picture-tools">
                        <p class="quiet" role="status">{put} " of " {count} " marks put"</p>
                        <button type="button" class="button" disabled=move || put() == 0 on:click=move |_| dispatch(Event::Wipe)>"Take them away"</button>
                    </div>
            })}
        </div>
    }
    .into_any()
}

fn answers(body: &Marks) -> Vec<Area> {
    let area = |(region, name): &(_, String)| Area {
        view: body.view,
        region: Clone::clone(region),
        fill: Fill::Answer,
        name: name.clone(),
        badge: 0,
        smooth: false,
    };
    body.targets.iter().map(area).collect()
}

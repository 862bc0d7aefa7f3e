//! Point to a place on the drawing: a tap, or the cross that the arrow keys move. Once answered, the place and the answer
//! lie over each other.

use super::Making;
use super::picture::{self, Shown, Sign};
use crate::component::diagram::{Area, Can, Fill, Overlay};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::item::Locate;
use palpate_core::quiz::{Event, Feedback};

pub const HINT: &str = "Tap the place. With the keyboard: arrows move the cross, Enter puts it.";

pub fn view(
    app: App,
    draft: Making,
    body: &'static Locate,
    feedback: Option<&Feedback>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let answered = feedback.is_some();
    let overlay = Signal::derive(move || Overlay {
        zones: if answered { vec![answer(body)] } else { Vec::new() },
        put: picture::places(draft).into_iter().map(|place| (place, 0)).collect(),
        ..Overlay::default()
    });
    let shown = Shown { view: body.view, layers: &body.layers, can: if answered { Can::Read } else { Can::Locate } };
    let label = if answered { picture::ANSWER } else { "Where is it? Put one place" };
    let put = untrack(|| !picture::places(draft).is_empty());
    view! {
        <div class="picture-stand">
            {answered.then(|| picture::key(&picture::yours(put, Sign::Place, "Your place", &[(Sign::Answer, "The answer")])))}
            {picture::drawing(app, label, shown, overlay, dispatch)}
        </div>
    }
    .into_any()
}

fn answer(body: &Locate) -> Area {
    Area { view: body.view, region: body.target.clone(), fill: Fill::Answer, name: "The answer".to_owned(), badge: 0, smooth: false }
}

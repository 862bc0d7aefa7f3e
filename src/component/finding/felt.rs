//! Where an ache was felt as well: places put on the drawings, and the same by name.

use super::form::Form;
use super::{fold, pains, tick, words};
use crate::component::diagram::{Action, Can, Overlay, Start, diagram};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::page as browser;
use palpate_core::Side;
use palpate_core::journal::Finding;
use palpate_core::knowledge::{Layer, View};
use palpate_core::picture::{Place, whereabouts};

/// So many places are enough to tell a clinician of.
const MOST: usize = 9;

pub fn view(form: Form) -> AnyView {
    let number = super::pick::number();
    let marked = move || match form.get(|finding| finding.felt.len()) {
        0 => String::new(),
        1 => "1 place".to_owned(),
        more => format!("{more} places"),
    };
    let named = move || match form.get(|finding| finding.felt_at.len()) {
        0 => String::new(),
        more => format!("{more} ticked"),
    };
    view! {
        <p class="field-title" id=format!("felt-{number}") tabindex="-1">"Where else was it felt?"</p>
        {fold(view! { "On the picture" <span>{marked}</span> }, move || picture(form))}
        {places(form, number)}
        {fold(view! { "By name" <span>{named}</span> }, move || names(form))}
    }
    .into_any()
}

fn picture(form: Form) -> AnyView {
    let start = Start {
        views: vec![View::Front, View::Back],
        side_by_side: false,
        layers: vec![Layer::Skin, Layer::Bone, Layer::Landmark],
        switches: false,
        muscle: String::new(),
    };
    let overlay = Signal::derive(move || Overlay {
        put: form.get(|finding| finding.felt.iter().copied().zip(1u8..).collect()),
        ..Overlay::default()
    });
    let put = move |action| match action {
        Action::Put(place) => form.set(|finding| add(finding, place)),
        Action::Choose { .. } | Action::Draw { .. } | Action::Brush { .. } => {}
    };
    view! {
        <p class="quiet">"Tap each place. With the keyboard: arrows move the cross, Enter puts it."</p>
        <div class="felt-map">{diagram(form.app, "Front and back of the body. Put each place where you felt it", Can::Locate, start, overlay, put)}</div>
    }
    .into_any()
}

/// Once there are enough, one more moves the last.
fn add(finding: &mut Finding, place: Place) {
    finding.felt.truncate(MOST - 1);
    finding.felt.push(place);
}

fn places(form: Form, number: u32) -> AnyView {
    let count = Memo::new(move |_| form.get(|finding| finding.felt.len()));
    let row = move |at: usize| {
        let words = move || form.get(|finding| finding.felt.get(at).map(|place| told(*place)).unwrap_or_default());
        let remove = move |_| {
            form.set(|finding| {
                if at < finding.felt.len() {
                    finding.felt.remove(at);
                }
            });
            browser::focus_id_soon(format!("felt-{number}"));
        };
        view! {
            <li class="felt-place">
                <span class="hurt-badge" aria-hidden="true">{at + 1}</span>
                <span>{words}</span>
                <button type="button" class="icon-button" aria-label=move || format!("Take away place {}: {}", at + 1, words()) on:click=remove>{icon(Icon::Close)}</button>
            </li>
        }
    };
    view! { <ul class="felt-places" hidden=move || count.get() == 0>{move || (0..count.get()).map(row).collect_view()}</ul> }.into_any()
}

/// "Front: 3 cm right of your midline, 2 cm below the navel".
pub fn told(place: Place) -> String {
    let own = |side: Side| (format!("to the person's {} of the midline", side.word()), format!("{} of your midline", side.word()));
    let words = Side::BOTH.map(own).iter().fold(whereabouts(place), |words, (theirs, yours)| words.replace(theirs, yours));
    format!("{}: {words}", place.view.title())
}

fn names(form: Form) -> AnyView {
    // Names that are no longer known can still be taken away.
    let own = form.finding.with_untracked(|finding| finding.felt_at.clone());
    let old = own.into_iter().filter(|id| !pains(form.app).any(|pain| pain.id == *id));
    let rows = pains(form.app).map(|pain| pain.id.clone()).chain(old).map(|id| {
        let name = words::complaint(form.app, &id);
        let ticked = id.clone();
        tick(
            name,
            move || form.get(|finding| finding.felt_at.contains(&ticked)),
            move |on| {
                form.set(|finding| {
                    finding.felt_at.retain(|other| *other != id);
                    if on {
                        finding.felt_at.push(id.clone());
                    }
                });
            },
        )
    });
    view! { <div class="ticks">{rows.collect_view()}</div> }.into_any()
}

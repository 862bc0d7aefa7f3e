//! Put in order: each step has buttons to move it up and down, so that no pointer is needed.

use super::Making;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use palpate_core::item::Order;
use palpate_core::quiz::{Event, Feedback, Part};

pub fn view(
    draft: Making,
    body: &'static Order,
    feedback: Option<&Feedback>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    if let Some(feedback) = feedback {
        return answered(body, feedback);
    }
    let count = u8::try_from(body.steps.len()).unwrap_or(u8::MAX);
    let rows = move || {
        let order = draft.with(|draft| draft.as_ref().map(|draft| draft.order().to_vec()).unwrap_or_default());
        (0u8..).zip(order).map(|(place, written)| row(body, place, written, count, dispatch)).collect_view()
    };
    view! { <ol class="order">{rows}</ol> }.into_any()
}

fn text(body: &Order, written: u8) -> String {
    body.steps.get(usize::from(written)).cloned().unwrap_or_default()
}

fn row(body: &Order, place: u8, written: u8, count: u8, dispatch: impl Fn(Event) + Copy + Send + Sync + 'static) -> AnyView {
    let words = text(body, written);
    let shift = move |to: u8| {
        move |_| {
            dispatch(Event::Move { from: place, to });
            // The rows are drawn anew; the focus follows the step, on the button that moves it on.
            let (up, first, last) = (to < place, to == 0, to + 1 == count);
            let button = if (up && !first) || last { "up" } else { "down" };
            crate::platform::page::focus_id_soon(format!("order-{button}-{to}"));
        }
    };
    view! {
        <li class="option">
            <span class="option-letter" aria-hidden="true">{place + 1}</span>
            <span class="option-text">{words.clone()}</span>
            <span class="order-buttons">
                <button type="button" class="icon-button" id=format!("order-up-{place}") disabled=place == 0 aria-label=format!("Move up: {words}") on:click=shift(place.saturating_sub(1))>{icon(Icon::Up)}</button>
                <button type="button" class="icon-button" id=format!("order-down-{place}") disabled=place + 1 == count aria-label=format!("Move down: {words}") on:click=shift(place + 1)>{icon(Icon::Down)}</button>
            </span>
        </li>
    }
    .into_any()
}

fn answered(body: &Order, feedback: &Feedback) -> AnyView {
    let yours = (1u8..).zip(&feedback.parts).filter_map(|(place, part)| match part {
        Part::Place { step, right } => {
            let (class, mark, word) = if *right { ("option option-right", Icon::Check, "Right place".to_owned()) } else { ("option option-wrong", Icon::Cross, format!("Belongs at {}", step + 1)) };
            Some(view! { <li class=class><span class="option-letter" aria-hidden="true">{icon(mark)}</span><span class="option-text">{place} ". " {text(body, *step)}</span><span class="option-word">{word}</span></li> })
        }
        Part::Choice { .. } | Part::Pair { .. } | Part::Target { .. } => None,
    });
    let right = body.steps.iter().map(|step| view! { <li>{step.clone()}</li> });
    view! {
        <ol class="order">{yours.collect_view()}</ol>
        {(!feedback.right).then(|| view! { <h2>"The right order"</h2><ol class="instructions">{right.collect_view()}</ol> })}
    }
    .into_any()
}

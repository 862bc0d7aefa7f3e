//! Match: a list to choose from beside each left side.

use super::Making;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use palpate_core::item::Matching;
use palpate_core::quiz::{Card, Draft, Event, Feedback, Part};

pub fn view(
    draft: Making,
    body: &'static Matching,
    card: &Card,
    feedback: Option<&Feedback>,
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let shown = card.shown.clone();
    let right_at = |place: u8| {
        shown
            .get(usize::from(place))
            .and_then(|written| body.pairs.get(usize::from(*written)))
            .map(|pair| pair.right.clone())
            .unwrap_or_default()
    };
    let rows = (0u8..).zip(&body.pairs).map(|(left, pair)| match feedback.and_then(|feedback| feedback.parts.get(usize::from(left))) {
        Some(Part::Pair { chosen, key }) => {
            let right = *chosen == Some(*key);
            let (class, mark, word) = match chosen {
                Some(_) if right => ("option option-right", Icon::Check, "Right"),
                Some(_) => ("option option-wrong", Icon::Cross, "Not this"),
                None => ("option", Icon::Info, ""),
            };
            let yours = chosen.filter(|_| !right).map(|chosen| view! { <span class="option-why">"You chose: " {right_at(chosen)}</span> });
            view! {
                <li class=class>
                    <span class="option-letter" aria-hidden="true">{icon(mark)}</span>
                    <span class="option-text"><strong>{pair.left.clone()}</strong> " → " {right_at(*key)} {yours}</span>
                    <span class="option-word">{word}</span>
                </li>
            }
            .into_any()
        }
        Some(Part::Choice { .. } | Part::Place { .. } | Part::Target { .. }) | None => open(draft, body, left, &shown, dispatch),
    });
    let shared = move || draft.with(|draft| draft.as_ref().is_some_and(Draft::has_shared_partner));
    view! {
        <ul class="matching">{rows.collect_view()}</ul>
        <p class="quiet" role="status">{move || shared().then_some("Two have the same partner. Each partner belongs to one.")}</p>
    }
    .into_any()
}

fn open(
    draft: Making,
    body: &'static Matching,
    left: u8,
    shown: &[u8],
    dispatch: impl Fn(Event) + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = format!("match-{left}");
    let label = body.pairs.get(usize::from(left)).map(|pair| pair.left.clone()).unwrap_or_default();
    let given = move || draft.with(|draft| draft.as_ref().and_then(|draft| draft.matched(left)));
    let options = (0u8..).zip(shown.to_vec()).map(|(place, written)| {
        let text = body.pairs.get(usize::from(written)).map(|pair| pair.right.clone()).unwrap_or_default();
        view! { <option value=place.to_string() prop:selected=move || given() == Some(written)>{text}</option> }
    });
    let choose = move |event: leptos::ev::Event| match event_target_value(&event).parse() {
        Ok(right) => dispatch(Event::Pair { left, right }),
        Err(_) => dispatch(Event::Clear { left }),
    };
    view! {
        <li class="option">
            <label class="option-text" for=id.clone()><strong>{label}</strong></label>
            <select id=id class="matching-choice" on:change=choose>
                <option value="" prop:selected=move || given().is_none()>"Choose …"</option>
                {options.collect_view()}
            </select>
        </li>
    }
    .into_any()
}

//! Every answer of an exam that is over: yours, the right one, why, and who says so.

use crate::component::icon::{Icon, icon};
use crate::component::item;
use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::exam::{Confidence, Sat};
use palpate_core::item::Item;
use palpate_core::quiz::{Card, Feedback};

pub fn view(app: App, sat: &Sat) -> AnyView {
    let Some(answers) = sat.answers(app.bank()) else {
        return view! {
            <section class="exam-screen">
                <h2>"Your answers"</h2>
                <p>"This paper was made with another version of Palpate's questions, so they can't be shown here again. The record above stays as it is."</p>
            </section>
        }
        .into_any();
    };
    let rows = (1..)
        .zip(answers)
        .zip(&sat.items)
        .map(|((number, (item, card, feedback)), kept)| row(app, number, item, card, feedback, kept.confidence));
    view! {
        <section class="exam-screen">
            <h2>"Your answers"</h2>
            <p class="quiet">"Open a question for your answer, the right one, the reason and its sources."</p>
            <ol class="exam-answers">{rows.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn row(app: App, number: usize, item: &'static Item, card: Card, feedback: Feedback, confidence: Option<Confidence>) -> AnyView {
    let (image, word) = match (feedback.right, feedback.gave_up) {
        (true, _) => (Icon::Check, "Right"),
        (false, true) => (Icon::Info, "Not answered"),
        (false, false) => (Icon::Cross, "Not right"),
    };
    // A drawing costs time to make, so it is made once it is wanted.
    let open = RwSignal::new(false);
    let inside = move || {
        open.get().then(|| {
            let draft = card.draft.clone();
            let told =
                card.answer.as_ref().and_then(|answer| answer.attempt.as_ref()).map(|attempt| item.told(attempt)).unwrap_or_default();
            view! {
                {item.picture.as_ref().map(|picture| item::picture::above(app, picture, true))}
                {item::body(app, item, &card, Signal::derive(move || Some(draft.clone())), Some(&feedback), |_| ())}
                {told.into_iter().map(|line| view! { <p class="verdict-told">{line}</p> }).collect_view()}
                {confidence.map(|confidence| view! { <p class="quiet">"You were: " {confidence.title()}</p> })}
                <p>{cited(app, &item.rationale, &item.cites)}</p>
            }
        })
    };
    view! {
        <li>
            <details class="said" on:toggle=move |_| open.set(true)>
                <summary>{icon(image)} " " {word} ": " {number} ". " {item.stem.clone()} <span class="quiet">" " {item.topic.title()}</span></summary>
                {inside}
            </details>
        </li>
    }
    .into_any()
}

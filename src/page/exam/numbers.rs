//! All questions by number: which are answered, open, or marked to come back to.

use super::sit::Sitting;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use palpate_core::exam::{Exam, State};

pub fn view(sitting: Sitting) -> AnyView {
    let count = sitting.app.exam.with_untracked(|exam| exam.as_ref().map_or(0, |exam| exam.questions().len()));
    let rows = (0..count).map(|at| number(sitting, at));
    view! {
        <nav class="exam-numbers" aria-label="All questions">
            <ol>{rows.collect_view()}</ol>
            <p class="quiet exam-key">
                <span>{icon(Icon::Check)} " answered"</span>
                <span><span class="exam-key-open" aria-hidden="true"></span> " open"</span>
                <span><span class="exam-key-marked" aria-hidden="true">"?"</span> " to come back to"</span>
            </p>
        </nav>
    }
    .into_any()
}

fn number(sitting: Sitting, at: usize) -> AnyView {
    let state = Memo::new(move |_| sitting.with(|exam| exam.states().get(at).copied()).flatten());
    let is_here = move || sitting.with(Exam::at) == Some(at) && !sitting.asking.get();
    let label = move || {
        let (answered, marked) = told(state.get());
        format!("Question {}, {answered}{marked}", at + 1)
    };
    let class = move || match state.get() {
        Some(State { answered: true, .. }) => "exam-number exam-number-answered",
        Some(State { answered: false, .. }) | None => "exam-number",
    };
    let signs = move || {
        let State { answered, marked } = state.get().unwrap_or(State { answered: false, marked: false });
        view! { {answered.then(|| icon(Icon::Check))} {marked.then(|| view! { <span class="exam-key-marked">"?"</span> })} }
    };
    view! {
        <li>
            <button type="button" class=class aria-label=label aria-current=move || is_here().then_some("step") on:click=move |_| sitting.go(at)>
                <span>{at + 1}</span>
                <span class="exam-signs" aria-hidden="true">{signs}</span>
            </button>
        </li>
    }
    .into_any()
}

fn told(state: Option<State>) -> (&'static str, &'static str) {
    let state = state.unwrap_or(State { answered: false, marked: false });
    (if state.answered { "answered" } else { "open" }, if state.marked { ", to come back to" } else { "" })
}

//! Before an exam is handed in: how many questions are open.

use super::sit::Sitting;
use super::{hand_in, numbers};
use crate::markup::prelude::*;
use palpate_core::exam::Exam;

pub fn view(sitting: Sitting) -> AnyView {
    let counts = move || {
        sitting.with(|exam| {
            let marked = exam.states().iter().filter(|state| state.marked).count();
            (exam.questions().len(), exam.open(), marked)
        })
    };
    let told = move || {
        let (count, open, marked) = counts().unwrap_or_default();
        let open = match open {
            0 => format!("All {count} questions are answered."),
            1 => "1 question is open, and counts as wrong.".to_owned(),
            open => format!("{open} questions are open, and count as wrong."),
        };
        let marked = match marked {
            0 => String::new(),
            1 => " 1 is marked to come back to.".to_owned(),
            marked => format!(" {marked} are marked to come back to."),
        };
        open + &marked
    };
    let back = move |_| sitting.go(sitting.app.exam.with_untracked(|exam| exam.as_ref().map_or(0, Exam::at)));
    view! {
        <h1 tabindex="-1">"Hand it in?"</h1>
        <p class="lead">{told}</p>
        <p>"Once it is handed in, answers can't be changed, and you see the result."</p>
        {numbers::view(sitting)}
        <div class="question-footer">
            <button type="button" class="button" on:click=back>"Not yet"</button>
            <button type="button" class="button button-main" on:click=move |_| hand_in(sitting.app)>"Hand it in"</button>
        </div>
    }
    .into_any()
}

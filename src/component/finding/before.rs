//! How it is before a session begins: all of it may be left out, and none of it delays the start.

use super::score::{About, score};
use super::{check, fold, now};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::Side;
use palpate_core::journal::{Entry, Extension, Score};

/// What was said before the start. Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct Before {
    app: App,
    score: RwSignal<Option<Score>>,
    complaint: RwSignal<Option<String>>,
    /// Of one side only, so that another side is not written down for it.
    extension: RwSignal<Option<(Side, Extension)>>,
}

impl Before {
    pub fn new(app: App) -> Self {
        Before { app, score: RwSignal::new(None), complaint: RwSignal::new(now::last_complaint(app)), extension: RwSignal::new(None) }
    }

    fn extension_of(self, side: Side) -> Option<Extension> {
        self.extension.get().filter(|(of, _)| *of == side).map(|(_, extension)| extension)
    }

    /// Writes it into a new entry, unless nothing was said, and gives the entry's id for the session.
    pub fn write(self, walkthrough: &str, side: Side) -> String {
        let score = self.score.get_untracked();
        let entry = Entry {
            walkthrough: Some(walkthrough.to_owned()),
            side: Some(side),
            complaint: score.and_then(|_| self.complaint.get_untracked()),
            before: score,
            extension_before: untrack(|| self.extension_of(side)),
            ..self.app.new_entry()
        };
        let id = entry.id.clone();
        if !entry.is_blank() {
            self.app.write_entry(entry);
        }
        id
    }
}

pub fn view(before: Before, side: Side) -> AnyView {
    let app = before.app;
    let self_check = check::is_described(app).then(|| {
        fold(app.knowledge.self_check.title.clone(), move || {
            view! {
                {check::how(app, side)}
                {check::question(app, "What does the thigh do?", move || before.extension_of(side), move |answer: Option<Extension>| before.extension.set(answer.map(|answer| (side, answer))))}
            }
            .into_any()
        })
    });
    view! {
        <section class="before" aria-labelledby="before-title">
            <h2 id="before-title">"How is it now? "<span class="quiet">"For your journal. You may leave this out."</span></h2>
            {score("Discomfort now", About::Discomfort, move || before.score.get(), move |score| before.score.set(score))}
            <div hidden=move || before.score.get().is_none()>{now::complaint(app, move || before.complaint.get(), move |id| before.complaint.set(id))}</div>
            {self_check}
        </section>
    }
    .into_any()
}

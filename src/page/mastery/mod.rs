//! The map of what is known: muscle by relation, with today's chance of recall, and what to take up next.
//!
//! What the numbers mean and what comes next is decided in `core::mastery`; here it is put into words and drawn.

mod detail;
mod map;
mod next;
mod words;

use crate::markup::prelude::*;
use crate::platform::clock;
use crate::platform::page::print;
use crate::route::Route;
use crate::state::App;
use palpate_core::mastery::Mastery;
use palpate_core::memory;
use palpate_core::practice::{self, Practice};
use palpate_core::relation::Relation;

/// A cell, as a muscle's id and a relation.
type Chosen = RwSignal<Option<(String, Relation)>>;

pub fn page(app: App) -> AnyView {
    let mastery = Memo::new(move |_| app.memory.with(|memory| Mastery::of(app.knowledge, app.bank(), memory, clock::today())));
    let next = Memo::new(move |_| mastery.with(|mastery| mastery.next(to_practise(app).as_deref())));
    let chosen: Chosen = RwSignal::new(None);
    view! {
        <div class="page">
            <p class="crumbs"><a href=Route::Learn.href()>"Learn it"</a></p>
            <h1 tabindex="-1">"What you know"</h1>
            <p class="mastery-lead">
                "Each number is the chance, today, that you would know an answer there. It comes from your answers and a model of how memory fades, called FSRS-6. "
                "What you were never asked counts as not known, and so does what went wrong today."
            </p>
            {move || next::section(app, mastery, &next.get())}
            {move || map::section(app, mastery, &next.get(), chosen)}
            <p class="mastery-print"><button type="button" class="link" on:click=move |_| print()>"Print this page"</button></p>
            {detail::dialog(app, mastery, chosen)}
        </div>
    }
    .into_any()
}

/// The walkthrough that today's plan has, if neither the gate, a stop nor the journal speaks against it.
fn to_practise(app: App) -> Option<String> {
    let today = clock::today();
    let (journal, finished, gate) = (app.journal.get(), app.finished.get(), app.gate.get());
    match practice::suggests(app.knowledge, &journal, &finished, &gate, today) {
        Practice::Ready | Practice::CheckFirst => {}
        Practice::NotToday(_) => return None,
    }
    let learning = app.settings.with(|settings| settings.learning.clone());
    app.memory.with(|memory| memory::plan(app.knowledge, app.bank(), memory, &learning, today)).skills.into_iter().next()
}

/// A muscle's name.
fn name(app: App, muscle: &str) -> &'static str {
    app.knowledge.muscle(muscle).map_or("", |muscle| muscle.name.as_str())
}

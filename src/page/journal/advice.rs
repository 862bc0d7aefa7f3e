//! What the journal advises, with its reason and who says so. What calls for help stands first, open, and can't be put away.

use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use palpate_core::journal::advice::{Advised, advise};
use palpate_core::knowledge::{AdviceWhen, Importance};

/// Asks the rules with all that is kept, and hands on what they say.
fn asked<T>(app: App, then: impl FnOnce(Vec<Advised>) -> T) -> T {
    let gate = app.gate.get();
    let today = clock::today();
    app.journal.with(|journal| app.finished.with(|finished| then(advise(app.knowledge, journal, finished, &gate, today))))
}

pub fn view(app: App) -> AnyView {
    let rows = move || {
        asked(app, |all| {
            let rows: Vec<_> = all.iter().enumerate().map(|(at, advised)| row(app, advised, at == 0)).collect();
            (!rows.is_empty()).then(|| view! { <ul class="journal-advice" aria-label="What your journal says">{rows}</ul> })
        })
    };
    view! { {rows} }.into_any()
}

fn importance(advised: &Advised) -> Importance {
    // A red flag is a call for help, whatever the content says of it.
    if matches!(advised.rule.when, AdviceWhen::RedFlag { .. }) { Importance::Help } else { advised.rule.importance }
}

fn looks(importance: Importance) -> (&'static str, Icon) {
    match importance {
        Importance::Help => ("advice advice-help", Icon::Octagon),
        Importance::Clinician => ("advice advice-clinician", Icon::Warning),
        Importance::Rest => ("advice advice-rest", Icon::Pause),
        Importance::Idea => ("advice", Icon::Info),
    }
}

/// The first, and all that send to someone, stand open; of the others the title and the reason do.
fn row(app: App, advised: &Advised, is_first: bool) -> AnyView {
    let rule = advised.rule;
    let importance = importance(advised);
    let (class, image) = looks(importance);
    let urgent = importance <= Importance::Clinician;
    let muscle = rule.muscle.as_deref().and_then(|id| app.knowledge.muscle(id));
    let muscle =
        muscle.map(|muscle| view! { <a href=Route::Muscle { id: muscle.id.clone() }.href()>"About the " {muscle.name.to_lowercase()}</a> });
    let flags = urgent.then(|| view! { <a href=Route::Safety { at: Some("red-flags".to_owned()) }.href()>"All red flags"</a> });
    let summary = (urgent && importance != Importance::Help).then(|| view! { <a href=Route::Summary.href()>"Summary to take along"</a> });
    let text = view! {
        <p>{cited(app, &rule.text, &rule.cites)}</p>
        <p class="advice-ways">{flags} {summary} {muscle}</p>
    };
    let text = if urgent || is_first {
        text.into_any()
    } else {
        view! { <details class="journal-fold"><summary>"Read more"</summary>{text}</details> }.into_any()
    };
    view! {
        <li class=class>
            <h2>{icon(image)} <span>{rule.title.clone()}</span></h2>
            <p><strong>"Why: "</strong>{advised.reason.clone()}</p>
            {text}
        </li>
    }
    .into_any()
}

/// The weightiest in one line, for the home page: a call for help before all else there (`help`), the rest further down.
pub fn line(app: App, help: bool) -> Option<AnyView> {
    asked(app, |all| {
        let first = all.first().filter(|first| (importance(first) == Importance::Help) == help)?;
        let (_, image) = looks(importance(first));
        let class = if help { "home-journal home-journal-help" } else { "home-journal" };
        let title = first.rule.title.clone();
        Some(
            view! {
                <a class=class href=Route::Journal.href()>
                    {icon(image)}
                    <span><span class="quiet">"Your journal says"</span> <strong>{title}</strong></span>
                </a>
            }
            .into_any(),
        )
    })
}

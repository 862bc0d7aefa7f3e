//! A score from 0 to 10 as eleven large buttons. It may be left out.

use super::pick::{Choice, Pick, pick};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use palpate_core::journal::{Score, TENDER_CEILING};

/// What a score is about: a pressed point has a ceiling, an ache of every day has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Discomfort,
    Point,
}

impl About {
    /// What 0 and 10 mean.
    fn ends(self) -> [&'static str; 2] {
        match self {
            About::Discomfort => ["none", "the worst you can imagine"],
            About::Point => ["not tender", "the worst you can imagine"],
        }
    }
}

pub fn score(
    label: &str,
    about: About,
    value: impl Fn() -> Option<Score> + Send + Sync + 'static,
    set: impl Fn(Option<Score>) + Send + Sync + 'static,
) -> AnyView {
    let [none, worst] = about.ends();
    let choices = Score::all().map(|score| {
        let over = about == About::Point && score > TENDER_CEILING;
        let number = score.number();
        let spoken = match number {
            0 => Some(format!("0, {none}")),
            10 if over => Some(format!("10, {worst}, above the ceiling")),
            10 => Some(format!("10, {worst}")),
            _ => over.then(|| format!("{number}, above the ceiling")),
        };
        Choice { shown: number.to_string(), spoken, class: if over { "pick-over" } else { "" } }
    });
    let ceiling = TENDER_CEILING.number();
    view! {
        <div class="score">
            {pick(Pick {
                label: label.to_owned(),
                class: "pick pick-score",
                optional: true,
                choices: choices.collect(),
                value: Signal::derive(move || value().map(|score| usize::from(score.number()))),
                set: Callback::new(move |at: Option<usize>| set(at.and_then(|at| Score::all().nth(at)))),
            })}
            <p class="score-ends quiet" aria-hidden="true"><span>"0: " {none}</span> <span>"10: " {worst}</span></p>
            {(about == About::Point).then(|| view! { <p class="score-ceiling quiet">{icon(Icon::Octagon)} <span>{ceiling} " is the ceiling. Above it: hands off, and leave this point alone."</span></p> })}
        </div>
    }
    .into_any()
}

//! A quiz round: one question, its feedback, the next, and the result by topic. The rules are in `core::quiz`.

mod question;
mod result;

pub use result::missed;

use crate::markup::prelude::*;
use crate::page::learn::address_of;
use crate::platform::{address, page as browser, random};
use crate::route::RoundAddress;
use crate::state::App;
use palpate_core::memory::{Sure, What};
use palpate_core::quiz::{Event, Phase, Round, Scope, Seed};
use palpate_core::relation::Relation;

pub fn page(app: App, wanted: &RoundAddress) -> AnyView {
    let Some(seed) = seed(wanted) else {
        return view! {
            <div class="page page-text">
                <h1 tabindex="-1">"This round can't be opened"</h1>
                <p>"The code of the round in the address is not one of ours. It may have been cut short. Ask for it again, or start a new round."</p>
                <p class="button-row"><a class="button button-main" href=crate::route::Route::Learn.href()>"Start a new round"</a></p>
            </div>
        }
        .into_any();
    };
    begin(app, wanted, seed);
    stage(app, result::view)
}

/// The round that is kept, question by question, and its result when it is done.
pub fn stage(app: App, result: fn(App) -> AnyView) -> AnyView {
    let keys = browser::on_key(move |event| question::key(app, event));
    let keys = StoredValue::new_local(keys);
    on_cleanup(move || keys.dispose());
    // Built anew for each question and each feedback; choosing an option changes only the option.
    let stage = Memo::new(move |_| app.round.with(|round| round.as_ref().map(|round| (round.at(), round.phase()))));
    view! {
        {move || match stage.get() {
            None => ().into_any(),
            Some((_, Phase::Done)) if app.round.with_untracked(has_cards) => result(app),
            Some((_, Phase::Asking | Phase::Feedback | Phase::Done)) => question::view(app),
        }}
    }
    .into_any()
}

/// What a round about one muscle or one relation is about: "Iliacus: origin".
pub fn drill(app: App, muscle: Option<&str>, relation: Option<Relation>) -> Option<String> {
    let muscle = muscle.and_then(|id| app.knowledge.muscle(id)).map(|muscle| muscle.name.clone());
    match (muscle, relation.map(Relation::title)) {
        (Some(muscle), Some(relation)) => Some(format!("{muscle}: {}", relation.to_lowercase())),
        (muscle, relation) => muscle.or(relation.map(str::to_owned)),
    }
}

/// A round for which the bank has no question has nothing to count either.
fn has_cards(round: &Option<Round>) -> bool {
    round.as_ref().is_some_and(|round| !round.cards().is_empty())
}

/// The seed of the address, or a fresh one; `None` when the address holds one that can't be read.
fn seed(wanted: &RoundAddress) -> Option<Seed> {
    match &wanted.seed {
        Some(code) => Seed::from_code(code),
        None => Some(Seed(random::seed())),
    }
}

/// Takes up the kept round when it is the one that the address names; otherwise draws it.
fn begin(app: App, wanted: &RoundAddress, seed: Seed) {
    let scope =
        Scope { topics: wanted.topics.clone(), muscle: wanted.muscle.clone(), relation: wanted.relation, only: wanted.only.clone() };
    let count = match wanted.count {
        Some(count) => usize::from(count),
        None if !scope.only.is_empty() => scope.only.len(),
        None => usize::from(app.settings.get_untracked().round_length),
    };
    let kept = app.round.with_untracked(|round| {
        round.as_ref().is_some_and(|round| {
            wanted.seed.is_some() && round.day().is_none() && round.seed() == seed && *round.scope() == scope && round.fits(app.bank())
        })
    });
    if !kept {
        let round = Round::new(app.bank(), scope, count, seed);
        address::replace(&address_of(&round).href());
        app.change_round(|kept| *kept = Some(round));
    }
}

/// Sends an event to the reducer, and logs the answer that it completes.
fn send(app: App, event: Event) {
    let mut answered = None;
    app.change_round(|round| {
        let Some(round) = round else { return };
        let before = round.phase();
        if round.apply(event, app.bank()) && before == Phase::Asking && round.phase() == Phase::Feedback {
            answered = round.card().and_then(|card| Some((card.item.clone(), card.answer.clone()?, card.sure)));
        }
    });
    if let Some((card, answer, sure)) = answered {
        let sure = if answer.attempt.is_some() { sure } else { Sure::Unsure };
        app.log_review(card, What::Answered { attempt: answer.attempt, right: answer.right, sure });
    }
    match event {
        Event::Submit | Event::GiveUp => browser::focus_id_soon("verdict".to_owned()),
        Event::Next => {
            browser::scroll_to_top();
            browser::focus_soon("main h1");
        }
        Event::Choose(_)
        | Event::Move { .. }
        | Event::Pair { .. }
        | Event::Clear { .. }
        | Event::Put(_)
        | Event::Brush { .. }
        | Event::Wipe
        | Event::Sure(_) => {}
    }
}

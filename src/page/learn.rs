//! Learn it: what today brings, the ways on from there, and practice by topic.

use crate::component::way::way;
use crate::markup::prelude::*;
use crate::page::study;
use crate::route::{RoundAddress, Route};
use crate::state::App;
use palpate_core::item::Topic;
use palpate_core::quiz::{Phase, Round, Scope};

pub fn page(app: App) -> AnyView {
    let chosen = RwSignal::new(Vec::<Topic>::new());
    let topics = Topic::ALL.map(|topic| topic_choice(app, chosen, topic));
    let start = move || {
        let topics = chosen.get();
        Route::Round(RoundAddress { topics, ..RoundAddress::default() }).href()
    };
    view! {
        <div class="page learn">
            <h1 tabindex="-1">"Learn it"</h1>
            <p class="lead">{app.bank().len()} " questions. Each answer comes with its reason, what the wrong options belong to, and the source. Questions come back before you are likely to have forgotten them."</p>
            <div class="learn-columns">
                <div>{study::overview(app)}</div>
                <div>
                    {ways()}
                    <section class="learn-part">
                        <h2>"Practise by topic"</h2>
                        {move || resume(app)}
                        <fieldset class="topics"><legend>"What about?"</legend>{topics.into_iter().collect_view()}</fieldset>
                        <p class="quiet">"Choose none for a mixture. What you answer here counts for the days to come as well."</p>
                        <p class="button-row"><a class="button" href=start>"Start " {move || app.settings.get().round_length} " questions"</a></p>
                    </section>
                    {move || tally(app)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Where else learning leads.
fn ways() -> AnyView {
    let ways = [
        (Route::Mastery, "What you know", "A map of each muscle, and what to learn next"),
        (Route::Exam { code: None }, "Exam", "Twenty questions, timed, without help"),
        (Route::Exams { at: None }, "Exams you sat", "Each with its marks, to be read and printed"),
        (Route::LearnSettings, "How much a day", "New questions, repeats, and how well to know them"),
        (Route::Export, "Take it along", "For Anki, Moodle and others, and a copy of your data"),
    ];
    ways.map(|(route, title, line)| way(&route, title, line)).into_iter().collect_view().into_any()
}

fn topic_choice(app: App, chosen: RwSignal<Vec<Topic>>, topic: Topic) -> AnyView {
    let size = Scope { topics: vec![topic], ..Scope::default() }.size(app.bank());
    let toggle = move |_| {
        chosen.update(|topics| {
            if topics.contains(&topic) {
                topics.retain(|other| *other != topic);
            } else {
                topics.push(topic);
            }
        });
    };
    view! {
        <label class="answer">
            <input type="checkbox" prop:checked=move || chosen.get().contains(&topic) on:change=toggle />
            <span><strong>{topic.title()}</strong> " " <span class="quiet">{size} "\u{a0}questions"</span></span>
        </label>
    }
    .into_any()
}

/// The round that was left in the middle.
fn resume(app: App) -> Option<AnyView> {
    let round = app.round.get()?;
    if round.phase() == Phase::Done || round.day().is_some() || !round.fits(app.bank()) {
        return None;
    }
    let route = address_of(&round);
    Some(
        view! {
            <div class="banner banner-news">
                <p>"You left a round at question " {round.at() + 1} " of " {round.cards().len()} "."</p>
                <a class="button" href=route.href()>"Continue"</a>
            </div>
        }
        .into_any(),
    )
}

/// The address of a round, by which it can be shared and taken up.
pub fn address_of(round: &Round) -> Route {
    let scope = round.scope();
    Route::Round(RoundAddress {
        topics: scope.topics.clone(),
        muscle: scope.muscle.clone(),
        relation: scope.relation,
        only: scope.only.clone(),
        seed: Some(round.seed().code()),
        count: u8::try_from(round.cards().len()).ok(),
    })
}

fn tally(app: App) -> Option<AnyView> {
    let (right, total) = study::answers(app);
    (total > 0).then(|| view! { <p class="quiet">"So far on this device: " {right} " right of " {total} " answered."</p> }.into_any())
}

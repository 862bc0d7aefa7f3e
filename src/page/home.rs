//! Home: what this is in five seconds, and the three doors.

use crate::component::icon::{Icon, icon};
use crate::component::plate::{Depth, plate};
use crate::component::way;
use crate::markup::prelude::*;
use crate::page::{journal, study};
use crate::platform::clock;
use crate::route::{Door, Route};
use crate::state::App;
use palpate_core::gate::Verdict;
use palpate_core::walkthrough::Place;

pub fn page(app: App) -> AnyView {
    view! {
        <div class="page home">
            <h1 class="home-title" tabindex="-1">"Find your hip flexor, and ease it by hand"</h1>
            <p class="home-lead">"A trainer for the iliopsoas, the deep muscle from spine to thigh. Every claim shows its source, and nothing leaves this device."</p>
            {move || journal::advice_line(app, true)}
            <div class="home-doors">
                {door(Door::Find, "Find it", "Locate the muscle with your own hands, then ease it", Depth::Skin)}
                {door(Door::Learn, "Learn it", "Short questions that come back when you need them", Depth::Muscle)}
                {door(Door::Lookup, "Look it up", "Muscles, signs, landmarks, and who says what", Depth::Bone)}
            </div>
            {way::to_hurt()}
            {move || journal::advice_line(app, false)}
            {move || resume(app)}
            {move || study::home(app)}
            <p class="home-safety">{icon(Icon::Shield)} <span>{move || safety_line(app)}</span></p>
            <p class="quiet home-foot">"Palpate teaches. It is not a medical device, and no clinician has reviewed it yet. " <a href=Route::About.href()>"What it can't do"</a></p>
        </div>
    }
    .into_any()
}

fn door(door: Door, title: &'static str, line: &'static str, depth: Depth) -> AnyView {
    view! {
        <a class="door" href=door.route().href()>
            <span class="door-words"><strong class="door-title">{title}</strong> " " <span class="door-line">{line}</span></span>
            <span class="door-plate" aria-hidden="true">{plate(depth)}</span>
        </a>
    }
    .into_any()
}

/// The session that was left in the middle.
fn resume(app: App) -> Option<AnyView> {
    let session = app.session.get()?;
    let guide = app.knowledge.walkthrough(&session.walkthrough)?;
    if !session.can_resume(guide, clock::today()) {
        return None;
    }
    let place = match &session.place {
        Place::Step(index) => {
            let title = guide.steps.get(usize::from(*index)).map(|step| session.side.render(&step.title));
            format!("Step {} of {}: {}", index + 1, guide.steps.len(), title.unwrap_or_default())
        }
        Place::Check(_) => "Did you find it?".to_owned(),
        Place::Area(_) | Place::Point(_) | Place::PointDone(_) => "Working on tender points".to_owned(),
        Place::Closing => "Closing".to_owned(),
        Place::Stopped | Place::EasedOff(_) => "Stopped".to_owned(),
        Place::Ended(_) => return None,
    };
    let route = Route::Walkthrough { id: guide.id.clone(), at: None };
    Some(
        view! {
            <a class="home-resume" href=route.href()>
                <span>
                    <span class="quiet">"Continue where you left"</span>
                    <strong>{guide.title.clone()} ", " {session.side.word()} " side"</strong>
                    <span class="quiet">{place}</span>
                </span>
                {icon(Icon::Forward)}
            </a>
        }
        .into_any(),
    )
}

fn safety_line(app: App) -> AnyView {
    let gate = app.gate.get();
    let (line, link) = match gate.verdict(&app.knowledge.safety, clock::today()) {
        Verdict::Open => ("Safety check done today.", "Change an answer"),
        Verdict::Closed(_) => ("No hands-on work today. Reading and questions stay open.", "Why"),
        Verdict::Questions { .. } | Verdict::ClinicianFirst | Verdict::Postpone => {
            ("Before your hands go near your belly, ten questions.", "Safety check")
        }
    };
    let all = Route::Safety { at: None }.href();
    view! { {line} " " <a href=Route::Gate.href()>{link}</a> " " <a href=all>"Red flags and safety"</a> }.into_any()
}

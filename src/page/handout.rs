//! A walkthrough on paper: who must not, when to stop, every step with its figure, and the sources.

use crate::component::figure::{self, Scene};
use crate::component::prose::{cited, prose};
use crate::component::references;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::platform::page::print;
use crate::route::Route;
use crate::state::App;
use palpate_core::Side;
use palpate_core::knowledge::{Cite, FocusArea, Listed, Step, StopAction, Walkthrough};

pub fn page(app: App, guide: &'static Walkthrough) -> AnyView {
    let side = RwSignal::new(app.settings.get_untracked().side.unwrap_or(Side::Right));
    let sides = Side::BOTH.map(|choice| segment("side", choice.title(), move || side.get() == choice, move || side.set(choice)));
    view! {
        <article class="page page-text">
            <p class="crumbs"><a href=Route::Walkthrough { id: guide.id.clone(), at: None }.href()>{guide.title.clone()}</a></p>
            <h1 tabindex="-1">{guide.title.clone()} ", " {move || side.get().word()} " side"</h1>
            <p class="lead">{guide.summary.clone()} "."</p>
            <div class="handout-choice">
                <fieldset class="segments"><legend>"Which side of the body?"</legend>{sides.into_iter().collect_view()}</fieldset>
                <button type="button" class="button button-main" on:click=move |_| print()>"Print the hand-out"</button>
            </div>
            {safety(app)}
            <p class="handout-key"><span class="keep-swatch" aria-hidden="true"></span> "Hatched on the figures: keep off. No finger presses there."</p>
            {move || body(app, guide, side.get())}
            {references::list(app, all_cites(app, guide), false)}
            <p class="quiet">"Palpate teaches. It is no medical device and does not replace a clinician."</p>
        </article>
    }
    .into_any()
}

/// Paper asks no questions, so all that the gate asks, and what ends a session and what to do then, stand before the steps.
fn safety(app: App) -> AnyView {
    let safety = &app.knowledge.safety;
    let feel = |wanted: &'static [StopAction]| {
        safety.stop.iter().filter(|reason| wanted.contains(&reason.action)).map(|reason| reason.feel.as_str()).collect()
    };
    let text = |entries: &'static [Listed]| entries.iter().map(|entry| entry.text.as_str()).collect();
    let lists: [(&str, Vec<&str>); 6] = [
        ("Keep your hands off if one of these is true", safety.avoid.iter().map(|avoid| avoid.text.as_str()).collect()),
        ("Ask a clinician first if one of these is true", text(&safety.clinician_first)),
        ("Wait for another day if one of these is so today", text(&safety.postpone)),
        ("Stop and lift your hand off if you feel", feel(&[StopAction::EaseOff, StopAction::End])),
        ("Stop, and get medical help today, if you feel", feel(&[StopAction::SameDay])),
        ("Stop, and call your local emergency number, if you feel", feel(&[StopAction::Emergency])),
    ];
    let lists = lists.map(|(title, lines)| {
        let lines = lines.into_iter().map(|line| view! { <li>{prose(app, line)}</li> });
        view! { <h2>{title}</h2><ul>{lines.collect_view()}</ul> }
    });
    view! { <section class="handout-safety">{lists.into_iter().collect_view()}</section> }.into_any()
}

fn body(app: App, guide: &Walkthrough, side: Side) -> AnyView {
    let steps = (1..).zip(&guide.steps).map(|(number, step)| self::step(app, number, step, side));
    let areas = guide.areas.iter().filter(|area| !area.only_if_unrelieved).map(|area| self::area(app, area, side));
    let closing = guide.closing.as_ref().map(|closing| {
        let lines = closing.text.iter().map(|line| view! { <li>{prose(app, &side.render(line))}</li> });
        view! { <h2>"Afterwards"</h2><ul>{lines.collect_view()}</ul> }
    });
    view! { {steps.collect_view()} {areas.collect_view()} {closing} }.into_any()
}

fn step(app: App, number: u8, step: &Step, side: Side) -> AnyView {
    let beware = super::session::warnings(step, side);
    view! {
        <section class="handout-step">
            {picture(app, &step.figure, &step.alt, side)}
            <div>
                <h2>{number} ". " {side.render(&step.title)}</h2>
                {lines(app, &step.instructions, side)}
                <p><strong>"You should feel: "</strong>{prose(app, &side.render(&step.feel))}</p>
                <p><strong>"If not: "</strong>{prose(app, &side.render(&step.if_not))}</p>
                {beware.map(|text| view! { <p class="handout-beware"><strong>"Beware: "</strong>{prose(app, &text)}</p> }).collect_view()}
                <p class="quiet">{cited(app, &side.render(&step.why), &step.cites)}</p>
            </div>
        </section>
    }
    .into_any()
}

fn area(app: App, area: &FocusArea, side: Side) -> AnyView {
    view! {
        <section class="handout-step">
            {picture(app, &area.figure, &area.alt, side)}
            <div>
                <h2>{side.render(&area.title)}</h2>
                <p>{area.hand.words()} "."</p>
                {lines(app, &area.find, side)}
                {lines(app, &area.search, side)}
                <p><strong>"Keep hold: "</strong>{cited(app, &side.render(&area.hold), &area.cites)}</p>
                <p class="handout-beware"><strong>"Stop here: "</strong>{prose(app, &side.render(&area.limit))}</p>
            </div>
        </section>
    }
    .into_any()
}

fn lines(app: App, lines: &[String], side: Side) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{prose(app, &side.render(line))}</li> });
    view! { <ol class="instructions">{lines.collect_view()}</ol> }.into_any()
}

fn picture(app: App, pose: &str, alt: &str, side: Side) -> Option<AnyView> {
    let pose = app.knowledge.pose(pose)?;
    Some(view! { <div class="handout-figure">{figure::still(app, &Scene::of(pose, side), side.render(alt))}</div> }.into_any())
}

/// Every source that the hand-out names.
fn all_cites(app: App, guide: &Walkthrough) -> Vec<Cite> {
    let steps = guide.steps.iter().flat_map(|step| &step.cites);
    let areas = guide.areas.iter().flat_map(|area| &area.cites);
    let safety = &app.knowledge.safety;
    let rules = safety.avoid.iter().flat_map(|avoid| &avoid.cites).chain(safety.stop.iter().flat_map(|reason| &reason.cites));
    let lists = safety.clinician_first.iter().chain(&safety.postpone).flat_map(|entry| &entry.cites);
    steps.chain(areas).chain(rules).chain(lists).copied().collect()
}

//! A walkthrough on paper: who must not, when to stop, every step with its figure, and the sources.

use crate::component::figure::{self, Scene};
use crate::component::prose::{cited, prose};
use crate::component::references;
use crate::markup::prelude::*;
use crate::platform::page::print;
use crate::route::Route;
use crate::state::App;
use palpate_core::Side;
use palpate_core::knowledge::{Cite, FocusArea, Step, Walkthrough};

pub fn page(app: App, guide: &'static Walkthrough) -> AnyView {
    let side = RwSignal::new(app.settings.get_untracked().side.unwrap_or(Side::Right));
    let sides = Side::BOTH.map(|choice| {
        view! {
            <label class="segment">
                <input type="radio" name="side" prop:checked=move || side.get() == choice on:change=move |_| side.set(choice) />
                <span>{choice.title()}</span>
            </label>
        }
    });
    view! {
        <article class="page page-text handout">
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
            <p class="quiet handout-credit">"Palpate teaches. It is no medical device and does not replace a clinician."</p>
        </article>
    }
    .into_any()
}

/// Paper asks no questions, so what the gate asks and what ends a session stand before the steps.
fn safety(app: App) -> AnyView {
    let safety = &app.knowledge.safety;
    let never = safety.avoid.iter().map(|avoid| view! { <li>{prose(app, &avoid.text)}</li> });
    let stop = safety.stop.iter().map(|reason| view! { <li>{prose(app, &reason.feel)}</li> });
    view! {
        <section class="handout-safety">
            <h2>"Keep your hands off if one of these is true"</h2>
            <ul>{never.collect_view()}</ul>
            <h2>"Stop and lift your hand off if you feel"</h2>
            <ul class="handout-stops">{stop.collect_view()}</ul>
        </section>
    }
    .into_any()
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
    steps.chain(areas).chain(rules).copied().collect()
}

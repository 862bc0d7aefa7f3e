//! The safety page: red flags, who should not press, what ends a session, and how much is enough.

use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::platform::page::{print, show_soon};
use crate::route::Route;
use crate::state::App;
use palpate_core::knowledge::{Listed, StopAction, Urgency};

pub fn page(app: App, at: Option<String>) -> AnyView {
    if let Some(at) = at {
        show_soon(at);
    }
    let safety = &app.knowledge.safety;
    let avoid = safety.avoid.iter().map(|entry| view! { <li id=entry.id.clone()>{cited(app, &entry.text, &entry.cites)}</li> });
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Safety"</h1>
            <p class="lead">"This trainer teaches. It can't see you or examine you. When in doubt, keep your hands off and ask."</p>
            <p class="button-row">
                <a class="button button-main" href=Route::Gate.href()>"Today's safety check"</a>
                <button type="button" class="button" on:click=move |_| print()>{icon(Icon::Print)} " Print"</button>
            </p>
            <section id="red-flags" tabindex="-1">
                <h2>"Red flags"</h2>
                {Urgency::ALL.map(|level| flags(app, level)).into_iter().collect_view()}
            </section>
            <section id="avoid" tabindex="-1">
                <h2>"Do not press the belly with"</h2>
                <ul class="ruled">{avoid.collect_view()}</ul>
            </section>
            {listed(app, "clinician-first", "Ask a clinician first", &safety.clinician_first)}
            {listed(app, "postpone", "Wait for another day", &safety.postpone)}
            {stop(app)}
            {listed(app, "limits", "How much is enough", &safety.limits)}
        </div>
    }
    .into_any()
}

fn flags(app: App, level: Urgency) -> AnyView {
    let rows = app.knowledge.safety.red_flags.iter().filter(|flag| flag.level == level).map(|flag| {
        view! { <li id=flag.id.clone()><p>{cited(app, &flag.signs, &flag.cites)}</p><p class="quiet">{prose(app, &flag.think)}</p></li> }
    });
    let class = match level {
        Urgency::Emergency => "level level-emergency",
        Urgency::SameDay => "level level-today",
        Urgency::Soon => "level level-soon",
    };
    view! { <div class=class><h3>{level.advice()}</h3><ul class="ruled">{rows.collect_view()}</ul></div> }.into_any()
}

fn listed(app: App, id: &'static str, title: &'static str, list: &[Listed]) -> AnyView {
    let rows = list.iter().map(|entry| view! { <li id=entry.id.clone()>{cited(app, &entry.text, &entry.cites)}</li> });
    view! { <section id=id tabindex="-1"><h2>{title}</h2><ul class="ruled">{rows.collect_view()}</ul></section> }.into_any()
}

fn stop(app: App) -> AnyView {
    let rows = app.knowledge.safety.stop.iter().map(|reason| {
        let what = match reason.action {
            StopAction::EaseOff => "Ease off once",
            StopAction::End => "End the session",
            StopAction::SameDay => "End; get help today",
            StopAction::Emergency => "End; call the emergency number",
        };
        view! {
            <li id=reason.id.clone()>
                <strong>{reason.feel.clone()}</strong> " → " {what} ". "
                {cited(app, &reason.why, &reason.cites)}
                <p class="quiet">{prose(app, &reason.now.join(" "))}</p>
            </li>
        }
    });
    view! { <section id="stop" tabindex="-1"><h2>"When to stop"</h2><ul class="ruled">{rows.collect_view()}</ul></section> }.into_any()
}

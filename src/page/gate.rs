//! The safety check: ten questions, then two lists. Nothing is answered by default, and one yes or not sure closes it.

use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use leptos::prelude::*;
use palpate_core::gate::{Answer, ClinicianFirst, Closed, Gate, Postpone, Verdict};
use palpate_core::knowledge::{GateQuestion, Listed, StopAction};

pub fn page(app: App) -> AnyView {
    let questions = (1..).zip(&app.knowledge.safety.gate).map(|(number, one)| question(app, number, one));
    let answered = move || {
        let gate = app.gate.get();
        app.knowledge.safety.gate.iter().filter(|question| gate.answer_to(&question.id).is_some()).count()
    };
    view! {
        <div class="page page-text gate">
            <p class="gate-count" role="status">{answered} " of " {app.knowledge.safety.gate.len()} " answered"</p>
            <h1 tabindex="-1">"Before your hands go near your belly"</h1>
            <p class="lead">"Ten questions. A yes or a not sure means no pressing today."</p>
            <ol class="gate-questions">{questions.collect_view()}</ol>
            {move || after(app)}
            <p class="gate-emergency">{icon(Icon::Warning)} <span>"Sudden severe pain, numb between the legs, a collapse? " <strong>"Call your emergency number."</strong></span></p>
        </div>
    }
    .into_any()
}

fn question(app: App, number: usize, question: &'static GateQuestion) -> AnyView {
    let id = question.id.as_str();
    let answer = Memo::new(move |_| app.gate.with(|gate| gate.answer_to(id)));
    let choices = Answer::ALL.map(|choice| {
        let class = match choice {
            Answer::No => "segment segment-no",
            Answer::NotSure | Answer::Yes => "segment segment-warn",
        };
        view! {
            <label class=class>
                <input type="radio" name=id prop:checked=move || answer.get() == Some(choice) on:change=move |_| app.change_gate(|gate| gate.answer(id, choice)) />
                <span>{icon(Icon::Check)} {choice.word()}</span>
            </label>
        }
    });
    let reason = move || {
        matches!(answer.get(), Some(Answer::Yes | Answer::NotSure)).then(|| {
            view! {
                <div class="banner banner-caution" role="status">
                    {icon(Icon::Warning)}
                    <div><p>{cited(app, &question.reason, &question.cites)}</p><p>{crate::component::prose::prose(app, &question.instead)}</p></div>
                </div>
            }
        })
    };
    view! {
        <li class="gate-question">
            <fieldset class="segments">
                <legend><span class="gate-number">{number}</span> " " {question.question.clone()}</legend>
                {choices.into_iter().collect_view()}
            </fieldset>
            {reason}
        </li>
    }
    .into_any()
}

/// What follows the ten questions.
fn after(app: App) -> AnyView {
    let gate = app.gate.get();
    let asked = gate.clinician_first().is_some();
    let ten = |gate: &Gate| app.knowledge.safety.gate.iter().all(|question| gate.answer_to(&question.id) == Some(Answer::No));
    let lists = ten(&gate).then(|| view! { {clinician(app, &gate)} {(asked && gate.clinician_first() != Some(ClinicianFirst::NotAsked)).then(|| postpone(app, &gate))} });
    let verdict = match gate.verdict(&app.knowledge.safety, clock::today()) {
        Verdict::Open => view! {
            <div class="banner banner-news" role="status">{icon(Icon::Shield)} <p><strong>"Nothing in your answers rules it out today. "</strong>"Stop is always one tap away."</p></div>
            <p class="button-row"><a class="button button-main" href=Route::Find.href()>"Choose a walkthrough"</a></p>
        }
        .into_any(),
        Verdict::Closed(reasons) => closed(app, &reasons),
        Verdict::Questions { .. } | Verdict::ClinicianFirst | Verdict::Postpone => ().into_any(),
    };
    view! {
        {lists}
        {verdict}
        <p><button type="button" class="link" on:click=move |_| app.change_gate(Gate::ask_again)>"Clear my answers"</button></p>
    }
    .into_any()
}

fn closed(app: App, reasons: &[Closed<'_>]) -> AnyView {
    let extra = reasons.iter().find_map(|reason| match reason {
        Closed::ClinicianFirst => Some("Ask a clinician who knows you, and come back when you have their answer.".to_owned()),
        Closed::Postpone => Some("Wait until that has passed. Tomorrow is soon enough.".to_owned()),
        Closed::Stopped(reason) => Some(match reason {
            Some(reason) => {
                let help = match reason.action {
                    StopAction::EaseOff | StopAction::End => "",
                    StopAction::SameDay => " Get medical help today.",
                    StopAction::Emergency => " Call your local emergency number now.",
                };
                format!("You stopped today with this: {}.{help} Do not try again today.", reason.feel)
            }
            None => "A session was stopped today. Do not try again today.".to_owned(),
        }),
        Closed::Question(..) => None,
    });
    let _ = app;
    view! {
        <div class="banner banner-caution" role="status">
            {icon(Icon::Warning)}
            <div>
                <p><strong>"Then not today. "</strong> {extra}</p>
                <p>"You can still " <a href=Route::Learn.href()>"answer questions"</a> " and " <a href=Route::Lookup { query: String::new() }.href()>"look things up"</a> "."</p>
            </div>
        </div>
    }
    .into_any()
}

fn list(app: App, list: &[Listed]) -> AnyView {
    let rows = list.iter().map(|entry| view! { <li>{cited(app, &entry.text, &entry.cites)}</li> });
    view! { <ul class="bullets">{rows.collect_view()}</ul> }.into_any()
}

fn clinician(app: App, gate: &Gate) -> AnyView {
    let choice = |answer: ClinicianFirst, label: &'static str| {
        let chosen = gate.clinician_first() == Some(answer);
        view! {
            <label class="answer">
                <input type="radio" name="clinician-first" prop:checked=chosen on:change=move |_| app.change_gate(|gate| gate.answer_clinician_first(answer)) />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <section class="gate-list">
            <h2>"Does any of these apply to you?"</h2>
            {list(app, &app.knowledge.safety.clinician_first)}
            <div class="answers" role="radiogroup" aria-label="Does any of these apply to you?">
                {choice(ClinicianFirst::NoneApply, "None of them")}
                {choice(ClinicianFirst::Agreed, "Yes, and a clinician who knows about it has agreed")}
                {choice(ClinicianFirst::NotAsked, "Yes, or not sure, and I have not asked")}
            </div>
        </section>
    }
    .into_any()
}

fn postpone(app: App, gate: &Gate) -> AnyView {
    let choice = |answer: Postpone, label: &'static str| {
        let chosen = gate.postpone() == Some(answer);
        view! {
            <label class="answer">
                <input type="radio" name="postpone" prop:checked=chosen on:change=move |_| app.change_gate(|gate| gate.answer_postpone(answer)) />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <section class="gate-list">
            <h2>"Is any of these so today?"</h2>
            {list(app, &app.knowledge.safety.postpone)}
            <div class="answers" role="radiogroup" aria-label="Is any of these so today?">
                {choice(Postpone::NoneToday, "None of them")}
                {choice(Postpone::SomeToday, "One or more")}
            </div>
        </section>
    }
    .into_any()
}

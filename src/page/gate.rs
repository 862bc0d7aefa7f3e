//! The safety check: ten questions, then two lists. Nothing is answered by default, and one yes or not sure closes it.

use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
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
            {after(app)}
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

/// What follows the ten questions. The lists stand still while they are answered, so that the focus stays where it is.
fn after(app: App) -> AnyView {
    let no = move |gate: &Gate| app.knowledge.safety.gate.iter().all(|question| gate.answer_to(&question.id) == Some(Answer::No));
    let ten_noes = Memo::new(move |_| app.gate.with(no));
    let agreed = Memo::new(move |_| {
        app.gate.with(|gate| matches!(gate.clinician_first(), Some(ClinicianFirst::NoneApply | ClinicianFirst::Agreed)))
    });
    view! {
        {move || ten_noes.get().then(|| clinician(app))}
        {move || (ten_noes.get() && agreed.get()).then(|| postpone(app))}
        {move || verdict(app)}
        <p><button type="button" class="link" on:click=move |_| app.change_gate(Gate::ask_again)>"Clear my answers"</button></p>
    }
    .into_any()
}

fn verdict(app: App) -> AnyView {
    match app.gate.get().verdict(&app.knowledge.safety, clock::today()) {
        Verdict::Open => view! {
            <div class="banner banner-news" role="status">{icon(Icon::Shield)} <p><strong>"Nothing in your answers rules it out today. "</strong>"Stop is always one tap away."</p></div>
            <p class="button-row"><a class="button button-main" href=Route::Find.href()>"Choose a walkthrough"</a></p>
        }
        .into_any(),
        Verdict::Closed(reasons) => closed(&reasons),
        Verdict::Questions { .. } | Verdict::ClinicianFirst | Verdict::Postpone => ().into_any(),
    }
}

fn closed(reasons: &[Closed<'_>]) -> AnyView {
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

fn clinician(app: App) -> AnyView {
    let choice = |answer: ClinicianFirst, label: &'static str| {
        let chosen = move || app.gate.with(|gate| gate.clinician_first() == Some(answer));
        choice("clinician-first", label, chosen, move || app.change_gate(|gate| gate.answer_clinician_first(answer)))
    };
    let choices = [
        choice(ClinicianFirst::NoneApply, "None of them"),
        choice(ClinicianFirst::Agreed, "Yes, and a clinician who knows about it has agreed"),
        choice(ClinicianFirst::NotAsked, "Yes, or not sure, and I have not asked"),
    ];
    list(app, "Does any of these apply to you?", &app.knowledge.safety.clinician_first, choices)
}

fn postpone(app: App) -> AnyView {
    let choice = |answer: Postpone, label: &'static str| {
        let chosen = move || app.gate.with(|gate| gate.postpone() == Some(answer));
        choice("postpone", label, chosen, move || app.change_gate(|gate| gate.answer_postpone(answer)))
    };
    let choices = [choice(Postpone::NoneToday, "None of them"), choice(Postpone::SomeToday, "One or more")];
    list(app, "Is any of these so today?", &app.knowledge.safety.postpone, choices)
}

/// A list to read, and one answer to all of it.
fn list<const N: usize>(app: App, question: &'static str, entries: &[Listed], choices: [AnyView; N]) -> AnyView {
    let rows = entries.iter().map(|entry| view! { <li>{cited(app, &entry.text, &entry.cites)}</li> });
    view! {
        <section class="gate-list">
            <h2>{question}</h2>
            <ul class="bullets">{rows.collect_view()}</ul>
            <div class="answers" role="radiogroup" aria-label=question>{choices.into_iter().collect_view()}</div>
        </section>
    }
    .into_any()
}

fn choice(
    name: &'static str,
    label: &'static str,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="answer">
            <input type="radio" name=name prop:checked=chosen on:change=move |_| choose() />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

//! Before an exam: what it is, what can be chosen, and the code of a given paper.

use super::paper;
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::{clock, page as browser, random};
use crate::route::Route;
use crate::state::App;
use palpate_core::exam::{BLUEPRINT, Code, CodeError, Exam, Options, PASS};
use palpate_core::item::Topic;
use palpate_core::journal::Stamp;
use palpate_core::quiz::Seed;

pub fn page(app: App, code: Option<String>) -> AnyView {
    let named = match code.map(|code| Code::of(&code, app.bank())) {
        None => None,
        Some(Ok(seed)) => Some(seed),
        Some(Err(error)) => return unreadable(app, error),
    };
    let title = match named {
        Some(seed) => format!("Exam, paper {}", Code::new(seed, app.bank())),
        None => "Exam".to_owned(),
    };
    view! {
        <div class="page page-text">
            <div class="exam-screen">
                <h1 tabindex="-1">{title}</h1>
                {if app.exam.with_untracked(Option::is_some) { resume() } else { before(app, named) }}
                <p><a class="own-line" href=Route::Exams { at: None }.href()>"Exams you sat"</a></p>
            </div>
            {named.map(|seed| paper::section(app, seed))}
        </div>
    }
    .into_any()
}

/// The address holds a code that names no paper here.
fn unreadable(app: App, error: CodeError) -> AnyView {
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"This paper can't be opened"</h1>
            <p role="alert">{error.told()}</p>
            {code_field(app)}
            <p><a class="own-line" href=Route::Exam { code: None }.href()>"An exam without a code"</a></p>
        </div>
    }
    .into_any()
}

fn resume() -> AnyView {
    view! {
        <div class="banner banner-news">
            <p>"An exam is open, and its time runs on."</p>
            <a class="button button-main" href=Route::Exam { code: None }.href()>"Continue"</a>
        </div>
    }
    .into_any()
}

fn before(app: App, named: Option<Seed>) -> AnyView {
    let extra = RwSignal::new(false);
    let confidence = RwSignal::new(false);
    let safety = BLUEPRINT.iter().filter(|share| share.topic == Topic::Safety).map(|share| share.items).sum::<usize>();
    let start = move |_| {
        let seed = named.unwrap_or_else(|| Seed(random::seed()));
        let now = Stamp { at: clock::now(), offset: clock::offset() };
        let options = Options { extra: extra.get_untracked(), confidence: confidence.get_untracked() };
        app.change_exam(|exam| *exam = Some(Exam::new(app.bank(), seed, options, now)));
        if named.is_some() {
            app.go(&Route::Exam { code: None });
        } else {
            browser::scroll_to_top();
            browser::focus_soon("main h1");
        }
    };
    view! {
        {named.is_none().then(|| last(app))}
        <p class="lead">"Twenty questions on what Palpate teaches, with a time limit and no help until the end."</p>
        <ul class="bullets">
            <li>"You have 20 minutes. The time runs on when you leave the page, reload it or close it. When it is up, the exam is handed in with what you have answered."</li>
            <li>"You can go back and forth, change answers, and mark a question to come back to. What is left open counts as wrong."</li>
            <li>"To pass, at least " {PASS} " of 100 must be right, and all " {safety} " safety questions. This is Palpate's own rule. Passing is no licence to press on anyone."</li>
            <li>"Nothing stops you from looking things up meanwhile, but then the mark says nothing about you."</li>
        </ul>
        <div class="answers">
            {choice(extra, "Extra time", "30 minutes in place of 20. The record says so.")}
            {choice(confidence, "Ask how sure I am", "After each exam you see how often you were right when you felt sure.")}
        </div>
        <p class="button-row"><button type="button" class="button button-main" on:click=start>"Start the exam"</button></p>
        {named.is_none().then(|| code_field(app))}
        {named.is_none().then(|| for_a_class(app))}
    }
    .into_any()
}

/// The last exam, which may have been handed in while its page was not on the screen.
fn last(app: App) -> Option<AnyView> {
    let (at, passed, timed_out) = app.exams.with_untracked(|exams| exams.last().map(|sat| (exams.len(), sat.passed, sat.timed_out)))?;
    let told = match (passed, timed_out) {
        (true, false) => "You passed your last exam.",
        (false, false) => "You did not pass your last exam.",
        (true, true) => "Your last exam was handed in when time was up. You passed.",
        (false, true) => "Your last exam was handed in when time was up. You did not pass this time.",
    };
    Some(
        view! {
            <div class="banner banner-news">
                <p>{told}</p>
                <a class="button" href=Route::Exams { at: Some(at) }.href()>"See its record"</a>
            </div>
        }
        .into_any(),
    )
}

fn choice(chosen: RwSignal<bool>, title: &'static str, what: &'static str) -> AnyView {
    view! {
        <label class="answer">
            <input type="checkbox" prop:checked=move || chosen.get() on:change=move |_| chosen.update(|chosen| *chosen = !*chosen) />
            <span><strong>{title}</strong> " " <span class="quiet">{what}</span></span>
        </label>
    }
    .into_any()
}

fn code_field(app: App) -> AnyView {
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<CodeError>);
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match Code::of(&typed.get_untracked(), app.bank()) {
            Ok(seed) => app.go(&Route::Exam { code: Some(Code::new(seed, app.bank()).to_string()) }),
            Err(error) => {
                trouble.set(Some(error));
                browser::focus_id("exam-code");
            }
        }
    };
    view! {
        <form class="exam-code" on:submit=open>
            <h2>"I have a code"</h2>
            <label for="exam-code">"Code of the paper"</label>
            <p class="quiet" id="exam-code-hint">"Twelve signs, such as 04tk9za-7fq2m. Capitals and spaces make no difference."</p>
            <input id="exam-code" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="exam-code-hint exam-code-trouble" aria-invalid=move || trouble.get().is_some().then_some("true") on:input=move |event| typed.set(event_target_value(&event)) />
            <p class="exam-trouble" id="exam-code-trouble" role="alert">{move || trouble.get().map(|error| view! { {icon(Icon::Warning)} " " {error.told()} })}</p>
            <button type="submit" class="button">"Open this paper"</button>
        </form>
    }
    .into_any()
}

fn for_a_class(app: App) -> AnyView {
    let draw = move |_| {
        let code = Code::new(Seed(random::seed()), app.bank());
        app.go(&Route::Exam { code: Some(code.to_string()) });
    };
    view! {
        <section>
            <h2>"For a class"</h2>
            <p>"Draw a paper and give its code to everyone. Whoever has this version of Palpate gets the same questions in the same order, and the paper can be printed, with its answers on a page of their own."</p>
            <p class="button-row"><button type="button" class="button" on:click=draw>"Draw a paper"</button></p>
        </section>
    }
    .into_any()
}

//! One of several answers, or none. The arrow keys move along and choose nothing: some answers end a session at once, so each
//! one takes a press of its own. One more press takes an answer back.

use crate::markup::prelude::*;
use crate::platform::page as browser;
use leptos::ev::KeyboardEvent;
use std::sync::atomic::{AtomicU32, Ordering};

/// Numbers the groups of a page, so that their ids differ.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A number that no other part of the page has.
pub fn number() -> u32 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// An answer to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    pub shown: String,
    /// What a screen reader says, where it is more than what is shown.
    pub spoken: Option<String>,
    pub class: &'static str,
}

impl Choice {
    pub fn new(shown: &str) -> Self {
        Choice { shown: shown.to_owned(), spoken: None, class: "" }
    }
}

/// A question with its answers. `value` and `set` speak of the answers by their index.
pub struct Pick {
    pub label: String,
    pub class: &'static str,
    /// Whether it may be left out.
    pub optional: bool,
    pub choices: Vec<Choice>,
    pub value: Signal<Option<usize>>,
    pub set: Callback<Option<usize>>,
}

/// A question whose answers are values. It may be left out.
pub fn of<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &str,
    choices: &[(T, &str)],
    value: impl Fn() -> Option<T> + Send + Sync + 'static,
    set: impl Fn(Option<T>) + Send + Sync + 'static,
) -> AnyView {
    valued(label, true, choices, value, set)
}

/// A question that always has an answer.
pub fn always<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &str,
    choices: &[(T, &str)],
    value: impl Fn() -> T + Send + Sync + 'static,
    set: impl Fn(T) + Send + Sync + 'static,
) -> AnyView {
    valued(label, false, choices, move || Some(value()), move |value| value.into_iter().for_each(&set))
}

fn valued<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &str,
    optional: bool,
    choices: &[(T, &str)],
    value: impl Fn() -> Option<T> + Send + Sync + 'static,
    set: impl Fn(Option<T>) + Send + Sync + 'static,
) -> AnyView {
    let values: Vec<T> = choices.iter().map(|(value, _)| *value).collect();
    let back = values.clone();
    pick(Pick {
        label: label.to_owned(),
        class: "pick pick-words",
        optional,
        choices: choices.iter().map(|(_, shown)| Choice::new(shown)).collect(),
        value: Signal::derive(move || value().and_then(|value| values.iter().position(|other| *other == value))),
        set: Callback::new(move |at: Option<usize>| set(at.and_then(|at| back.get(at).copied()))),
    })
}

pub fn pick(pick: Pick) -> AnyView {
    let Pick { label, class, optional, choices, value, set } = pick;
    let number = number();
    let count = choices.len();
    let went = RwSignal::new(None::<usize>);
    let stop = move || went.get().or(value.get()).unwrap_or(0);
    let id = move |at: usize| format!("pick-{number}-{at}");
    let keys = move |event: KeyboardEvent| {
        if let Some(at) = moved(&event, untrack(stop), count) {
            event.prevent_default();
            event.stop_propagation();
            went.set(Some(at));
            browser::focus_id(&id(at));
        }
    };
    let clear = move |_| {
        went.set(None);
        set.run(None);
        browser::focus_id(&id(0));
    };
    let buttons = choices.into_iter().enumerate().map(|(at, choice)| {
        let chosen = move || value.get() == Some(at);
        let press = move |_| {
            went.set(Some(at));
            set.run((!optional || !untrack(chosen)).then_some(at));
        };
        view! {
            <button type="button" role="radio" id=id(at) class=format!("pick-choice {}", choice.class) aria-label=choice.spoken
                aria-checked=move || chosen().to_string() tabindex=move || if stop() == at { "0" } else { "-1" } on:click=press>
                {choice.shown}
            </button>
        }
    });
    view! {
        <div class=class>
            <div class="pick-head">
                <p class="pick-label" id=format!("pick-{number}-label")>{label}</p>
                <button type="button" class="link" aria-describedby=format!("pick-{number}-label") hidden=move || !optional || value.get().is_none() on:click=clear>"Leave it out"</button>
            </div>
            <div class="pick-choices" role="radiogroup" aria-labelledby=format!("pick-{number}-label") aria-describedby=format!("pick-{number}-keys") on:keydown=keys>
                {buttons.collect_view()}
            </div>
            <p class="hidden" id=format!("pick-{number}-keys")>
                {if optional { "Arrow keys move, Space chooses. Choose it again to leave it out." } else { "Arrow keys move, Space chooses." }}
            </p>
        </div>
    }
    .into_any()
}

/// Where a key leads. It stops at both ends, since first and last are far apart in meaning.
fn moved(event: &KeyboardEvent, at: usize, count: usize) -> Option<usize> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => Some((at + 1).min(count.saturating_sub(1))),
        "ArrowLeft" | "ArrowUp" => Some(at.saturating_sub(1)),
        "Home" => Some(0),
        "End" => Some(count.saturating_sub(1)),
        _ => None,
    }
}

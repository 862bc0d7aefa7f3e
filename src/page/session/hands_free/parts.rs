//! The pieces of the hands-free screen.

use super::super::Ctx;
use super::hold::Hold;
use super::ring::{self, Beat};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::pointer;
use crate::route::Route;
use palpate_core::conductor::{Input, Mode, Shown};
use palpate_core::journal::Score;
use palpate_core::signal::Signal as Meaning;
use palpate_core::walkthrough::Place;

/// One part of what the conductor shows, redrawn only when that part changes.
pub fn seen<T>(ctx: Ctx, get: impl Fn(&Shown) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Default + Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| ctx.hands.shown.with(|shown| shown.as_ref().map(&get).unwrap_or_default()))
}

/// Leave, read it instead, and pause.
pub fn bar(ctx: Ctx) -> AnyView {
    let waits = seen(ctx, |shown| matches!(shown.mode, Mode::Waiting(_)));
    let label = move || if waits.get() { "Go on" } else { "Pause" };
    let sign = move || icon(if waits.get() { Icon::Play } else { Icon::Pause });
    view! {
        <div class="hands-bar">
            <a class="hands-tool" href=Route::Find.href() aria-label="Leave; you can continue later">{icon(Icon::Close)}</a>
            <button type="button" class="hands-tool hands-read" on:click=move |_| super::switch(ctx, false)>"Read it instead"</button>
            <button type="button" class="hands-tool" on:mousedown=|event| pointer::keep_focus(&event) on:click=move |_| super::ask(ctx, Meaning::Pause)>{sign} " " {label}</button>
        </div>
    }
    .into_any()
}

/// What can't be had on this device, and what to do instead.
pub fn notices(ctx: Ctx) -> AnyView {
    let hands = ctx.hands;
    let line = |text: String| view! { <p>{text}</p> };
    let mute = move || {
        (!hands.speaks.get()).then(|| {
            if ctx.app.settings.get_untracked().hands_free.speak {
                "No voice on this device: read along."
            } else {
                "The voice is off: read along."
            }
        })
    };
    view! {
        <div class="hands-notices">
            {move || mute().map(|text| line(text.to_owned()))}
            {move || (hands.awake.get() == Some(false)).then(|| line("The screen may go dark. Set it to stay on.".to_owned()))}
            {move || hands.deaf.get().map(line)}
        </div>
    }
    .into_any()
}

/// Side and title, how far, and the time that is left.
pub fn head(ctx: Ctx) -> AnyView {
    let side = super::place::side_of(ctx);
    let title = seen(ctx, |shown| shown.title.clone());
    let step = seen(ctx, |shown| {
        let (at, of) = shown.step;
        match shown.place {
            Place::Area(_) | Place::Point(_) | Place::PointDone(_) => format!("Area {at} of {of}"),
            Place::Step(_) | Place::Check(_) => format!("Step {at} of {of}"),
            Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => String::new(),
        }
    });
    let left = seen(ctx, |shown| shown.seconds_left);
    let time = move || left.get().map(|left| view! { <span class="hands-left">{format!("{}:{:02} left", left / 60, left % 60)}</span> });
    view! {
        <div class="hands-head">
            <h1 tabindex="-1"><span class="hands-side">{move || side.get().title()}</span> " " <span class="hands-title">{title}</span></h1>
            <p class="hands-meta">{step} " " {time}</p>
        </div>
    }
    .into_any()
}

/// The sentence. Screen readers say it by themselves only where this app does not, so that no two voices speak at once.
pub fn caption(ctx: Ctx) -> AnyView {
    let text = seen(ctx, |shown| shown.caption.clone());
    let soft = seen(ctx, |shown| shown.soft);
    let class = move || {
        let length = text.with(|text| text.chars().count());
        let size = match length {
            0..=28 => "hands-short",
            29..=60 => "hands-middle",
            61..=95 => "hands-long",
            _ => "hands-longest",
        };
        format!("hands-caption {size}{}", if soft.get() { " hands-soft" } else { "" })
    };
    let live = move || if ctx.hands.speaks.get() { "off" } else { "polite" };
    view! {
        <p class=class aria-live=live>
            {move || soft.get().then(|| view! { <span class="hands-again">{icon(Icon::Repeat)} " Again: "</span> })}
            {text}
        </p>
    }
    .into_any()
}

/// What moves with the breath: the ring, the number and the cue.
pub fn pace(mode: Mode) -> Option<AnyView> {
    let (beat, number, under, cue, hint) = match mode {
        Mode::Stroke { out, lasts, count, target } => {
            let beat = Beat { strokes: Some((count, target)), running: out, out, lasts };
            let (cue, hint) = match (out, target.saturating_sub(count)) {
                (true, 0) => ("Stroke", "the last one"),
                (true, 1) => ("Stroke", "one more"),
                (true, 2) => ("Stroke", "two more"),
                (true, _) => ("Stroke", "breathe out"),
                (false, _) => ("Let go", "breathe in"),
            };
            (beat, count, format!("of {target}"), cue, hint)
        }
        Mode::Ready { lasts, count, target } => {
            let beat = Beat { strokes: Some((count, target)), running: false, out: false, lasts };
            (beat, count, format!("of {target}"), "Ready", "breathe in")
        }
        Mode::Breathe { out, lasts, left, sink } => {
            let beat = Beat { strokes: None, running: false, out, lasts };
            let (cue, hint) = match (out, sink) {
                (true, true) => ("Breathe out", "sink a little"),
                (true, false) => ("Breathe out", "let go"),
                (false, true) => ("Breathe in", "stay there"),
                (false, false) => ("Breathe in", ""),
            };
            (beat, left, if left == 1 { "breath left" } else { "breaths left" }.to_owned(), cue, hint)
        }
        Mode::Say | Mode::Time { .. } | Mode::Ask | Mode::Found | Mode::Rate { .. } | Mode::Waiting(_) | Mode::Page => return None,
    };
    Some(
        view! {
            <div class="hands-beat">
                {ring::strokes(beat)}
                <p class="hands-number"><span class="hands-count">{number}</span> " " <span class="hands-of">{under}</span></p>
            </div>
            <div class="hands-cue-line">
                <p class="hands-cue">{cue} " " <span class="hands-hint">{hint}</span></p>
                <div class="hands-tempo" aria-hidden="true"><span prop:style=ring::lasting(beat.lasts)></span></div>
            </div>
        }
        .into_any(),
    )
}

/// The eleven numbers. The one that is being said is marked, and a signal takes it.
pub fn numbers(ctx: Ctx) -> AnyView {
    let said = seen(ctx, |shown| if let Mode::Rate { number } = shown.mode { number } else { None });
    let button = move |score: Score| {
        let number = score.number();
        let words = match number {
            0 => Some("nothing"),
            10 => Some("worst imaginable"),
            _ => None,
        };
        let now = move || (said.get() == Some(number)).then_some("true");
        view! {
            <button type="button" class="hands-score" aria-current=now on:mousedown=|event| pointer::keep_focus(&event) on:click=move |_| { super::tell(ctx, Input::Rated(score)); }>
                <strong>{number}</strong> {words.map(|words| view! { " " <span>{words}</span> })}
            </button>
        }
    };
    view! { <div class="hands-scores" role="group" aria-label="From 0 to 10">{Score::all().map(button).collect_view()}</div> }.into_any()
}

/// The two halves of the screen, each a button as large as half of it. They stay when their words change, so that a finger
/// that is on one at that moment is still seen to be lifted from it.
pub fn halves(ctx: Ctx) -> AnyView {
    let left = seen(ctx, |shown| shown.left);
    let right = seen(ctx, |shown| shown.right);
    let found = seen(ctx, |shown| matches!(shown.mode, Mode::Found).then_some("No"));
    view! {
        <div class="hands-halves">
            {half("hands-half hands-half-left", left, move || super::ask(ctx, Meaning::Backward))}
            {half("hands-none", found, move || { super::tell(ctx, Input::NotFound); })}
            {half("hands-half hands-half-right", right, move || super::ask(ctx, Meaning::Forward))}
        </div>
    }
    .into_any()
}

fn half(class: &'static str, label: Memo<Option<&'static str>>, act: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <button type="button" class=class hidden=move || label.get().is_none() on:mousedown=|event| pointer::keep_focus(&event) on:click=move |_| act()>
            <span class="hands-label">{label}</span>
        </button>
    }
    .into_any()
}

/// The slab at the foot. It acts when it is touched, not when the finger is lifted.
pub fn stop(ctx: Ctx, hold: Hold) -> AnyView {
    let touched = move |event: leptos::ev::PointerEvent| {
        event.stop_propagation();
        hold.end();
        pointer::shield(&event);
        super::ask(ctx, Meaning::Stop);
    };
    view! {
        <button type="button" class="hands-stop" aria-keyshortcuts="Escape" on:pointerdown=touched on:mousedown=|event| pointer::keep_focus(&event) on:click=move |_| super::ask(ctx, Meaning::Stop)>
            {icon(Icon::Octagon)} "Stop"
        </button>
    }
    .into_any()
}

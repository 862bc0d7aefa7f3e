//! One tender point: counting strokes where a glance from a metre away is enough, and what comes after it.

use super::frame::{bar, footer};
use super::{Ctx, Scene, area};
use crate::component::finding::form::{self, Form};
use crate::component::finding::{calls as stop_rule, finding_at, pen::Pen};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use gloo_timers::callback::Timeout;
use palpate_core::journal::Finding;
use palpate_core::walkthrough::{Event, Place, STROKE_CAP, STROKE_ENOUGH, STROKE_TARGET};

/// So long nothing may be pressed before the form of a point takes answers, in milliseconds.
const SETTLE: u32 = 800;

/// Counting. Each press of the ring, Space or Enter is one stroke; the cap is the reducer's.
pub fn view(ctx: Ctx, scene: &Scene) -> AnyView {
    let count = Memo::new(move |_| {
        ctx.app.session.with(|session| session.as_ref().and_then(|session| session.point().map(|point| point.strokes.count())).unwrap_or(0))
    });
    let title = ctx
        .session()
        .and_then(|session| session.point().map(|point| point.area))
        .and_then(|index| ctx.guide.areas.get(usize::from(index)))
        .map(|area| scene.side.render(&area.title));
    let cue = move || match count.get() {
        0 => "Stroke slowly as you breathe out. Press once for each stroke.",
        count if count < STROKE_ENOUGH => "Short and slow, always the same way.",
        count if count < STROKE_TARGET => "Ten to twelve is the aim.",
        _ => "That is enough for this point.",
    };
    // Begins with what is seen, so that it can also be pressed by saying that; and so it tells the number first.
    let spoken = move || format!("{} of {STROKE_CAP}. Count a stroke", count.get());
    view! {
        <div class="session strokes">
            <p class="strokes-where"><strong class="strokes-side">{scene.side.title()}</strong> " " <span>{title}</span></p>
            <h1 class="hidden" tabindex="-1">"Count the strokes"</h1>
            <button type="button" class="strokes-ring" aria-label=spoken on:click=move |_| ctx.send(Event::Stroke)>
                {move || ring(count.get())}
                <span class="strokes-count">{count}</span> " "
                <span class="strokes-of">"of " {STROKE_CAP}</span>
            </button>
            <p class="strokes-cue" aria-live="polite">{cue}</p>
            <p class="strokes-tools">
                <button type="button" class="button" on:click=move |_| ctx.send(Event::Enough)>"Done with this point"</button>
                <button type="button" class="button" on:click=move |_| { ctx.send(Event::Pause); crate::platform::page::focus_soon("main h1"); }>{icon(Icon::Pause)} " Pause"</button>
            </p>
            <button type="button" class="strokes-stop" aria-keyshortcuts="Escape" on:click=move |_| ctx.send(Event::Stop)>{icon(Icon::Octagon)} "Stop"</button>
        </div>
    }
    .into_any()
}

/// Fifteen segments of 24 degrees with gaps; the last three are thin, since twelve is the aim and fifteen the limit.
fn ring(count: u8) -> AnyView {
    let segments = (0..STROKE_CAP).map(|index| {
        let class = if index < count { "ring-done" } else { "ring-next" };
        let width = if index < STROKE_TARGET { "22" } else { "6" };
        let turn = format!("rotate({} 180 180)", u16::from(index) * 24);
        // From 2.2 to 21.8 degrees past twelve o'clock, on a radius of 150.
        view! { <path class=class stroke-width=width transform=turn d="M185.8 30.1A150 150 0 0 1 235.7 40.7"></path> }
    });
    view! {
        <svg class="ring" viewBox="0 0 360 360" aria-hidden="true">
            <circle class="ring-disc" cx="180" cy="180" r="118"></circle>
            {segments.collect_view()}
        </svg>
    }
    .into_any()
}

/// After a point: another one here, the next area, or the end of this side's time.
pub fn done(ctx: Ctx, scene: &Scene) -> AnyView {
    let session = ctx.session();
    let strokes = session.as_ref().and_then(|session| session.point().map(|point| point.strokes.count())).unwrap_or(0);
    let up = session.is_some_and(|session| session.time_is_up());
    let line = match strokes {
        1 => "One stroke on this point.".to_owned(),
        more => format!("{more} strokes on this point."),
    };
    let ways = if up {
        view! { <p class="lead">"Five minutes on this side are the most. Enough for now."</p> }.into_any()
    } else {
        view! {
            <p>"Did the ache fade? Then search on for another point. Only sore places are worked, and each only once."</p>
            <p><button type="button" class="button button-wide" on:click=move |_| ctx.send(Event::SearchOn)>"Search here for another point"</button></p>
        }
        .into_any()
    };
    let next = view! { <button type="button" class="button button-main" on:click=move |_| ctx.send(Event::NextArea)>{if up { "Finish" } else { "Next area" }}</button> };
    view! {
        <div class="session">
            {bar(ctx, scene, area::time_line(ctx), None)}
            <div class="session-body session-body-plain">
                <div class="session-words">
                    <h1 tabindex="-1">"Hands off. Next point."</h1>
                    <p class="lead">{line} " That is enough for it today."</p>
                    {found(ctx)}
                    {ways}
                </div>
            </div>
            {footer(ctx, next.into_any())}
        </div>
    }
    .into_any()
}

/// What was found at the point. It may be left out; what calls for a stop stops at once, as if it had been said by Stop.
fn found(ctx: Ctx) -> Option<AnyView> {
    let app = ctx.app;
    let session = untrack(|| ctx.session())?;
    let Place::PointDone(index) = session.place else { return None };
    let pen = Pen::of_session(app)?;
    let point = session.points().get(usize::from(index))?;
    let area = ctx.guide.areas.get(usize::from(point.area))?;
    let fresh = Finding { point: Some(index), ..Finding::new(&area.muscle, Some(&area.id), point.side, point.strokes) };
    let eased = point.eased.clone();
    let written = move || pen.entry.with(|entry| entry.findings.iter().find(|finding| finding.point == Some(index)).cloned());
    let finding = Signal::derive(move || written().unwrap_or_else(|| fresh.clone()));
    let change = Callback::new(move |now: Finding| {
        let before = finding.with_untracked(|finding| stop_rule(app, finding));
        let calls = stop_rule(app, &now);
        pen.change(|entry| {
            if let Some(kept) = finding_at(app, entry, &session, index).and_then(|at| entry.findings.get_mut(at)) {
                *kept = now;
            }
        });
        // The ache that this point was eased off for, told once more, is the same one.
        if let Some(id) = calls.filter(|id| calls != before && !eased.iter().any(|eased| eased == id)) {
            ctx.send(Event::Stop);
            ctx.send(Event::Feel(id.to_owned()));
        }
    });
    // Presses that were still meant for the ring fall where it was: they answer nothing.
    let ready = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<Timeout>);
    let wait = move || {
        timer.set_value(Some(Timeout::new(SETTLE, move || {
            ready.try_set(true);
        })));
    };
    wait();
    let pressed = move |_| {
        if !ready.get_untracked() {
            wait();
        }
    };
    Some(
        view! {
            <div on:pointerdown=pressed>
            <section class="found" aria-labelledby="found-title" prop:inert=move || !ready.get()>
                <h2 id="found-title">"How was it? "<span class="quiet">"You may leave this out."</span></h2>
                {form::view(Form { app, finding, change, in_session: true })}
                {pen.status(false)}
            </section>
            </div>
        }
        .into_any(),
    )
}

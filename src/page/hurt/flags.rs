//! Red flags: asked before anything is marked, by how soon they want care, and what to do when one of them is so.

use super::Ctx;
use crate::component::cite::chips;
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::route::Route;
use palpate_core::knowledge::{HelpRule, RedFlag, Urgency};
use palpate_core::locator::{Event, Flags, Help, flags_to_ask};
use palpate_core::text::plain;

/// The list, with nothing ticked by default, and the way on. Ticking alone moves nothing, so that several can be ticked.
pub fn ask(ctx: Ctx) -> AnyView {
    let levels = flags_to_ask(ctx.app.knowledge).map(|(level, flags)| group(ctx, level, &flags)).collect_view();
    let urgency = Memo::new(move |_| urgency(ctx));
    let way_on = move || match urgency.get() {
        None => view! {
            <button type="button" class="button button-main button-wide" on:click=move |_| ctx.none_of_these()>"None of these"</button>
        }
        .into_any(),
        Some(level) => view! {
            <p class="hurt-urgent">{icon(Icon::Warning)} <strong>{level.advice()} "."</strong></p>
            <button type="button" class="button button-stop button-wide" on:click=move |_| ctx.show_help()>"What to do now"</button>
        }
        .into_any(),
    };
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Where does it hurt?"</h1>
            <p class="lead">"First, is any of these so? Then help comes before any muscle."</p>
            {levels}
            <div class="hurt-none" class:hurt-none-urgent=move || urgency.get().is_some() role="status">{way_on}</div>
        </div>
    }
    .into_any()
}

/// The most urgent level among those ticked.
fn urgency(ctx: Ctx) -> Option<Urgency> {
    ctx.app.locator.with(|locator| match &locator.flags {
        Flags::Unasked | Flags::None => None,
        Flags::Some(ticked) => ticked.iter().filter_map(|flag| flag_at(ctx, *flag)).map(|flag| flag.level).min(),
    })
}

fn flag_at(ctx: Ctx, flag: u16) -> Option<&'static RedFlag> {
    ctx.app.knowledge.safety.red_flags.get(usize::from(flag))
}

fn group(ctx: Ctx, level: Urgency, flags: &[(u16, &'static RedFlag)]) -> AnyView {
    let class = match level {
        Urgency::Emergency => "level level-emergency hurt-level",
        Urgency::SameDay => "level level-today hurt-level",
        Urgency::Soon => "level level-soon hurt-level",
    };
    let rows = flags.iter().map(|(at, flag)| row(ctx, *at, flag)).collect_view();
    view! { <fieldset class=class><legend>{level.advice()}</legend><ul class="hurt-flags">{rows}</ul></fieldset> }.into_any()
}

fn row(ctx: Ctx, at: u16, flag: &'static RedFlag) -> AnyView {
    let ticked = move || ctx.app.locator.with(|locator| matches!(&locator.flags, Flags::Some(ticked) if ticked.contains(&at)));
    let tick = move |event| ctx.send(Event::Flag { flag: at, on: event_target_checked(&event) });
    view! {
        <li class="hurt-flag">
            <label class="hurt-check"><input type="checkbox" prop:checked=ticked on:change=tick /><span>{plain(&flag.signs)}</span></label>
            <span class="hurt-chips">{chips(ctx.app, &flag.cites)}</span>
        </li>
    }
    .into_any()
}

/// Help instead of a map.
pub fn help(ctx: Ctx, help: &Help) -> AnyView {
    let rows = help.flags.iter().filter_map(|flag| flag_at(ctx, *flag)).map(|flag| {
        view! {
            <li>
                <p><strong>{flag.level.advice()} ": "</strong> {cited(ctx.app, &flag.signs, &flag.cites)}</p>
                <p class="quiet">{prose(ctx.app, &flag.think)}</p>
            </li>
        }
    });
    let marked = !help.marks.is_empty() || !help.signs.is_empty();
    let lead = if marked {
        "What you marked comes before any muscle: ask a clinician first. So there is no list here, and no pressing today."
    } else {
        "What you ticked comes before any muscle. So there is no map here, and no pressing today."
    };
    view! {
        <div class="page page-text">
            <section class="hurt-help">
                <h1 tabindex="-1">{icon(Icon::Octagon)} <span>{help.urgency.advice()}</span></h1>
                <p class="lead">{lead}</p>
                {marked.then(|| why(ctx, help))}
                <ul class="ruled">{rows.collect_view()}</ul>
            </section>
            <p class="button-row">
                {if marked {
                    view! { <button type="button" class="button" on:click=move |_| ctx.take_back()>"That was a slip. Take it back"</button> }.into_any()
                } else {
                    view! { <button type="button" class="button" on:click=move |_| ctx.ask()>"Back to the questions"</button> }.into_any()
                }}
                <a class="button" href=Route::Safety { at: Some("red-flags".to_owned()) }.href()>"All red flags"</a>
            </p>
        </div>
    }
    .into_any()
}

/// Why a marked place or sign counts like a red flag.
fn why(ctx: Ctx, help: &Help) -> AnyView {
    let marked: Vec<String> = ctx.app.locator.with(|locator| {
        let marks = help.marks.iter().filter_map(|at| locator.marks.get(*at));
        let zones = marks.filter_map(|mark| ctx.app.knowledge.atlas.zone(&mark.zone)).map(|zone| zone.complaint.clone());
        zones.chain(help.signs.iter().cloned()).collect()
    });
    let rules: Vec<&HelpRule> = ctx.app.knowledge.locator.help.iter().filter(|rule| marked.contains(&rule.complaint)).collect();
    rules.into_iter().map(|rule| view! { <p>{cited(ctx.app, &rule.why, &rule.cites)}</p> }).collect_view().into_any()
}

/// The red flags stay in sight above the map.
pub fn reminder(ctx: Ctx) -> AnyView {
    view! {
        <p class="hurt-first">
            {icon(Icon::Warning)}
            <span>"Fever, new weakness or a numb saddle area? " <button type="button" class="link" on:click=move |_| ctx.ask()>"Get help first"</button></span>
        </p>
    }
    .into_any()
}

//! Before the first step: the gate, the side, how the legs lie, and taking up a session left in the middle.

use super::{Ctx, grade, hands_free, is_gate_open, step};
use crate::component::finding::before::{self, Before};
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use palpate_core::Side;
use palpate_core::gate::Verdict;
use palpate_core::knowledge::WalkthroughKind;
use palpate_core::memory::Sure;
use palpate_core::walkthrough::{Event, Legs, Place, Session, enough_today};

pub fn view(ctx: Ctx) -> AnyView {
    let guide = ctx.guide;
    view! {
        <div class="page page-text">
            <p class="crumbs"><a href=Route::Find.href()>"Find it"</a></p>
            <h1 tabindex="-1">{guide.title.clone()}</h1>
            <p class="lead">{guide.summary.clone()} "."</p>
            <p>{cited(ctx.app, &guide.note, &guide.note_cites)}</p>
            {move || below(ctx)}
            {overview(ctx)}
        </div>
    }
    .into_any()
}

/// The gate while it is not open; otherwise the choices and the start.
fn below(ctx: Ctx) -> AnyView {
    let gate = ctx.app.gate.get();
    match gate.verdict(&ctx.app.knowledge.safety, clock::today()) {
        Verdict::Open => choices(ctx),
        Verdict::Closed(_) => view! {
            <div class="banner banner-caution">
                {icon(Icon::Warning)}
                <p><strong>"Then not today. "</strong> "Your answers to the safety check close the hands-on part. You can read the steps below. " <a href=Route::Gate.href()>"See why"</a></p>
            </div>
        }
        .into_any(),
        Verdict::Questions { .. } | Verdict::ClinicianFirst | Verdict::Postpone => view! {
            <div class="banner banner-news">
                {icon(Icon::Shield)}
                <p>"Before your hands go near your belly, ten questions. They are asked each day."</p>
            </div>
            <p class="button-row"><a class="button button-main" href=Route::Gate.href()>"Start the safety check"</a></p>
        }
        .into_any(),
    }
}

fn choices(ctx: Ctx) -> AnyView {
    let settings = ctx.app.settings.get_untracked();
    let side = RwSignal::new(settings.side);
    let legs = RwSignal::new(settings.legs);
    let now = Before::new(ctx.app);
    let resumable = ctx.session().filter(|session| session.can_resume(ctx.guide, clock::today()));
    view! {
        {resumable.map(|session| resume(ctx, &session))}
        {other_waiting(ctx)}
        <fieldset class="segments">
            <legend>"Which side of your body?"</legend>
            {Side::BOTH.map(|choice| segment("side", choice.title(), move || side.get() == Some(choice), move || side.set(Some(choice)))).into_iter().collect_view()}
        </fieldset>
        <fieldset class="segments">
            <legend>"How will your legs lie?"</legend>
            {segment("legs", "Knees dropped aside", move || legs.get() == Legs::Dropped, move || legs.set(Legs::Dropped))}
            {segment("legs", "Gentle: knees supported", move || legs.get() == Legs::Supported, move || legs.set(Legs::Supported))}
        </fieldset>
        {ctx.app.knowledge.disagreement("B30").map(|card| view! { <p class="quiet">{cited(ctx.app, &card.teach, &card.cites)}</p> })}
        {move || match side.get() {
            None => view! { <p class="quiet">"Choose a side to start. Every sentence will follow it."</p> }.into_any(),
            Some(side) if had_enough(ctx, side) => view! {
                <div class="banner banner-caution">
                    {icon(Icon::Warning)}
                    <div>
                        <p><strong>"Enough for today on the " {side.word()} " side. "</strong></p>
                        {ctx.app.knowledge.safety.limit("sessions-per-day").map(|limit| view! { <p>{cited(ctx.app, &limit.text, &limit.cites)}</p> })}
                        {ctx.app.knowledge.safety.limit("day-off").map(|limit| view! { <p>{cited(ctx.app, &limit.text, &limit.cites)}</p> })}
                    </div>
                </div>
            }.into_any(),
            Some(side) => view! {
                {before::view(now, side)}
                {ways(ctx, side, legs, now)}
            }.into_any(),
        }}
    }
    .into_any()
}

/// Only one session waits at a time: says so before starting puts another one away.
fn other_waiting(ctx: Ctx) -> Option<AnyView> {
    let session = ctx.app.session.get().filter(|session| session.walkthrough != ctx.guide.id)?;
    let guide = ctx.app.knowledge.walkthrough(&session.walkthrough)?;
    session.can_resume(guide, clock::today()).then(|| {
        let route = Route::Walkthrough { id: guide.id.clone(), at: None };
        view! { <p class="quiet">"You left " <a href=route.href()>{guide.title.clone()}</a> " in the middle. Starting here ends it."</p> }
            .into_any()
    })
}

fn had_enough(ctx: Ctx, side: Side) -> bool {
    ctx.app.finished.with(|kept| enough_today(kept, &ctx.guide.id, side, clock::today()))
}

/// The two ways to go through it.
fn ways(ctx: Ctx, side: Side, legs: RwSignal<Legs>, now: Before) -> AnyView {
    let start = move |conducted| move |_| begin(ctx, side, legs.get_untracked(), now, conducted);
    view! {
        <p class="quiet">"Hands-free, it speaks or shows each step and waits for you. A tap, a key, a pedal or a headset moves it on. " <a href=Route::HandsFree.href()>"Voice, tempo and buttons"</a></p>
        <p class="quiet">"Otherwise you read each step, and press Next yourself."</p>
        <div class="ways">
            <button type="button" class="button button-main" on:click=start(true)>"Start hands-free on the " {side.word()} " side"</button>
            <button type="button" class="button" on:click=start(false)>"Start on the " {side.word()} " side"</button>
        </div>
    }
    .into_any()
}

/// Whether a session may begin or go on now. A page that was left open over night still offers what the day before allowed: then
/// the safety check takes its place.
fn may_begin(ctx: Ctx) -> bool {
    ctx.app.renew_gate();
    let open = untrack(|| is_gate_open(ctx));
    if !open {
        crate::platform::page::focus_soon("main h1");
    }
    open
}

fn begin(ctx: Ctx, side: Side, legs: Legs, now: Before, conducted: bool) {
    if !may_begin(ctx) {
        return;
    }
    ctx.app.change_settings(|settings| {
        settings.side = Some(side);
        settings.legs = legs;
    });
    let entry = now.write(&ctx.guide.id, side);
    let mut session = Session::new(ctx.guide, side, legs, clock::today());
    session.entry = Some(entry);
    session.conducted = conducted;
    hands_free::let_go(ctx);
    grade::settle(ctx.app, Sure::Sure);
    ctx.app.change_session(|kept| *kept = Some(session));
    // In the press itself: browsers stay silent otherwise.
    if conducted {
        hands_free::take_up(ctx);
    }
    ctx.app.go(&Route::Walkthrough { id: ctx.guide.id.clone(), at: Place::Step(0).slug() });
    crate::platform::page::scroll_to_top();
    crate::platform::page::focus_soon("main h1");
}

fn resume(ctx: Ctx, session: &Session) -> AnyView {
    let at = session.place.slug();
    let side = session.side.word();
    let step = match &session.place {
        Place::Step(index) => format!("at step {} of {}", index + 1, ctx.guide.steps.len()),
        Place::Check(_)
        | Place::Area(_)
        | Place::Point(_)
        | Place::PointDone(_)
        | Place::Closing
        | Place::Stopped
        | Place::EasedOff(_)
        | Place::Ended(_) => "in the middle".to_owned(),
    };
    let go_on = move |conducted: bool| {
        if !may_begin(ctx) {
            return;
        }
        if conducted {
            hands_free::switch(ctx, true);
        } else {
            ctx.app.change_session(|session| session.iter_mut().for_each(|session| session.conducted = false));
            ctx.apply(Event::Resume);
        }
        ctx.app.go(&Route::Walkthrough { id: ctx.guide.id.clone(), at: at.clone() });
        crate::platform::page::scroll_to_top();
        crate::platform::page::focus_soon("main h1");
    };
    let go_on = [go_on.clone(), go_on];
    let [read, hands] = go_on;
    view! {
        <div class="banner banner-news">
            {icon(Icon::Repeat)} <p>"You left on the " {side} " side, " {step} "."</p>
            <button type="button" class="button button-main" on:click=move |_| hands(true)>"Continue hands-free"</button>
            <button type="button" class="button" on:click=move |_| read(false)>"Continue"</button>
        </div>
    }
    .into_any()
}

/// The titles of the steps: readable whether or not the gate is open.
fn overview(ctx: Ctx) -> AnyView {
    let side = ctx.app.settings.get_untracked().side.unwrap_or(Side::Right);
    let steps = ctx.guide.steps.iter().map(|step| {
        let lines = step.instructions.iter().map(|line| side.render(line)).collect::<Vec<_>>().join(" ");
        let beware = step::warnings(step, side).map(|text| view! { <p><strong>"Beware: "</strong>{prose(ctx.app, &text)}</p> });
        view! {
            <li>
                <details>
                    <summary>{side.render(&step.title)}</summary>
                    <p>{cited(ctx.app, &lines, &step.cites)}</p>
                    <p class="quiet">{prose(ctx.app, &side.render(&step.why))}</p>
                    {beware.collect_view()}
                </details>
            </li>
        }
    });
    let heading = match ctx.guide.kind {
        WalkthroughKind::Palpation => "The steps",
        WalkthroughKind::Massage => "How it begins",
    };
    view! {
        <section class="overview">
            <h2>{heading}</h2>
            <p class="quiet">"Written here for the " {side.word()} " side, to read beforehand."</p>
            <ol class="overview-steps">{steps.collect_view()}</ol>
        </section>
    }
    .into_any()
}

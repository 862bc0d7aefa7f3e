//! The closing advice of a massage, and the end of a session: complete, left, or stopped by what was felt.

use super::frame::{bar, footer, next_button};
use super::stop::steps;
use super::{Ctx, Scene, grade};
use crate::component::finding::score::{About, score};
use crate::component::finding::{check, fold, list, note, now, pen::Pen};
use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::route::Route;
use palpate_core::Side;
use palpate_core::knowledge::{StopAction, WalkthroughKind};
use palpate_core::memory::Sure;
use palpate_core::walkthrough::{Ending, Found, Session};

/// Closing advice, and the upper part, which is told about and never conducted.
pub fn closing(ctx: Ctx, scene: &Scene) -> AnyView {
    let side = scene.side;
    let lines = ctx.guide.closing.as_ref().map(|closing| {
        let (last, lines) = closing.text.split_last().map_or(("", &[][..]), |(last, lines)| (last.as_str(), lines));
        let lines = lines.iter().map(|line| view! { <li>{prose(ctx.app, &side.render(line))}</li> }).collect_view();
        view! { <ul class="ruled">{lines} <li>{cited(ctx.app, &side.render(last), &closing.cites)}</li></ul> }
    });
    let upper = ctx.guide.areas.iter().filter(|area| area.only_if_unrelieved).map(|area| {
        let text = area.find.iter().chain(&area.search).chain([&area.limit]).map(|line| side.render(line)).collect::<Vec<_>>().join(" ");
        view! { <details class="said"><summary>"Relief has not come? " {side.render(&area.title)}</summary><p>{cited(ctx.app, &text, &area.cites)}</p></details> }
    });
    let up = ctx.session().is_some_and(|session| session.time_is_up());
    view! {
        <div class="session">
            {bar(ctx, scene, "Closing".to_owned(), None)}
            <div class="session-body session-body-plain">
                <div class="session-words">
                    <h1 tabindex="-1">"Hands off, and rest"</h1>
                    {up.then(|| view! { <p class="lead">"Five minutes on this side are the most. It is enough."</p> })}
                    {lines}
                    {upper.collect_view()}
                    <p><a href=Route::Muscle { id: "quadratus-lumborum".to_owned() }.href()>"About the quadratus lumborum"</a></p>
                </div>
            </div>
            {footer(ctx, next_button(ctx, "Finish"))}
        </div>
    }
    .into_any()
}

pub fn view(ctx: Ctx, ending: &Ending) -> AnyView {
    let Some(session) = ctx.session() else { return ().into_any() };
    match ending {
        Ending::Felt(_) => felt(ctx, &session),
        Ending::Complete | Ending::Left => well(ctx, &session, *ending == Ending::Complete),
    }
}

fn felt(ctx: Ctx, session: &Session) -> AnyView {
    let home = || view! { <button type="button" class="button" on:click=move |_| leave(ctx, &Route::Home)>"Go home"</button> };
    let no_retry = || view! { <p class="banner banner-stop">{icon(Icon::Octagon)} <span>"Do not try again today. Reading and questions stay open."</span></p> };
    // A rule that is no longer known still ends the day.
    let Some(reason) = session.ended_by(&ctx.app.knowledge.safety) else {
        return view! { <div class="session stop"><h1 tabindex="-1">"Stop here for today"</h1>{no_retry()}<p class="button-row">{home()}</p></div> }
            .into_any();
    };
    let title = match reason.action {
        StopAction::EaseOff | StopAction::End => "Stop here for today",
        StopAction::SameDay => "Get medical help today",
        StopAction::Emergency => "Call your local emergency number now",
    };
    let lines = if session.came_again(reason) { &reason.again } else { &reason.now };
    view! {
        <div class="session stop">
            <h1 tabindex="-1">{icon(Icon::Octagon)} " " {title}</h1>
            <p class="lead">{reason.feel.clone()}</p>
            {steps(ctx, lines)}
            <p>{cited(ctx.app, &reason.why, &reason.cites)}</p>
            {reason.no_retry_today.then(no_retry)}
            <p class="button-row">
                <button type="button" class="button" on:click=move |_| leave(ctx, &Route::Safety { at: Some("red-flags".to_owned()) })>"All red flags"</button>
                {home()}
            </p>
            {Pen::of_session(ctx.app).map(|pen| match reason.action {
                StopAction::EaseOff | StopAction::End => for_the_journal(ctx, pen, session.side),
                // Help first: what is written down can wait, and is folded away.
                StopAction::SameDay | StopAction::Emergency => {
                    let side = session.side;
                    fold("For the journal, when there is time", move || for_the_journal(ctx, pen, side))
                }
            })}
        </div>
    }
    .into_any()
}

/// How it is now, what was found, and a note. All of it may be left out, and is kept as one writes.
fn for_the_journal(ctx: Ctx, pen: Pen, side: Side) -> AnyView {
    let app = ctx.app;
    let last = StoredValue::new(now::last_complaint(app));
    let about = move || {
        pen.entry.with(|entry| {
            let unscored = entry.before.is_none() && entry.after.is_none();
            entry.complaint.clone().or_else(|| last.get_value().filter(|_| unscored))
        })
    };
    let after = move |score| {
        let complaint = untrack(about);
        pen.change(|entry| (entry.after, entry.complaint) = (score, complaint));
    };
    let before = move || pen.entry.with(|entry| entry.before.map(|score| format!("Before it was {}.", score.number())));
    let checked = pen.entry.with_untracked(|entry| entry.extension_before.is_some()) && check::is_described(app);
    let any = Memo::new(move |_| pen.entry.with(|entry| !entry.findings.is_empty()));
    view! {
        <section class="after">
            <h2>"How is it now?"</h2>
            <p class="quiet">"For your journal. You may leave any of it out. " {before}</p>
            {score("Discomfort now", About::Discomfort, move || pen.entry.with(|entry| entry.after), after)}
            {now::complaint(app, about, move |id| pen.change(|entry| entry.complaint = id))}
            {checked.then(|| fold("The self-check once more", move || view! {
                {check::how(app, side)}
                {check::question(app, "What does the thigh do now?", move || pen.entry.with(|entry| entry.extension_after), move |answer| pen.change(|entry| entry.extension_after = answer))}
            }.into_any()))}
            {move || any.get().then(|| view! { <h2>"What you found"</h2> {list::view(pen)} })}
            {fold("A note", move || note("Your note", move || pen.entry.with(|entry| entry.note.clone()), move |text| pen.change(|entry| entry.note = text)))}
            {pen.status(true)}
        </section>
    }
    .into_any()
}

fn well(ctx: Ctx, session: &Session, complete: bool) -> AnyView {
    let title = if complete { "Done" } else { "You ended here" };
    let other = session.side.opposite();
    let soreness = ctx.app.knowledge.safety.limit("soreness-after");
    let again = Route::Walkthrough { id: ctx.guide.id.clone(), at: None };
    let next = ctx.app.knowledge.walkthroughs.iter().skip_while(|guide| guide.id != ctx.guide.id).nth(1);
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">{title}</h1>
            {summary(ctx, session)}
            {soreness.map(|limit| view! { <p>{cited(ctx.app, &limit.text, &limit.cites)}</p> })}
            {grade::view(ctx.app)}
            {Pen::of_session(ctx.app).map(|pen| for_the_journal(ctx, pen, session.side))}
            <div class="button-row">
                {next.filter(|_| complete).map(|guide| {
                    let route = Route::Walkthrough { id: guide.id.clone(), at: None };
                    view! { <button type="button" class="button button-main" on:click=move |_| leave(ctx, &route)>"Next: " {guide.title.clone()}</button> }
                })}
                <button type="button" class="button" on:click=move |_| { prefer(ctx, other); leave(ctx, &again) }>"The " {other.word()} " side"</button>
                <button type="button" class="button" on:click=move |_| leave(ctx, &Route::Home)>"Go home"</button>
            </div>
        </div>
    }
    .into_any()
}

fn summary(ctx: Ctx, session: &Session) -> AnyView {
    match ctx.guide.kind {
        WalkthroughKind::Palpation => {
            let line = match session.found {
                Some(Found::Yes) => "You found it.",
                Some(Found::NotSure) => "You were not sure, and that is a good answer. Feel grows with practice.",
                Some(Found::No) => "You did not find it today. Leaving it was right.",
                None => "You went through the steps.",
            };
            view! { <p class="lead">{line} " On the " {session.side.word()} " side."</p> }.into_any()
        }
        WalkthroughKind::Massage => {
            let line = match session.points().len() {
                0 => "No point was tender. Then there was nothing to work on.".to_owned(),
                1 => "One point.".to_owned(),
                more => format!("{more} points."),
            };
            view! { <p class="lead">{line}</p> }.into_any()
        }
    }
}

fn prefer(ctx: Ctx, side: Side) {
    ctx.app.change_settings(|settings| settings.side = Some(side));
}

/// Puts the ended session away and goes on.
fn leave(ctx: Ctx, route: &Route) {
    grade::settle(ctx.app, Sure::Sure);
    ctx.app.change_session(|session| *session = None);
    ctx.app.go(route);
    crate::platform::page::scroll_to_top();
    crate::platform::page::focus_soon("main h1");
}

//! Find it: the three walkthroughs, in the order we advise.

use crate::component::icon::{Icon, icon};
use crate::component::prose::cited;
use crate::component::way;
use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use palpate_core::gate::Verdict;
use palpate_core::knowledge::{Walkthrough, WalkthroughKind};

pub fn page(app: App) -> AnyView {
    let guides = app.knowledge.walkthroughs.iter().map(|guide| card(app, guide)).collect_view();
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"Find it with your hands"</h1>
            <p class="lead">"Lie on the floor, go slowly, and stop whenever you like."</p>
            {move || gate_line(app)}
            {way::to_hurt()}
            <ol class="guides">{guides}</ol>
            {app.knowledge.safety.limit("no-tools").map(|limit| view! { <p class="quiet">{cited(app, &limit.text, &limit.cites)}</p> })}
            <p><a class="own-line" href=Route::Safety { at: None }.href()>"All the safety rules"</a></p>
        </div>
    }
    .into_any()
}

fn card(app: App, guide: &Walkthrough) -> AnyView {
    let route = Route::Walkthrough { id: guide.id.clone(), at: None };
    let length = match guide.kind {
        WalkthroughKind::Palpation => format!("{} steps · about {} minutes", guide.steps.len(), guide.minutes),
        WalkthroughKind::Massage => format!("{} minutes a side at most", guide.minutes),
    };
    view! {
        <li class="guide">
            <h2 class="guide-title"><a href=route.href()>{guide.title.clone()}</a></h2>
            <p>{guide.summary.clone()} "."</p>
            <p class="quiet">{length}</p>
            <p class="guide-note">{cited(app, &guide.note, &guide.note_cites)}</p>
            <p class="button-row">
                <a class="button button-main guide-start" href=route.href() aria-label=format!("Start: {}", guide.title)>"Start"</a>
                <a class="button" href=Route::Handout { id: guide.id.clone() }.href() aria-label=format!("On paper: {}", guide.title)>"On paper"</a>
            </p>
        </li>
    }
    .into_any()
}

fn gate_line(app: App) -> AnyView {
    let gate = app.gate.get();
    let (class, image, line, link) = match gate.verdict(&app.knowledge.safety, clock::today()) {
        Verdict::Open => {
            ("banner banner-news", Icon::Shield, "Safety check done. Nothing in your answers rules it out today.", "Change an answer")
        }
        Verdict::Closed(_) => ("banner banner-caution", Icon::Warning, "Not today, by your answers to the safety check.", "See why"),
        Verdict::Questions { .. } | Verdict::ClinicianFirst | Verdict::Postpone => {
            ("banner banner-news", Icon::Shield, "Each day begins with ten safety questions.", "Answer them now")
        }
    };
    view! { <div class=class>{icon(image)} <p>{line} " " <a href=Route::Gate.href()>{link}</a></p></div> }.into_any()
}

//! The palpation of today: a thing to do, offered only while nothing speaks against hands-on work.

use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::clock;
use crate::route::Route;
use crate::state::App;
use palpate_core::knowledge::Walkthrough;
use palpate_core::practice::{Against, Practice, suggests};

/// The first of the walkthroughs planned for today, or why there is none now.
pub fn view(app: App, planned: &[String]) -> Option<AnyView> {
    let guide = planned.iter().find_map(|id| app.knowledge.walkthrough(id))?;
    let gate = app.gate.get();
    let practice =
        app.journal.with(|journal| app.finished.with(|finished| suggests(app.knowledge, journal, finished, &gate, clock::today())));
    Some(match practice {
        Practice::Ready => offer(guide, "Today's safety check is done."),
        Practice::CheckFirst => offer(guide, "It begins with today's safety check."),
        Practice::NotToday(against) => not_today(against),
    })
}

fn offer(guide: &Walkthrough, line: &'static str) -> AnyView {
    let route = Route::Walkthrough { id: guide.id.clone(), at: None };
    view! {
        <section class="learn-part">
            <h2>"With your hands"</h2>
            <p>"A walkthrough to practise, if you like. Only on a day when you feel well. " {line}</p>
            <p class="button-row"><a class="button" href=route.href()>{icon(Icon::Hand)} {guide.title.clone()}</a></p>
        </section>
    }
    .into_any()
}

fn not_today(against: Against) -> AnyView {
    let (line, to, link) = match against {
        Against::Stopped => ("You stopped a session today because of what you felt.", Route::Safety { at: None }, "Safety"),
        Against::Gate => ("Your answers to the safety check close the hands-on part.", Route::Gate, "See why"),
        Against::Enough => ("One side has had its two sessions today.", Route::Safety { at: None }, "Safety"),
        Against::Journal => ("See first what your journal says.", Route::Journal, "Journal"),
    };
    view! {
        <section class="learn-part">
            <h2>"With your hands"</h2>
            <p>"No hands-on practice is suggested now. " {line} " Reading and questions stay open. " <a class="learn-link" href=to.href()>{link}</a></p>
        </section>
    }
    .into_any()
}

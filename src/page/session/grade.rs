//! A palpation as something learned: graded once, when its session has ended well, by whether it was found and how sure that was.

use crate::markup::prelude::*;
use crate::page::calendar::again;
use crate::platform::{clock, page as browser};
use crate::state::App;
use palpate_core::memory::{Sure, What, skill};
use palpate_core::practice::to_grade;
use palpate_core::walkthrough::{Found, Session};

/// What there is to grade in the session at hand.
fn open(app: App) -> Option<(Session, Found)> {
    let session = app.session.get_untracked()?;
    let found = to_grade(&session, app.knowledge.walkthrough(&session.walkthrough)?)?;
    Some((session, found))
}

/// Grades the session at hand, if it is over and was not graded. It is marked first, so that no reload grades it twice.
pub fn settle(app: App, sure: Sure) {
    let Some((session, found)) = open(app) else { return };
    app.change_session(|kept| kept.iter_mut().for_each(|kept| kept.graded = true));
    let ended = app.finished.with_untracked(|finished| finished.last().map(|last| last.at));
    // One that was left open over night counts for its own day.
    let at = ended.filter(|_| session.day != clock::today()).unwrap_or_else(clock::now);
    app.log_review_at(skill(&session.walkthrough), What::Practised { side: session.side, found, sure }, at);
}

/// Grades a session of an earlier day whose end was never left: the page was closed on it.
pub fn settle_old(app: App) {
    if app.session.with_untracked(|session| session.as_ref().is_some_and(|session| session.day != clock::today())) {
        settle(app, Sure::Sure);
    }
}

/// Asks how sure, and says when it is suggested again. Nothing where palpations are not planned, or there is nothing to grade.
pub fn view(app: App) -> Option<AnyView> {
    let session = app.session.get_untracked()?;
    let asked = RwSignal::new(open(app).is_some());
    if !app.settings.with_untracked(|settings| settings.learning.skills) || !asked.get_untracked() && !session.graded {
        return None;
    }
    let inside = move || {
        if asked.get() {
            return ask(app, asked);
        }
        let due = app.settings.with(|settings| app.memory.with(|memory| memory.palpation_due(&session.walkthrough, &settings.learning)));
        let when = due.map(|due| again(due, clock::today()));
        let line = when.map(|when| format!("Learn may suggest this walkthrough again {when}, for a day when you feel well."));
        view! { <p class="quiet session-said" tabindex="-1" role="status">{line}</p> }.into_any()
    };
    Some(inside.into_any())
}

fn ask(app: App, asked: RwSignal<bool>) -> AnyView {
    let choices = [(Sure::Unsure, "Not sure"), (Sure::Sure, "Sure"), (Sure::Easy, "Easy to find")].map(|(sure, words)| {
        let answer = move |_| {
            settle(app, sure);
            asked.set(false);
            browser::focus_soon(".session-said");
        };
        view! { <button type="button" class="button" on:click=answer>{words}</button> }
    });
    view! {
        <div role="group" aria-labelledby="grade-title">
            <h2 id="grade-title">"How sure are you that you found it?"</h2>
            <p class="quiet">"It decides how soon Learn suggests it again."</p>
            <div class="button-row">{choices.into_iter().collect_view()}</div>
        </div>
    }
    .into_any()
}

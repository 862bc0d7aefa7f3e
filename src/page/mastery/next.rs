//! What to take up next, and why.

use super::{name, words};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::mastery::{Mastery, Reason, Suggestion};

pub fn section(app: App, mastery: Memo<Mastery>, next: &[Suggestion]) -> AnyView {
    let list = if next.is_empty() {
        view! { <p class="mastery-nothing">"Nothing needs you today. What you know is fresh, and there is nothing new."</p> }.into_any()
    } else {
        let steps = next.iter().enumerate().map(|(at, one)| mastery.with(|mastery| step(app, mastery, one, at == 0))).collect_view();
        view! { <ol class="mastery-next">{steps}</ol> }.into_any()
    };
    view! { <section aria-labelledby="mastery-next"><h2 id="mastery-next">"Next"</h2>{list}</section> }.into_any()
}

fn step(app: App, mastery: &Mastery, one: &Suggestion, first: bool) -> AnyView {
    let title = words::title(app, &one.muscle, one.relation);
    let (link, words) = match &one.reason {
        Reason::Hands { walkthrough } | Reason::HandsAgain { walkthrough } => {
            (Route::Walkthrough { id: walkthrough.clone(), at: None }, "Open the walkthrough")
        }
        Reason::SafetyFirst | Reason::Faded | Reason::New | Reason::GoOn => (words::drill(&one.muscle, one.relation), "Ask me"),
    };
    let class = if first { "button button-main" } else { "button" };
    view! {
        <li class="mastery-step">
            <h3><span class="serif">{name(app, &one.muscle)}</span> " " <span class="mastery-relation">{one.relation.title()}</span></h3>
            <p>{words::reason(mastery, one)}</p>
            <p class="button-row"><a class=class href=link.href() aria-label=format!("{words} – {title}")>{words}</a></p>
        </li>
    }
    .into_any()
}

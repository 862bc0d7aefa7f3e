//! One cell of the map, opened: its numbers, and the ways to its page, its questions and its walkthrough.

use super::{Chosen, map, name, words};
use crate::component::sheet;
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::mastery::{Cell, Mastery};
use palpate_core::relation::Relation;

/// A dialog of its own, in the form of the sheet, open while a cell is chosen.
pub fn dialog(app: App, mastery: Memo<Mastery>, chosen: Chosen) -> AnyView {
    sheet::dialog(
        "mastery-title",
        move || chosen.with(Option::is_some),
        move || chosen.set(None),
        move || chosen.get().map(|(muscle, relation)| mastery.with(|mastery| body(app, mastery, &muscle, relation))).into_any(),
    )
}

fn body(app: App, mastery: &Mastery, muscle: &str, relation: Relation) -> AnyView {
    let cell = mastery.cell(muscle, relation).copied().unwrap_or_default();
    let questions = mastery.questions(muscle, relation).unwrap_or_default();
    let drill = (questions.items > 0)
        .then(|| view! { <div class="button-row"><a class="button button-main" href=words::drill(muscle, relation).href()>"Ask me about it"</a></div> });
    let safety =
        (relation == Relation::Safety).then(|| view! { <li><a href=Route::Safety { at: None }.href()>"All the safety rules"</a></li> });
    let landmarks = (relation == Relation::Palpation)
        .then(|| view! { <li><a href=Route::Landmarks { at: None }.href()>"Landmarks, and how to feel them"</a></li> });
    view! {
        <h2 class="sheet-title" id="mastery-title">{name(app, muscle)} " " <span class="mastery-relation">{relation.title()}</span></h2>
        <p class="quiet mastery-lay">{words::lay(relation)}</p>
        {map::bar(&cell)}
        {numbers(&cell)}
        {drill}
        <ul class="plain-list">
            <li><a href=Route::Muscle { id: muscle.to_owned() }.href()>"Read about it"</a></li>
            {safety}
            {landmarks}
            {walkthroughs(app, mastery, muscle)}
        </ul>
    }
    .into_any()
}

fn numbers(cell: &Cell) -> AnyView {
    let Some(recall) = cell.recall() else {
        return view! { <p>"You have seen nothing of it yet. " {words::begun(cell)} " wait here."</p> }.into_any();
    };
    view! {
        <dl class="mastery-numbers">
            <div><dt>"Today, of everything here"</dt><dd>{cell.known()} "\u{a0}%"</dd></div>
            <div><dt>"Today, of what you have seen"</dt><dd>{recall} "\u{a0}%"</dd></div>
            <div><dt>"Seen"</dt><dd>{cell.seen} " of " {cell.items}</dd></div>
        </dl>
    }
    .into_any()
}

/// Those of the muscle; under a group those of its members too.
fn walkthroughs(app: App, mastery: &Mastery, muscle: &str) -> AnyView {
    let is_its = |owner: &str| owner == muscle || app.knowledge.muscle(owner).is_some_and(|owner| owner.group.as_deref() == Some(muscle));
    let guides = app.knowledge.walkthroughs.iter().filter(|guide| is_its(&guide.muscle)).map(|guide| {
        let skill = mastery.skills.iter().find(|skill| skill.walkthrough == guide.id);
        let practised = skill.map(|skill| if skill.chance.is_some() { "practised" } else { "not practised yet" });
        view! {
            <li>
                <a href=Route::Walkthrough { id: guide.id.clone(), at: None }.href()>{guide.title.clone()}</a>
                {practised.map(|words| view! { " " <span class="quiet">{words}</span> })}
            </li>
        }
    });
    guides.collect_view().into_any()
}

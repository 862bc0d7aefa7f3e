//! The map itself: one table on every screen. On a narrow one the style sheet turns each row into a card.
//!
//! Roles are written out, since some browsers forget that a table is one when it is laid out in another way.

use super::{Chosen, name, words};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::mastery::{Cell, Mastery, Row, Suggestion};
use palpate_core::relation::Relation;

pub fn section(app: App, mastery: Memo<Mastery>, next: &[Suggestion], chosen: Chosen) -> AnyView {
    let heads = Relation::ALL.map(|relation| view! { <th scope="col" role="columnheader">{relation.title()}</th> });
    let rows = mastery.with(|mastery| mastery.rows.iter().map(|row| muscle(app, row, next, chosen)).collect_view());
    view! {
        <section aria-labelledby="mastery-map">
            <h2 id="mastery-map">"The map"</h2>
            {legend()}
            <table class="mastery-map" role="table">
                <caption class="hidden">"For each muscle and what there is to know of it: today's chance that you would know it, and how much of it you have seen"</caption>
                <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="hidden">"Muscle"</span></th>{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn legend() -> AnyView {
    let key = |class: &'static str, words: &'static str| {
        view! { <li><span class=format!("mastery-bar {class}") aria-hidden="true"><span class="mastery-seen"></span><span class="mastery-known"></span></span> {words}</li> }
    };
    view! {
        <ul class="mastery-legend">
            {key("mastery-key-known", "likely known today")}
            {key("mastery-key-seen", "seen, not sure")}
            {key("mastery-key-new", "not seen yet")}
        </ul>
    }
    .into_any()
}

fn muscle(app: App, row: &Row, next: &[Suggestion], chosen: Chosen) -> AnyView {
    let cells = Relation::ALL.map(|relation| {
        let place = next.iter().position(|one| one.muscle == row.muscle && one.relation == relation);
        view! { <td role="cell">{cell(app, &row.muscle, relation, row.cell(relation), place, chosen)}</td> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=Route::Muscle { id: row.muscle.clone() }.href()>{name(app, &row.muscle)}</a></th>
            {cells.into_iter().collect_view()}
        </tr>
    }
    .into_any()
}

/// `place` is where the cell stands among what comes next, counted from 0.
fn cell(app: App, muscle: &str, relation: Relation, cell: &Cell, place: Option<usize>, chosen: Chosen) -> AnyView {
    // On a narrow screen the heads of the columns are not seen.
    let column = view! { <span class="mastery-column" aria-hidden="true">{relation.title()}</span> };
    if cell.items == 0 {
        return view! { <span class="mastery-cell mastery-none">{column} <span class="mastery-begun">{words::begun(cell)}</span></span> }
            .into_any();
    }
    let number = if cell.seen == 0 { "new".to_owned() } else { format!("{}\u{a0}%", cell.known()) };
    let class = if cell.seen == 0 { "mastery-cell mastery-new" } else { "mastery-cell" };
    let id = muscle.to_owned();
    view! {
        <button type="button" class=class aria-haspopup="dialog" on:click=move |_| chosen.set(Some((id.clone(), relation)))>
            <span class="hidden">{words::title(app, muscle, relation)} ", "</span>
            {column}
            <span class="mastery-number">{number}</span> " "
            {bar(cell)}
            <span class="mastery-begun">{words::begun(cell)}</span>
            {place.map(|place| view! { <span class="mastery-place"><span class="hidden">", next, number "</span>{place + 1}</span> })}
        </button>
    }
    .into_any()
}

/// Solid as far as it is likely known, hatched as far as it was seen, empty for the rest.
pub fn bar(cell: &Cell) -> AnyView {
    let seen = format!("width:{}%", 100 * cell.seen / cell.items.max(1));
    let known = format!("width:{}%", cell.known());
    view! { <span class="mastery-bar" aria-hidden="true"><span class="mastery-seen" prop:style=seen></span><span class="mastery-known" prop:style=known></span></span> }
        .into_any()
}

//! One point: how tender, whether it is the ache that one knows, what it did, where it was felt, and how sure one is.
//! Nothing is required.

use super::score::{About, score};
use super::{calls, felt, fold, note, pick, rule_banner, tick, words};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::Side;
use palpate_core::journal::{Finding, Spread};
use palpate_core::walkthrough::{Found, STROKE_CAP, Strokes};

/// A finding and how to change it. Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct Form {
    pub app: App,
    pub finding: Signal<Finding>,
    pub change: Callback<Finding>,
    /// In an open session: how tender and whether familiar first, the rest folded away. What calls for a stop stops at once.
    pub in_session: bool,
}

impl Form {
    pub fn set(self, change: impl FnOnce(&mut Finding)) {
        let mut finding = self.finding.get_untracked();
        change(&mut finding);
        self.change.run(finding);
    }

    /// What one of its fields holds.
    pub fn get<T>(self, read: impl FnOnce(&Finding) -> T) -> T {
        self.finding.with(read)
    }
}

pub fn view(form: Form) -> AnyView {
    let called = Memo::new(move |_| form.get(|finding| calls(form.app, finding)));
    view! {
        <div class="finding">
            <div role="status">{move || called.get().map(|id| rule_banner(form.app, id))}</div>
            {score("How tender was it, pressed?", About::Point, move || form.get(|finding| finding.tender), move |tender| form.set(|finding| finding.tender = tender))}
            {pick::of("Was it the ache you know?", &[(true, "Yes"), (false, "No")], move || form.get(|finding| finding.familiar), move |familiar| form.set(|finding| finding.familiar = familiar))}
            {form.in_session.then(|| view! { <p class="quiet">"A pain you do not know ends the session for today."</p> })}
            {if form.in_session { fold("More about this point", move || more(form)) } else { more(form) }}
        </div>
    }
    .into_any()
}

/// All but how tender and whether familiar.
fn more(form: Form) -> AnyView {
    let worded = |id: &str, otherwise: &str| words::stop(form.app, id).map_or_else(|| otherwise.to_owned(), |reason| reason.feel.clone());
    view! {
        <fieldset class="ticks">
            <legend>"Was it any of these?"</legend>
            {tick(worded("nerve-feeling", "Sharp"), move || form.get(|finding| finding.sharp), move |on| form.set(|finding| finding.sharp = on))}
            {tick("It rose, or did not fade within about 20 seconds".to_owned(), move || form.get(|finding| finding.rising), move |on| form.set(|finding| finding.rising = on))}
            {form.in_session.then(|| view! { <p class="quiet">"Each of these is a reason to stop."</p> })}
        </fieldset>
        {pick::of(
            "What did the ache do while pressed?",
            &[(Spread::Stays, "It stayed under the finger"), (Spread::Refers, "It was felt somewhere else too"), (Spread::Spreads, "It spread through the belly")],
            move || form.get(|finding| finding.spread),
            move |spread| form.set(|finding| finding.spread = spread),
        )}
        {form.in_session.then(|| view! { <p class="quiet">"An ache that spreads through the belly ends the session for today."</p> })}
        {felt::view(form)}
        {pick::of(
            "Was it the muscle? As far as you can tell",
            &[(Found::Yes, "Yes"), (Found::NotSure, "Not sure"), (Found::No, "No")],
            move || form.get(|finding| finding.sure),
            move |sure| form.set(|finding| finding.sure = sure),
        )}
        {(!form.in_session).then(|| strokes(form))}
        {note("Your note on this point", move || form.get(|finding| finding.note.clone()), move |text| form.set(|finding| finding.note = text))}
    }
    .into_any()
}

/// Counted in the session, or written from memory.
fn strokes(form: Form) -> AnyView {
    let counted = Memo::new(move |_| form.get(|finding| finding.point.is_some()));
    let massaged = Memo::new(move |_| form.get(|finding| finding.area.is_some()));
    let now = move || form.get(|finding| finding.strokes.count());
    let set = move |event| {
        let count = event_target_value(&event).parse::<u8>().ok().and_then(|count| Strokes::try_from(count).ok());
        count.into_iter().for_each(|strokes| form.set(|finding| finding.strokes = strokes));
    };
    view! {
        {move || match (counted.get(), massaged.get()) {
            (true, _) => view! { <p class="quiet">{strokes_line(now())} ", counted in the session."</p> }.into_any(),
            (false, true) => {
                let options = (0..=STROKE_CAP).map(|count| view! { <option value=count.to_string() prop:selected=move || now() == count>{count}</option> });
                view! { <label class="field field-short"><span>"Strokes, from memory"</span><select on:change=set>{options.collect_view()}</select></label> }.into_any()
            }
            (false, false) => ().into_any(),
        }}
    }
    .into_any()
}

pub fn strokes_line(count: u8) -> String {
    match count {
        0 => "No strokes".to_owned(),
        1 => "1 stroke".to_owned(),
        more => format!("{more} strokes"),
    }
}

/// Where a finding without a session was made: the place and the side.
pub fn place(form: Form) -> AnyView {
    let app = form.app;
    // Every area that is conducted, and every muscle that is looked for.
    let areas = app.knowledge.walkthroughs.iter().flat_map(|guide| (0u8..).zip(&guide.areas).filter(|(at, _)| guide.conducts(*at)));
    let mut places: Vec<(String, String, Option<String>)> =
        areas.map(|(_, area)| (area.title.clone(), area.muscle.clone(), Some(area.id.clone()))).collect();
    for guide in app.knowledge.walkthroughs.iter().filter(|guide| guide.areas.is_empty()) {
        let name = app.knowledge.muscle(&guide.muscle).map_or_else(|| guide.muscle.clone(), |muscle| muscle.name.clone());
        places.push((format!("{name}, no strokes"), guide.muscle.clone(), None));
    }
    let is = move |muscle: &str, area: &Option<String>| form.get(|finding| finding.muscle == *muscle && finding.area == *area);
    let unknown = untrack(|| !places.iter().any(|(_, muscle, area)| is(muscle, area)));
    if unknown {
        let finding = form.finding.get_untracked();
        places.push((words::place_of(app, &finding), finding.muscle, finding.area));
    }
    let options: Vec<_> = places
        .iter()
        .cloned()
        .enumerate()
        .map(|(at, (name, muscle, area))| {
            let name = move || form.get(|finding| finding.side.render(&name));
            view! { <option value=at.to_string() prop:selected=move || is(&muscle, &area)>{name}</option> }
        })
        .collect();
    let choose = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok().and_then(|at| places.get(at).cloned());
        let Some((_, muscle, area)) = chosen else { return };
        form.set(|finding| {
            // Strokes belong to an area.
            if area.is_none() {
                finding.strokes = Strokes::default();
            }
            (finding.muscle, finding.area) = (muscle, area);
        });
    };
    view! {
        <label class="field"><span>"Where did you press?"</span><select on:change=choose>{options}</select></label>
        {pick::always("On which side?", &[(Side::Right, "Right"), (Side::Left, "Left")], move || form.get(|finding| finding.side), move |side| form.set(|finding| finding.side = side))}
    }
    .into_any()
}

//! Where a muscle may hurt: its zones at three strengths, what each document says of them, and its trigger points.

use crate::component::diagram::{Overlay, named};
use crate::component::pain;
use crate::component::prose::cited;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::Side;
use palpate_core::knowledge::{Muscle, Said, Spot, Strength, TriggerPoint, View, Zone};
use palpate_core::picture::Region;

/// The section; `None` for a muscle that no zone goes with.
pub fn section(app: App, muscle: &'static Muscle) -> Option<AnyView> {
    let zones: Vec<(&'static Zone, Strength)> = pain::zones_of(app, muscle);
    let points: Vec<&'static TriggerPoint> = app.knowledge.atlas.trigger_points_of(&app.knowledge.muscles, &muscle.id).collect();
    if zones.is_empty() && points.is_empty() {
        return None;
    }
    let chosen = RwSignal::new(None::<&'static str>);
    let documents = documents(muscle, &zones);
    let (drawn, marked) = (zones.clone(), points.clone());
    let overlay = Signal::derive(move || overlay(&drawn, &marked, chosen.get()));
    let strengths: Vec<Strength> = zones.iter().map(|(_, strength)| *strength).collect();
    let label = format!("Where {} may hurt", muscle.name);
    Some(
        view! {
            <section>
                <h2>"Where it may hurt"</h2>
                {(!documents.is_empty()).then(|| chooser(&documents, chosen))}
                {pain::body(app, &label, vec![View::Back, View::Front], overlay)}
                {pain::key(&strengths, !points.is_empty())}
                {move || (chosen.get() == Some(STROKES)).then(|| view! {
                    <p class="quiet">"The lines are the way a hand shows it: up and down for one side, across for both."</p>
                })}
                {move || words(app, &zones, chosen.get())}
                {(!points.is_empty()).then(|| trigger_points(app, &points))}
            </section>
        }
        .into_any(),
    )
}

/// The documents that speak of these zones. They do so of the iliopsoas, so of no muscle outside it.
fn documents(muscle: &Muscle, zones: &[(&'static Zone, Strength)]) -> Vec<&'static str> {
    let group = "iliopsoas";
    if muscle.id != group && muscle.group.as_deref() != Some(group) {
        return Vec::new();
    }
    let mut found: Vec<&str> = zones.iter().flat_map(|(zone, _)| &zone.says).map(|said| said.document.as_str()).collect();
    palpate_core::order::sort(&mut found);
    found.dedup();
    found
}

fn chooser(documents: &[&'static str], chosen: RwSignal<Option<&'static str>>) -> AnyView {
    let all = [None].into_iter().chain(documents.iter().copied().map(Some));
    let segments = all.map(|document| {
        segment("hurts", document.unwrap_or("All sources"), move || chosen.get() == document, move || chosen.set(document))
    });
    view! { <fieldset class="segments muscle-sources"><legend class="hidden">"Who says so"</legend>{segments.collect_view()}</fieldset> }
        .into_any()
}

fn by<'a>(zone: &'a Zone, document: &'a str) -> impl Iterator<Item = &'a Said> {
    zone.says.iter().filter(move |said| said.document == document)
}

fn overlay(zones: &[(&'static Zone, Strength)], points: &[&'static TriggerPoint], document: Option<&str>) -> Overlay {
    let said = |zone: &Zone| document.is_none_or(|document| by(zone, document).next().is_some());
    let shown = || zones.iter().filter(|(zone, _)| said(zone));
    // What lies over other zones comes first, so below them.
    let mut zoned: Vec<_> = shown().collect();
    palpate_core::order::sort_by_key(&mut zoned, |(zone, _)| !zone.draw_only);
    let strokes = if document == Some(STROKES) { vec![UP_AND_DOWN, ACROSS] } else { Vec::new() };
    let strokes = strokes.into_iter().filter_map(|id| shown().map(|(zone, _)| zone).find(|zone| zone.id == id));
    Overlay {
        zones: zoned.into_iter().flat_map(|(zone, strength)| pain::areas(zone, *strength)).collect(),
        points: points
            .iter()
            .filter(|point| document.is_none_or(|document| point.says.iter().any(|said| said.document == document)))
            .flat_map(|point| pain::marks(point))
            .collect(),
        lines: strokes.map(|zone| (zone.view, stroke(zone))).collect(),
        ..Overlay::default()
    }
}

/// The document that tells one side from both by how the hand moves, and the zones that the hand moves along.
const STROKES: &str = "S2";
const UP_AND_DOWN: &str = "low-back-line";
const ACROSS: &str = "low-back-band";

/// The long way through a zone, on the right where it is paired.
fn stroke(zone: &Zone) -> Vec<Spot> {
    let Some([low, high]) = Region::of_zone(zone, Some(Side::Right)).bounds() else { return Vec::new() };
    let [x, y] = [0, 1].map(|axis| (low[axis] + high[axis]) / 2);
    if high[0] - low[0] > high[1] - low[1] { vec![[low[0] + 8, y], [high[0] - 8, y]] } else { vec![[x, low[1] + 8], [x, high[1] - 8]] }
}

/// The zones in words: by strength, or as a document puts it.
fn words(app: App, zones: &[(&'static Zone, Strength)], document: Option<&'static str>) -> AnyView {
    let rows: Vec<AnyView> = match document {
        None => zones.iter().map(|(zone, strength)| by_strength(zone, *strength)).collect(),
        Some(document) => zones.iter().flat_map(|(zone, _)| by(zone, document).map(move |said| as_said(app, zone, said))).collect(),
    };
    view! { <ul class="ruled" aria-live="polite">{rows}</ul> }.into_any()
}

fn by_strength(zone: &Zone, strength: Strength) -> AnyView {
    let word = strength.word();
    let route = Route::Complaint { id: zone.complaint.clone() };
    view! { <li><a href=route.href()>{named(&zone.name, None)}</a> " " <span class=format!("strength strength-{word}")>{word}</span></li> }
        .into_any()
}

fn as_said(app: App, zone: &Zone, said: &Said) -> AnyView {
    view! { <li><strong>{named(&zone.name, None)} ": "</strong>{cited(app, &said.text, &said.cites)}</li> }.into_any()
}

fn trigger_points(app: App, points: &[&'static TriggerPoint]) -> AnyView {
    let rows = points.iter().map(|point| {
        let says = point
            .says
            .iter()
            .map(|said| view! { <p><strong>{said.document.clone()} ": "</strong>{cited(app, &said.text, &said.cites)}</p> });
        view! {
            <li>
                <h3>{point.name.clone()}</h3>
                <p>{cited(app, &point.text, &point.cites)}</p>
                {says.collect_view()}
            </li>
        }
    });
    view! { <h2>"Trigger points, marked with an X"</h2><ul class="ruled">{rows.collect_view()}</ul> }.into_any()
}

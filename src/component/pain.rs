//! Pain on the picture: the zones that go with a muscle or a complaint, and the trigger points, with their key.

use super::diagram::{Area, Can, Fill, Overlay, Start, cross_mark, diagram, named};
use crate::component::swatch::swatch;
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::Side;
use palpate_core::knowledge::{Complaint, Layer, Muscle, Strength, TriggerPoint, View, Zone};
use palpate_core::picture::{Place, Region, mirrored};

/// The zones where a muscle, or a member of a group, may hurt, with how strongly they go together.
pub fn zones_of(app: App, muscle: &Muscle) -> Vec<(&'static Zone, Strength)> {
    let strength = |zone: &Zone| {
        let complaint = app.knowledge.complaint(&zone.complaint)?;
        complaint.muscles.iter().filter(|link| link.who.is_or_is_in(app.knowledge, &muscle.id)).map(|link| link.strength).min()
    };
    app.knowledge.atlas.zones.iter().filter_map(|zone| Some((zone, strength(zone)?))).collect()
}

/// A zone as it lies over the drawing: on both sides where it is paired.
pub fn areas(zone: &Zone, strength: Strength) -> Vec<Area> {
    let area = |side: Option<Side>| Area {
        view: zone.view,
        region: Region::of_zone(zone, side),
        fill: Fill::Strength(strength),
        name: format!("{}: {}", named(&zone.name, side), strength.word()),
        badge: 0,
        smooth: true,
    };
    match (zone.paired, zone.view) {
        (false, _) => vec![area(None)],
        (true, View::Left) => vec![Area { region: Region::of_zone(zone, None), ..area(Some(Side::Left)) }],
        (true, View::Front | View::Back) => Side::BOTH.into_iter().map(|side| area(Some(side))).collect(),
    }
}

/// A trigger point as an X on each side.
pub fn marks(point: &TriggerPoint) -> Vec<(Place, String)> {
    let mark = |side: Side, at| (Place { view: point.view, at }, format!("{}, {}", point.name, side.word()));
    match point.view {
        View::Left => vec![mark(Side::Left, point.at)],
        View::Front | View::Back => vec![mark(Side::Right, point.at), mark(Side::Left, mirrored(point.at))],
    }
}

/// What the patterns mean; `x` when there are trigger points.
pub fn key(strengths: &[Strength], x: bool) -> AnyView {
    let rows = [Strength::Core, Strength::Common, Strength::Possible].into_iter().filter(|strength| strengths.contains(strength));
    let rows = rows.map(|strength| view! { <li>{swatch(Some(strength))} {strength.word()}</li> });
    let x = x.then(
        || view! { <li><svg class="diagram-swatch" viewBox="-13 -13 26 26" aria-hidden="true">{cross_mark()}</svg> "trigger point"</li> },
    );
    view! { <ul class="diagram-key" aria-label="Key">{rows.collect_view()} {x}</ul> }.into_any()
}

/// The body from front and back, to show pain on.
pub fn body(app: App, label: &str, views: Vec<View>, overlay: Signal<Overlay>) -> AnyView {
    let layers = vec![Layer::Skin, Layer::Bone, Layer::Landmark];
    let start = Start { side_by_side: views.len() > 1, views, layers, switches: false, muscle: String::new() };
    view! { <div class="diagram-pain">{diagram(app, label, Can::Read, start, overlay, |_| ())}</div> }.into_any()
}

/// Where a complaint is felt, where the drawings know.
pub fn of_complaint(app: App, complaint: &Complaint) -> Option<AnyView> {
    let strength = complaint.muscles.iter().map(|link| link.strength).min().unwrap_or(Strength::Possible);
    let names: Vec<String> =
        complaint.muscles.iter().filter(|link| link.strength == strength).map(|link| link.who.title(app.knowledge)).collect();
    let zones: Vec<&Zone> = app.knowledge.atlas.zones.iter().filter(|zone| zone.complaint == complaint.id).collect();
    let views: Vec<View> = View::ALL.into_iter().filter(|view| zones.iter().any(|zone| zone.view == *view)).collect();
    let overlay = Overlay { zones: zones.iter().flat_map(|zone| areas(zone, strength)).collect(), ..Overlay::default() };
    (!views.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Where it is felt"</h2>
                {body(app, "Where it is felt", views, Signal::stored(overlay))}
                <ul class="diagram-key" aria-label="Key"><li>{swatch(Some(strength))} {strength.word()} " for " {names.join(", ")}</li></ul>
            </section>
        }
        .into_any()
    })
}

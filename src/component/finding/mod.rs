//! What was found and how it felt: the parts of the journal's entry that are written in a session, at its end and afterwards.

pub mod before;
pub mod check;
mod felt;
pub mod form;
pub mod list;
pub mod now;
pub mod pen;
pub mod pick;
pub mod score;
pub mod words;

use crate::component::icon::{Icon, icon};
use crate::component::prose::{cited, prose};
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::Side;
use palpate_core::conductor::Told;
use palpate_core::journal::{Entry, Finding};
use palpate_core::knowledge::{Complaint, ComplaintKind, StopAction, Zone};
use palpate_core::picture::{Place, Region};
use palpate_core::walkthrough::Session;

/// Writes an answer that was given to a spoken question into the entry of the open session.
pub fn told(app: App, told: Told) {
    let point = match told {
        Told::Tender { point, .. } | Told::Familiar { point, .. } => point,
    };
    let Some(mut entry) = app.session_entry() else { return };
    let Some(at) = app.session.with_untracked(|session| finding_at(app, &mut entry, session.as_ref()?, point)) else { return };
    if let Some(finding) = entry.findings.get_mut(at) {
        match told {
            Told::Tender { score, .. } => finding.tender = Some(score),
            Told::Familiar { familiar, .. } => finding.familiar = Some(familiar),
        }
    }
    app.write_entry(entry);
}

/// The index of the finding about a point of the session; one that the entry has not yet is added to it.
pub fn finding_at(app: App, entry: &mut Entry, session: &Session, point: u8) -> Option<usize> {
    let found = entry.findings.iter().position(|finding| finding.point == Some(point));
    found.or_else(|| {
        let worked = session.points().get(usize::from(point))?;
        let area = app.knowledge.walkthrough(&session.walkthrough)?.areas.get(usize::from(worked.area))?;
        entry.findings.push(Finding { point: Some(point), ..Finding::new(&area.muscle, Some(&area.id), worked.side, worked.strokes) });
        entry.findings.len().checked_sub(1)
    })
}

/// The stop rule that a finding calls for. A place put on the picture means what the list would call it.
pub fn calls(app: App, finding: &Finding) -> Option<&'static str> {
    let holds = |zone: &Zone, place: &Place| {
        zone.view == place.view && Side::BOTH.iter().any(|side| Region::of_zone(zone, zone.paired.then_some(*side)).contains(place.at))
    };
    let named = |place: &Place| {
        app.knowledge.atlas.zones.iter().filter(|zone| holds(zone, place)).map(|zone| zone.complaint.clone()).collect::<Vec<_>>()
    };
    let felt_at = finding.felt_at.iter().cloned().chain(finding.felt.iter().flat_map(named)).collect();
    Finding { felt_at, ..finding.clone() }.stop_rule()
}

/// A stop rule that what was written calls for: what to do, why, and who says so. An id that is no longer known still stops.
pub fn rule_banner(app: App, id: &str) -> AnyView {
    let Some(reason) = words::stop(app, id) else {
        return view! { <div class="banner banner-stop">{icon(Icon::Octagon)} <p>"This calls for a stop. Leave the belly alone until you know why. The rule: " <code>{id.to_owned()}</code></p></div> }
            .into_any();
    };
    let title = match reason.action {
        StopAction::EaseOff | StopAction::End => "A reason to stop",
        StopAction::SameDay => "A reason to stop, and to get medical help the same day",
        StopAction::Emergency => "A reason to call your local emergency number",
    };
    let lines = reason.now.iter().map(|line| view! { <li>{prose(app, line)}</li> });
    view! {
        <div class="banner banner-stop">
            {icon(Icon::Octagon)}
            <div>
                <p><strong>{title} ": "</strong> {reason.feel.clone()} "."</p>
                <p>"When it happens:"</p>
                <ol class="rule-lines">{lines.collect_view()}</ol>
                <p>{cited(app, &reason.why, &reason.cites)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The pains that an entry can be about.
pub fn pains(app: App) -> impl Iterator<Item = &'static Complaint> {
    app.knowledge.complaints.iter().filter(|complaint| complaint.kind == ComplaintKind::Pain)
}

/// What opens on a press, and is built only then.
pub fn fold(title: impl IntoAny, inside: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let opened = RwSignal::new(false);
    view! {
        <details class="fold" on:toggle=move |_| opened.set(true)>
            <summary>{title.into_any()}</summary>
            <div class="fold-inside">{move || opened.get().then(&inside)}</div>
        </details>
    }
    .into_any()
}

/// A field of free words.
pub fn note(label: &str, value: impl Fn() -> String + Send + Sync + 'static, set: impl Fn(String) + Send + Sync + 'static) -> AnyView {
    view! {
        <label class="field">
            <span>{label.to_owned()}</span>
            <textarea rows="3" maxlength="2000" prop:value=value on:input=move |event| set(event_target_value(&event))></textarea>
        </label>
    }
    .into_any()
}

/// A plain yes that can be ticked.
pub fn tick(label: String, value: impl Fn() -> bool + Send + Sync + 'static, set: impl Fn(bool) + Send + Sync + 'static) -> AnyView {
    view! {
        <label class="tick"><input type="checkbox" prop:checked=value on:change=move |event| set(event_target_checked(&event)) /> <span>{label}</span></label>
    }
    .into_any()
}

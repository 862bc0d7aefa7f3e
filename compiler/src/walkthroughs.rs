//! The walkthroughs. Their words name no side: `{side}`, `{other}`, `{outward}` and `{inward}` do.

use crate::aloud;
use crate::authored as from;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::knowledge as to;
use toml::Spanned;

pub fn walkthrough(page: Page<'_>, guide: &from::Walkthrough) -> to::Walkthrough {
    check_shape(page, guide);
    to::Walkthrough {
        id: guide.id.get_ref().clone(),
        kind: guide.kind,
        title: aloud::guided(page, &guide.title),
        muscle: page.known(&page.desk.muscles, &guide.muscle),
        minutes: guide.minutes,
        summary: page.guided(&guide.summary),
        note: aloud::guided(page, &guide.note),
        note_cites: page.cites(&guide.id, "the note of", &guide.note_cites),
        steps: guide.step.iter().map(|step| self::step(page, step)).collect(),
        check: guide.check.as_ref().map(|check| to::CheckHelp {
            knee_lift: aloud::guided_all(page, &check.knee_lift),
            reposition: aloud::guided_all(page, &check.reposition),
            leave: aloud::guided_all(page, &check.leave),
            cites: page.cites(&guide.id, "the check of", &check.cites),
        }),
        areas: guide.area.iter().map(|area| self::area(page, area)).collect(),
        closing: guide.closing.as_ref().map(|closing| to::Closing {
            text: aloud::guided_all(page, &closing.text),
            cites: page.cites(&guide.id, "the closing of", &closing.cites),
        }),
    }
}

fn check_shape(page: Page<'_>, guide: &from::Walkthrough) {
    let asks = guide.step.iter().filter(|step| step.check).count();
    if asks > 1 {
        page.report(&guide.id, Fault::Rule("more than one step asks whether the muscle was found. Keep `check = true` on one step."));
    }
    if (asks > 0) != guide.check.is_some() {
        page.report(
            &guide.id,
            Fault::Rule("a step with `check = true` goes with a [check] table, and the other way round. Add the one that is missing."),
        );
    }
    let massage = guide.kind == to::WalkthroughKind::Massage;
    if massage == guide.area.is_empty() || massage != guide.closing.is_some() {
        page.report(
            &guide.id,
            Fault::Rule(
                "a walkthrough of the kind massage has [[area]] tables and a [closing], and a palpation has neither. Add or remove them.",
            ),
        );
    }
    if guide.step.is_empty() {
        page.report(&guide.id, Fault::Empty { what: "the list of steps" });
    }
}

fn step(page: Page<'_>, step: &from::Step) -> to::Step {
    if step.r#do.is_empty() {
        page.report(&step.id, Fault::Empty { what: "what to do" });
    }
    to::Step {
        id: step.id.get_ref().clone(),
        title: aloud::guided(page, &step.title),
        instructions: aloud::guided_all(page, &step.r#do),
        supported: aloud::guided_all(page, &step.do_supported),
        why: aloud::guided(page, &step.why),
        feel: aloud::guided(page, &step.feel),
        if_not: aloud::guided(page, &step.if_not),
        beware: step.beware.as_ref().map(|text| aloud::guided(page, text)),
        beware_on: to::SideNotes {
            left: step.beware_on.left.as_ref().map(|text| aloud::prose(page, text)),
            right: step.beware_on.right.as_ref().map(|text| aloud::prose(page, text)),
        },
        figure: page.known(&page.desk.poses, &step.figure),
        alt: page.guided(&step.alt),
        check: step.check,
        pacing: pacing(page, step.pacing.as_ref(), !step.check),
        cites: page.cites(&step.id, "the step", &step.cites),
    }
}

fn area(page: Page<'_>, area: &from::FocusArea) -> to::FocusArea {
    to::FocusArea {
        id: area.id.get_ref().clone(),
        title: aloud::guided(page, &area.title),
        muscle: page.known(&page.desk.muscles, &area.muscle),
        hand: area.hand,
        find: aloud::guided_all(page, &area.find),
        search: aloud::guided_all(page, &area.search),
        hold: aloud::guided(page, &area.hold),
        limit: aloud::guided(page, &area.limit),
        only_if_unrelieved: area.only_if_unrelieved,
        pacing: pacing(page, area.pacing.as_ref(), false),
        figure: page.known(&page.desk.poses, &area.figure),
        alt: page.guided(&area.alt),
        cites: page.cites(&area.id, "the area", &area.cites),
    }
}

/// How it is conducted, within what a person can follow. Without words of its own it takes the default, which waits.
fn pacing(page: Page<'_>, pacing: Option<&Spanned<to::Pacing>>, may_go_on: bool) -> to::Pacing {
    let Some(written) = pacing else { return to::Pacing::default() };
    let pacing = *written.get_ref();
    for (what, found, most) in [("the number of seconds", pacing.seconds, 60), ("the number of breaths", pacing.breaths, 10)] {
        if found > most {
            page.report(written, Fault::OutOfRange { what, found: found.to_string(), least: "0".to_owned(), most: most.to_string() });
        }
    }
    if pacing.sink && pacing.breaths == 0 {
        page.report(
            written,
            Fault::Rule("the fingers sink with the out-breath, and no breath is paced here. Add `breaths`, or remove `sink`."),
        );
    }
    if pacing.then == to::Then::GoOn && !may_go_on {
        page.report(
            written,
            Fault::Rule("a step with `check = true` and an area wait for the person, who is asked something there. Remove `then`."),
        );
    }
    pacing
}

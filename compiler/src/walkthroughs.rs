//! The walkthroughs. Their words name no side: `{side}`, `{other}`, `{outward}` and `{inward}` do.

use crate::authored as from;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::knowledge as to;

pub fn walkthrough(page: Page<'_>, guide: &from::Walkthrough) -> to::Walkthrough {
    check_shape(page, guide);
    to::Walkthrough {
        id: guide.id.get_ref().clone(),
        kind: guide.kind,
        title: page.guided(&guide.title),
        muscle: page.known(&page.desk.muscles, &guide.muscle),
        minutes: guide.minutes,
        summary: page.guided(&guide.summary),
        note: page.guided(&guide.note),
        note_cites: page.cites(&guide.id, "the note of", &guide.note_cites),
        steps: guide.step.iter().map(|step| self::step(page, step)).collect(),
        check: guide.check.as_ref().map(|check| to::CheckHelp {
            knee_lift: page.guided_all(&check.knee_lift),
            reposition: page.guided_all(&check.reposition),
            leave: page.guided_all(&check.leave),
            cites: page.cites(&guide.id, "the check of", &check.cites),
        }),
        areas: guide.area.iter().map(|area| self::area(page, area)).collect(),
        closing: guide.closing.as_ref().map(|closing| to::Closing {
            text: page.guided_all(&closing.text),
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
        title: page.guided(&step.title),
        instructions: page.guided_all(&step.r#do),
        supported: page.guided_all(&step.do_supported),
        why: page.guided(&step.why),
        feel: page.guided(&step.feel),
        if_not: page.guided(&step.if_not),
        beware: step.beware.as_ref().map(|text| page.guided(text)),
        beware_on: to::SideNotes {
            left: step.beware_on.left.as_ref().map(|text| page.prose(text)),
            right: step.beware_on.right.as_ref().map(|text| page.prose(text)),
        },
        figure: page.known(&page.desk.poses, &step.figure),
        alt: page.guided(&step.alt),
        check: step.check,
        cites: page.cites(&step.id, "the step", &step.cites),
    }
}

fn area(page: Page<'_>, area: &from::FocusArea) -> to::FocusArea {
    to::FocusArea {
        id: area.id.get_ref().clone(),
        title: page.guided(&area.title),
        muscle: page.known(&page.desk.muscles, &area.muscle),
        hand: area.hand,
        find: page.guided_all(&area.find),
        search: page.guided_all(&area.search),
        hold: page.guided(&area.hold),
        limit: page.guided(&area.limit),
        only_if_unrelieved: area.only_if_unrelieved,
        figure: page.known(&page.desk.poses, &area.figure),
        alt: page.guided(&area.alt),
        cites: page.cites(&area.id, "the area", &area.cites),
    }
}

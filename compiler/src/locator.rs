//! How the list of "Where does it hurt?" is made: its weights, its rules and what the page says of them.

use crate::authored as from;
use crate::authored::Words;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::knowledge as to;
use palpate_core::knowledge::ComplaintKind;

pub fn weights(page: Page<'_>, file: &from::LocatorFile, complaints: &[from::Complaint]) -> to::Weights {
    check(page, file);
    to::Weights {
        disclaimer: saying(page, &file.disclaimer),
        made: file.made.iter().map(|paragraph| saying(page, paragraph)).collect(),
        cannot: file.cannot.iter().map(|paragraph| saying(page, paragraph)).collect(),
        place: scale(page, &file.place),
        sign: scale(page, &file.sign),
        several: weight(page, &file.several),
        threshold: weight(page, &file.threshold),
        group: rule(page, &file.group),
        sides: rule(page, &file.sides),
        places_first: rule(page, &file.places_first),
        hands: rule(page, &file.hands),
        up_and_down: gesture(page, &file.up_and_down, complaints),
        across: gesture(page, &file.across, complaints),
        check_first: page.known_all(&page.desk.complaints, &file.check_first),
        gesture_page: file.gesture_page.as_ref().map(|id| page.known(&page.desk.complaints, id)),
        help: file
            .help
            .iter()
            .map(|rule| to::HelpRule {
                complaint: page.known(&page.desk.complaints, &rule.complaint),
                red_flag: page.number(&page.desk.red_flags, &rule.red_flag),
                why: page.prose(&rule.why),
                cites: page.cites(&rule.why, "the reason", &rule.cites),
            })
            .collect(),
    }
}

/// What the numbers must be like for the explanation of the list to be true.
fn check(page: Page<'_>, file: &from::LocatorFile) {
    for scale in [&file.place, &file.sign] {
        for [more, less] in [[&scale.core, &scale.common], [&scale.common, &scale.possible]] {
            if more.points.get_ref() < less.points.get_ref() {
                page.report(&less.points, Fault::Rule("core counts at least as much as common, and common as much as possible. Lower this number, or raise the one above it."));
            }
        }
    }
    let (place, sign) = (&file.place, &file.sign);
    for [place, sign] in [[&place.core, &sign.core], [&place.common, &sign.common], [&place.possible, &sign.possible]] {
        if sign.points.get_ref() > place.points.get_ref() {
            page.report(
                &sign.points,
                Fault::Rule("a sign counts no more than a place of the same strength. Lower this number, or raise that of the place."),
            );
        }
    }
    if file.threshold.points.get_ref() > place.possible.points.get_ref() {
        page.report(
            &file.threshold.points,
            Fault::Rule("a muscle that may refer to a marked place is listed, however weakly. Lower this number to what a possible place counts, or below."),
        );
    }
}

fn weight(page: Page<'_>, weight: &from::Weight) -> to::Weight {
    to::Weight {
        points: *weight.points.get_ref(),
        why: page.prose(&weight.why),
        cites: page.cites(&weight.why, "the reason", &weight.cites),
    }
}

fn scale(page: Page<'_>, scale: &from::Scale) -> to::Scale {
    to::Scale { core: weight(page, &scale.core), common: weight(page, &scale.common), possible: weight(page, &scale.possible) }
}

fn rule(page: Page<'_>, rule: &from::Rule) -> to::Rule {
    to::Rule { why: page.prose(&rule.why), cites: page.cites(&rule.why, "the reason", &rule.cites) }
}

fn saying(page: Page<'_>, saying: &from::Saying) -> to::Saying {
    to::Saying { text: page.prose(&saying.text), cites: page.cites(&saying.text, "the paragraph", &saying.cites) }
}

fn gesture(page: Page<'_>, gesture: &from::Gesture, complaints: &[from::Complaint]) -> to::Gesture {
    let is_sign =
        |id: &Words| complaints.iter().any(|complaint| complaint.id.get_ref() == id.get_ref() && complaint.kind == ComplaintKind::Sign);
    let sign = page.known(&page.desk.complaints, &gesture.sign);
    if page.desk.complaints.find(&sign).is_ok() && !is_sign(&gesture.sign) {
        page.report(&gesture.sign, Fault::Rule("a gesture is a sign, and this complaint is a pain. Name a complaint of the kind sign."));
    }
    to::Gesture { zone: page.known(&page.desk.zones, &gesture.zone), sign }
}

//! The poses of the figure: each inherits from its base, and every number is checked against what a body can do.

use crate::authored as from;
use crate::authored::{MarkName, Number, Point, Zone};
use crate::desk::Page;
use crate::problem::Fault;
use palpate_figure as to;
use toml::Spanned;

/// All poses, in the order of the file. A pose inherits body and hands from its base, never marks and props.
pub fn poses(page: Page<'_>, list: &[from::Pose]) -> Vec<to::Pose> {
    let mut done: Vec<to::Pose> = Vec::with_capacity(list.len());
    for pose in list {
        let base = pose.base.as_ref().map(|base| {
            let number = usize::from(page.number(&page.desk.poses, base));
            let above = done.get(number).filter(|found| &found.id == base.get_ref());
            if above.is_none() && list.iter().any(|pose| pose.id.get_ref() == base.get_ref()) {
                page.report(base, Fault::Rule("a pose inherits from one that stands above it. Move its base up."));
            }
            above.cloned().unwrap_or_default()
        });
        let pose = self::pose(page, pose, base.unwrap_or_default());
        done.push(pose);
    }
    done
}

fn pose(page: Page<'_>, pose: &from::Pose, base: to::Pose) -> to::Pose {
    if pose.views.get_ref().is_empty() {
        page.report(&pose.views, Fault::Empty { what: "the list of views" });
    }
    let number = |what, least, most, given: &Option<Number>, else_| ranged(page, what, least, most, given.as_ref(), else_);
    let [right_leg, left_leg] = base.legs;
    let [right_hand, left_hand] = base.hands;
    to::Pose {
        id: pose.id.get_ref().clone(),
        title: page.guided(&pose.title),
        views: pose.views.get_ref().iter().map(|look| (look.from, look.frame)).collect(),
        roll: number("the roll of the pelvis", 0., 28., &pose.roll, base.roll),
        curl: number("the curl of the trunk", 0., 18., &pose.curl, base.curl),
        pitch: number("the bend of the head", 0., 32., &pose.head, base.pitch),
        breath: number("the breath", -1., 1., &pose.breath, base.breath),
        legs: [leg(page, &pose.right_leg, right_leg), leg(page, &pose.left_leg, left_leg)],
        hands: [hand(page, &pose.right_hand, right_hand), hand(page, &pose.left_hand, left_hand)],
        right_over: pose.on_top.map_or(base.right_over, |hand| hand == from::OnTop::Right),
        marks: pose.marks.iter().filter_map(|mark| self::mark(page, mark)).collect(),
        props: pose.props.clone(),
    }
}

/// A number within what makes sense, or the one to use when none is given.
fn ranged(page: Page<'_>, what: &'static str, least: f32, most: f32, given: Option<&Number>, else_: f32) -> f32 {
    let Some(given) = given else { return else_ };
    let found = *given.get_ref();
    if !(least..=most).contains(&found) {
        let [found, least, most] = [found, least, most].map(|number| number.to_string());
        page.report(given, Fault::OutOfRange { what, found, least, most });
    }
    found
}

fn leg(page: Page<'_>, leg: &from::Leg, base: to::Leg) -> to::Leg {
    let number = |what, least, most, given: &Option<Number>, else_| ranged(page, what, least, most, given.as_ref(), else_);
    to::Leg {
        hip: number("the bend of the hip", -4., 75., &leg.hip, base.hip),
        knee: number("the bend of the knee", 0., 115., &leg.knee, base.knee),
        drop: number("the drop of the knee", -10., 98., &leg.drop, base.drop),
        out: number("the angle of the leg away from the midline", 0., 15., &leg.out, base.out),
        foot: number("the bend of the ankle", 15., 55., &leg.foot, base.foot),
        toe: number("the angle of the toes", 0., 15., &leg.toe, base.toe),
    }
}

fn hand(page: Page<'_>, hand: &from::HandPose, base: to::Hand) -> to::Hand {
    let number = |what, least, most, given: &Option<Number>, else_| ranged(page, what, least, most, given.as_ref(), else_);
    if let (Some(_), Some(floor)) = (&hand.at, &hand.on_floor) {
        page.report(floor, Fault::Rule("a hand lies on the skin (`at`) or on the floor (`on-floor`), not on both. Remove one."));
    }
    let (at, floor) = match (&hand.at, &hand.on_floor) {
        (Some(skin), _) => (spot(page, skin), 0.),
        (None, Some(floor)) => (spot(page, floor), 1.),
        (None, None) => (base.at, base.floor),
    };
    to::Hand {
        at,
        floor,
        depth: number("the depth of the fingertips", -60., 40., &hand.depth, base.depth),
        lift: number("the lift of the hand", 0., 150., &hand.lift, base.lift),
        yaw: number("the yaw of the hand", -60., 100., &hand.yaw, base.yaw),
        pitch: number("the pitch of the hand", -20., 75., &hand.pitch, base.pitch),
        roll: number("the roll of the hand", -90., 30., &hand.roll, base.roll),
        swivel: number("the swing of the elbow", -30., 40., &hand.elbow, base.swivel),
        joints: hand.grip.map_or(base.joints, to::Grip::joints),
    }
}

fn spot(page: Page<'_>, point: &Point) -> [f32; 2] {
    if let [across, up] = point.get_ref()[..] {
        return [across, up];
    }
    page.report(point, Fault::Rule("a place has two numbers, across and up. Add or remove some."));
    [0., 0.]
}

fn deep_spot(page: Page<'_>, point: &Point) -> [f32; 3] {
    if let [across, up, out] = point.get_ref()[..] {
        return [across, up, out];
    }
    page.report(point, Fault::Rule("a place in the body or the room has three numbers: across, up and out. Add or remove some."));
    [0., 0., 0.]
}

/// The word of a kind, and the fields it may have beside `kind` and `view`.
fn fields(kind: MarkName) -> (&'static str, &'static [&'static str]) {
    match kind {
        MarkName::Arrow => ("arrow", &["points", "on", "both-ends"]),
        MarkName::Press => ("press", &["at"]),
        MarkName::Depth => ("depth", &["at", "deep", "aside"]),
        MarkName::SixPack => ("six-pack", &["tense"]),
        MarkName::KeepOff => ("keep-off", &["zones"]),
        MarkName::Muscle => ("muscle", &["muscle", "both-sides"]),
        MarkName::HipBone => ("hip-bone", &[]),
        MarkName::Groin => ("groin", &[]),
        MarkName::Target => ("target", &["at"]),
        MarkName::Burst => ("burst", &["at"]),
        MarkName::Breath => ("breath", &["at"]),
    }
}

fn mark(page: Page<'_>, mark: &from::Mark) -> Option<to::Mark> {
    let (kind, allowed) = fields(*mark.kind.get_ref());
    let given = [
        ("points", mark.points.is_some()),
        ("on", mark.on.is_some()),
        ("both-ends", mark.both_ends.is_some()),
        ("at", mark.at.is_some()),
        ("deep", mark.deep.is_some()),
        ("aside", mark.aside.is_some()),
        ("tense", mark.tense.is_some()),
        ("zones", mark.zones.is_some()),
        ("muscle", mark.muscle.is_some()),
        ("both-sides", mark.both_sides.is_some()),
    ];
    for (field, _) in given.into_iter().filter(|(field, given)| *given && !allowed.contains(field)) {
        page.report(&mark.kind, Fault::MarkHasNo { kind, field });
    }
    let lacks = |needs| page.report(&mark.kind, Fault::MarkLacks { kind, needs });
    let yes = |given: &Option<Spanned<bool>>| given.as_ref().is_some_and(|given| *given.get_ref());
    let at = || {
        if mark.at.is_none() {
            lacks("`at`, a place");
        }
        mark.at.as_ref()
    };
    let done = match mark.kind.get_ref() {
        MarkName::Arrow => arrow(page, mark).or_else(|| {
            lacks("`points`, from its start to its head");
            None
        })?,
        MarkName::Press => to::MarkKind::Press { at: spot(page, at()?) },
        MarkName::Depth => to::MarkKind::Depth {
            at: spot(page, at()?),
            // A longer bar would invite to press deeper than a few centimetres.
            deep: ranged(page, "the depth shown", 5., 40., mark.deep.as_ref(), 30.),
            aside: ranged(page, "the distance of the bar", -80., 80., mark.aside.as_ref(), 30.),
        },
        MarkName::SixPack => to::MarkKind::Rectus { tense: yes(&mark.tense) },
        MarkName::KeepOff => {
            let Some(zones) = &mark.zones else {
                lacks("`zones`: above-navel, midline, groin, or several");
                return None;
            };
            let has = |zone| zones.get_ref().contains(&zone);
            to::MarkKind::Keep { above: has(Zone::AboveNavel), midline: has(Zone::Midline), groin: has(Zone::Groin) }
        }
        MarkName::Muscle => to::MarkKind::Muscle {
            which: mark.muscle.as_ref().map(|part| *part.get_ref()).unwrap_or_default(),
            both_sides: yes(&mark.both_sides),
        },
        MarkName::HipBone => to::MarkKind::HipBone,
        MarkName::Groin => to::MarkKind::Groin,
        MarkName::Target => to::MarkKind::Target { at: spot(page, at()?) },
        MarkName::Burst => to::MarkKind::Burst { at: deep_spot(page, at()?) },
        MarkName::Breath => to::MarkKind::Breath { at: deep_spot(page, at()?) },
    };
    Some(to::Mark { view: mark.view, kind: done })
}

fn arrow(page: Page<'_>, mark: &from::Mark) -> Option<to::MarkKind> {
    let list = mark.points.as_ref()?;
    if !(2..=5).contains(&list.get_ref().len()) {
        page.report(list, Fault::Rule("an arrow has two to five places, from its start to its head. Add or remove some."));
    }
    let on = mark.on.as_ref().map(|on| *on.get_ref()).unwrap_or_default();
    let point = |point: &Point| match on {
        to::Place::Skin => {
            let [across, up] = spot(page, point);
            [across, up, 0.]
        }
        to::Place::Body | to::Place::Room => deep_spot(page, point),
    };
    let both_ends = mark.both_ends.as_ref().is_some_and(|both| *both.get_ref());
    Some(to::MarkKind::Arrow { points: list.get_ref().iter().map(point).collect(), on, both_ends })
}

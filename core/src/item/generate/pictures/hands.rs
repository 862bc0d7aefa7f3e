//! Where fingers go: from the poses of the walkthroughs, and the limits above and below.

use super::{Ask, card, on_side, seen};
use crate::Knowledge;
use crate::item::{Item, Topic};
use crate::knowledge::{Cite, Spot, View};
use crate::picture::Region;
use crate::side::Side;

/// How far from the fingertips of the pose still counts, in millimetres: hands differ.
const REACH: u8 = 18;

/// Half the width of what is kept free along the midline, where the drawing does not say.
const MIDLINE: i16 = 12;

/// No hand works nearer to the midline, so a mark there is no right place for one either.
const BESIDE: i16 = 30;

/// A question for a pose that a step or an area of a walkthrough shows.
struct Touch {
    slug: &'static str,
    walkthrough: &'static str,
    /// Id of the step or area, whose words are the reason.
    part: &'static str,
    stem: &'static str,
}

const TOUCHES: [Touch; 4] = [
    Touch {
        slug: "psoas-start",
        walkthrough: "psoas-palpation",
        part: "fingers-navel",
        stem: "You are looking for the {side} psoas. Mark where your fingers start, seen from the front.",
    },
    Touch {
        slug: "psoas-sink",
        walkthrough: "psoas-palpation",
        part: "sink",
        stem: "By this trainer's steps to the {side} psoas, mark where your fingertips sink in, seen from the front.",
    },
    Touch {
        slug: "iliacus-rest",
        walkthrough: "iliacus-palpation",
        part: "steady",
        stem: "You are looking for the {side} iliacus. Mark where your fingertips come to rest, seen from the front.",
    },
    Touch {
        slug: "lowest-area",
        walkthrough: "self-massage",
        part: "above-groin-crease",
        stem: "Mark the lowest area that the massage works on, on the {side} side, seen from the front.",
    },
];

pub(super) fn items(knowledge: &Knowledge) -> Vec<Item> {
    let touched = TOUCHES.iter().flat_map(|touch| Side::BOTH.map(|side| self::touch(knowledge, touch, side)));
    touched.chain([highest(knowledge)]).chain(Side::BOTH.map(|side| lowest(knowledge, side))).flatten().collect()
}

/// Where a pose has the fingertips of the working hand, for the right side.
fn fingers(knowledge: &Knowledge, pose: &str) -> Option<Spot> {
    knowledge.pose(pose).map(|pose| pose.hands[0].at.map(|at| at.round() as i16))
}

/// The level of the navel: no hand goes higher.
fn navel(knowledge: &Knowledge) -> Option<i16> {
    let [low, high] = Region::of_shape(knowledge.atlas.shape(View::Front, "navel")?, None).bounds()?;
    Some(low[1].midpoint(high[1]))
}

fn touch(knowledge: &Knowledge, touch: &Touch, side: Side) -> Option<Item> {
    let walkthrough = knowledge.walkthrough(touch.walkthrough)?;
    let step = walkthrough.steps.iter().find(|step| step.id == touch.part);
    let area = walkthrough.areas.iter().find(|area| area.id == touch.part);
    let (pose, words, cites, muscle) = match (step, area) {
        (Some(step), _) => (&step.figure, [step.instructions.join(" "), step.why.clone()].join(" "), &step.cites, &walkthrough.muscle),
        (None, Some(area)) => (&area.figure, [area.find.join(" "), area.limit.clone()].join(" "), &area.cites, &area.muscle),
        (None, None) => return None,
    };
    let at = fingers(knowledge, pose)?;
    // A place that the limits forbid is never right, however near it lies.
    let strip = knowledge.atlas.shape(View::Front, "aorta-band").and_then(|shape| Region::of_shape(shape, None).bounds());
    let free = strip.map_or(MIDLINE, |[low, high]| low[0].abs().max(high[0].abs()));
    let target = Region::disc(at, REACH).below(navel(knowledge)?).beside(View::Front, Side::Right, free);
    let ask = Ask {
        id: format!("gen-hand-{}-{}", touch.slug, side.word()),
        topic: Topic::Technique,
        about: vec![muscle.clone()],
        stem: side.render(touch.stem),
        view: View::Front,
        target: match side {
            Side::Right => target,
            Side::Left => target.mirrored(),
        },
        tolerance: 0,
        rationale: side.render(&words),
        cites: cites.clone(),
    };
    ask.made()
}

/// "How far up?": the level of the navel, as a line across the belly.
fn highest(knowledge: &Knowledge) -> Option<Item> {
    let up = navel(knowledge)?;
    let navel = knowledge.atlas.structure("navel")?;
    let kidney = knowledge.atlas.structure("kidney").map(|kidney| format!(" {}", kidney.text)).unwrap_or_default();
    let ask = Ask {
        id: "gen-limit-upper".to_owned(),
        topic: Topic::Technique,
        about: vec!["iliopsoas".to_owned()],
        stem: "How far up may your fingers work? Mark a place at that level, seen from the front.".to_owned(),
        view: View::Front,
        target: Region { parts: Vec::new(), lines: vec![vec![[-100, up], [-BESIDE, up]], vec![[BESIDE, up], [100, up]]] },
        tolerance: 8,
        rationale: format!("{}{kidney}", navel.text),
        cites: navel.cites.iter().copied().chain(card(knowledge, "B22")).collect::<Vec<Cite>>(),
    };
    ask.made()
}

/// "How far down?": the groin crease, or the inguinal ligament, whichever one takes for the line.
fn lowest(knowledge: &Knowledge, side: Side) -> Option<Item> {
    let crease = knowledge.atlas.structure("groin-crease")?;
    let shape = knowledge.atlas.shape(View::Front, "groin-crease")?;
    let ligament = knowledge.atlas.shape(View::Front, "inguinal-ligament")?;
    let ask = Ask {
        id: format!("gen-limit-lower-{}", side.word()),
        topic: Topic::Technique,
        about: vec!["iliopsoas".to_owned()],
        stem: format!("All work ends above one line. Mark that lower limit{}, {}.", on_side(Some(side)), seen(View::Front)),
        view: View::Front,
        target: Region::of_shape(shape, Some(side)).and(Region::of_shape(ligament, Some(side))),
        tolerance: 8,
        rationale: crease.text.clone(),
        cites: crease.cites.clone(),
    };
    ask.made()
}

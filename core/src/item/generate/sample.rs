//! A small made-up knowledge base for the tests of this folder.

use crate::Knowledge;
use crate::knowledge::*;

pub(super) fn claim(id: &str, kind: ClaimKind, answer: &str) -> Claim {
    Claim {
        id: id.to_owned(),
        kind,
        text: format!("It is [[x|{answer}]]."),
        answer: Some(answer.to_owned()),
        strength: None,
        cites: vec![Cite::Source(0)],
        disagreement: None,
        settled: true,
    }
}

fn muscle(name: &str, group: Option<&str>, answers: [&str; 3]) -> Muscle {
    let id = name.to_lowercase().replace(' ', "-");
    let kinds = [ClaimKind::Origin, ClaimKind::Insertion, ClaimKind::Action];
    Muscle {
        name: name.to_owned(),
        lay: String::new(),
        aliases: Vec::new(),
        group: group.map(str::to_owned),
        summary: format!("The {name}"),
        related: Vec::new(),
        claims: kinds
            .into_iter()
            .zip(answers)
            .filter(|(_, answer)| !answer.is_empty())
            .map(|(kind, answer)| claim(&format!("{id}-{kind:?}").to_lowercase(), kind, answer))
            .collect(),
        id,
    }
}

fn listed(id: &str, text: &str) -> Listed {
    Listed { id: id.to_owned(), text: text.to_owned(), cites: vec![Cite::OurRule] }
}

fn stop(id: &str, action: StopAction) -> StopReason {
    StopReason {
        id: id.to_owned(),
        feel: format!("Feels {id}"),
        action,
        now: vec!["Lift off.".to_owned()],
        again: Vec::new(),
        no_retry_today: true,
        why: "Because.".to_owned(),
        cites: vec![Cite::OurRule],
    }
}

fn flag(id: &str, level: Urgency, signs: &str) -> RedFlag {
    let think = format!("Think of: {id}.");
    RedFlag { id: id.to_owned(), level, signs: signs.to_owned(), think, cites: vec![Cite::OurRule] }
}

fn fact(id: &str) -> Fact {
    Fact {
        id: id.to_owned(),
        source: 0,
        heading: "Causes".to_owned(),
        category: "cause".to_owned(),
        text: format!("Says {id}."),
        about: vec!["psoas-major".to_owned()],
        disagreement: None,
        unverified: false,
    }
}

fn landmark(id: &str, name: &str) -> Landmark {
    Landmark {
        id: id.to_owned(),
        name: name.to_owned(),
        lay: String::new(),
        aliases: Vec::new(),
        text: "A place on bone. More.".to_owned(),
        find: String::new(),
        cites: vec![Cite::Unverified],
    }
}

fn step(title: &str) -> Step {
    Step {
        id: title.to_lowercase().replace(' ', "-"),
        title: title.to_owned(),
        instructions: Vec::new(),
        supported: Vec::new(),
        why: String::new(),
        feel: String::new(),
        if_not: String::new(),
        beware: None,
        beware_on: SideNotes::default(),
        figure: String::new(),
        alt: String::new(),
        check: false,
        pacing: crate::knowledge::Pacing::default(),
        cites: vec![Cite::OurRule],
    }
}

pub(super) fn knowledge() -> Knowledge {
    let source = |id: &str| Source {
        id: id.to_owned(),
        kind: SourceKind::Document,
        tier: Tier::C,
        title: id.to_owned(),
        publisher: None,
        year: "not stated".to_owned(),
        interest: None,
        urls: Vec::new(),
        note: None,
    };
    let titles = ["Lie down", "Knees up", "Knees to the {other}", "Sink", "Rest", "Turn", "Sit up"];
    Knowledge {
        sources: vec![source("S1")].into(),
        facts: [
            "s1-cause-long-sitting",
            "s1-cause-running",
            "s2-cause-situps",
            "s2-cause-sudden-fall",
            "s1-cause-step-aerobics",
            "s1-ps-03-knees-opposite",
            "s1-ps-04-example-right",
            "s1-ps-10-glide-outward",
            "s1-ps-16-toward-spine",
        ]
        .map(fact)
        .to_vec()
        .into(),
        muscles: vec![
            muscle("Iliopsoas", None, ["", "Lesser trochanter", ""]),
            muscle("Psoas major", Some("iliopsoas"), ["Bodies T12–L5", "Lesser trochanter", "Hip flexion"]),
            muscle("Iliacus", Some("iliopsoas"), ["Iliac fossa", "Lesser trochanter of the femur", "Hip flexion"]),
            muscle("Psoas minor", Some("iliopsoas"), ["Bodies T12 and L1", "Pectineal line", "Tenses the fascia"]),
            muscle("Quadratus lumborum", None, ["Iliac crest", "12th rib", "Side-bending"]),
        ]
        .into(),
        landmarks: vec![
            landmark("asis", "Front hip-bone point (ASIS)"),
            landmark("greater-trochanter", "Outer bump (greater trochanter)"),
            landmark("lesser-trochanter", "Inner bump (lesser trochanter)"),
            landmark("crest", "Edge of the hip bone (iliac crest)"),
            landmark("navel", "Navel"),
        ]
        .into(),
        safety: Safety {
            gate: ["a", "b", "c", "d"]
                .map(|id| GateQuestion {
                    id: id.to_owned(),
                    question: format!("Do you have {id}?"),
                    reason: "Then not today.".to_owned(),
                    instead: "Ask.".to_owned(),
                    cites: vec![Cite::OurRule],
                })
                .to_vec(),
            clinician_first: vec![listed("coil", "You have a coil. Ask."), listed("old", "You are over 65.")],
            postpone: vec![listed("meal", "You have eaten.")],
            avoid: Vec::new(),
            stop: vec![
                stop("pulse", StopAction::EaseOff),
                stop("lump", StopAction::End),
                stop("rebound", StopAction::SameDay),
                stop("collapse", StopAction::Emergency),
            ],
            red_flags: vec![
                flag("burst", Urgency::Emergency, "Sudden severe pain. Maybe a collapse."),
                flag("pus", Urgency::SameDay, "Fever with a bent hip."),
                flag("clot", Urgency::SameDay, "A swollen leg. With no breath it is an emergency."),
                flag("growth", Urgency::Soon, "Pain at night."),
            ],
            limits: Vec::new(),
        },
        walkthroughs: vec![Walkthrough {
            id: "psoas-palpation".to_owned(),
            kind: WalkthroughKind::Palpation,
            title: "Finding psoas major".to_owned(),
            muscle: "psoas-major".to_owned(),
            minutes: 5,
            summary: String::new(),
            note: String::new(),
            note_cites: Vec::new(),
            steps: titles.map(step).to_vec(),
            check: None,
            areas: Vec::new(),
            closing: None,
        }]
        .into(),
        ..Knowledge::default()
    }
}

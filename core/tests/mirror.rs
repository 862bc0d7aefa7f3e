//! One choice of side rewrites every sentence of the real walkthroughs: the left is the right, mirrored.

mod common;

use common::knowledge;
use palpate_core::Side;
use palpate_core::knowledge::Walkthrough;

/// Every sentence that is rendered for a side. What belongs to one side of the body (`beware_on`) is not.
fn sentences(guide: &Walkthrough) -> Vec<&str> {
    let mut all = vec![&guide.title, &guide.summary, &guide.note];
    for step in &guide.steps {
        all.extend([&step.title, &step.why, &step.feel, &step.if_not, &step.alt]);
        all.extend(step.instructions.iter().chain(&step.supported).chain(&step.beware));
    }
    for area in &guide.areas {
        all.extend([&area.title, &area.hold, &area.limit, &area.alt]);
        all.extend(area.find.iter().chain(&area.search));
    }
    if let Some(check) = &guide.check {
        all.extend(check.knee_lift.iter().chain(&check.reposition).chain(&check.leave));
    }
    all.extend(guide.closing.iter().flat_map(|closing| &closing.text));
    all.into_iter().map(String::as_str).collect()
}

/// The words left and right swapped, in whatever case; other words that hold them are left alone.
fn mirrored(text: &str) -> String {
    text.split_inclusive(|c: char| !c.is_alphabetic())
        .map(|piece| {
            let (word, rest) = piece.split_at(piece.find(|c: char| !c.is_alphabetic()).unwrap_or(piece.len()));
            let swapped = match word {
                "left" => "right",
                "right" => "left",
                "Left" => "Right",
                "Right" => "Left",
                other => other,
            };
            format!("{swapped}{rest}")
        })
        .collect()
}

#[test]
fn each_side_is_the_mirror_of_the_other() {
    for guide in &knowledge().walkthroughs {
        for sentence in sentences(guide) {
            let (left, right) = (Side::Left.render(sentence), Side::Right.render(sentence));
            assert_eq!(mirrored(&left), right, "{}", guide.id);
            assert_eq!(mirrored(&right), left, "{}", guide.id);
            assert_eq!(mirrored(&mirrored(&left)), left, "twice is as if never");
        }
    }
}

#[test]
fn every_direction_becomes_a_word() {
    for guide in &knowledge().walkthroughs {
        let mut sided = 0;
        for sentence in sentences(guide) {
            for side in Side::BOTH {
                let rendered = side.render(sentence);
                assert!(!rendered.contains(['{', '}']), "{}: {rendered}", guide.id);
                assert!(!rendered.contains("your your") && !rendered.contains("to to"), "{}: {rendered}", guide.id);
                sided += usize::from(rendered != sentence);
            }
        }
        assert!(sided >= 10, "{} turns only {sided} sentences", guide.id);
    }
}

/// S1's own example (`s1-ps-04-example-right`): the right muscle, so knees to the left, glide right, press in left.
#[test]
fn the_psoas_walkthrough_follows_the_documents_example() {
    let told = |side: Side, step: &str| {
        let step = common::guide(common::PSOAS).steps.iter().find(|other| other.id == step);
        step.map(|step| step.instructions.iter().map(|line| side.render(line)).collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    for (side, here, there) in [(Side::Right, "right", "left"), (Side::Left, "left", "right")] {
        assert!(told(side, "knees-aside").contains(&format!("knees sink together to your {there}.")));
        assert!(told(side, "fingers-navel").contains(&format!("your {here} hand")));
        assert!(told(side, "slide-out").contains(&format!("fingertips to your {here} until")));
        assert!(told(side, "toward-spine").contains(&format!("a little to your {there}, toward the spine")));
    }
}

/// The large bowel, the appendix and the large vessels lie on one side: those warnings name it and are never turned.
#[test]
fn one_sided_warnings_are_told_on_their_own_side() {
    let mut told = 0;
    for step in knowledge().walkthroughs.iter().flat_map(|guide| &guide.steps) {
        for (note, own, other) in [(&step.beware_on.left, "left", "right"), (&step.beware_on.right, "right", "left")] {
            let Some(note) = note else { continue };
            let words: Vec<String> = note.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
            assert!(words.iter().any(|word| word == own), "{}: {note}", step.id);
            assert!(!words.iter().any(|word| word == other), "{}: {note}", step.id);
            assert!(!note.contains('{'), "{}: {note}", step.id);
            told += 1;
        }
    }
    assert!(told >= 6);
}

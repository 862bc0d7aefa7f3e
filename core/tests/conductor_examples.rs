//! Whole sessions that conduct themselves, on the real walkthroughs, in a world that speaks and sounds.
#![allow(clippy::unwrap_used)]

mod common;
mod conductor_world;

use common::{ILIACUS, MASSAGE, TODAY, guide};
use conductor_world::{Noticed, OPTIONS, World, said, score};
use palpate_core::Side;
use palpate_core::conductor::{Buzz, Count, Input, Mode, Options, Told, Tone};
use palpate_core::knowledge::{Pacing, Step, Then, Walkthrough};
use palpate_core::signal::Signal;
use palpate_core::text::plain;
use palpate_core::walkthrough::{Ending, Found, Legs, Place, Session};

const QUIET: Options = Options { speaks: false, ..OPTIONS };

/// Goes on at each of the person's turns until the session is over, or until `stop` says so.
fn go_through(world: &mut World, stop: impl Fn(&World) -> bool) {
    for _ in 0..60 * 60 * 20 {
        if stop(world) {
            return;
        }
        match world.mode() {
            Mode::Page => return,
            Mode::Ask | Mode::Found | Mode::Rate { number: Some(3) } => world.signal(Signal::Forward),
            Mode::Say | Mode::Time { .. } | Mode::Rate { .. } | Mode::Breathe { .. } | Mode::Ready { .. } | Mode::Stroke { .. } => {
                world.step()
            }
            Mode::Waiting(reason) => panic!("it waits: {reason:?}"),
        }
    }
    panic!("no end: {:?}", world.shown());
}

/// The words of a text as a voice is given them, with nothing between.
fn letters(text: &str) -> String {
    text.replace('–', " to ").chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn warnings(step: &Step, side: Side) -> Vec<&String> {
    let here = if side == Side::Left { &step.beware_on.left } else { &step.beware_on.right };
    step.beware.iter().chain(here).collect()
}

/// Everything of each step is said once aloud: instructions, then every warning, then what to feel; then softly again. Where
/// fingers sink in, the warnings come first.
#[test]
fn a_whole_iliacus_walkthrough() {
    for side in Side::BOTH {
        let mut world = World::new(ILIACUS, side, OPTIONS);
        let guide = guide(ILIACUS);
        for (index, step) in guide.steps.iter().enumerate() {
            let here = Place::Step(index as u8);
            assert_eq!(world.shown().place, here);
            assert_eq!(world.shown().step, (index as u8 + 1, guide.steps.len() as u8));
            go_through(&mut world, |world| world.session.place != here);
            let aloud = |noticed: &Noticed| if let Noticed::Said(text) = noticed { Some(text.clone()) } else { None };
            let said = letters(&world.noticed.iter().filter_map(aloud).collect::<String>());
            let mut expected = vec![format!("Step {} of {}. {}", index + 1, guide.steps.len(), step.title)];
            let (instructions, warned) = (step.instructions.iter().cloned(), warnings(step, side).into_iter().cloned());
            if step.check || step.pacing.sink {
                expected.extend(warned.chain(instructions));
            } else {
                expected.extend(instructions.chain(warned));
            }
            expected.push(format!("You should feel: {}", step.feel));
            let expected: String = expected.iter().map(|text| letters(&plain(&side.render(text)))).collect();
            assert!(said.contains(&expected), "step {index}\nsaid     {said}\nexpected {expected}");
            let softly = world.noticed.iter().filter(|noticed| matches!(noticed, Noticed::SaidSoftly(_))).count();
            assert!(softly >= step.instructions.len());
            // "Did you find it?"
            if step.check {
                assert_eq!(world.mode(), Mode::Found);
                assert_eq!((world.shown().left, world.shown().right), (Some("Not sure"), Some("Yes")));
                world.signal(Signal::Forward);
            }
        }
        assert_eq!(world.session.place, Place::Ended(Ending::Complete));
        assert_eq!((world.session.found, world.mode()), (Some(Found::Yes), Mode::Page));
        assert_eq!(world.session.hands_on(), 0.0);
    }
}

/// What to beware of comes before the time to do it, and before the person's turn.
#[test]
fn warnings_come_first() {
    let mut world = World::new(ILIACUS, Side::Right, OPTIONS);
    let check = guide(ILIACUS).steps.iter().position(|step| step.check).unwrap();
    go_through(&mut world, |world| world.session.place == Place::Step(check as u8));
    world.forget();
    world.until("the time to do it", |shown| matches!(shown.mode, Mode::Time { .. } | Mode::Breathe { .. }));
    world.expect(&[
        said("A pulse? Hand off, then move to your right once."),
        said("A second pulse, or a wide one, ends the session: seek advice."),
        said("The first part of the large bowel and the appendix lie here on your right."),
    ]);
}

#[test]
fn nothing_skips_a_warning() {
    let mut world = World::patient(ILIACUS, Side::Right, OPTIONS);
    // Somebody leans on the pedal: a press in each step of time.
    for _ in 0..20 * 60 {
        world.signal(Signal::Forward);
        world.step();
        if world.session.place != Place::Step(0) {
            break;
        }
    }
    world.expect(&[said("Dizzy or sick when you lie flat? Stop here for today.")]);
    assert_ne!(world.session.place, Place::Step(0));
    // While it is said for the first time there is nothing to skip.
    world.until("the warning", |shown| shown.caption.starts_with("Sharp pain"));
    assert_eq!((world.shown().left, world.shown().right), (Some("Again"), None));
    world.signal(Signal::Forward);
    assert!(world.shown().caption.starts_with("Sharp pain"));
    // The second time it may be skipped.
    world.until("the time to do it", |shown| !matches!(shown.mode, Mode::Say));
    world.signal(Signal::Backward);
    assert_eq!(world.shown().caption, "Step 2 of 8. Draw both knees up.");
    world.step();
    world.until("an instruction", |shown| shown.caption == "Set both feet flat on the floor.");
    world.signal(Signal::Forward);
    assert_eq!(world.mode(), Mode::Ask);
}

#[test]
fn again_and_back() {
    let mut world = World::patient(ILIACUS, Side::Left, OPTIONS);
    assert_eq!((world.shown().left, world.shown().right), (Some("Again"), Some("Skip")));
    go_through(&mut world, |world| world.session.place == Place::Step(1));
    assert_eq!(world.shown().left, Some("Back"));
    world.until("an instruction", |shown| shown.caption == "Set both feet flat on the floor.");
    assert_eq!(world.shown().left, Some("Again"));
    world.signal(Signal::Backward);
    assert_eq!((&world.session.place, world.shown().caption.as_str()), (&Place::Step(1), "Step 2 of 8. Draw both knees up."));
    // Pressed in the first sentence it goes back; at the very beginning it begins anew.
    world.signal(Signal::Backward);
    assert_eq!(world.session.place, Place::Step(0));
    world.signal(Signal::Backward);
    assert_eq!((&world.session.place, world.mode()), (&Place::Step(0), Mode::Say));
    // Asked for again at one's turn, what helps comes first.
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.forget();
    world.signal(Signal::Backward);
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.expect(&[said("Hard floor? A thicker mat or a firm bed will do."), said("Lie on your back on the floor.")]);
    assert!(!world.noticed.iter().any(|noticed| matches!(noticed, Noticed::SaidSoftly(_))));
}

#[test]
fn what_was_not_found_is_looked_for_again() {
    let mut world = World::new(ILIACUS, Side::Right, OPTIONS);
    go_through(&mut world, |world| world.mode() == Mode::Found);
    world.signal(Signal::Backward);
    world.until("the knee lift", |shown| shown.caption == "Bring your right knee a tiny way toward your chest.");
    go_through(&mut world, |world| world.mode() == Mode::Found);
    world.forget();
    world.send(Input::NotFound);
    assert_eq!(world.session.found, Some(Found::No));
    // Fingers that are set anew are warned anew.
    go_through(&mut world, |world| world.mode() == Mode::Found);
    world.expect(&[said("A pulse? Hand off, then move to your right once."), said("Find the rim of the hip bone again.")]);
    world.send(Input::NotFound);
    world.until("leaving it", |shown| shown.caption == "Leaving it is a good answer.");
    go_through(&mut world, |world| world.session.is_over());
    assert_eq!(world.session.place, Place::Ended(Ending::Complete));
}

#[test]
fn a_whole_massage() {
    let mut world = World::at_the_first_area(OPTIONS);
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.expect(&[
        said("Area 1 of 3. Inside the hip bone."),
        said("Find the hard rim at the front of your right hip bone."),
        said("Stay below the navel and above the groin crease."),
        said("Sink a little with the out-breath."),
        Noticed::Tone(Tone::Ask),
        said("Is there a tender point, with the ache you know?"),
    ]);
    assert_eq!((world.shown().left, world.shown().right), (Some("Nothing tender"), Some("A tender point")));
    assert!(world.shown().seconds_left.unwrap() < 300);
    world.forget();
    world.signal(Signal::Forward);
    world.until("the breath in", |shown| matches!(shown.mode, Mode::Ready { count: 0, target: 12, .. }));
    world.expect(&[
        said("One slow stroke with each out-breath."),
        said("Let go with each in-breath."),
        said("Two or three out of ten is enough."),
        said("Over four, sharp or rising: stop."),
        said("An ache that you do not know, or one that spreads in your belly: stop."),
        said("Breathe in."),
    ]);
    world.forget();
    world.until("rest", |shown| matches!(shown.place, Place::PointDone(0)));
    assert_eq!(world.strokes(), [12]);
    let mut order = vec![
        Noticed::Buzz(Buzz::Stroke),
        said("One."),
        said("Two."),
        said("Three."),
        said("Is it fading? If not, stop."),
        said("Four."),
        said("Nine."),
    ];
    for text in ["Ten. Two more.", "Eleven. One more.", "Twelve. The last one."] {
        order.extend([Noticed::Tone(Tone::LastStrokes), Noticed::Buzz(Buzz::LastStrokes), said(text)]);
    }
    order.extend([Noticed::Tone(Tone::Done), Noticed::Buzz(Buzz::Done), said("Twelve strokes. Hands off.")]);
    world.expect(&order);
    // Counted aloud, only the last three have a tone as well.
    assert!(!world.noticed.contains(&Noticed::Tone(Tone::Stroke)));
    // How tender it was: the number that is said is taken.
    world.until("a number", |shown| shown.mode == Mode::Rate { number: Some(3) });
    assert_eq!(world.shown().caption, "Three");
    world.signal(Signal::Forward);
    assert_eq!(world.shown().caption, "Was it the ache you know?");
    world.signal(Signal::Forward);
    world.expect(&[
        Noticed::Told(Told::Tender { point: 0, score: score(3) }),
        Noticed::Told(Told::Familiar { point: 0, familiar: true }),
        said("Is there more to find here, or will you go on?"),
    ]);
    assert_eq!((world.shown().left, world.shown().right), (Some("Search here"), Some("Next area")));
    world.signal(Signal::Forward);
    assert_eq!(world.session.place, Place::Area(1));
    // Nothing tender in the others; then the closing.
    for area in 1..3 {
        assert_eq!(world.shown().step, (area + 1, 3));
        world.until("the turn", |shown| shown.mode == Mode::Ask);
        world.signal(Signal::Backward);
    }
    assert_eq!(world.session.place, Place::Closing);
    assert_eq!(world.shown().seconds_left, None);
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    world.expect(&[said("Bruising, dark urine, fever or a weak leg afterwards: get medical help the same day.")]);
    world.signal(Signal::Forward);
    assert_eq!((&world.session.place, world.mode()), (&Place::Ended(Ending::Complete), Mode::Page));
}

/// Where nothing speaks each sentence stands long enough to be read, and a tone and a vibration say that it is there.
#[test]
fn a_walkthrough_without_a_voice() {
    let mut world = World::new(ILIACUS, Side::Right, QUIET);
    let mut since = world.now.steady;
    let mut caption = world.shown().caption.clone();
    while !world.session.is_over() {
        go_through(&mut world, |world| world.shown().caption != caption || world.session.is_over());
        let stood = world.now.steady - since;
        let reading = caption.split_whitespace().count() as f64 * 350.0;
        let is_turn = ["Go on when you are ready.", "Ease the pressure. Did you find it?"].contains(&caption.as_str());
        assert!(is_turn || stood >= reading.max(2_000.0), "{caption} stood for {stood} ms");
        (since, caption) = (world.now.steady, world.shown().caption.clone());
    }
    assert_eq!(world.said(), [""; 0]);
    let count = |wanted: &Noticed| world.noticed.iter().filter(|noticed| *noticed == wanted).count();
    assert_eq!(count(&Noticed::Tone(Tone::Line)), count(&Noticed::Buzz(Buzz::Line)));
    assert!(count(&Noticed::Tone(Tone::Line)) > 60 && count(&Noticed::Tone(Tone::Ask)) > 3);
}

#[test]
fn strokes_by_tone_are_equidistant() {
    for (count, speaks) in [(Count::Tone, true), (Count::Aloud, false)] {
        let mut world = World::at_a_point(Options { count, speaks, target: 15, breath: 7, ..OPTIONS });
        world.until("rest", |shown| matches!(shown.place, Place::PointDone(_)));
        assert_eq!(world.strokes(), [15]);
        let strokes: Vec<_> = world.planned.iter().filter(|(tone, _)| matches!(tone, Tone::Stroke | Tone::LastStrokes)).collect();
        assert_eq!(strokes.len(), 15);
        assert!(strokes.windows(2).all(|two| (two[1].1 - two[0].1 - 7_000.0).abs() < 1.0), "{strokes:?}");
        assert_eq!(strokes.iter().filter(|(tone, _)| *tone == Tone::LastStrokes).count(), 3);
        world.expect(&[said("Fifteen strokes. Hands off.")][..usize::from(speaks)]);
    }
}

#[test]
fn a_walkthrough_names_its_end_and_a_massage_its_next_step() {
    let mut world = World::patient(ILIACUS, Side::Right, OPTIONS);
    go_through(&mut world, |world| world.session.place == Place::Step(7));
    world.until("the turn", |shown| shown.mode == Mode::Ask);
    assert_eq!(world.shown().right, Some("Finish"));
    let mut world = World::new(MASSAGE, Side::Right, OPTIONS);
    go_through(&mut world, |world| world.session.place == Place::Step(4));
    world.until("the area", |shown| shown.mode == Mode::Ask || shown.place == Place::Area(0));
    assert_ne!(world.shown().right, Some("Finish"));
}

/// Where the content says so, breaths are paced and the next step begins by itself.
#[test]
fn breaths_are_paced_and_a_step_goes_on_by_itself() {
    let mut paced = guide(ILIACUS).clone();
    paced.steps[0].pacing = Pacing { breaths: 2, sink: true, then: Then::GoOn, ..Pacing::default() };
    let paced: &'static Walkthrough = Box::leak(Box::new(paced));
    let session = Session::new(paced, Side::Right, Legs::Dropped, TODAY);
    let mut world = World::with(paced, session, Options { repeat: false, ..OPTIONS }, None);
    world.until("a breath", |shown| matches!(shown.mode, Mode::Breathe { .. }));
    assert_eq!(world.mode(), Mode::Breathe { out: false, lasts: 2_000.0, left: 2, sink: true });
    world.forget();
    let begun = world.now.steady;
    world.until("the next step", |shown| shown.place == Place::Step(1));
    assert!((world.now.steady - begun - 10_000.0).abs() <= 100.0);
    let breath = |tone, buzz| [Noticed::Tone(tone), Noticed::Buzz(buzz)];
    let mut order = vec![said("Breathe out, and sink a little.")];
    order.extend(breath(Tone::BreatheIn, Buzz::BreatheIn));
    order.extend(breath(Tone::BreatheOut, Buzz::BreatheOut));
    order.extend([Noticed::Tone(Tone::Place), said("Step 2 of 8. Draw both knees up.")]);
    world.expect(&order);
}

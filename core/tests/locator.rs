//! "Where does it hurt?" on the real content: the documents' own patterns. (Rules that hold for any marks: `locator_rules.rs`.)

mod common;

use common::knowledge;
use common::marks::{GROIN, LOW_BACK, SACROILIAC, THIGH, at, band, mapping, muscle, place_of, ranked, scores};
use palpate_core::Side;
use palpate_core::knowledge::{Strength, Urgency, Who};
use palpate_core::locator::{Event, Mark, Match, Phase, Ranking, Sides, rank, signs_to_offer};

/// The first of the list, which no other equals.
fn first<'r, 'a>(ranking: &'r Ranking<'a>) -> &'r Match<'a> {
    let found = ranking.matches.first().unwrap_or_else(|| panic!("the list is empty"));
    assert!(!found.tied, "{:?} is as likely as another", found.who);
    found
}

// ---------------------------------------------------------------- what the documents say

#[test]
fn the_first_document_low_back_and_upper_thigh_worse_standing_and_walking_stiff_backwards() {
    for side in Side::BOTH {
        let ranking = ranked(&[at(LOW_BACK, side), at(THIGH, side)], &["worse-on-standing", "limited-hip-extension"]);
        let found = first(&ranking);
        assert_eq!((&found.who, found.sides), (&muscle("iliopsoas"), Sides::One(side)));
        assert_eq!(found.per_mark, [Some(Strength::Core), Some(Strength::Common)]);
        assert!(found.together.is_some());
    }
}

#[test]
fn the_second_document_a_deep_ache_up_and_down_of_one_side_with_the_groin_or_not() {
    let signs = ["gesture-vertical", "worse-on-standing", "pain-during-bowel-movement"];
    for side in Side::BOTH {
        let mut marks = vec![at(LOW_BACK, side), at(SACROILIAC, side)];
        for _ in 0..2 {
            let ranking = ranked(&marks, &signs);
            assert_eq!((&first(&ranking).who, first(&ranking).sides), (&muscle("iliopsoas"), Sides::One(side)));
            marks.push(at(GROIN, side));
        }
    }
}

#[test]
fn the_second_document_a_hand_that_sweeps_across_means_both_and_another_source_the_belly_muscle() {
    let ranking = ranked(&[band()], &["gesture-across"]);
    let found = &ranking.matches[0];
    assert_eq!((&found.who, found.sides), (&muscle("iliopsoas"), Sides::Both { more: None }));
    let other = place_of(&ranking, &Who::Term("rectus-abdominis".to_owned()));
    assert!(other.is_some_and(|place| place <= 1), "rectus abdominis stands at {other:?}");
    assert!(ranking.matches[1].walkthroughs.is_empty(), "no walkthrough leads to it");
}

#[test]
fn the_third_document_low_back_and_front_of_the_thigh_on_rising_after_sitting() {
    let ranking = ranked(&[at(LOW_BACK, Side::Left), at(THIGH, Side::Left)], &["rising-after-sitting"]);
    assert_eq!((&first(&ranking).who, first(&ranking).sides), (&muscle("iliopsoas"), Sides::One(Side::Left)));
}

#[test]
fn the_rim_of_the_hip_bone_with_the_outer_hip_or_the_lower_buttock_is_the_quadratus() {
    for second in ["outer-hip", "lower-buttock"] {
        let ranking = ranked(&[at("outer-low-back-hip-rim", Side::Right), at(second, Side::Right)], &[]);
        assert_eq!((&first(&ranking).who, first(&ranking).sides), (&muscle("quadratus-lumborum"), Sides::One(Side::Right)), "{second}");
    }
}

#[test]
fn the_groin_alone_is_only_possible_and_the_hip_stands_beside_it() {
    let ranking = ranked(&[at(GROIN, Side::Left)], &[]);
    for found in &ranking.matches {
        assert_eq!(found.per_mark, [Some(Strength::Possible)], "{:?}", found.who);
        assert!(found.walkthroughs.is_empty(), "nothing here is more than possible, so no hands: {:?}", found.who);
    }
    assert!(place_of(&ranking, &muscle("iliopsoas")).is_some());
    let with_signs = ranked(&[at(GROIN, Side::Left)], &["limited-hip-extension", "worse-on-standing"]);
    assert!(first(&with_signs).who == muscle("iliopsoas") && first(&with_signs).walkthroughs.is_empty(), "signs add no hands to a groin");
    assert!(ranking.others[0].text.to_lowercase().contains("hip joint"), "the hip is the first to think of");
    assert!(ranking.others.iter().all(|other| other.marks == [0]));
}

#[test]
fn the_belly_leads_to_a_clinician_and_to_no_muscle() {
    for complaint in ["lower-belly", "upper-belly", "flank"] {
        let ranking = ranked(&[at(complaint, Side::Right)], &[]);
        assert!(ranking.matches.is_empty(), "{complaint}");
        assert_eq!(ranking.clinician_first.len(), 1);
        assert_eq!((ranking.clinician_first[0].complaint.id.as_str(), &ranking.clinician_first[0].marks[..]), (complaint, &[0][..]));
        assert!(!ranking.others.is_empty() && !ranking.help_if.is_empty(), "{complaint}");
        // Beside a place that does lead to a muscle it takes the hands off.
        let with_back = ranked(&[at(complaint, Side::Right), at(LOW_BACK, Side::Right)], &[]);
        assert_eq!(first(&with_back).who, muscle("iliopsoas"));
        assert!(with_back.matches.iter().all(|found| found.walkthroughs.is_empty()) && with_back.clinician_first.len() == 1);
    }
}

#[test]
fn between_the_legs_is_a_matter_for_help() {
    for zone in knowledge().atlas.zones.iter().filter(|zone| zone.complaint == "saddle") {
        let mut locator = mapping(&[at(LOW_BACK, Side::Right)], &[]);
        let mark = |on| Event::Mark { zone: zone.id.clone(), side: None, on };
        locator.apply(knowledge(), mark(true));
        match locator.phase(knowledge()) {
            Phase::Help(help) => assert_eq!((help.urgency, help.marks), (Urgency::Emergency, vec![1])),
            other @ (Phase::Flags | Phase::Mapping) => panic!("{other:?}"),
        }
        assert_eq!(locator.rank(knowledge()), None);
        assert!(rank(knowledge(), &locator.marks, &[]).matches.is_empty());
        locator.apply(knowledge(), mark(false));
        assert!(locator.rank(knowledge()).is_some_and(|ranking| !ranking.matches.is_empty()));
    }
}

#[test]
fn crawling_is_never_a_sign_of_a_muscle() {
    let id = "unable-to-stand-or-walk";
    assert!(signs_to_offer(knowledge()).all(|sign| sign.id != id), "it is asked among the red flags");
    let mut locator = mapping(&[at(LOW_BACK, Side::Right)], &["worse-on-standing"]);
    locator.apply(knowledge(), Event::Sign { id: id.to_owned(), on: true });
    match locator.phase(knowledge()) {
        Phase::Help(help) => assert_eq!((help.urgency, &help.signs[..]), (Urgency::SameDay, &[id.to_owned()][..])),
        other @ (Phase::Flags | Phase::Mapping) => panic!("{other:?}"),
    }
    assert!(rank(knowledge(), &locator.marks, &locator.signs).matches.is_empty());
}

#[test]
fn signs_alone_rank_weakly_and_name_no_side() {
    let ranking = ranked(&[], &["worse-on-standing", "rising-after-sitting"]);
    assert_eq!((&first(&ranking).who, first(&ranking).sides), (&muscle("iliopsoas"), Sides::Open));
    assert!(ranking.matches.iter().all(|found| found.walkthroughs.is_empty()), "too little for hands");
    // All signs together do not put it before a muscle that goes with the place.
    let all: Vec<&str> = signs_to_offer(knowledge()).map(|sign| sign.id.as_str()).collect();
    assert_eq!(ranked(&[at("outer-hip", Side::Left)], &all).matches[0].who, muscle("quadratus-lumborum"));
}

// ---------------------------------------------------------------- the two members, and who comes first

#[test]
fn psoas_and_iliacus_stand_as_one_and_count_once_each_in_its_own_words() {
    let ranking = ranked(&[at(LOW_BACK, Side::Right)], &["limited-hip-extension"]);
    let found = first(&ranking);
    for members in ["psoas-major", "iliacus"] {
        assert_eq!(place_of(&ranking, &muscle(members)), None);
        assert!(found.reasons.iter().any(|reason| *reason.of == muscle(members)), "{members} has no reason of its own");
    }
    let weights = &knowledge().locator;
    assert_eq!(found.score, weights.place.core.points + weights.sign.core.points);
    let guides: Vec<&str> = found.walkthroughs.clone();
    assert_eq!(guides.first(), Some(&"iliacus-palpation"));
    assert!(guides.contains(&"psoas-palpation") && guides.contains(&"self-massage"));
}

/// The content tells both members alike, so here one of them is told to be weaker, and stands first in the file.
#[test]
fn the_stronger_member_speaks_for_the_group() {
    let mut content = knowledge().clone();
    let complaint = content.complaints.iter_mut().find(|complaint| complaint.id == LOW_BACK);
    for link in complaint.into_iter().flat_map(|complaint| &mut complaint.muscles) {
        if link.who == muscle("psoas-major") {
            link.strength = Strength::Possible;
        }
    }
    let ranking = rank(&content, &[at(LOW_BACK, Side::Right)], &[]);
    let found = &ranking.matches[0];
    assert_eq!(
        (&found.who, found.score, found.per_mark[0]),
        (&muscle("iliopsoas"), content.locator.place.core.points, Some(Strength::Core))
    );
    let said: Vec<_> = found.reasons.iter().map(|reason| (reason.of.id(), reason.strength, reason.points > 0)).collect();
    assert_eq!(said, [("iliacus", Strength::Core, true), ("psoas-major", Strength::Possible, false)]);
}

#[test]
fn a_place_that_shows_on_two_views_counts_once() {
    let hips: Vec<Mark> = knowledge()
        .atlas
        .zones
        .iter()
        .filter(|zone| zone.complaint == "outer-hip")
        .map(|zone| Mark { zone: zone.id.clone(), side: Some(Side::Left) })
        .collect();
    assert!(hips.len() > 1, "the outer hip shows from the front and from the back");
    let (one, all) = (ranked(&hips[..1], &[]), ranked(&hips, &[]));
    assert_eq!(scores(&one), scores(&all));
    assert_eq!(all.matches[0].per_mark, vec![Some(Strength::Common); hips.len()]);
    assert_eq!(all.matches[0].reasons[0].marks, [0, 1]);
    assert_eq!(one.others.len(), all.others.len());
}

#[test]
fn a_midline_place_names_no_side_and_counts_for_both() {
    let middle = at("sacrum-midline", Side::Right);
    assert_eq!(middle.side, None);
    let alone = ranked(std::slice::from_ref(&middle), &[]);
    assert!(alone.matches.iter().all(|found| found.sides == Sides::Open));
    let with_back = ranked(&[middle, at(LOW_BACK, Side::Left)], &[]);
    assert_eq!(first(&with_back).sides, Sides::One(Side::Left));
    assert_eq!(first(&with_back).together.as_ref().map(|together| together.places), Some(2));
}

#[test]
fn both_sides_name_both_and_are_no_stronger() {
    let one = ranked(&[at(LOW_BACK, Side::Right), at(THIGH, Side::Right)], &[]);
    let both = ranked(&[at(LOW_BACK, Side::Right), at(THIGH, Side::Right), at(LOW_BACK, Side::Left)], &[]);
    assert_eq!(first(&both).score, first(&one).score);
    assert_eq!(first(&both).sides, Sides::Both { more: Some(Side::Right) });
}

//! The ranking: from places and signs to the muscles that may refer there. Pure, with its weights in the content.
//!
//! A muscle's score on one side of the body is the sum of what its links count: once for each place on that side or on
//! the midline, once for each sign, and a bonus for each further place. Its score is that of its better side. The score
//! orders the list and is never shown. What is said of a place counts once, however many of its zones are marked.

use super::{Mark, is_sign};
use crate::knowledge::{Cite, Complaint, MuscleLink, Strength, Weights, Who};
use crate::{Knowledge, Side};

/// What the marks and signs lead to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking<'a> {
    /// The most likely by these rules first.
    pub matches: Vec<Match<'a>>,
    /// What else hurts there and is no muscle, or none of these.
    pub others: Vec<Other<'a>>,
    /// Places and signs that lead to no muscle, and first to a clinician.
    pub clinician_first: Vec<ClinicianFirst<'a>>,
    /// "Get help instead if …": indices of red flags, the most urgent first.
    pub help_if: Vec<u16>,
}

/// A muscle that may refer there.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<'a> {
    /// The group where its members are told apart by no source.
    pub who: Who,
    pub score: u16,
    /// Whether another muscle is as likely by these rules.
    pub tied: bool,
    /// For each mark, in order, how strongly the place goes with the muscle.
    pub per_mark: Vec<Option<Strength>>,
    pub sides: Sides,
    /// Places first, then signs; of one place or sign the strongest first.
    pub reasons: Vec<Reason<'a>>,
    /// Set when it explains several places on one side.
    pub together: Option<Together<'a>>,
    /// Ids of the walkthroughs to offer, in their order: none where a clinician comes first, where a
    /// place or sign is better checked first, or where no marked place is more than possible.
    pub walkthroughs: Vec<&'a str>,
}

/// Which of the two muscles it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Signs, or a place on the midline, alone.
    Open,
    One(Side),
    /// Both, and the side on which more fits, if one is.
    Both {
        more: Option<Side>,
    },
}

/// Why a muscle is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason<'a> {
    /// The complaint of the place, or the sign.
    pub about: &'a Complaint,
    /// Indices of the marks that it is about; none for a sign.
    pub marks: Vec<usize>,
    /// Of whom it is said: the muscle itself, or a member of the group.
    pub of: &'a Who,
    pub strength: Strength,
    pub text: &'a str,
    pub cites: &'a [Cite],
    /// What it counts; 0 for what is said of the other member, since a group counts once.
    pub points: u16,
}

/// Several places that one muscle explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Together<'a> {
    pub places: usize,
    pub points: u16,
    pub text: &'a str,
    pub cites: &'a [Cite],
}

/// What else it may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Other<'a> {
    pub text: &'a str,
    pub cites: &'a [Cite],
    /// The complaints and signs that name it.
    pub about: Vec<&'a Complaint>,
    /// Indices of the marks that it is about.
    pub marks: Vec<usize>,
}

/// A place or sign for a clinician; the text is its complaint's summary.
#[derive(Clone, Debug, PartialEq)]
pub struct ClinicianFirst<'a> {
    pub complaint: &'a Complaint,
    pub marks: Vec<usize>,
}

/// What was marked or ticked: a complaint, once.
struct Subject<'a> {
    complaint: &'a Complaint,
    marks: Vec<usize>,
    /// By [`Side::BOTH`]: whether it counts there.
    counts: [bool; 2],
    /// By [`Side::BOTH`]: whether it says that the muscle of that side may be it. A place on the midline says neither.
    names: [bool; 2],
}

/// The muscles that may refer to the marked places and fit the signs. Marks and signs that nobody knows count nothing.
pub fn rank<'a>(knowledge: &'a Knowledge, marks: &[Mark], signs: &[String]) -> Ranking<'a> {
    let places = places(knowledge, marks);
    let signs = self::signs(knowledge, signs);
    let all = || places.iter().chain(&signs);
    let helps = |subject: &Subject<'_>| knowledge.locator.help.iter().any(|rule| rule.complaint == subject.complaint.id);
    let clinician_first: Vec<_> = all()
        .filter(|subject| subject.complaint.muscles.is_empty())
        .map(|subject| ClinicianFirst { complaint: subject.complaint, marks: subject.marks.clone() })
        .collect();

    let mut matches = Vec::new();
    if !all().any(helps) {
        for who in entries(knowledge, all()) {
            let found = entry(knowledge, who, &places, &signs, marks.len());
            matches.extend((found.score >= knowledge.locator.threshold.points).then_some(found));
        }
    }
    let checked_first = |subject: &Subject<'_>| knowledge.locator.check_first.contains(&subject.complaint.id);
    if !clinician_first.is_empty() || all().any(checked_first) {
        matches.iter_mut().for_each(|found: &mut Match<'_>| found.walkthroughs.clear());
    }
    // The sort is stable, so equal scores keep the fixed order of the entries.
    crate::order::sort_by_key(&mut matches, |found| std::cmp::Reverse(found.standing()));
    let standings: Vec<_> = matches.iter().map(Match::standing).collect();
    for found in &mut matches {
        found.tied = standings.iter().filter(|standing| **standing == found.standing()).count() > 1;
    }
    Ranking { matches, others: others(all()), clinician_first, help_if: help_if(knowledge, all()) }
}

impl Match<'_> {
    /// A muscle that explains a place stands before those that fit signs alone, whatever the score.
    fn standing(&self) -> (bool, u16) {
        (self.per_mark.iter().any(Option::is_some), self.score)
    }
}

/// The complaints of the marked places, each once, in the order of the marks.
fn places<'a>(knowledge: &'a Knowledge, marks: &[Mark]) -> Vec<Subject<'a>> {
    let mut found: Vec<Subject<'a>> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let Some(zone) = knowledge.atlas.zone(&mark.zone) else { continue };
        let Some(complaint) = knowledge.complaint(&zone.complaint) else { continue };
        let side = mark.side.filter(|_| zone.paired);
        let counts = Side::BOTH.map(|own| side.is_none_or(|side| side == own));
        // A band from side to side names both; so does a paired zone that is marked without a side.
        let names = if zone.paired || zone.id == knowledge.locator.across.zone { counts } else { [false; 2] };
        match found.iter_mut().find(|subject| subject.complaint.id == complaint.id) {
            Some(subject) => {
                subject.marks.push(at);
                for side in 0..2 {
                    subject.counts[side] |= counts[side];
                    subject.names[side] |= names[side];
                }
            }
            None => found.push(Subject { complaint, marks: vec![at], counts, names }),
        }
    }
    found
}

fn signs<'a>(knowledge: &'a Knowledge, signs: &[String]) -> Vec<Subject<'a>> {
    let mut found: Vec<Subject<'a>> = Vec::new();
    for complaint in signs.iter().filter_map(|id| knowledge.complaint(id)) {
        let known = found.iter().any(|subject| subject.complaint.id == complaint.id);
        if is_sign(knowledge, complaint) && !known {
            found.push(Subject { complaint, marks: Vec::new(), counts: [true; 2], names: [false; 2] });
        }
    }
    found
}

/// A member of a group stands under the group's name: most sources don't tell psoas major and iliacus apart.
fn entry_of(knowledge: &Knowledge, who: &Who) -> Who {
    let group = match who {
        Who::Muscle(id) => knowledge.muscle(id).and_then(|muscle| muscle.group.clone()),
        Who::Term(_) => None,
    };
    group.map_or_else(|| who.clone(), Who::Muscle)
}

/// Everyone who is named, each once, in the order of the content: muscles, then muscles without a page.
fn entries<'s, 'a: 's>(knowledge: &Knowledge, subjects: impl Iterator<Item = &'s Subject<'a>>) -> Vec<Who> {
    let mut found: Vec<Who> = Vec::new();
    for who in subjects.flat_map(|subject| &subject.complaint.muscles).map(|link| entry_of(knowledge, &link.who)) {
        if !found.contains(&who) {
            found.push(who);
        }
    }
    let place = |who: &Who| match who {
        Who::Muscle(id) => (0, knowledge.muscles.iter().position(|muscle| muscle.id == *id)),
        Who::Term(id) => (1, knowledge.terms.iter().position(|term| term.id == *id)),
    };
    crate::order::sort_by_key(&mut found, place);
    found
}

/// The links of a complaint to one entry, the strongest first.
fn links<'a>(knowledge: &Knowledge, who: &Who, complaint: &'a Complaint) -> Vec<&'a MuscleLink> {
    let mut links: Vec<_> = complaint.muscles.iter().filter(|link| entry_of(knowledge, &link.who) == *who).collect();
    crate::order::sort_by_key(&mut links, |link| link.strength);
    links
}

fn entry<'a>(knowledge: &'a Knowledge, who: Who, places: &[Subject<'a>], signs: &[Subject<'a>], marks: usize) -> Match<'a> {
    let weights = &knowledge.locator;
    let mut found = Match {
        score: 0,
        tied: false,
        per_mark: vec![None; marks],
        sides: Sides::Open,
        reasons: Vec::new(),
        together: None,
        walkthroughs: Vec::new(),
        who,
    };
    let (mut scores, mut explained, mut names) = ([0u16; 2], [0usize; 2], [false; 2]);
    for (subject, scale) in places.iter().map(|place| (place, &weights.place)).chain(signs.iter().map(|sign| (sign, &weights.sign))) {
        let links = links(knowledge, &found.who, subject.complaint);
        let Some(strongest) = links.first().map(|link| link.strength) else { continue };
        let points = scale.of(strongest).points;
        for side in 0..2 {
            if subject.counts[side] {
                scores[side] = scores[side].saturating_add(points);
                explained[side] += usize::from(!subject.marks.is_empty());
            }
            names[side] |= subject.names[side];
        }
        for mark in &subject.marks {
            found.per_mark[*mark] = Some(strongest);
        }
        found.reasons.extend(links.iter().enumerate().map(|(at, link)| Reason {
            about: subject.complaint,
            marks: subject.marks.clone(),
            of: &link.who,
            strength: link.strength,
            text: &link.reason,
            cites: &link.cites,
            points: if at == 0 { points } else { 0 },
        }));
    }
    let bonus = explained.map(|places| further(weights, places));
    let sums = [0, 1].map(|side| scores[side].saturating_add(bonus[side]));
    // Of two equal sides that with more places is told of, so that left and right are treated alike.
    let better = usize::from((sums[1], explained[1]) > (sums[0], explained[0]));
    found.score = sums[better];
    found.sides = sides(names, sums);
    found.together = (bonus[better] > 0).then(|| Together {
        places: explained[better],
        points: bonus[better],
        text: &weights.several.why,
        cites: &weights.several.cites,
    });
    if found.per_mark.iter().flatten().any(|strength| *strength < Strength::Possible) {
        let guides = knowledge.walkthroughs.iter();
        let own = guides.filter(|guide| {
            Who::Muscle(guide.muscle.clone()) == found.who || entry_of(knowledge, &Who::Muscle(guide.muscle.clone())) == found.who
        });
        found.walkthroughs = own.map(|guide| guide.id.as_str()).collect();
    }
    found
}

/// The bonus for so many places on one side.
fn further(weights: &Weights, places: usize) -> u16 {
    let further = u16::try_from(places.saturating_sub(1)).unwrap_or(u16::MAX);
    further.saturating_mul(weights.several.points)
}

fn sides(names: [bool; 2], scores: [u16; 2]) -> Sides {
    let [right, left] = Side::BOTH;
    match names {
        [false, false] => Sides::Open,
        [true, false] => Sides::One(right),
        [false, true] => Sides::One(left),
        [true, true] => Sides::Both {
            more: match scores[0].cmp(&scores[1]) {
                std::cmp::Ordering::Greater => Some(right),
                std::cmp::Ordering::Less => Some(left),
                std::cmp::Ordering::Equal => None,
            },
        },
    }
}

/// What else it may be, each text once, in the order of the marks and then of the signs.
fn others<'s, 'a: 's>(subjects: impl Iterator<Item = &'s Subject<'a>>) -> Vec<Other<'a>> {
    let mut found: Vec<Other<'a>> = Vec::new();
    for subject in subjects {
        for other in &subject.complaint.others {
            match found.iter_mut().find(|known| known.text == other.text) {
                Some(known) => {
                    known.about.push(subject.complaint);
                    known.marks.extend(&subject.marks);
                }
                None => found.push(Other {
                    text: &other.text,
                    cites: &other.cites,
                    about: vec![subject.complaint],
                    marks: subject.marks.clone(),
                }),
            }
        }
    }
    found
}

/// The red flags of everything that was marked, each once.
fn help_if<'s, 'a: 's>(knowledge: &Knowledge, subjects: impl Iterator<Item = &'s Subject<'a>>) -> Vec<u16> {
    let mut flags: Vec<u16> = subjects.flat_map(|subject| subject.complaint.red_flags.iter().copied()).collect();
    crate::order::sort_by_key(&mut flags, |flag| (knowledge.safety.red_flags.get(usize::from(*flag)).map(|flag| flag.level), *flag));
    flags.dedup();
    flags
}

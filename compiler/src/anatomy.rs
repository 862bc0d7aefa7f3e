//! Sources, facts, disagreements, muscles, landmarks, complaints and the glossary.

use crate::authored as from;
use crate::desk::Page;
use crate::problem::Fault;
use palpate_core::knowledge as to;

pub fn source(page: Page<'_>, source: &from::Source) -> to::Source {
    for (what, text) in [("the title", &source.title), ("the year", &source.year)] {
        if text.trim().is_empty() {
            page.report(&source.id, Fault::Empty { what });
        }
    }
    to::Source {
        id: source.id.get_ref().clone(),
        kind: source.kind,
        tier: source.tier,
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        year: source.year.clone(),
        interest: source.interest.clone(),
        urls: source.urls.clone(),
        note: source.note.clone(),
    }
}

pub fn fact(page: Page<'_>, document: u16, fact: &from::Fact) -> to::Fact {
    to::Fact {
        id: fact.id.get_ref().clone(),
        source: document,
        heading: fact.heading.clone(),
        category: fact.category.clone(),
        text: page.prose(&fact.text),
        about: page.known_all(&page.desk.muscles, &fact.about),
        disagreement: page.disagreement(fact.disagreement.as_ref()),
        unverified: fact.unverified,
    }
}

pub fn disagreement(page: Page<'_>, card: &from::Disagreement) -> to::Disagreement {
    to::Disagreement {
        id: card.id.get_ref().clone(),
        question: page.words(&card.question),
        area: card.area,
        open: card.open,
        interest: card.interest.as_ref().map(|line| page.prose(line)),
        sides: card
            .sides
            .iter()
            .map(|side| to::Position { by: page.cites(&side.text, "the side", &side.by), text: page.prose(&side.text) })
            .collect(),
        teach: page.prose(&card.teach),
        cites: page.cites(&card.id, "what we teach in", &card.cites),
    }
}

pub fn muscle(page: Page<'_>, muscle: &from::Muscle) -> to::Muscle {
    to::Muscle {
        id: muscle.id.get_ref().clone(),
        name: page.words(&muscle.name),
        lay: page.words(&muscle.lay),
        aliases: muscle.aliases.clone(),
        group: muscle.group.as_ref().map(|id| page.known(&page.desk.muscles, id)),
        summary: page.words(&muscle.summary),
        related: page.known_all(&page.desk.muscles, &muscle.related),
        claims: muscle.claim.iter().map(|claim| self::claim(page, claim)).collect(),
    }
}

fn claim(page: Page<'_>, claim: &from::Claim) -> to::Claim {
    if claim.strength.is_some() != (claim.kind == to::ClaimKind::ReferredPain) {
        page.report(
            &claim.id,
            Fault::Rule("a claim of the kind referred-pain has a `strength` (core, common or possible), and no other claim has one. Add it, or remove it."),
        );
    }
    to::Claim {
        id: claim.id.get_ref().clone(),
        kind: claim.kind,
        text: page.prose(&claim.text),
        answer: claim.answer.as_ref().map(|answer| page.words(answer)),
        strength: claim.strength,
        cites: page.cites(&claim.id, "the claim", &claim.cites),
        disagreement: page.disagreement(claim.disagreement.as_ref()),
        settled: claim.settled,
    }
}

pub fn landmark(page: Page<'_>, landmark: &from::Landmark) -> to::Landmark {
    to::Landmark {
        id: landmark.id.get_ref().clone(),
        name: page.words(&landmark.name),
        lay: page.words(&landmark.lay),
        aliases: landmark.aliases.clone(),
        text: page.prose(&landmark.text),
        find: page.prose(&landmark.find),
        cites: page.cites(&landmark.id, "the landmark", &landmark.cites),
    }
}

pub fn neighbour(page: Page<'_>, neighbour: &from::Neighbour) -> to::Neighbour {
    to::Neighbour {
        id: neighbour.id.get_ref().clone(),
        name: page.words(&neighbour.name),
        aliases: neighbour.aliases.clone(),
        place: page.prose(&neighbour.place),
        so: page.prose(&neighbour.so),
        cites: page.cites(&neighbour.id, "the neighbour", &neighbour.cites),
    }
}

pub fn complaint(page: Page<'_>, complaint: &from::Complaint) -> to::Complaint {
    to::Complaint {
        id: complaint.id.get_ref().clone(),
        kind: complaint.kind,
        title: page.words(&complaint.title),
        aliases: complaint.aliases.clone(),
        summary: page.prose(&complaint.summary),
        cites: page.cites(&complaint.id, "the complaint", &complaint.cites),
        muscles: complaint
            .muscles
            .iter()
            .map(|link| to::MuscleLink {
                who: page.muscle_or_term(&link.muscle),
                strength: link.strength,
                reason: page.prose(&link.reason),
                cites: page.cites(&link.reason, "the reason", &link.cites),
            })
            .collect(),
        others: complaint
            .others
            .iter()
            .map(|other| to::OtherCause { text: page.prose(&other.text), cites: page.cites(&other.text, "the other cause", &other.cites) })
            .collect(),
        red_flags: complaint.red_flags.iter().map(|id| page.number(&page.desk.red_flags, id)).collect(),
        facts: complaint.facts.iter().map(|id| page.number(&page.desk.facts, id)).collect(),
    }
}

pub fn term(page: Page<'_>, term: &from::Term) -> to::Term {
    to::Term {
        id: term.id.get_ref().clone(),
        name: page.words(&term.name),
        aliases: term.aliases.iter().map(|alias| page.words(alias)).collect(),
        text: page.prose(&term.text),
        // A definition of a word needs no source; one that claims more names it.
        cites: if term.cites.is_empty() { Vec::new() } else { page.cites(&term.id, "the term", &term.cites) },
    }
}

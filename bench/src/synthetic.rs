//! A knowledge base of any size, made of a real one: what is there is repeated under new ids, with its number in its words, so
//! that nothing is the same twice and every reference leads somewhere. For benchmarks alone: it says nothing true.

use palpate_core::Knowledge;
use palpate_core::item::{Body, Choice, Item};
use palpate_core::knowledge::{Claim, Muscle};

/// Brings the items and the muscles to these numbers; `None` leaves them as they are.
pub fn sized(mut knowledge: Knowledge, items: Option<usize>, muscles: Option<usize>) -> Knowledge {
    if let Some(count) = muscles {
        knowledge.muscles = repeated(&knowledge.muscles, count, muscle_again).into();
        // What was left out is no longer spoken of.
        let ids: Vec<String> = knowledge.muscles.iter().map(|muscle| muscle.id.clone()).collect();
        knowledge.muscles.iter_mut().for_each(|muscle| muscle.related.retain(|id| ids.contains(id)));
    }
    if let Some(count) = items {
        knowledge.items = repeated(&knowledge.items, count, item_again).into();
    }
    knowledge
}

/// The first `count` of what is there; beyond its end it is gone through again, each time with a higher number.
fn repeated<T: Clone>(real: &[T], count: usize, again: impl Fn(&T, usize) -> T) -> Vec<T> {
    let rounds = (0..).flat_map(|copy| real.iter().map(move |one| (one, copy)));
    let made = rounds.map(|(one, copy)| if copy == 0 { one.clone() } else { again(one, copy) });
    made.take(if real.is_empty() { 0 } else { count }).collect()
}

/// The id of a copy.
fn id(real: &str, copy: usize) -> String {
    format!("{real}-x{copy}")
}

/// Its words, with something new in the midst of them, as another author's would be.
fn words(text: &str, copy: usize) -> String {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let at = text[middle..].find(' ').map_or(text.len(), |at| middle + at);
    format!("{} ({copy}){}", &text[..at], &text[at..])
}

fn muscle_again(muscle: &Muscle, copy: usize) -> Muscle {
    let claim = |claim: &Claim| Claim {
        id: id(&claim.id, copy),
        text: words(&claim.text, copy),
        answer: claim.answer.as_ref().map(|answer| words(answer, copy)),
        ..claim.clone()
    };
    Muscle {
        id: id(&muscle.id, copy),
        name: words(&muscle.name, copy),
        lay: words(&muscle.lay, copy),
        aliases: muscle.aliases.iter().map(|alias| words(alias, copy)).collect(),
        group: muscle.group.clone(),
        summary: words(&muscle.summary, copy),
        related: muscle.related.clone(),
        claims: muscle.claims.iter().map(claim).collect(),
    }
}

fn item_again(item: &Item, copy: usize) -> Item {
    let mut body = item.body.clone();
    let again = |choice: &mut Choice| {
        choice.text = words(&choice.text, copy);
        choice.why = words(&choice.why, copy);
    };
    match &mut body {
        Body::SingleBest(body) => body.options.iter_mut().for_each(again),
        Body::SelectAll(body) => body.options.iter_mut().for_each(again),
        Body::Order(body) => body.steps.iter_mut().for_each(|step| *step = words(step, copy)),
        Body::Matching(body) => body.pairs.iter_mut().for_each(|pair| pair.right = words(&pair.right, copy)),
        // Places on a drawing stay where they are.
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {}
    }
    Item { id: id(&item.id, copy), stem: words(&item.stem, copy), rationale: words(&item.rationale, copy), body, ..item.clone() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_repeated_counts_up() {
        let made = super::repeated(&["a", "b"].map(str::to_owned), 5, |one, copy| super::id(one, copy));
        assert_eq!(made, ["a", "b", "a-x1", "b-x1", "a-x2"]);
        assert_eq!(super::repeated(&["a".to_owned()], 0, |one, _| one.clone()), Vec::<String>::new());
        assert_eq!(super::words("Where does it start?", 3), "Where does (3) it start?");
        assert_eq!(super::words("é", 3), "é (3)");
    }
}

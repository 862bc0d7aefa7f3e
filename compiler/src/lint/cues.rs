//! Rule: nothing but knowledge tells the key: not its length, not an echo of the stem, not an absolute, a bracket or a number.

use super::{Choice, Flaw, is_single, options, plain_words};
use palpate_core::item::Item;
use palpate_core::item::generate::words;

/// How many times as long as the longest wrong option a key may be, or the shortest wrong option as long as a key.
const LENGTHS: f32 = 1.6;
/// Below this many letters no length stands out.
const SHORT: usize = 25;
/// How many standard deviations from chance the bank may be.
const DEVIATIONS: f32 = 2.5;
/// Words of a stem that carry nothing over to the key, and the sides: which side it is, is the question itself.
const EMPTY: [&str; 22] = [
    "what", "which", "where", "when", "this", "that", "your", "does", "do", "not", "now", "then", "here", "they", "them", "there", "have",
    "who", "why", "how", "right", "left",
];
const ABSOLUTES: [&str; 6] = ["always", "never", "only", "every", "completely", "impossible"];

pub(super) fn flaws(item: &Item) -> Vec<Flaw> {
    let all = options(item);
    if !is_single(item) {
        return Vec::new();
    }
    let (keys, wrong): (Vec<&Choice<'_>>, Vec<&Choice<'_>>) = all.iter().partition(|option| option.key);
    let Some(key) = keys.first() else { return Vec::new() };
    let mut flaws = Vec::new();
    flaws.extend(length(key, &wrong));
    flaws.extend(echo(item, key, &wrong));
    flaws.extend(absolute(key, &wrong));
    flaws.extend(stands_out(key, &wrong));
    flaws.extend(article(item, &all));
    flaws
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn length(key: &Choice<'_>, wrong: &[&Choice<'_>]) -> Option<Flaw> {
    let key = letters(key.text);
    let longest = wrong.iter().map(|option| letters(option.text)).max()?;
    let shortest = wrong.iter().map(|option| letters(option.text)).min()?;
    let much = |long: usize, short: usize| long > SHORT && long as f32 > LENGTHS * short as f32;
    if much(key, longest) {
        Some(Flaw::Length("longer"))
    } else if much(shortest, key) {
        Some(Flaw::Length("shorter"))
    } else {
        None
    }
}

/// A word of the stem that carries meaning, and of all options only the key has it.
fn echo(item: &Item, key: &Choice<'_>, wrong: &[&Choice<'_>]) -> Option<Flaw> {
    let others: words::Words = wrong.iter().flat_map(|option| words::all(option.text)).collect();
    let mut stem = words::telling(&item.stem);
    let empty = words::all(&EMPTY.join(" "));
    stem.retain(|word| !empty.contains(word));
    let told = words::telling(key.text);
    let word = told.intersection(&stem).find(|word| !others.contains(*word))?;
    Some(Flaw::Echo { key: key.text.to_owned(), word: word.clone() })
}

fn absolute(key: &Choice<'_>, wrong: &[&Choice<'_>]) -> Option<Flaw> {
    let has = |text: &str, absolute: &str| plain_words(text).iter().any(|word| word == absolute);
    let in_key = ABSOLUTES.iter().any(|absolute| has(key.text, absolute));
    let found = ABSOLUTES.into_iter().find(|absolute| wrong.iter().any(|option| has(option.text, absolute)));
    found.filter(|_| !in_key).map(Flaw::Absolute)
}

fn stands_out(key: &Choice<'_>, wrong: &[&Choice<'_>]) -> Option<Flaw> {
    let alone = |has: fn(&str) -> bool| has(key.text) && !wrong.iter().any(|option| has(option.text));
    if alone(|text| text.contains('(')) {
        Some(Flaw::StandsOut("a bracket"))
    } else if alone(|text| text.contains(|letter: char| letter.is_ascii_digit())) {
        Some(Flaw::StandsOut("a number"))
    } else {
        None
    }
}

/// "… is an": then the options must go on from there.
fn article(item: &Item, all: &[Choice<'_>]) -> Option<Flaw> {
    let stem = item.stem.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let article = ["an", "a"].into_iter().find(|article| stem.ends_with(&format!(" {article}")))?;
    let vowel = |text: &str| text.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']);
    let bad = all.iter().find(|option| vowel(option.text) != (article == "an"))?;
    Some(Flaw::Article { article, text: bad.text.to_owned() })
}

/// Over the whole bank, the key must not be the longest or the shortest option more often than chance by much.
pub(super) fn of_bank(items: &[Item]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let (mut longest, mut shortest, mut count) = (0, 0, 0);
    let (mut chance, mut variance) = (0.0_f32, 0.0_f32);
    for item in items.iter().filter(|item| is_single(item)) {
        let all = options(item);
        let Some(key) = all.iter().find(|option| option.key) else { continue };
        let others = || all.iter().filter(|option| !option.key).map(|option| letters(option.text));
        count += 1;
        longest += usize::from(others().all(|other| letters(key.text) > other));
        shortest += usize::from(others().all(|other| letters(key.text) < other));
        let one = 1.0 / all.len().max(1) as f32;
        chance += one;
        variance += one * (1.0 - one);
    }
    let bound = chance + DEVIATIONS * variance.sqrt();
    let chance = chance.round() as usize;
    if longest as f32 > bound {
        flaws.push(Flaw::OftenLongest { longest, items: count, chance });
    }
    if shortest as f32 > bound {
        flaws.push(Flaw::OftenShortest { shortest, items: count, chance });
    }
    flaws
}

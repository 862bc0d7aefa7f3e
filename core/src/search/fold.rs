//! How words are made comparable: case, accents, plurals, and British or American spelling.
//!
//! Knows nothing of anatomy or of what is searched.

use std::ops::Range;

/// Calls `each` for every word of `text` with its byte range and its folded form.
///
/// Words are runs of letters and digits; an apostrophe inside one is dropped. Words tied by a hyphen come one by one and
/// then joined, so that "sixpack" finds "six-pack".
pub(crate) fn words(text: &str, mut each: impl FnMut(Range<usize>, &str)) {
    let (mut word, mut joined) = (String::new(), String::new());
    let (mut start, mut joined_start, mut parts) = (None, 0, 0);
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, letter)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if letter.is_alphanumeric() || (start.is_some() && is_mark(letter)) {
            if start.is_none() {
                start = Some(at);
                if parts == 0 {
                    joined_start = at;
                }
            }
            push_folded(letter, &mut word);
            end = at + letter.len_utf8();
            continue;
        }
        if start.is_some() && matches!(letter, '\'' | '’') && next_is_letter {
            continue;
        }
        if let Some(from) = start.take() {
            each(from..end, &word);
            joined.push_str(&word);
            word.clear();
            parts += 1;
        }
        if !(matches!(letter, '-' | '‐' | '‑') && parts > 0 && next_is_letter) {
            if parts > 1 {
                each(joined_start..end, &joined);
            }
            joined.clear();
            parts = 0;
        }
    }
    if let Some(from) = start {
        each(from..end, &word);
        joined.push_str(&word);
        parts += 1;
    }
    if parts > 1 {
        each(joined_start..end, &joined);
    }
}

/// The words of `text`, folded, with single spaces between them.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    words(text, |range, word| {
        // A joined form covers words that were given before.
        if range.start >= end {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
            end = range.end;
        }
    });
    out
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Lower case without accents.
fn push_folded(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    for lower in letter.to_lowercase() {
        match lower {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => out.push('i'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ś' | 'š' | 'ş' => out.push('s'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'ł' => out.push('l'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            mark if is_mark(mark) => {}
            other => out.push(other),
        }
    }
}

/// One spelling for British and American forms of a folded word.
pub(crate) fn spelled(word: &str) -> String {
    if word.len() < 4 {
        return word.to_owned();
    }
    if let Some(singular) = word.strip_suffix("ae") {
        return spelled(&format!("{singular}a"));
    }
    let mut out = word.to_owned();
    if word.contains("ae") || word.contains("oe") {
        out = word.replace("ae", "e").replace("oe", "e");
    }
    // Every ending below has one of these last letters.
    if !out.ends_with(['n', 'g', 'd', 'r', 'e', 's', 'k']) {
        return out;
    }
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("iser", "izer"),
        ("ise", "ize"),
        ("our", "or"),
        ("ours", "ors"),
        ("bre", "ber"),
        ("bres", "bers"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("disk", "disc"),
        ("disks", "discs"),
    ] {
        let long_enough = out.len() > british.len() + 1 || out == british;
        if long_enough && out.ends_with(british) {
            out.truncate(out.len() - british.len());
            out.push_str(american);
            break;
        }
    }
    out
}

/// The singular of a word in one spelling, roughly: both forms end up alike, which is all that is asked.
pub(crate) fn stem(spelled: &str) -> &str {
    let strip = |suffix| spelled.strip_suffix(suffix).filter(|rest| rest.len() >= 3);
    if spelled.ends_with("ss") || spelled.ends_with("us") || spelled.ends_with("is") {
        return spelled;
    }
    // "bodies" and "body" meet at "bod".
    ["ies", "sses", "xes", "ches", "shes", "s", "y"]
        .into_iter()
        .find_map(|suffix| {
            strip(suffix).map(|rest| match suffix {
                "sses" | "ches" | "shes" | "xes" => &spelled[..spelled.len() - 2],
                _ => rest,
            })
        })
        .unwrap_or(spelled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(text: &str) -> Vec<(String, String)> {
        let mut out = Vec::new();
        words(text, |range, word| out.push((text[range].to_owned(), word.to_owned())));
        out
    }

    #[test]
    fn words_are_folded_and_hyphens_join() {
        let pairs = |text| list(text).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(pairs("The Six-pack Muscle's édge"), ["the", "six", "pack", "sixpack", "muscles", "edge"]);
        assert_eq!(pairs("T12–L5, (L1)"), ["t12", "l5", "l1"]);
        assert_eq!(pairs("- a -"), ["a"]);
        assert_eq!(pairs(""), Vec::<String>::new());
        assert_eq!(list("x six-pack")[3], ("six-pack".to_owned(), "sixpack".to_owned()));
        assert_eq!(folded("  The six-pack, (left) "), "the six pack left");
    }

    #[test]
    fn spellings_and_plurals_meet() {
        let same = |a: &str, b: &str| {
            let (a, b) = (spelled(a), spelled(b));
            assert_eq!(stem(&a), stem(&b), "{a} {b}");
        };
        same("fibre", "fibers");
        same("haematoma", "hematomas");
        same("vertebrae", "vertebra");
        same("colour", "color");
        same("stabilise", "stabilize");
        same("arteries", "artery");
        same("processes", "process");
        same("discs", "disk");
        same("foetal", "fetal");
        same("oedema", "edema");
        same("centre", "center");
        same("psoas", "psoas");
        same("muscles", "muscle");
        same("tumours", "tumor");
        assert_ne!(stem("iliacus"), stem("iliac"));
    }

    proptest! {
        #[test]
        fn ranges_are_on_boundaries(text in ".{0,80}") {
            words(&text, |range, word| {
                assert!(text.get(range.clone()).is_some_and(|shown| !shown.is_empty()));
                let key = spelled(word);
                let _ = stem(&key);
            });
            let _ = folded(&text);
        }
    }
}

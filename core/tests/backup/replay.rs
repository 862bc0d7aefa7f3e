//! The inputs that the fuzzers found worth keeping, and variations of them by a seeded generator. `FUZZ_RUNS` sets how many;
//! without it there are enough for every run of the tests. `fuzz/README.md` says how to fuzz.

use crate::targets::{backup, carried_record, exam_code};
use std::fs;
use std::path::Path;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
    let mut files: Vec<_> =
        fs::read_dir(&folder).unwrap_or_else(|_| panic!("no corpus {target}")).map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10, "{target}");
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

fn replay(target: &str, run: impl Fn(&[u8])) {
    let corpus = corpus(target);
    corpus.iter().for_each(|input| run(input));
    let runs = std::env::var("FUZZ_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(3_000);
    let mut dice = oorandom::Rand32::new(1);
    for _ in 0..runs {
        let mut input = pick(&corpus, &mut dice).clone();
        for _ in 0..=dice.rand_range(0..4) {
            vary(&mut input, pick(&corpus, &mut dice), &mut dice);
        }
        run(&input);
    }
}

fn pick<'a>(corpus: &'a [Vec<u8>], dice: &mut oorandom::Rand32) -> &'a Vec<u8> {
    &corpus[below(corpus.len(), dice)]
}

fn below(end: usize, dice: &mut oorandom::Rand32) -> usize {
    dice.rand_range(0..u32::try_from(end.max(1)).unwrap()) as usize
}

/// One change: a byte, a piece taken out, doubled, or taken from another input, or a piece of JSON.
fn vary(input: &mut Vec<u8>, other: &[u8], dice: &mut oorandom::Rand32) {
    const PIECES: [&str; 14] = [
        "\"",
        "{",
        "}",
        "[",
        "]",
        "null",
        "1e999",
        "-0",
        "\\ud800",
        "<",
        "</script>",
        "\"__proto__\":{}",
        "99999999999999999999",
        "\u{fffd}",
    ];
    let at = below(input.len() + 1, dice);
    let end = (at + below(24, dice)).min(input.len());
    match dice.rand_range(0..5) {
        0 if at < input.len() => input[at] = u8::try_from(dice.rand_range(0..256)).unwrap(),
        1 => drop(input.drain(at..end)),
        2 => {
            let piece = input[at..end].to_vec();
            input.splice(at..at, piece);
        }
        3 => {
            let from = below(other.len() + 1, dice);
            let to = (from + below(64, dice)).min(other.len());
            input.splice(at..end, other[from..to].iter().copied());
        }
        _ => drop(input.splice(at..at, PIECES[below(PIECES.len(), dice)].bytes())),
    }
}

#[test]
fn no_backup_breaks_the_reader() {
    replay("backup", backup);
}

#[test]
fn no_record_gets_out_of_its_page() {
    replay("carried", carried_record);
}

#[test]
fn no_code_breaks_the_reader() {
    replay("exam", exam_code);
}

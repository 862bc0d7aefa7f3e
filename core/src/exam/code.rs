//! The code of a paper: short enough to be written on a board and typed by hand.
//!
//! Twelve signs, as in `04tk9za-7fq2m`: seven for the seed, three that tell the bank, two by which a slip of the hand shows. The
//! signs are Crockford's 32, which leave out the letters that are read as another sign.

use crate::hash;
use crate::item::Item;
use crate::quiz::{Seed, print};
use std::fmt;

const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const SEED: usize = 7;
const BANK: usize = 3;
const SLIP: usize = 2;

/// A prime that fits two signs. With it, one wrong sign always shows, and so do two of the first ten that changed places; of anything
/// else all but one in a thousand.
const PRIME: u32 = 1021;

/// A paper: which seed, and from which bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    pub seed: Seed,
    /// See [`bank_check`].
    pub bank: u16,
}

/// Why a code names no paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// Nothing was typed.
    Empty,
    /// It can't be a code: a sign is missing, too much or another.
    Mistake,
    /// A code, of a paper that was drawn from other questions.
    OtherBank,
}

impl CodeError {
    /// What to tell the person.
    pub fn told(self) -> &'static str {
        match self {
            CodeError::Empty => "Type the code of the paper.",
            CodeError::Mistake => "This code has a mistake in it. Check it letter by letter.",
            CodeError::OtherBank => {
                "This paper was made with another version of Palpate's questions, so it can't be built here. Use the version that made it, or agree on a new code."
            }
        }
    }
}

/// 15 bits that tell one bank from another: made of the id of each item and of what is seen of it, in their order.
pub fn bank_check(bank: &[Item]) -> u16 {
    let hash = bank.iter().fold(hash::START, |hash, item| hash::more(hash, item.id.bytes().chain(print(item).to_le_bytes())));
    // Folded, so that all bits count.
    ((hash ^ (hash >> 15) ^ (hash >> 30)) & 0x7fff) as u16
}

impl Code {
    pub fn new(seed: Seed, bank: &[Item]) -> Self {
        Code { seed, bank: bank_check(bank) }
    }

    /// Reads what someone typed, whatever it is: in either case, with spaces and dashes anywhere or nowhere, with o for 0 and i
    /// or l for 1. `None` for what can't be a code.
    pub fn read(text: &str) -> Option<Self> {
        let mut digits = [0_u8; SEED + BANK + SLIP];
        let mut count = 0;
        for sign in text.chars() {
            if sign.is_whitespace() || matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_') {
                continue;
            }
            let sign = match sign.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            };
            let digit = SIGNS.iter().position(|known| char::from(*known) == sign)?;
            *digits.get_mut(count)? = digit as u8;
            count += 1;
        }
        let (told, slip) = digits.split_at(SEED + BANK);
        let (seed, bank) = told.split_at(SEED);
        let is_whole = count == digits.len() && number(slip) == u64::from(checked(told));
        let seed = u32::try_from(number(seed)).ok().filter(|_| is_whole)?;
        Some(Code { seed: Seed(seed), bank: u16::try_from(number(bank)).ok()? })
    }

    /// The seed of the paper that a typed code names, if this bank can build it.
    pub fn of(text: &str, bank: &[Item]) -> Result<Seed, CodeError> {
        if text.trim().is_empty() {
            return Err(CodeError::Empty);
        }
        match Code::read(text) {
            None => Err(CodeError::Mistake),
            Some(code) if code.bank == bank_check(bank) => Ok(code.seed),
            Some(_) => Err(CodeError::OtherBank),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = signs::<SEED>(self.seed.0).to_vec();
        digits.extend(signs::<BANK>(u32::from(self.bank & 0x7fff)));
        let slip = checked(&digits);
        digits.extend(signs::<SLIP>(slip));
        for (at, digit) in digits.into_iter().enumerate() {
            if at == SEED {
                out.write_str("-")?;
            }
            write!(out, "{}", char::from(SIGNS[usize::from(digit)]))?;
        }
        Ok(())
    }
}

fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 32 + u64::from(*digit))
}

fn signs<const N: usize>(mut rest: u32) -> [u8; N] {
    let mut digits = [0; N];
    for digit in digits.iter_mut().rev() {
        *digit = (rest % 32) as u8;
        rest /= 32;
    }
    digits
}

/// Each place counts with a weight of its own. All weights, and all differences of two, are no multiples of the prime.
fn checked(digits: &[u8]) -> u32 {
    // Not 0 for a code of noughts alone.
    digits.iter().fold(7, |sum, digit| (sum * 37 + u32::from(*digit)) % PRIME)
}

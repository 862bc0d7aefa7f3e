//! The number from which a round's order follows, and its short form for an address.

use serde::{Deserialize, Serialize};

/// Where the randomness of a round comes from. The same seed, bank and scope give the same round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(pub u32);

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

impl Seed {
    /// As it stands in an address: base 36, at most seven characters.
    pub fn code(self) -> String {
        let mut rest = self.0;
        let mut code = Vec::new();
        loop {
            code.push(char::from(DIGITS[(rest % 36) as usize]));
            rest /= 36;
            if rest == 0 {
                break;
            }
        }
        code.iter().rev().collect()
    }

    /// Reads a code back, in either case. `None` for anything that [`Seed::code`] never writes.
    pub fn from_code(code: &str) -> Option<Self> {
        let plain = !code.is_empty() && code.bytes().all(|digit| digit.is_ascii_alphanumeric());
        plain.then(|| u32::from_str_radix(code, 36).ok().map(Seed)).flatten()
    }
}

/// Random numbers that depend on nothing but the seed.
pub(crate) struct Dice(oorandom::Rand32);

impl Dice {
    pub(crate) fn new(seed: Seed) -> Self {
        Dice(oorandom::Rand32::new(u64::from(seed.0)))
    }

    /// A position in a list of `len`; 0 for an empty one.
    pub(crate) fn pick(&mut self, len: usize) -> usize {
        match u32::try_from(len) {
            Ok(len) if len > 0 => self.0.rand_range(0..len) as usize,
            Ok(_) | Err(_) => 0,
        }
    }

    /// Fisher–Yates.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.pick(at + 1);
            list.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn odd_codes_are_refused() {
        for code in ["", " 1", "+1", "-1", "zzzzzzz", "1é", "12345678901234567890"] {
            assert_eq!(Seed::from_code(code), None, "{code}");
        }
        assert_eq!(Seed::from_code("1Z141Z3"), Some(Seed(u32::MAX)));
        assert_eq!(Seed(0).code(), "0");
    }

    proptest! {
        #[test]
        fn a_code_reads_back(seed: u32) {
            let code = Seed(seed).code();
            prop_assert!(code.len() <= 7);
            prop_assert_eq!(Seed::from_code(&code), Some(Seed(seed)));
        }
    }
}

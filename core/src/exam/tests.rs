//! Codes, time, marks and calibration, on made-up questions. The real bank is in `tests/exam.rs`.

use super::*;
use crate::quiz::Seed;
use proptest::prelude::*;

const BANK: u16 = 0x2a5c;

fn code(seed: u32) -> String {
    Code { seed: Seed(seed), bank: BANK }.to_string()
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = Code { seed: Seed(123_456_789), bank: BANK };
    let text = code.to_string();
    assert_eq!(text.len(), 13);
    let typed = [text.clone(), text.to_uppercase(), text.replace('-', ""), text.replace('-', " – "), format!("  {text}\n")];
    for typed in typed {
        assert_eq!(Code::read(&typed), Some(code), "{typed}");
    }
    let spaced: String = text.chars().flat_map(|sign| [sign, ' ']).collect();
    assert_eq!(Code::read(&spaced), Some(code));
    // A nought as the letter, a one as either letter that looks like it.
    let misread = text.replace('0', "O");
    assert_eq!(Code::read(&misread), Some(code));
    let one = (0..).map(self::code).find(|text| text.contains('1')).expect("a code with a one");
    assert_eq!(Code::read(&one.replace('1', "l")), Code::read(&one));
    assert_eq!(Code::read(&one.replace('1', "I")), Code::read(&one));
}

#[test]
fn what_can_not_be_a_code_is_told() {
    for text in ["", "   ", "-", "u", "1", "é", "１２３", "zzzzzzz-zzzzz", "0000000-00000", "\u{0}", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"]
    {
        assert_eq!(Code::read(text), None, "{text}");
    }
    assert_eq!(Code::of(" ", &[]), Err(CodeError::Empty));
    assert_eq!(Code::of("hello", &[]), Err(CodeError::Mistake));
    assert_eq!(Code::of(&Code { seed: Seed(7), bank: bank_check(&[]) ^ 1 }.to_string(), &[]), Err(CodeError::OtherBank));
    assert_eq!(Code::of(&Code::new(Seed(7), &[]).to_string(), &[]), Ok(Seed(7)));
}

proptest! {
    #[test]
    fn a_code_reads_back(seed: u32, bank in 0u16..0x8000) {
        let code = Code { seed: Seed(seed), bank };
        prop_assert_eq!(Code::read(&code.to_string()), Some(code));
    }

    #[test]
    fn one_wrong_sign_always_shows(seed: u32, at in 0usize..12, other in 0usize..32) {
        let mut signs: Vec<char> = code(seed).replace('-', "").chars().collect();
        let sign = "0123456789abcdefghjkmnpqrstvwxyz".chars().nth(other).expect("a sign");
        prop_assume!(signs[at] != sign);
        signs[at] = sign;
        prop_assert_eq!(Code::read(&signs.into_iter().collect::<String>()), None);
    }

    #[test]
    fn two_signs_that_changed_places_always_show(seed: u32, a in 0usize..10, b in 0usize..10) {
        let mut signs: Vec<char> = code(seed).replace('-', "").chars().collect();
        prop_assume!(signs[a] != signs[b]);
        signs.swap(a, b);
        prop_assert_eq!(Code::read(&signs.into_iter().collect::<String>()), None);
    }

    #[test]
    fn a_sign_left_out_or_doubled_always_shows(seed: u32, at in 0usize..12) {
        let signs: Vec<char> = code(seed).replace('-', "").chars().collect();
        let (mut less, mut more) = (signs.clone(), signs.clone());
        less.remove(at);
        more.insert(at, signs[at]);
        prop_assert_eq!(Code::read(&less.into_iter().collect::<String>()), None);
        prop_assert_eq!(Code::read(&more.into_iter().collect::<String>()), None);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", loose in "[0-9a-zA-Z -]{0,40}") {
        let _ = Code::of(&text, &[]);
        let _ = Code::of(&loose, &[]);
    }
}

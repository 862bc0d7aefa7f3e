//! Addresses of observations within a bundle: the same in each export, so that who takes two in has no doubles.

/// In front of all that is hashed, so that these addresses are nobody else's. Chosen once, at random; never to change.
const NAMESPACE: &str = "d43f2e0d-bd43-43ad-bda6-edf981a4eb9c";

/// Hash of Fowler, Noll and Vo (FNV-1a) with 128 bits: its offset basis and its prime.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// `urn:uuid:` with a UUID of version 8 (RFC 9562: made in a way of one's own), from an entry's id and from what of it is
/// meant. Entry ids are random, so this need not withstand anyone: only be the same for the same and differ for others.
pub fn urn(entry: &str, part: &str) -> String {
    let hash = [NAMESPACE, entry, part].iter().fold(BASIS, |hash, text| {
        // A byte that UTF-8 has not, between the parts: ("ab", "c") is not ("a", "bc").
        text.bytes().chain([0xff]).fold(hash, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
    });
    // Four bits for the version, and two for the variant.
    let bits = hash & !(0xf << 76) & !(0b11 << 62) | 8 << 76 | 0b10 << 62;
    let hex = format!("{bits:032x}");
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_address_of_an_entry_never_changes() {
        // Who took in an older export knows it under these.
        assert_eq!(urn("0123456789abcdef", "entry"), "urn:uuid:e32d8245-deb2-8c3e-9c9d-7944757257e9");
        assert_eq!(urn("0123456789abcdef", "before"), "urn:uuid:2f66de9d-8028-810a-a9bf-8f4d3f40bc44");
    }

    proptest! {
        #[test]
        fn it_has_the_form_of_a_uuid(entry in ".*", part in "[a-z]{0,9}") {
            let urn = urn(&entry, &part);
            let groups: Vec<_> = urn.trim_start_matches("urn:uuid:").split('-').collect();
            prop_assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
            prop_assert!(groups.concat().chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')));
            prop_assert!(groups[2].starts_with('8') && groups[3].starts_with(['8', '9', 'a', 'b']));
        }

        #[test]
        fn others_have_others(one in "[0-9a-f]{16}", other in "[0-9a-f]{16}", part in "[a-z]{1,9}", else_part in "[a-z]{1,9}") {
            prop_assert_eq!(urn(&one, &part) == urn(&other, &else_part), one == other && part == else_part);
        }
    }
}

//! FNV-1a, the hash of Fowler, Noll and Vo: a number of bytes that is the same everywhere and for good.
//!
//! What it made is kept and compared later: prints of questions, codes of papers, fingerprints of records. So it never changes.
//! It is no secret and proves nothing.

/// What a hash of 32 bits begins with.
pub(crate) const START: u32 = 0x811c_9dc5;

/// A hash of 32 bits with more bytes in it.
pub(crate) fn more(hash: u32, bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The hash of a text with 64 bits.
pub(crate) fn of_text(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the test vectors of its authors.
    #[test]
    fn it_is_the_hash_of_that_name() {
        assert_eq!([more(START, []), more(START, *b"a"), more(START, *b"foobar")], [0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968]);
        assert_eq!(more(more(START, *b"foo"), *b"bar"), more(START, *b"foobar"));
        assert_eq!([of_text(""), of_text("a"), of_text("foobar")], [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]);
    }
}

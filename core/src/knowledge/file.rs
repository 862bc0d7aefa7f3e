//! The file that brings the knowledge base to the app: a header, then the packed bytes.
//!
//! Content is checked when it is built, and never again: a sentence about a body must not come out of a file that was cut, damaged
//! or made for other code. The header tells these apart, so that the page can say what to do.
//!
//! 24 bytes, numbers little-endian: [`MAGIC`], [`FORMAT`] (4 bytes), the length of what follows (4), its checksum (8).

/// What each such file begins with.
const MAGIC: [u8; 8] = *b"palpate\x1a";
/// How what follows is laid out. **Raise it with every change to a type that is packed**: postcard writes no names, so other code
/// would read the right bytes as something else.
pub const FORMAT: u32 = 1;
const HEADER: usize = 24;

/// Why a file is not read. Each says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("The file that should hold what Palpate knows is another file. {REMEDY}", REMEDY = REMEDY)]
    Foreign,
    #[error("The file that holds what Palpate knows is not whole. {REMEDY}", REMEDY = REMEDY)]
    Cut,
    #[error("The file that holds what Palpate knows is damaged. {REMEDY}", REMEDY = REMEDY)]
    Damaged,
    #[error("The file that holds what Palpate knows is of another version than the app. {REMEDY}", REMEDY = REMEDY)]
    Version,
}

const REMEDY: &str = "Load this page again. If that does not help, clear what your browser keeps of this site's files, or, if you opened \
                      Palpate from a file of your own, download that file anew.";

/// The file for these packed bytes.
pub(super) fn wrap(packed: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(HEADER + packed.len());
    file.extend(MAGIC);
    file.extend(FORMAT.to_le_bytes());
    // A knowledge base of 4 GiB would fail for other reasons; were it cut here, reading would tell.
    file.extend((packed.len() as u32).to_le_bytes());
    file.extend(checksum(packed).to_le_bytes());
    file.extend(packed);
    file
}

/// The packed bytes of a file.
pub(super) fn unwrap(file: &[u8]) -> Result<&[u8], FileError> {
    if !file.starts_with(&MAGIC) {
        return Err(if MAGIC.starts_with(file) { FileError::Cut } else { FileError::Foreign });
    }
    let (header, packed) = file.split_at_checked(HEADER).ok_or(FileError::Cut)?;
    let number = |from: usize| header[from..].first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
    if number(8) != FORMAT {
        return Err(FileError::Version);
    }
    if number(12) as usize != packed.len() {
        return Err(FileError::Cut);
    }
    if header[16..] != checksum(packed).to_le_bytes() {
        return Err(FileError::Damaged);
    }
    Ok(packed)
}

/// Eight bytes a step, since all of the file is gone over at each start. Each step is undone by no other, so a change within one
/// eight bytes is always seen.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let step = |sum: u64, word: &[u8; 8]| (sum ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    step(words.iter().fold(bytes.len() as u64, step), &last)
}

//! A record inside the single file of the app: a block of data at the end of its page.

/// The id of the block.
pub const ID: &str = "record";

const END: &str = "</body></html>";

fn start() -> String {
    format!("<script type=\"application/json\" id=\"{ID}\">")
}

/// The page of the single file with the text of a backup put in; `None` where it is not such a page.
///
/// In JSON `<` stands in strings alone, where `\u003c` means the same: so nothing in a record can end the block, and no
/// browser takes any of it for a tag.
pub fn put_in(page: &str, backup: &str) -> Option<String> {
    let body = page.strip_suffix(END)?;
    Some(format!("{body}{}{}</script>{END}", start(), backup.trim_end().replace('<', "\\u003c")))
}

/// The text of the backup that a page carries, if it carries one.
pub fn take_out(page: &str) -> Option<&str> {
    page.strip_suffix(END)?.strip_suffix("</script>")?.rsplit_once(&start()).map(|(_, text)| text).filter(|text| !text.contains('<'))
}

/// Tells one carried record from another: FNV-1a over its text, as 16 hexadecimal digits. Not a secret, and no proof.
pub fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}

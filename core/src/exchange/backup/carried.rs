//! A record inside the single file of the app: a block of data at the end of its page.

/// The id of the block.
pub const ID: &str = "record";

/// How the page of the single file ends, as it was built.
pub const END: &str = "</body></html>";

fn start() -> String {
    format!("<script type=\"application/json\" id=\"{ID}\">")
}

/// What the page of the single file ends with when it carries the text of a backup, in place of its own end, [`END`].
///
/// In JSON `<` stands in strings alone, where `\u003c` means the same: so nothing in a record can end the block, and no
/// browser takes any of it for a tag.
pub fn ending(backup: &str) -> String {
    format!("{}{}</script>{END}", start(), backup.trim_end().replace('<', "\\u003c"))
}

/// The text of the backup that a page carries, if it carries one. The app reads its own by the block's id; this proves what was put in.
pub fn take_out(page: &str) -> Option<&str> {
    page.strip_suffix(END)?.strip_suffix("</script>")?.rsplit_once(&start()).map(|(_, text)| text).filter(|text| !text.contains('<'))
}

/// Tells one carried record from another: a hash of its text, as 16 hexadecimal digits. Not a secret, and no proof.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", crate::hash::of_text(text))
}

//! How tables are written, for spreadsheets and statistics.
//!
//! RFC 4180: commas, CRLF, quotes doubled. A byte order mark stands in front, for without one Excel takes UTF-8 for the
//! code page of its country and breaks every letter beyond ASCII; LibreOffice and readers of data know it too.

/// Tells readers that this is UTF-8.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// With an apostrophe in front of what a spreadsheet could take for a formula; [`unguarded`] takes it off again.
pub(crate) fn guarded(text: &str) -> String {
    if is_risky(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was written, from a cell of the table.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_risky(text)).unwrap_or(cell)
}

/// Whether a spreadsheet may run it: what follows any apostrophes begins with a sign of a formula (also a wide one, which
/// Excel folds), if need be after spaces, or with a tab or a new line. Apostrophes in front change nothing in the answer,
/// so that one more can always be taken off again.
fn is_risky(text: &str) -> bool {
    let rest = text.trim_start_matches('\'');
    rest.starts_with(['\t', '\r', '\n']) || rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// One row. Its cells were guarded before, where they hold words of a person or of content.
pub(crate) fn row(out: &mut String, cells: impl IntoIterator<Item = String>) {
    for (number, cell) in cells.into_iter().enumerate() {
        if number > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim() != cell {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

//! The table, read back by a library that knows nothing of ours.

use super::journals::{example, journal, text};
use super::{as_kept, config, knowledge, told};
use palpate_core::journal::csv::{COLUMNS, unguarded, write};
use palpate_core::journal::{Entry, Stamp};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.to_vec());
    reader
        .records()
        .map(|row| COLUMNS.iter().map(|name| (*name).to_owned()).zip(row.unwrap().iter().map(str::to_owned)).collect())
        .collect()
}

/// The line ends that are not within quotes; `None` where one of them is not CRLF.
fn line_ends(text: &str) -> Option<usize> {
    let (mut quoted, mut before, mut ends) = (false, ' ', 0);
    for c in text.chars() {
        quoted ^= c == '"';
        match c {
            '\n' if !quoted && before != '\r' => return None,
            '\n' if !quoted => ends += 1,
            _ if !quoted && before == '\r' => return None,
            _ => {}
        }
        before = if quoted { ' ' } else { c };
    }
    Some(ends)
}

#[test]
fn the_example_is_as_it_was_looked_at() {
    as_kept("journal.csv", &write(knowledge(), &example()));
}

#[test]
fn the_rows_of_the_example() {
    let rows = rows(&write(knowledge(), &example()));
    let cells = |row: usize, names: &[&str]| names.iter().map(|name| rows[row][*name].clone()).collect::<Vec<_>>();
    assert_eq!(rows.len(), 5, "one a finding, one for the entry without, none for the deleted one");
    let times = ["2026-11-21T08:20:00+01:00", "2026-11-21T08:20:00+01:00", "2026-11-21T15:40:00-08:00", "2026-11-22T23:40:00+00:00"];
    assert_eq!(rows.iter().map(|row| row["when"].as_str()).take(4).collect::<Vec<_>>(), times);
    assert_eq!(
        cells(0, &["muscle", "area", "tender", "familiar", "sharp", "sure"]),
        ["Iliacus", "Inside the hip bone", "3", "yes", "", "yes"]
    );
    assert_eq!(cells(0, &["felt", "felt_at"]), ["back:38:172;front:-92:-60", "sacroiliac-upper-buttock;front-of-upper-thigh"]);
    assert_eq!(cells(1, &["finding", "point", "finding_stop"]), ["2", "2", "pain-over-limit"]);
    assert_eq!(cells(1, &["finding_note"]), ["'=SUM(A1:A9) is what I typed\r\non two lines"]);
    assert_eq!(cells(2, &["sharp", "spread", "before", "after", "sore"]), ["yes", "spreads", "0", "10", "yes"]);
    assert_eq!(cells(3, &["finding", "muscle_id", "strokes", "before", "entry_note"]), ["", "", "", "", "A day of rest, with a walk"]);
    // What content does not know any more keeps its id, and gets no name.
    assert_eq!(cells(4, &["complaint_id", "complaint", "muscle", "area"]), ["a-complaint-of-another-version", "", "", ""]);
    assert_eq!(cells(4, &["finding_note", "entry_note"]), ["'@home", "'-2 at night, 'tis odd"]);
}

#[test]
fn what_a_spreadsheet_could_run_is_marked_and_nothing_else() {
    let note = |note: &str| {
        let entry = Entry { note: note.to_owned(), ..Entry::new("a".to_owned(), Stamp { at: 0.0, offset: 0 }) };
        rows(&write(knowledge(), &[entry]))[0]["entry_note"].clone()
    };
    for risky in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\nx", " =1", "\u{3000}＝1", "'=1", "''\t", "' -1"] {
        assert_eq!(note(risky), format!("'{risky}"));
    }
    for plain in ["", "a = b", "1-2", "'tis", "''", "3", "tender @ the hip", "–", "'", " a"] {
        assert_eq!(note(plain), plain);
    }
}

#[test]
fn every_column_is_documented() {
    let told = told();
    let at: Vec<_> = COLUMNS.iter().map(|name| told.find(&format!("\n| `{name}` |"))).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "docs/exports.md does not tell of each column in order: {at:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_mark_comes_off_again(text in text()) {
        let entry = Entry { note: text.clone(), ..Entry::new("a".to_owned(), Stamp { at: 0.0, offset: 0 }) };
        let rows = rows(&write(knowledge(), &[entry]));
        prop_assert_eq!(unguarded(&rows[0]["entry_note"]), text);
    }

    /// Whatever was typed, the table has its shape, comes back whole, holds nothing to run and nothing that was deleted.
    #[test]
    fn any_journal_reads_back(entries in journal()) {
        let text = write(knowledge(), &entries);
        let rows = rows(&text);
        prop_assert_eq!(line_ends(&text), Some(rows.len() + 1));
        let kept: Vec<_> = entries.iter().filter(|entry| !entry.deleted).collect();
        prop_assert_eq!(rows.len(), kept.iter().map(|entry| entry.findings.len().max(1)).sum::<usize>());
        for row in &rows {
            for cell in row.values() {
                let runs = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']);
                prop_assert!(!runs, "{cell:?}");
            }
        }
        for entry in kept {
            let own: Vec<_> = rows.iter().filter(|row| unguarded(&row["entry_id"]) == entry.id).collect();
            prop_assert_eq!(own.len(), entry.findings.len().max(1));
            for (index, row) in own.iter().enumerate() {
                prop_assert_eq!(unguarded(&row["entry_note"]), &entry.note);
                prop_assert_eq!(&row["before"], &entry.before.map(|score| score.number().to_string()).unwrap_or_default());
                prop_assert_eq!(&row["sore"], if entry.sore { "yes" } else { "" });
                prop_assert_eq!(&row["when"], &entry.when.iso().unwrap_or_default());
                prop_assert_eq!(row["when"].get(..10).unwrap_or_default(), &row["date"]);
                let Some(finding) = entry.findings.get(index) else {
                    let of_finding = COLUMNS.iter().skip_while(|name| **name != "finding").filter(|name| **name != "entry_note");
                    prop_assert!(of_finding.into_iter().all(|name| row[*name].is_empty()));
                    continue;
                };
                prop_assert_eq!(&row["finding"], &(index + 1).to_string());
                prop_assert_eq!(unguarded(&row["finding_note"]), &finding.note);
                prop_assert_eq!(unguarded(&row["muscle_id"]), &finding.muscle);
                prop_assert_eq!(unguarded(&row["felt_at"]), finding.felt_at.join(";"));
                prop_assert_eq!(&row["strokes"], &finding.strokes.count().to_string());
                prop_assert_eq!(&row["tender"], &finding.tender.map(|score| score.number().to_string()).unwrap_or_default());
                prop_assert_eq!(row["felt"].split(';').filter(|place| !place.is_empty()).count(), finding.felt.len());
            }
        }
    }
}

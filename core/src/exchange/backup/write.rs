//! Writes a file: one row a line, always in the same order, so that two of them can be compared by eye.

use super::{FORMAT, Record, name};
use crate::record::SCHEMA_VERSION;
use serde::Serialize;
use serde_json::value::RawValue;

/// The text of a file. The same record and moment give the same text. `exported_at` is ISO 8601.
pub fn write(record: &Record, exported_at: &str) -> String {
    let mut file = String::from("{\n");
    for (field, value) in [("format", json(&FORMAT)), ("schema", json(&SCHEMA_VERSION)), ("exported_at", json(&exported_at))] {
        file += &format!("  \"{field}\": {value},\n");
    }
    list(&mut file, name::KEPT, ('{', '}'), &kept(record));
    for (table, rows) in tables(record) {
        file += ",\n";
        list(&mut file, table, ('[', ']'), &rows);
    }
    file += "\n}\n";
    file
}

fn kept(record: &Record) -> Vec<String> {
    let values = [
        (name::SETTINGS, record.settings.as_ref().map(json)),
        (name::GATE, record.gate.as_ref().map(json)),
        (name::SESSION, record.session.as_ref().map(json)),
        (name::ROUND, record.round.as_ref().map(json)),
        (name::EXAM, record.exam.as_ref().map(json)),
    ];
    values.into_iter().filter_map(|(name, value)| Some(format!("\"{name}\": {}", value?))).collect()
}

fn tables(record: &Record) -> [(&'static str, Vec<String>); 5] {
    // By id, as the browser's store gives them.
    let mut journal: Vec<_> = record.journal.iter().collect();
    crate::order::sort_by(&mut journal, |a, b| a.id.cmp(&b.id));
    [
        (name::REVIEWS, record.reviews.iter().map(json).collect()),
        (name::EXAMS, record.exams.iter().map(json).collect()),
        (name::FINISHED, record.finished.iter().map(json).collect()),
        (name::JOURNAL, journal.into_iter().map(json).collect()),
        (name::UNREAD, record.unread.iter().map(|(place, row)| aside(place, row)).collect()),
    ]
}

fn list(file: &mut String, name: &str, (open, close): (char, char), rows: &[String]) {
    let before = format!("  \"{name}\": {open}");
    *file += &before;
    for (index, row) in rows.iter().enumerate() {
        *file += if index == 0 { "\n    " } else { ",\n    " };
        *file += row;
    }
    if !rows.is_empty() {
        *file += "\n  ";
    }
    file.push(close);
}

/// A row of what was put aside, as it stands in a file and in the browser's store.
pub fn aside(place: &str, row: &str) -> String {
    format!("[{},{}]", json(&place), plain(row))
}

/// Rows of a log together, as the browser's store keeps what came in a file: it takes half a minute for 100,000 rows one by one.
pub fn block<T: Serialize>(rows: &[T]) -> String {
    json(rows)
}

/// One value as JSON, in one line.
pub fn json<T: Serialize + ?Sized>(value: &T) -> String {
    // Fails only for maps whose keys are no text, which no record of ours has.
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

/// JSON in one line, without the space between its parts; what is no JSON is told as a text.
pub(super) fn plain(text: &str) -> String {
    if serde_json::from_str::<&RawValue>(text).is_err() {
        return json(text);
    }
    let mut plain = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for each in text.chars() {
        match each {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            ' ' | '\t' | '\n' | '\r' if !in_string => continue,
            _ => {}
        }
        plain.push(each);
    }
    plain
}

//! Takes a file apart.
//!
//! The outer shape is walked as raw text, by a reader that keeps its own stack, so no depth of brackets can exhaust ours; each
//! row is then read by itself, by one that gives up 128 levels down.

use super::{BackupError, FORMAT, LARGEST, Record, name, write};
use crate::record::SCHEMA_VERSION;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The fields of an object, in their order, each as it stands there. One that comes twice is there twice.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Walk;
        impl<'de> Visitor<'de> for Walk {
            type Value = Fields<'de>;

            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields<'de>, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(Walk)
    }
}

/// Reads a file of this or an older version.
///
/// # Errors
/// [`BackupError`], each with what to tell the person; no record is lost by it, since nothing was taken from the file.
pub fn read(text: &str) -> Result<Record, BackupError> {
    let mut record = Record::default();
    for (field, value) in fields(text)? {
        match field.as_str() {
            "format" | "schema" | "exported_at" => {}
            name::KEPT => match serde_json::from_str::<Fields>(value.get()) {
                Ok(Fields(kept)) => kept.iter().for_each(|(name, value)| match name.as_str() {
                    name::SETTINGS | name::GATE | name::SESSION | name::ROUND | name::EXAM => record.add(name, value.get()),
                    // What has the name of a table is no row of it here.
                    other => record.put_aside(other, value.get()),
                }),
                Err(_) => record.put_aside(&field, value.get()),
            },
            name::ANSWERED | name::REVIEWS | name::EXAMS | name::FINISHED | name::JOURNAL | name::UNREAD => {
                match serde_json::from_str::<Vec<&RawValue>>(value.get()) {
                    Ok(rows) => rows.iter().for_each(|row| record.add_one(&field, row.get())),
                    Err(_) => record.put_aside(&field, value.get()),
                }
            }
            other => record.put_aside(other, value.get()),
        }
    }
    Ok(record)
}

/// When a file was saved, as it says itself: ISO 8601. `None` where it does not say, or can't be read.
pub fn saved_at(text: &str) -> Option<String> {
    let at: String = first(&fields(text).ok()?, "exported_at")?;
    // What is shown is a date: anything else is left out rather than shown.
    let plain = (10..=40).contains(&at.len()) && at.bytes().all(|byte| byte.is_ascii_digit() || b"-:.+TZ".contains(&byte));
    plain.then_some(at)
}

/// The fields of a file that is ours and no newer than we are.
fn fields(text: &str) -> Result<Vec<(String, &RawValue)>, BackupError> {
    if text.len() > LARGEST {
        return Err(BackupError::Huge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('{') {
        return Err(BackupError::Foreign);
    }
    let Fields(fields) = serde_json::from_str(text).map_err(|_| BackupError::Broken)?;
    if first::<String>(&fields, "format").as_deref() != Some(FORMAT) {
        return Err(BackupError::Foreign);
    }
    let schema = first(&fields, "schema").filter(|schema: &f64| schema.fract() == 0.0 && *schema >= 1.0).ok_or(BackupError::Foreign)?;
    if schema > f64::from(SCHEMA_VERSION) { Err(BackupError::Newer) } else { Ok(fields) }
}

fn first<T: serde::de::DeserializeOwned>(fields: &[(String, &RawValue)], name: &str) -> Option<T> {
    let (_, value) = fields.iter().find(|(field, _)| field == name)?;
    serde_json::from_str(value.get()).ok()
}

/// The rows of a block; `None` for what is none.
pub(super) fn rows_of(json: &str) -> Option<Vec<&RawValue>> {
    if json.trim_start().starts_with('[') { serde_json::from_str(json).ok() } else { None }
}

/// A row of what was put aside: the name of its place, and what stood there.
pub(super) fn pair(json: &str) -> Option<(String, String)> {
    let (name, value): (String, &RawValue) = serde_json::from_str(json).ok()?;
    Some((name, write::plain(value.get())))
}

impl Record {
    fn put_aside(&mut self, place: &str, json: &str) {
        self.unread.push((place.to_owned(), write::plain(json)));
    }
}

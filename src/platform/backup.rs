//! The file that holds everything kept: its shape, and how a file that claims to be one is taken apart.
//!
//! What stands in such a file may have been cut short, changed, or made by anyone. So nothing of it is believed here but
//! that it is JSON of our shape; what each row means is read one by one by whoever knows its type.

use super::storage::{JOURNAL, KEPT, Log, UNREAD};
use palpate_core::record::SCHEMA_VERSION;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// What a file says that it is.
pub(super) const FORMAT: &str = "palpate-backup";
/// Ours nest about ten deep. Deeper ones are made to break readers.
const DEEPEST: usize = 64;

/// Why a file is not one that can be read back in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    #[error("This file is cut short or damaged, so it was not read. Nothing was changed.")]
    Broken,
    #[error("This is not a file that Palpate saved. Nothing was changed.")]
    Foreign,
    #[error("This file was saved by a newer Palpate. Open the newest version and read it in there. Nothing was changed.")]
    Newer,
}

/// The tables of a file, each row as it stands there.
#[derive(Debug)]
pub struct Backup {
    /// Single values with their names.
    pub kept: Vec<(String, JsValue)>,
    pub answered: Vec<JsValue>,
    pub finished: Vec<JsValue>,
    pub journal: Vec<JsValue>,
    /// What could not be read where the file was saved: pairs of a table's or value's name and what stood there.
    pub unread: Vec<JsValue>,
}

/// Rows that could be read, and those that could not, as they were.
#[derive(Debug)]
pub struct Rows<T> {
    pub read: Vec<T>,
    pub unread: Vec<JsValue>,
}

impl<T: DeserializeOwned> Rows<T> {
    /// Reads each row by itself, so that one that is broken takes no other with it.
    pub fn of(rows: Vec<JsValue>) -> Self {
        Rows::sound(rows, |_| true)
    }

    /// The same, where one that can be read but does not hold together counts as broken.
    pub fn sound(rows: Vec<JsValue>, is_sound: impl Fn(&T) -> bool) -> Self {
        let mut all = Rows { read: Vec::with_capacity(rows.len()), unread: Vec::new() };
        for row in rows {
            match serde_wasm_bindgen::from_value(row.clone()) {
                Ok(read) if is_sound(&read) => all.read.push(read),
                Ok(_) | Err(_) => all.unread.push(row),
            }
        }
        all
    }
}

impl Backup {
    /// Takes a file apart.
    ///
    /// # Errors
    /// [`BackupError`], each with what to tell the person.
    pub fn of(text: &str) -> Result<Self, BackupError> {
        // A byte order mark is no part of the text; the browser has taken it away already.
        if !text.trim_start().starts_with('{') {
            return Err(BackupError::Foreign);
        }
        // Counted on the text: what reads or copies nested values calls itself for each level.
        match depth(text) {
            None => return Err(BackupError::Broken),
            Some(depth) if depth > DEEPEST => return Err(BackupError::Foreign),
            Some(_) => {}
        }
        let file = js_sys::JSON::parse(text).map_err(|_| BackupError::Broken)?;
        let file: &js_sys::Object = file.dyn_ref().ok_or(BackupError::Foreign)?;
        if own(file, "format").as_string().as_deref() != Some(FORMAT) {
            return Err(BackupError::Foreign);
        }
        let schema = own(file, "schema").as_f64().filter(|schema| schema.fract() == 0.0 && *schema >= 1.0).ok_or(BackupError::Foreign)?;
        if schema > f64::from(SCHEMA_VERSION) {
            return Err(BackupError::Newer);
        }
        // The journal came with version 2.
        let journal = if schema < 2.0 { Vec::new() } else { rows(file, JOURNAL)? };
        let kept = own(file, KEPT);
        let kept = kept.dyn_ref::<js_sys::Object>().filter(|kept| !js_sys::Array::is_array(kept)).ok_or(BackupError::Foreign)?;
        let named = |pair: JsValue| {
            let pair = js_sys::Array::from(&pair);
            Some((pair.get(0).as_string()?, pair.get(1)))
        };
        Ok(Backup {
            kept: js_sys::Object::entries(kept).iter().filter_map(named).collect(),
            answered: rows(file, Log::Answered.name())?,
            finished: rows(file, Log::Finished.name())?,
            journal,
            unread: rows(file, UNREAD)?,
        })
    }
}

/// A row of `unread`: what stood there, and where.
pub fn aside(from: &str, value: &JsValue) -> JsValue {
    js_sys::Array::of2(&JsValue::from_str(from), value).into()
}

/// As text, to tell whether two rows are the same; nothing for what can't be written as text.
pub fn written(value: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string())
}

/// A property of the object itself: what it may have inherited is none of the file's.
fn own(object: &js_sys::Object, name: &str) -> JsValue {
    if js_sys::Object::has_own(object, &JsValue::from_str(name)) {
        js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

fn rows(file: &js_sys::Object, table: &str) -> Result<Vec<JsValue>, BackupError> {
    let rows = own(file, table);
    if js_sys::Array::is_array(&rows) { Ok(js_sys::Array::from(&rows).iter().collect()) } else { Err(BackupError::Foreign) }
}

/// How deep brackets nest outside of strings; `None` when the last one is not closed.
fn depth(text: &str) -> Option<usize> {
    let (mut open, mut deepest) = (0usize, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                open += 1;
                deepest = deepest.max(open);
            }
            b'}' | b']' if !in_string => open = open.saturating_sub(1),
            _ => {}
        }
    }
    (open == 0 && !in_string).then_some(deepest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_brackets_outside_of_strings() {
        assert_eq!(depth("{}"), Some(1));
        assert_eq!(depth(r#"{"a":[[1],"[[[[\"{{"]}"#), Some(3));
        assert_eq!(depth(r#"{"a":"b\\"}"#), Some(1));
        assert_eq!(depth(&"[".repeat(100_000)), None);
        assert_eq!(depth(&("[".repeat(100) + &"]".repeat(100))), Some(100));
    }

    #[test]
    fn a_file_that_is_cut_short_is_told_before_it_is_parsed() {
        for text in [r#"{"format":"palpate-backup","kept":{"#, r#"{"format":"palp"#, r#"{"a":"b\"}"#] {
            assert_eq!(depth(text), None, "{text}");
        }
    }
}

//! What the TOML reader says about a file it can't read, in words that an author can act on.
//!
//! The reader reports in the terms of Rust and of the TOML grammar ("unknown variant", "expected u8"). Each report that
//! names a field or a value becomes a [`Fault`] of its own with the nearest right word; the rest stays as it is.

use crate::desk::nearest;
use crate::problem::Fault;

/// The fault behind a message of the reader.
pub fn fault(message: &str) -> Fault {
    let message = message.trim().trim_end_matches('.');
    let mut quoted = message.split('`').skip(1).step_by(2);
    let found = quoted.next().unwrap_or_default();
    let allowed: Vec<&str> = quoted.collect();
    let hint_among = |found: &str, allowed: &[&str]| match nearest(found, allowed.iter().copied()) {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None => format!("Choose one of these: {}.", allowed.join(", ")),
    };
    let hint = || hint_among(found, &allowed);
    if message.starts_with("unknown field") {
        Fault::UnknownField { field: found.to_owned(), hint: hint() }
    } else if message.starts_with("unknown variant") {
        Fault::UnknownChoice { found: found.to_owned(), hint: hint() }
    } else if let Some((extra, known)) =
        message.strip_prefix("unexpected keys in table: ").and_then(|rest| rest.split_once(", available keys: "))
    {
        // In a table that stands for a choice, as the `when` of an advice, the reader speaks in another way.
        let field = extra.split(", ").next().unwrap_or_default();
        Fault::UnknownField { field: field.to_owned(), hint: hint_among(field, &known.split(", ").collect::<Vec<_>>()) }
    } else if message.starts_with("missing field") {
        Fault::MissingField(found.to_owned())
    } else if message == "duplicate key" {
        Fault::RepeatedField
    } else if let Some((found, expected)) = message.strip_prefix("invalid ").and_then(|rest| rest.split_once(", expected ")) {
        match found.split_once(": ") {
            Some(("type" | "value", found)) => Fault::WrongKind { found: plainly(found), expected: plainly(expected) },
            Some(_) | None => Fault::Syntax(message.to_owned()),
        }
    } else {
        Fault::Syntax(message.to_owned())
    }
}

/// Kinds of values, as an author knows them.
fn plainly(kind: &str) -> String {
    let plain = match kind {
        "u8" => "a whole number from 0 to 255",
        "i16" => "a whole number",
        "f32" => "a number",
        "a boolean" => "true or false",
        "a string" => "words in quotes",
        "a sequence" | "sequence" => "a list in [ ]",
        "map" => "a table in { } or under [ ]",
        _ => {
            return kind
                .replace('`', "")
                .replace("integer ", "the number ")
                .replace("floating point ", "the number ")
                .replace("string ", "the words ");
        }
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_brings_the_right_one() {
        let told = fault("unknown field `if_not`, expected one of `id`, `if-not`, `why`").to_string();
        assert_eq!(told, "there is no field \"if_not\" here. Did you mean \"if-not\"?");
        let told = fault("unexpected keys in table: dyas, available keys: days, entries").to_string();
        assert_eq!(told, "there is no field \"dyas\" here. Did you mean \"days\"?");
        let told = fault("unknown variant `ball`, expected `palpation` or `massage`").to_string();
        assert_eq!(told, "\"ball\" is not one of the words used here. Choose one of these: palpation, massage.");
    }

    #[test]
    fn kinds_are_told_without_the_words_of_rust() {
        let told = fault("invalid type: string \"six\", expected u8").to_string();
        assert_eq!(told, "this should be a whole number from 0 to 255, not the words \"six\". Change it.");
        let told = fault("invalid value: integer `600`, expected u8").to_string();
        assert_eq!(told, "this should be a whole number from 0 to 255, not the number 600. Change it.");
    }

    #[test]
    fn what_is_not_toml_is_told_as_the_reader_tells_it() {
        assert_eq!(fault("invalid basic string, expected `\"`"), Fault::Syntax("invalid basic string, expected `\"`".to_owned()));
    }
}

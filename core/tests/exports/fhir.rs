//! The bundle, held to HL7's own schema of FHIR R4 and to what that schema can't say.
//!
//! `fhir-r4.schema.json` is the part of it that an export uses (validate.mjs makes it). It knows names, types, patterns and
//! codes of fixed lists. What is left, no null, no empty list, one value, one address each, is held here.

use super::journals::{NOW, every_answer, example, journal, stamp};
use super::{as_kept, config, knowledge, told};
use boon::{Compiler, SchemaIndex, Schemas};
use palpate_core::Side;
use palpate_core::journal::fhir::{self, OWN, PAIN};
use palpate_core::journal::{Entry, Finding};
use palpate_core::walkthrough::Strokes;
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn json(entries: &[Entry]) -> Value {
    serde_json::to_value(fhir::bundle(knowledge(), entries, NOW)).unwrap()
}

fn schema() -> &'static (Schemas, SchemaIndex) {
    static SCHEMA: OnceLock<(Schemas, SchemaIndex)> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("r4.json", serde_json::from_str(include_str!("fhir-r4.schema.json")).unwrap()).unwrap();
        let index = compiler.compile("r4.json", &mut schemas).unwrap();
        (schemas, index)
    })
}

/// The standard allows no other control characters; HL7's pattern lets them through.
fn is_unknown(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\r' | '\n')
}

/// What is wrong with a bundle; nothing for a valid one.
fn problems(bundle: &Value) -> Vec<String> {
    let (schemas, index) = schema();
    let mut found: Vec<String> = schemas.validate(bundle, *index).err().map(|error| error.to_string()).into_iter().collect();
    each(bundle, &mut |object| {
        if object.is_empty() {
            found.push("an object with nothing in it".to_owned());
        }
        for (name, value) in object {
            let empty = match value {
                Value::Null => true,
                Value::Array(values) => values.is_empty(),
                Value::String(text) => text.trim().is_empty() || text.contains(is_unknown),
                Value::Number(number) => !number.is_u64(),
                Value::Bool(_) | Value::Object(_) => false,
            };
            if empty {
                found.push(format!("{name} is null, empty, a fraction, or holds what FHIR's text can't"));
            }
        }
        if object.keys().filter(|name| name.starts_with("value") && *name != "value").count() > 1 {
            found.push("two values".to_owned());
        }
        if object.get("resourceType").is_some_and(|kind| kind == "Observation") && !object.contains_key("status") {
            found.push("no status".to_owned());
        }
    });
    let list = bundle["entry"].as_array().cloned().unwrap_or_default();
    let addresses: BTreeSet<_> = list.iter().filter_map(|entry| entry["fullUrl"].as_str()).collect();
    if addresses.len() < list.len() {
        found.push("an address twice".to_owned());
    }
    if bundle["type"].is_null() {
        found.push("no type".to_owned());
    }
    each(bundle, &mut |object| {
        let elsewhere = object.get("reference").and_then(Value::as_str).filter(|reference| !addresses.contains(reference));
        found.extend(elsewhere.map(|reference| format!("{reference} is not in the bundle")));
    });
    found
}

/// Calls `see` with each object of a JSON value.
fn each(value: &Value, see: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            see(object);
            object.values().for_each(|value| each(value, see));
        }
        Value::Array(values) => values.iter().for_each(|value| each(value, see)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn observations(bundle: &Value) -> Vec<&Value> {
    bundle["entry"].as_array().map(|list| list.iter().map(|entry| &entry["resource"]).collect()).unwrap_or_default()
}

/// The code of this system among the codings of a concept.
fn code<'v>(concept: &'v Value, system: &str) -> Option<&'v str> {
    concept["coding"].as_array()?.iter().find(|coding| coding["system"] == system)?["code"].as_str()
}

#[test]
fn the_example_is_as_it_was_validated() {
    as_kept("bundle.json", &(serde_json::to_string_pretty(&fhir::bundle(knowledge(), &example(), NOW)).unwrap() + "\n"));
}

#[test]
fn each_answer_makes_a_valid_bundle_and_so_does_none() {
    for entries in [every_answer(), example(), Vec::new()] {
        assert_eq!(problems(&json(&entries)), [""; 0]);
    }
}

/// The checks can fail: each of these is wrong in one way.
#[test]
fn a_broken_bundle_is_found() {
    let broken: Vec<Value> = serde_json::from_str(include_str!("broken.json")).unwrap();
    assert!(broken.len() > 15);
    for change in broken {
        let mut bundle = json(&example());
        let (path, last) = change["at"].as_str().unwrap().rsplit_once('/').unwrap();
        let parent = bundle.pointer_mut(path).unwrap().as_object_mut().unwrap();
        match change.get("put") {
            Some(value) => parent.insert(last.to_owned(), value.clone()),
            None => parent.remove(last),
        };
        assert_ne!(bundle, json(&example()), "{} changes nothing", change["what"]);
        assert_ne!(problems(&bundle), [""; 0], "{} is not found", change["what"]);
    }
}

#[test]
fn the_scores_of_the_example() {
    let bundle = json(&example());
    let all = observations(&bundle);
    let score = |name: &str| -> Vec<_> {
        let named = all.iter().filter(|one| code(&one["code"], OWN) == Some(name));
        named.map(|one| (one["valueQuantity"]["value"].as_u64(), code(&one["code"], "http://loinc.org"))).collect()
    };
    // Pain has LOINC's code. Trouble with standing up is no pain, and of an unknown complaint nobody can tell.
    assert_eq!(score("before"), [(Some(6), Some(PAIN.0)), (Some(0), None), (Some(3), None)]);
    assert_eq!(score("after"), [(Some(4), Some(PAIN.0)), (Some(10), None)]);
    assert_eq!(score("tenderness"), [(Some(3), None), (Some(5), None), (Some(0), None)]);
    assert_eq!(score("finding"), [(None, None)]);
    assert_eq!(all[1]["effectiveDateTime"], "2026-11-21T08:20:00+01:00");
    assert_eq!(all[3]["bodySite"]["text"], "Right side, looking for: Iliacus (Inside the hip bone)");
    // A note without anything else is what was observed.
    assert_eq!(all.iter().filter(|one| one["valueString"] == "A day of rest, with a walk").count(), 1);
}

#[test]
fn no_system_but_these_and_nobody_is_named() {
    let mut systems = BTreeSet::new();
    each(&json(&every_answer()), &mut |object| {
        systems.extend(object.get("system").and_then(Value::as_str).map(str::to_owned));
        for name in ["identifier", "id", "meta", "birthDate", "telecom", "name"] {
            assert!(!object.contains_key(name), "{name}");
        }
    });
    let known = ["http://loinc.org", "http://terminology.hl7.org/CodeSystem/observation-category", "http://unitsofmeasure.org", OWN];
    assert_eq!(systems, known.map(str::to_owned).into());
}

#[test]
fn every_code_of_ours_is_documented() {
    let told = told();
    let mut codes = BTreeSet::new();
    each(&json(&every_answer()), &mut |object| {
        if object.get("system").is_some_and(|system| system == OWN) {
            codes.extend(object["code"].as_str().map(str::to_owned));
        }
    });
    // What content names is told as a kind: `muscle.ID`.
    let by_content = ["muscle.", "complaint.", "stop.", "walkthrough."];
    codes.retain(|code| !by_content.iter().any(|kind| code.starts_with(kind)));
    assert!(codes.len() >= 30, "{codes:?}");
    let silent: Vec<_> = codes.iter().filter(|code| !told.contains(&format!("`{code}`"))).collect();
    assert!(silent.is_empty(), "docs/exports.md says nothing of {silent:?}");
    assert!([OWN, PAIN.0, PAIN.1].iter().all(|words| told.contains(words)));
}

/// Whoever takes in a later export has what did not change under the same address.
#[test]
fn addresses_stay_when_other_findings_go() {
    let strokes = |count: u8| Strokes::try_from(count).unwrap();
    let finding =
        |point: Option<u8>, count| Finding { point, ..Finding::new("iliacus", Some("inside-hip-bone"), Side::Left, strokes(count)) };
    let mut entry = Entry::new("0123456789abcdef".to_owned(), NOW);
    entry.findings = vec![finding(Some(0), 1), finding(Some(1), 2), finding(None, 3), finding(None, 4)];
    let address = |entry: &Entry, strokes: u64| {
        let bundle = json(std::slice::from_ref(entry));
        let is_it = |one: &&Value| {
            one["resource"]["component"].as_array().is_some_and(|parts| parts.iter().any(|part| part["valueInteger"] == strokes))
        };
        bundle["entry"].as_array().unwrap().iter().find(is_it).unwrap()["fullUrl"].clone()
    };
    let before: Vec<_> = (1..=4).map(|strokes| address(&entry, strokes)).collect();
    entry.findings.remove(0);
    (entry.note, entry.changed) = ("later".to_owned(), NOW.at + 5.0);
    assert_eq!((2..=4).map(|strokes| address(&entry, strokes)).collect::<Vec<_>>(), before[1..]);
}

proptest! {
    #![proptest_config(config())]

    /// Whatever was typed or imported, the bundle is valid, holds no deleted entry, and is the same the next time.
    #[test]
    fn any_journal_makes_a_valid_bundle(entries in journal(), now in stamp()) {
        let bundle = serde_json::to_value(fhir::bundle(knowledge(), &entries, now)).unwrap();
        prop_assert_eq!(problems(&bundle), [""; 0]);
        let kept = entries.iter().filter(|entry| !entry.deleted);
        let expected = kept.map(|entry| 1 + usize::from(entry.before.is_some()) + usize::from(entry.after.is_some()) + entry.findings.len());
        prop_assert_eq!(observations(&bundle).len(), expected.sum::<usize>());
        let mut shuffled = entries.clone();
        shuffled.reverse();
        prop_assert_eq!(&bundle, &serde_json::to_value(fhir::bundle(knowledge(), &shuffled, now)).unwrap());
    }

    /// A box that was not ticked is never told as a no.
    #[test]
    fn silence_is_not_a_no(entries in journal()) {
        for one in observations(&json(&entries)) {
            for part in one["component"].as_array().into_iter().flatten() {
                if part["valueBoolean"] == false {
                    prop_assert_eq!(code(&part["code"], OWN), Some("familiar"));
                }
            }
        }
    }
}

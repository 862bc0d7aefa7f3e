//! Each mistake an author can make comes back with its file, its line and a remedy. (Mistakes in the form of a file: `form.rs`; in what is spoken and paced: `spoken.rs`.)
//!
//! Every test breaks one thing in a copy of the real content.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, ILIACUS, ITEMS, MASSAGE, PSOAS, SAFETY, broken};
use palpate_compiler::Fault;

const ADD_IT: &str = "Add it, or name one that exists.";

fn unknown(kind: &'static str, id: &str, hint: &str) -> Fault {
    Fault::UnknownId { kind, id: id.to_owned(), hint: hint.to_owned() }
}

#[test]
fn the_copy_itself_is_sound() {
    let copy = Copy::new();
    assert!(palpate_compiler::compile(&copy.path("")).is_ok());
}

// ---------------------------------------------------------------- references

#[test]
fn a_cite_that_nobody_knows() {
    let fault = broken(ILIACUS, "id = \"iliacus-origin\"", "cites = [", "cites = [\"nobody-at-all\", ", ADD_IT);
    assert_eq!(fault, unknown("source or fact", "nobody-at-all", ADD_IT));
}

#[test]
fn a_misspelt_cite_brings_the_right_one() {
    let hint = "Did you mean \"s1-insertion-lesser-trochanter\"?";
    let fault = broken(ILIACUS, "id = \"iliacus-insertion\"", "cites = [", "cites = [\"s1-insertion-leser-trochanter\", ", hint);
    assert_eq!(fault, unknown("source or fact", "s1-insertion-leser-trochanter", hint));
}

#[test]
fn references_that_lead_nowhere() {
    let copy = Copy::new();
    let mut expected = Vec::new();
    for (file, anchor, old, new, kind, id) in [
        ("facts/s1.toml", "document = ", "document = \"S1\"", "document = \"no-document\"", "source", "no-document"),
        ("facts/s1.toml", "[[fact]]", "about = [", "about = [\"deltoid\", ", "muscle", "deltoid"),
        ("facts/s1.toml", "\"s1-group-two-or-three\"", "disagreement = \"B03\"", "disagreement = \"no-card\"", "disagreement", "no-card"),
        (ILIACUS, "id = \"iliacus-insertion\"", "disagreement = \"B31\"", "disagreement = \"no-card\"", "disagreement", "no-card"),
        (ILIACUS, "group = ", "group = \"iliopsoas\"", "group = \"shoulder\"", "muscle", "shoulder"),
        (ILIACUS, "related = ", "related = [", "related = [\"deltoid\", ", "muscle", "deltoid"),
        ("pain/complaints.toml", "[[complaint]]", "{ muscle = \"psoas-major\"", "{ muscle = \"deltoid\"", "muscle", "deltoid"),
        ("pain/complaints.toml", "[[complaint]]", "red-flags = [", "red-flags = [\"no-flag\", ", "red flag", "no-flag"),
        ("pain/complaints.toml", "[[complaint]]", "facts = [", "facts = [\"no-fact\", ", "fact", "no-fact"),
        (SAFETY, "[[avoid]]", "gate = ", "gate = \"no-question\" # ", "gate question", "no-question"),
        (PSOAS, "muscle = ", "muscle = \"psoas-major\"", "muscle = \"deltoid\"", "muscle", "deltoid"),
        (PSOAS, "id = \"sink\"", "figure = \"sink\"", "figure = \"no-pose\"", "pose", "no-pose"),
        (MASSAGE, "[[area]]", "figure = ", "figure = \"no-pose\" # ", "pose", "no-pose"),
        (MASSAGE, "[[area]]", "muscle = ", "muscle = \"deltoid\" # ", "muscle", "deltoid"),
        (ITEMS, "[[item]]", "about = [", "about = [\"deltoid\", ", "muscle", "deltoid"),
        (ITEMS, "[[item]]", "asks = { muscle = \"psoas-major\"", "asks = { muscle = \"deltoid\"", "muscle", "deltoid"),
        ("disagreements.toml", "[[disagreement]]", "by = [", "by = [\"nobody-at-all\", ", "source or fact", "nobody-at-all"),
    ] {
        expected.push((file, copy.replace_after(file, anchor, old, new), unknown(kind, id, ADD_IT)));
    }
    copy.assert_faults(&expected, ADD_IT);
}

#[test]
fn a_glossary_link_to_no_term() {
    let fault =
        broken(PSOAS, "id = \"sink\"", "why = \"", "why = \"See the [[greater trocanter]]. ", "Did you mean \"greater trochanter\"?");
    let hint = "Did you mean \"greater trochanter\"?".to_owned();
    assert_eq!(fault, Fault::UnknownTerm { term: "greater trocanter".to_owned(), hint });
    let fault = broken(SAFETY, "[[limit]]", "text = \"", "text = \"[[xyzzy|Words]] ", ADD_IT);
    assert_eq!(fault, Fault::UnknownTerm { term: "xyzzy".to_owned(), hint: ADD_IT.to_owned() });
}

#[test]
fn an_id_used_twice_names_both_places() {
    let copy = Copy::new();
    let mut expected = Vec::new();
    for (kind, file, header) in [
        ("source", "sources.toml", "[[source]]"),
        ("fact", "facts/s2.toml", "[[fact]]"),
        ("disagreement", "disagreements.toml", "[[disagreement]]"),
        ("claim", ILIACUS, "[[claim]]"),
        ("landmark", "landmarks.toml", "[[landmark]]"),
        ("neighbour", "landmarks.toml", "[[neighbour]]"),
        ("complaint", "pain/complaints.toml", "[[complaint]]"),
        ("term", "glossary.toml", "[[term]]"),
        ("gate question", SAFETY, "[[gate]]"),
        ("contraindication", SAFETY, "[[avoid]]"),
        ("safety entry", SAFETY, "[[postpone]]"),
        ("stop rule", SAFETY, "[[stop]]"),
        ("red flag", SAFETY, "[[red-flag]]"),
        ("step", PSOAS, "[[step]]"),
        ("area", MASSAGE, "[[area]]"),
        ("structure", "structures.toml", "[[structure]]"),
        ("zone", "pain/zones.toml", "[[zone]]"),
        ("trigger point", "pain/zones.toml", "[[trigger-point]]"),
        ("item", ITEMS, "[[item]]"),
    ] {
        let (first, second, id) = copy.repeat_table(file, header);
        expected.push((file, second, Fault::DuplicateId { kind, id, first: format!("content/{file}:{first}") }));
    }
    copy.assert_faults(&expected, "Give one of them another id.");
}

#[test]
fn an_id_used_in_two_files() {
    let copy = Copy::new();
    std::fs::copy(copy.path(PSOAS), copy.path("walkthroughs/zz-copy.toml")).unwrap();
    let line = copy.line("walkthroughs/zz-copy.toml", "", "id = ");
    let fault = copy.fault("walkthroughs/zz-copy.toml", line, "Give one of them another id.");
    let first = format!("content/{PSOAS}:{line}");
    assert_eq!(fault, Fault::DuplicateId { kind: "walkthrough", id: "psoas-palpation".to_owned(), first });
}

#[test]
fn an_id_that_is_not_a_slug() {
    for id in ["Iliacus-Origin", "iliacus origin", "iliacus--origin", "-iliacus", "iliacus_origin", ""] {
        let new = format!("id = \"{id}\"");
        let fault = broken(ILIACUS, "[[claim]]", "id = \"iliacus-origin\"", &new, "Use lower-case letters, digits and single hyphens.");
        assert_eq!(fault, Fault::NotASlug(id.to_owned()));
    }
}

#[test]
fn a_sentence_that_nobody_says() {
    let tables = [
        (ILIACUS, "[[claim]]", "the claim"),
        ("landmarks.toml", "[[landmark]]", "the landmark"),
        ("landmarks.toml", "[[neighbour]]", "the neighbour"),
        ("pain/complaints.toml", "[[complaint]]", "the complaint"),
        (SAFETY, "[[gate]]", "the gate question"),
        (SAFETY, "[[avoid]]", "the entry"),
        (SAFETY, "[[clinician-first]]", "the entry"),
        (SAFETY, "[[postpone]]", "the entry"),
        (SAFETY, "[[limit]]", "the entry"),
        (SAFETY, "[[stop]]", "the stop rule"),
        (SAFETY, "[[red-flag]]", "the red flag"),
        (PSOAS, "[[step]]", "the step"),
        (MASSAGE, "[[area]]", "the area"),
        (ITEMS, "[[item]]", "the item"),
    ];
    // The parts of a walkthrough that have no id of their own are reported at the walkthrough's.
    let parts = [
        (PSOAS, "title = ", "note-cites = [", "the note of \"psoas-palpation\""),
        (PSOAS, "[check]", "cites = [", "the check of \"psoas-palpation\""),
        (MASSAGE, "[closing]", "cites = [", "the closing of \"self-massage\""),
    ];
    let copy = Copy::new();
    tables.iter().for_each(|(file, header, _)| copy.cut_after(file, header, "\ncites = [", "]"));
    parts.iter().for_each(|(file, anchor, field, _)| copy.cut_after(file, anchor, &format!("\n{field}"), "]"));
    let mut expected = Vec::new();
    for (file, header, what) in tables {
        let (line, id) = copy.id_after(file, header);
        expected.push((file, line, Fault::NoSource(format!("{what} \"{id}\""))));
    }
    expected.extend(parts.map(|(file, _, _, what)| (file, copy.id_after(file, "").0, Fault::NoSource(what.to_owned()))));
    copy.assert_faults(&expected, "a fact id, \"our-rule\" or \"unverified\".");
}

// ---------------------------------------------------------------- items

fn item_fault(edit: impl Fn(&Copy), id: &str, remedy: &str) -> Fault {
    let copy = Copy::new();
    edit(&copy);
    copy.fault(ITEMS, copy.line(ITEMS, &format!("id = \"{id}\""), "id = "), remedy)
}

#[test]
fn an_item_without_a_rationale() {
    let cut = |copy: &Copy| copy.cut_after(ITEMS, "id = \"femur-attachment\"", "rationale = \"", "\"\n");
    let fault = item_fault(cut, "femur-attachment", "Add `rationale = \"...\"`: why the key is right.");
    assert_eq!(fault, Fault::NoRationale("femur-attachment".to_owned()));
}

#[test]
fn a_single_best_item_has_exactly_one_key() {
    let at = "id = \"femur-attachment\"";
    let none = |copy: &Copy| {
        copy.replace_after(ITEMS, at, "key = true, ", "");
    };
    let two = |copy: &Copy| {
        copy.replace_after(ITEMS, at, "why = ", "key = true, why = ");
    };
    let remedy = "Mark one option with `key = true`, or make the type \"select\".";
    let count = |count| Fault::KeyCount { item: "femur-attachment".to_owned(), count };
    assert_eq!(item_fault(two, "femur-attachment", remedy), count(2));
    // Without its key the right answer stands there as a wrong one, which is told as well.
    let copy = Copy::new();
    none(&copy);
    let faults: Vec<Fault> = copy.problems().into_iter().map(|problem| problem.fault).collect();
    assert!(faults.contains(&count(0)) && matches!(&faults[..], [Fault::TrueDistractor { .. }, Fault::KeyCount { .. }]), "{faults:?}");
}

#[test]
fn a_wrong_answer_that_is_true_of_the_stem() {
    let remedy = "Replace it, or mark it with `key = true`.";
    // As the claim has it, in other case and with other punctuation.
    for text in ["Upper two thirds of the iliac fossa", "upper two-thirds of the iliac fossa."] {
        let copy = Copy::new();
        copy.replace_after(
            ITEMS,
            "id = \"iliacus-start\"",
            "text = \"Upper two thirds of the iliac fossa\", key = true",
            "text = \"The inside of the hip bone\", key = true",
        );
        let line = copy.replace_after(
            ITEMS,
            "id = \"iliacus-start\"",
            "{ text = \"",
            &format!("{{ text = \"{text}\", why = \"It is not.\" }},\n  {{ text = \""),
        );
        let fault = copy.fault(ITEMS, line, remedy);
        assert_eq!(fault, Fault::TrueDistractor { item: "iliacus-start".to_owned(), text: text.to_owned() });
    }
}

#[test]
fn an_option_offered_twice() {
    for (id, list, first, part) in [
        ("femur-attachment", "options = [", "{ text = \"Same\", why = \"Why.\" }, ", "{ text = \"same\", why = \"Why.\" },"),
        ("match-muscle-nerve", "pairs = [", "{ left = \"Same\", right = \"One\" }, ", "{ left = \"same\", right = \"Two\" },"),
    ] {
        let line = |copy: &Copy| 1 + copy.replace_after(ITEMS, &format!("id = \"{id}\""), list, &format!("{list}\n  {first}{part}"));
        let copy = Copy::new();
        let at = line(&copy);
        let fault = copy.fault(ITEMS, at, "Replace one of them.");
        assert_eq!(fault, Fault::RepeatedOption { item: id.to_owned(), text: "same".to_owned() });
    }
}

#[test]
fn an_item_of_the_wrong_shape() {
    let steps = "steps = [\"Soften\", \"Sink\", \"Wait\"]\n";
    let pairs =
        "pairs = [{ left = \"Lungs\", right = \"Air\" }, { left = \"Heart\", right = \"Blood\" }, { left = \"Ear\", right = \"Sound\" }]\n";
    let bare = "\n[[item]]\nid = \"odd\"\ntype = \"TYPE\"\nstem = \"What now?\"\nrationale = \"So it is.\"\ncites = [\"our-rule\"]\n";
    let two = "options = [{ text = \"One\", key = true, why = \"A.\" }, { text = \"Two\", why = \"B.\" }]\n";
    let three =
        "options = [{ text = \"One\", key = true, why = \"A.\" }, { text = \"Two\", why = \"B.\" }, { text = \"Three\", why = \"C.\" }]\n";
    let single = "`options`, three or more, and nothing else";
    let select = "`options`, three or more, with at least one key, and nothing else";
    let order = "`steps`, three or more in their right order, and nothing else";
    let matching = "`pairs`, three or more, and nothing else";
    let cases = [
        ("single", two.to_owned(), single),
        ("single", format!("{three}{steps}"), single),
        ("select", two.to_owned(), select),
        ("select", three.replace("key = true, ", ""), select),
        ("select", format!("{three}{pairs}"), select),
        ("order", String::new(), order),
        ("order", format!("{steps}{three}"), order),
        ("order", "steps = [\"Soften\", \"Sink\"]\n".to_owned(), order),
        ("match", String::new(), matching),
        ("match", format!("{pairs}{steps}"), matching),
    ];
    let copy = Copy::new();
    let mut expected = Vec::new();
    for (at, (kind, body, needs)) in cases.into_iter().enumerate() {
        let item = format!("odd-{at}");
        copy.append(ITEMS, &(bare.replace("TYPE", kind).replace("odd", &item) + &body));
        expected.push((ITEMS, copy.line(ITEMS, &format!("id = \"{item}\""), "id"), Fault::ItemShape { item, kind, needs }));
    }
    copy.assert_faults(&expected, "nothing else.");
}

// ---------------------------------------------------------------- words

#[test]
fn a_side_named_in_a_walkthrough() {
    for (anchor, old, word) in
        [("id = \"sink\"", "why = \"", "left"), ("id = \"sink\"", "alt = \"", "Right"), ("[check]", "leave = [\"", "leftward")]
    {
        let fault = broken(PSOAS, anchor, old, &format!("{old}{word} of it. "), "for one side of the body only, use `beware-on`.");
        assert_eq!(fault, Fault::SideWord { word: word.to_lowercase() });
    }
    let fault =
        broken(MASSAGE, "[closing]", "\"Hands off.", "\"Hands off to the right.", "for one side of the body only, use `beware-on`.");
    assert_eq!(fault, Fault::SideWord { word: "right".to_owned() });
}

#[test]
fn a_direction_that_does_not_exist() {
    for token in ["{sideways}", "{Side}", "{outward", "{}"] {
        let new = format!("why = \"Go {token} now. ");
        let fault = broken(PSOAS, "id = \"sink\"", "why = \"", &new, "Use {side}, {other}, {outward} or {inward}.");
        assert_eq!(fault, Fault::UnknownToken(token.to_owned()));
    }
}

#[test]
fn a_word_that_promises_too_much() {
    let remedy = "Say \"ease\", \"work on\", \"may\" or \"often\".";
    for (file, anchor, old, word) in [
        (PSOAS, "id = \"sink\"", "why = \"", "treatment"),
        (SAFETY, "[[stop]]", "why = \"", "Cures"),
        (ITEMS, "[[item]]", "rationale = \"", "diagnose"),
        (ITEMS, "[[item]]", "{ text = \"", "treats"),
        (ILIACUS, "[[claim]]", "text = \"", "cured"),
        ("glossary.toml", "[[term]]", "text = \"", "Treat"),
    ] {
        let fault = broken(file, anchor, old, &format!("{old}{word} it. "), remedy);
        assert_eq!(fault, Fault::ForbiddenWord(word.to_lowercase()));
    }
}

#[test]
fn a_sentence_left_empty() {
    let empty = |what| Fault::Empty { what };
    let remedy = "Write it, or remove the entry.";
    assert_eq!(broken(PSOAS, "id = \"sink\"", "do = [", "do = [\"  \", ", remedy), empty("a sentence"));
    assert_eq!(broken("glossary.toml", "[[term]]", "text = \"", "text = \"\" # ", remedy), empty("a sentence"));
    let copy = Copy::new();
    copy.cut_after(SAFETY, "id = \"weak-leg\"", "now = [", "]");
    let line = copy.replace_after(SAFETY, "id = \"weak-leg\"", "\n\n", "\nnow = []\n") - 1;
    assert!(line > 1);
    let fault = copy.fault(SAFETY, copy.line(SAFETY, "id = \"weak-leg\"", "id"), remedy);
    assert_eq!(fault, empty("what to do now"));
}

/// Nothing is held back: an author mends everything in one go.
#[test]
fn all_problems_come_at_once() {
    let copy = Copy::new();
    let expected = [
        (ILIACUS, copy.replace_after(ILIACUS, "id = \"iliacus-origin\"", "cites = [", "cites = [\"X99\", ")),
        (SAFETY, copy.replace_after(SAFETY, "[[avoid]]", "gate = ", "gate = \"no-question\" # ")),
        (PSOAS, copy.replace_after(PSOAS, "id = \"sink\"", "why = \"", "why = \"Go left. ")),
        (PSOAS, copy.replace_after(PSOAS, "id = \"toward-spine\"", "why = \"", "why = \"It cures {nothing}. ")),
        (ITEMS, copy.replace_after(ITEMS, "[[item]]", "about = [", "about = [\"deltoid\", ")),
    ];
    let problems = copy.problems();
    for (file, line) in expected {
        assert!(problems.iter().any(|problem| problem.file == file && problem.line == line), "{file}:{line}");
    }
    assert_eq!(problems.len(), expected.len() + 1, "one of the lines has two");
}

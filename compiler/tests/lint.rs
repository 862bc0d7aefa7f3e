//! The linter: the real bank has no flaw, and each rule fires on a bad item and stays silent on a good one.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Copy, content, knowledge};
use palpate_compiler::lint::{Excuse, Flaw, check, judge, judge_items};
use palpate_core::item::{Asks, Body, Choice, Item, Matching, Order, Pair, SelectAll, SingleBest, Topic, bank};
use palpate_core::knowledge::{Cite, ClaimKind};

fn choices(texts: &[&str]) -> Vec<Choice> {
    texts.iter().map(|text| Choice { text: (*text).to_owned(), why: "It belongs elsewhere.".to_owned() }).collect()
}

fn item(id: &str, stem: &str, body: Body) -> Item {
    Item {
        id: id.to_owned(),
        topic: Topic::Attachments,
        about: vec!["iliopsoas".to_owned()],
        stem: stem.to_owned(),
        picture: None,
        body,
        rationale: "This is why.".to_owned(),
        cites: vec![Cite::OurRule],
        asks: None,
        relation: None,
        fact: None,
    }
}

/// A single-best item whose first option is the key.
fn single(id: &str, stem: &str, texts: &[&str]) -> Item {
    item(id, stem, Body::SingleBest(SingleBest { options: choices(texts), key: 0 }))
}

fn select(stem: &str, texts: &[&str], keys: &[u8]) -> Item {
    item("x", stem, Body::SelectAll(SelectAll { options: choices(texts), keys: keys.to_vec() }))
}

fn good() -> Item {
    single("good", "Which muscle lines the inside of the hip bone?", &["Iliacus", "Psoas major", "Sartorius", "Pectineus"])
}

fn fact(id: &str) -> Cite {
    Cite::Fact(u16::try_from(knowledge().facts.iter().position(|fact| fact.id == id).unwrap()).unwrap())
}

fn card(id: &str) -> Cite {
    Cite::Disagreement(u16::try_from(knowledge().disagreements.iter().position(|card| card.id == id).unwrap()).unwrap())
}

fn flaws(items: &[Item]) -> Vec<Flaw> {
    judge_items(knowledge(), items).into_iter().map(|finding| finding.flaw).collect()
}

fn one(item: Item) -> Vec<Flaw> {
    flaws(&[item])
}

#[test]
fn the_real_bank_has_no_flaw() {
    let findings = check(&content()).unwrap();
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn a_good_item_has_no_flaw() {
    assert_eq!(one(good()), []);
}

#[test]
fn a_flaw_in_a_written_item_comes_with_file_and_line() {
    let copy = Copy::new();
    copy.replace_after("items/pain.toml", "id = \"chief-sign-s1\"", "Straightening the hip", "Both A and B");
    let findings = check(&copy.path("")).unwrap();
    let told = findings.iter().find(|finding| finding.id == "chief-sign-s1").unwrap();
    assert_eq!(told.place, Some(("items/pain.toml".to_owned(), 4)));
    assert!(told.to_string().starts_with("content/items/pain.toml:4: \"chief-sign-s1\" offers \"Both A and B\""), "{told}");
}

#[test]
fn exactly_one_key() {
    let mut bad = good();
    bad.body = Body::SingleBest(SingleBest { options: choices(&["Iliacus", "Psoas major", "Sartorius"]), key: 7 });
    assert!(one(bad).contains(&Flaw::KeyCount(0)));
}

#[test]
fn at_least_one_key_and_one_wrong_option() {
    let texts = ["Iliacus", "Psoas major", "Sartorius"];
    assert!(one(select("Which of these? Choose every one.", &texts, &[])).contains(&Flaw::NoneOf("key")));
    assert!(one(select("Which of these? Choose every one.", &texts, &[0, 1, 2])).contains(&Flaw::NoneOf("wrong option")));
    assert!(one(select("Which of these? Choose every one.", &texts, &[0, 0])).contains(&Flaw::KeyCount(2)));
    assert_eq!(one(select("Which of these? Choose every one.", &texts, &[0, 2])), []);
}

#[test]
fn nothing_is_said_twice() {
    let twice = |text: &str| vec![Flaw::Twice(text.to_owned())];
    assert_eq!(one(single("x", "Which one?", &["Iliacus", "Psoas", "the psoas."])), []);
    assert_eq!(one(single("x", "Which one?", &["Iliacus", "Psoas", "psoas."])), twice("psoas."));
    let pair = |left: &str, right: &str| Pair { left: left.to_owned(), right: right.to_owned() };
    let pairs = |last: &str| Body::Matching(Matching { pairs: vec![pair("A", "One"), pair("B", "Two"), pair("C", last)] });
    assert_eq!(one(item("x", "Match these.", pairs("one"))), twice("one"));
    assert_eq!(one(item("x", "Match these.", pairs("Three"))), []);
    let order = Body::Order(Order { steps: vec!["Lift".to_owned(), "Lower".to_owned(), "lift".to_owned()] });
    assert_eq!(one(item("x", "Put these in order.", order)), twice("lift"));
}

fn is_true_distractor(flaws: &[Flaw], told: &str) -> bool {
    flaws.iter().any(|flaw| matches!(flaw, Flaw::TrueDistractor { why, .. } if why.contains(told)))
}

#[test]
fn no_wrong_option_is_a_claim_of_the_muscle_asked_for() {
    let asked = |wrong: &str| {
        let mut item = single("x", "Where is its far end?", &["On the thigh", wrong, "On the lowest rib", "On the pubic bone"]);
        item.asks = Some(Asks { muscle: "iliacus".to_owned(), kind: ClaimKind::Insertion });
        one(item)
    };
    assert!(is_true_distractor(&asked("Lesser trochanter of the femur"), "a claim of iliacus"));
    assert_eq!(asked("On the kneecap"), []);
}

#[test]
fn no_wrong_option_is_another_claim_of_the_kind_that_the_key_is() {
    // Both are actions of the muscle; the item itself does not say that it asks for one.
    let claim = "In walking and running it starts the forward swing of the leg.";
    let mut bad =
        single("x", "What does it do?", &["Its opponent is the big buttock muscle, gluteus maximus.", claim, "Nothing", "It breathes"]);
    assert!(is_true_distractor(&one(bad.clone()), "a claim of iliopsoas"));
    bad.about = vec!["psoas-minor".to_owned()];
    assert!(!is_true_distractor(&one(bad), "a claim"));
}

#[test]
fn where_all_that_a_document_says_is_to_be_chosen_its_other_facts_are_no_wrong_options() {
    let mut bad = select("According to S1, which are causes? Choose every one.", &["Running", "Mountain climbing", "A sudden fall"], &[0]);
    bad.cites = vec![fact("s1-cause-running")];
    assert!(is_true_distractor(&one(bad.clone()), "S1 says so too (s1-cause-mountain-climbing)"));
    bad.body = Body::SelectAll(SelectAll { options: choices(&["Running", "Mountain climbing", "A sudden fall"]), keys: vec![0, 1] });
    assert_eq!(one(bad), []);
}

#[test]
fn no_wrong_option_is_the_key_of_nearly_the_same_question() {
    let first = single("first", "Which movement of the thigh hurts most of all people?", &["Bending it", "Lifting it", "Holding it"]);
    let mut second =
        single("second", "Which movement of the thigh hurts most of all the people?", &["Lifting it", "Bending it", "Holding it"]);
    assert!(is_true_distractor(&flaws(&[first.clone(), second.clone()]), "a key of \"first\""));
    second.stem = "Which of them rests the belly?".to_owned();
    assert_eq!(flaws(&[first, second]), []);
}

#[test]
fn contested_matter_names_its_source() {
    let ask = |stem: &str, cite: Cite| {
        let mut item = single("x", stem, &["Iliacus", "Sartorius", "Pectineus"]);
        item.cites = vec![cite];
        one(item)
    };
    let unnamed = |id: &str| vec![Flaw::NoSourceNamed(id.to_owned())];
    assert_eq!(ask("Which muscle is it?", card("B10")), unnamed("B10"));
    // By way of a fact.
    assert_eq!(ask("Which muscle is it?", fact("s2-gesture-horizontal-both")), unnamed("B14"));
    assert_eq!(ask("According to S2, which muscle is it?", fact("s2-gesture-horizontal-both")), []);
    assert_eq!(ask("Which muscle is it for this trainer?", card("B10")), []);
    assert_eq!(ask("Which muscle is it in a lecture (R30)?", card("B10")), []);
    // References have settled this one.
    assert_eq!(ask("Which muscle is it?", card("B01")), []);
}

#[test]
fn contested_words_name_their_source_whatever_is_cited() {
    let ask = |stem: &str| one(single("x", stem, &["Lateral rotation", "Medial rotation", "No rotation"]));
    assert_eq!(ask("What does it do beside bending?"), [Flaw::NoSourceNamed("B15".to_owned())]);
    assert_eq!(ask("According to S2, what does it do beside bending?"), []);
}

#[test]
fn a_picture_names_the_source_in_its_reason() {
    let mut marked = bank(knowledge()).into_iter().find(|item| item.id == "gen-locate-psoas-major-front").unwrap();
    assert_eq!(one(marked.clone()), []);
    marked.rationale = "It lies there.".to_owned();
    assert_eq!(one(marked), [Flaw::NoSourceNamed("B10".to_owned())]);
}

#[test]
fn some_things_are_never_asked() {
    for words in ["The first rib", "Knee pain", "The PSO-RITE", "The QL Claw", "A podcast"] {
        let bad = one(single("x", "According to S2, which one?", &[words, "The last chest part", "The low back of the body"]));
        assert!(bad.iter().any(|flaw| matches!(flaw, Flaw::NeverAsk { .. })), "{words}: {bad:?}");
    }
    assert_eq!(one(single("x", "According to S2, which one?", &["The lowest rib", "The sacrum", "The thigh"])), []);
}

#[test]
fn length_gives_nothing_away() {
    let long = "The broad muscle that lines the whole inside of the hip bone";
    let longer = |flaws: Vec<Flaw>| flaws.contains(&Flaw::Length("longer"));
    assert!(longer(one(single("x", "Which one?", &[long, "Sartorius", "Pectineus"]))));
    assert!(!longer(one(single("x", "Which one?", &[long, "Sartorius, the strap of the front thigh", "Pectineus"]))));
    let short =
        one(single("x", "Which one?", &["Iliacus", "Sartorius, the long strap of the thigh", "Pectineus, the short one of the thigh"]));
    assert_eq!(short, [Flaw::Length("shorter")]);
}

#[test]
fn no_word_of_the_stem_is_in_the_key_alone() {
    let echo = |texts: &[&str]| one(single("x", "Which one has to do with the kidney?", texts));
    let bad = echo(&["The kidney line", "The hip line", "The knee line"]);
    assert!(matches!(&bad[..], [Flaw::Echo { word, .. }] if word.starts_with("kidn")), "{bad:?}");
    assert_eq!(echo(&["The kidney line", "The kidney point", "The knee line"]), []);
    // Which side it is, is the question itself.
    assert_eq!(one(single("x", "You work on the LEFT side. Which way?", &["To your left", "Up", "Down"])), []);
}

#[test]
fn absolutes_are_not_in_wrong_options_alone() {
    assert_eq!(one(single("x", "When?", &["Now and then", "Never", "At night"])), [Flaw::Absolute("never")]);
    assert_eq!(one(single("x", "When?", &["Only at noon", "Never", "At night"])), []);
}

#[test]
fn brackets_and_numbers_are_not_in_the_key_alone() {
    assert_eq!(one(single("x", "Which one?", &["Iliacus (deep)", "Sartorius", "Pectineus"])), [Flaw::StandsOut("a bracket")]);
    assert_eq!(one(single("x", "Which one?", &["T12", "The sacrum", "The hip"])), [Flaw::StandsOut("a number")]);
    assert_eq!(one(single("x", "Which one?", &["T12", "L1", "The hip"])), []);
}

#[test]
fn the_article_fits_all_options() {
    let bad = one(single("x", "What beats is an", &["artery", "vein", "nerve"]));
    assert_eq!(bad, [Flaw::Article { article: "an", text: "vein".to_owned() }]);
    assert_eq!(one(single("x", "What beats is a", &["vein", "nerve", "bone"])), []);
}

#[test]
fn over_the_bank_the_key_is_not_mostly_the_longest_or_the_shortest() {
    let items = |texts: [&str; 4]| -> Vec<Item> { (0..40).map(|at| single(&format!("x{at}"), &format!("Stem {at}?"), &texts)).collect() };
    let told = |items: &[Item]| -> Vec<Flaw> {
        let findings = judge(knowledge(), items, &[]).into_iter();
        findings.filter(|finding| finding.id == "the bank").map(|finding| finding.flaw).collect()
    };
    assert_eq!(told(&items(["abcd", "abc", "ab", "a"])), [Flaw::OftenLongest { longest: 40, items: 40, chance: 10 }]);
    assert_eq!(told(&items(["a", "abc", "ab", "abcd"])), [Flaw::OftenShortest { shortest: 40, items: 40, chance: 10 }]);
    assert_eq!(told(&items(["ab", "abc", "a", "abcd"])), []);
}

#[test]
fn no_option_speaks_of_the_others() {
    for text in ["All of the above", "None of these", "Both A and B", "A and C", "Neither A nor B", "Any of the above"] {
        let bad = one(single("x", "Which one?", &["Iliacus", "Sartorius", text]));
        assert_eq!(bad, [Flaw::AboutOptions(text.to_owned())]);
    }
    for text in ["Both hands, back to back", "All of it, from end to end", "A and not much else", "All points along its length"] {
        assert_eq!(one(single("x", "Which one?", &["Iliacus and its length", "Sartorius", text])), [], "{text}");
    }
}

#[test]
fn each_item_says_why_and_who_says_so() {
    let mut bad = good();
    bad.rationale = " ".to_owned();
    assert_eq!(one(bad), [Flaw::NoRationale]);
    for cites in [vec![], vec![Cite::Unverified]] {
        let mut bad = good();
        bad.cites = cites;
        assert_eq!(one(bad), [Flaw::NoSource]);
    }
    let mut bad = good();
    if let Body::SingleBest(body) = &mut bad.body {
        body.options[2].why.clear();
    }
    assert_eq!(one(bad), [Flaw::NoWhy("Sartorius".to_owned())]);
}

#[test]
fn no_two_stems_are_alike() {
    let mut second = good();
    second.id = "second".to_owned();
    second.stem = "which muscle lines the inside of the hip-bone".to_owned();
    assert_eq!(flaws(&[good(), second.clone()]), [Flaw::SameStem("good".to_owned())]);
    second.stem = "Which muscle lines most of the inside of the hip bone?".to_owned();
    assert_eq!(flaws(&[good(), second.clone()]), [Flaw::NearStem("good".to_owned())]);
    second.stem = "Which side of the hip bone is hollow?".to_owned();
    assert_eq!(flaws(&[good(), second]), []);
}

#[test]
fn stems_may_differ_in_what_they_ask_for() {
    let ask = |id: &str, stem: &str| single(id, stem, &["Here", "There", "Elsewhere"]);
    let (left, right) = ("Where do your fingers go next on the LEFT side?", "Where do your fingers go next on the RIGHT side?");
    assert_eq!(flaws(&[ask("x", left), ask("y", right)]), []);
    let (one, two) = ("According to S1, where may the pain be felt?", "According to S3, where may the pain be felt?");
    assert_eq!(flaws(&[ask("x", one), ask("y", two)]), []);
}

#[test]
fn each_fact_is_asked_for_or_excused_once() {
    let told = |items: &[Item], excuses: &[&str]| {
        let excuse = Excuse { reason: "Because.".to_owned(), facts: excuses.iter().map(|id| (*id).to_owned()).collect() };
        let findings = judge(knowledge(), items, &[excuse]).into_iter();
        findings
            .filter(|finding| finding.id.starts_with("s1-action-") || finding.id == "nobody")
            .map(|f| (f.id, f.flaw))
            .collect::<Vec<_>>()
    };
    let mut asks = good();
    asks.cites = vec![fact("s1-action-stairs")];
    let missing = |told: &[(String, Flaw)], id: &str| told.contains(&(id.to_owned(), Flaw::NotAsked));
    let found = told(&[asks.clone()], &["s1-action-walking"]);
    assert!(missing(&found, "s1-action-running") && !missing(&found, "s1-action-stairs") && !missing(&found, "s1-action-walking"));
    let found = told(&[asks.clone()], &["s1-action-stairs", "s1-action-walking", "s1-action-walking", "nobody"]);
    assert!(found.contains(&("s1-action-stairs".to_owned(), Flaw::ExcusedInVain("good".to_owned()))));
    assert!(found.contains(&("s1-action-walking".to_owned(), Flaw::ExcusedTwice)));
    assert!(found.contains(&("nobody".to_owned(), Flaw::UnknownFact)));
    // A claim that is asked for brings its facts along.
    asks.asks = Some(Asks { muscle: "iliacus".to_owned(), kind: ClaimKind::Action });
    assert!(!missing(&told(&[asks], &[]), "s1-action-hip-flexion"));
}

#[test]
fn an_unknown_fact_in_the_coverage_file_has_its_line() {
    let copy = Copy::new();
    let line = copy.replace("coverage.toml", "\"s1-upper-part-reason\"", "\"s1-upper-part-raeson\"");
    let problems = check(&copy.path("")).unwrap_err();
    let told = problems[0].to_string();
    assert!(told.starts_with(&format!("content/coverage.toml:{line}: ")) && told.contains("s1-upper-part-reason"), "{told}");
}

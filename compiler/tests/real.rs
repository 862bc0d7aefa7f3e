//! The project's own content compiles, and holds what it must hold. (What its items are like is tested in `core/tests/bank.rs`.)
#![allow(clippy::unwrap_used)]

mod common;

use common::{content, knowledge};
use palpate_core::Knowledge;
use palpate_core::Side;
use palpate_core::item::{Body, Choice, Item, bank};
use palpate_core::journal::{Finding, Score, Spread};
use palpate_core::knowledge::{AdviceWhen, Cite, ClaimKind, Fact, Importance, SourceKind, StopAction, Walkthrough, WalkthroughKind};
use palpate_core::walkthrough::{SESSIONS_A_DAY, Strokes};
use std::collections::{BTreeMap, BTreeSet};

/// Every cite of a walkthrough.
fn cites(guide: &Walkthrough) -> impl Iterator<Item = Cite> {
    let check = guide.check.iter().flat_map(|check| &check.cites);
    let closing = guide.closing.iter().flat_map(|closing| &closing.cites);
    let steps = guide.steps.iter().flat_map(|step| &step.cites);
    let areas = guide.areas.iter().flat_map(|area| &area.cites);
    guide.note_cites.iter().chain(steps).chain(areas).chain(check).chain(closing).copied()
}

/// Facts that a walkthrough cites.
fn walked() -> BTreeSet<&'static str> {
    let guides = knowledge().walkthroughs.iter();
    guides.flat_map(cites).filter_map(|cite| cite.fact(knowledge())).map(|fact| fact.id.as_str()).collect()
}

fn cited(list: &[Cite]) -> impl Iterator<Item = &'static Fact> {
    list.iter().filter_map(|cite| cite.fact(knowledge()))
}

#[test]
fn the_content_survives_being_packed() {
    let bytes: &[u8] = knowledge().encode().unwrap().leak();
    let read = Knowledge::decode(bytes).unwrap();
    assert_eq!(read.encode().unwrap(), bytes, "what was not looked at is packed again as it was");
    assert_eq!(&read, knowledge());
    assert_eq!(read.encode().unwrap(), bytes);
}

#[test]
fn all_189_facts_are_there_each_from_its_document() {
    let mut count = BTreeMap::new();
    for fact in &knowledge().facts {
        let document = fact.document(knowledge());
        assert_eq!(document.kind, SourceKind::Document, "{}", fact.id);
        assert!(fact.id.starts_with(&format!("{}-", document.id.to_lowercase())), "{} is told by {}", fact.id, document.id);
        for text in [&fact.text, &fact.heading, &fact.category] {
            assert!(!text.trim().is_empty(), "{}", fact.id);
        }
        *count.entry(document.id.as_str()).or_insert(0) += 1;
    }
    assert_eq!(count, BTreeMap::from([("S1", 110), ("S2", 48), ("S3", 31)]));
    assert_eq!(knowledge().facts.len(), 189);
}

/// The page of a source lists what it says, so every fact can be found there.
#[test]
fn every_fact_is_on_the_page_of_its_source() {
    let documents = knowledge().sources.iter().filter(|source| source.kind == SourceKind::Document);
    let shown: BTreeSet<_> = documents.flat_map(|source| knowledge().facts_of(&source.id)).map(|fact| fact.id.as_str()).collect();
    let missing: Vec<_> = knowledge().facts.iter().map(|fact| fact.id.as_str()).filter(|id| !shown.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_37_disagreements_have_sides_and_a_verdict() {
    // The file groups them by area, so their order is not that of the numbers.
    let ids: BTreeSet<_> = knowledge().disagreements.iter().map(|card| card.id.clone()).collect();
    let expected: BTreeSet<_> = (1..=37).map(|number| format!("B{number:02}")).collect();
    assert_eq!(ids, expected);
    for card in &knowledge().disagreements {
        assert!(!card.sides.is_empty() && card.sides.iter().all(|side| !side.by.is_empty()), "{}", card.id);
        assert!(!card.teach.trim().is_empty() && !card.cites.is_empty(), "{}", card.id);
    }
}

#[test]
fn every_muscle_has_its_attachments_nerve_and_action() {
    let wanted = [ClaimKind::Origin, ClaimKind::Insertion, ClaimKind::Innervation, ClaimKind::Action];
    for muscle in knowledge().muscles.iter().filter(|muscle| muscle.id != "iliopsoas") {
        for kind in wanted {
            let mut claims = muscle.claims_of(kind);
            assert!(claims.any(|claim| !claim.cites.is_empty()), "{} has no {}", muscle.id, kind.term());
        }
    }
    for id in ["iliopsoas", "psoas-major", "iliacus", "psoas-minor", "quadratus-lumborum"] {
        assert!(knowledge().muscle(id).is_some(), "{id}");
    }
}

#[test]
fn no_source_is_named_that_says_nothing() {
    for source in &knowledge().sources {
        assert!(!source.urls.is_empty(), "{} can't be looked up", source.id);
    }
}

// ---------------------------------------------------------------- walkthroughs

#[test]
fn every_step_of_the_document_is_taught() {
    let walked = walked();
    let taught = ["s1-ps-", "s1-il-", "s1-ma-", "s1-focus-"];
    let steps = knowledge().facts.iter().map(|fact| fact.id.as_str()).filter(|id| taught.iter().any(|start| id.starts_with(start)));
    let missing: Vec<_> = steps.filter(|id| !walked.contains(id)).collect();
    assert!(missing.is_empty(), "no walkthrough cites {missing:?}");
}

#[test]
fn every_step_and_area_has_its_figure_in_words_too() {
    for guide in &knowledge().walkthroughs {
        let steps = guide.steps.iter().map(|step| (&step.id, &step.figure));
        let areas = guide.areas.iter().map(|area| (&area.id, &area.figure));
        for (id, figure) in steps.chain(areas) {
            assert!(knowledge().pose(figure).is_some(), "{}/{id}", guide.id);
        }
        // The words stand in the file; the app draws the figure and may say them in its own way.
        let text = std::fs::read_to_string(content().join(format!("walkthroughs/{}.toml", guide.id))).unwrap();
        let words: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("alt = \"")).collect();
        assert_eq!(words.len(), guide.steps.len() + guide.areas.len(), "{}", guide.id);
        assert!(words.iter().all(|words| words.len() > 30 && words.ends_with(".\"")), "{}: {words:#?}", guide.id);
    }
}

#[test]
fn the_walkthroughs_are_the_three_with_the_iliacus_first() {
    let ids: Vec<_> = knowledge().walkthroughs.iter().map(|guide| guide.id.as_str()).collect();
    assert_eq!(ids, ["iliacus-palpation", "psoas-palpation", "self-massage"]);
    for guide in &knowledge().walkthroughs {
        let massage = guide.kind == WalkthroughKind::Massage;
        assert_eq!(massage, guide.check.is_none() && guide.closing.is_some(), "{}", guide.id);
        for step in &guide.steps {
            assert!((1..=5).contains(&step.instructions.len()), "{}/{}", guide.id, step.id);
            assert!(step.beware.as_ref().is_some_and(|text| !text.is_empty()), "{}/{}", guide.id, step.id);
        }
    }
}

#[test]
fn the_upper_part_is_told_and_everything_conducted_is_low() {
    let areas = &knowledge().walkthrough("self-massage").unwrap().areas;
    let told: Vec<_> = areas.iter().filter(|area| area.only_if_unrelieved).map(|area| area.id.as_str()).collect();
    assert_eq!(told, ["upper-part"]);
    let upper = areas.iter().find(|area| area.only_if_unrelieved).unwrap();
    assert!(cited(&upper.cites).any(|fact| fact.id == "s1-upper-part-if-not-relieved"));
    let allowed = ["navel", "groin crease"];
    for area in areas.iter().filter(|area| !area.only_if_unrelieved) {
        assert!(allowed.iter().any(|limit| area.limit.contains(limit)), "{}: {}", area.id, area.limit);
    }
}

// ---------------------------------------------------------------- safety

#[test]
fn the_gate_asks_its_ten_questions() {
    let ids: Vec<_> = knowledge().safety.gate.iter().map(|question| question.id.as_str()).collect();
    let expected = [
        "pregnancy",
        "aneurysm",
        "operation",
        "lump-or-hernia",
        "belly-pain-or-fever",
        "bowel-or-kidney",
        "bleeding-or-clot",
        "cancer-or-bone",
        "transplant-or-device",
        "nerve-or-bladder",
    ];
    assert_eq!(ids, expected);
    // Each question stands for at least one reason not to press.
    let asked: BTreeSet<_> = knowledge().safety.avoid.iter().map(|avoid| avoid.gate).collect();
    assert_eq!(asked.len(), 10);
}

/// Part C6 of the facts, line by line: what is felt, how it ends, and whether it may be tried again today.
#[test]
fn the_stop_rules_cover_everything_that_must_stop_a_session() {
    use StopAction::{EaseOff, Emergency, End, SameDay};
    let rules = &knowledge().safety.stop;
    for (words, actions, retry) in [
        (&["pulse under"][..], &[EaseOff][..], false),
        (&["wide", "pulse"], &[SameDay, Emergency], false),
        (&["sharp", "electric", "burning", "tingling", "numb", "shooting"], &[End, SameDay], false),
        (&["sick", "dizzy", "sweating", "faint"], &[End, SameDay], false),
        (&["belly hardens"], &[End, SameDay], false),
        (&["more when i let go"], &[End, SameDay], false),
        (&["pain above 4", "rising", "not fading"], &[EaseOff, End], false),
        (&["pain i do not know", "spreads in my belly"], &[End, SameDay], false),
        (&["testicle", "labia", "pee"], &[End, SameDay], false),
        (&["a lump"], &[End, SameDay], false),
        (&["holding my breath"], &[EaseOff], true),
        (&["still sore"], &[End, SameDay], false),
        (&["bruising", "dark urine", "fever", "weakness"], &[SameDay, Emergency], false),
    ] {
        let covers = |feel: &str| words.iter().all(|word| feel.to_lowercase().contains(word));
        let rule = rules.iter().find(|rule| covers(&rule.feel)).unwrap_or_else(|| panic!("no stop rule for {words:?}"));
        assert!(actions.contains(&rule.action), "{}: {:?}", rule.id, rule.action);
        assert_eq!(!rule.no_retry_today, retry, "{}", rule.id);
    }
    for rule in rules {
        let first = rule.now[0].to_lowercase();
        let off = first.contains("hand") || first.contains("ease") || matches!(rule.action, Emergency);
        assert!(off, "{} begins with: {first}", rule.id);
        assert!(rule.no_retry_today || rule.action == EaseOff, "{}", rule.id);
        let told = rule.now.join(" ").to_lowercase();
        assert!(rule.action != Emergency || told.contains("emergency number"), "{}", rule.id);
        assert!(rule.action != SameDay || told.contains("today"), "{}", rule.id);
    }
}

/// The journal and the conductor name these by id (`Finding::stop_rule`), and their kind decides what follows.
#[test]
fn what_is_found_at_a_point_calls_for_a_rule_that_exists() {
    let stop = |change: &dyn Fn(&mut Finding)| {
        let mut finding = Finding::new("iliacus", None, Side::Right, Strokes::default());
        change(&mut finding);
        let id = finding.stop_rule().unwrap();
        knowledge().safety.stop.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no stop rule {id}"))
    };
    let over = stop(&|finding| finding.tender = Some(Score::try_from(5).unwrap()));
    let severe = stop(&|finding| finding.tender = Some(Score::try_from(7).unwrap()));
    let rising = stop(&|finding| finding.rising = true);
    let strange = stop(&|finding| finding.familiar = Some(false));
    let spreads = stop(&|finding| finding.spread = Some(Spread::Spreads));
    let sharp = stop(&|finding| finding.sharp = true);
    let told = [over, severe, rising, strange, spreads, sharp].map(|rule| (rule.id.as_str(), rule.action));
    let (ease, unfamiliar) = (("pain-over-limit", StopAction::EaseOff), ("unfamiliar-pain", StopAction::End));
    assert_eq!(told, [ease, ("severe-pain", StopAction::End), ease, unfamiliar, unfamiliar, ("nerve-feeling", StopAction::End)]);
    assert!([over, strange, sharp].iter().all(|rule| rule.no_retry_today));
    // By the complaint's id, which has to be one; and the rule that the journal asks about by its id.
    let saddle = stop(&|finding| finding.felt_at = vec!["saddle".to_owned()]);
    assert_eq!((saddle.id.as_str(), saddle.action), ("genital-or-bladder", StopAction::End));
    assert!(knowledge().complaint("saddle").is_some());
    assert!(knowledge().safety.stop.iter().any(|rule| rule.id == "still-sore-from-before"));
}

// ---------------------------------------------------------------- journal

#[test]
fn each_condition_of_the_journal_has_its_advice() {
    let kind = |when: &AdviceWhen| match when {
        AdviceWhen::RedFlag { .. } => "red-flag",
        AdviceWhen::StoppedToday => "stopped-today",
        AdviceWhen::StoppedBy { .. } => "stopped-by",
        AdviceWhen::EnoughToday { .. } => "enough-today",
        AdviceWhen::Sore { .. } => "sore",
        AdviceWhen::SoreFor { .. } => "sore-for",
        AdviceWhen::OverCeiling { .. } => "over-ceiling",
        AdviceWhen::ShortRelief { .. } => "short-relief",
        AdviceWhen::NoChange { .. } => "no-change",
        AdviceWhen::GettingWorse { .. } => "getting-worse",
        AdviceWhen::WorseAfter { .. } => "worse-after",
    };
    let told: BTreeSet<_> = knowledge().advice.iter().map(|rule| kind(&rule.when)).collect();
    let all = "red-flag stopped-today stopped-by enough-today sore sore-for over-ceiling short-relief no-change getting-worse worse-after";
    assert_eq!(told, all.split(' ').collect());
}

#[test]
fn the_advice_is_on_the_careful_side() {
    let rule = |id: &str| knowledge().advice.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no advice {id}"));
    assert_eq!(rule("red-flag").importance, Importance::Help);
    for id in ["sore-long", "getting-worse", "no-change", "much-worse-after"] {
        assert_eq!(rule(id).importance, Importance::Clinician, "{id}");
        assert!(rule(id).text.contains("ee a doctor"), "{id}");
    }
    for id in ["stopped-today", "enough-today", "sore", "over-ceiling", "worse-after"] {
        assert_eq!(rule(id).importance, Importance::Rest, "{id}");
    }
    let sessions = u16::try_from(SESSIONS_A_DAY).unwrap();
    assert_eq!(rule("enough-today").when, AdviceWhen::EnoughToday { sessions });
    // Only an idea, and S1's alone (B28).
    let relief = rule("short-relief");
    assert_eq!((relief.importance, relief.muscle.as_deref()), (Importance::Idea, Some("quadratus-lumborum")));
    assert!(relief.text.contains("S1") && relief.text.contains("no independent confirmation"));
    let facts: Vec<_> = cited(&relief.cites).map(|fact| fact.id.as_str()).collect();
    assert_eq!(facts, ["s1-ql-if-relief-temporary", "s1-ql-satellite-trps", "s1-ql-must-be-treated"]);
    let emergencies = ["red-flag", "much-worse-after", "getting-worse", "stopped-today"];
    assert!(emergencies.iter().all(|id| rule(id).text.contains("emergency number")));
}

#[test]
fn the_self_check_tells_what_it_cannot_tell() {
    let check = &knowledge().self_check;
    for words in ["31.8 %", "57.1 %", "one source", "hint at most", "tips the pelvis"] {
        assert!(check.meaning.contains(words), "{words}");
    }
    for words in ["hip replacement", "told not to", "unwell", "Sharp pain", "same day"] {
        assert!(check.beware.contains(words), "{words}");
    }
    // Each side is named, and nobody presses the thigh down (Part C9: that is an examiner's test).
    assert!(check.how.iter().any(|line| line.contains("{other} knee")) && check.how.iter().any(|line| line.contains("{side} leg")));
    assert!(check.how.contains(&"Do not push it down.".to_owned()));
}

// ---------------------------------------------------------------- items

fn options(item: &Item) -> &[Choice] {
    match &item.body {
        Body::SingleBest(body) => &body.options,
        Body::SelectAll(body) => &body.options,
        Body::Order(_) | Body::Matching(_) | Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => &[],
    }
}

#[test]
fn the_bank_is_large_enough_and_each_item_has_its_reasons() {
    let items = bank(knowledge());
    assert!(items.len() >= 120, "{}", items.len());
    let ids: BTreeSet<_> = items.iter().map(|item| &item.id).collect();
    assert_eq!(ids.len(), items.len());
    for item in &items {
        assert!(!item.rationale.trim().is_empty() && !item.cites.is_empty(), "{}", item.id);
        assert!(options(item).iter().all(|option| !option.why.trim().is_empty()), "{}", item.id);
    }
}

#[test]
fn the_thirty_quiz_facts_are_asked() {
    let asked: BTreeSet<u8> = knowledge().items.iter().filter_map(|item| item.fact).collect();
    assert_eq!(asked, (1..=30).collect());
}

#[test]
fn no_wrong_answer_reads_like_the_key() {
    let folded = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    for item in &bank(knowledge()) {
        if let Body::SingleBest(body) = &item.body {
            let key = folded(&body.options[usize::from(body.key)].text);
            assert_eq!(body.options.iter().filter(|option| folded(&option.text) == key).count(), 1, "{}", item.id);
        }
    }
}

/// Part D leaves these out: the first rib (B13), and facts that only a seller states (B25).
#[test]
fn no_item_asks_about_the_first_rib() {
    for item in &bank(knowledge()) {
        let key = match &item.body {
            Body::SingleBest(body) => vec![&body.options[usize::from(body.key)].text],
            Body::SelectAll(body) => body.keys.iter().map(|key| &body.options[usize::from(*key)].text).collect(),
            Body::Order(body) => body.steps.iter().collect(),
            Body::Matching(body) => body.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]).collect(),
            Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => Vec::new(),
        };
        for text in key.into_iter().chain([&item.stem]) {
            assert!(!text.to_lowercase().contains("first rib"), "{}: {text}", item.id);
        }
        assert!(cited(&item.cites).all(|fact| !fact.text.contains("first rib") || !item.id.starts_with("gen-")), "{}", item.id);
    }
}

#[test]
fn what_pages_show_by_name_is_there() {
    for id in ["soreness-after", "sessions-per-day", "day-off", "no-tools"] {
        assert!(knowledge().safety.limit(id).is_some(), "{id}");
    }
    for id in ["B30", "B32"] {
        assert!(knowledge().disagreement(id).is_some(), "{id}");
    }
}

/// The page before the app says what keeps hands off a belly, in the content's own words, all of it.
#[test]
fn the_static_page_tells_the_same_safety() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../index.html")).unwrap();
    let (_, section) = page.split_once("id=\"shell-safety\"").unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    let told: Vec<&str> = section.split("<li>").skip(1).map(|rest| rest.split_once("</li>").unwrap().0).collect();
    let safety = &knowledge().safety;
    let signs = safety.stop.iter().filter(|reason| reason.action == StopAction::Emergency).map(|reason| &reason.feel);
    let wanted: Vec<&str> = safety.gate.iter().map(|question| &question.question).chain(signs).map(String::as_str).collect();
    assert_eq!(told, wanted);
}

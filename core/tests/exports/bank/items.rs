//! Banks to export: a small one with each type and each trap, the real one, and random ones with anything in their texts.

use crate::common::knowledge;
use crate::journals;
use palpate_core::Knowledge;
use palpate_core::exchange::Bank;
use palpate_core::item::{Asks, Body, Choice, Item, Locate, Matching, Order, Pair, SelectAll, SingleBest, Topic, bank};
use palpate_core::knowledge::{Area, Cite, ClaimKind, Disagreement, Fact, Source, SourceKind, Tier, View};
use palpate_core::picture::Region;
use palpate_core::relation::Relation;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::OnceLock;

pub fn real() -> Bank<'static> {
    static ITEMS: OnceLock<Vec<Item>> = OnceLock::new();
    Bank { knowledge: knowledge(), items: ITEMS.get_or_init(|| bank(knowledge())) }
}

fn source(id: &str, kind: SourceKind, title: &str) -> Source {
    Source {
        id: id.to_owned(),
        kind,
        tier: Tier::B,
        title: title.to_owned(),
        publisher: Some("A publisher & sons".to_owned()),
        year: if id == "S1" { "not stated" } else { "2013" }.to_owned(),
        interest: None,
        urls: vec![format!("https://example.org/{id}?a=1&b=2#c")],
        note: None,
    }
}

/// Two sources, a fact and a disagreement.
pub fn small_knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge {
        sources: vec![
            source("S1", SourceKind::Document, "Points \"of\" pain: a {guide}"),
            source("R06", SourceKind::Reference, "Atlas of the hip"),
        ]
        .into(),
        facts: vec![Fact {
            id: "s1-fact".to_owned(),
            source: 0,
            heading: String::new(),
            category: String::new(),
            text: "It says so.".to_owned(),
            about: Vec::new(),
            disagreement: None,
            unverified: false,
        }]
        .into(),
        disagreements: vec![Disagreement {
            id: "B06".to_owned(),
            question: "Which comes first?".to_owned(),
            area: Area::Anatomy,
            open: true,
            interest: None,
            sides: Vec::new(),
            teach: "Name the [[source|one who says it]].".to_owned(),
            cites: Vec::new(),
        }]
        .into(),
        ..Knowledge::default()
    })
}

const CITES: [Cite; 6] = [Cite::Fact(0), Cite::Source(0), Cite::Source(1), Cite::Disagreement(0), Cite::OurRule, Cite::Unverified];

fn item(id: &str, topic: Topic, stem: &str, body: Body) -> Item {
    Item {
        id: id.to_owned(),
        topic,
        about: vec!["iliacus".to_owned()],
        stem: stem.to_owned(),
        picture: None,
        body,
        rationale: "Because of how it runs.".to_owned(),
        cites: CITES.to_vec(),
        asks: None,
        relation: Some(match topic {
            Topic::Attachments => Relation::Insertion,
            Topic::Pain => Relation::Pain,
            Topic::Technique => Relation::Palpation,
            Topic::Safety => Relation::Safety,
        }),
        fact: None,
    }
}

fn choices(options: &[(&str, &str)]) -> Vec<Choice> {
    options.iter().map(|(text, why)| Choice { text: (*text).to_owned(), why: (*why).to_owned() }).collect()
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// One item of each type, and signs that steer each format.
pub fn small() -> Vec<Item> {
    let single = SingleBest {
        options: choices(&[
            ("The [[lesser-trochanter|lesser trochanter]]", "Both \"ends\" meet here."),
            ("=SUM(A1) ~ {c} # \\ :", "Braces {{c1::like}} these are plain text."),
            ("[html]<b>bold</b> & more", ""),
            ("%50%half -> whole", "// no comment"),
        ]),
        key: 0,
    };
    let mut first = item("ends-at", Topic::Attachments, "According to S1, where does\nit \"end\"?", Body::SingleBest(single));
    first.asks = Some(Asks { muscle: "iliacus".to_owned(), kind: ClaimKind::Insertion });
    let options = choices(&[("One", "Yes, one."), ("Two", "Yes, two."), ("Three", "Yes."), ("Four", "No."), ("Five", "No, five.")]);
    let several = Body::SelectAll(SelectAll { options, keys: vec![0, 1, 2] });
    let steps = strings(&["Ask first", "Warm the hand", "Sink in\tslowly", "#Let go"]);
    let pairs = [("Psoas", "Spine"), ("Iliacus", "Hip bone: inside"), ("Both", "Thigh\nbone")];
    let pairs = pairs.map(|(left, right)| Pair { left: left.to_owned(), right: right.to_owned() }).to_vec();
    let place = Locate { view: View::Front, target: Region::point([0, 0]), tolerance: 5, layers: Vec::new() };
    vec![
        first,
        item("which-hurt", Topic::Pain, "Which may hurt?", several),
        item("in-order", Topic::Technique, "How do you go in?", Body::Order(Order { steps })),
        item("belongs-to", Topic::Safety, "What belongs together?", Body::Matching(Matching { pairs })),
        item("point-to", Topic::Attachments, "Point to it.", Body::Locate(place)),
    ]
}

/// What a person may write, and what steers one of the formats.
pub fn text() -> impl Strategy<Value = String> {
    let part = select(vec![
        "{{c1::x}}",
        "{{Front}}",
        "}}",
        "{",
        "}",
        "=",
        "~",
        "#",
        "####",
        ":",
        "::",
        "\\",
        "\\n",
        "\\\\",
        "->",
        "%50%",
        "%",
        "[html]",
        "[",
        "//",
        "$CATEGORY:",
        "&&058;",
        "&amp;",
        "<br>",
        "</p>",
        "<script>",
        "<!--",
        "]]>",
        "\"",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\0",
        "[[id|words]]",
        "[[open",
        "שלום",
        "\u{202e}",
        "\u{2028}",
        "\u{ffff}",
        "été",
        "🦵🏽",
        " ",
        "S1",
        "muscle",
    ]);
    prop_oneof![
        4 => prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat()),
        2 => journals::text(),
        1 => any::<String>(),
        1 => "[a-z]{1,3}".prop_map(|words| words.repeat(3_000)),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    let choices = || prop::collection::vec((text(), text()).prop_map(|(text, why)| Choice { text, why }), 2..13);
    let single = (choices(), any::<prop::sample::Index>())
        .prop_map(|(options, key)| Body::SingleBest(SingleBest { key: key.index(options.len()) as u8, options }));
    let several = (choices(), any::<u16>()).prop_map(|(options, bits)| {
        let keys = (0u8..).take(options.len()).filter(|at| *at == 0 || bits >> at & 1 == 1).collect();
        Body::SelectAll(SelectAll { options, keys })
    });
    let order = prop::collection::vec(text(), 2..8).prop_map(|steps| Body::Order(Order { steps }));
    let pair = (text(), text()).prop_map(|(left, right)| Pair { left, right });
    let matching = prop::collection::vec(pair, 2..8).prop_map(|pairs| Body::Matching(Matching { pairs }));
    let drawn = Just(small().remove(4).body);
    prop_oneof![4 => single, 4 => several, 2 => order, 2 => matching, 1 => drawn]
}

/// Random items with different ids, some of which are no slugs.
pub fn random() -> impl Strategy<Value = Vec<Item>> {
    let one = (select(Topic::ALL.to_vec()), prop::collection::vec(text(), 0..3), text(), body(), text(), 0..CITES.len(), text());
    let one = one.prop_map(|(topic, about, stem, body, rationale, cites, id)| {
        let mut made = item("", topic, &stem, body);
        (made.about, made.rationale, made.cites, made.id) = (about, rationale, CITES[cites..].to_vec(), id);
        made
    });
    prop::collection::vec(one, 0..6).prop_map(|mut items| {
        for (number, item) in items.iter_mut().enumerate() {
            item.id = if number % 2 == 0 { format!("item-{number}") } else { format!("{number} {}", item.id) };
        }
        items
    })
}

//! Every address is read as it was written, and nothing else is taken.

use super::*;

#[test]
fn every_route_reads_back_what_it_writes() {
    let at = || Some("asis".to_owned());
    let routes = [
        Route::Home,
        Route::Find,
        Route::Hurt,
        Route::Walkthrough { id: "psoas-palpation".into(), at: None },
        Route::Walkthrough { id: "psoas-palpation".into(), at: Some("step-3".into()) },
        Route::Handout { id: "psoas-palpation".into() },
        Route::Learn,
        Route::Round(RoundAddress::default()),
        Route::Round(RoundAddress {
            topics: vec![Topic::Pain, Topic::Safety],
            muscle: Some("iliacus".into()),
            relation: Some(Relation::Nerve),
            only: vec!["a-1".into(), "b".into()],
            seed: Some("k3x9".into()),
            count: Some(20),
        }),
        Route::Today,
        Route::Reread { item: "gen-origin-iliacus".into() },
        Route::Mastery,
        Route::LearnSettings,
        Route::Exam { code: None },
        Route::Exam { code: Some("1z141z3-k7".into()) },
        Route::Exams { at: None },
        Route::Exams { at: Some(12) },
        Route::Export,
        Route::Lookup { query: String::new() },
        Route::Lookup { query: "front hip & größe + 100 %".into() },
        Route::Muscle { id: "psoas-major".into() },
        Route::Complaint { id: "groin".into() },
        Route::Landmarks { at: at() },
        Route::Disagreements { at: Some("B10".into()) },
        Route::Glossary { at: None },
        Route::Sources,
        Route::Source { id: "S1".into(), at: None },
        Route::Source { id: "S1".into(), at: Some("s1-group-names".into()) },
        Route::Safety { at: Some("red-flags".into()) },
        Route::Gate,
        Route::About,
        Route::Journal,
        Route::Entry { id: None },
        Route::Entry { id: Some("0a1b".into()) },
        Route::Summary,
        Route::Settings,
        Route::HandsFree,
    ];
    for route in routes {
        assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
    }
}

#[test]
fn what_is_no_address_of_ours_is_unknown() {
    for hash in ["#/nowhere", "#/find/a/b/c", "#/learn/round?topics=hats", "#/learn/round?n=0", "#/muscle/%zz", "#/muscle/%ff"] {
        assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
    }
    for hash in ["", "#", "#/", "#//"] {
        assert_eq!(Route::parse(hash), Route::Home, "{hash}");
    }
}

/// What the fuzzer found worth keeping, whole and cut at every place: any link at all leads to a page with an address.
#[test]
fn any_link_leads_to_a_page_with_an_address() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/address");
    let mut links = 0;
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for bytes in files.filter_map(|file| std::fs::read(file.path()).ok()) {
        for end in 0..=bytes.len() {
            for part in [&bytes[..end], &bytes[end..]] {
                let route = Route::parse(&String::from_utf8_lossy(part));
                assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
                links += 1;
            }
        }
    }
    assert!(links > 500, "{links}");
}

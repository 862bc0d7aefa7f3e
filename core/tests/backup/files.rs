//! Files that were cut short, changed, or made by someone else.

use crate::common::{MASSAGE, guide, safety, start};
use crate::records::on_a_picture;
use palpate_core::Side;
use palpate_core::exchange::backup::{BackupError, LARGEST, Record, block, merge, read, review_of, row_of, saved_at, write};
use palpate_core::memory::{Sure, What};
use palpate_core::record::{
    BREATH, HandsFree, Learning, NEW_A_DAY, RATE, RETENTION, REVIEWS_A_DAY, ROUND_LENGTH, Settings, TARGET, TONES, Theme,
};
use palpate_core::walkthrough::{Event, Finished};

fn file(schema: &str, tables: &str) -> String {
    format!(
        r#"{{"format":"palpate-backup","schema":{schema},"exported_at":"2026-11-21T08:20:00.000Z","kept":{{}},{tables}"answered":[],"finished":[]}}"#
    )
}

fn unread(text: &str) -> Vec<(String, String)> {
    read(text).unwrap().unread
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(place, json)| ((*place).to_owned(), (*json).to_owned())).collect()
}

#[test]
fn what_is_no_file_of_ours_is_told_apart() {
    let whole = write(&Record::default(), "2026-11-21T08:20:00.000Z");
    assert_eq!(read(&whole), Ok(Record::default()));
    assert_eq!(read(&format!("\u{feff}{whole}")), Ok(Record::default()));
    for text in ["", " ", "null", "[]", "<script>alert(1)</script>", "{}", r#"{"format":"other"}"#, r#"{"format":"palpate-backup"}"#] {
        assert_eq!(read(text), Err(BackupError::Foreign), "{text}");
    }
    for schema in ["0", "-1", "1.5", "\"3\"", "null", "[]"] {
        assert_eq!(read(&file(schema, "")), Err(BackupError::Foreign), "{schema}");
    }
    for schema in ["4", "1e300", "99999999999999999999999999"] {
        assert_eq!(read(&file(schema, "")), Err(BackupError::Newer), "{schema}");
    }
    for schema in ["1", "2", "3", "3.0"] {
        assert_eq!(read(&file(schema, "")), Ok(Record::default()), "{schema}");
    }
    for text in ["{", &whole[..whole.len() / 2], "{\"format\":\"palpate-backup\",}", "{\"a\":NaN}", "{\"a\":\"\u{0}\"}"] {
        assert_eq!(read(text), Err(BackupError::Broken), "{text}");
    }
    assert_eq!(read(&format!("{{{}", " ".repeat(LARGEST))), Err(BackupError::Huge));
}

#[test]
fn answers_of_older_versions_become_reviews() {
    let answered = r#"{"attempt":{"single-best":{"item":"i1","chosen":2}},"right":true,"at":1795245600000}"#;
    for schema in ["1", "2"] {
        let text = file(schema, "").replace(r#""answered":[]"#, &format!(r#""answered":[{answered},{{"attempt":7}}]"#));
        let record = read(&text).unwrap();
        let [review] = record.reviews.as_slice() else { panic!("{record:?}") };
        assert_eq!((review.card.as_str(), review.when.at, review.when.offset), ("i1", 1_795_245_600_000.0, 0));
        assert!(matches!(&review.what, What::Answered { attempt: Some(_), right: true, sure: Sure::Sure }));
        assert_eq!(record.unread, pairs(&[("answered", r#"{"attempt":7}"#)]));
        // The store brings its rows up to date in the same way, so that a file that was saved before makes no doubles.
        assert_eq!(review_of(answered), Some(serde_json::to_string(review).unwrap()));
    }
    assert_eq!(review_of("{}"), None);
}

#[test]
fn what_can_not_be_read_is_put_aside_as_it_was() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = format!("\"{}\"", "x".repeat(1_000_000));
    for (table, row) in [
        ("journal", r#"{"id":"../x"}"#),
        ("reviews", r#"{"card":"a","when":{"at":1e999,"offset":0},"what":"read"}"#),
        ("reviews", r#"{"card":"a","when":{"at":1e300,"offset":0},"what":"read"}"#),
        ("reviews", r#"{"card":"a","card":"b","when":{"at":1,"offset":0},"what":"read"}"#),
        ("reviews", r#"{"card":"\ud800","when":{"at":1,"offset":0},"what":"read"}"#),
        ("reviews", r#"{"card":"a","when":{"at":1,"offset":99999999},"what":"read"}"#),
        ("reviews", deep.as_str()),
        ("finished", long.as_str()),
        ("exams", "null"),
        ("a table to come", "[1,2,3]"),
        ("__proto__", r#"{"polluted":true}"#),
    ] {
        let known = ["journal", "reviews", "finished", "exams"].contains(&table);
        let value = if known { format!("[{row}]") } else { row.to_owned() };
        let text = format!(r#"{{"format":"palpate-backup","schema":3,"{table}":{value}}}"#);
        assert_eq!(unread(&text), pairs(&[(table, row)]), "{table}");
        // And saved again, it reads back the same.
        let record = read(&text).unwrap();
        assert_eq!(read(&write(&record, "x")).as_ref(), Ok(&record), "{table}");
    }
}

#[test]
fn tables_that_are_none_and_values_that_come_twice_are_kept_aside() {
    let text = r#"{"format":"palpate-backup","schema":3,"kept":{"settings":{"theme":"dark"},"settings":{"theme":"light"},"gate":3,
        "journal":{"id":"x"}},"journal":{},"reviews":"none","journal":[1]}"#;
    let record = read(text).unwrap();
    assert_eq!(record.settings.map(|settings| settings.theme.slug()), Some("dark"));
    let aside = [
        ("settings", r#"{"theme":"light"}"#),
        ("gate", "3"),
        ("journal", r#"{"id":"x"}"#),
        ("journal", "{}"),
        ("reviews", "\"none\""),
        ("journal", "1"),
    ];
    assert_eq!(record.unread, pairs(&aside));
}

#[test]
fn what_was_aside_stays_aside_and_spaces_go() {
    let text = r#"{"format":"palpate-backup","schema":2,"kept":{},"journal":[],"answered":[],"finished":[],
        "unread":[["journal", { "a" : " b " }], 7]}"#;
    assert_eq!(unread(text), pairs(&[("journal", r#"{"a":" b "}"#), ("unread", "7")]));
}

#[test]
fn what_was_kept_as_no_json_at_all_is_still_saved() {
    let mut record = Record::default();
    record.add("journal", "no JSON");
    assert_eq!(record.unread, pairs(&[("journal", "\"no JSON\"")]));
    assert_eq!(read(&write(&record, "x")), Ok(record));
}

#[test]
fn one_row_is_one_line() {
    let reviews = vec![on_a_picture(1.0), on_a_picture(2.5)];
    let text = write(&Record { reviews: reviews.clone(), ..Record::default() }, "2026-11-21T08:20:00.000Z");
    assert_eq!(text.lines().filter(|line| line.contains("\"card\":\"p\"")).count(), 2);
    assert!(text.starts_with("{\n  \"format\": \"palpate-backup\",\n  \"schema\": 3,\n  \"exported_at\": \"2026-11-21T08:20:00.000Z\",\n  \"kept\": {},\n  \"reviews\": [\n    {"));
    assert!(text.ends_with("\n  ],\n  \"exams\": [],\n  \"finished\": [],\n  \"journal\": [],\n  \"unread\": []\n}\n"), "{text}");
    assert_eq!(read(&text).unwrap().reviews, reviews);
}

#[test]
fn a_date_that_is_none_is_not_shown() {
    for at in ["<b>now</b>", "", "2026", "yesterday at noon, or so"] {
        assert_eq!(saved_at(&write(&Record::default(), at)), None, "{at}");
    }
}

#[test]
fn settings_out_of_bounds_are_brought_into_them() {
    let settings = |learning: &str, rest: &str| {
        let kept = format!(r#""kept":{{"settings":{{"theme":"dark",{rest}"learning":{learning}}}}}"#);
        let record = read(&format!(r#"{{"format":"palpate-backup","schema":3,{kept}}}"#)).unwrap();
        assert_eq!(read(&write(&record, "x")).unwrap(), record);
        record.settings.unwrap()
    };
    let high = settings(
        r#"{"new_a_day":255,"reviews_a_day":255,"retention":200}"#,
        r#""round_length":255,"tone":9,"hands_free":{"rate":255,"volume":255,"breath":255,"target":255},"#,
    );
    assert_eq!(high.theme, Theme::Dark);
    let Learning { new_a_day, reviews_a_day, retention, .. } = high.learning;
    assert_eq!((new_a_day, reviews_a_day, retention), (NEW_A_DAY.1, REVIEWS_A_DAY.1, RETENTION.1));
    let HandsFree { rate, volume, breath, target, .. } = high.hands_free;
    assert_eq!((rate, volume, breath, target), (RATE.1, 100, BREATH.1, TARGET.1));
    assert_eq!((high.round_length, high.tone), (ROUND_LENGTH.1, TONES));
    let low =
        settings(r#"{"reviews_a_day":0,"retention":0}"#, r#""round_length":0,"tone":0,"hands_free":{"rate":0,"breath":0,"target":0},"#);
    assert_eq!((low.learning.reviews_a_day, low.learning.retention), (REVIEWS_A_DAY.0, RETENTION.0));
    assert_eq!((low.hands_free.rate, low.hands_free.breath, low.hands_free.target), (RATE.0, BREATH.0, TARGET.0));
    assert_eq!((low.round_length, low.tone), (ROUND_LENGTH.0, 1));
    // What is chosen within the bounds stays as it is.
    assert_eq!(Settings::default().bounded(), Settings::default());
}

#[test]
fn a_session_that_ended_just_now_is_the_same_as_the_one_in_the_file() {
    let massage = guide(MASSAGE);
    let mut session = start(massage);
    session.apply(massage, safety(), Event::SetSide(Side::Left), 1_234.5);
    session.apply(massage, safety(), Event::Leave, 2_345.5);
    let live = Record { finished: vec![Finished { session, at: 1_795_262_400_000.0 }], ..Record::default() };
    let kept = read(&write(&live, "x")).unwrap();
    assert_ne!(live, kept, "the clock of the running session is not kept");
    let merged = merge(live.clone(), kept);
    assert!(merged.added.is_empty());
    assert_eq!(merged.whole, live);
}

#[test]
fn reviews_may_be_kept_together_and_each_is_read_by_itself() {
    let reviews = [on_a_picture(1.0), on_a_picture(2.5)];
    let mut record = Record::default();
    record.add("reviews", &block(&reviews));
    assert_eq!((record.reviews.as_slice(), record.unread.len()), (reviews.as_slice(), 0));
    let broken = format!("[{},7,[{}]]", row_of(&reviews[0]), row_of(&reviews[1]));
    record.add("reviews", &broken);
    record.add("reviews", "[");
    assert_eq!(record.reviews.len(), 3);
    assert_eq!(record.unread.iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(), ["reviews"; 3]);
    assert_eq!(read(&write(&record, "x")).unwrap(), record);
}

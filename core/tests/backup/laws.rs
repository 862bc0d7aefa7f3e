//! Rules that hold for any record.

use crate::common::config;
use crate::records::any_record;
use palpate_core::exchange::backup::{Record, carried, merge, read, row_of, saved_at, write};
use proptest::prelude::*;

const NOW: &str = "2026-11-21T08:20:00.000Z";

/// What is the same whichever way round it was merged: the logs and the journal, in no order.
fn told(record: &Record) -> Vec<String> {
    let mut rows: Vec<String> = record.reviews.iter().map(row_of).collect();
    rows.extend(record.exams.iter().map(row_of));
    rows.extend(record.finished.iter().map(row_of));
    rows.extend(record.journal.iter().map(row_of));
    rows.extend(record.unread.iter().map(row_of));
    rows.sort();
    rows
}

fn whole(ours: &Record, theirs: &Record) -> Record {
    merge(ours.clone(), theirs.clone()).whole
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_reads_back(record in any_record()) {
        let text = write(&record, NOW);
        let back = read(&text).unwrap();
        prop_assert_eq!(told(&back), told(&record));
        prop_assert_eq!((&back.settings, &back.gate, &back.session), (&record.settings, &record.gate, &record.session));
        prop_assert_eq!(write(&back, NOW), text.clone());
        prop_assert_eq!(saved_at(&text), Some(NOW.to_owned()));
        // Any other reader of JSON reads it too, but for numbers that only we keep as they stand.
        if record.unread.is_empty() {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
        }
    }

    #[test]
    fn into_an_empty_record_and_out_again_it_is_the_same_file(record in any_record()) {
        let text = write(&record, NOW);
        let merged = merge(Record::default(), read(&text).unwrap());
        // A session that is over is no open session, and a gate is never taken.
        let session = record.session.clone().filter(|session| !session.is_over());
        prop_assert_eq!(write(&merged.whole, NOW), write(&Record { gate: None, session, ..record }, NOW));
        prop_assert_eq!(told(&merged.whole), told(&merged.added));
    }

    #[test]
    fn what_is_here_already_adds_nothing(record in any_record()) {
        let merged = merge(record.clone(), read(&write(&record, NOW)).unwrap());
        prop_assert!(merged.added.is_empty() || record.session.is_none(), "{:?}", merged.added);
        prop_assert_eq!(told(&merged.whole), told(&record));
        prop_assert_eq!((merged.counts.new, merged.counts.newer, merged.counts.deleted), (0, 0, 0));
        prop_assert_eq!((merged.counts.reviews, merged.counts.exams, merged.counts.sessions), (0, 0, 0));
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in any_record(), b in any_record(), c in any_record()) {
        let ab = whole(&a, &b);
        prop_assert_eq!(told(&ab), told(&whole(&b, &a)));
        prop_assert_eq!(told(&whole(&ab, &c)), told(&whole(&a, &whole(&b, &c))));
        prop_assert_eq!(told(&whole(&ab, &b)), told(&ab));
        prop_assert_eq!(told(&whole(&ab, &ab)), told(&ab));
    }

    #[test]
    fn a_gate_is_never_taken_and_ours_is_never_lost(a in any_record(), b in any_record()) {
        let merged = merge(a.clone(), b);
        prop_assert_eq!(merged.whole.gate, a.gate);
        prop_assert_eq!(merged.added.gate, None);
        prop_assert!(a.settings.is_none() || merged.whole.settings == a.settings);
        prop_assert!(a.session.is_none() || merged.whole.session == a.session);
    }

    #[test]
    fn each_row_broken_anywhere_takes_no_other_with_it(record in any_record(), at in any::<prop::sample::Index>()) {
        let text = write(&record, NOW);
        let lines: Vec<&str> = text.lines().collect();
        let rows: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].starts_with("    {")).collect();
        prop_assume!(!rows.is_empty());
        let broken = rows[at.index(rows.len())];
        let comma = if lines[broken].ends_with(',') { "," } else { "" };
        let changed = format!("    {{\"of\":\"a version to come\"}}{comma}");
        let lines: Vec<&str> = lines.iter().enumerate().map(|(line, text)| if line == broken { changed.as_str() } else { text }).collect();
        let back = read(&lines.join("\n")).unwrap();
        prop_assert_eq!(told(&back).len(), told(&record).len());
        prop_assert_eq!(back.unread.len(), record.unread.len() + 1);
    }

    #[test]
    fn cut_short_it_is_refused(record in any_record(), at in any::<prop::sample::Index>()) {
        let text = write(&record, NOW);
        let mut end = at.index(text.trim_end().len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(read(&text[..end]).is_err());
    }

    #[test]
    fn a_page_carries_it_whole_and_takes_nothing_of_it_for_a_tag(record in any_record()) {
        let page = "<!doctype html>\n<html><head></head>\n<body>\n<script type=\"module\">1</script>\n</body></html>";
        let text = write(&record, NOW);
        let copy = page.strip_suffix(carried::END).unwrap().to_owned() + &carried::ending(&text);
        let inside = carried::take_out(&copy).unwrap();
        prop_assert!(!inside.contains('<'));
        prop_assert_eq!(told(&read(inside).unwrap()), told(&record));
        prop_assert!(copy.ends_with(carried::END));
        prop_assert_eq!(carried::take_out(page), None);
    }
}

//! The numbers for the list, the plots and the body map.

use crate::common::{TODAY, config};
use crate::entries::{ago, any_entry, at, finding, massage, score};
use palpate_core::journal::series::{EARLIEST, Mean, Series, Span, WIDTH, Window, newest_first, sureness, tender};
use palpate_core::journal::{Entry, Finding, Stamp};
use palpate_core::walkthrough::{Found, Strokes};
use palpate_core::{Day, Side};
use proptest::prelude::*;

fn fortnight(journal: &[Entry]) -> Series<'_> {
    Series::new(journal, Window::TwoWeeks, None, TODAY)
}

fn caption(journal: &[Entry]) -> String {
    fortnight(journal).caption()
}

#[test]
fn the_newest_comes_first_and_deleted_ones_not_at_all() {
    let journal =
        [massage("a", 3, None, None), massage("b", 0, None, None), massage("c", 1, None, None).tombstone(0.0), massage("d", 9, None, None)];
    assert_eq!(newest_first(&journal).iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["b", "a", "d"]);
}

#[test]
fn the_caption_says_how_many_and_what_it_cannot_say() {
    assert_eq!(caption(&[]), "No numbers in these 2 weeks.");
    assert_eq!(Series::new(&[], Window::All, None, TODAY).caption(), "No numbers yet.");
    let one = massage("a", 1, Some(5), Some(3));
    assert_eq!(caption(std::slice::from_ref(&one)), "1 session: 5 before, 3 after. A diary cannot show why it changed.");
    let same = massage("a", 1, Some(5), Some(5));
    assert_eq!(caption(&[same]), "1 session: 5 before, 5 after. A diary cannot show why it stayed the same.");
    let befores = [6, 6, 5, 5, 6, 5, 4, 4, 5, 3];
    let afters = [5, 4, 4, 3, 5, 3, 3, 2, 3, 2];
    let ten: Vec<Entry> = (0..10).map(|n| massage(&format!("{n}"), n, Some(befores[n as usize]), Some(afters[n as usize]))).collect();
    assert_eq!(caption(&ten), "10 sessions: 4.9 before, 3.4 after, on average. A diary cannot show why it changed.");
}

#[test]
fn only_entries_with_both_numbers_are_compared() {
    let pair = massage("a", 1, Some(5), Some(3));
    let (before, after) = (massage("b", 2, Some(9), None), massage("c", 3, None, Some(0)));
    assert_eq!(
        caption(&[pair.clone(), before.clone()]),
        "1 session: 5 before, 3 after. 1 more has only one of the two numbers. A diary cannot show why it changed."
    );
    assert_eq!(
        caption(&[pair.clone(), massage("d", 4, Some(6), Some(6)), before.clone(), after.clone()]),
        "2 sessions: 5.5 before, 4.5 after, on average. 2 more have only one of the two numbers. A diary cannot show why it changed."
    );
    assert_eq!(caption(std::slice::from_ref(&before)), "1 session: 9 before. No number after.");
    assert_eq!(caption(&[before.clone(), massage("d", 4, Some(8), None)]), "2 sessions: 8.5 before, on average. No number after.");
    assert_eq!(caption(std::slice::from_ref(&after)), "1 session: 0 after. No number before.");
    assert_eq!(caption(&[before.clone(), after]), "2 sessions, none with a number both before and after.");
    let note = Entry { before: Some(score(4)), ..Entry::new("n".into(), ago(0)) };
    assert_eq!(caption(&[note, before]), "2 entries: 6.5 before, on average. No number after.");
}

#[test]
fn means_are_rounded_in_whole_numbers() {
    let mean = |scores: &[u8]| Mean::of(scores.iter().map(|number| score(*number)));
    assert_eq!((mean(&[]).tenths(), mean(&[]).words()), (None, "–".to_owned()));
    assert_eq!((mean(&[7]).tenths(), mean(&[7]).words()), (Some(70), "7".to_owned()));
    assert_eq!(mean(&[1, 1, 2]).words(), "1.3");
    assert_eq!(mean(&[1, 2, 2]).words(), "1.7");
    assert_eq!(mean(&[10, 10]).words(), "10.0");
    assert_eq!(mean(&[1; 19].map(|one| one + 1)).words(), "2.0");
    // 97 of 20 is 4.85.
    assert_eq!(Mean { sum: 97, count: 20 }.words(), "4.9");
    assert!(mean(&[5, 4]).is_above(mean(&[3, 4]), 1) && !mean(&[5, 4]).is_above(mean(&[4, 4, 3]), 1));
    assert!(!mean(&[5]).is_above(mean(&[]), 0) && !mean(&[]).is_above(mean(&[5]), 0));
}

#[test]
fn a_window_holds_its_days_and_no_others() {
    let journal: Vec<Entry> = [0, 13, 14, 89, 90, 1_000].map(|days| massage(&format!("{days}"), days, Some(1), None)).to_vec();
    let shown = |window| Series::new(&journal, window, None, TODAY).dots.len();
    assert_eq!([shown(Window::TwoWeeks), shown(Window::ThreeMonths), shown(Window::All)], [2, 4, 6]);
    let all = Series::new(&journal, Window::All, None, TODAY);
    assert_eq!((all.span, all.span.days()), (Span { first: Day(TODAY.0 - 1_000), last: TODAY }, 1_001));
}

#[test]
fn one_side_or_both() {
    let left = Entry { side: Some(Side::Left), ..massage("l", 2, Some(4), Some(3)) };
    let neither = Entry { side: None, ..massage("n", 3, Some(4), Some(3)) };
    let journal = [massage("r", 1, Some(5), None), left, neither];
    let ids = |side| Series::new(&journal, Window::TwoWeeks, side, TODAY).dots.iter().map(|dot| dot.entry.id.clone()).collect::<String>();
    assert_eq!([ids(None), ids(Some(Side::Left)), ids(Some(Side::Right))], ["nlr", "l", "r"]);
}

#[test]
fn days_stand_where_they_belong_and_several_a_day_apart() {
    let journal = [massage("a", 13, Some(5), None), massage("b", 0, Some(5), None)];
    let xs: Vec<u16> = fortnight(&journal).dots.iter().map(|dot| dot.x).collect();
    assert_eq!(xs, [35, 964]);
    // Three on one day, within a minute.
    let three = ["a", "b", "c"].map(|id| massage(id, 0, Some(5), None));
    let xs: Vec<u16> = fortnight(&three).dots.iter().map(|dot| dot.x).collect();
    assert_eq!(xs, [946, 964, 982]);
    let span = fortnight(&three).span;
    assert_eq!(span.ticks(3), [(Day(TODAY.0 - 7), 464), (TODAY, 964)]);
    assert_eq!(Series::new(&three, Window::ThreeMonths, None, TODAY).span.ticks(4).len(), 4);
    assert_eq!(Series::new(&three, Window::All, None, TODAY).span.ticks(4), [(TODAY, 500)]);
}

#[test]
fn entries_of_the_future_are_counted_and_not_shown() {
    // Tomorrow is today further east; later is a clock that was set wrong.
    let journal = [
        massage("a", 0, Some(5), None),
        massage("b", -1, Some(5), None),
        massage("c", -2, Some(5), None),
        massage("d", -30_000, Some(5), None),
    ];
    for window in Window::ALL {
        let series = Series::new(&journal, window, None, TODAY);
        assert_eq!((series.dots.len(), series.ahead, series.span.last), (2, 2, Day(TODAY.0 + 1)));
    }
    assert_eq!(newest_first(&journal).len(), 4);
}

#[test]
fn entries_of_an_unset_clock_are_counted_and_squeeze_nothing() {
    let journal = [
        massage("a", 3, Some(5), None),
        massage("b", TODAY.0 - EARLIEST.0, Some(5), None),
        massage("c", TODAY.0 - EARLIEST.0 + 1, Some(5), None),
        massage("d", TODAY.0, Some(5), None),
    ];
    let all = Series::new(&journal, Window::All, None, TODAY);
    assert_eq!((all.dots.len(), all.long_ago, all.span.first), (2, 2, EARLIEST));
    let weeks = fortnight(&journal);
    assert_eq!((weeks.dots.len(), weeks.long_ago), (1, 0));
    assert_eq!(newest_first(&journal).len(), 4);
}

#[test]
fn a_day_is_that_of_the_place() {
    // 23:30 in the west is the next morning in UTC.
    let late = Entry { when: Stamp { at: at(Day(TODAY.0 + 1), 4).at, offset: 5 * 60 }, ..massage("a", 0, Some(5), None) };
    assert_eq!(fortnight(&[late]).dots[0].day, TODAY);
}

#[test]
fn how_sure_is_counted_by_muscle_and_side() {
    let sure = |id: &str, days: i32, muscle: &str, side: Side, found: Found| {
        let finding = Finding { sure: Some(found), ..Finding::new(muscle, None, side, Strokes::default()) };
        Entry { findings: vec![finding], ..massage(id, days, None, None) }
    };
    let journal = [
        sure("a", 1, "psoas-major", Side::Right, Found::Yes),
        sure("b", 5, "psoas-major", Side::Right, Found::No),
        sure("c", 3, "psoas-major", Side::Right, Found::NotSure),
        sure("d", 3, "psoas-major", Side::Left, Found::Yes),
        sure("e", 3, "iliacus", Side::Left, Found::Yes),
        sure("f", 40, "iliacus", Side::Left, Found::No),
        sure("g", 2, "iliacus", Side::Left, Found::No).tombstone(0.0),
        massage("h", 2, None, None),
    ];
    let (span, rows) = sureness(&journal, Window::TwoWeeks, TODAY);
    assert_eq!(span.last, TODAY);
    let told: Vec<_> = rows.iter().map(|row| (row.muscle, row.side, row.yes, row.not_sure, row.no)).collect();
    assert_eq!(told, [("iliacus", Side::Left, 1, 0, 0), ("psoas-major", Side::Right, 1, 1, 1), ("psoas-major", Side::Left, 1, 0, 0)]);
    let order: Vec<_> = rows[1].answers.iter().map(|answer| (answer.found, answer.entry.id.as_str())).collect();
    assert_eq!(order, [(Found::No, "b"), (Found::NotSure, "c"), (Found::Yes, "a")]);
    assert!(rows[1].answers.is_sorted_by(|a, b| a.x < b.x));
}

#[test]
fn tender_points_tell_the_last_score() {
    let points = |id: &str, days: i32, findings: Vec<Finding>| Entry { findings, ..massage(id, days, None, None) };
    let left = Finding { side: Side::Left, ..finding(Some(1), 3) };
    let palpated = Finding { sure: Some(Found::Yes), ..Finding::new("iliacus", None, Side::Right, Strokes::default()) };
    let journal = [
        points("new", 1, vec![finding(None, 10), palpated]),
        points("old", 4, vec![finding(Some(4), 10), finding(Some(3), 10), left]),
        points("gone", 0, vec![finding(Some(9), 1)]).tombstone(0.0),
    ];
    let places = tender(&journal, Window::All, TODAY);
    assert_eq!(places.len(), 2);
    assert_eq!((places[0].side, places[0].count, places[0].entry.id.as_str()), (Side::Right, 3, "new"));
    assert_eq!(places[0].latest, Some((score(3), Day(TODAY.0 - 4))), "the last one had no score");
    assert_eq!((places[1].side, places[1].count, places[1].latest), (Side::Left, 1, Some((score(1), Day(TODAY.0 - 4)))));
    assert_eq!((places[0].muscle, places[0].area), ("iliacus", Some("iliac-fossa")));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_plot_is_in_order_within_its_width(journal in prop::collection::vec(any_entry(60), 0..40), today in prop_oneof![
        8 => Just(TODAY), 1 => any::<i32>().prop_map(Day), 1 => prop::sample::select(vec![Day(i32::MIN), Day(i32::MAX)]),
    ], most in 0u16..12) {
        for window in Window::ALL {
            let series = Series::new(&journal, window, None, today);
            prop_assert!(series.dots.iter().all(|dot| dot.x <= WIDTH && series.span.contains(dot.day) && !dot.entry.deleted));
            prop_assert!(series.dots.is_sorted_by(|a, b| a.x < b.x && a.day <= b.day));
            prop_assert!(series.dots.iter().all(|dot| dot.before.is_some() || dot.after.is_some()));
            prop_assert!(!series.caption().is_empty() && !series.caption().contains('–'));
            let ticks = series.span.ticks(most);
            prop_assert!(ticks.len() <= usize::from(most.max(1)) && ticks.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1));
            prop_assert!(ticks.last().is_some_and(|(day, _)| *day == series.span.last));
            let (span, rows) = sureness(&journal, window, today);
            for row in rows {
                prop_assert_eq!(row.yes + row.not_sure + row.no, row.answers.len());
                prop_assert!(row.answers.iter().all(|answer| answer.x <= WIDTH && span.contains(answer.day)));
                prop_assert!(row.answers.is_sorted_by(|a, b| a.x < b.x));
            }
            for place in tender(&journal, window, today) {
                prop_assert!(place.count > 0);
            }
        }
    }

    /// The order in which entries are kept means nothing.
    #[test]
    fn order_does_not_matter(journal in prop::collection::vec(any_entry(1_000_000), 0..20)) {
        let mut other = journal.clone();
        other.reverse();
        for window in Window::ALL {
            let (one, two) = (Series::new(&journal, window, None, TODAY), Series::new(&other, window, None, TODAY));
            prop_assert_eq!(one.caption(), two.caption());
            let xs = |series: &Series| series.dots.iter().map(|dot| dot.x).collect::<Vec<_>>();
            prop_assert_eq!(xs(&one), xs(&two));
        }
    }
}

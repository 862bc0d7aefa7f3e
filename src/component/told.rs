//! What came of a record that was read in, in words.

use super::counted::counted;
use crate::state::Imported;
use palpate_core::exchange::backup::Counts;

/// What there may be one or many of.
pub const ENTRIES: [&str; 2] = ["journal entry", "journal entries"];
pub const ANSWERS: [&str; 2] = ["answer", "answers"];
pub const EXAMS: [&str; 2] = ["exam", "exams"];
pub const SESSIONS: [&str; 2] = ["finished session", "finished sessions"];

/// What came of a file.
pub fn sentence(imported: &Imported) -> String {
    let Imported { counts, stopped } = *imported;
    let Counts { new, newer, same, deleted, reviews, exams, sessions, settings, open, unread } = counts;
    let mut parts = vec![format!("{new} new"), format!("{newer} newer"), format!("{same} already here")];
    if deleted > 0 {
        parts.push(format!("{deleted} deleted"));
    }
    if new + newer + same + deleted == 0 {
        parts = vec!["nothing in the file".to_owned()];
    }
    let mut line = format!("Journal: {}.", parts.join(", "));
    let added = [(reviews, ANSWERS), (exams, EXAMS), (sessions, SESSIONS)].into_iter().filter(|(count, _)| *count > 0);
    let added: Vec<String> = added.map(|(count, [one, many])| counted(count, one, many)).collect();
    if !added.is_empty() {
        line += &format!(" Added: {}.", listed(&added));
    }
    if settings {
        line += " Its settings were taken over.";
    }
    if open {
        line += " What was left in the middle there can be continued here.";
    }
    if stopped {
        line += " It holds a stop of today, so there is no hands-on work here today.";
    }
    match unread {
        0 => {}
        1 => line += " 1 part could not be read and was put aside; it stays in what you save.",
        _ => line += &format!(" {unread} parts could not be read and were put aside; they stay in what you save."),
    }
    line
}

/// "a", "a and b", "a, b and c".
fn listed(parts: &[String]) -> String {
    match parts {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_tells_all_that_came_of_it() {
        let counts =
            Counts { new: 12, newer: 3, same: 40, deleted: 0, reviews: 1, exams: 0, sessions: 2, settings: true, open: false, unread: 1 };
        assert_eq!(
            sentence(&Imported { counts, stopped: false }),
            "Journal: 12 new, 3 newer, 40 already here. Added: 1 answer and 2 finished sessions. Its settings were taken over. \
             1 part could not be read and was put aside; it stays in what you save."
        );
        let of = |counts| sentence(&Imported { counts, stopped: false });
        assert_eq!(of(Counts::default()), "Journal: nothing in the file.");
        assert_eq!(of(Counts { same: 5, ..Counts::default() }), "Journal: 0 new, 0 newer, 5 already here.");
        assert_eq!(of(Counts { deleted: 2, ..Counts::default() }), "Journal: 0 new, 0 newer, 0 already here, 2 deleted.");
        let all = of(Counts { reviews: 2, exams: 1, sessions: 3, ..Counts::default() });
        assert_eq!(all, "Journal: nothing in the file. Added: 2 answers, 1 exam and 3 finished sessions.");
    }
}

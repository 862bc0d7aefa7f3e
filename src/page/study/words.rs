//! What the pages of learning call days and counts.

use palpate_core::Day;

/// "today", "tomorrow", "in 4 days", "in about 3 weeks", "in about 5 months".
pub fn again(due: Day, today: Day) -> String {
    match i64::from(due.0) - i64::from(today.0) {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days @ 2..=20 => format!("in {days} days"),
        days @ 21..=75 => format!("in about {} weeks", (days + 3) / 7),
        days @ 76..=700 => format!("in about {} months", (days + 15) / 30),
        days => format!("in about {} years", (days + 182) / 365),
    }
}

/// "1 question", "3 questions".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::again;
    use palpate_core::Day;

    #[test]
    fn days_in_words() {
        let told = |days: i32| again(Day(100 + days), Day(100));
        let known = [
            (-3, "today"),
            (0, "today"),
            (1, "tomorrow"),
            (20, "in 20 days"),
            (21, "in about 3 weeks"),
            (75, "in about 11 weeks"),
            (76, "in about 3 months"),
            (700, "in about 23 months"),
            (701, "in about 2 years"),
        ];
        for (days, words) in known {
            assert_eq!(told(days), words, "{days}");
        }
        // The ends of what a day can be.
        assert_eq!(again(Day(i32::MIN), Day(i32::MAX)), "today");
    }
}

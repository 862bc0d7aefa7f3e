//! Every format there is: what it is called, what it is for, and what it is made of.

use super::backup::{self, Record};
use super::{Bank, Made, anki, gift, occlusion, qti, scorm, table, xapi};

/// A file for another tool, or for another Palpate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Anki,
    /// The drawings, for Anki too.
    Drawings,
    Gift,
    Qti,
    Csv,
    Scorm,
    Xapi,
    Backup,
}

/// What a format is made of, and by whom.
#[derive(Clone, Copy, Debug)]
pub enum MadeOf {
    /// The questions. The second says how many of them the format can't hold.
    Bank(fn(Bank<'_>) -> Made, fn(Bank<'_>) -> usize),
    /// The single file of the app.
    Page(fn(&[u8]) -> Made),
    /// What the learner did, and the moment when that was read from where it is kept (ISO 8601).
    Record(fn(Bank<'_>, &Record, &str) -> Made),
}

impl Format {
    pub const ALL: [Format; 8] =
        [Format::Anki, Format::Drawings, Format::Gift, Format::Qti, Format::Csv, Format::Scorm, Format::Xapi, Format::Backup];

    /// As the command line names it.
    pub fn slug(self) -> &'static str {
        match self {
            Format::Anki => "anki",
            Format::Drawings => "anki-drawings",
            Format::Gift => "gift",
            Format::Qti => "qti",
            Format::Csv => "csv",
            Format::Scorm => "scorm",
            Format::Xapi => "xapi",
            Format::Backup => "backup",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Format::ALL.into_iter().find(|format| format.slug() == slug)
    }

    pub fn title(self) -> &'static str {
        match self {
            Format::Anki => "Anki: questions",
            Format::Drawings => "Anki: drawings",
            Format::Gift => "Moodle (GIFT)",
            Format::Qti => "QTI 2.1",
            Format::Csv => "Table (CSV)",
            Format::Scorm => "SCORM 1.2 course",
            Format::Xapi => "xAPI statements",
            Format::Backup => "Backup",
        }
    }

    /// What it is for, in a sentence.
    pub fn told(self) -> &'static str {
        match self {
            Format::Anki => "Flashcards for Anki. Read in again later, they are updated and keep their schedule.",
            Format::Drawings => "Flashcards of the drawings: a name is covered, and asked for.",
            Format::Gift => "For the question bank of a Moodle course, in a category for each topic.",
            Format::Qti => "A test for other learning and exam systems, with a section for each topic.",
            Format::Csv => "For a spreadsheet: one question a row.",
            Format::Scorm => "All of Palpate as a lesson of a learning system, which is told how an exam went.",
            Format::Xapi => "Each of your answers, for a store of learning records.",
            Format::Backup => "Everything that is kept, to be read back in at Settings.",
        }
    }

    pub fn made_of(self) -> MadeOf {
        match self {
            Format::Anki => MadeOf::Bank(anki::make, anki::left_out),
            // Names are left out of it and no questions: docs/exports.md says which.
            Format::Drawings => MadeOf::Bank(occlusion::make, |_| 0),
            Format::Gift => MadeOf::Bank(gift::make, gift::left_out),
            Format::Qti => MadeOf::Bank(qti::make, qti::left_out),
            Format::Csv => MadeOf::Bank(table::make, table::left_out),
            Format::Scorm => MadeOf::Page(scorm::make),
            Format::Xapi => {
                MadeOf::Record(|bank, record, _| xapi::make(bank, xapi::Learned { reviews: &record.reviews, exams: &record.exams }))
            }
            Format::Backup => MadeOf::Record(|_, record, at| Made {
                // The date of an ISO time; a time that can't be told has none.
                name: format!("palpate-{}.json", at.get(..10).unwrap_or("backup")),
                media_type: "application/json",
                bytes: backup::write(record, at).into_bytes(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_of_its_own_that_reads_back() {
        for format in Format::ALL {
            assert_eq!(Format::from_slug(format.slug()), Some(format));
            assert_eq!(Format::ALL.iter().filter(|other| other.title() == format.title()).count(), 1);
            assert!(format.told().ends_with('.'));
        }
        assert_eq!(Format::from_slug("ANKI"), None);
    }
}

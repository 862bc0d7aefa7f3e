//! What older versions kept, as it is kept now.

use crate::journal::Stamp;
use crate::memory::{Review, Sure, What};
use crate::record::Answered;

/// An answer as versions 1 and 2 kept it. They did not know the time zone, so its day is that of UTC, and the same wherever it
/// is read: a record that was brought up to date here and the file that was saved before are then the same, and not two.
pub fn review(answered: Answered) -> Review {
    Review {
        card: answered.attempt.item().to_owned(),
        when: Stamp { at: answered.at, offset: 0 },
        what: What::Answered { attempt: Some(answered.attempt), right: answered.right, sure: Sure::Sure },
    }
}

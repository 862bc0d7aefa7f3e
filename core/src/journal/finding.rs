//! What was found: at one point, or of the muscle as a whole, and how far the hip extends.

use super::{Score, over_ceiling};
use crate::picture::Place;
use crate::side::Side;
use crate::walkthrough::{Found, Strokes};
use serde::{Deserialize, Serialize};

/// Hip extension, as the person can check it: lying on the back, the other knee hugged to the chest until the low back is flat,
/// is the thigh of this side on the floor? (Part C9, Thomas; a hint at most.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extension {
    /// The thigh lies on the floor.
    Flat,
    /// It lifts a little: less than a fist fits under the knee.
    LiftsALittle,
    Lifts,
}

/// What the ache of a point does while it is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spread {
    /// Felt under the finger alone.
    Stays,
    /// It widens around the finger. In the belly this is a reason to stop (Part C6, 6).
    Spreads,
    /// Felt somewhere else too.
    Refers,
}

/// What was found at one point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the muscle that was looked for.
    pub muscle: String,
    /// Index of the point in its session; `None` for a palpation, and for what was written without one.
    pub point: Option<u8>,
    /// Id of the focus area of the massage; `None` for a palpation.
    pub area: Option<String>,
    pub side: Side,
    pub strokes: Strokes,
    /// How tender, pressed.
    pub tender: Option<Score>,
    /// Whether it is the ache that the person knows.
    pub familiar: Option<bool>,
    /// It was sharp, at any number.
    pub sharp: bool,
    /// It rose, or did not fade within about 20 seconds.
    pub rising: bool,
    pub spread: Option<Spread>,
    /// Where it was felt as well: places on the drawings.
    pub felt: Vec<Place>,
    /// The same by name: ids of complaints.
    pub felt_at: Vec<String>,
    /// How sure the person is that this was the muscle.
    pub sure: Option<Found>,
    pub note: String,
}

impl Finding {
    pub fn new(muscle: &str, area: Option<&str>, side: Side, strokes: Strokes) -> Self {
        Finding {
            muscle: muscle.to_owned(),
            point: None,
            area: area.map(str::to_owned),
            side,
            strokes,
            tender: None,
            familiar: None,
            sharp: false,
            rising: false,
            spread: None,
            felt: Vec::new(),
            felt_at: Vec::new(),
            sure: None,
            note: String::new(),
        }
    }

    /// The id of the stop rule that what was found calls for, worst first (Part C6, 2, 5 and 6; C7; severe pain ends a session, Part B, B23).
    pub fn stop_rule(&self) -> Option<&'static str> {
        let tender = self.tender.and_then(over_ceiling);
        if self.sharp {
            Some("nerve-feeling")
        } else if self.felt_at.iter().any(|id| id == "saddle") {
            Some("genital-or-bladder")
        } else if self.familiar == Some(false) || self.spread == Some(Spread::Spreads) {
            Some("unfamiliar-pain")
        } else {
            tender.or(self.rising.then_some("pain-over-limit"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_rule_is_called_first() {
        let mut finding = Finding::new("iliacus", None, Side::Left, Strokes::default());
        finding.tender = Score::all().nth(4);
        assert_eq!(finding.stop_rule(), None, "four is the ceiling, and not above it");
        finding.tender = Score::all().nth(5);
        assert_eq!(finding.stop_rule(), Some("pain-over-limit"));
        finding.familiar = Some(false);
        assert_eq!(finding.stop_rule(), Some("unfamiliar-pain"));
        finding.felt_at = vec!["groin".to_owned(), "saddle".to_owned()];
        assert_eq!(finding.stop_rule(), Some("genital-or-bladder"));
        finding.sharp = true;
        assert_eq!(finding.stop_rule(), Some("nerve-feeling"));
    }
}

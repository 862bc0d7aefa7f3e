//! A guided session, as a pure reducer: events and times go in, the place and the counts come out.
//!
//! Rules that no sequence of events may break: never more than [`STROKE_CAP`] strokes on a point; no new point once
//! [`SIDE_LIMIT`] is used up; a feeling that ends the session ends it; time is counted forward only and never while
//! paused. Sources: S1's steps with Part B's corrections; the limits are Part C6 and C7.

mod place;
mod point;
mod reduce;

pub use place::{Check, Ending, Place};
pub use point::{Point, STROKE_CAP, STROKE_ENOUGH, STROKE_TARGET, Strokes, TooManyStrokes};

use crate::day::{Day, Millis};
use crate::knowledge::{Safety, StopAction, StopReason, Walkthrough};
use crate::side::Side;
use serde::{Deserialize, Serialize};

/// Hands-on time on one side in one session, in milliseconds: about five minutes (Part C7).
pub const SIDE_LIMIT: Millis = 5.0 * 60_000.0;
/// How often the muscle is looked for before leaving it is the right answer.
pub const MOST_TRIES: u8 = 3;
/// Sessions on one side in one day (Part C7: one or two).
pub const SESSIONS_A_DAY: usize = 2;

/// How the legs lie: dropped to the other side (S1), or supported (the gentle variant, Part B, B30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Legs {
    Dropped,
    Supported,
}

/// The answer to "Did you find it?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    Yes,
    NotSure,
    No,
}

/// What can happen in a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Next,
    Back,
    /// The address changed to a place with this slug, by the browser's buttons.
    Visit(String),
    Pause,
    Resume,
    SetSide(Side),
    SetLegs(Legs),
    Found(Found),
    /// A tender point is under the fingers.
    Tender,
    Stroke,
    /// Enough on this point.
    Enough,
    /// Search on in the same area.
    SearchOn,
    /// Nothing more to find here: the next area.
    NextArea,
    Stop,
    /// The stop rule with this id names what is felt.
    Feel(String),
    /// Go on after stopping by mistake, or after easing off once.
    GoOn,
    /// End here, feeling well.
    Leave,
    /// Time has passed and nothing else happened.
    Tick,
}

/// A session in progress or ended. Kept as it is, so that it can be resumed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Id of the walkthrough.
    pub walkthrough: String,
    pub day: Day,
    pub side: Side,
    pub legs: Legs,
    pub place: Place,
    pub paused: bool,
    /// Whether it conducts itself, so that it comes back in the same way.
    #[serde(default)]
    pub conducted: bool,
    /// Id of the journal entry that goes with it.
    #[serde(default)]
    pub entry: Option<String>,
    /// Whether it was graded as practice already (see [`crate::practice`]).
    #[serde(default)]
    pub graded: bool,
    /// The furthest step reached, so that the browser's forward button can't skip any.
    furthest: u8,
    /// The furthest focus area reached.
    furthest_area: Option<u8>,
    /// Where to go on after a stop.
    before_stop: Option<Box<Place>>,
    tries: u8,
    pub found: Option<Found>,
    points: Vec<Point>,
    /// Ids of the stop rules that were eased off once already.
    eased: Vec<String>,
    /// Hands-on time by side, in milliseconds.
    hands_on: [Millis; 2],
    /// Time of the last event. Not kept: after a reload the monotonic clock has begun anew.
    #[serde(skip)]
    last: Option<Millis>,
}

impl Session {
    /// A session at its first step.
    pub fn new(guide: &Walkthrough, side: Side, legs: Legs, day: Day) -> Self {
        Session {
            walkthrough: guide.id.clone(),
            day,
            side,
            legs,
            place: Place::Step(0),
            paused: false,
            conducted: false,
            entry: None,
            graded: false,
            furthest: 0,
            furthest_area: None,
            before_stop: None,
            tries: 0,
            found: None,
            points: Vec::new(),
            eased: Vec::new(),
            hands_on: [0.0; 2],
            last: None,
        }
    }

    /// Whether a kept session can be taken up: it belongs to this walkthrough as it is today, and is not over.
    ///
    /// A massage is taken up on the same day only, since its counts are for one day.
    pub fn can_resume(&self, guide: &Walkthrough, today: Day) -> bool {
        self.walkthrough == guide.id && !self.is_over() && self.fits(guide) && (self.day == today || !self.counts())
    }

    /// Whether something of it counts for its day: a point, or time with hands on the belly.
    fn counts(&self) -> bool {
        !self.points.is_empty() || self.hands_on.iter().any(|time| *time > 0.0)
    }

    /// Goes on on this day. Nothing of it counts for the day on which it was begun until hands were on the belly, so until then it is
    /// one of today's: what is done from here on counts for today, and how it ends is told today.
    pub fn go_on_today(&mut self, today: Day) {
        if !self.is_over() && !self.counts() {
            self.day = today;
        }
    }

    /// Whether every index points into the walkthrough, and no time is below nothing, which would put off the end of a side's five
    /// minutes: the record may come from a file that was changed by hand.
    fn fits(&self, guide: &Walkthrough) -> bool {
        let place_fits = |place: &Place| match place {
            Place::Step(index) => usize::from(*index) < guide.steps.len(),
            Place::Area(index) => guide.conducts(*index),
            Place::Point(index) | Place::PointDone(index) => usize::from(*index) < self.points.len(),
            Place::Check(_) => guide.check.is_some(),
            Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => true,
        };
        place_fits(&self.place)
            && self.before_stop.as_deref().is_none_or(place_fits)
            && usize::from(self.furthest) < guide.steps.len()
            && self.points.iter().all(|point| usize::from(point.area) < guide.areas.len())
            && self.hands_on.iter().all(|time| *time >= 0.0)
    }

    pub fn is_over(&self) -> bool {
        matches!(self.place, Place::Ended(_))
    }

    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The point being stroked or just done.
    pub fn point(&self) -> Option<&Point> {
        match self.place {
            Place::Point(index) | Place::PointDone(index) => self.points.get(usize::from(index)),
            Place::Step(_) | Place::Check(_) | Place::Area(_) | Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => {
                None
            }
        }
    }

    /// How many tries at finding the muscle are left.
    pub fn tries_left(&self) -> u8 {
        MOST_TRIES.saturating_sub(self.tries)
    }

    /// Hands-on time on the present side, in milliseconds.
    pub fn hands_on(&self) -> Millis {
        self.hands_on[side_index(self.side)]
    }

    /// Whether the time for this side is used up, so that no new point begins.
    pub fn time_is_up(&self) -> bool {
        self.hands_on() >= SIDE_LIMIT
    }

    /// The id of the stop rule that ended the session, if one did.
    pub fn felt(&self) -> Option<&str> {
        match &self.place {
            Place::Ended(Ending::Felt(id)) => Some(id),
            Place::Ended(Ending::Complete | Ending::Left)
            | Place::Step(_)
            | Place::Check(_)
            | Place::Area(_)
            | Place::Point(_)
            | Place::PointDone(_)
            | Place::Closing
            | Place::Stopped
            | Place::EasedOff(_) => None,
        }
    }

    /// The stop rule that ended the session, if one did that is still known.
    pub fn ended_by<'a>(&self, safety: &'a Safety) -> Option<&'a StopReason> {
        let id = self.felt()?;
        safety.stop.iter().find(|reason| reason.id == id)
    }

    /// Whether the feeling that ended it was one that the person had eased off once already.
    pub fn came_again(&self, reason: &StopReason) -> bool {
        reason.action == StopAction::EaseOff && self.eased.contains(&reason.id)
    }
}

fn side_index(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Right => 1,
    }
}

/// A session that is over, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finished {
    pub session: Session,
    /// Wall clock at the end, in milliseconds since 1970.
    pub at: Millis,
}

/// Whether this side has had enough for the day: no more than [`SESSIONS_A_DAY`] massage sessions.
pub fn enough_today<'a>(kept: impl IntoIterator<Item = &'a Finished>, walkthrough: &str, side: Side, today: Day) -> bool {
    let had = |finished: &&Finished| {
        let session = &finished.session;
        session.walkthrough == walkthrough
            && session.day == today
            && session.points.iter().any(|point| point.side == side && point.strokes.count() > 0)
    };
    kept.into_iter().filter(had).count() >= SESSIONS_A_DAY
}

//! How an entry follows its session while that goes on, without undoing what the person corrected or deleted.

use super::{Entry, Finding};
use crate::knowledge::{Walkthrough, WalkthroughKind};
use crate::side::Side;
use crate::walkthrough::{Found, Session, Strokes};
use serde::{Deserialize, Serialize};

/// What a session has brought into its entry so far. Only what differs from this is brought in again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Followed {
    side: Option<Side>,
    /// The strokes of each point, by the point's index in the session.
    points: Vec<Strokes>,
    /// The last answer to "Did you find it?" on each side.
    found: Vec<(Side, Found)>,
}

impl Entry {
    /// Brings what the session knows into the entry: the walkthrough, the side that is worked, a finding for each of its points
    /// with its strokes and area, for a palpation one finding a side with how sure it was found once that was asked, and the stop
    /// rule that ended it. Each only once, and again when it changes in the session: what the person wrote, corrected or deleted
    /// meanwhile stays so, but for the stop rule, which always stays. A finding that the person gave a point's index before is
    /// taken for that point. An entry that was deleted as a whole is left alone. [`Entry::changed`] is the caller's.
    pub fn follow(&mut self, session: &Session, guide: &Walkthrough) {
        if self.deleted {
            return;
        }
        if self.followed.side.is_none() {
            self.walkthrough = Some(session.walkthrough.clone());
        }
        if self.followed.side != Some(session.side) {
            self.followed.side = Some(session.side);
            self.side = Some(session.side);
        }
        self.follow_points(session, guide);
        if guide.kind == WalkthroughKind::Palpation
            && let Some(found) = session.found
        {
            self.follow_found(guide, session.side, found);
        }
        if let Some(rule) = session.felt() {
            self.stopped = Some(rule.to_owned());
        }
    }

    fn follow_points(&mut self, session: &Session, guide: &Walkthrough) {
        for (index, point) in (0..=u8::MAX).zip(session.points()) {
            let area = guide.areas.get(usize::from(point.area));
            let known = self.followed.points.get_mut(usize::from(index));
            let is_new = known.is_none();
            let had = match known {
                Some(known) => std::mem::replace(known, point.strokes),
                None => {
                    self.followed.points.push(point.strokes);
                    Strokes::default()
                }
            };
            match self.findings.iter_mut().find(|finding| finding.point == Some(index)) {
                Some(finding) => {
                    if is_new || had != point.strokes {
                        finding.strokes = point.strokes;
                    }
                    if is_new {
                        finding.area = area.map(|area| area.id.clone());
                    }
                }
                None if is_new => {
                    let muscle = area.map_or(&guide.muscle, |area| &area.muscle);
                    let finding = Finding::new(muscle, area.map(|area| area.id.as_str()), point.side, point.strokes);
                    self.findings.push(Finding { point: Some(index), ..finding });
                }
                // The person deleted it.
                None => {}
            }
        }
    }

    fn follow_found(&mut self, guide: &Walkthrough, side: Side, found: Found) {
        let known = self.followed.found.iter_mut().find(|(known, _)| *known == side);
        let is_new = known.is_none();
        match known {
            Some((_, before)) if *before == found => return,
            Some((_, before)) => *before = found,
            None => self.followed.found.push((side, found)),
        }
        let same = |finding: &&mut Finding| finding.point.is_none() && finding.side == side && finding.muscle == guide.muscle;
        match self.findings.iter_mut().find(same) {
            Some(finding) => finding.sure = Some(found),
            None if is_new => {
                let finding = Finding::new(&guide.muscle, None, side, Strokes::default());
                self.findings.push(Finding { sure: Some(found), ..finding });
            }
            None => {}
        }
    }
}

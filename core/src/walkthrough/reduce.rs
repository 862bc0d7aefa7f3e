//! How each event changes a session. Events that make no sense where the session stands change nothing.

use super::{Check, Ending, Event, Found, Legs, MOST_TRIES, Place, Point, Session, side_index};
use crate::day::Millis;
use crate::knowledge::{Safety, StopAction, Walkthrough};
use crate::side::Side;

impl Session {
    /// Takes in an event at the monotonic time `now`, in milliseconds.
    ///
    /// A session that is over stays over. While it is paused only resuming, stopping and leaving count; a stop is never
    /// paused, so that what is felt can always be named.
    pub fn apply(&mut self, guide: &Walkthrough, safety: &Safety, event: Event, now: Millis) {
        self.count_time(now);
        if self.is_over() {
            return;
        }
        let stopping = matches!(self.place, Place::Stopped | Place::EasedOff(_));
        if self.paused && !stopping && !matches!(event, Event::Resume | Event::Stop | Event::Leave) {
            return;
        }
        match event {
            Event::Next => self.next(guide),
            Event::Back => self.back(guide),
            Event::Visit(slug) => self.visit(guide, &slug),
            Event::Pause => self.paused = true,
            Event::Resume => self.paused = false,
            Event::SetSide(side) => self.set_side(side),
            Event::SetLegs(legs) => self.set_legs(legs),
            Event::Found(found) => self.answer_found(guide, found),
            Event::Tender => self.begin_point(guide),
            Event::Stroke => self.stroke(),
            Event::Enough => self.end_point(),
            Event::SearchOn => self.search_on(),
            Event::NextArea => self.next_area(guide),
            Event::Stop => self.stop(),
            Event::Feel(id) => self.feel(safety, &id),
            Event::GoOn => self.go_on(),
            Event::Leave => self.leave(),
            Event::Tick => self.tick(),
        }
    }

    /// Adds the time since the last event to the side being worked. A clock that runs backwards, or shows no number, adds nothing.
    fn count_time(&mut self, now: Millis) {
        let now = now.is_finite().then_some(now);
        if let (Some(last), Some(now)) = (self.last, now)
            && self.place.is_hands_on()
            && !self.paused
            && now > last
        {
            // Kept finite, since a record can't hold an infinite time.
            let time = &mut self.hands_on[side_index(self.side)];
            *time = (*time + (now - last)).min(Millis::MAX);
        }
        self.last = now;
    }

    fn next(&mut self, guide: &Walkthrough) {
        match &self.place {
            Place::Step(index) if guide.steps.get(usize::from(*index)).is_some_and(|step| step.check) => {
                self.place = Place::Check(self.check());
            }
            Place::Step(index) => self.after_step(guide, *index),
            Place::Check(Check::KneeLift | Check::Reposition) => self.place = Place::Check(Check::Ask),
            Place::Check(Check::Leave) => self.after_check(guide),
            Place::Area(_) | Place::PointDone(_) => self.next_area(guide),
            Place::Closing => self.place = Place::Ended(Ending::Complete),
            // "Did you find it?" wants an answer, strokes are counted, and a stop is answered.
            Place::Check(Check::Ask) | Place::Point(_) | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => {}
        }
    }

    fn after_step(&mut self, guide: &Walkthrough, index: u8) {
        let next = index.saturating_add(1);
        if usize::from(next) < guide.steps.len() {
            self.furthest = self.furthest.max(next);
            self.place = Place::Step(next);
        } else if guide.areas.is_empty() {
            self.place = Place::Ended(Ending::Complete);
        } else {
            self.enter_area(guide, 0);
        }
    }

    /// Where the check is taken up again: once the tries are used up without success, it is no longer asked.
    fn check(&self) -> Check {
        if self.tries_left() > 0 || self.found == Some(Found::Yes) { Check::Ask } else { Check::Leave }
    }

    fn check_step(guide: &Walkthrough) -> Option<u8> {
        guide.steps.iter().position(|step| step.check).and_then(|index| u8::try_from(index).ok())
    }

    fn after_check(&mut self, guide: &Walkthrough) {
        match Session::check_step(guide) {
            Some(index) => self.after_step(guide, index),
            None => self.place = Place::Ended(Ending::Complete),
        }
    }

    fn answer_found(&mut self, guide: &Walkthrough, found: Found) {
        if self.place != Place::Check(Check::Ask) {
            return;
        }
        self.found = Some(found);
        self.tries = self.tries.saturating_add(1);
        match found {
            Found::Yes => self.after_check(guide),
            Found::NotSure | Found::No if self.tries >= MOST_TRIES => self.place = Place::Check(Check::Leave),
            Found::NotSure => self.place = Place::Check(Check::KneeLift),
            Found::No if self.tries == 1 => self.place = Place::Check(Check::KneeLift),
            Found::No => self.place = Place::Check(Check::Reposition),
        }
    }

    /// Goes to the area, or past it when it is one that the app tells about but does not conduct.
    fn enter_area(&mut self, guide: &Walkthrough, from: u8) {
        let count = u8::try_from(guide.areas.len()).unwrap_or(u8::MAX);
        let next = (from..count).find(|index| guide.conducts(*index));
        match next {
            Some(index) if !self.time_is_up() => {
                self.furthest_area = Some(self.furthest_area.map_or(index, |furthest| furthest.max(index)));
                self.place = Place::Area(index);
            }
            Some(_) | None => self.place = Place::Closing,
        }
    }

    /// The area that the place belongs to.
    fn area(&self) -> Option<u8> {
        match &self.place {
            Place::Area(index) => Some(*index),
            Place::Point(_) | Place::PointDone(_) => self.point().map(|point| point.area),
            Place::Step(_) | Place::Check(_) | Place::Closing | Place::Stopped | Place::EasedOff(_) | Place::Ended(_) => None,
        }
    }

    fn begin_point(&mut self, guide: &Walkthrough) {
        let Place::Area(area) = self.place else { return };
        let Ok(index) = u8::try_from(self.points.len()) else { return };
        if self.time_is_up() || usize::from(area) >= guide.areas.len() {
            self.place = Place::Closing;
            return;
        }
        self.points.push(Point::new(area, self.side));
        self.place = Place::Point(index);
    }

    fn stroke(&mut self) {
        let Place::Point(index) = self.place else { return };
        let Some(point) = self.points.get_mut(usize::from(index)) else { return };
        point.stroke();
        if point.done {
            self.place = Place::PointDone(index);
        }
    }

    fn end_point(&mut self) {
        let Place::Point(index) = self.place else { return };
        if let Some(point) = self.points.get_mut(usize::from(index)) {
            point.done = true;
        }
        self.place = Place::PointDone(index);
    }

    fn search_on(&mut self) {
        let Place::PointDone(_) = self.place else { return };
        self.place = match self.area() {
            Some(area) if !self.time_is_up() => Place::Area(area),
            Some(_) | None => Place::Closing,
        };
    }

    fn next_area(&mut self, guide: &Walkthrough) {
        let (Place::Area(_) | Place::PointDone(_)) = self.place else { return };
        if let Some(area) = self.area() {
            self.enter_area(guide, area.saturating_add(1));
        }
    }

    fn back(&mut self, guide: &Walkthrough) {
        let last_step = u8::try_from(guide.steps.len().saturating_sub(1)).unwrap_or(u8::MAX);
        self.place = match &self.place {
            Place::Step(index) => Place::Step(index.saturating_sub(1)),
            Place::Check(_) => Place::Step(Session::check_step(guide).unwrap_or(0)),
            Place::Area(index) => {
                let before = (0..*index).rev().find(|index| guide.conducts(*index));
                before.map_or(Place::Step(last_step), Place::Area)
            }
            Place::Point(_) | Place::PointDone(_) => self.area().map_or(Place::Closing, Place::Area),
            Place::Closing => match self.furthest_area {
                Some(area) if !self.time_is_up() => Place::Area(area),
                Some(_) | None => Place::Closing,
            },
            Place::Stopped => return self.go_on(),
            stay @ (Place::EasedOff(_) | Place::Ended(_)) => stay.clone(),
        };
    }

    fn visit(&mut self, guide: &Walkthrough, slug: &str) {
        if self.place.slug().as_deref() == Some(slug) {
            return;
        }
        match &self.place {
            // Leaving the stop page by the browser's back button is going on after a mistake.
            Place::Stopped => return self.go_on(),
            Place::EasedOff(_) => return,
            Place::Step(_)
            | Place::Check(_)
            | Place::Area(_)
            | Place::Point(_)
            | Place::PointDone(_)
            | Place::Closing
            | Place::Ended(_) => {}
        }
        if let Some(place) = self.reached(guide, slug) {
            self.place = place;
        }
    }

    /// The place with this slug, if the session has been there.
    fn reached(&self, guide: &Walkthrough, slug: &str) -> Option<Place> {
        let (name, number) = slug.split_once('-').unwrap_or((slug, ""));
        let index = number.parse::<u8>().ok().and_then(|number| number.checked_sub(1));
        match (name, index) {
            ("step", Some(index)) => (index <= self.furthest && usize::from(index) < guide.steps.len()).then_some(Place::Step(index)),
            ("check", None) => {
                let asked = Session::check_step(guide).is_some_and(|step| step <= self.furthest) && self.tries > 0;
                asked.then(|| Place::Check(self.check()))
            }
            ("area", Some(index)) => {
                let been = self.furthest_area.is_some_and(|furthest| index <= furthest);
                (been && guide.conducts(index) && !self.time_is_up()).then_some(Place::Area(index))
            }
            ("point", Some(index)) => {
                // Only on this side, and only once its areas were reached anew: from a point it goes on to its area.
                let been = |point: &&Point| point.side == self.side && Some(point.area) <= self.furthest_area;
                let point = self.points.get(usize::from(index)).filter(been)?;
                Some(if point.done { Place::PointDone(index) } else { Place::Point(index) })
            }
            _ => None,
        }
    }

    /// Another side means another position of the knees, so it begins at the first step again.
    fn set_side(&mut self, side: Side) {
        if side == self.side || matches!(self.place, Place::Stopped | Place::EasedOff(_)) {
            return;
        }
        self.finish_open_points();
        self.side = side;
        self.place = Place::Step(0);
        self.furthest = 0;
        self.furthest_area = None;
        self.tries = 0;
        self.found = None;
    }

    fn set_legs(&mut self, legs: Legs) {
        self.legs = legs;
    }

    fn finish_open_points(&mut self) {
        self.points.iter_mut().for_each(|point| point.done = true);
    }

    fn stop(&mut self) {
        if matches!(self.place, Place::Stopped) {
            return;
        }
        self.paused = false;
        let place = std::mem::replace(&mut self.place, Place::Stopped);
        match place {
            // A stop while easing off: the place before the first stop is still the one to go back to.
            Place::EasedOff(_) => {}
            Place::Step(_)
            | Place::Check(_)
            | Place::Area(_)
            | Place::Point(_)
            | Place::PointDone(_)
            | Place::Closing
            | Place::Stopped
            | Place::Ended(_) => self.before_stop = Some(Box::new(place)),
        }
    }

    fn feel(&mut self, safety: &Safety, id: &str) {
        let (Place::Stopped | Place::EasedOff(_)) = self.place else { return };
        let Some(reason) = safety.stop.iter().find(|reason| reason.id == id) else { return };
        let first = !self.eased.iter().any(|eased| eased == id);
        match reason.action {
            StopAction::EaseOff if first => {
                self.eased.push(id.to_owned());
                self.leave_point(id);
                self.place = Place::EasedOff(id.to_owned());
            }
            StopAction::EaseOff | StopAction::End | StopAction::SameDay | StopAction::Emergency => {
                self.finish_open_points();
                self.place = Place::Ended(Ending::Felt(id.to_owned()));
            }
        }
    }

    /// What had to be eased off is left alone, by whatever way it goes on: that point takes no more strokes.
    fn leave_point(&mut self, id: &str) {
        let Some(Place::Point(index) | Place::PointDone(index)) = self.before_stop.as_deref() else { return };
        let index = *index;
        if let Some(point) = self.points.get_mut(usize::from(index)) {
            point.done = true;
            point.eased.push(id.to_owned());
        }
        self.before_stop = Some(Box::new(Place::PointDone(index)));
    }

    fn go_on(&mut self) {
        let (Place::Stopped | Place::EasedOff(_)) = self.place else { return };
        let Some(place) = self.before_stop.take() else { return };
        self.paused = false;
        self.place = *place;
    }

    /// Once the time for this side is used up, searching ends; a point begun may be finished, under its own cap.
    fn tick(&mut self) {
        if matches!(self.place, Place::Area(_)) && self.time_is_up() {
            self.place = Place::Closing;
        }
    }

    fn leave(&mut self) {
        self.paused = false;
        self.finish_open_points();
        self.place = Place::Ended(Ending::Left);
    }
}

//! Which part of a view is seen, and how near: from places on the screen to places on the body and back.

use super::path::decimal;
use palpate_core::knowledge::{Spot, View};
use palpate_core::picture::Place;

/// A point of the svg, in its own units, y down: the frame before zoom.
pub type Point = [f32; 2];

/// How near one can come.
const NEAREST: f32 = 6.0;

/// The part of a drawing that fills the frame when nothing is zoomed: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Home(pub [f32; 4]);

impl Home {
    /// Trunk and thighs.
    pub const BODY: Home = Home([-180.0, -330.0, 360.0, 480.0]);
    /// From the lowest ribs to where the muscle ends.
    pub const MUSCLES: Home = Home([-180.0, -325.0, 360.0, 412.0]);

    pub fn view_box(self) -> String {
        self.0.map(|number| (number as i32).to_string()).join(" ")
    }

    fn middle(self) -> Point {
        let [x, y, width, height] = self.0;
        [x + width / 2.0, y + height / 2.0]
    }
}

/// What is seen of one view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    pub home: Home,
    pub view: View,
    /// Feet on top, as when looking down at oneself.
    pub turned: bool,
    pub zoom: f32,
    /// The point of the drawing in the middle of the frame, as it stands (turned or not).
    middle: Point,
}

impl Camera {
    pub fn new(home: Home, view: View, turned: bool) -> Self {
        Camera { home, view, turned, zoom: 1.0, middle: home.middle() }
    }

    pub fn is_home(&self) -> bool {
        self.zoom <= 1.001
    }

    /// The transform of the drawing within the frame.
    pub fn transform(&self) -> String {
        let hold = self.home.middle();
        let [x, y] = [0, 1].map(|axis| thousandths(hold[axis] - self.zoom * self.middle[axis]));
        format!("translate({}px,{}px) scale({})", decimal(x), decimal(y), decimal(thousandths(self.zoom)))
    }

    /// The transform that turns the body within the drawing.
    pub fn turn(&self) -> String {
        let [x, y] = self.home.middle().map(|number| (number * 2.0) as i32);
        if self.turned { format!("translate({x} {y}) scale(-1 -1)") } else { String::new() }
    }

    /// The transform of a mark that keeps its size, at a place on the body.
    pub fn mark(&self, at: Spot) -> String {
        let [x, y] = self.drawn(at.map(f32::from));
        format!("translate({} {}) scale({})", decimal(thousandths(x)), decimal(thousandths(y)), decimal(thousandths(1.0 / self.zoom)))
    }

    /// Where a place on the body is drawn, before zoom.
    fn drawn(&self, [x, y]: [f32; 2]) -> Point {
        self.flipped([x, -y])
    }

    fn flipped(&self, [x, y]: Point) -> Point {
        let [mx, my] = self.home.middle();
        if self.turned { [2.0 * mx - x, 2.0 * my - y] } else { [x, y] }
    }

    /// Where in a box on the screen (left, top, width, height) a place on the body is seen.
    pub fn seen(&self, at: Spot, frame: [f32; 4]) -> Point {
        let (scale, shift) = self.fit(frame);
        let (point, hold) = (self.drawn(at.map(f32::from)), self.home.middle());
        [0, 1].map(|axis| (hold[axis] + (point[axis] - self.middle[axis]) * self.zoom) * scale + shift[axis])
    }

    /// The place on the body under a point of the screen.
    pub fn place(&self, point: Point, frame: [f32; 4]) -> Place {
        let [x, y] = self.flipped(self.under(point, frame));
        Place { view: self.view, at: [x.round() as i16, (-y).round() as i16] }
    }

    fn under(&self, point: Point, frame: [f32; 4]) -> Point {
        let (scale, shift) = self.fit(frame);
        let hold = self.home.middle();
        [0, 1].map(|axis| self.middle[axis] + ((point[axis] - shift[axis]) / scale - hold[axis]) / self.zoom)
    }

    /// Screen pixels for a unit of the frame, and where its origin lies: all of it is shown, in the middle.
    fn fit(&self, [left, top, width, height]: [f32; 4]) -> (f32, Point) {
        let [x, y, w, h] = self.home.0;
        let scale = (width / w).min(height / h).max(0.01);
        (scale, [left + (width - w * scale) / 2.0 - x * scale, top + (height - h * scale) / 2.0 - y * scale])
    }

    /// Nearer or farther by a factor; what is under the point of the screen stays there.
    pub fn zoomed(&self, factor: f32, hold: Option<(Point, [f32; 4])>) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, NEAREST);
        let mut next = Camera { zoom, ..*self };
        if let Some((point, frame)) = hold {
            let (was, is) = (self.under(point, frame), next.under(point, frame));
            next.middle = [0, 1].map(|axis| self.middle[axis] + was[axis] - is[axis]);
        }
        next.within()
    }

    /// Moved so that what was under the first point is under the second.
    pub fn dragged(&self, from: Point, to: Point, frame: [f32; 4]) -> Self {
        let (was, is) = (self.under(from, frame), self.under(to, frame));
        self.shifted([was[0] - is[0], was[1] - is[1]])
    }

    /// Moved by parts of what is seen.
    pub fn stepped(&self, [across, down]: Point) -> Self {
        let [_, _, width, height] = self.home.0;
        self.shifted([across * width / self.zoom, down * height / self.zoom])
    }

    /// Moved, where a place would not be well in sight, so that it is in the middle.
    pub fn showing(&self, at: Spot) -> Self {
        let [_, _, width, height] = self.home.0;
        let point = self.drawn(at.map(f32::from));
        let far = |axis: usize, length: f32| (point[axis] - self.middle[axis]).abs() > 0.45 * length / self.zoom;
        if far(0, width) || far(1, height) { Camera { middle: point, ..*self }.within() } else { *self }
    }

    fn shifted(&self, by: Point) -> Self {
        Camera { middle: [self.middle[0] + by[0], self.middle[1] + by[1]], ..*self }.within()
    }

    /// Never shows more than the frame has.
    fn within(self) -> Self {
        let [_, _, width, height] = self.home.0;
        let hold = self.home.middle();
        let room = (1.0 - 1.0 / self.zoom) / 2.0;
        let middle =
            [(0, width), (1, height)].map(|(axis, length)| self.middle[axis].clamp(hold[axis] - room * length, hold[axis] + room * length));
        Camera { middle, ..self }
    }
}

fn thousandths(number: f32) -> i32 {
    (number * 1000.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: [f32; 4] = [20.0, 100.0, 700.0, 500.0];

    #[test]
    fn a_place_is_found_again_where_it_is_seen() {
        for turned in [false, true] {
            let camera = Camera::new(Home::BODY, View::Front, turned).zoomed(2.5, Some(([300.0, 300.0], FRAME)));
            for at in [[0, 0], [-90, 120], [60, 200]] {
                assert_eq!(camera.place(camera.seen(at, FRAME), FRAME), Place { view: View::Front, at }, "turned: {turned}");
            }
        }
    }

    #[test]
    fn turned_the_persons_right_is_on_the_pictures_right() {
        let seen = |turned| Camera::new(Home::BODY, View::Front, turned).seen([-90, 120], FRAME);
        let middle = FRAME[0] + FRAME[2] / 2.0;
        assert!(seen(false)[0] < middle && seen(true)[0] > middle);
        assert!(seen(true)[1] > seen(false)[1], "what is above the hip lies below it when looking down");
    }

    #[test]
    fn what_is_under_the_pointer_stays_there_and_nothing_beyond_the_frame_is_shown() {
        let camera = Camera::new(Home::MUSCLES, View::Back, false);
        let (point, before) = ([350.0, 320.0], camera.place([350.0, 320.0], FRAME).at);
        let nearer = camera.zoomed(2.0, Some((point, FRAME)));
        let after = nearer.place(point, FRAME).at;
        assert!(before[0].abs_diff(after[0]) <= 1 && before[1].abs_diff(after[1]) <= 1, "{before:?} {after:?}");
        assert_eq!(nearer.zoomed(0.0, None), camera, "all of it is all of it");
        assert_eq!(camera.dragged([0.0, 0.0], [90.0, 40.0], FRAME), camera, "nothing to drag when all is shown");
        assert_eq!(camera.zoomed(100.0, None).zoom, NEAREST);
    }

    #[test]
    fn a_place_out_of_sight_comes_into_sight() {
        let near = Camera::new(Home::BODY, View::Front, false).zoomed(4.0, None);
        assert_eq!(near.showing([0, 90]), near, "it is in sight already");
        let [x, y] = near.showing([120, 250]).seen([120, 250], FRAME);
        assert!(x > FRAME[0] && x < FRAME[0] + FRAME[2] && y > FRAME[1] && y < FRAME[1] + FRAME[3]);
    }
}

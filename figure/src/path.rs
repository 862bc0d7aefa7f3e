//! Writes SVG path data: whole millimetres, or halves for fingers, relative and without float formatting.

use crate::space::{P, p, sort_by};

/// Path data in the making.
#[derive(Debug, Default)]
pub struct Path {
    pub d: String,
    at: (i32, i32),
    /// Steps in a millimetre: 1, or 2 for what is small.
    fine: bool,
    last: u8,
}

impl From<String> for Path {
    /// Data that is written already.
    fn from(d: String) -> Path {
        Path { d, ..Path::default() }
    }
}

impl Path {
    pub fn new() -> Path {
        Path::default()
    }

    /// In halves of a millimetre.
    pub fn fine() -> Path {
        Path { fine: true, ..Path::default() }
    }

    fn snap(&self, a: P) -> (i32, i32) {
        let k = if self.fine { 2. } else { 1. };
        ((a.x * k).round() as i32, (a.y * k).round() as i32)
    }

    /// A number, in as few characters as possible.
    fn number(&mut self, number: i32) {
        let bare = self.d.as_bytes().last().is_some_and(u8::is_ascii_digit);
        if number < 0 {
            self.d.push('-');
        } else if bare {
            self.d.push(' ');
        }
        let size = number.unsigned_abs();
        let (whole, half) = if self.fine { (size / 2, size % 2 == 1) } else { (size, false) };
        if whole > 0 || !half {
            let mut digits = [0; 10];
            let (mut rest, mut n) = (whole, 0);
            loop {
                digits[n] = b'0' + (rest % 10) as u8;
                rest /= 10;
                n += 1;
                if rest == 0 {
                    break;
                }
            }
            digits[..n].iter().rev().for_each(|digit| self.d.push(char::from(*digit)));
        }
        if half {
            self.d.push_str(".5");
        }
    }

    fn step(&mut self, to: (i32, i32)) {
        self.number(to.0 - self.at.0);
        self.number(to.1 - self.at.1);
    }

    pub fn start(&mut self, a: P) {
        self.at = self.snap(a);
        self.last = b'M';
        self.d.push('M');
        self.number(self.at.0);
        self.number(self.at.1);
    }

    pub fn line(&mut self, a: P) {
        let to = self.snap(a);
        self.letter(b'l');
        self.step(to);
        self.at = to;
    }

    fn bend(&mut self, control: P, to: P) {
        let (control, to) = (self.snap(control), self.snap(to));
        self.letter(b'q');
        self.step(control);
        self.step(to);
        self.at = to;
    }

    fn letter(&mut self, letter: u8) {
        if self.last != letter {
            self.d.push(char::from(letter));
            self.last = letter;
        }
    }

    fn close(&mut self) {
        self.d.push('z');
        self.last = b'z';
    }

    /// A closed polygon with its corners. All closed shapes turn the same way, so that they unite.
    pub fn polygon(&mut self, points: &[P]) {
        self.closed(points, false);
    }

    /// A closed smooth curve along the points.
    pub fn blob(&mut self, points: &[P]) {
        self.closed(points, true);
    }

    fn closed(&mut self, points: &[P], smooth: bool) {
        let n = points.len();
        if n < 3 {
            return;
        }
        let area: f32 = (0..n).map(|i| points[i].x * points[(i + 1) % n].y - points[(i + 1) % n].x * points[i].y).sum();
        let at = |i: usize| points[if area < 0. { n - 1 - i % n } else { i % n }];
        let middle = |i: usize| (at(i) + at(i + 1)) * 0.5;
        if smooth {
            self.start(middle(n - 1));
            (0..n).for_each(|i| self.bend(at(i), middle(i)));
        } else {
            self.start(at(0));
            (1..n).for_each(|i| self.line(at(i)));
        }
        self.close();
    }

    /// An open smooth curve from the first to the last point.
    pub fn curve(&mut self, points: &[P]) {
        let [first, inner @ .., last] = points else { return };
        self.start(*first);
        if inner.is_empty() {
            self.line(*last);
        }
        for (i, point) in inner.iter().enumerate() {
            let to = inner.get(i + 1).map_or(*last, |next| (*point + *next) * 0.5);
            self.bend(*point, to);
        }
    }

    /// A box with round corners.
    pub fn plate(&mut self, from: P, to: P, round: f32) {
        let (x, y) = (p(round, 0.), p(0., round));
        let (right, left) = (p(to.x, from.y), p(from.x, to.y));
        self.start(from + x);
        for (before, corner, after) in
            [(right - x, right, right + y), (to - y, to, to - x), (left + x, left, left - y), (from + y, from, from + x)]
        {
            self.line(before);
            self.bend(corner, after);
        }
        self.close();
    }

    /// A circle.
    pub fn ring(&mut self, middle: P, radius: f32) {
        self.oval(middle, p(radius, 0.), p(0., radius));
    }

    /// An ellipse, by its half axes.
    pub fn oval(&mut self, middle: P, a: P, b: P) {
        let points: [P; 8] = std::array::from_fn(|i| {
            let (sin, cos) = (i as f32 * std::f32::consts::FRAC_PI_4).sin_cos();
            // A smooth curve runs inside its points: 1.08 brings it out to the ellipse.
            middle + (a * cos + b * sin) * 1.08
        });
        self.blob(&points);
    }

    /// Slanting lines within a polygon.
    pub fn hatch(&mut self, points: &[P], apart: f32) {
        let slant = |a: P| (a.x + a.y) * std::f32::consts::FRAC_1_SQRT_2;
        let [from, to] = [f32::min, f32::max].map(|pick: fn(f32, f32) -> f32| points.iter().map(|a| slant(*a)).reduce(pick).unwrap_or(0.));
        let mut at = (from / apart).ceil() * apart;
        while at < to {
            let mut hits: Vec<P> = Vec::new();
            for (i, a) in points.iter().enumerate() {
                let b = points[(i + 1) % points.len()];
                let (near, far) = (slant(*a) - at, slant(b) - at);
                if (near < 0.) != (far < 0.) {
                    hits.push(*a + (b - *a) * (near / (near - far)));
                }
            }
            sort_by(&mut hits, |a| a.x);
            for pair in hits.chunks_exact(2) {
                self.start(pair[0]);
                self.line(pair[1]);
            }
            at += apart;
        }
    }
}
